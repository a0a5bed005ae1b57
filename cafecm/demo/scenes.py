"""The photos of the demo's venues: twelve small stages, drawn rather than borrowed."""

import math
from collections.abc import Callable
from itertools import pairwise
from random import Random

from cafecm.demo.canvas import (
    BRICK,
    COAL,
    CREAM,
    DUSK,
    GLOW,
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
    STONE,
    Canvas,
    arch,
    mix,
    sagging,
)

WIDTH, HEIGHT = 1200, 800
CLOTHES = [BRICK, OCHRE, SAGE, DUSK, ROSE, COAL, MOSS, CREAM]
SKINS = ["#f0cfae", "#dba77f", "#b97f55", "#8a5a3b", "#5e3d2a"]


def draw(scene: str, seed: int) -> bytes:
    """The picture of this name as WebP, 1200 by 800; the same seed draws the same picture."""
    return _SCENES[scene](Random(seed)).finish()  # noqa: S311


# Things that stand about ------------------------------------------------------------------------------------------


def _person(sheet: Canvas, x: float, ground: float, height: float, dice: Random, *, sits: bool = False) -> None:
    """Someone seen from afar: a coat, a head, hair."""
    head = height * 0.085
    coat = dice.choice(CLOTHES)
    skin, hair = dice.choice(SKINS), dice.choice([INK, COAL, "#6b4228", "#a9713c", STONE])
    top = ground - height * (0.72 if sits else 1)
    width = height * 0.15
    if not sits:
        for step in (-1, 1):
            sheet.rect(x + step * width * 0.35 - width * 0.22, ground - height * 0.45, width * 0.44, height * 0.45, INK)
    sheet.rect(x - width, top + head * 2.3, width * 2, height * (0.42 if sits else 0.45), coat, radius=width * 0.8)
    sheet.rect(x - head * 0.35, top + head * 1.4, head * 0.7, head * 1.4, skin)
    sheet.oval(x, top + head, head * 0.92, head * 1.08, skin)
    sheet.pie(x, top + head * 0.85, head * 1.05, head * 1.05, 175, 365, hair)
    if dice.random() < 0.4:
        sheet.oval(x, top - head * 0.2, head * 0.45, head * 0.4, hair)


def _table(sheet: Canvas, x: float, ground: float, size: float, *, top: str = PAPER, legs: str = INK) -> None:
    """A round café table with two cups."""
    sheet.oval(x, ground, size * 0.34, size * 0.06, mix(legs, SAND, 0.35))
    sheet.rect(x - size * 0.03, ground - size * 0.62, size * 0.06, size * 0.62, legs)
    sheet.oval(x, ground - size * 0.62, size * 0.5, size * 0.1, legs)
    sheet.oval(x, ground - size * 0.65, size * 0.5, size * 0.1, top)
    for side in (-0.2, 0.18):
        _cup(sheet, x + side * size, ground - size * 0.66, size * 0.11)


def _cup(sheet: Canvas, x: float, ground: float, size: float) -> None:
    sheet.oval(x, ground, size, size * 0.25, STONE)
    sheet.arc(x + size * 0.6, ground - size * 0.5, size * 0.35, size * 0.3, 0, 360, BRICK, width=size * 0.15)
    sheet.pie(x, ground - size * 0.8, size * 0.65, size * 0.85, 0, 180, BRICK)
    sheet.oval(x, ground - size * 0.8, size * 0.65, size * 0.16, INK)


def _chair(sheet: Canvas, x: float, ground: float, size: float, colour: str, *, faces: int = 1) -> None:
    """A bistro chair; `faces` is 1 for the right, -1 for the left."""
    back = x - faces * size * 0.3
    thick = size * 0.05
    sheet.line([(back, ground), (back - faces * size * 0.06, ground - size)], colour, width=thick)
    sheet.line(
        [(x + faces * size * 0.26, ground), (x + faces * size * 0.22, ground - size * 0.48)], colour, width=thick
    )
    sheet.rect(x - size * 0.36, ground - size * 0.52, size * 0.68, size * 0.08, colour, radius=size * 0.04)
    for part in (0.68, 0.8, 0.92):
        tilt = back - faces * size * 0.06 * part
        sheet.line(
            [(tilt - size * 0.02, ground - size * part), (tilt + size * 0.08 * faces, ground - size * part)],
            colour,
            width=thick,
        )


def _lamp(
    sheet: Canvas, x: float, top: float, length: float, size: float, *, shade: str = BRICK, glow: float = 0.5
) -> None:
    """A lamp hanging from its wire."""
    y = top + length
    sheet.line([(x, top), (x, y)], INK, width=2)
    sheet.oval(x, y + size * 0.3, size * 0.3, size * 0.3, "#ffe9b8")
    sheet.pie(x, y + size * 0.35, size, size * 0.75, 180, 360, shade)
    sheet.light(x, y + size * 0.6, size * 5, strength=glow)


def _garland(sheet: Canvas, start: tuple[float, float], end: tuple[float, float], sag: float, bulbs: int) -> None:
    wire = sagging(start, end, sag, steps=bulbs)
    sheet.line(wire, INK, width=2)
    for x, y in wire[1:-1]:
        sheet.oval(x, y + 6, 6, 8, "#ffe2a0")
        sheet.light(x, y + 8, 46, strength=0.26)


def _tree(sheet: Canvas, x: float, ground: float, height: float, dice: Random, leaves: str = LEAF) -> None:
    sheet.poly(
        [
            (x - height * 0.03, ground),
            (x - height * 0.015, ground - height * 0.6),
            (x + height * 0.015, ground - height * 0.6),
            (x + height * 0.03, ground),
        ],
        COAL,
    )
    for _ in range(16):
        turn, far = dice.uniform(0, math.tau), dice.uniform(0, 0.19)
        size = height * dice.uniform(0.09, 0.15)
        colour = mix(leaves, dice.choice([MOSS, SAGE, OCHRE]), dice.uniform(0, 0.35))
        sheet.oval(
            x + math.cos(turn) * far * height,
            ground - height * 0.7 + math.sin(turn) * far * height,
            size,
            size * 0.9,
            colour,
        )


def _palm(sheet: Canvas, x: float, ground: float, height: float) -> None:
    sheet.line(sagging((x, ground), (x + height * 0.06, ground - height), -6), COAL, width=height * 0.04)
    for turn in range(-80, 261, 34):
        reach = height * 0.36
        dx, dy = math.cos(math.radians(turn)), -abs(math.sin(math.radians(turn))) * 0.6
        tip = (x + height * 0.06 + dx * reach, ground - height + dy * reach + reach * 0.35)
        leaf = sagging((x + height * 0.06, ground - height), tip, -reach * 0.3, steps=8)
        sheet.line(leaf, mix(MOSS, LEAF, (turn % 3) / 3), width=height * 0.032)


