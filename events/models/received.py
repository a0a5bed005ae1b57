"""The answers that calendars have sent: what became of each, and that none is taken twice."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.rsvp import Rsvp


class MailboxMark(models.Model):
    """How far a mailbox has been read: the number of the last mail taken, and the age of its server's numbering."""

    name = models.CharField(max_length=64, unique=True)
    validity = models.PositiveBigIntegerField(default=0)
    uid = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.validity}/{self.uid}"


class ReceivedReply(models.Model):
    """One answer from a member's calendar to one edition, by the Message-ID of the mail it came in.

    `stamped_at` is when the calendar made it, for those that were taken; an older one that arrives later is not.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", _("comes")
        DECLINED = "declined", _("does not come")
        TENTATIVE = "tentative", _("may come")
        IGNORED = "ignored", _("ignored")

    message_id = models.CharField(max_length=250, unique=True)
    rsvp = models.ForeignKey(Rsvp, models.CASCADE, related_name="replies")
    outcome = models.CharField(max_length=10, choices=Outcome)
    reason = models.CharField(max_length=40, blank=True)
    stamped_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("answer from a calendar")
        verbose_name_plural = _("answers from calendars")

    def __str__(self) -> str:
        return f"{self.rsvp} · {self.get_outcome_display()}"
