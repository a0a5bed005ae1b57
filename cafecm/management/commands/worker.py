"""`manage.py worker`: sends the mails of the outbox and keeps house, until it is told to stop."""

import logging
import signal
import threading
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import Error as DatabaseError
from django.db import close_old_connections
from django.utils import autoreload, timezone

from events import mailbox
from events.chores import draw, keep_time, tidy
from members import idle, leaving, outbox
from members.correspondence import forget_old_letters

logger = logging.getLogger("cafecm.worker")

PAUSE = 0.5  # seconds between two looks at the outbox
KEEP_TIME_EVERY = 60  # seconds
HOUSEKEEPING_EVERY = 3600  # seconds


class Command(BaseCommand):
    help = "Sends the mails of the outbox and keeps house. On PostgreSQL, any number of workers may run."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due, then end")
        parser.add_argument("--reload", action="store_true", help="start anew when the code changes")

    def handle(self, *, once: bool, reload: bool, **options: Any) -> None:
        if once:
            keep_time(timezone.now())
            if settings.MAILBOX:
                mailbox.try_to_look(settings.MAILBOX)
            self._send_what_is_due(threading.Event())
            while draw():
                pass
        elif reload:
            autoreload.run_with_reloader(self._run, stopping=threading.Event())
        else:
            stopping = threading.Event()
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, lambda *_: stopping.set())
            self._run(stopping=stopping)

    def _run(self, *, stopping: threading.Event) -> None:
        if settings.MAILBOX:
            mailbox.Watch(settings.MAILBOX, stopping).start()
        kept_time_at = kept_house_at = float("-inf")
        while not stopping.is_set():
            try:
                if time.monotonic() - kept_time_at > KEEP_TIME_EVERY:
                    kept_time_at = time.monotonic()
                    keep_time(timezone.now())
                self._send_what_is_due(stopping)
                draw()  # one a round: no mail waits for more
                if time.monotonic() - kept_house_at > HOUSEKEEPING_EVERY:
                    kept_house_at = time.monotonic()
                    call_command("clearsessions")
                    tidy()
                    forget_old_letters(timezone.now())
                    idle.put_in_order(timezone.now())
                    leaving.empty_the_log()
            except DatabaseError:  # gone or busy: it comes back, and nothing is lost meanwhile
                logger.exception("the database does not answer; trying again")
                stopping.wait(5)
            close_old_connections()
            stopping.wait(PAUSE)

    def _send_what_is_due(self, stopping: threading.Event) -> None:
        while not stopping.is_set() and outbox.deliver_next():
            pass
