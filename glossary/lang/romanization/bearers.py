"""Judging by the surname: with initials of the given name, or alone beside whatever else (Jensen Huang, 黃仁勳)."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from glossary.lang.romanization.fits import Fit, Level, Order, Words
from glossary.lang.romanization.matching import Name, align
from glossary.lang.romanization.spelling_out import PERSON, Case, Parts, english_given, flat
from glossary.lang.romanization.spellings import syllables, system_of, systematic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["surname_bits", "surname_only", "with_initials"]

_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3},?")


def surname_bits(parts: tuple[str, ...], name: Name) -> int | None:
    """The systems in which ``parts`` spell the surname of ``name``, or None."""
    if len(parts) == 1 and len(parts[0]) > 1:
        bits = name.table(0).get(parts[0]) or name.joined.get(parts[0])
        if bits:
            return bits
    if name.compound and parts:
        found = align(parts, Name(name.characters[:2], name.folded[:2], habitual=2))
        return found.bits if found else None
    return None


def _surname_places(words: Sequence[str], parts: Parts, name: Name) -> Iterator[tuple[Words, int]]:
    """Where a surname may stand in ``words`` and spells that of ``name``: at the end, at the start, between."""
    if len(name.characters) not in PERSON:
        return
    last = len(words) - 1
    for place in dict.fromkeys((last, 0, *range(1, last))):
        if words[place][:1].islower() and len(words) > 1:
            continue
        bits = surname_bits(parts[place], name)
        if bits:
            yield Words(place, place + 1), bits
        elif name.compound and place and (bits := surname_bits((*parts[place - 1], *parts[place]), name)):
            yield Words(place - 1, place + 1), bits


def with_initials(case: Case) -> Fit | None:
    """The surname with initials of the given name, and English given names at most (James C. F. Huang)."""
    words, parts, name, _ = case
    if not any(map(_INITIALS.fullmatch, words)):
        return None
    for span, bits in _surname_places(words, parts, name):
        others = (*words[: span.start], *words[span.end :])
        initials = [word for word in others if _INITIALS.fullmatch(word)]
        rest = [word for word in others if not _INITIALS.fullmatch(word)]
        letters = [letter.lower() for word in initials for letter in word if letter.isalpha()]
        if all(map(english_given, rest)) and _initials_fit(letters, name):
            return _surname_fit(Level.INITIALS, span, bits, words=words, name=name)
    return None


def _initials_fit(letters: Sequence[str], name: Name) -> bool:
    """Whether ``letters`` begin the syllables of the given name, from the first."""
    given = [name.table(place) for place in range(name.surname, len(name.characters))]
    if not 0 < len(letters) <= len(given):
        return False
    return all(any(spelling[0] == letter for spelling in table) for letter, table in zip(letters, given, strict=False))


def surname_only(case: Case) -> Fit | None:
    """The surname, beside whatever else."""
    words, parts, name, _ = case
    for span, bits in _surname_places(words, parts, name):
        rest = flat((*parts[: span.start], *parts[span.end :]))
        other = len(rest) == len(name.characters) - 1 and systematic().issuperset(rest)
        return _surname_fit(Level.SURNAME, span, bits, words=words, name=name, slack=int(other))
    return None


def _surname_fit(level: Level, span: Words, bits: int, *, words: Sequence[str], name: Name, slack: int = 0) -> Fit:
    """A fit of the surname at ``span``; initials use all words."""
    letters = "".join(chain.from_iterable(map(syllables, words[span.start : span.end])))
    joined = name.compound and letters not in name.table(0)
    order: Order = "surname-last" if span.start and span.end == len(words) else "surname-first"
    used = Words(0, len(words)) if level is Level.INITIALS else span
    characters = name.characters[: 2 if joined else 1]
    return Fit(level, system_of(bits), used, order, ((characters, letters),), slack)
