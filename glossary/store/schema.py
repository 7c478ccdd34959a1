"""The tables of the store, as numbered migrations.

Version *n* is what the first *n* migrations make; SQLite's ``user_version`` holds *n*. A published migration is never
changed: a change of the tables is a new one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from glossary.store import indexing

__all__ = ["APPLICATION_ID", "MIGRATIONS", "VERSION", "migrate", "version"]

APPLICATION_ID = 0x79694D67  # "yiMg", so that the file says what it is

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE sources (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        path TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL, url TEXT NOT NULL, date TEXT NOT NULL,
        lang TEXT NOT NULL
    ) STRICT;
    CREATE TABLE entries (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL, review TEXT NOT NULL, note TEXT NOT NULL,
        modified INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE terms (
        entry INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
        place INTEGER NOT NULL,
        text TEXT NOT NULL, lang TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, origin TEXT NOT NULL,
        derivation TEXT NOT NULL, alternatives TEXT NOT NULL, reading TEXT,
        PRIMARY KEY (entry, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE mentions (
        entry INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
        place INTEGER NOT NULL,
        source INTEGER NOT NULL REFERENCES sources,
        english TEXT NOT NULL, chinese TEXT NOT NULL, kind TEXT NOT NULL, aliases TEXT NOT NULL, form TEXT NOT NULL,
        spans TEXT NOT NULL, probability REAL NOT NULL, context TEXT NOT NULL, reasons TEXT NOT NULL,
        PRIMARY KEY (entry, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mentions_by_source ON mentions (source);
    CREATE TABLE keys (
        key TEXT NOT NULL,
        family INTEGER NOT NULL,
        entry INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
        term INTEGER NOT NULL,
        PRIMARY KEY (key, family, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX keys_by_entry ON keys (entry);
    """,
    # Decisions are only ever added: the triggers hold everybody to that, whatever program opens the file.
    """
    ALTER TABLE entries ADD COLUMN given TEXT;
    ALTER TABLE entries ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
    UPDATE entries SET added = modified;
    ALTER TABLE terms ADD COLUMN note TEXT NOT NULL DEFAULT '';
    CREATE INDEX sources_by_path ON sources (path);
    CREATE TABLE decisions (
        number INTEGER PRIMARY KEY,
        entry INTEGER NOT NULL REFERENCES entries,
        id TEXT NOT NULL UNIQUE,
        verb TEXT NOT NULL,
        time INTEGER NOT NULL,
        said TEXT NOT NULL
    ) STRICT;
    CREATE INDEX decisions_by_entry ON decisions (entry);
    CREATE INDEX decisions_by_time ON decisions (time);
    CREATE INDEX decisions_that_lead ON decisions (verb) WHERE verb IN ('merge', 'split', 'undo');
    CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
    CREATE TRIGGER decisions_do_not_change BEFORE UPDATE OF id, verb, time, said ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
    CREATE TABLE spellings (entry INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE, text TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE parts USING fts5 (
        text, content='spellings', content_rowid='entry', tokenize='trigram', detail='none', columnsize=0
    );
    """,
    # How often an entry is mentioned ranks what is found; counting at every look-up took half of its time.
    """
    ALTER TABLE entries ADD COLUMN mentioned INTEGER NOT NULL DEFAULT 0;
    UPDATE entries SET mentioned = (SELECT count(*) FROM mentions WHERE entry = number);
    """,
    # Each key of a new entry falls on another page of a large table: they gather in a small one, from which as many as
    # came go to the large one, neighbours together, a part of the alphabet at a time (`moved.up_to`: how far that is).
    # They have no index by entry, which was a quarter of a store: the names of an entry tell its keys.
    """
    DROP TABLE keys;
    CREATE TABLE settled_keys (
        key TEXT NOT NULL,
        family INTEGER NOT NULL,
        entry INTEGER NOT NULL,
        term INTEGER NOT NULL,
        PRIMARY KEY (key, family, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE new_keys (
        key TEXT NOT NULL,
        family INTEGER NOT NULL,
        entry INTEGER NOT NULL,
        term INTEGER NOT NULL,
        PRIMARY KEY (key, family, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW keys AS SELECT * FROM settled_keys UNION ALL SELECT * FROM new_keys;
    CREATE TABLE moved (up_to TEXT NOT NULL, waiting INTEGER NOT NULL) STRICT;
    INSERT INTO moved VALUES ('', 0);
    """,
    "",  # only the keys are others: REKEYED
    # Where in its file a mention stands, for people.
    """
    ALTER TABLE mentions ADD COLUMN at TEXT NOT NULL DEFAULT '';
    """,
    # Which decisions were made in this store, and did not come with somebody's file; of older ones nobody knows.
    """
    ALTER TABLE decisions ADD COLUMN here INTEGER NOT NULL DEFAULT 0;
    UPDATE decisions SET here = 1;
    """,
)
# The versions that changed which keys an entry has: coming from below, all keys are written again.
REKEYED = 5

VERSION = len(MIGRATIONS)


def version(connection: sqlite3.Connection) -> int:
    """How many migrations the tables have had."""
    number = connection.execute("PRAGMA user_version").fetchone()[0]
    assert isinstance(number, int)
    return number


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to :data:`VERSION` in one transaction; another process may have done so meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        old = version(connection)
        for script in MIGRATIONS[old:]:
            for statement in _statements(script):
                connection.execute(statement)
        if 0 < old < REKEYED:
            indexing.rebuild(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; a trigger holds semicolons of its own."""
    statement = ""
    for part in script.split(";"):
        statement += f"{part};"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
