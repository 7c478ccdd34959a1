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
import unicodedata
from contextlib import closing
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from glossary.formats import cards, columns, note_type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.formats.format import Options
    from glossary.model import Entry, Reading

__all__ = ["coloured", "write"]

_TONE_MARKS = frozenset("\u0300\u0301\u0304\u030c")  # grave, acute, macron, caron


def coloured(reading: Reading) -> str:
    """The pinyin as HTML, each syllable in a span of its tone; plain where its two notations do not agree.

    >>> from glossary.model import Certainty, Reading
    >>> coloured(Reading("Lǚ Bù", "lü3 bu4", "Lü Bu", "", "", Certainty.CERTAIN))
    '<span class="tone3">Lǚ</span> <span class="tone4">Bù</span>'
    """
    rest = reading.pinyin
    pieces = []
    for syllable in reading.pinyin_numbers.split():
        letters, tone = (syllable[:-1], syllable[-1]) if syllable[-1] in "12345" else (syllable, "")
        between, said, rest = _first(rest, len(letters))
        if _toneless(said) != letters.casefold():
            return escape(reading.pinyin, quote=False)
        text = escape(said, quote=False)
        pieces += [escape(between, quote=False), f'<span class="tone{tone}">{text}</span>' if tone else text]
    return "".join(pieces) + escape(rest, quote=False)


def _first(text: str, count: int) -> tuple[str, str, str]:
    """The text before its next letter, its next ``count`` characters with the marks on them, and what follows."""
    start = next((place for place, char in enumerate(text) if char.isalnum()), len(text))
    end = min(start + count, len(text))
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return text[:start], text[start:end], text[end:]


def _toneless(said: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFD", said) if char not in _TONE_MARKS)
    return unicodedata.normalize("NFC", bare).casefold()


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
    html["Tones"] = coloured(said) if said else ""
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


def _pack(collection: Path, package: Path) -> None:
    """Writes the ZIP, its dates and permissions always the same."""
    parts = {"collection.anki2": collection.read_bytes(), "media": json.dumps({}).encode()}
    with ZipFile(package, "w") as archive:
        for name, content in parts.items():
            part = ZipInfo(name)  # dated 1980 unless told otherwise
            part.create_system, part.external_attr, part.compress_type = 3, 0o644 << 16, ZIP_DEFLATED
            archive.writestr(part, content)


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options) -> int:
    """Writes the entries that make a card and returns their number."""
    with TemporaryDirectory(prefix="glossary-") as folder:
        collection, package = Path(folder, "collection.anki2"), Path(folder, "deck.apkg")
        with closing(sqlite3.connect(collection)) as connection:
            count = _fill(connection.cursor(), cards.studied(entries, options=options), lang=options.lang)
            connection.commit()
        _pack(collection, package)
        with package.open("rb") as packed:
            shutil.copyfileobj(packed, stream)
    return count
