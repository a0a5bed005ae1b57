"""What organizers do about a host's page: its contact and its words, the link, and the end of it."""

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from events.host_forms import HostPageForm
from events.models import Act, Edition, HostPage, What
from events.views.organize import organizers_only
from members.meanwhile import ChangedMeanwhile


@require_http_methods(["GET", "HEAD", "POST"])
@organizers_only
def host(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The host's page of an edition, from the organizers' side; saving it for the first time makes it."""
    edition = _edition(request, slug)
    page = edition.host_pages.filter(venue=edition.venue).first() if edition.venue else None
    form = None
    if edition.venue:
        draft = page or HostPage.proposed_for(edition, by=request.user)  # type: ignore[arg-type]
        form = HostPageForm(request.POST if request.method == "POST" else None, instance=draft)
        if form.is_valid():
            try:
                with transaction.atomic():
                    if page is None:
                        form.save()
                        Act.note(What.HOST_PAGE_CHANGED, edition, by=request.user)
                    else:
                        with Act.on(page, What.HOST_PAGE_CHANGED, by=request.user, about=edition):
                            form.save()
            except ChangedMeanwhile:  # between looking and saving: look once more
                return host(request, slug)
            messages.success(request, _("The host's page is saved."))
            return redirect("organize:host", slug)
    link = ""
    if page and (page.is_open or page.shows_a_draft):
        with translation.override(page.language):
            name = "host:preview" if edition.is_draft else "host:page"
            link = settings.SITE_URL + reverse(name, args=[page.token])
    return render(request, "organize/host.html", {"edition": edition, "page": page, "form": form, "link": link})


@require_POST
@organizers_only
def send(request: HttpRequest, slug: str) -> HttpResponse:
    """Mails the link to the host's contact."""
    page = _page(request, slug)
    if not page.email:
        messages.info(request, _("The page has no e-mail address yet. Add it below, then send the link."))
    elif not page.is_open:
        messages.info(
            request, _("The link does not work at the moment: the café is a draft, over, or the link was withdrawn.")
        )
    elif _sent(request, page):
        messages.success(request, _("The link is on its way to %(name)s.") % {"name": page.contact_name or page.email})
    else:
        messages.info(request, _("This link has been sent already. Renew it to send another one."))
    return redirect("organize:host", slug)


@require_POST
@organizers_only
def renew(request: HttpRequest, slug: str) -> HttpResponse:
    """Another link; the old one opens nothing any more."""
    page = _page(request, slug)
    with transaction.atomic():
        page.renew()
        Act.note(What.HOST_LINK_RENEWED, page.edition, by=request.user)
    messages.success(request, _("The page has another link; the one before opens nothing any more."))
    return redirect("organize:host", slug)


@require_POST
@organizers_only
def revoke(request: HttpRequest, slug: str) -> HttpResponse:
    """Withdraws the link; a repeat changes nothing."""
    page = _page(request, slug)
    with transaction.atomic():
        if page.revoke():
            Act.note(What.HOST_LINK_REVOKED, page.edition, by=request.user)
    messages.success(request, _("The link opens nothing any more."))
    return redirect("organize:host", slug)


def _sent(request: HttpRequest, page: HostPage) -> bool:
    with transaction.atomic():
        is_sent = page.send_link()
        if is_sent:
            Act.note(What.HOST_LINK_SENT, page.edition, by=request.user)
    return is_sent


def _edition(request: HttpRequest, slug: str) -> Edition:
    return get_object_or_404(Edition.objects.organized_by(request.user).for_cards(), slug=slug)


def _page(request: HttpRequest, slug: str) -> HostPage:
    """The page for the place where the edition meets now."""
    edition = _edition(request, slug)
    return get_object_or_404(HostPage.objects.select_related("edition__series"), edition=edition, venue=edition.venue)
