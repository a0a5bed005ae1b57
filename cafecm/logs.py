"""What the logs say, and what they never do: no link that opens something, no address, no line that somebody forged."""

import contextvars
import datetime
import json
import logging
import re
import traceback

request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="-")

# Where a secret stands in an address, whatever it looks like …
STANDS_AFTER = r"/(?:calendar/me|host|rsvp|link|invitation|scan|stop|confirm-email|password/reset/key)/"
# … and what looks like one wherever it stands: long, and with a capital, a colon or an underscore, as no slug is.
LOOKS_LIKE_ONE = r"(?=[^/\s?#'\"]{16})[^/\s?#'\"A-Z:_]*[A-Z:_]"
_PATH_SECRET = re.compile(rf"({STANDS_AFTER})(?!(?:cancel|code|leave)\b)[^/\s?#'\".]+")
_ANY_SECRET = re.compile(rf"(?<=/){LOOKS_LIKE_ONE}[^/\s?#'\".]*(?=[/.\s?#'\"]|$)")
# A signed token (what it is for, and one or two signatures, parted by colons) in the middle of a sentence.
_SIGNED = re.compile(r"\b[\w.-]{8,}(?:(?::|%3A)[\w-]{5,}){1,2}(?=[/?\s\"']|$)")
_QUERY_SECRET = re.compile(r"((?:token|key|code|next|email)=)[^&\s'\"]+", re.IGNORECASE)
# Whose page it is: somebody's name, made into an address.
_PERSON = re.compile(r"(/members/)(?!(?:me|mail)\b)[^/\s?#'\"]+")
_ADDRESS = re.compile(r"[\w.+%'-]+@(?=[\w-]+\.)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def masked(text: str) -> str:
    """The text without the secrets of links, the names in e-mail addresses and those of members' pages."""
    text = _PERSON.sub(r"\1…", _PATH_SECRET.sub(r"\1…", text))
    text = _SIGNED.sub("…", _ANY_SECRET.sub("…", text))
    text = _QUERY_SECRET.sub(r"\1…", text)
    return _ADDRESS.sub("…@", text)


def in_one_line(text: str) -> str:
    """The text with its line breaks and other control characters written out."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _trace(record: logging.LogRecord) -> list[str]:
    if not record.exc_info or record.exc_info[1] is None:
        return []
    lines = "".join(traceback.format_exception(record.exc_info[1])).rstrip().split("\n")
    return [masked(in_one_line(line)) for line in lines]


def _moment(record: logging.LogRecord) -> str:
    return datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds")


class Line(logging.Formatter):
    """A line an event, its traceback indented below it."""

    def format(self, record: logging.LogRecord) -> str:
        said = masked(in_one_line(record.getMessage()))
        first = f"{_moment(record)} {record.levelname} {record.name} [{request_id.get()}] {said}"
        return "\n    ".join([first, *_trace(record)])


class Json(logging.Formatter):
    """An object a line, for machines."""

    def format(self, record: logging.LogRecord) -> str:
        event = {
            "at": _moment(record),
            "level": record.levelname,
            "logger": record.name,
            "request_id": request_id.get(),
            "message": masked(in_one_line(record.getMessage())),
        }
        if trace := _trace(record):
            event["trace"] = "\n".join(trace)
        return json.dumps(event, ensure_ascii=False)
