"""Proving an e-mail address with a six-digit code, before there is an account or without signing in.

What a person was about to do waits in their session until the code comes back, one thing a purpose. The code itself is
in the mail only: the session keeps its keyed hash. Nothing here looks at whether the address belongs to a member.
"""

import datetime
import unicodedata
from dataclasses import asdict, dataclass, replace
from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core import ratelimit
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac
from django.utils.translation import get_language

from members import limits, outbox
from members.models import Member
from members.models.member import normalise_address

LENGTH = 6
LIFETIME = datetime.timedelta(minutes=10)
ATTEMPTS = 5
KEPT_FOR = datetime.timedelta(hours=1)  # how long a new code can be asked for without typing everything again

code_refused = Signal()  # tells the security log, as allauth's own do


class TooManyCodes(Exception):
    """As many codes were asked for as may be for now, from here or for this address."""


class WrongCode(Exception):
    """This is not the code; there is at least one attempt left."""

    def __init__(self, attempts_left: int) -> None:
        super().__init__(attempts_left)
        self.attempts_left = attempts_left


class CodeExpired(Exception):
    """The code is no longer good: too old, guessed at too often, or none was asked for in this session."""


@dataclass(frozen=True)
class Pending:
    """What a person was about to do when they were sent a code: `data` is as it was given to `send_code`."""

    address: str
    data: dict[str, Any]
    digest: str
    sent_at: float  # seconds since 1970, as sessions hold no dates
    attempts_left: int = ATTEMPTS
    about: str = ""

    @property
    def is_expired(self) -> bool:
        """Whether the code is too old to be typed."""
        return self._age > LIFETIME.total_seconds()

    @property
    def is_forgotten(self) -> bool:
        """Whether even a new code would come too late."""
        return self._age > KEPT_FOR.total_seconds()

    @property
    def _age(self) -> float:
        return timezone.now().timestamp() - self.sent_at


def send_code(request: HttpRequest, *, address: str, purpose: str, data: dict[str, Any], about: str = "") -> None:
    """Mails a six-digit code to the address and keeps `data` (what JSON can hold) in the session until it comes back.

    `about` tells the mail apart from that of another code. Known and unknown addresses get the same mail. Raises
    TooManyCodes where the limits are reached.
    """
    address = normalise_address(address)
    if not limits.may_ask_for_code(request, address):
        raise TooManyCodes
    now = timezone.now()
    code = get_random_string(LENGTH, "0123456789")
    _keep(request, purpose, Pending(address, data, _digest(purpose, address, code), now.timestamp(), about=about))
    outbox.post("code", address=address, expires_at=now + LIFETIME, code=code, about=about, language=get_language())


def resend(request: HttpRequest, purpose: str) -> None:
    """Mails a new code for what is pending; the one before no longer works.

    Raises CodeExpired where nothing is, and TooManyCodes where the limits are reached.
    """
    waiting = pending(request, purpose)
    if waiting is None:
        raise CodeExpired
    send_code(request, address=waiting.address, purpose=purpose, data=waiting.data, about=waiting.about)


def pending(request: HttpRequest, purpose: str) -> Pending | None:
    """What waits for a code in this session; kept for an hour, so that a new code can be asked for."""
    kept = request.session.get(_session_key(purpose))
    waiting = Pending(**kept) if kept else None
    return None if waiting is None or waiting.is_forgotten else waiting


def check_code(request: HttpRequest, purpose: str, code: str) -> Pending:
    """What was pending, where this is its code, typed with or without blanks and dashes; it works once.

    Five attempts count, and what has not six digits is not one. Raises CodeExpired or WrongCode.
    """
    waiting = pending(request, purpose)
    if waiting is None or waiting.is_expired or waiting.attempts_left < 1:
        raise CodeExpired
    digits = "".join(str(unicodedata.decimal(letter)) for letter in code if letter.isdecimal())
    if len(digits) != LENGTH:
        raise WrongCode(waiting.attempts_left)
    # The count in the session is for the person to read; requests sent all at once are counted by the limiter.
    if not ratelimit.consume(request, action="check_code", key=waiting.digest):
        raise CodeExpired
    if not constant_time_compare(_digest(purpose, waiting.address, digits), waiting.digest):
        code_refused.send(__name__, request=request)
        waiting = replace(waiting, attempts_left=waiting.attempts_left - 1)
        _keep(request, purpose, waiting)
        if waiting.attempts_left < 1:
            raise CodeExpired
        raise WrongCode(waiting.attempts_left)
    del request.session[_session_key(purpose)]
    return waiting


def sign_in(request: HttpRequest, member: Member, address: str, *, redirect_url: str | None = None) -> HttpResponse:
    """Signs in the member who has just proven this address, and answers where they go next.

    The session gets a new key, and whoever has set up an authenticator app is asked for it first.
    """
    record_authentication(request, member, method="code", email=address)
    return perform_login(request, Login(user=member, email=address, redirect_url=redirect_url))


def _session_key(purpose: str) -> str:
    return f"code-for-{purpose}"


def _keep(request: HttpRequest, purpose: str, waiting: Pending) -> None:
    request.session[_session_key(purpose)] = asdict(waiting)


def _digest(purpose: str, address: str, code: str) -> str:
    return salted_hmac("members.codes", f"{purpose}\n{address}\n{code}", algorithm="sha256").hexdigest()
