"""Whose turn it is to host: an order of hosts for an evening without a venue, each line with its reasons in words.

History is the only state: the order is worked out anew from the editions of the series at each look, and the one thing
that organizers add is that a venue is passed over for one edition.

**Who is a host.** The host organisation of a venue, or the venue itself where none is known; spelling aside, so that
“Le Wagon” and the organisation “le wagon” are one. A host with several venues is one host: an evening at any of them
was their turn, and they stand in the order once, with the venue that suits the evening best.

**Who is proposed.** The venues that have hosted the series, and every other one in its town; where one of the two towns
is not known, a venue that no other series uses, for theirs may be anywhere. So is every place that somebody offers to
the series and that waits for its evening, whether it is a venue yet or not. A name without an address is no place where
it says “online” or “to be confirmed”, or is that of the series itself: a café that met on the network was nobody's
guest.

**What is a turn.** A published edition, and a draft to come: what is planned counts, so that nobody is asked for two
evenings in a row. A cancelled edition was nobody's turn.

**The order** is that of `Proposal.key`; a rule decides only between those whom the rules before it leave equal:

1. who was passed over for this edition comes last;
2. a place known to be too small for the people expected comes behind those that may hold them;
3. who never hosted comes first, then who hosted the longest ago;
4. another part of town than the last two cafés, then not known, then the same;
5. room for the people expected, then capacity not known;
6. offered for such a month and day, then without an offer, then offered for others;
7. access facts complete, then with gaps, then not checked;
8. whose offer has waited the longest;
9. the name, so that the order never depends on chance.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Sum, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.history.places import is_elsewhere, is_no_name
from events.models import Edition, PassedOver, Series
from events.models.edition import EditionQuerySet
from events.wallclock import day_begins, in_zone
from members.dates import date_format
from members.folding import fold
from venues.models import HostOffer, Venue, name_key

LAST_CAFES = 2  # whose part of town the next one leaves
SAME_PART_WITHIN = 1.5  # km, about the width of an arrondissement in the middle of Paris
RECENT_CAFES = 6  # whose attendance tells how many people usually come
MONTHS_UNTIL_YEARS = 24  # from two years on, years are exact enough for a reader
NEVER = datetime.datetime.min.replace(tzinfo=datetime.UTC)
AT_NO_TIME = datetime.datetime.max.replace(tzinfo=datetime.UTC)

FOR, OPEN, AGAINST = range(3)  # what a reason says about a proposal


@dataclass(frozen=True)
class Turn:
    """An edition of the series and how many came: who arrived, or the places where nobody was counted at the door.

    `people` is None for an evening to come, and for one of which nothing is known. `nth` counts the turns of the series
    up to this one.
    """

    edition: Edition
    people: int | None = None
    is_counted: bool = False
    nth: int = field(default=0, compare=False)

    @property
    def venue(self) -> Venue | None:
        """The place that was the host's; None where there is none, or only a name that is no place."""
        venue = self.edition.venue
        return None if venue is None or _is_no_place(self.edition.series, venue) else venue


@dataclass(frozen=True)
class Reason:
    """One rule's word on a proposal; `rank` is FOR, OPEN (not known, or no matter) or AGAINST.

    The order hangs on the ranks of all hosts; the words are found when somebody reads them, which is of a page of them.
    """

    rule: str
    rank: int
    words: Callable[[], str] = field(compare=False)

    @property
    def sentence(self) -> str:
        return self.words()


