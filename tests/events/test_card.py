"""The card of a shared link: an image of the evening that tells no more than the page tells a stranger."""

import io

import html5lib
import pytest
from django.core.cache import cache
from PIL import Image

from events.card import HEIGHT, WIDTH, Card
from events.card_words import card_of
from events.drawing import table
from events.models import Edition
from members.models import Specialty
from tests.factories import fill, make_edition, make_member, make_venue

pytestmark = pytest.mark.django_db


def address(edition: Edition) -> str:
    return f"{edition.get_absolute_url()}card.png"


def seat(edition: Edition, key: str, visibility: str) -> None:
    member = make_member(visibility=visibility)
    member.practise([Specialty.objects.get(key=key)])
    edition.rsvp(member)


def fresh(edition: Edition) -> Edition:
    return Edition.objects.for_cards().get(pk=edition.pk)


def test_a_public_edition_has_a_card_of_the_size_that_networks_want(client):
    edition = make_edition(venue=make_venue("Au Père Tranquille"))
    response = client.get(address(edition))
    assert (response.status_code, response.headers["Content-Type"]) == (200, "image/png")
    with Image.open(io.BytesIO(response.content)) as picture:
        assert picture.size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(response.content) < 300_000
    assert "public" in response.headers["Cache-Control"]
    assert list(response.cookies) == []


def test_the_page_names_the_card_by_its_content(client, settings):
    edition = make_edition(theme="Modérer la nuit", capacity=20)

    def named() -> dict[str, str]:
        page = html5lib.parse(client.get(edition.get_absolute_url()).content.decode(), namespaceHTMLElements=False)
        return {meta.get("property") or meta.get("name"): meta.get("content") for meta in page.iter("meta")}

    first = named()
    digest = card_of(fresh(edition)).digest
    assert first["og:image"] == f"{settings.SITE_URL}{address(edition)}?v={digest}"
    assert (first["twitter:card"], first["og:title"]) == ("summary_large_image", fresh(edition).title)
    assert named() == first
    edition.change(theme="Modérer le jour")
    assert named()["og:image"] != first["og:image"]


def test_the_card_is_drawn_once_for_the_same_content(client):
    edition = make_edition()
    first = client.get(address(edition))
    assert cache.get(f"card:{card_of(fresh(edition)).digest}") == first.content
    again = client.get(address(edition), headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_draft_has_no_card_and_takes_no_post(client):
    assert client.get(address(make_edition(status="draft"))).status_code == 404
    assert client.get("/cafes/nulle-part/card.png").status_code == 404
    assert client.post(address(make_edition())).status_code == 405


@pytest.mark.parametrize("visibility", ["members", "cafe", "nobody"])
def test_the_card_tells_no_trade_of_who_does_not_show_it_to_everybody(visibility):
    edition = make_edition(capacity=20)
    fill(edition, 6)
    before = card_of(fresh(edition))
    seat(edition, "crise", visibility)
    after = card_of(fresh(edition))
    families = [cup.family for cup in after.table.cups]
    assert (after.verse, set(families), len(families)) == (before.verse, {"none"}, 7)
    seat(edition, "crise", "public")  # one that may be told
    told = card_of(fresh(edition))
    assert "care" in {cup.family for cup in told.table.cups}
    assert told.verse == "une crise évitée, … et un raton laveur."


def test_the_card_is_the_same_for_its_organizer_and_for_a_stranger(client):
    organizer = make_member()
    edition = make_edition(capacity=20)
    edition.series.appoint(organizer)
    fill(edition, 5)
    seat(edition, "crise", "members")
    edition.rsvp(organizer)
    stranger = client.get(address(edition)).content
    client.force_login(organizer)
    assert client.get(address(edition)).content == stranger


@pytest.mark.parametrize(
    "title",
    ["", "🦝🦝🦝", "x" * 120, "mot " * 30, "Ligne\u202fde fuite\u202f: «\u202foui\u202f»", "日本語の夜", "\u202e"],
)
def test_any_words_make_a_card(title):
    card = Card("Café", title, "mercredi 25 novembre 2026", "Lieu", "une veille", table([], evening="x"))
    with Image.open(io.BytesIO(card.png())) as picture:
        assert picture.size == (1200, 630)


def test_a_cancelled_edition_says_so_on_its_card():
    edition = make_edition()
    edition.cancel(reason="Grève")
    assert card_of(fresh(edition)).when.startswith("Annulé")
