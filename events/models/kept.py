"""Feeds that are kept: built once a change, and served from their row until the next.

Whatever changes something that feeds show leaves a mark in its own transaction (`events.marks`), so marks and change
become visible together. A kept feed knows how many marks there were before its building began: as long as the sum is
the same it holds, and a building that a change has overtaken is seen to be stale, whoever keeps it last.
"""

import hashlib
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from typing import ClassVar

from django.conf import settings
from django.db import DatabaseError, connection, models, transaction
from django.db.models import Func, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from members.models import Member

EDITIONS, PLACES = "editions", "places"  # what marks are about: all feeds show editions, some of them who comes


class FeedChange(models.Model):
    """Marks, one or more, that something has changed. Rows are only added or folded together: their sum never falls."""

    subject = models.CharField(max_length=40)
    marks = models.PositiveBigIntegerField(default=1)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["subject"], name="feed_change_subject")]

    def __str__(self) -> str:
        return f"{self.subject}: {self.marks}"

    @classmethod
    def fold(cls) -> None:
        """Makes one row a subject of the many that there are; whoever counts meanwhile counts the same."""
        with transaction.atomic():
            rows = cls.objects.order_by("pk")
            if connection.features.has_select_for_update_skip_locked:
                rows = rows.select_for_update(skip_locked=True)
            found = list(rows)
            totals: Counter[str] = Counter()
            for row in found:
                totals[row.subject] += row.marks
            if len(found) > len(totals):
                cls.objects.filter(pk__in=[row.pk for row in found]).delete()
                FeedChange.objects.bulk_create(
                    FeedChange(subject=subject, marks=marks) for subject, marks in totals.items()
                )


@dataclass(frozen=True)
class Built:
    """A feed as it was built: its bytes, under which name a browser saves it, and whose it is if it is somebody's."""

    body: bytes
    disposition: str = ""
    member: Member | None = None


class KeptFeedQuerySet(models.QuerySet["KeptFeed"]):
    def held(self, key: str) -> "KeptFeed | None":
        """The feed of this key without its body, fresh or not, in one query."""
        marks = FeedChange.objects.filter(subject__in=[EDITIONS, OuterRef("subject")]).order_by()
        total = Subquery(marks.values(total=Func("marks", function="SUM")), output_field=models.BigIntegerField())
        return self.filter(key=key).annotate(marks_now=Coalesce(total, 0)).defer("body").first()

    def keep(self, key: str, build: Callable[[], Built], *, subject: str = "") -> "KeptFeed":
        """Builds the feed and keeps it; one that cannot be kept, for want of a lock say, is answered all the same.

        `subject` is what it shows beyond editions.
        """
        # The marks are counted first: a change that comes in between is counted by the next reader and not by this.
        seen = FeedChange.objects.filter(subject__in=[EDITIONS, subject]).aggregate(total=Sum("marks"))["total"] or 0
        built = build()
        feed = KeptFeed(
            key=key,
            body=built.body,
            etag=hashlib.sha256(built.body).hexdigest(),
            disposition=built.disposition,
            recipe=recipe(),
            subject=subject,
            member=built.member,
            seen=seen,
        )
        facts = ["body", "etag", "disposition", "recipe", "subject", "member", "seen"]
        with suppress(DatabaseError), transaction.atomic():
            KeptFeed.objects.bulk_create([feed], update_conflicts=True, unique_fields=["key"], update_fields=facts)
        return feed


class KeptFeed(models.Model):
    """The bytes of one feed as they were last built. `seen` is the sum of the marks that this building knew of."""

    key = models.CharField(max_length=200, unique=True)
    body = models.BinaryField()
    etag = models.CharField(max_length=64)
    disposition = models.CharField(max_length=200, blank=True)
    recipe = models.CharField(max_length=64)
    subject = models.CharField(max_length=40, blank=True)
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    seen = models.PositiveBigIntegerField()

    objects = KeptFeedQuerySet.as_manager()

    def __str__(self) -> str:
        return self.key

    def load(self) -> bool:
        """Fetches the body; answers whether it is still the one of this row as it was held."""
        if "body" in self.get_deferred_fields():
            body = KeptFeed.objects.filter(pk=self.pk, etag=self.etag).values_list("body", flat=True).first()
            if body is None:  # replaced in between, perhaps by a slower building of an older state
                return False
            self.body = body
        return True

    @property
    def is_fresh(self) -> bool:
        """Whether nothing that it shows, and nothing in the way it is made, has changed since; of one from `held`."""
        return (self.seen, self.recipe) == (self.marks_now, recipe())  # type: ignore[attr-defined]


def recipe() -> str:
    """What feeds are made with: the settings that they show, and the program. Another recipe, another building."""
    shown = (settings.SITE_URL, settings.COMMUNITY_NAME, settings.LANGUAGE_CODE, settings.TIME_ZONE, _program())
    return hashlib.sha256("\n".join(shown).encode()).hexdigest()


@lru_cache(maxsize=1)
def _program() -> str:
    """The code, the translations and the libraries that have a say in the bytes."""
    digest = hashlib.sha256()
    for folder in ("events", "venues", "members", "locale"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.suffix in {".py", ".po"}:
                digest.update(path.read_bytes())
    for library in ("django", "icalendar", "markdown-it-py", "nh3", "tzdata"):
        digest.update(version(library).encode())
    return digest.hexdigest()
