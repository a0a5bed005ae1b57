"""Races: hundreds of requests in flight at once, from real HTTP sessions, at the product's own server.

On SQLite there is one server; on PostgreSQL three of them share the database, as several machines would.
"""

import contextlib
import os
import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.faults import Postgres, Redis, answers_of
from tests.server import Server, installation
from tests.storm import Visitor, Weather, all_at_once, must_be_in_order, visitors

KILLS = int(os.environ.get("STORM_KILLS", "5"))  # `make storms` says a hundred
SERVERS = 3 if os.environ.get("TEST_DATABASE_URL") else 1


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[Server]]:
    with contextlib.ExitStack() as closing:
        first = closing.enter_context(installation(tmp_path))
        running = [first, *(closing.enter_context(contextlib.closing(first.beside())) for _ in range(1, SERVERS))]
        for server in running:
            server.start()
        yield running


def open_cafe(servers: list[Server], **wishes: int) -> dict:
    return servers[0].ask(f"from tests.storm import open_cafe; answer = open_cafe(**{wishes!r})")


def aftermath(servers: list[Server], slug: str) -> dict:
    return servers[0].ask(f"from tests.storm import aftermath; answer = aftermath({slug!r})")


def test_500_people_for_30_places_at_once_each_sending_twice(servers) -> None:
    cafe = open_cafe(servers, people=500, capacity=30)
    browsers = visitors([server.url for server in servers], cafe["sessions"].values())
    come = f"/cafes/{cafe['slug']}/rsvp/"
    statuses = all_at_once([partial(browser.post, come, guests=0) for browser in browsers for _twice in range(2)])
    assert statuses == {302: 1000}
    after = aftermath(servers, cafe["slug"])
    must_be_in_order(after)
    # The line is the order of joining: everybody with a place joined before everybody without.
    assert [row[1:] for row in after["rsvps"]] == [
        ["going" if position <= 30 else "waiting", 0, position] for position in range(1, 501)
    ]
    written = {(kind, who) for kind, who, _state in after["mails"]}
    assert written == {(f"rsvp-{status}", who) for who, status, _guests, _position in after["rsvps"]}
    assert len(after["mails"]) == 500


def test_256_in_flight_coming_freeing_and_two_organizers_changing_capacity(servers) -> None:
    cafe = open_cafe(servers, people=100, capacity=15, organizers=2, guests_at_most=2)
    doors = [server.url for server in servers]
    dice = random.Random(1)
    come, free = f"/cafes/{cafe['slug']}/rsvp/", f"/cafes/{cafe['slug']}/rsvp/cancel/"
    acts = []
    for browser in visitors(doors, cafe["sessions"].values()):
        acts += [partial(browser.post, come, guests=dice.randint(0, 2)) for _ in range(2)]
        if dice.random() < 0.5:
            acts.append(partial(browser.post, free))
    dice.shuffle(acts)
    desks = visitors(doors[::-1], cafe["desks"])
    edit = f"/organize/{cafe['slug']}/edit/"

    def set_capacity(desk: Visitor, capacity: int) -> int:
        """The form as this organizer's page shows it now; whoever is overtaken meanwhile is told so, with a 200."""
        return desk.post(edit, **desk.form(edit) | {"capacity": str(capacity), "intent": "save"})

    for place, capacity in enumerate((20, 18, 25, 22, 30, 28, 30)):
        acts.insert(place * len(acts) // 7, partial(set_capacity, desks[place % 2], capacity))
    assert len(acts) >= 256
    statuses = all_at_once(acts)
    assert set(statuses) <= {200, 302}
    assert aftermath(servers, cafe["slug"])["capacity"] != 15, "the desk was to be heard"
    assert set_capacity(desks[0], 31) == 302  # whatever order the changes came in, the last word
    after = aftermath(servers, cafe["slug"])
    assert after["capacity"] == 31
    must_be_in_order(after)
    # Each mail about a place was written once for each time that it was won.
    told = [kind for kind, _who, _state in after["mails"]]
    going = sum(status == "going" for _who, status, _guests, _position in after["rsvps"])
    assert told.count("rsvp-going") + told.count("rsvp-promoted") >= going


def test_server_is_killed_over_and_over_in_storms_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    dice = random.Random(KILLS)
    with installation(tmp_path) as server:
        server.start()
        weather = Weather(server.ask("from tests.storm import open_cafe; answer = open_cafe(people=24, capacity=9)"))
        for _kill in range(KILLS):
            with weather.over(server.url):
                weather.wait_for(dice.randint(1, 60))
                server.kill()
            weather.must_be_as_promised(answers_of(server), capacity=9)
            server.start()
        assert weather.acknowledged >= KILLS
        assert server.stop() == 0


def test_database_server_and_redis_crash_and_come_back_in_the_middle_of_a_storm(tmp_path: Path) -> None:
    """On SQLite there is only Redis to crash."""
    with contextlib.ExitStack() as closing:
        redis = closing.enter_context(contextlib.closing(Redis()))
        postgres = (
            closing.enter_context(contextlib.closing(Postgres())) if os.environ.get("TEST_DATABASE_URL") else None
        )
        url = postgres.url if postgres else ""
        server = closing.enter_context(contextlib.closing(Server(tmp_path, DATABASE_URL=url, REDIS_URL=redis.url)))
        server.start()
        weather = Weather(server.ask("from tests.storm import open_cafe; answer = open_cafe(people=24, capacity=9)"))
        with weather.over(server.url, goes_on=True):
            weather.wait_for(30)
            redis.crash_and_start()
            weather.wait_for(30)
            if postgres:
                postgres.crash_and_start()
            weather.wait_for(60)
        weather.must_be_as_promised(answers_of(server), capacity=9)
        assert set(weather.statuses) <= {302, 503}  # each 503 says when to come back: Visitor sees to it
        assert server.stop() == 0
