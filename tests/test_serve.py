"""`manage.py serve`: it starts, ends, comes back, and loses nothing on the way."""

import contextlib
import http.client
import os
import signal
import socket
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cafecm.webserver import WebServer
from tests.faults import PAGES, children_of, full, get, held, lost, small_disk, statuses, until
from tests.server import installation
from tests.smtp import postman
from tests.storm import Visitor

__all__ = ["postman", "small_disk"]

PEOPLE = 60

OPEN_CAFE = f"from tests.storm import open_cafe; answer = open_cafe(people={PEOPLE}, capacity=10)"
OPEN_SMALL_CAFE = "from tests.storm import open_cafe; answer = open_cafe(people=3, capacity=10)"
WHO_COMES = "from events.models import Rsvp; answer = Rsvp.objects.count()"
AFTERMATH = "from tests.storm import aftermath; answer = aftermath({!r})"


def test_it_starts_ends_cleanly_and_keeps_what_it_has(tmp_path: Path) -> None:
    with installation(tmp_path, as_new=True) as server:
        server.start()
        server.ask("from tests.factories import make_series; make_series(slug='a-garder'); answer = None")
        assert server.stop() == 0
        server.start()
        assert server.ask("from events.models import Series; answer = Series.objects.get().slug") == "a-garder"
        assert server.stop() == 0


def test_request_in_flight_is_answered_when_the_cafe_is_told_to_end(tmp_path: Path) -> None:
    with installation(tmp_path) as server:
        server.start()
        cafe = server.ask(OPEN_SMALL_CAFE)
        visitors = [Visitor(server.url, session) for session in cafe["sessions"].values()]
        with ThreadPoolExecutor(len(visitors)) as pool:
            with held(server):
                answers = [pool.submit(visitor.post, f"/cafes/{cafe['slug']}/rsvp/", guests=0) for visitor in visitors]
                time.sleep(1)
                assert server.process
                server.process.send_signal(signal.SIGTERM)
                time.sleep(1)
                assert not any(answer.done() for answer in answers), "they wait for the database"
            assert [answer.result() for answer in answers] == [302] * len(visitors)
        assert server.process.wait(30) == 0
        assert server.ask(WHO_COMES) == len(visitors)


def test_lock_held_for_ten_seconds_keeps_people_waiting_and_loses_nobody(tmp_path: Path) -> None:
    with installation(tmp_path) as server:
        server.start()
        cafe = server.ask(OPEN_CAFE)
        people = [Visitor(server.url, session) for session in cafe["sessions"].values()]
        with ThreadPoolExecutor(len(people) + 1) as pool:
            with held(server):
                answers = [pool.submit(person.post, f"/cafes/{cafe['slug']}/rsvp/", guests=0) for person in people]
                readers = pool.submit(statuses, server)  # they wait behind the others, and are served too
                time.sleep(10)
                assert not any(answer.done() for answer in answers)
            assert Counter(answer.result() for answer in answers) == {302: PEOPLE}
            assert readers.result() == dict.fromkeys(PAGES, (200, None))
        assert server.ask(WHO_COMES) == PEOPLE
        assert server.stop() == 0


def test_new_code_comes_in_without_a_request_lost(tmp_path: Path) -> None:
    with installation(tmp_path) as server:
        server.start()
        assert server.process
        web, worker = children_of(server.process.pid)
        [old] = children_of(web)
        stamp = Path(server.environment["DATA_DIR"]) / "static" / ".collected"
        of_these_files = stamp.read_text()
        stamp.write_text("other files")
        seen: Counter[int] = Counter()
        is_over = threading.Event()

        def ask() -> None:
            while not is_over.is_set():
                try:
                    status, _retry_after = get(f"{server.url}/cafes/")
                except http.client.RemoteDisconnected:  # let in and not yet heard when the old left: browsers ask again
                    status, _retry_after = get(f"{server.url}/cafes/")
                seen[status] += 1
                time.sleep(0.01)

        with ThreadPoolExecutor(3) as pool:
            askers = [pool.submit(ask) for _asker in range(3)]
            try:
                server.process.send_signal(signal.SIGHUP)
                until(lambda: len(children_of(web)) == 2)
                new = max(children_of(web), key=lambda process: process != old)
                os.kill(new, signal.SIGSTOP)  # it takes its time, and the old does not wait for it
                until(lambda: children_of(web) == [new])
                time.sleep(1)
                os.kill(new, signal.SIGCONT)
                until(lambda: worker not in children_of(server.process.pid))
                after = seen.total()
                until(lambda: seen.total() > after + 10 or any(asker.done() for asker in askers))
            finally:
                is_over.set()
        for asker in askers:
            asker.result()
        assert set(seen) == {200}
        assert stamp.read_text() == of_these_files, "the static files were those of the old code"
        assert server.stop() == 0


