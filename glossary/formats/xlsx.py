"""Excel workbook: a sheet ``Terms`` with a row for each entry, and a sheet ``Read me`` that says what the columns are.

Spec: ECMA-376 (written by XlsxWriter, read by openpyxl). The columns are those of csv. Every cell is text, so no name
can become a formula, a link, a number or a date; the header is frozen and has filters.

Limits: as csv; a cell holds 32,767 characters, longer texts are cut; control characters are replaced; at most 1,048,575
entries. The bytes depend on the version of XlsxWriter.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from glossary.errors import FormatError
from glossary.formats.archive import wound_back
from glossary.formats.delimited import HEADER, row
from glossary.formats.fitting import XML, Fit, fitted
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.model import Entry

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["CELL", "SHEET", "write", "write_rows"]

SHEET = "Terms"
_LONGEST = 32_767  # UTF-16 units in a cell
_ROWS = 1_048_576
_WIDTHS = {
    "english": 32, "traditional": 18, "simplified": 18, "pinyin": 22, "aliases": 24, "context": 60, "note": 24,
    "sentence": 60,
}  # fmt: skip
_ABOUT = (
    ("english, traditional, simplified", "The preferred names."),
    ("pinyin", "How the Chinese name is said."),
    ("kind", "person, organization, place, work, product, event, law, term, other"),
    ("aliases", 'Other names, with "; " between them.'),
    ("status", "What a person decided: unreviewed, approved, rejected."),
    ("mentions, sources", "How often, and in how many texts, the pair is stated."),
    ("context, source", "The first sentence that states the pair, and where it is from."),
    ("note", "A remark of yours."),
    ("forbidden", 'Names that are not to be used, with "; " between them.'),
    ("id", "Leave it as it is: by it a row that comes back is merged into its entry (glossary import)."),
)


def _cut(text: str) -> str:
    units = text.encode("utf-16-le")
    return text if len(units) <= _LONGEST * 2 else units[: _LONGEST * 2].decode("utf-16-le", "ignore")


CELL = Fit(lambda text: _cut(XML(text)), "a text was cut to 32,767 characters, or a control character replaced")


def write_rows(
    stream: BinaryIO,
    header: Iterable[str],
    rows: Iterable[tuple[Entry, Iterable[str]]],
    *,
    report: Report,
    about: Iterable[tuple[str, str]],
) -> int:
    """Writes the rows under the header, and what they mean; returns the number of entries they are of."""
    import xlsxwriter

    with TemporaryDirectory(prefix="glossary-") as folder, wound_back(stream) as file:
        book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_urls": False, "tmpdir": folder})
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC), "author": "glossary"})
        sheet = book.add_worksheet(SHEET)
        bold = book.add_format({"bold": True})
        try:
            count = _fill(sheet, tuple(header), rows, bold=bold, report=report)
        except BaseException:
            sheet.row_data_fh.close()  # else it stays open, as only a whole book can be closed
            raise
        _explain(book.add_worksheet("Read me"), about, bold=bold)
        book.close()
    return count


def _explain(sheet: Worksheet, about: Iterable[tuple[str, str]], *, bold: object) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 100)
    for number, (name, text) in enumerate(about):
        sheet.write_string(number, 0, name, bold)
        sheet.write_string(number, 1, text)


def _fill(
    sheet: Worksheet,
    header: tuple[str, ...],
    rows: Iterable[tuple[Entry, Iterable[str]]],
    *,
    bold: object,
    report: Report,
) -> int:
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(header):
        sheet.set_column(place, place, _WIDTHS.get(name, 16))
        sheet.write_string(0, place, name, bold)
    number, count, last = 0, 0, ""
    for number, (entry, cells) in enumerate(rows, start=1):
        if number >= _ROWS:
            raise FormatError("a sheet has no room for so many entries", hint="Choose some: --kind, --status, or csv")
        for place, cell in enumerate(fitted(cells, CELL, entry=entry, report=report)):
            if cell:
                sheet.write_string(number, place, cell)
        count += entry.id != last
        last = entry.id
    sheet.autofilter(0, 0, number, len(header) - 1)
    return count


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries and returns their number."""
    rows = ((entry, row(entry, lang=options.lang)) for entry in entries)
    return write_rows(stream, HEADER, rows, report=report, about=_ABOUT)
