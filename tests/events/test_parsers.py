"""Four programs that have nothing in common read our calendars and agree: icalendar, vobject, ical.js and libical.

They agree on instant, place, status, sequence and title at every change of the clocks of the coming ten years.
"""

import ctypes
import ctypes.util
import datetime
import json
import os
import shutil
import subprocess
import uuid
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from django.conf import settings
from django.utils.translation import override

from events import ics
from events.models import Edition, Series
from members.models import Specialty
from venues.models import Venue

pytestmark = pytest.mark.looks

UTC = datetime.UTC
YEARS = range(2026, 2037)
ZONES = [
    "Europe/Paris",
    "America/New_York",
    "Asia/Tokyo",  # no summer time
    "Asia/Kathmandu",  # a quarter of an hour
    "Australia/Lord_Howe",  # half an hour more in summer
    "Australia/Sydney",  # summer in winter
]
Fact = tuple[str, int, int, str, str, int, str]


def changes(zone: ZoneInfo) -> list[datetime.datetime]:
    """The instants at which the clocks of the zone change."""
    found = []
    moment = datetime.datetime(YEARS.start, 1, 1, tzinfo=UTC)
    step = datetime.timedelta(minutes=30)
    while moment.year < YEARS.stop:
        day = moment + datetime.timedelta(days=1)
        if moment.astimezone(zone).utcoffset() != day.astimezone(zone).utcoffset():
            after = moment
            while after.astimezone(zone).utcoffset() == moment.astimezone(zone).utcoffset():
                after += step
            found.append(after)
        moment = day
    return found


def editions(name: str) -> list[Edition]:
    """Evenings before, in and after every change, and one each summer and winter; of every status, here and there."""
    hour = datetime.timedelta(hours=1)
    starts = [change + n * hour for change in changes(ZoneInfo(name)) for n in (-26, -3, -2, -1, 0, 1, 2, 3, 22)]
    starts += [datetime.datetime(year, month, 15, 18, tzinfo=UTC) for year in YEARS for month in (1, 7)]
    series = Series(slug="cafe", name="Café, l’agenda; suite", time_zone=name)
    venue = Venue(name='Au "Soleil", chez Zoé', address="12 rue de l’Œuvre", postal_code="75010", city="Paris")
    found = []
    for number, start in enumerate(sorted(starts), start=1):
        edition = Edition(
            pk=number,
            series=series,
            number=number,
            slug=f"cafe-{number}",
            theme="Modérer \\ sans, s’épuiser; 🐻 " + "é" * (number % 60),
            starts_at=start,
            ends_at=start + hour * 2,
            venue=None if number % 3 == 0 else venue,
            status="cancelled" if number % 5 == 0 else "published",
            uid=uuid.UUID(int=number),
            sequence=number * 7,
            created_at=datetime.datetime(2025, 1, 1, tzinfo=UTC),
            published_at=datetime.datetime(2025, 1, 2, tzinfo=UTC),
            revised_at=datetime.datetime(2025, 1, 3, tzinfo=UTC),
        )
        edition._prefetched_objects_cache = {"specialties": [Specialty(name_fr="Veille, écoute")]}
        found.append(edition)
    return found


def meant(edition: Edition) -> Fact:
    """What everybody should understand."""
    with override(settings.LANGUAGE_CODE):
        status = "CANCELLED" if edition.is_cancelled else "CONFIRMED" if edition.venue else "TENTATIVE"
        return (
            ics.uid(edition),
            int(edition.starts_at.timestamp()),
            int(edition.ends_at.timestamp()),
            ics.place(edition.venue) if edition.venue else "",
            status,
            edition.sequence,
            ics.summary(edition),
        )


def by_icalendar(body: bytes) -> list[Fact]:
    return [
        (
            str(event["UID"]),
            int(event["DTSTART"].dt.timestamp()),
            int(event["DTEND"].dt.timestamp()),
            str(event.get("LOCATION", "")),
            str(event["STATUS"]),
            int(event["SEQUENCE"]),
            str(event["SUMMARY"]),
        )
        for event in icalendar.Calendar.from_ical(body).walk("VEVENT")
    ]


