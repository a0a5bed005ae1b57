"""Every mail arrives, once and in its order, whatever the mail server does meanwhile; and nobody waits for it."""

import datetime
import threading
from collections import defaultdict

import pytest
import time_machine
from django.core.mail import send_mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from members import outbox
from members.models import Mail
from tests.factories import make_edition, make_member
from tests.smtp import postman

__all__ = ["postman"]

READERS = [f"reader{number}@example.org" for number in range(5)]
REFUSED = "gone@example.org"
SUBJECTS = ["un", "deux", "trois"]


def write_to_everybody() -> None:
    for subject in SUBJECTS:
        for address in (*READERS, REFUSED):
            send_mail(subject, "Un mot.", None, [address])


def try_for(hours: float, *, since: datetime.datetime) -> datetime.datetime:
    """What the worker does meanwhile, every five minutes; answers when it stopped."""
    now, until = since, since + datetime.timedelta(hours=hours)
    while now < until:
        with time_machine.travel(now, tick=False):
            for _turn in range(40):  # the worker goes on after an outage, half a second later
                if not outbox.deliver_next() and not Mail.objects.due(timezone.now()).exists():
                    break
        now += datetime.timedelta(minutes=5)
    return now


@pytest.mark.django_db
@pytest.mark.parametrize(
    "trouble",
    ["down", "slow", "busy for each", "busy", "hanging up", "all of them"],
)
def test_all_arrive_once_and_in_order_after_the_server_is_back(postman, settings, trouble):
    settings.EMAIL_TIMEOUT = 0.2
    postman.refused = {REFUSED}
    now = timezone.now()
    troubles = ["down", "slow", "busy for each", "busy", "hanging up"] if trouble == "all of them" else [trouble]
    for one in troubles:
        with time_machine.travel(now, tick=False):
            write_to_everybody()
        if one == "down":
            postman.close()
            now = try_for(0.5, since=now)
            postman.open()
        elif one == "slow":
            postman.silences = 3
        elif one == "busy for each":
            postman.answers = ["451 Later"] * 8
        elif one == "busy":
            postman.answers = ["421 Too busy, closing"] * 3
        else:
            postman.hang_ups = 4
        now = try_for(0.25, since=now)
    try_for(4, since=now)

    received = defaultdict(list)
    for letter in postman.letters:
        received[letter["To"]].append(letter["Subject"])
    assert received == dict.fromkeys(READERS, SUBJECTS * len(troubles))
    assert len({letter["Message-ID"] for letter in postman.letters}) == len(postman.letters)
    assert (postman.answers, postman.silences, postman.hang_ups) == ([], 0, 0)
    refused = Mail.objects.filter(address=REFUSED)
    assert set(refused.values_list("state", flat=True)) == {"failed"}
    assert {"No such user here" in mail.last_error for mail in refused} == {True}
    assert Mail.objects.exclude(address=REFUSED).exclude(state="sent").count() == 0


@pytest.mark.django_db(transaction=True)
def test_rsvp_is_answered_while_the_server_keeps_the_worker_waiting(postman, client):
    edition, ada = make_edition(), make_member()
    send_mail("Bonjour", "Un mot.", None, ["reader@example.org"])
    postman.gate.clear()
    events = []

    def work() -> None:
        try:
            outbox.deliver_next()
            events.append("the server has taken the mail")
        finally:
            connection.close()  # this thread's own

    worker = threading.Thread(target=work)
    worker.start()
    assert postman.has_begun.wait(30)
    client.force_login(ada)
    answer = client.post(reverse("events:rsvp", args=[edition.slug]))
    events.append(f"the RSVP is answered with {answer.status_code}")
    assert edition.rsvp_of(ada).is_going
    postman.gate.set()
    worker.join(30)
    assert events == ["the RSVP is answered with 302", "the server has taken the mail"]
