"""The rhythm of a series: a recurrence rule (RFC 5545, 3.3.10), in days on the series' own calendar."""

import datetime
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

_DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
_DAY = f"(?:{'|'.join(_DAYS)})"
# What a rhythm of days may say. Shares of a day, an end, and an interval of nothing (which never ends) are not here.
_PARTS = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9][0-9]{0,2}",
    "BYDAY": rf"(?:[+-]?[1-5])?{_DAY}(?:,(?:[+-]?[1-5])?{_DAY})*",
    "BYMONTHDAY": r"-?(?:[12][0-9]|3[01]|[1-9])(?:,-?(?:[12][0-9]|3[01]|[1-9]))*",
    "BYMONTH": r"(?:1[0-2]|[1-9])(?:,(?:1[0-2]|[1-9]))*",
    "BYSETPOS": r"-?[1-9][0-9]?(?:,-?[1-9][0-9]?)*",
    "WKST": _DAY,
}
# These count within a month or a year; in steps of a day or a week the RFC gives them no sense.
_OF_MONTHS = {"BYMONTHDAY", "BYSETPOS"}

# A rule begins with its first day (RFC 5545, 3.3.10), a rhythm does not: its rule begins some whole steps earlier. Days
# and weeks are counted from shortly before the days that are asked for, months and years from eight years before.
_STEPS = {"DAILY": datetime.timedelta(days=1), "WEEKLY": datetime.timedelta(weeks=1)}
_LONG_BEFORE = relativedelta(years=8)

_SIMPLE = re.compile(
    rf"FREQ=(?P<freq>WEEKLY|MONTHLY)(?:;INTERVAL=(?P<interval>[0-9]+))?;BYDAY=(?P<which>-1|[1-4])?(?P<day>{_DAY})"
)
WHICH = {
    "1": pgettext_lazy("weekday of the month", "first"),
    "2": pgettext_lazy("weekday of the month", "second"),
    "3": pgettext_lazy("weekday of the month", "third"),
    "4": pgettext_lazy("weekday of the month", "fourth"),
    "-1": pgettext_lazy("weekday of the month", "last"),
}


@dataclass(frozen=True)
class Rhythm:
    """What most cafés say of their dates: a weekday (0 is Monday) every so many weeks or months.

    `which` of the month's weekdays is one of WHICH; "" every so many weeks.
    """

    weekday: int
    interval: int = 1
    which: str = ""

    @classmethod
    def of(cls, rule: str) -> "Rhythm | None":
        """The rhythm that a rule says; None for a rule that takes more than these words."""
        simple = _SIMPLE.fullmatch(rule.strip().upper().removeprefix("RRULE:"))
        if simple is None or (simple["freq"] == "MONTHLY") != bool(simple["which"]):
            return None
        return cls(_DAYS.index(simple["day"]), int(simple["interval"] or 1), simple["which"] or "")

    @property
    def rule(self) -> str:
        """As a recurrence rule (RFC 5545, 3.3.10)."""
        interval = f";INTERVAL={self.interval}" if self.interval > 1 else ""
        return f"FREQ={'MONTHLY' if self.which else 'WEEKLY'}{interval};BYDAY={self.which}{_DAYS[self.weekday]}"

    def __str__(self) -> str:
        """In words, such as “last Wednesday of each month”."""
        words = {"day": WEEKDAYS[self.weekday], "interval": self.interval}
        if not self.which:
            return ngettext("every %(day)s", "%(day)s, every %(interval)s weeks", self.interval) % words
        words["which"] = WHICH[self.which]
        return (
            ngettext("%(which)s %(day)s of each month", "%(which)s %(day)s, every %(interval)s months", self.interval)
            % words
        )


def in_words(rule: str) -> str:
    """The rule as people say it, or as it stands where that takes more than a few words; "" without a rule."""
    if not rule:
        return ""
    rhythm = Rhythm.of(rule)
    return str(rhythm) if rhythm else _("after the rule %(rule)s") % {"rule": rule}


class Cadence:
    """A rule such as FREQ=MONTHLY;BYDAY=-1WE, the last Wednesday of each month.

    `since` is a day from which “every second week” counts, forwards and backwards. Raises ValueError for
    text that is no rule, and for one that is more frequent than daily or comes to an end.
    """

    def __init__(self, rule: str, *, since: datetime.date = datetime.date(2000, 1, 3)) -> None:
        rule = rule.strip().upper().removeprefix("RRULE:")
        parts = [part.partition("=")[::2] for part in rule.split(";")]
        known = dict(parts)
        if (
            "FREQ" not in known
            or len(known) < len(parts)
            or not all(re.fullmatch(_PARTS.get(name, "(?!)"), value) for name, value in parts)
            or (known["FREQ"] in {"DAILY", "WEEKLY"} and _OF_MONTHS & set(known))
        ):
            raise ValueError(f"not a recurrence rule: {rule[:80]}")
        interval = int(known.get("INTERVAL", 1))
        self._step = _STEPS[known["FREQ"]] * interval if known["FREQ"] in _STEPS else None
        self._since = since if self._step else since - _LONG_BEFORE * interval
        self._rule: Any = rrulestr(rule, dtstart=_midnight(self._since))

    def days(self, *, after: datetime.date, count: int) -> list[datetime.date]:
        """The next days of the rhythm, none of them on or before `after`."""
        since = self._since + (after - self._since) // self._step * self._step if self._step else self._since
        return [
            moment.date() for moment in self._rule.replace(dtstart=_midnight(since)).xafter(_midnight(after), count)
        ]


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time())


def derive(days: Iterable[datetime.date]) -> str:
    """The monthly rule that most of these days follow, “last Wednesday” before “fourth Wednesday”.

    Answers "" for fewer than three days, or where no rule fits at least half of them.
    """
    days = list(days)
    rules = Counter(_rule(ordinal, day) for day in days for ordinal in _ordinals(day))
    if len(days) < 3:
        return ""
    (rule, hits), *_rest = sorted(rules.items(), key=lambda item: (-item[1], "=-1" not in item[0], item[0]))
    return rule if hits * 2 >= len(days) else ""


def _ordinals(day: datetime.date) -> list[int]:
    """Which weekday of its month it is: from the front, and -1 where it is the last."""
    is_last = day.day + 7 > monthrange(day.year, day.month)[1]
    return [(day.day - 1) // 7 + 1, *([-1] if is_last else [])]


def _rule(ordinal: int, day: datetime.date) -> str:
    return f"FREQ=MONTHLY;BYDAY={ordinal}{_DAYS[day.weekday()]}"
