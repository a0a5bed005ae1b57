"""What the mails about a café say; the words are made when the mail leaves, so that they are true then."""

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import ics
from events.models import Edition, Rsvp
from events.wallclock import in_zone
from members.models import Mail
from members.outbox import CalendarPart, Link, Message, kind


@kind("rsvp-going")
def rsvp_going(mail: Mail) -> Message | None:
    rsvp = _rsvp_of(mail)
    if rsvp is None or not rsvp.is_going:
        return None
    return _about(
        rsvp.edition,
        subject=_("You have a place: %(edition)s"),
        opening=_party(rsvp),
        rsvp=rsvp,
        calendar=_request(rsvp),
    )


@kind("rsvp-waiting")
def rsvp_waiting(mail: Mail) -> Message | None:
    rsvp = _rsvp_of(mail)
    if rsvp is None or not rsvp.is_waiting:
        return None
    position = rsvp.edition.position_in_line(rsvp)
    return _about(
        rsvp.edition,
        subject=_("You are on the waitlist: %(edition)s"),
        opening=_(
            "The café is full. You are number %(position)s on the waitlist; as soon as a place is free for you, "
            "it is yours and we write to you."
        )
        % {"position": position},
        rsvp=rsvp,
        calendar=_request(rsvp),
    )


@kind("rsvp-promoted")
def rsvp_promoted(mail: Mail) -> Message | None:
    rsvp = _rsvp_of(mail)
    if rsvp is None or not rsvp.is_going:
        return None
    return _about(
        rsvp.edition,
        subject=_("A place is yours: %(edition)s"),
        opening=_("A place has become free, and you were next in line.") + " " + _party(rsvp),
        rsvp=rsvp,
        calendar=_request(rsvp),
    )


@kind("rsvp-freed")
def rsvp_freed(mail: Mail) -> Message | None:
    rsvp = _rsvp_of(mail)
    if rsvp is None or not rsvp.is_cancelled:
        return None
    return _about(
        rsvp.edition,
        subject=_("Your place is free again: %(edition)s"),
        opening=_(
            "Thank you for telling us. Should your evening change once more, you can come back as long as there "
            "are places."
        ),
        calendar=_cancel(rsvp),
    )


@kind("edition-cancelled")
def edition_cancelled(mail: Mail) -> Message | None:
    edition = _edition_of(mail)
    if edition is None or not edition.is_cancelled:
        return None
    rsvp = _rsvp_of(mail)
    return _about(
        edition,
        subject=_("Cancelled: %(edition)s"),
        opening=_("This café will not take place."),
        more=[edition.cancellation_reason] if edition.cancellation_reason else [],
        calendar=_cancel(rsvp) if rsvp else None,
    )


@kind("edition-moved")
def edition_moved(mail: Mail) -> Message | None:
    edition = _edition_of(mail)
    rsvp = _rsvp_of(mail)
    if edition is None or rsvp is None or rsvp.is_cancelled or not edition.is_published:
        return None
    before = datetime.datetime.fromisoformat(mail.data["before"]).astimezone(edition.series.zone)
    return _about(
        edition,
        subject=_("New date: %(edition)s"),
        opening=_(
            "The café has moved from %(before)s to %(now)s. Your place moves with it; free it if the new date "
            "does not suit you."
        )
        % {"before": _moment(before), "now": _moment(edition.starts)},
        rsvp=rsvp,
        calendar=_request(rsvp),
    )


@kind("edition-venue")
def edition_venue(mail: Mail) -> Message | None:
    edition = _edition_of(mail)
    rsvp = _rsvp_of(mail)
    if edition is None or rsvp is None or rsvp.is_cancelled or not edition.is_published:
        return None
    if edition.venue is None:
        opening = _("The café is looking for another place; the date stays the same. We write to you when it is found.")
    else:
        opening = _("The café meets at %(venue)s.") % {"venue": edition.venue.name}
    return _about(
        edition,
        subject=_("Where we meet: %(edition)s"),
        opening=opening,
        rsvp=rsvp,
        calendar=_request(rsvp),
    )


