"""Reading Excel workbooks: the sheet of the terms, or the first one.

Spec: ECMA-376, read by openpyxl. The first row is the header; the columns are known as those of CSV are. A workbook is
refused before it is opened where it would unpack to more than 512 MB, or where a part of it declares XML entities.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO
from zipfile import ZipFile

from glossary.documents.zips import unpacking
from glossary.errors import SyntaxFault, UnreadableError
from glossary.formats.format import ReadOptions
from glossary.formats.headers import table_rows
from glossary.formats.rows import Row
from glossary.formats.texts import whole_of
from glossary.formats.xlsx import SHEET

__all__ = ["cells", "read"]

_MOST = 512 << 20  # bytes of all parts, unpacked
_HINT = "Open it in a spreadsheet and save it again as .xlsx, or as CSV"


def read(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Row | SyntaxFault]:
    """The rows of the sheet; faults name the row as a line.

    Raises:
        InputError: no workbook, a dangerous one, or no table with the columns that are needed.
    """
    data = whole_of(stream, where=where)
    yield from table_rows(cells(data, where=where), where=where, options=options)


def cells(data: bytes, *, where: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The number and the cells of each row that has any, all of them as many as the header has.

    Raises:
        InputError: no workbook, or a dangerous one.
    """
    _check(data, where=where)
    yield from _cells(data, where=where)


def _check(data: bytes, *, where: str) -> None:
    """Refuse what is no workbook, is damaged, or unpacks to too much."""
    damaged = "is no Excel workbook, or a damaged one"
    with unpacking(where, damaged=damaged, hint=_HINT), ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > _MOST:
            raise UnreadableError("would unpack to more than 512 MB", where=where, hint="Save it as CSV")
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        if "xl/workbook.xml" not in names:
            raise SyntaxFault("is no Excel workbook", where=where, hint=_HINT)
        if declaring := next((name for name in names if _declares(archive, name)), ""):
            raise UnreadableError(f"declares XML entities ({declaring})", where=where, hint=_HINT)
        if archive.testzip() is not None:
            raise SyntaxFault(damaged, where=where, hint=_HINT)


def _declares(archive: ZipFile, name: str) -> bool:
    """Whether the part begins with a DOCTYPE, which no workbook has."""
    with archive.open(name) as part:
        return b"<!DOCTYPE" in part.read(4096)


def _cells(data: bytes, *, where: str) -> Iterator[tuple[int, Sequence[str]]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        width = 0
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells = ["" if cell is None else str(cell) for cell in row]
            while cells and not cells[-1].strip():
                cells.pop()
            if cells:
                width = width or len(cells)
                yield number, cells + [""] * (width - len(cells))
    except SyntaxFault:
        raise
    except Exception as fault:  # openpyxl raises whatever a damaged part makes it meet
        raise SyntaxFault(f"cannot be read as a workbook ({type(fault).__name__})", where=where, hint=_HINT) from fault
