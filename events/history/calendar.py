"""The reader of calendar files (iCalendar, RFC 5545), as Meetup, Luma, Mobilizon and Google Calendar export them."""

import datetime
import re
import warnings
from typing import Any

from django.utils.translation import gettext as _
from icalendar import Calendar, Component, Event

from events.history import places
from events.history.entry import ROWS_AT_MOST, YEARS, Entry, History, Refused, Remark, Unreadable
from events.history.moments import NUMBER_AT_MOST
from events.history.words import clean, one_line, without_html

# More than any real export has; a file made to hurt stops here.
DESCRIPTION_AT_MOST = 100_000
LINE_AT_MOST = 5_000
LINES_AT_MOST = 20_000
ZONES_AT_MOST = 200
_NUMBER = re.compile(r"(?:^|(?<=[\s(\[]))(?:#\s?|n[°º]\s?|no\.\s?)(\d{1,7})(?![\w.,]\d)\b", re.IGNORECASE)
_LUMA = re.compile(r"https://(?:lu\.ma|luma\.com)/[\w~/?=&%.-]*[\w~/=&%-]")


def read(text: str) -> History:
    """The evenings of a calendar: each event that takes place once, with the line on which it begins."""
    history = History()
    events, head = _cut_out(text)
    if len(events) > ROWS_AT_MOST:
        raise Unreadable(_("The calendar has more than %(most)s events: cut it in parts.") % {"most": ROWS_AT_MOST})
    zone = re.search(r"^X-WR-TIMEZONE[^:\n]*:(.+)$", head, re.MULTILINE | re.IGNORECASE)
    history.time_zone = zone[1].strip()[:60] if zone else ""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's guesses about time zones are checked below
        _learn_time_zones(head)
        for line, event in events:
            try:
                history.entries.append(_entry(line, event))
            except Refused as refused:
                history.problems.append(Remark(line, str(refused)))
    return history


def _cut_out(text: str) -> tuple[list[tuple[int, str]], str]:
    """Each event with the number of its first line, and all that stands around them.

    Events are read one by one, so that a broken one costs only itself.
    """
    events: list[tuple[int, str]] = []
    around: list[str] = []
    begun = 0
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        mark = line.strip().upper()
        if mark == "BEGIN:VEVENT" or (begun and mark == "END:VCALENDAR"):
            if begun:  # the one before never ended
                events.append((begun, ""))
            begun, lines = (number, []) if mark == "BEGIN:VEVENT" else (0, [])
        if begun:
            lines.append(line)
            if mark == "END:VEVENT":
                events.append((begun, "\r\n".join(lines)))
                begun = 0
        else:
            around.append(line)
    if begun:
        events.append((begun, ""))
    return events, "\n".join(around)


def _learn_time_zones(head: str) -> None:
    """Makes the library know the time zones that the file defines under names of its own."""
    for part in head.split("BEGIN:VTIMEZONE\n")[1:][:ZONES_AT_MOST]:
        definition = f"BEGIN:VTIMEZONE\n{part.partition('END:VTIMEZONE')[0]}END:VTIMEZONE\n"
        try:
            Calendar.from_ical(f"BEGIN:VCALENDAR\n{definition}END:VCALENDAR\n".replace("\n", "\r\n"))
        except Exception:  # noqa: S112 (whatever is wrong with it, its events will say that their zone is unknown)
            continue


def _entry(line: int, text: str) -> Entry:
    if not text:
        raise Refused(_("This event begins and never ends."))
    try:
        event = Event.from_ical(text) if text.count("\n") < LINES_AT_MOST else None
    except Exception:  # a parser that is handed anything may fail in any way; the event is lost, the file is not
        event = None
    if event is None:
        raise Refused(_("This event is not written as a calendar file should be."))
    if any(name in event for name in ("RRULE", "RDATE")):
        raise Refused(_("This event repeats; only single evenings can be taken. Export its dates one by one."))
    if _text(event, "CLASS").upper() in {"PRIVATE", "CONFIDENTIAL"}:
        raise Refused(_("This event is marked as private."))
    start = _moment(event, "DTSTART")
    if start is None:
        raise Refused(_("This event has no date."))
    if start.year not in YEARS:
        raise Refused(_("The year %(year)s is not between 1900 and 2100.") % {"year": start.year})
    title = one_line(_text(event, "SUMMARY")[:LINE_AT_MOST])
    number = next((int(found[1]) for found in _NUMBER.finditer(title) if 1 <= int(found[1]) <= NUMBER_AT_MOST), None)
    description = clean(without_html(_text(event, "DESCRIPTION")[:DESCRIPTION_AT_MOST]))
    where = clean(_text(event, "LOCATION")[:LINE_AT_MOST])
    link = one_line(_text(event, "URL"))
    if not link and (luma := _LUMA.search(description)):
        link = luma[0]
    is_elsewhere = places.is_elsewhere(where)
    return Entry(
        line=line,
        start=start,
        end=_end(event, start),
        title_number=number,
        source=_source(event, start),
        title=title,
        description=description,
        link=link,
        place=None if is_elsewhere else places.located(where),
        whereabouts=one_line(where) if is_elsewhere else "",
        is_cancelled=_text(event, "STATUS").upper() == "CANCELLED",
    )


def _source(event: Component, start: datetime.date) -> str:
    """What identifies the event in its calendar: its UID, and which repetition it is (RFC 5545, 3.8.4.4)."""
    uid = one_line(_text(event, "UID")) or start.isoformat()
    repetition = _moment(event, "RECURRENCE-ID")
    return f"{uid} {repetition.isoformat()}" if repetition else uid


def _end(event: Component, start: datetime.date) -> datetime.datetime | datetime.timedelta | None:
    """The end of an event that has a time; an event of whole days has none of use."""
    if not isinstance(start, datetime.datetime):
        return None
    end = _moment(event, "DTEND")
    if end is not None:
        return end if isinstance(end, datetime.datetime) else None
    duration = _value(event, "DURATION")
    return duration if isinstance(duration, datetime.timedelta) else None


def _moment(event: Component, name: str) -> datetime.date | None:
    """A day, a naive moment or an aware one. Raises Refused for a zone that nobody knows."""
    value = _value(event, name)
    if not isinstance(value, datetime.date):
        return None
    zone = _first(event[name]).params.get("TZID")
    if zone and isinstance(value, datetime.datetime) and value.tzinfo is None:
        raise Refused(_("The time zone “%(zone)s” is not known.") % {"zone": one_line(str(zone))[:60]})
    return value


def _value(event: Component, name: str) -> Any:
    if name not in event:
        return None
    try:
        return _first(event[name]).dt
    except (AttributeError, ValueError, TypeError, OverflowError):
        raise Refused(_("The date of this event cannot be read (%(property)s).") % {"property": name}) from None


def _text(event: Component, name: str) -> str:
    return str(_first(event.get(name, "")))


def _first(values: Any) -> Any:
    """A property that a file gives twice counts once."""
    return values[0] if isinstance(values, list) else values
