"""The review as a table for people who live in spreadsheets: written as CSV or as a workbook, changed there, read back.

Columns: ``id``; what may be changed: ``review`` (unreviewed, approved, rejected; a or ok and r or x will do),
``reason``, ``english``, ``traditional``, ``simplified``, ``pinyin``, ``kind``, ``note``; for information ``mentions``,
``sentence``, ``source``; ``version``, by which a row shows that its entry changed meanwhile. Rows and columns may be
moved, deleted and added; ``id`` must stay. What a spreadsheet makes of the file (a byte order mark, semicolons, tabs,
UTF-16, Big5, GB18030) is read, and letters that it could not save are no change: such a row is refused.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import PurePath
from typing import BinaryIO

from glossary.curation import changes
from glossary.curation.changes import Wanted
from glossary.documents import cells
from glossary.documents.encodings import decode
from glossary.entries import deciding
from glossary.errors import EntryError, FormatError, GlossaryError, InputError, SyntaxFault
from glossary.files import load
from glossary.formats import columns, workbooks, xlsx
from glossary.formats.delimited import guarded, unguarded
from glossary.formats.losses import Report
from glossary.model import Decision, Entry, Kind, Review, Verb
from glossary.store import Store

__all__ = ["EDITABLE", "HEADER", "Row", "changed", "read", "separator", "write"]

EDITABLE = ("review", "reason", "english", "traditional", "simplified", "pinyin", "kind", "note")
HEADER = ("id", *EDITABLE, "mentions", "sentence", "source", "version")
_WORDS = {
    Review.APPROVED: ("approved", "approve", "a", "ok", "yes", "y", "1"),
    Review.REJECTED: ("rejected", "reject", "r", "x", "no", "n", "0"),
    Review.UNREVIEWED: ("unreviewed", "", "?"),
}
_REVIEWS = {word: review for review, words in _WORDS.items() for word in words}
_SEPARATORS = {".csv": ",", ".tsv": "\t", ".tab": "\t", ".xlsx": ""}  # a workbook needs none
_OTHER_SHEETS = frozenset({".ods", ".xls", ".xlsm", ".xlsb", ".numbers", ".gsheet"})
_ABOUT = (
    ("id", "Leave it as it is: it says which entry the row is about."),
    ("review", "unreviewed, approved or rejected; a and r will do."),
    ("reason", "Why it is rejected or approved."),
    ("english, traditional, simplified", "The preferred names; change them here."),
    ("pinyin", "How the Chinese name is said, with tones: Hé Lìfēng, he2 li4 feng1."),
    ("kind", ", ".join(Kind)),
    ("note", "A remark of yours."),
    ("mentions, sentence, source", "How often texts state the pair, and the first sentence that does."),
    ("version", "Leave it as it is: it shows whether the entry was changed meanwhile."),
)
_NAMES = frozenset({"english", "traditional", "simplified", "pinyin"})
_LOST = r"\?{1,2}|\ufffd"  # what programs write for one that an encoding lacks: a sign for each of its UTF-16 units
_NO_NAME = re.compile(r"\?[\w?]|\ufffd")
_SAVE = "Save the sheet as .xlsx or as CSV UTF-8"
_VERBS = {Review.APPROVED: Verb.APPROVE, Review.REJECTED: Verb.REJECT, Review.UNREVIEWED: Verb.REOPEN}


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was read: the cells by their columns, and where it stands."""

    where: str
    cells: dict[str, str]


def separator(path: str) -> str:
    r"""What stands between the cells of a sheet with this name; empty where it is a workbook.

    Raises:
        FormatError: it has the name of a sheet of another program.

    >>> separator("names.tsv"), separator("names.xlsx"), separator("-")
    ('\t', '', ',')
    """
    suffix = PurePath(path).suffix.lower()
    if suffix in _OTHER_SHEETS:
        raise FormatError(f"a sheet is not written as {suffix}", where=path, hint="Name it .xlsx, .csv or .tsv")
    return _SEPARATORS.get(suffix, ",")


