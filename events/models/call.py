"""A call to those who follow a trade that an evening lacks."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models import Member, Specialty


class TradeCall(models.Model):
    """An organizer has invited those who follow a trade to an edition: once, whoever presses the button again."""

    edition = models.ForeignKey("events.Edition", models.CASCADE, related_name="calls")
    specialty = models.ForeignKey(Specialty, models.CASCADE, related_name="calls")
    called_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    called_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("call to a trade")
        verbose_name_plural = _("calls to trades")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "specialty"], name="trade_call_one_an_edition_and_specialty"),
        ]

    def __str__(self) -> str:
        return f"{self.edition} · {self.specialty}"
