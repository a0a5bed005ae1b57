"""Making editions of a history: which are new, which are known, and what could not be taken."""

import datetime
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.cadence import derive
from events.history.entry import YEARS, Entry, History, Place, Refused, Remark
from events.history.words import cut, markdown_line, markdown_list, markdown_text, one_line
from events.models import Edition, Series
from events.models.series import known_rule
from events.wallclock import NoSuchTime, TimeTwice, instant
from members.folding import fold
from venues.models import PEOPLE_AT_MOST, Venue, name_key

USUAL_START = datetime.time(19, 0)
LASTS_AT_MOST = datetime.timedelta(days=7)
_THEME_AT_MOST = 120
_PROGRAMME_AT_MOST = 20_000
_ANY_DAY = datetime.date(2000, 1, 1)
_EDITIONS = uuid.UUID("6f0c6a2e-3d0b-5a57-9c1f-1b1f0e5d2a09")  # the name space of imported editions' identifiers


@dataclass
class Report:
    """What taking a history did: the editions and venues made, those found, and a sentence for each other line.

    `cadence` is the one that it gave to a series that had none.
    """

    series: Series
    is_new_series: bool
    notes: list[str]
    problems: list[Remark]
    remarks: list[Remark] = field(default_factory=list)
    taken: list[tuple[int, Edition]] = field(default_factory=list)
    found: list[tuple[int, Edition]] = field(default_factory=list)
    venues: list[Venue] = field(default_factory=list)
    cadence: str = ""

    @property
    def known(self) -> int:
        """How many lines tell of an edition that the series has already."""
        return len(self.found)

    @property
    def is_empty(self) -> bool:
        """Whether no line was taken or known."""
        return not self.taken and not self.known


@dataclass
class _Evening:
    """An entry and the moments that it means on the clocks of the series."""

    entry: Entry
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    day: datetime.date
    uid: uuid.UUID


def take(
    history: History,
    slug: str,
    *,
    name: str = "",
    cadence: str = "",
    at: datetime.time | None = None,
    is_trial: bool = False,
) -> Report:
    """Makes the editions of a history that the series does not have, published and without telling anybody.

    A series that does not exist is made, with the cadence given or the one most dates follow; lines without a time
    begin `at` that time, or at the usual one. What is known stays as it is, so that a second time changes nothing. A
    trial does the same and keeps none of it. Raises ValidationError for a slug, name or cadence that no series has.
    """
    if cadence:
        known_rule(cadence)
    with transaction.atomic():
        series = Series.objects.select_for_update().filter(slug=slug).first()
        report = Report(
            series=series or _new_series(slug, name, at, history),
            is_new_series=series is None,
            notes=list(history.notes),
            problems=list(history.problems),
        )
        evenings = list(_evenings(history.entries, report, at))
        series = report.series
        if not series.cadence and evenings:
            series.cadence = report.cadence = cadence.strip() or derive({evening.day for evening in evenings})
            if series.pk:
                series.save(update_fields=["cadence"])
        new = _unknown(evenings, report)
        if new and series.pk is None:
            series.save()
        _write(new, report)
        report.problems.sort(key=lambda problem: problem.line)
        report.remarks.sort(key=lambda remark: remark.line)
        if is_trial:
            transaction.set_rollback(True)
    return report


# The series ---------------------------------------------------------------------------------------------------------


def _new_series(slug: str, name: str, at: datetime.time | None, history: History) -> Series:
    """A series that fits the history, not saved yet."""
    series = Series(slug=slug, name=name or slug.replace("-", " ").replace("_", " ").capitalize())
    zones = Counter(str(zone) for entry in history.entries if (zone := _zone(entry)))
    named = history.time_zone or next((zone for zone, _times in zones.most_common(1)), "")
    if named:
        series.time_zone = named
        try:
            series.clean_fields(exclude={field.name for field in Series._meta.fields} - {"time_zone"})
        except ValidationError:
            series.time_zone = Series().time_zone
    times = Counter(time for entry in history.entries if (time := _time(entry, series.zone)))
    series.start_time = at or next((time for time, _times in times.most_common(1)), USUAL_START)
    evening = datetime.datetime.combine(_ANY_DAY, series.start_time)
    latest = datetime.datetime.combine(_ANY_DAY, datetime.time(23, 59))
    series.end_time = max(min(evening + datetime.timedelta(hours=2, minutes=30), latest), evening).time()
    series.full_clean()
    return series


