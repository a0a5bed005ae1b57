"""The mails about one's own place."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from events.emails.parts import about, cancel, edition_of, moment_in_words, organizer_of, party, request, rsvp_of
from events.emails.people import first_time_lines
from events.models import Edition, Rsvp
from members.models import Mail
from members.outbox import CalendarPart, Message, kind


@kind("rsvp-going")
def rsvp_going(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_going:
        return None
    return going(rsvp, [*_who_did_it(mail), *first_time_lines(rsvp)], calendar=request(rsvp))


def going(rsvp: Rsvp, more: Sequence[str], *, calendar: CalendarPart | None = None) -> Message:
    """What somebody reads who has a place now."""
    return about(
        rsvp.edition,
        subject=_("You have a place: %(edition)s"),
        opening=party(rsvp),
        more=more,
        rsvp=rsvp,
        calendar=calendar,
    )


@kind("rsvp-waiting")
def rsvp_waiting(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_waiting:
        return None
    return waiting(rsvp, rsvp.edition.position_in_line(rsvp), _who_did_it(mail), calendar=request(rsvp))


def waiting(rsvp: Rsvp, position: int, more: Sequence[str], *, calendar: CalendarPart | None = None) -> Message:
    """What somebody reads who is in the line now, at this position."""
    if not rsvp.edition.is_full:
        opening = _(
            "There are not enough free places for all of you. You are number %(position)s on the waitlist; as soon as "
            "there are, they are yours and we write to you. With fewer people, a place is yours at once."
        )
    elif rsvp.edition.is_last_call:
        opening = _(
            "The café is full. You are number %(position)s on the waitlist. It begins soon: a place that becomes free "
            "is offered to everyone waiting, by mail, and goes to the first who says yes."
        )
    else:
        opening = _(
            "The café is full. You are number %(position)s on the waitlist; as soon as a place is free for you, it is "
            "yours and we write to you."
        )
    return about(
        rsvp.edition,
        subject=_("You are on the waitlist: %(edition)s"),
        opening=opening % {"position": position},
        more=more,
        rsvp=rsvp,
        calendar=calendar,
    )


@kind("rsvp-asking")
def rsvp_asking(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_asking:
        return None
    opening = (
        _("You come to every café. The organizers of this one say yes to each person first, so we have asked for you.")
        if rsvp.is_tentative
        else _("Thank you for wanting to come. The organizers of this café say yes to each person first.")
    )
    return about(
        rsvp.edition,
        subject=_("You have asked for a place: %(edition)s"),
        opening=opening + " " + _("You have no place yet; as soon as they answer, we write to you."),
        rsvp=rsvp,
    )


@kind("rsvp-declined")
def rsvp_declined(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_declined:
        return None
    return declined(rsvp.edition, mail.data.get("word", ""))


def declined(edition: Edition, word: str) -> Message:
    """The organizers' no, with a word of theirs."""
    return about(
        edition,
        subject=_("Not this time: %(edition)s"),
        opening=_(
            "Thank you for wanting to come. The organizers cannot give you a place at this café, and hope to see you "
            "at another one."
        ),
        word=word,
    )