def test_second_cafe_on_the_same_port_says_so_and_ends(tmp_path: Path) -> None:
    with installation(tmp_path) as server:
        server.start()
        assert "Is the port free?" in server.refusal("serve")
        assert server.stop() == 0


def test_whatever_process_is_killed_the_cafe_comes_back_and_nothing_keeps_the_port(tmp_path: Path) -> None:
    with installation(tmp_path) as server:
        server.start()
        assert server.process
        for _time in range(2):
            web, worker = children_of(server.process.pid)
            os.kill(worker, signal.SIGKILL)
            until(lambda gone=worker: gone not in children_of(server.process.pid))
            until(lambda: len(children_of(server.process.pid)) == 2)
        served_by = children_of(web)
        os.kill(web, signal.SIGKILL)  # the supervisor ends with it, and a service manager starts all of it again
        assert server.process.wait(30) == 1
        until(lambda: not any(Path(f"/proc/{process}").exists() for process in served_by))
        server.start()
        family = [server.process.pid, *children_of(server.process.pid)]
        served_by = children_of(family[1])
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait(30)
        until(lambda: not any(Path(f"/proc/{process}").exists() for process in family + served_by))
        server.start()
        assert server.stop() == 0


def test_people_who_never_finish_their_request_keep_nobody_waiting(tmp_path: Path) -> None:
    with installation(tmp_path) as server, contextlib.ExitStack() as unfinished:
        server.start()
        for number in range(300):
            slow = unfinished.enter_context(socket.create_connection(("127.0.0.1", server.port)))
            if number % 2:
                slow.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
            else:
                slow.sendall(b"POST /accounts/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500\r\n\r\na=")
        assert statuses(server) == dict.fromkeys(PAGES, (200, None))
        assert server.stop() == 0


def test_killed_in_a_storm_it_loses_no_acknowledged_rsvp_and_doubles_no_mail(tmp_path: Path, postman, settings) -> None:
    with installation(tmp_path, EMAIL_URL=f"smtp://127.0.0.1:{settings.EMAIL_PORT}") as server:
        server.start()
        cafe = server.ask(OPEN_CAFE)
        acknowledged: list[str] = []
        lock = threading.Lock()

        def come(address: str, session: str) -> None:
            try:
                status = Visitor(server.url, session).post(f"/cafes/{cafe['slug']}/rsvp/", guests=0)
            except OSError:  # the server died under this request: nothing was promised
                return
            if status == 302:
                with lock:
                    acknowledged.append(address)

        threads = [threading.Thread(target=come, args=pair) for pair in cafe["sessions"].items()]
        for thread in threads:
            thread.start()
        while len(acknowledged) < PEOPLE // 4:
            time.sleep(0.005)
        server.kill()
        for thread in threads:
            thread.join()
        assert len(acknowledged) < PEOPLE, "the server was to die in the middle"

        server.start()
        for address, session in cafe["sessions"].items():  # everybody tries once more, as people do
            come(address, session)
        deadline = time.monotonic() + 60
        after = server.ask(AFTERMATH.format(cafe["slug"]))
        while any(state == "pending" for _kind, _who, state in after["mails"]):
            # A mail in the hands of the killed worker is sent when its lease is over.
            server.ask(
                "from members.models import Mail; from django.utils import timezone; "
                "Mail.objects.filter(state='pending').update(run_at=timezone.now()); answer = None"
            )
            assert time.monotonic() < deadline, after
            after = server.ask(AFTERMATH.format(cafe["slug"]))
        assert server.stop() == 0

    assert set(acknowledged) <= {address for address, *_rest in after["rsvps"]}
    assert Counter(row[1] for row in after["rsvps"]) == {"going": 10, "waiting": PEOPLE - 10}
    assert [row[1] for row in after["rsvps"][:10]] == ["going"] * 10
    assert Counter(address for _kind, address, _state in after["mails"]) == dict.fromkeys(cafe["sessions"], 1)
    # At most the one mail in flight came twice, and then under the same Message-ID.
    sent = {(letter["To"], letter["Message-ID"]) for letter in postman.letters}
    assert len(sent) == len({to for to, _identity in sent}) == PEOPLE


def test_full_disk_is_an_honest_503_for_who_writes_and_nobody_has_to_restart(small_disk: Path) -> None:
    with installation(small_disk) as server:
        server.start()
        cafe = server.ask(OPEN_SMALL_CAFE)
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
        cafe = server.ask(OPEN_SMALL_CAFE)
        visitor = Visitor(server.url, next(iter(cafe["sessions"].values())))
        with lost(server):
            if server.environment["DATABASE_URL"]:
                assert statuses(server) == dict.fromkeys(PAGES, (503, "10"))
                assert visitor.post(f"/cafes/{cafe['slug']}/rsvp/", guests=0) == 503
            else:  # a thread that has the file open goes on with it, wherever it is; nobody else gets in
                answers = set(statuses(server).values())
                assert (503, "10") in answers <= {(503, "10"), (200, None)}
                assert visitor.post(f"/cafes/{cafe['slug']}/rsvp/", guests=0) in {503, 302}
        assert statuses(server) == dict.fromkeys(PAGES, (200, None))
        assert visitor.post(f"/cafes/{cafe['slug']}/rsvp/", guests=0) == 302
        assert server.ask(WHO_COMES) == 1
        assert server.stop() == 0


