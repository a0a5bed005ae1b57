"""Opens and clears the demo café: the same day always gives the same café."""

import csv
import datetime
import uuid
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

from allauth.account.models import EmailAddress
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from cafecm.demo import editions, offers, portraits, profiles, recaps, scenes, trades
from cafecm.demo.editions import Evening
from cafecm.demo.venues import PLACES, Place
from events.cadence import Cadence
from events.models import Act, Edition, RecapPhoto, Role, Rsvp, Series, What
from events.models.rsvp import WalkIn
from events.wallclock import instant
from members.images import Focus, cut_portraits, with_avif
from members.models import Mail, Member, MemberSpecialty, Specialty, Suppression, Visibility
from members.models.profile import ORIGINALS, PORTRAITS
from venues.models import Venue, VenuePhoto

SLUG = "cafe-des-cm"
DOMAIN = "@example.org"  # RFC 2606: nobody ever receives mail there
SHORT_ADDRESSES = {"Claire Kervella": "claire", "Idriss Benhaddou": "idriss", "Léa Lacombe": "lea"}
OWNER, GUIDE = "claire" + DOMAIN, "lea" + DOMAIN
TEAM = {OWNER: Role.OWNER, "idriss" + DOMAIN: Role.ORGANIZER, "amelie.tran" + DOMAIN: Role.GREETER}
CADENCE = "FREQ=MONTHLY;BYDAY=-1WE"
STARTS, ENDS = datetime.time(19), datetime.time(21, 30)
FOUNDERS = 44
SEED = 20090415

Pictures = dict[str, bytes]
Portraits = dict[str, tuple[str, str]]

# Who came by without a word, and gave a first name at the door.
_STRANGERS = [
    "Aline",
    "Moussa",
    "Un voisin",
    "Carla",
    "Jean-Luc",
    "Sanaa",
    "Pierre-Yves",
    "Lou",
    "Mireille",
    "Teddy",
    "Anouk",
    "Rachid",
    "Une collègue de Benoît",
    "Félix",
    "Awa",
    "Christelle",
    "Paulo",
    "Nadège",
    "Ivan",
    "Marguerite",
    "Bilal",
    "Joséphine",
    "Un ami de Rokhaya",
    "Corentin",
    "Mei",
    "Gilles",
    "Soraya",
    "Anatole",
    "Denise",
    "Yoann",
]


def is_empty() -> bool:
    """Whether nobody has begun to use this database."""
    return not Series.objects.exists() and not Member.objects.exists()


def is_loaded() -> bool:
    """Whether the demo café is open."""
    return Series.objects.filter(slug=SLUG).exists()


def has_real_people() -> bool:
    """Whether somebody here is not of the demo."""
    return Member.objects.exclude(email__endswith=DOMAIN).exists()


def rebuild() -> None:
    """Clears what is there of the demo, and opens it anew, in one transaction; the photos come first."""
    pictures: Pictures = {}
    dice = Random(SEED)  # noqa: S311
    portraits_of = _draw_portraits(dice, pictures)  # drawn before the transaction, which keeps others from writing
    scenes_of = _draw_scenes(dice, pictures)
    hung = recaps.draw(Random(SEED), _random_name, pictures)  # noqa: S311
    _put_away(pictures)
    for name, content in pictures.items():  # they are there when the worker sees their rows
        default_storage.save(name, ContentFile(content))
    with transaction.atomic():
        stale = _clear()
        _open(dice, portraits_of, scenes_of, hung)
    _put_away({*stale} - pictures.keys())


def _put_away(names: Iterable[str]) -> None:
    for name in names:
        for each in with_avif(name):
            default_storage.delete(each)


def _clear() -> list[str]:
    """Takes away the series, its people and the venues nobody else uses; answers the names of their photos."""
    photos = RecapPhoto.objects.filter(edition__series__slug=SLUG)
    stale = [name for pair in photos.values_list("image", "small") for name in pair]
    Edition.objects.filter(series__slug=SLUG).delete()
    offers.take_away(SLUG)
    Series.objects.filter(slug=SLUG).delete()
    people = Member.objects.filter(email__endswith=DOMAIN)
    venues = Venue.objects.filter(name__in=[place.name for place in PLACES], editions=None)
    stale += [name for member in people if member.photo for name in (str(member.photo), *member.portrait_names)]
    stale += VenuePhoto.objects.filter(venue__in=venues).values_list("image", flat=True)
    Suppression.objects.filter(address__endswith=DOMAIN).delete()
    people.delete()
    Venue.objects.filter(pk__in=venues.values("pk")).delete()
    return stale


