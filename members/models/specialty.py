"""The inventory of trades."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

SPECIALTIES_AT_MOST = 3


class Family(models.TextChoices):
    """The shelves of the inventory, in their order."""

    VOICE = "voice", _("Public voice")
    CARE = "care", _("Care and trust")
    MEMBERS = "members", _("Member communities")
    INSIDE = "inside", _("Inside the organisation")
    SETTINGS = "settings", _("Settings")
    LEAD = "lead", _("Lead")


class SpecialtyQuerySet(models.QuerySet["Specialty"]):
    def choosable(self) -> "SpecialtyQuerySet":
        """Those of the inventory today; a retired one stays with those who have it."""
        return self.filter(retired_at__isnull=True)

    def choosable_by(self, member: Any) -> "SpecialtyQuerySet":
        """What this member may choose: the inventory of today, and what they have already."""
        return self.filter(
            models.Q(retired_at__isnull=True)
            | models.Q(merged_into__isnull=True, pk__in=member.ranked_specialties.values("specialty"))
        )


class Specialty(models.Model):
    """One trade of community management, named and defined in both languages.

    `one` and `many` are how the poem of an inventory says it: “a watch”, and what stands after “two”.
    """

    key = models.SlugField(_("key"), max_length=40, unique=True)
    family = models.CharField(_("family"), max_length=10, choices=Family)
    position = models.PositiveSmallIntegerField(_("position"), unique=True)
    name_fr = models.CharField(_("name in French"), max_length=80, unique=True)
    name_en = models.CharField(_("name in English"), max_length=80, unique=True)
    definition_fr = models.CharField(_("definition in French"), max_length=240)
    definition_en = models.CharField(_("definition in English"), max_length=240)
    one_fr = models.CharField(_("one of them, in the French poem"), max_length=60, blank=True)
    many_fr = models.CharField(_("several of them, in the French poem"), max_length=60, blank=True)
    one_en = models.CharField(_("one of them, in the English poem"), max_length=60, blank=True)
    many_en = models.CharField(_("several of them, in the English poem"), max_length=60, blank=True)
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )

    objects = SpecialtyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["position"]
        verbose_name = _("specialty")
        verbose_name_plural = _("specialties")
        constraints: ClassVar = [
            models.CheckConstraint(name="specialty_family_exists", condition=models.Q(family__in=Family.values)),
            models.CheckConstraint(
                name="specialty_merged_is_retired",
                condition=models.Q(merged_into__isnull=True) | models.Q(retired_at__isnull=False),
            ),
            models.CheckConstraint(
                name="specialty_merged_into_another",
                condition=models.Q(merged_into__isnull=True) | ~models.Q(merged_into=models.F("pk")),
            ),
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

    @property
    def one(self) -> str:
        """One of them, as the poem says it: “a watch”; empty where nobody has written it."""
        return self.one_en if get_language() == "en" else self.one_fr

    @property
    def many(self) -> str:
        """Several of them, as the poem says it after their number: “watches”."""
        return self.many_en if get_language() == "en" else self.many_fr

    @property
    def is_retired(self) -> bool:
        """Whether nobody can choose it any more."""
        return self.retired_at is not None


class MemberSpecialty(models.Model):
    """One of a member's trades; rank 1 is the main one."""

    member = models.ForeignKey("members.Member", models.CASCADE, related_name="ranked_specialties")
    specialty = models.ForeignKey(Specialty, models.PROTECT, related_name="practised")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["member", "rank"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "specialty"], name="member_specialty_once"),
            models.UniqueConstraint(fields=["member", "rank"], name="member_specialty_one_a_rank"),
            models.CheckConstraint(
                name="member_specialty_up_to_three",
                condition=models.Q(rank__gte=1, rank__lte=SPECIALTIES_AT_MOST),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.specialty}"
