"""A café that recurs."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.cadence import Cadence, in_words
from events.holidays import FRENCH_ZONES, is_august_break, public_holiday
from events.wallclock import NoSuchTime, TimeTwice, instant
from members.models import Member, Topic
from members.models.visibility import ORGANIZING
from members.prepared import Prepared
from venues.models import HostOffer

if TYPE_CHECKING:
    from events.models.edition import Edition

DATES_SHOWN = 12
DATES_AHEAD = 60  # far enough for whoever looks for a free one


def house_time_zone() -> str:
    """The time zone of the settings."""
    return settings.TIME_ZONE


def known_time_zone(name: str) -> None:
    """Raises ValidationError for a time zone that no calendar knows."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValidationError(_("This is not a time zone such as Europe/Paris.")) from None


def known_rule(rule: str) -> None:
    """Raises ValidationError for a recurrence rule that no calendar knows (RFC 5545, 3.3.10)."""
    try:
        Cadence(rule)
    except ValueError:
        raise ValidationError(_("This is not a recurrence rule such as FREQ=MONTHLY;BYDAY=-1WE.")) from None


class LastOwner(Exception):
    """A series keeps an owner: somebody else has to be one first."""


@dataclass(frozen=True)
class CadenceDate:
    """A day of the cadence: the edition that stands for it, or why there may be none.

    `is_possible` says whether the clocks of that evening show the usual hours, and once. Holidays are those of France,
    for a series that lives there.
    """

    day: datetime.date
    edition: "Edition | None"
    is_skipped: bool
    is_possible: bool
    holiday: str
    is_august_break: bool

    @property
    def is_free(self) -> bool:
        """Whether a draft may be made for it."""
        return self.edition is None and not self.is_skipped and self.is_possible


class SeriesQuerySet(models.QuerySet["Series"]):
    def public(self) -> "SeriesQuerySet":
        """Those with an announced café: a draft gives nothing away."""
        announced = Series.objects.filter(pk=models.OuterRef("pk"), editions__status__in=["published", "cancelled"])
        return self.filter(models.Exists(announced))

    def organized_by(self, member: Any) -> "SeriesQuerySet":
        """The series this member may publish in, as their owner or organizer; all for who looks after the site."""
        return self._of(member, ORGANIZING)

    def owned_by(self, member: Any) -> "SeriesQuerySet":
        """The series whose team this member decides about; all for who looks after the site."""
        return self._of(member, ["owner"])

    def kept_by(self, member: Any) -> "SeriesQuerySet":
        """The series whose door this member keeps, in any role; all for who looks after the site."""
        return self._of(member, [*ORGANIZING, "greeter"])

    def _of(self, member: Any, roles: Sequence[str]) -> "SeriesQuerySet":
        if not member.is_authenticated:
            return self.none()
        return self if member.is_superuser else self.filter(team__member=member, team__role__in=roles)


