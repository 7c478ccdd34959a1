"""The English name beside a Chinese one as evidence of how it is said: "Shan Tianfang" makes 單 Shàn.

Hanyu pinyin is asked first, for the whole name; then Wade–Giles as newspapers print it (no apostrophes); then either
of them for a part of the name, since the English may translate the rest (Chaoyang District).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from glossary.lang.latin import unaccented
from glossary.lang.syllables import bare, wade_giles

__all__ = ["Fit", "english_words", "fit"]

_WORD = re.compile(r"[a-z]+")
_JOINTS = re.compile(r"[-'’‘ʼʻ`´]")
_MOST_WORDS = 12
_MOST_JOINED = 4  # words that spell one stretch of characters
_LONGEST = 12  # characters aligned: no name spelt in full is longer


@dataclass(frozen=True, slots=True)
class Fit:
    """Characters ``start`` to ``end`` are spelt out: ``choices[i]`` are the readings of the i-th that fit."""

    start: int
    end: int
    choices: tuple[tuple[str, ...], ...]


def fit(
    english: str, readings: Sequence[Sequence[str]], *, lone: bool, strict: Sequence[Sequence[str]] = ()
) -> Fit | None:
    """The longest stretch of a name whose readings ``english`` spells, whole names before parts.

    ``strict``: readings that count too where Hanyu pinyin spells the whole name or several characters of it, or the
    one beside a generic (default: none besides). ``lone``: the first character alone may be what is spelt (a surname;
    單 of Shan County), and words may stand in English order, surname last. ``readings`` are the possible readings of
    each character (``shan4``), in order.

    None also where nothing of what is open is spelt.

    >>> fit("Shan Tianfang", [["dan1", "shan4"], ["tian2"], ["fang1"]], lone=True).choices[0]
    ('shan4',)
    >>> fit("Chaoyang District", [["zhao1", "chao2"], ["yang2"], ["qu1"]], lone=False).choices[0]
    ('chao2',)
    """
    spoken = english_words(english)
    if not spoken or not readings:
        return None
    hanyu, wider, giles = _spelt(readings, _hanyu), _spelt(strict, _hanyu), _spelt(readings, _giles)
    joined = "".join(spoken)
    if not any(_may_tell(joined, tables) for tables in (hanyu, wider, giles)):
        return None
    whole = [_Letters(letters, frozenset({len(letters)}), whole=True) for letters in _orders(spoken, lone=lone)]
    for tables in (hanyu, wider, giles) if len(hanyu) == len(readings) else ():
        for sought in whole:
            if tables and (choices := _aligned(sought, tables)):
                return Fit(0, len(choices), choices)
    county = len(readings) == len(spoken) == 2  # Xun County: both have one character or word besides
    runs = _runs(spoken)
    best = _longest(runs, wider, best=None, least=1 if county else 2, lone=lone)
    for tables in (hanyu, giles):
        best = _longest(runs, tables, best=best, least=1, lone=lone)
    return best


@lru_cache(maxsize=2048)
def english_words(english: str) -> tuple[str, ...]:
    """The words of an English name in plain lower-case letters, hyphens and apostrophes closed up.

    >>> english_words("Tseng Ming-chung"), english_words("Xi'an"), english_words("Łódź")
    (('tseng', 'mingchung'), ('xian',), ('lodz',))
    """
    return tuple(_WORD.findall(unaccented(_JOINTS.sub("", english)))[:_MOST_WORDS])


def _orders(spoken: tuple[str, ...], *, lone: bool) -> Iterator[str]:
    """The letters of the whole name as written, and with the surname first."""
    yield "".join(spoken)
    if lone and len(spoken) > 1:
        yield spoken[-1] + "".join(spoken[:-1])


class _Table(NamedTuple):
    """How a character is spelt: by first letter the spellings with the readings spelt so; all of them if several."""

    alike: Mapping[str, Mapping[str, tuple[str, ...]]]
    several: tuple[str, ...]


_Choices = tuple[tuple[str, ...], ...]


def _spelt(readings: Sequence[Sequence[str]], system: Callable[[str], tuple[str, ...]]) -> tuple[_Table, ...]:
    """For each character the spellings of its readings in ``system``."""
    return tuple(_spellings(tuple(options), system) for options in readings[:_LONGEST])


@lru_cache(maxsize=8192)
def _spellings(options: tuple[str, ...], system: Callable[[str], tuple[str, ...]]) -> _Table:
    """The spellings of ``options``, commonest first."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for reading in options:
        for spelt in system(reading):
            alike = found.setdefault(spelt[:1], {})
            alike[spelt] = (*alike.get(spelt, ()), reading)
    spellings = tuple(chain.from_iterable(found.values()))
    return _Table(found, spellings if len(spellings) > 1 else ())


