"""One member's answer to one edition."""

import datetime
import uuid
from collections.abc import Sequence
from itertools import groupby
from typing import Any, ClassVar

from django.core import signing
from django.db import models, transaction
from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.models.bare_count import BareCount
from members.folding import fold, folded, words
from members.models import Member, MemberSpecialty, Specialty

GUESTS_AT_MOST = 20
NEEDS_AT_MOST = 300
DOOR_CLOSES_AFTER = datetime.timedelta(days=7)


def _is_counted() -> Any:
    """Whether people were counted at the door of an RSVP's evening, as far as anything of it is left."""
    here = {"edition": OuterRef("edition")}
    counted = Exists(Rsvp.objects.filter(**here, arrived__gt=0)) | Exists(WalkIn.objects.filter(**here))
    return counted | Exists(BareCount.objects.filter(**here, arrived__gt=0))


class RsvpQuerySet(models.QuerySet["Rsvp"]):
    def going(self) -> "RsvpQuerySet":
        """Those with a place."""
        return self.filter(status=Rsvp.Status.GOING)

    def waiting(self) -> "RsvpQuerySet":
        """Those in the line, first come first."""
        return self.filter(status=Rsvp.Status.WAITING).order_by("position")

    def to_approve(self) -> "RsvpQuerySet":
        """Those at cafés to come that wait for the organizers' yes, the next café and the first to ask first."""
        coming = self.filter(edition__status="published", edition__starts_at__gt=timezone.now())
        return coming.filter(status=Rsvp.Status.ASKING).order_by("edition__starts_at", "edition", "position")

    def active(self) -> "RsvpQuerySet":
        """Those with a place, in the line, or waiting for the organizers' yes."""
        return self.exclude(status=Rsvp.Status.CANCELLED)

    def reachable(self) -> "RsvpQuerySet":
        """Those of them who can be written to: not who is known by name alone."""
        return self.active().filter(member__is_active=True)

    def for_calendar(self) -> "RsvpQuerySet":
        """Those that their member's own calendar shows, the latest first: cafés to come, past and cancelled ones.

        Who waits for the organizers' yes has neither a place nor a position: there is nothing to show yet.
        """
        shown = self.filter(status__in=[Rsvp.Status.GOING, Rsvp.Status.WAITING]).exclude(edition__status="draft")
        shown = shown.select_related("edition__series", "edition__venue")
        return shown.prefetch_related("edition__specialties").order_by("-edition__starts_at", "-edition__pk")

    def silent(self) -> "RsvpQuerySet":
        """Those with a place who were asked to confirm it and did not."""
        return self.going().filter(asked_at__isnull=False, confirmed_at__isnull=True)

    def for_list(self, viewer: Any) -> "RsvpQuerySet":
        """All that organizers see of each party, in three queries."""
        seen = Member.objects.as_seen_by(viewer).with_specialties()
        return self.prefetch_related(Prefetch("member", seen)).with_history().with_return()

    def with_members(self, viewer: Any) -> "RsvpQuerySet":
        """Loads the members of the parties as this organizer sees them: the name, and what each of them shows."""
        return self.prefetch_related(Prefetch("member", Member.objects.as_seen_by(viewer)))

    def matching(self, text: str, viewer: Any) -> "RsvpQuerySet":
        """Those with every word in the names of the party, or in an organisation or a trade that this viewer sees."""
        found = self
        guests = list(self.filter(guests__gt=0).order_by().values_list("pk", "guest_names"))
        trades = list(Specialty.objects.all())
        for word in words(text):
            organised = Member.objects.not_hidden_for(viewer, "organisation").filter(organisation_words__contains=word)
            meant = [trade.key for trade in trades if word in fold(f"{trade.name_fr} {trade.name_en}")]
            found = found.filter(
                Q(member__folded_name__contains=word)
                | Q(pk__in=[pk for pk, names in guests if word in fold(" ".join(names))])
                | Q(member__in=organised.values("pk"))
                | Q(pk__in=self.practising(meant, viewer).order_by().values("pk"))
            )
        return found

    def practising(self, trades: Sequence[str], viewer: Any) -> "RsvpQuerySet":
        """Those whose member has one of these trades, by their keys, and lets this viewer see it."""
        practised = MemberSpecialty.objects.filter(specialty__key__in=trades).values("member")
        return self.filter(member__in=Member.objects.visible_to(viewer).filter(pk__in=practised).values("pk"))

    def trades_seen_by(self, viewer: Any) -> models.QuerySet[Any]:
        """The trades of their members, as far as this viewer sees them, each with how many `people` have it."""
        people = Member.objects.visible_to(viewer).filter(pk__in=self.order_by().values("member"))
        trades = Specialty.objects.filter(practised__member__in=people.values("pk"))
        return trades.annotate(people=Count("practised")).order_by("position")

    def in_list(self, name: str) -> "RsvpQuerySet":
        """Those that stand in this list of who comes, by their `list_name`."""
        if name == Rsvp.DECLINED:
            return self.filter(declined_at__isnull=False)
        return self.filter(status=name, declined_at__isnull=True)

    def in_order_of(self, sort: str, viewer: Any) -> "RsvpQuerySet":
        """Who asks, those with a place, the line, who freed theirs, whom the organizers refused: each in this order.

        By “name”, “trade”, or else as they joined. By trade is by the main one, where this viewer sees it; the others
        come last.
        """
        rank = Case(
            When(status=Rsvp.Status.ASKING, then=0),
            When(status=Rsvp.Status.GOING, then=1),
            When(status=Rsvp.Status.WAITING, then=2),
            When(declined_at__isnull=True, then=3),
            default=4,
        )
        if sort == "name":
            return self.order_by(rank, "member__folded_name", "pk")
        if sort == "trade":
            main = MemberSpecialty.objects.filter(
                member=OuterRef("member"), rank=1, member__in=Member.objects.visible_to(viewer).values("pk")
            )
            name = folded("specialty__name_en" if get_language() == "en" else "specialty__name_fr")
            by_trade = Subquery(main.values(name=name)[:1])
            return self.order_by(rank, by_trade.asc(nulls_last=True), "member__folded_name", "pk")
        return self.order_by(rank, "position")

    def tally(self) -> dict[str, int]:
        """In one query, people: with confirmed places, silent ones, waiting, asking, gone; and parties with needs."""
        going = Q(status=Rsvp.Status.GOING)
        groups = {
            "confirmed": going & Q(confirmed_at__isnull=False),
            "silent": going & Q(asked_at__isnull=False, confirmed_at__isnull=True),
            "waiting": Q(status=Rsvp.Status.WAITING),
            "asking": Q(status=Rsvp.Status.ASKING),
            "freed": Q(status=Rsvp.Status.CANCELLED, declined_at__isnull=True),
        }
        people = {name: Coalesce(Sum(F("guests") + 1, filter=which), 0) for name, which in groups.items()}
        return self.order_by().aggregate(**people, needs=Count("pk", filter=~Q(needs="")))

    def with_history(self) -> "RsvpQuerySet":
        """Counts, in the same query, the earlier cafés of the series that the member came to, and those they missed.

        They missed a café where they had a place, people were counted at the door, and they were not among them. Where
        nobody was counted, whoever had a place is taken to have come.
        """
        earlier = Rsvp.objects.filter(
            member=OuterRef("member"),
            edition__series=OuterRef("edition__series"),
            edition__status="published",
            edition__starts_at__lt=OuterRef("edition__starts_at"),
            edition__ends_at__lte=timezone.now(),
        ).alias(is_counted=_is_counted())
        had_a_place = Q(status=Rsvp.Status.GOING)
        return self.annotate(
            cafes_before=_how_many(earlier.filter(Q(arrived__gt=0) | had_a_place & Q(is_counted=False))),
            cafes_missed=_how_many(earlier.filter(had_a_place, arrived=0, is_counted=True)),
        )

    def with_return(self, now: datetime.datetime | None = None) -> Any:
        """Says of each party, as `is_return`, whether its member had come to a café of this house before this one.

        The one rule on whose first time it is. Of whatever series: what stays of an evening that is numbers by now
        does not tell which. Who had a place and did not come is still new.
        """
        earlier = Rsvp.objects.came(now=now).filter(
            member=OuterRef("member"), edition__starts_at__lt=OuterRef("edition__starts_at")
        )
        again = Q(Exists(earlier)) | Q(member__first_came_at__lt=F("edition__starts_at"))
        return self.annotate(is_return=Case(When(again, then=Value(True)), default=Value(False)))

    def newcomers(self, now: datetime.datetime | None = None) -> "RsvpQuerySet":
        """Those whose member comes, or came, for the first time."""
        return self.with_return(now).filter(is_return=False)

    def regulars(self) -> "RsvpQuerySet":
        """Those whose member has come before."""
        return self.with_return().filter(is_return=True)

    def came(self, *, before: datetime.datetime | None = None, now: datetime.datetime | None = None) -> "RsvpQuerySet":
        """Those who came to an evening that is over, or began before a moment: whoever was counted at the door.

        Where nobody was counted, whoever had a place is taken to have come.
        """
        over = self.filter(edition__status="published", edition__ends_at__lte=now or timezone.now())
        if before:
            over = over.filter(edition__starts_at__lt=before)
        return over.alias(is_counted=_is_counted()).filter(
            Q(arrived__gt=0) | Q(status=Rsvp.Status.GOING, is_counted=False)
        )

    def met_among(self, people: "Sequence[Member]") -> dict[int, frozenset[int]]:
        """Whom each of these people has been at a café with before, of these people, by primary keys; in one query."""
        rows = self.came().filter(member__in=people).order_by("edition").values_list("edition", "member")
        met: dict[int, set[int]] = {member.pk: set() for member in people}
        for _edition, together in groupby(rows, key=lambda row: row[0]):
            company = {member for _edition, member in together}
            for member in company:
                met[member] |= company
        return {member: frozenset(others - {member}) for member, others in met.items()}

    def forget_needs(self, now: datetime.datetime) -> None:
        """Nobody has to know what people need once the door of their evening has closed."""
        kept = self.exclude(needs="").filter(edition__ends_at__lte=now - DOOR_CLOSES_AFTER)
        if kept.exists():  # an idle worker only reads
            kept.update(needs="")

    def forget_answers(self, *, before: datetime.datetime) -> None:
        """Empties the answers to the questions of evenings that ended before a moment."""
        kept = self.filter(edition__ends_at__lte=before).exclude(answers=[])
        if kept.exists():  # an idle worker only reads
            kept.update(answers=[])

    def by_token(self, token: str, purpose: str) -> "Rsvp":
        """The RSVP that a link is for. Raises Rsvp.DoesNotExist for a link altered or made for another purpose."""
        try:
            return self.get(key=signing.Signer(salt=f"rsvp.{purpose}").unsign(token))
        except signing.BadSignature:
            raise Rsvp.DoesNotExist from None


