"""What a store holds: entries by their ids, and ids by the keys they are found under."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from glossary.keys import Family
from glossary.model import Decision, Entry, Source
from glossary.store import rows
from glossary.store.heads import Found, Head

__all__ = [
    "added",
    "among",
    "beginning",
    "containing",
    "counts",
    "decisions",
    "entries",
    "find",
    "get",
    "heads",
    "ids",
    "leading",
    "made_here",
    "mentioned",
    "named_twice",
    "names",
    "newest",
    "of_source",
    "pairs",
    "sentences",
    "several",
    "shared",
    "sources",
    "unused",
]

_FAMILIES = {number: family for family, number in rows.FAMILY_NUMBERS.items()}
_ENTRY = "SELECT number, id, kind, review, note, modified, given, added FROM entries"
_GIVEN = 5  # the place of what is given among the columns after the number
_SEVERAL = "SELECT number, id, kind, review, note, modified, given, added FROM entries WHERE id IN ({})"
_TERMS = (
    "SELECT text, lang, type, status, origin, derivation, alternatives, reading, note "
    "FROM terms WHERE entry = ? ORDER BY place"
)
_MENTIONS = (
    "SELECT english, chinese, kind, aliases, form, spans, probability, context, reasons, at, "
    "id, path, title, publisher, url, date, sources.lang FROM mentions JOIN sources ON source = number WHERE entry = ?"
)
_TERMS_OF_SEVERAL = (
    "SELECT entry, text, lang, type, status, origin, derivation, alternatives, reading, note "
    "FROM terms WHERE entry IN ({}) ORDER BY entry, place"
)
_MENTIONS_OF_SEVERAL = (
    "SELECT entry, english, chinese, kind, aliases, form, spans, probability, context, reasons, at, id, path, title, "
    "publisher, url, date, sources.lang FROM mentions JOIN sources ON source = number WHERE entry IN ({})"
)
_DECISIONS = "SELECT said FROM decisions WHERE entry = ? ORDER BY time, id"
# Of a key with very many entries (a surname, two letters) only so many are looked at, in the order of the keys, so that
# the time does not grow with the store; better families come first among those of one key.
_SCANNED = 100
_SCANNED_OF_BEGINNINGS = 30  # they are of many keys, so that the first are as good as any
_FIND = (
    "SELECT min(family), id, kind, review, mentioned "
    "FROM (SELECT key, family, entry FROM keys WHERE {} ORDER BY key, family, entry LIMIT ?) "
    "JOIN entries ON entry = number GROUP BY entry "
    "ORDER BY 1, mentioned DESC, id LIMIT ?"
)
_CONTAINING = (
    "SELECT id FROM (SELECT spellings.entry AS entry FROM parts JOIN spellings ON spellings.entry = parts.rowid "
    "WHERE parts MATCH ? AND instr(spellings.text, ?) LIMIT ?) "
    "JOIN entries ON entry = number ORDER BY mentioned DESC, id LIMIT ?"
)
_AMONG = "SELECT key, family, id FROM keys JOIN entries ON entry = number WHERE key IN ({}) LIMIT ?"
_IDS = "SELECT number, id FROM entries WHERE number IN ({})"
_HEADS = "SELECT id, kind, review, mentioned FROM entries WHERE id IN ({})"
_BEGINNING = (
    "SELECT key, family FROM settled_keys WHERE key >= ?1 AND key < ?2 "
    "UNION SELECT key, family FROM new_keys WHERE key >= ?1 AND key < ?2 ORDER BY key, family LIMIT ?3"
)
_VARIABLES = 500  # in one statement: SQLite's oldest limit is 999


def get(connection: sqlite3.Connection, entry_id: str) -> tuple[int, Entry] | None:
    """The number of the row and the entry with this id, or None."""
    row = connection.execute(f"{_ENTRY} WHERE id = ?", (entry_id,)).fetchone()
    return (row[0], _load(connection, row)) if row else None


def several(connection: sqlite3.Connection, names: Sequence[str]) -> dict[str, Entry]:
    """The entries with these ids, those that are there; quicker than one by one."""
    found: dict[str, Entry] = {}
    for start in range(0, len(names), _VARIABLES):
        part = names[start : start + _VARIABLES]
        held = connection.execute(_SEVERAL.format(_marks(part)), part).fetchall()
        numbers = [row[0] for row in held]
        terms, mentions = (
            _by_entry(connection.execute(select.format(_marks(numbers)), numbers))
            for select in (_TERMS_OF_SEVERAL, _MENTIONS_OF_SEVERAL)
        )
        for number, *columns in held:
            own = (terms.get(number, ()), mentions.get(number, ()))
            found[columns[0]] = _made(connection, number, columns, own=own)
    return found


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _by_entry(found: Iterable[rows.Row]) -> dict[int, list[rows.Row]]:
    """The rows without their first column, the number of an entry, by that."""
    grouped: dict[int, list[rows.Row]] = {}
    for number, *row in found:
        grouped.setdefault(number, []).append(row)
    return grouped


def entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """All entries, sorted by id; the open query holds the state in which the store was when it began."""
    for row in connection.execute(f"{_ENTRY} ORDER BY id"):
        yield _load(connection, row)


def names(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """The id of each entry with each of its names, by entry."""
    select = "SELECT id, text FROM entries JOIN terms ON entry = number ORDER BY number, place"
    yield from connection.execute(select)


def of_source(connection: sqlite3.Connection, document: str) -> list[str]:
    """The ids of the entries that the document mentions, sorted."""
    select = (
        "SELECT DISTINCT entries.id FROM sources JOIN mentions ON source = sources.number "
        "JOIN entries ON entry = entries.number WHERE sources.id = ? ORDER BY 1"
    )
    return [name for (name,) in connection.execute(select, (document,))]


def find(connection: sqlite3.Connection, key: str, *, prefix: bool, limit: int) -> list[Found]:
    """What is found under ``key``: best family first, then most mentions."""
    where, values = ("key = ?", (key,)) if not prefix else ("key >= ? AND key < ?", (key, f"{key}\U0010ffff"))
    scanned = max(limit, _SCANNED_OF_BEGINNINGS if prefix else _SCANNED)
    found = connection.execute(_FIND.format(where), (*values, scanned, limit))
    return [Found(_FAMILIES[family], name, rows.head(*head)) for family, name, *head in found]


def containing(connection: sqlite3.Connection, part: str, *, limit: int) -> list[str]:
    """The ids of entries that have ``part``, of three letters or more, anywhere in a spelling: most mentions first."""
    threes = dict.fromkeys(part[place : place + 3] for place in range(len(part) - 2))
    match = " AND ".join(f'"{three}"' for three in threes)
    return [name for (name,) in connection.execute(_CONTAINING, (match, part, max(limit, _SCANNED), limit))]


def among(connection: sqlite3.Connection, keys: Sequence[str], *, limit: int) -> list[tuple[str, Family, str]]:
    """Key, family and id of the entries that have one of the keys; in no order."""
    found: list[tuple[str, Family, str]] = []
    for start in range(0, len(keys), _VARIABLES):
        part = keys[start : start + _VARIABLES]
        select = _AMONG.format(", ".join("?" * len(part)))
        found += [(key, _FAMILIES[family], name) for key, family, name in connection.execute(select, (*part, limit))]
    return found


def beginning(connection: sqlite3.Connection, start: str, *, limit: int) -> list[tuple[str, Family]]:
    """The keys that begin so and their families, in the order of the keys: at most ``limit``."""
    found = connection.execute(_BEGINNING, (start, f"{start}\U0010ffff", limit))
    return [(key, _FAMILIES[family]) for key, family in found]


def ids(connection: sqlite3.Connection, start: str, *, limit: int) -> list[str]:
    """The ids of entries that begin so, sorted."""
    select = "SELECT id FROM entries WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
    return [name for (name,) in connection.execute(select, (start, f"{start}\U0010ffff", limit))]


def heads(connection: sqlite3.Connection, names: Sequence[str]) -> dict[str, Head]:
    """What ranks entries, by their ids."""
    found: dict[str, Head] = {}
    for start in range(0, len(names), _VARIABLES):
        part = names[start : start + _VARIABLES]
        for name, *head in connection.execute(_HEADS.format(_marks(part)), part):
            found[name] = rows.head(*head)
    return found


def sources(connection: sqlite3.Connection, path: str) -> list[Source]:
    """The documents from this path, sorted by id."""
    select = "SELECT id, path, title, publisher, url, date, lang FROM sources WHERE path = ? ORDER BY id"
    return [Source(*row) for row in connection.execute(select, (path,))]


def pairs(connection: sqlite3.Connection, document: str) -> list[tuple[str, str]]:
    """The names of the mentions in a document, English and Chinese."""
    select = "SELECT DISTINCT english, chinese FROM mentions WHERE source = (SELECT number FROM sources WHERE id = ?)"
    return [(english, chinese) for english, chinese in connection.execute(select, (document,))]


def sentences(connection: sqlite3.Connection, document: str) -> list[str]:
    """The sentences of the mentions in a document."""
    select = "SELECT DISTINCT context FROM mentions WHERE source = (SELECT number FROM sources WHERE id = ?)"
    return [context for (context,) in connection.execute(select, (document,))]


def added(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, bool]]:
    """The id of each entry, sorted, with the month in which it was added, its kind and whether it is rejected."""
    select = "SELECT id, strftime('%Y-%m', added, 'unixepoch'), kind, review = 'rejected' FROM entries ORDER BY id"
    for name, month, kind, rejected in connection.execute(select):
        yield name, month or "", kind, bool(rejected)


def mentioned(connection: sqlite3.Connection) -> Iterator[tuple[str, Source, int]]:
    """The id of each entry, sorted, with each document that mentions it and how often."""
    documents = "SELECT number, id, path, title, publisher, url, date, lang FROM sources"
    held = {number: Source(*row) for number, *row in connection.execute(documents)}
    select = "SELECT id, source, count(*) FROM entries JOIN mentions ON entry = number GROUP BY 1, 2 ORDER BY 1, 2"
    for name, source, number in connection.execute(select):
        yield name, held[source], number


def shared(connection: sqlite3.Connection) -> list[tuple[str, tuple[str, ...]]]:
    """The keys of English names that several entries have, each with their ids; sorted."""
    select = "SELECT key, family, entry FROM keys WHERE family = ? ORDER BY key, family, entry"
    by_key = groupby(connection.execute(select, (rows.FAMILY_NUMBERS[Family.ENGLISH],)), key=itemgetter(0))
    several = ((key, list(dict.fromkeys(entry for _, _, entry in found))) for key, found in by_key)
    held = {key: numbers for key, numbers in several if len(numbers) > 1}
    ids = _ids(connection, sorted({number for numbers in held.values() for number in numbers}))
    return [(key, tuple(ids[number] for number in numbers if number in ids)) for key, numbers in held.items()]


def _ids(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The ids of the entries with these numbers."""
    found: dict[int, str] = {}
    for start in range(0, len(numbers), _VARIABLES):
        part = numbers[start : start + _VARIABLES]
        found.update(connection.execute(_IDS.format(_marks(part)), part))
    return found


