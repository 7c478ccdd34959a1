"""The review as a table for people who live in spreadsheets: written as CSV, changed there, read back.

Columns: ``id``; what may be changed: ``review`` (unreviewed, approved, rejected; a or ok and r or x will do),
``reason``, ``english``, ``traditional``, ``simplified``, ``pinyin``, ``kind``, ``note``; for information ``mentions``,
``sentence``, ``source``; ``version``, by which a row shows that its entry changed meanwhile. Rows and columns may be
moved, deleted and added; ``id`` must stay. What a spreadsheet makes of the file (a byte order mark, semicolons, tabs,
UTF-16, Big5, GB18030) is read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import BinaryIO

from glossary.curation import changes
from glossary.curation.changes import Wanted
from glossary.documents import cells
from glossary.documents.encodings import decode
from glossary.entries import deciding
from glossary.errors import EntryError, GlossaryError, SyntaxFault
from glossary.files import load
from glossary.formats import columns
from glossary.formats.delimited import guarded, unguarded
from glossary.model import Decision, Entry, Kind, Review, Verb
from glossary.store import Store

__all__ = ["EDITABLE", "HEADER", "Row", "changed", "read", "write"]

EDITABLE = ("review", "reason", "english", "traditional", "simplified", "pinyin", "kind", "note")
HEADER = ("id", *EDITABLE, "mentions", "sentence", "source", "version")
_WORDS = {
    Review.APPROVED: ("approved", "approve", "a", "ok", "yes", "y", "1"),
    Review.REJECTED: ("rejected", "reject", "r", "x", "no", "n", "0"),
    Review.UNREVIEWED: ("unreviewed", "", "?"),
}
_REVIEWS = {word: review for review, words in _WORDS.items() for word in words}
_VERBS = {Review.APPROVED: Verb.APPROVE, Review.REJECTED: Verb.REJECT, Review.UNREVIEWED: Verb.REOPEN}


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was read: the cells by their columns, and where it stands."""

    where: str
    cells: dict[str, str]


def write(entries: Iterable[Entry], stream: BinaryIO) -> int:
    """The number of rows written: UTF-8 with a byte order mark and CRLF, no cell that becomes a formula."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(HEADER)
    count = 0
    for entry in entries:
        shown = _cells(entry)
        table.writerow([guarded(cell) for cell in (*shown.values(), _version(shown))])
        count += 1
    stream.write(text.getvalue().encode("utf-8-sig", "replace"))
    return count


def _cells(entry: Entry) -> dict[str, str]:
    """The cells of an entry but the version, in the order of the header."""
    return {
        "id": entry.id,
        "review": entry.review.value,
        "reason": deciding.reason(entry),
        "english": columns.english(entry),
        "traditional": columns.traditional(entry),
        "simplified": columns.simplified(entry),
        "pinyin": columns.pinyin(entry),
        "kind": entry.kind.value,
        "note": entry.note,
        "mentions": str(len(entry.mentions)),
        "sentence": " ".join(columns.context(entry).split()),
        "source": columns.source(entry),
    }


def _version(cells: dict[str, str]) -> str:
    """A short mark of what may be changed, as it was written."""
    content = "\0".join(cells[name] for name in EDITABLE)
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def read(path: str) -> Iterator[Row]:
    """The rows of a file.

    Raises:
        InputError: it cannot be read, or has no column ``id``.
    """
    text = decode(load(path), path=path, encoding=None).removeprefix("\ufeff")
    separator = cells.separator(text.partition("\n")[0])
    rows = cells.cells(cells.lines(text), separator=separator, where=path)
    _, first = next(rows, (1, []))
    header = [name.strip().lower() for name in first]
    if "id" not in header:
        hint = "Write the sheet with: glossary review --to FILE"
        raise SyntaxFault("has no column id", where=f"{path}:1", hint=hint)
    for number, row in rows:
        if any(cell.strip() for cell in row):
            found = zip(header, row, strict=False)
            yield Row(f"{path}:{number}", {name: unguarded(cell.strip()) for name, cell in found})


def changed(row: Row, store: Store) -> tuple[Decision, ...]:
    """The decisions that a row asks for; none where nothing in it was changed, or that stands already.

    Raises:
        GlossaryError: there is no such entry, it changed since the sheet was written, or a cell makes no sense.
    """
    entry = store.get(row.cells.get("id", ""))
    if entry is None:
        problem = f"there is no entry {row.cells.get('id', '')!r}"
        raise EntryError(problem, where=row.where, hint="Keep the column id as it was written")
    held = _cells(entry)
    wanted = {name: row.cells[name] for name in EDITABLE if name in row.cells}
    try:
        decided = (*changes.edit(entry, _wanted(wanted, held)), *_review(entry, wanted))
    except GlossaryError as fault:
        raise EntryError(fault.problem, where=row.where, hint=fault.hint) from fault
    if decided and row.cells.get("version", _version(held)) != _version(held):
        hint = "Write the sheet again and change it there"
        raise EntryError(f"{entry.id} changed in the glossary since the sheet was written", where=row.where, hint=hint)
    return decided


def _wanted(cells: dict[str, str], held: dict[str, str]) -> Wanted:
    """What differs from what is held; an emptied cell asks for nothing, but an emptied note."""
    new = {name: cell for name, cell in cells.items() if cell != held[name].strip() and (cell or name == "note")}
    kinds = {kind.value: kind for kind in Kind}
    if "kind" in new and new["kind"].lower() not in kinds:
        raise EntryError(f"{new['kind']!r} is no kind", hint=f"Known: {', '.join(kinds)}")
    return Wanted(
        english=new.get("english"),
        traditional=new.get("traditional"),
        simplified=new.get("simplified"),
        kind=kinds[new["kind"].lower()] if "kind" in new else None,
        reading=new.get("pinyin"),
        note=new.get("note"),
    )


def _review(entry: Entry, cells: dict[str, str]) -> Iterator[Decision]:
    """The decision about the review, if the row asks for another one or another reason."""
    word = cells.get("review", entry.review.value).lower()
    if word not in _REVIEWS:
        raise EntryError(f"{word!r} is no review", hint="Write approved, rejected or unreviewed")
    review, held = _REVIEWS[word], deciding.reason(entry)
    why = cells.get("reason", held)
    if review is not entry.review or (review is not Review.UNREVIEWED and why != held):
        yield changes.decision(entry, _VERBS[review], reason=why)
