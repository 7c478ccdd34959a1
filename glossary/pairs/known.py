"""What an encyclopedia knows of the stretches around a possible edge: an article on what would be the name, or on more.

All functions take folded text, as those of :mod:`left`. Each feature is called by what it says: ``known:is 4``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from glossary.lang import headwords
from glossary.pairs.left import Feature

__all__ = ["around"]

_LONGEST = 6  # characters: what is longer counts as this long; headwords before the name are no longer


class _Known(NamedTuple):
    """The headwords of a segment: where those begin that end with it, and where others begin and end."""

    starts: tuple[int, ...]
    others: tuple[tuple[int, int], ...]


@lru_cache(256)
def _known(text: str) -> _Known:
    """The headwords in the segment, those that end with it apart."""
    found = headwords.ending(text, inner=_LONGEST)
    size = len(text)
    starts = tuple(size - length for length in reversed(found.pop(size, ())))
    return _Known(starts, tuple((end - length, end) for end, lengths in found.items() for length in lengths))


def around(text: str, start: int, shape: str) -> Iterator[Feature]:
    """Whether the name from ``start`` on is a headword, a part of one or more than one; and what others touch it.

    ``shape``: what sort of gloss the name has (:mod:`wording`).

    >>> [name for name, _ in around("由台北市立大学", 1, "N2")]
    ['known:is 6', 'known:is 6 N', 'known:longest 6', 'known:begins']
    >>> [name for name, _ in around("由台北市立大学", 3, "N2")]
    ['known:within 6', 'known:split', 'known:after']
    """
    known = _known(text)
    size, longest = len(text), known.starts[0] if known.starts else len(text)
    if start in known.starts:
        yield f"known:is {_length(size - start)}", 1.0
        yield f"known:is {_length(size - start)} {shape[0]}", 1.0
        yield f"known:{'longest' if start == longest else 'shorter'} {_length(size - start)}", 1.0
    elif start > longest:
        yield f"known:within {_length(size - longest)}", 1.0
    elif known.starts:
        yield f"known:beyond {_length(size - longest)}", 1.0
        yield f"known:beyond {_length(size - longest)} {_length(longest - start)}", 1.0
    else:
        yield "known:none", 1.0
    yield from ((f"known:{how}", 1.0) for how in _touching(known, start))


def _touching(known: _Known, start: int) -> Iterator[str]:
    """How other headwords touch the start: one goes on over it, ends before it, or begins with it."""
    if any(begin < start < end and end - begin > headwords.SHORTEST for begin, end in known.others):
        yield "split"
    if any(end == start for _, end in known.others):
        yield "after"
    if any(begin == start for begin, _ in known.others):
        yield "begins"


def _length(size: int) -> int:
    return min(size, _LONGEST)
