"""Entries whose names nearly are the query: a letter wrong, missing, too many, or two that changed places.

One difference is found by asking for every string that differs so (some hundreds, one query of the store). Two are
found among the keys that begin like the query, which are compared one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_lowercase
from typing import TYPE_CHECKING

from glossary import keys
from glossary.keys import Family
from glossary.lang import script
from glossary.search.hits import Manner, Match

if TYPE_CHECKING:
    from glossary.store import Store

__all__ = ["differing", "once", "twice"]

_SHORTEST = 3  # letters; of shorter names too many are alike
_SHORTEST_WORD = 5
_SHORTEST_FOR_TWO = 7
_SHORTEST_HAN = 3
_LONGEST = 60
_SCANNED = 3000  # keys with one beginning that are compared
_NO_NAMES = frozenset({Family.INITIALS, Family.ACROSTIC, Family.PART})


def once(store: Store, query: str, *, limit: int) -> Iterator[Match]:
    """What is the query but for one mistake."""
    for key in keys.of_query(query)[-1:]:
        if script.has_han(key):
            yield from _han(store, key, limit=limit)
        elif _SHORTEST <= len(key) <= _LONGEST:
            yield from _among(store, differing(key), distance=1, limit=limit)


def twice(store: Store, query: str, *, limit: int) -> Iterator[Match]:
    """What is the query but for two mistakes, or has one of its words with one."""
    for key in keys.of_query(query)[-1:]:
        if script.has_han(key) or len(key) > _LONGEST:
            continue
        if len(key) >= _SHORTEST_FOR_TWO:
            yield from _scanned(store, key, start=key[: max(3, len(key) // 2)], most=2)
        for word in map(keys.latin, query.split()):
            if _SHORTEST_WORD <= len(word) < len(key):
                yield from _among(store, (word, *differing(word)), distance=2, limit=limit, only=Family.WORD)


def _han(store: Store, key: str, *, limit: int) -> Iterator[Match]:
    if len(key) < _SHORTEST_HAN:
        return
    yield from _scanned(store, key, start=key[0], most=1)
    for family, name, head in store.find(key[1:], limit=limit):
        if family is Family.PART:  # the first character is another one
            yield Match(name, Family.CHINESE, Manner.LIKE, 1, head)


def _among(
    store: Store, texts: Iterable[str], *, distance: int, limit: int, only: Family | None = None
) -> Iterator[Match]:
    for _, family, name in store.among(tuple(texts), limit=limit):
        if family not in _NO_NAMES and only in {None, family}:
            yield Match(name, family, Manner.LIKE, distance)


def _scanned(store: Store, key: str, *, start: str, most: int) -> Iterator[Match]:
    """Those among the keys that begin with ``start`` which differ from ``key`` in at most so many characters."""
    from rapidfuzz.distance import OSA

    distances: dict[str, int] = {}
    for other, family in store.beginning(start, limit=_SCANNED):
        distance = OSA.distance(key, other, score_cutoff=most)
        if distance <= most and family not in _NO_NAMES:
            distances[other] = distance
    for other, family, name in store.among(tuple(distances), limit=_SCANNED):
        if family not in _NO_NAMES:
            yield Match(name, family, Manner.LIKE, max(1, distances[other]))


def differing(word: str) -> tuple[str, ...]:
    """Every string of letters that differs from the word by one edit, without the word itself.

    >>> {"lifng", "lifenng", "ifeng", "lifegn", "lefeng"} <= set(differing("lifeng")), "lifeng" in differing("lifeng")
    (True, False)
    """
    found: set[str] = set()
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        found.update(f"{head}{letter}{tail}" for letter in ascii_lowercase)
        if tail:
            found.add(head + tail[1:])
            found.update(f"{head}{letter}{tail[1:]}" for letter in ascii_lowercase)
        if len(tail) > 1:
            found.add(f"{head}{tail[1]}{tail[0]}{tail[2:]}")
    return tuple(sorted(found - {word}))
