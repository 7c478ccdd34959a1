"""How the pinyin of a Chinese name is spelt: its words, their capitals, hyphens and apostrophes.

Persons after GB/T 28039 (surname and given name are two words, two surnames joined by a hyphen), the rest after
GB/T 16159. A foreign name in Chinese characters is one word for each dotted part. A number and its measure word are two
words (2024 nián); an ordinal has a hyphen (dì-yī), and so has a date in Chinese numerals (Èr-Èrbā).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from glossary.lang.division import division, is_particle, is_word
from glossary.lang.persons import Shape
from glossary.model import Kind
from glossary.tables import lists

__all__ = ["Run", "Word", "giles_word", "pinyin_word", "words_of"]


class Word(NamedTuple):
    """How a word of pinyin is written: how many syllables, whether with a capital, and what stands before it."""

    length: int
    capital: bool
    before: str = " "


class Run(NamedTuple):
    """Chinese characters of a name that stand together; ``counted``: behind a number in digits."""

    text: str
    counted: bool = False


def words_of(runs: Sequence[Run], *, kind: Kind, person: Shape, dotted: bool) -> tuple[Word, ...]:
    """The words of every run of Chinese characters of a name; ``dotted``: a dot parts the runs of a foreign one.

    >>> from glossary.lang.persons import shape
    >>> words_of([Run("何立峰")], kind=Kind.PERSON, person=shape("何立峰"), dotted=False)
    (Word(length=1, capital=True, before=' '), Word(length=2, capital=True, before=' '))
    """
    if person.double:
        return Word(1, capital=True), Word(1, capital=True, before="-"), Word(2, capital=True)
    if kind is Kind.PERSON or (dotted and len(runs) > 1):
        return tuple(Word(length, capital=True) for run in runs for length in _parts(run.text, person.surname))
    return tuple(word for place, run in enumerate(runs) for word in _words(run, kind, inside=place > 0))


def _parts(run: str, surname: int) -> tuple[int, ...]:
    """Surname and given name, or the whole of a name that has no two."""
    return (surname, len(run) - surname) if 0 < surname < len(run) else (len(run),)


def _words(run: Run, kind: Kind, *, inside: bool) -> Iterator[Word]:
    """The words of a run of a name that is no person's: with a capital, but its particles (和, 的) and those of a term.

    ``inside``: it is not the first one.
    """
    named, start = kind is not Kind.TERM, 0
    for word in _ordinal(run.text) or _date(run.text) or _year(run.text) or _measure(run.text, counted=run.counted):
        yield word._replace(capital=word.capital and named)
        start += word.length
    for length in division(run.text[start:], kind) if start < len(run.text) else ():
        text = run.text[start : start + length]
        if ordinal := _ordinal(text):
            yield from (word._replace(capital=word.capital and named) for word in ordinal)
        else:
            yield Word(length, capital=named and not ((inside or start > 0) and is_particle(text)))
        start += length


_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_NUMERALS = frozenset(_DIGITS) | frozenset("十百千兩两")
_YEAR = 4  # numerals of a year
_MEASURES = lists("pinyin_words")["measure"]
_DECEMBER = frozenset({"一二九", "一二一"})  # the movements of 9 and 1 December, and none of January
_NO_DATES = frozenset({"一二三", "三二一"})  # how one counts
# Two numerals are a date before one of these (五四運動); before others they may be a year or a number (九二共識).
_EVENTS = tuple(lists("pinyin_words")["event"])


def _ordinal(run: str) -> tuple[Word, ...]:
    """An ordinal in numerals, with its measure word: dì-èrshí jiè; nothing where the run begins with none."""
    size = next((size for size in range(1, len(run)) if run[size] not in _NUMERALS), len(run))
    if size < 2 or run[0] != "第":
        return ()
    return Word(1, capital=True), Word(size - 1, capital=False, before="-"), *_measure(run[size:], counted=True)


def _date(run: str) -> tuple[Word, ...]:
    """A date in numerals: 二二八, 五四運動; nothing where the run begins with none."""
    size = next((size for size in range(len(run) + 1) if run[size : size + 1] not in _DIGITS), 0)
    month, day = (run[:2], run[2:size]) if run[:size] in _DECEMBER else (run[:1], run[1:size])
    numbers = [_DIGITS[char] for char in day]
    known = size == 3 and run[:size] not in _NO_DATES and run[size : size + 1] not in _NUMERALS | _MEASURES
    if (known or (size == 2 and run.startswith(_EVENTS, size))) and _DIGITS[month[0]] and _is_day(numbers):
        return Word(len(month), capital=True), Word(len(day), capital=True, before="-")
    return ()


def _is_day(numbers: list[int]) -> bool:
    """Whether the digits are those of a day of a month; 〇 is written before no single one."""
    first, last = numbers[0], numbers[-1]
    return first > 0 if len(numbers) == 1 else 10 <= 10 * first + last <= 31


def _year(run: str) -> tuple[Word, ...]:
    """A year in numerals, which are words of their own: èr líng líng bā nián."""
    found = len(run) > _YEAR and run[_YEAR] == "年" and all(char in _DIGITS for char in run[:_YEAR])
    return (Word(1, capital=True),) * (_YEAR + 1) if found else ()


def _measure(run: str, *, counted: bool) -> tuple[Word, ...]:
    """A measure word behind a number (``counted``), which is no part of a longer word (年, but 年級)."""
    found = counted and run[:1] in _MEASURES and not any(is_word(run[:size]) for size in (2, 3))
    return (Word(1, capital=True),) if found else ()


_OPEN = frozenset("aāáǎàeēéěèêếềoōóǒò")  # what a syllable begins with that needs an apostrophe


def pinyin_word(syllables: Iterable[str], *, capital: bool) -> str:
    """One word of pinyin: apostrophe before a, e and o inside it.

    >>> pinyin_word(["xī", "ān"], capital=True)
    "Xī'ān"
    """
    out = ""
    for syllable in syllables:
        if out and syllable[:1] in _OPEN:
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
