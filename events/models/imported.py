"""A file that an organizer brings."""

import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.edition import Edition, EditionQuerySet
from events.models.series import Series
from members.models import Member

PREVIEWED_FOR = datetime.timedelta(days=1)


class ImportQuerySet(models.QuerySet["Import"]):
    def open_to(self, member: Any) -> "ImportQuerySet":
        """Those into the series that this member organizes; what is only looked at yet, to who brought it."""
        mine = self.filter(series__in=Series.objects.organized_by(member))
        return mine.exclude(models.Q(taken_at__isnull=True) & ~models.Q(by=member))

    def taken(self) -> "ImportQuerySet":
        """Those that have made editions, the latest first."""
        return self.filter(taken_at__isnull=False).order_by("-taken_at", "-pk")

    def forget_previews(self, now: datetime.datetime) -> None:
        """Throws files away that somebody looked at a day ago, and did not take."""
        self.filter(taken_at__isnull=True, created_at__lte=now - PREVIEWED_FOR).delete()


class Import(models.Model):
    """A history on its way into a series: the file while it is looked at, then what it made, to take that back.

    Without a series it is an archive that would make one, and goes once it has.

    `venues` are those it opened, each with a sum of its row as it was made; `cadence` is the one that it gave.
    """

    series = models.ForeignKey(Series, models.CASCADE, null=True, related_name="imports", verbose_name=_("series"))
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="imports", verbose_name=_("brought by"))
    name = models.CharField(_("name of the file"), max_length=120, blank=True)
    content = models.BinaryField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True, editable=False)
    undone_at = models.DateTimeField(_("taken back"), null=True, blank=True, editable=False)
    editions = models.ManyToManyField(Edition, related_name="imports", editable=False)
    venues = models.JSONField(default=dict, editable=False)
    cadence = models.CharField(max_length=200, blank=True, editable=False)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.name or str(self.series)

    def untouched(self) -> EditionQuerySet:
        """The editions it made to which nothing has happened since: not changed, and nothing hangs on them."""
        rows = Edition.objects.filter(
            imports=self, revised_at__lte=self.taken_at, recap="", reminder_line="", offer__isnull=True
        )
        for relation in Edition._meta.related_objects:
            if relation.related_model is not Import:
                hanging = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
                rows = rows.exclude(Exists(hanging))
        return rows
