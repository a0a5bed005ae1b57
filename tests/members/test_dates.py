"""Dates in words, on pages and in Python alike."""

import datetime

import pytest
from django.conf import settings
from django.template import engines
from django.utils import translation

from members.dates import date_format

FIRST, SECOND = datetime.date(2026, 4, 1), datetime.datetime(2026, 4, 2, 19, 30)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("language", "value", "style", "words"),
    [
        ("fr", FIRST, "l j F Y", "mercredi 1er avril 2026"),
        ("fr", FIRST, "j N Y", "1er avr. 2026"),
        ("fr", FIRST, "DATE_FORMAT", "1er avril 2026"),
        ("fr", SECOND, "l j F", "jeudi 2 avril"),
        ("fr", FIRST, "l j", "mercredi 1"),
        ("fr", FIRST, "Y-m-d", "2026-04-01"),
        ("fr", FIRST, "l", "mercredi"),
        ("fr", datetime.time(1), "TIME_FORMAT", "01:00"),
        ("en", FIRST, "l j F Y", "Wednesday 1 April 2026"),
    ],
)
def test_first_of_a_month_is_an_ordinal_in_french(language, value, style, words):
    with translation.override(language):
        page = engines["django"].from_string(f'{{{{ value|date:"{style}" }}}}')
        assert page.render({"value": value}) == words
        if not isinstance(value, datetime.time):
            assert date_format(value, style) == words


@pytest.mark.parametrize("value", [None, ""])
def test_no_date_is_no_word(value):
    assert engines["django"].from_string("{{ value|date }}").render({"value": value}) == ""


def test_no_other_module_writes_dates_by_django_alone():
    theirs = {
        str(path.relative_to(settings.BASE_DIR))
        for app in ("members", "venues", "events", "cafecm")
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if "formats import date_format" in path.read_text() or "formats.date_format" in path.read_text()
    }
    assert theirs == {"members/dates.py"}


def test_date_for_machines_has_no_microseconds():
    """HTML allows three digits of a second at most (WHATWG, 2.3.5.4)."""
    value = datetime.datetime(2026, 4, 2, 19, 30, 5, 123456, tzinfo=datetime.UTC)
    page = engines["django"].from_string('{{ value|date:"c" }}')
    assert page.render({"value": value}) == "2026-04-02T21:30:05+02:00"
