"""The one stored fact of the rotation."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.edition import Edition
from members.models import Member
from venues.models import Venue


class PassedOver(models.Model):
    """An organizer's word that a venue does not suit one edition, with the reason; it says nothing of the next one."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="passed_over", verbose_name=_("edition"))
    venue = models.ForeignKey(Venue, models.CASCADE, related_name="passed_over", verbose_name=_("venue"))
    note = models.CharField(_("why"), max_length=200)
    by = models.ForeignKey(
        Member, models.SET_NULL, null=True, related_name="passed_over", verbose_name=_("passed over by")
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        verbose_name = _("venue passed over")
        verbose_name_plural = _("venues passed over")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "venue"], name="passed_over_once_an_edition"),
            models.CheckConstraint(name="passed_over_says_why", condition=~models.Q(note="")),
        ]

    def __str__(self) -> str:
        return f"{self.venue} · {self.edition}"
