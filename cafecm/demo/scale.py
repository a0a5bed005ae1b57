"""A large café, to measure with: many series of the demo's organizer, made in bulk, the same every time."""

import datetime
import uuid
from collections.abc import Iterable, Iterator

from allauth.account.models import EmailAddress
from django.utils import timezone

from cafecm.demo.load import DOMAIN, OWNER, SEED
from events import marks
from events.models import Edition, Role, Rsvp, Series
from members.models import Member, MemberSpecialty, Specialty, Visibility
from venues.models import Venue

SERIES, EDITIONS, MEMBERS, RSVPS, VENUES = 20, 10_000, 100_000, 1_000_000, 200
COMING = 12  # editions of each series that are still to come, half of them at most
CAPACITY = 120
AT_ONCE = 2_000
WEEK = datetime.timedelta(weeks=1)
NAMES = [
    "Alix",
    "Camille",
    "Claude",
    "Dominique",
    "Éden",
    "Frédérique",
    "Gaël",
    "Inès",
    "Jo",
    "Kim",
    "Lou",
    "Maé",
    "Noor",
    "Ollie",
    "Paz",
    "Robin",
    "Sacha",
    "Yaël",
    "Zoé",
]


def build(factor: float = 1) -> None:
    """10,000 editions, 100,000 members and 1,000,000 RSVPs, or this part of them, beside the demo café."""
    with marks.unwatched():
        members = _people(round(MEMBERS * factor))
        editions = _evenings(max(SERIES, round(EDITIONS * factor)), _places(max(1, round(VENUES * factor))))
        _save(Rsvp, _answers(editions, members, round(RSVPS * factor)))


def _save(model: type, rows: Iterable[object]) -> None:
    batch: list[object] = []
    for row in rows:
        batch.append(row)
        if len(batch) == AT_ONCE:
            model.objects.bulk_create(batch)  # type: ignore[attr-defined]
            batch = []
    model.objects.bulk_create(batch)  # type: ignore[attr-defined]


def _key(*parts: object) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{SEED}/{parts}")


def _people(number: int) -> list[int]:
    """Members with a proven address and a trade or two; every second one shows themselves to everybody."""

    def rows() -> Iterator[Member]:
        choices = list(Visibility)
        for each in range(number):
            name = f"{NAMES[each % len(NAMES)]} {NAMES[each // 7 % len(NAMES)]} {each}"
            yield Member(
                email=f"grand{each}{DOMAIN}",
                password="!",  # noqa: S106 (nobody can sign in with it)
                name=name,
                handle=f"grand-{each}",
                is_listed=each % 3 == 0,
                visibility=Visibility.PUBLIC if each % 2 else choices[each // 2 % len(choices)],
            )

    _save(Member, rows())
    people = list(Member.objects.filter(handle__startswith="grand-").order_by("pk").values_list("pk", "email"))
    _save(EmailAddress, (EmailAddress(user_id=pk, email=email, verified=True, primary=True) for pk, email in people))
    trades = list(Specialty.objects.choosable().order_by("position").values_list("pk", flat=True))
    _save(
        MemberSpecialty,
        (
            MemberSpecialty(member_id=pk, specialty_id=trades[(place + rank * 5) % len(trades)], rank=rank)
            for place, (pk, _email) in enumerate(people)
            for rank in range(1, 2 + place % 2)
        ),
    )
    return [pk for pk, _email in people]


def _places(number: int) -> list[int]:
    made = []
    for each in range(number):
        venue = Venue(
            name=f"Grande Salle {each}",
            name_key=f"grandesalle{each}",
            slug=f"grande-salle-{each}",
            address=f"{each + 1} rue de la Salle",
            postal_code="75011",
            city="Paris",
            capacity=CAPACITY,
            latitude=48.82 + each % 20 * 0.004,
            longitude=2.27 + each // 20 % 20 * 0.007,
        )
        made.append(venue)
    _save(Venue, made)
    return list(Venue.objects.filter(slug__startswith="grande-salle-").order_by("pk").values_list("pk", flat=True))


def _evenings(number: int, venues: list[int]) -> list[tuple[int, datetime.datetime]]:
    """One a week in each series; answers their keys and when they begin."""
    organizer = Member.objects.get(email=OWNER)
    noon = timezone.now().replace(hour=18, minute=0, second=0, microsecond=0)
    each_of = number // SERIES

    def rows() -> Iterator[Edition]:
        for place in range(SERIES):
            series = Series.objects.create(
                slug=f"grand-cafe-{place}", name=f"Grand café {place}", cadence="FREQ=WEEKLY;BYDAY=WE"
            )
            series.appoint(organizer, Role.OWNER)
            for week in range(each_of):
                starts_at = noon + (week - each_of + min(COMING, each_of // 2)) * WEEK + datetime.timedelta(hours=place)
                yield Edition(
                    series=series,
                    number=week + 1,
                    slug=f"grand-cafe-{place}-{week + 1}",
                    theme=f"Le sujet {week}",
                    description="Un *programme* comme les autres.",
                    starts_at=starts_at,
                    ends_at=starts_at + datetime.timedelta(hours=2),
                    venue_id=venues[(week * SERIES + place) % len(venues)],
                    status=Edition.Status.PUBLISHED,
                    published_at=starts_at - 4 * WEEK,
                    uid=_key("edition", place, week),
                    capacity=CAPACITY,
                )

    _save(Edition, rows())
    made = Edition.objects.filter(series__slug__startswith="grand-cafe-").order_by("pk")
    return list(made.values_list("pk", "starts_at"))


def _answers(editions: list[tuple[int, datetime.datetime]], members: list[int], number: int) -> Iterator[Rsvp]:
    """As many at each edition; whoever comes to one comes to others too, and nine of ten arrive."""
    now = timezone.now()
    each_of = min(number // len(editions), CAPACITY, len(members))
    for place, (edition, starts_at) in enumerate(editions):
        for position in range(each_of):
            yield Rsvp(
                edition_id=edition,
                member_id=members[(place * 37 + position) % len(members)],
                key=_key("rsvp", place, position),
                status=Rsvp.Status.GOING,
                position=position + 1,
                confirmed_at=starts_at - WEEK,
                arrived=int(starts_at < now and position % 10 > 0),
            )
