"""Where the pinyin of a Chinese name has its spaces, capitals and apostrophes.

Persons after GB/T 28039 (surname and given name are two words, two surnames joined by a hyphen), the rest after
GB/T 16159 (words apart; the generic part of a place name is a word of its own). A foreign name in Chinese characters
is one word for each dotted part.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable, Sequence
from functools import cache, lru_cache

from glossary.lang.frequencies import surprise, usage
from glossary.lang.script import fold
from glossary.lang.transliteration import likeness
from glossary.model import Kind
from glossary.tables import rows, words

__all__ = [
    "division",
    "giles_word",
    "is_double",
    "is_particle",
    "is_transliteration",
    "pinyin_word",
    "surname_length",
]

_LONGEST = 7
_PART = 2000  # uses of its parts from which a word of foreign sounds is divided (阿里巴巴 is not)
_JAPANESE = 4  # characters of most Japanese names, two and two
_JAPANESE_SECOND = frozenset("田原谷石森江池井川島岛")
# Mean likeness (log ratio) of its characters to those of foreign names from which a person's name is foreign.
_LIKELY = {2: 4.0, 3: 2.2, 4: 2.3}
_SEPARATE = frozenset("和与及的之暨或在是为在")
# After these one-syllable endings of words GB/T 16159 writes a space: the generic parts of names of administrations.
_APART = frozenset("市县省区乡镇村")
_PREFIXES = frozenset("副总非反超老阿第准前后代")


def division(text: str, kind: Kind, *, surname: int = 0) -> tuple[int, ...]:
    """The lengths of the words of ``text``, a run of Han characters.

    ``surname`` is how many characters of a person's name are the surname; 0 makes a person's name one word.

    >>> division("字節跳動", Kind.ORGANIZATION), division("台積電", Kind.ORGANIZATION)
    ((2, 2), (3,))
    >>> division("何立峰", Kind.PERSON, surname=1), division("重慶市", Kind.PLACE)
    ((1, 2), (2, 1))
    """
    simple = fold(text)
    if len(simple) != len(text) or len(text) <= 2 or kind is Kind.PERSON:
        return (surname, len(text) - surname) if 0 < surname < len(text) else (len(text),)
    if kind is Kind.PLACE:
        return _place(simple)
    return tuple(map(len, _joined(_segmented(simple))))


@cache
def _generics() -> tuple[str, ...]:
    """Generic endings of place names, simplified, longest first."""
    return tuple(sorted(words("place_endings"), key=lambda ending: (-len(ending), ending)))


def _place(simple: str) -> tuple[int, ...]:
    """A place name: what it is called, and what it is."""
    for ending in _generics():
        stem = len(simple) - len(ending)
        if stem >= 1 and simple.endswith(ending):
            if stem + len(ending) <= 2:
                return (len(simple),)
            lengths = _place(simple[:stem]) if stem > 2 else (stem,)
            return (*lengths, *((len(ending),) if len(ending) <= 3 else map(len, _joined(_segmented(ending)))))
    if len(simple) <= 4:
        return (len(simple),)
    return tuple(map(len, _joined(_segmented(simple))))


def _segmented(simple: str) -> list[str]:
    """The likeliest words of ``simple``."""
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(simple) + 1)
    for start in range(len(simple) - 1, -1, -1):
        best[start] = min(
            (surprise(simple[start:end]) + best[end][0], end)
            for end in range(start + 1, min(len(simple), start + _LONGEST) + 1)
            if end == start + 1 or _is_word(simple[start:end])
        )
    found, start = [], 0
    while start < len(simple):
        word = simple[start : best[start][1]]
        office = len(word) > 2 and word[-1] in _APART and usage(word[:-1])
        found.extend([word[:-1], word[-1]] if office else [word])
        start = best[start][1]
    return found


@lru_cache(maxsize=8192)
def _is_word(word: str) -> bool:
    """Whether ``word`` is written as one: known, and if it is long, not made of shorter words (高速铁路)."""
    if not usage(word):
        return False
    foreign = any(char in _sounds() for char in word)
    if len(word) == 4 and not foreign:
        return not (usage(word[:2]) or usage(word[2:]))
    least = _PART if foreign else 1
    return not any(min(usage(word[:cut]), _rest_usage(word[cut:])) >= least for cut in range(2, len(word) - 1))


def _rest_usage(rest: str) -> int:
    """How much ``rest`` is used, as a word or as two."""
    halves = (min(usage(rest[:cut]), usage(rest[cut:])) for cut in range(2, len(rest) - 1))
    return max(usage(rest), *halves, 0)


def _joined(segments: Sequence[str]) -> list[str]:
    """The words after single characters have found their place: an abbreviation is one word (台积电), an ending
    belongs to the word before it (研究院) unless it is an administration's (北京市).
    """
    found: list[str] = []
    loose = False  # whether the last word found is made of single characters
    for segment in segments:
        single = len(segment) == 1 and segment not in _SEPARATE
        if found and single and segment not in _APART and (loose or found[-1] not in _SEPARATE):
            found[-1] += segment
        elif found and len(found[-1]) == 1 and found[-1] in _PREFIXES and segment not in _SEPARATE:
            found[-1] += segment
            single = False
        else:
            found.append(segment)
        loose = single
    return found


@cache
def _sounds() -> frozenset[str]:
    """Characters that stand for sounds of foreign names and hardly ever in a Chinese given name."""
    return frozenset(row[0] for row in rows("sound_characters"))


def is_transliteration(text: str, *, surname: int) -> bool:
    """Whether a person's name looks like foreign sounds, not like surname and given name.

    >>> is_transliteration("貝森特", surname=1), is_transliteration("何立峰", surname=1)
    (True, False)
    >>> is_transliteration("福田康夫", surname=2)
    False
    """
    simple = fold(text)
    likely = sum(map(likeness, simple)) / max(1, len(simple))
    if len(simple) == _JAPANESE:
        surname, simple = 1, simple.removesuffix("夫")  # 夫 ends many a Japanese name
    elif surname == 0 or len(simple) - surname > 2:
        return True
    given = simple[surname:]
    sounds = any(char in _sounds() for char in given) and sum(map(likeness, given)) >= 0  # 克强 is a given name
    return sounds or likely >= _LIKELY.get(len(text), 0.0)


def surname_length(text: str, surnames: Container[str]) -> int:
    """How many characters at the head of a person's name are the surname, 0 when it begins with none.

    Of four characters the first two are: a compound surname, a married name (陳方安生) or a Japanese one.

    >>> surname_length("歐陽文", {"歐陽", "歐"}), surname_length("何立峰", {"何"}), surname_length("福田康夫", ())
    (2, 1, 2)
    """
    if len(text) == _JAPANESE:
        return 2
    return next((size for size in (2, 1) if len(text) > size and text[:size] in surnames), 0)


def is_double(text: str, surnames: Container[str]) -> bool:
    """Whether a name of four characters begins with two surnames, the husband's and one's own.

    Not a compound surname, and not a Japanese one, whose second character is 田, 原 …

    >>> is_double("陳方安生", {"陳", "方"}), is_double("石田芳夫", {"石", "田"}), is_double("歐陽娜娜", {"歐陽", "歐"})
    (True, False, False)
    """
    if len(text) != _JAPANESE or text[:2] in surnames or text[1] in _JAPANESE_SECOND:
        return False
    return text[0] in surnames and text[1] in surnames


def is_particle(word: str) -> bool:
    """Whether ``word`` is a particle or conjunction, which has no capital inside a name.

    >>> is_particle("和"), is_particle("和平")
    (True, False)
    """
    return word in _SEPARATE


def pinyin_word(syllables: Iterable[str], *, capital: bool) -> str:
    """One word of pinyin: apostrophe before a, e and o inside it.

    >>> pinyin_word(["xī", "ān"], capital=True)
    "Xī'ān"
    """
    out = ""
    for syllable in syllables:
        if out and unicodedata.normalize("NFD", syllable)[:1] in {"a", "e", "o"}:
            out += "'"
        out += syllable
    return out[:1].upper() + out[1:] if capital else out


def giles_word(syllables: Iterable[str], *, capital: bool) -> str:
    """One word of Wade–Giles: its syllables joined by hyphens.

    >>> giles_word(["li⁴", "fêng¹"], capital=True)
    'Li⁴-fêng¹'
    """
    out = "-".join(syllables)
    return out[:1].upper() + out[1:] if capital else out
