"""What the reader of names knows, from the tables of this package and of ``pypinyin``.

The only home of ``pypinyin``, whose dictionaries are read and never changed; its converter is not used.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache, lru_cache

from glossary.lang.knowledge import Counts, Knowledge, Usage
from glossary.lang.script import fold
from glossary.lang.syllables import from_marks
from glossary.tables import rows

__all__ = ["learnt", "listed", "stated", "untaught"]


@cache
def learnt() -> Knowledge:
    """Everything the reader knows."""
    usage = {char: Usage(*map(_counts, cells)) for char, *cells in rows("cedict_characters")}
    pairs = {(pair, int(place)): said for pair, place, said in rows("cedict_pairs")}
    words, phrases = _dictionary() | _parts(), _phrases()
    beginnings = frozenset([text[:2] for text in (*words, *phrases)])

    def word(text: str) -> tuple[str, ...] | None:
        return words.get(text) or (_converted(text) if text in phrases else None)

    return replace(untaught(), word=word, usage=usage, pairs=pairs, begins=beginnings.__contains__)


def untaught() -> Knowledge:
    """What the reader knows without CC-CEDICT; the build script and the benchmark start from it."""
    return Knowledge(word=stated, heteronyms=_heteronyms, usage={}, surnames=_surname_readings(), listed=_listed())


@cache
def _surname_readings() -> dict[str, tuple[str, ...]]:
    """How surnames are said, in either script."""
    return {surname: tuple(reading.split(" ")) for surname, reading in rows("surnames")}


def _counts(cell: str) -> Counts:
    """``"shan4:12 chan2:3"`` as pairs."""
    pairs = (pair.split(":") for pair in cell.split(" ") if pair)
    return tuple((said, int(count)) for said, count in pairs)


@cache
def _dictionary() -> dict[str, tuple[str, ...]]:
    """Words and names whose reading CC-CEDICT gives and the rules would miss."""
    return {text: tuple(reading.split(" ")) for text, reading in rows("cedict_words")}


def stated(text: str) -> tuple[str, ...] | None:
    """The syllables that our own list of parts of names, or pypinyin's phrases, give exactly this string."""
    return _parts().get(text) or phrase(text)


def listed(text: str) -> tuple[str, ...] | None:
    """The syllables that our own list gives a place, by its name alone or with 县, 区, 市 or 镇 behind it.

    >>> listed("閩侯縣"), listed("臺北市")
    (('min3', 'hou4', 'xian4'), None)
    """
    simple = fold(text)
    name, ending = (simple, ()) if simple in _parts() else (simple[:-1], _ENDINGS.get(simple[-1:]))
    own = _parts().get(name)
    return (*own, *ending) if own and ending is not None else None


_ENDINGS = {"县": ("xian4",), "区": ("qu1",), "市": ("shi4",), "镇": ("zhen4",)}


@cache
def _parts() -> dict[str, tuple[str, ...]]:
    """Parts of names whose reading is their own."""
    return {text: tuple(reading.split(" ")) for text, reading in rows("name_readings")}


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """The readings that characters, folded, have in the parts of names."""
    found: dict[str, set[str]] = defaultdict(set)
    for text, reading in _parts().items():
        for char, said in zip(fold(text), reading, strict=True):
            found[char].add(said)
    return {char: tuple(sorted(said)) for char, said in found.items()}


def phrase(text: str) -> tuple[str, ...] | None:
    """The syllables that pypinyin's phrases give exactly this string."""
    return _converted(text) if text in _phrases() else None


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The phrases of pypinyin: for each character of a phrase its readings there, with tone marks."""
    from pypinyin.phrases_dict import phrases_dict

    phrases: dict[str, list[list[str]]] = phrases_dict
    return phrases


@lru_cache(maxsize=65536)
def _converted(phrase: str) -> tuple[str, ...] | None:
    """The syllables of one of the phrases, where each character has one."""
    said = _phrases()[phrase]
    return tuple(from_marks(options[0]) for options in said) if len(said) == len(phrase) else None


@cache
def _characters() -> dict[int, str]:
    """The readings of characters of pypinyin, by code point."""
    from pypinyin.pinyin_dict import pinyin_dict

    readings: dict[int, str] = pinyin_dict
    return readings


@lru_cache(maxsize=16384)
def _heteronyms(char: str) -> tuple[str, ...]:
    """Every reading of a character that pypinyin has, its ordinary one first."""
    found = _characters().get(ord(char)) or _characters().get(ord(fold(char)[:1] or char))
    return tuple(dict.fromkeys(from_marks(one) for one in found.split(","))) if found else ()
