"""The text of a WordprocessingML part with the place of every character in the bytes of the XML.

What a reader of the printed page does not see is left out: deleted and moved-away text, field codes, ruby, comments,
the second form of drawings. A table row is a line with tabs between its cells; a text box follows its paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from glossary.documents import outline, xml
from glossary.documents.flow import Flow

__all__ = ["Atom", "Note", "Paragraph", "Run", "paragraphs"]

NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_SKIPPED = frozenset({"w:del", "w:moveFrom", "w:rt", "mc:Fallback", "w:pPr"})
_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_NOTES = frozenset({"w:footnoteReference", "w:endnoteReference"})
_UNSEEN_FIELDS = ("TOC", "INDEX", "TOA")  # made of the text itself, and made again when they are updated


@dataclass(slots=True)
class Run:
    """A run: text of one formatting. ``start``, ``end``: its bytes; ``properties``: the bytes of its formatting."""

    start: int
    prefix: str
    end: int = 0
    properties: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Element:
    """An element of a run that shows text. ``spaced``: it says that its white space is to be kept."""

    start: int
    name: str
    spaced: bool
    end: int = 0


@dataclass(slots=True)
class Atom:
    """Text that stands in the XML without a break. ``start``, ``end``: its bytes.

    ``written``: its characters are written out in the bytes; otherwise it is one character that an element or an
    entity stands for.
    """

    text: str
    start: int
    run: Run
    element: Element
    end: int = 0
    written: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """Where a footnote or an endnote is called. ``id`` is unique among those of its ``kind`` (``footnote``)."""

    kind: str
    id: str
    run: Run


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The atoms of a paragraph and the white space that ends it.

    ``number`` counts all paragraphs of the part from 1; ``note`` is the id of the note that it belongs to; ``heading``:
    it has the style or the level of a heading.
    """

    number: int
    note: str
    atoms: list[Atom]
    separator: str
    heading: bool = False

    @property
    def text(self) -> str:
        """The text with its separator."""
        return "".join([atom.text for atom in self.atoms]) + self.separator


def paragraphs(
    data: bytes, *, where: str, headings: frozenset[str] = frozenset()
) -> tuple[list[Paragraph], list[Note]]:
    """The paragraphs of a part that hold text, in the order in which they are read, and the notes that it calls.

    ``headings`` are the ids of the styles of headings.

    Raises:
        SyntaxFault: the part is no well-formed XML.
    """
    walk = xml.scan(data, partial(_Walk, data, headings), where=where, namespaces=NAMESPACES)
    found = [
        Paragraph(done.number, walk.owners.get(done.number, ""), walk.atoms[done.number], done.separator, done.heading)
        for done in walk.flow.done
    ]
    return found, walk.notes


