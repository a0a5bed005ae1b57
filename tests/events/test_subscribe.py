"""The page that explains how to subscribe."""

from urllib.parse import parse_qs, quote, urlsplit

import html5lib
import pytest
from django.conf import settings
from django.utils.translation import gettext, override

from tests.factories import make_edition, make_series

pytestmark = pytest.mark.django_db
HOST = urlsplit(settings.SITE_URL).netloc


def main_of(response):
    assert response.status_code == 200
    tree = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    return tree.find(".//main")


def links_of(main) -> set[str]:
    return {link.get("href") for link in main.iter("a")}


@pytest.mark.parametrize("page", ["/subscribe/", "/en/subscribe/"])
def test_each_kind_of_calendar_has_its_link(client, page):
    links = links_of(main_of(client.get(page)))
    webcal = f"webcal://{HOST}/calendar.ics"
    assert {
        webcal,
        f"https://calendar.google.com/calendar/render?cid={quote(webcal, safe='')}",
        "https://calendar.google.com/calendar/u/0/r/settings/addbyurl",
        "https://icsx5.bitfire.at/",
    } <= links
    for service in ["outlook.live.com", "outlook.office.com"]:
        (link,) = [urlsplit(link) for link in links if urlsplit(link).netloc == service]
        assert link.path == "/calendar/0/addfromweb"
        assert parse_qs(link.query) == {
            "url": [f"{settings.SITE_URL}/calendar.ics"],
            "name": [settings.COMMUNITY_NAME],
        }


def test_addresses_can_be_copied_without_javascript(client):
    main = main_of(client.get("/subscribe/"))
    fields = {field.get("id"): field for field in main.iter("input")}
    assert {name: field.get("value") for name, field in fields.items()} == {
        "calendar-address": f"{settings.SITE_URL}/calendar.ics",
        "feed-address": f"{settings.SITE_URL}/feed.atom",
    }
    assert all("readonly" in field.attrib for field in fields.values())
    assert {label.get("for") for label in main.iter("label")} == set(fields)
    buttons = list(main.iter("button"))
    assert [button.get("data-copy") for button in buttons] == list(fields)
    assert all("hidden" in button.attrib for button in buttons)  # the script shows them


def test_the_page_says_how_long_google_takes(client):
    with override("en"):
        sentence = gettext(
            "Google looks for news when it likes: a change or a cancellation can take up to 24 hours to appear. "
            "Whoever has a place gets a mail at once."
        )
    text = "".join(main_of(client.get("/en/subscribe/")).itertext())
    assert sentence in text


def test_one_series_can_be_chosen_where_there_are_several(client):
    lyon = make_edition(make_series(slug="lyon", name="Café de Lyon")).series
    assert list(main_of(client.get("/subscribe/")).iter("nav")) == []
    make_edition(make_series(slug="paris", name="Café de Paris"))
    make_edition(make_series(slug="secret", name="Café secret"), status="draft")
    (nav,) = main_of(client.get("/subscribe/")).iter("nav")
    assert [(link.get("href"), link.text) for link in nav.iter("a")][1:] == [
        ("/subscribe/?series=lyon", "Café de Lyon"),
        ("/subscribe/?series=paris", "Café de Paris"),
    ]
    main = main_of(client.get("/subscribe/?series=lyon"))
    assert main.find(".//input").get("value") == f"{settings.SITE_URL}/calendar/lyon.ics"
    assert f"webcal://{HOST}/calendar/lyon.ics" in links_of(main)
    assert lyon.name in "".join(main.find(".//h1").itertext())


@pytest.mark.parametrize("series", ["secret", "nothing", "%00", ""])
def test_an_unknown_series_means_all_of_them(client, series):
    make_edition(make_series(slug="secret"), status="draft")
    main = main_of(client.get(f"/subscribe/?series={series}"))
    assert main.find(".//input").get("value") == f"{settings.SITE_URL}/calendar.ics"


@pytest.mark.parametrize("editions", [1, 3])
def test_the_page_costs_one_query(client, django_assert_num_queries, editions):
    for _number in range(editions):
        make_edition()
    with django_assert_num_queries(1):
        client.get("/subscribe/")


def test_the_page_can_only_be_read(client):
    assert client.post("/subscribe/").status_code == 405
