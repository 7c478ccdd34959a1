"""Where the surname of a person's name ends, and whether it is a Chinese name at all: 雷根 is Mr Lei or Reagan.

The English name tells, where it spells the surname or has the sound of the whole. Else the characters do: those of
Chinese given names are not those that write foreign sounds, and the table ``person_characters`` weighs them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.lang import regions, romanization
from glossary.lang.script import fold
from glossary.lang.surnames import surnames
from glossary.lang.transliteration import sounds_like
from glossary.tables import rows

__all__ = ["NO_PERSON", "Shape", "is_double", "is_foreign", "shape", "surname_length"]

_LENGTHS = range(2, 5)  # characters of a person's name that may have a surname
_FOUR = 4  # characters of most Japanese names, two and two, and of a surname of two with a given name of two
_JAPANESE_SECOND = frozenset("田原谷石森江池井川岛")
# Log-odds below which a name of so many characters is foreign, found with CC-CEDICT's persons and foreign names kept
# aside: one in a hundred of the former is then taken for one of the latter.
_LEAST = {2: -2.0, 3: -1.0, 4: -4.0}
_DOUBT = 2.0  # log-odds on either side of that in which it is open
_KNOWN = 6.0  # log-odds against a name that a table knows for a foreign one
_MOST_WORDS = 12  # of the English that are looked at


class Shape(NamedTuple):
    """How many characters of a name are the surname (0: none), whether it is two surnames, and whether that is sure."""

    surname: int
    double: bool
    sure: bool


NO_PERSON = Shape(0, double=False, sure=True)


@lru_cache(maxsize=16384)
def shape(name: str, english: str = "") -> Shape:
    """The shape of a person's name that is Han only; ``english`` is the name beside it.

    >>> shape("何立峰"), shape("陳方安生").double, shape("歐巴馬").surname
    (Shape(surname=1, double=False, sure=True), True, 0)
    >>> shape("雷根", "Reagan").surname, shape("雷根", "Lei Gen").surname
    (0, 1)
    """
    length = surname_length(name) if len(name) in _LENGTHS else 0
    if length and english and _spells_surname(name, english):
        return Shape(length, is_double(name), sure=True)
    if english and _is_sound_of(name, english):
        return Shape(0, double=False, sure=True)
    above = _log_odds(name) - _LEAST.get(len(name), 0.0)
    if not length or above < 0:
        return Shape(0, double=False, sure=len(name) not in _LENGTHS or above < -_DOUBT)
    return Shape(length, not english and is_double(name), sure=above > _DOUBT)


def is_foreign(name: str) -> bool:
    """Whether the characters of a person's name look like foreign sounds, not like surname and given name.

    >>> is_foreign("貝森特"), is_foreign("何立峰"), is_foreign("福田康夫")
    (True, False, False)
    """
    return not shape(name).surname


def surname_length(name: str) -> int:
    """How many characters at the head of a person's name are the surname, 0 when it begins with none.

    Of four characters the first two are: a compound surname, a married name (陳方安生) or a Japanese one.

    >>> surname_length("歐陽文"), surname_length("何立峰"), surname_length("福田康夫"), surname_length("貝")
    (2, 1, 2, 0)
    """
    if len(name) == _FOUR:
        return 2
    return next((size for size in (2, 1) if len(name) > size and fold(name[:size]) in surnames()), 0)


def is_double(name: str) -> bool:
    """Whether a name of four characters begins with two surnames, the husband's and one's own.

    Not a compound surname, and not a Japanese one, whose second character is 田, 原 …

    >>> is_double("陳方安生"), is_double("石田芳夫"), is_double("歐陽娜娜")
    (True, False, False)
    """
    one, other = fold(name[:1]), fold(name[1:2])
    if len(name) != _FOUR or one + other in surnames() or other in _JAPANESE_SECOND:
        return False
    return one in surnames() and other in surnames()


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    """How much likelier characters (simplified) are in Chinese names than in foreign ones: first, middle, last."""
    return {char: tuple(map(float, cells)) for char, *cells in rows("person_characters")}


_NOTHING = (0.0, 0.0, 0.0)


def _log_odds(name: str) -> float:
    """The log-odds that a name is Chinese, as far as its characters tell."""
    weights = [_weights().get(char, _NOTHING) for char in fold(name)]
    if not weights:
        return 0.0
    found = weights[0][0] + sum(middle for _, middle, _ in weights[1:-1]) + weights[-1][2]
    return found - (_KNOWN if regions.renderings(name) else 0.0)


def _spells_surname(name: str, english: str) -> bool:
    """Whether a word of the English is the surname in a romanization, or all of it the name."""
    if any(romanization.surname(word, name) for word in english.split()[:_MOST_WORDS]):
        return True
    return romanization.fit(english, name).level is romanization.Level.FULL


def _is_sound_of(name: str, english: str) -> bool:
    """Whether the characters write the sound of a word of the English: 雷根 for Reagan."""
    simple = fold(name)
    return any(sounds_like(word, simple) for word in re.split(r"[\s-]+", english)[:_MOST_WORDS] if word)