def _plant(sheet: Canvas, x: float, ground: float, size: float, dice: Random) -> None:
    for turn in range(-70, 71, 20):
        lean = math.radians(turn + dice.uniform(-8, 8))
        tip = (x + math.sin(lean) * size * 0.7, ground - size * 0.4 - math.cos(lean) * size * 0.75)
        sheet.line([(x, ground - size * 0.35), tip], dice.choice([MOSS, LEAF, SAGE]), width=size * 0.1)
    sheet.poly(
        [
            (x - size * 0.28, ground - size * 0.42),
            (x + size * 0.28, ground - size * 0.42),
            (x + size * 0.2, ground),
            (x - size * 0.2, ground),
        ],
        BRICK,
    )


def _bicycle(sheet: Canvas, x: float, ground: float, size: float, colour: str) -> None:
    wheel = size * 0.3
    for side in (-1, 1):
        sheet.arc(x + side * size * 0.48, ground - wheel, wheel, wheel, 0, 360, INK, width=size * 0.03)
    left, right, crank = (
        (x - size * 0.48, ground - wheel),
        (x + size * 0.48, ground - wheel),
        (x - size * 0.06, ground - wheel),
    )
    seat, bar = (x - size * 0.18, ground - size * 0.72), (x + size * 0.36, ground - size * 0.74)
    for piece in ([left, seat, crank, left], [seat, (x + size * 0.33, ground - size * 0.66), crank], [right, bar]):
        sheet.line(piece, colour, width=size * 0.04)
    sheet.line([(seat[0] - size * 0.1, seat[1]), (seat[0] + size * 0.1, seat[1])], INK, width=size * 0.06)
    sheet.line([bar, (bar[0] + size * 0.12, bar[1] - size * 0.03)], INK, width=size * 0.04)


def _raccoon(sheet: Canvas, x: float, ground: float, size: float) -> None:
    """As in the inventory of the poem: there is always one more."""
    grey, dark = "#8b857c", INK
    for ring in range(5):
        colour = dark if ring % 2 else grey
        sheet.oval(
            x - size * (0.5 + ring * 0.13), ground - size * (0.2 + ring * 0.06), size * 0.13, size * 0.12, colour
        )
    sheet.oval(x, ground - size * 0.3, size * 0.45, size * 0.3, grey)
    for ear in (-1, 1):
        sheet.oval(x + size * (0.32 + ear * 0.22), ground - size * 0.86, size * 0.1, size * 0.12, dark)
    sheet.oval(x + size * 0.32, ground - size * 0.62, size * 0.34, size * 0.28, grey)
    sheet.oval(x + size * 0.32, ground - size * 0.52, size * 0.2, size * 0.14, PAPER)
    sheet.oval(x + size * 0.32, ground - size * 0.66, size * 0.32, size * 0.1, dark)
    for eye in (-1, 1):
        sheet.oval(x + size * (0.32 + eye * 0.13), ground - size * 0.66, size * 0.045, size * 0.05, PAPER)
    sheet.oval(x + size * 0.32, ground - size * 0.53, size * 0.05, size * 0.04, dark)


def _awning(sheet: Canvas, x: float, y: float, width: float, drop: float, colour: str, other: str) -> None:
    stripes = round(width / 44)
    step = width / stripes
    for stripe in range(stripes):
        fill = colour if stripe % 2 else other
        left, right = x + stripe * step, x + (stripe + 1) * step
        lean = 26
        sheet.poly(
            [
                (left + (x + width / 2 - left) / width * lean, y),
                (right + (x + width / 2 - right) / width * lean, y),
                (right, y + drop),
                (left, y + drop),
            ],
            fill,
        )
        sheet.pie(left + step / 2, y + drop, step / 2, 18, 0, 180, mix(fill, INK, 0.12))
    sheet.rect(x, y + drop - 2, width, 4, mix(colour, INK, 0.3))


def _stones(sheet: Canvas, y: float, height: float, colour: str, dice: Random) -> None:
    """Courses of dressed stone."""
    row, step = 0, 44
    while row * step < height:
        sheet.line([(0, y + row * step), (WIDTH, y + row * step)], colour, width=1.5)
        for x in range(-60 if row % 2 else 0, WIDTH, 120):
            nudge = dice.uniform(-8, 8)
            sheet.line([(x + nudge, y + row * step), (x + nudge, y + min(height, (row + 1) * step))], colour, width=1.5)
        row += 1


def _pavement(sheet: Canvas, y: float, colour: str) -> None:
    """A floor of slabs that runs away from the reader."""
    sheet.rect(0, y, WIDTH, HEIGHT - y, colour)
    seam = mix(colour, INK, 0.14)
    for part in (0, 0.09, 0.22, 0.42, 0.68, 1):
        sheet.line([(0, y + (HEIGHT - y) * part), (WIDTH, y + (HEIGHT - y) * part)], seam, width=1.5)
    for x in range(-12, 13):
        sheet.line([(WIDTH / 2 + x * 60, y), (WIDTH / 2 + x * 150, HEIGHT)], seam, width=1.5)


# The stages -------------------------------------------------------------------------------------------------------


