"""Pages as strangers read them are built once a change, and never shared with anybody who is signed in."""

import datetime
import gzip
import re
import urllib.request

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.chores import tidy
from events.merging import merge
from events.models import BareCount, Edition, KeptAnswer, Mark, RecapPhoto, Rsvp, Series, WalkIn
from events.models.kept import key_of
from members import leaving
from members.kept import of_edition
from members.models import Member, MemberSpecialty, Specialty, Visibility
from tests.factories import fill, make_edition, make_member, make_series, make_specialty, make_venue
from tests.server import installation
from venues.models import Venue, VenuePhoto

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 3, 4, 12, tzinfo=datetime.UTC)
LATER = NOON + datetime.timedelta(days=9)
PAGES = {
    "home": "/",
    "list": "/cafes/",
    "past": "/cafes/past/",
    "month": "/cafes/2026/3/",
    "edition": "/cafes/cafe-2/",
    "evening": "/cafes/cafe-1/",
    "venues": "/venues/",
    "venue": "/venues/au-soleil/",
    "trades": "/specialties/",
}
ALL = {*PAGES}


@pytest.fixture(autouse=True)
def noon(time_machine):
    """A Wednesday in March: no page changes by itself while a test runs."""
    time_machine.move_to(NOON, tick=False)


@pytest.fixture
def house(noon):
    """A café that was, one to come in a week, both at one place, and who comes to both: most of them for all to see."""
    series = make_series(slug="cafe", name="Le café")
    venue = make_venue("Au Soleil")
    VenuePhoto.objects.create(venue=venue, image="venues/one.webp", alt="La salle", position=1)
    was = make_edition(series, venue=venue, starts_at=NOON - datetime.timedelta(days=2), theme="Avant", capacity=20)
    comes = make_edition(series, venue=venue, starts_at=NOON + datetime.timedelta(days=7), theme="Après", capacity=20)
    trade = make_specialty("moderation")
    comes.specialties.add(trade)
    people = [make_member(f"Ana {number}", visibility=Visibility.PUBLIC) for number in range(6)]
    for place, member in enumerate(people, start=1):
        member.practise([trade])
        Rsvp.objects.create(edition=was, member=member, status="going", position=place)
        comes.rsvp(member)
    return comes


def contents(client) -> dict[str, bytes]:
    return {name: client.get(address).content for name, address in PAGES.items()}


def changed(client, change) -> set[str]:
    """The pages that say something else after this change; what was kept is compared with pages made afresh."""
    contents(client)
    before = contents(client)
    assert all(KeptAnswer.objects.held(key_of(address)).is_fresh for address in PAGES.values())
    change()
    after = contents(client)
    KeptAnswer.objects.all().delete()
    assert after == contents(client)
    return {name for name in PAGES if before[name] != after[name]}


def without_tokens(page: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page)


def someone() -> Member:
    return Member.objects.get(name="Ana 0")


def update_someone(**facts) -> None:
    Member.objects.filter(name="Ana 0").update(**facts)


def erase_someone() -> None:
    leaving.erase(someone())


def merge_venue() -> None:
    merge(make_venue("Au Grand Soleil"), Venue.objects.get(slug="au-soleil"))


WITH_PLACES = {"home", "list", "edition", "venue"}
WITH_PEOPLE = {"edition", "evening"}


def publish_recap() -> Edition:
    Edition.objects.filter(slug="cafe-1").update(recap="Ce fut bien.", recap_published_at=NOON)
    return Edition.objects.get(slug="cafe-1")


def add_photo() -> RecapPhoto:
    return publish_recap().photos.create(
        image="recaps/a.webp", small="recaps/b.webp", width=3, height=2, position=1, alt="La salle", consent_at=NOON
    )


def say() -> None:
    publish_recap().comments.create(author=someone(), text="Merci.", state="shown")


