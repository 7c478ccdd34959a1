"""How many entries a glossary has: by kind, by month and by text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.model import Source
from glossary.search import Layered

__all__ = ["Counts", "count", "months"]


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of entries: in all, rejected ones, by kind and by the month (2026-07) in which they were added.

    ``sources``: each text with the numbers of its mentions and entries, the most mentions first.
    """

    entries: int
    rejected: int
    kinds: dict[str, int]
    months: dict[str, int]
    sources: tuple[tuple[Source, int, int], ...]


def count(stores: Layered) -> Counts:
    """The numbers of all the glossaries together, of an entry that several have as the first says."""
    kinds: Counter[str] = Counter()
    added: Counter[str] = Counter()
    rejected = 0
    for _, month, kind, out in stores.added():
        kinds[kind] += 1
        added[month] += 1
        rejected += out
    return Counts(kinds.total(), rejected, dict(kinds.most_common()), dict(sorted(added.items())), _sources(stores))


def _sources(stores: Layered) -> tuple[tuple[Source, int, int], ...]:
    """Each text with the numbers of its mentions and of the entries that it mentions, the most mentions first."""
    sources: dict[str, Source] = {}
    mentions: Counter[str] = Counter()
    entries: Counter[str] = Counter()
    for _, source, number in stores.mentioned():
        sources.setdefault(source.id, source)
        mentions[source.id] += number
        entries[source.id] += 1
    ordered = sorted(mentions, key=lambda name: (-mentions[name], name))
    return tuple((sources[name], mentions[name], entries[name]) for name in ordered)


def months(counted: dict[str, int]) -> list[tuple[str, int]]:
    """Every month from the first to the last with its number, those without entries too.

    >>> months({"2025-12": 2, "2026-02": 1})
    [('2025-12', 2), ('2026-01', 0), ('2026-02', 1)]
    """
    known = sorted(counted)
    return [(month, counted.get(month, 0)) for month in _between(known[0], known[-1])] if known else []


def _between(first: str, last: str) -> Iterator[str]:
    year, month = map(int, first.split("-"))
    while (name := f"{year:04}-{month:02}") <= last:
        yield name
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
