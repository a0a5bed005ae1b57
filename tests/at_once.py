"""Deeds begun in the same moment."""

import threading
import time
from collections.abc import Callable
from contextlib import nullcontext

from django.db import connection, transaction
from django.db.models import QuerySet


def at_once(*deeds: Callable[[], object], held: QuerySet | None = None) -> list[object]:
    """What came of deeds that were begun in the same moment, each on a connection of its own.

    The rows that are `held` are locked until every deed waits, for them or for a lock of its own: what none of their
    locks keeps apart then happens at once indeed, and not in the order in which threads happen to start.
    """
    start = threading.Barrier(len(deeds))
    outcomes: list[object] = [None] * len(deeds)

    def run(number: int, deed: Callable[[], object]) -> None:
        try:
            start.wait(timeout=10)
            outcomes[number] = deed()
        except Exception as error:
            outcomes[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    with nullcontext() if held is None else transaction.atomic():
        if held is not None:
            list(held.select_for_update())
        for thread in threads:
            thread.start()
        if held is not None:
            _until_they_wait(len(deeds))
    for thread in threads:
        thread.join(timeout=30)
    return outcomes


def _until_they_wait(number: int) -> None:
    """SQLite, where one writer keeps all others out, tells nothing of who waits."""
    if connection.vendor == "sqlite":
        time.sleep(0.2)
        return
    waiting, until = 0, time.monotonic() + 10
    with connection.cursor() as cursor:
        while waiting < number and time.monotonic() < until:
            time.sleep(0.01)
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            waiting = cursor.fetchone()[0]
    assert waiting == number