CHANGES = {
    "another is published": (
        lambda edition: make_edition(edition.series, starts_at=LATER, venue=edition.venue),
        {"home", "list", "month", "venue", "venues"},
    ),
    "a draft is published": (
        lambda edition: make_edition(edition.series, starts_at=LATER, status="draft").publish(),
        {"home", "list", "month"},
    ),
    "a draft is made": (lambda edition: make_edition(edition.series, status="draft", theme="Secret"), set()),
    "another theme": (lambda edition: edition.change(theme="Autre"), {"home", "list", "month", "edition", "venue"}),
    "another programme": (lambda edition: edition.change(description="Un programme"), {"edition"}),
    "another hour": (
        lambda edition: edition.change(
            starts_at=edition.starts_at + datetime.timedelta(hours=1),
            ends_at=edition.ends_at + datetime.timedelta(hours=1),
        ),
        {"home", "list", "month", "edition", "venue"},
    ),
    "more places": (lambda edition: edition.change(capacity=30), WITH_PLACES),
    "a venue at last": (
        lambda edition: edition.change(venue=None),
        {"home", "list", "month", "edition", "venue", "venues"},
    ),
    "cancelled": (
        lambda edition: edition.cancel(reason="Une grève"),
        {"home", "list", "month", "edition", "venue", "venues", "trades"},
    ),
    "deleted": (lambda edition: edition.delete(), {"home", "list", "month", "edition", "venue", "venues", "trades"}),
    "closed": (lambda edition: edition.change(closes_at=NOON), WITH_PLACES),
    "a recap": (
        lambda edition: Edition.objects.filter(slug="cafe-1").update(recap="Ce fut bien.", recap_published_at=NOON),
        {"evening", "venue"},
    ),
    "a photo of the evening": (lambda edition: add_photo(), {"evening", "venue"}),
    "somebody tells how it was": (lambda edition: say(), {"evening", "venue"}),
    "who told has another name": (lambda edition: [say(), update_someone(name="Zoé")], {*WITH_PEOPLE, "venue"}),
    "somebody comes": (lambda edition: edition.rsvp(make_member()), WITH_PLACES),
    "it is full, and somebody waits": (lambda edition: fill(edition, 16), WITH_PLACES),
    "with a guest": (lambda edition: edition.rsvp(someone(), guests=1), WITH_PLACES),
    "frees the place": (lambda edition: edition.cancel_rsvp(someone()), WITH_PLACES),
    "RSVPs are deleted": (lambda edition: Rsvp.objects.filter(edition=edition).delete(), {*WITH_PLACES, "trades"}),
    "erased": (lambda edition: erase_someone(), WITH_PLACES | {"evening", "trades"}),
    "somebody arrived": (lambda edition: Rsvp.objects.filter(edition__slug="cafe-1").update(arrived=1), set()),
    "three arrived": (
        lambda edition: [
            Rsvp.objects.filter(edition__slug="cafe-1", position=place).update(arrived=1) for place in (1, 2, 3, 4, 5)
        ],
        {"venue", "evening"},
    ),
    "somebody walked in": (
        lambda edition: WalkIn.objects.create(edition=Edition.objects.get(slug="cafe-1"), name="Zoé", people=9),
        {"venue", "evening"},
    ),
    "bare counts": (
        lambda edition: BareCount.objects.create(
            edition=Edition.objects.get(slug="cafe-1"), group="unasked", parties=2, places=3
        ),
        {"venue", "evening"},
    ),
    "hides": (lambda edition: update_someone(visibility=Visibility.NOBODY), {"home", "trades", *WITH_PEOPLE}),
    "is for members": (lambda edition: update_someone(visibility=Visibility.MEMBERS), {"home", "trades", *WITH_PEOPLE}),
    "leaves": (lambda edition: update_someone(is_active=False), {"home", "trades", *WITH_PEOPLE}),
    "another name": (lambda edition: update_someone(name="Zoé"), WITH_PEOPLE),
    "another address": (lambda edition: update_someone(handle="zoe"), WITH_PEOPLE),
    "a portrait": (lambda edition: update_someone(portrait="abcd", photo_visibility="public"), WITH_PEOPLE),
    "another e-mail address": (lambda edition: update_someone(email="zoe@example.org"), set()),
    "another trade": (
        lambda edition: someone().practise([make_specialty("veille")]),
        {"home", "trades", *WITH_PEOPLE},
    ),
    "no trades": (lambda edition: MemberSpecialty.objects.all().delete(), {"home", "trades", *WITH_PEOPLE}),
    "a trade is renamed": (
        lambda edition: Specialty.objects.filter(key="moderation").update(name_fr="Modérer", one_fr="", many_fr=""),
        {"home", "list", "past", "trades", *WITH_PEOPLE},
    ),
    "another trade of the theme": (lambda edition: edition.change(specialties=[make_specialty("veille")]), {"edition"}),
    "another venue's name": (
        lambda edition: Venue.objects.update(name="Au Soleil levant"),
        {"home", "list", "past", "month", *WITH_PEOPLE, "venue", "venues"},
    ),
    "the access": (lambda edition: Venue.objects.update(has_lift=True), {"edition", "evening", "venue"}),
    "a photo": (lambda edition: VenuePhoto.objects.update(alt="Autre salle"), {"home", "edition", "evening", "venue"}),
    "the photo is drawn": (
        lambda edition: VenuePhoto.objects.update(has_avif=True),
        {"home", "edition", "evening", "venue", "venues"},
    ),
    "the photo is gone": (
        lambda edition: VenuePhoto.objects.all().delete(),
        {"home", "edition", "evening", "venue", "venues"},
    ),
    "two venues are one": (
        lambda edition: merge_venue(),
        {"home", "list", "past", "month", *WITH_PEOPLE, "venue", "venues"},
    ),
    "another name of the series": (lambda edition: Series.objects.update(name="Le bistro"), WITH_PEOPLE),
    "a secret of the series": (lambda edition: Series.objects.update(description="Rien"), set()),
}


