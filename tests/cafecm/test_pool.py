"""Connections to PostgreSQL wait in a pool: asked for nothing while they live, and replaced once they are dead."""

import contextlib

from django.db.utils import ConnectionHandler

from cafecm import environment
from tests.faults import Postgres


def test_a_connection_is_used_without_a_word_and_never_once_the_server_has_ended_it(monkeypatch, django_db_blocker):
    with contextlib.ExitStack() as closing:
        closing.enter_context(django_db_blocker.unblock())
        server = closing.enter_context(contextlib.closing(Postgres()))
        monkeypatch.setenv("DATABASE_URL", server.url)
        described = environment.database("DATABASE_URL", default=None)
        database = ConnectionHandler({"default": described})["default"]
        closing.callback(database.close_pool)

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
