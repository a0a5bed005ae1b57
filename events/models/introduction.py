"""Who is introduced to whom at an evening."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.introductions import EACH
from events.models.rsvp import Rsvp
from members.models import Block, Consent, Member, Purpose, Visibility


class IntroductionQuerySet(models.QuerySet["Introduction"]):
    def live(self) -> "IntroductionQuerySet":
        """Those that hold still: both are there, want it, have a place, let somebody see them, and block no other."""
        found = self.exclude(Exists(Block.objects.between(OuterRef("member"), OuterRef("other"))))
        for side in ("member", "other"):
            yes = Consent.objects.filter(purpose=Purpose.INTRODUCTIONS, member=OuterRef(side))
            place = Rsvp.objects.going().filter(edition=OuterRef("edition"), member=OuterRef(side))
            found = found.filter(Exists(yes), Exists(place), **{f"{side}__is_active": True}).exclude(
                **{f"{side}__visibility": Visibility.NOBODY}
            )
        return found

    def end(self, member: Member) -> None:
        """Takes a member out of every list of an evening that is not over, and their own lists with it."""
        self.filter(Q(member=member) | Q(other=member), edition__ends_at__gt=timezone.now()).delete()

    def of(self, edition: Any, member: Any) -> "list[Member]":
        """Whom this member is to meet at this edition, as they may see them, in the order of their list."""
        rows = self.live().filter(edition=edition, member=member).order_by("rank").values_list("other", flat=True)
        seen = {each.pk: each for each in Member.objects.visible_to(member).filter(pk__in=rows).with_specialties()}
        return [seen[pk] for pk in rows if pk in seen]


class Introduction(models.Model):
    """One of the people whom a member is to meet at an edition."""

    edition = models.ForeignKey("events.Edition", models.CASCADE, related_name="introductions")
    member = models.ForeignKey(Member, models.CASCADE, related_name="introductions")
    other = models.ForeignKey(Member, models.CASCADE, related_name="introduced_to")
    rank = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["edition", "member", "rank"]
        verbose_name = _("introduction")
        verbose_name_plural = _("introductions")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "member", "other"], name="introduction_once_a_pair"),
            models.UniqueConstraint(fields=["edition", "member", "rank"], name="introduction_one_a_rank"),
            models.CheckConstraint(name="introduction_up_to_three", condition=Q(rank__gte=1, rank__lte=EACH)),
            models.CheckConstraint(name="introduction_of_two_people", condition=~Q(member=F("other"))),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.other}"