@kind("rsvp-offered")
def rsvp_offered(mail: Mail) -> Message | None:
    rsvp = _rsvp_of(mail)
    if rsvp is None or not rsvp.is_offered or rsvp.edition.closed_because:
        return None
    return _about(
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
    rsvp = _rsvp_of(mail)
    if rsvp is None or not rsvp.is_going:
        return None
    return _about(
        rsvp.edition,
        subject=_("The next café, with your place: %(edition)s"),
        opening=_(
            "You come to every café, so a place is set aside for you at this one. If this evening does not suit you, "
            "one click frees it for somebody else."
        ),
        rsvp=rsvp,
        calendar=_request(rsvp),
    )


@kind("standing-waiting")
def standing_waiting(mail: Mail) -> Message | None:
    rsvp = _rsvp_of(mail)
    if rsvp is None or not rsvp.is_waiting:
        return None
    return _about(
        rsvp.edition,
        subject=_("The next café, and you on the waitlist: %(edition)s"),
        opening=_(
            "You come to every café, but this one filled up with those who asked before you. You are number "
            "%(position)s on the waitlist; as soon as a place is free for you, it is yours and we write to you."
        )
        % {"position": rsvp.edition.position_in_line(rsvp)},
        rsvp=rsvp,
        calendar=_request(rsvp),
    )


@kind("head-start")
def head_start(mail: Mail) -> Message | None:
    edition = _edition_of(mail)
    if edition is None or edition.closed_because not in {"", "not-yet"}:
        return None
    return _about(
        edition,
        subject=_("You first: %(edition)s"),
        opening=_(
            "Last time you were still waiting for a place when the café began. This time you may say that you come "
            "before everybody else: RSVPs open to all on %(opening)s."
        )
        % {"opening": _moment(in_zone(edition.opens_at, edition.series.zone))}
        if edition.opens_at
        else _("Last time you were still waiting for a place when the café began. The next one takes RSVPs now."),
    )


@kind("reconfirm")
def reconfirm(mail: Mail) -> Message | None:
    rsvp = _rsvp_of(mail)
    if rsvp is None or not rsvp.must_answer or rsvp.edition.closed_because in {"draft", "cancelled", "past"}:
        return None
    opening = _(
        "The café is near. Do you still come? Say so with one click, or free your place for somebody who waits."
    )
    if rsvp.is_tentative:
        opening += " " + _(
            "Your place comes from your standing RSVP: without an answer by the day before, it goes to the line."
        )
    return _about(
        rsvp.edition,
        subject=_("Do you come? %(edition)s"),
        opening=opening,
        rsvp=rsvp,
        action=_("I'm coming, or I free my place"),
    )


@kind("place-released")
def place_released(mail: Mail) -> Message | None:
    rsvp = _rsvp_of(mail)
    if rsvp is None or not rsvp.is_cancelled:
        return None
    return _about(
        rsvp.edition,
        subject=_("Your place went to the line: %(edition)s"),
        opening=_(
            "We asked whether you come and have not heard from you, so the place that your standing RSVP had set aside "
            "went to somebody who waits. If you come after all, join the line again."
        ),
        calendar=_cancel(rsvp),
    )


@kind("reply-accepted")
def reply_accepted(mail: Mail) -> Message | None:
    rsvp = _rsvp_of(mail)
    if rsvp is None or not rsvp.is_going or rsvp.must_answer:
        return None
    return _about(
        rsvp.edition,
        subject=_("Noted, you come: %(edition)s"),
        opening=_("Your calendar has told us that you come.") + " " + _party(rsvp),
        rsvp=rsvp,
    )


@kind("reply-tentative")
def reply_tentative(mail: Mail) -> Message | None:
    rsvp = _rsvp_of(mail)
    if rsvp is None or rsvp.is_cancelled or rsvp.edition.closed_because in {"draft", "cancelled", "past"}:
        return None
    return _about(
        rsvp.edition,
        subject=_("Maybe is noted: %(edition)s"),
        opening=_(
            "Your calendar has told us that you may come. Nothing changes for now: what you have stays yours. Once you "
            "know that you cannot come, free your place for somebody else."
        ),
        rsvp=rsvp,
    )


@kind("reply-refused")
def reply_refused(mail: Mail) -> Message | None:
    rsvp = _rsvp_of(mail)
    if rsvp is None or rsvp.edition.closed_because in {"draft", "cancelled", "past"}:
        return None
    return _about(
        rsvp.edition,
        subject=_("One more click, please: %(edition)s"),
        opening=_refusal(mail.data["reason"]),
        rsvp=rsvp,
        action=_("Say whether I come"),
    )


@kind("reply-unknown")
def reply_unknown(mail: Mail) -> Message | None:
    edition = _edition_of(mail)
    if edition is None or edition.closed_because:
        return None
    return _about(
        edition,
        subject=_("Do you want to come? %(edition)s"),
        opening=_(
            "A calendar has answered us from this address, but nobody with a place at this café has it, and nothing "
            "was changed. If you would like to come, or have another address here, say so on the page."
        ),
    )


def _refusal(reason: str) -> str:
    """Why the answer of a calendar changed nothing, and what to do."""
    sentences = {
        "unproven": _(
            "An answer has come from your calendar, or from somebody who uses your address: the mail does not prove "
            "which. So nothing was changed. On your page, one click says whether you come."
        ),
        "stale": _(
            "Your calendar has answered an earlier invitation, and the café has changed since. So nothing was changed. "
            "Look at the new date, and say with one click whether you come."
        ),
        "closed": _(
            "Your calendar has told us that you would like to come, but this café takes no RSVPs at this moment. So "
            "nothing was changed. Your page says how things stand."
        ),
    }
    return sentences.get(
        reason,
        _(
            "An answer has come from your calendar that we cannot take as it is. So nothing was changed. On your page, "
            "one click says whether you come."
        ),
    )


def _request(rsvp: Rsvp) -> CalendarPart:
    """Puts the café into the reader's calendar, or changes it there."""
    return CalendarPart("REQUEST", ics.request(rsvp.edition, _invitation(rsvp)))


def _cancel(rsvp: Rsvp) -> CalendarPart:
    """Takes the café out of the reader's calendar."""
    return CalendarPart("CANCEL", ics.cancel(rsvp.edition, _invitation(rsvp)))


def _invitation(rsvp: Rsvp) -> ics.Invitation:
    return ics.Invitation(
        name=rsvp.member.name,
        address=rsvp.member.email,
        is_sure=not rsvp.is_waiting,
        sequence=rsvp.sequence,
        stamped_at=rsvp.stamp(),
    )


def _edition_of(mail: Mail) -> Edition | None:
    return Edition.objects.select_related("series", "venue").filter(pk=mail.data["edition"]).first()


def _rsvp_of(mail: Mail) -> Rsvp | None:
    return (
        Rsvp.objects.select_related("edition__series", "edition__venue", "member")
        .filter(edition=mail.data["edition"], member=mail.member)
        .first()
    )


def _about(
    edition: Edition,
    *,
    subject: str,
    opening: str,
    more: list[str] | None = None,
    rsvp: Rsvp | None = None,
    action: str = "",
    calendar: CalendarPart | None = None,
) -> Message:
    """A message about an edition: the opening, the facts, the way to its page and, with an RSVP, the way out.

    Whoever has a place finds the code for the door in each of them: people show the latest mail.
    """
    page = settings.SITE_URL + edition.get_absolute_url()
    links = []
    if rsvp is not None:
        page = settings.SITE_URL + reverse("events:place", args=[edition.slug, rsvp.token("place")])
        links.append(Link(_("Leave the waitlist") if rsvp.is_waiting else _("I cannot come: free my place"), page))
        links.append(Link(_("Add to my calendar"), settings.SITE_URL + reverse("feeds:edition", args=[edition.slug])))
    return Message(
        subject=subject % {"edition": edition.title},
        paragraphs=[opening, *(more or [])],
        facts=[
            (
                _("When"),
                _("%(day)s, %(start)s to %(end)s")
                % {
                    "day": date_format(edition.starts, "l j F Y"),
                    "start": date_format(edition.starts, "TIME_FORMAT"),
                    "end": date_format(edition.ends, "TIME_FORMAT"),
                },
            ),
            (_("Where"), _where(edition)),
        ],
        action=Link(action or _button(rsvp), page),
        links=links,
        qr=settings.SITE_URL + rsvp.door_path if rsvp is not None and rsvp.is_going else "",
        calendar=calendar,
    )


def _button(rsvp: Rsvp | None) -> str:
    if rsvp is None:
        return _("See the café")
    return _("My position in the line") if rsvp.is_waiting else _("My place")


def _party(rsvp: Rsvp) -> str:
    if rsvp.guests == 0:
        return _("We look forward to seeing you.")
    return ngettext(
        "We look forward to seeing you and your guest.",
        "We look forward to seeing you and your %(guests)s guests.",
        rsvp.guests,
    ) % {"guests": rsvp.guests}


def _where(edition: Edition) -> str:
    if edition.venue is None:
        return _("to be confirmed")
    return ", ".join(part for part in [edition.venue.name, edition.venue.street_address] if part)


def _moment(moment: datetime.datetime) -> str:
    return _("%(day)s at %(time)s") % {
        "day": date_format(moment, "l j F Y"),
        "time": date_format(moment, "TIME_FORMAT"),
    }