@pytest.mark.parametrize("name", CHANGES)
def test_after_each_change_what_is_kept_says_what_a_new_page_says(client, house, name):
    change, expected = CHANGES[name]
    assert changed(client, lambda: change(house)) == expected


EVENINGS = {name: PAGES[name] for name in ("edition", "evening")}


@pytest.fixture
def readers(house):
    """Of each kind that the parts of an evening's page are drawn for: who does not come, who does, and who hides."""
    member = make_member("Noé")
    comer, hidden = (make_member(name, visibility=Visibility.CAFE) for name in ("Béa", "Cléo"))
    for each in (comer, hidden):
        house.rsvp(each)
    Member.objects.filter(pk=hidden.pk).update(visibility=Visibility.NOBODY)
    return [Member.objects.get(pk=each.pk) for each in (member, comer, hidden)]


def read_by(client, reader: Member, pages=EVENINGS) -> dict[str, bytes]:
    client.force_login(reader)
    return {name: without_tokens(client.get(EVENINGS[name]).content) for name in pages}


@pytest.mark.parametrize("name", CHANGES)
def test_after_each_change_members_read_what_a_page_made_anew_says(client, house, readers, name):
    change, expected = CHANGES[name]
    pages = {*EVENINGS} & expected or {"edition"}
    before = [read_by(client, reader, pages) for reader in readers]
    change(house)
    after = [read_by(client, reader, pages) for reader in readers]
    KeptAnswer.objects.all().delete()
    assert after == [read_by(client, reader, pages) for reader in readers]
    for was, says in zip(before, after, strict=True):
        assert {page for page in pages if was[page] != says[page]} >= {*EVENINGS} & expected


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_parts_kept_for_one_kind_of_reader_show_no_other_whom_they_may_not_see(client, house, readers, order):
    Member.objects.filter(name="Ana 1").update(visibility=Visibility.CAFE)
    Member.objects.filter(name="Ana 2").update(visibility=Visibility.MEMBERS)
    page = EVENINGS["edition"]
    seen = {}
    for number in (*order, *order):
        said = read_by(client, readers[number])["edition"].decode()
        seen[number] = {name for name in ("Ana 1", "Ana 2", "Béa", "Cléo") if f">{name}</a>" in said}
    assert seen == {0: {"Ana 2"}, 1: {"Ana 1", "Ana 2", "Béa"}, 2: {"Ana 1", "Ana 2", "Béa", "Cléo"}}
    client.logout()
    client.cookies.clear()
    assert not any(name in client.get(page).content.decode() for name in ("Ana 1", "Ana 2", "Béa", "Cléo"))


