"""UTX 1.20: the simple glossary of the Asia-Pacific Association for Machine Translation.

Spec: UTX 1.20: UTF-8 without a byte order mark, CRLF, tabs. Line 1 ``#UTX 1.20; source/target;``, line 2 the columns:
``src``, ``tgt``, ``src:pos``, ``term status``, ``x-kind``, ``x-pinyin``, ``x-note``. Every entry is a name, so the part
of speech is properNoun; of kind "term" it is noun. Status: approved where a person approved the entry, forbidden for a
name that is not to be used, else provisional. Line 1 has no date, so that the same entries give the same bytes.

Limits: a tab or line break becomes a space; a name that begins with ``#`` is left out on the source side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from glossary.errors import SyntaxFault
from glossary.formats import columns
from glossary.formats.fitting import BREAKS, fitted
from glossary.formats.format import Audience, Options, ReadOptions
from glossary.formats.losses import Report
from glossary.formats.renderings import Rendering, forbidden, settled
from glossary.formats.rows import Row, kind, pair
from glossary.formats.tabular import Dialect, line
from glossary.formats.tags import english, tag
from glossary.formats.texts import fault, lines
from glossary.model import Entry, Kind, Review

__all__ = ["COLUMNS", "read", "write"]

COLUMNS = ("src", "tgt", "src:pos", "term status", "x-kind", "x-pinyin", "x-note")
_TABS = Dialect("\t", end="\r\n", quoting=None)


def _status(found: Rendering) -> str:
    if not found.target.status.in_use:
        return "forbidden"
    return "approved" if found.entry.review is Review.APPROVED else "provisional"


def _cells(found: Rendering, options: Options) -> tuple[str, ...]:
    entry = found.entry
    pos = "noun" if entry.kind is Kind.TERM else "properNoun"
    pinyin = columns.pinyin(entry, options.lang)
    return found.source.text, found.target.text, pos, _status(found), entry.kind.value, pinyin, entry.note


def _with_forbidden(pairs: list[Rendering], options: Options) -> list[Rendering]:
    """The pairs, and the preferred source beside each name that is not to be used."""
    first = pairs[0]
    return [*pairs, *(replace(first, target=term) for term in forbidden(first.entry, options))]


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that have both sides and returns their number."""
    codes = (english("regional"), tag("region", options))
    source, target = codes[::-1] if options.from_chinese else codes
    stream.write(f"#UTX 1.20; {source}/{target};\r\n".encode())
    stream.write(line(("#" + COLUMNS[0], *COLUMNS[1:]), _TABS))
    written: set[str] = set()
    for entry, pairs in settled(entries, options, audience=Audience.PEOPLE, report=report):
        for found in _with_forbidden(pairs, options):
            cells = fitted(_cells(found, options), BREAKS, entry=entry, report=report)
            if cells[0].startswith("#"):
                report.leave_out(entry, "a name that begins with # would be a comment")
                continue
            stream.write(line(cells, _TABS))
            written.add(entry.id)
    return len(written)


def read(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Row | SyntaxFault]:
    """A row for each line; one of the term status "forbidden" is a name not to be used of the source above it.

    A line with too few columns gives its fault.

    Raises:
        SyntaxFault: no header of UTX.
    """
    rows: dict[str, Row] = {}
    for place, cells in _cells_of(stream, where=where, options=options):
        if not cells.get("src", "").strip() or not cells.get("tgt", "").strip():
            yield fault("has no src and tgt under the line that begins with #src", where=place)
            continue
        row = _read_row(cells, place)
        held = rows.get(cells["src"])
        unused = tuple(term for term in row.terms if not term.status.in_use)
        if held is not None and unused:
            rows[cells["src"]] = replace(held, terms=(*held.terms, *unused))
        else:
            rows[cells["src"] if held is None else f"{cells['src']}\t{place}"] = row
    yield from rows.values()


def _cells_of(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[tuple[str, dict[str, str]]]:
    """Each line of the table: where it is, and its cells by the names of the columns."""
    names: list[str] = []
    for number, text in lines(stream, where=where, options=options):
        place = f"{where}:{number}"
        if number == 1 and not text.startswith("#UTX"):
            raise fault("does not begin with #UTX", where=place, hint="Is it another format? Say so with --format")
        if text.startswith("#"):
            names = text[1:].split("\t") if text.startswith("#src") else names
            continue
        yield place, dict(zip(names, text.split("\t"), strict=False))


def _read_row(cells: dict[str, str], place: str) -> Row:
    status = cells.get("term status", "").strip()
    unused = frozenset({cells["tgt"]} if status == "forbidden" else ())
    return Row(
        pair([cells["src"]], [cells["tgt"]], unused=unused),
        kind(cells.get("x-kind", "")),
        cells.get("x-note", "").strip() or cells.get("comment", "").strip(),
        review=Review.APPROVED if status == "approved" else Review.UNREVIEWED,
        pinyin=cells.get("x-pinyin", "").strip(),
        place=place,
    )
