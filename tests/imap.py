"""A real IMAP server on the loopback (RFC 9051, as much of it as a reader needs), which can be down, slow or cut."""

import re
import socketserver
import ssl
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from cafecm.environment import Mailbox


class Post:
    """The mails of one folder, by number, and how the server behaves: each fault is used up once."""

    def __init__(self) -> None:
        self.mails: dict[int, bytes] = {}
        self.validity = 7
        self.password = 'a "secret" \\ word'
        self.cuts_in_mail: set[int] = set()  # whose bytes end in the middle, once
        self.deleted_meanwhile: set[int] = set()  # that a search still finds
        self.pause = 0.0  # seconds before each answer
        self.asked: list[str] = []
        self.tls: ssl.SSLContext | None = None
        self.is_implicit = True

    def bring(self, content: bytes) -> int:
        """One more mail; its number."""
        uid = max(self.mails, default=0) + 1
        self.mails[uid] = content
        return uid


class Session(socketserver.StreamRequestHandler):
    post: Post

    def handle(self) -> None:
        if self.post.tls and self.post.is_implicit:
            self._secure()
        self._say("* OK ready")
        while line := self.rfile.readline():
            tag, _blank, command = line.decode().strip().partition(" ")
            self.post.asked.append(command.partition(" ")[0] if command.startswith("LOGIN") else command)
            time.sleep(self.post.pause)
            if self._answer(tag, command) == "end":
                return

    def finish(self) -> None:
        super().finish()
        if self.post.tls:
            self.connection.close()  # the server closes what it accepted, not what TLS made of it

    def _secure(self) -> None:
        assert self.post.tls
        self.connection = self.request = self.post.tls.wrap_socket(self.request, server_side=True)
        self.setup()

    def _say(self, text: str, content: bytes = b"", after: str = "") -> None:
        self.wfile.write(text.encode() + b"\r\n" + (content + after.encode() + b"\r\n" if after else b""))

    def _answer(self, tag: str, command: str) -> str:
        word = command.split()[0].upper()
        if word == "CAPABILITY":
            self._say("* CAPABILITY IMAP4rev1 STARTTLS")
        elif word == "STARTTLS":
            self._say(f"{tag} OK begin")
            self._secure()
            return ""
        elif word == "LOGIN":
            quoted = self.post.password.replace("\\", "\\\\").replace('"', '\\"')
            if command != f'LOGIN "cafe" "{quoted}"':
                self._say(f"{tag} NO [AUTHENTICATIONFAILED] no")
                return ""
        elif word == "EXAMINE":
            self._say(f"* {len(self.post.mails)} EXISTS\r\n* OK [UIDVALIDITY {self.post.validity}] age")
        elif command.upper().startswith("UID SEARCH"):
            self._say(f"* SEARCH {' '.join(map(str, self._found(command)))}".rstrip())
        elif command.upper().startswith("UID FETCH"):
            if self._fetch(command) == "end":
                return "end"
        elif word == "LOGOUT":
            self._say(f"* BYE\r\n{tag} OK bye")
            return "end"
        else:
            self._say(f"{tag} BAD what?")
            return ""
        self._say(f"{tag} OK done")
        return ""

    def _found(self, command: str) -> list[int]:
        uids = sorted({*self.post.mails, *self.post.deleted_meanwhile})
        if match := re.search(r"UID (\d+):\*", command):
            first = int(match[1])
            return [uid for uid in uids if uid >= first] or uids[-1:]  # the last one is always in n:*
        return uids if re.search(r"SINCE \d+-[A-Z][a-z][a-z]-\d{4}", command) else []

    def _fetch(self, command: str) -> str:
        match = re.fullmatch(r"UID FETCH (\d+) \(BODY\.PEEK\[\]<0\.(\d+)>\)", command)
        assert match, command  # anything but PEEK would mark the mail as read
        uid, most = int(match[1]), int(match[2])
        if uid in self.post.mails:
            content = self.post.mails[uid][:most]
            head = f"* 1 FETCH (UID {uid} BODY[]<0> {{{len(content)}}}"
            if uid in self.post.cuts_in_mail:
                self.post.cuts_in_mail.discard(uid)
                self.wfile.write(head.encode() + b"\r\n" + content[: len(content) // 2])
                return "end"
            self._say(head, content, after=")")
        return ""


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no error of the server's."""


@pytest.fixture
def post() -> Iterator[Post]:
    """The mails and the faults of a server that is up; `post.mailbox` says how to reach it."""
    post = Post()
    handler = type("PostSession", (Session,), {"post": post})
    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        port = server.server_address[1]
        post.mailbox = Mailbox("127.0.0.1", port, "cafe", post.password, "INBOX", "")
        yield post
        server.shutdown()
