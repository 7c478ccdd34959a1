"""Which English words a Chinese word translates: 半导体 and semiconductor.

English words are compared by their stems, so that 工业 (industry) is a gloss of "Industrial". The stemmer is rough on
purpose: it only has to treat the dictionary's words and a name's words alike.

>>> gloss("Semiconductor", "半导体"), gloss("Association", "半导体")
(True, False)
"""

from __future__ import annotations

from functools import cache, lru_cache

from glossary.lang.transliteration import letters
from glossary.tables import rows

__all__ = ["LONGEST", "gloss", "meanings", "shortened", "stem"]

LONGEST = 10  # characters of the longest Chinese word in the table
_SHORTEST_STEM = 4
_ENDINGS = (
    "ations", "ation", "ments", "ical", "ment", "ians", "ions", "ial", "ian", "ies", "ers", "ors", "ing", "ion",
    "ity", "ive", "ous", "ish", "ese", "als", "ics", "al", "an", "en", "ed", "er", "es", "ic", "ly", "or", "s", "ate",
    "y", "e", "i", "a", "t",
)  # fmt: skip


@lru_cache(8192)
def stem(word: str) -> str:
    """The stem of an English word: letters a–z, endings cut off while at least four letters stay.

    >>> stem("Industrial"), stem("industry"), stem("Chile"), stem("US")
    ('industr', 'industr', 'chil', 'us')
    """
    out = letters(word.removesuffix("'s").removesuffix("’s"))
    while ending := next((end for end in _ENDINGS if out.endswith(end) and len(out) - len(end) >= _SHORTEST_STEM), ""):
        out = out.removesuffix(ending)
    return out


def gloss(word: str, characters: str) -> bool:
    """Whether the dictionary glosses the Chinese word ``characters`` (simplified) with the English ``word``.

    >>> gloss("universities", "大学"), gloss("", "大学"), gloss("x", "")
    (True, False, False)
    """
    return bool(word) and stem(word) in meanings(characters)


@lru_cache(16384)
def meanings(characters: str) -> frozenset[str]:
    """The stems of the English words that gloss a Chinese word; empty when it is not in the dictionary.

    >>> stem("university") in meanings("大学")
    True
    """
    stems = _words(characters[:1]).get(characters[1:])
    return frozenset(stems.split(",")) if stems else frozenset()


def shortened(english_stem: str) -> str:
    """The single characters that may stand for an English word, given as its stem, in a shortened name.

    >>> "联" in shortened(stem("Federal")), shortened("zzz")
    (True, '')
    """
    return _short().get(english_stem, "")


@cache
def _short() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("gloss_characters")}


@cache
def _words(first: str) -> dict[str, str]:
    """The words that begin with a character: what follows it -> stems, with commas."""
    return dict(word.split(":") for word in _table().get(first, "").split())


@cache
def _table() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("glosses")}