class _Walk:
    """The state of reading one part."""

    def __init__(self, data: bytes, headings: frozenset[str], position: xml.Position) -> None:
        self.flow = Flow()
        self.atoms: dict[int, list[Atom]] = defaultdict(list)  # by the number of the paragraph
        self.owners: dict[int, str] = {}  # the id of the note that a paragraph belongs to, by its number
        self.notes: list[Note] = []
        self._data = data
        self._headings = headings
        self._position = position
        self._skipping = 0  # depth inside something skipped
        self._note = ""
        self._runs: list[Run] = []
        self._fields: list[str] = []  # the codes of the fields that are open
        self._element: Element | None = None
        self._last: Atom | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._close_atom()
        if self._skipping or name in _SKIPPED:
            if self._skipping == 1 and name in outline.LEVELS and self.flow.current is not None:
                self.flow.current.heading = outline.is_heading(name, attributes, self._headings)
            self._skipping += 1
            return
        if name in _SIGNS:
            self._sign(name)
        elif opened := _OPENED.get(name):
            opened(self, attributes)
        elif name in _NOTES and self._runs:
            self.notes.append(Note(name[2:].removesuffix("Reference"), attributes.get("w:id", ""), self._runs[-1]))

    def end(self, name: str) -> None:
        self._close_atom()
        if self._skipping:
            self._skipping -= 1
        elif closed := _CLOSED.get(name):
            closed(self)

    def text(self, text: str) -> None:
        self._close_atom()
        if self._skipping or self._element is None:
            return
        if self._element.name == "w:instrText":
            if self._fields:
                self._fields[-1] += text
            return
        written = text != "&" and self._data.startswith(text.encode(), self._position.byte)
        self._add(text, element=self._element, written=written)

    def _add(self, text: str, *, element: Element, written: bool) -> None:
        paragraph = self.flow.current
        if paragraph is None or not self._runs or any(code.startswith(_UNSEEN_FIELDS) for code in self._fields):
            return
        self._last = Atom(text, self._position.byte, self._runs[-1], element, written=written)
        paragraph.texts.append(text)
        self.atoms[paragraph.number].append(self._last)

    def _close_atom(self) -> None:
        """What is read next begins where the last text ends."""
        if self._last is not None:
            self._last.end = self._position.byte
            self._last = None

    def _after_tag(self) -> int:
        """The offset behind the end tag that is being reported."""
        tag = b"</" + self._position.qualified.encode()
        place = self._position.byte  # of an empty element, <w:r/>, this is behind it already
        return self._data.index(b">", place) + 1 if self._data.startswith(tag, place) else place

    # What opens

    def _paragraph(self, _attributes: dict[str, str]) -> None:
        self.flow.begin()
        if self._note and self.flow.current is not None:
            self.owners[self.flow.current.number] = self._note

    def _run(self, _attributes: dict[str, str]) -> None:
        prefix = self._position.qualified.rpartition(":")[0]
        self._runs.append(Run(self._position.byte, f"{prefix}:" if prefix else ""))

    def _properties(self, _attributes: dict[str, str]) -> None:
        if self._runs and not self._runs[-1].properties[0]:  # a change of formatting holds the former ones
            self._runs[-1].properties = (self._position.byte, 0)

    def _text(self, attributes: dict[str, str]) -> None:
        self._element = Element(self._position.byte, "w:t", attributes.get("xml:space") == "preserve")

    def _code(self, _attributes: dict[str, str]) -> None:
        self._element = Element(self._position.byte, "w:instrText", spaced=True)

    def _field(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("w:fldCharType")
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()
        elif kind == "separate" and self._fields:
            self._fields[-1] = self._fields[-1].strip().upper()

    def _footnote(self, attributes: dict[str, str]) -> None:
        self._note = attributes.get("w:id", "")

    def _row(self, _attributes: dict[str, str]) -> None:
        self.flow.begin_row()

    def _cell(self, _attributes: dict[str, str]) -> None:
        self.flow.begin_cell()

    def _sign(self, name: str) -> None:
        element = Element(self._position.byte, name, spaced=True)
        self._add(_SIGNS[name], element=element, written=False)
        self._element = element if self._last is not None else None

    # What closes

    def _end_paragraph(self) -> None:
        self.flow.end()

    def _end_run(self) -> None:
        if self._runs:
            self._runs.pop().end = self._after_tag()

    def _end_properties(self) -> None:
        if self._runs:
            self._runs[-1].properties = (self._runs[-1].properties[0], self._after_tag())

    def _end_element(self) -> None:
        if self._element is not None:
            self._element.end = self._after_tag()
            self._element = None

    def _end_cell(self) -> None:
        self.flow.end_cell()

    def _end_row(self) -> None:
        self.flow.end_row()

    def _end_note(self) -> None:
        self._note = ""


_OPENED: dict[str, Callable[[_Walk, dict[str, str]], None]] = {
    "w:p": _Walk._paragraph,
    "w:r": _Walk._run,
    "w:rPr": _Walk._properties,
    "w:t": _Walk._text,
    "w:instrText": _Walk._code,
    "w:fldChar": _Walk._field,
    "w:tr": _Walk._row,
    "w:tc": _Walk._cell,
    "w:footnote": _Walk._footnote,
    "w:endnote": _Walk._footnote,
}
_CLOSED: dict[str, Callable[[_Walk], None]] = {
    "w:p": _Walk._end_paragraph,
    "w:r": _Walk._end_run,
    "w:rPr": _Walk._end_properties,
    "w:t": _Walk._end_element,
    "w:instrText": _Walk._end_element,
    **dict.fromkeys(_SIGNS, _Walk._end_element),
    "w:tc": _Walk._end_cell,
    "w:tr": _Walk._end_row,
    "w:footnote": _Walk._end_note,
    "w:endnote": _Walk._end_note,
}
