"""The map of the places, drawn here: numbered cups on a sketch of the town, with a scale.

Positions are projected as every map on the web does it (spherical Mercator): shapes are right everywhere, and the scale
is that of the middle of the map. The sketches lie in `data/`, one GeoJSON file (RFC 7946) a town; where there is none,
the places stand on plain paper.
"""

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import ClassVar

WIDTH = 400.0
LOWEST, HIGHEST = 240.0, 460.0  # how high a map may be
MARGIN = 36.0
SURROUNDINGS = 1800.0  # metres: a single place is shown with what lies around it
NEAREST = 60.0  # metres: as near as one may look at a pile
EARTH = 6_378_137.0  # metres
POLE = 85.0  # Mercator's map ends before it
APART = 30.0  # cups nearer than this stand as one pile
POLISHED = 4  # a sketch's point as near as this to the last one adds nothing
LETTER = 5.4  # the width of a letter of a name
LINE = 11.0

SKETCHES = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Area:
    """A part of the earth between two parallels and two meridians, in degrees."""

    south: float
    west: float
    north: float
    east: float

    def __str__(self) -> str:
        return f"{self.south:.5f},{self.west:.5f},{self.north:.5f},{self.east:.5f}"


@dataclass(frozen=True)
class Spot:
    """A place to be shown: where it is, what it is called, the page it opens, and its number in the list."""

    latitude: float
    longitude: float
    name: str
    url: str
    number: int | None = None
    is_next: bool = False


@dataclass(frozen=True)
class Label:
    """A name beside its cup, or of a landmark."""

    x: float
    y: float
    text: str
    anchor: str = "start"

    @property
    def box(self) -> tuple[float, float, float, float]:
        width = LETTER * len(self.text)
        left = {"start": self.x, "end": self.x - width, "middle": self.x - width / 2}[self.anchor]
        return left, self.y - LINE / 2, left + width, self.y + LINE / 2


@dataclass(frozen=True)
class Cup:
    """What stands on the map at one point: a place, or a pile of places too near each other to be told apart."""

    x: float
    y: float
    spots: list[Spot]
    label: Label | None = None

    @property
    def spot(self) -> Spot | None:
        """The place, where it is one alone."""
        return self.spots[0] if len(self.spots) == 1 else None

    @property
    def handle_x(self) -> float:
        return round(self.x + 9.5, 1)

    @property
    def handle_y(self) -> float:
        return round(self.y - 6.5, 1)

    @property
    def is_next(self) -> bool:
        return any(spot.is_next for spot in self.spots)

    @property
    def area(self) -> Area:
        """Where the places of a pile lie, with a little around them."""
        norths = [spot.latitude for spot in self.spots]
        easts = [spot.longitude for spot in self.spots]
        return Area(min(norths) - 0.0001, min(easts) - 0.0001, max(norths) + 0.0001, max(easts) + 0.0001)


@dataclass(frozen=True)
class Shape:
    """A line or an outline of the sketch, as an SVG path."""

    kind: str
    path: str


@dataclass(frozen=True)
class Scale:
    """A distance to measure by: its length on the map, and in metres."""

    length: float
    metres: int

    @property
    def number(self) -> int:
        return self.metres // 1000 if self.is_in_kilometres else self.metres

    @property
    def is_in_kilometres(self) -> bool:
        return self.metres >= 1000


@dataclass(frozen=True)
class Frame:
    """Which part of the earth a map shows, and how large."""

    x: float  # the middle, in radians of Mercator's plane
    y: float
    zoom: float  # units of the map a radian
    width: float
    height: float

    @classmethod
    def about(cls, spots: Sequence[Spot], *, least: float = SURROUNDINGS) -> "Frame":
        """The frame that holds all these places, and at least so many metres across."""
        flat = [_mercator(spot.latitude, spot.longitude) for spot in spots]
        left, right = min(x for x, _y in flat), max(x for x, _y in flat)
        low, high = min(y for _x, y in flat), max(y for _x, y in flat)
        middle = (left + right) / 2, (low + high) / 2
        shortest = least / EARTH * math.cosh(middle[1])
        across, along = max(right - left, shortest), max(high - low, shortest * 0.7)
        room = WIDTH - 2 * MARGIN
        height = min(max(room * along / across + 2 * MARGIN, LOWEST), HIGHEST)
        return cls(*middle, min(room / across, (height - 2 * MARGIN) / along), WIDTH, round(height, 1))

    @classmethod
    def around(cls, latitude: float, longitude: float, *, metres: float, width: float, height: float) -> "Frame":
        """A frame of this size about a point, so many metres across."""
        x, y = _mercator(latitude, longitude)
        return cls(x, y, width / (metres / EARTH * math.cosh(y)), width, height)

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a position lies on the map."""
        x, y = _mercator(latitude, longitude)
        return (
            round(self.width / 2 + (x - self.x) * self.zoom, 1),
            round(self.height / 2 - (y - self.y) * self.zoom, 1),
        )

    def position(self, x: float, y: float) -> tuple[float, float]:
        """The latitude and longitude of a point of the map."""
        east = self.x + (x - self.width / 2) / self.zoom
        north = self.y - (y - self.height / 2) / self.zoom
        latitude = math.degrees(math.atan(math.sinh(north)))
        longitude = (math.degrees(east) + 180) % 360 - 180
        return round(latitude, 5), round(longitude, 5)

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether this position lies on the map."""
        x, y = self.place(latitude, longitude)
        return 0 <= x <= self.width and 0 <= y <= self.height

    @property
    def scale(self) -> Scale:
        """The longest round distance that takes at most a quarter of the width."""
        metres_a_unit = EARTH / math.cosh(self.y) / self.zoom
        most = max(self.width / 4 * metres_a_unit, 1)
        power = 10 ** math.floor(math.log10(most))
        metres = next(step * power for step in (5, 2, 1) if step * power <= most)
        return Scale(round(metres / metres_a_unit, 1), int(metres))


