"""How the pinyin of a Chinese name is spelt: its words, their capitals, hyphens and apostrophes.

Persons after GB/T 28039 (surname and given name are two words, two surnames joined by a hyphen), the rest after
GB/T 16159. A foreign name in Chinese characters is one word for each dotted part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from glossary.lang.division import division, is_particle
from glossary.lang.persons import Shape
from glossary.model import Kind

__all__ = ["Word", "giles_word", "pinyin_word", "words_of"]


class Word(NamedTuple):
    """How a word of pinyin is written: how many syllables, whether with a capital, and what stands before it."""

    length: int
    capital: bool
    before: str = " "


def words_of(runs: Sequence[str], *, kind: Kind, person: Shape, dotted: bool) -> tuple[Word, ...]:
    """The words of every run of Chinese characters of a name; ``dotted``: a dot parts the runs of a foreign one.

    >>> from glossary.lang.persons import shape
    >>> words_of(["何立峰"], kind=Kind.PERSON, person=shape("何立峰"), dotted=False)
    (Word(length=1, capital=True, before=' '), Word(length=2, capital=True, before=' '))
    """
    if person.double:
        return Word(1, capital=True), Word(1, capital=True, before="-"), Word(2, capital=True)
    if kind is Kind.PERSON or (dotted and len(runs) > 1):
        return tuple(Word(length, capital=True) for run in runs for length in _parts(run, person.surname))
    return tuple(_words(runs, kind))


def _parts(run: str, surname: int) -> tuple[int, ...]:
    """Surname and given name, or the whole of a name that has no two."""
    return (surname, len(run) - surname) if 0 < surname < len(run) else (len(run),)


def _words(runs: Sequence[str], kind: Kind) -> Iterator[Word]:
    """The words of a name that is no person's: all with a capital but its particles (和, 的); none of a term's."""
    for place, run in enumerate(runs):
        start = 0
        for length in division(run, kind):
            particle = bool(place or start) and is_particle(run[start : start + length])
            yield Word(length, capital=kind is not Kind.TERM and not particle)
            start += length


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
