"""What a store holds: entries by their ids, and ids by the keys they are found under."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from glossary.keys import Family
from glossary.model import Entry
from glossary.store import rows

__all__ = ["counts", "entries", "find", "get"]

_FAMILIES = {number: family for family, number in rows.FAMILY_NUMBERS.items()}
_ENTRY = "SELECT number, id, kind, review, note, modified FROM entries"
_TERMS = (
    "SELECT text, lang, type, status, origin, derivation, alternatives, reading "
    "FROM terms WHERE entry = ? ORDER BY place"
)
_MENTIONS = (
    "SELECT id, english, chinese, kind, aliases, form, spans, probability, context, reasons "
    "FROM mentions JOIN sources ON source = number WHERE entry = ? ORDER BY place"
)
_SOURCES = (
    "SELECT id, path, title, publisher, url, date, lang FROM sources "
    "WHERE number IN (SELECT source FROM mentions WHERE entry = ?) ORDER BY id"
)
# Of a key with very many entries (a surname, two letters) only so many are looked at, in the order of the keys, so that
# the time does not grow with the store; better families come first among those of one key.
_SCANNED = 200
_FIND = (
    "SELECT min(family), id FROM (SELECT family, entry FROM keys WHERE {} ORDER BY key, family, entry LIMIT ?) "
    "JOIN entries ON entry = number GROUP BY entry "
    "ORDER BY 1, (SELECT max(place) FROM mentions WHERE mentions.entry = number) DESC NULLS LAST, id LIMIT ?"
)


def get(connection: sqlite3.Connection, entry_id: str) -> tuple[int, Entry] | None:
    """The number of the row and the entry with this id, or None."""
    row = connection.execute(f"{_ENTRY} WHERE id = ?", (entry_id,)).fetchone()
    return (row[0], _load(connection, row)) if row else None


def entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """All entries, sorted by id; the open query holds the state in which the store was when it began."""
    for row in connection.execute(f"{_ENTRY} ORDER BY id"):
        yield _load(connection, row)


def find(connection: sqlite3.Connection, key: str, *, prefix: bool, limit: int) -> list[tuple[Family, str]]:
    """The ids found under ``key`` with its family: best family first, then most mentions."""
    where, values = ("key = ?", (key,)) if not prefix else ("key >= ? AND key < ?", (key, f"{key}\U0010ffff"))
    found = connection.execute(_FIND.format(where), (*values, max(limit, _SCANNED), limit))
    return [(_FAMILIES[family], name) for family, name in found]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    count = "SELECT count(*) FROM {}"
    tables = ("entries", "terms", "mentions", "sources")
    return {table: connection.execute(count.format(table)).fetchone()[0] for table in tables}


def _load(connection: sqlite3.Connection, row: tuple[int, ...]) -> Entry:
    number, *columns = row
    terms, mentions, sources = (connection.execute(select, (number,)) for select in (_TERMS, _MENTIONS, _SOURCES))
    return rows.entry(columns, terms=terms, mentions=mentions, sources=sources)
