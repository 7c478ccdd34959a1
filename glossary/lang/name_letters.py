"""What the letters of an English name say of its kind: -berger ends persons, -burg places, -tex firms.

Learnt from names whose kind is known (table ``name_letters``). Which given names and surnames people bear in the world
is known besides (table ``foreign_names``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from math import exp, log

from glossary import tables
from glossary.lang.transliteration import letters
from glossary.model import Kind

__all__ = ["KINDS", "chances", "parts", "signs"]

KINDS = (Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION)  # what is told apart
_LONGEST_PART = 4
_WORDS = range(3, 20)  # letters of a word that is asked
_PERSON_OR_PLACE = (-4, -2, -1, 0, 1, 2, 4)  # steps of the log-odds
_ORGANIZATION = (-4, -2, -1, -0.3)  # steps of the log-probability


def parts(word: str) -> set[str]:
    """The parts that are weighed: one to four letters (``^`` and ``$`` are the edges), and "" for all.

    >>> sorted(parts("ulm"))
    ['', '$', '^', '^u', '^ul', '^ulm', 'l', 'lm', 'lm$', 'm', 'm$', 'u', 'ul', 'ulm', 'ulm$']
    """
    edged = f"^{word}$"
    found = {"", *edged}
    for size in range(2, _LONGEST_PART + 1):
        found.update([edged[at : at + size] for at in range(len(edged) - size + 1)])
    return found


@lru_cache(8192)
def chances(word: str) -> tuple[float, ...]:
    """The natural logarithm of the probability of each of ``KINDS`` for a word, written as letters a-z.

    >>> person, place, _ = chances("wolfenburg")
    >>> place > person
    True
    """
    rows = _rows()
    known = [_tenths(part) for part in parts(word) if part in rows]
    said = [sum(column) / 10 for column in zip(*known, strict=True)]
    most = max(said)
    total = most + log(sum(exp(sum_ - most) for sum_ in said))
    return tuple([sum_ - total for sum_ in said])


def signs(words: Sequence[str]) -> Iterator[str]:
    """What the first and last of a name's own words look like, by steps, and whether persons are known to bear them.

    >>> list(signs(["Giuseppe", "Verdi"]))
    ['reads-2-person~6', 'reads-2-firm~2', 'reads-first-person~5', 'reads-first-firm~1', 'world-given', 'world-surname']
    """
    own = [word for word in map(letters, words) if len(word) in _WORDS]
    if not own:
        return
    yield from _look(own[-1], f"reads-{min(len(own), 2)}")
    if len(own) > 1:
        yield from _look(own[0], "reads-first")
    alone = "" if len(own) > 1 else "-alone"
    if own[0] in _borne()["given"]:
        yield f"world-given{alone}"
    if own[-1] in _borne()["surname"]:
        yield f"world-surname{alone}"


def _look(word: str, place: str) -> tuple[str, str]:
    person, other, firm = chances(word)
    return f"{place}-person~{_step(person - other, _PERSON_OR_PLACE)}", f"{place}-firm~{_step(firm, _ORGANIZATION)}"


def _step(value: float, steps: tuple[float, ...]) -> int:
    return bisect_left(steps, value)


@cache
def _borne() -> Mapping[str, frozenset[str]]:
    return {sort: frozenset(names.split()) for sort, names in tables.rows("foreign_names")}


@cache
def _rows() -> Mapping[str, str]:
    return {part: cells for part, cells in tables.rows("name_letters")}  # noqa: C416 - rows are tuples of any length


@cache  # a table's rows
def _tenths(part: str) -> tuple[int, ...]:
    """What a part says for each kind, as whole numbers: their sum is the same in every order."""
    return tuple([round(10 * float(cell)) for cell in _rows()[part].split()])