def _terrace(dice: Random) -> Canvas:
    """The corner café: awning, warm windows, marble tables."""
    sheet = Canvas(WIDTH, HEIGHT, CREAM)
    _stones(sheet, 0, 300, STONE, dice)
    for x in (150, 470, 790, 1110):
        sheet.rect(x - 75, -40, 150, 210, DUSK, radius=6)
        sheet.rect(x - 68, -40, 136, 203, mix(DUSK, SKY, 0.35))
        sheet.rect(x - 3, -40, 6, 204, PAPER)
        for side in (-1, 1):
            sheet.rect(x + side * 113 - 33, -40, 66, 208, mix(SAGE, PAPER, 0.25))
            for slat in range(0, 168, 16):
                sheet.rect(x + side * 113 - 29, slat, 58, 4, mix(SAGE, INK, 0.12))
        sheet.rect(x - 100, 168, 200, 12, SAND)
        for bar in range(-90, 91, 15):
            sheet.rect(x + bar, 120, 3, 50, INK)
        sheet.rect(x - 94, 116, 188, 5, INK)
    sheet.rect(0, 232, WIDTH, 62, mix(BRICK, INK, 0.55))
    sheet.rect(40, 243, 1120, 40, mix(BRICK, INK, 0.4))
    for x in (330, 430, 530, 630, 730, 830):  # a name in gilded letters, unreadable on purpose
        sheet.rect(x, 253, 62 - (x % 7) * 5, 20, OCHRE, radius=5)
    sheet.rect(0, 294, WIDTH, 330, mix(BRICK, INK, 0.62))
    for x, width in ((40, 300), (370, 300), (860, 300)):
        sheet.fade(350, 214, "#ffdf9e", "#e8ab5c", x=x, width=width)
        for shelf in (420, 470):
            sheet.rect(x + 20, shelf, width - 40, 6, mix(OCHRE, INK, 0.35))
            for bottle in range(int(x) + 32, int(x + width) - 40, 26):
                tall = dice.randint(20, 36)
                colour = dice.choice([BRICK, MOSS, COAL, ROSE, SAGE])
                sheet.rect(bottle, shelf - tall, 12, tall, colour, radius=4)
        for _ in range(3):
            _person(sheet, x + dice.uniform(40, width - 40), 590, dice.uniform(150, 185), dice, sits=True)
        sheet.rect(x, 350, 6, 216, INK)
        sheet.rect(x + width - 6, 350, 6, 216, INK)
        sheet.rect(x + width / 2 - 2, 350, 4, 216, INK)
        sheet.rect(x, 560, width, 64, mix(BRICK, INK, 0.5))
        sheet.light(x + width / 2, 450, 330, strength=0.25)
    sheet.rect(700, 340, 130, 284, mix(BRICK, INK, 0.75))
    sheet.fade(352, 190, "#ffdf9e", "#e8ab5c", x=714, width=102)
    sheet.rect(806, 560, 8, 30, OCHRE)
    _awning(sheet, 10, 292, 690, 62, BRICK, PAPER)
    _awning(sheet, 836, 292, 350, 62, BRICK, PAPER)
    _pavement(sheet, 624, mix(STONE, SAND, 0.4))
    for x in (120, 330, 560, 980):
        _chair(sheet, x - 72, 726, 108, OCHRE)
        _chair(sheet, x + 72, 726, 108, OCHRE, faces=-1)
        _table(sheet, x, 740, 120)
    _plant(sheet, 690, 650, 110, dice)
    _plant(sheet, 846, 650, 110, dice)
    _raccoon(sheet, 770, 762, 56)
    return sheet


def _passage(dice: Random) -> Canvas:
    """A covered passage: glass above, lanterns, shop fronts drawing together."""
    sheet = Canvas(WIDTH, HEIGHT, CREAM)
    far = (470, 250, 730, 520)
    x0, y0, x1, y1 = far
    sheet.poly([(0, 0), (WIDTH, 0), (x1, y0), (x0, y0)], SKY)
    sheet.poly([(0, HEIGHT), (WIDTH, HEIGHT), (x1, y1), (x0, y1)], mix(STONE, SAND, 0.5))
    parts = [0, 0.17, 0.32, 0.45, 0.57, 0.68, 0.78, 0.87, 0.94, 1]

    def along(t: float) -> tuple[float, float, float, float]:
        return x0 * t, y0 * t, WIDTH - (WIDTH - x1) * t, HEIGHT - (HEIGHT - y1) * t

    for number, (near, next_one) in enumerate(pairwise(parts)):
        a, b = along(near), along(next_one)
        tone = mix(BRICK, INK, 0.35) if number % 2 else mix(MOSS, INK, 0.3)
        for left, right, top_l, top_r, low_l, low_r in (
            (a[0], b[0], a[1], b[1], a[3], b[3]),
            (a[2], b[2], a[1], b[1], a[3], b[3]),
        ):

            def at(s: float, t: float, q=(left, right, top_l, top_r, low_l, low_r)) -> tuple[float, float]:
                x = q[0] + (q[1] - q[0]) * s
                top, low = q[2] + (q[3] - q[2]) * s, q[4] + (q[5] - q[4]) * s
                return x, top + (low - top) * t

            sheet.poly([at(0, 0), at(1, 0), at(1, 1), at(0, 1)], mix(CREAM, STONE, near * 0.6))
            sheet.poly([at(0, 0.38), at(1, 0.38), at(1, 1), at(0, 1)], tone)
            sheet.poly([at(0.12, 0.5), at(0.88, 0.5), at(0.88, 0.86), at(0.12, 0.86)], mix(GLOW, OCHRE, near * 0.6))
            sheet.poly([at(0.12, 0.7), at(0.88, 0.7), at(0.88, 0.72), at(0.12, 0.72)], tone)
            sheet.poly([at(0.1, 0.41), at(0.9, 0.41), at(0.9, 0.46), at(0.1, 0.46)], OCHRE)
            sheet.poly([at(0.3, 0.06), at(0.7, 0.06), at(0.7, 0.3), at(0.3, 0.3)], mix(DUSK, SKY, 0.3))
            sheet.poly([at(0, 0.34), at(1, 0.34), at(1, 0.37), at(0, 0.37)], SAND)
            middle = at(0.5, 0.66)
            sheet.light(*middle, 260 * (1 - near) + 60, strength=0.18)
        sheet.line([(a[0], a[1]), (a[2], a[1])], COAL, width=6 * (1 - near) + 1.5)
        if number % 2 == 0 and near < 0.9:
            centre = (a[0] + a[2]) / 2
            _lamp(sheet, centre, a[1], 90 * (1 - near) + 14, 34 * (1 - near) + 5, shade=INK, glow=0.5)
    for part in (0.12, 0.25, 0.38, 0.5, 0.62, 0.75, 0.88):
        sheet.line([(WIDTH * part, 0), (x0 + (x1 - x0) * part, y0)], COAL, width=3)
    sheet.rect(x0, y0, x1 - x0, y1 - y0, mix(GLOW, PAPER, 0.45))
    arch(sheet, 600, y1, 190, 235, mix(SKY, PAPER, 0.4))
    for x in range(-8, 9):
        sheet.line([(600 + x * 16, y1), (600 + x * 110, HEIGHT)], mix(STONE, INK, 0.16), width=1.5)
    for part in (0.2, 0.45, 0.64, 0.8, 0.9):
        y = HEIGHT - (HEIGHT - y1) * part
        sheet.line([(x0 * part, y), (WIDTH - (WIDTH - x1) * part, y)], mix(STONE, INK, 0.16), width=1.5)
    for x, ground, height in ((560, 545, 86), (655, 560, 100), (500, 610, 150), (715, 660, 200)):
        _person(sheet, x, ground, height, dice)
    _chair(sheet, 205, 740, 130, INK)
    _table(sheet, 300, 756, 150)
    _chair(sheet, 395, 740, 130, INK, faces=-1)
    return sheet


