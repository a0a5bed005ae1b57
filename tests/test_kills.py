"""The power goes, fifty times, while five hundred reminders go out: none is missing, and a repeat is the same mail."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator

import pytest
from django.db import connection

from tests.server import Server, installation
from tests.smtp import Postman, postman

__all__ = ["postman"]

PEOPLE = 500
KILLS = 50
DAWN = """
from datetime import timedelta
from django.utils import timezone
from events.models import Edition, Rsvp, Series
from members.models import Member

now = timezone.now()
edition = Edition.announce(
    Series.objects.create(slug="cafe", name="Le Café"), capacity=600, status="published", published_at=now,
    starts_at=now + timedelta(hours=3), ends_at=now + timedelta(hours=5), asked_at=now,
)
people = Member.objects.bulk_create(
    Member(email=f"reader{n}@example.org", name=f"Reader {n}", handle=f"reader-{n}", password="!") for n in range(500)
)
Rsvp.objects.bulk_create(
    Rsvp(edition=edition, member=member, status="going", position=position)
    for position, member in enumerate(people, start=1)
)
answer = edition.reminder_at <= now
"""
LEASES_RUN_OUT = """
from django.utils import timezone
from members.models import Mail
answer = Mail.objects.filter(state="pending").update(run_at=timezone.now())
"""
STATES = """
from django.db.models import Count
from members.models import Mail
states = Mail.objects.filter(kind="reminder-today").values_list("state").annotate(total=Count("pk"))
answer = {**dict(states), "attempts": Mail.objects.filter(attempts__gt=1).count()}
"""


class Workers:
    """So many workers, always: whoever is killed is replaced."""

    def __init__(self, server: Server, count: int) -> None:
        self.nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.nursery"],
            env=server.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.pids = [self._fork() for _worker in range(count)]

    def _fork(self) -> int:
        assert self.nursery.stdin and self.nursery.stdout
        self.nursery.stdin.write("\n")
        self.nursery.stdin.flush()
        return int(self.nursery.stdout.readline())

    def kill_one(self, dice: random.Random) -> None:
        """The process is gone within one of its own instructions."""
        pid = self.pids.pop(dice.randrange(len(self.pids)))
        os.kill(pid, signal.SIGKILL)
        self.pids.append(self._fork())

    def close(self) -> None:
        assert self.nursery.stdin and self.nursery.stdout
        self.nursery.stdin.close()
        self.nursery.stdout.close()
        for pid in self.pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.nursery.wait(10)


@pytest.fixture
def server(tmp_path, postman) -> Iterator[Server]:
    with installation(tmp_path, EMAIL_URL=f"smtp://127.0.0.1:{postman.port}") as server:
        server.manage("migrate", "-v0")
        yield server


def wait_for(letters: int, postman: Postman) -> None:
    """Until so many have arrived, or none has for a while: what a dead worker held waits for the end of its lease."""
    before, since = -1, time.monotonic()
    while len(postman.letters) < letters:
        if len(postman.letters) != before:
            before, since = len(postman.letters), time.monotonic()
        if time.monotonic() - since > 4:
            break
        time.sleep(0.002)


def test_none_of_500_reminders_is_missing_after_fifty_kills(server, postman):
    assert server.ask(DAWN) is True  # it is time to remind
    dice = random.Random(50)
    workers = Workers(server, 3 if connection.vendor == "postgresql" else 1)
    try:
        for kill in range(KILLS):
            wait_for(kill * (PEOPLE - KILLS) // KILLS, postman)
            time.sleep(dice.uniform(0, 0.05))  # anywhere: claiming, writing, connecting, in the middle of DATA, marking
            workers.kill_one(dice)
        while server.ask(LEASES_RUN_OUT):
            wait_for(len(postman.letters) + PEOPLE, postman)
    finally:
        workers.close()

    received = defaultdict(set)
    for letter in postman.letters:
        received[letter["To"]].add(letter["Message-ID"])
    assert set(received) == {f"reader{number}@example.org" for number in range(PEOPLE)}
    assert {len(ids) for ids in received.values()} == {1}  # where one came twice, it is the same mail
    assert len({id for ids in received.values() for id in ids}) == PEOPLE
    states = server.ask(STATES)
    assert (states["sent"], set(states)) == (PEOPLE, {"sent", "attempts"})
    assert states["attempts"] > 0  # the kills have hit workers that had a mail in hand
