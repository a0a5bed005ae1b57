"""A sheet to draw on: flat shapes in the colours of the menu, and light laid over them at the end."""

import io
import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Point = tuple[float, float]

PAPER, CREAM, STONE, SAND = "#f7f0e3", "#efe2ca", "#d8c8ac", "#c4ad88"
INK, COAL, NIGHT, DUSK = "#2a2420", "#463c35", "#232a38", "#3d4a5f"
BRICK, ROSE, OCHRE, GLOW = "#b4472e", "#d98d72", "#d79a45", "#ffcf7a"
SAGE, MOSS, LEAF, SKY = "#8d9a78", "#4f5f48", "#6f8358", "#c9d3d0"


def mix(first: str, second: str, share: float) -> str:
    """The first colour with this share, 0 to 1, of the second."""
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


class Canvas:
    """A sheet measured in the pixels of the finished picture, drawn twice as large for smooth edges."""

    SCALE = 2
    LIGHT_SCALE = 4

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self._sheet = Image.new("RGB", (width * self.SCALE, height * self.SCALE), ground)
        self._pen = ImageDraw.Draw(self._sheet)
        self._light = Image.new("RGB", (width // self.LIGHT_SCALE, height // self.LIGHT_SCALE))

    def _at(self, *points: Point) -> list[Point]:
        return [(x * self.SCALE, y * self.SCALE) for x, y in points]

    def rect(self, x: float, y: float, width: float, height: float, fill: str, *, radius: float = 0) -> None:
        """A rectangle from its upper left corner."""
        box = self._at((x, y), (x + width, y + height))
        if radius:
            self._pen.rounded_rectangle(box, radius * self.SCALE, fill=fill)
        else:
            self._pen.rectangle(box, fill=fill)

    def poly(self, points: Sequence[Point], fill: str) -> None:
        self._pen.polygon(self._at(*points), fill=fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        """An ellipse round its centre."""
        self._pen.ellipse(self._at((x - rx, y - ry), (x + rx, y + ry)), fill=fill)

    def pie(self, x: float, y: float, rx: float, ry: float, start: float, end: float, fill: str) -> None:
        """A slice of an ellipse, in degrees clockwise from three o'clock."""
        self._pen.pieslice(self._at((x - rx, y - ry), (x + rx, y + ry)), start, end, fill=fill)

    def line(self, points: Sequence[Point], fill: str, *, width: float = 2) -> None:
        self._pen.line(self._at(*points), fill=fill, width=round(width * self.SCALE), joint="curve")

    def arc(
        self, x: float, y: float, rx: float, ry: float, start: float, end: float, fill: str, *, width: float = 2
    ) -> None:
        self._pen.arc(
            self._at((x - rx, y - ry), (x + rx, y + ry)), start, end, fill=fill, width=round(width * self.SCALE)
        )

    def fade(self, y: float, height: float, top: str, bottom: str, *, x: float = 0, width: float | None = None) -> None:
        """A band that goes from one colour to another, in steps as a printer would cut them."""
        steps = 14
        for step in range(steps):
            colour = mix(top, bottom, step / (steps - 1))
            self.rect(x, y + height * step / steps, width or self.width, height / steps + 1, colour)

    def light(self, x: float, y: float, radius: float, colour: str = GLOW, *, strength: float = 0.5) -> None:
        """A soft light, added over everything when the sheet is finished."""
        one = Image.new("RGB", self._light.size)
        x, y, radius = x / self.LIGHT_SCALE, y / self.LIGHT_SCALE, radius / self.LIGHT_SCALE
        box = (x - radius / 2, y - radius / 2, x + radius / 2, y + radius / 2)
        ImageDraw.Draw(one).ellipse(box, fill=mix("#000000", colour, strength))
        self._light = ImageChops.add(self._light, one.filter(ImageFilter.GaussianBlur(radius / 3)))

    def finish(self, quality: int = 72) -> bytes:
        """The picture as WebP."""
        picture = self._sheet.resize((self.width, self.height), Image.Resampling.BOX)
        if self._light.getbbox():
            light = self._light.resize(picture.size, Image.Resampling.BICUBIC)
            picture = ImageChops.screen(picture, light)
        content = io.BytesIO()
        picture.save(content, "WEBP", quality=quality, method=3)
        return content.getvalue()


def arch(sheet: Canvas, x: float, y: float, width: float, height: float, fill: str) -> None:
    """An opening with a round head, from the middle of its sill."""
    sheet.rect(x - width / 2, y - height + width / 2, width, height - width / 2, fill)
    sheet.pie(x, y - height + width / 2, width / 2, width / 2, 180, 360, fill)


def sagging(start: Point, end: Point, sag: float, *, steps: int = 16) -> list[Point]:
    """The points of a wire hung between two nails."""
    (x0, y0), (x1, y1) = start, end
    return [
        (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + sag * math.sin(math.pi * t))
        for t in (step / steps for step in range(steps + 1))
    ]