def _theatre(dice: Random) -> Canvas:
    """A gilded hall: curtains, a bare stage with three chairs, rows of heads."""
    sheet = Canvas(WIDTH, HEIGHT, mix(NIGHT, INK, 0.5))
    sheet.rect(170, 90, 860, 500, mix(DUSK, NIGHT, 0.4))
    sheet.fade(90, 400, mix(DUSK, INK, 0.35), mix(OCHRE, BRICK, 0.4), x=170, width=860)
    sheet.rect(170, 490, 860, 90, mix(OCHRE, COAL, 0.45))
    for seam in range(170, 1030, 54):
        sheet.line([(600 + (seam - 600) * 0.85, 490), (seam, 580)], mix(OCHRE, INK, 0.6), width=2)
    for x in (380, 820, 600):
        sheet.poly([(x - 14, 90), (x + 14, 90), (x + 84, 530), (x - 84, 530)], mix(OCHRE, PAPER, 0.15))
        sheet.light(x, 480, 300, strength=0.28)
    for x in (440, 600, 760):
        _chair(sheet, x, 560, 120, INK, faces=1 if x < 700 else -1)
    for x in (440, 600, 760):
        _person(sheet, x, 556, 170, dice, sits=True)
    _table(sheet, 680, 566, 70)
    for side in (-1, 1):
        for fold_number in range(7):
            x = 600 + side * (430 - fold_number * 22)
            width = 34
            sheet.poly(
                [
                    (x, 60),
                    (x - side * width, 60),
                    (x - side * (width - 8), 330 + fold_number * 26),
                    (x + side * (170 - fold_number * 12) * 0.15, 590),
                ],
                mix(BRICK, INK, 0.12 + 0.4 * (fold_number % 2)),
            )
    for fold_number in range(16):
        sheet.oval(170 + fold_number * 860 / 15, 96, 40, 66, mix(BRICK, INK, 0.1 + 0.3 * (fold_number % 2)))
    sheet.rect(100, 0, 1000, 66, mix(OCHRE, INK, 0.3))
    for x in range(120, 1100, 40):
        sheet.oval(x, 33, 13, 13, OCHRE)
        sheet.oval(x, 33, 6, 6, "#ffe2a0")
    for side in (-1, 1):
        x = 600 + side * 505
        sheet.rect(x - 78, 0, 156, 640, mix(OCHRE, INK, 0.45))
        for y in (110, 300):
            arch(sheet, x, y + 130, 104, 150, mix(BRICK, INK, 0.55))
            _person(sheet, x - 18, y + 142, 120, dice, sits=True)
            _person(sheet, x + 24, y + 142, 114, dice, sits=True)
            sheet.rect(x - 70, y + 112, 140, 40, OCHRE, radius=8)
            sheet.light(x, y + 70, 160, strength=0.3)
    sheet.rect(0, 580, WIDTH, 220, mix(INK, NIGHT, 0.5))
    for row, (y, size) in enumerate(((640, 30), (700, 40), (775, 54))):
        for x in range(-20 + (row % 2) * 50, WIDTH + 60, int(size * 3.1)):
            if dice.random() < 0.88:
                tone = mix(INK, dice.choice([BRICK, DUSK, OCHRE, MOSS]), 0.3)
                sheet.oval(x, y, size * 0.62, size * 0.75, tone)
                sheet.rect(x - size * 1.1, y + size * 0.6, size * 2.2, 140, tone, radius=size)
            sheet.rect(
                x - size * 1.3, y + size * 1.1, size * 2.6, 90, mix(BRICK, INK, 0.45 - row * 0.1), radius=size * 0.5
            )
    return sheet


