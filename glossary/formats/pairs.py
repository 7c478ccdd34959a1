"""Pairs as people have them: JSON Lines, or a table with tabs or commas, for ``enrich``.

JSON Lines: one object a line with ``english``, ``chinese`` and, if known, ``kind`` and ``aliases``; other keys are
passed over, so that what ``extract`` prints can be taken as it is. Tables: a header with a column of English and one
of Chinese names, called as ``import`` knows them (``english``, ``chinese``, ``traditional``, 中文, ``zh-TW`` …) in
any order, and, if known, ``kind``; other columns are passed over. One side may be empty.

Limits: UTF-8, with or without a byte order mark.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from glossary.documents import cells
from glossary.documents.headings import called, side
from glossary.errors import EncodingError, SyntaxFault
from glossary.model import Kind, Pair

if TYPE_CHECKING:
    import msgspec

__all__ = ["read"]

_RANK = {"english": 0, "chinese": 0, "traditional": 1}  # which of several columns of one language is taken
_HINT = "Give JSON Lines, or a TSV or CSV whose header names the columns english and chinese"
_RIGHT = "Put that line right"
_HALF = r"a character is written as two escapes (\ud83d\ude00), and one of them is missing"

_Found: TypeAlias = Pair | SyntaxFault


def read(stream: BinaryIO, *, where: str) -> Iterator[_Found]:
    r"""Each pair of the stream in order, read line by line; for a line that is none, its fault at ``where:line``.

    Raises:
        SyntaxFault: no pairs at all, a header without the columns, a quoted cell that never ends.
        EncodingError: a first line, or a row of a table, that is not UTF-8.

    >>> [pair.chinese for pair in read(io.BytesIO("english,chinese\nTSMC,台積電\n".encode()), where="a.csv")]
    ['台積電']
    """
    # Half surrogate pairs stand for bytes that are not UTF-8, until the line they are in is known.
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        lines = enumerate(text, start=1)
        number, first = next(((number, line) for number, line in lines if line.strip()), (0, ""))
        if not first:
            raise SyntaxFault("holds no pairs", where=where, hint=_HINT)
        _check(first, where=f"{where}:{number}")
        numbered = chain([(number, first)], lines)
        yield from (_json_lines if first.lstrip().startswith("{") else _table)(numbered, where=where)
    finally:
        text.detach()


def _check(line: str, *, where: str) -> None:
    try:
        line.encode()
    except UnicodeEncodeError as fault:
        raise EncodingError("is not UTF-8", where=where, hint="Save it as UTF-8") from fault


def _json_lines(lines: Iterator[tuple[int, str]], *, where: str) -> Iterator[_Found]:
    import msgspec

    decoder = msgspec.json.Decoder(Pair)
    for number, line in lines:
        if line.strip():
            yield _decoded(decoder, line, where=f"{where}:{number}")


def _decoded(decoder: msgspec.json.Decoder[Pair], line: str, *, where: str) -> _Found:
    import msgspec

    try:
        return decoder.decode(line)
    except UnicodeError:
        return SyntaxFault("not a pair: is not UTF-8", where=where, hint="Save it as UTF-8")
    except (msgspec.MsgspecError, RecursionError) as fault:
        if "surrogate" in str(fault):  # what the parser says of it tells nobody what to do
            return SyntaxFault("not a pair: " + _HALF, where=where, hint="Write both, or the character itself")
        return SyntaxFault(f"not a pair: {fault}", where=where, hint=_RIGHT)


def _table(lines: Iterator[tuple[int, str]], *, where: str) -> Iterator[_Found]:
    at, first = next(lines)
    text = _checked(chain([(at, first)], lines), where=where)
    rows = cells.cells(text, separator=cells.separator(first), where=where, first=at)
    begins, header = next(rows, (at, []))
    places = _places(header, where=f"{where}:{begins}")
    for begins, row in rows:
        if any(cell.strip() for cell in row):
            yield _pair(row, places, where=f"{where}:{begins}")


def _checked(lines: Iterator[tuple[int, str]], *, where: str) -> Iterator[str]:
    for number, line in lines:
        _check(line, where=f"{where}:{number}")
        yield line


def _places(header: list[str], *, where: str) -> dict[str, int]:
    """Where each column is, and under the empty name how many there are."""
    fields = list(map(called, header))
    places = {
        name: min(found, key=lambda place: _RANK.get(fields[place], len(_RANK)))
        for name, lang in (("english", "en"), ("chinese", "zh"))
        if (found := [place for place, field in enumerate(fields) if side(field) == lang])
    }
    if len(places) < 2:
        raise SyntaxFault("no columns english and chinese in the header", where=where, hint=_HINT)
    named = [cell.strip().casefold() for cell in header]
    return places | ({"kind": named.index("kind")} if "kind" in named else {}) | {"": len(header)}


def _pair(row: list[str], places: dict[str, int], *, where: str) -> _Found:
    if len(row) != places[""]:
        problem = f"has {len(row)} column{'s' * (len(row) != 1)}, the header {places['']}"
        return SyntaxFault(problem, where=where, hint="Quote cells that hold separators")
    held = {name: row[place].strip() for name, place in places.items() if name}
    kind = held.get("kind", "").casefold()
    if kind and kind not in set(Kind):
        return SyntaxFault(f"unknown kind {kind!r}", where=where, hint=f"Known kinds: {', '.join(Kind)}")
    return Pair(held["english"], held["chinese"], Kind(kind) if kind else Kind.OTHER)
