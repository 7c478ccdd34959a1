"""The English name beside a Chinese one as evidence of how it is said: "Shan Tianfang" makes 單 Shàn.

Hanyu pinyin is asked first, for the whole name; then Wade–Giles as newspapers print it (no apostrophes); then either
of them for a part of the name, since the English may translate the rest (Chaoyang District).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from glossary.lang.syllables import bare, wade_giles

__all__ = ["Fit", "fit"]

_WORD = re.compile(r"[a-z]+")
_JOINTS = re.compile(r"[-'’‘ʼʻ`´]")
_MOST_WORDS = 12
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

    >>> fit("Shan Tianfang", [["dan1", "shan4"], ["tian2"], ["fang1"]], lone=True).choices[0]
    ('shan4',)
    >>> fit("Chaoyang District", [["zhao1", "chao2"], ["yang2"], ["qu1"]], lone=False).choices[0]
    ('chao2',)
    """
    spoken = english_words(english)
    if not spoken or not readings:
        return None
    whole = (
        _aligned(_Sought(letters, tuple(options[:_LONGEST]), system), 0)
        for options, system in ((readings, _hanyu), (strict, _hanyu), (readings, _giles))
        for letters in _orders(spoken, lone=lone)
    )
    if found := next((one for one in whole if one and one.end == len(readings)), None):
        return found
    parts = [*_parts(spoken, readings, system=_hanyu, lone=lone), *_parts(spoken, readings, system=_giles, lone=lone)]
    if strict:
        county = len(readings) == len(spoken) == 2  # Xun County: both have one character or word besides
        wider = _parts(spoken, strict, system=_hanyu, lone=lone)
        parts = [*(part for part in wider if county or part.end - part.start > 1), *parts]
    return max(parts, key=lambda part: part.end - part.start, default=None)


@dataclass(frozen=True, slots=True)
class _Sought:
    """Letters to spell, the readings to spell them with, and the system that spells."""

    letters: str
    readings: tuple[Sequence[str], ...]
    system: Callable[[str], tuple[str, ...]]


@lru_cache(maxsize=2048)
def english_words(english: str) -> tuple[str, ...]:
    """The words of an English name in plain lower-case letters, hyphens and apostrophes closed up.

    >>> english_words("Tseng Ming-chung"), english_words("Xi'an")
    (('tseng', 'mingchung'), ('xian',))
    """
    plain = unicodedata.normalize("NFD", _JOINTS.sub("", english.lower()))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return tuple(_WORD.findall(letters)[:_MOST_WORDS])


def _orders(spoken: tuple[str, ...], *, lone: bool) -> Iterator[str]:
    """The letters of the whole name as written, and with the surname first."""
    yield "".join(spoken)
    if lone and len(spoken) > 1:
        yield spoken[-1] + "".join(spoken[:-1])


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
    spelt = {plain, plain.replace("ssu", "szu"), plain.replace("hsueh", "hsueh")}
    if bare(syllable) in {"ge", "ke", "he", "e"}:
        spelt.add(plain[:-1] + "e")
    return tuple(sorted(spelt))


_Choices = tuple[tuple[str, ...], ...]


def _aligned(sought: _Sought, start: int) -> Fit | None:
    """Readings from ``start`` on that use up the letters; of several ways the one with the commonest readings."""
    choices = _rest(sought, (start, 0), {})
    return Fit(start, start + len(choices), choices) if choices else None


def _rest(sought: _Sought, at: tuple[int, int], known: dict[tuple[int, int], _Choices | None]) -> _Choices | None:
    """The readings that fit each character from place ``at[0]`` on, when the letters from ``at[1]`` on are spelt."""
    place, used = at
    if used == len(sought.letters):
        return ()
    if place == len(sought.readings):
        return None
    if at not in known:
        known[at] = None
        for length, fitting in _steps(sought, place, used).items():
            if (after := _rest(sought, (place + 1, used + length), known)) is not None:
                known[at] = (tuple(fitting), *after)
                break
    return known[at]


def _steps(sought: _Sought, place: int, used: int) -> dict[int, list[str]]:
    """How many letters a character may take from ``used`` on, and its readings that are spelt so."""
    found: dict[int, list[str]] = {}
    for reading in sought.readings[place]:
        for spelt in sought.system(reading):
            if sought.letters.startswith(spelt, used) and reading not in found.setdefault(len(spelt), []):
                found[len(spelt)].append(reading)
    return found


def _parts(
    spoken: tuple[str, ...],
    readings: Sequence[Sequence[str]],
    *,
    system: Callable[[str], tuple[str, ...]],
    lone: bool,
) -> Iterator[Fit]:
    """Stretches of the name that runs of English words spell: two characters or more, or the first alone."""
    runs = ("".join(spoken[first:last]) for first in range(len(spoken)) for last in _ends(spoken, first))
    shortened = tuple(readings[:_LONGEST])
    for sought in (_Sought(letters, shortened, system) for letters in runs):
        starts = (start for start in range(len(shortened)) if _steps(sought, start, 0))
        for found in (_aligned(sought, start) for start in starts):
            if found and (found.end - found.start > 1 or (lone and found.start == 0)):
                yield found


def _ends(spoken: tuple[str, ...], first: int) -> range:
    """Where a run of up to four English words from ``first`` on may end."""
    return range(first + 1, min(len(spoken), first + 4) + 1)
