"""Files for a spreadsheet, whose cells are words and never formulas."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

_SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫"  # the full-width and small forms too: some programs read them as the plain ones
_BEGINS = re.compile(rf"\s*[{_SIGNS}]|[\t\r\n]")
_AFTER_A_SEPARATOR = re.compile(rf"([,;]\s*)(?=[{_SIGNS}])")
_BOM = "\ufeff"  # without it, Excel takes the accents for another alphabet


def harmless(cell: object) -> str:
    """The cell as text that no spreadsheet runs: what may begin a formula gets an apostrophe in front (OWASP).

    A program that takes the wrong separator, or ends a line inside a cell, makes cells of parts: so a cell is one line,
    and a formula does not begin behind a separator either.
    """
    text = str(cell)
    line = _AFTER_A_SEPARATOR.sub(r"\1'", re.sub(r"[\x00-\x1f\x85\u2028\u2029]", " ", text))
    return f"'{line}" if _BEGINS.match(text) else line


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
