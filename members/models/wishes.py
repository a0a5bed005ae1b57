"""What members want to hear about: the trades they follow, and the kinds of mail they have said no to."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models.specialty import Specialty


class Topic(models.TextChoices):
    """The kinds of mail that can be switched off.

    Each reaches only those who have done something that asks for it (come to the café, followed the trade, organize),
    so nobody has to say no to what they never asked for; what is about one's own place, or about signing in, is no
    topic and always comes.
    """

    ANNOUNCEMENTS = "announcements", _("The next cafés")
    TRADES = "trades", _("The trades I follow")
    RECAPS = "recaps", _("What became of an evening")
    PEOPLE = "people", _("People to meet")
    DIGEST = "digest", _("The organizers’ week")


class MailChoice(models.Model):
    """What a member has said about one topic; who has said nothing gets what they asked for by what they do."""

    member = models.ForeignKey("members.Member", models.CASCADE, related_name="mail_choices")
    topic = models.CharField(max_length=20, choices=Topic)
    is_wanted = models.BooleanField()
    chosen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("choice of mails")
        verbose_name_plural = _("choices of mails")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "topic"], name="mail_choice_one_a_member_and_topic"),
            models.CheckConstraint(name="mail_choice_topic_exists", condition=models.Q(topic__in=Topic.values)),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.get_topic_display()}"


class Following(models.Model):
    """A member follows a trade, their own or another, and hears of its cafés and calls."""

    member = models.ForeignKey("members.Member", models.CASCADE, related_name="followings")
    specialty = models.ForeignKey(Specialty, models.CASCADE, related_name="followings")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("trade followed")
        verbose_name_plural = _("trades followed")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "specialty"], name="following_one_a_member_and_specialty"),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.specialty}"
