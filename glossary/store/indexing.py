"""The keys under which the entries of a store are found, and the spellings in which any part is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from glossary import keys
from glossary.lang import script
from glossary.model import Reading, Term
from glossary.store import rows

__all__ = ["Index", "rebuild", "stale"]

_TERMS = (
    "SELECT text, lang, type, status, origin, derivation, alternatives, reading, note "
    "FROM terms WHERE entry = ? ORDER BY place"
)
_KEY = "INSERT INTO keys VALUES (?, ?, ?, ?)"
_KEPT_APART = "INSERT INTO temp.waiting VALUES (?, ?, ?, ?)"
_TOGETHER = 5_000  # entries whose keys are written together: some 40 MB


_EMPTIED = (
    "DROP INDEX IF EXISTS keys_by_entry",
    "DELETE FROM keys",
    "DELETE FROM spellings",
    "INSERT INTO parts (parts) VALUES ('delete-all')",
    "CREATE TEMP TABLE waiting (key, family, entry, term)",
)
_FILLED = (
    "INSERT INTO keys SELECT * FROM temp.waiting ORDER BY key, family, entry",
    "DROP TABLE temp.waiting",
    "CREATE INDEX keys_by_entry ON keys (entry)",
)


class Index:
    """The keys of a store that is being written to.

    They wait until there are many, as rows that come in the order of their table go into a large one twice as quickly.
    """

    def __init__(self, connection: sqlite3.Connection, *, insert: str = _KEY) -> None:
        """``insert``: the statement that writes a key."""
        self._connection = connection
        self._insert = insert
        self._waiting: dict[int, tuple[Term, ...]] = {}

    def write(self, number: int, terms: Iterable[Term]) -> None:
        """Write the keys of an entry, which has none; at the latest when all are flushed."""
        if named := tuple(terms):
            self._waiting[number] = named
        if len(self._waiting) >= _TOGETHER:
            self.flush()

    def erase(self, number: int) -> None:
        """Take the keys of an entry away."""
        if self._waiting.pop(number, None) is None:
            _erase(self._connection, number)

    def flush(self) -> None:
        """Write what waits: each key once in each family, as both scripts of a name have nearly the same."""
        waiting = self._waiting.items()
        found = [(*key, number, place) for number, named in waiting for key, place in _keys(named).items()]
        self._connection.executemany(self._insert, sorted(found))
        spelt = [(number, keys.spellings(named)) for number, named in waiting]
        self._connection.executemany("INSERT INTO spellings VALUES (?, ?)", spelt)
        self._connection.executemany("INSERT INTO parts (rowid, text) VALUES (?, ?)", spelt)
        self._waiting.clear()


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


def _erase(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM keys WHERE entry = ?", (number,))
    held = connection.execute("SELECT text FROM spellings WHERE entry = ?", (number,)).fetchone()
    if held:
        connection.execute("INSERT INTO parts (parts, rowid, text) VALUES ('delete', ?, ?)", (number, held[0]))
        connection.execute("DELETE FROM spellings WHERE entry = ?", (number,))


def rebuild(connection: sqlite3.Connection) -> None:
    """Write the keys of all entries again, sorted as a whole; the caller holds the transaction."""
    for statement in _EMPTIED:
        connection.execute(statement)
    index = Index(connection, insert=_KEPT_APART)
    for (number,) in connection.execute("SELECT number FROM entries"):
        index.write(number, _terms(connection, number))
    index.flush()
    for statement in _FILLED:
        connection.execute(statement)


def stale(connection: sqlite3.Connection, number: int) -> bool:
    """Whether the keys of an entry are not those that this program would write."""
    held = connection.execute("SELECT key, family FROM keys WHERE entry = ?", (number,))
    return {tuple(row) for row in held} != set(_keys(_terms(connection, number)))


def _terms(connection: sqlite3.Connection, number: int) -> tuple[Term, ...]:
    return rows.terms(connection.execute(_TERMS, (number,)))
