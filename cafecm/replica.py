"""A replica for reading, where REPLICA_DATABASE_URL names one: what is kept for strangers is looked up there.

An answer and the marks that say whether it holds are of one moment there too: late by the replica's lag, and never of
two moments. Whatever is built or written, and whatever somebody signed in reads, goes to the primary.
"""

import logging
import threading
import time

from django.conf import settings
from django.db import DatabaseError, connection, connections

logger = logging.getLogger("cafecm.replica")

REPLICA = "replica"
LOOK_EVERY = 5  # seconds


class Watch:
    """Whether the replica may be asked; one for all threads of a process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._looked_at, self._good_until = float("-inf"), float("-inf")
        self._primary_was_at = ""  # at the last look: a place in its log

    def may_be_asked(self) -> bool:
        """Whether there is one that answers and has come as far as the primary was when somebody last looked.

        So it is late by three times LOOK_EVERY at most. One that falls behind, or follows no more, is left alone.
        """
        if REPLICA not in settings.DATABASES:
            return False
        now = time.monotonic()
        if now - self._looked_at >= LOOK_EVERY and self._lock.acquire(blocking=False):
            try:
                self._look(now)
            finally:
                self._lock.release()
        return now < self._good_until

    def leave_alone(self) -> None:
        """It does not answer, or not with what is true: the primary is asked meanwhile, slower and not down."""
        if self._good_until > float("-inf"):
            logger.warning("The replica does not follow; the primary is asked meanwhile.")
        self._good_until, self._primary_was_at = float("-inf"), ""

    def _look(self, now: float) -> None:
        """Where the primary was at a look long ago, or never, says nothing: it takes two looks to trust a replica."""
        aim = self._primary_was_at if now - self._looked_at < 2 * LOOK_EVERY else ""
        self._looked_at = now
        with connection.cursor() as primary:
            primary.execute("SELECT pg_current_wal_lsn()::text")
            self._primary_was_at = primary.fetchone()[0]
        if not aim:
            return
        try:
            with connections[REPLICA].cursor() as replica:
                replica.execute("SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= %s::pg_lsn", [aim])
                (follows,) = replica.fetchone()
        except DatabaseError:
            follows = False
        if follows:
            self._good_until = now + 2 * LOOK_EVERY
        else:
            self.leave_alone()


watch = Watch()
