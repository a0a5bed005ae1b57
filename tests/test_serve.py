"""`manage.py serve`: it starts, ends, comes back, and loses nothing on the way."""

import threading
import time
from collections import Counter
from pathlib import Path

from tests.server import installation
from tests.smtp import postman
from tests.storm import Visitor

__all__ = ["postman"]

PEOPLE = 60

OPEN_CAFE = f"from tests.storm import open_cafe; answer = open_cafe(people={PEOPLE}, capacity=10)"
AFTERMATH = "from tests.storm import aftermath; answer = aftermath({!r})"


def test_it_starts_ends_cleanly_and_keeps_what_it_has(tmp_path: Path) -> None:
    with installation(tmp_path) as server:
        server.start()
        server.ask("from tests.factories import make_series; make_series(slug='a-garder'); answer = None")
        assert server.stop() == 0
        server.start()
        assert server.ask("from events.models import Series; answer = Series.objects.get().slug") == "a-garder"
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
