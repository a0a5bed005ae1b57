"""An organizer brings a history in the browser: looks at it, takes it in, takes it back."""

import datetime
import threading
import time
from functools import partial
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from events import chores, history
from events.history import record as records
from events.models import Edition, Import, Series
from members import leaving
from members.models import Mail
from tests.at_once import at_once
from tests.factories import make_edition, make_member, make_series, make_venue
from venues.models import Venue

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parent.parent / "data"
SAMPLE = DATA / "parisjs-sample.csv"
FILES = sorted(path.name for path in DATA.iterdir() if path.suffix in {".ics", ".csv"})


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def organizer():
    return make_member("Odile")


@pytest.fixture
def series(organizer):
    return make_series(slug="cafe", name="Le Café", organizers=[organizer])


@pytest.fixture
def desk(client, organizer, series):
    """A browser in which the organizer of `series` is signed in."""
    client.force_login(organizer)
    return client


def url(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(f"organize:{name}", args=args)


def upload(content: bytes, name: str = "history.csv") -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, content), "text": ""}


def bring(desk, content: str | bytes, name: str = "history.csv") -> Import:
    """What the organizer has brought: the file is looked at, and not taken yet."""
    content = content.encode() if isinstance(content, str) else content
    response = desk.post(url("import", "cafe"), upload(content, name))
    record = Import.objects.latest("pk")
    assert response["Location"] == url("imported", "cafe", record.pk)
    return record


def press(desk, button: str, record: Import) -> list[str]:
    """Presses a button of the import's page; answers what the page says then."""
    response = desk.post(url(button, "cafe", record.pk))
    assert response["Location"] == url("imported", "cafe", record.pk)
    return [str(message) for message in desk.get(response["Location"]).context["messages"]]


def take(desk, record: Import) -> list[str]:
    return press(desk, "take-import", record)


def undo(desk, record: Import) -> list[str]:
    return press(desk, "undo-import", record)


def report_of(desk, record: Import) -> history.Report:
    return desk.get(url("imported", "cafe", record.pk)).context["report"]


def told(remarks: list[history.Remark]) -> list[tuple[int, str]]:
    return [(remark.line, remark.sentence) for remark in remarks]


def errors(response) -> dict[str, list[str]]:
    return {field: [str(error) for error in found] for field, found in response.context["form"].errors.items()}


def whole_café() -> tuple[list, list, list]:
    return (
        list(Series.objects.order_by("pk").values()),
        list(Venue.objects.order_by("pk").values()),
        list(Edition.objects.order_by("pk").values()),
    )


def shown(editions) -> list[tuple]:
    """Number, start, theme, programme and venue of each, in the order of time."""
    return list(
        editions.order_by("starts_at", "number").values_list(
            "number", "starts_at", "theme", "description", "venue__name"
        )
    )


# There and back -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_what_others_export_is_looked_at_taken_in_and_taken_back(desk, series, name):
    before = whole_café()
    record = bring(desk, (DATA / name).read_bytes(), name)
    report = report_of(desk, record)
    assert report.taken
    assert whole_café() == before
    evening = "evening is" if len(report.taken) == 1 else "evenings are"
    assert take(desk, record) == [f"{len(report.taken)} {evening} brought in."]
    assert series.editions.count() == len(report.taken)
    assert Venue.objects.count() == len(report.venues)
    assert Mail.objects.count() == 0
    assert undo(desk, record) == [f"{len(report.taken)} {evening} taken back."]
    assert whole_café() == before


@pytest.mark.parametrize("name", FILES)
def test_the_browser_takes_what_the_command_takes(desk, series, name):
    content = (DATA / name).read_bytes()
    history.take(history.read(content), "by-command")
    record = bring(desk, content, name)
    take(desk, record)
    assert shown(series.editions) == shown(Edition.objects.filter(series__slug="by-command"))


def test_what_is_pasted_is_read_like_a_file(desk, series):
    response = desk.post(url("import", "cafe"), {"text": "number,date\n1,2019-03-27\n"})
    record = Import.objects.get()
    assert response["Location"] == url("imported", "cafe", record.pk)
    page = desk.get(response["Location"]).content.decode()
    assert '<p class="lede">Pasted text</p>' in page
    take(desk, record)
    assert list(series.editions.values_list("number", flat=True)) == [1]


# Looking at it --------------------------------------------------------------------------------------------------------

TABLE = (
    "number,date,venue,address\n"
    "1,2019-03-27,Datadog,21 rue de Châteaudun\n"
    "2,soon,,\n"
    "3,2019-04-24,Datadog,\n"
    "4,2019-05-31,,\n"
    "4,2019-06-26,,\n"
)