@kind("rsvp-promoted")
def rsvp_promoted(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_going:
        return None
    return about(
        rsvp.edition,
        subject=_("A place is yours: %(edition)s"),
        opening=_("A place has become free, and you were next in line.") + " " + party(rsvp),
        rsvp=rsvp,
        calendar=request(rsvp),
    )


@kind("rsvp-freed")
def rsvp_freed(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_cancelled:
        return None
    subjects = {
        Rsvp.Status.WAITING: _("You have left the waitlist: %(edition)s"),
        Rsvp.Status.ASKING: _("Your request is withdrawn: %(edition)s"),
    }
    return about(
        rsvp.edition,
        subject=subjects.get(mail.data.get("was"), _("Your place is free again: %(edition)s")),
        opening=_(
            "Thank you for telling us. Should your evening change once more, you can come back as long as there "
            "are places."
        )
        if not rsvp.edition.closed_because
        else _("Thank you for telling us."),
        calendar=_calendar_without(rsvp, was=mail.data.get("was")),
    )


@kind("rsvp-offered")
def rsvp_offered(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_offered or not rsvp.edition.takes_answers:
        return None
    return about(
        rsvp.edition,
        subject=_("A place is free, first come first served: %(edition)s"),
        opening=_(
            "A place has become free so close to the café that we offer it to everyone waiting. It goes to the first "
            "who says yes."
        ),
        rsvp=rsvp,
        action=_("Yes, I take it"),
    )


@kind("standing-going")
def standing_going(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_going:
        return None
    return about(
        rsvp.edition,
        subject=_("The next café, with your place: %(edition)s"),
        opening=_(
            "You come to every café, so a place is set aside for you at this one. If this evening does not suit you, "
            "one click frees it for somebody else."
        ),
        rsvp=rsvp,
        calendar=request(rsvp),
    )


@kind("standing-waiting")
def standing_waiting(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_waiting:
        return None
    return about(
        rsvp.edition,
        subject=_("The next café, and you on the waitlist: %(edition)s"),
        opening=_(
            "You come to every café, but this one filled up with those who asked before you. You are number "
            "%(position)s on the waitlist; as soon as a place is free for you, it is yours and we write to you."
        )
        % {"position": rsvp.edition.position_in_line(rsvp)},
        rsvp=rsvp,
        calendar=request(rsvp),
    )


@kind("place-released")
def place_released(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_cancelled:
        return None
    return about(
        rsvp.edition,
        subject=_("Your place is free for others: %(edition)s"),
        opening=_(
            "We asked whether you come and have not heard from you, so the place that your standing RSVP had set aside "
            "is free for others again. If you come after all, say so on the café's page as long as there are places."
        ),
        calendar=cancel(rsvp),
    )


def _who_did_it(mail: Mail) -> list[str]:
    """Where an organizer has said it for them."""
    return [put_there_by(organizer_of(mail))] if "by" in mail.data else []


def put_there_by(name: str) -> str:
    """A sentence for whom an organizer of this name has put on the list."""
    return _(
        "%(name)s, who organizes this café, has put you on the list. If this is a mistake, one click takes you off it."
    ) % {"name": name}


@kind("place-freed")
def place_freed(mail: Mail) -> Message | None:
    """An organizer has freed it."""
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_cancelled:
        return None
    was, line = mail.data["was"], mail.data["line"]
    return freed(rsvp.edition, was, line, by=organizer_of(mail), calendar=_calendar_without(rsvp, was=was))


def freed(edition: Edition, was: Any, line: str, *, by: str, calendar: CalendarPart | None = None) -> Message:
    """What somebody reads whose place is freed, or who is taken off the list where they were, by an organizer."""
    openings = {
        Rsvp.Status.WAITING: _("%(name)s, who organizes this café, has taken you off the waitlist."),
        Rsvp.Status.ASKING: _("%(name)s, who organizes this café, has withdrawn your request."),
    }
    opening = openings.get(was, _("%(name)s, who organizes this café, has freed your place."))
    return about(
        edition,
        subject=_("You are no longer on the list: %(edition)s"),
        opening=opening % {"name": by}
        + " "
        + _("If this is a mistake, say so on the café's page, or answer this mail."),
        word=line,
        calendar=calendar,
    )


@kind("place-moved")
def place_moved(mail: Mail) -> Message | None:
    """An organizer has moved it to another evening, which another mail confirms: a calendar takes one at a time."""
    rsvp, there = rsvp_of(mail), edition_of(mail, "to")
    if rsvp is None or there is None or not rsvp.is_cancelled:
        return None
    was, line, before = mail.data["was"], mail.data["line"], rsvp.edition.starts
    return moved(there, before, was, line, by=organizer_of(mail), calendar=_calendar_without(rsvp, was=was))


def moved(
    there: Edition,
    before: datetime.datetime,
    was: Any,
    line: str,
    *,
    by: str,
    calendar: CalendarPart | None = None,
) -> Message:
    """What somebody reads whom an organizer has moved to this evening from that of another moment."""
    if was == Rsvp.Status.ASKING:
        opening = _(
            "%(name)s, who organizes this café, has moved your request to this evening, from that of %(moment)s. A "
            "mail of its own says what you have there."
        )
    else:
        opening = _(
            "%(name)s, who organizes this café, has moved you to this evening, from that of %(moment)s. A mail of its "
            "own says what you have there."
        )
    return about(
        there,
        subject=_("Another evening for you: %(edition)s"),
        opening=opening % {"name": by, "moment": moment_in_words(before)},
        word=line,
        calendar=calendar,
    )


def _calendar_without(rsvp: Rsvp, *, was: str | None) -> CalendarPart | None:
    """Takes the café out of the calendar of somebody who has gone; who had only asked never had it there."""
    return None if was == Rsvp.Status.ASKING else cancel(rsvp)