@dataclass(frozen=True)
class Proposal:
    """A host's venue and why it stands where it stands; `passed_over` where an organizer has put it last.

    The venue of an `offer` may not be saved yet.
    """

    venue: Venue
    reasons: Sequence[Reason]
    hosted_at: datetime.datetime | None
    passed_over: PassedOver | None = None
    offer: HostOffer | None = None

    @property
    def key(self) -> tuple[bool, bool, datetime.datetime, int, int, int, int, datetime.datetime, str, int]:
        """What the order compares, in the order of the rules at the head of this file."""
        rank = {reason.rule: reason.rank for reason in self.reasons}
        return (
            self.passed_over is not None,
            rank["room"] == AGAINST,
            self.hosted_at or NEVER,
            rank.get("part of town", OPEN),
            rank["room"],
            rank.get("month and day", OPEN),
            rank["access"],
            self.offer.created_at if self.offer else AT_NO_TIME,
            self.venue.name_key,
            self.venue.pk or 0,
        )


@dataclass(frozen=True)
class Share:
    """What one host has done for the series: cafés, their part of all that had a host, people welcomed, and when last.

    `people` is None where nobody was ever counted and nobody had a place, as in a history from before the site.
    """

    host: str
    venue: Venue
    cafes: int
    percent: int
    people: int | None
    last: datetime.datetime


@dataclass(frozen=True)
class Rotation:
    """The order of hosts for one evening: an edition without a venue, or the next date of the cadence, or neither."""

    edition: Edition | None
    date: datetime.date | None
    expected: int
    proposals: Sequence[Proposal] = field(default_factory=list)


# Reading history ------------------------------------------------------------------------------------------------------


def turns(series: Series) -> EditionQuerySet:
    """The series' editions that took place or are planned, with or without a venue, the latest first."""
    is_stale = {"status": Edition.Status.DRAFT, "starts_at__lte": timezone.now()}
    known = series.editions.exclude(status=Edition.Status.CANCELLED).exclude(**is_stale)
    return known.order_by("-starts_at", "-pk")


def ledger(series: Series, editions: Sequence[Edition]) -> list[Turn]:
    """These turns of the series with how many came, in their order; in one query."""
    over: Any = Edition.objects.filter(pk__in=[edition.pk for edition in editions]).past().order_by()
    counts = over.with_people().values_list("pk", "people", "people_arrived")
    found = {pk: (people or None, arrived > 0) for pk, people, arrived in counts}
    for edition in editions:
        edition.series = series  # spares a query for each
    return [Turn(edition, *found.get(edition.pk, (None, False))) for edition in editions]


def history(series: Series, venues: Mapping[int, Venue]) -> list[Turn]:
    """As much of the turns as the order hangs on, the earliest first, in two queries: however long ago it all began.

    Of those before today the last two of each venue, and of those without one; all that are planned.
    """
    today = day_begins(timezone.now(), series.zone)
    nth = Window(RowNumber(), order_by=["starts_at", "pk"])
    back = Window(RowNumber(), partition_by="venue", order_by=["-starts_at", "-pk"])
    past = turns(series).filter(starts_at__lt=today).order_by("starts_at", "pk").annotate(nth=nth, back=back)
    known: list[Any] = list(past.filter(back__lte=LAST_CAFES).only("starts_at", "series", "venue"))
    planned = turns(series).filter(starts_at__gte=today).order_by("starts_at", "pk")
    found = [(edition, edition.nth) for edition in known]
    found += [(edition, nth) for nth, edition in enumerate(planned, start=known[-1].nth + 1 if known else 1)]
    for edition, _nth in found:
        edition.series = series  # this and the next spare a query for each
        if edition.venue_id in venues:
            edition.venue = venues[edition.venue_id]
    return [Turn(edition, nth=nth) for edition, nth in found]


