"""CSV and TSV: one row an entry, for people, spreadsheets and scripts.

Spec: RFC 4180 for CSV (but LF line ends, as tools on every system read them), IANA text/tab-separated-values for TSV;
UTF-8 without a byte order mark, a header line, the columns of ``HEADER``. With ``Options.excel``: byte order mark,
CRLF, and a ``'`` before a cell that a spreadsheet would take for a formula.

Columns: ``english``, ``traditional``, ``simplified`` (preferred names), ``pinyin`` (of the Chinese name shown),
``kind``, ``aliases`` (other names, joined by "; "), ``status`` (of the review), ``mentions`` and ``sources`` (counts),
``context`` (the first sentence that states the pair), ``id``.

Limits: one name a language and script, no notes, no alternatives, no places of mentions, no rejected entries; an alias
that holds "; " cannot be told from two. TSV has no quoting: a tab or line break in a cell becomes a space, and a
reader must not take ``"`` for a quotation mark. A spreadsheet may still read a cell such as 1/2 as a date.
"""

from __future__ import annotations

import csv
import re
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from glossary.formats import columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary.formats.format import Options
    from glossary.model import Entry

__all__ = ["HEADER", "guarded", "row", "unguarded", "write_csv", "write_tsv"]

HEADER = (
    "english",
    "traditional",
    "simplified",
    "pinyin",
    "kind",
    "aliases",
    "status",
    "mentions",
    "sources",
    "context",
    "id",
)
_BOM = b"\xef\xbb\xbf"
# What begins a formula (OWASP, "CSV injection"). Quotes before it count too, or a guard could not be taken off again.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
# Everything that some reader takes for the end of a line or of a cell (str.splitlines and the tab).
_BREAKS = re.compile("\r\n|[\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029]")


def row(entry: Entry, *, lang: str = "") -> tuple[str, ...]:
    """The cells of one entry under ``HEADER``.

    >>> from glossary.model import Entry, Kind, Term
    >>> row(Entry("e1", Kind.PLACE, (Term("Taipei", "en"), Term("臺北", "zh-Hant"))))
    ('Taipei', '臺北', '', '', 'place', '', 'unreviewed', '0', '0', '', 'e1')
    """
    said = columns.reading(entry, lang)
    return (
        columns.english(entry),
        columns.traditional(entry, lang),
        columns.simplified(entry, lang),
        said.pinyin if said else "",
        entry.kind.value,
        "; ".join(columns.aliases(entry, lang)),
        entry.review.value,
        str(len(entry.mentions)),
        str(len(entry.sources)),
        columns.context(entry),
        entry.id,
    )


def guarded(cell: str) -> str:
    """The cell with a ``'`` before what a spreadsheet would take for a formula.

    >>> guarded("=SUM(A1)"), guarded("'-1"), guarded("A-1")
    ("'=SUM(A1)", "''-1", 'A-1')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before :func:`guarded`.

    >>> unguarded("'=SUM(A1)"), unguarded("'Allo")
    ('=SUM(A1)', "'Allo")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


class _Lines:
    """A text sink for csv.writer that hands each row on as bytes, with the line end wanted."""

    def __init__(self, stream: BinaryIO, *, end: str) -> None:
        self.stream = stream
        self.end = end

    def write(self, line: str) -> None:
        # csv.writer quotes a lone CR on every Python only where CRLF is its own line end, so that is what it is given.
        self.stream.write((line.removesuffix("\r\n") + self.end).encode())


def _comma(cells: Iterable[str], lines: _Lines) -> None:
    csv.writer(lines, lineterminator="\r\n").writerow(cells)


def _tab(cells: Iterable[str], lines: _Lines) -> None:
    lines.write("\t".join(_BREAKS.sub(" ", cell) for cell in cells))


def _write(
    entries: Iterable[Entry],
    stream: BinaryIO,
    *,
    options: Options,
    put: Callable[[Iterable[str], _Lines], None],
) -> int:
    lines = _Lines(stream, end="\r\n" if options.excel else "\n")
    if options.excel:
        stream.write(_BOM)
    put(HEADER, lines)
    shown = columns.listed(entries)
    for entry in shown:
        cells = row(entry, lang=options.lang)
        put(map(guarded, cells) if options.excel else cells, lines)
    return len(shown)


write_csv = partial(_write, put=_comma)
write_tsv = partial(_write, put=_tab)
