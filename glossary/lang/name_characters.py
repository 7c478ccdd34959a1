"""What the characters of a Chinese name say of its kind: 克 and 斯 write foreign persons, 堡 and 尼亞 places.

Learnt from names whose kind is known (table ``name_characters``); a name that is in no list still looks like one kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from math import exp, log

from glossary import tables
from glossary.lang import script
from glossary.model import Kind

__all__ = ["KINDS", "chances", "parts", "signs"]

KINDS = (Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION, Kind.WORK, Kind.TERM)  # what is told apart
_LONGEST_PART = 3
_PERSON_OR_PLACE = (-4, -2, -1, 0, 1, 2, 4)  # steps of the log-odds
_LIKELY = (-4, -2, -1, -0.3)  # steps of the log-probability


def parts(name: str) -> set[str]:
    """The parts that are weighed: one to three characters (``^`` and ``$`` are the edges), and "" for all.

    >>> sorted(parts("台北"))
    ['', '^台', '^台北', '北', '北$', '台', '台北', '台北$']
    """
    edged = f"^{name}$"
    pieces = {edged[at : at + size] for size in range(1, _LONGEST_PART + 1) for at in range(len(edged) - size + 1)}
    return (pieces - {"^", "$"}) | {""}


@lru_cache(8192)
def chances(name: str) -> tuple[float, ...]:
    """The natural logarithm of the probability of each of ``KINDS`` for a name in simplified characters.

    >>> person, place, *_ = chances("斯特拉斯堡")
    >>> place > person
    True
    """
    known = map(_tenths, parts(name) & _rows().keys())
    said = [sum(column) / 10 for column in zip(*known, strict=True)]
    most = max(said)
    total = most + log(sum(exp(sum_ - most) for sum_ in said))
    return tuple(sum_ - total for sum_ in said)


def signs(chinese: str) -> Iterator[str]:
    """What a Chinese name looks like, by steps: rather a person than a place; an organization; a common noun.

    >>> list(signs("斯特拉斯堡"))[0], list(signs("何立峰"))[0]
    ('looks-person~1', 'looks-person~6')
    """
    person, place, organization, _, term = chances(script.fold(chinese))
    yield f"looks-person~{_step(person - place, _PERSON_OR_PLACE)}"
    yield f"looks-organized~{_step(organization, _LIKELY)}"
    yield f"looks-common~{_step(term, _LIKELY)}"


def _step(value: float, steps: tuple[float, ...]) -> int:
    return sum(value > step for step in steps)


@cache
def _rows() -> Mapping[str, str]:
    return {part: cells for part, cells in tables.rows("name_characters")}  # noqa: C416 - rows are tuples of any length


@lru_cache(8192)
def _tenths(part: str) -> tuple[int, ...]:
    """What a part says for each kind, as whole numbers: their sum is the same in every order."""
    return tuple([round(10 * float(cell)) for cell in _rows()[part].split()])
