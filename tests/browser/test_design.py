"""Whether the site still looks as somebody last saw and approved it.

The page of the look is drawn section by section, made eight times smaller, and compared with what is kept beside this
file. What machines draw differently does not count: every word is set in the face that the site brings along, and a
picture this small tells layout and colours, not the edges of letters. `REDRAW=1 make test PYTEST_ARGS=…/test_design.py`
keeps what it looks like now; look at it before you commit it.
"""

import io
import os
from pathlib import Path

import pytest
import time_machine
from PIL import Image, ImageChops, ImageFilter, PngImagePlugin

pytestmark = [
    pytest.mark.browser,
    pytest.mark.looks,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.cafecm.design_urls"),
]

KEPT = Path(__file__).parent / "looks"
SMALLER = 8
NOTICED = 40  # of 255: how far a small pixel is from what it was
NOTICED_AT_MOST = 0.01  # of the small pixels of a section
# What differs from machine to machine: the reader's own typeface, and what the browser draws in a field.
SAME_EVERYWHERE = """
:root { --text: "Besley"; }
code, pre { font-family: "Besley" !important; }
input[type=date], input[type=file] { color: transparent !important; }
input::-webkit-calendar-picker-indicator, input::file-selector-button { opacity: 0; }
"""


def looks(page) -> list[tuple[str, Image.Image]]:
    """Each section of the page, by its name, made small."""
    found = []
    for section in page.locator("main > section, body > .masthead, main > .stack").all():
        picture = Image.open(io.BytesIO(section.screenshot(animations="disabled"))).convert("RGB")
        size = (max(1, picture.width // SMALLER), max(1, picture.height // SMALLER))
        name = section.get_attribute("aria-labelledby") or section.get_attribute("class")
        found.append((name, picture.resize(size, Image.Resampling.BOX)))
    return found


def keep(path: Path, sections: list[tuple[str, Image.Image]]) -> None:
    """All of them in one file, one under the other; where each begins is written in it."""
    sheet = Image.new(
        "RGB", (max(look.width for _name, look in sections), sum(look.height for _name, look in sections))
    )
    told = PngImagePlugin.PngInfo()
    top = 0
    for name, look in sections:
        sheet.paste(look, (0, top))
        told.add_text(name, f"{look.width} {look.height} {top}")
        top += look.height
    path.parent.mkdir(exist_ok=True)
    sheet.save(path, optimize=True, pnginfo=told)


def kept(path: Path) -> list[tuple[str, Image.Image]]:
    with Image.open(path) as sheet:
        sheet.load()
        told = {name: [int(figure) for figure in text.split()] for name, text in sheet.text.items()}
        return [
            (name, sheet.crop((0, top, width, top + height)).convert("RGB"))
            for name, (width, height, top) in told.items()
        ]


def differs(one: Image.Image, other: Image.Image) -> bool:
    """Whether somebody would notice: another size, or too many small pixels of another colour than was around there.

    Another release of the browser may round a line to the next pixel, and all that follows is a little lower.
    """
    if abs(one.width - other.width) > 1 or abs(one.height - other.height) > 1:
        return True
    size = (min(one.width, other.width), min(one.height, other.height))
    now, before = one.crop((0, 0, *size)), other.crop((0, 0, *size))
    lighter = ImageChops.subtract(now, before.filter(ImageFilter.MaxFilter(3)))
    darker = ImageChops.subtract(before.filter(ImageFilter.MinFilter(3)), now)
    red, green, blue = ImageChops.lighter(lighter, darker).split()
    noticed = sum(ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()[NOTICED + 1 :])
    return noticed > NOTICED_AT_MOST * size[0] * size[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
@time_machine.travel("2026-11-02T09:00:00Z", tick=True)
def test_the_site_looks_as_it_was_last_approved(read, width, scheme):
    reader = read(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    reader.page.goto("/design/")
    reader.page.add_style_tag(content=SAME_EVERYWHERE)
    reader.page.evaluate("document.fonts.ready")
    now = looks(reader.page)
    path = KEPT / f"{width}-{scheme}.png"
    if os.environ.get("REDRAW") == "1":
        keep(path, now)
    before = kept(path)
    assert [name for name, _look in now] == [name for name, _look in before]
    changed = [name for (name, look), (_same, old) in zip(now, before, strict=True) if differs(look, old)]
    assert changed == []
    assert reader.problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_part_of_the_site_is_accessible_and_fits_320_pixels(read, scheme):
    reader = read(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    reader.page.goto("/design/")
    assert (reader.axe(), reader.scrolls_sideways()) == ([], False)
