"""Connections to PostgreSQL wait in a pool: asked for nothing while they live, and replaced once they are dead.

What is asked of each of them again and again they prepare once, unless a pooler stands in between.
"""

import contextlib
import re
import select
import socket
import socketserver
import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db.utils import ConnectionHandler

from cafecm import environment
from members.prepared import prepared_cursor
from tests.faults import Postgres


@pytest.fixture
def server(django_db_blocker) -> Iterator[Postgres]:
    with django_db_blocker.unblock(), contextlib.closing(Postgres()) as server:
        yield server


@contextlib.contextmanager
def database_at(url: str, monkeypatch) -> Iterator[Any]:
    """The database as the café reaches it at this address, one connection after another of its pool."""
    monkeypatch.setenv("DATABASE_URL", url)
    database = ConnectionHandler({"default": environment.database("DATABASE_URL", default=None)})["default"]
    try:
        yield database
    finally:
        database.close()
        database.close_pool()


class Pooler(socketserver.ThreadingTCPServer):
    """Passes on all that a client and its server say, but for the number of the process: it says one of its own."""

    daemon_threads = True

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.beyond = (parts.hostname, parts.port)
        super().__init__(("127.0.0.1", 0), Between)
        self.url = url.replace(f":{parts.port}/", f":{self.server_address[1]}/")
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.shutdown()
        self.server_close()


class Between(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        with socket.create_connection(self.server.beyond) as server:
            other = {self.request: server, server: self.request}
            while True:
                for side in select.select(list(other), [], [])[0]:
                    said = side.recv(65536)
                    if not said:
                        return
                    other[side].sendall(re.sub(rb"K\0\0\0\x0c.{4}", b"K\0\0\0\x0c\0\0\0\1", said, flags=re.DOTALL))


def test_a_connection_is_used_without_a_word_and_never_once_the_server_has_ended_it(monkeypatch, server):
    with database_at(server.url, monkeypatch) as database:

        def ask() -> int:
            """As a request does; answers by which session of the server."""
            with database.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                [session] = cursor.fetchone()
            database.close()  # which gives it back
            return session

        def statements() -> int:
            return server.asked_of("statement:")

        ask()
        database.pool.wait()  # for all that it opens
        sessions, before = {ask() for _request in range(10)}, statements()
        assert ask() in sessions
        assert statements() == before + 1
        server.crash_and_start()
        assert not {ask() for _request in range(10)} & sessions


def ask_again_and_again(database) -> list[tuple[int, int]]:
    """Sums that a prepared cursor is asked for, and how many statements its connection has prepared by then."""
    answers = []
    for number in range(3):
        with prepared_cursor(database) as cursor:
            cursor.execute("SELECT 1 + %s", [number])
            [answer] = cursor.fetchone()
        with database.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements")
            [prepared] = cursor.fetchone()
        answers.append((answer, prepared))
    return answers


def test_what_is_asked_again_and_again_is_prepared_once_a_connection(monkeypatch, server):
    with database_at(server.url, monkeypatch) as database:
        assert ask_again_and_again(database) == [(1, 1), (2, 1), (3, 1)]


def test_nothing_is_prepared_behind_a_pooler(monkeypatch, server):
    """The next process that it has answer would not know of it, or know another query by that name."""
    with contextlib.closing(Pooler(server.url)) as pooler, database_at(pooler.url, monkeypatch) as database:
        assert ask_again_and_again(database) == [(1, 0), (2, 0), (3, 0)]
