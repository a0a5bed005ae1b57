"""Many people at once, through real HTTP sessions, at the doors of the product's own server.

`open_cafe` and `aftermath` run inside the installation (`Server.ask`); the rest runs in the test.
"""

import contextlib
import http.client
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle
from typing import Any
from urllib.parse import urlencode, urlsplit

import html5lib
from django.conf import settings
from django.test import Client

CSRF = "c" * 32


def open_cafe(*, people: int, capacity: int, organizers: int = 0, guests_at_most: int = 1) -> dict[str, Any]:
    """A published edition, and the session keys of its members and organizers by their addresses."""
    from tests.factories import make_edition, make_member, make_series

    settings.ALLOWED_HOSTS = ["*"]
    desks = [make_member() for _ in range(organizers)]
    edition = make_edition(make_series(guests_at_most=guests_at_most, organizers=desks), capacity=capacity)
    members = [make_member() for _ in range(people)]

    def session_of(member: Any) -> str:
        client = Client()
        client.force_login(member)
        return client.session.session_key or ""

    return {
        "slug": edition.slug,
        "sessions": {member.email: session_of(member) for member in members},
        "desks": [session_of(member) for member in desks],
    }


def aftermath(slug: str) -> dict[str, Any]:
    """What the database says: the edition's places, its RSVPs in the order of joining, and the mails by kind."""
    from events.models import Edition
    from members.models import Mail

    edition = Edition.objects.get(slug=slug)
    rows = edition.rsvps.order_by("position").values_list("member__email", "status", "guests", "position")
    return {
        "capacity": edition.capacity,
        "left": edition.places_left,
        "taken": edition.places_taken,
        "rsvps": [list(row) for row in rows],
        "mails": [list(row) for row in Mail.objects.values_list("kind", "member__email", "state")],
    }


def must_be_in_order(after: dict[str, Any]) -> None:
    """Never more people than places, nobody waits beside a place that fits, one RSVP a person and a position."""
    assert after["taken"] <= after["capacity"]
    waiting = [guests + 1 for _who, status, guests, _position in after["rsvps"] if status == "waiting"]
    assert [places for places in waiting if places <= after["left"]] == []
    assert len({row[3] for row in after["rsvps"]}) == len({row[0] for row in after["rsvps"]}) == len(after["rsvps"])


@dataclass(frozen=True)
class Visitor:
    """A signed-in browser."""

    base: str
    session: str

    def post(self, path: str, **fields: object) -> int:
        """The status of the answer to one POST, redirects not followed."""
        return self._ask("POST", path, urlencode({**fields, "csrfmiddlewaretoken": CSRF}))[0]

    def form(self, path: str) -> dict[str, str]:
        """What the fields of the page's largest form hold, as a browser would send it back untouched."""
        _status, page = self._ask("GET", path)
        forms = html5lib.parse(page, namespaceHTMLElements=False).iter("form")
        return max((_fields(form) for form in forms), key=len)

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, bytes]:
        address = urlsplit(self.base)
        connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=60)
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={CSRF}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with contextlib.closing(connection):
            connection.request(method, path, body=body, headers=headers)
            answer = connection.getresponse()
            page = answer.read()
        is_honest = answer.status == 503 and answer.headers["Retry-After"] == "10"
        assert answer.status < 500 or is_honest, f"{answer.status} to {method} {path}"
        return answer.status, page


def _fields(form: Any) -> dict[str, str]:
    values = {
        box.get("name"): box.get("value") or ""
        for box in form.iter("input")
        if box.get("name") and (box.get("type") not in {"checkbox", "radio", "file"} or box.get("checked") is not None)
    }
    for area in form.iter("textarea"):
        values[area.get("name")] = "".join(area.itertext())
    for choice in form.iter("select"):
        chosen = [option.get("value") or "" for option in choice.iter("option") if option.get("selected") is not None]
        values[choice.get("name")] = chosen[0] if chosen else ""
    return values


def visitors(doors: Sequence[str], sessions: Iterable[str]) -> list[Visitor]:
    """A signed-in browser for each session, spread over the doors."""
    return [Visitor(door, session) for door, session in zip(cycle(doors), sessions, strict=False)]


def all_at_once(acts: Sequence[Callable[[], int]]) -> Counter[int]:
    """Runs the acts, all of them in flight together, and counts the statuses of their answers."""
    with ThreadPoolExecutor(len(acts)) as pool:
        return Counter(pool.map(lambda act: act(), acts))


class Weather:
    """People who come to a café and free their places again, over and over, while something breaks under them.

    `known` is what the last answer to each of them has promised; whoever got none may find it either way.
    """

    def __init__(self, cafe: dict[str, Any]) -> None:
        self.slug = cafe["slug"]
        self.sessions: dict[str, str] = cafe["sessions"]
        self.known = dict.fromkeys(self.sessions, False)
        self.unanswered: set[str] = set()
        self.acknowledged = 0
        self.statuses: Counter[int] = Counter()
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def over(self, base: str, *, goes_on: bool = False) -> Iterator[None]:
        """A storm at this server, for as long as the block lasts; who gets no answer is out of it, or tries again."""
        is_over = threading.Event()
        with ThreadPoolExecutor(len(self.sessions)) as pool:
            people = [pool.submit(self._insist, base, who, is_over, goes_on) for who in self.sessions]
            try:
                yield
            finally:
                is_over.set()
        for person in people:
            person.result()

    def wait_for(self, answers: int) -> None:
        """Until so many more were promised what they asked for."""
        enough, deadline = self.acknowledged + answers, time.monotonic() + 120
        while self.acknowledged < enough:
            assert time.monotonic() < deadline, "nobody is answered any more"
            time.sleep(0.002)

    def must_be_as_promised(self, rows: Iterable[tuple[str, str]], *, capacity: int) -> None:
        """Nothing acknowledged is lost, never more people than places, and nobody waits beside a free one."""
        said = dict(rows)
        found = {who: said.get(who) in {"going", "waiting"} for who in self.sessions}
        lost = {who for who in found if found[who] != self.known[who] and who not in self.unanswered}
        assert lost == set()
        counts = Counter(said.values())
        assert counts["going"] == min(capacity, sum(found.values()))
        self.known, self.unanswered = found, set()

    def _insist(self, base: str, who: str, is_over: threading.Event, goes_on: bool) -> None:
        visitor = Visitor(base, self.sessions[who])
        while not is_over.is_set():
            path = f"/cafes/{self.slug}/rsvp/" + ("cancel/" if self.known[who] else "")
            try:
                status = visitor.post(path, guests=0)
            except (OSError, http.client.HTTPException):  # the server died under this request
                status = 0
            with self._lock:
                self.statuses[status] += 1
                if status == 302:
                    self.known[who] = not self.known[who]
                    self.acknowledged += 1
                    self.unanswered.discard(who)
                else:
                    self.unanswered.add(who)
                    if not goes_on:
                        return
