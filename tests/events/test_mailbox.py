"""The mailbox that the worker looks into: each mail taken once, whatever the server and the worker go through."""

import datetime
import os
import signal
import ssl
import subprocess
import sys
import threading
import time

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import OperationalError, connection

from cafecm import environment
from cafecm.environment import Mailbox
from events import mailbox
from events.models import MailboxMark, ReceivedReply, Rsvp
from tests.events.test_replies import come, edition, letter, status
from tests.factories import make_member
from tests.imap import post

pytestmark = pytest.mark.django_db
__all__ = ["edition", "post"]  # fixtures


@pytest.fixture(autouse=True)
def the_house(settings):
    settings.SITE_HOST, settings.AUTHSERV_ID = "cafe.example.com", "mx.cafe.example.com"


@pytest.fixture
def ada():
    return make_member("Ada", email="ada@example.org")


def numbered(number: int, **changes: str) -> bytes:
    """The same answer in another mail, a second later for each number."""
    made_at = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=1) + datetime.timedelta(seconds=number)
    return letter(stamp=f"{made_at:%Y%m%dT%H%M%SZ}", Message_ID=f"<{number}@mail.example.org>", **changes)


def taken() -> list[tuple[str, str]]:
    return list(ReceivedReply.objects.order_by("pk").values_list("message_id", "outcome"))


# What it takes --------------------------------------------------------------------------------------------------------


def test_a_mail_that_arrives_does_what_the_command_does_with_it(post, edition, ada):
    come(edition, ada)
    post.bring(b"From: somebody@example.org\r\nSubject: Bonjour\r\n\r\nUne question")
    post.bring(numbered(1, word="DECLINED"))
    assert mailbox.look(post.mailbox) == 2
    assert status(edition, ada) == "cancelled"
    assert mailbox.look(post.mailbox) == 0
    post.bring(numbered(2, word="ACCEPTED"))
    assert mailbox.look(post.mailbox) == 1
    assert status(edition, ada) == "going"
    assert [command.split()[0] for command in post.asked].count("LOGIN") == 3


def test_the_mailbox_is_read_and_not_touched(post, edition, ada):
    come(edition, ada)
    post.bring(numbered(1))
    mailbox.look(post.mailbox)
    commands = [command for command in post.asked if not command.startswith(("LOGIN", "CAPABILITY", "LOGOUT"))]
    assert [command.split()[0] for command in commands] == ["EXAMINE", "UID", "UID"]
    assert "BODY.PEEK[]" in commands[-1]


def test_a_mailbox_that_is_new_is_read_from_last_week_on(post, edition, ada):
    come(edition, ada)
    post.bring(numbered(1))
    mailbox.look(post.mailbox)
    search = next(command for command in post.asked if "SEARCH" in command)
    day = (datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=7)).strftime("%-d-%b-%Y")
    assert search == f"UID SEARCH SINCE {day}"


def test_what_a_server_numbers_anew_is_taken_and_counts_no_second_time(post, edition, ada):
    come(edition, ada)
    post.bring(numbered(1, word="DECLINED"))
    mailbox.look(post.mailbox)
    before = list(Rsvp.objects.values())
    post.validity, post.mails = 8, {40: post.mails[1]}
    assert mailbox.look(post.mailbox) == 1
    assert list(Rsvp.objects.values()) == before
    assert MailboxMark.objects.values_list("validity", "uid").get() == (8, 40)


def test_a_mail_that_is_deleted_meanwhile_keeps_no_other_waiting(post, edition, ada):
    come(edition, ada)
    post.deleted_meanwhile.add(1)
    post.mails[2] = numbered(1, word="DECLINED")
    mailbox.look(post.mailbox)
    assert status(edition, ada) == "cancelled"


def test_a_huge_mail_is_fetched_no_further_than_it_is_read(post, edition, ada):
    come(edition, ada)
    post.bring(b"Subject: x\r\n\r\n" + b"x" * (6 * 1024 * 1024))
    post.bring(numbered(1, word="DECLINED"))
    assert mailbox.look(post.mailbox) == 2
    assert status(edition, ada) == "cancelled"


# What goes wrong ------------------------------------------------------------------------------------------------------


