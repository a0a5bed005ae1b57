"""The cup of the house as an icon for a phone's home screen, drawn by the program; the same as static/img/cup.svg."""

import io

from PIL import Image, ImageDraw

from cafecm.colours import palettes

SIZES = (180, 192, 512)  # px: iOS, Android, and what Android makes others of
SVG = 32  # the side of the drawing's view box
TWICE = 4  # as large as it is drawn, for smooth edges
SAFE = 0.62  # of the side: what no mask of a phone cuts off, corners aside (W3C manifest, 80 % of the width across)


def icon(size: int, *, is_maskable: bool = False) -> bytes:
    """A PNG of this many pixels a side: the cup on paper; `is_maskable` leaves room for a mask of any shape."""
    light = palettes()["light"]
    paper, accent = light["paper"], light["accent"]
    side = size * TWICE
    scale = side / SVG * (SAFE if is_maskable else 0.86)
    middle = side / 2

    def at(x: float, y: float) -> tuple[float, float]:
        return middle + (x - SVG / 2) * scale, middle + (y - SVG / 2) * scale

    def disc(x: float, y: float, radius: float, colour: str) -> None:
        left, top = at(x - radius, y - radius)
        pen.ellipse((left, top, left + 2 * radius * scale, top + 2 * radius * scale), fill=colour)

    picture = Image.new("RGB", (side, side), paper)
    pen = ImageDraw.Draw(picture)
    disc(15, 16, 14, accent)
    disc(15, 16, 12, paper)
    pen.line((*at(23.5, 12.5), *at(28.5, 10)), fill=accent, width=round(4 * scale))
    disc(23.5, 12.5, 2, accent)
    disc(28.5, 10, 2, accent)
    disc(15, 16, 7.5, accent)
    kept = io.BytesIO()
    picture.resize((size, size), Image.Resampling.LANCZOS).save(kept, "PNG", optimize=True)
    return kept.getvalue()
