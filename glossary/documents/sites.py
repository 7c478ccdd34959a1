"""Where in the bytes of a Word document something is put in, so that the rest stays as it is.

A run is ended and begun again where a mark must stand between its characters; the second half gets the same formatting.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from html import escape

from glossary.documents.word import Atom, Element, Paragraph, Run
from glossary.model import Span

__all__ = ["Edits", "Stretch", "Text", "insert", "mark", "surround"]

_SPACED = b' xml:space="preserve"'


class _Site(IntEnum):
    """What a mark breaks open, in the order in which marks at one byte come."""

    AFTER_RUN = 0
    ELEMENT = 1  # between two elements of a run
    TEXT = 2  # between two characters of an element
    BEFORE_RUN = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters ``start`` to ``end`` of an atom of the part with this number, and what is broken open on its sides."""

    part: int
    atom: Atom
    start: int
    end: int
    head: _Site
    tail: _Site


class Text:
    """The text of all parts, before it is brought into normal form, and the atoms that it is made of."""

    def __init__(self, paragraphs: Iterable[tuple[int, Paragraph]]) -> None:
        """``paragraphs`` with the number of the part that each belongs to."""
        pieces: list[str] = []
        self._starts: list[int] = []
        self._atoms: list[tuple[int, Atom]] = []
        length = 0
        for part, paragraph in paragraphs:
            for atom in paragraph.atoms:
                self._starts.append(length)
                self._atoms.append((part, atom))
                pieces.append(atom.text)
                length += len(atom.text)
            pieces.append(paragraph.separator)
            length += len(paragraph.separator)
        self.raw = "".join(pieces)

    def before(self, offset: int) -> tuple[int, Atom, int]:
        """The part, the atom that ends at or holds the offset, and how far into it; else the one that begins there."""
        place = bisect_left(self._starts, offset) - 1
        if place < 0 or offset - self._starts[place] > len(self._atoms[place][1].text):
            place += 1
            if place == len(self._starts) or self._starts[place] != offset:
                raise ValueError(f"no text of the document is at {offset}")
        part, atom = self._atoms[place]
        return part, atom, offset - self._starts[place]

    def within(self, span: Span) -> list[Stretch]:
        """The stretches of atoms that the span covers."""
        place = max(0, bisect_right(self._starts, span.start) - 1)
        found: list[Stretch] = []
        while place < len(self._starts) and self._starts[place] < span.end:
            start, (part, atom) = self._starts[place], self._atoms[place]
            low, high = max(0, span.start - start), min(len(atom.text), span.end - start)
            if low < high:
                head = _Site.TEXT if low else self._border(place, -1)
                tail = _Site.TEXT if high < len(atom.text) else self._border(place, 1)
                found.append(Stretch(part, atom, low, high, head, tail))
            place += 1
        if not found:
            raise ValueError(f"no text of the document is at {span.start}–{span.end}")
        return found

    def _border(self, place: int, step: int) -> _Site:
        """What lies between this atom and the one before (-1) or after it (1)."""
        own, beside = self._atoms[place][1], place + step
        other = self._atoms[beside][1] if 0 <= beside < len(self._atoms) else None
        if other is None or other.run is not own.run:
            return _Site.BEFORE_RUN if step < 0 else _Site.AFTER_RUN
        return _Site.TEXT if other.element is own.element else _Site.ELEMENT


class Edits:
    """What is put into the bytes of one part."""

    def __init__(self) -> None:
        self._texts: dict[int, list[bytes]] = defaultdict(list)
        self._marks: dict[tuple[int, _Site], list[bytes]] = defaultdict(list)
        self._runs: dict[tuple[int, _Site], Run] = {}
        self._spaced: dict[int, int] = {}  # where elements begin that must keep their white space -> their name's end

    def __bool__(self) -> bool:
        return bool(self._texts or self._marks)

    def text(self, byte: int, put_in: bytes) -> None:
        """Put bytes in at an offset; those put in later come later."""
        self._texts[byte].append(put_in)

    def space(self, element: Element, run: Run) -> None:
        """Let the element say that its white space is to be kept."""
        if not element.spaced:
            self._spaced[element.start] = element.start + len(f"<{run.prefix}t")

    def put_mark(self, byte: int, site: _Site, *, xml: bytes, run: Run, opening: bool) -> None:
        """Put a mark between runs, breaking open what stands at the site; what opens comes after what closes."""
        key = (byte, site)
        self._runs[key] = run
        if opening:
            self._marks[key].append(xml)
        else:
            self._marks[key].insert(0, xml)

    def applied(self, data: bytes) -> bytes:
        """The bytes with everything put in."""
        inserted = [(byte, -1, b"".join(texts)) for byte, texts in self._texts.items()]
        inserted += [(byte, -2, _SPACED) for byte in self._spaced.values()]
        for (byte, site), marks in self._marks.items():
            run = self._runs[byte, site]
            inserted.append((byte, site, _broken_open(data, run, site=site, marks=b"".join(marks))))
        parts: list[bytes] = []
        done = 0
        for byte, _, put_in in sorted(inserted, key=lambda edit: edit[:2]):
            parts += [data[done:byte], put_in]
            done = byte
        return b"".join([*parts, data[done:]])


