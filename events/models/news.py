"""What people hear of an evening before it: the announcement and the reminders; each once, whatever the clock does.

Nothing is sent “exactly three days before”: the worker asks what is due and not yet sent, and a mark on the edition,
set under its lock, says that it is. A new date takes the marks away, and the old reminders that still wait are void.
"""

import datetime
import uuid
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.places import Places
from events.models.rsvp import Rsvp, RsvpQuerySet
from events.wallclock import in_zone
from members import outbox
from members.models import Member, Topic
from members.models.member import MemberQuerySet

LINE_AT_MOST = 500
MORNING, EVENING, NOON = datetime.time(8), datetime.time(18), datetime.time(12)
DAY = datetime.timedelta(days=1)
LETTER_IS_NEWS_FOR = datetime.timedelta(days=7)


class News(Places):
    """The part of an edition that tells people about it."""

    if TYPE_CHECKING:
        specialties: Any

    reminder_line = models.CharField(_("a line of yours in the reminders"), max_length=LINE_AT_MOST, blank=True)
    reminded_at = models.DateTimeField(_("people were reminded"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    # The announcement ---------------------------------------------------------------------------------------------

    def people_to_tell(self) -> models.QuerySet[Member]:
        """Who gets a mail when this draft is published, each once.

        The members of the series who want it, those who come to every café and so get a place, and those who follow a
        trade that it is about.
        """
        standing = self.series.standings.values("member")
        return Member.objects.filter(
            Q(pk__in=self.series.kept_posted().values("pk"))
            | Q(pk__in=standing)
            | Q(pk__in=self._followers().values("pk")),
            is_active=True,
        )

    def _followers(self) -> MemberQuerySet:
        """Who follows a trade that it is about, and wants to hear of it."""
        wanting: MemberQuerySet = Member.objects.wanting(Topic.TRADES)
        return wanting.following(self.specialties.all())

    def _announce(self, *, line: str, without: set[int]) -> int:
        """Writes the announcement to whoever wants it and has not just had another mail about this edition."""
        readers = [member for member in self.series.kept_posted() if member.pk not in without]
        told = without | {member.pk for member in readers}
        followers = [member for member in self._followers().order_by("pk") if member.pk not in told]
        for kind, people in (("edition-published", readers), ("edition-of-trade", followers)):
            self._tell(kind, people, until=self.starts_at, key=f"edition-published:{self.pk}", line=line)
        return len(readers) + len(followers)

    # The reminder on the day --------------------------------------------------------------------------------------

    @property
    def reminder_at(self) -> datetime.datetime:
        """When people are reminded: at eight in the morning, or at six the evening before what begins before noon."""
        wall = self.starts_at.astimezone(self.series.zone)
        day, time = (wall.date() - DAY, EVENING) if wall.time() < NOON else (wall.date(), MORNING)
        return datetime.datetime.combine(day, time, tzinfo=self.series.zone)

    @property
    def reminder_moment(self) -> datetime.datetime:
        """The same as the clocks of the series show it."""
        return in_zone(self.reminder_at, self.series.zone)

    def write_reminder_line(self, line: str) -> None:
        """A line of the organizer's own, in all reminders that are still to leave."""
        self.reminder_line = line
        self.save(update_fields=["reminder_line"])

    def remind(self) -> int:
        """Reminds everyone with a place, once, of where and how to get in; answers how many."""
        with transaction.atomic():
            edition = self._locked()
            if edition.reminded_at or not edition.takes_answers:
                return 0
            edition.reminded_at = timezone.now()
            edition.save(update_fields=["reminded_at"])
            people = [rsvp.member for rsvp in edition.rsvps.going().select_related("member").order_by("position")]
            edition._tell(
                "reminder-today",
                people,
                until=edition.starts_at,
                key=f"reminder-today:{edition.pk}:{edition.sequence}",
                since=edition.reminded_at.isoformat(),
            )
        return len(people)

    # A letter of the organizers -----------------------------------------------------------------------------------

    def readers_of_a_letter(self, parties: RsvpQuerySet) -> tuple[MemberQuerySet, MemberQuerySet]:
        """Whom a letter to these parties reaches: who comes or waits, and who does not come but wants to hear of us."""
        coming = parties.active().order_by().values("member")
        gone = parties.filter(status=Rsvp.Status.CANCELLED).order_by().values("member")
        active: MemberQuerySet = Member.objects.filter(is_active=True)
        wanting: MemberQuerySet = Member.objects.wanting(Topic.ANNOUNCEMENTS)
        return active.filter(pk__in=coming).order_by("pk"), wanting.filter(pk__in=gone).order_by("pk")

    def write_to(self, parties: RsvpQuerySet, *, subject: str, text: str, by: Member, key: uuid.UUID) -> int:
        """Sends a letter in an organizer's words to the members of these parties; answers how many get it.

        Once under its key, to those who were meant the first time; other words under the same key are another letter.
        """
        words = subject + "\n" + text
        letter = f"desk-letter:{self.pk}:{uuid.uuid5(key, words)}"
        with transaction.atomic():
            edition = self._locked()
            coming, gone = edition.readers_of_a_letter(parties)
            people = {"desk-letter": list(coming), "desk-letter-to-freed": list(gone)}
            if any(outbox.told(kind, letter) for kind in people):
                return 0
            for kind, readers in people.items():
                edition._tell(
                    kind,
                    readers,
                    until=timezone.now() + LETTER_IS_NEWS_FOR,
                    key=letter,
                    subject=subject,
                    text=text,
                    by=by.pk,
                )
        return sum(len(readers) for readers in people.values())
