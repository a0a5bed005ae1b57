"""An organizer brings a history: tables and calendar files become editions, once."""

import csv
import datetime
import io
import re
import struct
import zlib
from pathlib import Path
from zoneinfo import ZoneInfo

import html5lib
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone, translation
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from events import history
from events.history import words
from events.markdown import render
from events.models import Edition, Series
from members.models import Mail
from tests.factories import make_edition, make_series, make_venue
from venues.models import Venue, name_key

DATA = Path(__file__).parent.parent / "data"
SAMPLE = DATA / "parisjs-sample.csv"
FULL = settings.BASE_DIR.parent / "shared" / "data" / "parisjs-editions.csv"
PARIS = ZoneInfo("Europe/Paris")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def take(content: str | bytes, slug: str = "cafe", **options) -> history.Report:
    return history.take(history.read(content.encode() if isinstance(content, str) else content), slug, **options)


def told(remarks: list[history.Remark]) -> list[tuple[int, str]]:
    return [(remark.line, remark.sentence) for remark in remarks]


def shown(editions) -> list[tuple]:
    """Number, start on the wall, theme and venue of each, in the order of time."""
    return [
        (edition.number, f"{edition.starts:%Y-%m-%d %H:%M}", edition.theme, edition.venue and edition.venue.name)
        for edition in editions.select_related("series", "venue").order_by("starts_at", "pk")
    ]


def run(path: Path, *args: str) -> str:
    out = io.StringIO()
    call_command("import_editions", str(path), *args, stdout=out)
    return out.getvalue()


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])


def calendar(*parts: str) -> str:
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(parts) + "END:VCALENDAR\r\n"


# The real history -----------------------------------------------------------------------------------------------------