def _station(dice: Random, *, evening: bool = False) -> Canvas:
    """A small station of the old circle line, turned café; plants have taken the rails."""
    sky_top, sky_low = (NIGHT, mix(BRICK, OCHRE, 0.4)) if evening else (SKY, PAPER)
    sheet = Canvas(WIDTH, HEIGHT, sky_top)
    sheet.fade(0, 560, sky_top, sky_low)
    wall = mix(ROSE, INK, 0.45) if evening else mix(ROSE, PAPER, 0.25)
    sheet.rect(140, 190, 920, 340, wall)
    seam = mix(wall, INK, 0.12)
    for y in range(200, 530, 22):
        sheet.line([(140, y), (1060, y)], seam, width=1.5)
    sheet.poly([(100, 194), (200, 110), (1000, 110), (1100, 194)], mix(DUSK, INK, 0.3))
    sheet.poly([(440, 150), (600, 40), (760, 150)], mix(wall, PAPER, 0.2))
    sheet.rect(440, 148, 320, 60, mix(wall, PAPER, 0.2))
    sheet.oval(600, 128, 44, 44, INK)
    sheet.oval(600, 128, 38, 38, PAPER)
    sheet.line([(600, 128), (600, 100)], INK, width=4)
    sheet.line([(600, 128), (620, 136)], INK, width=5)
    window = GLOW if evening else mix(SKY, DUSK, 0.35)
    for x in (230, 350, 480, 600, 720, 850, 970):
        arch(sheet, x, 520, 96, 240, PAPER)
        arch(sheet, x, 520, 78, 228, window)
        sheet.rect(x - 2, 300, 4, 220, PAPER)
        sheet.rect(x - 40, 400, 80, 4, PAPER)
        if dice.random() < 0.75:
            _person(sheet, x + dice.uniform(-18, 18), 540, 150, dice, sits=True)
            sheet.rect(x - 48, 500, 96, 30, wall)
        if evening:
            sheet.light(x, 420, 190, strength=0.4)
    for x in range(110, 1100, 30):
        sheet.rect(x, 246, 16, 22, PAPER if (x // 30) % 2 else BRICK)
    sheet.rect(90, 232, 1020, 16, INK)
    for x in (110, 355, 600, 845, 1090):
        sheet.rect(x - 5, 248, 10, 312, INK)
    sheet.rect(0, 556, WIDTH, 40, mix(STONE, INK, 0.35 if evening else 0))
    sheet.rect(0, 592, WIDTH, 30, mix(SAND, INK, 0.5 if evening else 0.25))
    sheet.fade(620, 180, mix(MOSS, INK, 0.45 if evening else 0.1), mix(MOSS, INK, 0.65 if evening else 0.35))
    for y, thick in ((665, 7), (735, 10)):
        sheet.rect(0, y, WIDTH, thick, mix(COAL, STONE, 0.4))
    for x in range(-40, WIDTH, 74):
        sheet.poly([(x + 20, 655), (x + 44, 655), (x + 30, 756), (x - 4, 756)], mix(COAL, SAND, 0.25))
    for y, thick in ((662, 7), (732, 10)):
        sheet.rect(0, y, WIDTH, thick, mix(COAL, STONE, 0.55))
    for _ in range(130):
        root = (dice.uniform(0, WIDTH), dice.uniform(640, 800))
        tip = (root[0] + dice.uniform(-12, 12), root[1] - dice.uniform(14, 40))
        sheet.line([root, tip], mix(dice.choice([LEAF, SAGE, MOSS]), INK, 0.4 if evening else 0), width=3)
        if dice.random() < 0.3:
            sheet.oval(*tip, 5, 5, dice.choice([OCHRE, ROSE, PAPER, BRICK]))
    for x in (300, 540, 780) if evening else (240, 480, 900):
        _chair(sheet, x - 58, 578, 84, INK)
        _chair(sheet, x + 58, 578, 84, INK, faces=-1)
        _table(sheet, x, 584, 92, top=OCHRE)
    for x in (160, 690, 1040):
        _plant(sheet, x, 584, 84, dice)
    for x in (420, 1000):
        _person(sheet, x, 582, 150, dice)
    if evening:
        _garland(sheet, (110, 262), (600, 262), 56, 13)
        _garland(sheet, (600, 262), (1090, 262), 56, 13)
    else:
        _bicycle(sheet, 640, 588, 110, BRICK)
    return sheet


def _evening_station(dice: Random) -> Canvas:
    return _station(dice, evening=True)


def _cloister(dice: Random) -> Canvas:
    """A pale courtyard with arcades and palms, and readers on benches."""
    sheet = Canvas(WIDTH, HEIGHT, SKY)
    sheet.fade(0, 200, SKY, PAPER)
    sheet.rect(0, 120, WIDTH, 500, PAPER)
    sheet.rect(0, 108, WIDTH, 20, STONE)
    for x in range(75, WIDTH, 150):
        sheet.rect(x - 34, 170, 68, 120, mix(SKY, DUSK, 0.45))
        sheet.rect(x - 2, 170, 4, 120, PAPER)
        sheet.rect(x - 34, 226, 68, 4, PAPER)
        sheet.rect(x - 42, 290, 84, 10, STONE)
    sheet.rect(0, 322, WIDTH, 14, STONE)
    for x in range(75, WIDTH, 150):
        arch(sheet, x, 620, 118, 262, mix(SAND, COAL, 0.25))
        arch(sheet, x, 620, 96, 240, mix(OCHRE, COAL, 0.35))
        sheet.rect(x - 30, 440, 60, 180, mix(GLOW, OCHRE, 0.3))
        for book in range(-26, 25, 9):
            for shelf in (480, 520, 560):
                tall = dice.randint(20, 32)
                sheet.rect(x + book, shelf - tall, 7, tall, dice.choice([BRICK, MOSS, DUSK, COAL, ROSE]))
        sheet.light(x, 520, 150, strength=0.25)
        sheet.rect(x + 61, 400, 28, 220, mix(PAPER, STONE, 0.5))
        sheet.rect(x + 55, 392, 40, 14, STONE)
    _pavement(sheet, 620, mix(STONE, PAPER, 0.35))
    for x, ground, height in ((210, 700, 440), (860, 690, 400), (1110, 730, 480)):
        sheet.oval(x, ground, 78, 18, mix(SAND, COAL, 0.2))
        sheet.oval(x, ground - 4, 70, 14, mix(MOSS, LEAF, 0.5))
        _palm(sheet, x, ground - 6, height)
    for x in (430, 660):
        for reader in (-44, 30):
            _person(sheet, x + reader, 735, 170, dice, sits=True)
            sheet.poly(
                [
                    (x + reader - 20, 672),
                    (x + reader, 680),
                    (x + reader + 20, 672),
                    (x + reader + 20, 692),
                    (x + reader, 700),
                    (x + reader - 20, 692),
                ],
                PAPER,
            )
            sheet.line([(x + reader, 680), (x + reader, 700)], STONE, width=2)
        sheet.rect(x - 110, 706, 210, 14, OCHRE, radius=4)
        for leg in (-90, 74):
            sheet.rect(x + leg, 718, 10, 40, COAL)
    return sheet


def _library(dice: Random) -> Canvas:
    """A reading room: shelves to the ceiling, a long table, green-shaded lamps."""
    sheet = Canvas(WIDTH, HEIGHT, mix(OCHRE, COAL, 0.55))
    spines = [BRICK, MOSS, DUSK, OCHRE, ROSE, SAGE, CREAM, COAL, mix(BRICK, INK, 0.4), SAND]
    for x in range(0, WIDTH, 240):
        sheet.rect(x, 0, 240, 560, mix(COAL, OCHRE, 0.22))
        for shelf in range(92, 540, 92):
            sheet.rect(x + 14, shelf - 84, 212, 84, mix(INK, OCHRE, 0.12))
            book = x + 18.0
            while book < x + 210:
                thick, tall = dice.uniform(8, 20), dice.uniform(48, 76)
                if dice.random() < 0.07:
                    lean = [
                        (book + 4, shelf),
                        (book + 26, shelf - tall + 8),
                        (book + 38, shelf - tall + 12),
                        (book + 16, shelf),
                    ]
                    sheet.poly(lean, dice.choice(spines))
                    book += 36
                    continue
                colour = dice.choice(spines)
                sheet.rect(book, shelf - tall, thick, tall, colour)
                if thick > 12:
                    sheet.rect(book + 2, shelf - tall + 12, thick - 4, 4, mix(colour, PAPER, 0.5))
                book += thick + 1.5
            sheet.rect(x + 8, shelf, 224, 8, mix(OCHRE, COAL, 0.3))
        sheet.rect(x - 8, 0, 16, 560, mix(OCHRE, COAL, 0.15))
    sheet.line([(905, 30), (985, 556)], SAND, width=9)
    sheet.line([(955, 24), (1035, 552)], SAND, width=9)
    for step in range(9):
        x, y = 912 + step * 9, 76 + step * 56
        sheet.line([(x, y), (x + 52, y - 6)], SAND, width=7)
    for x in (330, 870):
        arch(sheet, x, 470, 196, 430, mix(OCHRE, COAL, 0.3))
        arch(sheet, x, 462, 168, 408, mix(SKY, PAPER, 0.5))
        _tree(sheet, x + 20, 500, 300, dice)
        sheet.rect(x - 100, 462, 200, 110, mix(COAL, OCHRE, 0.2))
        sheet.rect(x - 3, 60, 6, 404, mix(OCHRE, COAL, 0.3))
        sheet.rect(x - 84, 250, 168, 6, mix(OCHRE, COAL, 0.3))
        sheet.light(x, 240, 360, PAPER, strength=0.14)
    sheet.rect(0, 560, WIDTH, 240, mix(OCHRE, COAL, 0.4))
    for y in (600, 650, 715):
        sheet.line([(0, y), (WIDTH, y)], mix(OCHRE, COAL, 0.55), width=2)
    for x in (190, 330, 500, 690, 860, 1000):
        _person(sheet, x, 690, 250, dice, sits=True)
    sheet.poly([(90, 650), (1110, 650), (1170, 706), (30, 706)], mix(OCHRE, BRICK, 0.35))
    sheet.rect(30, 706, 1140, 20, mix(BRICK, COAL, 0.5))
    for leg in (80, 1090):
        sheet.rect(leg, 724, 30, 80, mix(BRICK, COAL, 0.6))
    for x in (260, 600, 935):
        sheet.rect(x - 4, 610, 8, 64, OCHRE)
        sheet.oval(x, 676, 28, 8, OCHRE)
        sheet.pie(x, 618, 56, 40, 180, 360, MOSS)
        sheet.rect(x - 56, 616, 112, 6, mix(MOSS, INK, 0.3))
        sheet.light(x, 650, 260, strength=0.5)
    for x in (150, 430, 770, 1040):
        sheet.poly([(x - 40, 678), (x, 686), (x + 40, 678), (x + 34, 664), (x, 670), (x - 34, 664)], PAPER)
    _cup(sheet, 520, 690, 16)
    _cup(sheet, 1010, 694, 16)
    return sheet


def _hall(dice: Random) -> Canvas:
    """A great iron hall: trusses, a glass roof, people dancing and dragging tables about."""
    sheet = Canvas(WIDTH, HEIGHT, mix(SKY, PAPER, 0.5))
    iron = mix(DUSK, INK, 0.35)
    sheet.fade(0, 330, mix(SKY, DUSK, 0.12), PAPER)
    for depth, tone in ((0.62, 0.55), (0.78, 0.3), (0.97, 0)):
        colour = mix(iron, SKY, tone)
        half, peak, foot = 660 * depth, 250 - 235 * depth, 330 - 100 * depth
        sheet.line([(600 - half, foot), (600, peak), (600 + half, foot)], colour, width=12 * depth)
        sheet.line([(600 - half, foot + 40 * depth), (600 + half, foot + 40 * depth)], colour, width=8 * depth)
        for part in range(1, 8):
            x = 600 - half + half * part / 4
            y = foot + (peak - foot) * (1 - abs(part - 4) / 4)
            sheet.line([(x, y), (x, foot + 40 * depth)], colour, width=4 * depth)
            sheet.line(
                [(x, y), (x + (half / 4 if part < 4 else -half / 4), foot + 40 * depth)], colour, width=3 * depth
            )
        for side in (-1, 1):
            sheet.rect(600 + side * half - 9 * depth, foot, 18 * depth, 600, colour)
    for part in range(-9, 10):
        sheet.line([(600 + part * 14, 230), (600 + part * 74, 0)], mix(iron, SKY, 0.5), width=2)
    wall = mix(SAND, ROSE, 0.4)
    sheet.rect(192, 330, 816, 240, wall)
    for x in range(250, 1000, 100):
        arch(sheet, x, 560, 76, 190, mix(wall, PAPER, 0.45))
        arch(sheet, x, 560, 60, 178, mix(GLOW, PAPER, 0.35))
        sheet.line([(x, 385), (x, 560)], wall, width=3)
        sheet.line([(x - 30, 460), (x + 30, 460)], wall, width=3)
    for side in (-1, 1):
        edge = 0 if side < 0 else WIDTH
        inner = 192 if side < 0 else 1008
        sheet.poly([(edge, 210), (inner, 330), (inner, 570), (edge, 680)], mix(wall, COAL, 0.18))
        for far in (0.18, 0.55, 0.85):
            x = edge + (inner - edge) * far
            sheet.rect(x - 22 * (1.2 - far), 380, 44 * (1.2 - far), 200 - 40 * far, mix(GLOW, OCHRE, 0.25))
    _pavement(sheet, 566, mix(STONE, SAND, 0.2))
    for x in (330, 600, 870):
        _lamp(sheet, x, 120, 190, 34, shade=BRICK, glow=0.4)
    for x, ground, height in (
        (300, 592, 120),
        (380, 600, 126),
        (470, 590, 118),
        (700, 600, 126),
        (790, 594, 120),
        (900, 604, 130),
        (960, 594, 118),
    ):
        _person(sheet, x, ground, height, dice)
    for x, ground, size in ((180, 716, 150), (520, 690, 130), (860, 730, 160)):
        _chair(sheet, x - 90, ground - 6, size * 0.9, INK)
        _chair(sheet, x + 90, ground - 6, size * 0.9, INK, faces=-1)
        _table(sheet, x, ground, size)
        _person(sheet, x - 84, ground - 6, size * 1.5, dice, sits=True)
    for x in (1080, 1150):
        _plant(sheet, x, 760, 170, dice)
    _plant(sheet, 50, 770, 190, dice)
    return sheet


def _town_hall(dice: Random) -> Canvas:
    """The town hall at nightfall: columns, flags, a clock, lit windows."""
    sheet = Canvas(WIDTH, HEIGHT, DUSK)
    sheet.fade(0, 660, NIGHT, mix(ROSE, DUSK, 0.45))
    stone = mix(STONE, DUSK, 0.22)
    sheet.rect(90, 250, 1020, 350, stone)
    for y in range(262, 600, 34):
        sheet.line([(90, y), (1110, y)], mix(stone, INK, 0.1), width=1.5)
    sheet.poly([(70, 250), (150, 150), (1050, 150), (1130, 250)], mix(DUSK, INK, 0.45))
    for x in (250, 360, 840, 950):
        arch(sheet, x, 240, 46, 66, PAPER)
        arch(sheet, x, 238, 32, 54, GLOW)
    sheet.poly([(400, 262), (600, 140), (800, 262)], mix(stone, PAPER, 0.35))
    sheet.poly([(430, 252), (600, 152), (770, 252)], stone)
    sheet.rect(556, 60, 88, 90, mix(stone, PAPER, 0.2))
    sheet.poly([(546, 62), (600, 8), (654, 62)], mix(DUSK, INK, 0.5))
    sheet.oval(600, 104, 34, 34, INK)
    sheet.oval(600, 104, 29, 29, PAPER)
    sheet.line([(600, 104), (600, 82)], INK, width=3)
    sheet.line([(600, 104), (584, 112)], INK, width=4)
    sheet.light(600, 104, 130, strength=0.5)
    for row, (y, tall) in enumerate(((410, 110), (590, 140))):
        for x in (150, 240, 330, 870, 960, 1050):
            arch(sheet, x, y, 58, tall, mix(stone, PAPER, 0.45))
            lit = dice.random() < 0.7
            arch(sheet, x, y, 44, tall - 8, GLOW if lit else mix(NIGHT, DUSK, 0.5))
            sheet.rect(x - 1.5, y - tall + 10, 3, tall - 10, stone)
            if lit:
                sheet.light(x, y - 50, 120, strength=0.3)
        sheet.rect(90, 424 + row * 176, 1020, 8, mix(stone, PAPER, 0.4))
    for x in (450, 550, 650, 750):
        sheet.rect(x - 17, 290, 34, 300, mix(stone, PAPER, 0.5))
        sheet.rect(x - 26, 278, 52, 14, PAPER)
        sheet.rect(x - 26, 586, 52, 14, PAPER)
        sheet.rect(x + 5, 292, 6, 294, mix(stone, INK, 0.08))
    arch(sheet, 600, 600, 76, 240, GLOW)
    sheet.light(600, 520, 260, strength=0.5)
    for x, colours in ((470, (DUSK, PAPER, BRICK)), (730, (DUSK, PAPER, BRICK))):
        sheet.line([(x, 470), (x + (30 if x < 600 else -30), 400)], COAL, width=4)
        for band, colour in enumerate(colours):
            left = x + (30 if x < 600 else -66) + band * 12
            sheet.rect(left, 404, 12, 44, colour)
    for step in range(4):
        sheet.rect(400 - step * 26, 600 + step * 14, 400 + step * 52, 14, mix(stone, PAPER, 0.35 - step * 0.1))
    _pavement(sheet, 656, mix(STONE, DUSK, 0.5))
    for x in (60, 1145):
        _tree(sheet, x, 690, 420, dice, leaves=MOSS)
    for x in (300, 900):
        sheet.rect(x - 4, 520, 8, 170, INK)
        sheet.oval(x, 510, 16, 20, "#ffe9b8")
        sheet.poly([(x - 18, 498), (x, 474), (x + 18, 498)], INK)
        sheet.light(x, 510, 220, strength=0.55)
    for x, ground in ((420, 720), (545, 676), (650, 690), (705, 740), (820, 712)):
        _person(sheet, x, ground, 130 + (ground - 676) * 0.8, dice)
    return sheet


def _slab(dice: Random) -> Canvas:
    """A seventies building with a grid of windows, each another little world; plants on the ledges."""
    sheet = Canvas(WIDTH, HEIGHT, mix(DUSK, NIGHT, 0.4))
    sheet.fade(0, 640, mix(DUSK, NIGHT, 0.5), mix(DUSK, ROSE, 0.35))
    concrete = mix(STONE, DUSK, 0.3)
    sheet.rect(60, 70, 1080, 560, concrete)
    sheet.rect(40, 56, 1120, 20, mix(concrete, INK, 0.3))
    for row in range(4):
        for column in range(9):
            x, y = 84 + column * 118, 100 + row * 132
            lit = dice.random() < 0.62
            sheet.rect(x, y, 98, 96, mix(concrete, INK, 0.45))
            inside = dice.choice([GLOW, mix(GLOW, ROSE, 0.5), mix(GLOW, PAPER, 0.5), mix(OCHRE, BRICK, 0.3)])
            sheet.rect(x + 6, y + 6, 86, 84, inside if lit else mix(NIGHT, DUSK, 0.6))
            if lit:
                sheet.light(x + 49, y + 48, 120, strength=0.2)
                what = dice.randrange(5)
                if what == 0:
                    for shelf in (32, 56):
                        for book in range(12, 84, 8):
                            tall = dice.randint(12, 20)
                            sheet.rect(x + book, y + shelf - tall + 4, 6, tall, dice.choice([BRICK, MOSS, DUSK, COAL]))
                elif what == 1:
                    _lamp(sheet, x + 49, y + 6, 20, 14, glow=0.2)
                    _person(sheet, x + 32, y + 100, 84, dice, sits=True)
                    _person(sheet, x + 68, y + 100, 84, dice, sits=True)
                elif what == 2:
                    _plant(sheet, x + 30, y + 90, 46, dice)
                    _plant(sheet, x + 66, y + 90, 56, dice)
                elif what == 3:
                    sheet.rect(x + 16, y + 18, 66, 38, PAPER)
                    for bar, tall in enumerate((10, 18, 14, 26)):
                        sheet.rect(x + 24 + bar * 13, y + 52 - tall, 9, tall, BRICK)
                    _person(sheet, x + 74, y + 108, 90, dice)
                else:
                    for point in range(4):
                        sheet.poly(
                            [
                                (x + 10 + point * 20, y + 16),
                                (x + 26 + point * 20, y + 16),
                                (x + 18 + point * 20, y + 34),
                            ],
                            dice.choice([BRICK, SAGE, DUSK, PAPER]),
                        )
                    _person(sheet, x + 49, y + 102, 80, dice)
                sheet.rect(x, y + 90, 98, 8, mix(concrete, INK, 0.45))
            if dice.random() < 0.3:
                for leaf in range(0, 90, 9):
                    sheet.oval(x + 6 + leaf, y + 100 + dice.uniform(-5, 6), 8, 7, dice.choice([MOSS, LEAF, SAGE]))
            sheet.rect(x - 6, y + 100 + 8, 110, 6, mix(concrete, PAPER, 0.3))
    sheet.rect(60, 628, 1080, 16, mix(concrete, INK, 0.35))
    _pavement(sheet, 640, mix(STONE, DUSK, 0.45))
    for x in (90, 1100):
        _tree(sheet, x, 690, 330, dice, leaves=MOSS)
    _garland(sheet, (120, 560), (600, 600), 60, 15)
    _garland(sheet, (600, 600), (1090, 560), 60, 15)
    for x in (260, 470, 740, 950):
        _table(sheet, x, 750, 110, top=OCHRE)
        _person(sheet, x - 62, 756, 170, dice, sits=dice.random() < 0.5)
        _person(sheet, x + 62, 756, 165, dice)
    return sheet


def _quay(dice: Random) -> Canvas:
    """The canal at noon: an old warehouse with arcades, a footbridge, reflections."""
    sheet = Canvas(WIDTH, HEIGHT, SKY)
    sheet.fade(0, 330, mix(SKY, DUSK, 0.08), PAPER)
    sheet.oval(980, 110, 52, 52, mix(OCHRE, PAPER, 0.35))
    for x, width, tall in (
        (0, 120, 250),
        (118, 90, 210),
        (205, 110, 280),
        (860, 100, 240),
        (956, 120, 200),
        (1070, 130, 270),
    ):
        colour = mix(CREAM, STONE, dice.random())
        sheet.rect(x, 430 - tall, width, tall, colour)
        sheet.poly(
            [(x - 4, 430 - tall), (x + 14, 404 - tall), (x + width - 14, 404 - tall), (x + width + 4, 430 - tall)],
            mix(DUSK, STONE, 0.3),
        )
        for window in range(x + 14, x + width - 18, 26):
            for floor in range(430 - tall + 18, 400, 44):
                sheet.rect(window, floor, 13, 24, mix(DUSK, SKY, 0.4))
    sheet.rect(300, 200, 570, 240, mix(SAND, ROSE, 0.35))
    sheet.rect(290, 188, 590, 16, mix(SAND, INK, 0.3))
    for x in range(350, 850, 95):
        sheet.rect(x - 26, 222, 52, 56, mix(DUSK, SKY, 0.35))
        arch(sheet, x, 438, 74, 138, mix(BRICK, INK, 0.5))
        arch(sheet, x, 438, 60, 128, mix(GLOW, OCHRE, 0.35))
        _person(sheet, x + dice.uniform(-8, 8), 448, 92, dice)
    _awning(sheet, 316, 286, 538, 26, OCHRE, PAPER)
    quay = mix(STONE, PAPER, 0.2)
    sheet.rect(0, 430, WIDTH, 90, quay)
    sheet.rect(0, 516, WIDTH, 26, mix(SAND, COAL, 0.25))
    sheet.fade(540, 260, mix(DUSK, SAGE, 0.5), mix(DUSK, NIGHT, 0.3))
    for _ in range(90):
        left, top = dice.uniform(-40, WIDTH), dice.uniform(556, 795)
        colour = dice.choice(
            [mix(SAGE, PAPER, 0.4), mix(OCHRE, PAPER, 0.4), mix(DUSK, SKY, 0.5), mix(ROSE, PAPER, 0.3)]
        )
        sheet.rect(left, top, dice.uniform(20, 110) * (top - 420) / 260, 3, colour, radius=1.5)
    for x in (60, 180, 1000, 1140):
        _tree(sheet, x, 470, 330, dice)
    for x in range(260, 960, 140):
        _chair(sheet, x - 42, 500, 62, BRICK)
        _chair(sheet, x + 42, 500, 62, BRICK, faces=-1)
        _table(sheet, x, 506, 72)
    for x in (330, 470, 610, 890):
        _person(sheet, x + 44, 500, 100, dice, sits=True)
    bridge = mix(MOSS, INK, 0.3)
    sheet.arc(930, 700, 420, 290, 180, 360, bridge, width=16)
    sheet.arc(930, 650, 420, 290, 180, 360, bridge, width=7)
    for turn in range(186, 356, 9):
        along, up = 930 + 416 * math.cos(math.radians(turn)), 290 * math.sin(math.radians(turn))
        sheet.line([(along, 700 + up), (along, 650 + up)], bridge, width=4)
    for turn in (232, 262, 275, 305):
        along, up = 930 + 416 * math.cos(math.radians(turn)), 290 * math.sin(math.radians(turn))
        _person(sheet, along, 698 + up, 112, dice)
    sheet.poly([(90, 690), (450, 690), (410, 742), (130, 742)], BRICK)
    sheet.rect(90, 682, 360, 12, PAPER, radius=5)
    sheet.rect(170, 630, 200, 54, CREAM, radius=6)
    for x in (190, 240, 290, 340):
        sheet.oval(x, 656, 13, 13, mix(DUSK, SKY, 0.3))
    _plant(sheet, 410, 690, 50, dice)
    _plant(sheet, 130, 690, 44, dice)
    return sheet


def _garden(dice: Random) -> Canvas:
    """A big courtyard on a summer night: trees, long tables, garlands of bulbs."""
    sheet = Canvas(WIDTH, HEIGHT, NIGHT)
    sheet.fade(0, 430, NIGHT, mix(DUSK, BRICK, 0.25))
    for _ in range(50):
        sheet.oval(dice.uniform(0, WIDTH), dice.uniform(0, 170), 1.5, 1.5, PAPER)
    wall = mix(STONE, NIGHT, 0.5)
    sheet.rect(0, 200, WIDTH, 300, wall)
    sheet.poly([(0, 204), (40, 150), (1160, 150), (1200, 204)], mix(DUSK, INK, 0.5))
    for x in range(60, WIDTH, 90):
        for y in (300, 440):
            lit = dice.random() < 0.5
            sheet.rect(x - 22, y - 74, 44, 74, mix(wall, PAPER, 0.25))
            sheet.rect(x - 17, y - 69, 34, 66, GLOW if lit else mix(NIGHT, DUSK, 0.5))
            sheet.rect(x - 1.5, y - 69, 3, 66, wall)
            if lit:
                sheet.light(x, y - 36, 100, strength=0.25)
    sheet.fade(490, 310, mix(MOSS, NIGHT, 0.4), mix(MOSS, INK, 0.5))
    sheet.poly([(440, 490), (760, 490), (1060, 800), (140, 800)], mix(SAND, NIGHT, 0.35))
    for x, ground, height in ((110, 560, 440), (330, 530, 330), (880, 530, 340), (1100, 570, 460)):
        _tree(sheet, x, ground, height, dice, leaves=mix(MOSS, NIGHT, 0.25))
    _garland(sheet, (0, 190), (330, 290), 60, 11)
    _garland(sheet, (330, 290), (880, 290), 110, 17)
    _garland(sheet, (880, 290), (1200, 190), 60, 11)
    _garland(sheet, (110, 250), (1100, 250), 190, 23)
    for y, half, size in ((560, 190, 118), (690, 330, 180)):
        for x in range(int(600 - half * 0.85), int(600 + half), int(size * 0.72)):
            _person(sheet, x, y + 4, size * 1.15, dice, sits=True)
        sheet.rect(600 - half, y - size * 0.36, half * 2, size * 0.1, OCHRE, radius=4)
        sheet.rect(600 - half, y - size * 0.28, half * 2, size * 0.05, mix(OCHRE, INK, 0.5))
        for leg in (-0.9, 0, 0.86):
            sheet.rect(600 + half * leg, y - size * 0.26, size * 0.06, size * 0.5, COAL)
        for x in range(int(600 - half * 0.9), int(600 + half * 0.95), int(size * 0.5)):
            _cup(sheet, x, y - size * 0.35, size * 0.06)
        sheet.light(600, y - 40, half * 1.8, strength=0.22)
    for x, ground in ((270, 640), (960, 650), (1010, 640)):
        _person(sheet, x, ground, 190, dice)
    _bicycle(sheet, 110, 740, 170, ROSE)
    _plant(sheet, 1090, 760, 150, dice)
    return sheet


_SCENES: dict[str, Callable[[Random], Canvas]] = {
    "terrace": _terrace,
    "passage": _passage,
    "theatre": _theatre,
    "station": _station,
    "evening station": _evening_station,
    "cloister": _cloister,
    "library": _library,
    "hall": _hall,
    "town hall": _town_hall,
    "slab": _slab,
    "quay": _quay,
    "garden": _garden,
}
