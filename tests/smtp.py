"""A real SMTP server on the loopback, which can be down, slow, refuse, or hang up in the middle."""

import asyncio
import email
import email.policy
import socket
import threading
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


class Postman:
    """Keeps what it is given. `answers` are what it says to the next messages instead of taking them, `refused` the
    recipients that it never takes; it keeps the next `silences` senders waiting in vain, and hangs up on the next
    `hang_ups` in the middle of what they say. While `gate` is shut it has begun to take a message, and does not end.
    """

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.answers: list[str] = []
        self.refused: set[str] = set()
        self.silences = 0
        self.hang_ups = 0
        self.has_begun = threading.Event()
        self.gate = threading.Event()
        self.gate.set()
        self.port = 0
        self._controller: Controller | None = None

    def open(self) -> None:
        """Up again, at the same port."""
        self._controller = _PostOffice(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def close(self) -> None:
        """Down: nobody answers."""
        assert self._controller
        self._controller.stop()

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        if self.silences:
            self.silences -= 1
            await asyncio.sleep(3600)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if address in self.refused:
            return "550 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.has_begun.set()
        await asyncio.to_thread(self.gate.wait)
        if self.answers:
            return self.answers.pop(0)
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 OK"


class _PostOffice(Controller):
    def factory(self) -> SMTP:
        return _Counter(self.handler, **self.SMTP_kwargs)


class _Counter(SMTP):
    """Where a sender is served."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        postman = self.event_handler
        if postman.hang_ups:
            postman.hang_ups -= 1
            await self.push("354 Go on")
            await self._reader.read(100)
            self.transport.abort()
        else:
            await super().smtp_DATA(arg)


@pytest.fixture
def postman(settings: Any) -> Any:
    """A server that is up; mail leaves through it."""
    postman = Postman()
    with socket.create_server(("127.0.0.1", 0)) as free:
        postman.port = free.getsockname()[1]
    postman.open()
    settings.MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = postman.port
    yield postman
    postman.gate.set()
    postman.close()
