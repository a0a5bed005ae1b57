"""The colours of `static/css/tokens.css`, and how well they are read on one another (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

from django.conf import settings

TEXT_AT_LEAST, SHAPE_AT_LEAST = 4.5, 3.0
FAMILIES = ("voice", "care", "members", "inside", "settings", "lead")
GROUNDS = ("paper", "paper-deep")
# What is written on what: a text, its ground.
TEXTS = [
    *((text, ground) for text in ("ink", "ink-soft", "accent", "good") for ground in GROUNDS),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("paper", "ink"),
]
# What is not read but has to be seen: edges of fields, the focus, the families of the inventory and their monograms.
SHAPES = [
    *(("edge", ground) for ground in GROUNDS),
    *((family, ground) for family in FAMILIES for ground in GROUNDS),
]

_LIGHT = re.compile(r":root \{(.*?)\}", re.S)
_DARK = re.compile(r"prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}", re.S)
_COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")


def palettes(css: str | None = None) -> dict[str, dict[str, str]]:
    """The colours by name, as #rrggbb, in light and in dark; dark says only what is other than in light."""
    css = css or Path(settings.BASE_DIR / "static/css/tokens.css").read_text()
    light, dark = _LIGHT.search(css), _DARK.search(css)
    assert light and dark, "the tokens have a light and a dark :root"
    by_day = dict(_COLOUR.findall(light[1]))
    return {"light": by_day, "dark": by_day | dict(_COLOUR.findall(dark[1]))}


def contrast(one: str, other: str) -> float:
    """How much the lighter of two colours outshines the darker one, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
