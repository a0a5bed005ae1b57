"""Calendar files (RFC 5545 and 7986): an edition is the same VEVENT, byte for byte, in feed, download and mail.

The same editions always make the same bytes: no clock, no request, no reader's language has a say in them.
"""

import copy
import datetime
import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from icalendar import Calendar, Event, vCalAddress, vDuration, vInt, vText, vUri

from events import markdown
from events.vtimezone import vtimezone
from members.dates import date_format

if TYPE_CHECKING:
    from events.models import Edition, Rsvp
    from venues.models import Venue

CONTENT_TYPE = "text/calendar; charset=utf-8"
POLL_EVERY = datetime.timedelta(hours=1)
COLOUR, APPLE_COLOUR = "teal", "#008080"  # one colour: its CSS name (RFC 7986, 5.9) and Apple's
LINE_AT_MOST = 255
PROGRAMME_LINES, PROGRAMME_LINE_AT_MOST, PROGRAMME_READ = 3, 200, 4000
EDITIONS_REMEMBERED = 1000  # reading Markdown is most of the work, and a feed is asked for again and again
# What no calendar and no XML may hold: control characters, halves of pairs, non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_MAIL_ADDRESS = re.compile(r"\S+@\S+\.\S+")


def feed(editions: Sequence["Edition"], *, name: str, zone: ZoneInfo, address: str, page: str) -> bytes:
    """A calendar to subscribe to: the editions in the order given, its name, its own address and its web page.

    There is no METHOD (clients would mail answers) and no UID of the calendar (some would keep one event of it all).
    """
    with override(settings.LANGUAGE_CODE):
        return _filled(_subscribed(name, zone, page, address), editions, zone)


def own_feed(rsvps: Sequence["Rsvp"], *, name: str, zone: ZoneInfo, page: str) -> bytes:
    """The same for one person: their cafés, those they wait for told apart. It does not spell its own address."""
    with override(settings.LANGUAGE_CODE):
        calendar = _subscribed(name, zone, page)
        return _filled(calendar, [rsvp.edition for rsvp in rsvps], zone, events=[_own(rsvp) for rsvp in rsvps])


def pieces(
    editions: Iterable["Edition"], *, name: str, zone: ZoneInfo, span: Sequence[datetime.datetime]
) -> Iterator[bytes]:
    """The calendar of one series, to be kept and not subscribed to, piece by piece: nobody has to hold all of it.

    `span` are the moments of its first and its last start, between which the rules of its zone are wanted.
    """
    end = b"END:VCALENDAR\r\n"
    with override(settings.LANGUAGE_CODE):
        calendar = _calendar()
        calendar.add("NAME", vText(line(name)))
        calendar.add_component(vtimezone(zone, span))
        head = calendar.to_ical().removesuffix(end)
    yield head
    for edition in editions:
        yield vevent(edition).to_ical()
    yield end


def download(edition: "Edition") -> bytes:
    """A file with this edition alone, to be added to whatever calendar a person has."""
    with override(settings.LANGUAGE_CODE):
        return _filled(_calendar(), [edition], edition.series.zone)


@dataclass(frozen=True)
class Invitation:
    """What a mailed calendar says beyond the edition: to whom, whether they come, its SEQUENCE and its DTSTAMP."""

    name: str
    address: str
    is_sure: bool
    sequence: int
    stamped_at: datetime.datetime


def request(edition: "Edition", invitation: Invitation) -> bytes:
    """METHOD:REQUEST (RFC 5546, 3.2.2): the edition enters one person's calendar, or changes there."""
    return _mailed(edition, "REQUEST", _addressed(vevent(edition), invitation))


def cancel(edition: "Edition", invitation: Invitation) -> bytes:
    """METHOD:CANCEL (RFC 5546, 3.2.5): the edition leaves one person's calendar, whether or not it takes place.

    But for its STATUS it is as last sent: calendars write “Cancelled” before the title themselves.
    """
    sent = copy.copy(edition)
    sent.status = sent.Status.PUBLISHED
    event = _addressed(vevent(sent), invitation)
    event["STATUS"] = vText("CANCELLED")
    return _mailed(sent, "CANCEL", event)


def uid(edition: "Edition") -> str:
    """What the edition is called in every calendar, for ever."""
    return f"edition-{edition.uid}@{settings.SITE_HOST}"


