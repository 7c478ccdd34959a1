"""The keys under which the entries of a store are found, and the spellings in which any part is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from glossary import keys
from glossary.model import Term
from glossary.store import rows

__all__ = ["erase", "rebuild", "stale", "write"]

_KEY = "INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?)"
_TERMS = (
    "SELECT text, lang, type, status, origin, derivation, alternatives, reading, note "
    "FROM terms WHERE entry = ? ORDER BY place"
)


def write(connection: sqlite3.Connection, number: int, terms: Iterable[Term]) -> None:
    """Write the keys of an entry: each once in each family, as both scripts of a name have nearly the same."""
    named = tuple(terms)
    connection.executemany(_KEY, [(text, family, number, place) for (text, family), place in _keys(named).items()])
    text = keys.spellings(named)
    connection.execute("INSERT INTO spellings VALUES (?, ?)", (number, text))
    connection.execute("INSERT INTO parts (rowid, text) VALUES (?, ?)", (number, text))


def _keys(terms: Iterable[Term]) -> dict[tuple[str, int], int]:
    """For each key and number of its family the place of the first term that has it."""
    found: dict[tuple[str, int], int] = {}
    for place, term in enumerate(terms):
        for key in keys.of_term(term):
            found.setdefault((key.text, rows.FAMILY_NUMBERS[key.family]), place)
    return found


def erase(connection: sqlite3.Connection, number: int) -> None:
    """Take the keys of an entry away."""
    connection.execute("DELETE FROM keys WHERE entry = ?", (number,))
    held = connection.execute("SELECT text FROM spellings WHERE entry = ?", (number,)).fetchone()
    if held:
        connection.execute("INSERT INTO parts (parts, rowid, text) VALUES ('delete', ?, ?)", (number, held[0]))
        connection.execute("DELETE FROM spellings WHERE entry = ?", (number,))


def rebuild(connection: sqlite3.Connection) -> None:
    """Write the keys of all entries again; the caller holds the transaction."""
    connection.execute("DELETE FROM keys")
    connection.execute("DELETE FROM spellings")
    connection.execute("INSERT INTO parts (parts) VALUES ('delete-all')")
    for (number,) in connection.execute("SELECT number FROM entries"):
        write(connection, number, _terms(connection, number))


def stale(connection: sqlite3.Connection, number: int) -> bool:
    """Whether the keys of an entry are not those that this program would write."""
    held = connection.execute("SELECT key, family FROM keys WHERE entry = ?", (number,))
    return {tuple(row) for row in held} != set(_keys(_terms(connection, number)))


def _terms(connection: sqlite3.Connection, number: int) -> tuple[Term, ...]:
    return rows.terms(connection.execute(_TERMS, (number,)))
