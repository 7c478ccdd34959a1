"""Markdown with a footnote at each marked name; the notes come at the end of the text.

A name inside a heading or the text of a link gets its note at its next mention, as a note there would break them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glossary.annotation.cards import card
from glossary.annotation.marks import Mark
from glossary.annotation.pages import Page
from glossary.matcher import Occurrence

__all__ = ["barred", "strip", "write"]

_NO_NOTES = re.compile(r"!?\[[^\[\]\n]*\](?=[(\[])|^ {0,3}#{1,6} .*$|^.*\n {0,3}(?:=+|-+) *$", re.MULTILINE)
_BEGIN = "\n\n<!-- glossary notes {} -->\n"
_NOTES = re.compile(r"\n\n<!-- glossary notes (\w+) -->\n(?:\[\^\w+\]: [^\n]*\n)*\Z")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$&])")


def barred(text: str) -> Iterator[tuple[int, int]]:
    r"""Where no note can be: in headings and the texts of links.

    >>> list(barred("# A\n[b](c)"))
    [(0, 3), (4, 7)]
    """
    yield from (found.span() for found in _NO_NOTES.finditer(text))


def write(page: Page, marks: Sequence[Mark]) -> str:
    """The text with a reference after each marked name, and the notes at its end; the text itself without marks."""
    if not marks and _NOTES.search(page.text) is None:
        return page.text
    label = _label(page.text)
    noted: dict[str, tuple[int, Occurrence]] = {}
    pieces, done = [], 0
    for mark in marks:
        end = mark.occurrence.span.end
        number = noted.setdefault(mark.occurrence.entry.id, (len(noted) + 1, mark.occurrence))[0]
        pieces.append(f"{page.text[done:end]}[^{label}{number}]")
        done = end
    notes = "".join(f"[^{label}{number}]: {_note(one)}\n" for number, one in noted.values())
    return "".join((*pieces, page.text[done:], _BEGIN.format(label), notes))


def _label(text: str) -> str:
    """The beginning of the labels of our notes: one that the text does not have."""
    label = "g"
    while f"[^{label}" in text:
        label += "g"
    return label


def _note(one: Occurrence) -> str:
    """A note in Markdown, on one line."""
    said = card(one)
    names = (said.english, *said.forms) if one.name.chinese else (*said.forms, said.english)
    also = f"also {', '.join(said.others)}" if said.others else ""
    waiting = "not reviewed" if said.unsure else ""
    parts = (" / ".join(filter(None, names)), said.pinyin, said.kind, also, waiting, said.note)
    return _SPECIAL.sub(r"\\\1", " · ".join(" ".join(part.split()) for part in parts if part))


def strip(annotated: str) -> str:
    r"""The text without what :func:`write` added.

    >>> strip("He Lifeng[^g1] spoke.\n\n\n<!-- glossary notes g -->\n[^g1]: 何立峰\n")
    'He Lifeng spoke.\n'
    """
    notes = _NOTES.search(annotated)
    if notes is None:
        return annotated
    return re.sub(rf"\[\^{notes[1]}\d+\]", "", annotated[: notes.start()])
