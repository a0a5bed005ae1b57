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

from tests.server import Server, installation
from tests.storm import Visitor, all_at_once, must_be_in_order, visitors

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


def test_200_people_for_20_places_at_once_each_sending_twice(servers) -> None:
    cafe = open_cafe(servers, people=200, capacity=20)
    browsers = visitors([server.url for server in servers], cafe["sessions"].values())
    come = f"/cafes/{cafe['slug']}/rsvp/"
    statuses = all_at_once([partial(browser.post, come, guests=0) for browser in browsers for _twice in range(2)])
    assert statuses == {302: 400}
    after = aftermath(servers, cafe["slug"])
    must_be_in_order(after)
    # The line is the order of joining: everybody with a place joined before everybody without.
    assert [row[1:] for row in after["rsvps"]] == [
        ["going" if position <= 20 else "waiting", 0, position] for position in range(1, 201)
    ]
    written = {(kind, who) for kind, who, _state in after["mails"]}
    assert written == {(f"rsvp-{status}", who) for who, status, _guests, _position in after["rsvps"]}
    assert len(after["mails"]) == 200


def test_coming_freeing_and_two_organizers_changing_capacity_at_once(servers) -> None:
    cafe = open_cafe(servers, people=60, capacity=15, organizers=2, guests_at_most=2)
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