def test_who_comes_is_drawn_anew_and_the_programme_and_the_place_are_not(client, house):
    """Somebody more changes who comes: the trades, the programme and the place of the evening stay as they are kept."""
    page = house.get_absolute_url()
    client.get(page)
    parts = set(KeptAnswer.objects.values_list("key", "seen"))
    house.rsvp(make_member("Odile", visibility=Visibility.PUBLIC))
    assert "Odile" in client.get(page).content.decode()
    assert len(parts & set(KeptAnswer.objects.values_list("key", "seen"))) == 1
    Edition.objects.filter(pk=house.pk).update(description="Un *autre* programme.")
    assert "<em>autre</em>" in client.get(page).content.decode()


def test_members_of_one_kind_share_the_parts_of_an_evening_and_each_comes_first(client, house, readers):
    noé, béa, _cleo = readers
    read_by(client, noé)
    count = KeptAnswer.objects.count()
    read_by(client, make_member("Odile"))
    assert KeptAnswer.objects.count() == count
    zoe = make_member("Zoé", visibility=Visibility.CAFE)
    house.rsvp(zoe)
    for member in (béa, zoe):
        said = read_by(client, member)["edition"].decode()
        list_of_people = said[said.index('<ul class="people">') :]
        names = re.findall(r'class="name"[^>]*>([^<]+)<', list_of_people)
        assert names[0] == member.name
        assert sorted(names) == sorted({*names}) == sorted([*(f"Ana {number}" for number in range(6)), "Béa", "Zoé"])


def test_members_who_share_a_page_have_each_their_own_forms(house):
    """What one of them is given opens no form of another's."""
    tokens = {}
    for name in ("Noé", "Odile"):
        member, browser = make_member(name), Client(enforce_csrf_checks=True)
        browser.force_login(member)
        page = browser.get(EVENINGS["edition"]).content.decode()
        [tokens[name]] = {*re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)}
        assert browser.post("/cafes/cafe-2/rsvp/", {"csrfmiddlewaretoken": tokens["Noé"]}).status_code == (
            302 if name == "Noé" else 403
        )
    assert tokens["Noé"] != tokens["Odile"]
    assert {rsvp.member.name for rsvp in house.rsvps.all()} >= {"Noé"}
    assert not house.rsvps.filter(member__name="Odile").exists()


def answers(edition, member):
    edition.rsvp(member)


def asks_to_be_told(edition, member):
    edition.series.keep_posted(member)


def joins_the_team(edition, member):
    edition.series.appoint(member, "greeter")


def organizes_elsewhere(edition, member):
    make_series(owners=[member])


def looks_after_the_site(edition, member):
    Member.objects.filter(pk=member.pk).update(is_superuser=True)


def was_left_waiting(edition, member):
    """And so may say “I'm coming” before the list opens for everybody else."""
    Edition.objects.filter(pk=edition.pk).update(opens_at=NOON + datetime.timedelta(hours=5))
    Rsvp.objects.create(edition=Edition.objects.get(slug="cafe-1"), member=member, status="waiting", position=99)


def test_once_its_list_is_open_for_everybody_members_share_the_page(client, house, time_machine):
    early, other = make_member("Noé"), make_member("Odile")
    was_left_waiting(house, early)
    asks_to_be_told(house, other)  # as who was at another café is
    assert read_by(client, early) != read_by(client, other)
    time_machine.move_to(NOON + datetime.timedelta(hours=5), tick=False)
    page = read_by(client, early, ["edition"])
    kept = set(KeptAnswer.objects.values_list("key", flat=True))
    assert read_by(client, other, ["edition"]) == page
    assert set(KeptAnswer.objects.values_list("key", flat=True)) == kept
    assert b'<button class="button large">' in page["edition"]


@pytest.mark.parametrize(
    "change",
    [
        answers,
        asks_to_be_told,
        joins_the_team,
        organizes_elsewhere,
        looks_after_the_site,
        was_left_waiting,
    ],
)
def test_who_becomes_more_than_any_other_member_reads_their_own_page(client, house, change):
    member, other = make_member("Noé"), make_member("Odile")
    assert read_by(client, member) == read_by(client, other)
    change(house, member)
    own = read_by(client, member, ["edition"])
    KeptAnswer.objects.all().delete()
    assert read_by(client, member, ["edition"]) == own
    assert read_by(client, other, ["edition"]) != own


