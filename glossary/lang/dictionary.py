"""What the reader of names knows, from the tables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache, lru_cache

from glossary.lang.knowledge import Counts, Knowledge, Usage
from glossary.lang.script import fold
from glossary.tables import begins, found, rows

__all__ = ["learnt", "listed", "stated", "untaught"]


@cache
def learnt() -> Knowledge:
    """Everything the reader knows."""
    usage = {char: Usage(*map(_counts, cells)) for char, *cells in rows("cedict_characters")}
    pairs = {(pair, int(place)): said for pair, place, said in rows("cedict_pairs")}
    words = _dictionary() | _parts()
    beginnings = frozenset([text[:2] for text in words])

    @lru_cache(maxsize=8192)
    def word(text: str) -> tuple[str, ...] | None:
        return words.get(text) or phrase(text)

    @lru_cache(maxsize=8192)
    def begun(text: str) -> bool:
        return text in beginnings or (len(text) > 1 and begins("pinyin", text))

    return replace(untaught(), word=word, usage=usage, pairs=pairs, begins=begun)


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
    """The syllables that our own list of parts of names, or the dictionary of phrases, give exactly this string."""
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
    """The syllables that the dictionary of phrases gives exactly this string."""
    return (tuple(found("pinyin", text).split()) or None) if len(text) > 1 else None


@lru_cache(maxsize=16384)
def _heteronyms(char: str) -> tuple[str, ...]:
    """Every reading of a character that is known, its ordinary one first."""
    return tuple((found("pinyin", char) or found("pinyin", fold(char)[:1] or char)).split())
