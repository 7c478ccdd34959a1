"""Which of several people of one Chinese name an English name tells of: Peter He is not James He, both 何軍.

Only a Western given name tells. Spellings do not: He Jun, Jun He and Ho Chun may be anybody called 何軍, and a name of
which two readings are stated (Bo Yang and Bai Yang, both 柏楊) is far oftener one person than two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from glossary.lang import romanization
from glossary.lang.script import fold
from glossary.lang.transliteration import sounds_like
from glossary.tables import rows

__all__ = ["bearer"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST = 3  # letters of a name that a longer one may begin with


def bearer(english: str, chinese: str) -> str:
    """The Western given name that tells who bears the Chinese one, as the first of its family; empty where none does.

    There must be one such name, beside a word that spells the surname or whose sound the Chinese writes (羅斯: Jack
    Ross is not Justin Rose), and it must not spell a character itself.

    >>> [bearer(english, "何軍") for english in ("Peter He", "Pete Ho Kwan", "Robert He", "Bob He")]
    ['pete', 'pete', 'bob', 'bob']
    >>> [bearer(english, "羅斯") for english in ("Jack Ross", "Justin Rose", "Ross")]
    ['jack', 'justin', '']
    >>> [bearer(english, "何軍") for english in ("He Jun", "Peter James He", "Peter Smith", "J. He")]
    ['', '', '', '']
    """
    words = _WORD.findall(english)
    if foreign := _foreign(words, chinese):
        return foreign
    given = [word for word in words if word.lower() in _families()]
    others = [word for word in words if word not in given]
    if len(given) != 1 or any(len(word) == 1 for word in others) or _spells(given[0], chinese):
        return ""
    return _families()[given[0].lower()] if any(romanization.surname(word, chinese) for word in others) else ""


def _foreign(words: list[str], chinese: str) -> str:
    """The given name before a foreign surname, of which alone the Chinese writes the sound; empty where it is none."""
    if len(words) != 2 or words[0].lower() not in _families():
        return ""
    given, surname = (sounds_like(word, fold(chinese)) for word in words)
    return _families()[words[0].lower()] if surname and not given else ""


def _spells(word: str, chinese: str) -> bool:
    """Whether the word may be the spelling of a character: Ben, May."""
    return any(word.lower() in romanization.spellings(char) for char in chinese)


@cache
def _families() -> dict[str, str]:
    """For each given name the first of those that one person may go by."""
    names = {row[0].lower() for table in ("given_names", "given_names_short") for row in rows(table)}
    family = {name: name for name in names}

    def first(name: str) -> str:
        return name if family[name] == name else first(family[name])

    for one, other in _related(names):
        least, most = sorted((first(one), first(other)))
        family[most] = least
    return {name: first(name) for name in names}


def _related(names: set[str]) -> Iterator[tuple[str, str]]:
    """Two at a time the names that one person may go by: Dan and Daniel, and those of a row of the table."""
    for name in sorted(names):
        yield from ((name[:end], name) for end in range(_SHORTEST, len(name)) if name[:end] in names)
    for row in rows("nicknames"):
        yield from pairwise(name for name in row[0].split() if name in names)
