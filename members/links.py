"""A link that signs in one member, once, for someone whose mail does not arrive."""

import datetime

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from members.models import Member

LIFETIME = datetime.timedelta(minutes=10)
_SALT = "members.links.sign-in"


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
