"""The look of the house: its colours are read by everybody, and a development machine shows all its parts."""

import re

import pytest
from django.conf import settings

from cafecm.colours import GROUNDS, SHAPES, TEXTS, contrast, palettes
from cafecm.design import pairs
from events import card
from events.models import Edition
from members.models import Member

CSS = sorted((settings.BASE_DIR / "static/css").glob("*.css"))
# Only drawn, never read: the first letter that stands for a missing photo, and the mark before a line.
DECORATIONS = {"rule", "edge"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_is_read_or_seen_well_enough(scheme):
    weak = [
        (pair.name, pair.ground, round(pair.contrast, 2)) for pair in pairs(palettes()[scheme]) if not pair.is_enough
    ]
    assert weak == []


def test_contrast_is_what_the_standard_says():
    assert [round(contrast(*pair), 2) for pair in (("#000000", "#ffffff"), ("#ffffff", "#ffffff"))] == [21, 1]
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48  # the well-known grey that just fails


def test_every_colour_that_a_stylesheet_writes_with_is_among_the_pairs():
    written = {
        name for path in CSS for name in re.findall(r"(?<![-\w])color: var\(--([\w-]+)\)", path.read_text())
    } - DECORATIONS
    painted = {
        name for path in CSS for name in re.findall(r"background(?:-color)?: var\(--([\w-]+)\)", path.read_text())
    }
    assert written - {text for text, _ground in TEXTS} == set()
    grounds = {ground for _text, ground in [*TEXTS, *SHAPES]}
    assert painted - grounds == {"awning", "family"}  # nothing is written on these


def test_both_grounds_carry_every_text_that_stands_on_the_page():
    assert {(text, ground) for text, ground in TEXTS if ground in GROUNDS} >= {
        (text, ground) for text in ("ink", "ink-soft", "accent", "good") for ground in GROUNDS
    }


def test_the_social_card_wears_the_colours_of_the_day():
    light = palettes()["light"]
    drawn = [card.PAPER, card.PAPER_DEEP, card.INK, card.SOFT, card.RULE, card.EDGE, card.ACCENT]
    assert drawn == [light[name] for name in ("paper", "paper-deep", "ink", "ink-soft", "rule", "edge", "accent")]
    assert {name: light.get(name, light["edge"]) for name in card.FAMILIES} == card.FAMILIES


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/design/", "/en/design/"])
def test_the_page_of_the_look_is_not_there_outside_development(client, page):
    assert client.get(page).status_code == 404


@pytest.mark.django_db
@pytest.mark.urls("tests.cafecm.design_urls")
@pytest.mark.parametrize("page", ["/design/", "/en/design/"])
def test_the_page_of_the_look_asks_no_row_and_keeps_none(client, page, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(page)
    assert response.status_code == 200
    assert "undefined" not in response.content.decode()
    assert (Edition.objects.count(), Member.objects.count()) == (0, 0)
