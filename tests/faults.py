"""What breaks around the running product: a full disk, a lost database; and what its pages answer meanwhile."""

import contextlib
import http.client
import os
import sqlite3
import subprocess
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
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail("a small disk cannot be mounted, and REQUIRE_ALL=1 allows no skipping")
        pytest.skip("only root can mount a small disk")
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
