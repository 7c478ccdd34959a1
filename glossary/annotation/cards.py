"""What is said of an entry where its name is marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from glossary.formats import columns
from glossary.matcher import Occurrence
from glossary.matcher.belief import is_unsure
from glossary.model import Entry, Origin

__all__ = ["Card", "card", "cards", "summary"]

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


def card(entry: Entry) -> Card:
    """The card of an entry."""
    chinese = [term for script in _SCRIPTS if (term := columns.chinese_term(entry, script, ""))]
    reading = next((term.reading for term in chinese if term.reading), None)
    sentence = " ".join(columns.context(entry).split())
    several = sum(term.origin is not Origin.DERIVED for term in entry.terms) > _BOTH
    return Card(
        english=columns.english(entry),
        forms=tuple(dict.fromkeys(term.text for term in chinese)),
        pinyin=columns.pinyin(entry),
        zhuyin=reading.zhuyin if reading else "",
        kind=entry.kind.value,
        others=columns.aliases(entry) if several else (),
        sentence=sentence if len(sentence) <= _SENTENCE else sentence[: _SENTENCE - 1].rstrip() + "…",
        source=columns.source(entry),
        note=" ".join(entry.note.split()),
        unsure=is_unsure(entry),
    )


def cards(found: Iterable[Occurrence]) -> dict[str, Card]:
    """The card of each entry by its id; a card is made once, as an entry may have very many mentions."""
    return {key: card(entry) for key, entry in {one.entry.id: one.entry for one in found}.items()}


def summary(one: Occurrence) -> str:
    """The other name and the reading in one short line, with a question mark where the pair waits for review.

    >>> from glossary.matcher import Matcher
    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Kind, Pair
    >>> (found,) = Matcher([from_pair(Pair("He Lifeng", "何立峰", Kind.PERSON))]).find("He Lifeng")
    >>> summary(found)
    '何立峰 Hé Lìfēng'
    """
    said = card(one.entry)
    names = (said.english,) if one.name.chinese else said.forms
    return " ".join(filter(None, (" / ".join(filter(None, names)), said.pinyin, "(?)" * said.unsure)))
