"""The door: checking in, undoing, walking in, scanning."""

import datetime
import json
import re
import uuid
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from events.models import Edition, WalkIn
from tests.events.desk import said, text_of, url
from tests.factories import make_edition, make_member, make_specialty, shift

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)
JSON = "application/json"


@pytest.fixture(autouse=True)
def the_evening():
    """Seven o'clock on a Wednesday."""
    with time_machine.travel(datetime.datetime(2026, 3, 25, 19, tzinfo=ZoneInfo("Europe/Paris")), tick=False):
        yield


def tonight(series, *names: str, **fields) -> Edition:
    """An edition that begins in an hour, with these people in its line."""
    edition = make_edition(series, starts_at=timezone.now() + DAY, **fields)
    for name in names:
        edition.rsvp(make_member(name))
    return shift(edition, timezone.now() + HOUR)


def rsvp_of(edition: Edition, name: str):
    return edition.rsvps.get(member__name=name)


def arrivals(edition: Edition) -> dict[str, int]:
    return dict(edition.rsvps.filter(arrived__gt=0).order_by("position").values_list("member__name", "arrived"))


@pytest.mark.parametrize("count", [1, 3, 300])
def test_number_of_people_changes_no_number_of_queries(phone, series, django_assert_num_queries, count):
    trades = [make_specialty("veille"), make_specialty("moderation")]
    edition = tonight(series, capacity=200)
    for number in range(count):
        member = make_member(f"Membre {number:03}")
        member.practise(trades)
        edition.rsvp(member)
    edition.check_in(edition.rsvps.first())
    edition.welcome_walk_in("Zoé")
    with django_assert_num_queries(12):
        assert phone.get(url("door", edition.slug)).status_code == 200


def test_board_and_edition_lead_to_the_list_and_on_the_day_to_the_door(phone, series):
    def links(page: str) -> list[str]:
        main = phone.get(page).content.decode().split("<main")[1]
        return [href for href in re.findall(r'href="([^"]+)"', main) if re.search("/(people|door)/$", href)]

    edition = make_edition(series)
    pages = (url("board"), url("edit", edition.slug))
    assert [links(page) for page in pages] == [[url("people", edition.slug)]] * 2
    shift(edition, timezone.now() + HOUR)
    both = sorted([url("people", edition.slug), url("door", edition.slug)])
    assert [sorted(links(page)) for page in pages] == [both] * 2


def test_door_shows_no_address(phone, series):
    edition = tonight(series, "Ada")
    assert "@" not in phone.get(url("door", edition.slug)).content.decode().split("<main")[1]


# The list at the door -------------------------------------------------------------------------------------------------


def shown(response) -> list[str]:
    """The names in the list, those that the search hides left out."""
    line = re.compile(r'<li class="party[^>]*data-party([^>]*)>.*?party-name">([^<]+)<', re.S)
    found = line.findall(response.content.decode())
    return [name for attributes, name in found if not attributes.endswith(" hidden")]


def test_list_has_everyone_with_a_place_by_name_then_the_line_then_who_freed(phone, series):
    edition = tonight(series, "Zoé", "Élodie", "Bob", "Cléo", "Ada", capacity=3)
    edition.cancel_rsvp(rsvp_of(edition, "Bob").member)
    assert shown(phone.get(url("door", edition.slug))) == ["Élodie", "Zoé", "Cléo", "Ada", "Bob"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("oe", ["Élodie Œuvrard"]),
        ("ELODIE", ["Élodie Œuvrard"]),
        ("max", ["Ada"]),
        ("datadog", ["Ada"]),
        ("ada datadog", ["Ada"]),
        ("nobody", []),
        ("", ["Ada", "Bob", "Élodie Œuvrard"]),
    ],
)
def test_search_finds_names_guests_and_organisations_without_javascript(phone, series, words, names):
    edition = make_edition(series, starts_at=timezone.now() + HOUR)
    edition.rsvp(make_member("Ada", organisation="Datadog", visibility="members"), guests=1, guest_names=["Max"])
    for name in ("Bob", "Élodie Œuvrard"):
        edition.rsvp(make_member(name))
    assert shown(phone.get(url("door", edition.slug), {"q": words})) == names