def vevent(edition: "Edition") -> Event:
    """The edition as calendars know it; its series, venue and specialties should be loaded.

    It names nobody: no ORGANIZER, no ATTENDEE. DTSTAMP is the last revision, as it is without METHOD (RFC 5545,
    3.8.7.2), and SEQUENCE and LAST-MODIFIED make clients take what changed.
    """
    with override(settings.LANGUAGE_CODE):
        event = Event()
        event.add("UID", uid(edition))
        event.add("DTSTAMP", edition.revised_at)
        event.add("CREATED", edition.created_at)
        event.add("LAST-MODIFIED", edition.revised_at)
        event.add("SEQUENCE", edition.sequence)
        event.add("DTSTART", _wall(edition.starts_at, edition.series.zone))
        event.add("DTEND", _wall(edition.ends_at, edition.series.zone))
        event.add("SUMMARY", summary(edition))
        event.add("STATUS", _status(edition))
        event.add("TRANSP", "TRANSPARENT" if edition.is_cancelled else "OPAQUE")
        if edition.venue:
            _add_place(event, edition.venue)
        lines = [*description(edition), _("Programme, access and RSVP:"), page_of(edition)]
        event.add("DESCRIPTION", "\n".join(lines))
        event.add("URL", vUri(page_of(edition)))
        if categories := [line(specialty.name) for specialty in edition.specialties.all()]:
            event.add("CATEGORIES", categories)
        return event


def summary(edition: "Edition") -> str:
    """The title on one line, saying so where the edition is cancelled or has no venue yet.

    Some clients show a cancelled event like any other: the title must tell.
    """
    title = line(edition.title)
    if edition.is_cancelled:
        title = _("Cancelled: %(edition)s") % {"edition": title}
    elif _is_tentative(edition):
        title = _("%(edition)s (venue to be confirmed)") % {"edition": title}
    return Truncator(title).chars(LINE_AT_MOST)


def description(edition: "Edition") -> list[str]:
    """What somebody with only a calendar at hand wants to know, in one to eight lines of plain text."""
    venue = edition.venue
    lines = []
    if edition.is_cancelled:
        lines += [_("This café will not take place."), line(edition.cancellation_reason)]
    elif _is_tentative(edition):
        lines.append(_("The venue is still to be confirmed."))
    if venue and venue.host and venue.host != venue.name:
        lines.append(_("Hosted by %(host)s.") % {"host": line(venue.host)})
    lines += _programme(edition.description[:PROGRAMME_READ])
    if not edition.is_cancelled:
        if venue and venue.transport:
            lines.append(_("Getting there: %(transport)s") % {"transport": line(venue.transport)})
        capacity = ngettext(
            "Room for %(count)s person, guests included.",
            "Room for %(count)s people, guests included.",
            edition.capacity,
        )
        lines.append(capacity % {"count": edition.capacity})
        for moment, sentence in (
            (edition.opens, _("RSVPs open on %(day)s at %(time)s.")),
            (edition.closes, _("RSVPs close on %(day)s at %(time)s.")),
        ):
            if moment:
                words = {"day": date_format(moment, "l j F"), "time": date_format(moment, "TIME_FORMAT")}
                lines.append(sentence % words)
    return [text for text in lines if text]


def place(venue: "Venue") -> str:
    """The venue's name and postal address on one line."""
    where = [line(venue.name), line(venue.street_address)]
    return Truncator(", ".join(part for part in where if part)).chars(LINE_AT_MOST)


def page_of(edition: "Edition") -> str:
    """The absolute address of the edition's page, in the language of the house."""
    return settings.SITE_URL + edition.get_absolute_url()


def line(text: str) -> str:
    """The text on one line: no line break or control character, single blanks, none at its ends.

    Spaces that do not break stay: French puts them before its colons.
    """
    return re.sub(r"\s*[ \t\r\n]\s*", " ", _UNPRINTABLE.sub(" ", text)).strip()


def _subscribed(name: str, zone: ZoneInfo, page: str, address: str = "") -> Calendar:
    calendar = _calendar()
    for key in ("NAME", "X-WR-CALNAME"):
        calendar.add(key, vText(line(name)))
    calendar.add("X-WR-TIMEZONE", vText(zone.key))
    calendar.add("REFRESH-INTERVAL", vDuration(POLL_EVERY), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(POLL_EVERY))
    if address:
        calendar.add("SOURCE", vUri(address), parameters={"VALUE": "URI"})
    calendar.add("URL", vUri(page))
    calendar.add("COLOR", vText(COLOUR))
    calendar.add("X-APPLE-CALENDAR-COLOR", vText(APPLE_COLOUR))
    return calendar


def _own(rsvp: "Rsvp") -> Event:
    """The edition as one of its people has it: the public event, but for a place that is not sure yet.

    Its stamps are the later of the two revisions: clients take what changed only where LAST-MODIFIED is newer, and a
    place given from the waitlist changes this person's event alone.
    """
    edition = rsvp.edition
    event = vevent(edition)
    if rsvp.is_waiting and not edition.is_cancelled:
        event["STATUS"] = vText("TENTATIVE")
        title = _("Waitlist: %(edition)s") % {"edition": summary(edition)}
        event["SUMMARY"] = vText(Truncator(title).chars(LINE_AT_MOST))
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        del event[name]
        event.add(name, max(edition.revised_at, rsvp.changed_at))
    return event


