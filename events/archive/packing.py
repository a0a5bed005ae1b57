"""Writing an archive, piece by piece: nobody holds more of it than a few editions, or one photo's chunk.

The same series makes the same bytes: fixed order, no clock, and nothing compressed, so that no version of a compressor
has a say.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import Prefetch, Q

from events import ics
from events.archive import facts
from events.models import Edition, PassedOver, RecapPhoto, Series
from members.spreadsheet import harmless
from venues.models import Venue

AT_ONCE = 50  # editions, or venues
CHUNK = 64 * 1024
COLUMNS = [
    "number",
    "date",
    "start",
    "end",
    "title",
    "venue",
    "host",
    "address",
    "postal_code",
    "city",
    "capacity",
    "status",
    "description",
]

Entry = tuple[str, Iterable[bytes]]


def pack(series: Series, *, with_contacts: bool = False) -> Iterator[bytes]:
    """The archive of a series; the contacts of its venues, and the notes on them, only where asked for."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:  # type: ignore[call-overload]
        for name, pieces in _entries(series, with_contacts=with_contacts):
            entry = zipfile.ZipInfo(name)  # of 1 January 1980, as early as a ZIP knows
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            with archive.open(entry, "w") as file:
                for piece in pieces:
                    file.write(piece)
                    if sink.size >= CHUNK:
                        yield sink.empty()
    yield sink.empty()


class _Sink:
    """Where the ZIP is written: a stream that is handed on and cannot be gone back in."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.size = 0

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        self.size += len(piece)
        return len(piece)

    def flush(self) -> None:
        """Nothing waits here."""

    def empty(self) -> bytes:
        pieces, self._pieces, self.size = self._pieces, [], 0
        return b"".join(pieces)


def _entries(series: Series, *, with_contacts: bool) -> Iterator[Entry]:
    """The editions come before the venues: whatever they name by then is known."""
    head = {
        "format": facts.FORMAT,
        "version": facts.VERSION,
        "series": facts.tell(series, facts.SERIES),
        "skipped_dates": [date.day.isoformat() for date in series.skipped_dates.order_by("day")],
    }
    yield "archive.json", [json.dumps(head, ensure_ascii=False, indent=1).encode()]
    used: dict[str, int] = {}
    yield "editions.jsonl", _told_editions(series, used)
    in_order = [used[slug] for slug in sorted(used)]
    yield "venues.jsonl", map(_line, _told_venues(in_order, with_contacts=with_contacts))
    for venue in _venues(in_order):
        for name, path in _pictures(venue):
            yield name, _content(path)
    for some in _editions(series):
        for edition in some:
            for name, path in _photos(edition):
                yield name, _content(path)
    yield "editions.csv", _table(series)
    yield "calendar.ics", _calendar(series)


def _line(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


# Editions -----------------------------------------------------------------------------------------------------------


def _editions(series: Series) -> Iterator[list[Edition]]:
    """All of them in the order of time, some at once."""
    notes = PassedOver.objects.select_related("venue").order_by("at", "venue__slug")
    rows = series.editions.order_by("starts_at", "pk").select_related("venue")
    agreed = RecapPhoto.objects.filter(consent_at__isnull=False, hidden_at__isnull=True).order_by("position", "pk")
    rows = rows.prefetch_related("specialties", Prefetch("passed_over", notes), Prefetch("photos", agreed))
    after = Q()
    while some := list(rows.filter(after)[:AT_ONCE]):
        for edition in some:
            edition.series = series
        yield some
        for edition in some:  # what is loaded with it points back at it: only the collector would free it, and late
            edition._prefetched_objects_cache.clear()  # type: ignore[attr-defined]
        last = some[-1]
        after = Q(starts_at__gt=last.starts_at) | Q(starts_at=last.starts_at, pk__gt=last.pk)


def _told_editions(series: Series, used: dict[str, int]) -> Iterator[bytes]:
    """A line for each edition; the venues that it names go into `used`."""
    for some in _editions(series):
        counts = Edition.objects.filter(pk__in=[edition.pk for edition in some]).in_bare_counts()
        for edition in some:
            notes = list(edition.passed_over.all())
            here = {path: name for name, path in _photos(edition)}
            used |= {venue.slug: venue.pk for venue in [edition.venue, *(note.venue for note in notes)] if venue}
            yield _line(
                {
                    **facts.tell(edition, facts.EDITION),
                    "venue": edition.venue.slug if edition.venue else None,
                    "specialties": sorted(specialty.key for specialty in edition.specialties.all()),
                    "passed_over": [
                        {"venue": note.venue.slug, **facts.tell(note, facts.PASSED_OVER)} for note in notes
                    ],
                    "questions": [{name: row[name] for name in facts.QUESTION} for row in edition.questions],
                    "links": edition.recap_links,
                    "photos": [
                        {"file": here[path], **facts.tell(photo, facts.PHOTO)}
                        for photo in edition.photos.all()
                        if (path := photo.image.name or "") in here
                    ],
                    "remembered": edition.remembered,
                    "attendance": [facts.tell(count, facts.COUNT) for count in counts[edition.pk]],
                }
            )


def _table(series: Series) -> Iterator[bytes]:
    """What is public as a table, which `import_editions` reads too."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for some in _editions(series):
        writer.writerows(map(_cells, (edition for edition in some if not edition.is_draft)))
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode()


