"""Writing mails down and sending them.

`post` writes a row in the caller's transaction; `deliver_next`, called by the worker, makes the words and sends them
through the transport of the settings. A kind of mail is a function that an app registers with `@kind("…")`: it gets the
row and answers a Message, or None where the mail has become pointless, and then it is dropped. A kind that belongs to a
topic, `@kind("…", topic=Topic.RECAPS)`, is for those who want that topic, and says in each mail how to end it.
"""

import base64
import datetime
import io
import logging
import random
import re
import smtplib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from email.encoders import encode_base64
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from typing import Any

import css_inline
import segno
from django.conf import settings
from django.core.mail import BadHeaderError, EmailMessage, EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from members.links import stop_link
from members.models import Mail, Member, Suppression, Topic
from members.models.mail import ASKED_FOR, PAUSE_AT_MOST, READY_MADE
from members.models.member import normalise_address

logger = logging.getLogger("cafecm.outbox")

FIRST_PAUSE = datetime.timedelta(seconds=15)
OUTAGE_PAUSE_AT_MOST = datetime.timedelta(minutes=5)


@dataclass(frozen=True)
class Link:
    """A button or a link: what it says and where it goes (an absolute address)."""

    label: str
    url: str


@dataclass(frozen=True)
class CalendarPart:
    """The same message for calendars (iMIP, RFC 6047): REQUEST or CANCEL, and the file that says so."""

    method: str
    body: bytes


@dataclass(frozen=True)
class Written:
    """What somebody has written in Markdown: as they typed it, and as HTML that is safe to show."""

    text: str
    html: SafeString


@dataclass(frozen=True)
class Message:
    """What a mail says; the plain text and the HTML are both made from it.

    `word` is what the organizers say in their own words, `written` a whole letter of theirs, `facts` are pairs of a
    label and a value (date, place …), `action` is the one link that matters, `qr` the text of a QR code, which only the
    HTML shows; `notes` come small at the end; `calendar` is for the reader's calendar.
    """

    subject: str
    paragraphs: Sequence[str]
    word: str = ""
    written: Written | None = None
    facts: Sequence[tuple[str, str]] = ()
    action: Link | None = None
    links: Sequence[Link] = ()
    notes: Sequence[str] = ()
    code: str = ""
    qr: str = ""
    calendar: CalendarPart | None = None
    headers: dict[str, str] = field(default_factory=dict)


_ADDRESS = re.compile(r"\S+://\S+|(?<!\S)[^\s@]*[^\W_]\.[^\W\d_]{2}[^\s@]*(?!\S)")
Writer = Callable[[Mail], Message | None]
_writers: dict[str, Writer] = {}
_topics: dict[str, Topic] = {}


def kind(name: str, *, topic: Topic | None = None) -> Callable[[Writer], Writer]:
    """Registers the function that writes the mails of this kind; without a topic, they cannot be switched off."""

    def register(writer: Writer) -> Writer:
        _writers[name] = writer
        if topic:
            _topics[name] = topic
        return writer

    return register


def topics() -> list[Topic]:
    """Those that some kind of mail belongs to, in their order."""
    return [topic for topic in Topic if topic in _topics.values()]


def post(
    kind: str,
    *,
    member: Member | None = None,
    address: str = "",
    key: str | None = None,
    expires_at: datetime.datetime | None = None,
    **data: Any,
) -> None:
    """Writes one mail into the outbox, to a member or to an address; a key that is there already changes nothing."""
    post_all(kind, [member] if member else [], address=address, key=key, expires_at=expires_at, **data)


def post_all(
    kind: str,
    members: Iterable[Member],
    *,
    address: str = "",
    key: str | None = None,
    expires_at: datetime.datetime | None = None,
    **data: Any,
) -> None:
    """Writes the same kind of mail to each member, in one query; with a key, each of them gets it once."""
    if kind != READY_MADE and kind not in _writers:
        raise LookupError(f"nobody writes mails of the kind “{kind}”")
    if address and kind in _topics:
        raise LookupError(f"mails of the kind “{kind}” are for members, who can say no to them")
    rows = [
        Mail(kind=kind, member=member, key=f"{key}:{member.pk}" if key else None, expires_at=expires_at, data=data)
        for member in members
    ]
    if address:
        rows.append(Mail(kind=kind, address=address, key=key, expires_at=expires_at, data=data))
    Mail.objects.bulk_create(rows, ignore_conflicts=key is not None)


def told(kind: str, key: str) -> set[int]:
    """The keys of the members who have been written to under this key of a kind."""
    mails = Mail.objects.filter(kind=kind, key__startswith=f"{key}:", member__isnull=False)
    return set(mails.values_list("member", flat=True))