def test_check_in_goes_back_to_the_line_and_keeps_the_search(phone, series):
    edition = tonight(series, "Ada")
    rsvp = rsvp_of(edition, "Ada")
    response = phone.post(url("check-in", edition.slug, rsvp.pk), {"people": "1", "q": "ad"})
    assert (response.status_code, response["Location"]) == (302, f"{url('door', edition.slug)}?q=ad#rsvp-{rsvp.pk}")
    assert arrivals(edition) == {"Ada": 1}


def test_check_in_is_the_same_however_often_it_is_sent(phone, series):
    edition = tonight(series, "Ada")
    for _time in range(3):
        phone.post(url("check-in", edition.slug, rsvp_of(edition, "Ada").pk), {"people": "1"})
    assert (arrivals(edition), edition.people_in_the_room) == ({"Ada": 1}, 1)


def test_check_in_can_be_undone(phone, series):
    edition = tonight(series, "Ada")
    for people in ("1", "0", "0"):
        phone.post(url("check-in", edition.slug, rsvp_of(edition, "Ada").pk), {"people": people})
    assert edition.people_in_the_room == 0


@pytest.mark.parametrize(("people", "arrived"), [("", 3), ("3", 3), ("2", 2), ("1", 1), ("21", 3)])
def test_fewer_of_a_party_may_come_and_never_more(phone, series, people, arrived):
    edition = make_edition(series, starts_at=timezone.now() + HOUR)
    edition.rsvp(make_member("Ada"), guests=2)
    phone.post(url("check-in", edition.slug, rsvp_of(edition, "Ada").pk), {"people": people})
    assert edition.people_in_the_room == arrived


@pytest.mark.parametrize("people", ["-1", "22", "abc", "9" * 400, "1.5"])
def test_number_that_is_none_changes_nothing(phone, series, people):
    edition = tonight(series, "Ada")
    assert phone.post(url("check-in", edition.slug, edition.rsvps.get().pk), {"people": people}).status_code == 400
    assert edition.people_in_the_room == 0


def test_who_waits_or_freed_a_place_can_be_let_in(phone, series):
    edition = tonight(series, "Ada", "Bob", capacity=1)
    edition.cancel_rsvp(rsvp_of(edition, "Ada").member)
    for name in ("Ada", "Bob"):
        phone.post(url("check-in", edition.slug, rsvp_of(edition, name).pk), {"people": "1"})
    assert arrivals(edition) == {"Ada": 1, "Bob": 1}


@pytest.mark.parametrize("key", ["", "nonsense"])
def test_walk_in_without_the_key_of_its_form_is_not_passed_over_in_silence(phone, series, key):
    edition = tonight(series)
    answer = phone.post(url("walk-in", edition.slug), {"name": "Zoé", "people": "1", "key": key})
    assert (answer.status_code, edition.people_in_the_room) == (400, 0)
    assert "The question could not be read" in text_of(answer)


@pytest.mark.parametrize("pk", [999_999, 10**30])
def test_party_of_another_edition_is_not_found(phone, series, pk):
    edition, other = tonight(series, "Ada"), tonight(series, "Bob")
    assert phone.post(url("check-in", edition.slug, pk)).status_code == 404
    assert phone.post(url("check-in", edition.slug, other.rsvps.get().pk)).status_code == 404
    assert other.people_in_the_room == 0


def test_each_answer_brings_a_phone_what_the_other_has_done(phone, organizer, series):
    edition = tonight(series, "Ada", "Bob")
    other = Client()
    other.force_login(organizer)
    ada, bob = rsvp_of(edition, "Ada"), rsvp_of(edition, "Bob")
    phone.post(url("check-in", edition.slug, ada.pk), {"people": "1"})
    key = uuid.uuid4()
    phone.post(url("walk-in", edition.slug), {"name": "Zoé", "people": "2", "key": str(key)})
    state = {"arrived": {str(ada.pk): 1}, "walk_ins": [{"key": str(key), "name": "Zoé", "people": 2}]}
    assert other.get(url("door", edition.slug), headers={"Accept": JSON}).json() == state
    answer = other.post(url("check-in", edition.slug, bob.pk), {"people": "1"}, headers={"Accept": JSON})
    assert answer.json() == {**state, "arrived": {str(ada.pk): 1, str(bob.pk): 1}}
    assert "4 in the room" in text_of(phone.get(url("door", edition.slug)))


# Without an RSVP ------------------------------------------------------------------------------------------------------


