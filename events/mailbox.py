"""Mails that arrive in a mailbox: the worker looks there, and each is taken as `manage.py receive_mail` takes it.

Nothing in the mailbox is changed, not even what is read there: people read it too. What has been taken is known by the
number that the server gave it (RFC 9051, 2.3.1.1), written in the transaction of what the mail did.
"""

import datetime
import hashlib
import imaplib
import logging
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import Error as DatabaseError
from django.db import InterfaceError, OperationalError, close_old_connections, transaction
from django.utils import timezone

from cafecm.environment import Mailbox
from events import replies
from events.models import MailboxMark
from members import bounces

logger = logging.getLogger("cafecm.mailbox")

LOOK_EVERY = 60  # seconds
LOOK_AGAIN_AT_MOST = 900  # seconds, after failures that go on
PATIENCE = 20  # seconds for each answer of the server
FIRST_LOOK = datetime.timedelta(days=7)  # into a mailbox, or one that its server has numbered anew
FAILURES = (OSError, imaplib.IMAP4.error, ValueError)


def receive(content: bytes) -> str:
    """Takes one mail, a report of a failure, an answer of a calendar or anything else; says what became of it."""
    return bounces.receive(content) or replies.receive(content)


def look(mailbox: Mailbox) -> int:
    """Takes every mail that is new in the mailbox, and answers how many there were.

    Raises OSError and imaplib.IMAP4.error where the server does not answer, cuts or refuses; what was taken stays so.
    """
    name = hashlib.sha256(f"{mailbox.user}@{mailbox.host}:{mailbox.port}/{mailbox.folder}".encode()).hexdigest()
    with _opened(mailbox) as server:
        validity = _validity(server)
        mark, _is_new = MailboxMark.objects.get_or_create(name=name)
        taken = 0
        for uid in _new(server, mark.uid if mark.validity == validity else None):
            content = _fetch(server, uid)
            taken += _take(name, validity, uid, content)
    return taken


def try_to_look(mailbox: Mailbox) -> bool:
    """The same, but a server or a database that fails is a line in the log; answers whether none did."""
    try:
        look(mailbox)
    except (*FAILURES, DatabaseError) as error:
        logger.warning("the mailbox cannot be read now: %s", error)
        return False
    return True


class Watch(threading.Thread):
    """Looks into the mailbox in a thread of its own: a slow server delays no mail that goes out."""

    def __init__(self, mailbox: Mailbox, stopping: threading.Event) -> None:
        super().__init__(name="mailbox", daemon=True)
        self.mailbox, self.stopping = mailbox, stopping

    def run(self) -> None:
        pause = LOOK_EVERY
        while not self.stopping.is_set():
            pause = LOOK_EVERY if try_to_look(self.mailbox) else min(2 * pause, LOOK_AGAIN_AT_MOST)
            close_old_connections()
            self.stopping.wait(pause)


@contextmanager
def _opened(mailbox: Mailbox) -> Iterator[imaplib.IMAP4]:
    """The server with the folder open, to read only."""
    context = ssl.create_default_context()
    if mailbox.security == "tls":
        server: imaplib.IMAP4 = imaplib.IMAP4_SSL(mailbox.host, mailbox.port, ssl_context=context, timeout=PATIENCE)
    else:
        server = imaplib.IMAP4(mailbox.host, mailbox.port, timeout=PATIENCE)
    try:
        if mailbox.security == "starttls":
            server.starttls(context)
        server.login(f'"{mailbox.user}"', mailbox.password)  # the password is quoted by the library, the name is not
        _ok(server.select(f'"{mailbox.folder}"', readonly=True))
        yield server
        with suppress(*FAILURES):
            server.logout()
    finally:
        with suppress(OSError):  # closed by the logout
            server.shutdown()


def _ok(answer: tuple[str, list]) -> list:
    """What an answer brings. Raises imaplib.IMAP4.error for a refusal."""
    word, brought = answer
    if word != "OK":
        raise imaplib.IMAP4.error(f"the server said {word}")
    return brought


def _validity(server: imaplib.IMAP4) -> int:
    """The age of the folder's numbers: with another one, they mean other mails."""
    _name, brought = server.response("UIDVALIDITY")
    return int(brought[0] or 0)


def _new(server: imaplib.IMAP4, last: int | None) -> list[int]:
    """The numbers of the mails after the last one taken; of the latest days where none was."""
    if last is None:
        since = (timezone.now() - FIRST_LOOK).date()
        words = ["SINCE", f"{since.day}-{_MONTHS[since.month - 1]}-{since.year}"]
    else:
        words = ["UID", f"{last + 1}:*"]  # which names the last mail even where none is new
    (found, *_rest) = _ok(server.uid("SEARCH", *words))
    return sorted(uid for uid in map(int, (found or b"").split()) if uid > (last or 0))


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]  # in any locale


def _fetch(server: imaplib.IMAP4, uid: int) -> bytes:
    """The mail as it came, cut where it is too large to be taken; nothing where somebody has deleted it meanwhile."""
    brought = _ok(server.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{replies.MAIL_AT_MOST + 1}>)"))
    return next((part[1] for part in brought if isinstance(part, tuple)), b"")


def _take(name: str, validity: int, uid: int, content: bytes) -> bool:
    """Takes one mail, and marks it as taken in the same transaction; answers whether no other worker had."""
    with transaction.atomic():
        mark = MailboxMark.objects.select_for_update().get(name=name)
        if mark.validity == validity and mark.uid >= uid:
            return False
        try:
            with transaction.atomic():
                said = receive(content) if content else "gone"
        except (OperationalError, InterfaceError):  # the database, not the mail
            raise
        except Exception:  # one mail that breaks something does not keep all others waiting
            logger.exception("mail %s of the mailbox could not be taken", uid)
        else:
            logger.info("mail %s of the mailbox: %s", uid, said)
        mark.validity, mark.uid = validity, uid
        mark.save(update_fields=["validity", "uid"])
    return True
