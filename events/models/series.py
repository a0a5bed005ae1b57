"""A café that recurs."""

import datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.cadence import Cadence
from members.models import Member


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


class SeriesQuerySet(models.QuerySet["Series"]):
    def public(self) -> "SeriesQuerySet":
        """Those with an announced café: a draft gives nothing away."""
        announced = Series.objects.filter(editions__status__in=["published", "cancelled"])
        return self.filter(pk__in=announced.values("pk"))

    def organized_by(self, member: Any) -> "SeriesQuerySet":
        """The series this member may publish in: their own, or all for who looks after the site."""
        if not member.is_authenticated:
            return self.none()
        return self if member.is_superuser else self.filter(organizers=member)


class Series(models.Model):
    """A café that recurs: a name, a city, a time zone, a cadence, its organizers."""

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
    organizers = models.ManyToManyField(
        Member, related_name="organized_series", verbose_name=_("organizers"), blank=True
    )
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

    def next_date(self, *, after: datetime.date) -> datetime.date | None:
        """The next day of the cadence that has no edition yet; None without a cadence."""
        if not self.cadence:
            return None
        taken = sorted(
            moment.astimezone(self.zone).date() for moment in self.editions.values_list("starts_at", flat=True)
        )
        rhythm = Cadence(self.cadence, since=taken[0]) if taken else Cadence(self.cadence)
        return next((day for day in rhythm.days(after=after, count=60) if day not in taken), None)

    def stand(self, member: Member) -> None:
        """“I come to every café”: from the next one that is published on. A repeat keeps the first asking."""
        self.standings.get_or_create(member=member)

    def stand_down(self, member: Member) -> None:
        """Ends it; the places they have stay."""
        self.standings.filter(member=member).delete()

    def is_organized_by(self, member: Any) -> bool:
        """Whether this member may publish in the series."""
        return Series.objects.organized_by(member).filter(pk=self.pk).exists()
