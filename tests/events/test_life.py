"""The life of a series in pictures, and the figures behind them."""

import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import html5lib
import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.charts import Row, chart
from events.life import EVENINGS, Span, pictures
from events.models import Edition, Rsvp, WalkIn
from tests.factories import make_edition, make_history, make_member, make_series, make_specialty, make_venue

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=PARIS)


@pytest.fixture(autouse=True)
def the_first_of_june():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def series():
    return make_series(slug="cafe", organizers=[make_member("Odile")])


def evening(series, month: int, came=(), stayed_away=(), **fields) -> Edition:
    """An evening of 2026 that is over; whoever came was seen at the door."""
    starts_at = datetime.datetime(2026, month, 25, 19, tzinfo=PARIS)
    with time_machine.travel(starts_at - datetime.timedelta(days=20), tick=False):
        edition = make_edition(series, starts_at=starts_at, **fields)
        for member in (*came, *stayed_away):
            edition.rsvp(member)
    for member in came:
        edition.check_in(edition.rsvp_of(member))
    return edition


def rows(series, key: str) -> list[tuple]:
    picture = next(picture for picture in pictures(Span.of(series)) if picture.key == key)
    return [(row.name, list(row.values)) for row in picture.chart.rows]


def test_people_newcomers_and_empty_chairs_of_each_evening(series):
    ada, bob, cleo = (make_member(name) for name in ("Ada", "Bob", "Cléo"))
    evening(series, 2, came=[ada], stayed_away=[cleo])
    evening(series, 3, came=[ada, bob])
    evening(series, 4).rsvps.create(member=ada, status="going", position=9, guests=1)  # nobody was counted
    names = ["N° 1, 2026-02-25", "N° 2, 2026-03-25", "N° 3, 2026-04-25"]
    names = [name.replace(" ", "\u202f", 1) for name in names]
    assert rows(series, "people") == list(zip(names, [[1], [2], [2]], strict=True))
    assert rows(series, "newcomers") == list(zip(names, [[1, 0], [1, 1], [0, 1]], strict=True))
    assert rows(series, "absent") == list(zip(names[:2], [[1], [0]], strict=True))


def test_a_forecast_stands_beside_what_came_and_its_error_is_said(series):
    people = [make_member() for _ in range(4)]
    evening(series, 2, came=people)
    evening(series, 3, came=people[:2], stayed_away=people[2:])
    picture = pictures(Span.of(series))[0]
    assert [row.expected for row in picture.chart.rows] == [None, 4.0]
    assert "2,0" in picture.sentence


def test_trades_are_added_up_by_year_and_family(series):
    ada = make_member("Ada")
    ada.practise([make_specialty("moderation")])
    evening(series, 2, came=[ada, make_member()])
    evening(series, 3, came=[ada])
    picture = next(picture for picture in pictures(Span.of(series)) if picture.key == "trades")
    [row] = picture.chart.rows
    assert (row.name, sum(row.values), row.values[1]) == ("2026", 2, 2)  # “care” is the second family


def test_hosts_and_the_way_from_one_to_the_next(series):
    here = make_venue("Ici", host="Maison", latitude=48.8626, longitude=2.3444)
    there = make_venue("Là", latitude=48.8526, longitude=2.3444)
    for month, venue in ((1, here), (2, there), (3, here)):
        evening(series, month, venue=venue)
    assert rows(series, "hosts") == [("Maison", [2]), ("Là", [1])]
    assert [values for _name, values in rows(series, "distances")] == [[1.1], [1.1]]


def test_time_until_full_counts_from_the_announcement_to_the_last_place(series):
    starts_at = datetime.datetime(2026, 5, 25, 19, tzinfo=PARIS)
    with time_machine.travel(starts_at - datetime.timedelta(days=20), tick=False):
        edition = make_edition(series, starts_at=starts_at, capacity=2)
        edition.rsvp(make_member())
    with time_machine.travel(starts_at - datetime.timedelta(days=17), tick=False):
        edition.rsvp(make_member())
    with time_machine.travel(starts_at - datetime.timedelta(days=16), tick=False):
        edition.cancel_rsvp(edition.rsvps.first().member)
        edition.rsvp(make_member())
    assert [values for _name, values in rows(series, "filling")] == [[3.0]]


def test_other_series_drafts_and_evenings_to_come_are_not_in_it(series):
    evening(make_series(), 2, came=[make_member()])
    make_edition(series, status="draft", starts_at=NOW - datetime.timedelta(days=9))
    make_edition(series)
    assert [picture.chart.rows for picture in pictures(Span.of(series))] == [[]] * 7


