"""The card that a shared link to an edition shows: 1200 × 630, its date and place beside its table seen from above.

It is drawn twice as large and made smaller, for smooth edges, in the light colours of the site.
"""

import functools
import hashlib
import io
import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from events.drawing import Table

WIDTH, HEIGHT = 1200, 630
TWICE = 2
EDITION = 2  # of the drawing: raised where the same facts are to look otherwise
PAPER, PAPER_DEEP, INK, SOFT, RULE, EDGE, ACCENT = (
    "#fbf7ec",
    "#f3ecdb",
    "#241a17",
    "#66564c",
    "#cdbfa8",
    "#8c7a69",
    "#a3271d",
)
FAMILIES = {
    "voice": "#a3271d",
    "care": "#2f5d5a",
    "members": "#96610f",
    "inside": "#4a4e8c",
    "settings": "#66732a",
    "lead": "#7b3f61",
    "none": EDGE,
}
MARGIN, TEXT_WIDTH = 64, 560
TABLE_AT, TABLE_REACH = (905, 335), 268


@dataclass(frozen=True)
class Card:
    """What a card says, in the language of its reader, and the table that it shows."""

    series: str
    title: str
    when: str
    where: str
    verse: str
    table: Table

    @property
    def digest(self) -> str:
        """The same for the same card, and another one for another: what its address carries."""
        return hashlib.sha256(repr((EDITION, self)).encode()).hexdigest()[:16]

    def png(self) -> bytes:
        """The card as a file."""
        sheet = Image.new("RGB", (WIDTH * TWICE, HEIGHT * TWICE), PAPER)
        pen = ImageDraw.Draw(sheet)
        _awning(pen)
        _table(pen, self.table)
        bottom = _lines(pen, self.series, sizes=(30, 26, 22), weight=500, top=78, colour=SOFT, at_most=1)
        bottom = _lines(pen, self.title, sizes=(62, 52, 44), weight=800, top=bottom + 22, colour=INK, at_most=3)
        bottom = _lines(pen, self.when, sizes=(38,), weight=700, top=bottom + 26, colour=ACCENT, at_most=2)
        bottom = _lines(pen, self.where, sizes=(32,), weight=500, top=bottom + 8, colour=INK, at_most=2)
        if bottom < HEIGHT - 130:
            _lines(pen, self.verse, sizes=(26, 22), weight=400, top=HEIGHT - 118, colour=SOFT, at_most=2)
        file = io.BytesIO()
        sheet.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).quantize(192).save(file, "PNG", optimize=True)
        return file.getvalue()


@functools.lru_cache(maxsize=32)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(settings.BASE_DIR / "static/fonts/besley.woff2", size * TWICE)
    font.set_variation_by_axes([weight])
    return font


def _lines(
    pen: ImageDraw.ImageDraw,
    text: str,
    *,
    sizes: tuple[int, ...],
    weight: int,
    top: float,
    colour: str,
    at_most: int,
) -> float:
    """Writes the text from this height on, in the first size that takes no more lines than that; answers its end.

    What does not fit in the last size either is left out.
    """
    for size in sizes:
        font = _font(size, weight)
        rows = _wrapped(_readable(text), font, TEXT_WIDTH * TWICE)
        if len(rows) <= at_most:
            break
    else:
        rows = [*rows[: at_most - 1], _shortened(rows[at_most - 1] + " …", font)]
    for row in rows:
        pen.text((MARGIN * TWICE, top * TWICE), row, font=font, fill=colour)
        top += size * 1.22
    return top


def _readable(text: str) -> str:
    """The text without signs that the font has no shape for, such as emoji."""
    kept = (letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter)[0] not in "C")
    return " ".join("".join(letter for letter in kept if ord(letter) < 0x2100).split(" "))


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    rows: list[str] = []
    for word in text.split(" "):
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and font.getlength(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(word if font.getlength(word) <= width else _shortened(word + "…", font))
    return rows


def _shortened(text: str, font: ImageFont.FreeTypeFont) -> str:
    while font.getlength(text) > TEXT_WIDTH * TWICE and len(text) > 2:
        text = text[:-2] + "…"
    return text


def _awning(pen: ImageDraw.ImageDraw) -> None:
    radius = 20 * TWICE
    pen.rectangle((0, 0, WIDTH * TWICE, 14 * TWICE), fill=ACCENT)
    for number in range(WIDTH * TWICE // (2 * radius) + 1):
        x, y = (2 * number + 1) * radius, 14 * TWICE
        pen.pieslice(
            (x - radius, y - radius, x + radius, y + radius), 0, 180, fill=ACCENT if number % 2 else PAPER_DEEP
        )


def _table(pen: ImageDraw.ImageDraw, table: Table) -> None:
    scale = TABLE_REACH / table.reach * TWICE
    centre = TABLE_AT[0] * TWICE, TABLE_AT[1] * TWICE

    def disc(x: float, y: float, radius: float, *, fill: str, edge: str = "", thickness: float = 0) -> None:
        left, top = centre[0] + (x - radius) * scale, centre[1] + (y - radius) * scale
        box = (left, top, left + 2 * radius * scale, top + 2 * radius * scale)
        pen.ellipse(box, fill=fill, outline=edge or None, width=round(thickness * scale))

    _raccoon(disc, table.raccoon_x, table.raccoon_y)
    disc(0, 0, table.radius, fill=PAPER_DEEP, edge=RULE, thickness=1.2)
    for thing in table.things:
        disc(thing.x, thing.y, 4.6, fill=PAPER, edge=EDGE, thickness=0.9)
        for number in range(3):
            turn = math.radians(thing.turn + 120 * number)
            disc(thing.x + 2 * math.cos(turn), thing.y + 2 * math.sin(turn), 0.6, fill=EDGE)
    for cup in table.cups:
        colour, turn = FAMILIES[cup.family], math.radians(cup.turn)
        disc(cup.x, cup.y, 8.6, fill=PAPER, edge=colour, thickness=1.3)
        for out in (5.4, 6.2, 7.0):
            disc(cup.x + out * math.cos(turn), cup.y + out * math.sin(turn), 1.3, fill=colour)
        disc(cup.x, cup.y, 5, fill=colour)
        for number in range(cup.pattern):  # as many drops of milk as tell the trades of a family apart
            drop = turn + 2 * math.pi * number / max(cup.pattern, 1)
            reach = 0 if cup.pattern == 1 else 2.6
            disc(cup.x + reach * math.cos(drop), cup.y + reach * math.sin(drop), 0.8, fill=PAPER)


def _raccoon(draw: Callable[..., None], x: float, y: float) -> None:
    for side in (-1, 1):
        draw(x + 10 * side, y - 13, 5, fill=EDGE)
        draw(x + 10 * side, y - 13, 2.4, fill=PAPER)
    draw(x, y, 16, fill=EDGE)
    draw(x, y + 4, 11, fill=PAPER)
    for side in (-1, 1):
        draw(x + 7 * side, y - 1, 5.4, fill=INK)
        draw(x + 7 * side, y - 1.2, 1.6, fill=PAPER)
    draw(x, y + 3, 2.2, fill=INK)