def faithful(path: Path, series: Series) -> None:
    """Compares the series with the table, read independently."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    editions = {
        edition.starts.date().isoformat(): edition for edition in series.editions.select_related("series", "venue")
    }
    assert len(editions) == series.editions.count() == len(rows)
    for row in rows:
        edition = editions[row["date"]]
        assert edition.number == (int(row["number"]) if row["number"].isdecimal() else None)
        assert name_key(edition.venue.name if edition.venue else "") == name_key(row["host"])
        assert (edition.status, f"{edition.starts:%H:%M}–{edition.ends:%H:%M}") == ("published", "19:00–21:30")
        page = html5lib.parseFragment(render(edition.description), namespaceHTMLElements=False)
        topics = ["".join(item.itertext()).strip() for item in page.iter("li")]
        assert topics == row["topics"].split(" | ")
        assert [link.get("href") for link in page.iter("a")] == [row["link"]] * bool(row["link"])
    hosts = {name_key(row["host"]) for row in rows if row["host"]}
    assert {venue.name_key for venue in Venue.objects.all()} == hosts
    assert Venue.objects.count() == len(hosts)


@pytest.mark.parametrize(
    "path",
    [
        SAMPLE,
        pytest.param(
            FULL, marks=pytest.mark.skipif(not FULL.is_file(), reason="the real history is not beside this checkout")
        ),
    ],
    ids=["sample", "full"],
)
def test_a_real_history_comes_in_whole_and_twice_without_a_duplicate(path):
    lines = len(path.read_text(encoding="utf-8").splitlines()) - 1
    first = take(path.read_bytes(), "parisjs", name="Paris.js")
    assert (len(first.taken), first.known, first.problems, first.remarks) == (lines, 0, [], [])
    series = Series.objects.get()
    faithful(path, series)
    before = list(Edition.objects.order_by("pk").values())
    second = take(path.read_bytes(), "parisjs")
    assert (second.taken, second.known, second.problems, second.remarks) == ([], lines, [], [])
    assert list(Edition.objects.order_by("pk").values()) == before
    assert Mail.objects.count() == 0


@pytest.mark.skipif(not FULL.is_file(), reason="the real history is not beside this checkout")
def test_the_full_history_has_102_editions_of_last_wednesdays():
    report = take(FULL.read_bytes(), "parisjs")
    assert len(report.taken) == 102
    assert Series.objects.get().cadence == "FREQ=MONTHLY;BYDAY=-1WE"
    assert Series.objects.get().next_number() == 102


def test_a_host_written_in_two_ways_is_one_venue():
    take(SAMPLE.read_bytes(), "parisjs")
    datadog = Venue.objects.get(name="Datadog")
    assert (datadog.host, list(datadog.editions.order_by("number").values_list("number", flat=True))) == (
        "Datadog",
        [76, 88, 96],
    )
    assert Venue.objects.filter(name_key="urbanlinker").count() == 1


def test_a_label_instead_of_a_number_makes_an_extra_edition():
    take(SAMPLE.read_bytes(), "parisjs")
    extra = Edition.objects.get(number=None)
    assert (extra.slug, extra.theme) == ("parisjs-2012-04-16", "tup1")


def test_what_was_imported_is_browsed_and_searched():
    take(SAMPLE.read_bytes(), "parisjs")
    assert [e.number for e in Edition.objects.public().past()[:2]] == [101, 96]
    assert [e.number for e in Edition.objects.matching("algolia citizen hausmanienne")] == [57]
    assert [e.number for e in Edition.objects.matching("ASYNC_HOOKS")] == [70]
    assert [e.number for e in Edition.objects.matching("ecrit jquery")] == [30]
    assert Edition.objects.for_calendar().count() == 17


# The command ----------------------------------------------------------------------------------------------------------


def test_a_trial_tells_all_and_writes_nothing():
    out = run(SAMPLE, "--series", "parisjs", "--dry-run")
    assert "line 5: 2012-04-16 19:00 · Parisjs: tup1 · –" in out.splitlines()
    assert "new venue: Dailymotion" in out.splitlines()
    assert out.splitlines()[-2:] == [
        "17 new editions, 0 known editions, 7 new venues, 0 lines not taken.",
        "This was a trial: nothing has been written.",
    ]
    assert (Series.objects.count(), Edition.objects.count(), Venue.objects.count()) == (0, 0, 0)


def test_the_command_says_what_it_did():
    assert run(SAMPLE, "--series", "parisjs", "--name", "Paris.js").splitlines() == [
        "New series: Paris.js, 19:00 (Europe/Paris), FREQ=MONTHLY;BYDAY=-1WE.",
        "17 new editions, 0 known editions, 7 new venues, 0 lines not taken.",
    ]
    assert run(SAMPLE, "--series", "parisjs").splitlines() == [
        "0 new editions, 17 known editions, 0 new venues, 0 lines not taken."
    ]


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (png(), "The file is an image; a history is a table (CSV) or a calendar (iCalendar)."),
        (
            b"\xff\xd8\xff\xe0\x00\x10JFIF",
            "The file is an image; a history is a table (CSV) or a calendar (iCalendar).",
        ),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "The file is an image; a history is a table (CSV) or a calendar (iCalendar)."),
        (
            b"PK\x03\x04\x14\0",
            "The file is a spreadsheet, a document or an archive: save the table as “CSV UTF-8” first.",
        ),
        (b"%PDF-1.7 and words", "The file is not text; a history is a table (CSV) or a calendar (iCalendar)."),
        (
            "date\n2019-03-27".encode("utf-16"),
            "The file is not text; a history is a table (CSV) or a calendar (iCalendar).",
        ),
        (bytes(range(256)) * 40, "The file is not text; a history is a table (CSV) or a calendar (iCalendar)."),
        (b"", "The file is empty."),
        (b" \r\n ", "The file is empty."),
        (b"\xef\xbb\xbf", "The file is empty."),
        (b"a,b\n1,2\n", "No column of this table is called “date”. Its first line has: a,b."),
        (
            b"<!doctype html><p>Page</p>",
            "No column of this table is called “date”. Its first line has: <!doctype html><p>Page</p>.",
        ),
        (b"date\n" + b"x" * 10 * 1024 * 1024, "The file is larger than 10 MB."),
        (b"date\n" + b"2019-03-27\n" * 20_001, "The table has more than 20000 lines: cut it in parts."),
        (
            b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 20_001 + b"END:VCALENDAR",
            "The calendar has more than 20000 events: cut it in parts.",
        ),
    ],
)
def test_a_file_that_is_no_history_is_refused_with_a_sentence(tmp_path, content, sentence):
    path = tmp_path / "history.csv"
    path.write_bytes(content)
    with pytest.raises(CommandError) as refused:
        run(path, "--series", "parisjs")
    assert (str(refused.value), refused.value.returncode) == (sentence, 1)
    assert Series.objects.count() == 0


def test_a_file_that_is_not_there_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.csv cannot be read: "):
        run(tmp_path / "nowhere.csv", "--series", "parisjs")
    with pytest.raises(CommandError, match=r"cannot be read: "):
        run(tmp_path, "--series", "parisjs")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--cadence", "every moon"], "This is not a recurrence rule such as FREQ=MONTHLY;BYDAY=-1WE."),
        (["--at", "25:00"], "“25:00” is no time such as 19:00."),
        (["--at", "soon"], "“soon” is no time such as 19:00."),
        (["--name", "x" * 121], "Ensure this value has at most 120 characters (it has 121)."),
        (["--series", "Not a slug!"], "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    ],
)
def test_an_option_that_cannot_be_meant_is_refused_with_a_sentence(options, sentence):
    with pytest.raises(CommandError, match=re.escape(sentence)):
        run(SAMPLE, "--series", "parisjs", *options)
    assert Series.objects.count() == 0


def test_a_file_of_which_no_line_could_be_taken_makes_nothing_and_fails(tmp_path):
    path = tmp_path / "history.csv"
    path.write_text("number,date\n1,soon\n")
    with pytest.raises(CommandError, match=re.escape("No line of the file could be taken.")):
        run(path, "--series", "parisjs")
    assert Series.objects.count() == 0


# The series -----------------------------------------------------------------------------------------------------------


def test_a_new_series_takes_the_options_given():
    take("date\n2019-03-27\n", name="Le Café", cadence="FREQ=WEEKLY;BYDAY=WE", at=datetime.time(18, 30))
    series = Series.objects.get()
    assert (series.slug, series.name, series.cadence) == ("cafe", "Le Café", "FREQ=WEEKLY;BYDAY=WE")
    assert (series.start_time, series.end_time) == (datetime.time(18, 30), datetime.time(21, 0))
    assert shown(series.editions) == [(None, "2019-03-27 18:30", "", None)]


def test_a_new_series_without_options_is_named_by_its_slug_and_begins_at_seven():
    take("date\n2019-03-27\n", "cafe-de-lyon")
    series = Series.objects.get()
    assert (series.name, series.cadence, series.start_time) == ("Cafe de lyon", "", datetime.time(19, 0))


def test_a_known_series_keeps_what_it_has():
    series = make_series(name="Chez nous", cadence="FREQ=WEEKLY", start_time=datetime.time(18, 0))
    take(SAMPLE.read_bytes(), series.slug, name="Other", cadence="FREQ=DAILY")
    series.refresh_from_db()
    assert (series.name, series.cadence, series.start_time) == ("Chez nous", "FREQ=WEEKLY", datetime.time(18, 0))
    assert series.editions.get(number=1).starts.time() == datetime.time(18, 0)


def test_a_known_series_without_a_cadence_gets_one():
    series = make_series(cadence="")
    take(SAMPLE.read_bytes(), series.slug)
    series.refresh_from_db()
    assert series.cadence == "FREQ=MONTHLY;BYDAY=-1WE"


def test_exceptions_to_the_cadence_keep_their_dates():
    take(SAMPLE.read_bytes(), "parisjs")
    assert Edition.objects.get(number=60).starts.date() == datetime.date(2016, 12, 3)


def test_a_calendar_tells_a_new_series_its_zone_and_its_hour():
    new_york = event("UID:1", "DTSTART;TZID=America/New_York:20190327T183000") + event(
        "UID:2", "DTSTART;TZID=America/New_York:20190424T183000"
    )
    take(calendar(new_york))
    series = Series.objects.get()
    assert (series.time_zone, series.start_time) == ("America/New_York", datetime.time(18, 30))
    assert [day for _number, day, *_rest in shown(series.editions)] == ["2019-03-27 18:30", "2019-04-24 18:30"]


# Known or new ---------------------------------------------------------------------------------------------------------


def test_a_row_that_says_otherwise_about_a_known_edition_changes_nothing_and_is_reported():
    take("number,date,host\n1,2019-03-27,Datadog\n2,2019-04-24,\n")
    before = list(Edition.objects.order_by("pk").values())
    report = take(
        "number,date,start,host,status\n1,2019-03-28,,Algolia,\n2,2019-04-24,19:30,Mozilla,cancelled\n3,2019-05-29,,,\n"
    )
    assert told(report.remarks) == [
        (2, "cafe-1 stays on 2019-03-27, though the file says 2019-03-28."),
        (2, "cafe-1 stays at Datadog, though the file says Algolia."),
        (3, "cafe-2 stays on 2019-04-24 19:00, though the file says 2019-04-24 19:30."),
        (3, "cafe-2 stays without a venue, though the file says Mozilla."),
        (3, "cafe-2 is not cancelled here, though the file says so."),
    ]
    assert (len(report.taken), report.known) == (1, 2)
    assert list(Edition.objects.filter(number__lt=3).order_by("pk").values()) == before
    assert set(Venue.objects.values_list("name", flat=True)) == {"Datadog"}


def test_an_edition_that_was_made_by_hand_is_known_by_its_number():
    series = make_series(slug="cafe")
    mine = make_edition(series, number=1, starts_at=datetime.datetime(2019, 3, 27, 19, tzinfo=PARIS), theme="Mine")
    report = take("number,date,topics\n1,2019-03-27,Theirs\n")
    assert (report.taken, report.known) == ([], 1)
    mine.refresh_from_db()
    assert (mine.theme, mine.description) == ("Mine", "")


def test_an_edition_without_a_number_is_known_by_its_day():
    take("number,date\n1,2019-03-27\n")
    report = take(calendar(event("UID:1@meetup.com", "DTSTART;TZID=Europe/Paris:20190327T190000")))
    assert (report.taken, report.known, report.remarks) == ([], 1, [])


def test_two_evenings_of_one_day_are_two_editions_both_times():
    table = "number,date\n1,2019-03-27\nextra,2019-03-27\n,2019-03-27\n"
    assert len(take(table).taken) == 3
    assert take(table).known == 3
    assert sorted(Edition.objects.values_list("slug", flat=True)) == ["cafe-1", "cafe-2019-03-27", "cafe-2019-03-27-2"]


def test_an_event_is_known_by_its_identifier_when_its_date_has_changed():
    take(calendar(event("UID:a@x", "DTSTART:20190327T180000Z", "SUMMARY:Forums")))
    report = take(calendar(event("UID:a@x", "DTSTART:20190403T170000Z", "SUMMARY:Forums")))
    assert (len(report.taken), report.known) == (0, 1)
    assert told(report.remarks) == [
        (3, "cafe-2019-03-27 stays on 2019-03-27 19:00, though the file says 2019-04-03 19:00.")
    ]


def test_one_file_in_two_series_makes_two_histories():
    take(SAMPLE.read_bytes(), "one")
    take(SAMPLE.read_bytes(), "two")
    assert [Edition.objects.filter(series__slug=slug).count() for slug in ("one", "two")] == [17, 17]
    assert Venue.objects.count() == 7


def test_a_number_from_a_title_gives_way_to_one_that_is_taken():
    take("number,date\n12,2018-01-31\n")
    take(
        calendar(
            event("UID:1", "DTSTART:20190327T180000Z", "SUMMARY:Atelier #12"),
            event("UID:2", "DTSTART:20190424T170000Z", "SUMMARY:Café n° 13 : forums"),
        )
    )
    assert shown(Edition.objects.all()) == [
        (12, "2018-01-31 19:00", "", None),
        (None, "2019-03-27 19:00", "Atelier #12", None),
        (13, "2019-04-24 19:00", "forums", None),
    ]


def test_what_is_imported_is_published_and_nobody_is_written_to():
    soon = timezone.now() + datetime.timedelta(days=20)
    take(f"date,status\n2019-03-27,\n{soon:%Y-%m-%d},\n2019-04-24,annulé\n")
    past, cancelled, future = Edition.objects.order_by("starts_at")
    assert [edition.status for edition in (past, cancelled, future)] == ["published", "cancelled", "published"]
    assert past.published_at == past.starts_at
    assert future.published_at < future.starts_at
    assert list(Edition.objects.published().upcoming()) == [future]
    assert Mail.objects.count() == 0


# Tables ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"number,date,host\n1,2019-03-27,Caf\xc3\xa9\n",
        b"\xef\xbb\xbfnumber,date,host\r\n1,2019-03-27,Caf\xc3\xa9\r\n",
        "N°;Date;Lieu\r\n1;27/03/2019;Café\r\n".encode(),
        "Numéro\tJour\tHôte\n#1\t27.03.2019\tCafé\n".encode(),
        'sep=;\r\n"Édition";"Date";"Accueilli par"\r\n"n° 1";"2019-03-27";"Café"\r\n'.encode(),
        "\n\n,,,\n number , DATE , Venue \r1.0, 2019-03-27 ,  Café  \r".encode(),
        "#,Quand,Où\n1,2019-03-27 19:00,Café".encode(),
    ],
)
def test_tables_come_in_many_spellings(content):
    report = take(content)
    assert (report.problems, report.notes) == ([], [])
    assert shown(Edition.objects.all()) == [(1, "2019-03-27 19:00", "", "Café")]


def test_a_table_in_windows_1252_is_read_with_a_word():
    report = take("date;lieu;sujets\n2019-03-27;Café “Œuvre”;L’été\n".encode("cp1252"))
    assert report.notes == [
        "The file is not in UTF-8; it was read as Windows-1252. Look whether the accents are right."
    ]
    assert shown(Edition.objects.all()) == [(None, "2019-03-27 19:00", "", "Café “Œuvre”")]
    assert Edition.objects.get().description == "- L’été"


def test_columns_that_nobody_knows_are_named_once():
    report = take("date,mood,x,date\n2019-03-27,good,,\n2019-04-24,bad,,\n")
    assert report.notes == ["These columns are not known and were left out: mood, x, date."]
    assert len(report.taken) == 2


def test_every_column_finds_its_field():
    take(
        "numéro;date;début;fin;lieu;hôte;adresse;code postal;ville;capacité;titre;programme;sujets;lien\n"
        "7;27/03/2019;18h30;0h15;Le Loft;Mozilla;16 bd Montmartre;75009;Paris;1 200;Forums;Bonjour;Un | Deux;https://x.example/7\n"
    )
    edition = Edition.objects.get()
    assert (edition.number, edition.theme, edition.capacity) == (7, "Forums", 1200)
    assert f"{edition.starts:%Y-%m-%d %H:%M}–{edition.ends:%Y-%m-%d %H:%M}" == "2019-03-27 18:30–2019-03-28 00:15"
    assert edition.description == "- Un\n- Deux\n\nBonjour\n\n<https://x.example/7>"
    venue = edition.venue
    assert (venue.name, venue.host, venue.street_address) == ("Le Loft", "Mozilla", "16 bd Montmartre, 75009 Paris")


def test_capacity_is_what_is_given_or_the_venues_or_forty():
    make_venue("Grand", capacity=90)
    take("number,date,host,capacity\n1,2019-03-27,Grand,25\n2,2019-04-24,grand,\n3,2019-05-29,Petit,\n4,2019-06-26,,\n")
    assert list(Edition.objects.order_by("number").values_list("capacity", flat=True)) == [25, 90, 40, 40]


@pytest.mark.parametrize(
    "host", ["", " ", "?", "–", "TBA", "À confirmer", "n/a", "Online event", "https://meet.example/x"]
)
def test_a_word_that_is_no_place_makes_no_venue(host):
    assert take(f"date,host\n2019-03-27,{host}\n").venues == []
    assert Edition.objects.get().venue is None


def test_every_line_that_cannot_be_taken_is_reported_and_stops_nothing():
    report = take(
        "number,date,start,end,host,link,topics,capacity\n"
        "1,2019-03-27,,,,,,\n"
        "1,2019-04-24,,,,,,\n"
        "0,2019-04-24,,,,,,\n"
        "-2,2019-04-24,,,,,,\n"
        "99999999999,2019-04-24,,,,,,\n"
        "3,,,,,,,\n"
        "4,soon,,,,,,\n"
        "5,2019-02-30,,,,,,\n"
        "6,03/27/2019,,,,,,\n"
        "7,27/03/19,,,,,,\n"
        "8,1899-12-31,,,,,,\n"
        "9,2101-01-01,,,,,,\n"
        "10,2019-03-31,02:30,,,,,\n"
        "11,2019-10-27,02:30,,,,,\n"
        "12,2019-05-29,25:00,,,,,\n"
        "13,2019-05-29,19:00,18:00,,,,\n"
        "14,2019-05-29,19:00,19:00,,,,\n"
        "15,2019-05-29,,2019-06-29 19:00,,,,\n"
        "16,2019-05-29,,,,,,0\n"
        "17,2019-05-29,,,,,,10000000\n"
        "18,2019-05-29,,,,,,many\n"
        f"19,2019-05-29,,,{'x' * 121},,,\n"
        "20,2019-05-29,,,,,One, two, three\n"
        '21,2019-05-29,,,,,"One" two,\n'
        '22,2019-05-29,,,,,"Never closed,\n'
        ",2019-06-26,,,,,,\n"
        ",2019-06-26,,,,,,\n"
        "extra,2019-06-27,,,,,,\n"
        "extra,2019-06-28,,,,,,\n"
        "\n"
        '23,2019-09-25,,,,,"Two\nlines",\n'
        "24,2019-10-30,,,,ftp://example.org/x,,\n"
    )
    assert told(report.problems) == [
        (3, "Number 1 is on line 2 already."),
        (4, "“0” is no number of an edition: they go from 1 to 1000000."),
        (5, "“-2” is no number of an edition: they go from 1 to 1000000."),
        (6, "“99999999999” is no number of an edition: they go from 1 to 1000000."),
        (7, "This line has no date."),
        (8, "“soon” is no date: write 2019-03-27 or 27/03/2019."),
        (9, "There is no such day: “2019-02-30”."),
        (10, "There is no such day: “03/27/2019” (the day comes before the month)."),
        (11, "“27/03/19” is no date: write 2019-03-27 or 27/03/2019."),
        (12, "The year 1899 is not between 1900 and 2100."),
        (13, "The year 2101 is not between 1900 and 2100."),
        (14, "2019-03-31 02:30 does not exist: the clocks skip it."),
        (15, "2019-10-27 02:30 exists twice: the clocks are put back over it."),
        (16, "“25:00” is no time such as 19:00."),
        (17, "The end comes before the start."),
        (18, "The end comes before the start."),
        (19, "This lasts longer than a week."),
        (20, "An edition holds from 1 to 10,000 people."),
        (21, "An edition holds from 1 to 10,000 people."),
        (22, "“many” is no capacity: write how many people fit."),
        (23, "The name of the venue is longer than 120 characters."),
        (24, "This line has more cells than there are columns: is a quotation mark missing?"),
        (25, "The cells of this line cannot be told apart: do its quotation marks match?"),
        (26, "The cells of this line cannot be told apart: do its quotation marks match?"),
        (28, "The same evening is on line 27 already."),
        (30, "The same evening is on line 29 already."),
    ]
    assert told(report.remarks) == [(34, "The link is no web address and was left out: ftp://example.org/x")]
    assert [line for line, _edition in report.taken] == [2, 27, 29, 32, 34]
    assert Edition.objects.get(number=23).description == "- Two\n- lines"


def test_a_line_that_the_database_refuses_leaves_nothing_and_stops_no_other():
    table = "number,date,host\n1,2019-03-27,\n2,2019-04-24,Datadog\n3,2019-05-29,\n"
    take(table)
    taken = {edition.number: edition.uid for edition in Edition.objects.all()}
    Edition.objects.all().delete()
    Venue.objects.all().delete()
    make_edition(make_series(), uid=taken[2])
    report = take(table)
    assert [(problem.line, problem.sentence.partition(":")[0]) for problem in report.problems] == [
        (3, "The database refused this line")
    ]
    assert [line for line, _edition in report.taken] == [2, 4]
    assert not Venue.objects.exists()


def test_times_are_read_as_people_write_them():
    take(
        "date,start\n2019-01-30,18:00\n2019-02-27,18h\n2019-03-27,18h30\n2019-04-24,7 pm\n2019-05-29,7:30 p.m.\n"
        "2019-06-26,17:00Z\n2019-07-31,2019-07-31T20:15:00+02:00\n2019-08-28,12am\n"
    )
    assert [f"{edition.starts:%H:%M}" for edition in Edition.objects.order_by("starts_at")] == [
        "18:00", "18:00", "18:30", "19:00", "19:30", "19:00", "20:15", "00:00",
    ]  # fmt: skip


# Words ----------------------------------------------------------------------------------------------------------------


def test_foreign_text_is_cleaned():
    take(
        "date,title,host,topics\n"
        "2019-03-27,Bon\x00jour \u202etout\x07  le\u2028monde,Da\x1bta\x00dog,Un premier sujet\x00 | \ufeffUn second\n"
    )
    edition = Edition.objects.get()
    assert (edition.theme, edition.venue.name, edition.description) == (
        "Bonjour tout le monde",
        "Datadog",
        "- Un premier sujet\n- Un second",
    )


def test_a_long_title_is_cut_at_a_word_and_kept_whole_in_the_programme():
    title = " ".join(["communauté"] * 20)
    take(f"date,title\n2019-03-27,{title}\n")
    edition = Edition.objects.get()
    assert edition.theme == " ".join(["communauté"] * 10) + "…"
    assert edition.description == title


def test_a_long_programme_is_cut_and_keeps_its_link():
    take(f"date,description,link\n2019-03-27,{'mot ' * 10_000},https://example.org/x\n")
    edition = Edition.objects.get()
    assert len(edition.description) <= 20_000
    assert edition.description.endswith("mot…\n\n<https://example.org/x>")


def rendered(markdown: str) -> tuple[str, set[str]]:
    """The text of what Markdown shows, and the elements that it takes."""
    page = html5lib.parseFragment(render(markdown), namespaceHTMLElements=False)
    return " ".join("".join(page.itertext()).split()), {element.tag for element in page.iter()} - {"DOCUMENT_FRAGMENT"}


@pytest.mark.parametrize(
    "text",
    [
        "C# & F#", "# titre", "1. Un", "- tiret", "+ plus", "> citation", "*gras* **et** _plus_", "async_hooks",
        "__init__", "`code`", "<script>alert(1)</script>", "[lien](x.html)", "![image](x.png)", "a \\ b",
        "~~barré~~", "&amp; &eacute;", "=====", "---", "Machine learning <3 JS", "Win(g) Commander.js", "| a | b |",
    ],
)  # fmt: skip
def test_foreign_text_is_shown_and_not_obeyed(text):
    assert rendered(words.markdown_list([text])) == (text, {"ul", "li"})


@given(
    st.text(alphabet=st.sampled_from("ab 1.#*_`~[]()<>!&;|\\-+=:\"'é\t") | st.characters(codec="utf-8"), max_size=60)
)
def test_any_line_is_shown_as_it_was(text):
    line = words.one_line(text)
    if line:
        assert rendered(words.markdown_list([line])) == (line, {"ul", "li"})


def test_a_description_keeps_its_paragraphs_breaks_lists_and_links():
    text = "Bonjour *tous*\nà ce soir\n\n• un\n* deux\nfin : https://x.example/a_b_c.\n-----\n# non"
    assert words.markdown_text(text) == (
        "Bonjour \\*tous\\*\nà ce soir\n\n- un\n- deux\n\nfin : <https://x.example/a_b_c>.\n\n\\# non"
    )


def test_html_of_a_description_becomes_text():
    html = '<p>Au menu&nbsp;:</p><ul><li>un <b>gros</b> &amp; bon</li><li><a href="https://x.example">là</a></li></ul>'
    assert words.clean(words.without_html(html)).split("\n") == [
        "Au menu\xa0:", "", "- un gros & bon", "", "- là https://x.example",
    ]  # fmt: skip
    assert words.without_html("a < b > c & d <3 e>") == "a < b > c & d <3 e>"


# Calendars ------------------------------------------------------------------------------------------------------------


def test_a_meetup_export_comes_in():
    take((DATA / "meetup.ics").read_bytes(), "cafe-cm", name="Café des CM")
    assert shown(Edition.objects.all()) == [
        (58, "2023-09-27 19:00", "modérer sans s'épuiser", "La Ruche des Halles"),
        (59, "2023-10-25 19:00", "", None),
    ]
    first, cancelled = Edition.objects.order_by("number")
    assert (f"{first.ends:%H:%M}", cancelled.status) == ("21:30", "cancelled")
    assert first.venue.address == "12 rue des Invents, Paris, France"
    assert first.description == (
        "Café des CM\nmercredi 27 septembre à 19:00\n\nAu programme, ce mois-ci :\n\n- accueil à 18:45\n"
        "- modérer, c'est un métier; retour d'expérience\n\n<https://www.meetup.com/cafe-des-cm/events/295000058/>"
    )
    assert cancelled.description.endswith("events/295000059/>\n\nOnline event")


def test_a_luma_export_comes_in():
    take((DATA / "luma.ics").read_bytes(), "cafe-cm")
    assert shown(Edition.objects.all()) == [
        (None, "2024-01-31 19:00", "L'animation des communautés internes", "Le Comptoir du Réseau"),
        (None, "2024-02-28 19:00", "Veille : nos outils", None),
    ]
    assert Venue.objects.get().street_address == "5 rue des Inventions, 75010 Paris"
    first, second = Edition.objects.order_by("starts_at")
    assert first.description.startswith("Get up-to-date information at: <https://luma.com/cm-janvier>\n\nAddress:")
    assert second.description == "Get up-to-date information at: <https://luma.com/event/evt-zZ9yX8wV7uT6sR5>"


def test_a_mobilizon_export_comes_in():
    take((DATA / "mobilizon.ics").read_bytes(), "cafe-cm")
    assert shown(Edition.objects.all()) == [
        (None, "2024-03-27 19:00", "Les forums ne sont pas morts", "18 rue des Essais"),
        (None, "2024-04-24 19:00", "Les réseaux décentralisés", None),
    ]
    assert Venue.objects.get().street_address == "18 rue des Essais, 75011 Paris"
    assert Edition.objects.earliest("starts_at").description == (
        "Un café pour parler des forums.\n\nEntrée libre, chacun sa boisson.\n\n"
        "<https://mobilizon.example.org/events/5d0ad0b5-8c3b-4a2e-9b1f-0f0c5f3c9a11>"
    )


def test_a_google_export_comes_in():
    report = take((DATA / "google.ics").read_bytes(), "cafe-cm", name="Café des CM")
    assert shown(Edition.objects.all()) == [
        (62, "2024-05-29 19:00", "", "Tiers-lieu des Tests"),
        (None, "2024-07-03 19:00", "Café des CM d'été", "Tiers-lieu des Tests"),
        (None, "2024-07-13 19:00", "Pique-nique", None),
    ]
    assert Edition.objects.get(number=62).description == (
        "Au menu :\n\n- les émojis au travail\n\n- une charte <https://example.org/charte>"
    )
    assert told(report.problems) == [
        (41, "This event repeats; only single evenings can be taken. Export its dates one by one."),
        (88, "This event is marked as private."),
    ]


@pytest.mark.parametrize("name", ["meetup", "luma", "mobilizon", "google"])
def test_a_calendar_comes_in_twice_without_a_duplicate(name):
    content = (DATA / f"{name}.ics").read_bytes()
    first = take(content)
    second = take(content)
    assert (second.taken, second.known, second.venues, second.remarks) == ([], len(first.taken), [], [])
    assert second.problems == first.problems


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (["DTSTART:20190327T180000Z", "DTEND:20190327T200000Z"], "2019-03-27 19:00", "2019-03-27 21:00"),
        (["DTSTART:20190327T190000", "DURATION:PT2H"], "2019-03-27 19:00", "2019-03-27 21:00"),
        (["DTSTART;TZID=America/New_York:20190327T140000"], "2019-03-27 19:00", "2019-03-27 21:30"),
        (["DTSTART;TZID=Romance Standard Time:20190327T190000"], "2019-03-27 19:00", "2019-03-27 21:30"),
        (["DTSTART;TZID=/example.org/Europe/Paris:20190327T190000"], "2019-03-27 19:00", "2019-03-27 21:30"),
        (["DTSTART;VALUE=DATE:20190327", "DTEND;VALUE=DATE:20190329"], "2019-03-27 19:00", "2019-03-27 21:30"),
        (["DTSTART:20190327T220000Z", "DTEND:20190327T233000Z"], "2019-03-27 23:00", "2019-03-28 00:30"),
    ],
)  # fmt: skip
def test_moments_of_a_calendar_are_read_in_every_form(lines, start, end):
    make_series(slug="cafe")
    report = take(calendar(event("UID:1", *lines)))
    assert report.problems == []
    edition = Edition.objects.get()
    assert (f"{edition.starts:%Y-%m-%d %H:%M}", f"{edition.ends:%Y-%m-%d %H:%M}") == (start, end)


def test_a_time_zone_that_the_file_defines_is_understood():
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Our own\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\n"
        "TZOFFSETTO:+0300\r\nTZNAME:OWN\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    make_series(slug="cafe")
    take(calendar(zone, event("UID:1", "DTSTART;TZID=Our own:20190327T210000")))
    assert shown(Edition.objects.all()) == [(None, "2019-03-27 19:00", "", None)]


def test_every_event_that_cannot_be_taken_is_reported_and_stops_nothing():
    good = event("UID:good", "DTSTART:20190327T180000Z")
    bad = [
        event("UID:1"),
        event("UID:2", "DTSTART:soon"),
        event("UID:3", "DTSTART:20190230T190000"),
        event("UID:4", "DTSTART;TZID=Nowhere/City:20190327T190000"),
        event("UID:5", "DTSTART;TZID=Europe/Paris:20190331T023000"),
        event("UID:6", "DTSTART:20191027T023000"),
        event("UID:7", "DTSTART:00010101T000000Z"),
        event("UID:8", "DTSTART:20190327T180000Z", "DTEND:20190327T170000Z"),
        event("UID:9", "DTSTART:20190327T180000Z", "DURATION:P30D"),
        event("UID:10", "DTSTART:20190327T180000Z", "DURATION:whole evening"),
        event("UID:11", "DTSTART:20190327T180000Z", f"LOCATION:{'x' * 121}"),
        event("UID:good", "DTSTART:20190424T180000Z"),
        event("UID:12", "DTSTART:20190327T180000Z", "RDATE:20190424T180000Z"),
        event("UID:13", "DTSTART:20190327T180000Z", "CLASS:CONFIDENTIAL"),
        "BEGIN:VEVENT\r\nUID:14\r\nDTSTART:20190327T180000Z\r\n",
    ]
    report = take(calendar(good, *bad))
    assert [problem.sentence for problem in report.problems] == [
        "This event has no date.",
        "The date of this event cannot be read (DTSTART).",
        "The date of this event cannot be read (DTSTART).",
        "The time zone “Nowhere/City” is not known.",
        "2019-03-31 02:30 does not exist: the clocks skip it.",
        "2019-10-27 02:30 exists twice: the clocks are put back over it.",
        "The year 1 is not between 1900 and 2100.",
        "The end comes before the start.",
        "This lasts longer than a week.",
        "The date of this event cannot be read (DURATION).",
        "The name of the venue is longer than 120 characters.",
        "The same evening is on line 3 already.",
        "This event repeats; only single evenings can be taken. Export its dates one by one.",
        "This event is marked as private.",
        "This event begins and never ends.",
    ]
    assert [problem.line for problem in report.problems][:3] == [7, 10, 14]
    assert [line for line, _edition in report.taken] == [3]


@pytest.mark.parametrize(
    ("location", "name", "address"),
    [
        ("Le Loft", "Le Loft", ""),
        ("Le Loft\\, 16 bd Montmartre\\, 75009 Paris\\, France", "Le Loft", "16 bd Montmartre, 75009 Paris"),
        ("Le Loft\\n16 bd Montmartre\\n75009 Paris", "Le Loft", "16 bd Montmartre, 75009 Paris"),
        ("Le Loft\\, 16 bd Montmartre\\, 75009\\, Paris\\, France", "Le Loft", "16 bd Montmartre, 75009 Paris"),
        ("Le Loft\\, 2e étage (16 bd Montmartre\\, Paris)", "Le Loft, 2e étage", "16 bd Montmartre, Paris"),
        ("42\\, 96 bd Bessières\\, 75017 Paris", "42", "96 bd Bessières, 75017 Paris"),
    ],
)  # fmt: skip
def test_a_location_is_taken_apart(location, name, address):
    take(calendar(event("UID:1", "DTSTART:20190327T180000Z", f"LOCATION:{location}")))
    venue = Venue.objects.get()
    assert (venue.name, venue.street_address) == (name, address)


def test_a_namesake_at_another_address_is_worth_a_word():
    make_venue("WeWork", address="33 rue La Fayette")
    report = take("date,venue,address\n2019-03-27,WeWork,92 Champs-Élysées\n2019-04-24,WeWork,33 rue La Fayette\n")
    assert told(report.remarks) == [(2, "WeWork is known at 33 rue La Fayette; the file says 92 Champs-Élysées.")]
    assert Venue.objects.count() == 1


# Whatever comes -------------------------------------------------------------------------------------------------------

ANY_TABLE = st.lists(
    st.lists(
        st.text(max_size=12) | st.sampled_from(["2019-03-27", "27/03/2019", "19:00", '"', "1", "a|b"]), max_size=8
    ).map(",".join),
    max_size=8,
).map(lambda rows: "\n".join(["number,date,start,end,venue,capacity,topics,link", *rows]))
ANY_EVENT = st.lists(
    st.tuples(
        st.sampled_from(["DTSTART", "DTSTART;TZID=Europe/Paris", "DTSTART;VALUE=DATE", "DTEND", "DURATION", "UID"])
        | st.sampled_from(["SUMMARY", "LOCATION", "DESCRIPTION", "URL", "STATUS", "RECURRENCE-ID", "RRULE", "X;Y", ""]),
        st.sampled_from(["20190327T190000", "20190327T190000Z", "20190327", "PT2H", "https://x.example"])
        | st.text(max_size=20),
    ).map(":".join),
    max_size=8,
).map(lambda lines: calendar(event(*lines), event("UID:last", "DTSTART:20190424T170000Z")))


@given(
    st.binary(max_size=400)
    | st.text(max_size=400).map(str.encode)
    | ANY_TABLE.map(str.encode)
    | ANY_EVENT.map(str.encode)
)
@hypothesis_settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_file_holds_it_is_taken_or_refused_with_a_sentence(content):
    try:
        told_by_file = history.read(content)
    except history.Unreadable as error:
        assert str(error)
        return
    report = history.take(told_by_file, "cafe", is_trial=True)
    told_lines = len(report.taken) + report.known + len(report.problems)
    assert told_lines == len(told_by_file.entries) + len(told_by_file.problems)