@dataclass(frozen=True)
class Window:
    """The square of the map at which an organizer points: about a position, at one of three distances."""

    latitude: float
    longitude: float
    zoom: int

    SIDE: ClassVar = 288  # what a narrow phone is wide
    ACROSS: ClassVar = [16_000, 4_800, 1_600]  # metres

    @classmethod
    def read(cls, text: str) -> "Window | None":
        """The window of an address or a form, as `str` wrote it; None for anything else."""
        match = re.fullmatch(r"(-?[0-9]{1,3}(?:\.[0-9]{1,8})?),(-?[0-9]{1,3}(?:\.[0-9]{1,8})?),([0-2])", text)
        if not match or abs(float(match[1])) > POLE or abs(float(match[2])) > 180:
            return None
        return cls(float(match[1]), float(match[2]), int(match[3]))

    @classmethod
    def usual(cls) -> "Window":
        """The middle of the first sketch, from afar; without one, where the meridian of Greenwich meets the equator."""
        points = [point for feature in _sketches()[:1] for point in feature.points] or [(0.0, 0.0)]
        latitude = (min(point[0] for point in points) + max(point[0] for point in points)) / 2
        longitude = (min(point[1] for point in points) + max(point[1] for point in points)) / 2
        return cls(round(latitude, 5), round(longitude, 5), 0)

    def __str__(self) -> str:
        return f"{self.latitude:.5f},{self.longitude:.5f},{self.zoom}"

    @property
    def frame(self) -> Frame:
        return Frame.around(
            self.latitude, self.longitude, metres=self.ACROSS[self.zoom], width=self.SIDE, height=self.SIDE
        )

    def pointed_at(self, x: float, y: float) -> "Window":
        """The window about the point that was pointed at, one step nearer."""
        latitude, longitude = self.frame.position(min(max(x, 0), self.SIDE), min(max(y, 0), self.SIDE))
        return Window(min(max(latitude, -POLE), POLE), longitude, min(self.zoom + 1, len(self.ACROSS) - 1))

    def wider(self) -> "Window":
        """The same middle, one step further away."""
        return Window(self.latitude, self.longitude, max(self.zoom - 1, 0))


def _mercator(latitude: float, longitude: float) -> tuple[float, float]:
    north = math.radians(min(max(latitude, -POLE), POLE))
    return math.radians(longitude), math.asinh(math.tan(north))


