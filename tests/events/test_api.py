"""Public facts as JSON: what other sites and programs read."""

import datetime
import json

import jsonschema
import pytest
from django.urls import reverse

from events import api_urls
from events.published import SCHEMAS, description
from tests.factories import fill, make_edition, make_member, make_series, make_venue

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


def in_days(days: int) -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0) + datetime.timedelta(days=days)


def read(client, path: str, status: int = 200) -> dict:
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
    return json.loads(answer.content)


def holds(name: str, data: object) -> None:
    """Raises where the data are not what the document promises."""
    document = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": SCHEMAS}}
    jsonschema.validate(data, document, cls=jsonschema.Draft202012Validator)


def test_an_edition_says_what_its_page_says_and_names_nobody(client, settings):
    venue = make_venue("Au Père Tranquille", host="La Maison", latitude=48.8626, longitude=2.3444, has_lift=False)
    series = make_series(slug="cafe", name="Le Café")
    edition = make_edition(
        series,
        theme="La modération",
        capacity=6,
        venue=venue,
        starts_at=datetime.datetime(2031, 6, 25, 17, tzinfo=datetime.UTC),
        ends_at=datetime.datetime(2031, 6, 25, 19, 30, tzinfo=datetime.UTC),
    )
    secret = make_member("Ada Secret", email="ada@example.org", visibility="public")
    edition.rsvp(secret)
    fill(edition, 4)
    data = read(client, "/api/editions/cafe-1/")
    holds("Edition", data)
    edition.refresh_from_db()
    assert data == {
        "slug": "cafe-1",
        "series": "cafe",
        "number": 1,
        "title": edition.title,
        "theme": "La modération",
        "description": "",
        "starts_at": "2031-06-25T19:00:00+02:00",
        "ends_at": "2031-06-25T21:30:00+02:00",
        "time_zone": "Europe/Paris",
        "status": "published",
        "venue": read(client, "/api/venues/au-pere-tranquille/"),
        "capacity": 6,
        "places_left": 1,
        "takes_rsvps": True,
        "rsvps_open_at": None,
        "rsvps_close_at": None,
        "url": f"{settings.SITE_URL}/cafes/cafe-1/",
        "calendar_url": f"{settings.SITE_URL}/cafes/cafe-1.ics",
        "revised_at": edition.revised_at.isoformat(),
    }
    assert "Secret" not in json.dumps(data) and "@" not in json.dumps(data)


def test_an_edition_says_when_its_list_opens_and_closes(client):
    start = datetime.datetime(2031, 6, 25, 17, tzinfo=datetime.UTC)
    make_edition(make_series(slug="cafe"), starts_at=start, opens_at=start - 240 * HOUR, closes_at=start - HOUR)
    data = read(client, "/api/editions/cafe-1/")
    holds("Edition", data)
    assert (data["takes_rsvps"], data["rsvps_open_at"], data["rsvps_close_at"]) == (
        False,
        "2031-06-15T19:00:00+02:00",
        "2031-06-25T18:00:00+02:00",
    )


def test_a_venue_shows_what_is_known_and_keeps_what_is_for_organizers(client):
    facts = {"getting_in": "Code 1234B", "notes": "Le patron grogne", "contact_email": "patron@example.org"}
    venue = make_venue("Chez Lo", has_lift=True, **facts)
    make_edition(venue=venue)
    data = read(client, "/api/venues/chez-lo/")
    holds("Venue", data)
    assert (data["access"]["lift"], data["access"]["seats"], data["position"]) == (True, None, None)
    assert not [fact for fact in facts.values() if fact in json.dumps(data)]


def test_lists_hold_what_is_public_in_their_order_and_lead_to_the_next_page(client, monkeypatch, settings):
    monkeypatch.setattr("events.views.api.ON_A_PAGE", 2)
    series = make_series(slug="cafe")
    for days in (30, 10, 20, -10, -20):
        make_edition(series, starts_at=in_days(days), venue=make_venue())
    make_edition(series, status="draft", starts_at=in_days(5), venue=make_venue("Secret"))
    make_series(slug="no-cafe-yet")
    first = read(client, "/api/editions/")
    assert [edition["slug"] for edition in first["items"]] == ["cafe-2", "cafe-3"]
    assert first["next"] == f"{settings.SITE_URL}/api/editions/?page=2"
    rest = read(client, first["next"].removeprefix(settings.SITE_URL))
    assert ([edition["slug"] for edition in rest["items"]], rest["next"]) == (["cafe-1"], None)
    assert [edition["slug"] for edition in read(client, "/api/editions/?when=past")["items"]] == ["cafe-4", "cafe-5"]
    assert [item["slug"] for item in read(client, "/api/series/")["items"]] == ["cafe"]
    venues = read(client, "/api/venues/")
    assert len(venues["items"]) == 2 and "Secret" not in json.dumps(venues)
    for name, page in (("Edition", first), ("Venue", venues), ("Series", read(client, "/api/series/"))):
        for item in page["items"]:
            holds(name, item)


