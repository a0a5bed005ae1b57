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

OPEN_A_CAFE = f"""
from django.test import Client
from django.conf import settings
settings.ALLOWED_HOSTS = ["*"]
from tests.factories import make_edition, make_member
edition = make_edition(capacity=10)
sessions = dict()
for number in range({PEOPLE}):
    client, member = Client(), make_member()
    client.force_login(member)
    sessions[member.email] = client.session.session_key
answer = dict(slug=edition.slug, sessions=sessions)
"""

WHO_HAS_WHAT = """
from events.models import Rsvp
from members.models import Mail
kinds = ["rsvp-going", "rsvp-waiting"]
answer = dict(
    rsvps=list(Rsvp.objects.order_by("position").values_list("member__email", "status")),
    mails=list(Mail.objects.filter(kind__in=kinds).values_list("member__email", "state")),
)
"""


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
        cafe = server.ask(OPEN_A_CAFE)
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
        while (after := server.ask(WHO_HAS_WHAT)) and any(state == "pending" for _who, state in after["mails"]):
            # A mail in the hands of the killed worker is sent when its lease is over.
            server.ask(
                "from members.models import Mail; from django.utils import timezone; "
                "Mail.objects.filter(state='pending').update(run_at=timezone.now()); answer = None"
            )
            assert time.monotonic() < deadline, after
        assert server.stop() == 0

    assert set(acknowledged) <= {address for address, _status in after["rsvps"]}
    assert Counter(status for _address, status in after["rsvps"]) == {"going": 10, "waiting": PEOPLE - 10}
    assert [status for _address, status in after["rsvps"][:10]] == ["going"] * 10
    assert Counter(address for address, _state in after["mails"]) == dict.fromkeys(cafe["sessions"], 1)
    # At most the one mail in flight came twice, and then under the same Message-ID.
    sent = {(letter["To"], letter["Message-ID"]) for letter in postman.letters}
    assert len(sent) == len({to for to, _identity in sent}) == PEOPLE