def _open(dice: Random, portraits_of: Portraits, scenes_of: dict[str, list[str]], hung: recaps.Drawn) -> None:
    now = timezone.now().replace(microsecond=0)
    last_mail = Mail.objects.order_by("pk").last()
    series = Series.objects.create(
        slug=SLUG,
        name="Café des Community Managers",
        city="Paris",
        description=editions.SERIES_DESCRIPTION,
        time_zone="Europe/Paris",
        cadence=CADENCE,
        start_time=STARTS,
        end_time=ENDS,
        guests_at_most=2,
    )
    venues = {place.name: _settle(place, scenes_of, today=now.date()) for place in PLACES}
    days = Cadence(CADENCE).days(after=now.date() - datetime.timedelta(days=31 * 20), count=30)
    coming = [day for day in days if instant(day, STARTS, series.zone) > now][:4]
    past = _past_evenings(days[: days.index(coming[0])])
    people = _gather(dice, portraits_of, past)
    for member in people:
        if role := TEAM.get(member.email):
            series.appoint(member, role)
    _hold(dice, series, venues, past, people)
    recaps.remember(series.editions.recounted()[0], hung, by=people[0])
    _plan(dice, series, venues, coming, people, now)
    _welcome(dice, series, by=people[0])
    _remember(series, now)
    trades.enliven(people, Edition.objects.filter(series=series).published().upcoming(now)[0])
    # The mails of all these RSVPs are nobody's: the demo starts with an empty letter box.
    Mail.objects.filter(pk__gt=last_mail.pk if last_mail else 0).delete()
    _lose_a_mail(Rsvp.objects.select_related("member").latest("pk").member, now)


def _remember(series: Series, now: datetime.datetime) -> None:
    """What the team has done lately, as its history tells it."""
    claire, idriss, amelie = (series.team.get(role=role).member for role in Role)
    coming = list(series.editions.upcoming(now))
    days = iter(range(len(coming) + 5, 0, -1))

    def note(what: What, about: Series | Edition, by: Member, **details: Any) -> None:
        Act.note(what, about, by=by, at=now - datetime.timedelta(days=next(days), hours=by.pk % 7), **details)

    for edition in coming:
        note(What.EDITION_PUBLISHED, edition, claire)
    note(What.INVITED, series, claire, after={"role": Role.GREETER})
    note(What.JOINED, series, amelie, after={"role": Role.GREETER})
    note(What.EDITION_CHANGED, coming[0], idriss, before={"capacity": 50}, after={"capacity": coming[0].capacity})
    note(What.REMINDER_WRITTEN, coming[0], claire)
    note(What.EDITION_CANCELLED, next(edition for edition in coming if edition.is_cancelled), claire)


def _lose_a_mail(member: Member, now: datetime.datetime) -> None:
    """One address that does not exist any more, for the page about mails."""
    reason = "550 5.1.1 User unknown"
    Mail.objects.create(
        kind="edition-moved",
        member=member,
        state=Mail.State.FAILED,
        last_error=reason,
        created_at=now - datetime.timedelta(days=2),
    )
    Suppression.objects.create(address=member.email, reason=reason, since=now - datetime.timedelta(days=2))


# Pictures -----------------------------------------------------------------------------------------------------------


def _random_name(dice: Random) -> str:
    return "".join(dice.choices("abcdefghjkmnpqrstuvwxyz23456789", k=16))


def _draw_portraits(dice: Random, pictures: Pictures) -> Portraits:
    """Adds the portraits to the pictures; answers, for whoever has one, its file and the name of its squares."""
    names: Portraits = {}
    for number, row in enumerate(row for row in _rows() if row["portrait"]):
        drawn = portraits.draw(row["portrait"], number)
        photo, stem = f"{ORIGINALS}/{_random_name(dice)}.webp", _random_name(dice)
        names[row["name"]] = photo, stem
        pictures[photo] = drawn
        for ending, content in cut_portraits(ContentFile(drawn), Focus()).items():
            pictures[f"{PORTRAITS}/{stem}-{ending}"] = content
    return names


