"""Portraits of invented people: a few round shapes each, and now and then a cup with a face."""

from random import Random

from cafecm.demo.canvas import (
    BRICK,
    COAL,
    CREAM,
    DUSK,
    INK,
    LEAF,
    MOSS,
    NIGHT,
    OCHRE,
    PAPER,
    ROSE,
    SAGE,
    SAND,
    SKY,
    Canvas,
    mix,
)

SIDE = 320
SKINS = ["#f3d6ba", "#e6b98f", "#c68d61", "#a06c46", "#7b5138"]
HAIRS = {
    "black": "#231d1a",
    "brown": "#5c3a26",
    "auburn": "#94462b",
    "blond": "#d3a65c",
    "grey": "#a9a299",
    "white": "#ece6da",
}
CLOTHES = [BRICK, OCHRE, SAGE, DUSK, ROSE, COAL, MOSS, CREAM, NIGHT]
GROUNDS = [SKY, CREAM, SAGE, ROSE, OCHRE, SAND, mix(DUSK, SKY, 0.4), mix(LEAF, PAPER, 0.35), mix(BRICK, PAPER, 0.3)]


def draw(looks: str, seed: int) -> bytes:
    """A portrait as WebP, 320 by 320, from words such as “3 bun black glasses”.

    They are the skin, from 1 to 5, the cut of the hair, its colour, and the rest; “cup” draws a cup instead.
    """
    dice = Random(seed)  # noqa: S311
    sheet = Canvas(SIDE, SIDE, ground := dice.choice(GROUNDS))
    if dice.random() < 0.5:
        sheet.oval(160, 150, 128, 128, mix(ground, PAPER, 0.35))
    words = looks.split()
    if words[0] == "cup":
        _cup(sheet, dice, ground)
    else:
        _face(sheet, dice, ground, SKINS[int(words[0]) - 1], words[1], HAIRS[words[2]], set(words[3:]))
    return sheet.finish(quality=76)


def _face(sheet: Canvas, dice: Random, ground: str, skin: str, cut: str, hair: str, extras: set[str]) -> None:
    coat = dice.choice([colour for colour in CLOTHES if colour != ground])
    shade = mix(skin, INK, 0.16)
    width, height = dice.uniform(56, 64), dice.uniform(66, 74)
    chin = 150 + height
    _hair_behind(sheet, cut, hair, width)
    sheet.rect(52, 246, 216, 140, coat, radius=64)
    sheet.rect(138, chin - 26, 44, 64, shade, radius=16)
    sheet.pie(160, 246, 40, 34, 0, 180, shade if "round-neck" in extras else skin)
    _clothes(sheet, dice, coat)
    for side in (-1, 1):
        sheet.oval(160 + side * (width - 1), 156, 11, 15, skin)
        if "rings" in extras:
            sheet.oval(160 + side * (width + 2), 178, 5, 5, OCHRE)
    sheet.oval(160, 150, width, height, skin)
    for side in (-1, 1):
        sheet.oval(160 + side * width * 0.58, 174, 13, 8, mix(skin, BRICK, 0.28))
    if "beard" in extras:
        sheet.pie(160, 168, width * 0.97, height * 0.86, 2, 178, hair)
        sheet.rect(160 - width * 0.97, 156, 12, 16, hair)
        sheet.rect(148 + width * 0.97, 156, 12, 16, hair)
        sheet.oval(160, 178, width * 0.6, 20, skin)
    _features(sheet, dice, skin, hair, extras)
    _hair_before(sheet, dice, cut, hair, width, height)
    if "glasses" in extras:
        for side in (-1, 1):
            sheet.arc(160 + side * 25, 150, 19, 18, 0, 360, INK, width=3)
        sheet.arc(160, 150, 7, 6, 180, 360, INK, width=3)


