"""Rows for tests: plain functions, believable by default, everything can be given."""

import datetime
import itertools
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from django.utils import timezone

from events.models import Edition, Series
from members.models import Member, Specialty
from venues.models import HostOffer, Venue

PARIS = ZoneInfo("Europe/Paris")

_numbers = itertools.count(1)


def paris(*moment: int) -> datetime.datetime:
    """A moment as clocks in Paris show it: year, month, day, hour, minute."""
    return datetime.datetime(*moment, tzinfo=PARIS)  # type: ignore[arg-type, misc]


def make_member(name: str = "", *, email: str = "", **fields: Any) -> Member:
    """A member with a proven address."""
    number = next(_numbers)
    member = Member.objects.create_user(
        email or f"member{number}@example.org", name=name or f"Membre {number}", **fields
    )
    EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
    return member


def make_series(
    *,
    owners: Sequence[Member] = (),
    organizers: Sequence[Member] | None = (),
    greeters: Sequence[Member] = (),
    **fields: Any,
) -> Series:
    number = next(_numbers)
    fields = {"slug": f"cafe-{number}", "name": f"Café {number}", "cadence": "FREQ=MONTHLY;BYDAY=-1WE", **fields}
    series = Series.objects.create(**fields)
    for role, people in (("owner", owners), ("organizer", organizers or ()), ("greeter", greeters)):
        for member in people:
            series.appoint(member, role)
    return series


def make_venue(name: str = "", **fields: Any) -> Venue:
    fields = {"address": "16 rue Pierre Lescot", "postal_code": "75001", "city": "Paris", **fields}
    venue = Venue.open(name or f"Lieu {next(_numbers)}", **fields)
    venue.save()
    return venue


def make_edition(series: Series | None = None, *, status: str = "published", **fields: Any) -> Edition:
    """A published edition of two hours in two weeks; `starts_at` alone moves its end along."""
    starts_at = fields.pop("starts_at", timezone.now().replace(microsecond=0) + datetime.timedelta(days=14))
    ends_at = fields.pop("ends_at", starts_at + datetime.timedelta(hours=2))
    edition = Edition.announce(
        series or make_series(), starts_at=starts_at, ends_at=ends_at, status=status, **{"theme": "Thème", **fields}
    )
    if status == "published":
        Edition.objects.filter(pk=edition.pk).update(published_at=edition.created_at)
    return edition


def make_history(series: Series, venues: Sequence[Venue | None], *, until: datetime.datetime) -> list[Edition]:
    """One published evening a week at each of these places, the last one at this moment; made in bulk."""
    moments = [until - datetime.timedelta(weeks=week) for week in reversed(range(len(venues)))]
    return Edition.objects.bulk_create(
        Edition(
            series=series,
            number=number,
            slug=f"{series.slug}-{number}",
            venue=venue,
            status="published",
            published_at=starts_at - datetime.timedelta(days=20),
            starts_at=starts_at,
            ends_at=starts_at + datetime.timedelta(hours=2),
            capacity=40,
        )
        for number, (starts_at, venue) in enumerate(zip(moments, venues, strict=True), start=1)
    )


def shift(edition: Edition, starts_at: datetime.datetime) -> Edition:
    """The edition at another time, of two hours, as if it had always been then: nobody is told."""
    ends_at = starts_at + datetime.timedelta(hours=2)
    Edition.objects.filter(pk=edition.pk).update(starts_at=starts_at, ends_at=ends_at)
    edition.refresh_from_db()
    return edition


def make_specialty(key: str = "moderation") -> Specialty:
    number = next(_numbers)
    return Specialty.objects.get_or_create(
        key=key,
        defaults={
            "family": "care",
            "position": 1000 + number,
            "name_fr": f"Métier {number}",
            "name_en": f"Trade {number}",
            "definition_fr": f"Définition {number}",
            "definition_en": f"Definition {number}",
        },
    )[0]


def fill(edition: Edition, people: int = 4) -> None:
    """So many more people with a place, of no trade: enough company that a trade points at nobody."""
    for _person in range(people):
        edition.rsvp(make_member())


def make_offer(*series: Series, **fields: Any) -> HostOffer:
    """A lead with a place of its own, made by its host to these series, or to a new one."""
    number = next(_numbers)
    facts = {
        "organisation": f"Coop {number}",
        "place": f"La Ruche {number}",
        "address": "3 rue Racine",
        "postal_code": "75006",
        "city": "Paris",
        "capacity": 50,
        "contact_name": "Hana Morel",
        "email": f"hana{number}@example.org",
        **fields,
    }
    return HostOffer.receive(series or [make_series()], **facts)
