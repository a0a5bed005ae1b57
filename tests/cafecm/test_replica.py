"""A replica for reading: strangers' pages come from it, writes never go there, and it may lag, stop or go."""

import contextlib
import urllib.request
from pathlib import Path

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured

from cafecm import environment
from tests.faults import PAGES, Postgres, statuses, until
from tests.server import Server
from tests.storm import Visitor

OPEN_CAFE = "from tests.storm import open_cafe; answer = open_cafe(people=1, capacity=10)"


def test_kept_pages_come_from_the_replica_and_go_on_without_it(tmp_path: Path) -> None:
    with contextlib.ExitStack() as closing:
        primary = closing.enter_context(contextlib.closing(Postgres()))
        replica = closing.enter_context(contextlib.closing(Postgres(of=primary)))
        urls = {"DATABASE_URL": primary.url, "REPLICA_DATABASE_URL": replica.url}
        server = closing.enter_context(contextlib.closing(Server(tmp_path, **urls)))
        server.start()
        cafe = server.ask(OPEN_CAFE)
        home = f"{server.url}/"

        def page() -> str:
            with urllib.request.urlopen(home, timeout=60) as answer:  # noqa: S310
                return answer.read().decode()

        def lookups(where: Postgres) -> int:
            return where.asked_of("FROM events_keptanswer")

        def comes_from_the_replica_alone() -> bool:
            before = lookups(primary), lookups(replica)
            page()
            return (lookups(primary), lookups(replica)) == (before[0], before[1] + 1)

        until(comes_from_the_replica_alone)
        assert all(comes_from_the_replica_alone() for _reader in range(20))

        # Who is signed in, and who writes, meets the primary alone.
        before = replica.asked_of("statement:")
        visitor = Visitor(server.url, *cafe["sessions"].values())
        assert visitor.post(f"/cafes/{cafe['slug']}/rsvp/", guests=0) == 302
        assert visitor.form(f"/cafes/{cafe['slug']}/")
        assert replica.asked_of("statement:") == before

        # It stops following: after a look or two the primary is read, and what is new is there.
        until(comes_from_the_replica_alone)
        with psycopg.connect(replica.url, autocommit=True) as session:
            session.execute("SELECT pg_wal_replay_pause()")
            until(lambda: session.execute("SELECT pg_get_wal_replay_pause_state()").fetchone() == ("paused",))
            with psycopg.connect(primary.url) as other:
                other.execute("UPDATE events_edition SET theme = 'Ce que le primaire sait'")
            until(lambda: "Ce que le primaire sait" in page())
            session.execute("SELECT pg_wal_replay_resume()")
        until(comes_from_the_replica_alone)
        assert "Ce que le primaire sait" in page()

        replica.crash()
        assert statuses(server) == dict.fromkeys(PAGES, (200, None))
        assert server.stop() == 0


@pytest.mark.parametrize("primary", ["sqlite:///cafe.sqlite3", "postgres://cafe@127.0.0.1/cafe"])
def test_replica_is_one_of_postgresql_or_the_start_is_refused(monkeypatch, primary):
    monkeypatch.setenv("REPLICA_DATABASE_URL", "sqlite:///copy.sqlite3")
    monkeypatch.setenv("DATABASE_URL", primary)
    with pytest.raises(ImproperlyConfigured, match="REPLICA_DATABASE_URL"):
        environment.replica("REPLICA_DATABASE_URL", of=environment.database("DATABASE_URL", default=Path()))
