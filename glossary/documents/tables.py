"""Tables with a column for each language, as TSV or CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from glossary.documents import cells
from glossary.documents.encodings import decode
from glossary.documents.headings import called, side
from glossary.documents.normal import unify
from glossary.documents.segment import Segment

__all__ = ["segments"]


def segments(data: bytes, *, path: str, encoding: str | None = None) -> Iterator[Segment]:
    """The rows with two texts: in the columns whose heads name them (source, target, en, zh …), else in the first two.

    Heads may come in either order; where the first row has none, it is a segment as well. In a TSV a quotation mark is
    one.

    Raises:
        SyntaxFault: at ``path:line``, a quoted cell of a CSV that never ends.
    """
    text = unify(decode(data, path=path, encoding=encoding).removeprefix("\ufeff"))
    separator = cells.separator(text.lstrip().partition("\n")[0])
    if PurePath(path).suffix.lower() != ".csv" or separator == "\t":
        yield from _paired(cells.bare(text))
    else:
        yield from _paired(cells.cells(cells.lines(text), separator=separator, where=path))


def _paired(rows: Iterable[tuple[int, list[str]]]) -> Iterator[Segment]:
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
    heads = list(map(called, row))
    source = next((place for place, head in enumerate(heads) if head == "source" or side(head) == "en"), -1)
    target = next((place for place, head in enumerate(heads) if head == "target" or side(head) == "zh"), -1)
    return (source, target, heads.index("id") if "id" in heads else -1) if min(source, target) >= 0 else None
