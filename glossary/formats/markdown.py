"""Markdown table for a README, a wiki or a style guide.

Spec: GitHub Flavored Markdown, "Tables": a row for each entry with English, Chinese, pinyin, kind and other names;
UTF-8, LF. Characters that Markdown would take for markup are escaped.

Limits: a line break becomes a space. Sentences, sources and reviews have no column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats import columns
from glossary.formats.fitting import CONTROLS, fitted
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.model import Entry

__all__ = ["escaped", "write"]

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_HEADS = ("English", "Traditional", "Simplified", "Pinyin", "Kind", "Also", "Not", "Note")


def escaped(text: str) -> str:
    r"""The text as Markdown shows it.

    >>> escaped("a|b *c*")
    'a\\|b \\*c\\*'
    """
    return _MARKUP.sub(r"\\\1", text)


def _row(cells: Iterable[str]) -> bytes:
    return f"| {' | '.join(cells)} |\n".encode()


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries and returns their number."""
    stream.write(f"# {escaped(options.title)}\n\n".encode())
    stream.write(_row(_HEADS) + b"|---" * len(_HEADS) + b"|\n")
    count = 0
    for entry in entries:
        count += 1
        cells = (
            columns.english(entry),
            columns.traditional(entry, options.lang),
            columns.simplified(entry, options.lang),
            columns.pinyin(entry, options.lang),
            columns.kind(entry),
            "; ".join(columns.aliases(entry, options.lang)),
            "; ".join(columns.unused(entry, options.lang)),
            entry.note,
        )
        stream.write(_row(escaped(cell) for cell in fitted(cells, CONTROLS, entry=entry, report=report)))
    return count
