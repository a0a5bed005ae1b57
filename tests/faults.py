"""What breaks around the running product: a full disk, a lost database; and what its pages answer meanwhile."""

import contextlib
import http.client
import os
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.server import Server

PAGES = ["/", "/en/", "/cafes/", "/calendar.ics", "/feed.atom", "/health/"]


def get(url: str) -> tuple[int, str | None]:
    """The status of a page and its Retry-After."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=60)
    connection.request("GET", address.path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers["Retry-After"]


def statuses(server: Server) -> dict[str, tuple[int, str | None]]:
    """What every page answers, all of them asked at once."""
    with ThreadPoolExecutor(len(PAGES)) as pool:
        return dict(zip(PAGES, pool.map(get, [server.url + page for page in PAGES]), strict=True))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 32 megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        _or_skip("only root can mount a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@contextlib.contextmanager
def full(disk: Path) -> Iterator[None]:
    """Something else fills the disk to its last byte."""
    ballast = disk / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"\0" * 4096)
    yield
    ballast.unlink()


@contextlib.contextmanager
def lost(server: Server) -> Iterator[None]:
    """The database is not there: its file on a disk that has gone, or a server that takes nobody in."""
    url = server.environment["DATABASE_URL"]
    if not url:
        folder = Path(server.environment["DATA_DIR"])
        away = folder.with_name("elsewhere")
        folder.rename(away)
        yield
        assert not folder.exists(), "nothing may be made anew where the disk was"
        away.rename(folder)
        return
    name = urlsplit(url).path.strip("/")
    with psycopg.connect(os.environ["TEST_DATABASE_URL"], autocommit=True) as other:
        other.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        yield
        other.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


@contextlib.contextmanager
def held(server: Server) -> Iterator[None]:
    """Somebody holds the database so that nobody else can write."""
    if url := server.environment["DATABASE_URL"]:
        with psycopg.connect(url) as other:
            other.execute("LOCK TABLE events_rsvp IN EXCLUSIVE MODE")
            yield
        return
    with contextlib.closing(sqlite3.connect(Path(server.environment["DATA_DIR"]) / "cafe.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


class Postgres:
    """A PostgreSQL of our own, to crash and start again, or a replica `of` such a one: nobody else's is touched."""

    def __init__(self, *, of: "Postgres | None" = None) -> None:
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        if not found:
            _or_skip("there is no PostgreSQL server to start")
        self._programs = found[-1].parent
        self._folder = Path(tempfile.mkdtemp(prefix="cafecm-postgres-", dir="/tmp"))
        self._as = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []  # it refuses to run as root
        if self._as:
            shutil.chown(self._folder, "postgres")
        self._port = free_port()
        self.url = f"postgres://cafecm@127.0.0.1:{self._port}/postgres"
        data = str(self._folder / "data")
        if of:
            source = f"host=127.0.0.1 port={of._port} user=cafecm"
            self._run(
                "pg_basebackup", "--no-sync", "--checkpoint=fast", "--write-recovery-conf", "-d", source, "-D", data
            )
        else:
            self._run("initdb", "--no-sync", "--auth=trust", "--username=cafecm", "--pgdata", data)
        told = f"-p {self._port} -k {self._folder} -c listen_addresses=127.0.0.1 -c log_statement=all"
        self._control("start", f"--options={told}")

    def crash_and_start(self) -> None:
        """It ends without a word to anybody, and recovers from its log."""
        self._control("restart", "--mode=immediate")

    def asked_of(self, table: str) -> int:
        """How many statements have named this table."""
        return (self._folder / "log").read_text(errors="replace").count(table)

    def crash(self) -> None:
        """It ends without a word to anybody."""
        self._control("stop", "--mode=immediate")

    def close(self) -> None:
        if (self._folder / "data" / "postmaster.pid").exists():
            self.crash()
        shutil.rmtree(self._folder)

    def _control(self, *words: str) -> None:
        self._run(
            "pg_ctl", "--wait", "--pgdata", str(self._folder / "data"), "--log", str(self._folder / "log"), *words
        )

    def _run(self, program: str, *words: str) -> None:
        command = [*self._as, str(self._programs / program), *words]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


class Redis:
    """A Redis of our own."""

    def __init__(self) -> None:
        if not shutil.which("redis-server"):
            _or_skip("there is no redis-server to start")
        self._port = free_port()
        self.url = f"redis://127.0.0.1:{self._port}/0"
        self._start()

    def crash_and_start(self) -> None:
        """It is gone with all that it held, and comes back empty."""
        self.close()
        self._start()

    def close(self) -> None:
        self._process.kill()
        self._process.wait(30)

    def _start(self) -> None:
        command = ["redis-server", "--port", str(self._port), "--bind", "127.0.0.1", "--save", "", "--dir", "/tmp"]  # noqa: S108
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)


def answers_of(server: Server) -> list[tuple[str, str]]:
    """Each RSVP, who and what, read past the product: it may be down."""
    query = "SELECT email, status FROM events_rsvp JOIN members_member ON members_member.id = member_id"
    if url := server.environment["DATABASE_URL"]:
        with psycopg.connect(url) as other:
            return list(other.execute(query).fetchall())
    with contextlib.closing(sqlite3.connect(Path(server.environment["DATA_DIR"]) / "cafe.sqlite3")) as other:
        return list(other.execute(query).fetchall())


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _or_skip(what: str) -> None:
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"{what}, and REQUIRE_ALL=1 allows no skipping")
    pytest.skip(what)


def children_of(process: int) -> list[int]:
    """The processes that it started and that live."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(number) for number in listed]


def until(is_so: Callable[[], bool], *, within: float = 60) -> None:
    """Waits for what must become so. On a machine with much to do it may take long; it may not take for ever."""
    deadline = time.monotonic() + within
    while not is_so():
        assert time.monotonic() < deadline, "it did not become so"
        time.sleep(0.1)