def _features(sheet: Canvas, dice: Random, skin: str, hair: str, extras: set[str]) -> None:
    brow, high = mix(hair, INK, 0.35), dice.uniform(-3, 2)
    for side in (-1, 1):
        if "wink" in extras and side > 0:
            sheet.arc(185, 152, 9, 6, 180, 360, INK, width=3.5)
        else:
            sheet.oval(160 + side * 25, 151, 6, 7, INK)
            sheet.oval(162 + side * 25, 148, 2, 2, PAPER)
        sheet.arc(160 + side * 25, 138 + high, 14, 8, 205, 335, brow, width=4)
    sheet.arc(160, 164, 9, 12, 20, 150, mix(skin, INK, 0.35), width=3)
    if "freckles" in extras:
        for side in (-1, 1):
            for x, y in ((28, 168), (36, 164), (40, 172), (20, 164)):
                sheet.oval(160 + side * x, y, 1.8, 1.8, mix(skin, BRICK, 0.6))
    mouth = dice.randrange(3)
    lips = mix(BRICK, skin, 0.15)
    if mouth == 0:
        sheet.pie(160, 184, 20, 17, 8, 172, mix(INK, BRICK, 0.5))
        sheet.pie(160, 184, 17, 7, 8, 172, PAPER)
    elif mouth == 1:
        sheet.arc(160, 178, 22, 16, 25, 155, lips, width=4.5)
    else:
        sheet.arc(163, 180, 17, 12, 10, 140, lips, width=4.5)
    if "moustache" in extras:
        for side in (-1, 1):
            sheet.pie(160 + side * 14, 184, 19, 13, 180, 360, hair)


def _clothes(sheet: Canvas, dice: Random, coat: str) -> None:
    """What the coat is like: stripes, buttons, a collar or a scarf."""
    what, other = dice.randrange(5), mix(coat, PAPER if coat != CREAM else BRICK, 0.55)
    if what == 0:
        for y in (284, 300, 316):
            sheet.rect(54 + max(0, 290 - y), y, 212 - 2 * max(0, 290 - y), 6, other)
    elif what == 1:
        sheet.poly([(118, 250), (160, 300), (136, 316), (98, 262)], other)
        sheet.poly([(202, 250), (160, 300), (184, 316), (222, 262)], other)
    elif what == 2:
        sheet.rect(112, 238, 96, 32, other, radius=16)
        sheet.rect(182, 252, 30, 80, other, radius=8)
        for y in (278, 296, 314):
            sheet.rect(182, y, 30, 5, mix(other, INK, 0.25))
    elif what == 3:
        for y in (290, 308):
            sheet.oval(160, y, 4, 4, other)
        sheet.line([(160, 280), (160, 320)], mix(coat, INK, 0.2), width=2)
    else:
        for x in range(70, 260, 22):
            for y in (272, 290, 308):
                sheet.oval(x + (y % 4) * 5, y, 3.5, 3.5, other)


def _hair_behind(sheet: Canvas, cut: str, hair: str, width: float) -> None:
    if cut == "long":
        sheet.rect(160 - width - 16, 96, 2 * width + 32, 186, hair, radius=62)
    elif cut == "bob":
        sheet.rect(160 - width - 18, 84, 2 * width + 36, 126, hair, radius=56)
    elif cut == "bun":
        sheet.oval(160, 62, 30, 28, hair)
        sheet.oval(160, 132, width + 8, 62, hair)
    elif cut == "afro":
        sheet.oval(160, 118, width + 46, 88, hair)
    elif cut == "curly":
        for x, y in (
            (84, 128),
            (78, 164),
            (88, 198),
            (236, 128),
            (242, 164),
            (232, 198),
            (104, 96),
            (216, 96),
            (98, 220),
            (222, 220),
        ):
            sheet.oval(x, y, 27, 27, hair)
    elif cut == "braids":
        for side in (-1, 1):
            for knot in range(6):
                sheet.oval(
                    160 + side * (width + 8 + knot),
                    176 + knot * 19,
                    12,
                    13,
                    hair if knot % 2 else mix(hair, PAPER, 0.14),
                )
            sheet.rect(154 + side * (width + 13), 284, 12, 8, BRICK)
    elif cut == "scarf":
        sheet.oval(160, 152, width + 24, 96, hair)
        sheet.rect(160 - width - 10, 190, 2 * width + 20, 80, hair, radius=40)