def rotation(series: Series, *, slug: str = "") -> Rotation:
    """Who is proposed for the edition at this address, or else for the next evening of the series without a venue."""
    now = timezone.now()
    elsewhere = Edition.objects.filter(venue=OuterRef("pk")).exclude(series=series)
    venues = {venue.pk: venue for venue in Venue.objects.annotate(is_used_elsewhere=Exists(elsewhere)).order_by("pk")}
    known = history(series, venues)
    coming = [turn.edition for turn in known if turn.edition.starts_at > now and turn.venue is None]
    edition = min(coming, key=lambda each: (each.slug != slug, each.starts_at, each.pk), default=None)
    today = now.astimezone(series.zone).date()
    date = edition.starts.date() if edition else series.next_date(after=today)
    expected = people_expected(series, edition)
    notes = edition.passed_over.select_related("by") if edition else []
    proposals = in_order(
        candidates(series, venues.values(), known, {pk for pk, venue in venues.items() if venue.is_used_elsewhere}),
        [turn for turn in known if turn.edition != edition],
        date=date or today,
        expected=expected,
        passed_over={note.venue_id: note for note in notes},
        offers=series.offers.waiting().select_related("venue").order_by("created_at", "pk"),
    )
    return Rotation(edition, date, expected, proposals)


def people_expected(series: Series, edition: Edition | None = None) -> int:
    """How many people to find room for: those forecast, but no fewer than came to the recent cafés on average.

    A forecast counts the places taken so far, which are few while the evening is far. Where nothing was ever counted,
    it is the capacity of the latest edition.
    """
    recent = series.editions.published().past().where_people_are_known()[:RECENT_CAFES]
    counts: Any = Edition.objects.filter(pk__in=recent.values("pk")).order_by().with_people()
    people = counts.values_list("people", flat=True)
    usual = round(sum(people) / len(people)) if people else 0
    forecast = edition.forecast() if edition and edition.is_published else None
    if expected := max(usual, forecast.people if forecast else 0):
        return expected
    latest = turns(series).first()
    return latest.capacity if latest else Edition.usual_capacity(None)


def candidates(
    series: Series, venues: Iterable[Venue], history: Iterable[Turn], used_elsewhere: Container[int] = ()
) -> list[Venue]:
    """The venues that are places and near enough; `used_elsewhere` are the keys of those that other series met at."""
    hosted = {turn.edition.venue_id for turn in history}
    return [
        venue
        for venue in venues
        if not _is_no_place(series, venue)
        and (venue.pk in hosted or _is_in_town(series, venue, is_used_elsewhere=venue.pk in used_elsewhere))
    ]


def _is_in_town(series: Series, venue: Venue, *, is_used_elsewhere: bool) -> bool:
    if series.city and venue.city:
        return fold(venue.city) == fold(series.city)
    return not is_used_elsewhere


def _is_no_place(series: Series, venue: Venue) -> bool:
    has_address = venue.street_address or venue.latitude is not None
    return not has_address and (
        is_no_name(venue.name) or is_elsewhere(venue.name) or venue.name_key == name_key(series.name)
    )


def host_key(venue: Venue) -> str:
    """What tells hosts apart: the host organisation, or the venue where none is known, spelling aside."""
    return name_key(venue.host) if venue.host else venue.name_key


def shares(series: Series) -> list[Share]:
    """What each host has done so far, the most frequent first, then who hosted last; in two queries."""
    past = series.editions.published().past().exclude(venue=None).order_by().with_people().values("venue")
    rows = past.annotate(cafes=Count("pk"), last=Max("starts_at"), total=Sum("people"))
    venues = Venue.objects.in_bulk([row["venue"] for row in rows])
    hosted: list[Any] = [row | {"venue": venues[row["venue"]]} for row in rows]
    hosted = [row for row in hosted if not _is_no_place(series, row["venue"])]
    cafes: Counter[str] = Counter()
    people: Counter[str] = Counter()
    latest: dict[str, Any] = {}
    for row in sorted(hosted, key=lambda row: (row["last"], row["venue"].pk)):
        key = host_key(row["venue"])
        cafes[key] += row["cafes"]
        people[key] += row["total"]
        latest[key] = row
    order = sorted(latest, key=lambda key: (-cafes[key], -latest[key]["last"].timestamp(), key))
    return [
        Share(
            host=venue.host or venue.name,
            venue=venue,
            cafes=cafes[key],
            percent=round(100 * cafes[key] / cafes.total()),
            people=people[key] or None,
            last=in_zone(latest[key]["last"], series.zone),
        )
        for key in order
        if (venue := latest[key]["venue"])
    ]


