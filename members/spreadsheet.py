"""Files for a spreadsheet, whose cells are words and never formulas."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_BOM = "\ufeff"  # without it, Excel takes the accents for another alphabet


def harmless(cell: object) -> str:
    """The cell as text that no spreadsheet runs: what may begin a formula gets an apostrophe in front (OWASP).

    The full-width forms count too, for some programs read them as the plain ones, and blanks in front hide nothing.
    """
    text = str(cell)
    plain = unicodedata.normalize("NFKC", text)
    return f"'{text}" if plain.startswith(_FORMULA) or plain.lstrip().startswith(_FORMULA) else text


def csv_file(name: str, rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A download of these rows under this name (RFC 6266), in UTF-8, every cell quoted and harmless.

    Semicolons part the cells in French, where the comma is in the numbers, and commas otherwise.
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";" if get_language() == "fr" else ",", quoting=csv.QUOTE_ALL)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    response = HttpResponse((_BOM + file.getvalue()).encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