KEEP_SOMETHING = """
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from tests.factories import make_edition, make_member, make_series
make_edition(make_series(slug="le-cafe")).rsvp(make_member("Ada", email="ada@example.org"))
answer = default_storage.save("venues/a.webp", ContentFile(b"a photo"))
"""
WHAT_IS_KEPT = """
from django.conf import settings
from django.core.files.storage import default_storage
from events.models import Rsvp
from members.models import Mail, Member
answer = dict(
    people=list(Member.objects.order_by("pk").values_list("name", flat=True)),
    rsvps=Rsvp.objects.count(),
    mails=Mail.objects.filter(kind="rsvp-going").count(),
    photos={name: default_storage.size(f"venues/{name}") for name in default_storage.listdir("venues")[1]},
    key=settings.SECRET_KEY,
)
"""
RSVPS_GO_ON = """
from itertools import count
from tests.factories import make_edition, make_member, make_series
edition = make_edition(make_series(slug="the-storm"), capacity=1000)
for number in count():
    edition.rsvp(make_member(f"Somebody {number}", email=f"somebody{number}@example.org"))
    print("one more", flush=True)
"""


def test_backup_made_in_a_storm_is_of_one_moment_and_comes_back_elsewhere(tmp_path: Path) -> None:
    with installation(tmp_path / "here") as here, installation(tmp_path / "there") as there:
        here.manage("migrate", "-v0")
        here.ask(KEEP_SOMETHING)
        with here.running("shell", "-v0", "-c", RSVPS_GO_ON) as storm:
            for _rsvp in range(5):
                storm.stdout.readline()
            backup = Path(here.manage("backup", str(tmp_path / "backups")).strip())
            assert storm.poll() is None, "it went on meanwhile"
        assert backup.stat().st_mode & 0o777 == 0o600
        assert [path.name for path in backup.parent.iterdir()] == [backup.name], "nothing else is left behind"

        assert "The café is as it was" in there.manage("restore", str(backup))
        before, after = here.ask(WHAT_IS_KEPT), there.ask(WHAT_IS_KEPT)
        assert after["rsvps"] == after["mails"] >= 6, "each RSVP with the mail of its own transaction"
        assert after["people"] == before["people"][: len(after["people"])]
        assert (after["photos"], after["key"]) == (before["photos"], before["key"])
        assert after["photos"] == {"a.webp": len("a photo")}


def test_living_cafe_is_restored_over_only_with_a_word_stopped_and_from_a_sound_backup(tmp_path: Path) -> None:
    with installation(tmp_path / "data") as server:
        server.start()
        server.ask(KEEP_SOMETHING)
        backup = Path(server.manage("backup").strip())
        damaged = tmp_path / "damaged"
        damaged.write_bytes(backup.read_bytes()[:-300])
        before = server.ask(WHAT_IS_KEPT)
        server.ask(KEEP_SOMETHING.replace("le-cafe", "later").replace("Ada", "Alan").replace("ada", "alan"))
        later = server.ask(WHAT_IS_KEPT)
        assert later["people"] == ["Ada", "Alan"]
        assert len(later["photos"]) == 2

        assert "with members" in server.refusal("restore", str(backup))
        assert "Stop it first" in server.refusal("restore", str(backup), "--force")
        assert server.stop() == 0
        assert "Nothing was changed" in server.refusal("restore", str(damaged), "--force")
        assert server.ask(WHAT_IS_KEPT) == later

        assert "The café is as it was" in server.manage("restore", str(backup), "--force")
        server.start()
        assert server.ask(WHAT_IS_KEPT) == before
        assert server.stop() == 0


def test_an_answer_in_two_pieces_does_not_wait_for_its_reader():
    """Else the second piece is held back until the first is known to have come: forty milliseconds, each time."""
    server = WebServer("cafecm.wsgi:application", address="127.0.0.1", port=0)
    server._init_shared_socket()
    with server._sso as listening, socket.create_connection(listening.getsockname()):
        listening.setblocking(True)
        connection, _address = listening.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 1


def test_what_the_program_consists_of_is_never_looked_through_for_what_is_left_over(tmp_path: Path) -> None:
    """Else what pages leave over lies about until there is a quarter as much of it: megabytes."""
    with installation(tmp_path) as server:
        looked_through = "import gc, cafecm.wsgi; answer = len(gc.get_objects())"
        assert server.ask(looked_through) < 10_000
