"""Entries as rows of the store's tables, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import msgspec

from glossary.keys import Family
from glossary.model import (
    Derivation,
    Entry,
    Form,
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
)

__all__ = ["FAMILY_NUMBERS", "Malformed", "entry", "mention_row", "source_row", "term_row"]

Row: TypeAlias = Sequence[Any]

# How a store keeps the family of a key: smaller is more trusted. The numbers are for good, the gaps for new families.
FAMILY_NUMBERS = {
    Family.CHINESE: 10,
    Family.ENGLISH: 20,
    Family.ACRONYM: 30,
    Family.PINYIN_TONES: 40,
    Family.PINYIN: 50,
    Family.ROMANIZATION: 60,
    Family.SHORT: 70,
    Family.WORD: 80,
    Family.INITIALS: 90,
}


class Malformed(Exception):
    """A row that is not what we write."""


_reading = msgspec.json.Decoder(Reading)
_texts = msgspec.json.Decoder(tuple[str, ...])
_spans = msgspec.json.Decoder(tuple[int, int, int, int, int, int])
_reasons = msgspec.json.Decoder(tuple[tuple[str, float, str], ...])


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def source_row(source: Source) -> Row:
    """The values of a source, in the order of its fields."""
    return (source.id, source.path, source.title, source.publisher, source.url, source.date, source.lang)


def term_row(term: Term) -> Row:
    """The values of a term, without its entry and place."""
    reading = _json(term.reading) if term.reading else None
    return (
        term.text,
        term.lang,
        term.type,
        term.status,
        term.origin,
        term.derivation,
        _json(term.alternatives),
        reading,
    )


def _term(row: Row) -> Term:
    text, lang, kind, status, origin, derivation, alternatives, reading = row
    return Term(
        text, lang, TermType(kind), TermStatus(status), Origin(origin), Derivation(derivation),
        _texts.decode(alternatives), _reading.decode(reading) if reading else None,
    )  # fmt: skip


def mention_row(mention: Mention) -> Row:
    """The values of a mention, without its entry, place and source."""
    pair = mention.pair
    spans = [edge for span in (mention.english, mention.chinese, mention.gloss) for edge in (span.start, span.end)]
    reasons = [(reason.name, reason.weight, reason.detail) for reason in mention.reasons]
    return (
        pair.english, pair.chinese, pair.kind, _json(pair.aliases), mention.form,
        _json(spans), mention.probability, mention.context, _json(reasons),
    )  # fmt: skip


def _mention(row: Row) -> Mention:
    document, english, chinese, kind, aliases, form, spans, probability, context, reasons = row
    edges = _spans.decode(spans)
    return Mention(
        pair=Pair(english, chinese, Kind(kind), _texts.decode(aliases)),
        document=document,
        form=Form(form),
        english=Span(*edges[0:2]),
        chinese=Span(*edges[2:4]),
        gloss=Span(*edges[4:6]),
        probability=probability,
        context=context,
        reasons=tuple(Reason(*reason) for reason in _reasons.decode(reasons)),
    )


def entry(row: Row, *, terms: Iterable[Row], mentions: Iterable[Row], sources: Iterable[Row]) -> Entry:
    """The entry of its row (id, kind, review, note, modified) and of the rows that belong to it.

    Raises:
        Malformed: a value that is none of its type.
    """
    name, kind, review, note, modified = row
    try:
        return Entry(
            name, Kind(kind), tuple(map(_term, terms)), tuple(map(_mention, mentions)),
            tuple(Source(*found) for found in sources), Review(review), note, modified,
        )  # fmt: skip
    except (ValueError, TypeError, msgspec.MsgspecError) as fault:
        raise Malformed(f"entry {name}: {fault}") from fault
