"""How usual a Chinese word is, and what part of speech it mostly is.

>>> usage("经济") > usage("茶壶") > usage("博览")
True
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import log
from typing import NamedTuple

from glossary.lang.lexicon import Lexicon

__all__ = [
    "NO_WORD",
    "Word",
    "beginnings",
    "division",
    "first_sizes",
    "last_sizes",
    "lexicon",
    "part",
    "surprise",
    "tag",
    "usage",
]

_WORDS = 60_000_000  # running words that the counts were taken from
_CHARACTERS = 90_000_000
_UNKNOWN = 10  # the count of a character that is not in the table
_LONGEST = 4  # characters of the words that a division looks for


class Word(NamedTuple):
    """How often a word is used, its part of speech as one letter, its surprise (:func:`surprise`) and :func:`tag`."""

    uses: int
    part: str
    surprise: float
    tag: str


_RAREST = -log(_UNKNOWN / _CHARACTERS)
NO_WORD = Word(0, "", _RAREST, "")


def lexicon(text: str) -> dict[str, Word]:
    """The known words, among them all that begin with a character of ``text``.

    For loops over the stretches of a text; the dictionary is shared and must not be changed.

    >>> lexicon("经济")["经济"].part, "经贝" in lexicon("经")
    ('n', False)
    """
    return _LEXICON.of(text)


def beginnings() -> set[str]:
    """The first two characters of the words that :func:`lexicon` gave so far; shared, and must not be changed.

    >>> words = lexicon("经")
    >>> "经济" in beginnings(), "经贝" in beginnings()
    (True, False)
    """
    return _BEGINNINGS


def usage(word: str) -> int:
    """How often ``word`` (simplified) occurs in 60 million words; 0 when rarer than 5 times.

    >>> usage("经济") > 1000, usage("经贝")
    (True, 0)
    """
    return lexicon(word[:1]).get(word, NO_WORD).uses


@lru_cache(8192)
def part(word: str) -> str:
    """The part of speech of ``word`` as one letter (n v a d p c u r m …); empty when it is not known.

    >>> part("经济"), part("从"), part("经贝")
    ('n', 'p', '')
    """
    return lexicon(word[:1]).get(word, NO_WORD).part


@lru_cache(8192)
def tag(word: str) -> str:
    """The part of speech of ``word`` in full: nouns are told apart as names of places, persons and so on.

    >>> tag("经济"), tag("美国"), tag("普希金"), tag("运动"), tag("经贝")
    ('n', 'ns', 'nr', 'vn', '')
    """
    return lexicon(word[:1]).get(word, NO_WORD).tag


@lru_cache(16384)
def surprise(word: str) -> float:
    """How unlikely ``word`` is in ordinary text, in nats; never more than its characters one by one.

    >>> surprise("的") < surprise("经济") < surprise("经贝")
    True
    """
    known = lexicon(word)
    apart = sum(known.get(character, NO_WORD).surprise for character in word)
    return min(apart, known[word].surprise) if word in known else apart


@lru_cache(8192)
def last_sizes(text: str) -> tuple[int, ...]:
    """For each length of a beginning of ``text``, the size of the last word in its likeliest division into words.

    >>> last_sizes("美国财政部")
    (0, 1, 2, 1, 2, 3)
    """
    known = lexicon(text)
    scores = [0.0]
    sizes = [0]
    for end in range(1, len(text) + 1):
        best = scores[-1] + known.get(text[end - 1], NO_WORD).surprise
        best_size = 1
        for size in range(2, min(_LONGEST, end) + 1):
            word = known.get(text[end - size : end])
            if word is not None and (score := scores[end - size] + word.surprise) < best:
                best, best_size = score, size
        scores.append(best)
        sizes.append(best_size)
    return tuple(sizes)


@lru_cache(8192)
def first_sizes(text: str) -> tuple[int, ...]:
    """For each index in ``text``, the size of the first word in the likeliest division of the text from there on.

    >>> first_sizes("美国财政部")
    (2, 1, 3, 1, 1)
    """
    known = lexicon(text)
    end = len(text)
    scores = [0.0] * (end + 1)
    sizes = [1] * end
    for start in range(end - 1, -1, -1):
        best, best_size = scores[start + 1] + known.get(text[start], NO_WORD).surprise, 1
        for size in range(2, min(_LONGEST, end - start) + 1):
            word = known.get(text[start : start + size])
            if word is not None and (score := scores[start + size] + word.surprise) < best:
                best, best_size = score, size
        scores[start], sizes[start] = best, best_size
    return tuple(sizes)


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


def _read(words: Iterable[str], said: Iterable[str]) -> Iterable[Word]:
    _BEGINNINGS.update([word[:2] for word in words])
    running = [_WORDS if len(word) > 1 else _CHARACTERS for word in words]
    return map(_word, said, running)


@lru_cache(1 << 14)  # many words are used as often
def _word(said: str, running: int) -> Word:
    """What ``120:n`` says of a word, with so many words or characters of running text in all."""
    count, _, full = said.partition(":")
    uses = int(count)
    one = "n" if full == "vn" else full[:1]  # 运动, 设计: what ends and begins names as nouns do
    return Word(uses, one, -log(uses / running), full)


_BEGINNINGS: set[str] = set()
_LEXICON = Lexicon("frequencies", read=_read)