def test_walk_in_is_added_once_however_often_it_is_sent(phone, series):
    edition = tonight(series)
    typed = {"name": "  Zoé   Ka ", "people": "2", "key": str(uuid.uuid4())}
    for _time in range(3):
        response = phone.post(url("walk-in", edition.slug), typed)
    assert response["Location"] == f"{url('door', edition.slug)}#walk-ins"
    assert list(edition.walk_ins.values_list("name", "people")) == [("Zoé Ka", 2)]


def test_another_name_in_a_form_that_the_back_button_brought_is_somebody_else(phone, series):
    edition, key = tonight(series), str(uuid.uuid4())
    for name in ("Zoé", "Max", "Max"):
        phone.post(url("walk-in", edition.slug), {"name": name, "people": "1", "key": key})
    assert list(edition.walk_ins.values_list("name", flat=True)) == ["Zoé", "Max"]


def test_each_form_has_a_key_of_its_own(phone, series):
    edition = tonight(series)
    keys = {phone.get(url("door", edition.slug)).context["form"]["key"].value() for _time in range(3)}
    assert len(keys) == 3


def test_walk_in_can_be_undone(phone, series):
    edition, other = tonight(series), tonight(series)
    walk_in, kept = edition.welcome_walk_in("Zoé"), other.welcome_walk_in("Max")
    for key in (walk_in.key, walk_in.key, kept.key):
        response = phone.post(url("undo-walk-in", edition.slug, key))
        assert response["Location"] == f"{url('door', edition.slug)}#walk-ins"
    assert list(WalkIn.objects.all()) == [kept]


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"name": " "}, "name", "This field is required."),
        ({"name": "x" * 81}, "name", "Ensure this value has at most 80 characters (it has 81)."),
        ({"name": "nul\0"}, "name", "Null characters are not allowed."),
        ({"people": "0"}, "people", "Ensure this value is greater than or equal to 1."),
        ({"people": "22"}, "people", "Ensure this value is less than or equal to 21."),
    ],
)
def test_wrong_walk_in_gets_a_sentence_and_keeps_what_was_typed(phone, series, change, field, sentence):
    edition = tonight(series)
    typed = {"name": "Zoé", "people": "2", "key": str(uuid.uuid4()), **change}
    response = phone.post(url("walk-in", edition.slug), typed)
    form = response.context["form"]
    assert {name: list(errors) for name, errors in form.errors.items()} == {field: [sentence]}
    assert {name: form[name].value() for name in typed} == typed
    assert not edition.walk_ins.exists()


# The code -------------------------------------------------------------------------------------------------------------


def test_scanned_code_shows_who_it_is_and_changes_nothing(phone, series):
    edition = make_edition(series, starts_at=timezone.now() + HOUR)
    edition.rsvp(make_member("Ada"), guests=1, guest_names=["Max"])
    address = url("scan", edition.slug, edition.rsvps.get().token("door"))
    for method in (phone.get, phone.head):
        assert method(address).status_code == 200
    assert "Le Café no. 1: Thème Ada Has 2 places. Ada with Max" in text_of(phone.get(address))
    assert edition.people_in_the_room == 0


def test_scanned_code_checks_in_and_goes_back_to_the_door(phone, series):
    edition = make_edition(series, starts_at=timezone.now() + HOUR)
    edition.rsvp(make_member("Ada"), guests=1)
    address = url("scan", edition.slug, edition.rsvps.get().token("door"))
    answers = [phone.post(address, {"people": people}) for people in ("2", "2", "1", "0")]
    assert [answer["Location"] for answer in answers] == [url("door", edition.slug)] * 4
    assert said(answers[-1]) == [
        "Ada: 2 people of 2 are in the room.",
        "Ada: 2 people of 2 are in the room.",
        "Ada: 1 person of 2 is in the room.",
        "Ada is not in the room.",
    ]


@pytest.mark.parametrize(("place", "sentence"), [("waiting", "Is on the waitlist."), ("freed", "Freed this place.")])
def test_code_of_who_has_no_place_says_so_and_lets_in(phone, series, place, sentence):
    edition = tonight(series, "Ada", "Bob", capacity=1)
    rsvp = rsvp_of(edition, "Bob")
    if place == "freed":
        edition.cancel_rsvp(rsvp.member)
    address = url("scan", edition.slug, rsvp.token("door"))
    assert sentence in text_of(phone.get(address))
    phone.post(address)
    assert arrivals(edition) == {"Bob": 1}