def named_twice(connection: sqlite3.Connection) -> list[str]:
    """The ids of entries with several full English names in use, sorted."""
    select = (
        "SELECT id FROM terms JOIN entries ON entry = number WHERE lang = 'en' AND type = 'fullForm' "
        "AND status IN ('preferred', 'admitted') GROUP BY entry HAVING count(*) > 1 ORDER BY id"
    )
    return [name for (name,) in connection.execute(select)]


def unused(connection: sqlite3.Connection) -> list[str]:
    """The ids of entries that are rejected or have a name that should not be used, sorted."""
    select = (
        "SELECT id FROM entries WHERE review = 'rejected' UNION SELECT id FROM terms JOIN entries ON entry = number "
        "WHERE status IN ('deprecated', 'superseded') ORDER BY id"
    )
    return [name for (name,) in connection.execute(select)]


def newest(connection: sqlite3.Connection, *, reviewed: bool) -> list[str]:
    """The ids of the entries, or of those to be reviewed: added last first, those added at once in their order."""
    select = "SELECT id FROM entries WHERE ? OR review = 'unreviewed' ORDER BY added DESC, number"
    return [name for (name,) in connection.execute(select, (reviewed,))]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    count = "SELECT count(*) FROM {}"
    tables = ("entries", "terms", "mentions", "sources", "decisions")
    return {table: connection.execute(count.format(table)).fetchone()[0] for table in tables}


