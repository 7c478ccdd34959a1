"""Which English words a Chinese word translates: 半导体 and semiconductor.

English words are compared by their stems, so that 工业 (industry) is a gloss of "Industrial". The stemmer is rough on
purpose: it only has to treat the dictionary's words and a name's words alike.

>>> gloss("Semiconductor", "半导体"), gloss("Association", "半导体")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from glossary import tables
from glossary.lang.transliteration import letters

__all__ = ["LONGEST", "family", "gloss", "is_word", "lexicon", "meanings", "senses", "shortened", "stem", "within"]

LONGEST = 10  # characters of the longest Chinese word in the table
_SHORTEST_STEM = 4
_ENDINGS = (
    "ations", "ation", "ments", "ical", "ment", "ians", "ions", "ial", "ian", "ies", "ers", "ors", "ing", "ion",
    "ity", "ive", "ous", "ish", "ese", "als", "ics", "al", "an", "en", "ed", "er", "es", "ic", "ly", "or", "s", "ate",
    "y", "e", "i", "a", "t",
)  # fmt: skip


_ENDING = re.compile(rf"(?<=[a-z]{{{_SHORTEST_STEM}}})(?:{'|'.join(_ENDINGS)})$")


@lru_cache(8192)
def stem(word: str) -> str:
    """The stem of an English word: letters a–z, endings cut off while at least four letters stay.

    >>> stem("Industrial"), stem("industry"), stem("Chile"), stem("US")
    ('industr', 'industr', 'chil', 'us')
    """
    out = letters(word.removesuffix("'s").removesuffix("’s"))
    if len(out) > _SHORTEST_STEM and out.endswith("s") and not out.endswith("ss"):
        out = out[:-1]  # before the endings, so that archives and archive have one stem
    while len(out) > _SHORTEST_STEM and (shorter := _ENDING.sub("", out)) != out:
        out = shorter
    return out[:-1] if out[-1:] == out[-2:-1] else out  # tagging and tag


@lru_cache(8192)
def family(english_stem: str) -> tuple[str, ...]:
    """The stem and those of the words that are made from the same one (papal, pope).

    >>> family(stem("papal")), family("zzz")
    (('papal', 'pope'), ('zzz',))
    """
    others = tables.found("word_families", english_stem)
    return (english_stem, *others.split(",")) if others else (english_stem,)


def gloss(word: str, characters: str) -> bool:
    """Whether the dictionary glosses the Chinese word ``characters`` (simplified) with the English ``word``.

    >>> gloss("universities", "大学"), gloss("Papal", "教宗"), gloss("", "大学"), gloss("x", "")
    (True, True, False, False)
    """
    return bool(word) and not meanings(characters).isdisjoint(family(stem(word)))


@lru_cache(16384)
def meanings(characters: str) -> frozenset[str]:
    """The stems of the English words that gloss a Chinese word; empty when it is not in the dictionary.

    >>> stem("university") in meanings("大学")
    True
    """
    stems = _beginning(characters[:2]).get(characters)
    return frozenset(stems.split(",")) if stems else frozenset()


@lru_cache(4096)
def senses(characters: str) -> frozenset[str]:
    """The same from the general dictionary alone: what a word means to everybody, and not in each field.

    >>> stem("cell") in senses("单元"), stem("cell") in meanings("单元")
    (False, True)
    """
    stems = _stated(characters[:2], _TABLES[:1]).get(characters)
    return frozenset(stems.split(",")) if stems else frozenset()


def within(characters: str, longest: int = LONGEST) -> frozenset[str]:
    """The stems of the English words that gloss any stretch of the characters, of at most so many.

    >>> stem("university") in within("国立大学"), stem("university") in within("国立大学", 1)
    (True, False)
    """
    return _within(characters, min(longest, len(characters)))


@lru_cache(512)  # the sets are large, and the edge of a name and its kind ask one after the other
def _within(characters: str, longest: int) -> frozenset[str]:
    known = lexicon(characters).items()
    return frozenset(stem for word, stems in known if len(word) <= longest for stem in stems.split(","))


@lru_cache(64)
def lexicon(text: str) -> Mapping[str, str]:
    """The Chinese words known that stand in a text, with their stems, by commas.

    >>> stem("university") in lexicon("国立大学")["大学"].split(",")
    True
    """
    beginnings = ((place, text[place : place + size]) for place in range(len(text)) for size in (1, 2))
    return {
        word: stems
        for place, beginning in beginnings
        for word, stems in _beginning(beginning).items()
        if text.startswith(word, place)
    }


def is_word(characters: str) -> bool:
    """Whether the dictionary has a Chinese word.

    >>> is_word("大学"), is_word("大学在"), is_word("")
    (True, False, False)
    """
    return characters in _beginning(characters[:2])


_TABLES = ("glosses", "ecdict_glosses")  # the general dictionary first


@lru_cache(1 << 13)
def _beginning(characters: str) -> dict[str, str]:
    """The words that begin with two characters, or the word that is one, with their stems, by commas."""
    return _stated(characters, _TABLES)


def _stated(characters: str, names: Iterable[str]) -> dict[str, str]:
    """The same from some of the tables."""
    first, second = characters[:1], characters[1:]
    found: dict[str, str] = {}
    for name in names:
        for cell in tables.words_in(name, first, second or ":"):
            rest, _, stems = cell.partition(":")
            word = first + rest
            found[word] = f"{found[word]},{stems}" if word in found else stems
    return found


@lru_cache(8192)
def shortened(english_stem: str) -> str:
    """The single characters that may stand for an English word, given as its stem, in a shortened name.

    >>> "联" in shortened(stem("Federal")), shortened("zzz")
    (True, '')
    """
    return tables.found("gloss_characters", english_stem)
