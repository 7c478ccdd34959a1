"""Looking after a store: is it whole, a copy of it, no more room than it needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from glossary import files
from glossary.entries import deciding
from glossary.errors import StoreError
from glossary.model import Entry
from glossary.store import indexing, reading, rows

__all__ = ["backup", "problems", "rekey", "shrink"]

_REKEY = "glossary compact writes all keys again"
_PAGES = 2000  # copied before others get their turn


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong, a line each: the file, what belongs together, the rows, the keys, the decisions."""
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"file: {line}"
    for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"file: row {number} of {table} belongs to no row of {parent}"
    yield from _of_entries(connection)


def _of_entries(connection: sqlite3.Connection) -> Iterator[str]:
    present, legible = 0, True
    for number, name in connection.execute("SELECT number, id FROM entries ORDER BY id"):
        try:
            found = reading.get(connection, name)
        except rows.Malformed as fault:
            yield str(fault)
            legible = False
            continue
        assert found is not None
        yield from _of_entry(found[1])
        expected, missing = indexing.missing(connection, found[1].terms, number=number)
        present += expected - missing
        if missing:
            yield f"entry {name}: its keys are out of date; {_REKEY}"
    others = connection.execute("SELECT count(*) FROM keys").fetchone()[0] - present
    if others and legible:  # the keys of what cannot be read are not known
        yield f"keys: {others} that no entry has; {_REKEY}"


def _of_entry(entry: Entry) -> Iterator[str]:
    for decision in entry.decisions:
        if deciding.identified(decision).id != decision.id:
            yield f"entry {entry.id}: decision {decision.id} was changed after it was made"
    documents = {source.id for source in entry.sources}
    for mention in entry.mentions:
        if mention.document not in documents:
            yield f"entry {entry.id}: a mention is of no known source"


def backup(connection: sqlite3.Connection, path: str) -> None:
    """Copy the store to ``path``, which appears whole or not at all.

    Raises:
        GlossaryError: it cannot be written there.
    """
    with files.replacing(path) as new:
        try:
            with closing(sqlite3.connect(new)) as copy:
                connection.backup(copy, pages=_PAGES)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, no log beside it
        except sqlite3.OperationalError as fault:
            problem = f"cannot be written ({fault})"
            raise StoreError(problem, where=path, hint="Give another place, or make room") from fault
        finally:
            for ending in ("-journal", "-wal", "-shm"):
                Path(f"{new}{ending}").unlink(missing_ok=True)


def rekey(connection: sqlite3.Connection) -> None:
    """Write all keys again; the caller holds the transaction."""
    indexing.rebuild(connection)
    connection.execute("INSERT INTO parts (parts) VALUES ('optimize')")


def shrink(connection: sqlite3.Connection) -> None:
    """Give back what nothing uses; statistics for the queries are made anew."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA optimize")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
