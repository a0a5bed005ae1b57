"""Charts that a page draws on the server: bars of whole numbers, with the table that they also are.

A chart is handed rows; it knows neither models nor words. Lengths are in the units of the drawing's viewBox.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 720.0
HEIGHT = 160.0
LABELS_APART = 72.0  # so that two labels below the bars never meet, on a phone neither
GAP = 0.25  # of a step


@dataclass(frozen=True)
class Part:
    """One part of a bar: its place and size, and its class."""

    x: float
    y: float
    width: float
    height: float
    look: str

    @property
    def path(self) -> str:
        """Its outline, as SVG writes it."""
        return f"M{self.x} {self.y}h{self.width}v{self.height}h-{self.width}z"


@dataclass(frozen=True)
class Bar:
    """One bar: where it stands, its parts from the ground up that are anything, a mark beside it, and the label that it
    has room for.
    """

    x: float
    width: float
    parts: Sequence[Part]
    mark: float | None
    label: str
    name: str

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def mark_path(self) -> str:
        """The line of its mark, as SVG writes it; "" without one."""
        return "" if self.mark is None else f"M{self.x} {self.mark}h{self.width}"


@dataclass(frozen=True)
class Row:
    """What a bar shows: its full name, a short label, the figures of its parts, and what was expected, if anything."""

    name: str
    label: str
    values: Sequence[float]
    expected: float | None = None


@dataclass(frozen=True)
class Chart:
    """The bars of some rows, the line that they are measured by, and the rows themselves."""

    bars: Sequence[Bar]
    top: float
    columns: Sequence[str]
    looks: Sequence[str]
    rows: Sequence[Row]

    width = int(WIDTH)
    height = int(HEIGHT)

    @property
    def expects(self) -> bool:
        """Whether its last column is what was expected of each row."""
        return len(self.columns) > len(self.looks)

    @property
    def legend(self) -> list[tuple[str, str]]:
        """What each part of a bar shows, and its class; none where a bar has one part."""
        return list(zip(self.columns, self.looks, strict=False)) if len(self.looks) > 1 else []


def chart(rows: Sequence[Row], *, columns: Sequence[str], looks: Sequence[str]) -> Chart:
    """Draws one bar a row; `columns` name the figures and, last, the expectation, `looks` are the classes of the parts.

    Without any figure above nothing the bars are flat.
    """
    top = max((max(sum(row.values), row.expected or 0) for row in rows), default=0)
    step = WIDTH / max(len(rows), 1)
    every = max(1, -(-int(LABELS_APART) // max(1, int(step))))
    scale = HEIGHT / top if top else 0
    bars = []
    width = round(step * (1 - GAP), 1)
    for number, row in enumerate(rows):
        x = round((number + GAP / 2) * step, 1)
        parts, ground = [], 0.0
        for value, look in zip(row.values, looks, strict=True):
            if height := round(value * scale, 1):
                parts.append(Part(x, round(HEIGHT - ground - value * scale, 1), width, height, look))
            ground += value * scale
        bars.append(
            Bar(
                x=x,
                width=width,
                parts=parts,
                mark=None if row.expected is None else round(HEIGHT - row.expected * scale, 1),
                label=row.label if (len(rows) - 1 - number) % every == 0 else "",
                name=row.name,
            )
        )
    return Chart(bars, top, columns, looks, rows)
