"""Who comes, for organizers: the list, what one looks for in it, and each party."""

import datetime
import re
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from events.models import Edition, HostPage
from members.models import Member, Specialty
from tests.events.desk import text_of, url
from tests.factories import make_edition, make_member, make_series, make_specialty, make_venue, shift

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def a_wednesday():
    """Seven o'clock on a Wednesday."""
    with time_machine.travel(datetime.datetime(2026, 3, 25, 19, tzinfo=ZoneInfo("Europe/Paris")), tick=False):
        yield


def listed(response) -> dict[str, list[str]]:
    """The names in the list, by status."""
    names: dict[str, list[str]] = {}
    for rsvp, _position in response.context["lines"]:
        names.setdefault(rsvp.status, []).append(rsvp.member.name)
    return names


def tonight(series, *names: str, **fields) -> Edition:
    """An edition that begins in an hour, with these people in its line."""
    edition = make_edition(series, starts_at=timezone.now() + DAY, **fields)
    for name in names:
        edition.rsvp(make_member(name))
    return shift(edition, timezone.now() + HOUR)


def rsvp_of(edition: Edition, name: str):
    return edition.rsvps.get(member__name=name)


# The list -------------------------------------------------------------------------------------------------------------


def test_list_names_everybody_with_a_place_or_without_one(phone, series):
    edition = make_edition(series, capacity=3)
    ada = make_member("Ada", organisation="Datadog", visibility="members")
    ada.practise([make_specialty("veille"), make_specialty("moderation")])
    edition.rsvp(ada, guests=1, guest_names=["Zoé"])
    for name in ("Bob", "Cléo", "Dan", "Eve"):
        edition.rsvp(make_member(name))
    edition.cancel_rsvp(rsvp_of(edition, "Cléo").member)
    edition.cancel_rsvp(rsvp_of(edition, "Eve").member)
    response = phone.get(url("people", edition.slug))
    assert listed(response) == {"going": ["Ada", "Bob"], "waiting": ["Dan"], "cancelled": ["Cléo", "Eve"]}
    page = text_of(response)
    assert f"Ada with Zoé Datadog · {ada.trades[0].name_en} newcomer" in page
    assert "They wait No. 1 Dan" in page
    assert [fact for fact in ("3 /3 places taken", "2 freed", "1 waiting") if fact not in in_figures(response)] == []


def in_figures(response) -> list[str]:
    """The tally, each as “number label”."""
    figures = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", response.content.decode())
    said = (re.sub("<[^>]+>", " ", f"{number} {label}") for label, number in figures)
    return [" ".join(words.split()) for words in said]


def test_list_shows_no_address(phone, series):
    edition = tonight(series, "Ada")
    for page in (url("people", edition.slug), url("party", edition.slug, rsvp_of(edition, "Ada").pk)):
        assert "@" not in phone.get(page).content.decode().split("<main")[1]


def test_confirmed_silent_and_standing_are_told_apart(phone, series):
    edition = make_edition(series, status="draft")
    series.stand(make_member("Ada"))
    edition.publish()
    for name in ("Bob", "Cléo"):
        edition.rsvp(make_member(name))
    edition.ask_to_confirm()
    edition.confirm(rsvp_of(edition, "Bob").member)
    edition.rsvp(make_member("Dan"), guests=1)
    response = phone.get(url("people", edition.slug))
    assert in_figures(response) == [
        "5 /40 places taken",
        "3 confirmed",
        "2 silent",
        "0 freed",
        "0 waiting",
        "4 newcomers",
    ]
    going = text_of(response).split("They have a place ")[1]
    assert going == (
        "Ada silent standing newcomer Bob confirmed newcomer Cléo silent newcomer Dan with 1 guest confirmed newcomer"
    )


def past(series, months: int, *, came: tuple[str, ...], stayed_away: tuple[str, ...] = (), waiting=()) -> Edition:
    """An edition that is over: who was seen at the door, and who had a place and was not."""
    edition = make_edition(series, capacity=len(came + stayed_away) or 1, starts_at=timezone.now() + DAY)
    for name in (*came, *stayed_away, *waiting):
        edition.rsvp(person(name))
    for name in came:
        edition.check_in(rsvp_of(edition, name))
    return shift(edition, timezone.now() - 30 * months * DAY)


def person(name: str):
    return Member.objects.filter(name=name).first() or make_member(name)


def history(response) -> dict[str, tuple[int, int]]:
    return {rsvp.member.name: (rsvp.cafes_before, rsvp.cafes_missed) for rsvp, _position in response.context["lines"]}


