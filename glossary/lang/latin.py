"""A name in Latin letters: an acronym, pinyin with tone marks, a word that everybody uses; its plain letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from glossary import tables

__all__ = ["has_ending", "is_acronym", "is_toned", "is_usual", "unaccented"]

_ACRONYM = re.compile(r"(?=[^a-z]*[A-Z][^a-z]*[A-Z])[A-Z0-9][A-Z0-9&.+/-]{1,9}s?")
# A macron or a caron on a vowel is a tone mark; an acute or a grave alone may be Spanish or French.
_TONES = re.compile("[āēīōūǖǎěǐǒǔǚǘǜ]")
# Letters that are no base letter with an accent, and accents.
_LETTERS = {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i"}
_PLAIN = str.maketrans(_LETTERS | dict.fromkeys(map(chr, range(0x300, 0x370)), ""))


def unaccented(text: str) -> str:
    """The text in small letters without accents, the letters beside a–z that Latin scripts have as those; ß is ss.

    >>> unaccented("Łódź"), unaccented("Đà Nẵng"), unaccented("Ｌǚ"), unaccented("Ǿresund")
    ('lodz', 'da nang', 'lu', 'oresund')
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)


def is_acronym(text: str) -> bool:
    """Whether the text is two to ten capitals, digits and signs, of them two capitals or more; a plural s may follow.

    >>> is_acronym("TSMC"), is_acronym("S&P"), is_acronym("3D"), is_acronym("Nvidia")
    (True, True, False, False)
    """
    return _ACRONYM.fullmatch(text) is not None


def is_toned(text: str) -> bool:
    """Whether the text has tone marks of pinyin that no European language has.

    >>> is_toned("Hé Lìfēng"), is_toned("José")
    (True, False)
    """
    return not text.isascii() and _TONES.search(text) is not None


def is_usual(word: str) -> bool:
    """Whether everybody uses the English word, whatever its case: at least ten times in a million words.

    >>> is_usual("Rival"), is_usual("Starry")
    (True, False)
    """
    return word.lower() in _usual()


def has_ending(word: str, *classes: str) -> bool:
    """Whether the English word ends as nouns of these classes of the table ``noun_endings`` do.

    >>> has_ending("Agronomist", "job"), has_ending("discovery", "process"), has_ending("Lifeng", "job", "process")
    (True, True, False)
    """
    return word.endswith(_endings(*classes))


@cache
def _endings(*classes: str) -> tuple[str, ...]:
    return tuple(tables.words("noun_endings", *classes))


@cache
def _usual() -> frozenset[str]:
    return frozenset().union(*tables.lists("english_words").values())
