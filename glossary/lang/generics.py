"""Generic words, which say what kind of thing a name names: County, 大學 (table ``kinds``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from glossary import tables
from glossary.model import Kind

__all__ = ["LONGEST", "ending", "generic", "is_generic", "last_characters", "of_word", "words"]

LONGEST = 6  # characters of a Chinese one


@cache
def words(side: str, place: str = "suffix") -> Mapping[str, Kind]:
    """The kind of each generic word of a side (``en``, ``zh``) that stands at that place of a name.

    >>> words("en", "prefix")["mount"].value
    'place'
    """
    return {text: Kind(kind) for where, at, text, kind in tables.rows("kinds") if (where, at) == (side, place)}


@lru_cache(8192)
def generic(chinese: str) -> Kind | None:
    """The kind that the end of a Chinese name tells, by the longest generic word that fits and leaves something over.

    >>> generic("屏東縣"), generic("台灣大學"), generic("林劍")
    (<Kind.PLACE: 'place'>, <Kind.ORGANIZATION: 'organization'>, None)
    """
    return ending(chinese)[0]


def ending(chinese: str) -> tuple[Kind | None, int]:
    """As :func:`generic`, and how many characters tell it.

    >>> ending("台灣大學")[1], ending("林劍")
    (2, (None, 0))
    """
    known = words("zh")
    for length in range(min(LONGEST, len(chinese) - 1), 0, -1):
        kind = known.get(chinese[-length:])
        if kind is not None:
            return kind, length
    return None, 0


@cache
def last_characters(kind: Kind) -> frozenset[str]:
    """The characters that the Chinese words of a kind end in: a name that ends in none is not of it by such a word.

    >>> "山" in last_characters(Kind.PLACE), "說" in last_characters(Kind.PLACE)
    (True, False)
    """
    return frozenset(text[-1] for text, own in words("zh").items() if own is kind)


def is_generic(word: str) -> bool:
    """Whether an English word only says what kind of thing a name names.

    >>> is_generic("Temple"), is_generic("Formosa")
    (True, False)
    """
    return of_word(word) is not None


def of_word(word: str) -> Kind | None:
    """The kind that an English word tells.

    >>> of_word("Temple"), of_word("Formosa")
    (<Kind.PLACE: 'place'>, None)
    """
    return words("en").get(word.casefold().rstrip("."))