def test_lists_are_narrowed_by_series_and_venue(client):
    here, there = make_venue("Ici"), make_venue("Là")
    series = make_series(slug="cafe")
    make_edition(series, venue=here)
    make_edition(series, venue=there, starts_at=in_days(20))
    make_edition(make_series(slug="autre"), venue=here)
    assert [item["slug"] for item in read(client, "/api/editions/?series=cafe&venue=ici")["items"]] == ["cafe-1"]
    assert read(client, "/api/editions/?series=unknown")["items"] == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("page=0", "page"),
        ("page=abc", "page"),
        ("page=" + "9" * 30, "page"),
        ("page=2", "page"),
        ("when=tomorrow", "when"),
        ("series=a%00b", "series"),
        ("venue=%ED%A0%80", "venue"),
    ],
)
def test_a_parameter_that_makes_no_sense_is_named(client, query, field):
    assert set(read(client, f"/api/editions/?{query}", 400)["errors"]) == {field}


@pytest.mark.parametrize("path", ["/api/editions/cafe-1/", "/api/venues/secret/"])
def test_what_is_a_draft_is_not_there(client, path):
    make_edition(make_series(slug="cafe"), status="draft", venue=make_venue("Secret"))
    assert client.get(path).status_code == 404


def test_a_cancelled_edition_stays_and_says_so(client):
    edition = make_edition(make_series(slug="cafe"))
    edition.cancel(reason="Grève")
    data = read(client, "/api/editions/cafe-1/")
    holds("Edition", data)
    assert (data["status"], data["takes_rsvps"], data["venue"]) == ("cancelled", False, None)


def test_any_site_may_read_it_without_a_cookie_and_unchanged_costs_nothing(client):
    make_edition(make_series(slug="cafe"), venue=make_venue("Ici"))
    for pattern in api_urls.urlpatterns:
        slug = {"edition": ["cafe-1"], "venue": ["ici"]}.get(pattern.name, [])
        answer = client.get(reverse(f"api:{pattern.name}", args=slug))
        assert answer.status_code == 200
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert (answer.cookies, answer.get("Vary")) == ({}, "Accept-Encoding")
        again = client.get(answer.request["PATH_INFO"], headers={"If-None-Match": answer["ETag"]})
        assert (again.status_code, again["Access-Control-Allow-Origin"]) == (304, "*")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_is_to_read_only(client, method):
    assert getattr(client, method)("/api/editions/").status_code == 405


def test_the_document_describes_every_address_and_only_those(client):
    document = read(client, "/api/openapi.json")
    assert document == description()
    described = set(document["paths"])
    served = {reverse(f"api:{name}") for name in ("series-list", "edition-list", "venue-list")}
    served |= {"/api/editions/{slug}/", "/api/venues/{slug}/"}
    assert described == served
    assert len(described) + 1 == len(api_urls.urlpatterns)
    for schema in SCHEMAS.values():
        jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("/api/editions/", 2), ("/api/venues/", 2), ("/api/series/", 2)])
def test_lists_ask_the_database_as_often_for_three_rows_as_for_one(
    client, django_assert_num_queries, path, queries, rows
):
    for _number in range(rows):
        make_edition(venue=make_venue())
    with django_assert_num_queries(queries):
        client.get(path)


def test_the_line_for_other_sites_names_the_file_and_the_series(client, settings):
    make_edition(make_series(slug="cafe", name="Le Café"))
    page = client.get(reverse("events:embed"))
    assert page.context["lines"] == [
        ("Tous les cafés", f'<script defer src="{settings.SITE_URL}/static/js/embed.js"></script>'),
        (
            "Le Café",
            f'<script defer src="{settings.SITE_URL}/static/js/embed.js" data-series="cafe"></script>',
        ),
    ]
