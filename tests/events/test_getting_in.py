"""How one gets in is read by people with a place, from the day before until the evening ends, and by organizers."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from members.models import Member
from tests.factories import make_edition, make_member, make_series, make_venue

pytestmark = pytest.mark.django_db

PARIS = ZoneInfo("Europe/Paris")
CODE = "12A34"
LONG_BEFORE = datetime.datetime(2026, 5, 4, 12, tzinfo=PARIS)
LAST_MINUTE_TOO_EARLY = datetime.datetime(2026, 5, 18, 23, 59, tzinfo=PARIS)
DAY_BEFORE = datetime.datetime(2026, 5, 19, 0, 0, tzinfo=PARIS)
DURING = datetime.datetime(2026, 5, 20, 21, 0, tzinfo=PARIS)
OVER = datetime.datetime(2026, 5, 20, 21, 30, tzinfo=PARIS)


@pytest.fixture
def organizer():
    return make_member("Odile")


@pytest.fixture
def edition(time_machine, organizer):
    time_machine.move_to(LONG_BEFORE)
    venue = make_venue("Datadog", getting_in=f"Code {CODE}, pièce d’identité.")
    return make_edition(
        make_series(organizers=[organizer], slug="cafe"),
        venue=venue,
        capacity=1,
        starts_at=datetime.datetime(2026, 5, 20, 19, tzinfo=PARIS),
        ends_at=datetime.datetime(2026, 5, 20, 21, 30, tzinfo=PARIS),
    )


def place_of(answer) -> str:
    return reverse("events:place", args=[answer.edition.slug, answer.token("place")])


def reads(client, page) -> bool:
    response = client.get(page)
    assert response.status_code == 200
    return CODE in response.content.decode()


@pytest.mark.parametrize(
    ("moment", "is_read"),
    [(LONG_BEFORE, False), (LAST_MINUTE_TOO_EARLY, False), (DAY_BEFORE, True), (DURING, True), (OVER, False)],
)
def test_people_with_a_place_read_it_from_the_day_before_until_the_end(client, time_machine, edition, moment, is_read):
    ada = make_member("Ada")
    answer = edition.rsvp(ada)
    time_machine.move_to(moment)
    client.force_login(ada)
    assert reads(client, edition.get_absolute_url()) is is_read
    if moment < OVER:
        place = client.get(place_of(answer))
        assert (CODE in place.content.decode()) is is_read


def test_the_day_before_is_that_of_the_series(client, time_machine, organizer):
    """In Nouméa the 19th begins while Paris has the afternoon of the 18th."""
    time_machine.move_to(LONG_BEFORE)
    noumea = ZoneInfo("Pacific/Noumea")
    edition = make_edition(
        make_series(time_zone="Pacific/Noumea"),
        venue=make_venue(getting_in=CODE),
        starts_at=datetime.datetime(2026, 5, 20, 19, tzinfo=noumea),
    )
    ada = make_member("Ada")
    edition.rsvp(ada)
    for day, hour, is_read in ((18, 23, False), (19, 0, True)):
        time_machine.move_to(datetime.datetime(2026, 5, day, hour, 30, tzinfo=noumea))
        client.force_login(ada)
        assert reads(client, edition.get_absolute_url()) is is_read


def test_nobody_else_reads_it(client, time_machine, edition):
    ada, bob, carla = make_member("Ada"), make_member("Bob"), make_member("Carla")
    answers = {person: edition.rsvp(person) for person in (ada, bob)}
    edition.rsvp(carla)
    edition.cancel_rsvp(carla)
    elsewhere = make_edition(starts_at=edition.starts_at)
    dora = make_member("Dora")
    elsewhere.rsvp(dora)
    other_organizer = make_member("Paul")
    make_series(organizers=[other_organizer])
    answers[ada].refresh_from_db()
    assert (answers[ada].is_going, answers[bob].is_waiting) == (True, True)
    time_machine.move_to(DURING - datetime.timedelta(hours=3))
    client.force_login(ada)
    assert reads(client, edition.get_absolute_url())  # there is something to leak
    for person in (None, make_member("Eve"), bob, carla, dora, other_organizer):
        client.logout()
        if person:
            client.force_login(person)
        assert not reads(client, edition.get_absolute_url())


def test_person_who_waits_or_has_freed_the_place_does_not_read_it_behind_the_link_of_their_mail(
    client, time_machine, edition
):
    ada, bob = make_member("Ada"), make_member("Bob")
    answer, waiting = edition.rsvp(ada), edition.rsvp(bob)
    assert waiting.is_waiting
    time_machine.move_to(DAY_BEFORE)
    assert CODE in client.get(place_of(answer)).content.decode()
    assert CODE not in client.get(place_of(waiting)).content.decode()
    edition.cancel_rsvp(ada)
    assert CODE not in client.get(place_of(answer)).content.decode()


def test_organizers_of_the_series_read_it_always(client, time_machine, edition, organizer):
    root = Member.objects.create_superuser("root@example.org", name="Root")
    for moment in (LONG_BEFORE, DURING, OVER + datetime.timedelta(days=30)):
        time_machine.move_to(moment)
        for person in (organizer, root):
            client.force_login(person)
            assert reads(client, edition.get_absolute_url())


def test_cancelled_evening_lets_nobody_in(client, time_machine, edition):
    ada = make_member("Ada")
    edition.rsvp(ada)
    edition.cancel(reason="Inondation")
    time_machine.move_to(DURING)
    client.force_login(ada)
    assert not reads(client, edition.get_absolute_url())


def test_no_public_page_no_feed_and_no_search_says_it(client, time_machine, edition):
    ada = make_member("Ada")
    edition.rsvp(ada)
    time_machine.move_to(DURING - datetime.timedelta(hours=3))
    client.force_login(ada)
    assert reads(client, edition.get_absolute_url())
    home = client.get("/")  # on the day it is for whoever has a place
    assert (CODE in home.content.decode(), "no-store" in home["Cache-Control"]) == (True, True)
    assert CODE not in Client().get("/").content.decode()
    other = Client()
    other.force_login(make_member("Bob"))
    assert CODE not in other.get("/").content.decode()
    doors = [
        "/cafes/",
        "/cafes/?q=identite",
        "/cafes/2026/5/",
        "/venues/",
        "/venues/?q=identite",
        "/venues/datadog/",
        "/venues/datadog/calendar.ics",
        "/calendar.ics",
        "/calendar/cafe.ics",
        f"/cafes/{edition.slug}.ics",
        "/feed.atom",
    ]
    for door in doors:
        response = client.get(door)
        assert response.status_code == 200
        assert CODE not in response.content.decode(), door
    assert list(client.get("/cafes/?q=identite").context["page_obj"]) == []
    assert list(client.get("/venues/?q=identite").context["page_obj"]) == []


def test_page_with_a_door_code_is_kept_by_no_cache(client, time_machine, edition):
    ada = make_member("Ada")
    answer = edition.rsvp(ada)
    time_machine.move_to(DAY_BEFORE)
    assert "no-store" in client.get(place_of(answer))["Cache-Control"]
    client.force_login(ada)
    assert "no-store" in client.get(edition.get_absolute_url())["Cache-Control"]