def _zone(entry: Entry) -> ZoneInfo | None:
    zone = entry.start.tzinfo if isinstance(entry.start, datetime.datetime) else None
    return zone if isinstance(zone, ZoneInfo) and zone.key != "UTC" else None


def _time(entry: Entry, zone: ZoneInfo) -> datetime.time | None:
    """The time of day that the entry tells, in the zone."""
    start = entry.start
    if not isinstance(start, datetime.datetime):
        return None
    return (start.astimezone(zone) if start.tzinfo else start).time().replace(tzinfo=None, fold=0, microsecond=0)


# Which evenings -----------------------------------------------------------------------------------------------------


def _evenings(entries: Iterable[Entry], report: Report, at: datetime.time | None) -> Iterator[_Evening]:
    """The entries that mean an evening, each number and identifier once; the others are reported."""
    series = report.series
    numbers: dict[int, int] = {}
    sources: dict[uuid.UUID, int] = {}
    for entry in entries:
        try:
            starts_at, ends_at = _moments(entry, series, at)
            if entry.capacity is not None and not 1 <= entry.capacity <= PEOPLE_AT_MOST:
                raise Refused(_("An edition holds from 1 to 10,000 people."))
            day = starts_at.astimezone(series.zone).date()
            uid = uuid.uuid5(_EDITIONS, f"{series.slug}/{_identity(entry, day)}")
            if entry.number in numbers:
                raise Refused(
                    _("Number %(number)s is on line %(line)s already.")
                    % {"number": entry.number, "line": numbers[entry.number]}
                )
            if uid in sources:
                raise Refused(_("The same evening is on line %(line)s already.") % {"line": sources[uid]})
        except Refused as refused:
            report.problems.append(Remark(entry.line, str(refused)))
            continue
        if entry.number:
            numbers[entry.number] = entry.line
        sources[uid] = entry.line
        yield _Evening(entry, starts_at, ends_at, day, uid)


def _identity(entry: Entry, day: datetime.date) -> str:
    """What stays the same of an evening when its file is written anew."""
    if entry.source:
        return f"uid/{entry.source}"
    if entry.number:
        return f"number/{entry.number}"
    return f"label/{entry.label}" if entry.label else f"day/{day.isoformat()}"


def _moments(entry: Entry, series: Series, at: datetime.time | None) -> tuple[datetime.datetime, datetime.datetime]:
    """When the evening starts and ends. Raises Refused for times that no clock shows, or in the wrong order."""
    start = entry.start
    if not isinstance(start, datetime.datetime):
        start = datetime.datetime.combine(start, at or series.start_time)
    starts_at = _instant(start, series.zone)
    if starts_at.astimezone(series.zone).year not in YEARS:
        raise Refused(_("The year %(year)s is not between 1900 and 2100.") % {"year": starts_at.year})
    end = entry.end
    if end is None:
        ends_at = starts_at + _usual_length(series)
    elif isinstance(end, datetime.timedelta):
        ends_at = starts_at + min(end, 2 * LASTS_AT_MOST)
    elif isinstance(end, datetime.datetime):
        ends_at = _instant(end, series.zone)
    else:
        wall = _wall(start, series.zone)
        finish = datetime.datetime.combine(wall, end.replace(tzinfo=None))
        if finish < wall - datetime.timedelta(hours=12):  # after midnight
            finish += datetime.timedelta(days=1)
        ends_at = _instant(finish.replace(tzinfo=end.tzinfo), series.zone)
    if ends_at <= starts_at:
        raise Refused(_("The end comes before the start."))
    if ends_at - starts_at > LASTS_AT_MOST:
        raise Refused(_("This lasts longer than a week."))
    return starts_at, ends_at


