"""Days, times and numbers as people write them in a table."""

import datetime
import re

from django.utils.translation import gettext as _

from events.history.entry import YEARS, Refused

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[\sT,]+(.*))?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[\sT,à]+(.*))?")
_CLOCK = re.compile(
    r"(\d{1,2})(?:\s*[:h]\s*(\d{2})?(?::(\d{2})(?:\.\d{1,9})?)?)?\s*(?:([ap])\.?m\.?)?\s*(z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:#|n[°º]|n[or]?\.?\s)?\s*(-?\d{1,20})(?:\.0)?", re.IGNORECASE)
NUMBER_AT_MOST = 1_000_000


def moment(text: str) -> datetime.date:
    """The day, naive moment or aware moment that a cell tells: 2019-03-27, 27/03/2019, 2019-03-27 19:00, …T19:00Z.

    A date that is written with the year at its end is read day first. Raises Refused.
    """
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day, rest = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year, rest = found.groups()
    else:
        raise Refused(_("“%(text)s” is no date: write 2019-03-27 or 27/03/2019.") % {"text": text[:60]})
    if int(year) not in YEARS:
        raise Refused(_("The year %(year)s is not between 1900 and 2100.") % {"year": year})
    try:
        on = datetime.date(int(year), int(month), int(day))
    except ValueError:
        raise Refused(
            _("There is no such day: “%(text)s” (the day comes before the month).") % {"text": text[:60]}
            if found.re is _DAY_FIRST
            else _("There is no such day: “%(text)s”.") % {"text": text[:60]}
        ) from None
    return on if not rest else datetime.datetime.combine(on, clock(rest))


def has_day(text: str) -> bool:
    """Whether the cell tells a day, and not only a time."""
    return bool(_YEAR_FIRST.match(text) or _DAY_FIRST.match(text))


def clock(text: str) -> datetime.time:
    """The time of day that a cell tells: 19:00, 19h30, 7 pm, aware with an offset. Raises Refused."""
    found = _CLOCK.fullmatch(text.strip())
    try:
        if not found:
            raise ValueError
        hour, minute, second, half, offset = found.groups()
        if half and not 1 <= int(hour) <= 12:
            raise ValueError
        hours = int(hour) % 12 + (12 if half in "pP" else 0) if half else int(hour)
        zone = None
        if offset:
            zone = datetime.time.fromisoformat(f"00:00{offset.upper()}").tzinfo
        return datetime.time(hours, int(minute or 0), int(second or 0), tzinfo=zone)
    except ValueError:
        raise Refused(_("“%(text)s” is no time such as 19:00.") % {"text": text[:60]}) from None


def number_or_label(text: str) -> tuple[int | None, str]:
    """The number that a cell tells, and otherwise the label that stands there. Raises Refused."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return None, text[:60]
    number = int(found[1])
    if not 1 <= number <= NUMBER_AT_MOST:
        raise Refused(
            _("“%(text)s” is no number of an edition: they go from 1 to %(most)s.")
            % {"text": text[:60], "most": NUMBER_AT_MOST}
        )
    return number, ""
