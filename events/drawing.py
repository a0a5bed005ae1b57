"""The picture of an inventory: the table seen from above, one cup for each person, its colour their trade's family.

Cups lie on a sunflower's spiral (Vogel, 1979): the n-th at the angle n × 137.5° and the distance √n, so that any number
of people makes one round table. What the milk draws on the coffee tells the trades of one family apart. The evening
itself lays the table: it turns the spiral, orders the families, and puts sugar, spoons and croissants between the cups,
so that no two evenings make the same picture and each evening always makes its own. A raccoon looks over the edge.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

GOLDEN_ANGLE = math.radians(137.507764)
APART = 12.0
SAUCER = 9.0
CUPS_AT_MOST = 150
LEAST_REACH = 66.0  # few cups stay small cups
RACCOON = 20.0
THINGS = ("sugar", "spoon", "croissant", "biscuit", "note")
PATTERNS = 7


@dataclass(frozen=True)
class Cup:
    """A cup: where it stands, how it is turned (degrees), the family of its trade, and the pattern of its milk."""

    x: float
    y: float
    turn: int
    family: str
    pattern: int


@dataclass(frozen=True)
class Thing:
    """What else lies on the table, one of THINGS."""

    x: float
    y: float
    turn: int
    kind: str


@dataclass(frozen=True)
class Table:
    """The cups of an evening on a round table about the origin, and where a raccoon looks over its edge."""

    cups: list[Cup]
    things: list[Thing]
    radius: float
    raccoon_x: float
    raccoon_y: float

    @property
    def reach(self) -> float:
        """Half the side of the square about the table and its guest."""
        return round(max(self.radius + RACCOON, LEAST_REACH), 1)

    @property
    def view_box(self) -> str:
        """That square, as SVG writes it."""
        return f"{-self.reach} {-self.reach} {2 * self.reach} {2 * self.reach}"


def table(drinkers: Sequence[tuple[str, int]], *, evening: str) -> Table:
    """The table for these people: the family and the number of each one's trade, ("none", 0) where it is not told.

    `evening` is whatever names the evening and no other. Beyond 150 people each cup stands for several, in the same
    proportions.
    """
    dice = Random(evening)  # noqa: S311 (nothing here is a secret)
    if len(drinkers) > CUPS_AT_MOST:
        drinkers = [drinkers[number * len(drinkers) // CUPS_AT_MOST] for number in range(CUPS_AT_MOST)]
    order = {family: dice.random() for family in sorted({family for family, _trade in drinkers})}
    seated = sorted(drinkers, key=lambda drinker: (drinker[0] == "none", order[drinker[0]], drinker[1]))
    things = dice.choices(THINGS, k=3 + len(seated) // 12)
    spots = len(seated) + len(things)
    laid = set(dice.sample(range(min(3, spots - len(things)), spots), len(things)))
    start = dice.uniform(0, 2 * math.pi)
    cups: list[Cup] = []
    rest: list[Thing] = []
    for spot in range(spots):
        angle, distance = start + spot * GOLDEN_ANGLE, APART * math.sqrt(spot + 0.35)
        x, y = round(distance * math.cos(angle), 1), round(distance * math.sin(angle), 1)
        turn = dice.randrange(360)  # people put their cups down as they like
        if spot in laid:
            rest.append(Thing(x, y, turn, things[len(rest)]))
        else:
            family, trade = seated[len(cups)]
            cups.append(Cup(x, y, turn, family, trade % PATTERNS if family != "none" else 0))
    radius = round(APART * math.sqrt(max(spots, 1)) + SAUCER + 2, 1)
    seat = math.radians(dice.uniform(-125, -55))  # somewhere on the far side
    return Table(cups, rest, radius, round(radius * math.cos(seat), 1), round(radius * math.sin(seat), 1))
