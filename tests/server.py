"""The product as its owner starts it: `manage.py serve`, with a database and a folder of its own."""

import atexit
import contextlib
import functools
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit

import psycopg
from django.conf import settings


class Server:
    """One installation: where it listens, what it keeps, and its processes while it runs."""

    def __init__(self, folder: Path, **environment: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        given = ("DATABASE_URL", "EMAIL_URL", "SECRET_KEY", "SITE_URL", "DJANGO_SETTINGS_MODULE", "TEST_DATABASE_URL")
        self.environment = {name: value for name, value in os.environ.items() if name not in given} | {
            "DATA_DIR": str(folder),
            "PORT": str(self.port),
            "DEVELOPMENT": "off",
            "DEBUG": "off",
            "DEMO": "off",
            "PYTHONPATH": str(settings.BASE_DIR),
            **environment,
        }
        self.process: subprocess.Popen[bytes] | None = None
        self.log: Path | None = None  # where it writes what it says, in place of our own standard error

    def beside(self) -> "Server":
        """Another server of the same installation: the same database and files, another port."""
        return Server(Path(self.environment["DATA_DIR"]), DATABASE_URL=self.environment["DATABASE_URL"])

    def start(self) -> float:
        """Starts it, waits until it answers, and tells how many seconds that took."""
        began = time.monotonic()
        # A group of its own, so that `kill` ends web server and worker with it, as a power cut would.
        with self.log.open("ab") if self.log else contextlib.nullcontext() as log:
            self.process = subprocess.Popen(
                self._command("serve"),
                env=self.environment,
                start_new_session=True,
                stdout=subprocess.DEVNULL,
                stderr=log,
                preexec_fn=_hear_hangups,
            )
        while time.monotonic() - began < 60:
            with contextlib.suppress(URLError, ConnectionError, TimeoutError):
                urllib.request.urlopen(f"{self.url}/health/", timeout=5).close()  # noqa: S310
                return time.monotonic() - began
            assert self.process.poll() is None, "it ended by itself"
            time.sleep(0.1)
        raise AssertionError("it did not answer within a minute")

    def stop(self) -> int:
        """Ends it as a service manager does; the exit code."""
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)

    def kill(self) -> None:
        """Ends all its processes at once, without a word."""
        assert self.process
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    def manage(self, *words: str) -> str:
        """What a management command prints."""
        return subprocess.run(
            self._command(*words), env=self.environment, check=True, capture_output=True, text=True, timeout=120
        ).stdout

    def refusal(self, *words: str) -> str:
        """What a management command says that refuses."""
        done = subprocess.run(self._command(*words), env=self.environment, capture_output=True, text=True, timeout=120)
        assert done.returncode, "it did not refuse"
        return done.stderr

    @contextlib.contextmanager
    def running(self, *words: str) -> Iterator["subprocess.Popen[bytes]"]:
        """A management command that goes on meanwhile, and is killed at the end; what it prints can be read."""
        with subprocess.Popen(self._command(*words), env=self.environment, stdout=subprocess.PIPE) as process:
            yield process
            process.kill()

    def ask(self, code: str) -> Any:
        """Runs Python in the installation; the JSON of what it leaves in `answer`."""
        return json.loads(self.manage("shell", "-v0", "-c", f"{code}\nimport json\nprint(json.dumps(answer))"))

    def close(self) -> None:
        """Kills what still runs of it."""
        if self.process and self.process.poll() is None:
            self.kill()

    @staticmethod
    def _command(*words: str) -> list[str]:
        return [sys.executable, str(settings.BASE_DIR / "manage.py"), *words]


def _hear_hangups() -> None:
    """Tests that run under nohup pass its deafness on; a service manager does not."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@contextlib.contextmanager
def installation(folder: Path, *, as_new: bool = False, **environment: str) -> Iterator[Server]:
    """An installation on the kind of database that the tests run on; whatever still runs is killed at the end.

    As the first start leaves it, unless it is new: these seconds are spent once for all tests of a process.
    """
    model = None if as_new else _set_up_once()
    with _database(model) as url, contextlib.closing(Server(folder, DATABASE_URL=url, **environment)) as server:
        if model:
            shutil.copytree(model.environment["DATA_DIR"], folder, dirs_exist_ok=True)
        yield server


@functools.cache
def _set_up_once() -> Server:
    """An installation that has started once, and never does again: others begin as its copies."""
    stack = contextlib.ExitStack()
    atexit.register(stack.close)
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cafecm-model-")))
    model = Server(folder, DATABASE_URL=stack.enter_context(_database()))
    model.start()
    model.stop()
    return model


@contextlib.contextmanager
def _database(model: Server | None = None) -> Iterator[str]:
    """ "" for SQLite; on PostgreSQL a new database beside that of the tests."""
    url = os.environ.get("TEST_DATABASE_URL", "")
    if not url:
        yield ""
        return
    name = f"cafecm_{uuid.uuid4().hex[:12]}"
    template = urlsplit(model.environment["DATABASE_URL"]).path.strip("/") if model else "template1"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
