"""Reading tables of text: CSV and TSV of ours, of spreadsheets and of termbases.

The separator is the one that the first line has most of: comma, semicolon or tab. Cells are quoted as in RFC 4180, but
not in those with tabs of ours, which have no quoting.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import BinaryIO

from glossary.errors import SyntaxFault
from glossary.formats.delimited import HEADER, unguarded
from glossary.formats.format import ReadOptions
from glossary.formats.headers import table_rows
from glossary.formats.rows import Row
from glossary.formats.termbases import FIELDS
from glossary.formats.texts import decoded, fault, whole_of

__all__ = ["cells", "read"]

_MOST = 1 << 30  # csv has a limit of 131,072 characters a cell unless told
_MARK = b"\xef\xbb\xbf"


def cells(text: str, *, delimiter: str, where: str) -> Iterator[tuple[int, list[str]]]:
    """The number of the line in which each row begins, and its cells; blank lines are passed over.

    Raises:
        SyntaxFault: a quoted cell that never ends.
    """
    csv.field_size_limit(_MOST)
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=delimiter != "\t")
    begins = 1
    try:
        for row in rows:
            if row and any(row):
                yield begins, row
            begins = rows.line_num + 1
    except csv.Error as problem:
        raise fault(f"not a table row ({problem})", where=f"{where}:{begins}") from problem


def _separator(first: str) -> str:
    return max("\t,;", key=first.count)


def _bare(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The cells of a table with tabs that has no quoting."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.removesuffix("\r").split("\t")


def read(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Row | SyntaxFault]:
    """The rows of the table.

    Raises:
        InputError: empty, no text, or no table with the columns that are needed.
    """
    data = whole_of(stream, where=where)
    text = decoded(data, where=where, options=options)
    first = text.lstrip().split("\n", 1)[0].removesuffix("\r")
    separator = _separator(first)
    header = tuple(first.split("\t"))
    bare = header == HEADER or header[-3:] == FIELDS["multiterm"]  # tables that we wrote
    found = _bare(text) if bare else cells(text, delimiter=separator, where=where)
    # Only the flavour for Excel, which has a mark, guards its cells against becoming formulas.
    tidy = ((number, [unguarded(cell) for cell in row] if data.startswith(_MARK) else row) for number, row in found)
    yield from table_rows(tidy, where=where, options=options)