def test_earlier_cafes_and_no_shows_are_those_of_the_door(phone, series):
    past(series, 3, came=("Ada", "Bob"))
    past(series, 2, came=("Ada",), stayed_away=("Bob", "Cléo"), waiting=("Dan",))
    past(make_series(), 1, came=("Ada",), stayed_away=("Bob",))
    edition = make_edition(series)
    for name in ("Ada", "Bob", "Cléo", "Dan"):
        edition.rsvp(person(name))
    response = phone.get(url("people", edition.slug))
    assert history(response) == {"Ada": (2, 0), "Bob": (1, 1), "Cléo": (0, 1), "Dan": (0, 0)}
    assert text_of(response).split("They have a place ")[1] == (
        "Ada 3 cafés with this one Bob 2 cafés with this one, 1 no-show Cléo newcomer, 1 no-show Dan newcomer"
    )


def test_where_nobody_was_counted_whoever_had_a_place_came(phone, series):
    past(series, 2, came=(), stayed_away=("Ada",), waiting=("Bob",))
    edition = make_edition(series)
    for name in ("Ada", "Bob"):
        edition.rsvp(person(name))
    assert history(phone.get(url("people", edition.slug))) == {"Ada": (1, 0), "Bob": (0, 0)}


def test_walk_in_alone_makes_an_evening_counted(phone, series):
    past(series, 2, came=(), stayed_away=("Ada",)).welcome_walk_in("Zoé")
    edition = make_edition(series)
    edition.rsvp(person("Ada"))
    assert history(phone.get(url("people", edition.slug))) == {"Ada": (0, 1)}


def test_later_and_cancelled_cafes_do_not_count(phone, series):
    looked_at = past(series, 4, came=("Ada",))
    past(series, 2, came=("Ada",))
    cancelled = past(series, 5, came=("Ada",))
    Edition.objects.filter(pk=cancelled.pk).update(status="cancelled")
    make_edition(series, starts_at=timezone.now() + 9 * DAY).rsvp(person("Ada"))
    assert history(phone.get(url("people", looked_at.slug))) == {"Ada": (0, 0)}


def test_who_came_to_an_evening_that_is_numbers_by_now_is_no_newcomer(phone, series):
    past(series, 25, came=("Ada",)).become_numbers()
    edition = make_edition(series)
    for name in ("Ada", "Bob"):
        edition.rsvp(person(name))
    page = phone.get(url("people", edition.slug))
    assert text_of(page).split("They have a place ")[1] == "Ada came before Bob newcomer"
    assert page.context["newcomers"] == 1
    for choice, found in (("yes", ["Bob"]), ("no", ["Ada"])):
        assert listed(phone.get(url("people", edition.slug), {"newcomer": choice})) == {"going": found}
    assert "Cafés came before" in text_of(phone.get(url("party", edition.slug, rsvp_of(edition, "Ada").pk)))


def test_no_shows_are_shown_to_organizers_alone(client, phone, series):
    past(series, 2, came=("Ada",), stayed_away=("Bob",))
    edition = make_edition(series)
    edition.rsvp(person("Bob"))
    assert "1 no-show" in text_of(phone.get(url("people", edition.slug)))
    Member.objects.update(visibility="public")
    for reader in (None, person("Ada"), person("Bob")):
        browser = Client()
        if reader:
            browser.force_login(reader)
        for page in (edition.get_absolute_url(), person("Bob").get_absolute_url()):
            assert "no-show" not in browser.get(f"/en{page}" if not page.startswith("/en") else page).content.decode()
        assert browser.get(url("people", edition.slug)).status_code in {302, 403}


def test_forecast_is_said_in_words_with_its_past_error(phone, series):
    for months in (3, 2):
        past(series, months, came=("Ada", "Bob"), stayed_away=("Cléo", "Dan"))
    edition = make_edition(series)
    for name in ("Ada", "Bob", "Cléo", "Dan"):
        edition.rsvp(person(name))
    assert (
        "About 2 people are expected in the room. This is learnt from 2 past cafés. On average, such forecasts were "
        "0.0 people off."
    ) in text_of(phone.get(url("people", edition.slug)))


def test_first_forecast_says_that_its_error_is_not_known_yet(phone, series):
    past(series, 2, came=("Ada", "Bob"))
    page = text_of(phone.get(url("people", make_edition(series).slug)))
    assert "This is learnt from 1 past café. One is too few to say how far off such a forecast is." in page


def test_no_forecast_before_anybody_was_counted(phone, series):
    page = text_of(phone.get(url("people", make_edition(series).slug)))
    assert "There is no forecast yet: it is learnt from cafés where people were checked in at the door." in page


