"""Tables as people have them: which column is what, and the row that the cells of a line make.

A column is known by its header: those that we write, those of the termbases and services that we write for, and what
people call them in English and Chinese: ``english``, ``chinese``, ``traditional``, ``simplified``, any language tag
such as ``zh-TW``, ``source`` and ``target`` (the one with Chinese characters is the Chinese side), ``pinyin``,
``kind``, ``aliases``, ``forbidden``, ``note``, ``context``, ``status``. Other columns are passed over. Several names of
one cell stand between ``|``, ``;`` (``；``; in English with a space behind it) or a ``/`` with spaces, the best one
first; a ``/`` without spaces or ``、`` may belong to a name.

``glossary import --column english=Term --column zh-Hant-TW=譯名`` says it where that is not enough, and numbers do
(``--column english=1 --column chinese=2``) where there is no header, as in glossaries of DeepL and Google.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from glossary.documents.headings import FIELDS, LANGS, called, language, side
from glossary.errors import FormatError, SyntaxFault
from glossary.formats.delimited import HEADER
from glossary.formats.format import ReadOptions
from glossary.formats.rows import Row, kind, pair, remark
from glossary.lang.script import has_han
from glossary.model import Review, Term, TermStatus

__all__ = ["table_rows"]

_SYNONYMS = re.compile(r"\s*(?:[|｜；]|(?<=\s)/(?=\s)|;(?=\s|[^\0-\u2e7f])|(?<=[^\0-\u2e7f]);)\s*")
_SHOWN = 60  # characters of a header in a message
_HINT = (
    "Say which column is what: --column english=NAME --column chinese=NAME, or by number, english=1, where there is no "
    f"header. Others: {', '.join(FIELDS[6:])}"
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns are: what each is → its place; ``count`` of them; ``own``: of a table that we wrote."""

    places: Mapping[str, int]
    count: int
    own: bool


def _found(header: Sequence[str], options: ReadOptions, *, where: str) -> _Columns:
    places: dict[str, int] = {}
    for place, cell in enumerate(header):
        if field := called(cell):
            places.setdefault(field, place)
    known = [" ".join(cell.split()).casefold() for cell in header]
    for field, name in _wanted(options).items():
        if name.strip().casefold() not in known:
            raise SyntaxFault(f"has no column {name!r}", where=where, hint=f"Its columns: {', '.join(header)}")
        places[field] = known.index(name.strip().casefold())
    return _checked(_Columns(places, len(header), tuple(header) == HEADER), header, where=where)


def _wanted(options: ReadOptions) -> dict[str, str]:
    """The columns that the user names, by field or language."""
    found = {}
    for name, column in options.columns.items():
        field = name.strip().casefold()
        field = field if field in FIELDS else language(field)
        if not field:
            raise FormatError(
                f"no column can be {name!r}", hint=f"Known: {', '.join(FIELDS)}, or a tag like zh-Hant-TW"
            )
        found[field] = column
    return found


def _checked(found: _Columns, header: Sequence[str], *, where: str) -> _Columns:
    sides = {side(field) for field in found.places}
    if not ({"en", "zh"} <= sides or {"source", "target"} <= found.places.keys()):
        shown = ", ".join(cell.strip() for cell in header)
        shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]} …"
        problem = f"the header names no column of English and of Chinese names ({shown})"
        raise SyntaxFault(problem, where=where, hint=_HINT)
    return found


def _numbered(first: Sequence[str], options: ReadOptions, *, where: str) -> _Columns:
    """The columns that the user gave by number, of a table that has no header but this first row."""
    count = len(first)
    places = {field: int(number) - 1 for field, number in _wanted(options).items()}
    if not all(0 <= place < count for place in places.values()):
        problem = f"has {count} column{'s' * (count != 1)}"
        raise SyntaxFault(problem, where=where, hint="Count the columns of --column from 1 on")
    return _checked(_Columns(places, count, own=False), first, where=where)


