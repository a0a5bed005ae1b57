import csv
import datetime

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from events.cadence import Cadence, derive

HISTORY = settings.BASE_DIR.parent / "shared" / "data" / "parisjs-editions.csv"
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def days(*texts: str) -> list[datetime.date]:
    return [datetime.date.fromisoformat(text) for text in texts]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=MONTHLY;BYDAY=-1WE", days("2026-01-28", "2026-02-25", "2026-03-25")),
        ("FREQ=MONTHLY;BYDAY=2TU", days("2026-01-13", "2026-02-10", "2026-03-10")),
        ("FREQ=MONTHLY;BYMONTHDAY=15", days("2026-01-15", "2026-02-15", "2026-03-15")),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", days("2026-01-30", "2026-02-27", "2026-03-31")),
        ("FREQ=WEEKLY;BYDAY=TH", days("2026-01-08", "2026-01-15", "2026-01-22")),
        ("FREQ=YEARLY;BYMONTH=4;BYDAY=3WE", days("2026-04-15", "2027-04-21", "2028-04-19")),
        ("FREQ=DAILY", days("2026-01-02", "2026-01-03", "2026-01-04")),
        (" rrule:freq=monthly;byday=-1we ", days("2026-01-28", "2026-02-25", "2026-03-25")),
    ],
)
def test_a_cadence_names_the_days_to_come(rule, expected):
    assert Cadence(rule).days(after=datetime.date(2026, 1, 1), count=3) == expected


def test_the_day_itself_does_not_come_after_itself():
    rhythm = Cadence("FREQ=MONTHLY;BYDAY=-1WE")
    assert rhythm.days(after=datetime.date(2026, 1, 28), count=1) == days("2026-02-25")
    assert rhythm.days(after=datetime.date(2026, 1, 27), count=1) == days("2026-01-28")


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2026-01-07", days("2026-01-21", "2026-02-04", "2026-02-18")),
        ("2026-01-14", days("2026-01-14", "2026-01-28", "2026-02-11")),
    ],
)
def test_every_second_week_counts_from_the_first_day(since, expected):
    rhythm = Cadence("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", since=datetime.date.fromisoformat(since))
    assert rhythm.days(after=datetime.date(2026, 1, 10), count=3) == expected


@given(st.integers(1, 999), st.sets(st.sampled_from(DAYS)), st.integers(0, 20_000))
def test_days_and_weeks_are_counted_from_the_first_one_however_long_ago_it_was(interval, names, days_later):
    """By hand: the weeks begin on Monday, and every `interval`th of them has the days named."""
    since, weekdays = datetime.date(1990, 1, 3), sorted(map(DAYS.index, names)) or [2]  # its own, a Wednesday
    after = since + datetime.timedelta(days=days_later)
    monday = datetime.date(1990, 1, 1)
    while monday + datetime.timedelta(weeks=interval) <= after:
        monday += datetime.timedelta(weeks=interval)
    expected = [monday + datetime.timedelta(weeks=interval * weeks, days=day) for weeks in range(4) for day in weekdays]
    byday = f";BYDAY={','.join(names)}" if names else ""
    rhythm = Cadence(f"FREQ=WEEKLY;INTERVAL={interval}{byday}", since=since)
    assert rhythm.days(after=after, count=3) == [day for day in expected if day > after][:3]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "last Wednesday",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;INTERVAL=3600",
        "FREQ=DAILY;BYHOUR=9,10",
        "FREQ=DAILY;FREQ=HOURLY",
        "BYDAY=WE",
        "FREQ=MONTHLY;",
        "FREQ=MONTHLY;BYDAY=",
        "FREQ=MONTHLY;BYDAY=XX",
        "FREQ=MONTHLY;BYDAY=0WE",
        "FREQ=MONTHLY;BYDAY=9WE",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYSETPOS=500;BYDAY=WE",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=WEEKLY;BYMONTHDAY=13",
        "FREQ=MONTHLY;INTERVAL=0",
        "FREQ=MONTHLY;INTERVAL=-1",
        "FREQ=MONTHLY;INTERVAL=99999999999",
        "FREQ=WEEKLY;COUNT=3",
        "FREQ=WEEKLY;UNTIL=20300101",
        "FREQ=WEEKLY;FOO=BAR",
        "FREQ=WEEKLY\nEXDATE:20260107T000000",
        "DTSTART:20260101T000000\nRRULE:FREQ=WEEKLY",
    ],
)
def test_what_is_no_rhythm_of_days_is_refused(rule):
    with pytest.raises(ValueError, match="not a recurrence rule"):
        Cadence(rule)


@given(st.text(max_size=60) | st.from_regex(r"FREQ=(MONTHLY|WEEKLY);[A-Z]{2,10}=[-+A-Z0-9,]{0,8}", fullmatch=True))
def test_any_other_text_is_refused_with_a_value_error(text):
    try:
        Cadence(text)
    except ValueError as error:
        assert "not a recurrence rule" in str(error)


def test_a_day_that_never_comes_is_answered_with_none():
    assert Cadence("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").days(after=datetime.date(2026, 1, 1), count=1) == []


def test_the_calendar_ends_without_an_error():
    assert Cadence("FREQ=YEARLY;BYMONTH=1").days(after=datetime.date.max, count=3) == []


@pytest.mark.parametrize(
    ("dates", "rule"),
    [
        (days("2026-01-28", "2026-02-25", "2026-03-25"), "FREQ=MONTHLY;BYDAY=-1WE"),  # fourth ones as well
        (days("2026-01-28", "2026-02-25", "2026-03-25", "2026-04-22"), "FREQ=MONTHLY;BYDAY=4WE"),
        (days("2026-01-13", "2026-02-10", "2026-03-18"), "FREQ=MONTHLY;BYDAY=2TU"),
        (days("2026-12-30", "9999-12-29", "9999-12-31"), "FREQ=MONTHLY;BYDAY=-1WE"),
    ],
)
def test_the_rule_that_most_days_follow_is_found(dates, rule):
    assert derive(dates) == rule


@pytest.mark.parametrize(
    "dates",
    [[], days("2026-01-28"), days("2026-01-28", "2026-02-25"), days("2026-01-05", "2026-02-17", "2026-03-26")],
)
def test_too_few_days_or_too_loose_ones_have_no_rule(dates):
    assert derive(dates) == ""


@given(st.lists(st.dates(), max_size=30))
def test_a_derived_rule_is_a_cadence(dates):
    rule = derive(dates)
    assert rule == "" or Cadence(rule).days(after=datetime.date(2026, 1, 1), count=1)


@given(st.integers(1, 4) | st.just(-1), st.sampled_from(DAYS))
def test_days_made_by_a_monthly_rule_derive_it(ordinal, day):
    rule = f"FREQ=MONTHLY;BYDAY={ordinal}{day}"
    assert derive(Cadence(rule).days(after=datetime.date(2026, 1, 1), count=24)) == rule


@pytest.mark.skipif(not HISTORY.is_file(), reason="the real history is not beside this checkout")
def test_the_real_history_is_one_of_last_wednesdays():
    with HISTORY.open(encoding="utf-8", newline="") as file:
        dates = days(*(row["date"] for row in csv.DictReader(file)))
    assert len(dates) == 102
    assert derive(dates) == "FREQ=MONTHLY;BYDAY=-1WE"
