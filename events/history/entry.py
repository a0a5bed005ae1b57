"""What a file tells, before anything is compared with what the café knows."""

import datetime
from dataclasses import dataclass, field

ROWS_AT_MOST = 20_000
YEARS = range(1900, 2101)


class Unreadable(Exception):
    """The file as a whole cannot be read; the sentence says why and what to do."""


class Refused(ValueError):
    """One line cannot be taken; the sentence says why."""


@dataclass(frozen=True)
class Remark:
    """A sentence about one line of the file."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Place:
    """Where an evening took place, as far as the file says."""

    name: str
    host: str = ""
    address: str = ""
    postal_code: str = ""
    city: str = ""


@dataclass(frozen=True)
class Entry:
    """One evening, as one line of a table or one event of a calendar tells it.

    `start` is a day (at the usual time), a naive moment (as the clocks of the series show it) or an aware one; `end`
    is a time of day, a moment of the same kinds, or how long it lasts. `number` is told as such, `title_number` only
    stands in the title; `label` names an evening that has no number, and `source` is the file's own identifier of it.
    """

    line: int
    start: datetime.date
    end: datetime.time | datetime.datetime | datetime.timedelta | None = None
    number: int | None = None
    title_number: int | None = None
    label: str = ""
    source: str = ""
    title: str = ""
    topics: tuple[str, ...] = ()
    description: str = ""
    link: str = ""
    place: Place | None = None
    whereabouts: str = ""
    capacity: int | None = None
    is_cancelled: bool = False


@dataclass
class History:
    """The evenings of a file in its order, the lines that could not be read, and what else people should know."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Remark] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    time_zone: str = ""
