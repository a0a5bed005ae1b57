"""Public holidays, held against a library that knows those of every country."""

import datetime

import holidays as oracle

from events.holidays import is_august_break, public_holiday


def test_the_public_holidays_of_france_are_those_of_the_law_for_forty_years():
    first, last = datetime.date(2008, 1, 1), datetime.date(2050, 12, 31)
    days = [first + datetime.timedelta(number) for number in range((last - first).days + 1)]
    known = oracle.country_holidays("FR", years=range(2008, 2051))
    assert [day for day in days if public_holiday(day)] == sorted(known)


def test_a_movable_holiday_wins_over_a_fixed_one():
    assert public_holiday(datetime.date(2008, 5, 1)) == "Ascension"
    assert public_holiday(datetime.date(2026, 5, 1)) == "fête du Travail"


def test_august_is_a_break_and_its_neighbours_are_not():
    days = [
        datetime.date(2026, 7, 31),
        datetime.date(2026, 8, 1),
        datetime.date(2026, 8, 31),
        datetime.date(2026, 9, 1),
    ]
    assert [is_august_break(day) for day in days] == [False, True, True, False]
