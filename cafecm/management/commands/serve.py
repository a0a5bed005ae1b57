"""`manage.py serve`: the whole café in one command, web and worker together."""

import contextlib
import io
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections

from cafecm.checks import reachable
from cafecm.processes import SUPERVISED, end_with_parent

GRACE = 15  # seconds that both have to end
HEAPS = {"MALLOC_ARENA_MAX": "2"}  # glibc has one for each thread, and gives little of them back


class Command(BaseCommand):
    help = "Migrates, then runs the web server and the worker until SIGTERM or Ctrl-C, which end both cleanly."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reload", action="store_true", help="start anew when the code changes")

    def handle(self, *, reload: bool, **options: Any) -> None:
        call_command("prepare")
        if settings.DEMO:
            call_command("demo", if_empty=True, stdout=io.StringIO())  # the welcome below says it
        connections.close_all()
        self._welcome()
        with contextlib.closing(_doorstop()):
            self._supervise(_web(reload=reload), _manage("worker", *(["--reload"] if reload else [])))

    def _welcome(self) -> None:
        self.stdout.write(f"\n  {settings.COMMUNITY_NAME} is open at {settings.SITE_URL}\n")
        if settings.MAILS_ARE_KEPT:
            self.stdout.write(f"  Its mails, sign-in codes too, are kept at {settings.SITE_URL}/dev/mail/\n")
        elif not settings.DEBUG:
            for warning in reachable():
                self.stderr.write(f"  {warning.msg} {warning.hint}\n")
        if settings.DEMO:
            self.stdout.write("  In the demo, sign in as claire@example.org (organizer) or lea@example.org (member).\n")
        self.stdout.write("  Ctrl-C closes.\n\n")

    def _supervise(self, web_command: list[str], worker_command: list[str]) -> None:
        """Runs both until a signal ends both; a worker that dies is started again, a web server that dies ends all.

        SIGHUP brings new code in without a request lost: the database is migrated, new web processes take over from
        the old ones, which finish what they have begun, and the worker is started anew.
        """
        stopping, renewing = threading.Event(), threading.Event()

        def stop(number: int, frame: FrameType | None) -> None:
            stopping.set()

        def renew(number: int, frame: FrameType | None) -> None:
            renewing.set()

        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, stop)
        # From a terminal that closes it means the end, as ever; under nohup, nothing; Windows does not know it.
        if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
            signal.signal(signal.SIGHUP, stop if sys.stdin and sys.stdin.isatty() else renew)
        web, worker = _start(web_command), _start(worker_command)
        try:
            while not stopping.wait(0.5):
                if web.poll() is not None:
                    raise CommandError(
                        f"The web server ended by itself (exit code {web.returncode}). Is the port free?"
                    )
                if renewing.is_set():
                    renewing.clear()
                    if subprocess.run(_manage("prepare")).returncode:  # noqa: S603
                        self.stderr.write("The new code does not start; the old one goes on.\n")
                    else:
                        web.send_signal(signal.SIGHUP)
                        worker.terminate()
                if worker.poll() is not None:
                    stopping.wait(1)
                    worker = _start(worker_command)
        finally:
            for process in (web, worker):
                process.terminate()
            deadline = time.monotonic() + GRACE
            for process in (web, worker):
                try:
                    process.wait(max(0.1, deadline - time.monotonic()))
                except subprocess.TimeoutExpired:
                    process.kill()


def _doorstop() -> sqlite3.Connection:
    """Holds SQLite's write-ahead log open while the café is, and does nothing else.

    Otherwise each request that happens to be alone would end by writing the log back and deleting it, and the next
    would make it anew: slow, and on a full disk nobody could even read.
    """
    database = settings.DATABASES["default"]
    held = sqlite3.connect(database["NAME"] if connection.vendor == "sqlite" else ":memory:")
    held.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return held


def _manage(*words: str) -> list[str]:
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), *words]


def _web(*, reload: bool) -> list[str]:
    if reload:
        return _manage("runserver", f"{settings.HOST}:{settings.PORT}")
    return [
        *(sys.executable, "-m", "cafecm.webserver", "--host", settings.HOST, "--port", str(settings.PORT)),
        *("--workers", str(settings.WEB_WORKERS), "--grace", str(GRACE - 3)),
    ]


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    # No thread of ours runs when this process forks: what Python warns of with preexec_fn cannot happen.
    at_birth = end_with_parent if os.name == "posix" else None
    return subprocess.Popen(  # noqa: S603
        command, env=HEAPS | os.environ | {SUPERVISED: "1"}, cwd=settings.BASE_DIR, preexec_fn=at_birth
    )
