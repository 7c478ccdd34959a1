"""CSV and TSV: one row an entry, for people, spreadsheets and scripts.

Spec: RFC 4180 for CSV (but LF line ends, as tools on every system read them), IANA text/tab-separated-values for TSV;
UTF-8 without a byte order mark, a header line, the columns of ``HEADER``. With ``Options.excel``: byte order mark,
CRLF, and a ``'`` before a cell that a spreadsheet would take for a formula.

Columns: ``english``, ``traditional``, ``simplified`` (preferred names), ``pinyin`` (of the Chinese name shown),
``kind``, ``aliases`` (other names, joined by "; "), ``status`` (of the review), ``mentions`` and ``sources`` (counts),
``context`` (the first sentence that states the pair) and its ``source``, ``note``, ``forbidden`` (names not to be used,
joined by "; "), ``id``.

Limits: one name a language and script and one sentence; an alias that holds "; " cannot be told from two. TSV has no
quoting: a tab or line break in a cell becomes a space, and a reader must not take ``"`` for a quotation mark. A
spreadsheet may still read a cell such as 1/2 as a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from glossary.formats import columns
from glossary.formats.fitting import BREAKS, fitted
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.formats.tabular import TABS, Dialect, line
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
    "source",
    "note",
    "forbidden",
    "id",
)
_BOM = b"\xef\xbb\xbf"
# What begins a formula (OWASP, "CSV injection"). Quotes before it count too, or a guard could not be taken off again.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")


def row(entry: Entry, *, lang: str = "") -> tuple[str, ...]:
    """The cells of one entry under ``HEADER``.

    >>> from glossary.model import Entry, Kind, Term
    >>> row(Entry("e1", Kind.PLACE, (Term("Taipei", "en"), Term("臺北", "zh-Hant"))))
    ('Taipei', '臺北', '', '', 'place', '', 'unreviewed', '0', '0', '', '', '', '', 'e1')
    """
    return (
        columns.english(entry),
        columns.traditional(entry, lang),
        columns.simplified(entry, lang),
        columns.pinyin(entry, lang),
        entry.kind.value,
        "; ".join(columns.aliases(entry, lang)),
        entry.review.value,
        str(len(entry.mentions)),
        str(len(entry.sources)),
        columns.context(entry),
        columns.source(entry),
        entry.note,
        "; ".join(columns.unused(entry, lang)),
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


def _write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report, dialect: Dialect) -> int:
    if options.excel:
        stream.write(_BOM)
        dialect = replace(dialect, end="\r\n")
    stream.write(line(HEADER, dialect))
    count = 0
    for entry in entries:
        count += 1
        cells = row(entry, lang=options.lang)
        if dialect.quoting is None:
            cells = tuple(fitted(cells, BREAKS, entry=entry, report=report))
        stream.write(line(map(guarded, cells) if options.excel else cells, dialect))
    return count


write_csv = partial(_write, dialect=Dialect())
write_tsv = partial(_write, dialect=TABS)
