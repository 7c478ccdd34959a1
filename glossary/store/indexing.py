"""The keys under which the entries of a store are found, and the spellings in which any part is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from glossary import keys
from glossary.lang import script
from glossary.model import Reading, Term
from glossary.store import rows

__all__ = ["Index", "missing", "rebuild"]

_TERMS = (
    "SELECT text, lang, type, status, origin, derivation, alternatives, reading, note "
    "FROM terms WHERE entry = ? ORDER BY place"
)
_KEY = "INSERT OR REPLACE INTO new_keys VALUES (?, ?, ?, ?)"
_ERASE = "DELETE FROM {} WHERE key = ? AND family = ? AND entry = ?"
_HAS = "SELECT EXISTS (SELECT 1 FROM keys WHERE key = ? AND family = ? AND entry = ?)"
_KEPT_APART = "INSERT INTO temp.waiting VALUES (?, ?, ?, ?)"
_TOGETHER = 5_000  # entries whose keys are written together: some 40 MB
_NEW = 1_000_000  # keys in the table of new ones, some 40 MB: what is read and written again and again
_UP_TO = "SELECT key FROM new_keys WHERE key > ? ORDER BY key LIMIT 1 OFFSET ?"
_END = "\U0010ffff"
_MOVE = (
    "INSERT OR REPLACE INTO settled_keys SELECT * FROM new_keys WHERE key > ? AND key <= ? ORDER BY key, family, entry"
)
_MOVED = "DELETE FROM new_keys WHERE key > ? AND key <= ?"

_EMPTIED = (
    "DELETE FROM settled_keys",
    "DELETE FROM new_keys",
    "UPDATE moved SET up_to = '', waiting = 0",
    "DELETE FROM spellings",
    "INSERT INTO parts (parts) VALUES ('delete-all')",
    "CREATE TEMP TABLE waiting (key, family, entry, term)",
)
_FILLED = (
    "INSERT INTO settled_keys SELECT * FROM temp.waiting ORDER BY key, family, entry",
    "DROP TABLE temp.waiting",
)


class Index:
    """The keys of a store that is being written to.

    They wait until there are many, as rows that come in the order of their table go into a large one twice as quickly.
    """

    def __init__(self, connection: sqlite3.Connection, *, apart: bool = False) -> None:
        """``apart``: the keys are written to ``temp.waiting`` instead, from where all are taken together."""
        self._connection = connection
        self._apart = apart
        self._waiting: dict[int, tuple[Term, ...]] = {}
        self._came = 0  # by how many the new keys became more

    def write(self, number: int, terms: Iterable[Term]) -> None:
        """Write the keys of an entry, which has none; at the latest when all are flushed."""
        if named := tuple(terms):
            self._waiting[number] = named
        if len(self._waiting) >= _TOGETHER:
            self.flush()

    def erase(self, number: int, terms: Iterable[Term]) -> None:
        """Take away the keys of an entry that had these terms."""
        if self._waiting.pop(number, None) is None:
            self._came -= _erase(self._connection, number, terms)

    def flush(self) -> None:
        """Write what waits: each key once in each family, as both scripts of a name have nearly the same."""
        waiting = self._waiting.items()
        found = sorted((*key, number, place) for number, named in waiting for key, place in _keys(named).items())
        self._connection.executemany(_KEPT_APART if self._apart else _KEY, found)
        spelt = [(number, keys.spellings(named)) for number, named in waiting]
        self._connection.executemany("INSERT INTO spellings VALUES (?, ?)", spelt)
        self._connection.executemany("INSERT INTO parts (rowid, text) VALUES (?, ?)", spelt)
        self._waiting.clear()
        if not self._apart:
            _settle(self._connection, self._came + len(found))
        self._came = 0


def _settle(connection: sqlite3.Connection, came: int) -> None:
    """Move the new keys above :data:`_NEW`, the next in order, to the large table; ``came``: how many were added."""
    up_to, waiting = connection.execute("SELECT up_to, waiting FROM moved").fetchone()
    waiting += came
    if waiting > _NEW:
        end = connection.execute(_UP_TO, (up_to, waiting - _NEW)).fetchone()
        part = (up_to, end[0] if end else _END)
        waiting -= connection.execute(_MOVE, part).rowcount
        connection.execute(_MOVED, part)
        up_to = end[0] if end else ""
    connection.execute("UPDATE moved SET up_to = ?, waiting = ?", (up_to, waiting))


def _keys(terms: Iterable[Term]) -> dict[tuple[str, int], int]:
    """For each key and number of its family the place of the first term that has it."""
    found: dict[tuple[str, int], int] = {}
    for place, term in _unlike(terms):
        for text, family in keys.families(term).items():
            found.setdefault((text, rows.FAMILY_NUMBERS[family]), place)
    return found


def _unlike(terms: Iterable[Term]) -> Iterator[tuple[int, Term]]:
    """The terms with their places, without those that have the keys of one before: names in the other script."""
    seen: set[tuple[str, Reading | None, tuple[str, ...]]] = set()
    for place, term in enumerate(terms):
        if term.lang.startswith("zh"):
            alike = (script.fold(term.text), term.reading, term.alternatives)
            if alike in seen:
                continue
            seen.add(alike)
        yield place, term


def _erase(connection: sqlite3.Connection, number: int, terms: Iterable[Term]) -> int:
    """How many of the new keys went with all that an entry with these terms is found by."""
    found = [(*key, number) for key in _keys(terms)]
    _, gone = (connection.executemany(_ERASE.format(table), found).rowcount for table in ("settled_keys", "new_keys"))
    held = connection.execute("SELECT text FROM spellings WHERE entry = ?", (number,)).fetchone()
    if held:
        connection.execute("INSERT INTO parts (parts, rowid, text) VALUES ('delete', ?, ?)", (number, held[0]))
        connection.execute("DELETE FROM spellings WHERE entry = ?", (number,))
    return gone


def rebuild(connection: sqlite3.Connection) -> None:
    """Write the keys of all entries again, sorted as a whole; the caller holds the transaction."""
    for statement in _EMPTIED:
        connection.execute(statement)
    index = Index(connection, apart=True)
    for (number,) in connection.execute("SELECT number FROM entries"):
        index.write(number, _terms(connection, number))
    index.flush()
    for statement in _FILLED:
        connection.execute(statement)


def missing(connection: sqlite3.Connection, terms: Iterable[Term], *, number: int) -> tuple[int, int]:
    """How many keys an entry with these terms should have, and how many of these it has not."""
    expected = [(*key, number) for key in _keys(terms)]
    held = sum(connection.execute(_HAS, key).fetchone()[0] for key in expected)
    return len(expected), len(expected) - held


def _terms(connection: sqlite3.Connection, number: int) -> tuple[Term, ...]:
    return rows.terms(connection.execute(_TERMS, (number,)))
