"""Answers that are kept: pages as strangers read them, and feeds; built once a change, served until the next.

Whatever changes something that they show leaves a mark in its own transaction (`events.marks`), so marks and change
become visible together. A kept answer knows how many marks its subjects had before its building began: as long as the
sum is the same it holds, and a building that a change has overtaken is seen to be stale, whoever keeps it last.
"""

import datetime
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from typing import Any, ClassVar, NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection, connections, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from events.models.edition import Edition
from members.kept import Keeping
from members.models import Member
from members.prepared import prepared_cursor

BUILT_AT_MOST = 3  # times for one reader: each time, what the answer hangs on may be found to be more


# What each kept answer asks is written out: building a query anew would cost as much as asking it.
IS_ONE_OF = {  # these subjects, in JSON
    "sqlite": "IN (SELECT value FROM json_each({}))",
    # A join takes long to plan, and what is not selected is made anew for each mark that is looked at.
    "postgresql": """= ANY ((SELECT string_to_array(translate({}, '[]" ', ''), ','))::text[])""",
}
TOTALS = "SELECT subject, SUM(marks) FROM events_mark WHERE subject {is_one} GROUP BY subject"
HELD = """
    SELECT head, etag, body, subjects, seen, until, recipe,
        (SELECT COALESCE(SUM(marks), 0) FROM events_mark WHERE subject {is_one})
    FROM events_keptanswer AS kept WHERE key = %s
"""


class Mark(models.Model):
    """Marks, one or more, that something about a subject has changed; their sum a subject never falls.

    Rows are added, and folded together now and then. A counter is the one row of its subject that grows instead: for
    changes that come many at a time, and one after the other anyway, under a lock.
    """

    subject = models.CharField(max_length=40)
    marks = models.PositiveBigIntegerField(default=1)
    is_counter = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["subject"], condition=Q(is_counter=True), name="mark_one_counter_a_subject")
        ]
        indexes: ClassVar = [models.Index(fields=["subject"], name="mark_subject")]

    def __str__(self) -> str:
        return f"{self.subject}: {self.marks}"

    @classmethod
    def totals(cls, subjects: Iterable[str]) -> Counter[str]:
        """How many marks there are of each of these subjects."""
        with prepared_cursor(connection) as cursor:
            cursor.execute(TOTALS.format(is_one=IS_ONE_OF[connection.vendor].format("%s")), [json.dumps([*subjects])])
            return Counter({subject: int(total) for subject, total in cursor.fetchall()})

    @classmethod
    def fold(cls) -> None:
        """Makes one row a subject of the many that there are; whoever counts meanwhile counts the same."""
        with transaction.atomic():
            rows = cls.objects.filter(is_counter=False).order_by("pk")
            if connection.features.has_select_for_update_skip_locked:
                rows = rows.select_for_update(skip_locked=True)
            found = list(rows)
            totals: Counter[str] = Counter()
            for row in found:
                totals[row.subject] += row.marks
            if len(found) > len(totals):
                cls.objects.filter(pk__in=[row.pk for row in found]).delete()
                Mark.objects.bulk_create(Mark(subject=subject, marks=marks) for subject, marks in totals.items())


class Held(NamedTuple):
    """A kept answer as it was found, and how many marks its subjects have now."""

    head: str
    etag: str
    body: bytes
    subjects: str
    seen: int
    until: float | None
    recipe: str
    marks_now: int

    @property
    def is_fresh(self) -> bool:
        """Whether nothing that it shows, and nothing in the way it is made, has changed since."""
        is_time = self.until is None or timezone.now().timestamp() < self.until
        return is_time and (self.seen, self.recipe) == (self.marks_now, recipe())

    @property
    def hangs_on(self) -> frozenset[str]:
        return frozenset(json.loads(self.subjects))


class Made(NamedTuple):
    """An answer just built: its bytes, its headers, and what it hangs on."""

    body: bytes
    head: list[tuple[str, str]]
    keeping: Keeping


