"""The life of a series in pictures: who came, who was new or stayed away, the trades, the hosts, how fast it filled.

Everything is read from the editions that were; nothing is kept for it. Each picture is a chart and the rows behind it.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Count, Q
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.charts import Chart, Row, chart
from events.forecast import LEARNT_FROM, Evening, expect
from events.models import Edition, Rsvp, Series
from events.models.edition import EditionQuerySet
from events.models.rsvp import RsvpQuerySet
from events.rotation import host_key, kilometres
from members.models import Family, Specialty

EVENINGS = 48  # on a page: four years of a monthly café


@dataclass(frozen=True)
class Picture:
    """One chart with its title, and the sentence that says what it shows and what it leaves out."""

    key: str
    title: str
    sentence: str
    chart: Chart


@dataclass(frozen=True)
class Span:
    """The evenings that are drawn, oldest first, those just before them, and what each taught about who comes."""

    editions: Sequence[Edition]
    before: Sequence[Edition]
    learnt: Mapping[int, Evening]

    @classmethod
    def of(cls, series: Series, *, page: int = 0) -> "Span":
        """All evenings of the series, or a page of them, the first one with the latest; in five queries.

        The evenings before a page are those that its first one was forecast from.
        """
        stop = page * EVENINGS
        known = list(evenings(series)[stop - EVENINGS : stop + LEARNT_FROM] if page else evenings(series))[::-1]
        for edition in known:
            edition.series = series  # spares a query for each
        learnt = Edition.objects.filter(pk__in=[edition.pk for edition in known]).evenings()
        shown = EVENINGS if page else len(known)
        return cls(editions=known[-shown:], before=known[:-shown], learnt=learnt)

    @property
    def evenings(self) -> list[tuple[Edition, Evening]]:
        return [(edition, self.learnt[edition.pk]) for edition in self.editions]


def evenings(series: Series) -> EditionQuerySet:
    """The evenings of the series that are over, the latest first, with what the pictures read of them."""
    facts = ("series", "number", "starts_at", "published_at", "filled_at", "remembered", "venue")
    place = [f"venue__{name}" for name in ("name", "name_key", "host", "latitude", "longitude")]
    return series.editions.published().past().select_related("venue").only(*facts, *place)


def pictures(span: Span, *, only: str = "") -> list[Picture]:
    """All pictures of these evenings, or the one of this key; as many queries for one evening as for a hundred."""
    return [draw(span) for key, draw in PICTURES.items() if only in ("", key)]


def _name(edition: Edition) -> str:
    day = f"{edition.starts:%Y-%m-%d}"
    return _("No. %(number)s, %(day)s") % {"number": edition.number, "day": day} if edition.number else day


def _row(edition: Edition, values: Sequence[float], expected: float | None = None) -> Row:
    return Row(_name(edition), str(edition.number or "") or f"{edition.starts:%m/%y}", values, expected)


def _people(span: Span) -> Picture:
    known = [span.learnt[edition.pk] for edition in (*span.before, *span.editions)]
    rows = []
    for place, (edition, evening) in enumerate(span.evenings, start=len(span.before)):
        latest = [earlier for earlier in known[max(0, place - LEARNT_FROM) : place] if earlier.people]
        rows.append(_row(edition, [evening.came], expect(evening, latest) if evening.people else None))
    errors = [abs(row.expected - row.values[0]) for row in rows if row.expected is not None]
    error = (
        _("The forecast missed by %(people)s people on average.")
        % {"people": number_format(sum(errors) / len(errors), 1)}
        if errors
        else _("No forecast could be compared yet.")
    )
    return Picture(
        "people",
        _("People"),
        _("Who came; where nobody was counted at the door, the places. The mark is the forecast.") + " " + error,
        chart(rows, columns=[_("people"), _("forecast")], looks=["bar"]),
    )


def _came(span: Span) -> RsvpQuerySet:
    """The parties that came: those seen at the door or, where nobody was counted, those with a place."""
    counted = [edition.pk for edition, evening in span.evenings if evening.people]
    others = [edition.pk for edition, evening in span.evenings if not evening.people]
    return Rsvp.objects.filter(
        Q(edition__in=counted, arrived__gt=0) | Q(edition__in=others, status=Rsvp.Status.GOING)
    ).order_by()


def _newcomers(span: Span) -> Picture:
    """By the rule of `RsvpQuerySet.with_return`, whenever the earlier evening was."""
    found: dict[int, list[int]] = {edition.pk: [0, 0] for edition in span.editions}
    parties = _came(span).with_return().values("edition", "is_return").annotate(parties=Count("pk"))
    for pk, is_return, count in parties.values_list("edition", "is_return", "parties"):
        found[pk][is_return] = count
    for edition in span.editions:
        if edition.remembered is not None:
            found[edition.pk] = [edition.remembered["newcomers"], edition.remembered["again"]]
    rows = [_row(edition, found[edition.pk]) for edition in span.editions]
    return Picture(
        "newcomers",
        _("Newcomers"),
        _("Members who came for the first time and, above them, those who had come before."),
        chart(rows, columns=[_("for the first time"), _("again")], looks=["bar", "bar soft"]),
    )


def _absent(span: Span) -> Picture:
    rows = [
        _row(edition, [max(0, sum(evening.places.values()) - sum(evening.arrived.values()))])
        for edition, evening in span.evenings
        if evening.people
    ]
    return Picture(
        "absent",
        _("Empty chairs"),
        _("Places whose people did not come, on the evenings where people were counted at the door."),
        chart(rows, columns=[_("places")], looks=["bar"]),
    )


def _trades(span: Span) -> Picture:
    main = _came(span).filter(member__ranked_specialties__rank=1)
    families = main.values_list("edition", "member__ranked_specialties__specialty__family")
    year_of = {edition.pk: edition.starts.year for edition in span.editions}
    years: dict[int, Counter[str]] = defaultdict(Counter)
    for pk, family, people in families.annotate(total=Count("pk")):
        years[year_of[pk]][family] += people
    forgotten = [edition for edition in span.editions if edition.remembered is not None]
    shelves = dict(Specialty.objects.values_list("key", "family")) if forgotten else {}
    for edition in forgotten:
        keys = [key for _visibility, key in edition.remembered["seats"]]
        years[edition.starts.year].update(shelves[key] for key in keys if key in shelves)
    rows = [Row(str(year), str(year), [years[year][family] for family in Family.values]) for year in sorted(years)]
    return Picture(
        "trades",
        _("Trades over the years"),
        _("The main trades of those who came to these evenings, by family; whoever came twice in a year counts twice."),
        chart(
            rows,
            columns=[str(label) for label in Family.labels],
            looks=[f"bar family-{family}" for family in Family.values],
        ),
    )


def _hosts(span: Span) -> Picture:
    places = [edition.venue for edition in span.editions if edition.venue]
    hosted = Counter(host_key(venue) for venue in places)
    names = {host_key(venue): venue.host or venue.name for venue in places}
    order = sorted(hosted, key=lambda key: (-hosted[key], key))
    rows = [Row(names[key], str(place), [hosted[key]]) for place, key in enumerate(order, start=1)]
    return Picture(
        "hosts",
        _("Hosts"),
        _("How many of these evenings each host received."),
        chart(rows, columns=[_("cafés")], looks=["bar"]),
    )


def _distances(span: Span) -> Picture:
    rows = []
    for before, edition in pairwise([*span.before[-1:], *span.editions]):
        way = kilometres(before.venue, edition.venue) if before.venue and edition.venue else None
        if way is not None:
            rows.append(_row(edition, [round(way, 1)]))
    return Picture(
        "distances",
        _("Distances"),
        _("How far each café was from the one before, in kilometres as the crow flies, where both places are known."),
        chart(rows, columns=[pgettext("distance", "km")], looks=["bar"]),
    )


def _filling(span: Span) -> Picture:
    rows = [
        _row(edition, [_days(edition.filled_at - edition.published_at)])
        for edition in span.editions
        if edition.filled_at and edition.published_at
    ]
    return Picture(
        "filling",
        _("Time until full"),
        _("Days from the announcement until the last place was taken, for the cafés that filled up."),
        chart(rows, columns=[_("days")], looks=["bar"]),
    )


def _days(time: datetime.timedelta) -> float:
    return max(0.0, round(time / datetime.timedelta(days=1), 1))


PICTURES: dict[str, Callable[[Span], Picture]] = {
    "people": _people,
    "newcomers": _newcomers,
    "absent": _absent,
    "trades": _trades,
    "hosts": _hosts,
    "distances": _distances,
    "filling": _filling,
}
