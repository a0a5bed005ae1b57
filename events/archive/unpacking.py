"""Taking an archive in: a new series with its venues, editions and photos, or nothing at all.

Names in the archive are looked up and never used as paths: files are kept under names of our own.
"""

import datetime
import hashlib
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.images import get_image_dimensions
from django.core.files.storage import default_storage
from django.core.validators import URLValidator
from django.db import DatabaseError, transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from events.archive import facts
from events.archive.facts import Unfit, fill
from events.models import BareCount, Edition, PassedOver, RecapPhoto, Role, Series, SkippedDate, recap, recap_photo
from events.models.edition import SPECIALTIES_OF_A_THEME
from events.models.questions import QUESTION_AT_MOST, QUESTIONS_AT_MOST
from members.forms import OneLineField
from members.images import MEGABYTES_AT_MOST, UnusablePhoto, photo_of_ours, smaller
from members.models import Member, Specialty, Visibility
from venues.models import PEOPLE_AT_MOST, FormerVenue, Venue, VenuePhoto, name_key
from venues.models.photo import PHOTOS_AT_MOST, photo_path
from venues.models.venue import logo_path

LINE_AT_MOST = 1024 * 1024
ENTRIES_AT_MOST = 200_000
_KNOWN = re.compile(
    r"archive\.json|(?:editions|venues)\.jsonl|editions\.csv|calendar\.ics|photos/(?:[\w-]+/)+[\w-]+\.webp"
)
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    UnicodeError,
)
_KINDS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


@dataclass(frozen=True)
class Limits:
    """How much is taken in at once: bytes unpacked, as the archive says, for more than it says is never read; and lines
    of a file of records.
    """

    size: int = 4 * 1024 * 1024 * 1024
    lines: int = ENTRIES_AT_MOST


class NotTaken(Exception):
    """Nothing was taken in; the sentence says why and what to do."""


@dataclass
class Arrival:
    """What was taken in: the days of the evenings, in their order in the archive, and the names of the venues, new here
    or known. `left_out` are trades that are not in the inventory here.
    """

    series: Series
    days: list[datetime.date] = field(default_factory=list)
    venues: list[str] = field(default_factory=list)
    known_venues: list[str] = field(default_factory=list)
    photos: int = 0
    left_out: set[str] = field(default_factory=set)


def unpack(file: IO[bytes], *, organizers: Iterable[Member] = (), limits: Limits = Limits()) -> Arrival:
    """Makes the series of an archive, with these people as its owners; tells nobody.

    A venue that the café knows by its name stays as it is. Raises NotTaken, and has then changed nothing.
    """
    with unpacking(file, limits=limits) as make:
        return make(organizers)


def look_into(file: IO[bytes], *, limits: Limits) -> Arrival:
    """What would be made of an archive; nothing is kept of it. Raises NotTaken as `unpack` does.

    Of photos it sees only that they are there: they are drawn, and may be refused, when it is taken in.
    """
    with _opened(file) as archive:
        return _tried(archive, limits).arrival


@contextmanager
def unpacking(file: IO[bytes], *, limits: Limits = Limits()) -> Iterator[Callable[[Iterable[Member]], Arrival]]:
    """Hands over what makes the series, as `unpack` does, for these owners: for whoever has more to do with it at once.

    The photos are drawn before, so that the transaction begins after this: drawing takes a second for six of them, and
    on SQLite nobody else writes meanwhile. Their files go again where the series is not made in the end.
    """
    with _opened(file) as archive:
        photos = _Photos(archive)
        try:
            for wanted in _tried(archive, limits).wanted:
                photos.draw(wanted)
            yield partial(_made, archive, limits, photos)
        except BaseException:
            photos.taken.clear()
            raise
        finally:
            photos.discard_the_rest()


