"""Tables as lines of text: their rows and cells, whatever wrote them (a spreadsheet, a termbase, a script).

Cells stand between commas, semicolons or tabs and are quoted as in RFC 4180; of tabs some tables have no quoting.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import chain

from glossary.errors import SyntaxFault

__all__ = ["bare", "cells", "lines", "separator"]

_MOST = 1 << 30  # csv has a limit of 131,072 characters a cell unless told
_END = "\x1eend of the table\x1e"  # a row of its own, unless a quotation is still open there
_OPEN = "unexpected end of data"  # as csv says it
_HINT = "Put that line right"


def separator(first: str) -> str:
    r"""What the cells of a table stand between, by its first line: a tab if it has any, else what it has most of.

    >>> separator("english\tnote, if any"), separator("english;chinese"), separator("english,chinese")
    ('\t', ';', ',')
    """
    return "\t" if "\t" in first else max(",;", key=first.count)


def lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, as :func:`cells` takes them."""
    yield from StringIO(text, newline="")


def cells(found: Iterable[str], *, separator: str, where: str, first: int = 1) -> Iterator[tuple[int, list[str]]]:
    r"""The number of the line in which each row begins, and its cells; rows without any are passed over.

    ``first`` is the number of the first line. Quotes are taken strictly but where tabs part the cells, as tables with
    tabs may have quotes that mean nothing.

    Raises:
        SyntaxFault: at ``where:line``, a quoted cell that never ends, or that goes on behind its quote.

    >>> list(cells(['a,"b\n', 'c"\n', "d,e\n"], separator=",", where="a.csv"))
    [(1, ['a', 'b\nc']), (3, ['d', 'e'])]
    """
    csv.field_size_limit(_MOST)
    rows = csv.reader(chain(found, (_END,)), delimiter=separator, strict=separator != "\t")
    begins = first
    while (row := _next(rows, where=f"{where}:{begins}")) != [_END]:
        if any(row):
            yield begins, row
        begins = first + rows.line_num


def _next(rows: Iterator[list[str]], *, where: str) -> list[str]:
    """The next row; the last one is the end, and nothing else ends so."""
    try:
        row = next(rows)
        problem = _OPEN if row != [_END] and row and row[-1].endswith(_END) else ""
    except csv.Error as fault:
        problem = str(fault)
    if problem:
        raise SyntaxFault(f"not a table row ({problem})", where=where, hint=_HINT)
    return row


def bare(text: str) -> Iterator[tuple[int, list[str]]]:
    r"""The same of a table with tabs that has no quoting: a line is a row, and a quotation mark one.

    >>> list(bare('"a"\tb\r\n\nc\td'))
    [(1, ['"a"', 'b']), (3, ['c', 'd'])]
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.removesuffix("\r").split("\t")
