"""Many people at once, through real HTTP sessions."""

import http.client
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.db import connection
from django.test import Client

from members.models import Member

CSRF = "c" * 32


@dataclass(frozen=True)
class Visitor:
    """A signed-in browser."""

    base: str
    session: str

    def post(self, path: str, **fields: object) -> int:
        """The status of the answer to one POST, redirects not followed."""
        address = urlsplit(self.base)
        connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=60)
        connection.request(
            "POST",
            path,
            body=urlencode({**fields, "csrfmiddlewaretoken": CSRF}),
            headers={
                "Content-Type": "application/x-www-form-urlencoded",
                "Cookie": f"sessionid={self.session}; csrftoken={CSRF}",
            },
        )
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status


def visitors(base: str, members: Iterable[Member]) -> list[Visitor]:
    """A signed-in browser for each member."""
    signed_in = []
    for member in members:
        client = Client()
        client.force_login(member)
        signed_in.append(Visitor(base, client.session.session_key or ""))
    return signed_in


def all_at_once(acts: Iterable[Callable[[], int]]) -> Counter[int]:
    """Runs the acts, 32 at a time on PostgreSQL, and counts the statuses of their answers.

    On SQLite 8 at a time: its lock is not fair, so the product's own server keeps a queue and lets four through, while
    the server of the tests lets everybody through at once.
    """
    with ThreadPoolExecutor(32 if connection.vendor == "postgresql" else 8) as pool:
        return Counter(pool.map(lambda act: act(), acts))
