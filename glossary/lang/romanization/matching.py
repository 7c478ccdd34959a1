"""Aligning letters with characters: which syllable of a spelling belongs to which character."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from glossary.lang.romanization.places import exonyms
from glossary.lang.romanization.spellings import GIVEN, letters, surname_letters
from glossary.lang.script import fold, is_han
from glossary.tables import words as table_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Alignment", "Name", "align", "given_of", "name_of", "near"]

LONGEST = 12  # characters: no romanized name is longer
_LONGEST_SYLLABLE = 7
_FUZZY = 3  # letters a syllable must have to be taken with one letter wrong


class Alignment(NamedTuple):
    """The letters of each character, in order, and the systems that explain them as bits."""

    letters: tuple[str, ...]
    bits: int


@dataclass(frozen=True, slots=True)
class Name:
    """Chinese characters ready to be compared.

    ``folded``: the characters as names compare. ``surname``: how many characters the surname has, ``habitual``: how
    many are read as surnames are; ``compound``: whether it is one surname of two. ``joined``: habitual spellings of
    such a surname as a whole. ``initials``: letters that may begin it. ``english``: names of it that no system gives,
    as letters.
    """

    characters: str
    folded: str
    surname: int = 1
    habitual: int = 1
    compound: bool = False
    joined: Mapping[str, int] = field(default_factory=dict)
    initials: frozenset[str] = frozenset()
    english: frozenset[str] = frozenset()

    def table(self, place: int) -> Mapping[str, int]:
        """How the character at a place is spelt: looked up when it is asked for, as most letters end at the first."""
        look = surname_letters if place < self.habitual else letters
        return look(self.characters[place])


@cache
def _compound() -> frozenset[str]:
    """Surnames of two characters, folded."""
    return frozenset(fold(surname) for surname in table_words("surnames") if len(surname) == 2)


@lru_cache(maxsize=1 << 14)
def name_of(chinese: str) -> Name | None:
    """The Chinese characters in ``chinese``, ready to be compared; None when there are none, or too many for a name."""
    characters = "".join(filter(is_han, chinese)) if len(chinese) <= 4 * LONGEST else ""
    if not 0 < len(characters) <= LONGEST:
        return None
    return _name(characters)


def _name(characters: str) -> Name:
    """``characters`` as a :class:`Name`. Four characters may begin with two surnames (a married name)."""
    folded = fold(characters)
    compound = len(characters) > 2 and folded[:2] in _compound()
    surname = 2 if compound or len(characters) == 4 else 1
    joined = surname_letters(characters[:2]) if compound else {}
    initials = _initials(characters[0]) | _initials(characters[:2]) if joined else _initials(characters[0])
    return Name(characters, folded, surname, surname, compound, joined, initials, exonyms(folded))


@cache
def _initials(surname: str) -> frozenset[str]:
    """The letters that may begin a surname."""
    return frozenset(spelling[0] for spelling in surname_letters(surname))


def align(parts: Sequence[str], name: Name) -> Alignment | None:
    """How ``parts``, surname first, spell every character of ``name``, or None.

    A syllable stays within its part. All characters after the surname must be explained by one family.

    >>> name = name_of("何立峰")
    >>> align(("he", "lifeng"), name).letters
    ('he', 'li', 'feng')
    >>> align(("hel", "ifeng"), name) is None
    True
    """
    count = len(name.characters)
    if len(parts) > count:
        return None
    if len(parts) == count:
        return _one_each(parts, map(name.table, range(count)), name.surname)
    if name.joined and parts[0] in name.joined:
        found = align(parts[1:], given_of(name)) if len(parts) > 1 else None
        if found is not None:
            return Alignment((parts[0], "", *found.letters), found.bits)
    return _walk(_Letters.of(parts), name, at=(0, 0), bits=(GIVEN, -1))


def given_of(name: Name) -> Name:
    """What follows the surname of ``name``, none of it a surname."""
    return _given(name.characters[name.surname :])


@lru_cache(maxsize=1 << 14)
def _given(characters: str) -> Name:
    """``characters`` as a given name."""
    initials = frozenset(spelling[0] for spelling in letters(characters[0]))
    return Name(characters, fold(characters), 0, 0, initials=initials)


def _one_each(parts: Sequence[str], tables: Iterable[Mapping[str, int]], surname: int) -> Alignment | None:
    """The alignment of as many parts as characters, which are spelt as in their tables."""
    given = family = -1
    for place, (part, table) in enumerate(zip(parts, tables, strict=True)):
        bits = table.get(part)
        if bits is None:
            return None
        if place < surname:
            family &= bits
        else:
            given &= bits & GIVEN
        if not given:
            return None
    return Alignment(tuple(parts), _shared(given, family))


def _shared(given: int, family: int) -> int:
    """The systems of a whole name: those of the given name, narrowed by the surname where it agrees."""
    return given & family or given


class _Letters(NamedTuple):
    """The letters of all parts in a row, and for each letter where its part ends."""

    text: str
    ends: list[int]

    @classmethod
    def of(cls, parts: Sequence[str]) -> _Letters:
        """The letters of ``parts``."""
        ends: list[int] = []
        for part in parts:
            ends += [len(ends) + len(part)] * len(part)
        return cls("".join(parts), ends)


def _walk(spelt: _Letters, name: Name, *, at: tuple[int, int], bits: tuple[int, int]) -> Alignment | None:
    """The alignment of the letters and characters from ``at`` on; ``bits``: given name and surname so far."""
    char, start = at
    if start == len(spelt.text):
        return None
    table, last = name.table(char), char + 1 == len(name.characters)
    stop = spelt.ends[start]
    if last and stop < len(spelt.text):
        return None
    for end in (stop,) if last else range(min(stop, start + _LONGEST_SYLLABLE), start, -1):
        found = table.get(spelt.text[start:end])
        if found is None:
            continue
        given, family = (bits[0], bits[1] & found) if char < name.surname else (bits[0] & found, bits[1])
        if not given:
            continue
        if last:
            return Alignment((spelt.text[start:end],), _shared(given, family))
        rest = _walk(spelt, name, at=(char + 1, end), bits=(given, family))
        if rest is not None:
            return Alignment((spelt.text[start:end], *rest.letters), rest.bits)
    return None


def near(parts: Sequence[str], name: Name) -> Alignment | None:
    """As :func:`align` with one part for each character and a fault: a syllable nearly right, or families mixed.

    Where the families differ (Lee Hsien Loong) the alignment has no bits. A syllable is nearly right with one letter
    wrong, left out or too many, and between others that are right when it has the initial of a right one and an ending
    of the same kind (Wang Lee-hom, 王力宏); the surname must be right.

    >>> near(("tsai", "yimg", "wen"), name_of("蔡英文")).letters
    ('tsai', 'yimg', 'wen')
    """
    if len(parts) != len(name.characters) or len(parts) <= name.surname:
        return None
    tables = list(map(name.table, range(len(parts))))
    wrong = [place for place, part in enumerate(parts) if part not in tables[place]]
    if not wrong:
        return Alignment(tuple(parts), 0)
    place = wrong[0]
    if len(wrong) != 1 or place < name.surname:
        return None
    meant = _meant(parts[place], name.characters[place], alone=len(parts) == name.surname + 1)
    tables[place] = {parts[place]: meant}
    return _one_each(parts, tables, name.surname) if meant else None


@lru_cache(maxsize=1 << 14)
def _meant(part: str, character: str, *, alone: bool) -> int:
    """The systems of the spellings of ``character`` that ``part`` may stand for; ``alone``: with one letter wrong."""
    bits = 0
    for spelling, systems in letters(character).items():
        if not _begin_alike(spelling, part):
            continue
        long = max(len(spelling), len(part)) >= _FUZZY
        if (long and _one_letter(part, spelling)) or (not alone and _outline(part) == _outline(spelling)):
            bits |= systems
    return bits


_INITIAL = re.compile("chh|tsh|ts|tz|ch|sh|ph|th|kh|hs|ng(?=[aeiou])|[bcdfghjklmnpqrstwxyz]")


@lru_cache(maxsize=1 << 14)
def _outline(syllable: str) -> tuple[str, str]:
    """What one hears of a syllable: its initial, and whether its end is a nasal, a stop or neither."""
    start = _INITIAL.match(syllable)
    initial = start[0] if start else syllable[:1]
    rest = syllable[len(initial) :]
    kind = "nasal" if rest.endswith(("m", "n", "ng")) else "stop" if rest.endswith(("p", "t", "k")) else ""
    return initial, kind


def _begin_alike(one: str, other: str) -> bool:
    """Whether two syllables begin with the same letter, or with two that systems write for one sound (hs and s)."""
    return one[0] == other[0] or one[0] + other[0] in _ALIKE


_ALIKE = frozenset(("hs", "sh", "tc", "ct", "cj", "jc", "tz", "zt", "cz", "zc"))


def _one_letter(one: str, other: str) -> bool:
    """Whether two strings differ by one letter changed, left out or put in."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = long[start + 1 :]
    return rest == (short[start + 1 :] if len(short) == len(long) else short[start:])