@pytest.mark.parametrize("people", [3, 300])
def test_a_member_reads_an_evening_in_as_many_queries_however_many_come(
    client, house, readers, django_assert_max_num_queries, people
):
    fill(house, people)
    for reader, at_most in zip(readers[:2], (5, 15), strict=True):
        read_by(client, reader)
        with django_assert_max_num_queries(at_most):
            client.get(EVENINGS["edition"])


@pytest.mark.parametrize("address", PAGES.values())
def test_a_page_that_is_kept_costs_one_query_and_one_that_is_known_too(
    client, house, address, django_assert_num_queries
):
    first = client.get(address)
    with django_assert_num_queries(1):
        second = client.get(address)
    with django_assert_num_queries(1):
        known = client.get(address, headers={"if-none-match": second.headers["ETag"]})
    assert (second.status_code, second.content) == (200, first.content)
    assert (known.status_code, known.content, known.headers["ETag"]) == (304, b"", second.headers["ETag"])
    names = {*first.headers, *second.headers} - {"X-Request-ID"}
    assert [first.headers.get(name) for name in names] == [second.headers.get(name) for name in names]
    for name in ("Content-Security-Policy", "Permissions-Policy", "X-Content-Type-Options", "X-Frame-Options", "Vary"):
        assert known.headers[name] == second.headers[name]


@pytest.mark.parametrize("address", PAGES.values())
def test_its_headers_let_nobody_serve_it_to_anybody_else(client, house, address):
    for response in (client.get(address), client.get(address)):
        assert response.headers["Cache-Control"] == "no-cache"
        assert response.headers["Vary"] == "Accept-Encoding, Cookie"
        assert response.headers["Content-Language"] == "fr"
        assert (response.cookies, b"csrfmiddlewaretoken" in response.content) == ({}, False)


@pytest.mark.parametrize("address", PAGES.values())
def test_whoever_is_signed_in_gets_their_own_page_and_leaves_none(client, house, address):
    """The organizer reads more than anybody: were their page kept, a stranger would read it."""
    claire = make_member("Claire")
    house.series.appoint(claire)
    stranger = client.get(address).content
    client.force_login(claire)
    own = client.get(address)
    assert without_tokens(own.content) != stranger
    assert own.headers["Cache-Control"] == "private, no-store"
    KeptAnswer.objects.all().delete()
    assert without_tokens(client.get(address).content) == without_tokens(own.content)
    assert KeptAnswer.objects.held(key_of(address)) is None
    client.logout()
    client.cookies.clear()
    assert client.get(address).content == stranger


def test_a_session_that_ended_is_no_stranger_and_leaves_nothing(client, house):
    client.cookies["sessionid"] = "gone"
    assert client.get("/").status_code == 200
    assert not KeptAnswer.objects.exists()


def test_who_has_a_sentence_to_read_gets_it_and_leaves_nothing(client, house):
    photo = add_photo()
    kept = client.get("/cafes/").content
    assert client.post(f"/cafes/cafe-1/photos/{photo.pk}/hide/").status_code == 302
    answer = client.get("/cafes/")
    assert ("La photo n’est plus visible" in answer.content.decode(), answer.content == kept) == (True, False)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert client.get("/cafes/").content == kept


def test_what_a_form_left_in_the_browser_makes_no_other_page(client, house):
    page = client.get("/").content
    client.cookies["csrftoken"] = "x" * 32
    assert client.get("/").content == page
    assert KeptAnswer.objects.count() == 1


def test_each_language_has_its_own(client, house):
    french, english = client.get("/").content, client.get("/en/").content
    assert french != english
    assert [client.get("/").content, client.get("/en/").content] == [french, english]
    assert client.get("/", headers={"accept-language": "en"}).content == french


@pytest.mark.parametrize(
    "address",
    [
        "/?utm_source=x",
        "/cafes/?q=soleil",
        "/cafes/?page=1",
        "/cafes/past/?page=99999",
        "/cafes/nothing/",
        "/venues/nothing/",
        "/cafes/1999/1/",
        "/cafes/2026/99/",
        "/cafes/cafe-2/rsvp/",
        "/venues/?page=2",
        "/specialties/moderation/",
    ],
)
def test_strangers_cannot_fill_what_is_kept(client, house, address):
    contents(client)
    kept = set(KeptAnswer.objects.values_list("key", flat=True))
    client.get(address)
    client.get(address)
    assert set(KeptAnswer.objects.values_list("key", flat=True)) == kept


