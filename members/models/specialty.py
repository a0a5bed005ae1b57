"""The inventory of trades."""

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Family(models.TextChoices):
    """The shelves of the inventory, in their order."""

    VOICE = "voice", _("Public voice")
    CARE = "care", _("Care and trust")
    MEMBERS = "members", _("Member communities")
    INSIDE = "inside", _("Inside the organisation")
    SETTINGS = "settings", _("Settings")
    LEAD = "lead", _("Lead")


class Specialty(models.Model):
    """One trade of community management, named and defined in both languages."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    family = models.CharField(_("family"), max_length=10, choices=Family)
    position = models.PositiveSmallIntegerField(_("position"), unique=True)
    name_fr = models.CharField(_("name in French"), max_length=80, unique=True)
    name_en = models.CharField(_("name in English"), max_length=80, unique=True)
    definition_fr = models.CharField(_("definition in French"), max_length=240)
    definition_en = models.CharField(_("definition in English"), max_length=240)

    class Meta:
        ordering: ClassVar = ["position"]
        verbose_name = _("specialty")
        verbose_name_plural = _("specialties")
        constraints: ClassVar = [
            models.CheckConstraint(name="specialty_family_exists", condition=models.Q(family__in=Family.values)),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language being spoken."""
        return self.name_en if get_language() == "en" else self.name_fr

    @property
    def definition(self) -> str:
        """One sentence on what people of this trade do, in the language being spoken."""
        return self.definition_en if get_language() == "en" else self.definition_fr
