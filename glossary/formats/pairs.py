"""Pairs as people have them: JSON Lines, or a table with tabs or commas, for ``enrich``.

JSON Lines: one object a line with ``english``, ``chinese`` and, if known, ``kind`` and ``aliases``; other keys are
passed over, so that what ``extract`` prints can be taken as it is. Tables: a header with the columns ``english`` and
``chinese`` (in any case and order) and, if known, ``kind``; other columns are passed over. One side may be empty.

Limits: UTF-8, with or without a byte order mark.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from glossary.errors import EncodingError, SyntaxFault
from glossary.model import Kind, Pair

__all__ = ["read"]

_COLUMNS = ("english", "chinese", "kind")
_HINT = "Give JSON Lines, or a TSV or CSV whose header names the columns english and chinese"
_MOST = 1 << 30  # csv has a limit of 131,072 characters a cell unless told


def read(stream: BinaryIO, *, where: str) -> Iterator[tuple[int, Pair]]:
    """Each pair of the stream with the number of its line, in order.

    Raises:
        SyntaxFault: at ``where:line``: not JSON, a wrong type, an unknown kind, no such columns, a row too short or long.
        EncodingError: bytes that are not UTF-8.

    >>> [pair.chinese for _, pair in read(io.BytesIO("english,chinese\\nTSMC,台積電\\n".encode()), where="a.csv")]
    ['台積電']
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        first = _first_line(text)
        if first is None:
            raise SyntaxFault("holds no pairs", where=where, hint=_HINT)
        number, line = first
        yield from (_json_lines if line.lstrip().startswith("{") else _table)(number, line, text, where=where)
    except UnicodeDecodeError as fault:
        raise EncodingError("is not UTF-8", where=where, hint="Save it as UTF-8") from fault
    finally:
        text.detach()


def _first_line(text: io.TextIOWrapper) -> tuple[int, str] | None:
    return next(((number, line) for number, line in enumerate(text, start=1) if line.strip()), None)


def _json_lines(number: int, first: str, text: io.TextIOWrapper, *, where: str) -> Iterator[tuple[int, Pair]]:
    import msgspec

    decoder = msgspec.json.Decoder(Pair)
    for place, line in _numbered(number, first, text):
        if not line.strip():
            continue
        try:
            yield place, decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeError) as fault:
            raise SyntaxFault(f"not a pair: {fault}", where=f"{where}:{place}", hint="Put that line right") from fault


def _numbered(number: int, first: str, text: io.TextIOWrapper) -> Iterator[tuple[int, str]]:
    yield number, first
    yield from enumerate(text, start=number + 1)


def _table(number: int, first: str, text: io.TextIOWrapper, *, where: str) -> Iterator[tuple[int, Pair]]:
    csv.field_size_limit(_MOST)
    rows = csv.reader((line for _, line in _numbered(number, first, text)), delimiter="\t" if "\t" in first else ",")
    header = [cell.strip().casefold() for cell in next(rows)]
    if not {"english", "chinese"} <= set(header):
        raise SyntaxFault("no columns english and chinese in the header", where=f"{where}:{number}", hint=_HINT)
    places = {name: header.index(name) for name in _COLUMNS if name in header}
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                place = number + rows.line_num - 1
                yield place, _pair(row, places, width=len(header), where=f"{where}:{place}")
    except csv.Error as fault:
        place = number + rows.line_num - 1
        raise SyntaxFault(f"not a table row ({fault})", where=f"{where}:{place}", hint="Put that line right") from fault


def _pair(row: list[str], places: dict[str, int], *, width: int, where: str) -> Pair:
    if len(row) != width:
        raise SyntaxFault(f"has {len(row)} columns, the header {width}", where=where, hint="Quote cells with separators")
    cells = {name: row[place].strip() for name, place in places.items()}
    kind = cells.get("kind", "").casefold()
    if kind and kind not in set(Kind):
        raise SyntaxFault(f"unknown kind {kind!r}", where=where, hint=f"Known kinds: {', '.join(Kind)}")
    return Pair(cells["english"], cells["chinese"], Kind(kind) if kind else Kind.OTHER)
