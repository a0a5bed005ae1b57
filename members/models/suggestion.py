"""The word for one's work that a member misses in the inventory."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models.specialty import Specialty

WAITING_AT_MOST = 3  # of one member


class TooManySuggestions(Exception):
    """This member's earlier suggestions wait for an answer still."""


class TradeSuggestion(models.Model):
    """A trade in a member's own words, which waits for the organizers: a new one, a known one, or none."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits for an answer")
        ADDED = "added", _("a new trade")
        KNOWN = "known", _("another word for a trade")
        DECLINED = "declined", _("declined")

    member = models.ForeignKey("members.Member", models.CASCADE, related_name="trade_suggestions")
    words = models.CharField(_("in your words"), max_length=80)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    specialty = models.ForeignKey(Specialty, models.PROTECT, null=True, blank=True, related_name="suggestions")
    answer = models.CharField(_("a word to the member"), max_length=300, blank=True)
    suggested_at = models.DateTimeField(default=timezone.now, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered_by = models.ForeignKey("members.Member", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["suggested_at", "pk"]
        verbose_name = _("suggestion of a trade")
        verbose_name_plural = _("suggestions of trades")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["member", "words"],
                condition=models.Q(state="waiting"),
                name="trade_suggestion_waits_once_a_member_and_word",
            ),
            models.CheckConstraint(
                name="trade_suggestion_answered_or_waiting",
                condition=models.Q(state="waiting", answered_at__isnull=True, specialty__isnull=True)
                | models.Q(state="declined", answered_at__isnull=False, specialty__isnull=True)
                | models.Q(state__in=["added", "known"], answered_at__isnull=False, specialty__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.words}"

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING
