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
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.history.places import is_elsewhere, is_no_name
from events.models import Edition, PassedOver, Series
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

    `people` is None for an evening to come, and for one of which nothing is known.
    """

    edition: Edition
    people: int | None = None
    is_counted: bool = False

    @property
    def venue(self) -> Venue | None:
        """The place that was the host's; None where there is none, or only a name that is no place."""
        venue = self.edition.venue
        return None if venue is None or _is_no_place(self.edition.series, venue) else venue


@dataclass(frozen=True)
class Reason:
    """One rule's word on a proposal; `rank` is FOR, OPEN (not known, or no matter) or AGAINST."""

    rule: str
    rank: int
    sentence: str


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
    last: Edition


@dataclass(frozen=True)
class Rotation:
    """The order of hosts for one evening: an edition without a venue, or the next date of the cadence, or neither."""

    edition: Edition | None
    date: datetime.date | None
    expected: int
    proposals: Sequence[Proposal] = field(default_factory=list)


# Reading history ------------------------------------------------------------------------------------------------------


def turns(series: Series) -> list[Turn]:
    """The series' editions that took place or are planned, with or without a venue, the latest first; four queries."""
    now = timezone.now()
    known = series.editions.exclude(status=Edition.Status.CANCELLED)
    evenings = known.evenings()
    found = []
    for edition in known.select_related("venue").order_by("-starts_at", "-pk"):
        edition.series = series  # spares a query for each
        evening = evenings.get(edition.pk)
        if edition.is_draft and edition.starts_at <= now:
            continue
        if evening is None or edition.ends_at > now:
            found.append(Turn(edition))
        else:
            people = evening.people or sum(evening.places.values())
            found.append(Turn(edition, people or None, is_counted=evening.people > 0))
    return found


def rotation(series: Series, history: Sequence[Turn], *, slug: str = "") -> Rotation:
    """Who is proposed for the edition at this address, or else for the next evening of the series without a venue."""
    now = timezone.now()
    coming = [turn.edition for turn in history if turn.edition.starts_at > now and turn.venue is None]
    edition = min(coming, key=lambda each: (each.slug != slug, each.starts_at, each.pk), default=None)
    today = now.astimezone(series.zone).date()
    date = edition.starts.date() if edition else series.next_date(after=today)
    expected = people_expected(edition, history)
    notes = edition.passed_over.select_related("by") if edition else []
    others = Edition.objects.exclude(series=series).exclude(venue=None)
    elsewhere = others.order_by().values_list("venue", flat=True).distinct()
    proposals = in_order(
        candidates(series, Venue.objects.order_by("pk"), history, set(elsewhere)),
        [turn for turn in history if turn.edition != edition],
        date=date or today,
        expected=expected,
        passed_over={note.venue_id: note for note in notes},
        offers=series.offers.waiting().select_related("venue").order_by("created_at", "pk"),
    )
    return Rotation(edition, date, expected, proposals)


def people_expected(edition: Edition | None, history: Iterable[Turn]) -> int:
    """How many people to find room for: those forecast, but no fewer than came to the recent cafés on average.

    A forecast counts the places taken so far, which are few while the evening is far. Where nothing was ever counted,
    it is the capacity of the latest edition.
    """
    known = sorted(history, key=lambda turn: (turn.edition.starts_at, turn.edition.pk), reverse=True)
    recent = [turn.people for turn in known if turn.people][:RECENT_CAFES]
    usual = round(sum(recent) / len(recent)) if recent else 0
    forecast = edition.forecast() if edition and edition.is_published else None
    expected = max(usual, forecast.people if forecast else 0)
    return expected or next((turn.edition.capacity for turn in known), Edition.usual_capacity(None))


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


def shares(history: Iterable[Turn]) -> list[Share]:
    """What each host has done so far, the most frequent first, then who hosted last."""
    past = [turn for turn in history if turn.venue and turn.edition.is_past]
    past.sort(key=lambda turn: (turn.edition.starts_at, turn.edition.pk))
    cafes = Counter(host_key(turn.venue) for turn in past if turn.venue)
    latest = {host_key(turn.venue): turn for turn in past if turn.venue}
    people: Counter[str] = Counter()
    for turn in past:
        if turn.venue:
            people[host_key(turn.venue)] += turn.people or 0
    order = sorted(latest, key=lambda key: (-cafes[key], -latest[key].edition.starts_at.timestamp(), key))
    return [
        Share(
            host=venue.host or venue.name,
            venue=venue,
            cafes=cafes[key],
            percent=round(100 * cafes[key] / len(past)),
            people=people[key] or None,
            last=latest[key].edition,
        )
        for key in order
        if (venue := latest[key].venue)
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

    Each host comes once, with the venue that suits best; venues that were passed over are all shown, at the end.
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
        return Reason("turn", FOR, _("never hosted"))
    day = last.edition.starts.date()
    if last not in before:
        return Reason("turn", AGAINST, _("is already to host on %(date)s") % {"date": date_format(day)})
    cafes = len(before) - before.index(last)
    words = {
        "time": _time_ago(day, date),
        "cafes": ngettext("%(count)s café ago", "%(count)s cafés ago", cafes) % {"count": cafes},
    }
    return Reason("turn", AGAINST if cafes == 1 else OPEN, _("hosted %(time)s, %(cafes)s") % words)


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
    answers = [(_is_same_part(venue, other), other) for other in last_venues]
    same = [other for is_same, other in answers if is_same]
    if venue in same:
        return [Reason("part of town", AGAINST, _("the café was there lately"))]
    if same:
        return [Reason("part of town", AGAINST, _("the same part of town as %(venue)s") % {"venue": same[-1].name})]
    if any(is_same is None for is_same, _other in answers):
        return [Reason("part of town", OPEN, _("part of town not known"))]
    sentence = ngettext(
        "another part of town than the last café", "another part of town than the last %(count)s", len(last_venues)
    )
    return [Reason("part of town", FOR, sentence % {"count": len(last_venues)})]


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
    if venue.capacity is None:
        return Reason("room", OPEN, _("capacity not known, %(expected)s expected") % {"expected": expected})
    words = {"capacity": venue.capacity, "expected": expected}
    if venue.capacity < expected:
        return Reason("room", AGAINST, _("room for %(capacity)s only, %(expected)s expected") % words)
    return Reason("room", FOR, _("room for %(capacity)s, %(expected)s expected") % words)


def _month_and_day(offer: HostOffer | None, date: datetime.date) -> list[Reason]:
    """Whether the host has named such a month and such a day of the week; nothing to say without an offer."""
    if offer is None:
        return []
    words = {"month": date_format(date, "F"), "day": date_format(date, "l")}
    if offer.suits(date) is False:
        return [Reason("month and day", AGAINST, _("not offered for a %(day)s in %(month)s") % words)]
    return [Reason("month and day", FOR, _("offered for a %(day)s in %(month)s") % words)]


def _offer(offer: HostOffer | None) -> list[Reason]:
    if offer is None:
        return []
    return [
        Reason("offer", FOR, _("offered on %(date)s") % {"date": date_format(timezone.localdate(offer.created_at))})
    ]


def _access(venue: Venue) -> Reason:
    if not venue.access_checked_on:
        return Reason("access", AGAINST, _("access not checked yet"))
    gaps = sum(getattr(venue, name) is None for name in Venue.ACCESS_FACTS)
    if gaps:
        sentence = ngettext("access checked, %(count)s fact missing", "access checked, %(count)s facts missing", gaps)
        return Reason("access", OPEN, sentence % {"count": gaps})
    return Reason("access", FOR, _("access checked and complete"))
