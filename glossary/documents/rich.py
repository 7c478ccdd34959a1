"""Paragraphs of XML that says what is a paragraph, a tab, a row: slides and OpenDocument texts, by a table of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from glossary.documents import xml
from glossary.documents.flow import Flow, Paragraph

__all__ = ["Rules", "paragraphs"]

_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Rules:
    """What the elements of a kind of XML are.

    ``texts``: those whose characters count; if there are none, all in paragraphs do, with white space made single.
    ``signs``: those that stand for characters, and for which. ``spaces``: one that stands for as many spaces as an
    attribute says. ``slide``: one whose paragraphs are on a slide, ``notes``: one inside it with its notes.
    ``headings`` makes what is told of every element, and says whether it begins a heading; None where
    what was said before holds on.
    """

    namespaces: Mapping[str, str]
    paragraphs: frozenset[str]
    texts: frozenset[str] = frozenset()
    signs: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    row: str = ""
    cell: str = ""
    slide: str = ""
    notes: str = ""
    spaces: tuple[str, str] = ("", "")
    headings: Callable[[], Callable[[str, Mapping[str, str]], bool | None]] = lambda: lambda *_: None


def paragraphs(data: bytes, rules: Rules, *, where: str) -> list[Paragraph]:
    """The paragraphs that hold text, in the order in which they are read.

    Raises:
        InputError: no well-formed XML, or one that declares entities.
    """
    return xml.scan(data, lambda _: _Walk(rules), where=where, namespaces=rules.namespaces).flow.done


class _Walk:
    """The state of reading one part."""

    def __init__(self, rules: Rules) -> None:
        self.flow = Flow()
        self._rules = rules
        self._skipping = 0  # depth inside something skipped
        self._texts = 0  # depth inside what holds text
        self._says = rules.headings()
        self._heading = False
        self._slides = 0
        self._place = ""
        self._begun = {rules.row: self.flow.begin_row, rules.cell: self.flow.begin_cell, rules.slide: self._begin_slide}
        self._ended = {rules.row: self.flow.end_row, rules.cell: self.flow.end_cell, rules.notes: self._on_slide}
        self._begun[rules.notes] = self._in_notes
        for name in rules.paragraphs:
            self._begun[name], self._ended[name] = self._begin, self.flow.end

    def start(self, name: str, attributes: dict[str, str]) -> None:
        said = self._says(name, attributes)
        self._heading = self._heading if said is None else said
        if self._skipping or name in self._rules.skipped:
            self._skipping += 1
        elif name in self._rules.texts:
            self._texts += 1
        elif name in self._rules.signs:
            self._add(self._rules.signs[name])
        elif name == self._rules.spaces[0]:
            count = attributes.get(self._rules.spaces[1], "1")
            self._add(" " * min(int(count), 99) if count.isdecimal() else " ")
        elif name in self._begun:
            self._begun[name]()

    def _begin(self) -> None:
        self.flow.begin(heading=self._heading, place=self._place)

    def _begin_slide(self) -> None:
        self._slides += 1
        self._on_slide()

    def _on_slide(self) -> None:
        self._place = f"slide {self._slides}"

    def _in_notes(self) -> None:
        self._place = f"notes of slide {self._slides}"

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name in self._rules.texts:
            self._texts -= 1
        elif name in self._ended:
            self._ended[name]()

    def text(self, text: str) -> None:
        if self._skipping:
            return
        if self._texts:
            self._add(text)
        elif not self._rules.texts:
            self._add(_SPACE.sub(" ", text), single=True)

    def _add(self, text: str, *, single: bool = False) -> None:
        """Add text to the paragraph; ``single``: a space behind white space is none."""
        paragraph = self.flow.current
        if single and paragraph is not None and paragraph.texts and paragraph.texts[-1][-1:].isspace():
            text = text.removeprefix(" ")
        if text and paragraph is not None and (paragraph.texts or not text.isspace()):
            paragraph.texts.append(text)