def _cells(edition: Edition) -> list[str]:
    venue = edition.venue or Venue()
    return [
        str(edition.number or ""),
        f"{edition.starts:%Y-%m-%d}",
        f"{edition.starts:%H:%M}",
        f"{edition.ends:%Y-%m-%d %H:%M}",
        *map(harmless, [edition.theme, venue.name, venue.host, venue.address, venue.postal_code, venue.city]),
        str(edition.capacity),
        edition.status,
        harmless(edition.description),
    ]


def _calendar(series: Series) -> Iterator[bytes]:
    public = (edition for some in _editions(series) for edition in some if not edition.is_draft)
    rows = series.editions.order_by("starts_at")
    span = [edition.starts_at for edition in (rows.first(), rows.last()) if edition]
    return ics.pieces(public, name=series.name, zone=series.zone, span=span)


# Venues -------------------------------------------------------------------------------------------------------------


def _venues(keys: list[int]) -> Iterator[Venue]:
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        found = Venue.objects.prefetch_related("photos", "former").in_bulk(some)
        yield from (found[key] for key in some if key in found)


def _told_venues(keys: list[int], *, with_contacts: bool) -> Iterator[dict[str, Any]]:
    for venue in _venues(keys):
        here = {path: name for name, path in _pictures(venue)}
        yield {
            **facts.tell(venue, facts.VENUE + (facts.CONTACT if with_contacts else [])),
            "former": sorted(
                (facts.tell(former, facts.FORMER) for former in venue.former.all()), key=lambda told: told["slug"]
            ),
            "logo": here.get(venue.host_logo.name or ""),
            "photos": [
                {"file": here[path], "alt": photo.alt}
                for photo in venue.photos.all()
                if (path := photo.image.name or "") in here
            ],
        }


def _pictures(venue: Venue) -> Iterator[tuple[str, str]]:
    """The name in the archive and the path in the storage of each of its pictures that is there."""
    folder = f"photos/venues/{venue.slug}"
    yield from _there(f"{folder}/logo.webp", venue.host_logo.name)
    for number, photo in enumerate(venue.photos.all(), start=1):
        yield from _there(f"{folder}/{number}.webp", photo.image.name)


def _photos(edition: Edition) -> Iterator[tuple[str, str]]:
    """The same of the photos of an evening to which those on them agreed."""
    for number, photo in enumerate(edition.photos.all(), start=1):
        yield from _there(f"photos/editions/{edition.slug}/{number}.webp", photo.image.name)


def _there(name: str, path: str | None) -> Iterator[tuple[str, str]]:
    if path and default_storage.exists(path):
        yield name, path


def _content(path: str) -> Iterator[bytes]:
    with default_storage.open(path) as file:
        yield from file.chunks(CHUNK)