def _instant(moment: datetime.datetime, zone: ZoneInfo) -> datetime.datetime:
    own_zone = moment.tzinfo or zone
    if not isinstance(own_zone, ZoneInfo):
        return moment.astimezone(datetime.UTC)
    try:
        return instant(moment.date(), moment.time(), own_zone)
    except NoSuchTime:
        raise Refused(
            _("%(moment)s does not exist: the clocks skip it.") % {"moment": f"{moment:%Y-%m-%d %H:%M}"}
        ) from None
    except TimeTwice:
        raise Refused(
            _("%(moment)s exists twice: the clocks are put back over it.") % {"moment": f"{moment:%Y-%m-%d %H:%M}"}
        ) from None


def _wall(moment: datetime.datetime, zone: ZoneInfo) -> datetime.datetime:
    return (moment.astimezone(zone) if moment.tzinfo else moment).replace(tzinfo=None)


def _usual_length(series: Series) -> datetime.timedelta:
    """From the usual start to the usual end, which may come after midnight."""
    start = datetime.datetime.combine(_ANY_DAY, series.start_time)
    end = datetime.datetime.combine(_ANY_DAY, series.end_time)
    return end - start if end > start else end - start + datetime.timedelta(days=1)


# Which are known ------------------------------------------------------------------------------------------------------


def _unknown(evenings: list[_Evening], report: Report) -> list[_Evening]:
    """The evenings that the series does not have; the others are counted, and where they differ reported.

    One is known by its number, or by its identifier, or by its day where no other line has that edition.
    """
    series = report.series
    editions = (
        list(series.editions.select_related("venue").prefetch_related("venue__former").order_by("pk"))
        if series.pk
        else []
    )
    for edition in editions:
        edition.series = series
    by_number = {edition.number: edition for edition in editions if edition.number}
    by_uid = {edition.uid: edition for edition in editions}
    found: dict[int, Edition] = {}
    for evening in evenings:
        known = (evening.entry.number and by_number.get(evening.entry.number)) or by_uid.get(evening.uid)
        if known:
            found[evening.entry.line] = known
    claimed = {edition.pk for edition in found.values()}
    by_day: dict[datetime.date, list[Edition]] = {}
    for edition in editions:
        if edition.pk not in claimed:
            by_day.setdefault(edition.starts.date(), []).append(edition)
    new: list[_Evening] = []
    for evening in evenings:
        known = found.get(evening.entry.line)
        if known is None and not evening.entry.number and by_day.get(evening.day):
            known = by_day[evening.day].pop(0)
        if known is None:
            new.append(evening)
            continue
        report.found.append((evening.entry.line, known))
        report.remarks += [Remark(evening.entry.line, sentence) for sentence in _differences(evening, known)]
    return new


def _differences(evening: _Evening, edition: Edition) -> Iterator[str]:
    """What the file says otherwise than the café about an edition that it knows."""
    entry = evening.entry
    names = {"edition": edition.slug}
    zone = edition.series.zone
    if isinstance(entry.start, datetime.datetime):
        here, there = f"{edition.starts:%Y-%m-%d %H:%M}", f"{evening.starts_at.astimezone(zone):%Y-%m-%d %H:%M}"
    else:
        here, there = f"{edition.starts:%Y-%m-%d}", evening.day.isoformat()
    if here != there:
        yield _("%(edition)s stays on %(here)s, though the file says %(there)s.") % {
            **names,
            "here": here,
            "there": there,
        }
    if entry.place and (edition.venue is None or not edition.venue.goes_by(entry.place.name)):
        here = edition.venue.name if edition.venue else ""
        there = entry.place.name
        if here:
            yield _("%(edition)s stays at %(here)s, though the file says %(there)s.") % {
                **names,
                "here": here,
                "there": there,
            }
        else:
            yield _("%(edition)s stays without a venue, though the file says %(there)s.") % {**names, "there": there}
    if entry.is_cancelled and not edition.is_cancelled:
        yield _("%(edition)s is not cancelled here, though the file says so.") % names


# Writing --------------------------------------------------------------------------------------------------------------


