r"""Anki package: a deck with its own note type, two cards an entry, and notes that are updated in place.

Spec: the package of Anki's schema 11 (a ZIP with ``collection.anki2`` and ``media``), written by genanki, which every
Anki since 2.1 and AnkiDroid and AnkiMobile read. The note type is in :mod:`glossary.formats.note_type`.

A note is found again by its guid, which is made of the entry's id alone, and Anki takes an incoming note only when it
is newer than its own: its time is ``Entry.modified``. So importing again adds nothing, a corrected entry updates its
note, and what the user changed and learnt stays; only a correction later than the user's change replaces the fields
(never the schedule). Another ``Options.lang`` reaches new and corrected notes only.
The bytes depend on the entries, and on the versions of SQLite and zlib; on no clock.

Limits: entries that lack an English or a Chinese name and rejected ones are left out, and their notes stay in a
collection that has them; control characters become their pictures (U+2400 …); no sound files (the device's voice
reads the name); Anki takes ``[sound:…]`` and ``\(…\)`` in a text for its own marks.
"""

from __future__ import annotations

import itertools
import json
import shutil
import sqlite3
from contextlib import closing
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO

from glossary.formats import cards, columns, note_type, tones
from glossary.formats.archive import archive, part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.formats.format import Options
    from glossary.formats.losses import Report
    from glossary.model import Entry

__all__ = ["write"]

_BLOCK = 1 << 20  # bytes that are packed at a time


def _model() -> Any:  # noqa: ANN401 - genanki has no types
    import genanki

    numbered = [{"name": name, "id": note_type.MODEL_ID * 100 + place} for place, name in enumerate(note_type.FIELDS)]
    sides = [
        {"name": name, "qfmt": front, "afmt": back, "id": note_type.MODEL_ID * 100 + 50 + place}
        for place, (name, front, back) in enumerate(note_type.TEMPLATES)
    ]
    return genanki.Model(note_type.MODEL_ID, note_type.NAME, fields=numbered, templates=sides, css=note_type.CSS)


def _contents(entry: Entry, *, lang: str) -> list[str]:
    """The fields of a note as HTML, in the order of the note type."""
    plain = cards.fields(entry, lang=lang)
    html = {name: escape(text, quote=False).replace("\n", "<br>") for name, text in plain.items()}
    said = columns.reading(entry, lang)
    html["Tones"] = tones.coloured(said) if said else ""
    return [html.get(name, "") for name in note_type.FIELDS]


def _fill(cursor: sqlite3.Cursor, entries: Iterable[Entry], *, lang: str) -> int:
    """Writes the collection: the deck, the note type, then each note with its own time."""
    import genanki

    model = _model()
    deck = genanki.Deck(note_type.DECK_ID, cards.DECK)
    deck.add_model(model)
    ids = itertools.count(note_type.MODEL_MODIFIED * 1000)  # Anki gives a new number to a note whose own is taken
    genanki.Package(deck).write_to_db(cursor, note_type.MODEL_MODIFIED, ids)
    count = 0
    for count, entry in enumerate(entries, start=1):
        note = genanki.Note(
            model,
            _contents(entry, lang=lang),
            tags=cards.tags(entry, lang=lang),
            guid=cards.guid(entry.id, scheme="apkg"),
            due=count,
        )
        note.write_to_db(cursor, entry.modified, note_type.DECK_ID, ids)
    return count


def _pack(collection: Path, stream: BinaryIO) -> None:
    """Writes the ZIP."""
    with archive(stream) as made:
        with part(made, "collection.anki2") as notes, collection.open("rb") as written:
            shutil.copyfileobj(written, notes, _BLOCK)
        with part(made, "media") as media:
            media.write(json.dumps({}).encode())


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that make a card and returns their number."""
    with TemporaryDirectory(prefix="glossary-") as folder:
        collection = Path(folder, "collection.anki2")
        with closing(sqlite3.connect(collection)) as connection:
            studied = cards.studied(entries, options=options, report=report)
            count = _fill(connection.cursor(), studied, lang=options.lang)
            connection.commit()
        _pack(collection, stream)
    return count
