"""The mails about signing in, and between members."""

import datetime
from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from members.dates import date_format
from members.models import Block, Letter, Mail, Report
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


@kind("letter")
def letter(mail: Mail) -> Message | None:
    """A few lines from another member; nothing where they are gone, or blocked meanwhile."""
    found = Letter.objects.select_related("sender").filter(pk=mail.data["letter"], sender__is_active=True).first()
    if found is None or Block.objects.filter(by=found.recipient_id, whom=found.sender_id).exists():
        return None
    sender = found.sender
    if found.shows_address:
        how = gettext(
            "%(name)s shows you their address: if you answer this mail, they get it, with your address. Through the "
            "site they get your answer without it."
        )
    else:
        how = gettext(
            "%(name)s does not know your address, and an answer to this mail does not reach them. Answer through the "
            "site: there you choose whether they see it."
        )
    return Message(
        subject=gettext("%(name)s writes to you") % {"name": sender.name},
        paragraphs=[line.strip() for line in found.text.split("\n") if line.strip()],
        facts=[(gettext("Their address"), sender.email)] if found.shows_address else [],
        action=Link(
            gettext("Answer %(name)s") % {"name": sender.name},
            settings.SITE_URL + reverse("members:write", args=[sender.handle]),
        ),
        links=[
            Link(
                gettext("Hear nothing from %(name)s any more, or report this") % {"name": sender.name},
                settings.SITE_URL + reverse("members:trouble", args=[sender.handle]),
            )
        ],
        notes=[how % {"name": sender.name}],
        headers={"Reply-To": sender.email} if found.shows_address else {},
    )


@kind("idle-account")
def idle_account(mail: Mail) -> Message | None:
    """The account goes on a day, unless it is used; nothing where it has been meanwhile."""
    if mail.member is None or mail.member.warned_at is None:
        return None
    until = date_format(datetime.date.fromisoformat(mail.data["until"]))
    return Message(
        subject=gettext("Do we keep your account at %(community)s?") % {"community": settings.COMMUNITY_NAME},
        paragraphs=[
            gettext("You have not been to the café for almost two years, nor to its site."),
            gettext(
                "We keep nothing about people who no longer come: on %(day)s your account and all that goes with it "
                "are erased. Would you rather keep it? Sign in once before then; that is all."
            )
            % {"day": until},
        ],
        action=Link(gettext("Sign in and keep it"), settings.SITE_URL + reverse("account_login")),
        notes=[gettext("If it may go, there is nothing to do.")],
    )


@kind("report")
def report(mail: Mail) -> Message | None:
    """A member's word about another, for those who keep the site; nothing once it is settled."""
    found = Report.objects.select_related("about", "by").filter(pk=mail.data["report"], settled_at=None).first()
    if found is None:
        return None
    names = {"name": found.about.name, "by": found.by.name}
    said = [gettext("%(by)s reports %(name)s:") % names, found.reason]
    if found.letter:
        said += [gettext("The last letter of %(name)s to %(by)s:") % names, found.letter]
    return Message(
        subject=gettext("A report about %(name)s") % names,
        paragraphs=said,
        action=Link(
            gettext("Read it, and settle it"),
            settings.SITE_URL + reverse("admin:members_report_change", args=[found.pk]),
        ),
    )