def test_lowered_capacity_says_how_far_over_the_edition_is(phone, series):
    edition = tonight(series, "Ada", "Bob", "Cléo", "Dan")
    edition.change(capacity=1)
    assert (
        "3 people more have a place than the café holds (1). Nobody loses theirs; freed places go to nobody until the "
        "number fits."
    ) in text_of(phone.get(url("people", edition.slug)))


LOOKED_FOR = {"q": "membre metier", "newcomer": "no", "trade": "veille", "confirmed": "no", "sort": "trade"}


@pytest.mark.parametrize("count", [1, 3, 300])
@pytest.mark.parametrize(("query", "queries"), [({}, 20), (LOOKED_FOR, 22)])
def test_number_of_people_changes_no_number_of_queries(phone, series, django_assert_num_queries, count, query, queries):
    trades = [make_specialty("veille"), make_specialty("moderation")]
    make_edition(series, number=1, capacity=300)
    past(series, 1, came=("Ada",))
    edition = tonight(series, capacity=200)
    for number in range(count):
        member = make_member(f"Membre {number:03}", visibility="members")
        member.practise(trades)
        series.editions.get(number=1).rsvp(member)
        edition.rsvp(member)
    shift(series.editions.get(number=1), timezone.now() - 50 * DAY)
    Specialty.objects.filter(key="veille").update(name_fr="Métier")
    edition.check_in(edition.rsvps.first())
    edition.welcome_walk_in("Zoé")
    edition.rsvps.update(confirmed_at=None)
    with django_assert_num_queries(queries):
        response = phone.get(url("people", edition.slug), query)
    assert len(response.context["lines"]) == min(count, 50)


# Looking for somebody -------------------------------------------------------------------------------------------------


@pytest.fixture
def crowd(series):
    """Four with a place, two who wait, one who freed theirs; Ada came before, Cléo hides what she does and where."""
    veille, moderation = make_specialty("veille"), make_specialty("moderation")
    Specialty.objects.filter(pk=veille.pk).update(name_fr="Veille", name_en="Watch")
    Specialty.objects.filter(pk=moderation.pk).update(name_fr="Modération", name_en="Moderation")
    before = make_edition(series, starts_at=timezone.now() + DAY)
    edition = make_edition(series, capacity=5)
    people = {
        "Zoé Œuvrard": ({"organisation": "Datadog", "visibility": "members"}, [veille]),
        "Ada": ({"organisation": "Mairie de Paris", "visibility": "public"}, [moderation, veille]),
        "Cléo": ({"organisation": "Datadog", "visibility": "cafe"}, [veille]),
        "Bob": ({"organisation": "Datadog", "visibility": "public", "organisation_visibility": "nobody"}, []),
        "Dan": ({"visibility": "public"}, [moderation]),
        "Eve": ({}, []),
        "Fay": ({}, []),
    }
    for name, (facts, trades) in people.items():
        make_member(name, **facts).practise(trades)
    for name in ("Ada", "Fay"):
        before.rsvp(person(name))
    shift(before, timezone.now() - 30 * DAY)
    edition.rsvp(person("Zoé Œuvrard"), guests=1, guest_names=["Élise"])
    for name in ("Ada", "Cléo", "Bob", "Dan", "Eve"):
        edition.rsvp(person(name), needs="Sans gluten" if name == "Dan" else None)
    edition.rsvp(person("Fay"))
    edition.cancel_rsvp(person("Fay"))
    edition.rsvps.filter(member__name__in=["Ada", "Cléo"]).update(confirmed_at=timezone.now())
    assert [rsvp.status for rsvp in edition.rsvps.all()] == ["going"] * 4 + ["waiting"] * 2 + ["cancelled"]
    return edition


