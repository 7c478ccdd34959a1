"""Spelling out all characters of a name with words of a spelling: what every judgement begins with."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from glossary.lang.romanization.fits import Fit, Level, Order, Words
from glossary.lang.romanization.matching import Alignment, Name, align, near
from glossary.lang.romanization.places import is_generic
from glossary.lang.romanization.spellings import syllables, system_of, systematic
from glossary.tables import words as table_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "MOST_DROPPED",
    "PERSON",
    "SURNAME_WORDS",
    "Case",
    "Parts",
    "Spelt",
    "begin_alike",
    "english_given",
    "flat",
    "full",
    "only_given",
    "spell",
    "spell_nearly",
    "stretches_spelt",
    "windows",
]

Parts = tuple[tuple[str, ...], ...]  # for each word its stretches of letters

PERSON = range(2, 5)  # characters of a Chinese person's name
MOST_DROPPED = 3  # words before a name: Dr Mary Anne CHAN Tai-man
SURNAME_WORDS = 2  # at the end of a name: of a surname of two characters


class Spelt(NamedTuple):
    """A fit of all characters: the alignment, the order, and the system when the alignment does not tell it."""

    alignment: Alignment
    order: Order
    system: str = ""


def spell(parts: Sequence[tuple[str, ...]], name: Name) -> Spelt | None:
    """How the words of ``parts``, all of them, spell all of ``name`` in either order."""
    if not all(parts):
        return None
    if len(parts) <= len(name.characters):
        for order, ordered in _orders(parts, name):
            found = align(flat(ordered), name)
            if found is not None:
                return Spelt(found, order)
    if name.english and (letters := "".join(flat(parts))) in name.english:
        return Spelt(Alignment((letters,), 0), "surname-first", "exonym")
    return None


def _orders(parts: Sequence[tuple[str, ...]], name: Name) -> Iterator[tuple[Order, Sequence[tuple[str, ...]]]]:
    """``parts`` with the surname first: as they are, and with the last word, or two, put first."""
    if parts[0][0][0] in name.initials:
        yield "surname-first", parts
    for moved in range(1, min(len(parts), name.surname + 1)):
        if parts[-moved][0][0] in name.initials:
            yield "surname-last", (*parts[-moved:], *parts[:-moved])


def flat(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The stretches of letters of all words in a row."""
    return tuple(chain.from_iterable(parts))


def full(spelt: Spelt, name: Name, words: Words, *, level: Level = Level.FULL, slack: int = 0) -> Fit:
    """The fit that ``spelt`` stands for."""
    letters, bits = spelt.alignment
    if spelt.system:
        pairs: tuple[tuple[str, str], ...] = ((name.characters, letters[0]),)
    else:
        pairs = tuple(zip(name.characters, letters, strict=True))
    return Fit(level, spelt.system or system_of(bits) or "mixed", words, spelt.order, pairs, slack)


class Case(NamedTuple):
    """What is judged: the words, their letters, the name, and the stretches of words that spell all of it."""

    words: tuple[str, ...]
    parts: Parts
    name: Name
    spelt: list[tuple[Words, Spelt]]


def stretches_spelt(parts: Parts, name: Name) -> Iterator[tuple[Words, Spelt]]:
    """The stretches of words that spell all characters of ``name``: longer ones first, then later ones."""
    for span in windows(parts, name):
        spelt = spell(parts[span.start : span.end], name)
        if spelt is not None:
            yield span, spelt


def windows(parts: Parts, name: Name) -> Iterator[Words]:
    """The stretches of words that may spell a name so long: longer ones first, then later ones.

    Its first letter begins the first word, or one of the last words, unless a name of its own is known (Keelung).
    """
    most = max(len(name.characters), 3 if name.english else 0)
    begins = begin_alike(parts, name)
    if not any(begins):
        return
    for size in range(min(len(parts), most), 0, -1):
        for start in range(len(parts) - size, -1, -1):
            end = start + size
            if begins[start] or any(begins[max(start, end - SURNAME_WORDS) : end]):
                yield Words(start, end)


def begin_alike(parts: Sequence[tuple[str, ...]], name: Name) -> list[bool]:
    """For each word whether its first letter may begin the name; always where a name of its own is known (Keelung)."""
    if name.english:
        return [True] * len(parts)
    return [bool(part) and part[0][0] in name.initials for part in parts]


def spell_nearly(parts: Parts, name: Name) -> Spelt | None:
    """How ``parts``, one for each character, spell ``name`` with one letter wrong."""
    if sum(map(len, parts)) != len(name.characters) or not all(parts):
        return None
    for order, moved in _orders(parts, name):
        found = near(flat(moved), name)
        if found is not None:
            return Spelt(found, order)
    return None


def only_given(words: Sequence[str], span: Words, name: Name) -> bool:
    """Whether what is left around ``span`` can be given names of English origin beside a Chinese person's name."""
    before, after = words[: span.start], words[span.end :]
    if len(name.characters) not in PERSON or len(before) > MOST_DROPPED or len(after) > 1:
        return False
    if sum(len(syllables(word)) for word in words[span.start : span.end]) < 2:
        return False
    return all(map(english_given, (*before, *after)))


@cache
def _short_given() -> frozenset[str]:
    """English given names that look like syllables, in small letters."""
    return frozenset(map(str.lower, table_words("given_names_short")))


def english_given(word: str) -> bool:
    """Whether ``word`` may be an English given name, a title or initials, and is no syllable of a Chinese name."""
    if not word[:1].isupper() or is_generic(word.lower()):
        return False
    parts = syllables(word)
    return not parts or not systematic().issuperset(parts) or (len(parts) == 1 and parts[0] in _short_given())
