"""What somebody who was there says of an evening."""

import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models.series import Series
from members.models import Member

COMMENT_AT_MOST = 1000  # characters
REASON_AT_MOST = 500


class CommentQuerySet(models.QuerySet["Comment"]):
    def visible_to(self, viewer: Any) -> "CommentQuerySet":
        """Those that were let through, one's own, and all those of the series that the viewer organizes."""
        shown = Q(state=Comment.State.SHOWN)
        if not viewer.is_authenticated:
            return self.filter(shown)
        return self.filter(shown | Q(author=viewer) | Q(edition__series__in=Series.objects.organized_by(viewer)))

    def to_moderate(self, member: Any) -> "CommentQuerySet":
        """Those that wait for a word of this organizer: new, changed or reported; the oldest first."""
        mine = self.filter(edition__series__in=Series.objects.organized_by(member))
        waiting = mine.filter(Q(state=Comment.State.WAITING) | Q(reported_at__isnull=False))
        return waiting.select_related("edition__series").order_by("changed_at", "pk")


class Comment(models.Model):
    """A few plain words of somebody who was there, shown once an organizer has read them.

    Changed, they wait again. They go when their author leaves; with the names of the evening, only the name goes.
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("state of a comment", "waits to be read")
        SHOWN = "shown", pgettext_lazy("state of a comment", "shown")
        REFUSED = "refused", pgettext_lazy("state of a comment", "not shown")

    edition = models.ForeignKey("events.Edition", models.CASCADE, related_name="comments")
    author = models.ForeignKey(Member, models.CASCADE, null=True, blank=True, related_name="comments")
    text = models.TextField(_("comment"), max_length=COMMENT_AT_MOST)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    moderated_by = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="comments_moderated")
    reported_at = models.DateTimeField(_("reported"), null=True, blank=True)
    reported_by = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="comments_reported")
    report_reason = models.TextField(_("what is wrong with it"), max_length=REASON_AT_MOST, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["edition", "written_at", "pk"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        constraints: ClassVar = [
            models.CheckConstraint(name="comment_state_exists", condition=Q(state__in=["waiting", "shown", "refused"])),
            models.CheckConstraint(name="comment_says_something", condition=~Q(text="")),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["changed_at"],
                name="comment_to_moderate",
                condition=Q(state="waiting") | Q(reported_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition} · {self.text[:40]}"

    @property
    def is_shown(self) -> bool:
        return self.state == self.State.SHOWN

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    def moderate(self, state: str, *, by: Member, seen: datetime.datetime) -> bool:
        """Lets it through or not, which settles a report too.

        False where its author has changed it since the organizer has `seen` it: nothing unread is let through.
        """
        here = Comment.objects.filter(pk=self.pk, changed_at=seen)
        return bool(here.update(state=state, moderated_by=by.pk, reported_at=None, reported_by=None, report_reason=""))

    def rewrite(self, text: str) -> None:
        """Other words of its author, which wait to be read; the same ones change nothing."""
        here = Comment.objects.filter(pk=self.pk).exclude(text=text)
        here.update(text=text, state=self.State.WAITING, changed_at=timezone.now())

    def report(self, reason: str, *, by: Member) -> None:
        """Asks the organizers to look at it once more; it stays shown until they have.

        A repeat keeps the first reason.
        """
        here = Comment.objects.filter(pk=self.pk, state=self.State.SHOWN, reported_at=None)
        here.update(reported_at=timezone.now(), reported_by=by.pk, report_reason=reason)