def test_a_preview_tells_new_known_and_refused_lines(desk, series):
    make_venue("Datadog", address="5 rue Racine")
    known = make_edition(series, number=4, starts_at=datetime.datetime(2019, 5, 29, 17, tzinfo=datetime.UTC))
    response = desk.get(url("imported", "cafe", bring(desk, TABLE).pk))
    rows = [(line, edition.number, is_new) for line, edition, is_new in response.context["page_obj"]]
    assert rows == [(2, 1, True), (4, 3, True), (5, 4, False)]
    report = response.context["report"]
    assert report.found == [(5, known)]
    assert report.venues == []
    assert told(report.problems) == [
        (3, "“soon” is no date: write 2019-03-27 or 27/03/2019."),
        (6, "Number 4 is on line 5 already."),
    ]
    assert told(report.remarks) == [
        (2, "Datadog is known at 5 rue Racine; the file says 21 rue de Châteaudun."),
        (5, "cafe-4 stays on 2019-05-29, though the file says 2019-05-31."),
    ]
    page = " ".join(response.content.decode().split())
    assert "<strong>Line 3</strong> “soon” is no date: write 2019-03-27 or 27/03/2019." in page
    assert "Bring 2 evenings in" in page


def test_a_preview_says_which_venues_are_new_and_which_rhythm_the_café_gets(desk, series):
    series.cadence = ""
    series.save()
    response = desk.get(url("imported", "cafe", bring(desk, SAMPLE.read_bytes()).pk))
    assert response.context["new_venues"] == {venue.pk for venue in response.context["report"].venues}
    assert len(response.context["report"].venues) == 7
    assert "gets this one: last Wednesday of each month." in " ".join(response.content.decode().split())


@pytest.mark.parametrize("count", [1, 3])
def test_a_preview_asks_the_database_as_often_for_three_known_lines_as_for_one(
    desk, series, django_assert_num_queries, count
):
    table = "number,date\n"
    for number in range(1, count + 1):
        make_edition(series, number=number, venue=make_venue())
        table += f"{number},2019-03-{number}\n"
    record = bring(desk, table)
    # session, member, organizer?, the import; within three of a savepoint: the series, editions, former names of venues
    with django_assert_num_queries(10):
        desk.get(url("imported", "cafe", record.pk))


def test_lines_of_a_preview_come_in_pages(desk, series):
    start = datetime.date(2000, 1, 3)
    days = [start + datetime.timedelta(days=7 * week) for week in range(120)]
    record = bring(desk, "date\n" + "".join(f"{day}\n" for day in days))
    page = desk.get(url("imported", "cafe", record.pk), {"page": "3"}).context["page_obj"]
    assert [line for line, _edition, _is_new in page] == list(range(102, 122))


# What is refused ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n", "The file is an image; a history is a table (CSV) or a calendar (iCalendar)."),
        (
            b"PK\x03\x04\x14\0",
            "The file is a spreadsheet, a document or an archive: save the table as “CSV UTF-8” first.",
        ),
        (bytes(range(256)) * 40, "The file is not text; a history is a table (CSV) or a calendar (iCalendar)."),
        (
            "date\n2019-03-27".encode("utf-16"),
            "The file is not text; a history is a table (CSV) or a calendar (iCalendar).",
        ),
        (b"", "The file is empty."),
        (b"a,b\n1,2\n", "No column of this table is called “date”. Its first line has: a,b."),
        (
            b"<?xml version='1.0'?>",
            "No column of this table is called “date”. Its first line has: <?xml version='1.0'?>.",
        ),
        (b"date\n", "The file tells of no evening."),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "The file tells of no evening."),
        (b"date\n" + b"x" * 1024 * 1024, "The file is larger than 1.0\xa0MB."),
        (b"date\n" + b"\n" * 1_000_000, "The file tells of no evening."),
        (b"date\n" + b"1\n" * 500_000, "The table has more than 20000 lines: cut it in parts."),
        (
            b"date\n" + b"2019-03-27\n" * 1001,
            "The file tells of more than 1000 evenings. Cut it in parts, or ask whoever keeps the site to run "
            "manage.py import_editions.",
        ),
    ],
)
def test_a_file_that_is_no_history_gets_a_sentence_beside_its_field(desk, series, content, sentence):
    response = desk.post(url("import", "cafe"), upload(content))
    assert errors(response) == {"file": [sentence]}
    assert not Import.objects.exists()