def deliver_next() -> bool:
    """Sends the next due mail, if there is one; answers False where there is none, or the mail server is out.

    What was refused for good is over; what was refused for now is tried again, with growing pauses. A server that is
    down, slow, or hangs up in the middle is no fault of the mail: it is tried again until it is sent or too late.
    """
    mail = Mail.objects.claim()
    if mail is None:
        return False
    if reason := _why_not(mail):
        mail.drop(reason)
        return True
    try:
        message = _compose(mail)
        if message is None:
            mail.drop("no longer of use")
            return True
        message.connection = get_connection(settings.MAIL_TRANSPORT)
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPNotSupportedError) as error:
        if _is_permanent(error):
            mail.fail(_said(error))
        else:
            mail.retry(_said(error), pause=_pause(mail, PAUSE_AT_MOST))
    except smtplib.SMTPSenderRefused as error:  # our own address, or the size of this mail: somebody must look
        mail.retry(_said(error), pause=_pause(mail, OUTAGE_PAUSE_AT_MOST))
        return False
    except OSError as error:  # the server, the network or our account with it; smtplib's other errors too
        logger.warning("mail %s waits, the mail server does not take it: %s", mail.uuid, _said(error))
        mail.put_off(_said(error), pause=_pause(mail, OUTAGE_PAUSE_AT_MOST))
        return False
    except Exception as error:  # whatever happens to one mail, the worker goes on with the next
        logger.exception("mail %s could not be sent", mail.uuid)
        mail.retry(_said(error), pause=_pause(mail, PAUSE_AT_MOST))
    else:
        mail.mark_sent()
    return True


def _why_not(mail: Mail) -> str:
    """Why this mail is not sent, in words that organizers can read; "" where it is."""
    if mail.is_late(timezone.now()):
        return "too late"
    if mail.kind not in ASKED_FOR and Suppression.objects.filter(address=normalise_address(mail.recipient)).exists():
        return "the address does not exist"
    topic = _topics.get(mail.kind)
    if topic and mail.member and not mail.member.wants(topic):
        return "not wanted"
    return ""


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _pause(mail: Mail, at_most: datetime.timedelta) -> datetime.timedelta:
    """Twice as long each time, and not the same for all that failed together."""
    growing = FIRST_PAUSE * 2 ** min(mail.attempts, 20)
    return min(growing, at_most) * random.uniform(0.8, 1.2)  # noqa: S311


def _is_permanent(error: smtplib.SMTPException) -> bool:
    """Whether every reply code is in the 500s (RFC 5321, 4.2.1)."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in error.recipients.values())
    return isinstance(error, smtplib.SMTPResponseException) and error.smtp_code >= 500


def _compose(mail: Mail) -> EmailMessage | None:
    """The message as it goes out now, in its reader's language; None where it is pointless."""
    if mail.kind == READY_MADE:
        message = _ready_made(mail)
    else:
        if mail.member and not mail.member.is_active:
            return None
        language = mail.member.language if mail.member else mail.data.get("language", settings.LANGUAGE_CODE)
        with translation.override(language):
            words = _writers[mail.kind](mail)
            if words is None:
                return None
            topic = _topics.get(mail.kind)
            ending = _ending(mail.member, topic) if mail.member and topic else None
            message = render(words, to=mail.recipient, ending=ending)
    message.extra_headers["Message-ID"] = f"<{mail.uuid}@{settings.SITE_HOST}>"
    message.extra_headers.setdefault("Auto-Submitted", "auto-generated")
    return message


