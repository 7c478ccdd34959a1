"""Tables with a column for each language, as TSV or CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from glossary.documents.encodings import decode
from glossary.documents.normal import unify
from glossary.documents.segment import Segment
from glossary.errors import SyntaxFault

__all__ = ["segments"]

_SOURCES = frozenset({"source", "src", "original", "english", "en", "en-us", "en-gb"})
_TARGETS = frozenset({"target", "tgt", "translation", "chinese", "zh", "zh-tw", "zh-cn", "zh-hant", "zh-hans", "zh-hk"})
_IDS = frozenset({"id", "key", "tuid"})
_LONGEST_CELL = 10_000_000


def segments(data: bytes, *, path: str, encoding: str | None = None) -> Iterator[Segment]:
    """The rows with two texts: in the columns whose heads name them (source, target, en, zh …), else in the first two.

    Heads may come in either order; where the first row has none, it is a segment as well.
    """
    text = unify(decode(data, path=path, encoding=encoding).removeprefix("\ufeff"))
    comma = PurePath(path).suffix.lower() == ".csv" and "\t" not in text.partition("\n")[0]
    csv.field_size_limit(_LONGEST_CELL)
    lines = text.split("\n")
    rows = csv.reader((f"{line}\n" for line in lines), delimiter=",") if comma else (line.split("\t") for line in lines)
    try:
        yield from _paired(_numbered(rows, counted=comma))
    except csv.Error as error:
        raise SyntaxFault(f"is no well-formed CSV ({error})", where=path, hint="Export it again") from error


def _numbered(rows: Iterator[list[str]], *, counted: bool) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines on which they begin; a row of CSV may go over several."""
    line = 1
    for row in rows:
        yield line, row
        line = getattr(rows, "line_num", 0) + 1 if counted else line + 1


def _paired(rows: Iterator[tuple[int, list[str]]]) -> Iterator[Segment]:
    columns: tuple[int, int, int] | None = None
    for line, row in rows:
        if columns is None:
            columns = _columns(row)
            if columns is not None:
                continue
            columns = (0, 1, -1)
        source, target, own = (row[column].strip() if 0 <= column < len(row) else "" for column in columns)
        if source and target:
            yield Segment(source, target, f"line {line}", line, own or str(line))


def _columns(row: Sequence[str]) -> tuple[int, int, int] | None:
    """Where source, target and id stand, if the row is a head that says so; -1 for no id."""
    heads = [cell.strip().lower().replace("_", "-") for cell in row]
    found = [
        next((place for place, head in enumerate(heads) if head in names), -1) for names in (_SOURCES, _TARGETS, _IDS)
    ]
    return (found[0], found[1], found[2]) if found[0] >= 0 and found[1] >= 0 else None
