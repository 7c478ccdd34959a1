"""Pleco flashcards as text (Import Cards). Experimental: Pleco publishes no specification.

Spec: Pleco's forum, "flashcard text file format": UTF-8, a card a line: ``simplified[traditional]``, tab, pinyin with
numbers, tab, definition; a line ``//Title`` begins a category; a line break in a definition is U+EAB1.

Limits: tabs and line breaks become spaces; a ``[`` or ``]`` in a Chinese name becomes a full-width one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats import columns
from glossary.formats.cedict import numbered
from glossary.formats.fitting import CONTROLS, SPACES, Fit, fitted
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.formats.tabular import TABS, line
from glossary.model import Entry

__all__ = ["write"]

_BREAK = "\ueab1"
_BRACKETS = str.maketrans({"[": "［", "]": "］"})
_FORM = Fit(
    lambda text: SPACES(text).translate(_BRACKETS), "spaces, brackets or control characters of a name were replaced"
)


def _forms(entry: Entry, options: Options, report: Report) -> str:
    """``simplified[traditional]``, or the one of them there is."""
    forms = columns.simplified(entry, options.lang), columns.traditional(entry, options.lang)
    hans, hant = fitted(forms, _FORM, entry=entry, report=report)
    return f"{hans}[{hant}]" if hans and hant and hans != hant else hans or hant


def _definition(entry: Entry, options: Options) -> Iterator[str]:
    aliases = "; ".join(columns.aliases(entry, options.lang))
    yield from filter(None, (columns.english(entry), aliases, columns.kind(entry), entry.note, columns.context(entry)))


_CELL = Fit(CONTROLS, "a tab, a line break or a control character became a space")


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that have both sides and returns their number."""
    stream.write(f"//{options.title}\n".encode())
    count = 0
    for entry in entries:
        forms, said = _forms(entry, options, report), columns.reading(entry, options.lang)
        if not forms or forms.startswith("//") or not columns.english(entry).strip():
            report.leave_out(entry, "a card needs an English and a Chinese name")
            continue
        cells = fitted(
            (forms, numbered(said) if said else "", *_definition(entry, options)), _CELL, entry=entry, report=report
        )
        stream.write(line((cells[0], cells[1], _BREAK.join(cells[2:])), TABS))
        count += 1
    return count
