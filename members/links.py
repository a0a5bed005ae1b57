"""The links that act for one member: one signs in, once; one ends the mails of a topic."""

import datetime

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from members.models import Member, Topic

LIFETIME = datetime.timedelta(minutes=10)
_SALT = "members.links.sign-in"
_STOP = signing.Signer(salt="members.links.stop-mails")


def sign_in_link(member: Member) -> str:
    """An absolute address in the member's language, good for ten minutes and until they sign in, by it or otherwise."""
    token = signing.dumps({"member": member.pk, "since": _last_sign_in(member)}, salt=_SALT)
    with translation.override(member.language):
        return settings.SITE_URL + reverse("members:sign-in-link", args=[token])


def member_of(token: str) -> Member | None:
    """The active member whom the link signs in; None where it is forged, too old or used."""
    try:
        claim = signing.loads(token, salt=_SALT, max_age=LIFETIME)
    except signing.BadSignature:
        return None
    member = Member.objects.filter(pk=claim["member"], is_active=True).first()
    return member if member and _last_sign_in(member) == claim["since"] else None


def _last_sign_in(member: Member) -> str:
    return member.last_login.isoformat() if member.last_login else ""


def stop_link(member: Member, topic: Topic) -> str:
    """An absolute address, in the member's language, that ends the mails of a topic (RFC 8058).

    It does so for as long as they have an account, signed in or not: mails are kept for years.
    """
    with translation.override(member.language):
        return settings.SITE_URL + reverse("members:stop-mails", args=[_STOP.sign(f"{member.pk}.{topic}")])


def stopped_by(token: str) -> tuple[Member, Topic] | None:
    """Whose mails of which topic the link ends; None where it is altered, or its member gone."""
    try:
        key, _dot, topic = _STOP.unsign(token).partition(".")
        member = Member.objects.filter(pk=key, is_active=True).first()
        return (member, Topic(topic)) if member else None
    except (signing.BadSignature, ValueError):
        return None
