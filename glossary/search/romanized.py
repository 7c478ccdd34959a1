"""A query as a name spelt in any system of Mandarin, Cantonese or Hokkien, and the keys that such a name has.

Each syllable of the query stands for the syllables that some system writes so; they are put together in the spelling
that keys have. A Western given name before (Albert Ho Chun-yan) is passed over, and the surname may come last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product

from glossary.keys import latin
from glossary.lang import surnames
from glossary.tables import rows

__all__ = ["keys"]

_FAMILIES = ("mandarin", "cantonese", "hokkien")  # those in which names have keys
_MOST = 64  # keys for one way to read the words
_WORDS = range(2, 6)
_WORD = re.compile(r"[^\W\d_]+(?:['’`-][^\W\d_]+)*")
_LONGEST = 7  # letters of a syllable: chuang, tshiong


def keys(query: str) -> tuple[str, ...]:
    """The keys of the names that the query may spell, likeliest first.

    >>> keys("Jyh-Peng Gao")[:1], "hochunyan" in keys("Albert HO Chun-yan"), keys("the end")
    (('gaozhipeng',), True, ())
    """
    words = _WORD.findall(query)
    if len(words) not in _WORDS:
        return ()
    found = (key for family in _FAMILIES for order in _orders(words) for key in _spelt(order, family))
    return tuple(dict.fromkeys(islice(found, 4 * _MOST)))


def _orders(words: list[str]) -> Iterator[list[str]]:
    """The words with the surname first: as they are, the last one first, without Western names before or after."""
    yield words
    yield [words[-1], *words[:-1]]
    if len(words) > 2:
        yield words[1:]
        yield words[:-1]
        yield words[-2:]


def _spelt(words: list[str], family: str) -> Iterator[str]:
    """The keys of one order of the words in one family of systems."""
    given = [part for word in words[1:] for part in re.split(r"[-'’`]", word)]
    surname = _of_surnames(family).get(latin(words[0]), ())
    ways = list(_given(given, family)) if surname and len(given) < 4 else []
    yield from islice(("".join(parts) for way in ways for parts in product(surname, *way)), _MOST)


def _given(parts: list[str], family: str) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The given name as syllables, each with what it may stand for: the parts as they are, or one part cut in two."""
    known = _of_syllables(family)
    whole = tuple(known.get(latin(part), ()) for part in parts)
    if all(whole):
        yield whole
    if len(parts) == 1:
        word = latin(parts[0])
        for cut in range(1, min(len(word), _LONGEST + 1)):
            both = (known.get(word[:cut], ()), known.get(word[cut:], ()))
            if all(both):
                yield both


@cache
def _of_syllables(family: str) -> dict[str, tuple[str, ...]]:
    """For each spelling in any system the syllables as keys spell them, those that spell themselves so first."""
    found: dict[str, dict[str, None]] = {}
    table = rows(f"romanization_{family}")
    for columns in (slice(1, 2), slice(2, -2)):
        for row in table:
            for spelling in (spelling for cell in row[columns] for spelling in cell.split()):
                found.setdefault(latin(spelling), {}).setdefault(latin(row[1].split()[0]))
    return {spelling: tuple(standing) for spelling, standing in found.items()}


@cache
def _of_surnames(family: str) -> dict[str, tuple[str, ...]]:
    """For each spelling of a surname the surnames as keys spell them."""
    from glossary.lang.romanization.spellings import surname_letters

    found: dict[str, dict[str, None]] = {}
    for surname in sorted(surnames.surnames()):
        said = [_usual(family).get(char, "") for char in surname]
        if not all(said):
            continue
        spellings = surname_letters(surname) or _joined(surname, family)
        for spelling in (latin("".join(said)), *spellings):
            found.setdefault(spelling, {}).setdefault(latin("".join(said)))
    for spelling, standing in _of_syllables(family).items():
        for one in standing:
            found.setdefault(spelling, {}).setdefault(one)
    return {spelling: tuple(standing) for spelling, standing in found.items()}


def _joined(surname: str, family: str) -> Iterator[str]:
    """The spellings of a surname of several characters, in each system."""
    table = {latin(row[1].split()[0]): row for row in rows(f"romanization_{family}") if row[1]}
    parts = [table[latin(_usual(family)[char])] for char in surname]
    for column in range(1, len(parts[0]) - 2):
        yield from ("".join(map(latin, cells)) for cells in product(*(part[column].split() for part in parts)))


@lru_cache(8)
def _usual(family: str) -> dict[str, str]:
    """How the keys spell each character, by its usual reading."""
    table = [row for row in rows(f"romanization_{family}") if row[1]]
    usual = {char: row[1].split()[0] for row in table for char in row[-2]}
    return {char: row[1].split()[0] for row in table for char in row[-1]} | usual
