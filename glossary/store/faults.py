"""What went wrong in SQLite, as one of our errors that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from glossary.errors import StoreBusy, StoreDamaged, StoreError, StoreReadOnly

__all__ = ["damaged", "translated"]

_FULL = "the disk is full or the file may not grow; nothing of this change was kept"

_COPY = "Change its permissions, or copy it and use --db COPY"

# SQLite's primary code: our error, the problem, what to do. {} is SQLite's own message.
_KNOWN: dict[int, tuple[type[StoreError], str, str]] = {
    sqlite3.SQLITE_BUSY: (StoreBusy, "another process is writing to it", "Try again when it has finished"),
    sqlite3.SQLITE_LOCKED: (StoreBusy, "another process is writing to it", "Try again when it has finished"),
    sqlite3.SQLITE_CORRUPT: (StoreDamaged, "is damaged ({})", "Restore a copy, or give another file to --db"),
    sqlite3.SQLITE_NOTADB: (StoreDamaged, "is not a glossary", "Give another file to --db"),
    sqlite3.SQLITE_READONLY: (StoreReadOnly, "cannot be written", _COPY),
    sqlite3.SQLITE_PERM: (StoreReadOnly, "cannot be written", _COPY),
    sqlite3.SQLITE_CANTOPEN: (StoreError, "cannot be opened", "Check the path and its permissions, or use --db"),
    sqlite3.SQLITE_FULL: (StoreError, _FULL, "Make room and try again"),
    sqlite3.SQLITE_IOERR: (StoreError, f"{_FULL} ({{}})", "Make room, check the disk, and try again"),
}
_UNKNOWN = (StoreError, "cannot be used ({})", "Check the path and its permissions, or use --db")


def damaged(path: str, problem: object) -> StoreDamaged:
    """The error for a file whose tables or rows are not what we write."""
    return StoreDamaged(f"is damaged ({problem})", where=path, hint="Restore a copy, or give another file to --db")


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Turns SQLite's errors about the store at ``path`` into ours."""
    try:
        yield
    except (UnicodeEncodeError, OverflowError) as fault:
        hint = "Correct that entry"
        raise StoreError(f"an entry holds what cannot be kept ({fault})", where=path, hint=hint) from fault
    except sqlite3.Error as fault:
        if "closed database" in str(fault):
            raise StoreError("was closed", where=path, hint="Look at what was found while it is open") from fault
        # A missing table has only the general code; in a file that we made it means damage.
        if "no such table" in str(fault) or "no such column" in str(fault):
            raise damaged(path, fault) from fault
        made, problem, hint = _KNOWN.get(getattr(fault, "sqlite_errorcode", 0) & 0xFF, _UNKNOWN)
        raise made(problem.format(fault), where=path, hint=hint) from fault