def write(entries: Iterable[Entry], stream: BinaryIO, *, separator: str = ",") -> int:
    """The number of rows written, of text with this between the cells, or of a workbook where it is empty.

    Text is UTF-8 with a byte order mark and CRLF, and no cell becomes a formula.
    """
    if not separator:
        rows = ((entry, _row(entry)) for entry in entries)
        return xlsx.write_rows(stream, HEADER, rows, report=Report(), about=_ABOUT)
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n", delimiter=separator)
    table.writerow(HEADER)
    count = 0
    for entry in entries:
        table.writerow(map(guarded, _row(entry)))
        count += 1
    stream.write(text.getvalue().encode("utf-8-sig", "replace"))
    return count


def _row(entry: Entry) -> tuple[str, ...]:
    shown = _cells(entry)
    return (*shown.values(), _version(shown))


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
    """A short mark of what may be changed, as it was written; no number, which a spreadsheet would write otherwise."""
    content = "\0".join(cells[name] for name in EDITABLE)
    return "v" + blake2b(content.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def read(path: str) -> Iterator[Row]:
    """The rows of a file.

    Raises:
        InputError: it cannot be read, or has no column ``id``.
    """
    rows = _rows(load(path), path)
    _, first = next(rows, (1, []))
    header = [name.strip().lower() for name in first]
    if "id" not in header:
        hint = "Write the sheet with: glossary review --to FILE"
        raise SyntaxFault("has no column id", where=f"{path}:1", hint=hint)
    for number, row in rows:
        if any(cell.strip() for cell in row):
            yield Row(f"{path}:{number}", dict(zip(header, map(str.strip, row), strict=False)))


def _rows(data: bytes, path: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The number and the cells of each row, whatever the sheet was saved as."""
    if data.startswith(b"PK"):
        yield from workbooks.cells(data, where=path)
        return
    try:
        text = decode(data, path=path, encoding=None).removeprefix("\ufeff")
    except InputError as fault:
        raise type(fault)(fault.problem, where=fault.where, hint=_SAVE) from fault
    between = cells.separator(text.partition("\n")[0])
    for number, row in cells.cells(cells.lines(text), separator=between, where=path):
        yield number, [unguarded(cell.strip()) for cell in row]


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
    wanted = _filled(row, held)
    try:
        decided = (*changes.edit(entry, _wanted(wanted, held)), *_review(entry, wanted))
    except GlossaryError as fault:
        raise EntryError(fault.problem, where=row.where, hint=fault.hint) from fault
    if decided and row.cells.get("version", _version(held)).removeprefix("v") != _version(held).removeprefix("v"):
        hint = "Write the sheet again and change it there"
        raise EntryError(f"{entry.id} changed in the glossary since the sheet was written", where=row.where, hint=hint)
    return decided


def _filled(row: Row, held: dict[str, str]) -> dict[str, str]:
    """The cells of the row that may be changed; what a workbook could not hold as it is counts as what is held.

    Raises:
        EntryError: letters of one were lost.
    """
    filled = {name: row.cells[name] for name in EDITABLE if name in row.cells}
    for name, cell in filled.items():
        if cell == xlsx.CELL(held[name]).strip():
            filled[name] = held[name].strip()
        elif _is_damaged(name, cell, held=held[name]):
            problem = f"the {name} {cell!r} has lost letters of {held[name]!r}; the row was not taken"
            raise EntryError(problem, where=row.where, hint=f"{_SAVE}, or write the letters again")
    return filled


def _is_damaged(name: str, cell: str, *, held: str) -> bool:
    """Whether signs stand in a cell for letters that the encoding of a saved sheet did not have.

    >>> _is_damaged("note", "Dvo??k", held="Dvořák"), _is_damaged("english", "Lagerl?f", held="Lagerlof")
    (True, True)
    >>> _is_damaged("english", "Quo Vadis?", held="Quo Vadis"), _is_damaged("english", "?", held="?")
    (False, False)
    """
    if cell == held.strip():
        return False
    pattern = "".join(re.escape(char) if char < "\x80" else f"(?:{re.escape(char)}|{_LOST})" for char in held.strip())
    new = name in _NAMES and _NO_NAME.search(cell) and not _NO_NAME.search(held)
    return bool(new or re.fullmatch(pattern, cell))


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
