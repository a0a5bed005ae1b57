"""One evening of a series, and who has a place."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.db.models import Case, Count, Exists, F, Min, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce, Concat, NullIf
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.forecast import GROUPS, LEARNT_FROM, Evening, Forecast, forecast
from events.inventory import PEOPLE_AT_LEAST
from events.models.bare_count import BareCount
from events.models.comment import Comment
from events.models.meeting import FOLLOWED_UP_AFTER, FOLLOWED_UP_WITHIN, INTRODUCED_BEFORE, Meeting
from events.models.memory import PEOPLE_KEPT_FOR, Memory
from events.models.mix import Mix
from events.models.places import CAPACITY, RELEASE_BEFORE_LAST_CALL, TIME_TO_ANSWER, Tally
from events.models.questions import QUESTIONS_AT_MOST
from events.models.recap import Recap
from events.models.rsvp import Rsvp, WalkIn
from events.models.series import KEPT_POSTED, Series
from events.models.team import Teammate
from events.readiness import RECAP_WANTED_FOR, SOON, Step, readiness
from events.wallclock import day_begins, in_zone
from members.company import COMPANY
from members.folding import fold, folded
from members.meanwhile import ChangedMeanwhile
from members.models import Member, Onlooker, Specialty, Visibility
from members.models.member import MemberQuerySet
from members.prepared import Prepared
from venues.models import PEOPLE_AT_MOST, HostOffer, Venue

ASKED_AT_MOST = datetime.timedelta(days=30)
REMINDED_AT_MOST = datetime.timedelta(days=2)
SPECIALTIES_OF_A_THEME = 5
DAYS_AHEAD = datetime.timedelta(hours=50)  # two days, one of them the longest of the year
EVENING_FROM = 17  # o'clock
# What calendars show of an edition that stands outside its row, in its venue or its series.
TOLD_OF_OTHERS = {"name", "address", "postal_code", "city", "latitude", "longitude", "position", "time_zone"}
SHOWN_OF_OTHERS = {"host", "transport", "specialties"}
GROUP = Case(  # of an RSVP, as `Rsvp.forecast_group`; "" is for who was let in without a place
    When(~Q(status=Rsvp.Status.GOING), then=Value("")),
    When(confirmed_at__isnull=False, then=Value("confirmed")),
    When(asked_at__isnull=False, then=Value("silent")),
    default=Value("unasked"),
)


class CannotPublish(Exception):
    """This edition is not in the state that the change needs."""


def _wants_recap(now: datetime.datetime) -> Q:
    """Over, and lately enough that its recap is worth writing, which nobody has published yet."""
    is_late = Q(ends_at__lte=now, ends_at__gt=now - RECAP_WANTED_FOR)
    return is_late & Q(status="published", recap_published_at__isnull=True)


class EditionQuerySet(models.QuerySet["Edition"]):
    def public(self) -> "EditionQuerySet":
        """Published or cancelled: what everybody may see."""
        return self.exclude(status=Edition.Status.DRAFT)

    def published(self) -> "EditionQuerySet":
        """Those that take place or took place."""
        return self.filter(status=Edition.Status.PUBLISHED)

    def drafts(self) -> "EditionQuerySet":
        return self.filter(status=Edition.Status.DRAFT)

    def upcoming(self, now: datetime.datetime | None = None) -> "EditionQuerySet":
        """Those that are not over, the next one first."""
        return self.filter(ends_at__gt=now or timezone.now()).order_by("starts_at", "pk")

    def past(self, now: datetime.datetime | None = None) -> "EditionQuerySet":
        """Those that are over, the latest first."""
        return self.filter(ends_at__lte=now or timezone.now()).order_by("-starts_at", "-pk")

    def took_place(self) -> "EditionQuerySet":
        """Those that are over and were not called off, the latest first.

        Asked by what they are not: where SQLite looks one status up, it counts the places of all to sort them.
        """
        return self.past().exclude(status__in=[Edition.Status.DRAFT, Edition.Status.CANCELLED])

    def moments(self) -> list[datetime.datetime]:
        """The next moments at which a public one begins, ends, opens or closes, or its day begins where it takes place.

        What is said of it changes then. Of days, only the next few; the day of the house ends before any other one.
        """
        now = timezone.now()
        days = [day_begins(start, ZoneInfo(zone)) for start, zone in NEAR.rows(now=now, until=now + DAYS_AHEAD)]
        return [moment for moment in [*MOMENTS.row(now=now), *days] if moment and moment > now]

    def visible_to(self, member: Any) -> "EditionQuerySet":
        """What this person, signed in or not, may open: what is public, and the drafts of their own series."""
        if not member.is_authenticated:
            return self.public()
        if member.is_superuser:
            return self
        mine = Series.objects.organized_by(member)
        return self.filter(~Q(status=Edition.Status.DRAFT) | Q(series__in=mine))

    def opened(self, slug: str, reader: Any = None) -> "Edition | None":
        """The edition of this slug with all that its page shows, if it is public, or this person may open it."""
        found = OPENED.row(slug=slug)
        return found if found or reader is None else self.visible_to(reader).for_cards().filter(slug=slug).first()

    def named(self, slug: str) -> "Edition | None":
        """The public edition of this slug, to act on: all else of it is read under its lock."""
        found = NAMED.row(slug=slug)
        return Edition(pk=found[0], slug=slug) if found else None

    def as_any_member_reads_it(self, slug: str, member: Any) -> "tuple[int, bool] | None":
        """A public edition whose page shows this member what it shows to any other one, but for their form's token.

        Its primary key, and whether they are told of the next ones. None where they have answered or said something, or
        may do more than others, or while a list that is to open may be open for them already.
        """
        if member.is_superuser:
            return None
        found = AS_ANY_MEMBER.row(slug=slug, member=member.pk, now=timezone.now())
        return found and (found[0], KEPT_POSTED.row(series=found[1], member=member.pk) is not None)

    def kept_by(self, member: Any) -> "EditionQuerySet":
        """Those whose door this member keeps: of the series they own, organize or greet at."""
        return self.filter(series__in=Series.objects.kept_by(member))

    def organized_by(self, member: Any) -> "EditionQuerySet":
        """Those of the series this member organizes."""
        return self.filter(series__in=Series.objects.organized_by(member))

    def matching(self, words: str) -> "EditionQuerySet":
        """Those whose theme, description, venue, host or series contains every word, accents and capitals aside."""
        blank = Value(" ")
        text = Concat(
            "theme",
            blank,
            "description",
            blank,
            Coalesce("venue__name", Value("")),
            blank,
            Coalesce("venue__host", Value("")),
            blank,
            "series__name",
            output_field=models.TextField(),
        )
        found = self.alias(haystack=folded(text))
        for word in fold(words).split():
            found = found.filter(haystack__contains=word)
        return found

    def with_trade(self, specialty: Specialty) -> "EditionQuerySet":
        """Those about this trade, and those where people of it have a place, as far as everybody may know it.

        Somebody of it lets everybody see them, or at least three let somebody; and there are people enough that the
        trade points at nobody.
        """
        here = self._of_it(specialty)
        is_told = Exists(here.filter(member__visibility=Visibility.PUBLIC)) | self._are(here, COMPANY)
        return self._about(specialty, or_with=is_told)

    def of_trade(self, specialty: Specialty) -> "EditionQuerySet":
        """Those about this trade, and those where it is strong: three people of it or more, who let somebody know."""
        return self._about(specialty, or_with=self._are(self._of_it(specialty), COMPANY))

    def _about(self, specialty: Specialty, *, or_with: Any) -> "EditionQuerySet":
        """Those whose theme is about this trade, and those of which this is true and that have people enough."""
        themes = Edition.specialties.through.objects.filter(edition=OuterRef("pk"), specialty=specialty)
        going = Rsvp.objects.going().filter(edition=OuterRef("pk"))
        return self.filter(Exists(themes) | (or_with & self._are(going, PEOPLE_AT_LEAST)))

    def _of_it(self, specialty: Specialty) -> models.QuerySet[Rsvp]:
        """The places there that people of this trade have, who let somebody know."""
        going = Rsvp.objects.going().filter(edition=OuterRef("pk"), member__is_active=True)
        return going.filter(member__ranked_specialties__specialty=specialty).exclude(
            member__visibility=Visibility.NOBODY
        )

    def _are(self, rsvps: models.QuerySet[Rsvp], number: int) -> Any:
        """Whether there are so many: looks for the last of them rather than counting all."""
        return Exists(rsvps.order_by()[number - 1 : number])

    def with_places(self) -> "EditionQuerySet":
        """Counts, in the same query, the places taken and the parties waiting, as positions in the line count them."""
        parties = Rsvp.objects.filter(edition=OuterRef("pk")).order_by().values("edition")
        gone = BareCount.objects.filter(edition=OuterRef("pk")).order_by().values("edition")
        total = Sum(F("guests") + 1)
        return self.annotate(
            counted_going=Coalesce(Subquery(parties.filter(status="going").values(total=total)), 0)
            + Coalesce(Subquery(gone.values(total=Sum("places"))), 0),
            counted_waiting=Coalesce(Subquery(parties.filter(status="waiting").values(total=Count("pk"))), 0),
        )

    def with_requests(self) -> "EditionQuerySet":
        """Counts, in the same query, the parties that wait for the organizers' yes."""
        asking = Rsvp.objects.to_approve().filter(edition=OuterRef("pk")).order_by().values("edition")
        return self.annotate(counted_asking=Coalesce(Subquery(asking.values(total=Count("pk"))), 0))

    def for_cards(self) -> "EditionQuerySet":
        """All that an edition's line shows, in one query."""
        return self.select_related("series", "venue").with_places()

    def on_the_desk(self, now: datetime.datetime | None = None) -> "EditionQuerySet":
        """Those that may need an organizer now, the earliest first: to come, or over and still without their recap.

        With all that their readiness reads, in two queries.
        """
        now = now or timezone.now()
        needed = self.filter(Q(ends_at__gt=now) | _wants_recap(now)).order_by("starts_at", "pk")
        return needed.for_cards().with_requests().prefetch_related("host_pages")

    def off_the_desk(self, now: datetime.datetime | None = None) -> "EditionQuerySet":
        """The others, the latest first."""
        now = now or timezone.now()
        return self.past(now).exclude(_wants_recap(now))

    def announced(self) -> "EditionQuerySet":
        """The public ones that were published before their evening, the latest announcement first."""
        return self.public().filter(published_at__lt=F("starts_at")).order_by("-published_at", "-pk")

    def recounted(self) -> "EditionQuerySet":
        """Those with a recap for everybody to read, the latest recap first."""
        told = self.published().filter(recap_published_at__isnull=False).exclude(recap="")
        return told.order_by("-recap_published_at", "-pk")

    def with_people(self) -> "EditionQuerySet":
        """Counts, in the same query, who came as `people`: who arrived or, where nobody was counted, the places.

        `people_arrived` counts those who arrived alone. The same as `Evening.came`, for who needs nothing else of it.
        """
        here = {"edition": OuterRef("pk")}
        parties = Rsvp.objects.filter(**here).order_by().values("edition")
        gone = BareCount.objects.filter(**here).order_by().values("edition")
        walk_ins = WalkIn.objects.filter(**here).order_by().values("edition")
        arrived = (
            Coalesce(Subquery(parties.values(total=Sum("arrived"))), 0)
            + Coalesce(Subquery(gone.values(total=Sum("arrived"))), 0)
            + Coalesce(Subquery(walk_ins.values(total=Sum("people"))), 0)
        )
        places = Coalesce(Subquery(parties.filter(status="going").values(total=Sum(F("guests") + 1))), 0) + Coalesce(
            Subquery(gone.exclude(group="").values(total=Sum("places"))), 0
        )
        return self.annotate(people_arrived=arrived, people=Coalesce(NullIf(arrived, 0), places))

    def where_people_are_known(self) -> "EditionQuerySet":
        """Those where somebody arrived or had a place: of the others `with_people` counts none."""
        here = {"edition": OuterRef("pk")}
        came = Exists(Rsvp.objects.filter(Q(status="going") | Q(arrived__gt=0), **here))
        gone = Exists(BareCount.objects.filter(Q(arrived__gt=0) | Q(places__gt=0) & ~Q(group=""), **here))
        return self.filter(came | gone | Exists(WalkIn.objects.filter(**here)))

    def evenings(self) -> dict[int, Evening]:
        """What each edition teaches about who comes, by its primary key, in three queries."""
        here, keys = self.order_by().values("pk"), self.values_list("pk", flat=True)
        evenings = {pk: Evening(dict.fromkeys(GROUPS, 0), dict.fromkeys(GROUPS, 0)) for pk in keys}
        extra = dict.fromkeys(evenings, 0)
        parties = Rsvp.objects.filter(edition__in=here).order_by().annotate(group=GROUP).values("edition", "group")
        counted: Any = parties.annotate(needed=Sum(F("guests") + 1), people=Sum("arrived"))
        for pk, name, places, people in counted.values_list("edition", "group", "needed", "people"):
            if name:
                evenings[pk].places[name], evenings[pk].arrived[name] = places, people
            else:  # let in from the line, or after freeing the place
                extra[pk] += people
        for bare in BareCount.objects.filter(edition__in=here):
            if bare.group:
                evenings[bare.edition_id].places[bare.group] += bare.places
                evenings[bare.edition_id].arrived[bare.group] += bare.arrived
            else:
                extra[bare.edition_id] += bare.arrived
        walk_ins = WalkIn.objects.filter(edition__in=here).order_by().values("edition")
        for pk, people in walk_ins.annotate(total=Sum("people")).values_list("edition", "total"):
            extra[pk] += people
        return {pk: replace(evening, walk_ins=extra[pk]) for pk, evening in evenings.items()}

    def in_bare_counts(self) -> dict[int, list[BareCount]]:
        """What would stay of who came if all of them left, by the edition's primary key, in three queries; not saved.

        Of what has not begun nothing would.
        """
        begun = self.filter(starts_at__lte=timezone.now()).order_by().values("pk")
        going = Q(status=Rsvp.Status.GOING)
        parties = Rsvp.objects.filter(going | Q(arrived__gt=0), edition__in=begun).order_by()
        sums: Any = parties.annotate(group=GROUP).values("edition", "group")
        sums = sums.annotate(
            number=Count("pk", filter=going),
            needed=Coalesce(Sum(F("guests") + 1, filter=going), 0),
            people=Sum("arrived"),
        )
        gone = BareCount.objects.filter(edition__in=begun)
        walk_ins = WalkIn.objects.filter(edition__in=begun).order_by().values("edition").annotate(total=Sum("people"))
        rows = [
            *sums.values_list("edition", "group", "number", "needed", "people"),
            *gone.values_list("edition", "group", "parties", "places", "arrived"),
            *((pk, "", 0, 0, people) for pk, people in walk_ins.values_list("edition", "total")),
        ]
        counts: dict[tuple[int, str], BareCount] = {}
        for pk, group, parties, places, arrived in rows:
            count = counts.setdefault((pk, group), BareCount(edition_id=pk, group=group))
            count.parties += parties
            count.places += places
            count.arrived += arrived
        found: dict[int, list[BareCount]] = defaultdict(list)
        for (pk, _group), count in sorted(counts.items()):
            found[pk].append(count)
        return found

    def welcomed(self) -> tuple[int, int]:
        """How many evenings these were, and how many people came to them, in one query."""
        sums: Any = self.order_by().with_people().aggregate(evenings=Count("pk"), total=Coalesce(Sum("people"), 0))
        return sums["evenings"], sums["total"]

    def due_to_ask(self, now: datetime.datetime) -> "list[Edition]":
        """Those whose people are to be asked now whether they come."""
        near = self.published().filter(
            asked_at__isnull=True, reminded_at__isnull=True, starts_at__gt=now, starts_at__lte=now + ASKED_AT_MOST
        )
        return [
            edition
            for edition in near.select_related("series").order_by("pk")
            if edition.starts_at - datetime.timedelta(days=edition.series.reconfirm_days) <= now
            and edition.series.reconfirm_days
        ]

    def due_to_remind(self, now: datetime.datetime) -> "list[Edition]":
        """Those whose people are to be reminded now, on the day."""
        near = self.published().filter(
            reminded_at__isnull=True, starts_at__gt=now, starts_at__lte=now + REMINDED_AT_MOST
        )
        return [edition for edition in near.select_related("series").order_by("pk") if edition.reminder_at <= now]

    def due_to_release(self, now: datetime.datetime) -> "list[Edition]":
        """Those whose silent tentative places go to the line now: before the last call, a day after the asking."""
        asked = self.published().filter(asked_at__lte=now - TIME_TO_ANSWER, released_at__isnull=True, starts_at__gt=now)
        return [
            edition
            for edition in asked.select_related("series").order_by("pk")
            if edition.starts_at - datetime.timedelta(hours=edition.series.last_call_hours) - RELEASE_BEFORE_LAST_CALL
            <= now
        ]

    def due_to_introduce(self, now: datetime.datetime) -> "EditionQuerySet":
        """Those near enough that people are introduced now."""
        near = self.published().filter(introduced_at__isnull=True, starts_at__gt=now)
        return near.filter(starts_at__lte=now + INTRODUCED_BEFORE).order_by("pk")

    def due_to_become_numbers(self, now: datetime.datetime) -> "EditionQuerySet":
        """Those whose people are to be forgotten now, the oldest first."""
        return self.filter(remembered__isnull=True, ends_at__lte=now - PEOPLE_KEPT_FOR).order_by("ends_at", "pk")

    def due_to_follow_up(self, now: datetime.datetime) -> "EditionQuerySet":
        """Those whose newcomers hear from the café now, two days after it; what is long over is left alone."""
        over = self.published().filter(followed_up_at__isnull=True, ends_at__lte=now - FOLLOWED_UP_AFTER)
        return over.filter(ends_at__gt=now - FOLLOWED_UP_WITHIN).order_by("pk")

    def revise_for(self, changed: Collection[str]) -> None:
        """Revises the coming ones after a change of these fields of their venue or series: calendars show them too.

        Whoever edits a venue or a series calls it, in the same transaction. What an edition is called and where it is
        raises the sequence; its host and how to get there, which only the description tells, does not.
        """
        is_told = not TOLD_OF_OTHERS.isdisjoint(changed)
        if is_told or not SHOWN_OF_OTHERS.isdisjoint(changed):
            with transaction.atomic():
                for edition in self.public().upcoming().order_by("pk").select_for_update(of=("self",)):
                    edition._revise((), is_told=is_told)

    def for_calendar(self) -> "EditionQuerySet":
        """What the feeds contain, in their order, in two queries."""
        with_all = self.public().select_related("series", "venue").prefetch_related("specialties")
        return with_all.order_by("starts_at", "pk")