# The order ------------------------------------------------------------------------------------------------------------


def in_order(
    venues: Iterable[Venue],
    history: Iterable[Turn],
    *,
    date: datetime.date,
    expected: int,
    passed_over: Mapping[int, PassedOver] | None = None,
    offers: Iterable[HostOffer] = (),
) -> list[Proposal]:
    """The proposals for an evening of this date, best first, by the rules at the head of this file.

    Of the turns before that date it needs the last two of each venue, and of those without one. Each host comes once,
    with the venue that suits best; venues that were passed over are all shown, at the end.
    """
    notes = passed_over or {}
    known = sorted(history, key=lambda turn: (turn.edition.starts_at, turn.edition.pk))
    last_turns = {host_key(turn.venue): turn for turn in known if turn.venue}
    before = [turn for turn in known if turn.edition.starts.date() < date]
    last_venues = [turn.venue for turn in before if turn.venue][-LAST_CAFES:]
    proposals = []
    for venue, offer in _with_offers(venues, offers):
        last = last_turns.get(host_key(venue))
        reasons = [
            _turn(last, before, date),
            *_part_of_town(venue, last_venues),
            _room(venue, expected),
            *_month_and_day(offer, date),
            _access(venue),
            *_offer(offer),
        ]
        hosted_at = last.edition.starts_at if last else None
        proposals.append(Proposal(venue, reasons, hosted_at, notes.get(venue.pk), offer))
    seen: set[str] = set()
    chosen = []
    for proposal in sorted(proposals, key=lambda proposal: proposal.key):
        host = host_key(proposal.venue)
        if proposal.passed_over or host not in seen:
            chosen.append(proposal)
            seen.add(host)
    return chosen


def _with_offers(venues: Iterable[Venue], offers: Iterable[HostOffer]) -> list[tuple[Venue, HostOffer | None]]:
    """Each venue with the oldest offer of its place, and the places that are known by their offer alone."""
    found: dict[str, tuple[Venue, HostOffer | None]] = {venue.name_key: (venue, None) for venue in venues}
    for offer in sorted(offers, key=lambda offer: (offer.created_at, offer.pk)):
        venue = offer.as_venue()
        known, earlier = found.get(venue.name_key, (venue, None))
        found[venue.name_key] = (known, earlier or offer)
    return list(found.values())


def _turn(last: Turn | None, before: Sequence[Turn], date: datetime.date) -> Reason:
    """When they last hosted, in time and in cafés; or that they never did, or are to."""
    if last is None:
        return Reason("turn", FOR, lambda: _("never hosted"))
    day = last.edition.starts.date()
    if day >= date:
        return Reason("turn", AGAINST, lambda: _("is already to host on %(date)s") % {"date": date_format(day)})
    cafes = before[-1].nth - last.nth + 1
    return Reason("turn", AGAINST if cafes == 1 else OPEN, lambda: _hosted(_time_ago(day, date), cafes))


def _hosted(time: str, cafes: int) -> str:
    words = {"time": time, "cafes": ngettext("%(count)s café ago", "%(count)s cafés ago", cafes) % {"count": cafes}}
    return _("hosted %(time)s, %(cafes)s") % words