def test_a_connection_cut_in_the_middle_of_a_mail_loses_none_and_doubles_none(post, edition, ada):
    come(edition, ada)
    for number, word in enumerate(["DECLINED", "ACCEPTED", "TENTATIVE"], start=1):
        post.bring(numbered(number, word=word))
    post.cuts_in_mail = {2, 3}
    for _cut in range(2):
        assert not mailbox.try_to_look(post.mailbox)
    assert mailbox.try_to_look(post.mailbox)
    assert taken() == [
        ("<1@mail.example.org>", "declined"),
        ("<2@mail.example.org>", "accepted"),
        ("<3@mail.example.org>", "tentative"),
    ]
    fetched = [command for command in post.asked if "FETCH" in command]
    assert len(fetched) == 5  # each that was cut, once more


@pytest.mark.parametrize("fault", ["down", "wrong password", "no IMAP"])
def test_a_server_that_does_not_answer_well_is_a_line_in_the_log(post, fault, caplog, ada):
    box = post.mailbox
    if fault == "down":
        box = Mailbox("127.0.0.1", 1, "cafe", "x", "INBOX", "")
    elif fault == "wrong password":
        box = Mailbox("127.0.0.1", box.port, "cafe", "other", "INBOX", "")
    else:
        box = Mailbox("127.0.0.1", box.port, "cafe", box.password, "INBOX", "tls")  # the server speaks plainly
    assert not mailbox.try_to_look(box)
    assert [record.name for record in caplog.records] == ["cafecm.mailbox"]
    assert "other" not in caplog.text


def test_a_database_that_goes_leaves_the_mail_for_the_next_look(post, edition, ada):
    """The statement that frees the place fails once, as it does where the database goes away."""
    come(edition, ada)
    post.bring(numbered(1, word="DECLINED"))
    failed = []

    def go_away(execute, sql, params, many, context):
        if "UPDATE" in sql and "events_rsvp" in sql and not failed:
            failed.append(sql)
            raise OperationalError("the database does not answer")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(go_away):
        assert not mailbox.try_to_look(post.mailbox)
    assert (failed != [], status(edition, ada), taken()) == (True, "going", [])
    assert mailbox.try_to_look(post.mailbox)
    assert status(edition, ada) == "cancelled"


@pytest.mark.django_db(transaction=True)
def test_workers_that_look_at_once_take_each_mail_once(post, edition, ada):
    come(edition, ada)
    for number in range(1, 9):
        post.bring(numbered(number, word="DECLINED" if number % 2 else "ACCEPTED"))
    counts: list[int] = []

    def work() -> None:
        counts.append(mailbox.look(post.mailbox))
        connection.close()

    workers = [threading.Thread(target=work) for _number in range(3)]
    MailboxMark.objects.all().delete()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(counts) == 8
    assert [message_id for message_id, _outcome in taken()] == [f"<{n}@mail.example.org>" for n in range(1, 9)]


KILLED = """
import os, signal, sys
import django
django.setup()
from events import mailbox
from events.models import MailboxMark
from cafecm.environment import Mailbox

save, left = MailboxMark.save, [int(sys.argv[2])]
def last_words(self, **options):
    save(self, **options)
    left[0] -= "update_fields" in options
    if left[0] == 0:  # the mail has done its work, and its transaction is still open
        os.kill(os.getpid(), signal.SIGKILL)
MailboxMark.save = last_words
mailbox.look(Mailbox("127.0.0.1", int(sys.argv[1]), "cafe", os.environ["POST_PASSWORD"], "INBOX", ""))
"""


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_it_takes_a_mail_takes_it_once_more_and_it_counts_once(post, edition, ada):
    """Another process, killed with SIGKILL inside the transaction of the second mail; then of the third."""
    come(edition, ada)
    for number, word in enumerate(["DECLINED", "ACCEPTED", "DECLINED", "ACCEPTED"], start=1):
        post.bring(numbered(number, word=word))
    name = connection.settings_dict["NAME"]
    url = (
        f"sqlite:///{name}"
        if connection.vendor == "sqlite"
        else "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**connection.settings_dict)
    )
    environ = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "cafecm.settings",
        "SITE_URL": "http://cafe.example.com",
        "AUTHSERV_ID": "mx.cafe.example.com",
        "POST_PASSWORD": post.password,
    }
    for already in (1, 2):
        run = subprocess.run([sys.executable, "-c", KILLED, str(post.mailbox.port), "2"], env=environ, timeout=60)
        assert run.returncode == -signal.SIGKILL
        assert len(taken()) == already
    assert mailbox.look(post.mailbox) == 2
    assert taken() == [
        ("<1@mail.example.org>", "declined"),
        ("<2@mail.example.org>", "accepted"),
        ("<3@mail.example.org>", "declined"),
        ("<4@mail.example.org>", "accepted"),
    ]
    assert Rsvp.objects.get().times_freed == 2


