"""What is said of an entry where its name is marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from glossary.formats import columns
from glossary.matcher import Occurrence
from glossary.matcher.belief import is_unsure
from glossary.matcher.folding import fold
from glossary.model import Entry, Origin, Term

__all__ = ["Card", "card", "cards", "key", "summary"]

_SCRIPTS = ("zh-Hant", "zh-Hans")
_BOTH = 2  # names of an entry that has one in each language
_SENTENCE = 200  # characters of the sentence that states the pair


@dataclass(frozen=True, slots=True)
class Card:
    """An entry's names, how the Chinese one is said, and where a text states them; empty what is not known.

    ``unsure``: the pair waits for somebody to review it.
    """

    english: str
    forms: tuple[str, ...]
    pinyin: str
    zhuyin: str
    kind: str
    others: tuple[str, ...]
    sentence: str
    source: str
    note: str
    unsure: bool


def card(one: Occurrence) -> Card:
    """The card of an entry whose name stands in a text.

    Where that is a Chinese name that the entry does not show (特朗普 beside 川普), it comes first, with its reading.
    """
    entry, standing = one.entry, _not_shown(one)
    chinese = [standing] if standing else []
    chinese += _shown(entry)
    reading = standing.reading if standing else next((term.reading for term in chinese if term.reading), None)
    sentence = " ".join(columns.context(entry).split())
    several = sum(term.origin is not Origin.DERIVED for term in entry.terms) > _BOTH
    return Card(
        english=columns.english(entry),
        forms=tuple(dict.fromkeys(term.text for term in chinese)),
        pinyin=reading.pinyin if reading else "",
        zhuyin=reading.zhuyin if reading else "",
        kind=entry.kind.value,
        others=columns.aliases(entry) if several else (),
        sentence=sentence if len(sentence) <= _SENTENCE else sentence[: _SENTENCE - 1].rstrip() + "…",
        source=columns.source(entry),
        note=" ".join(entry.note.split()),
        unsure=is_unsure(entry),
    )


def _shown(entry: Entry) -> list[Term]:
    """The Chinese names that stand for an entry, one for each script."""
    return [term for script in _SCRIPTS if (term := columns.chinese_term(entry, script, ""))]


def _not_shown(one: Occurrence) -> Term | None:
    """The term that stands there where it is a Chinese one and none of those shown, whatever its script."""
    term = one.name.term
    if not term.is_chinese or fold(term.text) in {fold(shown.text) for shown in _shown(one.entry)}:
        return None
    return term


def key(one: Occurrence) -> tuple[str, str]:
    """What tells which card is an occurrence's: its entry, and the Chinese name that stands there."""
    return one.entry.id, one.name.term.text if one.name.chinese else ""


def cards(found: Iterable[Occurrence]) -> dict[tuple[str, str], Card]:
    """The cards by :func:`key`; each is made once, as an entry may have very many mentions."""
    firsts: dict[tuple[str, str], Occurrence] = {}
    for one in found:
        firsts.setdefault(key(one), one)
    return {which: card(one) for which, one in firsts.items()}


def summary(one: Occurrence) -> str:
    """The other name and the reading in one short line, with a question mark where the pair waits for review.

    >>> from glossary.matcher import Matcher
    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Kind, Pair
    >>> (found,) = Matcher([from_pair(Pair("He Lifeng", "何立峰", Kind.PERSON))]).find("He Lifeng")
    >>> summary(found)
    '何立峰 Hé Lìfēng'
    """
    said = card(one)
    names = (said.english,) if one.name.chinese else said.forms
    return " ".join(filter(None, (" / ".join(filter(None, names)), said.pinyin, "(?)" * said.unsure)))
