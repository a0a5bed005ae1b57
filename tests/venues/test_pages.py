"""The places: the list with its search, and one place."""

import datetime

import html5lib
import pytest
from django.utils import timezone

from tests.factories import make_edition, make_member, make_series, make_venue

pytestmark = pytest.mark.django_db


def main_of(response):
    assert response.status_code == 200
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse(response.content.decode())
    assert parser.errors == []
    return document.find(".//main")


def names_on(response) -> list[str]:
    return ["".join(heading.itertext()) for heading in main_of(response).iter("h2")]


def said_on(response) -> str:
    return " ".join("".join(main_of(response).itertext()).split())


def test_places_are_found_by_name_host_and_address_whatever_the_accents(client):
    make_edition(venue=make_venue("L’École", host="Œuvres réunies"))
    make_edition(venue=make_venue("La Gare", address="3 quai d’Été"))
    assert names_on(client.get("/venues/")) == ["La Gare", "L’École"]
    assert names_on(client.get("/venues/", {"q": "ECOLE"})) == ["L’École"]
    assert names_on(client.get("/venues/", {"q": "oeuvres"})) == ["L’École"]
    assert names_on(client.get("/venues/", {"q": "ete"})) == ["La Gare"]
    assert names_on(client.get("/venues/", {"q": "nulle part"})) == []


def test_the_list_counts_the_published_cafés_of_each_place(client):
    series, venue = make_series(), make_venue("Lieu")
    make_edition(series, venue=venue)
    make_edition(series, venue=venue, status="draft")
    (listed,) = client.get("/venues/").context["page_obj"]
    assert listed.cafes == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_database_as_often_for_three_places_as_for_one(client, django_assert_num_queries, rows):
    series = make_series()
    for _each in range(rows):
        make_edition(series, venue=make_venue())
    with django_assert_num_queries(3):
        client.get("/venues/")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_place_asks_the_database_as_often_for_three_cafés_as_for_one(client, django_assert_num_queries, rows):
    series, venue = make_series(), make_venue("Lieu")
    for day in range(rows):
        make_edition(series, venue=venue, starts_at=timezone.now() + datetime.timedelta(days=3 + day))
        make_edition(series, venue=venue, starts_at=timezone.now() - datetime.timedelta(days=3 + day))
    with django_assert_num_queries(4):
        client.get("/venues/lieu/")


def test_access_is_told_as_yes_no_or_unknown_with_the_day_it_was_checked(client):
    venue = make_venue(
        "Lieu",
        has_step_free_route=True,
        has_lift=False,
        door_width=82,
        access_checked_on=datetime.date(2026, 9, 3),
    )
    make_edition(venue=venue)
    main = main_of(client.get("/en/venues/lieu/"))
    facts = [
        " ".join("".join(item.itertext()).split())
        for item in main.iter("li")
        if "with-icon" in (item.get("class") or "")
    ]
    assert facts == [
        "step-free route: yes",
        "lift: no",
        "accessible toilet: unknown",
        "gender-neutral toilet: unknown",
        "hearing loop: unknown",
        "a seat for everybody: unknown",
        "quiet corner: unknown",
        "bicycle parking: unknown",
        "narrowest door: 82 cm",
    ]
    assert "Last checked on 3 September 2026." in said_on(client.get("/en/venues/lieu/"))


def test_a_map_opens_only_on_a_click(client):
    make_edition(venue=make_venue("Lieu", latitude=48.86, longitude=2.34))
    main = main_of(client.get("/venues/lieu/"))
    outside = [link.get("href") for link in main.iter("a") if link.get("href").startswith("http")]
    assert outside == ["https://www.openstreetmap.org/?mlat=48.86&mlon=2.34#map=18/48.86/2.34"]
    assert [image for image in main.iter("img") if image.get("src").startswith("http")] == []


def test_a_place_has_its_coming_and_past_cafés_without_drafts(client):
    series, venue = make_series(), make_venue("Lieu")
    past = timezone.now() - datetime.timedelta(days=9)
    make_edition(series, venue=venue, theme="À venir")
    make_edition(series, venue=venue, theme="Passé", starts_at=past)
    make_edition(series, venue=venue, theme="Brouillon", status="draft")
    response = client.get("/venues/lieu/")
    assert [edition.theme for edition in response.context["upcoming"]] == ["À venir"]
    assert [edition.theme for edition in response.context["past"]] == ["Passé"]


def test_a_place_that_does_not_exist_is_not_found(client):
    assert client.get("/venues/nulle-part/").status_code == 404


def test_place_of_a_draft_alone_is_found_by_organizers_alone(client):
    claire = make_member("Claire")
    venue = make_venue("Lieu Secret")
    make_edition(make_series(organizers=[claire], slug="brouillon"), status="draft", venue=venue)
    doors = [
        "/venues/",
        venue.get_absolute_url(),
        f"/venues/{venue.slug}/calendar.ics",
        "/cafes/",
        "/calendar/brouillon.ics",
    ]
    answers = [client.get(door) for door in doors]
    assert [answer.status_code for answer in answers] == [200, 404, 404, 200, 404]
    assert not any("Lieu Secret" in answer.content.decode() for answer in answers)
    client.force_login(claire)
    assert names_on(client.get("/venues/")) == ["Lieu Secret"]
    assert client.get(venue.get_absolute_url()).status_code == 200
