"""Reading tables of text: CSV and TSV of ours, of spreadsheets and of termbases.

The separator is a tab where the first line has any, else the one that it has most of: comma or semicolon. Cells are
quoted as in RFC 4180, but not in those with tabs of ours, which have no quoting.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from glossary.documents import cells
from glossary.errors import SyntaxFault
from glossary.formats.delimited import HEADER, unguarded
from glossary.formats.format import ReadOptions
from glossary.formats.headers import table_rows
from glossary.formats.rows import Row
from glossary.formats.termbases import FIELDS
from glossary.formats.texts import decoded, whole_of

__all__ = ["read"]

_MARK = b"\xef\xbb\xbf"


def read(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Row | SyntaxFault]:
    """The rows of the table.

    Raises:
        InputError: empty, no text, or no table with the columns that are needed.
    """
    data = whole_of(stream, where=where)
    text = decoded(data, where=where, options=options)
    first = text.lstrip().split("\n", 1)[0].removesuffix("\r")
    header = tuple(first.split("\t"))
    bare = header == HEADER or header[-3:] == FIELDS["multiterm"]  # tables that we wrote
    quoted = cells.cells(cells.lines(text), separator=cells.separator(first), where=where)
    found = cells.bare(text) if bare else quoted
    # Only the flavour for Excel, which has a mark, guards its cells against becoming formulas.
    tidy = ((number, [unguarded(cell) for cell in row] if data.startswith(_MARK) else row) for number, row in found)
    yield from table_rows(tidy, where=where, options=options)
