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


def fit(english: str, readings: Sequence[Sequence[str]], *, person: bool) -> Fit | None:
    """The longest stretch of a name whose readings ``english`` spells, whole names before parts.

    ``readings`` are the possible readings of each character (``shan4``), in order.

    >>> fit("Shan Tianfang", [["dan1", "shan4"], ["tian2"], ["fang1"]], person=True).choices[0]
    ('shan4',)
    >>> fit("Chaoyang District", [["zhao1", "chao2"], ["yang2"], ["qu1"]], person=False).choices[0]
    ('chao2',)
    """
    spoken = english_words(english)
    if not spoken or not readings:
        return None
    for system in (_hanyu, _giles):
        for letters in _orders(spoken, person=person):
            if found := _aligned(letters, readings[:_LONGEST], system, 0):
                if found.end == len(readings):
                    return found
    parts = [part for system in (_hanyu, _giles) for part in _parts(spoken, readings, system, person=person)]
    return max(parts, key=lambda part: part.end - part.start, default=None)


@lru_cache(maxsize=2048)
def english_words(english: str) -> tuple[str, ...]:
    """The words of an English name in plain lower-case letters, hyphens and apostrophes closed up.

    >>> english_words("Tseng Ming-chung"), english_words("Xi'an")
    (('tseng', 'mingchung'), ('xian',))
    """
    plain = unicodedata.normalize("NFD", _JOINTS.sub("", english.lower()))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return tuple(_WORD.findall(letters)[:_MOST_WORDS])


def _orders(spoken: tuple[str, ...], *, person: bool) -> Iterator[str]:
    """The letters of the whole name as written, and with the surname first."""
    yield "".join(spoken)
    if person and len(spoken) > 1:
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


def _aligned(
    letters: str, readings: Sequence[Sequence[str]], system: Callable[[str], tuple[str, ...]], start: int
) -> Fit | None:
    """Readings from ``start`` on that use up ``letters``: the choices of all ways to do so, joined."""
    ends: dict[tuple[int, int], bool] = {}

    def reaches(place: int, used: int) -> bool:
        if used == len(letters):
            return True
        if place == len(readings):
            return False
        if (place, used) not in ends:
            ends[place, used] = any(
                letters.startswith(spelt, used) and reaches(place + 1, used + len(spelt))
                for reading in readings[place]
                for spelt in system(reading)
            )
        return ends[place, used]

    choices: list[tuple[str, ...]] = []
    used = 0
    while used < len(letters):
        if not reaches(start + len(choices), used):
            return None
        step, fitting = _step(letters, readings[start + len(choices)], system, used, reaches, start + len(choices))
        choices.append(fitting)
        used += step
    return Fit(start, start + len(choices), tuple(choices))


def _step(letters, options, system, used, reaches, place):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """The letters that one character takes, and its readings that are spelt so."""
    by_length: dict[int, list[str]] = {}
    for reading in options:
        for spelt in system(reading):
            if letters.startswith(spelt, used) and reaches(place + 1, used + len(spelt)):
                by_length.setdefault(len(spelt), []).append(reading)
    step = next(iter(by_length))
    return step, tuple(dict.fromkeys(by_length[step]))


def _parts(
    spoken: tuple[str, ...],
    readings: Sequence[Sequence[str]],
    system: Callable[[str], tuple[str, ...]],
    *,
    person: bool,
) -> Iterator[Fit]:
    """Stretches of the name that runs of English words spell: two characters or more, or a person's surname."""
    for first in range(len(spoken)):
        for last in range(first + 1, min(len(spoken), first + 4) + 1):
            letters = "".join(spoken[first:last])
            for start in range(min(len(readings), _LONGEST)):
                found = _aligned(letters, readings, system, start)
                if found and (found.end - found.start > 1 or (person and start == 0)):
                    yield found
