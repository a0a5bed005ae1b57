"""From the bytes of a file to a history: its kind is told by its content, never by its name."""

import re

from django.utils.translation import gettext as _

from events.history import calendar, table
from events.history.entry import History, Unreadable

BYTES_AT_MOST = 10 * 1024 * 1024

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"\0\0\x01\0")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read(content: bytes) -> History:
    """What the file tells: CSV or iCalendar, in UTF-8 or, with a note, Windows-1252. Raises Unreadable."""
    if len(content) > BYTES_AT_MOST:
        raise Unreadable(_("The file is larger than 10 MB."))
    if content.startswith(_IMAGES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP") or content[4:8] == b"ftyp":
        raise Unreadable(_("The file is an image; a history is a table (CSV) or a calendar (iCalendar)."))
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Unreadable(_("The file is a spreadsheet, a document or an archive: save the table as “CSV UTF-8” first."))
    notes = []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        notes.append(_("The file is not in UTF-8; it was read as Windows-1252. Look whether the accents are right."))
    if not text.strip():
        raise Unreadable(_("The file is empty."))
    if content.startswith(b"%PDF") or len(_CONTROL.findall(text)) * 20 > len(text):
        raise Unreadable(_("The file is not text; a history is a table (CSV) or a calendar (iCalendar)."))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = calendar if text.lstrip()[:15].upper() == "BEGIN:VCALENDAR" else table
    history = reader.read(text)
    history.notes[:0] = notes
    return history
