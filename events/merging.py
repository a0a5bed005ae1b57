"""Two venues that turn out to be one: which facts stay, and everything that hangs on the one that goes.

**Order of locks.** Whoever gives an edition a venue holds the venue's row first (`VenueQuerySet.held`), then the
edition's; a merger holds both venues' rows, in the order of their keys, then the editions'. So neither waits for the
other in a ring, no edition is left behind at a venue that goes, and two mergers of the same pair make one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import F, Max
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.models import Edition, Series
from members.images import discard
from members.models import Member
from venues.models import FormerVenue, Venue
from venues.models.venue import VenueQuerySet

# Facts that only make sense together: of each group, the venue that stays keeps its own or takes the other's whole.
GROUPS: list[tuple[str, ...]] = [
    ("address", "postal_code", "city"),
    ("latitude", "longitude"),
    ("contact_name", "contact_email", "contact_phone"),
    *((name,) for name in ("transport", "capacity", "description", "host", "host_url", "host_logo")),
    *((name,) for name in ("getting_in", "notes", *Venue.ACCESS_FACTS, "door_width")),
]
DECIDES_NOTHING = {"city"}  # often typed before anything else is known
IN_CALENDARS = {"address", "postal_code", "city", "latitude", "longitude", "host", "transport"}


class CannotMerge(Exception):
    """These are one venue already: given twice, or merged just now."""


class OthersMeetThere(Exception):
    """A series that this organizer has no part in meets at one of them."""


@dataclass(frozen=True)
class Fact:
    """A group of facts of which the venues say something else: its name, what stays and what goes."""

    name: str
    kept: str
    gone: str


@dataclass(frozen=True)
class Plan:
    """What a merger would do, for whoever decides about it."""

    kept: Venue
    gone: Venue

    @property
    def taken(self) -> list[Fact]:
        """What the venue that stays gets from the other."""
        return [self._fact(names) for names in _missing(self.kept, self.gone)]

    @property
    def lost(self) -> list[Fact]:
        """What the venue that goes says otherwise: nobody will read it any more."""
        taken = set(_missing(self.kept, self.gone))
        return [
            self._fact(names)
            for names in GROUPS
            if names not in taken and _says(self.gone, names) and _values(self.gone, names) != _values(self.kept, names)
        ]

    @property
    def editions(self) -> int:
        """How many editions move, drafts too."""
        return self.gone.editions.count()

    @property
    def photos(self) -> int:
        return self.gone.photos.count()

    def _fact(self, names: tuple[str, ...]) -> Fact:
        fields: list[Any] = [Venue._meta.get_field(name) for name in names]
        name = ", ".join(str(field.verbose_name) for field in fields)
        return Fact(capfirst(name), _in_words(self.kept, names), _in_words(self.gone, names))


def mergeable_by(organizer: Any) -> VenueQuerySet:
    """The venues of which this organizer may make one with another: no series but theirs meets, met or plans to there.

    A merger cannot be taken back, changes what the others read of the place, and shows what its host confided; who
    looks after the site may.
    """
    others = Edition.objects.exclude(venue=None).exclude(series__in=Series.objects.organized_by(organizer))
    return Venue.objects.confided_to(organizer).exclude(pk__in=others.values("venue"))


def merge(kept: Venue, gone: Venue, *, by: Member | None = None) -> Venue:
    """Makes one venue of two; answers the one that stays.

    Editions, photos and whatever else points at `gone` move, its facts fill what `kept` does not know, its address and
    name lead to `kept` for ever, and so do those of the venues that had become one with it. Calendars of the editions
    to come are revised. Raises CannotMerge, and OthersMeetThere where it is not for that organizer to do.
    """
    with transaction.atomic():
        rows = Venue.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk]).order_by("pk")
        pair = {venue.pk: venue for venue in rows}
        if len(pair) < 2:
            raise CannotMerge
        if by and mergeable_by(by).filter(pk__in=pair).count() < len(pair):
            raise OthersMeetThere
        kept, gone = pair[kept.pk], pair[gone.pk]
        coming = list(gone.editions.public().upcoming().values_list("pk", flat=True))
        filled = [name for names in _missing(kept, gone) for name in names]
        if IN_CALENDARS & {*filled}:
            coming += kept.editions.public().upcoming().values_list("pk", flat=True)
        logo = gone.host_logo if "host_logo" not in filled else None
        _fill(kept, gone, filled)
        last = kept.photos.aggregate(last=Max("position"))["last"] or 0
        gone.photos.update(position=F("position") + last)
        for relation in Venue._meta.related_objects:
            _move(relation, kept, gone)
        FormerVenue.objects.update_or_create(
            slug=gone.slug, defaults={"name": gone.name, "name_key": gone.name_key, "venue": kept}
        )
        gone.delete()
        if logo:
            discard(logo)
        Edition.objects.filter(pk__in=coming).order_by("pk").revise_for(["name", "address"])
    return kept


def _move(relation: Any, kept: Venue, gone: Venue) -> None:
    """Turns whatever points at one venue to the other, whichever model it is of.

    Where `kept` has the only one that there may be, such as the note that passes it over for the same edition, the
    other one goes.
    """
    rows: models.QuerySet[Any] = relation.related_model._base_manager.filter(**{relation.field.name: gone})
    for row in list(rows.order_by("pk")):
        try:
            with transaction.atomic():
                rows.filter(pk=row.pk).update(**{relation.field.name: kept})
        except IntegrityError:
            row.delete()


def _fill(kept: Venue, gone: Venue, names: list[str]) -> None:
    access = {*Venue.ACCESS_FACTS, "door_width"}
    if access & {*names}:
        # Facts of two days stand under one date now: the older one, which promises less.
        days = [venue.access_checked_on for venue in (kept, gone) if _knows_access(venue)]
        kept.access_checked_on = None if None in days else min(day for day in days if day)
        names = [*names, "access_checked_on"]
    for name in names:
        if name != "access_checked_on":
            setattr(kept, name, getattr(gone, name))
    kept.save(update_fields=names)


def _knows_access(venue: Venue) -> bool:
    return any(_says(venue, (name,)) for name in (*Venue.ACCESS_FACTS, "door_width"))


def _missing(kept: Venue, gone: Venue) -> Iterator[tuple[str, ...]]:
    """The groups of which one venue says nothing and the other does."""
    return (names for names in GROUPS if _says(gone, names) and not _says(kept, names))


def _says(venue: Venue, names: tuple[str, ...]) -> bool:
    return any(
        value not in (None, "") for value in _values(venue, [name for name in names if name not in DECIDES_NOTHING])
    )


def _values(venue: Venue, names: Any) -> list[Any]:
    values = [getattr(venue, name) for name in names]
    return [value if value is None or isinstance(value, int | float) else str(value) for value in values]


def _in_words(venue: Venue, names: tuple[str, ...]) -> str:
    words = {True: _("yes"), False: _("no")}
    values = [value for value in _values(venue, names) if value not in (None, "")]
    return ", ".join(words[value] if isinstance(value, bool) else str(value) for value in values)
