"""The mails about one's own place."""

from django.utils.translation import gettext as _

from events.emails.parts import about, cancel, edition_of, moment_in_words, organizer_of, party, request, rsvp_of
from events.emails.people import first_time_lines
from members.models import Mail
from members.outbox import Message, kind


@kind("rsvp-going")
def rsvp_going(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_going:
        return None
    return about(
        rsvp.edition,
        subject=_("You have a place: %(edition)s"),
        opening=party(rsvp),
        more=[*_who_did_it(mail), *first_time_lines(rsvp)],
        rsvp=rsvp,
        calendar=request(rsvp),
    )


@kind("rsvp-waiting")
def rsvp_waiting(mail: Mail) -> Message | None:
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_waiting:
        return None
    words = {"position": rsvp.edition.position_in_line(rsvp)}
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
        opening=opening % words,
        more=_who_did_it(mail),
        rsvp=rsvp,
        calendar=request(rsvp),
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
    return about(
        rsvp.edition,
        subject=_("You have left the waitlist: %(edition)s")
        if mail.data.get("was_waiting")
        else _("Your place is free again: %(edition)s"),
        opening=_(
            "Thank you for telling us. Should your evening change once more, you can come back as long as there "
            "are places."
        )
        if not rsvp.edition.closed_because
        else _("Thank you for telling us."),
        calendar=cancel(rsvp),
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
    if "by" not in mail.data:
        return []
    return [
        _(
            "%(name)s, who organizes this café, has put you on the list. If this is a mistake, one click takes you off "
            "it."
        )
        % {"name": organizer_of(mail)}
    ]


@kind("place-freed")
def place_freed(mail: Mail) -> Message | None:
    """An organizer has freed it."""
    rsvp = rsvp_of(mail)
    if rsvp is None or not rsvp.is_cancelled:
        return None
    opening = (
        _("%(name)s, who organizes this café, has taken you off the waitlist.")
        if mail.data["was_waiting"]
        else _("%(name)s, who organizes this café, has freed your place.")
    )
    return about(
        rsvp.edition,
        subject=_("You are no longer on the list: %(edition)s"),
        opening=opening % {"name": organizer_of(mail)}
        + " "
        + _("If this is a mistake, say so on the café's page, or answer this mail."),
        word=mail.data["line"],
        calendar=cancel(rsvp),
    )


@kind("place-moved")
def place_moved(mail: Mail) -> Message | None:
    """An organizer has moved it to another evening, which another mail confirms: a calendar takes one at a time."""
    rsvp, there = rsvp_of(mail), edition_of(mail, "to")
    if rsvp is None or there is None or not rsvp.is_cancelled:
        return None
    return about(
        there,
        subject=_("Another evening for you: %(edition)s"),
        opening=_(
            "%(name)s, who organizes this café, has moved you to this evening, from that of %(moment)s. A mail of its "
            "own says what you have there."
        )
        % {"name": organizer_of(mail), "moment": moment_in_words(rsvp.edition.starts)},
        word=mail.data["line"],
        calendar=cancel(rsvp),
    )
