"""Charts that a page draws on the server: bars of whole numbers, with the table that they also are.

A chart is handed rows; it knows neither models nor words. Lengths are in the units of the drawing's viewBox.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 720.0
HEIGHT = 160.0
LABELS_APART = 56.0  # so that two labels below the bars never meet
GAP = 0.25  # of a step


@dataclass(frozen=True)
class Part:
    """One part of a bar: where it begins above the ground, how high it is, its class and its figure."""

    y: float
    height: float
    look: str
    value: float


@dataclass(frozen=True)
class Bar:
    """One bar: where it stands, its parts from the ground up, a mark beside it, and the label that it has room for."""

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
    def end(self) -> float:
        return round(self.x + self.width, 1)


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
    for number, row in enumerate(rows):
        parts, ground = [], 0.0
        for value, look in zip(row.values, looks, strict=True):
            height = value * scale
            parts.append(Part(round(HEIGHT - ground - height, 1), round(height, 1), look, value))
            ground += height
        bars.append(
            Bar(
                x=round((number + GAP / 2) * step, 1),
                width=round(step * (1 - GAP), 1),
                parts=parts,
                mark=None if row.expected is None else round(HEIGHT - row.expected * scale, 1),
                label=row.label if (len(rows) - 1 - number) % every == 0 else "",
                name=row.name,
            )
        )
    return Chart(bars, top, columns, looks, rows)