def _draw_scenes(dice: Random, pictures: Pictures) -> dict[str, list[str]]:
    """Adds each drawing to the pictures; answers the files of each place."""
    names: dict[str, list[str]] = {}
    for number, place in enumerate(place for place in PLACES if place.scene):
        names[place.name] = [f"venues/{_random_name(dice)}.webp"]
        pictures[names[place.name][0]] = scenes.draw(place.scene, number)
    others = Random(SEED)  # noqa: S311 (dice of their own: a drawing more changes nothing else of the café)
    for place in PLACES:
        for number, (scene, _alt) in enumerate(place.more, start=50):
            names[place.name].append(f"venues/{_random_name(others)}.webp")
            pictures[names[place.name][-1]] = scenes.draw(scene, number)
    return names


# People and places --------------------------------------------------------------------------------------------------


def _rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "people.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _gather(dice: Random, portraits_of: Portraits, past: list[tuple[Evening, datetime.date, int]]) -> list[Member]:
    """The members, in the order of their joining: some were there at the first evening, others came along later."""
    rows = _rows()
    newcomers = rows[3:]
    dice.shuffle(newcomers)
    people = []
    for number, row in enumerate([*rows[:3], *newcomers]):
        first = 0 if number < FOUNDERS else (number - FOUNDERS) * len(past) // (len(rows) - FOUNDERS)
        joined = datetime.datetime.combine(past[first][1], datetime.time(12), datetime.UTC)
        local = SHORT_ADDRESSES.get(row["name"]) or slugify(row["name"]).replace("-", ".")
        photo, portrait = portraits_of.get(row["name"], ("", ""))
        visibility = dice.choices(Visibility.values, weights=[45, 25, 22, 8])[0]
        people.append(
            Member(
                email=local + DOMAIN,
                password=f"!{dice.getrandbits(160):040x}",  # no password opens it, as for everybody
                name=row["name"],
                handle=slugify(row["name"])[:50],
                headline=row["headline"],
                organisation=row["organisation"],
                photo=photo,
                portrait=portrait,
                visibility=Visibility.PUBLIC if row["name"] in SHORT_ADDRESSES else visibility,
                language=row["language"],
                **profiles.tell(
                    row["specialties"].split(), row["language"], row["organisation"], seed=slugify(row["name"])
                ),
                joined_at=joined - datetime.timedelta(days=dice.randint(32, 50), minutes=dice.randint(0, 600)),
            )
        )
    people = Member.objects.bulk_create(people)
    EmailAddress.objects.bulk_create(
        EmailAddress(user=member, email=member.email, verified=True, primary=True) for member in people
    )
    by_key = {trade.key: trade for trade in Specialty.objects.all()}
    keys = {row["name"]: row["specialties"].split() for row in rows}
    MemberSpecialty.objects.bulk_create(
        MemberSpecialty(member=member, specialty=by_key[key], rank=rank)
        for member in people
        for rank, key in enumerate(keys[member.name], start=1)
    )
    return people


def _settle(place: Place, scenes_of: dict[str, list[str]], *, today: datetime.date) -> Venue:
    """The venue of this place; one that another series uses already stays as it is."""
    venue = Venue.objects.named(place.name)
    if venue is None:
        latitude, longitude = place.position or (None, None)
        answers = {"y": True, "n": False, ".": None}
        venue = Venue.open(
            place.name,
            host=place.host,
            address=place.address,
            postal_code=place.postal_code,
            city="Paris",
            latitude=latitude,
            longitude=longitude,
            transport=place.transport,
            capacity=place.capacity,
            description=place.description,
            getting_in=place.getting_in,
            contact_name=place.contact,
            notes=place.notes,
            door_width=place.door_width,
            access_checked_on=today - datetime.timedelta(days=place.checked) if place.checked else None,
            **{fact: answers[letter] for fact, letter in zip(Venue.ACCESS_FACTS, place.access, strict=True)},
        )
        venue.save()
        alts = [place.photo_alt, *(alt for _scene, alt in place.more)]
        for position, image in enumerate(scenes_of.get(place.name, []), start=1):
            venue.photos.create(image=image, alt=alts[position - 1], position=position)
    return venue


