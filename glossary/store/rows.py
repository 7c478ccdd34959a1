"""Entries as rows of the store's tables, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

import msgspec

from glossary.keys import Family
from glossary.model import (
    Certainty,
    Decision,
    Derivation,
    Entry,
    Form,
    Given,
    Kind,
    Mention,
    Origin,
    Pair,
    Reading,
    Reason,
    Review,
    Source,
    Span,
    Term,
    TermStatus,
    TermType,
    in_order,
)
from glossary.store.heads import Head

__all__ = [
    "FAMILY_NUMBERS",
    "Malformed",
    "decision",
    "decision_row",
    "entry",
    "given_cell",
    "head",
    "mention_row",
    "source_row",
    "term_rows",
    "terms",
    "texts",
]

Row: TypeAlias = Sequence[Any]

# How a store keeps the family of a key: smaller is more trusted. The numbers are for good, the gaps for new families.
FAMILY_NUMBERS = {
    Family.CHINESE: 10,
    Family.ENGLISH: 20,
    Family.ACRONYM: 30,
    Family.FOREIGN: 35,
    Family.PINYIN_TONES: 40,
    Family.PINYIN: 50,
    Family.ROMANIZATION: 60,
    Family.SHORT: 70,
    Family.WORD: 80,
    Family.PART: 85,
    Family.INITIALS: 90,
    Family.ACROSTIC: 95,
}


class Malformed(Exception):
    """A row that is not what we write."""


_reading = msgspec.json.Decoder(Reading)
_short_reading = msgspec.json.Decoder(tuple[str, str, str, str, str, Certainty, tuple[str, ...]])
_texts = msgspec.json.Decoder(tuple[str, ...])
_spans = msgspec.json.Decoder(tuple[int, int, int, int, int, int])
_reasons = msgspec.json.Decoder(tuple[tuple[str, float, str], ...])
_decision = msgspec.json.Decoder(Decision)
_given = msgspec.json.Decoder(Given)

# By value: quicker than calling the enumerations, of which a look-up reads hundreds.
_KINDS = {str(kind): kind for kind in Kind}
_REVIEWS = {str(review): review for review in Review}
_FORMS = {str(form): form for form in Form}
_TYPES = {str(kind): kind for kind in TermType}
_STATUSES = {str(status): status for status in TermStatus}
_ORIGINS = {str(origin): origin for origin in Origin}
_DERIVATIONS = {str(derivation): derivation for derivation in Derivation}

_SAME = "="  # a reading that is that of the term before it: both scripts of a name are said alike


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def texts(cell: str) -> tuple[str, ...]:
    """The strings of a JSON array."""
    return _texts.decode(cell)


def source_row(source: Source) -> Row:
    """The values of a source, in the order of its fields."""
    return (source.id, source.path, source.title, source.publisher, source.url, source.date, source.lang)


def term_rows(terms: Iterable[Term]) -> Iterator[Row]:
    """The values of the terms of an entry, without entry and place."""
    before: Reading | None = None
    for term in terms:
        reading = None if term.reading is None else _SAME if term.reading == before else _cell(term.reading)
        before = term.reading or before
        yield (
            term.text, term.lang, term.type, term.status, term.origin, term.derivation,
            _json(term.alternatives) if term.alternatives else "", reading, term.note,
        )  # fmt: skip


def terms(found: Iterable[Row]) -> tuple[Term, ...]:
    """The terms of their rows.

    Raises:
        Malformed: a value that is none of its type.
    """
    try:
        return tuple(_terms(found))
    except (ValueError, TypeError, KeyError, msgspec.MsgspecError) as fault:
        raise Malformed(f"a term: {fault}") from fault


def _cell(reading: Reading) -> str:
    """A reading as an array of its fields."""
    fields = (reading.pinyin, reading.pinyin_numbers, reading.toneless, reading.zhuyin, reading.wade_giles)
    return _json((*fields, reading.certainty, reading.alternatives))


def _terms(found: Iterable[Row]) -> Iterator[Term]:
    before: Reading | None = None
    for text, lang, kind, status, origin, derivation, alternatives, cell, note in found:
        reading = before if cell == _SAME else _read(cell)
        before = reading or before
        yield Term(
            text, lang, _TYPES[kind], _STATUSES[status], _ORIGINS[origin], _DERIVATIONS[derivation],
            _texts.decode(alternatives) if alternatives else (), reading, note,
        )  # fmt: skip


def _read(cell: str | None) -> Reading | None:
    """A reading; version 1 of the tables wrote an object, later ones an array of its fields."""
    if cell is None:
        return None
    return _reading.decode(cell) if cell.startswith("{") else Reading(*_short_reading.decode(cell))


def decision_row(decision: Decision) -> Row:
    """The values of a decision, without its entry."""
    return (decision.id, decision.verb, decision.time, _json(decision))


def decision(cell: str) -> Decision:
    """The decision whose JSON the cell is.

    Raises:
        Malformed: it is none.
    """
    try:
        return _decision.decode(cell)
    except (ValueError, msgspec.MsgspecError) as fault:
        raise Malformed(f"decision {cell[:60]}: {fault}") from fault


def head(kind: str, review: str, mentions: int) -> Head:
    """What ranks an entry, of its columns.

    Raises:
        Malformed: a value that is none of its type.
    """
    try:
        return Head(_KINDS[kind], _REVIEWS[review], mentions)
    except KeyError as fault:
        raise Malformed(f"an entry: {fault}") from fault


def given_cell(given: Given | None) -> str | None:
    """What an entry says without its decisions, as JSON."""
    return _json(given) if given else None


def mention_row(mention: Mention) -> Row:
    """The values of a mention, without its entry, place and source."""
    pair = mention.pair
    spans = [edge for span in (mention.english, mention.chinese, mention.gloss) for edge in (span.start, span.end)]
    reasons = [(reason.name, reason.weight, reason.detail) for reason in mention.reasons]
    return (
        pair.english, pair.chinese, pair.kind, _json(pair.aliases), mention.form,
        _json(spans), mention.probability, mention.context, _json(reasons), mention.where,
    )  # fmt: skip


def _mention(row: Row) -> Mention:
    english, chinese, kind, aliases, form, spans, probability, context, reasons, where, document = row[:11]
    edges = _spans.decode(spans)
    return Mention(
        pair=Pair(english, chinese, _KINDS[kind], () if aliases == "[]" else _texts.decode(aliases)),
        document=document,
        form=_FORMS[form],
        english=Span(*edges[0:2]),
        chinese=Span(*edges[2:4]),
        gloss=Span(*edges[4:6]),
        probability=probability,
        context=context,
        reasons=tuple(Reason(*reason) for reason in _reasons.decode(reasons)),
        where=where,
    )


def entry(row: Row, *, terms: Iterable[Row], mentions: Iterable[Row], decisions: Iterable[Row]) -> Entry:
    """The entry of its row (id, kind, review, note, modified, given, added) and of the rows that belong to it.

    A row of a mention ends with the columns of its source.

    Raises:
        Malformed: a value that is none of its type.
    """
    name, kind, review, note, modified, given, added = row
    stated = tuple(mentions)
    sources = {found[10]: found[10:] for found in stated}
    try:
        return Entry(
            name, _KINDS[kind], tuple(_terms(terms)), in_order(map(_mention, stated)),
            tuple(Source(*sources[document]) for document in sorted(sources)), Review(review), note, modified,
            tuple(decision(cell) for (cell,) in decisions), _given.decode(given) if given else None, added,
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, msgspec.MsgspecError) as fault:
        raise Malformed(f"entry {name}: {fault}") from fault
