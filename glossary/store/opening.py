"""Opening a store: a connection to a file that is known to be a glossary of a version we understand."""

from __future__ import annotations

import sqlite3
import stat
import warnings
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from glossary.errors import StoreDamaged, StoreError, StoreReadOnly, StoreTooNew, StoreWarning
from glossary.store import schema

__all__ = ["present", "require", "to_read", "to_write"]

_HEAD = b"SQLite format 3\0"
_LARGE = 20_000  # entries: fewer are brought up to date in some seconds


def to_read(path: str, *, wait: float) -> sqlite3.Connection:
    """A connection that cannot write. The file must be there.

    Where neither the file nor its folder can be written, SQLite can take no locks and is told that nobody writes. Where
    it may write, it takes away the files of its log (-wal, -shm) when the last reader is done.
    """
    require(path)
    _update(path, wait=wait)
    uri = Path(path).resolve().as_uri()
    connection = _connected(f"{uri}?mode=rw", wait)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        _refuse_pending(path)
        connection = _connected(f"{uri}?mode=ro&immutable=1", wait)
    connection.execute("PRAGMA mmap_size = 1073741824")  # a gigabyte: a fifth less time for a look-up in a large store
    return _checked(connection, path, _check)


def _update(path: str, *, wait: float) -> None:
    """Bring the tables of an older version up to date, which reading needs too."""
    if not _is_old(path, wait):
        return
    try:
        to_write(path, wait=wait).close()
    except sqlite3.OperationalError as fault:
        hint = "Open it once where it can be written, or copy it and use --db COPY"
        raise StoreReadOnly("was written by an older glossary and cannot be brought up to date here", where=path,
                            hint=hint) from fault  # fmt: skip


def _is_old(path: str, wait: float) -> bool:
    """Whether it is a glossary of an older version; what cannot be read is left to the opening itself."""
    with suppress(sqlite3.Error), closing(_connected(f"{Path(path).resolve().as_uri()}?mode=ro", wait)) as connection:
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
        return ours and schema.version(connection) < schema.VERSION
    return False


def require(path: str) -> None:
    """Refuse a path where no file is."""
    if not present(path):
        raise StoreError("there is no glossary here yet", where=path, hint="Make one with: glossary collect FILE")


def to_write(path: str, *, wait: float) -> sqlite3.Connection:
    """A connection that can write; makes file and folder where they are missing, brings old tables up to date."""
    if not present(path):
        _make_folder(path)
    _refuse_other(path)
    return _checked(_connected(Path(path).absolute().as_uri(), wait), path, _prepare)


def _refuse_other(path: str) -> None:
    """Refuse a file that is no database: SQLite takes one of some bytes for an empty one, and writes over it."""
    with suppress(OSError), Path(path).open("rb") as file:
        head = file.read(len(_HEAD))
        if head not in {b"", _HEAD}:
            raise StoreDamaged("is not a glossary", where=path, hint="Give another file to --db")


def _connected(uri: str, wait: float) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)


def _checked(
    connection: sqlite3.Connection, path: str, check: Callable[[sqlite3.Connection, str], None]
) -> sqlite3.Connection:
    try:
        check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def present(path: str) -> bool:
    """Whether there is a file; a folder or an impossible name is a fault."""
    try:
        mode = Path(path).stat().st_mode
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as fault:  # a NUL or half a character in the name is a ValueError
        reason = getattr(fault, "strerror", None) or fault
        raise StoreError(f"cannot be opened ({reason})", where=path, hint="Give another path to --db") from fault
    if stat.S_ISDIR(mode):
        raise StoreError("is a folder, not a glossary", where=path, hint="Give the path of a file to --db")
    return True


def _make_folder(path: str) -> None:
    folder = Path(path).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        problem = f"the folder {folder} cannot be made ({fault.strerror})"
        raise StoreError(problem, where=path, hint="Choose another place with --db") from fault


def _refuse_pending(path: str) -> None:
    """A log beside the file holds changes that a reader without locks would not see."""
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        hint = "Copy it and that file to a folder of your own and use --db COPY"
        raise StoreReadOnly(f"has changes in {log.name} that cannot be read here", where=path, hint=hint)


def _check(connection: sqlite3.Connection, path: str) -> None:
    """Refuse what is no glossary or too new."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise StoreDamaged("is not a glossary", where=path, hint="Give another file to --db")
    version = schema.version(connection)
    if version > schema.VERSION:
        problem = f"was written by a newer glossary (its version is {version}, the newest known here {schema.VERSION})"
        raise StoreTooNew(problem, where=path, hint="Update with: pip install --upgrade yiming")


def _announce(connection: sqlite3.Connection, path: str) -> None:
    """Say that a large store is brought up to date: a million entries take some minutes."""
    count = connection.execute("SELECT count(*) FROM entries").fetchone()[0]
    if count >= _LARGE:
        message = f"{path}: is brought up to date for this version once, which takes a while ({count:,} entries)"
        warnings.warn(message, StoreWarning, stacklevel=3)


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    blank = not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if not blank:
        _check(connection, path)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")  # 64 MB: the keys of a large store are written all over it
    if blank or schema.version(connection) < schema.VERSION:
        if not blank and schema.version(connection) < schema.REKEYED:
            _announce(connection, path)
        schema.migrate(connection)
    with suppress(sqlite3.OperationalError):  # another process has it open just now: it works without, until next time
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 16384")  # pages, 64 MB: not after each text into a large store
    connection.execute("PRAGMA synchronous = FULL")
