"""Where the words of a name begin, as GB/T 16159 writes them: 字節跳動 is Zìjié Tiàodòng, 台積電 Táijīdiàn.

The likeliest division of a name into words, of these kinds: words that are known; a known word with an ending of one
character (研究院); what no dictionary has, of up to four characters (聯發, 台積電); foreign sounds (阿斯特捷利康);
particles (和, 的) and, in places, what the place is (市, 山脈). Each kind has its price in nats, beside that of its
characters, fitted on half of the proper nouns of CC-CEDICT, whose capitals say where words begin.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from glossary.lang.frequencies import Word, lexicon, surprise, usage
from glossary.lang.script import fold
from glossary.lang.transliteration import likeness
from glossary.model import Kind
from glossary.tables import lists
from glossary.tables import words as table_words

__all__ = ["division", "is_particle", "is_word"]

_LONGEST = 8  # characters of a word
_LONGEST_KNOWN = 7
_WORDS = lists("pinyin_words")
_PARTICLES = _WORDS["particle"]
_DIVISIONS = _WORDS["division"]  # GB/T 16159 writes a space before them: 北京市政府 Běijīng Shì Zhèngfǔ
# Within a name too (中山路派出所); what tells roads of one name apart goes with them: 南京東路 Nánjīng Dōnglù.
_ROADS = frozenset(side + road for side in ("", *_WORDS["side"]) for road in _WORDS["road"])
_NO_ENDINGS = _DIVISIONS | _PARTICLES
# What a word of each kind costs beside its characters, in nats; unknown ones by their length.
_KNOWN, _ENDED, _FOREIGN, _GENERIC, _ROAD, _PARTICLE = 1.5, 4.5, 2.0, 2.0, 1.0, 1.0
_LISTED = 12.0  # a word of the table name_words, its characters counted in
_UNKNOWN: Mapping[int, float] = {1: 6.0, 2: 2.5, 3: 4.0, 4: 9.0}
_UNKNOWN_PLACE: Mapping[int, float] = {1: 4.5, 2: 2.0, 3: 2.0, 4: 5.0}
_NEVER = 1e9
_LOUD = 1.0  # likeness of a character of which half of them make a word one of foreign sounds
_PART = 2000  # uses of its parts from which such a word is divided (阿里巴巴 is not)


def division(text: str, kind: Kind) -> tuple[int, ...]:
    """The lengths of the words of ``text``, a run of Han characters that is no person's name.

    >>> division("字節跳動", Kind.ORGANIZATION), division("台積電", Kind.ORGANIZATION), division("重慶市", Kind.PLACE)
    ((2, 2), (3,), (2, 1))
    """
    simple = fold(text)
    if len(simple) != len(text) or len(text) <= 2:
        return (len(text),)
    return _likeliest(simple, place=kind is Kind.PLACE)


@lru_cache(maxsize=16384)
def _likeliest(simple: str, *, place: bool) -> tuple[int, ...]:
    """The lengths of the words of the cheapest division."""
    size, name = len(simple), _Name.of(simple, place=place)
    best: list[tuple[float, int]] = [(0.0, size)] * (size + 1)
    for start in range(size - 1, -1, -1):
        ends = range(start + 1, min(size, start + _LONGEST) + 1)
        best[start] = min((_price(name, start, end) + best[end][0], end) for end in ends)
    lengths, start = [], 0
    while start < size:
        lengths.append(best[start][1] - start)
        start = best[start][1]
    return tuple(lengths)


class _Name(NamedTuple):
    """A name to divide, with the words that are known.

    ``letters`` and ``sounds``: up to each place the price of the characters, and how much they are foreign sounds.
    """

    text: str
    place: bool
    words: Mapping[str, Word]
    letters: tuple[float, ...]
    sounds: tuple[float, ...]

    @classmethod
    def of(cls, simple: str, *, place: bool) -> _Name:
        """The name that ``simple`` writes."""
        letters = accumulate(map(surprise, simple), initial=0.0)
        return cls(
            simple, place, lexicon(simple), tuple(letters), tuple(accumulate(map(likeness, simple), initial=0.0))
        )


def _price(name: _Name, start: int, end: int) -> float:
    """What it costs that the characters from ``start`` to ``end`` are one word."""
    word, size, last = name.text[start:end], end - start, end == len(name.text)
    if size == 1 and word in _PARTICLES and start and not last:
        return surprise(word) + _PARTICLE
    if name.place and (price := _of_place(word, start, last=last)):
        return price
    letters = name.letters[end] - name.letters[start]
    price = letters - (name.sounds[end] - name.sounds[start]) + _FOREIGN if size > 1 else _NEVER
    unknown = (_UNKNOWN_PLACE if name.place else _UNKNOWN).get(size)
    if unknown is not None and _PARTICLES.isdisjoint(word):
        price = min(price, letters + unknown)
    if word in name.words and _is_known(word):
        price = min(price, surprise(word) + _KNOWN)
    elif word in _listed():
        price = min(price, _LISTED)
    if size > 2 and word[:-1] in name.words and word[-1] not in _NO_ENDINGS and _is_known(word[:-1]):
        price = min(price, surprise(word[:-1]) + surprise(word[-1]) + _ENDED)
    return price


def _of_place(word: str, start: int, *, last: bool) -> float:
    """What it costs that a word of a place's name says what it is; 0 where it does not."""
    if start and (word in _DIVISIONS or (last and word in _generics())):
        return _GENERIC
    if start > 1 and word in _ROADS:
        return _ROAD
    return _NEVER if last and _says_what_it_is(word) else 0.0


@cache
def _listed() -> frozenset[str]:
    """Words that names are made of and general text has not, simplified."""
    return table_words("name_words")


@cache
def _generics() -> frozenset[str]:
    """Generic endings of place names, simplified."""
    return table_words("place_endings")


def _says_what_it_is(word: str) -> bool:
    """Whether ``word`` is a name of two characters or more and a generic (井冈山), which are two words."""
    return any(word[cut:] in _generics() for cut in range(2, len(word)))


@lru_cache(maxsize=16384)
def _is_known(word: str) -> bool:
    """Whether ``word`` is written as one: known, and if it is long, not made of shorter words (高速铁路)."""
    if not 1 < len(word) <= _LONGEST_KNOWN or not usage(word):
        return False
    if len(word) > 2 and word[-1] in _DIVISIONS and usage(word[:-1]):
        return False
    foreign = 2 * sum(likeness(char) >= _LOUD for char in word) >= len(word)
    if len(word) == 4 and not foreign:
        return not (usage(word[:2]) or usage(word[2:]))
    least = _PART if foreign else 1
    return not any(min(usage(word[:cut]), _rest_usage(word[cut:])) >= least for cut in range(2, len(word) - 1))


def _rest_usage(rest: str) -> int:
    """How much ``rest`` is used, as a word or as two."""
    halves = (min(usage(rest[:cut]), usage(rest[cut:])) for cut in range(2, len(rest) - 1))
    return max(usage(rest), *halves, 0)


def is_particle(word: str) -> bool:
    """Whether ``word`` is a particle or conjunction, which has no capital inside a name.

    >>> is_particle("和"), is_particle("與"), is_particle("和平")
    (True, True, False)
    """
    return len(word) == 1 and fold(word) in _PARTICLES


def is_word(text: str) -> bool:
    """Whether ``text`` is known as one word.

    >>> is_word("年級"), is_word("年大")
    (True, False)
    """
    return _is_known(fold(text))
