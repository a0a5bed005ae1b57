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

from django.utils.safestring import SafeString, mark_safe

GOLDEN_ANGLE = math.radians(137.507764)
APART = 12.0
SAUCER = 9.0
CUPS_AT_MOST = 150
LEAST_REACH = 66.0  # few cups stay small cups
RACCOON = 20.0
# What lies about, as SVG draws it: its shape, and the crease in it.
SHAPES = {
    "sugar": ("M-5.5-4h5v5h-5zM1 0l4.6 1.6L4 6.2-.6 4.6z", ""),
    "spoon": (
        "M0-8.5c2 0 3 1.8 3 3.6S1.7-1.6.7-1.2V8a.7.7 0 0 1-1.4 0v-9.2C-1.7-1.6-3-3-3-4.9s1-3.6 3-3.6z",
        "",
    ),
    "croissant": ("M-8 3c0-6 4-9 8-9s8 3 8 9c-2-2-3.5-2.5-5-2.5S1 1.5 0 1.5-1.5.5-3 .5-6 1-8 3z", "M-3-5l1 6M3-5l-1 6"),
    "biscuit": ("M-5.4 0a5.4 5.4 0 1 0 10.8 0a5.4 5.4 0 1 0-10.8 0z", "M-2-2h.1M2-1h.1M-1 2h.1M2.5 2.5h.1"),
    "note": ("M-6-4.5H6v9H-6z", "M-4-1.8H4M-4 .8H4M-4 3H1"),
}
THINGS = tuple(SHAPES)
# What the milk draws on the coffee, as SVG does.
MILK = (
    "",
    "M-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0z",
    "M-2.6 0h5.2M0-2.6v5.2",
    "M-2.4-1.4C-1.2-3 0-2 0-1c0-1 1.2-2 2.4-.4C3 .4 1 1.6 0 2.7-1 1.6-3 .4-2.4-1.4z",
    "M-3 1.6Q0-3.4 3 1.6",
    "M-1.8-1.6h.1M1.8-1.6h.1M0 1.8h.1",
    "M0 3V-3M0-1l-2-1.5M0-1l2-1.5M0 1.5L-2.2 0M0 1.5L2.2 0",
)
PATTERNS = len(MILK)


@dataclass(frozen=True)
class Spot:
    """Where something lies, and how it is turned (degrees)."""

    x: float
    y: float
    turn: int

    @property
    def place(self) -> str:
        """The same, as SVG writes it."""
        return f"translate({self.x} {self.y}) rotate({self.turn})"


@dataclass(frozen=True)
class Cup(Spot):
    """A cup, the family of its trade, and the pattern of its milk."""

    family: str
    pattern: int

    @property
    def svg(self) -> SafeString:
        milk = f'<path class="milk" d="{MILK[self.pattern]}"/>' if self.pattern else ""
        return _safe(
            f'<g class="family-{self.family}" transform="{self.place}"><circle class="saucer" r="8.6"/>'
            f'<path class="handle" d="M5.2 0h2"/><circle class="coffee" r="5"/>{milk}</g>'
        )


@dataclass(frozen=True)
class Thing(Spot):
    """What else lies on the table, one of THINGS."""

    kind: str

    @property
    def svg(self) -> SafeString:
        shape, crease = SHAPES[self.kind]
        in_it = f'<path class="crease" d="{crease}"/>' if crease else ""
        return _safe(f'<g class="thing" transform="{self.place}"><path d="{shape}"/>{in_it}</g>')


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308 (numbers and words of this file alone)


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
