"""Come to our place: what somebody offers, and its way from lead to thanked."""

import datetime
import re
import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from members import outbox
from members.models import Member
from members.models.member import house_language
from members.models.visibility import ORGANIZING
from venues.models.venue import PEOPLE_AT_MOST, Venue, name_key

CONTACT_KEPT_FOR = datetime.timedelta(days=730)  # once it is thanked or declined
STALE_AFTER = datetime.timedelta(days=14)  # without a word, and without a next step that has a date


class TooEarly(Exception):
    """The café at this place is still to come: nobody has hosted it yet, so nobody can be thanked for it."""


class HostOfferQuerySet(models.QuerySet["HostOffer"]):
    def organized_by(self, member: Any) -> "HostOfferQuerySet":
        """Those made to a series that this member organizes; all of them for who looks after the site."""
        if not member.is_authenticated:
            return self.none()
        if member.is_superuser:
            return self
        mine = HostOffer.objects.filter(series__team__member=member, series__team__role__in=ORGANIZING)
        return self.filter(pk__in=mine.values("pk"))

    def open(self) -> "HostOfferQuerySet":
        """Those that still ask something of the organizers: neither thanked nor declined."""
        return self.exclude(step__in=[HostOffer.Step.THANKED, HostOffer.Step.DECLINED])

    def waiting(self) -> "HostOfferQuerySet":
        """Those that wait for their evening: not declined, and without a café to come or behind them."""
        taken = HostOffer.objects.filter(editions__status__in=["draft", "published"])
        steps = [HostOffer.Step.LEAD, HostOffer.Step.VISITED, HostOffer.Step.CONFIRMED]
        return self.filter(step__in=steps).exclude(pk__in=taken.values("pk"))

    def stale(self, now: datetime.datetime | None = None) -> "HostOfferQuerySet":
        """Those that somebody should look at: the day of the next step has come, or nothing has happened for a while.

        While their café is still to come, they rest.
        """
        now = now or timezone.now()
        resting = HostOffer.objects.filter(editions__status__in=["draft", "published"], editions__ends_at__gt=now)
        return (
            self.open()
            .filter(
                models.Q(next_step_on__lte=timezone.localdate(now))
                | models.Q(next_step_on__isnull=True, touched_at__lte=now - STALE_AFTER)
            )
            .exclude(pk__in=resting.values("pk"))
        )

    def forget_contacts(self, now: datetime.datetime) -> None:
        """Of offers that are long settled, the place stays and the person goes."""
        settled = self.filter(step__in=[HostOffer.Step.THANKED, HostOffer.Step.DECLINED])
        known = settled.exclude(contact_name="", email="", phone="", message="", notes="")
        known.filter(touched_at__lte=now - CONTACT_KEPT_FOR).update(
            contact_name="", email="", phone="", message="", notes=""
        )

    def to_look_at(self, now: datetime.datetime | None = None) -> "HostOfferQuerySet":
        """Those that wait for the organizers: nobody has answered them yet, or they are stale."""
        stale = HostOffer.objects.stale(now).values("pk")
        return self.open().filter(models.Q(step=HostOffer.Step.LEAD) | models.Q(pk__in=stale))

    def due_to_thank(self, now: datetime.datetime) -> "HostOfferQuerySet":
        """The confirmed ones whose café has taken place."""
        over = HostOffer.objects.filter(editions__status="published", editions__ends_at__lte=now)
        return self.filter(step=HostOffer.Step.CONFIRMED, pk__in=over.values("pk"))

    def for_board(self) -> "HostOfferQuerySet":
        """All that a card shows, in three queries; whoever has waited longest comes first."""
        return self.select_related("venue").prefetch_related("series", "editions__series").order_by("touched_at", "pk")


