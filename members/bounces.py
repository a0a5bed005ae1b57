"""Mails that could not be delivered, as the reports say that mail servers send back (RFC 3464)."""

import email
import re
from collections.abc import Iterator
from email.message import Message

from django.conf import settings
from django.db import transaction

from members.models import Mail, Suppression
from members.models.member import normalise_address

REPORT_AT_MOST = 5 * 1024 * 1024
# Statuses (RFC 3463) that speak of the address, and not of this mail or of the hour: unknown, or closed.
GONE = re.compile(r"5\.(?:1\.\d+|2\.1)")
_OUR_MAIL = r"<([0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}})@{host}>"


def receive(content: bytes) -> str:
    """Takes a report about one of our mails, and says what became of it; "" for any other mail.

    Anybody can write a report: only one that knows the Message-ID, which is random, is about a mail of ours. Where the
    address does not exist, nothing more is sent to it.
    """
    try:
        read = _read(content) if len(content) <= REPORT_AT_MOST else None
    except Exception:  # parsers that are handed anything may fail in any way
        read = None
    if read is None:
        return ""
    identity, recipients, status, reason = read
    with transaction.atomic():
        mail = Mail.objects.select_for_update(of=("self",)).select_related("member").filter(uuid=identity).first()
        if mail is None or mail.state != Mail.State.SENT:
            return "ignored: a report about no mail that we wait for"
        mail.fail(f"{status} {reason}")
        address = normalise_address(mail.recipient)
        if GONE.fullmatch(status) and address in recipients:
            Suppression.objects.get_or_create(address=address, defaults={"reason": mail.last_error})
            return "bounced: the address does not exist"
    return "bounced"


def _read(content: bytes) -> tuple[str, set[str], str, str] | None:
    """The identity of our mail, to whom it was, the status and the reason; None for what is no final failure."""
    message = email.message_from_bytes(content)
    if message.get_content_type() != "multipart/report" or not message.is_multipart():
        return None
    parts = [part for part in message.get_payload() if isinstance(part, Message)]
    returned = [match for part in parts if (match := _our_mail(part))]
    for part in parts:
        for report in _reports(part):
            status = re.match(r"5\.\d{1,3}\.\d{1,3}", _field(report, "Status"))
            if returned and status and _field(report, "Action").lower() == "failed":
                recipients = {
                    normalise_address(_field(report, name).rpartition(";")[2].strip().strip("<>"))
                    for name in ("Final-Recipient", "Original-Recipient")
                }
                reason = _field(report, "Diagnostic-Code").partition(";")[2].strip()
                return returned[0], recipients - {""}, status[0], reason
    return None


def _reports(part: Message) -> Iterator[Message]:
    """One for each recipient; the first group of lines is about the whole mail."""
    if part.get_content_type() == "message/delivery-status" and part.is_multipart():
        reports = [each for each in part.get_payload() if isinstance(each, Message)]
        yield from reports[1:]


def _our_mail(part: Message) -> str:
    """The identity of the mail that this part gives back, whole or its headers alone; "" where it is none of ours."""
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        returned = part.get_payload(0)
    elif part.get_content_type() == "text/rfc822-headers":
        headers = part.get_payload(decode=True)
        returned = email.message_from_bytes(headers if isinstance(headers, bytes) else b"")
    else:
        return ""
    assert isinstance(returned, Message)
    found = re.fullmatch(_OUR_MAIL.format(host=re.escape(str(settings.SITE_HOST))), _field(returned, "Message-ID"))
    return found[1] if found else ""


def _field(message: Message, name: str) -> str:
    """A header on one line of printable characters."""
    text = " ".join(str(message.get(name, "")).split())
    return "".join(letter for letter in text if letter.isprintable())
