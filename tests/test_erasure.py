"""Who is erased is nowhere any more: in no byte of the database's files, of the photos, the outbox and the logs.

On SQLite, whatever the tests run on: in PostgreSQL's files nobody here may read.
"""

import contextlib
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.faults import get, until
from tests.server import Server
from tests.smtp import postman

__all__ = ["postman"]

WORD = "Zyxqva"  # it stands nowhere else
OPEN_CAFE = f"""
from django.conf import settings
from events.models import Edition
from tests.members.test_data import somebody_everywhere

ada = somebody_everywhere({WORD!r})
ada.visibility = "public"
ada.save()
answer = {{
    "address": ada.email,
    "signs": [{WORD!r}, ada.portrait, ada.photo.name.rpartition("/")[2]],
    "pages": ["/", "/members/", *(each.get_absolute_url() for each in [ada, *Edition.objects.published()])],
}}
"""
# Pages that name her, as they are kept: compressed, so that the word itself does not stand in their bytes.
KEPT = f"""
import gzip
from events.models import KeptAnswer
bodies = [bytes(kept.body) for kept in KeptAnswer.objects.all()]
answer = [body.hex() for body in bodies if {WORD!r} in gzip.decompress(body).decode()]
"""
LONG_AGO = """
import datetime
from django.contrib.sessions.models import Session
from django.utils import timezone
from events.models import Rsvp
from members.models import Member

now = timezone.now()
then = now - datetime.timedelta(days=800)
Rsvp.objects.filter(member__email={0!r}).update(changed_at=then)
Session.objects.create(session_key="long-over", expire_date=then)
answer = Member.objects.filter(email={0!r}).update(
    joined_at=then, last_login=None, warned_at=now - datetime.timedelta(days=32)
)
"""
IS_THERE = """
from django.contrib.sessions.models import Session
from members.models import Member
answer = Member.objects.filter(email={0!r}).exists() or Session.objects.filter(session_key="long-over").exists()
"""


@pytest.fixture
def server(tmp_path: Path, postman) -> Iterator[Server]:
    folder = tmp_path / "data"
    post = {"EMAIL_URL": f"smtp://127.0.0.1:{postman.port}"}
    with contextlib.closing(Server(folder, DATABASE_URL="", ACCESS_LOG="on", **post)) as server:
        server.log = tmp_path / "log"
        server.start()
        yield server


def erase_herself(server: Server, address: str) -> None:
    """Signs in by a link, goes to her data, ticks the box."""
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def send(page: str, **typed: str) -> str:
        browser.open(page).close()
        (token,) = (cookie.value for cookie in jar if cookie.name == "csrftoken")
        answer = browser.open(page, urlencode({**typed, "csrfmiddlewaretoken": token}).encode())
        return answer.url.removeprefix(server.url)

    assert send(server.manage("sign_in", address).strip()) == "/members/me/"
    assert send(f"{server.url}/members/me/data/erase/", is_sure="on") == "/"


def leave_it_to_time(server: Server, address: str) -> None:
    """The worker, which keeps house when it starts, finds that she has been away for long, and warned a month ago.

    Sessions that are over go with her.
    """
    assert server.ask(LONG_AGO.format(address)) == 1
    assert server.stop() == 0
    server.start()
    until(lambda: server.ask(IS_THERE.format(address)) is False)
    assert server.stop() == 0  # and has finished
    server.start()


def pieces(kept: list[str]) -> list[bytes]:
    """Parts of kept pages, short enough for most to stand within one page of the database."""
    bodies = [bytes.fromhex(body) for body in kept]
    return [body[start : start + 40].lower() for body in bodies for start in range(100, len(body) - 40, 300)]


def where(server: Server, signs: list[bytes]) -> set[str]:
    """The files of the installation, its log among them, in whose bytes or names one of these stands."""
    folder = Path(server.environment["DATA_DIR"])
    found = set()
    for path in [server.log, *folder.rglob("*")]:
        kept = (path.read_bytes() if path.is_file() else b"").lower() + path.name.lower().encode()
        if any(sign in kept for sign in signs):
            found.add(path.relative_to(folder).parts[0] if path != server.log else "log")
    return found


@pytest.mark.parametrize("leave", [erase_herself, leave_it_to_time])
def test_nothing_is_left_to_find(server, postman, leave):
    cafe = server.ask(OPEN_CAFE)
    for page in cafe["pages"]:
        assert get(server.url + page)[0] == 200
    until(lambda: any(WORD in str(letter["To"]) or WORD.lower() in str(letter["To"]) for letter in postman.letters))
    signs, pages = [sign.lower().encode() for sign in cafe["signs"]], pieces(server.ask(KEPT))
    assert where(server, signs) >= {"cafe.sqlite3-wal", "media"}
    assert where(server, pages) >= {"cafe.sqlite3-wal"}
    leave(server, cafe["address"])
    assert where(server, signs + pages) == set()
    assert server.stop() == 0
    assert where(server, signs + pages) == set()
