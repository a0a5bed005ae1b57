"""Telling people of an evening: what is written to whom is shown before it is sent."""

from collections.abc import Callable

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.emails import hosting, places, trades
from events.emails.announcements import announcement, recounted
from events.emails.editions import another_venue, cancellation, move, reopening
from events.emails.reminders import reminder_of
from events.models import Act, CannotPublish, Edition, HostPage, Rsvp, What
from events.models.news import LINE_AT_MOST
from events.moment_forms import PostponeForm, ReopenForm
from events.organize_forms import CancelForm, EditionForm
from events.telling_forms import LineForm
from events.views.organize import (
    mail_address,
    mails_to_hosts,
    organizers_only,
    say_it_is_published,
    say_it_is_too_late,
    say_who_is_told,
    shows_a_mail,
)
from members import outbox
from members.dates import date_format
from members.meanwhile import ChangedMeanwhile
from members.models import Member, Specialty
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
    was_nowhere = edition.venue is None
    answer = _as_if_going(_as_typed(edition, EditionForm(reader, typed, edition=edition)), reader)
    return another_venue(answer, line, was_nowhere=was_nowhere)


def _reopening(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    before = edition.starts
    return reopening(_as_if_going(_as_typed(edition, ReopenForm(edition, typed)), reader), before, line)


def _host_cancelled(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    edition.cancellation_reason = line
    return hosting.cancellation(_page_at(edition))


def _host_moved(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    return hosting.moving(_page_at(_as_typed(edition, EditionForm(reader, typed, edition=edition))))


def _host_left(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    return hosting.leaving(_page_at(edition), edition.starts)


def _host_back(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    return hosting.coming_back(_page_at(_as_typed(edition, EditionForm(reader, typed, edition=edition))))


def _host_reopened(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    return hosting.reopening(_page_at(_as_typed(edition, ReopenForm(edition, typed))))


def _place_freed(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    return places.freed(edition, typed.get("was", ""), line, by=reader.name)


def _place_moved(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    others = edition.other_evenings()
    there = others.filter(slug=_showable(typed.get("to", ""))).first() or others.first() or edition
    return places.moved(there, edition.starts, typed.get("was", ""), line, by=reader.name)


def _declined(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    return places.declined(edition, line)


def _added(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    answer, more = _as_if_going(edition, reader), [] if "asked" in typed else [places.put_there_by(reader.name)]
    if not edition.is_full:
        return places.going(answer, more)
    answer.status = Rsvp.Status.WAITING
    return places.waiting(answer, edition.rsvps.waiting().count() + 1, more)


def _trade_called(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    return trades.call(edition, get_object_or_404(Specialty, key=_showable(typed.get("trade", ""))))


def _recounted(edition: Edition, typed: QueryDict, line: str, reader: Member) -> Message:
    return recounted(edition)


def _showable(key: str) -> str:
    """A key as it may be asked for; PostgreSQL refuses to look for what no page can show."""
    return key if key.isprintable() else ""


def _page_at(edition: Edition) -> HostPage:
    """The page of the host where this edition meets, who would be written to."""
    page: HostPage | None = edition.host_to_tell()
    if page is None:
        raise Http404
    page.edition = edition
    return page


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
    "host-cancelled": _host_cancelled,
    "host-moved": _host_moved,
    "host-left": _host_left,
    "host-back": _host_back,
    "host-reopened": _host_reopened,
    "place-freed": _place_freed,
    "place-moved": _place_moved,
    "rsvp-declined": _declined,
    "rsvp-going": _added,
    "trade-call": _trade_called,
    "recap-published": _recounted,
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
    people, typed = edition.rsvps.reachable().count(), str(form["reason"].value() or "")[:LINE_AT_MOST]
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
        "hosts": _host_told(edition, "host-cancelled", line=typed),
        "mail": mail_address(edition, "edition-cancelled", line=typed),
    }
    return render(request, "organize/cancel.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def postpone(request: HttpRequest, slug: str) -> HttpResponse:
    """Gives a published edition another date, the next one of the cadence at first; shows the mail before it leaves."""
    try:
        return _postponed(request, slug)
    except ChangedMeanwhile:  # between the form's check and its save: now the form says what differs
        return _postponed(request, slug)


def _postponed(request: HttpRequest, slug: str) -> HttpResponse:
    edition = _mine_or_404(request, slug)
    if not edition.is_awaited:
        messages.info(request, _("Only a published café that is not over can be put off."))
        return redirect("organize:edit", slug)
    return _another_date(request, edition, PostponeForm, ("edition-moved", "host-moved"), "organize/postpone.html")


@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": [SELF]})
@organizers_only
def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    """Lets a cancelled edition take place after all, at its date or another; shows the mail before it leaves."""
    try:
        return _reopened(request, slug)
    except ChangedMeanwhile:
        return _reopened(request, slug)


def _reopened(request: HttpRequest, slug: str) -> HttpResponse:
    edition = _mine_or_404(request, slug)
    if not edition.is_cancelled:
        messages.info(request, _("Only a cancelled café can be reopened."))
        return redirect("organize:edit", slug)
    return _another_date(request, edition, ReopenForm, ("edition-reopened", "host-reopened"), "organize/reopen.html")


def _another_date(
    request: HttpRequest,
    edition: Edition,
    form_class: type[PostponeForm | ReopenForm],
    kinds: tuple[str, str],
    template: str,
) -> HttpResponse:
    form = form_class(edition, request.POST if request.method == "POST" else None)
    if form.is_valid() and "preview" not in request.POST:
        try:
            told = form.save(by=_reader(request))
        except CannotPublish:  # over just now
            messages.info(request, _("Somebody else has just changed this café. Look at it as it is now."))
            return redirect("organize:edit", edition.slug)
        return _moved(request, edition, told)
    if form.is_bound and form.is_done:
        return _moved(request, edition, 0)
    typed = {name: str(form[name].value() or "") for name in ("date", "starts", "ends")} | {"line": form.typed}
    to_people, to_host = kinds
    context = {
        "edition": edition,
        "form": form,
        "people": edition.rsvps.reachable().count(),
        "hosts": _host_told(edition, to_host, **typed),
        "mail": mail_address(edition, to_people, **typed),
    }
    return render(request, template, context)


def _moved(request: HttpRequest, edition: Edition, told: int) -> HttpResponse:
    messages.success(
        request,
        _("%(edition)s takes place on %(day)s.")
        % {"edition": edition.title, "day": date_format(edition.starts, "l j F Y")},
    )
    say_who_is_told(request, told)
    return redirect(edition)


def _host_told(edition: Edition, kind: str, **typed: str) -> list[tuple[HostPage, str]]:
    page = edition.host_to_tell()
    return mails_to_hosts(edition, [(kind, page)] if page else [], **typed)


@require_safe
@shows_a_mail
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
