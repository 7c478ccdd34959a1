"""Paragraphs in the order in which they are read, whatever they are nested in.

A row of a table is a line with tabs between its cells. What is inside a paragraph and has paragraphs itself (a text
box, a footnote) follows it, so that it does not tear a sentence apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Flow", "Paragraph"]


@dataclass(slots=True)
class Paragraph:
    """The text of a paragraph in parts, and the white space that ends it.

    ``number`` counts all paragraphs from 1, ``place`` is the slide that it is on, where it is on one.
    """

    number: int
    heading: bool = False
    place: str = ""
    texts: list[str] = field(default_factory=list)
    separator: str = "\n"

    @property
    def text(self) -> str:
        """The text with its separator."""
        return "".join(self.texts) + self.separator


class Flow:
    """Takes paragraphs, rows and cells as they begin and end; ``done`` holds the paragraphs that have text."""

    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        self._count = 0
        self._open: list[Paragraph] = []
        self._inside: list[list[Paragraph]] = []  # for each open paragraph, what follows it
        self._rows: list[int] = []  # how many paragraphs had been read when a row or cell that is open began
        self._cells: list[int] = []

    @property
    def current(self) -> Paragraph | None:
        """The paragraph that takes text now."""
        return self._open[-1] if self._open else None

    def begin(self, *, heading: bool = False, place: str = "") -> None:
        """A paragraph begins, or a heading."""
        self._count += 1
        self._open.append(Paragraph(self._count, heading, place))
        self._inside.append([])

    def end(self) -> None:
        """The paragraph that began last ends."""
        if self._open:
            paragraph, inside = self._open.pop(), self._inside.pop()
            self._read().extend([*([paragraph] if paragraph.texts else []), *inside])

    def begin_row(self) -> None:
        """A row of a table begins."""
        self._rows.append(len(self._read()))

    def begin_cell(self) -> None:
        """A cell begins."""
        self._cells.append(len(self._read()))

    def end_cell(self) -> None:
        """A cell ends; an empty one parts those beside it."""
        read, cell = self._read(), self._cells.pop() if self._cells else 0
        if len(read) > cell:
            read[-1].separator = "\t"
        elif self._rows and len(read) > self._rows[-1]:
            read[-1].separator += "\t"

    def end_row(self) -> None:
        """A row ends."""
        read, row = self._read(), self._rows.pop() if self._rows else 0
        if len(read) > row:
            read[-1].separator = "\n"

    def _read(self) -> list[Paragraph]:
        return self._inside[-1] if self._open else self.done
