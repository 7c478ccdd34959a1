"""Word documents: reading, putting text into them, and commenting on them.

What is written is the file that was read with bytes put in between: no byte of the XML is taken away or moved, so all
formatting stays as it was. Offsets are those of the text that :func:`read` gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from glossary.documents import comments, outline, properties, sites, word
from glossary.documents.normal import original
from glossary.documents.options import Options
from glossary.documents.package import Package
from glossary.documents.pieces import Content, Piece
from glossary.documents.sites import Edits, Text
from glossary.errors import UnreadableError
from glossary.files import load
from glossary.model import Span

__all__ = ["comment", "insert", "read"]

_AS_IT_IS = Options()
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A part that holds text: its name in the package, its bytes, and what they say. ``kind`` is empty for the body."""

    name: str
    data: bytes
    kind: str
    paragraphs: list[word.Paragraph]
    notes: list[word.Note]


def read(data: bytes, *, path: str, options: Options) -> Content:
    """The paragraphs of the body, then of footnotes and endnotes, with their numbers as places.

    Raises:
        InputError: no Word document, damaged, encrypted, or over a limit.
    """
    package = Package(data, where=path, limit=options.limits.unpacked)
    pieces = [
        Piece(paragraph.text, place, paragraph.heading)
        for part in _parts(package)
        for place, paragraph in _placed(part)
    ]
    return Content(pieces, properties.of_office(package))


def insert(path: str, insertions: Iterable[tuple[int, str]], out: BinaryIO, *, options: Options = _AS_IT_IS) -> None:
    """Write the document at ``path`` with each text put in at its offset, in the formatting of the text before it.

    Raises:
        InputError: the document cannot be read.
        ValueError: an offset where the document has no text.
    """
    package = Package(load(path), where=path, limit=options.limits.unpacked)
    wanted = list(insertions)
    parts = _parts(package)
    text = _text(parts)
    offsets = original(text.raw, (offset for offset, _ in wanted))
    edits = [Edits() for _ in parts]
    for offset, (_, put_in) in zip(offsets, wanted, strict=True):
        number, atom, within = text.before(offset)
        sites.insert(edits[number], atom, within, text=put_in)
    package.write(out, _changed(parts, edits, where=path))


def comment(path: str, notes: Iterable[tuple[Span, str]], out: BinaryIO, *, options: Options = _AS_IT_IS) -> None:
    """Write the document at ``path`` with a Word comment on each span.

    A span in a footnote is commented on where the footnote is called, as Word has no comments within them.

    Raises:
        InputError: the document cannot be read.
        ValueError: a span that holds no text of the document.
    """
    package = Package(load(path), where=path, limit=options.limits.unpacked)
    wanted = list(notes)
    parts = _parts(package)
    text = _text(parts)
    starts = original(text.raw, (span.start for span, _ in wanted))
    ends = original(text.raw, (span.end for span, _ in wanted))
    edits = [Edits() for _ in parts]
    first = comments.next_id(package, parts[0].name)
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=first):
        _anchor(parts, edits, text.within(Span(start, end)), number=number)
    added = comments.added(package, parts[0].name, [note for _, note in wanted], first=first) if wanted else {}
    package.write(out, _changed(parts, edits, where=path) | added)


def _anchor(parts: list[_Part], edits: list[Edits], found: list[sites.Stretch], *, number: int) -> None:
    """Mark what a comment is about."""
    part = parts[found[0].part]
    if part.kind:
        called = _caller(parts, part, found[0].atom)
        sites.surround(edits[0], called, number=number)
        return
    inside = [stretch for stretch in found if stretch.part == found[0].part]
    sites.mark(edits[found[0].part], inside[0], inside[-1], number=number)


def _caller(parts: list[_Part], part: _Part, atom: word.Atom) -> word.Run:
    """The run of the body that calls the note which holds the atom."""
    owner = next(paragraph for paragraph in part.paragraphs if any(atom is own for own in paragraph.atoms))
    return next(note.run for note in parts[0].notes if (note.kind, note.id) == (part.kind, owner.note))


def _parts(package: Package) -> list[_Part]:
    """The body and the notes of a Word document that it calls; others are of deleted text, which is kept with it."""
    main = [target for kind, target, _ in package.relations("") if kind == "officeDocument"]
    if not main:
        raise UnreadableError("is no Word document", where=package.where, hint="Save it as docx")
    notes = [(target, _NOTES[kind]) for kind, target, _ in package.relations(main[0]) if kind in _NOTES]
    headings = outline.headings(package, main[0], namespaces=word.NAMESPACES)
    parts: list[_Part] = []
    for name, kind in ((main[0], ""), *notes):
        data = package.read(name)
        where = f"{package.where} ({name})"
        found, calls = word.paragraphs(data, where=where, headings=headings)
        if kind:
            called = {note.id for note in parts[0].notes if note.kind == kind}
            found = [paragraph for paragraph in found if paragraph.note in called]
        parts.append(_Part(name, data, kind, found, calls))
    return parts


def _placed(part: _Part) -> Iterator[tuple[str, word.Paragraph]]:
    """The paragraphs of a part with the names of their places."""
    for paragraph in part.paragraphs:
        yield (f"{part.kind} {paragraph.note}" if part.kind else f"paragraph {paragraph.number}"), paragraph


def _text(parts: list[_Part]) -> Text:
    return Text((number, paragraph) for number, part in enumerate(parts) for paragraph in part.paragraphs)


def _changed(parts: list[_Part], edits: list[Edits], *, where: str) -> dict[str, bytes]:
    """The bytes of the parts that change, by name."""
    changed: dict[str, bytes] = {}
    for part, edit in zip(parts, edits, strict=True):
        if edit:
            if b"<![CDATA[" in part.data or part.data.startswith((b"\xff\xfe", b"\xfe\xff")):
                hint = "Save it again with Word or LibreOffice"
                raise UnreadableError(f"{part.name} is written in an unusual way", where=where, hint=hint)
            changed[part.name] = edit.applied(part.data)
    return changed
