"""Places that host a café."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from members.folding import fold, folded
from members.models.visibility import ORGANIZING
from members.prepared import Prepared
from venues.models.former import FormerVenue
from venues.models.photo import VenuePhoto
from venues.positions import Position

PEOPLE_AT_MOST = 10_000
VENUES_SHOWN = 20  # a list as long as a phone's screen or two; the others are found by their name
DOOR_AT_MOST = 1000  # cm
WIDE_DOOR = 80  # cm: lets most wheelchairs through (ISO 21542 asks for 80 to 85)


class VenueQuerySet(models.QuerySet["Venue"]):
    def matching(self, words: str) -> "VenueQuerySet":
        """The venues whose name, host, address or stops contain every word, whatever its accents and capitals."""
        return self._containing(words, "name", "host", "address", "postal_code", "city", "transport")

    def called(self, words: str) -> "VenueQuerySet":
        """Those whose name or host contains every word, whatever its accents and capitals."""
        return self._containing(words, "name", "host")

    def _containing(self, words: str, *columns: str) -> "VenueQuerySet":
        blank = models.Value(" ")
        found = self.alias(haystack=folded(Concat(*(part for column in columns for part in (column, blank)))))
        for word in fold(words).split():
            found = found.filter(haystack__contains=word)
        return found

    def likely_for(self, evenings: Any, *, slug: str = "") -> "VenueQuerySet":
        """All of them: first that of this address and those of the next and the latest of these evenings, then the
        newest. The first are 13 at most.
        """
        latest = evenings.filter(venue__isnull=False).order_by("-starts_at", "-pk").values("venue")[:12]
        return self._first(models.Q(slug=slug) | models.Q(pk__in=latest))

    def resembling(self, venue: "Venue") -> "VenueQuerySet":
        """The others: first those of its postal code or its host, then the newest."""
        is_near = models.Q(postal_code=venue.postal_code) & ~models.Q(postal_code="")
        return self.exclude(pk=venue.pk)._first(is_near | models.Q(host=venue.host) & ~models.Q(host=""))

    def _first(self, which: models.Q) -> "VenueQuerySet":
        return self.order_by(models.ExpressionWrapper(which, models.BooleanField()).desc(), "-pk")

    def sought(self, words: str) -> "list[Venue]":
        """Those that these words stand for: the one that goes by them, or those called so, one more than are shown."""
        exact = self.named(words)
        return [exact] if exact else list(self.called(words)[: VENUES_SHOWN + 1])

    def public(self) -> "VenueQuerySet":
        """The places that a café has been announced at: a draft gives nothing away."""
        announced = Venue.objects.filter(pk=models.OuterRef("pk"), editions__status__in=["published", "cancelled"])
        return self.filter(models.Exists(announced))

    def visible_to(self, viewer: Any) -> "VenueQuerySet":
        """What is public; organizers, who prepare the next cafés, see every place."""
        return self if viewer.is_authenticated and viewer.is_organizer else self.public()

    def confided_to(self, organizer: Any) -> "VenueQuerySet":
        """Those whose contact, notes and way in this organizer may read: not meant for all who share the record.

        A series of theirs meets, met or plans to meet there, or was offered the place; a place that no series has
        anything to do with yet is open to all organizers, and every place to who looks after the site.
        """
        if organizer.is_superuser:
            return self
        met = {"editions__series__team__member": organizer, "editions__series__team__role__in": ORGANIZING}
        offered = {"offers__series__team__member": organizer, "offers__series__team__role__in": ORGANIZING}
        mine = Venue.objects.filter(models.Q(**met) | models.Q(**offered))
        nobodys = Venue.objects.filter(editions=None, offers=None)
        return self.filter(models.Q(pk__in=mine.values("pk")) | models.Q(pk__in=nobodys.values("pk")))

    def with_access(self, facts: Sequence[str]) -> "VenueQuerySet":
        """Those of which each of these access facts is known to be so; unknown is not yes."""
        return self.filter(**{fact: True for fact in facts if fact in Venue.ACCESS_FACTS})

    def with_wide_doors(self) -> "VenueQuerySet":
        """Those whose narrowest door lets a wheelchair through."""
        return self.filter(door_width__gte=WIDE_DOOR)

    def within(self, south: float, west: float, north: float, east: float) -> "VenueQuerySet":
        """Those between these parallels and meridians."""
        return self.filter(latitude__range=(south, north), longitude__range=(west, east))

    def on_the_map(self) -> "VenueQuerySet":
        """Those whose position is known."""
        return self.filter(latitude__isnull=False)

    def named(self, name: str) -> "Venue | None":
        """The venue that goes by this name or did, whatever its spelling: “DataDog” is “Datadog”."""
        key = name_key(name)
        return self.filter(name_key=key).first() or self.filter(former__name_key=key).first()

    def by_slug(self, slug: str) -> "Venue | None":
        """The venue of this address, or the one that it became."""
        return self.filter(slug=slug).first() or self.filter(former__slug=slug).first()

    def held(self, venue: "Venue") -> "Venue":
        """The venue, its row locked until the transaction ends; where it has become another one meanwhile, that one.

        For whoever lets something point at it: see `events/merging.py` for the order of locks.
        """
        rows = self.select_for_update(no_key=True)
        here = rows.filter(pk=venue.pk).first()
        return here or rows.get(pk=self.get(former__slug=venue.slug).pk)

    def by_name_key(self) -> "dict[str, Venue]":
        """All venues, by each name that they go by or did."""
        here: dict[int, Venue] = {venue.pk: venue for venue in self.all()}
        former = FormerVenue.objects.filter(venue__in=here).values_list("name_key", "venue")
        return {key: here[pk] for key, pk in former} | {venue.name_key: venue for venue in here.values()}


def name_key(name: str) -> str:
    """What stays of a name without accents, capitals, blanks and punctuation.

    Cut at 120 letters: spelling out ligatures makes some names longer than they were.
    """
    return (re.sub(r"[^\w]|_", "", fold(name)) or fold(name).strip())[:120]


def logo_path(venue: "Venue", filename: str) -> str:
    """A random name: nothing of the upload's own name is kept."""
    return f"venues/{get_random_string(16)}.webp"