@contextmanager
def _opened(file: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except _BROKEN as error:
        raise NotTaken(_("The file is no archive of a series, or not a whole one.")) from error


def _tried(archive: zipfile.ZipFile, limits: Limits) -> "_Unpacking":
    with transaction.atomic():
        trial = _Unpacking(archive, limits)
        trial.run(())
        transaction.set_rollback(True)
    return trial


def _made(archive: zipfile.ZipFile, limits: Limits, photos: "_Photos", organizers: Iterable[Member]) -> Arrival:
    with transaction.atomic():
        return _Unpacking(archive, limits, photos).run(organizers)


@dataclass(frozen=True)
class _Wanted:
    """A photo that an archive needs here: its name there, where it is spoken of, and what names its files here."""

    name: str
    where: str
    path: Callable[[Any, str], str]
    has_small: bool


@dataclass(frozen=True)
class _Drawn:
    """A photo that has its files here."""

    image: str
    small: str
    digest: str
    width: int
    height: int


class _Photos:
    """The photos of an archive, drawn and kept before anything is made of it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.drawn: dict[_Wanted, list[_Drawn]] = {}
        self.kept: list[str] = []
        self.taken: set[str] = set()

    def draw(self, wanted: _Wanted) -> None:
        """Draws one as the house draws them, and keeps it."""
        with self.archive.open(wanted.name) as file:
            try:
                picture = photo_of_ours(ContentFile(file.read(MEGABYTES_AT_MOST * 1024 * 1024 + 1)))
            except UnusablePhoto as error:
                raise _refused(wanted.where, str(error)) from None
        digest = hashlib.sha256(picture.read()).hexdigest()
        small = smaller(picture) if wanted.has_small else None
        width, height = get_image_dimensions(picture)
        image = self._keep(wanted, picture)
        drawn = _Drawn(image, self._keep(wanted, small) if small else "", digest, width or 0, height or 0)
        self.drawn.setdefault(wanted, []).append(drawn)

    def _keep(self, wanted: _Wanted, picture: ContentFile) -> str:
        self.kept.append(default_storage.save(wanted.path(None, ""), picture))
        return self.kept[-1]

    def take(self, wanted: _Wanted) -> _Drawn:
        """One that was drawn, for good."""
        waiting = self.drawn.get(wanted)
        if not waiting:  # a venue that was known a moment ago is not any more
            raise NotTaken(_("The café has changed meanwhile. Please try again."))
        drawn = waiting.pop()
        self.taken |= {drawn.image, drawn.small}
        return drawn

    def discard_the_rest(self) -> None:
        """Files know no transaction: those that nobody took go here."""
        for name in self.kept:
            if name not in self.taken:
                default_storage.delete(name)


def _refused(where: str, reason: str) -> NotTaken:
    sentence = _("%(where)s: %(reason)s Nothing was taken in.")
    return NotTaken(sentence % {"where": where, "reason": reason.rstrip(".") + "."})


class _Unpacking:
    """One archive on its way in; without photos a trial, which only gathers which are wanted."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits, photos: _Photos | None = None) -> None:
        self.archive, self.limits, self.photos = archive, limits, photos
        self.entries = {entry.filename: entry for entry in archive.infolist()}
        self.venues: dict[str, Venue] = {}
        self.wanted: list[_Wanted] = []
        self.where = ""

    def run(self, organizers: Iterable[Member]) -> Arrival:
        self._must_be_harmless()
        self.arrival = Arrival(self._series())
        for member in organizers:
            self.arrival.series.appoint(member, Role.OWNER)
        for where, told in self._records("venues.jsonl"):
            self._attempt(where, self._venue, told)
        self._learn_trades()
        for where, told in self._records("editions.jsonl"):
            self._attempt(where, self._edition, told)
        return self.arrival

    def _must_be_harmless(self) -> None:
        entries = self.archive.infolist()
        is_odd = len(entries) > min(ENTRIES_AT_MOST, len(self.entries)) or any(
            not _KNOWN.fullmatch(entry.filename) or entry.compress_type not in _KINDS or entry.flag_bits & 1
            for entry in entries
        )
        if is_odd:
            raise NotTaken(_("The archive holds something that no archive of a series holds."))
        if sum(entry.file_size for entry in entries) > self.limits.size:
            sentence = _("The archive is larger than %(most)s when it is unpacked.")
            raise NotTaken(sentence % {"most": filesizeformat(self.limits.size)})

    def _attempt(self, where: str, act: Any, told: Any) -> None:
        """Does it; what is wrong is said with the place where it stands."""
        self.where = where
        try:
            with transaction.atomic():
                act(told)
        except Unfit as error:
            reason = str(error)
        except DatabaseError as error:
            reason = str(error).splitlines()[0][:200]
        else:
            return
        raise _refused(where, reason)

    # Reading --------------------------------------------------------------------------------------------------------

    def _entry(self, name: Any) -> zipfile.ZipInfo:
        entry = self.entries.get(name) if isinstance(name, str) else None
        if entry is None:
            raise NotTaken(_("%(file)s is missing in the archive.") % {"file": str(name)[:100]})
        return entry

    def _file(self, name: Any) -> IO[bytes]:
        return self.archive.open(self._entry(name))

    def _records(self, name: str) -> Iterator[tuple[str, Any]]:
        """Each line of a file of records, and where it stands."""
        with self._file(name) as file:
            number = 0
            while line := file.readline(LINE_AT_MOST + 1):
                number += 1
                if number > self.limits.lines:
                    sentence = _("%(file)s has more than %(most)s lines.")
                    raise NotTaken(sentence % {"file": name, "most": self.limits.lines})
                where = _("%(file)s, line %(number)s") % {"file": name, "number": number}
                yield where, _parsed(line, where)

    # Making ---------------------------------------------------------------------------------------------------------

    def _series(self) -> Series:
        with self._file("archive.json") as file:
            head = _parsed(file.read(LINE_AT_MOST + 1), "archive.json")
        if not isinstance(head, dict) or head.get("format") != facts.FORMAT:
            raise NotTaken(_("The file is no archive of a series, or not a whole one."))
        if not isinstance(head.get("version"), int) or not 1 <= head["version"] <= facts.VERSION:
            raise NotTaken(_("The archive was made by a newer café: bring this one up to date first."))
        series = Series()
        self._attempt("archive.json", self._make_series, (series, head))
        return series

    def _make_series(self, told: tuple[Series, dict[str, Any]]) -> None:
        series, head = told
        fill(series, facts.SERIES, head.get("series"))
        if not series.slug or not series.name:
            raise Unfit(_("The series has no name."))
        if Series.objects.filter(slug=series.slug).exists():
            raise NotTaken(_("A series with the address “%(slug)s” is here already.") % {"slug": series.slug})
        series.save(force_insert=True)
        for day in _list(head, "skipped_dates"):
            skipped = SkippedDate(series=series)
            fill(skipped, ["day"], {"day": day})
            skipped.save(force_insert=True)

    def _venue(self, told: Any) -> None:
        venue = Venue()
        fill(venue, facts.VENUE + facts.CONTACT, told)
        slug = venue.slug
        if not slug or not venue.name or slug in self.venues:
            raise Unfit(_("A venue has a name, and an address that no other one has."))
        if known := Venue.objects.named(venue.name):
            self.venues[slug] = known
            self.arrival.known_venues.append(known.name)
            return
        venue.name_key = name_key(venue.name)
        if Venue.objects.by_slug(slug):  # another one has this address on the site
            venue.slug = Venue.open(venue.name).slug
        if told.get("logo") and (logo := self._photo(told["logo"], logo_path, has_small=False)):
            venue.host_logo = logo.image
        venue.save(force_insert=True)
        for row in _list(told, "former"):
            former = FormerVenue(venue=venue)
            fill(former, facts.FORMER, row)
            former.name_key = name_key(former.name)
            former.save(force_insert=True)
        self._hang(venue, _list(told, "photos"))
        self.venues[slug] = venue
        self.arrival.venues.append(venue.name)

    def _hang(self, venue: Venue, photos: list[Any]) -> None:
        if len(photos) > PHOTOS_AT_MOST:
            raise Unfit(_("A venue has up to %(most)s photos.") % {"most": PHOTOS_AT_MOST})
        for position, row in enumerate(photos, start=1):
            photo = VenuePhoto(venue=venue, position=position)
            fill(photo, ["alt"], row)
            if drawn := self._photo(row.get("file"), photo_path):
                photo.image, photo.small = drawn.image, drawn.small
                photo.save(force_insert=True)
            self.arrival.photos += 1

    def _photo(self, name: Any, path: Callable[[Any, str], str], *, has_small: bool = True) -> _Drawn | None:
        """The photo of this name, drawn before; None in a trial, which only looks whether it is there."""
        self._entry(name)
        wanted = _Wanted(name, self.where, path, has_small)
        if self.photos is not None:
            return self.photos.take(wanted)
        self.wanted.append(wanted)
        return None

    def _learn_trades(self) -> None:
        rows = list(Specialty.objects.select_related("merged_into"))
        self.trades = {row.key: row.merged_into or row for row in rows}

    def _edition(self, told: Any) -> None:
        edition = Edition(series=self.arrival.series)
        fill(edition, facts.EDITION, told)
        if not edition.slug:
            raise Unfit(_("An edition has an address."))
        edition.venue = self._named(told["venue"]) if told.get("venue") else None
        edition.remembered = _memory(told.get("remembered"))
        edition.recap_links = _links(told)
        edition.questions = _questions(told)
        edition.save(force_insert=True)
        keys = {key for key in _list(told, "specialties") if isinstance(key, str)}
        self.arrival.left_out |= keys - self.trades.keys()
        trades = {self.trades[key] for key in keys & self.trades.keys()}
        if len(trades) > SPECIALTIES_OF_A_THEME:
            raise Unfit(_("A theme is about up to five trades."))
        edition.specialties.set(trades)
        for row in _list(told, "passed_over"):
            note = PassedOver(edition=edition)
            fill(note, facts.PASSED_OVER, row)
            note.venue = self._named(row.get("venue"))
            note.save(force_insert=True)
        for row in _list(told, "attendance"):
            count = BareCount(edition=edition)
            fill(count, facts.COUNT, row)
            count.save(force_insert=True)
        self._show(edition, _list(told, "photos"))
        self.arrival.days.append(edition.starts.date())

    def _show(self, edition: Edition, photos: list[Any]) -> None:
        if len(photos) > recap.PHOTOS_AT_MOST:
            raise Unfit(_("An evening has up to %(most)s photos.") % {"most": recap.PHOTOS_AT_MOST})
        for position, row in enumerate(photos, start=1):
            photo = RecapPhoto(edition=edition, position=position)
            fill(photo, facts.PHOTO, row)
            if drawn := self._photo(row.get("file"), recap_photo.photo_path):
                # Given an image later, a row opens its file to measure it.
                photo = RecapPhoto(edition=edition, position=position, **asdict(drawn))
                fill(photo, facts.PHOTO, row)
                photo.save(force_insert=True)
            self.arrival.photos += 1

    def _named(self, slug: Any) -> Venue:
        if not isinstance(slug, str) or slug not in self.venues:
            raise Unfit(_("The venue “%(venue)s” is not in the archive.") % {"venue": str(slug)[:80]})
        return self.venues[slug]


def _links(told: dict[str, Any]) -> list[list[str]]:
    """The pages to read next, each a title and an address of the web."""
    links = _list(told, "links")
    is_fit = len(links) <= recap.LINKS_AT_MOST and all(
        isinstance(link, list) and len(link) == 2 and all(isinstance(part, str) and len(part) <= 500 for part in link)
        for link in links
    )
    try:
        for _title, address in links if is_fit else [("", "")]:
            URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        raise Unfit(_("A link to read next has a title and an address of the web; there are twelve at most.")) from None
    return links


def _questions(told: dict[str, Any]) -> list[dict[str, Any]]:
    """What whoever comes is asked, as the form of an edition would have kept it."""
    questions = [_question(row) for row in _list(told, "questions")]
    if len(questions) > QUESTIONS_AT_MOST or len({row["words"] for row in questions}) < len(questions):
        raise Unfit(_("An edition asks three questions at most, and none of them twice."))
    return questions


def _question(row: Any) -> dict[str, Any]:
    told = row if isinstance(row, dict) else {}
    words, is_required = told.get("words"), told.get("is_required", False)
    is_fit = isinstance(words, str) and facts.is_showable(words) and isinstance(is_required, bool)
    try:
        is_fit = is_fit and OneLineField(max_length=QUESTION_AT_MOST).clean(words) == words
    except ValidationError:
        is_fit = False
    if not is_fit:
        raise Unfit(_("A question has up to %(most)s characters, and is required or not.") % {"most": QUESTION_AT_MOST})
    return {"words": words, "is_required": is_required}


def _memory(told: Any) -> dict[str, Any] | None:
    """What an edition remembers of people whom it has forgotten, in the shape that `become_numbers` gives it."""
    if told is None:
        return None
    try:
        seats = [[Visibility(visibility).value, key] for visibility, key in told["seats"]]
        counts = {name: told[name] for name in ("newcomers", "again")}
    except (KeyError, TypeError, ValueError):
        seats, counts = [], {"newcomers": -1}
    is_fit = all(key is None or isinstance(key, str) for _visibility, key in seats)
    if not is_fit or not all(type(count) is int and 0 <= count <= PEOPLE_AT_MOST for count in counts.values()):
        raise Unfit(_("“%(name)s” is not what an evening remembers.") % {"name": "remembered"})
    return {"seats": seats, **counts}


def _parsed(text: bytes, where: str) -> Any:
    try:
        if len(text) <= LINE_AT_MOST:
            return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        pass
    raise NotTaken(_("%(where)s cannot be read.") % {"where": where})


def _refuse(constant: str) -> None:
    """Infinity and NaN are no JSON (RFC 8259, 6)."""
    raise ValueError(constant)


def _list(told: dict[str, Any], name: str) -> list[Any]:
    rows = told.get(name, [])
    if not isinstance(rows, list):
        raise Unfit(_("“%(name)s” is not a list.") % {"name": name})
    return rows
