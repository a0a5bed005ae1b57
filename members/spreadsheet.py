"""Files for a spreadsheet, whose cells are words and numbers and never formulas; however long, in constant memory."""

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

import xlsxwriter
from django.http import FileResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

Rows = Iterable[Sequence[object]]

_SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫"  # the full-width and small forms too: some programs read them as the plain ones
_BEGINS = re.compile(rf"\s*[{_SIGNS}]|[\t\r\n]")
_CONTROLS = re.compile(r"[\x00-\x1f\x85\u2028\u2029]")
_AFTER_A_SEPARATOR = re.compile(rf"([,;]\s*)(?=[{_SIGNS}])")
_PIECE = 32 * 1024  # characters sent at once
_WIDTH = 20  # of a column, in characters: nothing is known of the rows when the first one is written
_BOM = "\ufeff"  # without it, Excel takes the accents for another alphabet


def harmless(cell: object) -> str:
    """The cell as text that no spreadsheet runs: what may begin a formula gets an apostrophe in front (OWASP).

    A program that takes the wrong separator, or ends a line inside a cell, makes cells of parts: so a cell is one line,
    and a formula does not begin behind a separator either.
    """
    text = str(cell)
    line = _AFTER_A_SEPARATOR.sub(r"\1'", _CONTROLS.sub(" ", text))
    return f"'{line}" if _BEGINS.match(text) else line


def csv_file(name: str, rows: Rows) -> StreamingHttpResponse:
    """A download of these rows under this name (RFC 6266), in UTF-8, every cell quoted and harmless; sent as they come.

    Semicolons part the cells in French, where the comma is in the numbers, and commas otherwise.
    """
    pieces = _csv_pieces(rows, delimiter=";" if get_language() == "fr" else ",")
    response = StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _csv_pieces(rows: Rows, *, delimiter: str) -> Iterator[bytes]:
    piece = io.StringIO(newline="")
    piece.write(_BOM)
    writer = csv.writer(piece, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
        if piece.tell() > _PIECE:
            yield piece.getvalue().encode()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue().encode()


def xlsx_file(name: str, rows: Rows) -> FileResponse:
    """The same as a workbook of one sheet, the first row its heading; numbers stay numbers, and words as they are.

    A cell says by itself that it is text, so that no program takes it for a formula (ECMA-376, 18.18.11). The parts of
    the file are only known when all rows are: it is written to a temporary file first, row by row.
    """
    file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows):
        if number == 0:
            sheet.set_column(0, len(row) - 1, _WIDTH)
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell)
            else:
                sheet.write_string(number, column, _CONTROLS.sub(" ", str(cell)))
    book.close()
    file.seek(0)
    response = FileResponse(file, as_attachment=True, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