@pytest.mark.parametrize(
    "typed", [{"text": ""}, {"text": " \n"}, {**upload(b"date\n2019-03-27"), "text": "date\n2019-03-27"}]
)
def test_neither_or_both_of_file_and_text_is_asked_about(desk, series, typed):
    response = desk.post(url("import", "cafe"), typed)
    assert errors(response) == {"__all__": ["Choose a file, or paste its text: one of the two."]}


def test_text_that_cannot_be_read_stays_in_its_field(desk, series):
    response = desk.post(url("import", "cafe"), {"text": "note,name\n"})
    assert errors(response) == {"text": ["No column of this table is called “date”. Its first line has: note,name."]}
    assert response.context["form"]["text"].value() == "note,name\n"


def test_a_file_in_another_encoding_is_read_with_a_word_of_caution(desk, series):
    report = report_of(desk, bring(desk, "date,title\n2019-03-27,Café\n".encode("cp1252")))
    assert [edition.theme for _line, edition in report.taken] == ["Café"]
    assert report.notes == [
        "The file is not in UTF-8; it was read as Windows-1252. Look whether the accents are right."
    ]


def test_cells_that_would_be_formulas_or_markup_are_words(desk, series):
    record = bring(desk, 'date,title\n2019-03-27,"=HYPERLINK(""http://x"")<script>alert(1)</script>"\n')
    page = desk.get(url("imported", "cafe", record.pk)).content.decode()
    assert "<script>alert(1)" not in page
    assert "=HYPERLINK(&quot;http://x&quot;)&lt;script&gt;alert(1)&lt;/script&gt;" in page


# Taking it in ---------------------------------------------------------------------------------------------------------


def test_a_second_click_brings_nothing_in_twice(desk, series):
    record = bring(desk, SAMPLE.read_bytes())
    take(desk, record)
    before = whole_café()
    assert take(desk, record) == []
    assert whole_café() == before


def test_a_file_that_was_taken_is_no_longer_kept(desk, series):
    record = bring(desk, SAMPLE.read_bytes())
    take(desk, record)
    record.refresh_from_db()
    assert (bytes(record.content), record.name, record.by.name) == (b"", "history.csv", "Odile")


def test_what_is_only_looked_at_is_seen_by_who_brought_it(desk, client, series):
    record = bring(desk, SAMPLE.read_bytes())
    colleague = make_member()
    series.appoint(colleague)
    client.force_login(colleague)
    assert client.get(url("imported", "cafe", record.pk)).status_code == 404
    assert client.post(url("take-import", "cafe", record.pk)).status_code == 404
    assert not series.editions.exists()


def test_another_file_takes_the_place_of_one_that_was_not_taken(desk, series):
    first = bring(desk, SAMPLE.read_bytes())
    second = bring(desk, (DATA / "luma.ics").read_bytes())
    assert list(Import.objects.all()) == [second]
    assert desk.post(url("take-import", "cafe", first.pk)).status_code == 404


def test_an_import_is_found_under_its_own_series_only(desk, organizer, series):
    record = bring(desk, SAMPLE.read_bytes())
    make_series(slug="other", organizers=[organizer])
    assert desk.get(url("imported", "other", record.pk)).status_code == 404


def test_a_file_that_nobody_takes_is_thrown_away_after_a_day(desk, series):
    record, taken = bring(desk, SAMPLE.read_bytes()), bring(desk, SAMPLE.read_bytes())
    take(desk, taken)
    record = bring(desk, SAMPLE.read_bytes())
    chores.tidy()
    assert set(Import.objects.all()) == {record, taken}
    Import.objects.update(created_at=timezone.now() - datetime.timedelta(days=1))
    chores.tidy()
    assert set(Import.objects.all()) == {taken}


def test_who_leaves_takes_their_file_along_and_what_they_brought_stays(desk, organizer, series):
    series.appoint(make_member(), "owner")
    taken = bring(desk, SAMPLE.read_bytes())
    take(desk, taken)
    bring(desk, (DATA / "luma.ics").read_bytes())
    leaving.erase(organizer)
    assert list(Import.objects.values_list("pk", "by")) == [(taken.pk, None)]
    assert series.editions.count() == 17


@pytest.mark.django_db(transaction=True)
def test_two_clicks_in_the_same_moment_bring_a_file_in_once(desk, series):
    record = bring(desk, SAMPLE.read_bytes())
    outcomes = at_once(*[partial(records.carry_out, record)] * 2)
    assert sorted(outcomes) == [False, True], outcomes
    assert (series.editions.count(), record.editions.count()) == (17, 17)


# Taking it back -------------------------------------------------------------------------------------------------------