def _time_ago(earlier: datetime.date, later: datetime.date) -> str:
    """Seen from the later day: whole days up to a month, whole months up to two years, then whole years."""
    months = 12 * (later.year - earlier.year) + later.month - earlier.month - (later.day < earlier.day)
    if months >= MONTHS_UNTIL_YEARS:
        return ngettext("%(count)s year ago", "%(count)s years ago", months // 12) % {"count": months // 12}
    if months:
        return ngettext("%(count)s month ago", "%(count)s months ago", months) % {"count": months}
    days = (later - earlier).days
    return ngettext("%(count)s day ago", "%(count)s days ago", days) % {"count": days}


def _part_of_town(venue: Venue, last_venues: Sequence[Venue]) -> list[Reason]:
    """Whether the café moves through the town; nothing to say before the first one."""
    if not last_venues:
        return []
    rule, answers = "part of town", [(_is_same_part(venue, other), other) for other in last_venues]
    same = [other for is_same, other in answers if is_same]
    if venue in same:
        return [Reason(rule, AGAINST, lambda: _("the café was there lately"))]
    if same:
        return [Reason(rule, AGAINST, lambda: _("the same part of town as %(venue)s") % {"venue": same[-1].name})]
    if any(is_same is None for is_same, _other in answers):
        return [Reason(rule, OPEN, lambda: _("part of town not known"))]
    return [Reason(rule, FOR, lambda: _in_another_part(len(last_venues)))]


def _in_another_part(cafes: int) -> str:
    words = ngettext("another part of town than the last café", "another part of town than the last %(count)s", cafes)
    return words % {"count": cafes}


def _is_same_part(venue: Venue, other: Venue) -> bool | None:
    """Whether two venues are neighbours: by their distance, else by their postal codes; None where neither is known."""
    if venue == other:
        return True
    distance = kilometres(venue, other)
    if distance is not None:
        return distance < SAME_PART_WITHIN
    here, there = (name_key(place.postal_code) for place in (venue, other))
    return here == there if here and there else None


def kilometres(venue: Venue, other: Venue) -> float | None:
    """As the crow flies (haversine formula on a sphere); None where a position is not known."""
    if venue.latitude is None or venue.longitude is None or other.latitude is None or other.longitude is None:
        return None
    here, there = radians(venue.latitude), radians(other.latitude)
    across = sin((there - here) / 2) ** 2
    along = sin(radians(other.longitude - venue.longitude) / 2) ** 2
    return 2 * 6371 * asin(min(1, sqrt(across + cos(here) * cos(there) * along)))


def _room(venue: Venue, expected: int) -> Reason:
    words = {"capacity": venue.capacity, "expected": expected}
    if venue.capacity is None:
        return Reason("room", OPEN, lambda: _("capacity not known, %(expected)s expected") % words)
    if venue.capacity < expected:
        return Reason("room", AGAINST, lambda: _("room for %(capacity)s only, %(expected)s expected") % words)
    return Reason("room", FOR, lambda: _("room for %(capacity)s, %(expected)s expected") % words)


def _month_and_day(offer: HostOffer | None, date: datetime.date) -> list[Reason]:
    """Whether the host has named such a month and such a day of the week; nothing to say without an offer."""
    if offer is None:
        return []
    if offer.suits(date) is False:
        return [Reason("month and day", AGAINST, lambda: _("not offered for a %(day)s in %(month)s") % _named(date))]
    return [Reason("month and day", FOR, lambda: _("offered for a %(day)s in %(month)s") % _named(date))]


def _named(date: datetime.date) -> dict[str, str]:
    return {"month": date_format(date, "F"), "day": date_format(date, "l")}


def _offer(offer: HostOffer | None) -> list[Reason]:
    if offer is None:
        return []
    day = timezone.localdate(offer.created_at)
    return [Reason("offer", FOR, lambda: _("offered on %(date)s") % {"date": date_format(day)})]


def _access(venue: Venue) -> Reason:
    if not venue.access_checked_on:
        return Reason("access", AGAINST, lambda: _("access not checked yet"))
    gaps = sum(getattr(venue, name) is None for name in Venue.ACCESS_FACTS)
    if gaps:
        return Reason("access", OPEN, lambda: _with_gaps(gaps))
    return Reason("access", FOR, lambda: _("access checked and complete"))


def _with_gaps(gaps: int) -> str:
    words = ngettext("access checked, %(count)s fact missing", "access checked, %(count)s facts missing", gaps)
    return words % {"count": gaps}
