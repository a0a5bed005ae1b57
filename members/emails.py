"""The mails about signing in."""

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from members.models import Mail
from members.outbox import Link, Message, kind


@kind("code")
def code(mail: Mail) -> Message:
    """A six-digit code, the same words whether or not the address is known."""
    return code_message(mail.data["code"], about=mail.data.get("about", ""))


def code_message(code: str, *, about: str = "") -> Message:
    """What a mail with a code says, and what it is about; the code is in the subject too, for notifications."""
    return Message(
        subject=gettext("%(code)s is your code for %(community)s")
        % {"code": code, "community": settings.COMMUNITY_NAME},
        paragraphs=[gettext("Type this code on the page that asked for it. It works once, for ten minutes.")],
        facts=[(gettext("For"), about)] if about else [],
        code=code,
        notes=[_if_it_was_not_you()],
    )


def unknown_account() -> Message:
    """The answer to a sign-in with an address that nobody here has: said in the mail, where only its owner reads it."""
    return Message(
        subject=gettext("Signing in to %(community)s") % {"community": settings.COMMUNITY_NAME},
        paragraphs=[
            gettext("Somebody, you perhaps, wanted to sign in with this address. No account goes with it yet."),
            gettext("If it was you: did you use another address? Otherwise you can create an account in a minute."),
        ],
        action=Link(gettext("Create an account"), settings.SITE_URL + reverse("account_signup")),
        notes=[_if_it_was_not_you()],
    )


def account_already_exists() -> Message:
    """The answer to a sign-up with an address that has an account."""
    return Message(
        subject=gettext("You already have an account at %(community)s") % {"community": settings.COMMUNITY_NAME},
        paragraphs=[
            gettext("Somebody, you perhaps, wanted to create an account with this address. It has one already."),
            gettext("Sign in with this address: you will get a code by mail, no password is needed."),
        ],
        action=Link(gettext("Sign in"), settings.SITE_URL + reverse("account_login")),
        notes=[_if_it_was_not_you()],
    )


ABOUT_SIGNING_IN: dict[str, Callable[[], Message]] = {
    "unknown_account": unknown_account,
    "account_already_exists": account_already_exists,
}


def _if_it_was_not_you() -> str:
    return gettext("You asked for nothing? Then there is nothing to do: without this mail, nothing happens.")
