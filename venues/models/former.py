"""What a venue was called before it turned out to be another one."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FormerVenue(models.Model):
    """A venue that became one with another: its address on the site leads there for ever, and its name is known.

    Without the name, the next import of a history would make the venue anew.
    """

    slug = models.SlugField(_("address of the page"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_key = models.CharField(max_length=120, db_index=True, editable=False)
    venue = models.ForeignKey("Venue", models.CASCADE, related_name="former", verbose_name=_("venue"))
    merged_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["merged_at", "pk"]
        verbose_name = _("former venue")
        verbose_name_plural = _("former venues")

    def __str__(self) -> str:
        return self.name
