import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.wallclock import NoSuchTime, TimeTwice, instant

PARIS = ZoneInfo("Europe/Paris")
NEW_YORK = ZoneInfo("America/New_York")
SYDNEY = ZoneInfo("Australia/Sydney")


def utc(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("day", "time", "zone", "moment"),
    [
        (datetime.date(2026, 1, 28), datetime.time(19, 0), PARIS, utc(2026, 1, 28, 18, 0)),
        (datetime.date(2026, 7, 29), datetime.time(19, 0), PARIS, utc(2026, 7, 29, 17, 0)),
        (datetime.date(2027, 3, 28), datetime.time(1, 59), PARIS, utc(2027, 3, 28, 0, 59)),
        (datetime.date(2027, 3, 28), datetime.time(3, 0), PARIS, utc(2027, 3, 28, 1, 0)),
        (datetime.date(2026, 10, 25), datetime.time(1, 59), PARIS, utc(2026, 10, 24, 23, 59)),
        (datetime.date(2026, 10, 25), datetime.time(3, 0), PARIS, utc(2026, 10, 25, 2, 0)),
        (datetime.date(2026, 7, 29), datetime.time(19, 0), NEW_YORK, utc(2026, 7, 29, 23, 0)),
        (datetime.date(2026, 7, 29), datetime.time(0, 30), SYDNEY, utc(2026, 7, 28, 14, 30)),
        (datetime.date(1895, 5, 1), datetime.time(12, 0), PARIS, utc(1895, 5, 1, 11, 50, 39)),
    ],
)
def test_a_time_on_the_wall_is_one_instant(day, time, zone, moment):
    assert instant(day, time, zone) == moment
    assert instant(day, time, zone).tzinfo is datetime.UTC


@pytest.mark.parametrize(
    ("day", "time", "zone"),
    [
        (datetime.date(2027, 3, 28), datetime.time(2, 0), PARIS),
        (datetime.date(2027, 3, 28), datetime.time(2, 30), PARIS),
        (datetime.date(2027, 3, 14), datetime.time(2, 30), NEW_YORK),
        (datetime.date(2026, 10, 4), datetime.time(2, 30), SYDNEY),
        (datetime.date(2011, 12, 30), datetime.time(19, 0), ZoneInfo("Pacific/Apia")),  # a day that Samoa never had
    ],
)
def test_a_time_that_the_clocks_skip_is_refused(day, time, zone):
    with pytest.raises(NoSuchTime):
        instant(day, time, zone)


@pytest.mark.parametrize(
    ("day", "time", "zone"),
    [
        (datetime.date(2026, 10, 25), datetime.time(2, 0), PARIS),
        (datetime.date(2026, 10, 25), datetime.time(2, 30), PARIS),
        (datetime.date(2026, 10, 25), datetime.time(2, 30, fold=1), PARIS),
        (datetime.date(2026, 11, 1), datetime.time(1, 30), NEW_YORK),
        (datetime.date(2027, 4, 4), datetime.time(2, 30), SYDNEY),
    ],
)
def test_a_time_that_the_clocks_show_twice_is_refused(day, time, zone):
    with pytest.raises(TimeTwice):
        instant(day, time, zone)


@pytest.mark.parametrize(
    ("day", "time", "zone"),
    [
        (datetime.date.min, datetime.time.min, PARIS),
        (datetime.date.max, datetime.time.max, NEW_YORK),
    ],
)
def test_a_time_beyond_the_calendar_is_refused(day, time, zone):
    with pytest.raises(NoSuchTime):
        instant(day, time, zone)


def test_the_edges_of_the_calendar_are_reached():
    assert instant(datetime.date.max, datetime.time(23, 0), PARIS) == utc(9999, 12, 31, 22, 0)
    assert instant(datetime.date.min, datetime.time(0, 0), NEW_YORK) == utc(1, 1, 1, 4, 56, 2)


@given(st.dates(), st.times(), st.sampled_from(sorted(available_timezones())))
def test_what_is_not_refused_comes_back_as_it_stood_on_the_wall(day, time, name):
    zone = ZoneInfo(name)
    try:
        moment = instant(day, time, zone)
    except (NoSuchTime, TimeTwice):
        return
    assert moment.astimezone(zone).replace(tzinfo=None) == datetime.datetime.combine(day, time)