def _calendar() -> Calendar:
    # `Calendar.new()` would add a random UID; `add_missing_timezones()` lists of dates instead of rules.
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    association = line(settings.COMMUNITY_NAME).replace("/", " ")
    calendar.add("PRODID", f"-//{association}//{settings.SITE_HOST}//{settings.LANGUAGE_CODE.upper()}")
    calendar.add("CALSCALE", "GREGORIAN")
    return calendar


def _mailed(edition: "Edition", method: str, event: Event) -> bytes:
    with override(settings.LANGUAGE_CODE):
        calendar = _calendar()
        calendar.add("METHOD", method)
        return _filled(calendar, [edition], edition.series.zone, events=[event])


def _addressed(event: Event, invitation: Invitation) -> Event:
    """The event, for this person alone: nobody sees another's address."""
    event["SEQUENCE"] = vInt(invitation.sequence)
    del event["DTSTAMP"]
    event.add("DTSTAMP", invitation.stamped_at)
    organizer = vCalAddress(f"mailto:{settings.MAIL_FROM}")
    organizer.params["CN"] = line(settings.COMMUNITY_NAME).replace('"', "'")
    event.add("ORGANIZER", organizer)
    attendee = vCalAddress(f"mailto:{invitation.address}")
    attendee.params["CUTYPE"] = "INDIVIDUAL"
    attendee.params["ROLE"] = "REQ-PARTICIPANT"
    attendee.params["PARTSTAT"] = "ACCEPTED" if invitation.is_sure else "TENTATIVE"
    attendee.params["RSVP"] = "TRUE"  # without it, Apple shows no buttons
    attendee.params["CN"] = line(invitation.name).replace('"', "'")
    event.add("ATTENDEE", attendee)
    return event


def _filled(
    calendar: Calendar,
    editions: Sequence["Edition"],
    zone: ZoneInfo,
    events: list[Event] | None = None,
) -> bytes:
    """The bytes of the calendar with these editions and, before them, the rules of their zones."""
    moments: dict[str, list[datetime.datetime]] = defaultdict(list)
    for edition in editions:
        moments[edition.series.time_zone] += [edition.starts_at, edition.ends_at]
    for key in sorted(moments) or [zone.key]:  # a calendar holds one component or more (RFC 5545, 3.6)
        calendar.add_component(vtimezone(ZoneInfo(key), moments[key]))
    for event in events or map(vevent, editions):
        calendar.add_component(event)
    return calendar.to_ical()


def _wall(moment: datetime.datetime, zone: ZoneInfo) -> datetime.datetime:
    """The moment on the zone's clocks, or in UTC in the hour that they show twice.

    RFC 5545 (3.3.5) means the first of the two; libical and ical.js take the second.
    """
    wall = moment.astimezone(zone)
    is_shown_twice = wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()
    return moment.astimezone(datetime.UTC) if is_shown_twice else wall


def _status(edition: "Edition") -> str:
    if edition.is_cancelled:
        return "CANCELLED"
    return "TENTATIVE" if _is_tentative(edition) else "CONFIRMED"


def _is_tentative(edition: "Edition") -> bool:
    """Whether its venue is to be confirmed.

    That of an evening written down afterwards, from an old list say, is unknown for ever; asking today's date instead
    would change the bytes without a revision.
    """
    return edition.venue is None and (edition.published_at or edition.created_at) < edition.starts_at


def _add_place(event: Event, venue: "Venue") -> None:
    event.add("LOCATION", place(venue))
    if venue.latitude is None or venue.longitude is None:
        return
    # As vUri, which is written as it is: vText would escape the semicolon, and vGeo write 0.00001 as 1e-05.
    event.add("GEO", vUri(f"{venue.latitude:.6f};{venue.longitude:.6f}"))
    # Apple's own: GEO alone gives neither the map nor the time to leave. Quotes cannot be written in a parameter.
    event.add(
        "X-APPLE-STRUCTURED-LOCATION",
        vUri(f"geo:{venue.latitude:.6f},{venue.longitude:.6f}"),
        parameters={
            "VALUE": "URI",
            "X-ADDRESS": line(venue.street_address.replace('"', " ")) or line(venue.name.replace('"', " ")),
            "X-APPLE-RADIUS": "70",
            "X-TITLE": line(venue.name.replace('"', " ")),
        },
    )


@lru_cache(maxsize=EDITIONS_REMEMBERED)
def _programme(text: str) -> tuple[str, ...]:
    """The first lines of the programme as plain text; a line with a mail address is left out, for robots read feeds."""
    plain = html.unescape(strip_tags(markdown.render(_UNPRINTABLE.sub(" ", text))))
    lines = [line(each) for each in plain.splitlines()]
    lines = [each for each in lines if each and not _MAIL_ADDRESS.search(each)]
    return tuple(Truncator(each).chars(PROGRAMME_LINE_AT_MOST) for each in lines[:PROGRAMME_LINES])