def table_rows(
    numbered: Iterable[tuple[int, Sequence[str]]], *, where: str, options: ReadOptions
) -> Iterator[Row | SyntaxFault]:
    """The rows of a table; its first line is the header, unless the user gives the columns by number.

    In the place of a row with more or fewer cells than the header, or without a name, its fault; where no header says
    what the columns are, only that.

    Raises:
        FormatError: a choice of columns that cannot be.
    """
    headless = bool(options.columns) and all(column.strip().isdecimal() for column in options.columns.values())
    rows = _single_rows(numbered, where=where, options=options, headless=headless)
    for _, group in groupby(rows, key=lambda found: found[0]):
        first, *more = (row for _, row in group)
        if isinstance(first, SyntaxFault):
            yield first
            continue
        further = (term for row in more if isinstance(row, Row) for term in row.terms)
        yield replace(first, terms=(*first.terms, *further))


def _single_rows(
    numbered: Iterable[tuple[int, Sequence[str]]], *, where: str, options: ReadOptions, headless: bool
) -> Iterator[tuple[str, Row | SyntaxFault]]:
    """Each line as a row or its fault, with the concept it belongs to: the one that the table says, or one of its own.

    Nothing comes after the fault of a header, or of a quoted cell that never ends.
    """
    lines = iter(numbered)
    try:
        top, first = next(lines, (1, ()))
        columns = (_numbered if headless else _found)(first, options, where=f"{where}:{top}")
        for number, cells in chain([(top, first)] if headless else (), lines):
            if any(cell.strip() for cell in cells):
                yield _single(cells, columns, where=f"{where}:{number}")
    except SyntaxFault as fault:
        yield fault.where, fault


def _single(cells: Sequence[str], found: _Columns, *, where: str) -> tuple[str, Row | SyntaxFault]:
    """The row of a line, or its fault, with the concept it belongs to."""
    if len(cells) != found.count:
        problem = f"has {len(cells)} column{'s' * (len(cells) != 1)}, the first line {found.count}"
        return where, SyntaxFault(problem, where=where, hint="Quote cells that hold separators")
    try:
        row = _row(cells, found, where=where)
    except SyntaxFault as fault:
        return where, fault
    return (cells[found.places["concept"]] if "concept" in found.places else "") or where, row


def _row(cells: Sequence[str], found: _Columns, *, where: str) -> Row:
    held = {field: cells[place].strip() for field, place in found.places.items()}
    terms = tuple(_terms(held, own=found.own))
    if not terms:
        raise SyntaxFault("names nothing", where=where, hint="Give an English or a Chinese name, or take the row out")
    about = remark(held.get("about", ""))
    is_id = found.own and re.fullmatch("e[0-9a-f]{16}(?:-[0-9a-z]+)*", held.get("id", ""))
    return Row(
        terms,
        kind(held["kind"]) if held.get("kind") else about.kind,
        "\n".join(filter(None, (held.get("note", ""), about.note))),
        held.get("context", ""),
        _review(held.get("status", "")),
        held.get("pinyin", "") or about.pinyin,
        held["id"] if is_id else "",
        where,
    )


def _review(text: str) -> Review:
    name = text.casefold()
    return Review(name) if name in set(Review) else Review.UNREVIEWED


def _terms(held: Mapping[str, str], *, own: bool) -> Iterator[Term]:
    """The names of the cells: the columns of names first, then other names and those not to be used."""

    def split(text: str) -> list[str]:
        parts = [text] if own else _SYNONYMS.split(text)
        return parts if any(parts) else [text]  # a name may be a bar, and nothing else

    forbidden = "true" in {held.get("forbidden", "").casefold(), held.get("status", "").replace("forbidden", "true")}
    status = TermStatus.DEPRECATED if forbidden else TermStatus.ADMITTED
    if "source" in held and "target" in held:
        unused = frozenset(split(held["target"]) if forbidden else ())
        yield from pair(split(held["source"]), split(held["target"]), unused=unused)
    for field, text in held.items():
        if side(field):
            yield from (Term(name, LANGS.get(field, field), status=status) for name in split(text) if name)
    for field, lesser in (("aliases", TermStatus.ADMITTED), ("forbidden", TermStatus.DEPRECATED)):
        for name in filter(None, map(str.strip, re.split(r";\s+", held.get(field, "")))):
            if name.casefold() not in {"true", "false"}:
                yield Term(name, "zh" if has_han(name) else "en", status=lesser)
