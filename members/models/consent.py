"""What a member has said yes to, and when; no row is no yes."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What needs a yes of its own."""

    INTRODUCTIONS = "introductions", _("to be introduced to three people before a café")
    GREETING = "greeting", _("to greet newcomers")


class Consent(models.Model):
    """A yes, with its date; withdrawn, it is gone."""

    member = models.ForeignKey("members.Member", models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose)
    given_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "purpose"], name="consent_one_a_member_and_purpose"),
            models.CheckConstraint(name="consent_purpose_exists", condition=models.Q(purpose__in=Purpose.values)),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.get_purpose_display()}"
