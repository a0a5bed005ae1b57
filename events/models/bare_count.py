"""What stays of people who have erased themselves: numbers."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.forecast import GROUPS


class BareCount(models.Model):
    """The parties of one past evening whose members have erased themselves, added up: numbers, and nobody.

    By the groups that the forecast learns from; the group "" is of those who came without a place. `parties` had a
    place, `places` counts their guests too, and `arrived` is how many were seen at the door.
    """

    edition = models.ForeignKey("events.Edition", models.CASCADE, related_name="bare_counts")
    group = models.CharField(max_length=10, blank=True)
    parties = models.PositiveIntegerField(default=0)
    places = models.PositiveIntegerField(default=0)
    arrived = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["edition", "group"]
        verbose_name = _("bare count")
        verbose_name_plural = _("bare counts")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "group"], name="bare_count_one_a_group"),
            models.CheckConstraint(name="bare_count_group_exists", condition=models.Q(group__in=["", *GROUPS])),
        ]

    def __str__(self) -> str:
        return f"{self.edition} · {self.group} · {self.places}"