class Edition(Mix, Meeting, Recap, Memory):
    """One evening of a series: number, theme, date, venue (or none yet), status, its places, its news and its recap.

    `sequence` and `revised_at` tell calendars what changed (RFC 5545, 3.8.7.3 and 3.8.7.4). `planned_on` is the day of
    the cadence that it was made for, wherever it has been moved since.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        CANCELLED = "cancelled", _("cancelled")

    series = models.ForeignKey(Series, models.PROTECT, related_name="editions", verbose_name=_("series"))
    number = models.PositiveIntegerField(_("number"), null=True, blank=True, help_text=_("Empty for an extra one."))
    slug = models.SlugField(_("address of the page"), max_length=90, unique=True)
    theme = models.CharField(_("theme"), max_length=120, blank=True)
    specialties = models.ManyToManyField(
        Specialty, related_name="editions", verbose_name=_("trades it is about"), blank=True
    )
    description = models.TextField(_("programme"), max_length=20_000, blank=True)
    planned_on = models.DateField(_("planned for"), null=True, blank=True, editable=False)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    venue = models.ForeignKey(
        Venue,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="editions",
        db_index=False,
        verbose_name=_("venue"),
    )
    offer = models.ForeignKey(
        HostOffer,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="editions",
        db_index=False,
        verbose_name=_("offer to host"),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    cancellation_reason = models.CharField(_("why it is cancelled"), max_length=300, blank=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    revised_at = models.DateTimeField(default=timezone.now, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["starts_at", "pk"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["series", "number"],
                name="edition_number_once_a_series",
                violation_error_message=_("Another edition has this number."),
            ),
            models.UniqueConstraint(
                fields=["series", "planned_on"],
                name="edition_once_a_planned_day",
                violation_error_message=_("Another edition was planned for this day."),
            ),
            models.CheckConstraint(
                name="edition_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("The end comes before the start."),
            ),
            models.CheckConstraint(
                name="edition_capacity_of_one_or_more",
                condition=Q(capacity__gte=1, capacity__lte=PEOPLE_AT_MOST),
                violation_error_message=_("An edition holds from 1 to 10,000 people."),
            ),
            models.CheckConstraint(
                name="edition_opens_before_it_closes",
                condition=Q(opens_at__isnull=True) | Q(closes_at__isnull=True) | Q(opens_at__lt=F("closes_at")),
            ),
            models.CheckConstraint(
                name="edition_three_questions_at_most", condition=Q(**{f"questions__{QUESTIONS_AT_MOST}__isnull": True})
            ),
            models.UniqueConstraint(fields=["offer"], name="edition_one_an_offer", condition=~Q(status="cancelled")),
            models.CheckConstraint(name="edition_number_from_one", condition=Q(number__isnull=True) | Q(number__gte=1)),
            models.CheckConstraint(
                name="edition_status_exists", condition=Q(status__in=["draft", "published", "cancelled"])
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["status", "starts_at"], name="edition_by_date"),
            models.Index(fields=["status", "ends_at"], name="edition_by_end"),
            # A page of a list comes in its order: the places of the others are not counted to sort them.
            models.Index(fields=["starts_at", "id", "ends_at", "status"], name="edition_in_order"),
            # Whether a place has hosted, and when it hosts next, without reading its evenings.
            models.Index(fields=["venue", "status", "ends_at"], name="edition_of_venue"),
            # Most have none: an index of them all would tell SQLite that it is of no use.
            models.Index(fields=["offer"], condition=Q(offer__isnull=False), name="edition_of_offer"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("events:detail", args=[self.slug])

    # What it is ---------------------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """The series, the number and, where there is one, the theme."""
        name = self.series.name
        if self.number:
            name = gettext("%(series)s no. %(number)s") % {"series": name, "number": self.number}
        return gettext("%(name)s: %(theme)s") % {"name": name, "theme": self.theme} if self.theme else name

    @property
    def starts(self) -> datetime.datetime:
        """The start as the clocks of the series show it; templates leave it in that zone."""
        return in_zone(self.starts_at, self.series.zone)

    @property
    def ends(self) -> datetime.datetime:
        """The end as the clocks of the series show it; templates leave it in that zone."""
        return in_zone(self.ends_at, self.series.zone)

    @property
    def is_tonight(self) -> bool:
        """Whether this is its day by the clocks of the series, from midnight until it ends."""
        return self.is_awaited and day_begins(self.starts_at, self.series.zone) <= timezone.now()

    @property
    def has_begun(self) -> bool:
        """Whether the evening is on, or over."""
        return self.starts_at <= timezone.now()

    @property
    def is_in_the_evening(self) -> bool:
        """Whether people say “tonight” of it rather than “today”."""
        return self.starts.hour >= EVENING_FROM

    @property
    def steps(self) -> list[Step]:
        """What it needs, step by step."""
        return readiness(self)

    @property
    def needs_somebody(self) -> bool:
        """Whether something is to do for it, and soon."""
        is_soon = self.starts_at <= timezone.now() + SOON
        return is_soon and not self.is_cancelled and any(step.is_to_do for step in self.steps)

    @property
    def is_draft(self) -> bool:
        return self.status == self.Status.DRAFT

    @property
    def is_published(self) -> bool:
        return self.status == self.Status.PUBLISHED

    @property
    def is_cancelled(self) -> bool:
        return self.status == self.Status.CANCELLED

    @property
    def is_past(self) -> bool:
        """Whether the evening is over."""
        return self.ends_at <= timezone.now()

    @property
    def is_awaited(self) -> bool:
        """Whether it is published, and not over."""
        return self.is_published and not self.is_past

    @classmethod
    def announce(cls, series: Series, *, specialties: Sequence[Specialty] = (), **facts: Any) -> "Edition":
        """A new draft of the series, saved, with the number and the address that come next.

        A number of None makes an extra edition, whose address carries its date. Raises ValueError for more than five
        specialties.
        """
        with transaction.atomic():
            Series.objects.select_for_update().get(pk=series.pk)
            if venue := facts.get("venue"):
                facts["venue"] = Venue.objects.held(venue)
            facts.setdefault("capacity", cls.usual_capacity(facts.get("venue")))
            edition = cls(series=series, **facts)
            if "number" not in facts:
                edition.number = series.next_number()
            edition.take_address(set(cls.objects.filter(slug__startswith=series.slug).values_list("slug", flat=True)))
            edition.save(force_insert=True)
            edition._take_specialties(specialties)
        return edition

    def take_address(self, taken: Container[str]) -> None:
        """Gives its page the first free address: the series and the number, or the day of an extra edition."""
        stem = f"{self.series.slug}-{self.number or self.starts.date().isoformat()}"
        self.slug = next(slug for slug in chain([stem], (f"{stem}-{n}" for n in count(2))) if slug not in taken)

    @staticmethod
    def usual_capacity(venue: Venue | None) -> int:
        """How many people an edition has room for where nobody says: as many as its venue, or 40."""
        return (venue and venue.capacity) or CAPACITY

    # Its life -----------------------------------------------------------------------------------------------------

    VISIBLE_IN_CALENDARS: ClassVar = ("starts_at", "ends_at", "venue_id", "theme", "number")

    def publish(self, *, line: str = "") -> int:
        """Shows a draft to everybody and tells who wants to hear of it, with a line of the organizer's own.

        Answers how many people get a mail. A repeat changes nothing and tells nobody. Raises CannotPublish for a
        cancelled edition, or one whose evening has begun.
        """
        told = 0
        with transaction.atomic():
            edition = self._locked()
            if not edition.is_published:
                if not edition.is_draft or edition.starts_at <= timezone.now():
                    raise CannotPublish
                edition.status = self.Status.PUBLISHED
                edition.published_at = edition.published_at or timezone.now()
                edition._revise(("status", "published_at"), is_told=True)
                served = edition._open_line()
                told = len(served) + edition._announce(line=line, without=served)
        self.refresh_from_db()
        return told

    def publish_where_nobody_is_told(self) -> bool:
        """Publishes at once where nobody gets a mail; otherwise an organizer sees whom and which mail first.

        Answers whether it is published. Raises CannotPublish as `publish` does.
        """
        if self.is_draft and self.starts_at > timezone.now() and self.people_to_tell().exists():
            return False
        self.publish()
        return True

    def cancel(self, *, reason: str) -> None:
        """Calls a published edition off, tells everybody who has a place or waits, and why. A repeat changes nothing.

        Raises CannotPublish for a draft, or an evening that is over.
        """
        with transaction.atomic():
            edition = self._locked()
            if not edition.is_cancelled:
                if edition.is_draft or edition.is_past:
                    raise CannotPublish
                edition.status = self.Status.CANCELLED
                edition.cancellation_reason = reason
                edition._revise(("status", "cancellation_reason"), is_told=True)
                edition._tell("edition-cancelled", edition._people())
                edition._tell_host("host-cancelled")
        self.refresh_from_db()

    def reopen(
        self,
        *,
        starts_at: datetime.datetime | None = None,
        ends_at: datetime.datetime | None = None,
        seen: datetime.datetime | None = None,
        line: str = "",
    ) -> int:
        """Lets a cancelled edition take place after all, at its date or at another; answers how many people are told.

        Whoever had a place or waited has it still: cancelling took nothing from them. But they have made other plans,
        so each place is asked about anew, by this very mail. A repeat changes nothing. Raises CannotPublish for a
        draft, or a date that is over, and ChangedMeanwhile as `change` does.
        """
        told: list[Member] = []
        with transaction.atomic():
            edition = self._locked()
            if not edition.is_published:
                before = edition.starts_at
                facts = edition.moved_to(starts_at or before, ends_at or edition.ends_at)
                if edition.is_draft or facts["starts_at"] <= timezone.now():
                    raise CannotPublish
                if seen is not None and seen != edition.revised_at:
                    raise ChangedMeanwhile
                for name, value in facts.items():
                    setattr(edition, name, value)
                edition.status, edition.cancellation_reason = self.Status.PUBLISHED, ""
                if edition.offer and edition.offer.editions.exclude(status=self.Status.CANCELLED).exists():
                    edition.offer = None  # the host has had their evening meanwhile
                edition._revise((*facts, "status", "cancellation_reason", "offer"), is_told=True)
                edition._ask_anew()
                edition._ask_with_the_news()
                told = edition._people()
                edition._tell("edition-reopened", told, before=before.isoformat(), line=line)
                edition._tell_host("host-reopened")
                edition._serve_line()
        self.refresh_from_db()
        self._forget_counts()
        return len(told)

    def moved_to(self, starts_at: datetime.datetime, ends_at: datetime.datetime) -> dict[str, Any]:
        """The facts of another moment: RSVPs close as long before it as they did before the one it has."""
        facts: dict[str, Any] = {"starts_at": starts_at, "ends_at": ends_at}
        if self.closes_at:
            facts["closes_at"] = self.closes_at + (starts_at - self.starts_at)
        return facts

    def discard(self) -> None:
        """Deletes a draft: nobody has seen its address. The day it was planned for is skipped, and stays without one.

        Raises CannotPublish for what has been published.
        """
        with transaction.atomic():
            edition = self._locked()
            if not edition.is_draft:
                raise CannotPublish
            if edition.planned_on:
                edition.series.skip(edition.planned_on)
            edition.delete()

    def change(
        self,
        *,
        seen: datetime.datetime | None = None,
        specialties: Sequence[Specialty] | None = None,
        line: str = "",
        **facts: Any,
    ) -> int:
        """Changes date, venue, theme, programme or capacity; answers how many people are told of a new date or venue.

        They read a line of the organizer's own with it.

        What people must know of raises the sequence. More capacity gives places to the line; less throws nobody out.
        An edition that is no longer by approval lets in who waits for it; one that now is leaves what people have.
        Raises ChangedMeanwhile where `seen` is the `revised_at` of an older state than the one that would be changed,
        and ValueError for more than five specialties.
        """
        told: list[Member] = []
        with transaction.atomic():
            if venue := facts.get("venue"):
                facts["venue"] = Venue.objects.held(venue)
            before = self._locked()
            edition = self._locked()
            if "venue" in facts and facts["venue"] != before.venue:
                facts.setdefault("offer", None)  # that of the place it leaves waits for another evening
            changed = [name for name, value in facts.items() if getattr(edition, name) != value]
            has_other_trades = specialties is not None and {*specialties} != {*edition.specialties.all()}
            if not changed and not has_other_trades:
                return 0
            if seen is not None and seen != before.revised_at:
                raise ChangedMeanwhile
            for name in changed:
                setattr(edition, name, facts[name])
            if has_other_trades:
                edition._take_specialties(specialties or ())
            edition._revise(
                changed,
                is_told=any(getattr(before, name) != getattr(edition, name) for name in self.VISIBLE_IN_CALENDARS),
            )
            if news := before.news_in(starts_at=edition.starts_at, venue=edition.venue):
                told = edition._people()
                was_nowhere = {"was_nowhere": True} if before.venue is None else {}
                edition._tell(news, told, before=before.starts_at.isoformat(), line=line, **was_nowhere)
            for host_news, page in before.host_news_in(starts_at=edition.starts_at, venue=edition.venue):
                until = max(before.ends_at, edition.ends_at)
                page.write(host_news, expires_at=until, before=before.starts_at.isoformat())
            if news == "edition-moved":
                edition._ask_anew()
            if edition.is_awaited:
                if before.is_by_approval and not edition.is_by_approval:
                    edition._let_in(list(edition.rsvps.to_approve().select_related("member")))
                edition._serve_line()
        self.refresh_from_db()
        self._forget_counts()
        return len(told)

    def tells_of(self, *, starts_at: datetime.datetime, venue: Venue | None) -> bool:
        """Whether anybody gets a mail about this date and venue: who comes or waits, or a host."""
        moment: Any = {"starts_at": starts_at, "venue": venue}
        is_told = bool(self.news_in(**moment)) and self.rsvps.reachable().exists()
        return is_told or bool(self.host_news_in(**moment))

    def news_in(self, *, starts_at: datetime.datetime, venue: Venue | None) -> str:
        """The kind of mail that tells whoever comes or waits of this date and venue; "" where it is no news."""
        if not self.is_awaited:
            return ""
        if starts_at != self.starts_at:
            return "edition-moved"
        return "edition-venue" if venue != self.venue else ""

    def host_news_in(self, *, starts_at: datetime.datetime, venue: Venue | None) -> list[tuple[str, Any]]:
        """The mails to hosts about this date and venue, each with its page: to whom it leaves, and where it meets."""
        if not self.news_in(starts_at=starts_at, venue=venue):
            return []
        places = [("host-moved", venue)] if venue == self.venue else [("host-left", self.venue), ("host-back", venue)]
        return [(kind, page) for kind, place in places if (page := self._host_to_tell(place))]

    def host_to_tell(self) -> Any:
        """The page of the place where this edition meets, if it has a contact and a link; None otherwise."""
        return self._host_to_tell(self.venue)

    def _host_to_tell(self, place: Venue | None) -> Any:
        if place is None or place.pk is None:  # a new venue is saved with the edition
            return None
        return self.host_pages.filter(venue=place, revoked_at__isnull=True).exclude(email="").first()

    def _tell_host(self, kind: str) -> None:
        """Writes to the contact of the place where this edition meets, if there is one with a link."""
        if page := self.host_to_tell():
            page.write(kind, expires_at=self.ends_at)

    def _take_specialties(self, specialties: Sequence[Specialty]) -> None:
        if len(specialties) > SPECIALTIES_OF_A_THEME:
            raise ValueError("a theme is about up to five specialties")
        self.specialties.set(specialties)

    def _ask_anew(self) -> None:
        """A new date is a new question: whoever confirmed the old one is asked again in due time."""
        self.asked_at = self.released_at = self.reminded_at = self.introduced_at = None
        self.save(update_fields=["asked_at", "released_at", "reminded_at", "introduced_at"])
        self.introductions.all().delete()
        self.rsvps.active().update(asked_at=None, confirmed_at=None)
        self.rsvps.update(answers_from=self.sequence + 2 * F("times_freed"))

    def _ask_with_the_news(self) -> None:
        """Asks everybody with a place whether they come, by the mail that goes out now, and not once more at once."""
        now = timezone.now()
        if self._is_near:
            self.asked_at = now
        if self.reminder_at <= now:
            self.reminded_at = now
        self.save(update_fields=["asked_at", "reminded_at"])
        self.rsvps.going().update(asked_at=now)

    def _revise(self, fields: Iterable[str], *, is_told: bool) -> None:
        """Saves these fields and stamps the revision; what calendars show raises the sequence too."""
        self.revised_at = max(timezone.now(), self.revised_at + datetime.timedelta(seconds=1))
        if is_told:
            self.sequence += 1
        self.save(update_fields=[*fields, "sequence", "revised_at"])

    # Who comes ----------------------------------------------------------------------------------------------------

    def is_new(self, member: Member) -> bool:
        """Whether this would be, or was, this member's first café."""
        found = NEWCOMER.row(edition=self.pk, ends_at=self.ends_at, member=member.pk, now=timezone.now())
        return found is not None

    def _tally(self) -> Tally:
        return Tally(*TALLY.row(edition=self.pk))

    def read_as(self, viewer: Any) -> Onlooker:
        """As whom this viewer, or an imagined one, reads who comes: as one of those with a place, a member, anybody."""
        if isinstance(viewer, Onlooker):
            return viewer
        answer = self.rsvp_of(viewer)
        return Onlooker.of(viewer, is_there=answer is not None and answer.is_going)

    def seen_by(self, viewer: Any) -> MemberQuerySet:
        """Members as this viewer may see them here: organizers of the series know the name of everybody.

        What somebody shows to people at the same café is seen by those of this one, and not for having been at another
        together.
        """
        people = Member.objects.filter(is_active=True)
        if not isinstance(viewer, Onlooker) and self.series.is_organized_by(viewer):
            return people.as_seen_by(viewer)
        return people.visible_to(viewer, here=self.read_as(viewer))

    def people_visible_to(self, viewer: Any) -> models.QuerySet[Member]:
        """Those with a place whom this viewer may see here: themselves first, then in the order of joining."""
        going = self.seen_by(viewer).filter(rsvps__edition=self, rsvps__status=Rsvp.Status.GOING)
        is_somebody = not isinstance(viewer, Onlooker) and viewer.is_authenticated
        first = [Case(When(pk=viewer.pk, then=0), default=1)] if is_somebody else []
        return going.with_specialties().order_by(*first, "rsvps__position")

    def welcomed_by(self, viewer: Any) -> models.QuerySet[Member]:
        """Those of the team who come, as far as this viewer may see them: whom to look for when one comes in."""
        return self.people_visible_to(viewer).filter(pk__in=self.series.team.values("member"))

    # Getting in ---------------------------------------------------------------------------------------------------

    @property
    def getting_in_opens_on(self) -> datetime.date:
        """The day before, by the clocks of the series: from then on people with a place read how one gets in."""
        return self.starts.date() - datetime.timedelta(days=1)

    def getting_in_for(self, answer: Rsvp | None, *, is_organizer: bool = False) -> str:
        """The venue's instructions for getting in, as far as whoever gave this answer may read them.

        A door code is for those who have a place, from the day before until the evening ends; organizers of the series
        read it always. Nobody else does: no page that is public, no feed, no search.
        """
        if self.venue is None:
            return ""
        if is_organizer:
            return self.venue.getting_in
        now = timezone.now()
        is_time = self.getting_in_opens_on <= in_zone(now, self.series.zone).date() and now < self.ends_at
        has_place = answer is not None and answer.edition_id == self.pk and answer.is_going
        return self.venue.getting_in if self.is_published and is_time and has_place else ""

    # Elsewhere ----------------------------------------------------------------------------------------------------

    def other_evenings(self) -> EditionQuerySet:
        """The coming evenings of the series that people of this one could move to, the next one first."""
        others = Edition.objects.published().filter(series=self.series, starts_at__gt=timezone.now())
        return others.exclude(pk=self.pk).for_cards().order_by("starts_at", "pk")

    # How many will come -------------------------------------------------------------------------------------------

    def forecast(self) -> Forecast | None:
        """How many people will come, learnt from the latest past editions; None before any of them was counted."""
        past = self.series.editions.published().filter(starts_at__lt=min(self.starts_at, timezone.now()))
        latest = past.exclude(pk=self.pk).order_by("-starts_at", "-pk")[:LEARNT_FROM]
        known = [*latest.values_list("pk", flat=True)]
        evenings = Edition.objects.filter(pk__in=[*known, self.pk]).evenings()
        return forecast(evenings[self.pk], [evenings[pk] for pk in reversed(known) if evenings[pk].people])