EVERYBODY = {"going": ["Zoé Œuvrard", "Ada", "Cléo", "Bob"], "waiting": ["Dan", "Eve"], "cancelled": ["Fay"]}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, EVERYBODY),
        ({"q": "oeuvrard"}, {"going": ["Zoé Œuvrard"]}),
        ({"q": "ELISE"}, {"going": ["Zoé Œuvrard"]}),  # a guest
        ({"q": "datadog"}, {"going": ["Zoé Œuvrard"]}),  # where Cléo and Bob work is not the organizers' to know
        ({"q": "veille"}, {"going": ["Zoé Œuvrard", "Ada"]}),  # nor what Cléo does
        ({"q": "moderation"}, {"going": ["Ada"], "waiting": ["Dan"]}),
        ({"q": "ada mairie veille"}, {"going": ["Ada"]}),
        ({"q": "ada datadog"}, {}),
        ({"status": "going"}, {"going": EVERYBODY["going"]}),
        ({"status": "waiting"}, {"waiting": ["Dan", "Eve"]}),
        ({"status": "cancelled"}, {"cancelled": ["Fay"]}),
        ({"confirmed": "yes"}, {"going": ["Ada", "Cléo"]}),
        ({"confirmed": "no"}, {"going": ["Zoé Œuvrard", "Bob"]}),
        ({"newcomer": "yes"}, {"going": ["Zoé Œuvrard", "Cléo", "Bob"], "waiting": ["Dan", "Eve"]}),
        ({"newcomer": "no"}, {"going": ["Ada"], "cancelled": ["Fay"]}),
        ({"trade": "veille"}, {"going": ["Zoé Œuvrard", "Ada"]}),
        ({"trade": "moderation", "status": "waiting"}, {"waiting": ["Dan"]}),
        ({"needs": "on"}, {"waiting": ["Dan"]}),
        ({"sort": "name"}, {**EVERYBODY, "going": ["Ada", "Bob", "Cléo", "Zoé Œuvrard"]}),
        ({"sort": "trade"}, {**EVERYBODY, "going": ["Ada", "Zoé Œuvrard", "Bob", "Cléo"]}),
        ({"q": "x" * 101, "status": "owner", "sort": "member__email", "trade": "none", "page": "-7"}, EVERYBODY),
    ],
)
def test_list_is_searched_filtered_and_sorted_by_what_organizers_may_know(phone, crowd, query, found):
    assert listed(phone.get(url("people", crowd.slug), query)) == found


def test_trades_are_counted_as_far_as_organizers_see_them(phone, crowd):
    choices = phone.get(url("people", crowd.slug)).context["filters"].fields["trade"].choices
    assert list(choices)[1:] == [("moderation", "Moderation (2)"), ("veille", "Watch (2)")]


def test_position_in_the_line_is_the_same_whatever_is_looked_for(phone, crowd):
    page = phone.get(url("people", crowd.slug), {"q": "eve"})
    assert [(rsvp.member.name, position) for rsvp, position in page.context["lines"]] == [("Eve", 2)]


def test_pages_keep_what_was_looked_for(phone, series):
    edition = make_edition(series, capacity=60)
    for number in range(60):
        edition.rsvp(make_member(f"Membre {number:02}"))
    response = phone.get(url("people", edition.slug), {"q": "membre", "sort": "name", "page": "2"})
    assert listed(response) == {"going": [f"Membre {number}" for number in range(50, 60)]}
    assert "?q=membre&amp;sort=name&amp;page=1" in response.content.decode()


# One party ------------------------------------------------------------------------------------------------------------


def test_party_shows_what_organizers_may_know_and_the_need_that_was_told(phone, crowd):
    page = text_of(phone.get(url("party", crowd.slug, rsvp_of(crowd, "Dan").pk)))
    assert "Dan What we should know Sans gluten" in page
    assert "Status number 1 on the waitlist Trades Moderation Joined" in page
    page = text_of(phone.get(url("party", crowd.slug, rsvp_of(crowd, "Cléo").pk)))
    assert "Status with a place, confirmed Joined" in page
    assert ("Datadog" in page, "Watch" in page, "Their profile" in page) == (False, False, False)


def test_needs_are_read_by_the_organizers_alone(phone, crowd):
    dan = rsvp_of(crowd, "Dan")
    crowd.change(capacity=9)
    doors = [url("people", crowd.slug), url("party", crowd.slug, dan.pk)]
    others = [crowd.get_absolute_url(), dan.member.get_absolute_url(), f"/api/editions/{crowd.slug}/"]
    others.append(HostPage.open_for(with_venue(crowd), by=person("Odile"), list_hours=168).get_absolute_url())
    others.append(others[-1] + "list/")
    assert [door for door in doors if "Sans gluten" not in phone.get(door).content.decode()] == []
    browser = Client()
    browser.force_login(person("Ada"))
    shift(crowd, timezone.now() + HOUR)
    answers = [browser.get(door) for door in others]
    assert [answer.status_code for answer in answers] == [200] * 5
    assert [answer.request["PATH_INFO"] for answer in answers if b"gluten" in answer.content] == []


def with_venue(edition: Edition) -> Edition:
    edition.change(venue=make_venue())
    return edition


def test_party_of_another_edition_is_not_found(phone, crowd, series):
    other = make_edition(series)
    assert phone.get(url("party", other.slug, rsvp_of(crowd, "Dan").pk)).status_code == 404