@dataclass(frozen=True)
class Ending:
    """How to end the mails of a topic: its name, the link that does it, and the page of all choices."""

    topic: Topic
    stop_url: str
    choices_url: str

    @property
    def headers(self) -> dict[str, str]:
        """What mail programs make their own button of (RFC 8058), and sort by (RFC 2919)."""
        return {
            "List-Id": f"<{self.topic}.{settings.SITE_HOST}>",
            "List-Unsubscribe": f"<{self.stop_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }


def _ending(member: Member, topic: Topic) -> Ending:
    return Ending(topic, stop_link(member, topic), settings.SITE_URL + reverse("members:mails"))


class _Letter(EmailMultiAlternatives):
    """A mail that may have a picture, beside the HTML that shows it (RFC 2387), and a calendar.

    The calendar is the last alternative, in base64 and no attachment (RFC 6047, 2.4): so clients offer their buttons
    and update in place. The same file is attached for those that know attachments only.
    """

    def __init__(
        self, *args: Any, picture: MIMEImage | None = None, calendar: CalendarPart | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.picture = picture
        self.calendar = calendar
        if calendar:
            self.attach("invite.ics", calendar.body, "application/ics")

    def message(self, **options: Any) -> Any:
        message: Any = super().message(**options)
        alternative = message.get_payload(0) if self.calendar else message
        plain, html = alternative.get_payload()
        if self.picture:
            html = MIMEMultipart("related", _subparts=[html, self.picture], type="text/html")
        alternative.set_payload([plain, html])
        if self.calendar:
            part = MIMEBase("text", "calendar", charset="utf-8", method=self.calendar.method)
            part.set_payload(self.calendar.body)
            encode_base64(part)
            alternative.attach(part)
        return message


def preview(kind: str, words: Message, member: Member) -> str:
    """The HTML of a mail as it would be for this member, in the active language; nothing is written down."""
    topic = _topics.get(kind)
    letter = render(words, to=member.email, ending=_ending(member, topic) if topic else None)
    html = str(letter.alternatives[0][0])
    picture = f"data:image/png;base64,{base64.b64encode(qr_code(words.qr)).decode()}" if words.qr else ""
    return html.replace(f"cid:qr@{settings.SITE_HOST}", picture)


def unlinked(text: str) -> str:
    """The text, so that no mail program makes a link of an address that a member or a host has typed.

    An unseen joint (U+200C) goes into what looks like one. Facts and headings get it by themselves; a writer whose
    paragraphs carry such text asks for it.
    """
    return _ADDRESS.sub(lambda found: found[0].replace(".", ".\u200c").replace("://", ":\u200c//"), text)


def qr_code(text: str) -> bytes:
    """The text as the PNG of a QR code, on white, with the margin that readers need (ISO/IEC 18004)."""
    file = io.BytesIO()
    segno.make(text, micro=False).save(file, kind="png", scale=5, border=4)
    return file.getvalue()


def _picture(text: str, content_id: str) -> MIMEImage:
    picture = MIMEImage(qr_code(text), "png")
    picture["Content-ID"] = f"<{content_id}>"
    picture["Content-Disposition"] = "inline"
    return picture


def render(words: Message, *, to: str, ending: Ending | None = None) -> EmailMultiAlternatives:
    """The plain text and the HTML of a message, in the active language; `ending` is there for what can be ended."""
    context = {
        "message": words,
        "ending": ending,
        "qr_id": f"qr@{settings.SITE_HOST}",
        "community": settings.COMMUNITY_NAME,
        "site_url": settings.SITE_URL,
        "language": translation.get_language(),
    }
    parts: dict[str, Any] = {
        "subject": re.sub(r"[ \t\r\n]+", " ", words.subject),
        "body": render_to_string("members/mail.txt", context) + "",  # plain text: no page may take it for markup
        "to": [to],
        "headers": {**words.headers, **(ending.headers if ending else {})},
    }
    picture = _picture(words.qr, f"qr@{settings.SITE_HOST}") if words.qr else None
    message = _Letter(**parts, picture=picture, calendar=words.calendar)
    message.attach_alternative(
        css_inline.inline(
            render_to_string("members/mail.html", context), load_remote_stylesheets=False, keep_at_rules=True
        ),
        "text/html",
    )
    return message


class OutboxBackend(BaseEmailBackend):
    """Django's e-mail backend: whatever mail a library sends becomes a row, one for each recipient."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            if {"\r", "\n"} & set(message.subject):  # refused where it is written, not when it should leave
                raise BadHeaderError("a subject is one line")
            data = {
                "subject": message.subject,
                "body": message.body,
                "from": message.from_email,
                "headers": dict(message.extra_headers),
                "alternatives": [[str(part[0]), str(part[1])] for part in getattr(message, "alternatives", [])],
                "attachments": [_packed(part) for part in message.attachments],
            }
            lifetime = getattr(message, "lifetime", None)
            for address in message.recipients():
                Mail.objects.create(
                    kind=READY_MADE,
                    address=address,
                    expires_at=timezone.now() + lifetime if lifetime else None,
                    data=data,
                )
        return len(email_messages)


def _packed(part: Any) -> list[str]:
    name, content, mimetype = part
    raw = content.encode() if isinstance(content, str) else content
    return [name or "", base64.b64encode(raw).decode(), mimetype or "application/octet-stream"]


def _ready_made(mail: Mail) -> EmailMessage:
    message = EmailMultiAlternatives(
        subject=mail.data["subject"],
        body=mail.data["body"],
        from_email=mail.data["from"],
        to=[mail.address],
        headers=mail.data["headers"],
    )
    for content, mimetype in mail.data["alternatives"]:
        message.attach_alternative(content, mimetype)
    for name, content, mimetype in mail.data["attachments"]:
        message.attach(name, base64.b64decode(content), mimetype)
    return message
