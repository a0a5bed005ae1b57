"""All of a series in one file: what travels, what stays behind, and what is refused."""

import datetime
import io
import json
import os
import re
import subprocess
import sys
import tracemalloc
import zipfile
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation
from PIL import Image

from cafecm.demo import load
from events import chores, history, import_forms
from events.archive import Limits, NotTaken, facts, look_into, pack, unpack, unpacking
from events.models import BareCount, Edition, HostPage, Import, PassedOver, RecapPhoto, Series
from members import leaving
from members.images import clean_photo, with_avif
from members.models import Mail, Member
from tests.factories import make_edition, make_member, make_offer, make_series, make_specialty, make_venue
from venues.models import FormerVenue, Venue, VenuePhoto

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def picture(colour: str, *, size: tuple[int, int] = (60, 40), kind: str = "PNG", **options) -> ContentFile:
    content = io.BytesIO()
    Image.new("RGB", size, colour).save(content, kind, **options)
    return ContentFile(content.getvalue(), name="photo")


TEA = {"words": "Thé ou café ?", "is_required": False}
KIT = {"words": "Qu’apportez-vous ?", "is_required": True}


@pytest.fixture
def series() -> Series:
    """A small one with something of everything."""
    series = make_series(slug="cafe", name="Le Café", description="Un *café*", organizers=[make_member("Odile")])
    series.skip(datetime.date(2030, 8, 28))
    ruche = make_venue(
        "La Ruche",
        host="Coop",
        getting_in="Code 1234",
        contact_name="Hana Morel",
        contact_email="hana@example.org",
        contact_phone="+33 1 23 45 67 89",
        notes="Demander à Hana",
        has_lift=True,
        has_seats=False,
        latitude=48.85,
        longitude=2.35,
        access_checked_on=datetime.date(2026, 1, 2),
    )
    ruche.host_logo.save("logo", clean_photo(picture("navy")))
    for position, colour in enumerate(["red", "green"], start=1):
        ruche.photos.create(image=clean_photo(picture(colour)), alt=f"Une salle, {colour}", position=position)
    FormerVenue.objects.create(slug="ruche", name="Ruche", name_key="ruche", venue=ruche)
    over = make_edition(
        series,
        venue=ruche,
        starts_at=datetime.datetime(2026, 2, 25, 19, tzinfo=PARIS),
        specialties=[make_specialty("veille"), make_specialty("moderation")],
        description="# Au menu\n\n- de la soupe",
        recap="Quelle *soirée*",
    )
    over.write_recap("Quelle *soirée*", links=[["Les notes", "https://example.org/notes"]], thanks="Merci !")
    for colour, state in [("pink", {}), ("gold", {"consent_at": None}), ("gray", {"hidden_at": timezone.now()})]:
        photo = clean_photo(picture(colour))
        over.photos.create(
            **{"image": photo, "small": photo, "digest": colour, "position": 1, "caption": f"Un soir {colour}"},
            **{"consent_at": timezone.now(), "alt": "Des tasses", **state},
        )
    make_edition(series, starts_at=datetime.datetime(2026, 3, 25, 19, tzinfo=PARIS), venue=make_venue("Datadog"))
    over.welcome_walk_in("Zoé Passante", people=2)
    soon = make_edition(series, number=None, theme="Hors série", questions=[TEA, KIT])
    soon.rsvp(make_member("Ada Lovelace"), guests=1, guest_names=["Byron"], answers={KIT["words"]: "Un lapin"})
    Edition.objects.filter(pk=soon.pk).update(is_by_approval=True)
    HostPage.open_for(make_edition(series, venue=ruche), by=make_member())
    cancelled = make_edition(series, venue=ruche)
    cancelled.cancel(reason="Inondation")
    draft = make_edition(series, status="draft", planned_on=datetime.date(2030, 3, 27))
    PassedOver.objects.create(edition=draft, venue=make_venue("Ailleurs"), note="En travaux", by=make_member("Idriss"))
    make_offer(series, contact_name="Hervé Lhôte", message="Venez donc")
    settle(over, make_member("Grace Hopper"), make_member("Alan Turing"))
    return series


def settle(edition: Edition, *members: Member) -> None:
    """People who came to an evening that is over."""
    for position, member in enumerate(members, start=1):
        edition.rsvps.create(member=member, status="going", position=position, guests=1, arrived=position)


def packed(series: Series, **options) -> bytes:
    return b"".join(pack(series, **options))