def decisions(connection: sqlite3.Connection, *, entry: str | None = None) -> Iterator[Decision]:
    """All decisions, or those kept with one entry, the latest first."""
    whole = "SELECT said FROM decisions ORDER BY time DESC, id DESC"
    own = "SELECT said FROM decisions JOIN entries ON entry = entries.number WHERE entries.id = ? ORDER BY time DESC"
    found = connection.execute(whole) if entry is None else connection.execute(own, (entry,))
    for (cell,) in found:
        yield rows.decision(cell)


def made_here(connection: sqlite3.Connection) -> frozenset[str]:
    """The ids of the decisions that were made in this store, and did not come with a file."""
    return frozenset(name for (name,) in connection.execute("SELECT id FROM decisions WHERE here"))


def leading(connection: sqlite3.Connection) -> list[Decision]:
    """The decisions that lead mentions from one entry to another, and what undoes any."""
    select = "SELECT said FROM decisions WHERE verb IN ('merge', 'split', 'undo')"
    return [rows.decision(cell) for (cell,) in connection.execute(select)]


def _load(connection: sqlite3.Connection, row: tuple[int, ...]) -> Entry:
    number, *columns = row
    terms, mentions = (connection.execute(select, (number,)) for select in (_TERMS, _MENTIONS))
    return _made(connection, number, columns, own=(terms, mentions))


def _made(
    connection: sqlite3.Connection,
    number: int,
    columns: Sequence[Any],
    *,
    own: tuple[Iterable[rows.Row], Iterable[rows.Row]],
) -> Entry:
    """The entry of its columns and of the rows of its terms and mentions."""
    # What is given is kept apart only where something was decided.
    decided = connection.execute(_DECISIONS, (number,)) if columns[_GIVEN] is not None else ()
    return rows.entry(columns, terms=own[0], mentions=own[1], decisions=decided)