class KeptAnswerQuerySet(models.QuerySet["KeptAnswer"]):
    def held(self, key: str) -> Held | None:
        """The answer of this key, fresh or not, in one query of the database that is used."""
        with prepared_cursor(connections[self.db]) as cursor:
            cursor.execute(HELD.format(is_one=IS_ONE_OF[connection.vendor].format("kept.subjects")), [key])
            row = cursor.fetchone()
        return Held._make(row) if row else None

    def held_or_built(self, key: str, build: Callable[[], Made | None], *, guess: frozenset[str]) -> Held | None:
        """The answer of this key if it is fresh, or else a new one."""
        held = self.held(key)
        return held if held and held.is_fresh else self.built(key, build, guess=held.hangs_on if held else guess)

    def text(self, name: str, build: Callable[[], tuple[str, Iterable[str]]], *, guess: Iterable[str]) -> str:
        """A text kept under this name in the reader's language; `build` makes it, and says what it hangs on."""

        def made() -> Made:
            text, subjects = build()
            return Made(text.encode(), [], Keeping(frozenset(subjects)))

        held = self.held_or_built(key_of(f"{name} in {get_language()}"), made, guess=frozenset(guess))
        assert held
        return gzip.decompress(held.body).decode()

    def built(self, key: str, build: Callable[[], Made | None], *, guess: frozenset[str]) -> Held | None:
        """Builds an answer and keeps it; None where the builder answers None, as that is not to be kept.

        What it hangs on is counted before, and so guessed. Where the guess turns out too small it is built once more.
        """
        for _time in range(BUILT_AT_MOST):
            until = min([*Edition.objects.moments(), next_midnight()]).timestamp()
            marks = Mark.totals(guess)
            made = build()
            if made is None:
                return None
            seen = sum(marks[subject] for subject in made.keeping.subjects)
            held = _held(made, seen=seen, until=until)
            if made.keeping.subjects <= guess:
                self._keep(key, held, made.keeping.member)
                break
            guess = made.keeping.subjects
        return held

    def _keep(self, key: str, held: Held, member: Any) -> None:
        """Keeps an answer; one that cannot be kept, for want of a lock say, is answered all the same."""
        values = {"key": key, "member": member, **held._asdict()}
        del values["marks_now"]
        with suppress(DatabaseError), transaction.atomic():
            KeptAnswer.objects.bulk_create(
                [KeptAnswer(**values)],
                update_conflicts=True,
                unique_fields=["key"],
                update_fields=[name for name in values if name != "key"],
            )

    def forget(self, key: str) -> None:
        """Lets go of the answer of this key, if there is one."""
        self.filter(key=key).delete()

    def forget_stale(self) -> None:
        """Lets go of what nobody has asked for since it changed: it may show what nobody is to see any more."""
        for key in self.values_list("key", flat=True):
            held = self.held(key)
            if held and not held.is_fresh:
                self.forget(key)


class KeptAnswer(models.Model):
    """One answer as it was last built: its headers, its bytes, compressed, and what it hangs on.

    `seen` is the sum of the marks that this building knew of. The key is a digest of the address: some addresses are
    secret.
    """

    key = models.CharField(max_length=64, unique=True)
    head = models.TextField()
    etag = models.CharField(max_length=64)
    body = models.BinaryField()
    subjects = models.TextField()
    seen = models.PositiveBigIntegerField()
    until = models.FloatField(null=True)
    recipe = models.CharField(max_length=64)
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")

    objects = KeptAnswerQuerySet.as_manager()

    def __str__(self) -> str:
        return self.key


def _held(made: Made, *, seen: int, until: float) -> Held:
    """The answer as it is kept.

    `seen` is how many marks its subjects had, and `until` which moment was the next, before its building began.
    """
    return Held(
        json.dumps(made.head),
        hashlib.sha256(made.body).hexdigest(),
        gzip.compress(made.body, 6, mtime=0),
        json.dumps(sorted(made.keeping.subjects)),
        seen,
        None if made.keeping.is_timeless else until,
        recipe(),
        seen,
    )


def key_of(path: str) -> str:
    """Under which key the answer of this address is kept."""
    return hashlib.sha256(path.encode()).hexdigest()


def next_midnight() -> datetime.datetime:
    """When the day ends in the zone of the house: pages say “today”, “this month”, and leave this year out."""
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    return timezone.make_aware(datetime.datetime.combine(tomorrow, datetime.time()))


def recipe() -> str:
    """What answers are made with: the settings that they show, and the program. Another recipe, another building."""
    shown = (settings.SITE_URL, settings.COMMUNITY_NAME, settings.LANGUAGE_CODE, settings.TIME_ZONE)
    ways = (settings.MAILS_ARE_KEPT, settings.DEBUG, settings.MEDIA_URL, settings.STATIC_URL)
    return _digest(shown, ways, settings.STORAGES["staticfiles"]["BACKEND"], program())


@lru_cache(maxsize=4)
def _digest(*shown: object) -> str:
    return hashlib.sha256(str(shown).encode()).hexdigest()


@lru_cache(maxsize=1)
def program() -> str:
    """The code, the templates, the translations, the files and the libraries that have a say in the bytes."""
    digest = hashlib.sha256()
    for folder in ("cafecm", "events", "venues", "members", "locale", "templates", "static"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.is_file() and path.suffix not in {".pyc", ".mo"}:
                digest.update(path.read_bytes())
    for library in ("django", "icalendar", "markdown-it-py", "nh3", "tzdata"):
        digest.update(version(library).encode())
    return digest.hexdigest()
