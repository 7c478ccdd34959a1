"""What a row of a table that we exported says beyond the entry that it was exported from.

An export is no text: taken back as it was it states nothing anew. A cell that somebody changed in it counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from glossary.formats import columns
from glossary.formats.pinyin import reading_of
from glossary.formats.rows import Row
from glossary.model import Entry, Kind, Origin, Review

__all__ = ["unsaid"]


def unsaid(made: Entry, row: Row, held: Entry) -> Entry:
    """The entry ``made`` of the row, of which ``held`` is the entry with its id, without what that says already.

    It is ``held`` itself where nothing is new.
    """
    if not (_names(row, held) and row.kind in {Kind.OTHER, held.kind} and _sentence(row, held)):
        return made
    if _reviewed(row, held) and _said(row, held) and _forbidden(row) <= _parts(columns.unused(held)):
        return held
    edited = tuple(term for term in made.terms if term.origin is Origin.EDITED)
    return replace(made, terms=edited, mentions=(), sources=())


def _names(row: Row, held: Entry) -> bool:
    """Whether all names are those of the entry, and those in front stand there too."""
    known = _parts(term.text for term in held.terms if term.status.in_use)
    preferred = {"en": columns.english(held), "zh-Hant": columns.traditional(held), "zh-Hans": columns.simplified(held)}
    first = {term.lang: term.text for term in reversed(row.terms) if term.status.in_use}
    return all(first[lang] == preferred[lang] for lang in preferred.keys() & first.keys()) and known.issuperset(
        term.text for term in row.terms if term.status.in_use
    )


def _parts(names: Iterable[str]) -> set[str]:
    """The names, and what a list of names would make of one that holds its separator."""
    found = set(names)
    return found | {part.strip() for name in found for part in name.split("; ")}


def _sentence(row: Row, held: Entry) -> bool:
    return not row.context or _plain(row.context) in {_plain(mention.context) for mention in held.mentions}


def _reviewed(row: Row, held: Entry) -> bool:
    return row.review in {Review.UNREVIEWED, held.review} and (not row.note or _plain(row.note) == _plain(held.note))


def _said(row: Row, held: Entry) -> bool:
    """Whether the pinyin is that of one of the names, or of none."""
    said = [term for term in held.terms if term.reading]
    return not (row.pinyin and said) or any(reading_of(row.pinyin, term, kind=held.kind) is None for term in said)


def _forbidden(row: Row) -> set[str]:
    return {term.text for term in row.terms if not term.status.in_use}


def _plain(text: str) -> str:
    """The text as a cell of a table without line breaks may have it."""
    return " ".join(text.split())