# Evenings -----------------------------------------------------------------------------------------------------------


def _past_evenings(days: list[datetime.date]) -> list[tuple[Evening, datetime.date, int]]:
    """Each past evening with its day and number, the first one first.

    The recent ones fill the months up to now; their numbers go on with the months, from the 140th in January 2025.
    """
    recent = [
        (evening, day, 140 + (day.year - 2025) * 12 + day.month - 1)
        for day, evening in zip(reversed(days), editions.RECENT, strict=False)
    ][::-1]
    old = [
        (evening, evening.day, evening.number)
        for evening in editions.OLD
        if evening.day and evening.number and evening.day < recent[0][1] and evening.number < recent[0][2]
    ]
    return [*old, *recent]


def _uid(dice: Random) -> uuid.UUID:
    return uuid.UUID(int=dice.getrandbits(128), version=4)


def _hold(
    dice: Random,
    series: Series,
    venues: dict[str, Venue],
    past: list[tuple[Evening, datetime.date, int]],
    people: list[Member],
) -> None:
    """History, in bulk: the rules would refuse to publish an evening that is over."""
    faithful = {member: dice.uniform(0.15, 1) for member in people}
    strangers = iter(_STRANGERS * 2)
    trades = {trade.key: trade for trade in Specialty.objects.all()}
    held: list[Edition] = []
    about: list[tuple[Edition, Specialty]] = []
    answers: list[Rsvp] = []
    walk_ins: list[WalkIn] = []
    for evening, day, number in past:
        starts_at = instant(day, evening.starts, series.zone)
        told_at = starts_at - datetime.timedelta(days=dice.randint(18, 30), minutes=dice.randint(0, 500))
        edition = Edition(
            series=series,
            number=number,
            slug=f"{series.slug}-{number}",
            theme=evening.theme,
            description=evening.programme,
            starts_at=starts_at,
            ends_at=starts_at + datetime.timedelta(hours=2, minutes=30),
            venue=venues[evening.venue] if evening.venue else None,
            status=Edition.Status.PUBLISHED,
            uid=_uid(dice),
            sequence=1,
            revised_at=told_at,
            created_at=told_at,
            published_at=told_at,
            asked_at=starts_at - datetime.timedelta(days=3),
            released_at=starts_at - datetime.timedelta(days=1),
            reminded_at=starts_at - datetime.timedelta(hours=11),
            recap=evening.recap,
            recap_published_at=starts_at + datetime.timedelta(days=3) if evening.recap else None,
        )
        known = [member for member in people if member.joined_at < told_at]
        came = sorted(known, key=lambda member: dice.random() ** (1 / faithful[member]), reverse=True)
        parties = _parties(dice, edition, came[: evening.people], told_at)
        taken = sum(rsvp.places for rsvp in parties if rsvp.is_going)
        edition.capacity = max(taken, (edition.venue and edition.venue.capacity) or 45)
        held.append(edition)
        about += [(edition, trades[key]) for key in evening.about.split()]
        answers += parties
        walk_ins += [
            WalkIn(
                edition=edition, name=next(strangers), came_at=starts_at + datetime.timedelta(minutes=20 * late + 10)
            )
            for late in range(dice.choice([0, 0, 1, 1, 2, 3]))
        ]
    Edition.objects.bulk_create(held)
    theme = Edition.specialties.through
    theme.objects.bulk_create(theme(edition=edition, specialty=trade) for edition, trade in about)
    Rsvp.objects.bulk_create(answers)
    WalkIn.objects.bulk_create(walk_ins)


def _parties(dice: Random, edition: Edition, came: list[Member], told_at: datetime.datetime) -> list[Rsvp]:
    """Who said they would come to a past evening: most did, some changed their mind, a few brought somebody."""
    dice.shuffle(came)
    span = (edition.starts_at - told_at).total_seconds()
    moments = sorted(told_at + datetime.timedelta(seconds=dice.random() ** 2 * span) for _ in came)
    rsvps = []
    for position, (member, moment) in enumerate(zip(came, moments, strict=True), start=1):
        rsvp = Rsvp(
            edition=edition,
            member=member,
            status=Rsvp.Status.CANCELLED if dice.random() < 0.05 and edition.number != 1 else Rsvp.Status.GOING,
            guests=1 if dice.random() < 0.08 else 0,
            position=position,
            created_at=moment,
            changed_at=moment,
        )
        if rsvp.is_going:
            rsvp.asked_at = edition.asked_at
            rsvp.confirmed_at = edition.released_at if dice.random() < 0.7 else None
            came_in = dice.random() < (0.93 if rsvp.confirmed_at else 0.6)
            rsvp.arrived = rsvp.places if came_in or edition.number == 1 else 0
        rsvps.append(rsvp)
    return rsvps


