"""How usual a Chinese word is, and what part of speech it mostly is.

>>> usage("经济") > usage("茶壶") > usage("博览")
True
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.tables import rows

__all__ = ["division", "last_sizes", "part", "surprise", "usage"]

_WORDS = 60_000_000  # running words that the counts were taken from
_CHARACTERS = 90_000_000
_UNKNOWN = 10  # the count of a character that is not in the table


def usage(word: str) -> int:
    """How often ``word`` (simplified) occurs in 60 million words; 0 when rarer than 25 times.

    >>> usage("经济") > 1000, usage("经贝")
    (True, 0)
    """
    return _word(word).uses


def part(word: str) -> str:
    """The part of speech of ``word`` as one letter (n v a d p c u r m …); empty when it is not known.

    >>> part("经济"), part("从"), part("经贝")
    ('n', 'p', '')
    """
    return _word(word).part


@lru_cache(16384)
def surprise(word: str) -> float:
    """How unlikely ``word`` is in ordinary text, in nats; never more than its characters one by one.

    >>> surprise("的") < surprise("经济") < surprise("经贝")
    True
    """
    apart = sum(-math.log((usage(character) or _UNKNOWN) / _CHARACTERS) for character in word)
    together = usage(word) if len(word) > 1 else 0
    return min(apart, -math.log(together / _WORDS)) if together else apart


@lru_cache(8192)
def last_sizes(text: str) -> tuple[int, ...]:
    """For each length of a beginning of ``text``, the size of the last word in its likeliest division into words.

    >>> last_sizes("美国财政部")
    (0, 1, 2, 1, 2, 3)
    """
    best = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        options = [(best[end - 1][0] + surprise(text[end - 1]), 1)]
        for size in range(2, min(4, end) + 1):
            word = text[end - size : end]
            if _word(word).uses:
                options.append((best[end - size][0] + surprise(word), size))
        best.append(min(options))
    return tuple(size for _, size in best)


@lru_cache(8192)
def division(text: str) -> dict[int, str]:
    """The words of ``text`` in its likeliest division, each under the index where it begins, the last one first.

    >>> division("美国财政部长")
    {2: '财政部长', 0: '美国'}
    """
    sizes = last_sizes(text)
    found = {}
    end = len(text)
    while end:
        begin = end - sizes[end]
        found[begin] = text[begin:end]
        end = begin
    return found


class _Word(NamedTuple):
    uses: int
    part: str


_NO_WORD = _Word(0, "")


def _word(word: str) -> _Word:
    return _words(word[:1]).get(word[1:], _NO_WORD)


@cache
def _words(first: str) -> dict[str, _Word]:
    """The words that begin with a character, by what follows it."""
    cells = (cell.split(":") for cell in _table().get(first, "").split())
    return {rest: _Word(int(count), part) for rest, count, part in cells}


@cache
def _table() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("frequencies")}