class HostOffer(models.Model):
    """Somebody's word that a café may come to their place, and what the organizers make of it.

    `months` (1 to 12) and `weekdays` (0 for Monday) say when; none named means any. `touched_at` is the last time that
    anything happened to it, `key` tells one that comes in again from another. It has a venue once it is confirmed.
    """

    class Step(models.TextChoices):
        LEAD = "lead", pgettext_lazy("step of an offer", "lead")
        VISITED = "visited", pgettext_lazy("step of an offer", "visited")
        CONFIRMED = "confirmed", pgettext_lazy("step of an offer", "confirmed")
        HOSTED = "hosted", pgettext_lazy("step of an offer", "hosted")
        THANKED = "thanked", pgettext_lazy("step of an offer", "thanked")
        DECLINED = "declined", pgettext_lazy("step of an offer", "declined")

    step = models.CharField(_("step"), max_length=10, choices=Step, default=Step.LEAD)
    organisation = models.CharField(_("organisation"), max_length=120)
    place = models.CharField(_("name of the place"), max_length=120, blank=True)
    address = models.CharField(_("street and number"), max_length=160, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=12, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    capacity = models.PositiveIntegerField(
        _("how many people it holds"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(PEOPLE_AT_MOST)],
    )
    floor = models.CharField(_("floor and way in"), max_length=200, blank=True)
    has_step_free_route = models.BooleanField(_("step-free route"), null=True, blank=True)
    has_lift = models.BooleanField(_("lift"), null=True, blank=True)
    has_accessible_toilet = models.BooleanField(_("accessible toilet"), null=True, blank=True)
    has_screen = models.BooleanField(_("screen or projector"), null=True, blank=True)
    has_sound = models.BooleanField(_("microphone and loudspeakers"), null=True, blank=True)
    food = models.CharField(_("food and drink"), max_length=200, blank=True)
    id_rules = models.CharField(_("what reception asks for"), max_length=200, blank=True)
    months = models.JSONField(_("possible months"), default=list, blank=True)
    weekdays = models.JSONField(_("possible days"), default=list, blank=True)
    message = models.TextField(_("anything else"), max_length=2000, blank=True)
    contact_name = models.CharField(_("contact"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    language = models.CharField(max_length=2, default=house_language)
    venue = models.ForeignKey(
        Venue, models.SET_NULL, null=True, blank=True, related_name="offers", verbose_name=_("venue")
    )
    notes = models.TextField(_("notes"), max_length=5000, blank=True)
    next_step = models.CharField(_("next step"), max_length=200, blank=True)
    next_step_on = models.DateField(_("on"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    touched_at = models.DateTimeField(default=timezone.now, editable=False)

    SAME_ON_A_VENUE: ClassVar = (
        "address",
        "postal_code",
        "city",
        "capacity",
        "has_step_free_route",
        "has_lift",
        "has_accessible_toilet",
    )

    objects = HostOfferQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["touched_at", "pk"]
        verbose_name = _("offer to host")
        verbose_name_plural = _("offers to host")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="offer_step_exists",
                condition=models.Q(step__in=["lead", "visited", "confirmed", "hosted", "thanked", "declined"]),
            ),
            models.CheckConstraint(
                name="offer_capacity_of_one_or_more",
                condition=models.Q(capacity__isnull=True) | models.Q(capacity__gte=1, capacity__lte=PEOPLE_AT_MOST),
                violation_error_message=_("A place holds from 1 to 10,000 people."),
            ),
            models.CheckConstraint(name="offer_names_who_offers", condition=~models.Q(organisation="")),
        ]

    def __str__(self) -> str:
        return self.place_name

    @classmethod
    def receive(cls, series: Iterable[Any], *, by: Member | None = None, **facts: Any) -> "HostOffer":
        """A new lead for these series: from its host, who gets a mail, or entered by an organizer, who knows."""
        with transaction.atomic():
            offer = cls.objects.create(**facts)
            offer.series.set(series)
            offer.history.create(step=cls.Step.LEAD, by=by)
            if offer.email and by is None:
                outbox.post("offer-received", address=offer.email, offer=offer.pk, language=offer.language)
        return offer

    # What it says -------------------------------------------------------------------------------------------------

    @property
    def place_name(self) -> str:
        """The place, or the organisation where it has no name of its own."""
        return self.place or self.organisation

    @property
    def street_address(self) -> str:
        """The postal address on one line, as far as it is known."""
        town = f"{self.postal_code} {self.city}".strip()
        return ", ".join(part for part in [self.address, town] if part)

    @property
    def is_open(self) -> bool:
        """Whether it still asks something of the organizers."""
        return self.step not in (self.Step.THANKED, self.Step.DECLINED)

    @property
    def has_cafe_to_come(self) -> bool:
        """Whether a café at this place is planned and not over, called off ones aside."""
        return self.editions.filter(status__in=["draft", "published"], ends_at__gt=timezone.now()).exists()

    def suits(self, day: datetime.date) -> bool | None:
        """Whether the host can on such a day; None where they have named neither months nor days."""
        if not self.months and not self.weekdays:
            return None
        return (not self.months or day.month in self.months) and (not self.weekdays or day.weekday() in self.weekdays)

    @property
    def month_names(self) -> list[str]:
        return [str(MONTHS[month]) for month in self.months]

    @property
    def weekday_names(self) -> list[str]:
        return [str(WEEKDAYS[day]) for day in self.weekdays]

    @property
    def facts(self) -> list[tuple[str, bool | None]]:
        """What the host says of access and equipment: its name, and yes, no or unknown."""
        names = ["has_step_free_route", "has_lift", "has_accessible_toilet", "has_screen", "has_sound"]
        return [(str(self._meta.get_field(name).verbose_name), getattr(self, name)) for name in names]  # type: ignore[union-attr]

    # Its way ------------------------------------------------------------------------------------------------------

    def move(self, step: str, *, by: Member | None = None) -> bool:
        """Puts it at this step and writes down who did; answers whether anything changed.

        A confirmed offer has a venue from then on. Raises TooEarly where it would be over before its café is.
        """
        with transaction.atomic():
            offer = HostOffer.objects.select_for_update(no_key=True).get(pk=self.pk)  # editions may name it meanwhile
            is_new = offer.step != step
            if is_new:
                if step in (self.Step.HOSTED, self.Step.THANKED) and offer.has_cafe_to_come:
                    raise TooEarly
                offer.step = step
                is_over = step == self.Step.HOSTED  # the day after is for the thank-you
                offer.next_step_on = timezone.localdate() + datetime.timedelta(days=1) if is_over else None
                offer.next_step = ""
                offer._touch("step", "next_step", "next_step_on")
                offer.history.create(step=step, by=by)
                if step == self.Step.CONFIRMED:
                    offer.settle()
        self.refresh_from_db()
        return is_new

    def plan(self, *, notes: str, next_step: str, next_step_on: datetime.date | None) -> None:
        """What organizers write down for each other, and what comes next."""
        self.notes, self.next_step, self.next_step_on = notes, next_step, next_step_on
        self._touch("notes", "next_step", "next_step_on")

    def write(self, subject: str, text: str, *, by: Member, step: str = "") -> bool:
        """Sends the host a letter, kept in the history, and goes to a step with it where one is given.

        The same letter twice is one: a second click sends nothing. Answers whether it goes out. Raises TooEarly as
        `move` does.
        """
        with transaction.atomic():
            offer = HostOffer.objects.select_for_update(no_key=True).get(pk=self.pk)  # editions may name it meanwhile
            last = offer.history.exclude(text="").order_by("pk").last()
            if not offer.email or (last and (last.subject, last.text) == (subject, text)):
                return False
            offer.history.create(subject=subject, text=text, by=by)
            offer._touch()
            outbox.post(
                "host-letter", address=offer.email, subject=subject, text=text, by=by.name, language=offer.language
            )
            if step:
                offer.move(step, by=by)
        self.refresh_from_db()
        return True

    def settle(self) -> Venue:
        """The venue of this offer: the one it has, the one of this name, or a new one with what the host has said.

        What is known of a venue stays; the offer fills its gaps.
        """
        venue = self.venue or Venue.objects.named(self.place_name) or Venue.open(self.place_name)
        said = {
            **{name: getattr(self, name) for name in self.SAME_ON_A_VENUE},
            "contact_name": self.contact_name,
            "contact_email": self.email,
            "contact_phone": self.phone,
            "getting_in": self.id_rules,
        }
        gaps = {name: value for name, value in said.items() if getattr(venue, name) in ("", None)}
        if venue.host == "" and venue.name_key != name_key(self.organisation):
            gaps["host"] = self.organisation
        visit = self.history.filter(step=self.Step.VISITED).order_by("pk").last()
        if venue.access_checked_on is None and visit:
            gaps["access_checked_on"] = timezone.localdate(visit.at)
        for name, value in gaps.items():
            setattr(venue, name, value)
        try:
            with transaction.atomic():
                venue.save()
        except IntegrityError:  # somebody else has opened a venue of this name just now
            venue = Venue.objects.get(name_key=venue.name_key)
        if self.venue_id != venue.pk:
            self.venue = venue
            self.save(update_fields=["venue"])
        return venue

    def as_venue(self) -> Venue:
        """The place as a venue to compare with others: its own, or one that is not saved."""
        facts = {name: getattr(self, name) for name in self.SAME_ON_A_VENUE}
        return self.venue or Venue(
            name=self.place_name, name_key=name_key(self.place_name), host=self.organisation, **facts
        )

    def _touch(self, *fields: str) -> None:
        self.touched_at = timezone.now()
        self.save(update_fields=[*fields, "touched_at"])


class OfferEntry(models.Model):
    """One line of an offer's history: who moved it to which step, or wrote what to its host, and when."""

    offer = models.ForeignKey(HostOffer, models.CASCADE, related_name="history")
    step = models.CharField(max_length=10, choices=HostOffer.Step, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    by = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["offer", "pk"]
        verbose_name = _("entry of an offer's history")
        verbose_name_plural = _("entries of offers' histories")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="offer_entry_is_a_step_or_a_letter",
                condition=models.Q(step="", text__gt="") | (~models.Q(step="") & models.Q(text="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offer} · {self.step or self.subject}"


def paragraphs(text: str) -> list[str]:
    """What blank lines separate, each on lines of its own."""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
