"""A glossary in one SQLite file.

Write-ahead logging lets many read while one writes. Every change is one transaction: it is there whole or not at all.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from glossary.files import printable
from glossary.keys import Family
from glossary.model import Decision, Entry, Pair, Source
from glossary.store import opening, reading, rows
from glossary.store.faults import damaged, translated
from glossary.store.heads import Found, Head
from glossary.store.merged import Merged

__all__ = ["Store"]

Settle = Callable[[Entry | None, Entry, Entry], Iterable[Decision]]

_WAIT = 30.0  # seconds to wait for another writer


def _clock() -> int:
    """Microseconds since 1970, or what ``SOURCE_DATE_EPOCH`` says (reproducible-builds.org), in seconds."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(fixed) * 1_000_000 if fixed.isdecimal() else time.time_ns() // 1000


class Store:
    """An open store; use it as a context manager.

    Raises :class:`StoreError` and its kinds, each saying which file and what to do.

    >>> Store("missing.db", create=False)
    Traceback (most recent call last):
    glossary.errors.StoreError: missing.db: there is no glossary here yet. Make one with: glossary collect FILE
    """

    def __init__(
        self, path: str | Path, *, create: bool = True, write: bool = False, late: bool = False, wait: float = _WAIT
    ) -> None:
        """Open the store at ``path``; ``create`` makes it where it is missing, else it is opened for reading only.

        ``write``: for writing, but it must be there. ``late``: a missing one is made when something is kept, no sooner.
        ``wait``: so many seconds at most while another process writes.
        """
        self.path = str(path)
        self._wait = wait
        self._opened: sqlite3.Connection | None = None
        with translated(self.path):
            if write:
                opening.require(self.path)
            if not late or opening.present(self.path):
                self._opened = (opening.to_write if create or write else opening.to_read)(self.path, wait=wait)

    @property
    def _connection(self) -> sqlite3.Connection:
        """The connection; a file that is not there is made when it is first needed, so that a failure leaves none."""
        if self._opened is None:
            self._opened = opening.to_write(self.path, wait=self._wait)
        return self._opened

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. The store cannot be used after that."""
        if self._opened is not None:
            self._opened.close()

    @staticmethod
    def moment() -> int:
        """The time that is written beside what is kept now, in seconds since 1970 (UTC)."""
        return _clock() // 1_000_000

    def merge(
        self,
        entries: Iterable[Entry],
        *,
        now: int | None = None,
        replacing: Iterable[str] = (),
        still: Mapping[tuple[Pair, str], str] | None = None,
        settle: Settle | None = None,
    ) -> Merged:
        """How many entries were added and changed by merging these into the store, in one transaction.

        ``now`` (seconds since 1970) becomes ``modified`` of what changes; the clock gives it where it is not given.
        ``replacing``: ids of documents whose mentions go first, as these entries are from a later version of them.
        ``still``: the pairs with their sentences that do not go, and where in the document they stand now.
        ``settle``: given what was held, what comes and what both make, what to decide about it.
        """
        from glossary.store import writing  # imports what makes entries, which a look-up need not wait for

        moment = self.moment() if now is None else now
        with self._faults(), self._transaction():
            for document in replacing:
                writing.forget(self._connection, document, now=moment, still=still or {})
            return writing.merge(self._connection, entries, now=moment, settle=settle)

    def decide(self, decisions: Iterable[Decision], *, now: int | None = None) -> tuple[Decision, ...]:
        """The decisions as they were written down, with id and time, all in one transaction.

        ``now``: seconds since 1970. A decision is always later than those that were there.

        Raises:
            KeyError: there is no entry with the id that one is about.
        """
        from glossary.store import writing

        moment = _clock() if now is None else now * 1_000_000
        with self._faults(), self._transaction():
            return writing.decide(self._connection, decisions, now=moment)

    def get(self, entry_id: str) -> Entry | None:
        """The entry with this id, or None."""
        with self._faults():
            found = reading.get(self._connection, entry_id)
        return found[1] if found else None

    def several(self, entry_ids: Sequence[str]) -> dict[str, Entry]:
        """The entries with these ids, those that are there."""
        with self._faults():
            return reading.several(self._connection, entry_ids)

    def entries(self) -> Iterator[Entry]:
        """All entries, sorted by id; read as it goes on, from one state of the store."""
        with self._faults():
            yield from reading.entries(self._connection)

    def names(self) -> Iterator[tuple[str, str]]:
        """The id of each entry with each of its names, by entry: far quicker than the entries."""
        with self._faults():
            yield from reading.names(self._connection)

    def ids(self, beginning: str, *, limit: int = 20) -> list[str]:
        """The ids of entries that begin so, sorted."""
        with self._faults():
            return reading.ids(self._connection, beginning, limit=limit)

    def decisions(self, entry_id: str | None = None) -> Iterator[Decision]:
        """All decisions, or those that are kept with one entry, the latest first."""
        with self._faults():
            yield from reading.decisions(self._connection, entry=entry_id)

    def made_here(self) -> frozenset[str]:
        """The ids of the decisions that were made in this store, and did not come with a file."""
        with self._faults():
            return reading.made_here(self._connection)

    def sources(self, path: str) -> list[Source]:
        """The documents that were collected from this path."""
        with self._faults():
            return reading.sources(self._connection, printable(path))

    def pairs(self, document: str) -> list[tuple[str, str]]:
        """The names that are stated as pairs in a document, English and Chinese."""
        with self._faults():
            return reading.pairs(self._connection, document)

    def sentences(self, document: str) -> list[str]:
        """The sentences of the mentions in a document."""
        with self._faults():
            return reading.sentences(self._connection, document)

    def find(self, key: str, *, prefix: bool = False, limit: int = 1000) -> list[Found]:
        """What is found under ``key``: best family first, then most mentions.

        With ``prefix`` keys that begin with ``key`` count too; of very many only the first in order are looked at.
        """
        with self._faults():
            return reading.find(self._connection, key, prefix=prefix, limit=limit)

    def containing(self, part: str, *, limit: int = 100) -> list[str]:
        """The ids of entries with a spelling in Latin letters that has ``part`` (three letters or more) in it."""
        with self._faults():
            return reading.containing(self._connection, part, limit=limit)

    def among(self, keys: Sequence[str], *, limit: int = 100) -> list[tuple[str, Family, str]]:
        """Key, family and id of entries that have one of the keys, in no order."""
        with self._faults():
            return reading.among(self._connection, keys, limit=limit)

    def beginning(self, start: str, *, limit: int) -> list[tuple[str, Family]]:
        """The keys that begin so with their families, in order, of very many only the first."""
        with self._faults():
            return reading.beginning(self._connection, start, limit=limit)

    def heads(self, entry_ids: Sequence[str]) -> dict[str, Head]:
        """What ranks the entries with these ids, those that are there."""
        with self._faults():
            return reading.heads(self._connection, entry_ids)

    def shared(self) -> list[tuple[str, tuple[str, ...]]]:
        """The keys of English names that several entries have, each with their ids; sorted."""
        with self._faults():
            return reading.shared(self._connection)

    def named_twice(self) -> list[str]:
        """The ids of entries with several full English names in use, sorted."""
        with self._faults():
            return reading.named_twice(self._connection)

    def unused(self) -> list[str]:
        """The ids of entries that are rejected or have a name that should not be used, sorted."""
        with self._faults():
            return reading.unused(self._connection)

    def newest(self, *, reviewed: bool = True) -> list[str]:
        """The ids of the entries, or of those to be reviewed: added last first, those added at once in their order."""
        with self._faults():
            return reading.newest(self._connection, reviewed=reviewed)

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        with self._faults():
            return reading.counts(self._connection)

    def added(self) -> Iterator[tuple[str, str, str, bool]]:
        """The id of each entry, sorted, with the month (2026-07, in UTC), its kind and whether it is rejected."""
        with self._faults():
            yield from reading.added(self._connection)

    def mentioned(self) -> Iterator[tuple[str, Source, int]]:
        """The id of each entry, sorted, with each document that mentions it and how often."""
        with self._faults():
            yield from reading.mentioned(self._connection)

    def problems(self) -> Iterator[str]:
        """What is wrong with the file or with what it holds, a line each; nothing when all is well."""
        from glossary.store import care

        with self._faults():
            yield from care.problems(self._connection)

    def backup(self, path: str | Path) -> None:
        """Write a copy of the store as it is now to ``path``, whole or not at all, while others may read and write."""
        from glossary.store import care

        with self._faults():
            care.backup(self._connection, str(path))

    def compact(self) -> None:
        """Write all keys again and give back the room that nothing uses."""
        from glossary.store import care

        with self._faults():
            with self._transaction():
                care.rekey(self._connection)
            care.shrink(self._connection)

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
