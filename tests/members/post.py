"""Reading the mails that the outbox holds, as their readers get them."""

import re

import pytest
from django.core import mail

from members.outbox import deliver_next


def delivered(settings: pytest.FixtureRequest) -> list[mail.EmailMessage]:
    """All mails sent so far, those of the outbox included, which the worker sends now."""
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    while deliver_next():
        pass
    return mail.outbox


def last_code(settings: pytest.FixtureRequest) -> str:
    """The six digits of the latest mail that has some: codes overtake other mails."""
    codes = [found.group() for letter in delivered(settings) if (found := re.search(r"\b\d{6}\b", letter.body))]
    assert codes, "no code in any mail"
    return codes[-1]
