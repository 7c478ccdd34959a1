"""Merging entries into a store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from glossary import keys
from glossary.entries import build
from glossary.model import Entry, Source
from glossary.store import reading, rows
from glossary.store.merged import Merged

__all__ = ["merge"]

_ADD = "INSERT INTO entries (kind, review, note, modified, id) VALUES (?, ?, ?, ?, ?) RETURNING number"
_CHANGE = "UPDATE entries SET (kind, review, note, modified) = (?, ?, ?, ?) WHERE id = ? RETURNING number"
_TERM = "INSERT INTO terms VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_KEY = "INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?)"
# Two that tell of one document differently: the first in order stays, as in build.merge, whichever came first.
_SOURCE = (
    "INSERT INTO sources (id, path, title, publisher, url, date, lang) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE "
    "SET (path, title, publisher, url, date, lang) = "
    "(excluded.path, excluded.title, excluded.publisher, excluded.url, excluded.date, excluded.lang) "
    "WHERE (excluded.path = '-', excluded.path, excluded.title, excluded.publisher, excluded.url, excluded.date, "
    "excluded.lang) < (path = '-', path, title, publisher, url, date, lang)"
)
_MENTION = "INSERT INTO mentions VALUES (?, ?, (SELECT number FROM sources WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def merge(connection: sqlite3.Connection, entries: Iterable[Entry], *, now: int) -> Merged:
    """How many entries were added and changed; the caller holds the transaction."""
    added = changed = unchanged = 0
    for entry in entries:
        held = reading.get(connection, entry.id)
        if held is None:
            _add(connection, _complete(entry), now=now)
            added += 1
        elif _change(connection, held[1], _complete(entry), now=now):
            changed += 1
        else:
            unchanged += 1
    return Merged(added, changed, unchanged)


def _complete(entry: Entry) -> Entry:
    """The entry with a source for every document that a mention names; one that nobody describes has no path."""
    known = {source.id for source in entry.sources}
    named = {mention.document for mention in entry.mentions}
    if known == named:
        return entry
    sources = (
        *(source for source in entry.sources if source.id in named),
        *(Source(name, "") for name in named - known),
    )
    return replace(entry, sources=tuple(sorted(sources, key=lambda source: source.id)))


def _add(connection: sqlite3.Connection, entry: Entry, *, now: int) -> None:
    whole = replace(entry, modified=entry.modified or now)
    number = connection.execute(_ADD, _columns(whole)).fetchone()[0]
    _write_terms(connection, number, whole)
    _write_keys(connection, number, whole)
    _write_mentions(connection, number, whole)


def _change(connection: sqlite3.Connection, held: Entry, entry: Entry, *, now: int) -> bool:
    """Whether merging the entry into the held one changed it; only what differs is written."""
    merged = build.merge(held, entry)
    if build.same_content(merged, held):
        return False
    merged = replace(merged, modified=max(merged.modified, now))
    number = connection.execute(_CHANGE, _columns(merged)).fetchone()[0]
    if merged.terms != held.terms:
        connection.execute("DELETE FROM terms WHERE entry = ?", (number,))
        connection.execute("DELETE FROM keys WHERE entry = ?", (number,))
        _write_terms(connection, number, merged)
        _write_keys(connection, number, merged)
    if (merged.mentions, merged.sources) != (held.mentions, held.sources):
        connection.execute("DELETE FROM mentions WHERE entry = ?", (number,))
        _write_mentions(connection, number, merged)
    return True


def _columns(entry: Entry) -> tuple[object, ...]:
    return (entry.kind, entry.review, entry.note, entry.modified, entry.id)


def _write_terms(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    connection.executemany(_TERM, [(number, place, *rows.term_row(term)) for place, term in enumerate(entry.terms)])


def _write_keys(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    """Both scripts of a name have nearly the same keys: each key of an entry is written once in each family."""
    found: dict[tuple[str, int], int] = {}
    for place, term in enumerate(entry.terms):
        for key in keys.of_term(term):
            found.setdefault((key.text, rows.FAMILY_NUMBERS[key.family]), place)
    connection.executemany(_KEY, [(text, family, number, place) for (text, family), place in found.items()])


def _write_mentions(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    connection.executemany(_SOURCE, [rows.source_row(source) for source in entry.sources])
    held = [(number, place, found.document, *rows.mention_row(found)) for place, found in enumerate(entry.mentions)]
    connection.executemany(_MENTION, held)
