"""Telling people of an evening: what is written to whom is shown before it is sent."""

from collections.abc import Callable

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace, csp_update
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.emails.announcements import announcement
from events.emails.editions import another_venue, cancellation, move, reopening
from events.emails.reminders import reminder_of
from events.models import Act, CannotPublish, Edition, Rsvp, What
from events.models.news import LINE_AT_MOST
from events.moment_forms import PostponeForm, ReopenForm
from events.organize_forms import CancelForm, EditionForm
from events.telling_forms import LineForm
from events.views.organize import (
    mail_address,
    organizers_only,
    say_it_is_published,
    say_it_is_too_late,
    say_who_is_told,
)
from members import outbox
from members.dates import date_format
from members.meanwhile import ChangedMeanwhile
from members.models import Member
from members.outbox import Message


def _announcement(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    return announcement(edition, line)


def _reminder(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    edition.reminder_line = line
    return reminder_of(_as_if_going(edition, reader))


def _cancellation(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    edition.cancellation_reason = line
    return cancellation(edition)


def _move(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    before = edition.starts
    return move(_as_if_going(_as_typed(edition, EditionForm(reader, typed, edition=edition)), reader), before, line)


def _another_venue(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    return another_venue(_as_if_going(_as_typed(edition, EditionForm(reader, typed, edition=edition)), reader), line)


def _reopening(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    before = edition.starts
    return reopening(_as_if_going(_as_typed(edition, ReopenForm(edition, typed)), reader), before, line)


def _as_typed(edition: Edition, form: EditionForm | ReopenForm) -> Edition:
    """The edition with the moment and the venue that a form says, as far as it says them; nothing of it is saved."""
    form.is_valid()
    edition.starts_at = form.cleaned_data.get("starts_at") or edition.starts_at
    edition.ends_at = form.cleaned_data.get("ends_at") or edition.ends_at
    if isinstance(form, EditionForm) and "venue" in form.data:
        edition.venue = form.chosen_venue
    return edition


def _as_if_going(edition: Edition, reader: Member) -> Rsvp:
    """As it would be for the reader, had they a place and said that they come; nothing of it is saved."""
    return Rsvp(edition=edition, member=reader, status=Rsvp.Status.GOING)


PREVIEWS: dict[str, Callable[[Edition, QueryDict, str, Member], Message]] = {
    "edition-published": _announcement,
    "reminder": _reminder,
    "edition-cancelled": _cancellation,
    "edition-moved": _move,
    "edition-venue": _another_venue,
    "edition-reopened": _reopening,
}


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Shows who gets which mail, with a line of one's own; then shows the draft to everybody and sends it."""
    edition = _mine_or_404(request, slug)
    form = LineForm(request.POST if request.method == "POST" else None)
    if edition.is_cancelled or (edition.is_draft and edition.starts_at <= timezone.now()):
        say_it_is_too_late(request, edition)
        return redirect("organize:edit", slug)
    if edition.is_published and request.method != "POST":
        return redirect("organize:edit", slug)
    if "preview" not in request.POST and form.is_valid():
        try:
            with Act.on(edition, What.EDITION_PUBLISHED, by=request.user):
                told = edition.publish(line=form.cleaned_data["line"])
        except CannotPublish:  # cancelled, or begun, just now
            say_it_is_too_late(request, edition)
            return redirect("organize:edit", slug)
        say_it_is_published(request, edition)
        say_who_is_told(request, told)
        return redirect(edition)
    context = {
        "edition": edition,
        "form": form,
        "people": edition.people_to_tell().count(),
        "mail": mail_address(edition, "edition-published", line=form.typed),
    }
    return render(request, "organize/publish.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def reminder(request: HttpRequest, slug: str) -> HttpResponse:
    """The reminders as they will be, and a line of one's own in them."""
    edition = _mine_or_404(request, slug)
    if not edition.takes_answers:
        messages.info(request, _("Reminders are for a published café to come."))
        return redirect("organize:edit", slug)
    form = LineForm(request.POST if request.method == "POST" else None, initial={"line": edition.reminder_line})
    if "preview" not in request.POST and form.is_valid():
        with Act.on(edition, What.REMINDER_WRITTEN, by=request.user):
            edition.write_reminder_line(form.cleaned_data["line"])
        messages.success(request, _("Your line is kept, and stands in the reminders that are still to come."))
        return redirect("organize:reminder", slug)
    context = {
        "edition": edition,
        "form": form,
        "people": edition.rsvps.going().count(),
        "mail": mail_address(edition, "reminder", line=form.typed),
    }
    return render(request, "organize/reminder.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    """Calls a published edition off, with a reason that people read; `put_off` says that a new date is to follow."""
    edition = _mine_or_404(request, slug)
    if not edition.is_awaited:
        messages.info(request, _("Only a published café that is not over can be cancelled."))
        return redirect("organize:edit", slug)
    is_put_off = "put_off" in request.GET
    reason = _("It is put off: the new date follows, and we write to you when it is set.") if is_put_off else ""
    form = CancelForm(request.POST if request.method == "POST" else None, initial={"reason": reason})
    people = edition.rsvps.reachable().count()
    if "preview" not in request.POST and form.is_valid():
        try:
            form.save(edition, by=_reader(request))
        except CannotPublish:  # over, just now
            return redirect("organize:edit", slug)
        messages.success(request, _("%(edition)s is cancelled.") % {"edition": edition.title})
        say_who_is_told(request, people)
        return redirect(edition)
    context = {
        "edition": edition,
        "form": form,
        "is_put_off": is_put_off,
        "people": people,
        "host": edition.host_to_tell(),
        "mail": mail_address(edition, "edition-cancelled", line=str(form["reason"].value() or "")[:LINE_AT_MOST]),
    }
    return render(request, "organize/cancel.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def postpone(request: HttpRequest, slug: str) -> HttpResponse:
    """Gives a published edition another date, the next one of the cadence at first; shows the mail before it leaves."""
    edition = _mine_or_404(request, slug)
    if not edition.is_awaited:
        messages.info(request, _("Only a published café that is not over can be put off."))
        return redirect("organize:edit", slug)
    return _another_date(request, edition, PostponeForm, "edition-moved", "organize/postpone.html")


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    """Lets a cancelled edition take place after all, at its date or another; shows the mail before it leaves."""
    edition = _mine_or_404(request, slug)
    if not edition.is_cancelled:
        messages.info(request, _("Only a cancelled café can be reopened."))
        return redirect("organize:edit", slug)
    return _another_date(request, edition, ReopenForm, "edition-reopened", "organize/reopen.html")


def _another_date(
    request: HttpRequest, edition: Edition, form_class: type[PostponeForm | ReopenForm], kind: str, template: str
) -> HttpResponse:
    form = form_class(edition, request.POST if request.method == "POST" else None)
    people, host = edition.rsvps.reachable().count(), edition.host_to_tell()
    if "preview" not in request.POST and form.is_valid():
        try:
            told = form.save(by=_reader(request))
        except (CannotPublish, ChangedMeanwhile):  # over, called off or changed just now
            messages.info(request, _("Somebody else has just changed this café. Look at it as it is now."))
            return redirect("organize:edit", edition.slug)
        messages.success(
            request,
            _("%(edition)s takes place on %(day)s.")
            % {"edition": edition.title, "day": date_format(edition.starts, "l j F Y")},
        )
        say_who_is_told(request, told)
        return redirect(edition)
    shown = {name: str(form[name].value() or "") for name in ("date", "starts", "ends")}
    mail = mail_address(edition, kind, **shown, line=form.typed)
    return render(request, template, {"edition": edition, "form": form, "people": people, "host": host, "mail": mail})


@require_safe
@csp_replace({"default-src": [NONE], "style-src": [UNSAFE_INLINE], "img-src": ["data:"], "frame-ancestors": [SELF]})
@xframe_options_sameorigin
@organizers_only
def mail_preview(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """A mail of this edition as its readers will see it; a mail carries its styles in its tags, so it stands alone."""
    edition = _mine_or_404(request, slug)
    line = LineForm({"line": request.GET.get("line", "")})
    if kind not in PREVIEWS or not line.is_valid():
        raise Http404
    words = PREVIEWS[kind](edition, request.GET, line.cleaned_data["line"], _reader(request))
    return HttpResponse(outbox.preview(kind, words, _reader(request)))


@require_POST
@login_required
def keep_posted(request: HttpRequest, slug: str) -> HttpResponse:
    """“Tell me about the next ones.”"""
    edition = get_object_or_404(Edition.objects.visible_to(request.user).select_related("series"), slug=slug)
    edition.series.keep_posted(_reader(request))
    messages.success(
        request, _("We write to you when “%(series)s” announces its next evening.") % {"series": edition.series.name}
    )
    return redirect(edition)


@require_POST
@login_required
def keep_posted_no_longer(request: HttpRequest, slug: str) -> HttpResponse:
    """“No longer tell me.”"""
    edition = get_object_or_404(Edition.objects.visible_to(request.user).select_related("series"), slug=slug)
    edition.series.keep_posted_no_longer(_reader(request))
    messages.success(
        request,
        _("We no longer write to you about the next evenings of “%(series)s”.") % {"series": edition.series.name},
    )
    return redirect(edition)


def _mine_or_404(request: HttpRequest, slug: str) -> Edition:
    return get_object_or_404(Edition.objects.organized_by(request.user).for_cards(), slug=slug)


def _reader(request: HttpRequest) -> Member:
    return Member.objects.get(pk=request.user.pk)
