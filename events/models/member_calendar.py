"""The secret address of a member's own calendar."""

import base64
import hashlib
import secrets
from typing import Any, ClassVar

from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from members.models import Member


class MemberCalendarQuerySet(models.QuerySet["MemberCalendar"]):
    def opened_by(self, secret: str) -> "MemberCalendarQuerySet":
        """The calendar that this secret opens; none for a secret renewed or never made, or of somebody who left."""
        return self.select_related("member").filter(digest=digest_of(secret), member__is_active=True)

    def renew(self, member: Any) -> "MemberCalendar":
        """A new secret address for this member; the one before, if there was one, opens nothing from now on."""
        seed = secrets.token_hex(16)
        facts = {"seed": seed, "digest": digest_of(_secret(seed)), "renewed_at": timezone.now()}
        with transaction.atomic():
            calendar, _is_new = self.update_or_create(member=member, defaults=facts)
        return calendar


class MemberCalendar(models.Model):
    """Opens a member's own feed to whoever knows its secret, 192 bits made of the seed and the site's own key.

    The secret itself is not stored: who reads the database alone, from a backup say, cannot open the feed.
    """

    member = models.OneToOneField(Member, models.CASCADE, related_name="calendar")
    seed = models.CharField(max_length=32)
    digest = models.CharField(max_length=64, unique=True)
    renewed_at = models.DateTimeField(default=timezone.now)

    objects = MemberCalendarQuerySet.as_manager()

    class Meta:
        verbose_name = _("member's own calendar")
        verbose_name_plural = _("members' own calendars")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.member)

    @property
    def secret(self) -> str:
        """What the address carries; "" once the site's key is another one, and only its owner's calendar knows it."""
        secret = _secret(self.seed)
        return secret if digest_of(secret) == self.digest else ""


def digest_of(secret: str) -> str:
    """What is kept of a secret, and looked up."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _secret(seed: str) -> str:
    mixed = salted_hmac("events.member-calendar", seed, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(mixed[:24]).decode()
