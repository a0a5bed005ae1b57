"""The reader of tables: CSV with commas, semicolons or tabs, its columns recognised by their names."""

import csv
import datetime
import io
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.history import moments, places
from events.history.entry import ROWS_AT_MOST, Entry, History, Refused, Remark, Unreadable
from events.history.words import clean, one_line
from members.folding import fold

# The names of each column, without accents, capitals, blanks and punctuation.
COLUMNS = {
    "number": "number no n nr num numero edition numeroedition editionnumber",
    "date": "date day jour le quand when dateedition startdate datedebut eventdate",
    "start": "start starts startat startsat starttime time begins heure horaire debut heuredebut heurededebut",
    "end": "end ends endat endsat endtime fin heurefin heuredefin",
    "venue": "venue place location lieu salle ou where venuename nomdulieu",
    "host": "host hote hostorganisation hostorganization organisationhote hostedby accueil accueillipar chez",
    "address": "address adresse street rue venueaddress adressedulieu",
    "postal_code": "postalcode postcode zip zipcode cp codepostal",
    "city": "city town ville commune",
    "link": "link url lien page web website site adresseweb eventurl",
    "topics": "topics topic talks talk sujets sujet presentations conferences interventions",
    "title": "title theme titre nom name eventname intitule summary",
    "description": "description programme program agenda notes details presentation resume",
    "capacity": "capacity capacite places seats jauge nombredeplaces placesmax",
    "status": "status statut etat",
}
_COLUMN_OF = {name: column for column, names in COLUMNS.items() for name in names.split()}
COLUMNS_AT_MOST = 200
_CANCELLED = ("cancel", "annul")
_DRAFT = ("draft", "brouillon")
csv.field_size_limit(131_072)


def read(text: str) -> History:
    """The evenings of a table. Raises Unreadable where its first line names no column of dates."""
    lines = list(io.StringIO(text, newline=None))
    first = next((number for number, line in enumerate(lines) if line.strip(" \t\n,;")), len(lines))
    if first < len(lines) and re.fullmatch(r"sep=.", lines[first].strip()):  # what Excel writes for itself
        first += 1
    header, delimiter = _header(lines[first] if first < len(lines) else "")
    if "date" not in header and "start" not in header:
        raise Unreadable(
            _("No column of this table is called “date”. Its first line has: %(columns)s.")
            % {"columns": one_line(lines[first])[:200] if first < len(lines) else "–"}
        )
    history = History(notes=_notes(lines[first], delimiter, header))
    rows = 0
    for line, cells in _records(lines, first + 1, delimiter):
        if cells is not None and not any(cell.strip() for cell in cells):
            continue
        rows += 1
        if rows > ROWS_AT_MOST:
            raise Unreadable(_("The table has more than %(most)s lines: cut it in parts.") % {"most": ROWS_AT_MOST})
        try:
            if cells is None:
                raise Refused(_("The cells of this line cannot be told apart: do its quotation marks match?"))
            history.entries.append(_entry(line, header, cells))
        except Refused as refused:
            history.problems.append(Remark(line, str(refused)))
    return history


def _records(lines: list[str], start: int, delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """The number of its first line and the cells of each record; None for cells that cannot be told apart.

    A quotation mark that is never closed would swallow the rest of the file: reading goes on with the next line.
    """
    position = start
    while position < len(lines):
        rest = iter(range(position, len(lines)))
        reader = csv.reader((lines[number] for number in rest), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield position + 1, cells
                position = start + reader.line_num
        except csv.Error:
            yield position + 1, None
            position += 1
        else:
            return
        start = position


def _header(line: str) -> tuple[list[str], str]:
    """What each column tells ("" for an unknown one), and the delimiter with which most of them are known."""
    candidates = []
    for delimiter in ",;\t":
        try:
            names = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue
        columns: list[str] = []
        for column in map(_column, names[:COLUMNS_AT_MOST]):
            columns.append("" if column in columns else column)  # of two columns with one meaning the first counts
        candidates.append((columns, delimiter))
    return max(candidates, key=lambda found: sum(map(bool, found[0])), default=([], ","))


def _column(name: str) -> str:
    key = re.sub(r"[\W_]+", "", fold(clean(name)))
    return "number" if clean(name) == "#" else _COLUMN_OF.get(key, "")


def _notes(line: str, delimiter: str, header: list[str]) -> list[str]:
    names = next(csv.reader([line], delimiter=delimiter))
    unknown = [one_line(name)[:40] for name, column in zip(names, header, strict=False) if not column and name.strip()]
    if not unknown:
        return []
    sentence = ngettext(
        "This column is not known and was left out: %(columns)s.",
        "These columns are not known and were left out: %(columns)s.",
        len(unknown),
    )
    return [sentence % {"columns": ", ".join(unknown[:20])}]


def _entry(line: int, header: list[str], cells: list[str]) -> Entry:
    if any(cell.strip() for cell in cells[len(header) :]):
        raise Refused(_("This line has more cells than there are columns: is a quotation mark missing?"))
    told = {column: clean(cell) for column, cell in zip(header, cells, strict=False) if column}
    flat = {column: " ".join(cell.split()) for column, cell in told.items()}
    status = fold(flat.get("status", ""))
    if status.startswith(_DRAFT):
        raise Refused(_("A draft is not part of the history."))
    number, label = moments.number_or_label(flat["number"]) if flat.get("number") else (None, "")
    where = flat.get("venue") or flat.get("host", "")
    return Entry(
        line=line,
        start=_start(flat),
        end=_end(flat.get("end", "")),
        number=number,
        label=label,
        title=flat.get("title", ""),
        topics=tuple(topic for topic in map(one_line, re.split(r"\s\|\s|\n", told.get("topics", ""))) if topic),
        description=told.get("description", ""),
        link=flat.get("link", ""),
        place=None
        if places.is_elsewhere(where)
        else places.place(
            where,
            host=flat.get("host", ""),
            address=flat.get("address", ""),
            postal_code=flat.get("postal_code", ""),
            city=flat.get("city", ""),
        ),
        whereabouts=where if places.is_elsewhere(where) else "",
        capacity=_capacity(flat.get("capacity", "")),
        is_cancelled=status.startswith(_CANCELLED),
    )


def _start(flat: dict[str, str]) -> datetime.date:
    day, time = flat.get("date", ""), flat.get("start", "")
    if moments.has_day(time):
        day, time = time, ""
    if not day:
        raise Refused(_("This line has no date."))
    start = moments.moment(day)
    return datetime.datetime.combine(start, moments.clock(time)) if time else start


def _end(text: str) -> datetime.time | datetime.datetime | None:
    if not text:
        return None
    if not moments.has_day(text):
        return moments.clock(text)
    end = moments.moment(text)
    return end if isinstance(end, datetime.datetime) else None


def _capacity(text: str) -> int | None:
    if not text:
        return None
    digits = re.sub(r"[\s.,'](?=\d{3})|[.,]0$", "", text)
    if not re.fullmatch(r"\d{1,12}", digits):
        raise Refused(_("“%(text)s” is no capacity: write how many people fit.") % {"text": text[:60]})
    return int(digits)
