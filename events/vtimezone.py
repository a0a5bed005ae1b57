"""A time zone's rules as calendars want them: VTIMEZONE (RFC 5545, 3.6.5), derived from the IANA data.

Rules that return every year become RRULEs. Lists of dates (RDATE) are avoided: Outlook ignores them, and other readers
show summer editions an hour late. Changes that follow no yearly rule, Ramadan's in Morocco say, are written one by one
for the years that a file covers, and so are those of years before the present rules began.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Component, Timezone

BEGINNING = 1970  # no edition is older; by custom, a rule without a known beginning begins here
HORIZON = 2053  # 28 years ahead: every pattern of weekdays and leap years has come once
REGULAR_FOR = 10  # a rule is one that holds for as many years up to the horizon
_DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


@dataclass(frozen=True)
class Change:
    """The moment the clocks change, as they show it just before, and what they change to."""

    wall: datetime.datetime
    offset_from: datetime.timedelta
    offset_to: datetime.timedelta
    name: str
    is_daylight: bool

    @property
    def kind(self) -> tuple[object, ...]:
        """What the changes of one rule have in common."""
        return (
            self.wall.month,
            self.wall.weekday(),
            self.wall.time(),
            self.offset_from,
            self.offset_to,
            self.name,
            self.is_daylight,
        )

    def lines(self, rule: str = "", *, since: datetime.datetime | None = None) -> list[str]:
        """The lines of its observance; with a rule, for all the years that follow."""
        part = "DAYLIGHT" if self.is_daylight else "STANDARD"
        return [
            f"BEGIN:{part}",
            f"DTSTART:{since or self.wall:%Y%m%dT%H%M%S}",
            *([f"RRULE:{rule}"] if rule else []),
            f"TZOFFSETFROM:{_written(self.offset_from)}",
            f"TZOFFSETTO:{_written(self.offset_to)}",
            f"TZNAME:{self.name}",
            f"END:{part}",
        ]


def vtimezone(zone: ZoneInfo, moments: Iterable[datetime.datetime]) -> Component:
    """The component for a zone, right at each of these moments.

    Where the rules of the zone have been the same since the earliest of them, the bytes depend on the zone alone.
    """
    years = [moment.astimezone(zone).year for moment in moments] or [HORIZON]
    return _built(zone.key, *(min(max(year, BEGINNING), HORIZON) for year in (min(years), max(years))))


@lru_cache(maxsize=256)
def _built(key: str, first: int, last: int) -> Component:
    since, rules = _regular(key, first)
    lines = []
    if since > first:
        lines += _standing(key, first)
        for year in range(first, min(since - 1, last) + 1):
            for change in _changes(key, year):
                lines += change.lines()
        if since <= last:
            for change, rule in rules:
                lines += change.lines(rule)
    elif rules:
        for change, rule in rules:
            start = datetime.datetime.combine(datetime.date(BEGINNING, 1, 1), change.wall.time())
            lines += change.lines(rule, since=rrulestr(rule, dtstart=start)[0])
    else:
        lines += _standing(key, first)
    head = ["BEGIN:VTIMEZONE", f"TZID:{key}", f"X-LIC-LOCATION:{key}"]
    return Timezone.from_ical("\r\n".join([*head, *lines, "END:VTIMEZONE", ""]))


def _standing(key: str, year: int) -> list[str]:
    """The observance in force when a year begins."""
    start = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC).astimezone(ZoneInfo(key))
    offset = _offset(start)
    beginning = datetime.datetime(BEGINNING, 1, 1)  # noqa: DTZ001 (a wall clock)
    return Change(beginning, offset, offset, start.tzname() or key, is_daylight=False).lines()


def _regular(key: str, first: int) -> tuple[int, list[tuple[Change, str]]]:
    """The year since which the clocks change by yearly rules, `first` at the earliest, and these rules.

    Each rule comes with its change in that year. A year past the horizon means that there are none.
    """
    since, rules = HORIZON + 1, []
    latest = HORIZON - REGULAR_FOR + 1
    for year in range(latest, min(first, latest) - 1, -1):
        found = _rules([_changes(key, each) for each in range(year, HORIZON + 1)])
        if found is None:
            break
        since, rules = year, found
    return since, rules


def _rules(years: list[tuple[Change, ...]]) -> list[tuple[Change, str]] | None:
    """The rules that all these years follow, each with its change in the first year; None where they do not."""
    by_kind = defaultdict(list)
    for changes in years:
        for change in changes:
            by_kind[change.kind].append(change)
    rules = [(same[0], _rule([change.wall.date() for change in same])) for same in by_kind.values()]
    if all(rule and len(same) == len(years) for (_change, rule), same in zip(rules, by_kind.values(), strict=True)):
        return rules
    return None


def _rule(days: list[datetime.date]) -> str:
    """The yearly rule for days that share a month and a weekday; "" where there is none."""
    week = datetime.timedelta(days=7)
    month, weekday = days[0].month, _DAYS[days[0].weekday()]
    earliest, latest = min(day.day for day in days), max(day.day for day in days)
    if all((day + week).month != month for day in days):
        return f"FREQ=YEARLY;BYMONTH={month};BYDAY=-1{weekday}"
    if (earliest - 1) // 7 == (latest - 1) // 7:
        return f"FREQ=YEARLY;BYMONTH={month};BYDAY={(earliest - 1) // 7 + 1}{weekday}"
    if latest - earliest < 7:  # “the Saturday before the last Sunday”
        span = ",".join(str(day) for day in range(earliest, latest + 1))
        return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={span};BYDAY={weekday}"
    return ""


@lru_cache(maxsize=4096)
def _changes(key: str, year: int) -> tuple[Change, ...]:
    """The moments of a year at which the clocks of the zone change."""
    return tuple(_found(ZoneInfo(key), year))


def _found(zone: ZoneInfo, year: int) -> Iterator[Change]:
    day = 24 * 3600
    begin = int(datetime.datetime(year, 1, 1, tzinfo=datetime.UTC).timestamp())
    end = int(datetime.datetime(year + 1, 1, 1, tzinfo=datetime.UTC).timestamp())
    for start in range(begin, end, day):
        before, after = start - 1, start + day - 1
        if _offset(_at(before, zone)) == _offset(_at(after, zone)):
            continue
        while after - before > 1:
            middle = (before + after) // 2
            if _offset(_at(middle, zone)) == _offset(_at(before, zone)):
                before = middle
            else:
                after = middle
        old, new = _at(before, zone), _at(after, zone)
        offset_from, offset_to = _offset(old), _offset(new)
        yield Change(
            wall=(_at(after, datetime.UTC) + offset_from).replace(tzinfo=None),
            offset_from=offset_from,
            offset_to=offset_to,
            name=new.tzname() or zone.key,
            # Dublin and Morocco call their winter clocks “saving”: what counts is which way they go.
            is_daylight=offset_to > offset_from and bool(old.dst() or new.dst()),
        )


def _at(timestamp: int, zone: datetime.tzinfo) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(timestamp, zone)


def _offset(moment: datetime.datetime) -> datetime.timedelta:
    return moment.utcoffset() or datetime.timedelta()


def _written(offset: datetime.timedelta) -> str:
    seconds = int(offset.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else '+'}{minutes // 60:02}{minutes % 60:02}" + (f"{rest:02}" if rest else "")
