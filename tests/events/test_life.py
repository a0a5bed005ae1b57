"""The life of a series in pictures, and the figures behind them."""

import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import html5lib
import pytest
import time_machine
from django.urls import reverse

from events.charts import Row, chart
from events.life import pictures
from events.models import Edition
from tests.factories import make_edition, make_member, make_series, make_specialty, make_venue

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
    picture = next(picture for picture in pictures(series) if picture.key == key)
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
    picture = pictures(series)[0]
    assert [row.expected for row in picture.chart.rows] == [None, 4.0]
    assert "2,0" in picture.sentence


def test_trades_are_added_up_by_year_and_family(series):
    ada = make_member("Ada")
    ada.practise([make_specialty("moderation")])
    evening(series, 2, came=[ada, make_member()])
    evening(series, 3, came=[ada])
    picture = next(picture for picture in pictures(series) if picture.key == "trades")
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
    assert [picture.chart.rows for picture in pictures(series)] == [[]] * 7


def test_bars_are_as_high_as_their_figures_and_labels_never_meet():
    drawn = chart([Row(f"N {n}", str(n), [n, 1]) for n in range(1, 61)], columns=["a", "b"], looks=["bar", "bar soft"])
    heights = [sum(part.height for part in bar.parts) for bar in drawn.bars]
    assert heights == [pytest.approx(160 * (n + 1) / 61, abs=0.1) for n in range(1, 61)]
    labelled = [bar.middle for bar in drawn.bars if bar.label]
    assert min(b - a for a, b in pairwise(labelled)) >= 56
    assert drawn.bars[-1].label == "60"


def test_a_chart_of_nothing_is_flat():
    drawn = chart([Row("N 1", "1", [0])], columns=["a"], looks=["bar"])
    assert [part.height for part in drawn.bars[0].parts] == [0]


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
    assert len(list(document.iter("table"))) == 3
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
    with django_assert_num_queries(11):
        client.get(reverse("organize:life", args=["cafe"]))
