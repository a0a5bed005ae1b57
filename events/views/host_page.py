"""The host's own page of one evening: the token stands for the sign-in, for this edition alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from events.host_forms import ReceptionForm
from events.models import HostPage
from events.views.browse import facts_of
from events.views.poster import sheet_of
from members.spreadsheet import csv_file

Door = Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]


def _opened_by(find: Callable[[str], HostPage]) -> Door:
    """Hands the view the page that the link opens; any other link says that it is no longer good.

    Nothing of it is kept or indexed, and all links that open nothing look the same.
    """

    def door(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        @never_cache
        def opened(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                page = find(token)
            except HostPage.DoesNotExist:
                response: HttpResponseBase = render(request, "host/no_longer.html", status=404)
            else:
                response = view(request, page, *args, **kwargs)
            # "no-referrer" would have the forms of the page sent with "Origin: null", which is refused.
            response["Referrer-Policy"] = "strict-origin"
            response["X-Robots-Tag"] = "noindex, nofollow"
            return response

        return opened

    return door


by_token = _opened_by(lambda token: HostPage.objects.by_token(token))
by_token_of_preview = _opened_by(lambda token: HostPage.objects.by_token_of_preview(token))


@require_safe
@by_token_of_preview
def preview(request: HttpRequest, page: HostPage) -> HttpResponse:
    """The page of a draft as everybody will see it; once it is announced, the way to that page."""
    if not page.edition.is_draft:
        return redirect(page.edition)
    context = {**facts_of(page.edition, AnonymousUser()), "is_preview": True}
    return render(request, "events/edition_detail.html", context)


@require_safe
@by_token
def page(request: HttpRequest, page: HostPage) -> HttpResponse:
    """How many come, what was promised, whom to call, what to pass on, and the way to the list."""
    return _page(request, page, ReceptionForm(instance=page))


@require_POST
@by_token
def settle(request: HttpRequest, page: HostPage) -> HttpResponse:
    """From when the host wants the list, and in which order."""
    form = ReceptionForm(request.POST, instance=page)
    if form.is_valid():
        form.save()
        messages.success(request, _("Noted."))
        return redirect(page)
    return _page(request, HostPage.objects.by_token(page.token), form)


@require_safe
@by_token
def count(request: HttpRequest, page: HostPage) -> HttpResponse:
    """How many come, for the page to follow."""
    return JsonResponse({"people": page.edition.places_taken, "capacity": page.edition.capacity})


@require_safe
@by_token
def reception_list(request: HttpRequest, page: HostPage) -> HttpResponse:
    """The names for reception, to print."""
    lines = _lines_or_404(request, page)
    return render(
        request,
        "host/list.html",
        {"page": page, "edition": page.edition, "lines": lines, "order": _order(request, page)},
    )


@require_safe
@by_token
def reception_file(request: HttpRequest, page: HostPage) -> HttpResponseBase:
    """The same names as a file for a spreadsheet."""
    lines = _lines_or_404(request, page)
    heading = [_("Name"), _("Organisation"), _("Comes with")]
    rows = [[line.words, line.organisation, line.guest_of] for line in lines]
    return csv_file(_("reception %(slug)s.csv") % {"slug": page.edition.slug}, [heading, *rows])


@require_safe
@by_token
def poster(request: HttpRequest, page: HostPage) -> HttpResponse:
    """The edition on one sheet of paper, with a code that leads to its page."""
    return render(request, "events/poster.html", {**sheet_of(page.edition), "back": page.get_absolute_url()})


def _page(request: HttpRequest, page: HostPage, form: ReceptionForm) -> HttpResponse:
    edition = page.edition
    context = {
        "page": page,
        "edition": edition,
        "form": form,
        "address": settings.SITE_URL + edition.get_absolute_url(),
    }
    return render(request, "host/page.html", context)


def _lines_or_404(request: HttpRequest, page: HostPage) -> Any:
    """The lines of the list in the order asked for, once it is there."""
    if not page.is_listed:
        raise Http404
    return page.lines(_order(request, page))


def _order(request: HttpRequest, page: HostPage) -> str:
    order = request.GET.get("order", "")
    return order if order in HostPage.Order.values else page.order
