"""Which English names are words, too: Apple, Target and Reading are, Nvidia and Tunghai are not.

And which spell the Chinese one.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from glossary import tables
from glossary.lang import romanization
from glossary.lang.glosses import family, stem
from glossary.lang.romanization import Level
from glossary.lang.romanization.spellings import systematic
from glossary.lang.titles import nature
from glossary.model import Entry

__all__ = ["has_senses", "is_romanized", "is_syllable", "is_word", "stands_for"]

_OFTEN = 20  # Chinese words that the dictionary glosses with an English one; with a name a few
_SOME = 4  # so many are enough for a word from which others are made


@lru_cache(4096)
def is_word(text: str) -> bool:
    """Whether one English word with a capital is also an ordinary word.

    >>> [is_word(text) for text in ("Target", "Oranges", "Nvidia", "Foxconn")]
    [True, True, False, False]
    """
    word = stem(text)
    return _glossed()[word] >= (_SOME if _makes_others(word) else _OFTEN)


@lru_cache(4096)
def has_senses(text: str) -> bool:
    """Whether the dictionary glosses a few Chinese words with an English one, so that a term may not be all it means.

    >>> [has_senses(text) for text in ("canopy", "inheritance", "photoresist")]
    [True, True, False]
    """
    return _glossed()[stem(text)] > _SOME


def is_romanized(text: str, entry: Entry) -> bool:
    """Whether an English name spells the Chinese one, as that of a Chinese place: Dajia in Dajia Mazu Pilgrimage.

    >>> from glossary.model import Kind, Term
    >>> entry = Entry("e1", Kind.TERM, (Term("gaokao", "en"), Term("高考", "zh-Hans")))
    >>> is_romanized("Gaokao", entry), is_romanized("Entrance", entry)
    (True, False)
    """
    return any(_spells(text, term.text) for term in entry.terms if term.is_chinese)


@lru_cache(4096)
def _spells(text: str, chinese: str) -> bool:
    found = romanization.fit(text, chinese)
    return found.level is Level.FULL and found.system != "exonym"  # Central for 中環 is a word


def _makes_others(word: str) -> bool:
    return len(family(word)) > 1 or word in _verbs()


@cache
def _verbs() -> frozenset[str]:
    return frozenset(stem(row[0]) for row in tables.rows("english_verbs"))


@cache
def _glossed() -> Counter[str]:
    """How many Chinese words the dictionary glosses with each stem; its cells are words as 半导体:semiconductor,…"""
    cells = (cell.partition(":")[2] for row in tables.rows("glosses") for cell in row[1].split())
    return Counter(stem for cell in cells for stem in cell.split(","))


def is_syllable(text: str) -> bool:
    """Whether the letters are one Chinese syllable in a usual romanization.

    >>> [is_syllable(text) for text in ("Yi", "chun", "hsiung", "era", "Manuel")]
    [True, True, True, False, False]
    """
    return text.lower() in systematic()


def stands_for(acronym: str, text: str) -> bool:
    """Whether the last words of a text begin with the letters of an acronym, in order; small words may have none.

    >>> stands_for("CPC", "the Communist Party of China"), stands_for("CPC", "the refinery")
    (True, False)
    """
    if not acronym.isupper():
        return False
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    for word in reversed(re.findall(r"[^\W\d_]+", text)):
        if not letters:
            break
        if word[0].lower() == letters[-1] and (word[0].isupper() or not nature(word).small):
            letters.pop()
        elif not nature(word).small:
            return False
    return not letters