def _how_many(rows: RsvpQuerySet) -> Any:
    """The number of these rows, all of one member, as a subquery."""
    return Coalesce(Subquery(rows.order_by().values("member").annotate(total=Count("pk")).values("total")), 0)


class Rsvp(models.Model):
    """One member's answer to one edition: going, waiting, asking or cancelled, with 0 to n guests.

    Asking is before the line: where an edition is by approval, nobody has a place or waits for one whom the organizers
    have not let in. `position` is the order of joining within the edition, asking included; it is taken anew by someone
    who comes back. `declined_at` tells the organizers' no from a place that was freed. A place is tentative while it
    comes from a standing RSVP that nobody confirmed. `arrived` counts the people of the party who were seen at the
    door. `needs` and `answers` are for the organizers alone, and gone soon after the evening; answers are pairs: the
    words of a question of the edition as it was asked, and what was answered.

    For the calendar in its mails: `times_freed` is part of `sequence`, `stamped_at` the moment the latest one was made,
    `answers_from` the sequence of the mail that told the present date: a yes to an older one was to another date.
    """

    class Status(models.TextChoices):
        GOING = "going", _("going")
        WAITING = "waiting", _("on the waitlist")
        ASKING = "asking", _("waits for the organizers' yes")
        CANCELLED = "cancelled", _("cancelled")

    DECLINED = "declined"

    edition = models.ForeignKey("events.Edition", models.CASCADE, related_name="rsvps")
    member = models.ForeignKey(Member, models.CASCADE, related_name="rsvps")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status)
    guests = models.PositiveSmallIntegerField(_("guests"), default=0)
    guest_names = models.JSONField(_("names of the guests"), default=list, blank=True)
    needs = models.CharField(_("needs told to the organizers"), max_length=NEEDS_AT_MOST, blank=True)
    answers = models.JSONField(_("answers"), default=list, blank=True)
    position = models.PositiveIntegerField(_("position"))
    is_tentative = models.BooleanField(_("tentative"), default=False)
    asked_at = models.DateTimeField(_("asked to confirm"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    offered_at = models.DateTimeField(_("offered a place"), null=True, blank=True)
    declined_at = models.DateTimeField(_("declined"), null=True, blank=True)
    arrived = models.PositiveSmallIntegerField(_("people who arrived"), default=0)
    times_freed = models.PositiveIntegerField(default=0, editable=False)
    answers_from = models.PositiveIntegerField(default=0, editable=False)
    stamped_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    cafes_before: int  # of with_history
    is_return: bool  # of with_return

    objects = RsvpQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["edition", "position"]
        verbose_name = _("RSVP")
        verbose_name_plural = _("RSVPs")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "member"], name="rsvp_one_a_member_and_edition"),
            models.UniqueConstraint(fields=["edition", "position"], name="rsvp_one_a_position"),
            models.CheckConstraint(
                name="rsvp_status_exists", condition=Q(status__in=["going", "waiting", "asking", "cancelled"])
            ),
            models.CheckConstraint(
                name="rsvp_offered_in_the_line", condition=Q(offered_at__isnull=True) | Q(status="waiting")
            ),
            models.CheckConstraint(
                name="rsvp_declined_without_a_place", condition=Q(declined_at__isnull=True) | Q(status="cancelled")
            ),
            models.CheckConstraint(name="rsvp_guests_limit", condition=Q(guests__lte=GUESTS_AT_MOST)),
            models.CheckConstraint(name="rsvp_arrived_within_the_party", condition=Q(arrived__lte=F("guests") + 1)),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.edition} · {self.get_status_display()}"

    @property
    def places(self) -> int:
        """How many places the party needs: the member and their guests."""
        return 1 + self.guests

    @property
    def is_going(self) -> bool:
        return self.status == self.Status.GOING

    @property
    def is_waiting(self) -> bool:
        return self.status == self.Status.WAITING

    @property
    def is_asking(self) -> bool:
        return self.status == self.Status.ASKING

    @property
    def is_cancelled(self) -> bool:
        return self.status == self.Status.CANCELLED

    @property
    def is_declined(self) -> bool:
        """Whether the organizers have said no."""
        return self.declined_at is not None

    @property
    def list_name(self) -> str:
        """The list of who comes that the party stands in: its status, or DECLINED."""
        return self.DECLINED if self.is_declined else self.status

    @property
    def is_newcomer(self) -> bool:
        """Whether `newcomers` would find the party, its return loaded."""
        return not self.is_return

    @property
    def forecast_group(self) -> str:
        """The group that the forecast counts the party in, as `evenings` does; "" for those without a place."""
        if not self.is_going:
            return ""
        if self.confirmed_at:
            return "confirmed"
        return "silent" if self.asked_at else "unasked"

    @property
    def sequence(self) -> int:
        """The SEQUENCE of a calendar mailed to this member now (RFC 5546, 2.1.4): the edition's, as long as they stay.

        Each freed place raises it by one, for the CANCEL, and each return by another, for the next REQUEST.
        """
        return self.edition.sequence + 2 * self.times_freed - int(self.is_cancelled)

    def stamp(self) -> datetime.datetime:
        """The moment at which a calendar is made for this member: later than the one before, whatever the clock says.

        In whole seconds, as calendars write it.
        """
        with transaction.atomic():
            last = Rsvp.objects.select_for_update().values_list("stamped_at", flat=True).get(pk=self.pk)
            now = timezone.now().replace(microsecond=0)
            self.stamped_at = max(now, last + datetime.timedelta(seconds=1)) if last else now
            self.save(update_fields=["stamped_at"])
        return self.stamped_at

    @property
    def unanswered(self) -> list[str]:
        """The questions of the edition that its member has not answered, all of them where they joined unasked."""
        return self.edition.unanswered(self)

    @property
    def is_offered(self) -> bool:
        """Whether a place waits for this party to say yes."""
        return self.is_waiting and self.offered_at is not None

    @property
    def must_answer(self) -> bool:
        """Whether this party was asked to confirm its place and has not yet."""
        return self.is_going and self.asked_at is not None and self.confirmed_at is None

    @property
    def sizes(self) -> range:
        """The numbers of people in which the party may come."""
        return range(1, self.places + 1)

    @property
    def words(self) -> str:
        """What a search at the door looks through: the names of the party, and the organisation."""
        return fold(" ".join([self.member.name, *self.guest_names, self.member.organisation]))

    @property
    def door_path(self) -> str:
        """The page that its QR code opens, for organizers."""
        return reverse("organize:scan", args=[self.edition.slug, self.token("door")])

    @property
    def door_mark(self) -> str:
        """The part of its QR code that the door's list knows it by; it opens nothing by itself."""
        return self.token("door").partition(":")[0]

    @property
    def place_token(self) -> str:
        """What the link to one's own place carries."""
        return self.token("place")

    def token(self, purpose: str) -> str:
        """What a link carries that acts for this RSVP alone: “place” for its owner, “door” for its QR code.

        The same each time it is made; the pages it opens close with the evening.
        """
        return signing.Signer(salt=f"rsvp.{purpose}").sign(str(self.key))


class Standing(models.Model):
    """“I come to every café” of a series: a place in the line of each new edition, in the order of asking."""

    series = models.ForeignKey("events.Series", models.CASCADE, related_name="standings")
    member = models.ForeignKey(Member, models.CASCADE, related_name="standings")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["series", "asked_at", "pk"]
        verbose_name = _("standing RSVP")
        verbose_name_plural = _("standing RSVPs")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["series", "member"], name="standing_one_a_member_and_series"),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.series}"


class WalkIn(models.Model):
    """People who came without an RSVP, added at the door by name."""

    edition = models.ForeignKey("events.Edition", models.CASCADE, related_name="walk_ins")
    name = models.CharField(_("name"), max_length=80)
    people = models.PositiveSmallIntegerField(_("people"), default=1)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    came_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["edition", "pk"]
        verbose_name = _("walk-in")
        verbose_name_plural = _("walk-ins")
        constraints: ClassVar = [
            models.CheckConstraint(name="walk_in_people", condition=Q(people__gte=1, people__lte=GUESTS_AT_MOST + 1)),
        ]

    def __str__(self) -> str:
        return self.name
