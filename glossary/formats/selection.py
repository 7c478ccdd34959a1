"""Which entries an export holds, and in which order; in memory that does not grow with the glossary."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO, TypeAlias

from glossary.formats import columns, jsonl
from glossary.formats.format import Format, Options, Order
from glossary.model import Entry, Review

__all__ = ["ordered", "selected"]

_RUN = 4096  # entries that are sorted in memory at a time
_Key: TypeAlias = Callable[[Entry], tuple[str, ...]]


def selected(entries: Iterable[Entry], chosen: Format, *, options: Options) -> Iterator[Entry]:
    """The entries that the user wants: of the kinds and reviews asked for.

    Where no review is asked for, rejected entries are left out, unless the format is one that keeps everything.

    >>> from glossary.formats.registry import find
    >>> from glossary.model import Kind
    >>> both = [Entry("e1", Kind.PLACE, ()), Entry("e2", Kind.PLACE, (), review=Review.REJECTED)]
    >>> [entry.id for entry in selected(both, find("csv"), options=Options())]
    ['e1']
    """
    every = frozenset(Review) if chosen.lossless else frozenset(Review) - {Review.REJECTED}
    reviews = options.reviews or every
    for entry in entries:
        if entry.review in reviews and (not options.kinds or entry.kind in options.kinds):
            yield entry


def ordered(entries: Iterable[Entry], order: Order) -> Iterator[Entry]:
    """The entries sorted by name (without regard to case, then by the Chinese one and the id), or by id.

    Of a large glossary, sorted runs are kept in temporary files and merged.

    >>> from glossary.model import Kind, Term
    >>> pair = [Entry("e1", Kind.OTHER, (Term("b", "en"),)), Entry("e2", Kind.OTHER, (Term("A", "en"),))]
    >>> [entry.id for entry in ordered(pair, Order.NAME)], [entry.id for entry in ordered(pair, Order.ID)]
    (['e2', 'e1'], ['e1', 'e2'])
    """
    key: _Key = columns.order if order is Order.NAME else lambda entry: (entry.id,)
    source = iter(entries)
    first = sorted(itertools.islice(source, _RUN), key=key)
    with ExitStack() as files:
        runs: list[Iterator[Entry]] = [iter(first)]
        while run := sorted(itertools.islice(source, _RUN), key=key):
            file = files.enter_context(TemporaryFile(prefix="glossary-"))
            runs.append(_spilled(run, file))
        yield from heapq.merge(*runs, key=key)


def _spilled(run: list[Entry], file: IO[bytes]) -> Iterator[Entry]:
    """The entries of the run, written to the file now and read from it when they are wanted."""
    file.writelines(jsonl.encode(entry) + b"\n" for entry in run)
    file.seek(0)
    return (jsonl.restored(line) for line in file)
