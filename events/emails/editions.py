"""The mails about an edition: moved, cancelled, its venue, who may come first."""

import datetime
from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from events.emails.parts import about, cancel, edition_of, moment_in_words, request, rsvp_of
from events.models import Edition, Rsvp
from events.wallclock import in_zone
from members.models import Mail, Topic
from members.outbox import Message, kind


@kind("edition-cancelled")
def edition_cancelled(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    if edition is None or not edition.is_cancelled:
        return None
    rsvp = rsvp_of(mail)
    return replace(cancellation(edition), calendar=cancel(rsvp) if rsvp else None)


def cancellation(edition: Edition) -> Message:
    """That this edition will not take place, and why."""
    return about(
        edition,
        subject=_("Cancelled: %(edition)s"),
        opening=_("This café will not take place."),
        word=edition.cancellation_reason,
    )


@kind("edition-moved")
def edition_moved(mail: Mail) -> Message | None:
    rsvp = _still_told(mail)
    return replace(move(rsvp, _before(mail, rsvp), mail.data.get("line", "")), calendar=request(rsvp)) if rsvp else None


def move(rsvp: Rsvp, before: datetime.datetime, line: str) -> Message:
    """That the edition of this RSVP has another date than `before`."""
    edition = rsvp.edition
    if rsvp.is_asking:
        opening = _(
            "The café has moved from %(before)s to %(now)s. Your request moves with it; withdraw it if the new date "
            "does not suit you."
        )
    else:
        opening = _(
            "The café has moved from %(before)s to %(now)s. Your place moves with it; free it if the new date "
            "does not suit you."
        )
    return about(
        edition,
        subject=_("New date: %(edition)s"),
        opening=opening % {"before": moment_in_words(before), "now": moment_in_words(edition.starts)},
        word=line,
        rsvp=rsvp,
    )


@kind("edition-reopened")
def edition_reopened(mail: Mail) -> Message | None:
    rsvp = _still_told(mail)
    if rsvp is None:
        return None
    return replace(reopening(rsvp, _before(mail, rsvp), mail.data["line"]), calendar=request(rsvp))


def reopening(rsvp: Rsvp, before: datetime.datetime, line: str) -> Message:
    """That the edition of this RSVP, which was cancelled, takes place after all; `before` is the date it had."""
    edition = rsvp.edition
    if before == edition.starts_at:
        news = _("The café that was cancelled takes place after all, on %(now)s.")
    else:
        news = _("The café that was cancelled takes place after all: not on %(before)s, but on %(now)s.")
    if rsvp.is_waiting:
        then = _("You are number %(position)s on the waitlist, as you were. If you cannot come any more, leave it.") % {
            "position": edition.position_in_line(rsvp)
        }
    elif rsvp.is_asking:
        then = _(
            "Your request stands: as soon as the organizers answer, we write to you. If you cannot come any more, "
            "withdraw it."
        )
    else:
        then = _("Your place is kept. Do you still come? Say so with one click, or free it for somebody who waits.")
    return about(
        edition,
        subject=_("It takes place after all: %(edition)s"),
        opening=news % {"before": moment_in_words(before), "now": moment_in_words(edition.starts)} + " " + then,
        word=line,
        rsvp=rsvp,
        action=_("I'm coming, or I free my place") if rsvp.is_going else "",
    )


@kind("edition-venue")
def edition_venue(mail: Mail) -> Message | None:
    rsvp = _still_told(mail)
    if rsvp is None:
        return None
    message = another_venue(rsvp, mail.data.get("line", ""), was_nowhere=mail.data.get("was_nowhere", False))
    return replace(message, calendar=request(rsvp))


def another_venue(rsvp: Rsvp, line: str, *, was_nowhere: bool = False) -> Message:
    """Where the edition of this RSVP meets now; `was_nowhere` where people came to it without knowing where."""
    edition = rsvp.edition
    if edition.venue is None:
        opening = _("The café is looking for another place; the date stays the same. We write to you when it is found.")
    elif was_nowhere:
        opening = _("The secret is out: the café meets at %(venue)s.") % {"venue": edition.venue.name}
    else:
        opening = _("The café meets at %(venue)s.") % {"venue": edition.venue.name}
    return about(
        edition,
        subject=_("Where we meet: %(edition)s"),
        opening=opening,
        word=line,
        rsvp=rsvp,
    )


def _still_told(mail: Mail) -> Rsvp | None:
    """The reader's answer, while they come or wait and the edition takes place."""
    rsvp = rsvp_of(mail)
    return None if rsvp is None or rsvp.is_cancelled or not rsvp.edition.is_published else rsvp


def _before(mail: Mail, rsvp: Rsvp) -> datetime.datetime:
    """The moment at which the edition was to begin, as its clocks showed it."""
    return in_zone(datetime.datetime.fromisoformat(mail.data["before"]), rsvp.edition.series.zone)


@kind("head-start", topic=Topic.ANNOUNCEMENTS)
def head_start(mail: Mail) -> Message | None:
    edition = edition_of(mail)
    if edition is None or edition.closed_because not in {"", "not-yet"}:
        return None
    opening = _("Last time you were still waiting for a place when the café began. The next one takes RSVPs now.")
    if edition.opens and edition.opens_first:
        opening = (
            _(
                "Last time you were still waiting for a place when the café began. This time you may say that you come "
                "from %(yours)s, before everybody else: RSVPs open to all on %(opening)s."
            )
            if edition.opens_first > timezone.now()
            else _(
                "Last time you were still waiting for a place when the café began. This time you may say that you come "
                "before everybody else: RSVPs open to all on %(opening)s."
            )
        ) % {"yours": moment_in_words(edition.opens_first), "opening": moment_in_words(edition.opens)}
    return about(edition, subject=_("You first: %(edition)s"), opening=opening)