class Series(models.Model):
    """A café that recurs: a name, a city, a time zone, a cadence, and the team that looks after it."""

    if TYPE_CHECKING:
        team: Any

    slug = models.SlugField(_("address of the page"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    city = models.CharField(_("city"), max_length=80, blank=True)
    description = models.TextField(_("description"), max_length=5000, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=60, default=house_time_zone, validators=[known_time_zone])
    cadence = models.CharField(_("cadence"), max_length=200, blank=True, validators=[known_rule])
    start_time = models.TimeField(_("usually starts at"), default=datetime.time(19, 0))
    end_time = models.TimeField(_("usually ends at"), default=datetime.time(21, 30))
    guests_at_most = models.PositiveSmallIntegerField(
        _("guests each person may bring"), default=1, validators=[MaxValueValidator(20)]
    )
    last_call_hours = models.PositiveSmallIntegerField(
        _("hours before the start from which a freed place is offered to everyone waiting"),
        default=24,
        validators=[MaxValueValidator(24 * 30)],
    )
    head_start_hours = models.PositiveSmallIntegerField(
        _("hours that whoever was left waiting last time may RSVP before everybody"),
        default=24,
        validators=[MaxValueValidator(24 * 30)],
    )
    reconfirm_days = models.PositiveSmallIntegerField(
        _("days before the start when people are asked to confirm, 0 for never"),
        default=3,
        validators=[MaxValueValidator(30)],
    )
    offers = models.ManyToManyField(HostOffer, related_name="series", verbose_name=_("offers to host"), blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        verbose_name = _("series")
        verbose_name_plural = _("series")
        constraints: ClassVar = [
            models.CheckConstraint(name="series_guests_limit", condition=models.Q(guests_at_most__lte=20)),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """The zone its clocks show."""
        return ZoneInfo(self.time_zone)

    def next_number(self) -> int:
        """The number of the edition that comes after all others."""
        return (self.editions.aggregate(last=Max("number"))["last"] or 0) + 1

    # The dates of the cadence ---------------------------------------------------------------------------------------

    @property
    def in_words(self) -> str:
        """The cadence as people say it; "" without one."""
        return in_words(self.cadence)

    def today(self) -> datetime.date:
        """The day that the calendar of the series shows now."""
        return timezone.localdate(timezone=self.zone)

    def dates(self, *, after: datetime.date, count: int = DATES_SHOWN) -> list["CadenceDate"]:
        """The next days of the cadence, each with what stands for it or against it; none without a cadence.

        An edition stands for the day it was planned for, wherever it has been moved, and for the day it meets on.
        """
        return list(self._dates(after=after, count=count))

    def _dates(self, *, after: datetime.date, count: int) -> Iterator["CadenceDate"]:
        if not self.cadence:
            return
        since = datetime.datetime.combine(after, datetime.time(), tzinfo=self.zone)
        rows = list(self.editions.filter(models.Q(starts_at__gte=since) | models.Q(planned_on__gt=after)))
        standing = {row.starts.date(): row for row in rows} | {row.planned_on: row for row in rows if row.planned_on}
        skipped = set(self.skipped_dates.filter(day__gt=after).values_list("day", flat=True))
        is_french = self.time_zone in FRENCH_ZONES
        for day in self._rhythm().days(after=after, count=count):
            yield CadenceDate(
                day=day,
                edition=standing.get(day),
                is_skipped=day in skipped,
                is_possible=self.moments_on(day) is not None,
                holiday=public_holiday(day) if is_french else "",
                is_august_break=is_french and is_august_break(day),
            )

    def _rhythm(self) -> Cadence:
        """“Every second week” counts from the first edition, from the day it was planned for where it was moved."""
        first = self.editions.order_by("starts_at", "pk").first()
        return Cadence(self.cadence, since=first.planned_on or first.starts.date()) if first else Cadence(self.cadence)

    def next_date(self, *, after: datetime.date) -> datetime.date | None:
        """The next day of the cadence that is neither skipped nor has an edition; None without a cadence."""
        return next((date.day for date in self._dates(after=after, count=DATES_AHEAD) if date.is_free), None)

    def has_date(self, day: datetime.date) -> bool:
        """Whether the cadence makes this day, among the next ones that anybody looks at."""
        return bool(self.cadence) and day in self._rhythm().days(after=self.today(), count=DATES_AHEAD)

    def skip(self, day: datetime.date) -> bool:
        """Leaves a day of the cadence out: no draft is made for it. Answers whether that is news."""
        _skipped, is_new = self.skipped_dates.get_or_create(day=day)
        return is_new

    def meet_after_all(self, day: datetime.date) -> bool:
        """Takes the skipping of a day back; answers whether it was skipped."""
        deleted, _rows = self.skipped_dates.filter(day=day).delete()
        return bool(deleted)

    def plan(self, *, count: int) -> list["Edition"]:
        """Makes drafts for those of the next `count` days of the cadence that have none; answers the new ones.

        Harmless to repeat, and for two at once. A skipped day gets none, nor one on whose evening the clocks do not
        show the usual hour, or show it twice.
        """
        with transaction.atomic():
            series = Series.objects.select_for_update().get(pk=self.pk)
            drafts = []
            for date in series.dates(after=series.today(), count=count):
                moments = series.moments_on(date.day)
                if date.is_free and moments:
                    starts_at, ends_at = moments
                    drafts.append(
                        self.editions.model.announce(self, starts_at=starts_at, ends_at=ends_at, planned_on=date.day)
                    )
        return drafts

    def moments_on(self, day: datetime.date) -> tuple[datetime.datetime, datetime.datetime] | None:
        """When the evening of that day usually begins and ends; None where its clocks do not show these hours once."""
        nights = 0 if self.end_time > self.start_time else 1
        try:
            return (
                instant(day, self.start_time, self.zone),
                instant(day + datetime.timedelta(nights), self.end_time, self.zone),
            )
        except (NoSuchTime, TimeTwice):
            return None

    def stand(self, member: Member) -> None:
        """“I come to every café”: from the next one that is published on. A repeat keeps the first asking."""
        self.standings.get_or_create(member=member)

    def stand_down(self, member: Member) -> None:
        """Ends it; the places they have stay."""
        self.standings.filter(member=member).delete()

    # Who hears of its next evenings --------------------------------------------------------------------------------

    def kept_posted(self) -> models.QuerySet[Member]:
        """Who is told of each new edition: who has had a place or waited for one here, and who has asked to be told.

        Without those who have said no, to this series or to the topic.
        """
        came = models.Exists(Member.objects.filter(pk=models.OuterRef("pk"), rsvps__edition__series=self))
        said = self.postings.filter(member=models.OuterRef("pk"))
        asked, refused = (models.Exists(said.filter(is_wanted=answer)) for answer in (True, False))
        return Member.objects.wanting(Topic.ANNOUNCEMENTS).filter(came | asked).exclude(refused).order_by("pk")

    def keeps_posted(self, member: Any) -> bool:
        """Whether this person, signed in or not, is told of each new edition."""
        return member.is_authenticated and KEPT_POSTED.row(series=self.pk, member=member.pk) is not None

    def keep_posted(self, member: Member) -> None:
        """“Tell me about the next ones”: of this series, even where they had said no to those of all."""
        with transaction.atomic():
            if not member.wants(Topic.ANNOUNCEMENTS):
                for series in Series.objects.exclude(pk=self.pk).filter(editions__rsvps__member=member).distinct():
                    series.keep_posted_no_longer(member)
                Posting.objects.exclude(series=self).filter(member=member).update(is_wanted=False)
                member.choose_mails(Topic.ANNOUNCEMENTS, is_wanted=True)
            self.postings.update_or_create(member=member, defaults={"is_wanted": True})

    def keep_posted_no_longer(self, member: Member) -> None:
        """“No longer tell me”, though they come."""
        self.postings.update_or_create(member=member, defaults={"is_wanted": False})

    # Its team -------------------------------------------------------------------------------------------------------

    @property
    def organizers(self) -> models.QuerySet[Member]:
        """Its owners and organizers, the first one first."""
        return Member.objects.filter(teams__series=self, teams__role__in=ORGANIZING).order_by("teams__since", "pk")

    def appoint(self, member: Member, role: str = "organizer") -> bool:
        """Gives a member this role, whatever they had before; answers whether that is news. Raises LastOwner."""
        with transaction.atomic():
            Series.objects.select_for_update().get(pk=self.pk)
            known = self.team.filter(member=member).first()
            if known and known.role == role:
                return False
            if known:
                self._must_keep_an_owner(without=member)
                self.withdraw_invitations_of(member)
            self.team.update_or_create(member=member, defaults={"role": role})
        return True

    def dismiss(self, member: Member) -> bool:
        """Takes a member out of the team, at once; answers whether they were in it. Raises LastOwner."""
        with transaction.atomic():
            Series.objects.select_for_update().get(pk=self.pk)
            if not self.team.filter(member=member).exists():
                return False
            self._must_keep_an_owner(without=member)
            self.team.filter(member=member).delete()
            self.withdraw_invitations_of(member)
        return True

    def withdraw_invitations_of(self, member: Member) -> None:
        """Who has lost the right to invite leaves no door open behind them."""
        sent = self.invitations.filter(invited_by=member, accepted_at=None, withdrawn_at=None)
        sent.update(withdrawn_at=timezone.now())

    def _must_keep_an_owner(self, *, without: Member) -> None:
        owners = self.team.filter(role="owner")
        is_owner = owners.filter(member=without).exists()
        if is_owner and not owners.filter(member__is_active=True).exclude(member=without).exists():
            raise LastOwner

    def is_organized_by(self, member: Any) -> bool:
        """Whether this member may publish in the series."""
        if not member.is_authenticated or not member.is_organizer:
            return False
        return Series.objects.organized_by(member).filter(pk=self.pk).exists()


class SkippedDate(models.Model):
    """A day of the cadence on which the series does not meet."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="skipped_dates")
    day = models.DateField(_("day"))

    class Meta:
        ordering: ClassVar = ["series", "day"]
        verbose_name = _("skipped date")
        verbose_name_plural = _("skipped dates")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["series", "day"], name="skipped_date_once_a_series"),
        ]

    def __str__(self) -> str:
        return f"{self.series} · {self.day}"


class Posting(models.Model):
    """What a member has said, in so many words, about being told of the new editions of a series."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="postings")
    member = models.ForeignKey(Member, models.CASCADE, related_name="postings")
    is_wanted = models.BooleanField()
    said_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("wish to be told of a series")
        verbose_name_plural = _("wishes to be told of a series")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["series", "member"], name="posting_one_a_member_and_series"),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.series}"


KEPT_POSTED = Prepared(
    lambda series, member: Series(pk=series).kept_posted().filter(pk=member).values_list("pk"), series=int, member=int
)