def test_altered_code_or_one_of_another_edition_is_not_found(phone, series):
    edition, other = tonight(series, "Ada"), tonight(series, "Bob")
    token = edition.rsvps.get().token("door")
    wrong = [
        url("scan", edition.slug, token[:-1] + ("A" if token[-1] != "A" else "B")),
        url("scan", edition.slug, edition.rsvps.get().token("place")),
        url("scan", other.slug, token),
        url("scan", "nowhere", token),
        url("scan", edition.slug, "x" * 2000),
    ]
    assert [(phone.get(address).status_code, phone.post(address).status_code) for address in wrong] == [(404, 404)] * 5
    assert (edition.people_in_the_room, other.people_in_the_room) == (0, 0)


def test_stranger_who_reads_a_code_is_asked_to_sign_in_and_its_owner_is_refused(client, series):
    edition = tonight(series, "Ada")
    address = url("scan", edition.slug, edition.rsvps.get().token("door"))
    assert client.get(address)["Location"].startswith("/en/accounts/login/?next=")
    client.force_login(edition.rsvps.get().member)
    assert (client.get(address).status_code, client.post(address).status_code) == (403, 403)
    assert edition.people_in_the_room == 0


def test_code_on_the_list_is_known_without_asking_the_site(series):
    rsvp = tonight(series, "Ada").rsvps.get()
    with time_machine.travel(timezone.now() - 9 * DAY):
        made_earlier = rsvp.token("door")
    assert made_earlier == rsvp.token("door")
    assert made_earlier.split(":")[0] == rsvp.door_mark


# When -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begins", "reason"),
    [
        (12 * HOUR + HOUR / 60, "early"),
        (12 * HOUR, ""),
        (-HOUR, ""),
        (-2 * HOUR - 7 * DAY + HOUR / 60, ""),
        (-2 * HOUR - 7 * DAY, "late"),
    ],
)
def test_door_is_open_from_the_morning_on_and_for_a_week(series, begins, reason):
    edition = shift(make_edition(series), timezone.now() + begins)
    assert edition.door_closed_because == reason


@pytest.mark.parametrize(
    ("status", "begins", "sentence"),
    [
        ("draft", HOUR, "This café is not announced yet: it has no door."),
        ("cancelled", HOUR, "This café is cancelled: nobody is checked in."),
        ("published", 3 * DAY, "The door opens on Saturday 28 March 2026 at 07:00: the list will be here then."),
        ("published", -9 * DAY, "This café was too long ago to check anybody in; who came stays on the list."),
    ],
)
def test_closed_door_says_why_and_checks_nobody_in(phone, series, status, begins, sentence):
    edition = shift(make_edition(series), timezone.now() + 20 * DAY)
    rsvp = edition.rsvp(make_member("Ada"))
    walk_in = edition.welcome_walk_in("Zoé")
    shift(edition, timezone.now() + begins)
    Edition.objects.filter(pk=edition.pk).update(status=status)
    door = url("door", edition.slug)
    scan = url("scan", edition.slug, rsvp.token("door"))
    posts = [
        (url("check-in", edition.slug, rsvp.pk), {}),
        (url("walk-in", edition.slug), {"name": "Max", "people": "1", "key": str(uuid.uuid4())}),
        (url("undo-walk-in", edition.slug, walk_in.key), {}),
        (scan, {}),
    ]
    for address, fields in posts:
        assert phone.post(address, fields)["Location"] == door
        assert phone.post(address, fields, headers={"Accept": JSON}).status_code == 409
    assert edition.people_in_the_room == 1
    for page in (door, scan):
        response = phone.get(page)
        assert sentence in text_of(response)
        assert "Check in" not in text_of(response)


def test_answer_for_a_script_is_never_kept(phone, series):
    edition = tonight(series, "Ada")
    response = phone.get(url("door", edition.slug), headers={"Accept": JSON})
    assert response["Cache-Control"] == "private, no-store"
    assert json.loads(response.content) == {"arrived": {}, "walk_ins": []}


def test_walk_in_without_a_name_that_anybody_sees_is_refused_to_the_phone_too(phone, series):
    edition = tonight(series)
    answer = phone.post(
        url("walk-in", edition.slug),
        {"name": "\u200b\u202a", "people": "1", "key": str(uuid.uuid4())},
        headers={"Accept": JSON},
    )
    assert (answer.status_code, answer.json()) == (422, {"errors": {"name": ["This field is required."]}})
    assert not edition.walk_ins.exists()
