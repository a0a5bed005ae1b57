"""Forms found by reading every page, and what nobody should ever send them."""

import random
import re
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote_from_bytes, urljoin, urlsplit

import html5lib
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from tests.doors import Cafe, patterns

WHO = ("stranger", "member", "organizer")
# Seen in an answer as it was sent, one of these would be ours no longer: a tag, an attribute, a script, a sum done.
UNESCAPED = re.compile(rb"<nasty|<[a-z][^>]*[\"'] nasty-attr=|href=\"javascript:|543970839", re.IGNORECASE)
TEXTS: list[bytes] = [
    *(
        b"<nasty>",
        b"<nasty",
        b'" nasty-attr="1',
        b"' nasty-attr='1",
        b"</textarea><nasty>",
        b"--><nasty>",
        b"]]><nasty>",
    ),
    *(b"</title><nasty>", b"[x](javascript:nasty)", b"[x](<javascript:nasty>)", b"![x](data:text/html,<nasty>)"),
    *(b"{{ 7777*69947 }}", b"{% load nasty %}", b"{0.__class__}", b"%(nasty)s", b"%s%n%d", b"${7777*69947}", b"%"),
    *(b"' OR '1'='1", b"'; DROP TABLE members_member; --", b"1) OR (1=1", b"\\'", b"\\", b"*", b"_%"),
    *(
        b"\0",
        b"a\0b",
        b"\x1b[31m",
        b"\r\nBcc: nasty@example.org",
        b"\n\n\n",
        b"\t",
        b"\x7f",
        b"\xc2\x85",
        b"\xe2\x80\xa8",
    ),
    *(b"\xff\xfe", b"\xed\xa0\x80", b"\xc3", b"\xf4\x90\x80\x80", "é".encode("latin-1"), "日本".encode("utf-16")),
    *("\u202enasty\u202c".encode(), "\u200b".encode(), "\u2066x".encode(), "\ufeff".encode(), "e\u0301".encode()),
    *("👩‍👩‍👧‍👦".encode(), "🦝".encode() * 300, "ﷺ".encode() * 50, "Z̷̨͘".encode() * 200, "İıſß".encode(), "١٢٣".encode()),
    *(b"", b" ", b"  \n ", b"null", b"undefined", b"None", b"true", b"on", b"[]", b"{}", b'{"a":' * 500, b"[" * 3000),
    *(b"0", b"-1", b"1", b"2147483648", b"-9223372036854775809", b"9" * 400, b"1e309", b"NaN", b"Infinity", b"0x10"),
    *(b"1.5", b"1,5", b"1_000", b"-0", "²".encode(), "½".encode(), b"+33 1", b"00000000000000000000001"),
    *(b"0000-00-00", b"0000-01-01", b"0001-01-01", b"9999-12-31", b"10000-01-01", b"2026-02-30", b"2026-13-01"),
    *(
        b"2026-03-29",
        b"2026-10-25",
        b"02:30",
        b"24:00",
        b"23:59",
        b"99:99",
        b"-1:00",
        b"19:00:00.0000000",
        b"0001-01-01 00:00",
    ),
    *(
        b"9999-12-31 23:59",
        b"2026-03-29 02:30",
        b"2026-10-25 02:30",
        b"2026-W01",
        b"00000000-0000-0000-0000-000000000000",
    ),
    *(b"FREQ=SECONDLY", b"FREQ=YEARLY;BYDAY=53MO", b"FREQ=DAILY;INTERVAL=0", b"RRULE:FREQ=MONTHLY;COUNT=999999999"),
    *(
        b"a@b",
        b"a@b.c, d@e.f",
        b"a@[127.0.0.1]",
        b'"<nasty>"@example.org',
        b"a@" + b"b." * 200 + b"c",
        "é@exämple.org".encode(),
    ),
    *(
        b"mina@example.org",
        b"nasty@example.org\r\nBcc: x@y.z",
        b"a" * 300 + b"@example.org",
        b"Nasty <nasty@example.org>",
    ),
    *(
        b"javascript:nasty()",
        b"//nasty.example",
        b"http://",
        b"https://[",
        b"http://a" + b"a" * 3000,
        b"ftp://x",
        b"file:///etc/passwd",
    ),
    *(
        b"../../etc/passwd",
        b"/accounts/login/",
        b"con",
        b"cafe",
        b"datadog",
        b"new",
        b"moderation",
        b"owner",
        b"superuser",
    ),
    *(b"48.8566,2.3522", b"91,181", b"https://www.openstreetmap.org/#map=19/999/999", b"geo:1e400,2", b"nan,nan"),
    b"x" * 100_000,
    b"<nasty>" * 15_000,
    "🦝".encode() * 25_000,
    b"a " * 50_000,
    b"*" * 20_000,
    b"[" * 20_000 + b"](" * 10_000,
    b"> " * 5_000 + b"deep",
]
PNG = b"\x89PNG\r\n\x1a\n"
FILES: list[tuple[bytes, bytes, bytes]] = [
    (b"a.png", b"image/png", b""),
    (b"a.png", b"image/png", PNG),
    (b"a.png", b"image/png", PNG + b"\0\0\0\rIHDR" + b"\xff" * 13 + b"\0" * 40),
    (b"a.jpg", b"image/jpeg", b"\xff\xd8\xff\xe0" + b"\0" * 500),
    (b"a.svg", b"image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'><nasty/></svg>"),
    (b"a.html", b"text/html", b"<nasty>"),
    (b"../../../nasty.webp", b"image/webp", b"RIFF\xff\xff\xff\xffWEBPVP8 "),
    (b"<nasty>.png", b"image/png", b"GIF89a" + b"\xff" * 30),
    (b"a.csv", b"text/csv", b"date,theme\n0000-00-00,<nasty>\n9999-12-31,=cmd|nasty\n2026-02-30,\0\n"),
    (b"a.csv", b"text/csv", b"\xff\xfe" + "date;thème\n".encode("utf-16-le") * 40),
    (b"a.csv", b"text/csv", b'"' * 9_999),
    (
        b"a.ics",
        b"text/calendar",
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:99999999T999999Z\nSUMMARY:<nasty>\nEND:VEVENT\n",
    ),
    (b"a.ics", b"text/calendar", b"BEGIN:VCALENDAR\r\n" * 2_000),
    (b"a.zip", b"application/zip", b"PK\x03\x04" + b"\xff" * 200),
    (b"x" * 500 + b".png", b"image/png", PNG + b"x" * 50_000),
    (b"a\0b.png", b"image/png", b"\0"),
]