@dataclass(frozen=True)
class Map:
    """A frame with its sketch, its cups and their names."""

    frame: Frame
    spots: Sequence[Spot] = field(default_factory=list)

    @property
    def view_box(self) -> str:
        return f"0 0 {self.frame.width:g} {self.frame.height:g}"

    @property
    def scale_y(self) -> float:
        """The line on which the scale stands."""
        return self.frame.height - 12

    @property
    def middle_x(self) -> float:
        return self.frame.width / 2

    @property
    def middle_y(self) -> float:
        return self.frame.height / 2

    @property
    def scale(self) -> Scale:
        return self.frame.scale

    @cached_property
    def shapes(self) -> list[Shape]:
        """The lines and outlines of the sketches that are seen here, those that lie below first."""
        drawn = []
        for feature in _sketches():
            if feature.kind == "name":
                continue
            points = [self.frame.place(latitude, longitude) for latitude, longitude in feature.points]
            if self._is_seen(points):
                drawn.append(Shape(feature.kind, _path(points, is_closed=feature.is_closed)))
        return drawn

    @cached_property
    def cups(self) -> list[Cup]:
        """The places, each at its point or in the pile of its neighbours, with the names that there is room for."""
        piles = _piles([(*self.frame.place(spot.latitude, spot.longitude), [spot]) for spot in self.spots])
        taken = [(x - 15, y - 13, x + 15, y + 13) for x, y, _spots in piles]
        cups = []
        for x, y, spots in sorted(piles, key=lambda pile: (pile[1], pile[0])):
            label = self._free_label(x, y, spots[0].name, taken) if len(spots) == 1 else None
            if label:
                taken.append(label.box)
            cups.append(Cup(x, y, spots, label))
        return sorted(cups, key=lambda cup: cup.spots[0].number or 0)

    @cached_property
    def landmarks(self) -> list[Label]:
        """The names of squares and stations, as far as they are in nobody's way."""
        taken = [(cup.x - 15, cup.y - 13, cup.x + 15, cup.y + 13) for cup in self.cups]
        taken += [cup.label.box for cup in self.cups if cup.label]
        labels = []
        for feature in _sketches():
            if feature.kind == "name":
                x, y = self.frame.place(*feature.points[0])
                label = Label(x, y, feature.name, "middle")
                if self._is_free(label, taken):
                    taken.append(label.box)
                    labels.append(label)
        return labels

    def _is_seen(self, points: list[tuple[float, float]]) -> bool:
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        is_within = max(xs) > 0 and min(xs) < self.frame.width and max(ys) > 0 and min(ys) < self.frame.height
        return is_within and max(max(xs) - min(xs), max(ys) - min(ys)) >= 2 * POLISHED

    def _free_label(
        self, x: float, y: float, name: str, taken: list[tuple[float, float, float, float]]
    ) -> Label | None:
        name = name if len(name) <= 26 else name[:25].rstrip() + "…"
        below, above = y + 20, y - 20
        for label in (
            Label(x + 17, y, name),
            Label(x - 17, y, name, "end"),
            Label(x, below, name, "middle"),
            Label(x, above, name, "middle"),
        ):
            if self._is_free(label, taken):
                return label
        return None

    def _is_free(self, label: Label, taken: list[tuple[float, float, float, float]]) -> bool:
        left, top, right, bottom = label.box
        if left < 4 or top < 4 or right > self.frame.width - 4 or bottom > self.frame.height - 4:
            return False
        if left < self.frame.width / 4 + 20 and bottom > self.frame.height - 26:  # the scale stands there
            return False
        return not any(left < r and l < right and top < b and t < bottom for l, t, r, b in taken)  # noqa: E741


def _piles(piles: list[tuple[float, float, list[Spot]]]) -> list[tuple[float, float, list[Spot]]]:
    """Puts together what stands too near, until nothing does; a pile stands in the middle of its places."""
    piles = list(piles)
    settled: list[tuple[float, float, list[Spot]]] = []
    while piles:
        x, y, spots = piles.pop()
        near = next((other for other in settled if math.hypot(other[0] - x, other[1] - y) < APART), None)
        if near is None:
            settled.append((x, y, spots))
            continue
        settled.remove(near)
        ours, theirs = len(spots), len(near[2])
        middle = [round((a * ours + b * theirs) / (ours + theirs), 1) for a, b in ((x, near[0]), (y, near[1]))]
        piles.append((middle[0], middle[1], sorted([*spots, *near[2]], key=lambda spot: spot.number or 0)))
    return settled


# The sketches ---------------------------------------------------------------------------------------------------------

_ORDER = ("city", "garden", "street", "canal", "arm", "river", "name")


@dataclass(frozen=True)
class _Feature:
    kind: str
    name: str
    points: list[tuple[float, float]]
    is_closed: bool


@lru_cache
def _sketches() -> list[_Feature]:
    """All that the sketches hold, in the order in which it is drawn."""
    features = []
    for file in sorted(SKETCHES.glob("*.geojson")):
        for feature in json.loads(file.read_text(encoding="utf-8"))["features"]:
            kind, coordinates = feature["geometry"]["type"], feature["geometry"]["coordinates"]
            corners = {"Point": [coordinates], "Polygon": coordinates[0]}.get(kind, coordinates)
            points = [(latitude, longitude) for longitude, latitude in corners]
            properties = feature["properties"]
            features.append(_Feature(properties["kind"], properties["name"], points, kind == "Polygon"))
    return sorted(features, key=lambda feature: _ORDER.index(feature.kind))


def _path(points: Iterable[tuple[float, float]], *, is_closed: bool) -> str:
    """A soft line through the points (a Catmull-Rom spline, as Bézier curves)."""
    kept: list[tuple[float, float]] = []
    for point in points:
        if not kept or math.dist(kept[-1], point) >= POLISHED:
            kept.append(point)
    if is_closed and len(kept) > 2 and math.dist(kept[0], kept[-1]) < POLISHED:
        kept.pop()
    count = len(kept)

    def at(index: int) -> tuple[float, float]:
        return kept[index % count] if is_closed else kept[min(max(index, 0), count - 1)]

    path = f"M{kept[0][0]:g} {kept[0][1]:g}"
    for index in range(count if is_closed else count - 1):
        before, start, end, after = (at(index + step) for step in (-1, 0, 1, 2))
        first = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        second = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        path += "C" + " ".join(f"{round(number, 1):g}" for number in (*first, *second, *end))
    return path + ("Z" if is_closed else "")
