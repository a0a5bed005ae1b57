"""The organizers' yes or no to somebody who asks to come."""

from collections.abc import Callable

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from events.models import Act, Edition, Rsvp, RsvpClosed, What
from events.models.news import LINE_AT_MOST
from events.organize_forms import DeclineForm
from events.views.organize import mail_address, organizers_only


@require_POST
@organizers_only
def approve(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A place for who has asked, or their position in the line; after a no, too."""
    rsvp = _rsvp(request, slug, pk)
    try:
        answered = _answered(request, rsvp, rsvp.edition.approve, What.PARTY_APPROVED)
    except RsvpClosed:
        say_it_is_too_late(request)
    else:
        messages.success(request, _answered_sentence(answered))
    return redirect("organize:people", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def decline(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The page with a word for the person, the mail as it will be, and the no."""
    rsvp = _rsvp(request, slug, pk)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if not rsvp.is_asking:
        messages.info(request, _answered_sentence(rsvp))
    elif not form.is_valid() or "preview" in request.POST:
        context = {"edition": rsvp.edition, "rsvp": rsvp, "form": form}
        typed = str(form["word"].value() or "")[:LINE_AT_MOST]
        context["mail"] = mail_address(rsvp.edition, "rsvp-declined", line=typed)
        return render(request, "organize/decline.html", context)
    else:
        try:
            answered = _answered(request, rsvp, form.save, What.PARTY_DECLINED)
            messages.success(request, _answered_sentence(answered))
        except RsvpClosed:
            say_it_is_too_late(request)
    return redirect("organize:people", slug)


def _rsvp(request: HttpRequest, slug: str, pk: int) -> Rsvp:
    mine = Edition.objects.organized_by(request.user)
    rsvps = Rsvp.objects.filter(edition__in=mine, edition__slug=slug).select_related("edition__series", "member")
    return get_object_or_404(rsvps, pk=pk)


def _answered(request: HttpRequest, rsvp: Rsvp, answer: Callable[[Rsvp], Rsvp], what: What) -> Rsvp:
    """Gives the answer and writes down who gave it; of two organizers at once, the one whose answer it was."""
    with transaction.atomic():
        Edition.objects.select_for_update().get(pk=rsvp.edition_id)
        before = Rsvp.objects.get(pk=rsvp.pk).status
        answered = answer(rsvp)
        if answered.status != before:
            Act.note(what, rsvp.edition, by=request.user, after={"people": answered.places})
    return answered


def say_it_is_too_late(request: HttpRequest) -> None:
    """Where nobody can be let in any more."""
    messages.warning(request, _("This café has begun, or is cancelled: at the door, you still let in whom you like."))


def _answered_sentence(rsvp: Rsvp) -> str:
    """How things stand with somebody, whoever of the organizers has answered."""
    sentences = {
        Rsvp.Status.GOING: _("%(name)s has a place."),
        Rsvp.Status.WAITING: _("%(name)s is in the line: there is no place for now."),
        Rsvp.Status.ASKING: _("%(name)s waits for your yes."),
        Rsvp.Status.CANCELLED: _("%(name)s does not come."),
    }
    if rsvp.is_declined:
        return _("%(name)s gets your no by mail, with your word if there is one.") % {"name": rsvp.member.name}
    return sentences[Rsvp.Status(rsvp.status)] % {"name": rsvp.member.name}
