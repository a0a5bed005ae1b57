"""The picture of an inventory: the table seen from above, one cup for each person, its colour their trade's family.

Cups lie on a sunflower's spiral (Vogel, 1979): the n-th at the angle n × 137.5° and the distance √n, so that any number
of people makes one round table and no two mixes make the same picture.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

GOLDEN_ANGLE = math.radians(137.507764)
APART = 21.0
SAUCER = 9.0
CUPS_AT_MOST = 150


@dataclass(frozen=True)
class Cup:
    """A cup: where it stands, the family of its drinker's trade, and its handle as an SVG path."""

    x: float
    y: float
    family: str
    handle: str


@dataclass(frozen=True)
class Table:
    """The cups of an evening, and the half width of the square they need."""

    cups: list[Cup]
    reach: float

    @property
    def view_box(self) -> str:
        """The square, as SVG writes it."""
        return f"{-self.reach} {-self.reach} {2 * self.reach} {2 * self.reach}"


def table(families: Sequence[str]) -> Table:
    """The table for these people, each given by the family of their trade, "none" for who told none.

    Beyond 150 people each cup stands for several, in the same proportions.
    """
    if len(families) > CUPS_AT_MOST:
        families = [families[number * len(families) // CUPS_AT_MOST] for number in range(CUPS_AT_MOST)]
    cups = [_cup(number, family) for number, family in enumerate(families)]
    return Table(cups, round(APART * math.sqrt(max(len(cups), 1)) / 1.75 + SAUCER + 4, 1))


def _cup(number: int, family: str) -> Cup:
    angle, distance = number * GOLDEN_ANGLE, APART / 1.75 * math.sqrt(number + 0.35)
    x, y = distance * math.cos(angle), distance * math.sin(angle)
    turn = angle * 1.7 + 0.6  # people put their cups down as they like
    ends = [(round(x + radius * math.cos(turn), 1), round(y + radius * math.sin(turn), 1)) for radius in (5.2, 8.4)]
    return Cup(round(x, 1), round(y, 1), family, "M{} {}L{} {}".format(*ends[0], *ends[1]))