@dataclass(frozen=True)
class Form:
    """A form as a page of somebody's shows it: where it goes, and its fields as they would be sent untouched."""

    who: str
    path: str
    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...]


@dataclass
class Found:
    """What came of it."""

    posts: int = 0
    answers: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)

    def took(self, seconds: float, what: str) -> None:
        """Notes it if it is among the five slowest."""
        self.slowest = sorted([*self.slowest, (seconds, what)], reverse=True)[:5]


@dataclass
class Crowd:
    """A browser for each of those who send, and the forms that they were shown."""

    browsers: dict[str, Client]
    forms: list[Form]

    @classmethod
    def gather(cls, cafe: Cafe) -> "Crowd":
        """Reads every page there is. The stranger has asked for a place and offered one, and waits for both codes."""
        browsers = {who: cafe.browser(who) for who in WHO}
        stranger = browsers["stranger"]
        soon = cafe.address("events:rsvp", "stranger")
        stranger.post(soon, {"name": "Sam", "email": "sam@example.org", "guests": "0"})
        _send_untouched(stranger, cafe.address("host:offer", "stranger"), email="hana@example.org")
        forms: dict[tuple[Any, ...], Form] = {}
        for who, browser in browsers.items():
            for name in patterns():
                path = cafe.address(name, who)
                page = browser.get(path)
                said = page.getvalue()  # a file that nobody reads would stay open
                if page.status_code == 200 and page["Content-Type"].startswith("text/html"):
                    for form in _forms(said, path, who):
                        forms.setdefault((who, form.path, tuple(dict(form.fields))), form)
        return cls(browsers, list(forms.values()))

    def send(self, number: int, found: Found, pages: list[str]) -> None:
        """One nasty post, always the same one for the same number, and what can be read of it afterwards."""
        dice = random.Random(number)
        form = self.forms[(number // 10 + number % 10 * 13) % len(self.forms)]  # every tenth number reaches every form
        body, kind = _body(form, dice)
        browser = self.browsers[form.who]
        cookies = browser.cookies.copy()
        with transaction.atomic():
            cache.clear()
            answer = self._ask(number, found, form, browser, "POST", form.path, body, kind)
            found.posts += 1
            found.answers[answer.status_code] += 1
            if answer.status_code == 302:
                there = urljoin(form.path, answer["Location"])
                for path in (there, dice.choice(pages)):
                    if not urlsplit(path).netloc:
                        self._ask(number, found, form, browser, "GET", path)
            transaction.set_rollback(True)
        browser.cookies = cookies

    def _ask(
        self,
        number: int,
        found: Found,
        form: Form,
        browser: Client,
        method: str,
        path: str,
        body: bytes = b"",
        kind: str = "",
    ) -> HttpResponseBase:
        what = f"#{number} {form.who} {method} {path} (form at {form.path})"
        began = time.monotonic()
        answer = browser.generic(method, path, body, content_type=kind)
        said = answer.getvalue()
        found.took(time.monotonic() - began, what)
        if answer.status_code >= 500:
            error = "".join(traceback.format_exception(*answer.exc_info, limit=-6)) if answer.exc_info else ""
            found.wrong.append(f"{what}: {answer.status_code}\n{error}")
        is_markup = any(word in answer.get("Content-Type", "") for word in ("html", "xml"))
        if is_markup and (mark := UNESCAPED.search(said)):
            around = said[max(mark.start() - 80, 0) : mark.end() + 80]
            found.wrong.append(f"{what}: not escaped in {around!r}")
        return answer


def _forms(page: bytes, path: str, who: str) -> Iterator[Form]:
    for form in html5lib.parse(page, namespaceHTMLElements=False).iter("form"):
        if (form.get("method") or "").lower() == "post":
            fields, files = [], []
            for box in form.iter():
                name, kind = box.get("name"), (box.get("type") or "").lower()
                if not name or box.tag not in {"input", "select", "textarea", "button"}:
                    continue
                if kind == "file":
                    files.append(name)
                elif box.tag == "textarea":
                    fields.append((name, "".join(box.itertext())))
                elif box.tag == "select":
                    fields.append((name, next((o.get("value") or "" for o in box.iter("option")), "")))
                else:
                    fields.append((name, box.get("value") or ""))
            # A box for each choice has the same name: two of them say as much as twenty.
            few = [pair for i, pair in enumerate(fields) if sum(n == pair[0] for n, _v in fields[:i]) < 2]
            yield Form(who, urljoin(path, form.get("action") or ""), tuple(few), tuple(dict.fromkeys(files)))


def _body(form: Form, dice: random.Random) -> tuple[bytes, str]:
    """The form with one field or several gone wrong, in either of the two ways that a form travels."""
    fields = [(name.encode(), value.encode()) for name, value in form.fields if name != "csrfmiddlewaretoken"]
    files: list[tuple[bytes, tuple[bytes, bytes, bytes]]] = [(name.encode(), dice.choice(FILES)) for name in form.files]
    all_wrong = dice.random() < 0.2
    for place in range(len(fields)):
        if all_wrong or dice.random() < 1.5 / len(fields):
            fields[place] = (fields[place][0], dice.choice(TEXTS))
    trick = dice.random()
    if fields and trick < 0.10:
        fields.pop(dice.randrange(len(fields)))
    elif fields and trick < 0.20:
        fields += [(dice.choice(fields)[0], dice.choice(TEXTS)) for _again in range(dice.choice([1, 3, 600]))]
    elif trick < 0.30:
        fields += [
            (name, dice.choice(TEXTS)) for name in (b"id", b"is_staff", b"status", b"member", b"next", b"series")
        ]
    elif fields and trick < 0.35:
        files.append((dice.choice(fields)[0], dice.choice(FILES)))
    elif trick < 0.38:
        fields = []
    elif trick < 0.40:
        return dice.choice(TEXTS), dice.choice(["application/json", "text/plain", "multipart/form-data; boundary=x"])
    if files or dice.random() < 0.1:
        return _multipart(fields, files)
    pairs = (quote_from_bytes(name) + "=" + quote_from_bytes(value) for name, value in fields)
    return "&".join(pairs).encode(), "application/x-www-form-urlencoded"


def _multipart(
    fields: list[tuple[bytes, bytes]], files: list[tuple[bytes, tuple[bytes, bytes, bytes]]]
) -> tuple[bytes, str]:
    parts = [b'Content-Disposition: form-data; name="%s"\r\n\r\n%s' % pair for pair in fields]
    parts += [
        b'Content-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: %s\r\n\r\n%s' % (name, *file)
        for name, file in files
    ]
    body = b"".join(b"--nasty\r\n%s\r\n" % part for part in parts) + b"--nasty--\r\n"
    return body, "multipart/form-data; boundary=nasty"


def _send_untouched(browser: Client, path: str, **typed: str) -> None:
    """Sends the largest form of the page as it is, but for what is typed."""
    form = max(_forms(browser.get(path).content, path, ""), key=lambda form: len(form.fields))
    facts = {
        "capacity": "40",
        "organisation": "Coop",
        "place": "Ruche",
        "address": "3 rue Racine",
        "postal_code": "75006",
    }
    facts |= {"city": "Paris", "contact_name": "Hana", **typed}
    browser.post(form.path, {name: facts.get(name, value) for name, value in form.fields})