def _broken_open(data: bytes, run: Run, *, site: _Site, marks: bytes) -> bytes:
    """The marks with what ends and begins again the run, and its text, around them."""
    if site in {_Site.AFTER_RUN, _Site.BEFORE_RUN}:
        return marks
    prefix = run.prefix.encode()
    properties = data[slice(*run.properties)]
    whole = b"</%br>%b<%br>%b" % (prefix, marks, prefix, properties)
    return b"</%bt>%b<%bt%b>" % (prefix, whole, prefix, _SPACED) if site is _Site.TEXT else whole


def insert(edits: Edits, atom: Atom, within: int, *, text: str) -> None:
    """Put text in behind ``within`` characters of the atom."""
    written = _as_xml(text, atom.run.prefix)
    if atom.element.name == "w:t":
        edits.text(_byte(atom, within), written)
        if (not within and text[:1].isspace()) or (within == len(atom.text) and text[-1:].isspace()):
            edits.space(atom.element, atom.run)
    else:  # beside a tab or a line break
        prefix = atom.run.prefix
        alone = f"<{prefix}t".encode() + _SPACED + b">" + written + f"</{prefix}t>".encode()
        edits.text(atom.element.end if within else atom.element.start, alone)


def mark(edits: Edits, first: Stretch, last: Stretch, *, number: int) -> None:
    """Begin the range of a comment before the first stretch and end it behind the last."""
    for stretch, opening in ((first, True), (last, False)):
        atom, site = stretch.atom, stretch.head if opening else stretch.tail
        byte = {
            _Site.BEFORE_RUN: atom.run.start,
            _Site.AFTER_RUN: atom.run.end,
            _Site.ELEMENT: atom.element.start if opening else atom.element.end,
            _Site.TEXT: _byte(atom, stretch.start if opening else stretch.end),
        }[site]
        edits.put_mark(byte, site, xml=_range(atom.run, number, opening=opening), run=atom.run, opening=opening)
        if site is _Site.TEXT:
            edits.space(atom.element, atom.run)


def surround(edits: Edits, run: Run, *, number: int) -> None:
    """Let the range of a comment be a whole run."""
    edits.put_mark(run.start, _Site.BEFORE_RUN, xml=_range(run, number, opening=True), run=run, opening=True)
    edits.put_mark(run.end, _Site.AFTER_RUN, xml=_range(run, number, opening=False), run=run, opening=False)


def _range(run: Run, number: int, *, opening: bool) -> bytes:
    """What begins the range of a comment, or ends it and calls the comment."""
    w = run.prefix
    if opening:
        return f'<{w}commentRangeStart {w}id="{number}"/>'.encode()
    called = f'<{w}r><{w}commentReference {w}id="{number}"/></{w}r>'
    return f'<{w}commentRangeEnd {w}id="{number}"/>{called}'.encode()


def _byte(atom: Atom, within: int) -> int:
    """The offset of the byte behind ``within`` characters of the atom."""
    if within == len(atom.text):
        return atom.end
    return atom.start + len(atom.text[:within].encode())


def _as_xml(text: str, prefix: str) -> bytes:
    """The text as the content of a text element; a line break ends that and begins another."""
    allowed = "".join(character for character in text if character >= " " or character in "\t\n")
    broken = f"</{prefix}t><{prefix}br/><{prefix}t{_SPACED.decode()}>"
    return escape(allowed, quote=False).replace("\n", broken).encode()