def test_a_draft_is_not_found_and_not_kept(client, house):
    draft = make_edition(house.series, status="draft")
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert not KeptAnswer.objects.exists()


def test_a_page_that_ends_is_forgotten(client, house):
    client.get("/cafes/cafe-2/")
    house.delete()
    assert client.get("/cafes/cafe-2/").status_code == 404
    assert KeptAnswer.objects.held(key_of("/cafes/cafe-2/")) is None


def test_head_has_the_headers_of_get(client, house):
    got = client.get("/")
    head = client.head("/")
    assert (head.status_code, head.headers["ETag"], head.headers["Content-Length"]) == (
        200,
        got.headers["ETag"],
        got.headers["Content-Length"],
    )


def test_a_browser_that_can_gets_it_compressed(client, house):
    plain = client.get("/")
    packed = client.get("/", headers={"accept-encoding": "br, gzip"})
    assert gzip.decompress(packed.content) == plain.content
    assert (packed.headers["Content-Encoding"], packed.headers["ETag"]) == ("gzip", f"W/{plain.headers['ETag']}")
    again = client.get("/", headers={"accept-encoding": "gzip", "if-none-match": packed.headers["ETag"]})
    assert again.status_code == 304


def test_another_host_is_refused_though_the_page_is_kept(client, house):
    client.get("/")
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


def test_an_rsvp_leaves_the_pages_of_other_evenings_alone(client, house):
    other = make_edition(house.series, starts_at=NOON - datetime.timedelta(days=40), theme="Loin")
    address = other.get_absolute_url()
    client.get(address)
    house.rsvp(make_member())
    assert KeptAnswer.objects.held(key_of(address)).is_fresh
    assert not Mark.objects.filter(subject__in=of_edition(other.pk)).exists()


@pytest.mark.parametrize(
    ("moment", "facts", "expected"),
    [
        (datetime.timedelta(days=7), {}, {"home", "list", "edition", "venue"}),
        (datetime.timedelta(days=7, hours=2), {}, {"home", "list", "past", "edition", "venue", "venues", "trades"}),
        (datetime.timedelta(hours=3), {"closes_at": NOON + datetime.timedelta(hours=3)}, WITH_PLACES),
        (datetime.timedelta(hours=3), {"opens_at": NOON + datetime.timedelta(hours=3)}, WITH_PLACES),
        (datetime.timedelta(hours=11), {}, {"month"}),
        (datetime.timedelta(minutes=5), {}, set()),
    ],
    ids=["it begins", "it is over", "the list closes", "the list opens", "midnight", "five minutes"],
)
def test_each_moment_at_which_a_page_changes_by_itself_is_kept_in_mind(
    client, house, time_machine, moment, facts, expected
):
    Edition.objects.filter(pk=house.pk).update(**facts)
    time_machine.move_to(NOON + moment - datetime.timedelta(seconds=1), tick=False)
    assert changed(client, lambda: time_machine.move_to(NOON + moment, tick=False)) == expected


def test_at_new_year_dates_of_the_year_before_last_until_then_say_theirs(client, house, time_machine):
    for day in (3, 10):
        make_edition(house.series, starts_at=datetime.datetime(2027, 2, day, 18, tzinfo=datetime.UTC))
    time_machine.move_to(datetime.datetime(2026, 12, 31, 22, 59, 59, tzinfo=datetime.UTC), tick=False)
    new_year = datetime.datetime(2026, 12, 31, 23, tzinfo=datetime.UTC)
    assert changed(client, lambda: time_machine.move_to(new_year, tick=False)) == {"home", "list", "month"}


def test_a_change_while_a_page_is_built_leaves_no_stale_one(client, house, monkeypatch):
    """The change comes when the page has read everything, and before it is kept."""
    client.get("/cafes/cafe-2/")
    Mark.objects.create(subject="editions")
    keep = type(KeptAnswer.objects.all())._keep

    def late(answers, key, *words):
        if key == key_of("/cafes/cafe-2/"):
            house.rsvp(make_member())
        return keep(answers, key, *words)

    monkeypatch.setattr(type(KeptAnswer.objects.all()), "_keep", late)
    client.get("/cafes/cafe-2/")
    monkeypatch.undo()
    assert not KeptAnswer.objects.held(key_of("/cafes/cafe-2/")).is_fresh
    assert "7 personnes viennent" in client.get("/cafes/cafe-2/").content.decode()


