"""Several glossaries as one: the desk's over one's own. What an earlier one says of an entry stands."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby, repeat
from operator import attrgetter, itemgetter
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from glossary.model import Entry, Source

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.store import Store

__all__ = ["Layered"]

_Row = TypeVar("_Row")


class Layered:
    """Open stores in the order of their authority; a context manager like the stores themselves."""

    def __init__(self, stores: Iterable[Store]) -> None:
        self.stores: Sequence[Store] = tuple(stores)

    @classmethod
    def open(cls, paths: Iterable[str | Path]) -> Self:
        """The stores at these paths, opened for reading; the first has the most authority."""
        from glossary.store import Store

        with ExitStack() as opened:
            stores = [opened.enter_context(Store(path, create=False)) for path in paths]
            opened.pop_all()
        return cls(stores)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for store in self.stores:
            store.close()

    @property
    def paths(self) -> tuple[str, ...]:
        """Where the stores are."""
        return tuple(str(store.path) for store in self.stores)

    def get(self, entry_id: str) -> Entry | None:
        """The entry with this id as the first store that has it says, or None."""
        return self.held(entry_id)[0]

    def held(self, entry_id: str) -> tuple[Entry | None, str]:
        """The same, and the path of that store."""
        for store in self.stores:
            if entry := store.get(entry_id):
                return entry, store.path
        return None, ""

    def entries(self) -> Iterator[Entry]:
        """All entries, sorted by id, each as the first store that has it says."""
        yield from _firsts([store.entries() for store in self.stores], name=attrgetter("id"))

    def ids(self, beginning: str, *, limit: int = 20) -> list[str]:
        """The ids of entries that begin so, sorted."""
        found = {name for store in self.stores for name in store.ids(beginning, limit=limit)}
        return sorted(found)[:limit]

    def added(self) -> Iterator[tuple[str, str, str, bool]]:
        """The id of each entry with its month, its kind and whether it is rejected, as the first store says."""
        yield from _firsts([store.added() for store in self.stores], name=itemgetter(0))

    def mentioned(self) -> Iterator[tuple[str, Source, int]]:
        """The id of each entry with each document that mentions it in the first store that has it, and how often."""
        yield from _firsts([store.mentioned() for store in self.stores], name=itemgetter(0))

    def names(self) -> Iterator[tuple[str, str]]:
        """The ids of the entries of all stores, each with each of its names."""
        for store in self.stores:
            yield from store.names()

    def several(self, entry_ids: Sequence[str]) -> dict[str, Entry]:
        """The entries with these ids, each as the first store that has it says."""
        found: dict[str, Entry] = {}
        for store in self.stores:
            found |= store.several([one for one in dict.fromkeys(entry_ids) if one not in found])
        return found


def _firsts(streams: Iterable[Iterable[_Row]], *, name: Callable[[_Row], str]) -> Iterator[_Row]:
    """What the streams, each sorted by name, hold; of one name only what the first of them that has it holds."""
    numbered = [zip(repeat(place), stream) for place, stream in enumerate(streams)]
    merged = heapq.merge(*numbered, key=lambda one: (name(one[1]), one[0]))
    for _, found in groupby(merged, key=lambda one: name(one[1])):
        rows = list(found)
        yield from (row for place, row in rows if place == rows[0][0])
