"""What members write to each other through the site, and what protects them from it."""

import datetime
import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LETTER_AT_MOST = 2000  # characters
KEPT_FOR = datetime.timedelta(days=90)  # so that keepers can read what a report is about, and answers find their way


class LetterQuerySet(models.QuerySet["Letter"]):
    def delivered(self) -> "LetterQuerySet":
        """Those that reach whom they are for."""
        return self.filter(is_withheld=False)

    def since(self, moment: datetime.datetime) -> "LetterQuerySet":
        return self.filter(sent_at__gt=moment)

    def out_of_date(self, now: datetime.datetime) -> "LetterQuerySet":
        """Those that nobody needs any more."""
        return self.filter(sent_at__lte=now - KEPT_FOR)


class Letter(models.Model):
    """A few lines from one member to another. One to somebody who has blocked its writer is withheld, without a word.

    Where `shows_address`, its writer lets the other answer by mail.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sender = models.ForeignKey("members.Member", models.CASCADE, related_name="letters_sent")
    recipient = models.ForeignKey("members.Member", models.CASCADE, related_name="letters_received")
    text = models.TextField(_("your letter"), max_length=LETTER_AT_MOST)
    shows_address = models.BooleanField(default=False)
    is_withheld = models.BooleanField(default=False)
    sent_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        constraints: ClassVar = [
            models.CheckConstraint(name="letter_to_somebody_else", condition=~models.Q(sender=models.F("recipient"))),
        ]
        indexes: ClassVar = [models.Index(fields=["sender", "sent_at"], name="letter_by_sender")]

    def __str__(self) -> str:
        return f"{self.sender} → {self.recipient}"


class BlockQuerySet(models.QuerySet["Block"]):
    def between(self, one: Any, other: Any) -> "BlockQuerySet":
        """Those of either of two members about the other; each may be a member, a key, or a reference to a column."""
        return self.filter(models.Q(by=one, whom=other) | models.Q(by=other, whom=one))

    def apart(self, member: Any) -> set[int]:
        """The keys of those whom this member has blocked, and of those who have blocked them."""
        pairs = self.filter(models.Q(by=member) | models.Q(whom=member)).values_list("by", "whom")
        return {key for pair in pairs for key in pair} - {member.pk}

    def among(self, people: Iterable[Any]) -> dict[int, frozenset[int]]:
        """Whom each of these people is kept apart from, of these people, by primary keys; in one query."""
        apart: dict[int, set[int]] = {member.pk: set() for member in people}
        for by, whom in self.filter(by__in=list(apart), whom__in=list(apart)).values_list("by", "whom"):
            apart[by].add(whom)
            apart[whom].add(by)
        return {member: frozenset(others) for member, others in apart.items()}


class Block(models.Model):
    """One member's wish not to hear from another, who does not learn of it; nor are the two introduced."""

    by = models.ForeignKey("members.Member", models.CASCADE, related_name="blocks")
    whom = models.ForeignKey("members.Member", models.CASCADE, related_name="blocked_by")
    since = models.DateTimeField(default=timezone.now, editable=False)

    objects = BlockQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["by", "whom"], name="block_once"),
            models.CheckConstraint(name="block_somebody_else", condition=~models.Q(by=models.F("whom"))),
        ]

    def __str__(self) -> str:
        return f"{self.by} ∅ {self.whom}"


class Report(models.Model):
    """What a member tells those who keep the site about another, with the last letter that one had sent them."""

    about = models.ForeignKey("members.Member", models.CASCADE, related_name="reports_about")
    by = models.ForeignKey("members.Member", models.CASCADE, related_name="reports")
    reason = models.TextField(_("what happened"), max_length=LETTER_AT_MOST)
    letter = models.TextField(_("the last letter"), blank=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints: ClassVar = [
            models.CheckConstraint(name="report_somebody_else", condition=~models.Q(by=models.F("about"))),
        ]

    def __str__(self) -> str:
        return f"{self.about} · {self.made_at:%Y-%m-%d}"
