"""Who comes, to take away: as CSV, as a workbook, on paper; as the page shows it, no address, in constant memory."""

import csv
import datetime
import io
import re
import tracemalloc
import uuid
import zipfile
from xml.etree import ElementTree

import html5lib
import pytest
from django.urls import reverse
from django.utils import timezone, translation

from events.models import Edition, Rsvp
from members.models import Member
from tests.factories import make_edition, make_member, make_series, make_specialty

pytestmark = pytest.mark.django_db

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FILES = ("people-csv", "people-xlsx")
HEADING = [
    "Name",
    "Status",
    "Guests",
    "Names of the guests",
    "Organisation",
    "Trades",
    "Cafés before",
    "Confirmed",
    "Joined",
]


@pytest.fixture
def edition(series):
    return make_edition(series, capacity=4)


def url(name: str, edition: Edition) -> str:
    with translation.override("en"):
        return reverse(f"organize:{name}", args=[edition.slug])


def csv_rows(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"))))


def xlsx_rows(response) -> list[list[str]]:
    """The cells of the one sheet, as a spreadsheet reads them; a formula would be one of its elements."""
    with zipfile.ZipFile(io.BytesIO(response.getvalue())) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 (we have just written it)
        assert [name for name in book.namelist() if "externalLink" in name or "vba" in name] == []
    assert list(sheet.iter(f"{SHEET}f")) == []
    return [["".join(cell.itertext()) for cell in row] for row in sheet.iter(f"{SHEET}row")]


READ = {"people-csv": csv_rows, "people-xlsx": xlsx_rows}


def some_people(edition: Edition) -> None:
    """Ada shows herself, Bob nothing but his name, which is a formula; Cléo waits and hides, Dan waits and does not."""
    trades = [make_specialty("veille"), make_specialty("moderation")]
    facts = {"organisation": "=Analytique ada@example.org", "visibility": "members"}
    ada = make_member("Ada ada@example.org", **facts)
    ada.practise(trades)
    edition.rsvp(ada, guests=1, guest_names=["-Max max@example.org"], needs="Secret need")
    for name, choice, guests in (("=1+1", "nobody", 0), ("Cléo Secret", "cafe", 1), ("Dan", "public", 1)):
        member = make_member(name, organisation="Secret Ltd" if choice != "public" else "", visibility=choice)
        member.practise(trades)
        edition.rsvp(member, guests=guests, guest_names=["Guest Secret"] if name == "Cléo Secret" else None)
        if name == "=1+1":
            edition.rsvp(make_member("Eve", visibility="public"))
    edition.rsvps.update(created_at=datetime.datetime(2026, 3, 2, 11, 30, tzinfo=datetime.UTC))
    edition.rsvps.filter(member=ada).update(confirmed_at=timezone.now())


def plain(row: list[str]) -> list[str]:
    """A row of the CSV as it was typed, without the apostrophes that keep formulas from running."""
    return [cell.removeprefix("'") for cell in row]


@pytest.mark.parametrize("name", FILES)
def test_file_has_the_people_and_what_the_page_shows_of_them(desk, edition, name):
    some_people(edition)
    names = ", ".join(trade.name_en for trade in (make_specialty("veille"), make_specialty("moderation")))
    shown = desk.get(url("people", edition)).content.decode()
    assert all(words in shown for words in ("=1+1", "Cléo Secret", "Guest Secret"))
    assert "Secret Ltd" not in shown
    rows = READ[name](desk.get(url(name, edition)))
    assert [plain(row) for row in rows] == [
        HEADING,
        ["Ada", "with a place", "1", "-Max", "=Analytique", names, "0", "yes", "2026-03-02 12:30"],
        ["=1+1", "with a place", "0", "", "", "", "0", "", "2026-03-02 12:30"],
        ["Eve", "with a place", "0", "", "", "", "0", "", "2026-03-02 12:30"],
        ["Cléo Secret", "waiting", "1", "Guest Secret", "", "", "0", "", "2026-03-02 12:30"],
        ["Dan", "waiting", "1", "", "", names, "0", "", "2026-03-02 12:30"],
    ]


@pytest.mark.parametrize(("name", "mark"), [("people-csv", "'"), ("people-xlsx", "")])
def test_what_looks_like_a_formula_is_marked_where_a_program_might_run_it(desk, edition, name, mark):
    edition.rsvp(make_member("=1+1"), guests=2, guest_names=["@max", "-Zoé"])
    [_heading, row] = READ[name](desk.get(url(name, edition)))
    assert (row[0], row[3]) == (f"{mark}=1+1", f"{mark}@max, {mark}-Zoé")


@pytest.mark.parametrize("name", [*FILES, "people-print"])
def test_nothing_that_the_page_hides_no_need_and_no_address_leaves_the_house(desk, edition, name):
    some_people(edition)
    assert "Secret need" in desk.get(url("people", edition)).content.decode()  # there is what could leak
    assert Member.objects.filter(organisation="Secret Ltd").count() == 2
    response = desk.get(url(name, edition))
    if name == "people-xlsx":
        with zipfile.ZipFile(io.BytesIO(response.getvalue())) as book:
            text = "".join(book.read(part).decode() for part in book.namelist())
    else:
        text = response.getvalue().decode()
    text = text.partition("<main")[2] or text
    waiting = [] if name == "people-print" else ["Cléo Secret", "Guest Secret"]  # on paper is who has a place
    assert re.findall(r"(?:\w+ )?Secret(?: \w+)?|[\w.]+@[\w.]+", text) == waiting
    assert ("Ada" in text, "1+1" in text) == (True, True)


@pytest.mark.parametrize("name", FILES)
def test_who_asks_who_freed_a_place_and_who_was_refused_stand_in_the_file_by_name(desk, edition, organizer, name):
    edition.change(is_by_approval=True, questions=[{"words": "Why?", "is_required": False}])
    asked = [edition.rsvp(make_member(who), answers={"Why?": f"I am {who}"}) for who in ("Ada", "Bob", "Cléo")]
    edition.cancel_rsvp(asked[1].member)
    edition.decline(asked[2])
    assert [[row[0], row[1], row[-1]] for row in READ[name](desk.get(url(name, edition)))] == [
        ["Name", "Status", "Why?"],
        ["Ada", "asking to come", "I am Ada"],
        ["Bob", "freed", ""],
        ["Cléo", "refused", ""],
    ]


@pytest.mark.parametrize("name", FILES)
def test_file_has_those_that_were_looked_for_in_their_order(desk, edition, name):
    some_people(edition)
    page = desk.get(url("people", edition) + "?status=going&sort=name&page=1").content.decode()
    assert f'href="{url(name, edition)}?status=going&amp;sort=name"' in page
    rows = READ[name](desk.get(url(name, edition) + "?status=going&sort=name&page=2"))
    assert [plain(row)[0] for row in rows] == ["Name", "=1+1", "Ada", "Eve"]


@pytest.mark.parametrize("name", FILES)
def test_file_says_what_it_is(desk, edition, name):
    response = desk.get(url(name, edition))
    kind = {
        "people-csv": "text/csv; charset=utf-8",
        "people-xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == (kind[name], "nosniff")
    assert response["Content-Disposition"] == f'attachment; filename="people {edition.slug}.{name[7:]}"'
    assert response["Cache-Control"] == "private, no-store"
    assert READ[name](response) == [HEADING]


def test_numbers_of_a_workbook_are_numbers(desk, edition):
    some_people(edition)
    with zipfile.ZipFile(io.BytesIO(desk.get(url("people-xlsx", edition)).getvalue())) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    second = list(sheet.iter(f"{SHEET}row"))[1]
    assert [cell.get("t", "n") for cell in second][:3] == ["inlineStr", "inlineStr", "n"]


def test_list_to_print_is_by_name_with_the_guests(desk, edition):
    some_people(edition)
    page = desk.get(url("people-print", edition))
    assert [line.words for line in page.context["lines"]] == ["-Max", "=1+1", "Ada", "Eve"]
    page = desk.get(url("people-print", edition), {"order": "organisation"})
    assert [line.words for line in page.context["lines"]] == ["Ada", "-Max", "=1+1", "Eve"]


def crowd(edition: Edition, people: int) -> None:
    made = Member.objects.bulk_create(
        Member(
            email=f"{uuid.uuid4()}@example.org",
            name=f"Membre {number}",
            handle=f"m-{uuid.uuid4()}",
            visibility="public",
        )
        for number in range(people)
    )
    Rsvp.objects.bulk_create(
        Rsvp(edition=edition, member=member, position=number, status="going") for number, member in enumerate(made)
    )


def peak_of(desk, address: str) -> tuple[int, int]:
    """The most memory that was taken at once while the file went out, in bytes, and its length in bytes."""
    tracemalloc.start()
    try:
        response = desk.get(address)
        length = sum(len(piece) for piece in response.streaming_content)
        return tracemalloc.get_traced_memory()[1], length
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", FILES)
def test_ten_times_as_many_people_take_no_more_memory(desk, organizer, name):
    series = make_series(organizers=[organizer])
    few, many = make_edition(series), make_edition(series)
    crowd(few, 200)
    crowd(many, 2000)
    desk.get(url(name, few)).getvalue()  # what is loaded once
    small, short = peak_of(desk, url(name, few))
    large, long = peak_of(desk, url(name, many))
    assert long > 5 * short
    assert large < small + 512 * 1024  # a hundred parties take more


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("count", [1, 3])
def test_number_of_people_changes_no_number_of_queries(desk, edition, django_assert_num_queries, name, count):
    for _each in range(count):
        edition.rsvp(make_member())
    with django_assert_num_queries(9):
        desk.get(url(name, edition)).getvalue()
    with django_assert_num_queries(6):
        desk.get(url("people-print", edition))


# Badges ---------------------------------------------------------------------------------------------------------------


def badges_on(page) -> list[list[str]]:
    """What stands on each badge, line by line; guests without a name have an empty one."""
    document = html5lib.parse(page.content.decode(), namespaceHTMLElements=False)
    found = [item for item in document.iter("li") if item.get("class") == "badge"]
    return [["".join(line.itertext()).strip() for line in badge.iter("p")][1:] for badge in found]


def test_badge_has_the_name_and_what_people_at_the_same_café_may_see(desk, edition):
    trade = make_specialty("veille")
    for name, choice in (("Ada", "cafe"), ("Bob", "nobody"), ("Cléo c@example.org", "public")):
        topics = ["tableaux de bord", "écrire à ada@example.org", "veille", "un de trop"]
        member = make_member(name, visibility=choice, can_help_with=topics)
        member.practise([trade])
        edition.rsvp(member)
    asked = "Ask me about: tableaux de bord, écrire à, veille"
    assert badges_on(desk.get(url("people-badges", edition))) == [
        ["Ada", trade.name_en, asked],
        ["Bob"],
        ["Cléo", trade.name_en, asked],
    ]


def test_guests_have_badges_too_and_who_waits_has_none(desk, edition):
    edition.rsvp(make_member("Zoé"), guests=2, guest_names=["Max"])
    edition.rsvp(make_member("Waits"), guests=1)
    assert badges_on(desk.get(url("people-badges", edition))) == [["Max", "with Zoé"], ["Zoé"], ["", "with Zoé"]]


@pytest.mark.parametrize(("asked", "sheets"), [("", 2), ("8", 2), ("10", 1), ("24", 1), ("nonsense", 2)])
def test_badges_lie_on_as_many_sheets_as_they_need(desk, edition, asked, sheets):
    crowd(edition, 9)
    page = desk.get(url("people-badges", edition), {"sheet": asked})
    assert (len(page.context["pages"]), len(badges_on(page))) == (sheets, 9)


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_badges_changes_no_number_of_queries(desk, edition, django_assert_num_queries, count):
    crowd(edition, count)
    with django_assert_num_queries(7):
        desk.get(url("people-badges", edition))
