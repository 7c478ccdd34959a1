"""What is said of an entry where its name is marked."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.formats import columns
from glossary.matcher import Occurrence
from glossary.model import Entry

__all__ = ["Card", "card", "other_name", "summary"]

_SENTENCE = 200  # characters of the sentence that states the pair


@dataclass(frozen=True, slots=True)
class Card:
    """An entry's names, how the Chinese one is said, and where a text states them; empty what is not known."""

    english: str
    forms: tuple[str, ...]
    pinyin: str
    zhuyin: str
    kind: str
    others: tuple[str, ...]
    sentence: str
    source: str
    note: str


def card(entry: Entry) -> Card:
    """The card of an entry."""
    reading = columns.reading(entry)
    forms = dict.fromkeys(filter(None, (columns.traditional(entry), columns.simplified(entry))))
    sentence = " ".join(columns.context(entry).split())
    return Card(
        english=columns.english(entry),
        forms=tuple(forms),
        pinyin=reading.pinyin if reading else "",
        zhuyin=reading.zhuyin if reading else "",
        kind=entry.kind.value,
        others=columns.aliases(entry),
        sentence=sentence if len(sentence) <= _SENTENCE else sentence[: _SENTENCE - 1].rstrip() + "…",
        source=columns.source(entry),
        note=" ".join(entry.note.split()),
    )


def other_name(one: Occurrence) -> str:
    """The name in the other language than the one that stands in the text; empty where there is none."""
    return columns.english(one.entry) if one.name.chinese else columns.chinese(one.entry)


def summary(one: Occurrence) -> str:
    """The other name and the reading in one short line.

    >>> from glossary.matcher import Matcher
    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Kind, Pair
    >>> (found,) = Matcher([from_pair(Pair("He Lifeng", "何立峰", Kind.PERSON))]).find("He Lifeng")
    >>> summary(found)
    '何立峰 Hé Lìfēng'
    """
    said = card(one.entry)
    names = (said.english,) if one.name.chinese else said.forms
    return " ".join(filter(None, (" / ".join(filter(None, names)), said.pinyin)))
