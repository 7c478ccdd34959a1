"""A glossary in one SQLite file.

Write-ahead logging lets many read while one writes. Every change is one transaction: it is there whole or not at all.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from glossary.keys import Family
from glossary.model import Entry
from glossary.store import opening, reading, rows
from glossary.store.faults import damaged, translated
from glossary.store.merged import Merged

__all__ = ["Store"]

_WAIT = 30.0  # seconds to wait for another writer


class Store:
    """An open store; use it as a context manager.

    Raises :class:`StoreError` and its kinds, each saying which file and what to do.

    >>> Store("missing.db", create=False)
    Traceback (most recent call last):
    glossary.errors.StoreError: missing.db: there is no glossary here yet. Make one with: glossary collect FILE
    """

    def __init__(self, path: str | Path, *, create: bool = True, wait: float = _WAIT) -> None:
        """Open the store at ``path``; ``create`` makes it where it is missing, else it is opened for reading only.

        ``wait``: for so many seconds at most while another process writes.
        """
        self.path = str(path)
        with translated(self.path):
            self._connection = (opening.to_write if create else opening.to_read)(self.path, wait=wait)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. The store cannot be used after that."""
        self._connection.close()

    def merge(self, entries: Iterable[Entry], *, now: int | None = None) -> Merged:
        """How many entries were added and changed by merging these into the store, in one transaction.

        ``now`` (seconds since 1970) becomes ``modified`` of what changes; the clock gives it where it is not given.
        """
        from glossary.store import writing  # imports what makes entries, which a look-up need not wait for

        moment = int(time.time()) if now is None else now
        with self._faults(), self._transaction():
            return writing.merge(self._connection, entries, now=moment)

    def get(self, entry_id: str) -> Entry | None:
        """The entry with this id, or None."""
        with self._faults():
            found = reading.get(self._connection, entry_id)
        return found[1] if found else None

    def entries(self) -> Iterator[Entry]:
        """All entries, sorted by id; read as it goes on, from one state of the store."""
        with self._faults():
            yield from reading.entries(self._connection)

    def find(self, key: str, *, prefix: bool = False, limit: int = 1000) -> list[tuple[Family, str]]:
        """The ids of the entries found under ``key``, with its family: best family first, then most mentions.

        With ``prefix`` keys that begin with ``key`` count too; of very many only the first in order are looked at.
        """
        with self._faults():
            return reading.find(self._connection, key, prefix=prefix, limit=limit)

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        with self._faults():
            return reading.counts(self._connection)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Turn SQLite's faults, and rows that we did not write, into our errors."""
        try:
            with translated(self.path):
                yield
        except rows.Malformed as fault:
            raise damaged(self.path, fault) from fault

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