def test_bars_are_as_high_as_their_figures_and_labels_never_meet():
    drawn = chart([Row(f"N {n}", str(n), [n, 1]) for n in range(1, 61)], columns=["a", "b"], looks=["bar", "bar soft"])
    heights = [sum(part.height for part in bar.parts) for bar in drawn.bars]
    assert heights == [pytest.approx(160 * (n + 1) / 61, abs=0.1) for n in range(1, 61)]
    labelled = [bar.middle for bar in drawn.bars if bar.label]
    assert min(b - a for a, b in pairwise(labelled)) >= 56
    assert drawn.bars[-1].label == "60"


def test_a_chart_of_nothing_is_flat():
    drawn = chart([Row("N 1", "1", [0])], columns=["a"], looks=["bar"])
    assert [bar.parts for bar in drawn.bars] == [[]]


def test_the_page_draws_each_picture_with_its_table_and_names_nobody(client, series):
    client.force_login(series.organizers.get())
    evening(series, 2, came=[make_member("Ada Secret")])
    page = client.get(reverse("organize:life", args=["cafe"])).content.decode()
    document = html5lib.parse(page, namespaceHTMLElements=False)
    drawn = [
        svg.get("aria-labelledby")
        for svg in document.iter("{http://www.w3.org/2000/svg}svg")
        if svg.get("role") == "img"
    ]
    assert drawn == ["people people-about", "newcomers newcomers-about", "absent absent-about"]
    widths = [{len(row) for row in table.iter("tr")} for table in document.iter("table")]
    assert widths == [{3}, {3}, {2}]  # an evening without a forecast, as the first is, has an empty cell
    assert "Secret" not in page


def test_each_picture_is_a_file_for_a_spreadsheet(client, series):
    client.force_login(series.organizers.get())
    evening(series, 2, came=[make_member()])
    answer = client.get(reverse("organize:life-table", args=["cafe", "newcomers"]))
    assert answer["Content-Disposition"] == 'attachment; filename="cafe-newcomers.csv"'
    lines = answer.getvalue().decode("utf-8-sig").splitlines()
    assert lines == ['"";"pour la première fois";"de nouveau"', '"N°\u202f1, 2026-02-25";"1";"0"']
    assert client.get(reverse("organize:life-table", args=["cafe", "unknown"])).status_code == 404


@pytest.mark.parametrize("evenings", [1, 3])
def test_the_page_asks_the_database_as_often_for_three_evenings_as_for_one(
    client, series, django_assert_num_queries, evenings
):
    client.force_login(series.organizers.get())
    for month in range(1, evenings + 1):
        evening(series, month, came=[make_member()], venue=make_venue())
    client.get(reverse("organize:life", args=["cafe"]))
    with django_assert_num_queries(12):
        client.get(reverse("organize:life", args=["cafe"]))


# A long history -------------------------------------------------------------------------------------------------------


def history(series, evenings: int) -> list[Edition]:
    """Weekly evenings at three places in turn; nine people, one more each season, come to some and are not all seen."""
    places = [make_venue(latitude=48.85 + number / 100, longitude=2.35) for number in range(3)]
    people = [make_member() for _ in range(9)]
    editions = make_history(series, (places * evenings)[:evenings], until=NOW - datetime.timedelta(days=7))
    for week, edition in enumerate(editions):
        edition.filled_at = edition.published_at + datetime.timedelta(days=week % 19) if week % 4 else None
    Edition.objects.bulk_update(editions, ["filled_at"])
    Rsvp.objects.bulk_create(
        Rsvp(edition=edition, member=member, status="going", position=place, arrived=week % 3 and (week + place) % 2)
        for week, edition in enumerate(editions)
        for place, member in enumerate(people, start=1)
        if week >= 12 * (place - 1) and week % place == 0
    )
    return editions


def drawn(series, **page) -> dict[str, list[Row]]:
    return {picture.key: list(picture.chart.rows) for picture in pictures(Span.of(series, **page))}


def test_pages_show_of_each_evening_what_all_of_them_at_once_would(series):
    """Also at their edges: whose first time it was, the forecast, and the way from the place before."""
    history(series, 2 * EVENINGS + 5)
    whole, pages = drawn(series), [drawn(series, page=page) for page in (3, 2, 1)]
    assert [len(page["people"]) for page in pages] == [5, EVENINGS, EVENINGS]
    for key in ("people", "newcomers", "absent", "distances", "filling"):
        assert [row for page in pages for row in page[key]] == whole[key]
    for key in ("hosts", "trades"):
        counts = [sum(sum(sum(row.values) for row in page[key]) for page in spans) for spans in (pages, [whole])]
        assert counts[0] == counts[1]


