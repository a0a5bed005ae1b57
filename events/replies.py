"""Answers from calendars: what Yes, No and Maybe in a mailed invitation send back (RFC 5546, 3.2.3).

An answer does what the same word on the page does, and only where it is proven to be the member's own: the identity of
an edition stands in public feeds, and anybody can write any sender.
"""

import datetime
import email
import hashlib
import logging
import re
import uuid
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from icalendar import Calendar

from events.models import AnswersMissing, Edition, ReceivedReply, Rsvp, RsvpClosed, TooManyGuests
from members import outbox
from members.authenticity import is_genuine
from members.models import Mail, Member

logger = logging.getLogger("cafecm.replies")

MAIL_AT_MOST = 5 * 1024 * 1024
CALENDAR_AT_MOST = 64 * 1024
REPLIES_AN_HOUR = 10  # taken from one member: more are two machines talking to each other
ANSWERS_AN_HOUR = 3  # written to one address, beyond what a change of their place says
ANSWERS = ("reply-accepted", "reply-tentative", "reply-refused", "reply-unknown", "rsvp-waiting", "rsvp-asking")

_ADDRESS = r"[^\s<>(),;:\"\\@\x00-\x1f\x7f]+@[^\s<>(),;:\"\\@\x00-\x1f\x7f]+"
_SENDER = re.compile(rf"(?:[^<>,;]*<\s*(?P<angled>{_ADDRESS})\s*>|(?P<bare>{_ADDRESS}))\s*(?:\([^()]*\))?")
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class NotAnAnswer(Exception):
    """The mail is no answer to an invitation, or not one that can be read; the text says why."""


@dataclass(frozen=True)
class Reply:
    """One answer, as it stands in a mail: nothing of it is believed yet but `is_proven`, that `sender` sent it."""

    message_id: str
    sender: str
    attendee: str
    edition: uuid.UUID
    word: str
    sequence: int
    stamped_at: datetime.datetime
    is_proven: bool
    is_automatic: bool

    @property
    def key(self) -> str:
        """Makes what is written back to it once."""
        return f"reply:{hashlib.sha256(self.message_id.encode()).hexdigest()}"


def receive(content: bytes) -> str:
    """Takes one mail, whatever it is, and says in a few words what became of it."""
    try:
        reply = read(content)
    except NotAnAnswer as nothing:
        return f"ignored: {nothing}"
    outcome, reason = _take(reply)
    said = f"{outcome}: {reason}" if reason else str(outcome)
    logger.info("answer %s: %s", reply.message_id, said)
    return said


# Reading --------------------------------------------------------------------------------------------------------------


def read(content: bytes) -> Reply:
    """The answer in a mail. Raises NotAnAnswer."""
    if len(content) > MAIL_AT_MOST:
        raise NotAnAnswer("too large")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(content)
    except NotAnAnswer:
        raise
    except Exception:  # parsers that are handed anything may fail in any way
        raise NotAnAnswer("unreadable") from None


def _read(content: bytes) -> Reply:
    message = email.message_from_bytes(content)
    calendar = Calendar.from_ical(_calendar_of(message))
    method = str(calendar.get("METHOD", "")).upper()
    if method not in {"REPLY", "COUNTER"}:
        raise NotAnAnswer("no answer to an invitation")
    events = [part for part in calendar.subcomponents if part.name == "VEVENT"]
    if len(events) != 1:
        raise NotAnAnswer("not exactly one event")
    [event] = events
    if {name for name, _problem in event.errors} & {"UID", "DTSTAMP", "SEQUENCE", "ATTENDEE"}:
        raise NotAnAnswer("unreadable")
    attendee = event.get("ATTENDEE")
    if attendee is None or isinstance(attendee, list):
        raise NotAnAnswer("not exactly one attendee")
    return Reply(
        message_id=_message_id(message, content),
        sender=_sender(message),
        attendee=unquote(re.sub(r"^mailto:", "", str(attendee).strip(), flags=re.IGNORECASE)).strip(),
        edition=_edition(str(event.get("UID", ""))),
        word="COUNTER" if method == "COUNTER" else str(attendee.params.get("PARTSTAT", "")).upper(),
        sequence=int(event.get("SEQUENCE", 0)),
        stamped_at=_moment(event.get("DTSTAMP")),
        is_proven=is_genuine(_headers(message, "Authentication-Results"), _sender(message)),
        is_automatic=any(_QUOTED.sub("", text).split(";")[0].strip().lower() != "no" for text in _automatic(message)),
    )


def _calendar_of(message: Message) -> str:
    """The one calendar of the mail, attached or not; those in a forwarded mail are not its own."""
    calendars = [part for part in _parts(message) if part.get_content_type() == "text/calendar"]
    if len(calendars) != 1:
        raise NotAnAnswer("not exactly one calendar")
    content = calendars[0].get_payload(decode=True)
    if not isinstance(content, bytes) or len(content) > CALENDAR_AT_MOST:
        raise NotAnAnswer("too large")
    return content.decode("utf-8-sig", errors="replace")


def _parts(message: Message) -> Iterator[Message]:
    waiting = [message]
    while waiting:
        part = waiting.pop()
        yield part
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting += [each for each in part.get_payload() if isinstance(each, Message)]


def _headers(message: Message, name: str) -> list[str]:
    """All headers of this name, each on one line, the top one first."""
    return [" ".join(str(value).split()) for value in message.get_all(name, [])]


def _automatic(message: Message) -> list[str]:
    return _headers(message, "Auto-Submitted")


