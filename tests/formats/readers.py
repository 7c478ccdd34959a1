"""The English and traditional names that stand in an export, read with the standard library alone."""

from __future__ import annotations

import csv
import html
import sqlite3
import zipfile
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from glossary.formats import columns, jsonl, note_type


def delimited(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode(), newline="")))


def names(name: str, content: bytes) -> list[tuple[str, str]]:
    return _READERS[name](content)


def notes(content: bytes) -> list[dict[str, str]]:
    fields = _column(content, "flds")
    return [dict(zip(note_type.FIELDS, row.split("\x1f"), strict=True)) for row in fields]


def guids(content: bytes) -> list[str]:
    return _column(content, "guid")


def _column(content: bytes, column: str) -> list[str]:
    with TemporaryDirectory() as folder, zipfile.ZipFile(BytesIO(content)) as package:
        connection = sqlite3.connect(package.extract("collection.anki2", Path(folder)))
        rows = connection.execute(f"SELECT {column} FROM notes ORDER BY id").fetchall()
        connection.close()
    return [row[0] for row in rows]


def _csv(content: bytes) -> list[tuple[str, str]]:
    return [(found["english"], found["traditional"]) for found in delimited(content)]


def _tsv(content: bytes) -> list[tuple[str, str]]:
    lines = content.decode().split("\n")
    assert lines.pop() == ""
    return [(cells[0], cells[1]) for cells in (line.split("\t") for line in lines[1:])]


def _jsonl(content: bytes) -> list[tuple[str, str]]:
    found = jsonl.read(BytesIO(content), where="-")
    return [(columns.english(entry), columns.traditional(entry)) for entry in found]


def _anki(content: bytes) -> list[tuple[str, str]]:
    lines = content.decode().split("\n")
    body = "\n".join(lines[next(place for place, line in enumerate(lines) if not line.startswith("#")) :])
    return [(row[1], row[3]) for row in csv.reader(StringIO(body, newline=""), delimiter="\t")]


def _apkg(content: bytes) -> list[tuple[str, str]]:
    def plain(field: str) -> str:
        return html.unescape(field.replace("<br>", "\n"))

    return [(plain(note["English"]), plain(note["Traditional"])) for note in notes(content)]


_READERS = {"csv": _csv, "tsv": _tsv, "jsonl": _jsonl, "anki": _anki, "apkg": _apkg}
