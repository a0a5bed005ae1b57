"""The picture of an inventory: the table seen from above, one cup for each person, its colour their trade's family.

Cups lie on a sunflower's spiral (Vogel, 1979): the n-th at the angle n × 137.5° and the distance √n, so that any number
of people makes one round table and no two mixes make the same picture. The raccoon looks over the edge.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

GOLDEN_ANGLE = math.radians(137.507764)
APART = 12.0
SAUCER = 9.0
CUPS_AT_MOST = 150
LEAST_REACH = 66.0  # few cups stay small cups
RACCOON = 20.0


@dataclass(frozen=True)
class Cup:
    """A cup: where it stands, the family of its drinker's trade, and its handle as an SVG path."""

    x: float
    y: float
    family: str
    handle: str


@dataclass(frozen=True)
class Table:
    """The cups of an evening on a round table about the origin, and where a raccoon looks over its edge."""

    cups: list[Cup]
    radius: float
    raccoon_x: float
    raccoon_y: float

    @property
    def view_box(self) -> str:
        """The square about the table and its guest, as SVG writes it."""
        reach = round(max(self.radius + RACCOON, LEAST_REACH), 1)
        return f"{-reach} {-reach} {2 * reach} {2 * reach}"


def table(families: Sequence[str]) -> Table:
    """The table for these people, each given by the family of their trade, "none" for who told none.

    Beyond 150 people each cup stands for several, in the same proportions.
    """
    if len(families) > CUPS_AT_MOST:
        families = [families[number * len(families) // CUPS_AT_MOST] for number in range(CUPS_AT_MOST)]
    cups = [_cup(number, family) for number, family in enumerate(families)]
    radius = round(APART * math.sqrt(max(len(cups), 1)) + SAUCER + 2, 1)
    seat = math.radians(len(cups) * 53 % 120 - 150)  # somewhere on the far side, elsewhere each time
    return Table(cups, radius, round(radius * math.cos(seat), 1), round(radius * math.sin(seat), 1))


def _cup(number: int, family: str) -> Cup:
    angle, distance = number * GOLDEN_ANGLE, APART * math.sqrt(number + 0.35)
    x, y = distance * math.cos(angle), distance * math.sin(angle)
    turn = angle * 1.7 + 0.6  # people put their cups down as they like
    ends = [(round(x + radius * math.cos(turn), 1), round(y + radius * math.sin(turn), 1)) for radius in (5.2, 7.2)]
    return Cup(round(x, 1), round(y, 1), family, "M{} {}L{} {}".format(*ends[0], *ends[1]))
