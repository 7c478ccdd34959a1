"""What is marked: every mention of a name, or the first of each entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from glossary.matcher import Matcher, Occurrence
from glossary.matcher.stretches import Stretches

__all__ = ["Mark", "Mentions", "marks"]


class Mentions(StrEnum):
    """Which mentions of an entry are marked."""

    ALL = "all"
    FIRST = "first"


class Mark(NamedTuple):
    """A marked occurrence; ``number`` counts the entries of the text from 1, ``first`` is its entry's first one."""

    occurrence: Occurrence
    number: int
    first: bool


def marks(
    text: str,
    matcher: Matcher,
    *,
    mentions: Mentions = Mentions.ALL,
    barred: Iterable[tuple[int, int]] = (),
    lines: bool = False,
) -> tuple[Mark, ...]:
    """The marks in the text, in its order; none in the ``barred`` stretches. ``lines``: as in finding names."""
    found = matcher.find(text, lines=lines)
    if stretches := Stretches(barred):
        found = tuple(one for one in found if not stretches.overlap(one.span.start, one.span.end))
    return tuple(_numbered(found, mentions))


def _numbered(found: Iterable[Occurrence], mentions: Mentions) -> Iterator[Mark]:
    numbers: dict[str, int] = {}
    every = mentions is Mentions.ALL
    for one in found:
        entry = one.names[0].entry.id
        if first := entry not in numbers:
            numbers[entry] = len(numbers) + 1
        if first or every:
            yield Mark(one, numbers[entry], first)