def rsvp(edition):
    Edition.objects.filter(pk=edition.pk).update(
        starts_at=timezone.now() + datetime.timedelta(days=9), ends_at=timezone.now() + datetime.timedelta(days=10)
    )
    edition.refresh_from_db()
    edition.rsvp(make_member())


@pytest.mark.parametrize(
    ("touch", "why"),
    [
        (rsvp, "people have answered"),
        (lambda edition: edition.welcome_walk_in("Zoé"), "people have answered"),
        (lambda edition: edition.change(theme="Neuf"), "it was changed"),
        (lambda edition: edition.write_recap("Quel soir"), "it was changed"),
        (lambda edition: edition.write_reminder_line("Venez"), "it was changed"),
    ],
    ids=["rsvp", "walk-in", "edit", "recap", "reminder"],
)
def test_what_somebody_has_touched_stays_and_is_named(desk, series, touch, why):
    record = bring(desk, "number,date,venue\n1,2019-03-27,Datadog\n2,2019-04-24,Algolia\n")
    take(desk, record)
    touch(series.editions.get(number=1))
    assert undo(desk, record) == ["1 evening is taken back."]
    assert list(series.editions.values_list("number", flat=True)) == [1]
    assert list(Venue.objects.values_list("name", flat=True)) == ["Datadog"]
    response = desk.get(url("imported", "cafe", record.pk))
    assert [edition.number for edition in response.context["touched"]] == [1]
    assert why in response.content.decode()
    assert undo(desk, record) == ["There was nothing left to take back."]


@pytest.mark.django_db(transaction=True)
def test_an_answer_that_is_just_being_given_keeps_its_evening(desk, series):
    record = bring(desk, f"date\n{timezone.localdate() + datetime.timedelta(days=30)}\n")
    take(desk, record)
    edition, member, is_answered = series.editions.get(), make_member(), threading.Event()

    def answer() -> None:
        with transaction.atomic():
            edition.rsvp(member)
            is_answered.set()
            time.sleep(0.5)  # the other one comes before this is committed

    def take_it_back() -> int:
        is_answered.wait(timeout=10)
        return records.take_back(record)

    assert at_once(answer, take_it_back) == [None, 0]
    assert member.rsvps.get().edition == edition


def test_a_venue_that_was_changed_or_is_used_elsewhere_stays(desk, series):
    record = bring(desk, "date,venue\n2019-03-27,Datadog\n2019-04-24,Algolia\n2019-05-29,Mozilla\n2019-06-26,Heetch\n")
    take(desk, record)
    Venue.objects.filter(name="Datadog").update(has_lift=True)
    make_edition(venue=Venue.objects.get(name="Algolia"))
    Venue.objects.get(name="Mozilla").photos.create(image="venues/x.webp", position=1)
    undo(desk, record)
    assert set(Venue.objects.values_list("name", flat=True)) == {"Datadog", "Algolia", "Mozilla"}


def test_what_was_there_before_stays_when_an_import_is_taken_back(desk, series):
    make_edition(series, number=1, starts_at=datetime.datetime(2019, 3, 27, 18, tzinfo=datetime.UTC))
    before = whole_café()
    record = bring(desk, "number,date\n1,2019-03-27\n2,2019-04-24\n")
    take(desk, record)
    undo(desk, record)
    assert whole_café() == before


def test_a_rhythm_that_an_import_gave_goes_with_it(desk, series):
    series.cadence = ""
    series.save()
    record = bring(desk, SAMPLE.read_bytes())
    take(desk, record)
    series.refresh_from_db()
    assert series.cadence == "FREQ=MONTHLY;BYDAY=-1WE"
    undo(desk, record)
    series.refresh_from_db()
    assert series.cadence == ""


def test_what_was_taken_back_can_be_brought_again(desk, series):
    for _time in range(2):
        record = bring(desk, SAMPLE.read_bytes())
        take(desk, record)
        assert series.editions.count() == 17
        undo(desk, record)
        assert series.editions.count() == 0


def test_what_was_not_taken_cannot_be_taken_back(desk, series):
    record = bring(desk, SAMPLE.read_bytes())
    assert undo(desk, record) == ["This file has not been brought in yet."]


def test_earlier_imports_are_listed_with_who_brought_them(desk, series):
    record = bring(desk, SAMPLE.read_bytes())
    take(desk, record)
    undo(desk, record)
    page = " ".join(desk.get(url("import", "cafe")).content.decode().split())
    assert f'<a href="{url("imported", "cafe", record.pk)}">history.csv</a>' in page
    assert 'Odile <span class="tag">taken back</span>' in page
