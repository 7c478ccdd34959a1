"""Several glossaries as one: the desk's over one's own. What an earlier one says of an entry stands."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

from glossary.model import Entry

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.store import Store

__all__ = ["Layered"]


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
        last = ""
        streams = [((entry.id, place, entry) for entry in store.entries()) for place, store in enumerate(self.stores)]
        for name, _, entry in heapq.merge(*streams, key=lambda found: found[:2]):
            if name != last:
                yield entry
            last = name

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