def _write(evenings: list[_Evening], report: Report) -> None:
    """Makes the editions, each line for itself: one that the database refuses leaves nothing and stops no other."""
    if not evenings:
        return
    series = report.series
    now = timezone.now()
    numbers = set(series.editions.exclude(number=None).values_list("number", flat=True))
    numbers |= {each.entry.number for each in evenings if each.entry.number}
    addresses = set(Edition.objects.filter(slug__startswith=f"{series.slug}-").values_list("slug", flat=True))
    venues = Venue.objects.by_name_key()
    for evening in evenings:
        entry = evening.entry
        number = entry.number
        if (
            entry.title_number and entry.title_number not in numbers
        ):  # one that stands in a title gives way to those that were told
            number = entry.title_number
            numbers.add(number)
        new_venue = None
        try:
            with transaction.atomic():
                venue = venues.get(name_key(entry.place.name)) if entry.place else None
                if entry.place and venue is None:
                    venue = new_venue = _open(entry.place)
                edition = _edition(evening, series, number, venue, now)
                edition.take_address(addresses)
                edition.save(force_insert=True)
        except DatabaseError as error:
            sentence = _("The database refused this line: %(error)s") % {"error": one_line(str(error))[:200]}
            report.problems.append(Remark(entry.line, sentence))
            continue
        addresses.add(edition.slug)
        if new_venue:
            venues[new_venue.name_key] = new_venue
            report.venues.append(new_venue)
        elif venue and entry.place:
            report.remarks += [Remark(entry.line, sentence) for sentence in _other_address(entry.place, venue)]
        if entry.link and not _is_web_address(entry.link):
            sentence = _("The link is no web address and was left out: %(link)s") % {"link": entry.link[:100]}
            report.remarks.append(Remark(entry.line, sentence))
        report.taken.append((entry.line, edition))


def _open(place: Place) -> Venue:
    venue = Venue.open(
        place.name, host=place.host, address=place.address, postal_code=place.postal_code, city=place.city
    )
    venue.save(force_insert=True)
    return venue


def _other_address(place: Place, venue: Venue) -> Iterator[str]:
    """A known venue keeps its address; that of a namesake elsewhere is worth a word."""
    here, there = name_key(venue.address), name_key(place.address)
    if here and there and here not in there and there not in here:
        yield _("%(venue)s is known at %(here)s; the file says %(there)s.") % {
            "venue": venue.name,
            "here": venue.address,
            "there": place.address,
        }


def _edition(
    evening: _Evening, series: Series, number: int | None, venue: Venue | None, now: datetime.datetime
) -> Edition:
    entry = evening.entry
    title = _theme(entry, series, number)
    theme = cut(" · ".join(part for part in (entry.label, title) if part), _THEME_AT_MOST)
    return Edition(
        series=series,
        number=number,
        theme=theme,
        description=_programme(entry, "" if title in theme else title),
        starts_at=evening.starts_at,
        ends_at=evening.ends_at,
        venue=venue,
        capacity=entry.capacity or Edition.usual_capacity(venue),
        status=Edition.Status.CANCELLED if entry.is_cancelled else Edition.Status.PUBLISHED,
        uid=evening.uid,
        published_at=min(now, evening.starts_at),
    )


def _theme(entry: Entry, series: Series, number: int | None) -> str:
    """The title of the evening without the series' own name and number, which stand before it anyway."""
    title = one_line(entry.title)
    if number and number == entry.title_number:
        title = re.sub(rf"\s*(?:#\s?|n[°º]\s?|no\.\s?)0*{number}\b", " ", title, count=1, flags=re.IGNORECASE)
    name = one_line(series.name)
    if fold(title[: len(name)]) == fold(name) and re.match(r"\s*(?:$|[-–—:|·,/])", title[len(name) :]):
        title = title[len(name) :]
    return title.strip(" \t-–—:|·,/")


def _programme(entry: Entry, title: str) -> str:
    """Markdown: the title where the theme had to cut it, the topics as a list, the description, and the link."""
    link = markdown_line(entry.link) if _is_web_address(entry.link) and entry.link not in entry.description else ""
    said = {entry.link, *entry.description.split()}
    where = markdown_line(entry.whereabouts) if entry.whereabouts not in said else ""
    parts = [markdown_line(title), markdown_list(entry.topics), markdown_text(entry.description), where]
    text = cut("\n\n".join(part for part in parts if part), _PROGRAMME_AT_MOST - len(link) - 2)
    return "\n\n".join(part for part in (text, link) if part)


def _is_web_address(link: str) -> bool:
    return bool(re.fullmatch(r"https?://[^\s<>\"\\]{1,2000}", link, re.IGNORECASE))
