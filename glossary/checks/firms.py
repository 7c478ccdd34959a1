"""What a Chinese firm is called without its trade: 鴻海 for 鴻海精密工業. All texts here are folded."""

from __future__ import annotations

import re
from functools import cache

from glossary import tables
from glossary.checks.shorts import stands_apart
from glossary.lang import glosses, known_names
from glossary.lang.frequencies import division, part, tag, usage
from glossary.model import Kind

__all__ = ["is_called", "stands_alone"]

_LENGTHS = range(2, 5)  # characters of what a firm is called
_TRADE = 3  # characters of a trade that is left off; of shorter names papers keep one more: 台達電
_RARE = 300  # uses in 60 million words from which that is a word, too
_NEW = 50  # uses below which what a dictionary says of it does no harm: 超微
_SAYS = frozenset({"v", "d", "p", "c", "u"})  # parts of speech of what may stand behind a name as it is behind 鴻海製造


def stands_alone(name: str, kind: Kind, folded: str) -> bool:
    """Whether a firm stands in a text by its own word, which no other firm's trade follows.

    >>> texts = ("鸿海建厂", "鸿海化工建厂", "鸿海精密建厂")
    >>> [stands_alone("鸿海精密工业", Kind.ORGANIZATION, text) for text in texts]
    [True, False, True]
    >>> stands_alone("台湾水泥", Kind.ORGANIZATION, "台湾建厂")
    False
    """
    found = _registered().fullmatch(name) if kind is Kind.ORGANIZATION else None
    if found is None or len(found[2]) < _TRADE or not _is_own(found[1]):
        return False
    return is_called(found[1], found[2], folded)


def is_called(own: str, trade: str, folded: str) -> bool:
    """Whether a text has the word by which a firm is called, and not as a part of another's name.

    >>> [is_called("长荣", "海运", text) for text in ("长荣成长", "长荣航成长", "长荣海成长")]
    [True, False, True]
    """
    places = re.finditer(re.escape(own), folded)
    return any(stands_apart(folded, *place.span()) and not _is_others(place, trade) for place in places)


def _is_own(word: str) -> bool:
    """Whether a word is nothing but what a firm is called."""
    if len(word) not in _LENGTHS or usage(word) >= (_NEW if glosses.meanings(word) else _RARE):
        return False
    return tag(word) != "ns" and not known_names.is_country(word) and "zh-known-city" not in known_names.signs("", word)


def _is_others(place: re.Match[str], trade: str) -> bool:
    """Whether the name of another firm goes on there, in full or by a character: 長榮航空, 長榮航."""
    rest = place.string[place.end() :]
    if not rest or rest[0] == trade[0]:
        return False
    found = _trade().match(rest)
    if found is not None:
        return part(found[0]) not in _SAYS
    first = division(rest)[0]
    return len(first) == 1 and first in _initials() and part(first) not in _SAYS


@cache
def _registered() -> re.Pattern[str]:
    """A firm's own word, and its trade."""
    more = tables.alternatives("registered_names", "trade", "holding")
    form = tables.alternatives("registered_names", "form")
    return re.compile(rf"(.{{2,4}}?)((?:{more})+)(?:公司|{form})?")


@cache
def _trade() -> re.Pattern[str]:
    return re.compile(tables.alternatives("registered_names", "trade"))


@cache
def _initials() -> frozenset[str]:
    return frozenset(word[0] for word in tables.words("registered_names", "trade"))
