"""What the mails about a café are made of: the facts, the links, the calendar; and whom they are about."""

import datetime
from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import ics
from events.models import Edition, Rsvp
from members.dates import date_format
from members.models import Mail, Member
from members.outbox import CalendarPart, Link, Message


def edition_of(mail: Mail, role: str = "edition") -> Edition | None:
    """The edition that the mail is about, or another that its data name."""
    return Edition.objects.select_related("series", "venue").filter(pk=mail.data[role]).first()


def rsvp_of(mail: Mail) -> Rsvp | None:
    return (
        Rsvp.objects.select_related("edition__series", "edition__venue", "member")
        .filter(edition=mail.data["edition"], member=mail.member)
        .first()
    )


def about(
    edition: Edition,
    *,
    subject: str,
    opening: str,
    more: Sequence[str] = (),
    word: str = "",
    rsvp: Rsvp | None = None,
    action: str = "",
    calendar: CalendarPart | None = None,
) -> Message:
    """A message about an edition: the opening and more, a word of its organizers, the facts, its page, the way out.

    Whoever has a place finds the code for the door in each of them, as people show the latest mail, and from the day
    before on how to get in.
    """
    page = settings.SITE_URL + edition.get_absolute_url()
    getting_in = edition.getting_in_for(rsvp)
    links = []
    if rsvp is not None:
        page = settings.SITE_URL + reverse("events:place", args=[edition.slug, rsvp.token("place")])
        links.append(Link(_way_out(rsvp), page))
        links.append(Link(_("Add to my calendar"), settings.SITE_URL + reverse("feeds:edition", args=[edition.slug])))
    return Message(
        subject=subject % {"edition": edition.title},
        paragraphs=[opening, *more],
        word=word,
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
            *([(_("Getting in"), getting_in)] if getting_in else []),
        ],
        action=Link(action or _button(rsvp), page),
        links=links,
        notes=[_("The host's reception sees your name and those of your guests.")] if rsvp and rsvp.is_going else [],
        qr=settings.SITE_URL + rsvp.door_path if rsvp is not None and rsvp.is_going else "",
        calendar=calendar,
    )


def organizer_of(mail: Mail) -> str:
    """The name of the organizer who caused the mail, or a word for them where they have left."""
    organizer = Member.objects.filter(pk=mail.data.get("by")).first()
    return organizer.name if organizer else _("Somebody of the organizers")


def party(rsvp: Rsvp) -> str:
    if rsvp.guests == 0:
        return _("We look forward to seeing you.")
    return ngettext(
        "We look forward to seeing you and your guest.",
        "We look forward to seeing you and your %(guests)s guests.",
        rsvp.guests,
    ) % {"guests": rsvp.guests}


def request(rsvp: Rsvp) -> CalendarPart | None:
    """Puts the café into the reader's calendar, or changes it there; not before the organizers have let them in."""
    return None if rsvp.is_asking else CalendarPart("REQUEST", ics.request(rsvp.edition, _invitation(rsvp)))


def cancel(rsvp: Rsvp) -> CalendarPart | None:
    """Takes the café out of the reader's calendar, where it came once they had been let in."""
    return None if rsvp.is_asking else CalendarPart("CANCEL", ics.cancel(rsvp.edition, _invitation(rsvp)))


def _invitation(rsvp: Rsvp) -> ics.Invitation:
    return ics.Invitation(
        name=rsvp.member.name,
        address=rsvp.member.email,
        is_sure=not rsvp.is_waiting,
        sequence=rsvp.sequence,
        stamped_at=rsvp.stamp(),
    )


def _button(rsvp: Rsvp | None) -> str:
    if rsvp is None:
        return _("See the café")
    if rsvp.is_asking:
        return _("My request")
    return _("My position in the line") if rsvp.is_waiting else _("My place")


def _way_out(rsvp: Rsvp) -> str:
    if rsvp.is_asking:
        return _("Withdraw my request")
    return _("Leave the waitlist") if rsvp.is_waiting else _("I cannot come: free my place")


def _where(edition: Edition) -> str:
    if edition.venue is None:
        return _("to be confirmed")
    return ", ".join(part for part in [edition.venue.name, edition.venue.street_address] if part)


def moment_in_words(moment: datetime.datetime) -> str:
    return _("%(day)s at %(time)s") % {
        "day": date_format(moment, "l j F Y"),
        "time": date_format(moment, "TIME_FORMAT"),
    }