def _hair_before(sheet: Canvas, dice: Random, cut: str, hair: str, width: float, height: float) -> None:
    top = 150 - height
    if cut in ("long", "bob", "bun", "braids"):
        parting = dice.choice([-22, 0, 22])
        crown = width + (10 if cut != "bun" else 4)
        sheet.pie(160, top + 42, crown, 54, 180, 360, hair)
        sheet.poly([(160 - crown, top + 42), (160 + parting, top + 24), (160 - crown, top + 78)], hair)
        sheet.poly([(160 + crown, top + 42), (160 + parting, top + 24), (160 + crown, top + 78)], hair)
    elif cut == "short":
        side = dice.choice([-1, 1])
        sheet.pie(160, top + 40, width + 5, 50, 180, 360, hair)
        sheet.oval(160 + side * 22, top + 26, 46, 22, hair)
        for edge in (-1, 1):
            sheet.rect(160 + edge * (width - 1) - 6, top + 36, 12, 34, hair, radius=5)
    elif cut in ("curly", "afro"):
        for x in range(-3, 4):
            sheet.oval(160 + x * 18, top + 16 + abs(x) * 7, 20, 19, hair)
    elif cut == "crop":
        sheet.pie(160, top + 46, width + 2, 50, 184, 356, hair)
        sheet.pie(160, top + 50, width - 12, 24, 180, 360, mix(hair, PAPER, 0.08))
    elif cut == "beret":
        for edge in (-1, 1):
            sheet.rect(160 + edge * width - 9, top + 40, 18, 60, hair, radius=8)
        sheet.oval(150, top + 20, width + 26, 32, BRICK)
        sheet.rect(160 - width, top + 34, 2 * width, 14, mix(BRICK, INK, 0.3), radius=7)
        sheet.rect(146, top - 22, 8, 16, BRICK, radius=3)
    elif cut == "scarf":
        sheet.arc(160, 152, width + 6, height + 6, 150, 390, hair, width=20)
        sheet.arc(160, 152, width + 16, height + 18, 190, 350, mix(hair, PAPER, 0.3), width=3)
    elif cut == "bald":
        sheet.arc(148, top + 30, 26, 14, 200, 300, mix(PAPER, hair, 0.3), width=4)
        for edge in (-1, 1):
            sheet.rect(160 + edge * width - 6, 124, 12, 30, hair, radius=6)


def _cup(sheet: Canvas, dice: Random, ground: str) -> None:
    """A cup that looks back, with its steam."""
    colour = dice.choice([tone for tone in (BRICK, PAPER, MOSS, DUSK, OCHRE) if tone != ground])
    dark = mix(colour, INK, 0.25)
    sheet.oval(160, 268, 124, 20, mix(colour, PAPER, 0.45))
    sheet.oval(160, 264, 124, 18, mix(colour, PAPER, 0.65))
    sheet.arc(248, 184, 34, 36, 0, 360, dark, width=15)
    sheet.rect(78, 134, 164, 80, colour)
    sheet.pie(160, 212, 82, 54, 0, 180, colour)
    sheet.oval(160, 134, 82, 20, mix(colour, PAPER, 0.35))
    sheet.oval(160, 136, 72, 14, INK)
    sheet.oval(160, 139, 54, 8, mix(BRICK, INK, 0.5))
    for x in (128, 160, 192):
        swing = dice.uniform(8, 13)
        steam = [(x + swing * (1 if step % 2 else -1) * (0.4 + step / 12), 108 - step * 13) for step in range(6)]
        sheet.line(steam, mix(ground, PAPER, 0.75), width=7)
    ink = PAPER if colour in (MOSS, DUSK, BRICK) else INK
    for side in (-1, 1):
        sheet.oval(160 + side * 28, 186, 6, 8, ink)
        sheet.oval(160 + side * 46, 206, 10, 6, mix(colour, ROSE, 0.7))
    sheet.arc(160, 200, 15, 12, 15, 165, ink, width=4)
    if dice.random() < 0.5:
        for side in (-1, 1):
            sheet.arc(160 + side * 28, 186, 18, 18, 0, 360, OCHRE, width=4)
        sheet.arc(160, 184, 10, 8, 180, 360, OCHRE, width=4)