# TLS ------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def certified(post, tmp_path, monkeypatch):
    """The server speaks TLS with a certificate that this machine believes."""
    certificate = tmp_path / "certificate.pem"
    key = tmp_path / "key.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject, *files]
    subprocess.run(make, check=True, capture_output=True)
    post.tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    post.tls.load_cert_chain(certificate, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return certificate


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls_is_spoken_from_the_first_byte_or_before_the_password(post, certified, security, edition, ada):
    come(edition, ada)
    post.is_implicit = security == "tls"
    post.bring(numbered(1, word="DECLINED"))
    box = Mailbox("127.0.0.1", post.mailbox.port, "cafe", post.password, "INBOX", security)
    assert mailbox.look(box) == 1
    words = [command.split()[0] for command in post.asked]
    assert "STARTTLS" not in words if security == "tls" else words.index("STARTTLS") < words.index("LOGIN")


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_that_nobody_vouches_for_gets_no_password(post, certified, security, monkeypatch, ada):
    post.is_implicit = security == "tls"
    monkeypatch.delenv("SSL_CERT_FILE")
    assert not mailbox.try_to_look(Mailbox("127.0.0.1", post.mailbox.port, "cafe", post.password, "INBOX", security))
    assert "LOGIN" not in [command.split()[0] for command in post.asked]


# The setting and the worker -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", None),
        (
            "imaps://cafe%40example.org:p%2Fw%22@mail.example.org",
            Mailbox("mail.example.org", 993, "cafe@example.org", 'p/w"', "INBOX", "tls"),
        ),
        (
            "imap+tls://cafe:x@mail.example.org:1430/Caf%20CM",
            Mailbox("mail.example.org", 1430, "cafe", "x", "Caf CM", "starttls"),
        ),
        ("imap://cafe:x@127.0.0.1:1143/INBOX", Mailbox("127.0.0.1", 1143, "cafe", "x", "INBOX", "")),
    ],
)
def test_the_setting_names_a_mailbox(monkeypatch, url, expected):
    monkeypatch.setenv("IMAP_URL", url)
    assert environment.mailbox("IMAP_URL") == expected
    assert "p/w" not in repr(expected)


@pytest.mark.parametrize(
    "url",
    [
        "imap://cafe:hushhush@mail.example.org/INBOX",  # the password would be for everybody to read
        "pop3://cafe:hushhush@mail.example.org",
        "imaps://mail.example.org/INBOX",
        "imaps://cafe:@mail.example.org",
        "imaps://cafe:hushhush@",
        "imaps://cafe:hushhush@mail.example.org:port",
        "imaps://cafe:hushhush@mail.example.org/INBOX%22%0D%0ADELETE",
        "imaps://caf%C3%A9:hushhush@mail.example.org",
        "cafe",
    ],
)
def test_a_misspelt_setting_stops_the_start_and_does_not_repeat_the_password(monkeypatch, url):
    monkeypatch.setenv("IMAP_URL", url)
    with pytest.raises(ImproperlyConfigured, match="IMAP_URL takes") as refused:
        environment.mailbox("IMAP_URL")
    assert "hushhush" not in str(refused.value)


def test_the_worker_looks_into_the_mailbox(post, edition, ada, settings):
    come(edition, ada)
    post.bring(numbered(1, word="DECLINED"))
    settings.MAILBOX = post.mailbox
    call_command("worker", once=True)
    assert status(edition, ada) == "cancelled"


@pytest.mark.django_db(transaction=True)
def test_the_watch_reads_what_arrives_and_ends_when_it_is_told(post, edition, ada):
    come(edition, ada)
    post.bring(numbered(1, word="DECLINED"))
    stopping = threading.Event()
    watch = mailbox.Watch(post.mailbox, stopping)
    watch.start()
    deadline = time.monotonic() + 20
    while not taken() and time.monotonic() < deadline:
        time.sleep(0.05)
    stopping.set()
    watch.join(20)
    assert not watch.is_alive()
    assert status(edition, ada) == "cancelled"
