"""The life of a series in pictures: who came, who was new or stayed away, the trades, the hosts, how fast it filled.

Everything is read from the editions that were; nothing is kept for it. Each picture is a chart and the rows behind it.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Count, Min, Q, Window
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.charts import Chart, Row, chart
from events.forecast import Evening, expect
from events.models import Edition, Rsvp, Series
from events.models.rsvp import RsvpQuerySet
from events.rotation import host_key, kilometres
from members.models import Family, Specialty

Evenings = Sequence[tuple[Edition, Evening]]
EVENINGS = 60  # five years of a monthly café; older ones are in the exports


@dataclass(frozen=True)
class Picture:
    """One chart with its title, and the sentence that says what it shows and what it leaves out."""

    key: str
    title: str
    sentence: str
    chart: Chart


def pictures(series: Series) -> list[Picture]:
    """All pictures of the series' latest evenings, oldest first; as many queries for one as for sixty."""
    editions = list(series.editions.published().past().select_related("venue")[:EVENINGS])[::-1]
    for edition in editions:
        edition.series = series  # spares a query for each
    learnt = Edition.objects.filter(pk__in=[edition.pk for edition in editions]).evenings()
    evenings = [(edition, learnt[edition.pk]) for edition in editions]
    return [
        _people(evenings),
        _newcomers(series, evenings),
        _absent(evenings),
        _trades(series, evenings),
        _hosts(editions),
        _distances(editions),
        _filling(editions),
    ]


def _row(edition: Edition, values: Sequence[float], expected: float | None = None) -> Row:
    number = str(edition.number or "")
    day = f"{edition.starts:%Y-%m-%d}"
    name = _("No. %(number)s, %(day)s") % {"number": number, "day": day} if number else day
    return Row(name, number or f"{edition.starts:%m/%y}", values, expected)


def _people(evenings: Evenings) -> Picture:
    history: list[Evening] = []
    rows = []
    for edition, evening in evenings:
        came = evening.people or sum(evening.places.values())
        rows.append(_row(edition, [came], expect(evening, history) if evening.people else None))
        if evening.people:
            history.append(evening)
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


def _came(evenings: Evenings) -> RsvpQuerySet:
    """The parties that came: those seen at the door or, where nobody was counted, those with a place."""
    counted = [edition.pk for edition, evening in evenings if evening.people]
    others = [edition.pk for edition, evening in evenings if not evening.people]
    return Rsvp.objects.filter(
        Q(edition__in=counted, arrived__gt=0) | Q(edition__in=others, status=Rsvp.Status.GOING)
    ).order_by()


def _newcomers(series: Series, evenings: Evenings) -> Picture:
    """Each member's first evening is found once, by a window: asking for it anew for each RSVP takes minutes."""
    is_counted = {edition.pk: bool(evening.people) for edition, evening in evenings}
    had = Rsvp.objects.filter(
        Q(arrived__gt=0) | Q(status=Rsvp.Status.GOING),
        edition__series=series,
        edition__status=Edition.Status.PUBLISHED,
    ).order_by()
    facts = ("edition", "edition__starts_at", "arrived", "status", "member__first_came_at", "since")
    first = Window(Min("edition__starts_at"), partition_by="member")
    found: dict[int, list[int]] = {each.pk: [0, 0] for each, _evening in evenings}
    for pk, starts_at, arrived, status, came_at, since in had.annotate(since=first).values_list(*facts):
        if pk in found and (arrived if is_counted[pk] else status == Rsvp.Status.GOING):
            found[pk][since < starts_at or (came_at is not None and came_at < starts_at)] += 1
    for each, _evening in evenings:
        if each.remembered is not None:
            found[each.pk] = [each.remembered["newcomers"], each.remembered["again"]]
    rows = [_row(each, found[each.pk]) for each, _evening in evenings]
    return Picture(
        "newcomers",
        _("Newcomers"),
        _("Members who came for the first time and, above them, those who had had a place before."),
        chart(rows, columns=[_("for the first time"), _("again")], looks=["bar", "bar soft"]),
    )


def _absent(evenings: Evenings) -> Picture:
    rows = [
        _row(edition, [max(0, sum(evening.places.values()) - sum(evening.arrived.values()))])
        for edition, evening in evenings
        if evening.people
    ]
    return Picture(
        "absent",
        _("Empty chairs"),
        _("Places whose people did not come, on the evenings where people were counted at the door."),
        chart(rows, columns=[_("places")], looks=["bar"]),
    )


def _trades(series: Series, evenings: Evenings) -> Picture:
    main = _came(evenings).filter(member__ranked_specialties__rank=1)
    families = main.values_list("edition__starts_at", "member__ranked_specialties__specialty__family")
    years: dict[int, Counter[str]] = defaultdict(Counter)
    for starts_at, family, people in families.annotate(total=Count("pk")):
        years[starts_at.astimezone(series.zone).year][family] += people
    forgotten = [edition for edition, _evening in evenings if edition.remembered is not None]
    shelves = dict(Specialty.objects.values_list("key", "family")) if forgotten else {}
    for edition in forgotten:
        keys = [key for _visibility, key in edition.remembered["seats"]]
        years[edition.starts.year].update(shelves[key] for key in keys if key in shelves)
    rows = [Row(str(year), str(year), [years[year][family] for family in Family.values]) for year in sorted(years)]
    return Picture(
        "trades",
        _("Trades over the years"),
        _("The main trades of those who came, by family; whoever came twice in a year counts twice."),
        chart(
            rows,
            columns=[str(label) for label in Family.labels],
            looks=[f"bar family-{family}" for family in Family.values],
        ),
    )


def _hosts(editions: Sequence[Edition]) -> Picture:
    hosted = Counter(host_key(edition.venue) for edition in editions if edition.venue)
    names = {host_key(edition.venue): edition.venue.host or edition.venue.name for edition in editions if edition.venue}
    order = sorted(hosted, key=lambda key: (-hosted[key], key))
    rows = [Row(names[key], str(place), [hosted[key]]) for place, key in enumerate(order, start=1)]
    return Picture(
        "hosts",
        _("Hosts"),
        _("How many of these evenings each host received."),
        chart(rows, columns=[_("cafés")], looks=["bar"]),
    )


def _distances(editions: Sequence[Edition]) -> Picture:
    rows = []
    for before, edition in pairwise(editions):
        way = kilometres(before.venue, edition.venue) if before.venue and edition.venue else None
        if way is not None:
            rows.append(_row(edition, [round(way, 1)]))
    return Picture(
        "distances",
        _("Distances"),
        _("How far each café was from the one before, in kilometres as the crow flies, where both places are known."),
        chart(rows, columns=[pgettext("distance", "km")], looks=["bar"]),
    )


def _filling(editions: Sequence[Edition]) -> Picture:
    rows = [
        _row(edition, [_days(edition.filled_at - edition.published_at)])
        for edition in editions
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
