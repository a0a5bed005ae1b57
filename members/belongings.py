"""What this app keeps about a member, for their archive."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Q

from members.archive import chapter, files
from members.models import Mail, Member

SECRETS = {"password", "folded_name", "words", "organisation_words", "help_words", "city_words"}


@chapter("profile")
def profile(member: Member) -> dict[str, Any]:
    """Every column of theirs but the derived ones."""
    told = {
        field.attname: getattr(member, field.attname)
        for field in member._meta.concrete_fields
        if field.attname not in SECRETS
    }
    return {**told, "photo": member.photo.name or "", "specialties": [trade.key for trade in member.trades]}


@chapter("addresses")
def addresses(member: Member) -> list[Any]:
    return list(EmailAddress.objects.filter(user=member).order_by("pk").values("email", "verified", "primary"))


@chapter("mails")
def mails(member: Member) -> list[Any]:
    """Every mail sent to them: its kind, when, and what became of it; the words are not kept once it has left."""
    theirs = Q(member=member) | Q(address__in=EmailAddress.objects.filter(user=member).values("email"))
    return list(Mail.objects.filter(theirs).order_by("pk").values("uuid", "kind", "state", "created_at", "sent_at"))


@chapter("mail_choices")
def mail_choices(member: Member) -> list[Any]:
    return list(member.mail_choices.order_by("pk").values("topic", "is_wanted"))


@chapter("trades_followed")
def trades_followed(member: Member) -> list[str]:
    return list(member.followings.order_by("pk").values_list("specialty__key", flat=True))


@chapter("consents")
def consents(member: Member) -> list[Any]:
    """What they said yes to, and since when."""
    return list(member.consents.order_by("pk").values("purpose", "given_at"))


@chapter("trades_suggested")
def trades_suggested(member: Member) -> list[Any]:
    """Their words for the inventory, and what became of them."""
    return list(
        member.trade_suggestions.order_by("pk").values("words", "state", "specialty__key", "answer", "suggested_at")
    )


@chapter("letters_sent")
def letters_sent(member: Member) -> list[Any]:
    """As they sent them; whether one was withheld is not theirs to know."""
    return list(member.letters_sent.order_by("pk").values("recipient__name", "text", "shows_address", "sent_at"))


@chapter("letters_received")
def letters_received(member: Member) -> list[Any]:
    return list(member.letters_received.delivered().order_by("pk").values("sender__name", "text", "sent_at"))


@chapter("blocked")
def blocked(member: Member) -> list[Any]:
    return list(member.blocks.order_by("pk").values("whom__name", "since"))


@chapter("reports_made")
def reports_made(member: Member) -> list[Any]:
    return list(member.reports.order_by("pk").values("about__name", "reason", "made_at"))


@chapter("sessions")
def sessions(member: Member) -> list[Any]:
    return list(
        UserSession.objects.filter(user=member).order_by("pk").values("created_at", "last_seen_at", "ip", "user_agent")
    )


@chapter("keys")
def keys(member: Member) -> list[Any]:
    """Their passkeys and second factors, without the secrets in them."""
    return [
        {"type": key.type, "created_at": key.created_at, "last_used_at": key.last_used_at}
        for key in Authenticator.objects.filter(user=member).order_by("pk")
    ]


@files
def photos(member: Member) -> dict[str, bytes]:
    """The photo before it was cut, and the squares that others see."""
    if not member.photo:
        return {}
    storage = member.photo.storage
    found = {}
    for name in (str(member.photo), *member.portrait_names):
        if storage.exists(name):
            with storage.open(name) as file:
                found[f"photos/{name.rpartition('/')[2]}"] = file.read()
    return found