def read(archive: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        return file.read(name)


def lines(archive: bytes, name: str) -> list[dict]:
    return [json.loads(line) for line in read(archive, name).splitlines()]


def empty() -> None:
    """An empty instance: everything and everybody is gone."""
    Edition.objects.all().delete()
    Series.objects.all().delete()
    Venue.objects.all().delete()
    Member.objects.all().delete()
    for folder in default_storage.listdir("")[0]:
        for name in default_storage.listdir(folder)[1]:
            default_storage.delete(f"{folder}/{name}")


def files() -> set[str]:
    return {path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


# There and back -------------------------------------------------------------------------------------------------------


def manage(folder: Path, *args: str) -> None:
    """Runs a command in another instance of the café, with a database and photos of its own."""
    own = {"DATA_DIR": str(folder), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "cafecm.settings"}
    command = [sys.executable, "manage.py", *args]
    subprocess.run(command, cwd=settings.BASE_DIR, env=os.environ | own, check=True, capture_output=True)


def test_a_series_comes_out_of_another_instance_as_it_went_in(tmp_path):
    other = tmp_path / "other"
    manage(other, "migrate")  # PostgreSQL ends a transaction that is left alone for a minute: one command at a time
    load.rebuild()
    series = Series.objects.get()
    past = series.editions.past().first()
    PassedOver.objects.create(edition=past, venue=Venue.objects.exclude(editions=past)[0], note="En travaux")
    VenuePhoto.objects.first().venue.host_logo.save("logo", clean_photo(picture("navy")))
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    call_command("export_series", series.slug, str(first), contacts=True)
    manage(other, "import_series", str(first))
    assert len(read(first.read_bytes(), "editions.jsonl").splitlines()) == series.editions.count() > 30
    manage(other, "export_series", series.slug, str(second), "--contacts")
    assert second.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("with_contacts", [True, False])
def test_a_series_is_the_same_archive_after_it_moved(series, with_contacts):
    before = packed(series, with_contacts=with_contacts)
    empty()
    arrival = unpack(io.BytesIO(before))
    venues = [len(arrival.venues), arrival.known_venues]
    assert (len(arrival.days), venues, arrival.photos) == (6, [3, []], 3)
    assert packed(arrival.series, with_contacts=with_contacts) == before


def test_pages_and_calendars_go_on_where_a_series_moved(client, series):
    feed = reverse("feeds:series", args=["cafe"])
    addresses = [edition.get_absolute_url() for edition in series.editions.public()]
    archive = packed(series)
    before = client.get(feed).content
    empty()
    unpack(io.BytesIO(archive))
    assert client.get(feed).content == before
    assert [client.get(address).status_code for address in addresses] == [200] * 5
    assert client.get("/en/venues/ruche/")["Location"] == "/en/venues/la-ruche/"


def test_who_came_travels_as_numbers(series):
    over = series.editions.get(recap__startswith="Quelle")
    settled = Edition.objects.filter(pk=over.pk)
    before = (settled.evenings()[over.pk], settled.welcomed(), over.places_taken)
    archive = packed(series)
    empty()
    unpack(io.BytesIO(archive))
    there = Edition.objects.get(slug=over.slug)
    settled = Edition.objects.filter(pk=there.pk)
    assert (settled.evenings()[there.pk], settled.welcomed(), there.places_taken) == before
    assert list(there.bare_counts.values_list("group", "parties", "places", "arrived")) == [
        ("", 0, 0, 2),
        ("unasked", 2, 4, 3),
    ]


def test_numbers_of_who_left_and_of_who_is_there_are_added_up(series):
    over = series.editions.get(recap__startswith="Quelle")
    BareCount.objects.create(edition=over, group="unasked", parties=3, places=5, arrived=4)
    assert lines(packed(series), "editions.jsonl")[0]["attendance"] == [
        {"group": "", "parties": 0, "places": 0, "arrived": 2},
        {"group": "unasked", "parties": 5, "places": 9, "arrived": 7},
    ]


def test_an_evening_that_has_forgotten_its_people_remembers_the_same_where_it_moved(series):
    over = series.editions.get(recap__startswith="Quelle")
    Edition.objects.filter(pk=over.pk).update(ends_at=F("ends_at") - 800 * DAY, starts_at=F("starts_at") - 800 * DAY)
    Member.objects.get(name="Grace Hopper").practise([make_specialty("veille")])
    chores.tidy()
    over.refresh_from_db()
    assert over.remembered == {"seats": [["cafe", "veille"], ["cafe", None]], "newcomers": 2, "again": 0}
    archive = packed(series)
    empty()
    arrival = unpack(io.BytesIO(archive))
    assert Edition.objects.get(slug=over.slug).remembered == over.remembered
    chores.tidy()
    assert packed(arrival.series) == archive


def test_the_rules_of_an_evening_travel_and_the_answers_to_its_questions_stay_with_who_gave_them(series):
    archive = packed(series)
    empty()
    unpack(io.BytesIO(archive))
    there = Edition.objects.get(theme="Hors série")
    assert (there.is_by_approval, there.questions) == (True, [TEA, KIT])
    assert "Un lapin" not in archive.decode(errors="replace")


def test_an_archive_from_before_there_were_rules_brings_evenings_without_any(series):
    archive = packed(series)
    rows = lines(archive, "editions.jsonl")
    for row in rows:
        del row["is_by_approval"], row["questions"]
    older = rewritten(archive, {"editions.jsonl": b"".join(json.dumps(row).encode() + b"\n" for row in rows)})
    empty()
    unpack(io.BytesIO(older))
    assert list(Edition.objects.values_list("is_by_approval", "questions")) == [(False, [])] * 6


def test_places_at_an_evening_to_come_stay_free_where_it_moved(series):
    archive = packed(series)
    empty()
    unpack(io.BytesIO(archive))
    assert Edition.objects.get(theme="Hors série").places_taken == 0


def test_the_table_in_the_archive_is_a_history_that_the_importer_knows(series):
    table = read(packed(series), "editions.csv")
    report = history.take(history.read(table), "cafe", is_trial=True)
    assert (report.taken, report.known, report.problems, report.remarks) == ([], 5, [], [])


def test_the_calendar_in_the_archive_tells_the_public_editions(series):
    calendar = read(packed(series), "calendar.ics")
    report = history.take(history.read(calendar), "other", is_trial=True)
    assert [edition.starts_at for _line, edition in report.taken] == [
        edition.starts_at.replace(microsecond=0) for edition in series.editions.public().order_by("starts_at", "pk")
    ]
    assert report.problems == []


def test_nobody_is_told_of_what_was_taken_in(series):
    archive = packed(series)
    empty()
    Mail.objects.all().delete()
    unpack(io.BytesIO(archive))
    assert Mail.objects.count() == 0


# What stays behind ----------------------------------------------------------------------------------------------------

PEOPLE = ["Odile", "Ada Lovelace", "Byron", "Zoé Passante", "Idriss", "Grace Hopper", "Hervé Lhôte", "Venez donc"]
CONTACTS = ["Hana Morel", "hana@example.org", "+33 1 23 45 67 89", "Demander à Hana"]


def test_nobody_travels_and_contacts_do_where_it_is_asked_for(series):
    assert Member.objects.filter(name__in=PEOPLE).count() == 4
    bare, full = packed(series).decode(errors="replace"), packed(series, with_contacts=True).decode(errors="replace")
    assert [word for word in PEOPLE + CONTACTS if word in bare] == []
    assert [word for word in PEOPLE + CONTACTS if word in full] == CONTACTS
    assert re.findall(r"[\w.]+@example\.org", full) == ["hana@example.org"]


def test_photos_travel_once_those_on_them_agreed_and_comments_stay_with_who_wrote_them(series):
    over = series.editions.get(recap__startswith="Quelle")
    over.comments.create(author=Member.objects.get(name="Grace Hopper"), text="Quelle ambiance")
    archive = packed(series)
    told = lines(archive, "editions.jsonl")[0]
    assert [photo["caption"] for photo in told["photos"]] == ["Un soir pink"]
    assert (told["links"], told["recap_thanks"]) == ([["Les notes", "https://example.org/notes"]], "Merci !")
    assert [word for word in ("gold", "gray", "Quelle ambiance") if word in archive.decode(errors="replace")] == []
    empty()
    unpack(io.BytesIO(archive))
    while chores.draw():
        pass
    assert {Path(name).suffix for name in zipfile.ZipFile(io.BytesIO(archive)).namelist() if "photos/" in name} == {
        ".webp"
    }
    photo = Edition.objects.get(slug=over.slug).photos.get()
    assert all(default_storage.exists(name) for name in with_avif(photo.image.name))  # drawn anew
    assert (photo.caption, photo.alt, photo.width, photo.height) == ("Un soir pink", "Des tasses", 60, 40)


# What of them is not a fact by itself: it is told in a shape of its own, made anew, or stays.
STAYS = {
    Series: {"id"},
    Edition: {
        "id",
        "remembered",
        "recap_links",
        "questions",
        "asked_at",
        "released_at",
        "reminded_at",
        "introduced_at",
        "followed_up_at",
    },
    Venue: {"id", "name_key", "host_logo"},
}


@pytest.mark.parametrize(
    ("model", "told"),
    [(Series, facts.SERIES), (Edition, facts.EDITION), (Venue, facts.VENUE + facts.CONTACT)],
    ids=["series", "edition", "venue"],
)
def test_of_every_fact_somebody_has_decided_whether_it_travels(model, told):
    known = {field.name for field in model._meta.concrete_fields if not field.is_relation}
    assert known == {*told, *STAYS[model]}
    assert not STAYS[model] & {*told}


# What hangs on them and is told with them, and what stays with its people.
RELATIONS = {
    Series: (
        {"editions", "skipped_dates"},
        {"team", "invitations", "acts", "offers", "standings", "postings", "imports"},
    ),
    Edition: (
        {"series", "venue", "specialties", "passed_over", "bare_counts", "photos"},
        {"comments", "offer", "rsvps", "walk_ins", "calls", "host_pages", "introductions", "imports", "acts"},
    ),
    Venue: ({"editions", "photos", "former", "passed_over"}, {"offers", "host_pages", "acts"}),
}


@pytest.mark.parametrize("model", RELATIONS)
def test_of_everything_that_hangs_on_them_somebody_has_decided_whether_it_travels(model):
    told, left = RELATIONS[model]
    fields = [field for field in model._meta.get_fields() if field.is_relation]
    names = {field.name if field.concrete else field.get_accessor_name() for field in fields}
    assert names == told | left


def test_the_page_about_archives_names_every_fact():
    page = (settings.BASE_DIR / "docs" / "moving.md").read_text()
    names = [
        *facts.SERIES,
        *facts.EDITION,
        *facts.VENUE,
        *facts.CONTACT,
        *facts.FORMER,
        *facts.PASSED_OVER,
        *facts.COUNT,
        *facts.QUESTION,
    ]
    assert [name for name in names if f"`{name}`" not in page] == []
    assert f"`version` ({facts.VERSION})" in page


# In the browser -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("query", "with_contacts"), [({}, False), ({"contacts": "on"}, True)])
def test_an_organizer_takes_the_archive_from_the_desk(client, series, query, with_contacts):
    client.force_login(series.organizers.get())
    response = client.get(reverse("organize:archive", args=["cafe"]), query)
    assert response.streaming
    assert b"".join(response.streaming_content) == packed(series, with_contacts=with_contacts)
    assert (response["Content-Type"], response["Content-Disposition"]) == (
        "application/zip",
        'attachment; filename="cafe.zip"',
    )


def many(series: Series, count: int) -> None:
    start = timezone.now() - datetime.timedelta(days=40_000)
    Edition.objects.bulk_create(
        Edition(
            series=series,
            number=number,
            slug=f"{series.slug}-{number}",
            theme="Un thème",
            description="Une description. " * 40,
            starts_at=start + datetime.timedelta(days=number),
            ends_at=start + datetime.timedelta(days=number, hours=2),
            status="published",
        )
        for number in range(1, count + 1)
    )


def test_memory_does_not_grow_with_the_series():
    small, large = make_series(), make_series()
    many(small, 120)
    many(large, 1200)
    packed(small)  # what is remembered once and for all
    peaks = []
    for series in (small, large):
        tracemalloc.start()
        size = sum(map(len, pack(series)))
        peaks.append((size, tracemalloc.get_traced_memory()[1]))
        tracemalloc.stop()
    (small_size, small_peak), (large_size, large_peak) = peaks
    assert large_size > 9 * small_size
    assert large_peak < small_peak + 400_000  # all of it would be some 3 MB


@pytest.mark.parametrize("count", [1, 3])
def test_an_archive_asks_the_database_as_often_for_three_editions_as_for_one(django_assert_num_queries, count):
    series = make_series()
    for _number in range(count):
        edition = make_edition(series, venue=make_venue(), specialties=[make_specialty()])
        PassedOver.objects.create(edition=edition, venue=make_venue(), note="En travaux")
    # skipped dates; four times the editions, what hangs on them, and whether more follow; counts; venues; the span
    with django_assert_num_queries(32):
        packed(series)


# What is refused ------------------------------------------------------------------------------------------------------


def rewritten(archive: bytes, changes: dict[str, bytes | None], *, compression: int = zipfile.ZIP_STORED) -> bytes:
    """The archive with these files changed, added, or (None) left out."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(content, "w", compression) as new:
        for name in dict.fromkeys([*old.namelist(), *changes]):
            body = changes[name] if name in changes else old.read(name)
            if body is not None:
                new.writestr(name, body)
    return content.getvalue()


def with_record(archive: bytes, name: str, number: int, /, **changes) -> bytes:
    """The archive with one record of a file changed."""
    records = lines(archive, name)
    records[number] |= changes
    return rewritten(archive, {name: b"".join(json.dumps(record).encode() + b"\n" for record in records)})


def head(archive: bytes, **changes) -> bytes:
    return rewritten(
        archive, {"archive.json": json.dumps(json.loads(read(archive, "archive.json")) | changes).encode()}
    )


PHOTO = "photos/venues/la-ruche/1.webp"
HARM = {
    "no zip": (lambda archive: b"PK\x03\x04nonsense", "The file is no archive of a series, or not a whole one."),
    "empty": (lambda archive: b"", "The file is no archive of a series, or not a whole one."),
    "cut": (lambda archive: archive[:-300], "The file is no archive of a series, or not a whole one."),
    "torn": (
        lambda archive: archive.replace(b"Un *caf", b"Un *CAF"),
        "The file is no archive of a series, or not a whole one.",
    ),
    "another zip": (
        lambda archive: rewritten(archive, {"word/document.xml": b"<x/>"}),
        "The archive holds something that no archive of a series holds.",
    ),
    "a path out of the folder": (
        lambda archive: rewritten(archive, {"photos/../../../etc/cron.d/x.webp": b"x"}),
        "The archive holds something that no archive of a series holds.",
    ),
    "another format": (
        lambda archive: head(archive, format="zip"),
        "The file is no archive of a series, or not a whole one.",
    ),
    "a newer version": (
        lambda archive: head(archive, version=2),
        "The archive was made by a newer café: bring this one up to date first.",
    ),
    "no series": (
        lambda archive: head(archive, series=None),
        "archive.json: This is not a record with names and values. Nothing was taken in.",
    ),
    "a zone that nobody knows": (
        lambda archive: head(archive, series={"slug": "x", "name": "X", "time_zone": "Mars/Olympus"}),
        "archive.json: time_zone: This is not a time zone such as Europe/Paris. Nothing was taken in.",
    ),
    "no head": (
        lambda archive: rewritten(archive, {"archive.json": None}),
        "archive.json is missing in the archive.",
    ),
    "a photo that is missing": (
        lambda archive: rewritten(archive, {PHOTO: None}),
        f"{PHOTO} is missing in the archive.",
    ),
    "a photo that is none": (
        lambda archive: rewritten(archive, {PHOTO: b"<svg/>"}),
        "venues.jsonl, line 3: This file is not a photo that the café can read. Send it as JPEG, PNG, WebP, AVIF or "
        "HEIC. Nothing was taken in.",
    ),
    "a photo elsewhere": (
        lambda archive: with_record(archive, "venues.jsonl", 2, photos=[{"file": "/etc/passwd", "alt": ""}]),
        "/etc/passwd is missing in the archive.",
    ),
    "too many photos": (
        lambda archive: with_record(archive, "venues.jsonl", 2, photos=[{"file": PHOTO, "alt": ""}] * 13),
        "venues.jsonl, line 3: A venue has up to 12 photos. Nothing was taken in.",
    ),
    "no json": (
        lambda archive: rewritten(archive, {"editions.jsonl": b'{"slug": "a\n'}),
        "editions.jsonl, line 1 cannot be read.",
    ),
    "a million brackets": (
        lambda archive: rewritten(archive, {"editions.jsonl": b"[" * 1_000_000}),
        "editions.jsonl, line 1 cannot be read.",
    ),
    "an endless line": (
        lambda archive: rewritten(archive, {"editions.jsonl": b'"' + b"x" * 2_000_000}),
        "editions.jsonl, line 1 cannot be read.",
    ),
    "a number that is none": (
        lambda archive: rewritten(archive, {"venues.jsonl": b'{"slug": "a", "name": "A", "latitude": NaN}'}),
        "venues.jsonl, line 1 cannot be read.",
    ),
    "a list for a name": (
        lambda archive: with_record(archive, "venues.jsonl", 0, name=["A"]),
        "venues.jsonl, line 1: name: This is not one value. Nothing was taken in.",
    ),
    "a name without letters": (
        lambda archive: with_record(archive, "venues.jsonl", 0, name=""),
        "venues.jsonl, line 1: name: This field cannot be blank. Nothing was taken in.",
    ),
    "a lone surrogate": (
        lambda archive: with_record(archive, "venues.jsonl", 0, city="\ud800"),
        "venues.jsonl, line 1: city: This text holds characters that no page can show. Nothing was taken in.",
    ),
    "a script for a website": (
        lambda archive: with_record(archive, "venues.jsonl", 0, host_url="javascript:alert(1)"),
        "venues.jsonl, line 1: host_url: Enter a valid URL. Nothing was taken in.",
    ),
    "a venue twice": (
        lambda archive: with_record(archive, "venues.jsonl", 1, slug="ailleurs"),
        "venues.jsonl, line 2: A venue has a name, and an address that no other one has. Nothing was taken in.",
    ),
    "half a position": (
        lambda archive: with_record(archive, "venues.jsonl", 0, latitude=1),
        re.compile(r"venues\.jsonl, line 1: .+ Nothing was taken in\."),
    ),
    "a moment without a zone": (
        lambda archive: with_record(archive, "editions.jsonl", 0, starts_at="2026-02-25T19:00:00"),
        "editions.jsonl, line 1: starts_at: This is not a moment such as 2019-03-27T18:00:00+00:00. Nothing was taken "
        "in.",
    ),
    "an end before the start": (
        lambda archive: with_record(archive, "editions.jsonl", 0, ends_at="2026-02-24T19:00:00+00:00"),
        re.compile(r"editions\.jsonl, line 1: .+ Nothing was taken in\."),
    ),
    "an unknown status": (
        lambda archive: with_record(archive, "editions.jsonl", 1, status="maybe"),
        "editions.jsonl, line 2: status: Value 'maybe' is not a valid choice. Nothing was taken in.",
    ),
    "a number twice": (
        lambda archive: with_record(archive, "editions.jsonl", 1, number=1),
        re.compile(r"editions\.jsonl, line 2: .+ Nothing was taken in\."),
    ),
    "a venue that is not there": (
        lambda archive: with_record(archive, "editions.jsonl", 1, venue="nowhere"),
        "editions.jsonl, line 2: The venue “nowhere” is not in the archive. Nothing was taken in.",
    ),
    "a group of nobody": (
        lambda archive: with_record(archive, "editions.jsonl", 1, attendance=[{"group": "ghosts"}]),
        re.compile(r"editions\.jsonl, line 2: .+ Nothing was taken in\."),
    ),
    "a script for a link": (
        lambda archive: with_record(archive, "editions.jsonl", 1, links=[["Lire", "javascript:alert(1)"]]),
        "editions.jsonl, line 2: A link to read next has a title and an address of the web; there are twelve at most. "
        "Nothing was taken in.",
    ),
    "too many photos of an evening": (
        lambda archive: with_record(archive, "editions.jsonl", 1, photos=[{"file": PHOTO}] * 31),
        "editions.jsonl, line 2: An evening has up to 30 photos. Nothing was taken in.",
    ),
    "a memory of something else": (
        lambda archive: with_record(archive, "editions.jsonl", 1, remembered={"seats": [["Ada", 1]]}),
        "editions.jsonl, line 2: “remembered” is not what an evening remembers. Nothing was taken in.",
    ),
    **{
        f"a question that {kind}": (
            lambda archive, row=row: with_record(archive, "editions.jsonl", 1, questions=[row]),
            "editions.jsonl, line 2: A question has up to 150 characters, and is required or not. Nothing was taken "
            "in.",
        )
        for kind, row in {
            "is no record": "Thé ou café ?",
            "has no words": {"words": "", "is_required": True},
            "has a number for words": {"words": 7, "is_required": True},
            "is too long": {"words": "é" * 151, "is_required": True},
            "has two lines": {"words": "Thé\nou café ?", "is_required": True},
            "hides a mark": {"words": "Thé\u202eou café ?", "is_required": True},
            "holds half a character": {"words": "Thé \ud800", "is_required": True},
            "holds a nothing": {"words": "Thé\0", "is_required": True},
            "is perhaps required": {"words": "Thé ?", "is_required": "yes"},
        }.items()
    },
    "four questions": (
        lambda archive: with_record(
            archive, "editions.jsonl", 1, questions=[{"words": f"Quoi {n} ?", "is_required": False} for n in range(4)]
        ),
        "editions.jsonl, line 2: An edition asks three questions at most, and none of them twice. Nothing was taken "
        "in.",
    ),
    "a question twice": (
        lambda archive: with_record(archive, "editions.jsonl", 1, questions=[TEA, TEA]),
        "editions.jsonl, line 2: An edition asks three questions at most, and none of them twice. Nothing was taken "
        "in.",
    ),
    "questions that are no list": (
        lambda archive: with_record(archive, "editions.jsonl", 1, questions=TEA),
        "editions.jsonl, line 2: “questions” is not a list. Nothing was taken in.",
    ),
    "perhaps by approval": (
        lambda archive: with_record(archive, "editions.jsonl", 1, is_by_approval="maybe"),
        "editions.jsonl, line 2: is_by_approval: “maybe” value must be either True or False. Nothing was taken in.",
    ),
    "fewer than none": (
        lambda archive: with_record(archive, "editions.jsonl", 1, attendance=[{"group": "", "arrived": -1}]),
        "editions.jsonl, line 2: arrived: Ensure this value is greater than or equal to 0. Nothing was taken in.",
    ),
}


@pytest.mark.parametrize("kind", HARM)
def test_an_archive_that_is_not_whole_or_made_to_hurt_is_refused_when_looked_into_too_and_changes_nothing(series, kind):
    change, sentence = HARM[kind]
    archive = change(packed(series))
    empty()
    with pytest.raises(NotTaken) as refusal:
        unpack(io.BytesIO(archive))
    if isinstance(sentence, str):
        assert str(refusal.value) == sentence
    else:
        assert sentence.fullmatch(str(refusal.value))
    if kind == "a photo that is none":  # of photos it is only seen that they are there
        look_into(io.BytesIO(archive), limits=Limits())
    else:
        with pytest.raises(NotTaken) as looked:
            look_into(io.BytesIO(archive), limits=Limits())
        assert str(looked.value) == str(refusal.value)
    assert (Series.objects.count(), Venue.objects.count(), Edition.objects.count(), files()) == (0, 0, 0, set())


def test_an_archive_that_unpacks_to_too_much_is_refused(series):
    bomb = rewritten(packed(series), {"editions.csv": b"0" * 200_000}, compression=zipfile.ZIP_DEFLATED)
    assert len(bomb) < 100_000
    empty()
    with pytest.raises(NotTaken, match=r"larger than 97\.7\xa0KB when it is unpacked"):
        unpack(io.BytesIO(bomb), limits=Limits(size=100_000))


def test_an_archive_of_more_lines_than_are_taken_at_once_is_refused(series):
    archive = packed(series)
    empty()
    with pytest.raises(NotTaken, match=r"^editions\.jsonl has more than 5 lines\.$"):
        unpack(io.BytesIO(archive), limits=Limits(lines=5))
    assert (Series.objects.count(), files()) == (0, set())
    unpack(io.BytesIO(archive), limits=Limits(lines=6))


def test_a_series_that_is_here_already_is_not_taken_in_twice(series):
    before = list(Edition.objects.order_by("pk").values())
    with pytest.raises(NotTaken, match="A series with the address “cafe” is here already"):
        unpack(io.BytesIO(packed(series)))
    assert list(Edition.objects.order_by("pk").values()) == before


def test_an_archive_that_was_packed_again_is_taken_in(series):
    archive = packed(series)
    empty()
    arrival = unpack(io.BytesIO(rewritten(archive, {}, compression=zipfile.ZIP_DEFLATED)))
    assert packed(arrival.series) == archive


def test_looking_into_an_archive_says_what_would_be_made_and_keeps_nothing(series):
    archive = packed(series)
    empty()
    make_venue("Datadog")
    looked = look_into(io.BytesIO(archive), limits=Limits())
    assert (Series.objects.count(), Venue.objects.count(), Edition.objects.count(), files()) == (0, 1, 0, set())
    made = unpack(io.BytesIO(archive))
    assert looked.series.name == made.series.name == "Le Café"
    for each in ("days", "venues", "known_venues", "photos", "left_out"):
        assert getattr(looked, each) == getattr(made, each), each
    assert (len(made.days), made.known_venues, made.photos) == (6, ["Datadog"], 3)


@pytest.mark.django_db(transaction=True)
def test_no_photo_is_drawn_while_the_database_waits(client, series, monkeypatch):
    """On SQLite nobody else writes during a transaction, and each photo takes a sixth of a second."""
    archive = rewritten(packed(series), {PHOTO: picture("red", size=(2000, 1000), kind="WEBP").read()})
    empty()
    drawn = []
    opens, accepts = Image.OPEN["WEBP"]

    def watched(*file):
        drawn.append(connection.in_atomic_block)
        return opens(*file)

    monkeypatch.setitem(Image.OPEN, "WEBP", (watched, accepts))
    client.force_login(make_member(is_superuser=True, is_staff=True))
    bring(client, archive)
    client.get(reverse("organize:bring-series"))
    assert drawn == []
    client.post(reverse("organize:take-series", args=[Import.objects.get().pk]))
    assert Series.objects.filter(slug="cafe").exists()
    assert (len(drawn) > 3, any(drawn)) == (True, False)


def test_photos_drawn_for_a_venue_that_has_become_known_meanwhile_go_again(series):
    archive = packed(series)
    empty()
    with unpacking(io.BytesIO(archive)) as make:
        make_venue("La Ruche")
        arrival = make(())
    assert arrival.known_venues == ["La Ruche"]
    named = {name for row in VenuePhoto.objects.values_list("image", "small") for name in row}
    named |= {name for row in RecapPhoto.objects.values_list("image", "small") for name in row}
    named |= set(Venue.objects.exclude(host_logo="").values_list("host_logo", flat=True))
    assert len(named) == 2  # of one evening
    assert files() == {Path(name).name for name in named}


def test_photos_of_a_series_that_is_not_made_in_the_end_go_again(series):
    archive = packed(series)
    empty()
    with unpacking(io.BytesIO(archive)):
        assert files() != set()
    assert files() == set()
    with pytest.raises(KeyError), unpacking(io.BytesIO(archive)) as make, transaction.atomic():
        make(())
        raise KeyError
    assert (Series.objects.count(), files()) == (0, set())


def test_a_venue_that_is_no_longer_known_asks_to_try_again(series):
    archive = packed(series)
    empty()
    known = make_venue("La Ruche")
    with (
        pytest.raises(NotTaken, match=r"^The café has changed meanwhile\. Please try again\.$"),
        unpacking(io.BytesIO(archive)) as make,
    ):
        known.delete()
        make(())
    assert (Series.objects.count(), files()) == (0, set())


# What is here already -------------------------------------------------------------------------------------------------


def test_a_venue_that_is_known_by_its_name_stays_as_it_is(series):
    archive = packed(series)
    empty()
    known = make_venue("la RUCHE", address="Ailleurs", has_lift=False)
    before = Venue.objects.filter(pk=known.pk).values().get()
    arrival = unpack(io.BytesIO(archive))
    assert (sorted(arrival.venues), arrival.known_venues, arrival.photos) == (["Ailleurs", "Datadog"], ["la RUCHE"], 1)
    assert Venue.objects.filter(pk=known.pk).values().get() == before
    assert known.editions.count() == 3


def test_a_venue_whose_address_on_the_site_is_taken_gets_another(series):
    archive = packed(series)
    empty()
    make_venue("Autre")
    Venue.objects.update(slug="la-ruche")
    unpack(io.BytesIO(archive))
    assert Venue.objects.get(name="La Ruche").slug == "la-ruche-2"


def test_trades_that_the_inventory_does_not_have_are_left_out_and_named(series):
    archive = with_record(packed(series), "editions.jsonl", 0, specialties=["moderation", "alchimie"])
    empty()
    arrival = unpack(io.BytesIO(archive))
    assert arrival.left_out == {"alchimie"}
    assert [trade.key for trade in Edition.objects.earliest("starts_at").specialties.all()] == ["moderation"]


def test_a_photo_that_no_café_has_drawn_is_drawn_anew(series):
    exif = Image.Exif()
    exif[0x013B] = "Claire Kervella"
    foreign = picture("red", size=(2000, 1000), kind="WEBP", exif=exif).read()
    hidden = clean_photo(picture("red")).read() + b"<script>"
    for content in (foreign, hidden):
        archive = rewritten(packed(series), {PHOTO: content})
        empty()
        unpack(io.BytesIO(archive))
        with default_storage.open(VenuePhoto.objects.earliest("position").image.name) as file:
            body = file.read()
        assert max(Image.open(io.BytesIO(body)).size) <= 1600
        assert b"Claire" not in body
        assert b"<script>" not in body
        series = Series.objects.get()


# The commands ---------------------------------------------------------------------------------------------------------


def test_commands_say_what_they_did(series, tmp_path):
    path, out = tmp_path / "cafe.zip", io.StringIO()
    call_command("export_series", "cafe", str(path), stdout=out)
    assert (out.getvalue(), path.read_bytes()) == (f"{path}\n", packed(series))
    archive = with_record(path.read_bytes(), "editions.jsonl", 0, specialties=["alchimie"])
    path.write_bytes(archive)
    empty()
    make_member(email="claire@example.org")
    out = io.StringIO()
    call_command("import_series", str(path), organizer=["Claire@example.org"], stdout=out)
    assert out.getvalue().splitlines() == [
        "Trades that the inventory here does not have were left out: alchimie.",
        "Le Café is here: 6 editions, 3 new venues and 0 known ones, 3 photos.",
    ]
    assert list(Series.objects.get().organizers.values_list("email", flat=True)) == ["claire@example.org"]


def test_commands_refuse_with_a_sentence(series, tmp_path):
    path = tmp_path / "cafe.zip"
    with pytest.raises(CommandError, match="There is no series with the address “other”"):
        call_command("export_series", "other", str(path))
    assert not path.exists()
    path.write_bytes(b"mine")
    with pytest.raises(CommandError, match=r"cafe\.zip cannot be written: File exists"):
        call_command("export_series", "cafe", str(path))
    assert path.read_bytes() == b"mine"
    with pytest.raises(CommandError, match="The file is no archive of a series"):
        call_command("import_series", str(path))
    with pytest.raises(CommandError, match=r"other\.zip cannot be read: No such file"):
        call_command("import_series", str(tmp_path / "other.zip"))
    with pytest.raises(CommandError, match=r"Nobody here has the address nobody@example\.org"):
        call_command("import_series", str(path), organizer=["nobody@example.org"])


# Bringing one in the browser ------------------------------------------------------------------------------------------


def root(client) -> Member:
    """Who looks after the site, signed in."""
    root = Member.objects.create_superuser("root@example.org", name="Ruth")
    client.force_login(root)
    return root


BRING = {"path": "/en/organize/new-series/"}


def bring(client, archive: bytes, name: str = "cafe.zip"):
    return client.post(**BRING, data={"file": SimpleUploadedFile(name, archive, "application/zip")})


def refused(response) -> list[str]:
    return [str(error) for error in response.context["form"].errors["file"]]


def test_a_series_is_brought_in_the_browser_looked_at_and_taken_in_once(client, series):
    archive = packed(series)
    empty()
    ruth, mails = root(client), Mail.objects.count()
    make_venue("Datadog")
    assert bring(client, archive)["Location"] == BRING["path"]
    page = client.get(**BRING)
    said = " ".join(page.content.decode().split())
    for words in (
        *("Le Café", "cafe.zip", "25 February 2026", "<dt>new evenings</dt><dd>6</dd>", "<dt>photos</dt><dd>3</dd>"),
        *("New here: Ailleurs, La Ruche.", "Known already, and left as they are: Datadog."),
    ):
        assert words in said, words
    assert (Series.objects.count(), files()) == (0, set())
    (record,) = ruth.imports.all()
    take = reverse("organize:take-series", args=[record.pk])
    for sentence in ("“Le Café” is here, and you are its owner.", "This file is not here any more"):
        answer = client.post(take, follow=True)
        assert [sentence in str(message) for message in answer.context["messages"]] == [True]
    taken = Series.objects.get()
    assert read(packed(taken), "editions.jsonl") == read(archive, "editions.jsonl")
    assert list(taken.team.values_list("member__name", "role")) == [("Ruth", "owner")]
    assert (ruth.imports.count(), Mail.objects.count()) == (0, mails)


@pytest.mark.parametrize("kind", [kind for kind in HARM if kind != "a photo that is none"])
def test_an_archive_made_to_hurt_is_refused_with_a_sentence_and_not_kept(client, series, kind):
    change, sentence = HARM[kind]
    archive = change(packed(series))
    empty()
    ruth = root(client)
    response = bring(client, archive)
    if kind == "empty":  # Django refuses it before anybody looks
        assert refused(response) == ["The submitted file is empty."]
    elif isinstance(sentence, str):
        assert refused(response) == [sentence]
    else:
        assert sentence.fullmatch(*refused(response))
    assert (ruth.imports.count(), Series.objects.count()) == (0, 0)


def test_a_photo_that_is_none_is_found_when_the_series_is_taken_in(client, series):
    change, sentence = HARM["a photo that is none"]
    archive = change(packed(series))
    empty()
    ruth = root(client)
    bring(client, archive)
    answer = client.post(reverse("organize:take-series", args=[ruth.imports.get().pk]), follow=True)
    assert [sentence in str(message) for message in answer.context["messages"]] == [True]
    assert (Series.objects.count(), Venue.objects.count(), files()) == (0, 0, set())


def test_a_series_that_came_meanwhile_is_said_instead_of_the_preview(client, series):
    archive, ruth = packed(series), root(client)
    assert refused(bring(client, archive)) == ["A series with the address “cafe” is here already."]
    Series.objects.update(slug="other")
    Edition.objects.all().delete()
    bring(client, archive)
    Series.objects.update(slug="cafe")
    page = client.get(**BRING)
    assert page.context["refusal"] == "A series with the address “cafe” is here already."
    assert b"take/" not in page.content
    client.post(reverse("organize:take-series", args=[ruth.imports.get().pk]))
    assert (Series.objects.count(), Edition.objects.count(), ruth.imports.count()) == (1, 0, 1)


def test_an_archive_too_large_for_a_browser_goes_to_whoever_keeps_the_site(client):
    root(client)
    response = bring(client, b"PK" + bytes(import_forms.ARCHIVE_AT_MOST))
    assert refused(response) == [
        "The file is larger than 15.0\N{NO-BREAK SPACE}MB. Ask whoever keeps the site to take it in."
    ]
    large = make_series(slug="large")
    many(large, import_forms.ROWS_AT_MOST + 1)
    archive = packed(large)
    Edition.objects.all().delete()
    large.delete()
    assert refused(bring(client, archive)) == ["editions.jsonl has more than 1000 lines."]


def test_a_file_that_is_only_looked_at_is_its_bringers_alone_and_goes_after_a_day_or_with_them(client, series):
    archive, ruth = packed(series), root(client)
    Series.objects.update(slug="other")
    Edition.objects.all().delete()
    for name in ("first.zip", "second.zip"):
        bring(client, archive, name)
    (record,) = ruth.imports.all()
    assert record.name == "second.zip"
    client.force_login(Member.objects.create_superuser("other@example.org", name="Otto"))
    assert client.get(**BRING).context["record"] is None
    client.post(reverse("organize:take-series", args=[record.pk]))
    assert Edition.objects.count() == 0
    Import.objects.forget_previews(timezone.now() + DAY)
    assert not Import.objects.exists()
    client.force_login(ruth)
    bring(client, archive)
    leaving.erase(ruth)
    assert not Import.objects.exists()
