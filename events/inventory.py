"""The mix of trades of an evening, told without pointing at anybody.

Who shows their trade to the reader counts as what they are: the reader sees no more in a number than in the list of
names. Those whom the reader may not see count under their trade by whole threes only, else under its family, by whole
threes again, else among those whose trade is not told. Who shows themselves to nobody is always among the last.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from members.company import in_company

PEOPLE_AT_LEAST = 5  # fewer than this could be told apart by their trades


class Openness(Enum):
    """How a person with a place stands to the reader."""

    SEEN = "seen"  # with their name, in the list of people
    VEILED = "veiled"  # they let others see them
    HIDDEN = "hidden"  # they let nobody see them


@dataclass(frozen=True)
class Seat:
    """A person with a place: their main trade, if they told one, and what the reader may know of it."""

    trade: Any
    openness: Openness = Openness.SEEN


@dataclass(frozen=True)
class Line:
    """So many people of one trade or, where a trade would say too much, of one family of trades."""

    count: int
    family: str
    trade: Any = None


@dataclass(frozen=True)
class Inventory:
    """The lines, the rarest first, as the poem has it; families come last, then the people whose trade is not told."""

    lines: Sequence[Line]
    others: int

    @property
    def people(self) -> int:
        """Everybody with a place, without their guests."""
        return sum(line.count for line in self.lines) + self.others

    @property
    def trades(self) -> list[Any]:
        """The trades that it names."""
        return [line.trade for line in self.lines if line.trade]

    @property
    def drinkers(self) -> list[tuple[str, int]]:
        """Whose cups stand on the table: the family and the number of each one's trade, as far as they are told."""
        told = [
            (line.family, line.trade.position if line.trade else 0) for line in self.lines for _ in range(line.count)
        ]
        return [*told, *[("none", 0)] * self.others]


def compose(seats: Iterable[Seat]) -> Inventory | None:
    """The inventory of these people; None where they are too few to be told apart by nothing."""
    seats = list(seats)
    if len(seats) < PEOPLE_AT_LEAST:
        return None
    counts = Counter(seat.trade for seat in seats if seat.trade and seat.openness is Openness.SEEN)
    veiled = Counter(seat.trade for seat in seats if seat.trade and seat.openness is Openness.VEILED)
    alone: Counter[str] = Counter()
    for trade, people in veiled.items():
        counts[trade] += in_company(people)
        alone[trade.family] += people - in_company(people)
    trades = sorted((people, trade.position, trade) for trade, people in counts.items() if people)
    families = [(in_company(people), family) for family, people in sorted(alone.items()) if in_company(people)]
    lines = [Line(people, trade.family, trade) for people, _position, trade in trades]
    lines += [Line(people, family) for people, family in families]
    return Inventory(lines, others=len(seats) - sum(line.count for line in lines))
