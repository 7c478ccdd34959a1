"""A glossary in one SQLite file.

Write-ahead logging lets many read while one writes. Every change is one transaction: it is there whole or not at all.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from glossary import keys
from glossary.entries import build
from glossary.errors import StoreBusy, StoreDamaged, StoreError, StoreReadOnly, StoreTooNew
from glossary.keys import Family
from glossary.model import Entry
from glossary.store import rows, schema

__all__ = ["Merged", "Store"]

_FAMILIES = tuple(Family)
_WAIT = 30.0  # seconds to wait for another writer
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)


@dataclass(frozen=True, slots=True)
class Merged:
    """How many entries a merge added, changed, and found as they were."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: Merged) -> Merged:
        return Merged(self.added + other.added, self.changed + other.changed, self.unchanged + other.unchanged)


class Store:
    """An open store; use it as a context manager.

    Raises :class:`StoreError` and its kinds, each saying which file and what to do.
    """

    def __init__(self, path: str | Path, *, create: bool = True, wait: float = _WAIT) -> None:
        """Open the store at ``path``; ``create`` makes it where it is missing, else it is opened for reading only."""
        self.path = str(path)
        with self._faults():
            self._connection = self._open(create=create, wait=wait)
            self._check(create=create)

    def __enter__(self) -> Store:
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
        moment = int(time.time()) if now is None else now
        with self._faults(), self._transaction():
            return sum((self._merge_one(entry, moment) for entry in entries), Merged())

    def get(self, entry_id: str) -> Entry | None:
        """The entry with this id, or None."""
        with self._faults():
            row = self._connection.execute(f"{_SELECT_ENTRY} WHERE id = ?", (entry_id,)).fetchone()
            return self._load(row) if row else None

    def entries(self) -> Iterator[Entry]:
        """All entries, sorted by id; read as it goes on, from one state of the store."""
        with self._faults():
            for row in self._connection.execute(f"{_SELECT_ENTRY} ORDER BY id"):
                yield self._load(row)

    def find(self, key: str, *, prefix: bool = False, limit: int = 1000) -> list[tuple[Family, str]]:
        """The ids of the entries found under ``key``, with the family of the key, best family first.

        With ``prefix`` keys that begin with ``key`` count too.
        """
        where, values = ("key = ?", (key,)) if not prefix else ("key >= ? AND key < ?", (key, f"{key}\U0010ffff"))
        with self._faults():
            found = self._connection.execute(
                f"SELECT min(family), id FROM keys JOIN entries ON entry = number WHERE {where} "
                "GROUP BY entry ORDER BY 1, 2 LIMIT ?",
                (*values, limit),
            )
            return [(_FAMILIES[family], name) for family, name in found]

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        with self._faults():
            return {
                table: self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("entries", "terms", "mentions", "sources")
            }

    # Opening

    def _open(self, *, create: bool, wait: float) -> sqlite3.Connection:
        path = Path(self.path)
        if path.is_dir():
            raise StoreError("is a folder, not a glossary", where=self.path, hint="Give the path of a file to --db")
        if not path.exists():
            if not create:
                raise StoreError(
                    "there is no glossary here yet", where=self.path, hint="Make one with: glossary collect FILE"
                )
            self._make_folder(path.parent)
        if create:
            return sqlite3.connect(self.path, timeout=wait, isolation_level=None)
        return _open_reading(path, wait)

    def _make_folder(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise StoreError(
                f"the folder {folder} cannot be made ({fault.strerror})",
                where=self.path,
                hint="Choose another place with --db",
            ) from fault

    def _check(self, *, create: bool) -> None:
        """Refuse what is no glossary or too new; bring an older one up to date when it may be written."""
        application = self._connection.execute("PRAGMA application_id").fetchone()[0]
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        blank = not self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if application != schema.APPLICATION_ID and not (blank and create):
            raise StoreDamaged("is not a glossary", where=self.path, hint="Give another file to --db")
        if version > schema.VERSION:
            raise StoreTooNew(
                f"was written by a newer version of glossary (store version {version}, this program knows {schema.VERSION})",
                where=self.path,
                hint="Update with: pip install --upgrade yiming",
            )
        if create:
            self._connection.execute("PRAGMA foreign_keys = ON")
            if version < schema.VERSION:
                self._connection.execute("PRAGMA journal_mode = WAL")
                schema.migrate(self._connection, version)
            self._connection.execute("PRAGMA synchronous = FULL")

    # Faults and transactions

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Turn SQLite's faults into ours."""
        try:
            yield
        except sqlite3.Error as fault:
            raise _translated(fault, self.path) from fault

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    # Rows

    def _load(self, row: tuple[object, ...]) -> Entry:
        number, *columns = row
        terms = self._connection.execute(_SELECT_TERMS, (number,))
        mentions = self._connection.execute(_SELECT_MENTIONS, (number,))
        sources = self._connection.execute(_SELECT_SOURCES, (number,))
        return rows.entry(columns, terms, mentions, sources)

    def _merge_one(self, entry: Entry, now: int) -> Merged:
        held = self.get(entry.id)
        if held is None:
            self._write(replace(entry, modified=entry.modified or now))
            return Merged(added=1)
        merged = build.merge(held, entry)
        if build.same_content(merged, held):
            return Merged(unchanged=1)
        self._write(replace(merged, modified=max(merged.modified, now)))
        return Merged(changed=1)

    def _write(self, entry: Entry) -> None:
        """Put the entry in the place of what the store holds under its id."""
        number = self._connection.execute(
            "INSERT INTO entries (id, kind, review, note, modified) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "kind = excluded.kind, review = excluded.review, note = excluded.note, modified = excluded.modified "
            "RETURNING number",
            (entry.id, entry.kind, entry.review, entry.note, entry.modified),
        ).fetchone()[0]
        for table in ("terms", "mentions", "keys"):
            self._connection.execute(f"DELETE FROM {table} WHERE entry = ?", (number,))
        self._write_terms(number, entry)
        self._write_mentions(number, entry)

    def _write_terms(self, number: int, entry: Entry) -> None:
        self._connection.executemany(
            "INSERT INTO terms VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(number, place, *rows.term_row(term)) for place, term in enumerate(entry.terms)],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?)",
            [
                (key.text, _FAMILIES.index(key.family), number, place)
                for place, term in enumerate(entry.terms)
                for key in keys.of_term(term)
            ],
        )

    def _write_mentions(self, number: int, entry: Entry) -> None:
        self._connection.executemany(
            f"INSERT INTO sources ({rows.SOURCE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
            "SET (path, title, publisher, url, date, lang) = "
            "(excluded.path, excluded.title, excluded.publisher, excluded.url, excluded.date, excluded.lang)",
            [rows.source_row(source) for source in entry.sources],
        )
        self._connection.executemany(
            "INSERT INTO mentions VALUES (?, ?, (SELECT number FROM sources WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(number, place, m.document, *rows.mention_row(m)) for place, m in enumerate(entry.mentions)],
        )


_SELECT_ENTRY = "SELECT number, id, kind, review, note, modified FROM entries"
_SELECT_TERMS = "SELECT text, lang, type, status, origin, derivation, alternatives, reading FROM terms WHERE entry = ? ORDER BY place"
_SELECT_MENTIONS = (
    "SELECT id, english, chinese, kind, aliases, form, spans, probability, context, reasons "
    "FROM mentions JOIN sources ON source = number WHERE entry = ? ORDER BY place"
)
_SELECT_SOURCES = (
    f"SELECT {rows.SOURCE_COLUMNS} FROM sources "
    "WHERE number IN (SELECT source FROM mentions WHERE entry = ?) ORDER BY id"
)


def _open_reading(path: Path, wait: float) -> sqlite3.Connection:
    """A connection that cannot write; in a folder that cannot be written either, one that takes no locks."""
    uri = path.resolve().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=wait, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        connection = sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, timeout=wait, isolation_level=None)
    return connection


def _translated(fault: sqlite3.Error, path: str) -> StoreError:
    """Our error for one of SQLite's."""
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return StoreBusy("another process is writing to it", where=path, hint="Try again when it has finished")
    if code in _DAMAGED:
        return StoreDamaged(
            f"is damaged or not a glossary ({fault})", where=path, hint="Restore a copy, or give another file to --db"
        )
    if code in _READ_ONLY:
        return StoreReadOnly(
            "cannot be written", where=path, hint="Change its permissions, or copy it and use --db COPY"
        )
    if code == sqlite3.SQLITE_FULL:
        return StoreError(
            "the disk is full; nothing of this change was kept", where=path, hint="Make room and try again"
        )
    return StoreError(f"cannot be used ({fault})", where=path, hint="Check the path and its permissions, or use --db")