def test_a_change_that_is_undone_leaves_what_is_kept(client, house):
    def change_and_undo() -> None:
        with transaction.atomic():
            house.rsvp(make_member())
            transaction.set_rollback(True)

    contents(client)
    change_and_undo()
    assert all(KeptAnswer.objects.held(key_of(address)).is_fresh for address in PAGES.values())


def test_whoever_erases_themselves_is_in_no_page_that_is_kept(client, house):
    contents(client)
    held = KeptAnswer.objects.held(key_of("/cafes/cafe-2/"))
    assert "Ana 0" in gzip.decompress(held.body).decode()
    erase_someone()
    assert not KeptAnswer.objects.exists()


def test_once_an_hour_what_is_stale_is_let_go_of(client, house):
    contents(client)
    update_someone(visibility=Visibility.NOBODY)
    tidy()
    kept = {name for name, address in PAGES.items() if KeptAnswer.objects.held(key_of(address))}
    assert kept == {"month", "venues"}


def test_folding_marks_leaves_pages_fresh_and_counters_alone(client, house):
    contents(client)
    Mark.fold()
    assert all(KeptAnswer.objects.held(key_of(address)).is_fresh for address in PAGES.values())
    house.rsvp(make_member())
    assert Mark.objects.filter(subject=f"edition:{house.pk}", is_counter=True).count() == 1
    assert not KeptAnswer.objects.held(key_of("/cafes/cafe-2/")).is_fresh


def test_a_member_who_comes_often_waits_for_no_other(house):
    """Members change at once, each seen at the same evenings: their marks are rows of their own."""
    before = Mark.objects.filter(subject__in=of_edition(house.pk), is_counter=False).count()
    Member.objects.filter(name__startswith="Ana").update(visibility=Visibility.NOBODY)
    assert Mark.objects.filter(subject__in=of_edition(house.pk), is_counter=False).count() == before + 6


def test_two_servers_tell_of_a_change_at_once(tmp_path):
    """One publishes and takes an RSVP, the other one, which had kept the page, shows it with its next answer."""

    def page(server, path: str) -> str:
        with urllib.request.urlopen(server.url + path, timeout=10) as response:  # noqa: S310
            return response.read().decode()

    with installation(tmp_path) as first:
        first.start()
        second = first.beside()
        try:
            second.start()
            for path in ("/cafes/", "/"):
                assert "Le goût du jour" not in page(second, path) + page(second, path)
            first.manage("shell", "-c", PUBLISH)
            assert all("Le goût du jour" in page(server, "/cafes/") for server in (first, second))
            assert "39 places libres" not in page(second, "/cafes/")
            first.manage("shell", "-c", TAKE_A_PLACE)
            assert all("39 places" in page(server, "/cafes/") for server in (second, first))
        finally:
            second.close()


PUBLISH = """
import datetime
from django.utils import timezone
from events.models import Edition, Series
series = Series.objects.create(slug="cafe", name="Le café")
starts, ends = [timezone.now() + datetime.timedelta(days=days) for days in (3, 4)]
Edition.announce(series, starts_at=starts, ends_at=ends, theme="Le goût du jour").publish()
"""
TAKE_A_PLACE = """
from events.models import Edition
from members.models import Member
Edition.objects.get().rsvp(Member.objects.create_user("lea@example.org", name="Léa"))
"""


def test_what_a_page_hangs_on_is_taken_apart_once_and_not_for_each_mark(client, house):
    contents(client)
    with CaptureQueriesContext(connection) as asked:
        KeptAnswer.objects.held(key_of(PAGES["list"]))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE events_mark")  # so small a table is read whole, as that of most cafés is
        cursor.execute(f"{'EXPLAIN' if connection.vendor == 'postgresql' else 'EXPLAIN QUERY PLAN'} {asked[0]['sql']}")
        steps = [str(step[-1]) for step in cursor.fetchall()]
    of_each_mark = [step for step in steps if "subject)::text" in step or "subject=?" in step]
    assert len(of_each_mark) == 1 and "string_to_array" not in of_each_mark[0], steps