def test_whoever_came_before_the_evenings_of_the_page_is_new_in_none_of_them(series):
    first, *_between, last = make_history(series, [None] * (EVENINGS + 1), until=NOW - datetime.timedelta(days=7))
    ada, bob = make_member("Ada"), make_member("Bob")
    for edition, member, place in [(first, ada, 1), (last, ada, 1), (last, bob, 2)]:
        edition.rsvps.create(member=member, status="going", position=place)
    assert [row.values for row in drawn(series, page=1)["newcomers"]][-2:] == [[0, 0], [1, 1]]
    assert [row.values for row in drawn(series, page=2)["newcomers"]] == [[1, 0]]


def test_a_history_ten_times_as_long_makes_no_page_longer(client):
    organizer = make_member()
    client.force_login(organizer)
    costs, sizes = [], []
    for evenings in (30, EVENINGS, 300):
        series = make_series(organizers=[organizer])
        history(series, evenings)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse("organize:life", args=[series.slug]))
        costs.append((len(queries), len(page.context["evenings"])))
        sizes.append(len(page.content))
    assert costs == [(12, 30), (12, EVENINGS), (12, EVENINGS)]
    assert sizes[2] < 1.1 * sizes[1]


@pytest.mark.parametrize(
    ("page", "shown"), [("", 1), ("1", 1), ("2", 2), ("3", 2), ("0", 2), ("-1", 2), ("9" * 40, 2), ("x", 1), ("%00", 1)]
)
def test_any_page_that_is_asked_for_is_answered(client, series, page, shown):
    client.force_login(series.organizers.get())
    history(series, EVENINGS + 2)
    answer = client.get(reverse("organize:life", args=["cafe"]) + f"?page={page}")
    assert (answer.status_code, answer.context["page_obj"].number) == (200, shown)
    assert [edition.number for edition in answer.context["evenings"]][:2] == ([3, 4] if shown == 1 else [1, 2])


def test_a_file_holds_all_evenings_whatever_the_page_shows(client, series, django_assert_num_queries):
    client.force_login(series.organizers.get())
    history(series, 2 * EVENINGS)
    for key, queries in [("people", 9), ("newcomers", 10)]:
        with django_assert_num_queries(queries):
            lines = client.get(reverse("organize:life-table", args=["cafe", key])).getvalue().decode().splitlines()
        assert len(lines) == 1 + 2 * EVENINGS


def test_before_the_first_evening_there_is_nothing_to_draw(client, series):
    client.force_login(series.organizers.get())
    answer = client.get(reverse("organize:life", args=["cafe"]), {"page": "2"})
    assert answer.context["evenings"] == []
    assert answer.content.count(b'class="empty"') == len(answer.context["pictures"]) == 7
    table = client.get(reverse("organize:life-table", args=["cafe", "people"])).getvalue().decode("utf-8-sig")
    assert table.splitlines() == ['"";"personnes";"prévision"']


def test_who_came_is_the_same_wherever_it_is_told(series):
    """Of each evening what the life of the café draws and what the rotation counts, and the sum that a venue tells."""

    def told(*parties: tuple[str, int, int], gone: tuple[tuple[str, int, int], ...] = (), walk_ins: int = 0):
        edition = make_edition(series, starts_at=NOW - datetime.timedelta(days=3))
        for place, (status, guests, arrived) in enumerate(parties, start=1):
            here = {"status": status, "guests": guests, "arrived": arrived}
            edition.rsvps.create(member=make_member(), position=place, **here)
        for group, places, arrived in gone:
            edition.bare_counts.create(group=group, parties=1, places=places, arrived=arrived)
        if walk_ins:
            WalkIn.objects.create(edition=edition, name="Passante", people=walk_ins)
        return edition

    expected = {
        told(): 0,
        told(("going", 2, 0), ("going", 0, 0), ("waiting", 1, 0), ("cancelled", 0, 0)): 4,
        told(("going", 2, 1), ("going", 0, 0), ("waiting", 1, 2), ("cancelled", 0, 1)): 4,
        told(("waiting", 0, 1), ("going", 4, 0)): 1,
        told(("going", 4, 0), walk_ins=2): 2,
        told(("going", 1, 0), gone=(("silent", 3, 0), ("", 7, 0))): 5,
        told(("going", 1, 0), gone=(("silent", 3, 1), ("", 0, 5)), walk_ins=1): 7,
    }
    every = Edition.objects.filter(series=series)
    assert {edition: every.evenings()[edition.pk].came for edition in expected} == expected
    assert {edition: edition.people for edition in every.with_people()} == expected
    assert every.welcomed() == (len(expected), sum(expected.values()))
