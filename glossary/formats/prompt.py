"""A block for the prompt of a language model: one line for each name, longest first, with what not to write.

Spec: none; plain text, a line a name: ``He Lifeng → 何立峰 (person; Hé Lìfēng; note)``, then ``not 何立锋``. ``glossary
prompt`` makes it of the names that occur in a text; ``glossary export prompt`` of all. The longest name comes first, so
that a part of a name is not taken for the whole.

Limits: line breaks become spaces. The lines are sorted in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import BinaryIO

from glossary.formats import columns
from glossary.formats.fitting import CONTROLS, fitted
from glossary.formats.format import Audience, Options, Side
from glossary.formats.losses import Report
from glossary.formats.renderings import Rendering, forbidden, settled
from glossary.model import Entry

__all__ = ["HEAD", "block", "write"]

HEAD = "Write these names as given here, and no other way:"


def _line(pair: Rendering, options: Options, *, report: Report) -> str:
    entry = pair.entry
    names = (pair.source.text, pair.target.text)
    about = (columns.kind(entry), columns.pinyin(entry, options.lang), entry.note)
    side = Side.CHINESE if pair.source.is_chinese else Side.ENGLISH
    unused = [term.text for term in forbidden(entry, replace(options, source=side))]
    cells = fitted((*names, *about, *unused), CONTROLS, entry=entry, report=report)
    remark = "; ".join(filter(None, cells[2:5]))
    never = f", not {', '.join(cells[5:])}" if cells[5:] else ""
    return f"{cells[0]} → {cells[1]}{never}" + (f" ({remark})" if remark else "")


def block(pairs: Iterable[Rendering], options: Options, *, report: Report) -> str:
    """The block for these pairs, of each name of an entry the first, the longest in front; empty for none."""
    lines: list[tuple[int, str, str]] = []
    for _, group in groupby(pairs, key=lambda pair: pair.entry.id):
        first: dict[str, Rendering] = {}
        for pair in group:
            first.setdefault(pair.source.text, pair)
        lines += [(-len(text), text, _line(pair, options, report=report)) for text, pair in first.items()]
    return "\n".join([HEAD, *(line for _, _, line in sorted(lines)), ""]) if lines else ""


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the names of the entries that have both sides and returns the number of entries."""
    count = 0

    def pairs() -> Iterator[Rendering]:
        nonlocal count
        for _, found in settled(entries, options, audience=Audience.PEOPLE, report=report):
            count += 1
            yield from found

    stream.write(block(pairs(), options, report=report).encode())
    return count
