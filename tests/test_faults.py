"""What breaks around the running product: a full disk, a lost database. It says so, keeps what it promised, goes on."""

import contextlib
import http.client
import os
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.server import Server, installation
from tests.storm import Visitor

OPEN_CAFE = "from tests.storm import open_cafe; answer = open_cafe(people=3, capacity=10)"
WHO_COMES = "from events.models import Rsvp; answer = Rsvp.objects.count()"
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


def test_full_disk_is_an_honest_503_for_who_writes_and_nobody_has_to_restart(small_disk: Path) -> None:
    with installation(small_disk) as server:
        server.start()
        cafe = server.ask(OPEN_CAFE)
        first, second, third = (Visitor(server.url, session) for session in cafe["sessions"].values())
        address = f"/cafes/{cafe['slug']}/rsvp/"
        assert first.post(address, guests=0) == 302

        on_that_disk = not server.environment["DATABASE_URL"]
        with full(small_disk):
            assert second.post(address, guests=0) == (503 if on_that_disk else 302)
            assert statuses(server) == dict.fromkeys(PAGES, (200, None))

        assert second.post(address, guests=0) == third.post(address, guests=0) == 302
        assert server.ask(WHO_COMES) == 3
        assert server.stop() == 0


def test_lost_database_is_an_honest_503_everywhere_and_nobody_has_to_restart(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with installation(tmp_path / "data") as server:
        server.start()
        cafe = server.ask(OPEN_CAFE)
        visitor = Visitor(server.url, next(iter(cafe["sessions"].values())))
        with lost(server):
            assert statuses(server) == dict.fromkeys(PAGES, (503, "10"))
            assert visitor.post(f"/cafes/{cafe['slug']}/rsvp/", guests=0) == 503
        assert statuses(server) == dict.fromkeys(PAGES, (200, None))
        assert visitor.post(f"/cafes/{cafe['slug']}/rsvp/", guests=0) == 302
        assert server.ask(WHO_COMES) == 1
        assert server.stop() == 0