def _sender(message: Message) -> str:
    """The one address in the one From; a From that could be read in two ways is none."""
    senders = _headers(message, "From")
    found = _SENDER.fullmatch(_QUOTED.sub("", senders[0]).strip()) if len(senders) == 1 else None
    if found is None:
        raise NotAnAnswer("not exactly one sender")
    return found["angled"] or found["bare"]


def _message_id(message: Message, content: bytes) -> str:
    """The Message-ID, or what stands for it where there is none that can be kept."""
    names = _headers(message, "Message-ID")
    if len(names) == 1 and 0 < len(names[0]) <= 250 and names[0].isascii() and names[0].isprintable():
        return names[0]
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _edition(uid: str) -> uuid.UUID:
    name, _at, host = uid.strip().lower().partition("@")
    edition = name.removeprefix("edition-")
    if edition == name or host != str(settings.SITE_HOST).lower() or not _UUID.fullmatch(edition):
        raise NotAnAnswer("not about a café of ours")
    return uuid.UUID(edition)


def _moment(stamp: Any) -> datetime.datetime:
    """When the calendar made the answer; a clock that is ahead cannot keep later answers out."""
    moment = getattr(stamp, "dt", None)
    if not isinstance(moment, datetime.datetime):
        raise NotAnAnswer("unreadable")
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return min(moment.astimezone(datetime.UTC), timezone.now())


# Taking ---------------------------------------------------------------------------------------------------------------


def _take(reply: Reply) -> tuple[str, str]:
    """What became of the answer, and why nothing where nothing did."""
    member = Member.objects.filter(is_active=True).filter(pk=_pk_of(reply.sender)).first()
    with transaction.atomic():
        edition = Edition.objects.select_for_update(of=("self",)).select_related("series").filter(uid=reply.edition)
        about = edition.first()
        if about is None or not about.takes_answers:
            return "ignored", "no café to come"
        rsvp = about.rsvps.select_related("member").filter(member=member).first() if member else None
        if rsvp is None:
            if reply.is_proven:
                _write(reply, "reply-unknown", about)
            return "ignored", "nobody with an RSVP"
        if not reply.is_proven:
            _write(reply, "reply-refused", about, member, reason="unproven")
            return "ignored", "unproven"
        record, is_new = ReceivedReply.objects.get_or_create(
            message_id=reply.message_id, defaults={"rsvp": rsvp, "outcome": ReceivedReply.Outcome.IGNORED}
        )
        if not is_new:
            return "ignored", "seen before"
        record.reason = _refusal(rsvp, reply) or _apply(about, rsvp, reply)
        if not record.reason:
            record.outcome = ReceivedReply.Outcome(reply.word.lower())
            record.stamped_at = reply.stamped_at
        elif record.reason not in {"outdated", "too many"}:
            _write(reply, "reply-refused", about, member, reason=record.reason)
        record.save(update_fields=["outcome", "reason", "stamped_at"])
    return str(record.outcome), record.reason


def _pk_of(address: str) -> int | None:
    owner = Member.objects.owner_of(address)
    return owner.pk if owner else None


def _refusal(rsvp: Rsvp, reply: Reply) -> str:
    """Why the answer is not taken, whatever it says; "" where it is."""
    taken = ReceivedReply.objects.filter(stamped_at__isnull=False)
    last = taken.filter(rsvp=rsvp).aggregate(last=Max("stamped_at"))["last"]
    if last and reply.stamped_at <= last:
        return "outdated"
    an_hour_ago = timezone.now() - datetime.timedelta(hours=1)
    if taken.filter(rsvp__member=rsvp.member_id, received_at__gt=an_hour_ago).count() >= REPLIES_AN_HOUR:
        return "too many"
    if reply.word not in {"ACCEPTED", "DECLINED", "TENTATIVE"} or reply.attendee.lower() != reply.sender.lower():
        return "unclear"
    if reply.word != "DECLINED" and reply.sequence < rsvp.answers_from:
        return "stale"  # a no to an earlier date is a no; a yes to it is none (RFC 5546, 2.1.5)
    return ""


def _apply(edition: Edition, rsvp: Rsvp, reply: Reply) -> str:
    """Does what the member said; answers why it cannot be done, or ""."""
    member = rsvp.member
    if reply.word == "DECLINED":
        edition.cancel_rsvp(member)
    elif reply.word == "TENTATIVE":
        if not rsvp.is_cancelled:
            _write(reply, "reply-tentative", edition, member)
    elif rsvp.is_going:
        if rsvp.must_answer or rsvp.is_tentative:
            edition.confirm(member)
            _write(reply, "reply-accepted", edition, member)
    else:
        party = (0, []) if rsvp.is_cancelled else (rsvp.guests, rsvp.guest_names)
        try:
            now = edition.rsvp(member, guests=party[0], guest_names=party[1])
        except RsvpClosed:
            return "closed"
        except TooManyGuests:
            return "unclear"
        except AnswersMissing:
            return "questions"
        if now.status == rsvp.status:  # the calendar shows a place: it is told once more that there is none yet
            _write(reply, f"rsvp-{now.status}", edition, member)
    return ""


def _write(reply: Reply, kind: str, edition: Edition, member: Member | None = None, **data: Any) -> None:
    """Writes back: once to each answer, never to a machine, and to nobody more than a few times an hour."""
    to = {"member": member} if member else {"address": reply.sender}
    lately = Mail.objects.filter(created_at__gt=timezone.now() - datetime.timedelta(hours=1), kind__in=ANSWERS)
    if not reply.is_automatic and lately.filter(**to).count() < ANSWERS_AN_HOUR:
        outbox.post(
            kind,
            member=member,
            address="" if member else reply.sender,
            key=reply.key,
            expires_at=edition.starts_at,
            edition=edition.pk,
            **data,
        )