@lru_cache(maxsize=4096)
def _hanyu(syllable: str) -> tuple[str, ...]:
    """How Hanyu pinyin spells a syllable in plain letters: lü as lu, lyu or lv."""
    letters = bare(syllable)
    if "ü" not in letters:
        return (letters,)
    return tuple(letters.replace("ü", plain) for plain in ("u", "yu", "v"))


@lru_cache(maxsize=4096)
def _giles(syllable: str) -> tuple[str, ...]:
    """How newspapers print the Wade–Giles of a syllable: no apostrophes, no diacritics."""
    letters = wade_giles(syllable, tone=False).replace("'", "")
    plain = letters.replace("ê", "e").replace("ü", "u").replace("ŭ", "u")
    spelt = {plain, plain.replace("ssu", "szu")}
    if bare(syllable) in {"ge", "ke", "he", "e"}:
        spelt.add(plain[:-1] + "e")
    return tuple(sorted(spelt))


def _may_tell(letters: str, tables: tuple[_Table, ...]) -> bool:
    """Whether a character that could be said in several ways may be spelt in ``letters``."""
    return any(spelt in letters for table in tables for spelt in table.several)


class _Letters(NamedTuple):
    """Letters to spell, up to one of ``ends``; ``whole``: by all of the characters."""

    text: str
    ends: frozenset[int]
    whole: bool = False


def _aligned(sought: _Letters, tables: Sequence[_Table], *, at: int = 0, place: int = 0) -> _Choices:
    """The readings of as many characters from ``place`` on as spell the letters from ``at`` on; none if they do not.

    Of several ways the longest, then the one with the commonest readings.
    """
    alike = tables[place].alike.get(sought.text[at : at + 1]) if place < len(tables) else None
    if not alike:
        return ()
    best: _Choices = ()
    for spelt, readings in alike.items():
        if sought.text.startswith(spelt, at):
            end = at + len(spelt)
            after = _aligned(sought, tables, at=end, place=place + 1)
            complete = not sought.whole or place + len(after) + 1 == len(tables)
            if (after or end in sought.ends) and complete and len(after) >= len(best):
                best = (readings, *after)
    return best


def _runs(spoken: tuple[str, ...]) -> list[tuple[int, _Letters]]:
    """For each English word where it begins, and the letters from there to the end of it or of one soon after."""
    text, ends = "".join(spoken), [0, *accumulate(map(len, spoken))]
    return [
        (begin, _Letters(text, frozenset(ends[first + 1 : first + 1 + _MOST_JOINED])))
        for first, begin in enumerate(ends[:-1])
    ]


def _longest(
    runs: Sequence[tuple[int, _Letters]], tables: tuple[_Table, ...], *, best: Fit | None, least: int, lone: bool
) -> Fit | None:
    """The longest stretch of the name that a run of English words spells, if it is longer than ``best``.

    Of ``least`` characters or more: of two, or of the first alone.
    """
    size = max(least - 1, best.end - best.start if best else 0)
    for begin, sought in runs:
        for start in range(len(tables) - size):
            if sought.text[begin] not in tables[start].alike:
                continue
            choices = _aligned(sought, tables, at=begin, place=start)
            if len(choices) > size and (len(choices) > 1 or (lone and not start)):
                best, size = Fit(start, start + len(choices), choices), len(choices)
    return best