class Venue(models.Model):
    """A place that hosts, with its host organisation, address and access facts.

    An access fact is yes, no, or unknown (None), as last checked on `access_checked_on`. `getting_in` is for people
    with a place at one of its editions, see `Edition.getting_in_for`; `notes` and the contact are for organizers, see
    `VenueQuerySet.confided_to`.
    """

    slug = models.SlugField(_("address of the page"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_key = models.CharField(max_length=120, unique=True, editable=False)
    host = models.CharField(_("host organisation"), max_length=120, blank=True)
    host_url = models.URLField(_("the host's website"), blank=True)
    host_logo = models.ImageField(_("the host's logo"), upload_to=logo_path, blank=True)
    address = models.CharField(_("street and number"), max_length=160, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=12, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    transport = models.CharField(_("public transport"), max_length=200, blank=True)
    capacity = models.PositiveIntegerField(
        _("capacity"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(PEOPLE_AT_MOST)]
    )
    description = models.TextField(_("about the place"), max_length=5000, blank=True)
    getting_in = models.TextField(_("getting in"), max_length=1000, blank=True)
    contact_name = models.CharField(_("contact"), max_length=80, blank=True)
    contact_email = models.EmailField(_("the contact's e-mail address"), blank=True)
    contact_phone = models.CharField(_("the contact's telephone"), max_length=40, blank=True)
    notes = models.TextField(_("notes for organizers"), max_length=5000, blank=True)
    has_step_free_route = models.BooleanField(_("step-free route"), null=True, blank=True)
    has_lift = models.BooleanField(_("lift"), null=True, blank=True)
    door_width = models.PositiveSmallIntegerField(
        _("narrowest door, in cm"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(DOOR_AT_MOST)],
    )
    has_accessible_toilet = models.BooleanField(_("accessible toilet"), null=True, blank=True)
    has_gender_neutral_toilet = models.BooleanField(_("gender-neutral toilet"), null=True, blank=True)
    has_hearing_loop = models.BooleanField(_("hearing loop"), null=True, blank=True)
    has_seats = models.BooleanField(_("a seat for everybody"), null=True, blank=True)
    has_quiet_corner = models.BooleanField(_("quiet corner"), null=True, blank=True)
    has_bicycle_parking = models.BooleanField(_("bicycle parking"), null=True, blank=True)
    access_checked_on = models.DateField(_("access last checked on"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    ACCESS_FACTS: ClassVar = [
        "has_step_free_route",
        "has_lift",
        "has_accessible_toilet",
        "has_gender_neutral_toilet",
        "has_hearing_loop",
        "has_seats",
        "has_quiet_corner",
        "has_bicycle_parking",
    ]

    objects = VenueQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="venue_capacity_of_one_or_more",
                condition=models.Q(capacity__isnull=True) | models.Q(capacity__gte=1, capacity__lte=PEOPLE_AT_MOST),
                violation_error_message=_("A place holds from 1 to 10,000 people."),
            ),
            models.CheckConstraint(
                name="venue_position_whole",
                # A comparison with NULL is unknown, and unknown is enough for a check: the second half says “not NULL”.
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                violation_error_message=_("A position needs both its latitude and its longitude."),
            ),
            models.CheckConstraint(
                name="venue_door_of_some_width",
                condition=models.Q(door_width__isnull=True) | models.Q(door_width__gte=1, door_width__lte=DOOR_AT_MOST),
                violation_error_message=_("A door is from 1 to 1,000 cm wide."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("venues:detail", args=[self.slug])

    @classmethod
    def open(cls, name: str, **facts: Any) -> "Venue":
        """A new venue with an address of its own on the site, not saved yet."""
        venue = cls(name=name, **facts)
        venue.name_key = name_key(name)
        stem = slugify(name)[:70] or "lieu"
        taken = {
            slug
            for model in (cls, FormerVenue)
            for slug in model._default_manager.filter(slug__startswith=stem).values_list("slug", flat=True)
        }
        venue.slug = next(slug for slug in _slugs(stem) if slug not in taken)
        return venue

    def goes_by(self, name: str) -> bool:
        """Whether this is its name, or that of a venue that became one with it; spelling aside."""
        return name_key(name) in {self.name_key, *(former.name_key for former in self.former.all())}

    @cached_property
    def cover(self) -> VenuePhoto | None:
        """The photo that stands for the place."""
        return next(iter(self._hanging), None)

    @cached_property
    def more_photos(self) -> list[VenuePhoto]:
        """The photos after the cover."""
        return self._hanging[1:]

    @cached_property
    def _hanging(self) -> list[VenuePhoto]:
        """Its photos, as they are loaded already or by a query built once."""
        is_loaded = "photos" in getattr(self, "_prefetched_objects_cache", {})
        return list(self.photos.all()) if is_loaded else HANGING.rows(venue=self.pk)

    @property
    def has_word_for_organizers(self) -> bool:
        """Whether a contact or a note is kept for organizers."""
        return any([self.contact_name, self.contact_email, self.contact_phone, self.notes])

    def confides_in(self, viewer: Any) -> bool:
        """Whether this viewer may read its contact, its notes and how one gets in."""
        is_organizer = viewer.is_authenticated and viewer.is_organizer
        return is_organizer and Venue.objects.confided_to(viewer).filter(pk=self.pk).exists()

    @property
    def street_address(self) -> str:
        """The postal address on one line, as far as it is known."""
        town = f"{self.postal_code} {self.city}".strip()
        return ", ".join(part for part in [self.address, town] if part)

    @property
    def position(self) -> Position | None:
        """Where it is, as far as it is known."""
        if self.latitude is None or self.longitude is None:
            return None
        return Position(self.latitude, self.longitude)

    @property
    def directions_url(self) -> str:
        """Where a map application finds the place; it opens only on a person's click."""
        if self.position:
            return f"https://www.openstreetmap.org/?mlat={self.latitude}&mlon={self.longitude}#map=18/{self.latitude}/{self.longitude}"
        return ""

    @property
    def access_facts(self) -> list[tuple[str, bool | None]]:
        """Each access fact: its name, and yes, no or unknown."""
        names = {field.name: field.verbose_name for field in self._meta.fields}
        return [(str(names[name]), getattr(self, name)) for name in self.ACCESS_FACTS]


def _slugs(stem: str) -> Any:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


HANGING = Prepared(lambda venue: VenuePhoto.objects.filter(venue=venue), venue=int)