def _plan(
    dice: Random,
    series: Series,
    venues: dict[str, Venue],
    days: list[datetime.date],
    people: list[Member],
    now: datetime.datetime,
) -> None:
    """The four to come, by the rules that everybody follows."""
    claire, idriss, lea, *others = people
    plans = [
        (editions.OPEN, 60, [claire, idriss]),
        (editions.FULL, 24, [idriss]),
        (editions.CALLED_OFF, 40, [claire, lea]),
        (editions.TO_BE_PLACED, 40, [lea, claire]),
    ]
    # All of them published first: later, whoever waits for the full one would get a head start in the next.
    planned = []
    for day, (evening, capacity, first) in zip(days, plans, strict=True):
        edition = Edition.announce(
            series,
            theme=evening.theme,
            description=evening.programme,
            starts_at=instant(day, STARTS, series.zone),
            ends_at=instant(day, ENDS, series.zone),
            venue=venues[evening.venue] if evening.venue else None,
            capacity=capacity,
            specialties=list(Specialty.objects.filter(key__in=evening.about.split())),
            uid=_uid(dice),
        )
        edition.publish()
        planned.append((edition, evening, first))
    for edition, evening, first in planned:
        for member in [*first, *dice.sample(others, evening.people - len(first))]:
            edition.rsvp(member, guests=dice.choices([0, 1, 2], weights=[86, 10, 4])[0])
        if evening is editions.FULL:
            _fill(dice, edition, lea, others)
        if evening is editions.CALLED_OFF:
            edition.cancel(reason=editions.CANCELLATION_REASON)
        _spread(edition, now)
    next_one = planned[0][0]
    if next_one.starts_at - now < datetime.timedelta(days=7):
        _confirm(dice, next_one)


def _welcome(dice: Random, series: Series, *, by: Member) -> None:
    """Who offers a place, and the page of the host of the next evening."""
    offers.offer_places(series, by=by, past=list(series.editions.past().select_related("venue")[:2]))
    next_one = series.editions.published().upcoming().exclude(venue=None).first()
    if next_one:
        offers.receive_host(next_one, by=by, key=_uid(dice))


def _confirm(dice: Random, edition: Edition) -> None:
    """So near that people were asked whether they come: two in three have said yes by now.

    Left to the worker, the first minute of a demo would bring as many mails as there are people.
    """
    edition.ask_to_confirm()
    for rsvp in list(edition.rsvps.going().select_related("member")):
        if dice.random() < 0.66:
            edition.confirm(rsvp.member)


def _fill(dice: Random, edition: Edition, lea: Member, others: list[Member]) -> None:
    """Full, with people in the line; two of them got in when two others freed their place."""
    strangers = [member for member in others if edition.rsvp_of(member) is None]
    for guests, member in zip([1, 0, 0, 2, 0], dice.sample(strangers, 5), strict=True):
        edition.rsvp(member, guests=guests)
    for rsvp in list(edition.rsvps.going().filter(guests=0).select_related("member").order_by("position"))[3:5]:
        edition.cancel_rsvp(rsvp.member)
    edition.rsvp(lea)


def _spread(edition: Edition, now: datetime.datetime) -> None:
    """Nobody answers all in one second: the RSVPs come over three weeks, in their order."""
    rsvps = list(edition.rsvps.order_by("position"))
    for rsvp in rsvps:
        rsvp.created_at = rsvp.changed_at = (
            now
            - datetime.timedelta(hours=1)
            - (datetime.timedelta(days=20) * (len(rsvps) - rsvp.position) / len(rsvps))
        )
    Rsvp.objects.bulk_update(rsvps, ["created_at", "changed_at"])