def _as_any_member(slug: str, member: int, now: datetime.datetime) -> models.QuerySet[Any, Any]:
    here = {"edition": OuterRef("pk")}
    own = Exists(Rsvp.objects.filter(member=member, **here)) | Exists(Comment.objects.filter(author=member, **here))
    more = Exists(Teammate.objects.filter(member=member))
    same_for_all = Edition.objects.public().filter(Q(opens_at=None) | Q(opens_at__lte=now), slug=slug)
    return same_for_all.exclude(own | more).values_list("pk", "series")


def _tally(edition: int) -> models.QuerySet[Any, Any]:
    last = Rsvp.objects.filter(edition=OuterRef("pk")).order_by("-position").values("position")[:1]
    counted = Edition.objects.filter(pk=edition).with_places().annotate(last=Coalesce(Subquery(last), 0))
    return counted.values_list("counted_going", "counted_waiting", "last")


def _newcomer(
    edition: int, ends_at: datetime.datetime, member: int, now: datetime.datetime
) -> models.QuerySet[Any, Any]:
    return Edition(pk=edition, ends_at=ends_at).newcomers(now).filter(member=member).values_list("pk")


def _moments(now: datetime.datetime) -> models.QuerySet[Any, Any]:
    names = ("starts_at", "ends_at", "opens_at", "closes_at")
    next_of: dict[str, Any] = {f"next_{name}": Min(name, filter=Q(**{f"{name}__gt": now})) for name in names}
    coming = Edition.objects.public().upcoming(now).order_by().annotate(all=Value(1)).values("all")
    return coming.annotate(**next_of).values_list(*next_of)


def _near(now: datetime.datetime, until: datetime.datetime) -> models.QuerySet[Any, Any]:
    near = Edition.objects.public().upcoming(now).filter(starts_at__lte=until).order_by()
    return near.values_list("starts_at", "series__time_zone")


OPENED = Prepared(lambda slug: Edition.objects.public().for_cards().filter(slug=slug), slug=str)
MOMENTS = Prepared(_moments, now=datetime.datetime)
NEAR = Prepared(_near, now=datetime.datetime, until=datetime.datetime)
TALLY = Prepared(_tally, edition=int)
NAMED = Prepared(lambda slug: Edition.objects.public().filter(slug=slug).values_list("pk"), slug=str)
NEWCOMER = Prepared(_newcomer, edition=int, ends_at=datetime.datetime, member=int, now=datetime.datetime)
AS_ANY_MEMBER = Prepared(_as_any_member, slug=str, member=int, now=datetime.datetime)
