"""The large café of `demo --scale`: what it holds, and that pages cost in it what they cost in a small one."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import marks
from events.models import Edition, RecapPhoto, Rsvp, Series
from members.models import Member
from members.triggers import standing
from tests.factories import make_edition, make_member, make_series, make_specialty, make_venue
from venues.models import Venue, VenuePhoto

pytestmark = pytest.mark.django_db
PART = 0.01


def whole() -> list[list]:
    """Every row, without what the database or the clock adds."""
    return [
        list(Series.objects.order_by("slug").values_list("slug", "team__member__email")),
        list(Edition.objects.order_by("slug").values_list("slug", "theme", "venue__slug", "capacity", "status")),
        list(Member.objects.order_by("handle").values_list("handle", "name", "visibility", "folded_name")),
        list(
            Rsvp.objects.order_by("edition__slug", "position").values_list("edition__slug", "member__handle", "arrived")
        ),
    ]


@pytest.fixture
def large(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    call_command("demo", scale=PART, stdout=StringIO())


def test_it_holds_this_part_of_ten_thousand_editions_and_the_same_each_time(large):
    grand = Edition.objects.filter(series__slug__startswith="grand-cafe-")
    assert grand.count() == 100
    assert Member.objects.filter(handle__startswith="grand-").count() == 1000
    assert Rsvp.objects.filter(edition__in=grand).count() == 10_000
    assert set(standing(connection, marks.PREFIX)) == {trigger.name for trigger in marks.triggers()}
    before = whole()
    for rows in (Rsvp, Edition, Series, Member):
        rows.objects.all().delete()
    Venue.objects.all().delete()
    call_command("demo", scale=PART, stdout=StringIO())
    assert whole() == before


def test_it_opens_in_an_empty_database_only():
    make_member("Claire", email="claire@example.org")
    with pytest.raises(CommandError):
        call_command("demo", scale=PART, rebuild=True, stdout=StringIO())
    assert not Edition.objects.exists()


PAGES = ["/", "/cafes/", "/cafes/past/", "/cafes/past/?page=2", "/venues/", "/venues/{venue}/", "/cafes/{edition}/"]
DESK = [
    "/organize/mail/",
    "/organize/specialties/",
    "/organize/{edition}/edit/",
    "/organize/{edition}/people/",
    "/organize/{series}/dates/",
]


def costs(client, organizer, **names: str) -> dict[str, int]:
    """How often each page asks the database: strangers' pages made afresh, then the desk's."""
    client.cookies.clear()
    found = {}
    for page in [*PAGES, *DESK]:
        if page == DESK[0]:
            client.force_login(organizer)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page.format(**names), {"made": "afresh"}).status_code == 200, page
        found[page] = len(queries)
    return found


def test_pages_ask_the_database_as_often_as_in_a_small_café(client, large):
    big = costs(
        client,
        Member.objects.get(email="claire@example.org"),
        venue="grande-salle-1",
        edition="grand-cafe-3-5",
        series="grand-cafe-3",
    )
    for rows in (Rsvp, Edition, Series, Venue):
        rows.objects.all().delete()
    organizer = make_member()
    series, venue = make_series(slug="petit", organizers=[organizer]), make_venue("Petit lieu")
    make_edition(series, venue=venue, status="published")
    small = costs(client, organizer, venue="petit-lieu", edition="petit-1", series="petit")
    assert {page: (big[page], small[page]) for page in big if big[page] > small[page] + 4} == {}


@pytest.mark.parametrize("which", ["upcoming", "past", "took_place"])
def test_a_page_of_a_list_comes_in_its_order_and_counts_no_places_of_others(which):
    rows = getattr(Edition.objects.public(), which)().for_cards()[:20]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # it would read so small a table whole, whatever its indexes
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
    plan = rows.explain()
    assert ("ORDER BY" in plan, "Sort" in plan) == (False, False)


@pytest.mark.parametrize("photos", [RecapPhoto, VenuePhoto])
def test_photo_that_waits_to_be_drawn_is_found_by_an_index_of_those_that_wait(photos):
    """The worker asks each second, however many photos there are."""
    with CaptureQueriesContext(connection) as asked:
        assert not photos.draw_next()
    [query] = asked.captured_queries
    with connection.cursor() as cursor:
        cursor.execute(("EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN ") + query["sql"])
        plan = str(cursor.fetchall())
    assert "photo_to_draw" in plan


@pytest.mark.parametrize(
    "asked",
    [
        lambda: Venue.objects.public(),
        lambda: Series.objects.public(),
        lambda: make_series().kept_posted(),
        lambda: Edition.objects.with_trade(make_specialty("moderation")),
        lambda: Edition.objects.of_trade(make_specialty("moderation")),
    ],
)
def test_what_is_asked_of_a_row_is_not_looked_up_in_a_list_of_all(asked):
    """A database makes such a list whole, however few rows a page shows."""
    assert "IN (SELECT" not in str(asked().query)
