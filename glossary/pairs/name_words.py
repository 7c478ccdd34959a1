"""The words of an English name, prepared for comparing them with Chinese characters."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from glossary import tables
from glossary.lang import glosses, transliteration
from glossary.lang.companies import is_suffix

__all__ = ["NameWord", "compound", "is_link", "name_words", "numeral"]

_MOST_WORDS = 9
_SHORTEST_PART = 3  # letters of a word in a compound
_FEW_WORDS = 3  # in longer names words of the dictionary are translated, not spelt by sound
_ROMAN = ("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_ABBREVIATION = re.compile("[A-Z]{2,5}")


class NameWord(NamedTuple):
    """One word of an English name: its letters, its stem, and what it costs to leave it unexplained."""

    letters: str
    stem: str
    text: str
    skip: float
    heard: bool
    dictionary: bool  # a word of the language, not only a name
    named: bool  # none, and with a capital
    short: str  # characters that may stand for it in a shortened name
    parts: tuple[tuple[str, str], ...]  # the stems of the two words that it may be made of
    initials: str  # the letters of a word that may abbreviate some: UC Berkeley


@lru_cache(4096)
def name_words(english: str) -> tuple[NameWord, ...]:
    """The words of an English name, at most nine, the last ones of a longer name.

    >>> [word.letters for word in name_words("University of São Paulo")]
    ['university', 'of', 'sao', 'paulo']
    """
    found = _WORD.findall(english)[-_MOST_WORDS:]
    content = [word for word in found if not is_link(word)]
    return tuple(_name_word(word, content) for word in found)


def _name_word(word: str, content: list[str]) -> NameWord:
    """The word prepared; ``content`` are the words of its name that are no links."""
    letters, stem = transliteration.letters(word), glosses.stem(word)
    short = glosses.shortened(stem)
    heard = not is_link(word) or tables.mapping("name_links").get(word.lower()) == "heard"
    return NameWord(
        letters,
        stem,
        word.casefold(),
        skip=_skip_cost(word, content),
        heard=heard and len(letters) > 1 and (len(content) <= _FEW_WORDS or not short),
        dictionary=bool(short),
        named=not short and not word.islower(),
        short=short if len(content) > 1 else "",
        parts=() if short or is_link(word) else compound(letters),
        initials=letters if len(content) > 1 and _ABBREVIATION.fullmatch(word) else "",
    )


@lru_cache(4096)
def compound(letters: str) -> tuple[tuple[str, str], ...]:
    """The stems of two words of the dictionary that a word may be made of.

    >>> compound("bridgewater"), compound("bessent")
    ((('bridg', 'water'),), ())
    """
    cuts = range(_SHORTEST_PART, len(letters) - _SHORTEST_PART + 1)
    halves = ((glosses.stem(letters[:cut]), glosses.stem(letters[cut:])) for cut in cuts)
    return tuple((one, two) for one, two in halves if glosses.shortened(one) and glosses.shortened(two))


def is_link(word: str) -> bool:
    """Whether a word only joins the others (of, van) or is a letter: nothing in the Chinese need stand for it.

    >>> is_link("of"), is_link("J"), is_link("Bessent")
    (True, True, False)
    """
    return word.lower() in tables.mapping("name_links") or (len(word) == 1 and word.isalpha())


def _skip_cost(word: str, content: list[str]) -> float:
    """Dropping a given name is usual, dropping the last or only word of a name is not."""
    if is_link(word):
        return -0.15
    if len(content) == 1:
        return -4.5
    if is_suffix(word) and word != content[0]:
        return -0.4
    return -1.9 if word == content[-1] else -1.1


@lru_cache(1024)
def numeral(word: str) -> str:
    """The Chinese numeral for a Roman one up to 16 or an Arabic one up to 20; empty for other words.

    >>> numeral("iv"), numeral("12"), numeral("victor")
    ('四', '十二', '')
    """
    if word in _ROMAN:
        value = _ROMAN.index(word) + 2
    elif word.isascii() and word.isdigit() and len(word) <= 2 and 0 < int(word) <= 20:
        value = int(word)
    else:
        return ""
    tens, ones = divmod(value, 10)
    return ("", "十", "二十")[tens] + " 一二三四五六七八九"[ones].strip()