def by_vobject(body: bytes) -> list[Fact]:
    return [
        (
            event.uid.value,
            int(event.dtstart.value.timestamp()),
            int(event.dtend.value.timestamp()),
            event.location.value if hasattr(event, "location") else "",
            event.status.value,
            int(event.sequence.value),
            event.summary.value,
        )
        for event in vobject.readOne(body.decode()).vevent_list
    ]


def by_ical_js(body: bytes) -> list[Fact]:
    node = shutil.which("node") or missing("node")
    script = Path(__file__).parents[1] / "read_calendar.mjs"
    read = subprocess.run([node, str(script)], input=body, capture_output=True, check=True)
    return [tuple(event) for event in json.loads(read.stdout)]


class IcalTime(ctypes.Structure):
    """`struct icaltimetype` of libical 3."""

    _fields_ = (
        *[(name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")],
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    )


VEVENT = 4  # ICAL_VEVENT_COMPONENT


def by_libical(body: bytes) -> list[Fact]:
    name = ctypes.util.find_library("ical") or missing("libical (Debian: libical3)")
    libical = ctypes.CDLL(name)
    for function, answer, *arguments in [
        ("icalparser_parse_string", ctypes.c_void_p, ctypes.c_char_p),
        ("icalcomponent_count_errors", ctypes.c_int, ctypes.c_void_p),
        ("icalcomponent_get_first_component", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int),
        ("icalcomponent_get_next_component", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int),
        ("icalcomponent_get_uid", ctypes.c_char_p, ctypes.c_void_p),
        ("icalcomponent_get_location", ctypes.c_char_p, ctypes.c_void_p),
        ("icalcomponent_get_summary", ctypes.c_char_p, ctypes.c_void_p),
        ("icalcomponent_get_sequence", ctypes.c_int, ctypes.c_void_p),
        ("icalcomponent_get_status", ctypes.c_int, ctypes.c_void_p),
        ("icalproperty_status_to_string", ctypes.c_char_p, ctypes.c_int),
        ("icalcomponent_get_dtstart", IcalTime, ctypes.c_void_p),
        ("icalcomponent_get_dtend", IcalTime, ctypes.c_void_p),
        ("icaltime_as_timet_with_zone", ctypes.c_long, IcalTime, ctypes.c_void_p),
        ("icalcomponent_free", None, ctypes.c_void_p),
    ]:
        getattr(libical, function).restype, getattr(libical, function).argtypes = answer, arguments
    calendar = libical.icalparser_parse_string(body)
    assert libical.icalcomponent_count_errors(calendar) == 0
    events = []
    event = libical.icalcomponent_get_first_component(calendar, VEVENT)
    while event:
        times = [libical.icalcomponent_get_dtstart(event), libical.icalcomponent_get_dtend(event)]
        start, end = (libical.icaltime_as_timet_with_zone(time, time.zone) for time in times)
        events.append(
            (
                libical.icalcomponent_get_uid(event).decode(),
                start,
                end,
                (libical.icalcomponent_get_location(event) or b"").decode(),
                libical.icalproperty_status_to_string(libical.icalcomponent_get_status(event)).decode(),
                libical.icalcomponent_get_sequence(event),
                libical.icalcomponent_get_summary(event).decode(),
            )
        )
        event = libical.icalcomponent_get_next_component(calendar, VEVENT)
    libical.icalcomponent_free(calendar)
    return events


def missing(what: str) -> str:
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"{what} is missing, and REQUIRE_ALL=1 allows no skipping")
    pytest.skip(f"{what} is missing")


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("read", [by_icalendar, by_vobject, by_ical_js, by_libical])
def test_each_program_understands_what_is_meant(read: Callable[[bytes], list[Fact]], name: str):
    evenings = editions(name)
    body = ics.feed(
        evenings,
        name="Café, l’agenda",
        zone=ZoneInfo(name),
        address="https://cafe.example/calendar.ics",
        page="https://cafe.example/cafes/",
    )
    expected = [meant(edition) for edition in evenings]
    assert len(expected) >= 22
    assert {status for *_facts, status, _sequence, _title in expected} == {"CONFIRMED", "TENTATIVE", "CANCELLED"}
    assert read(body) == expected
    # By a name that no program knows, all of them have only the rules of the file to go by.
    assert read(body.replace(name.encode(), b"Nowhere/" + name.replace("/", "-").encode())) == expected
