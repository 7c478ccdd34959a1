"""OmegaT glossaries: pairs with a comment, for the folder ``glossary`` of a project.

Spec: OmegaT manual, "Glossaries", and its readers GlossaryReaderTSV and GlossaryReaderCSV. ``omegat`` is the text with
tabs: its first line is the comment by which OmegaT knows the encoding, so name it ``.txt``. ``omegat-csv`` is for names
that begin with ``#``, which OmegaT takes for a comment in the other one. UTF-8, LF, no header.

Columns: 1 source, 2 target, 3 comment (pinyin, kind, note). Every name in use of the source side has a row, so that it
is recognised. OmegaT looks at the language of the project only: write one file for each region (``--lang``). Do not put
it over ``glossary/glossary.txt``, to which OmegaT itself writes.

Limits: a line break or tab becomes a space, as OmegaT reads line by line; a name that begins with ``#`` is left out of
the text with tabs; names that are not to be used have no place.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from glossary.errors import SyntaxFault
from glossary.formats import columns
from glossary.formats.fitting import BREAKS
from glossary.formats.format import Options, ReadOptions
from glossary.formats.renderings import Rendering
from glossary.formats.rows import Row, pair, remark
from glossary.formats.tabular import TABS, Dialect, Layout, write_pairs
from glossary.formats.texts import fault, lines

__all__ = ["HEAD", "comment", "read", "write", "write_csv"]

HEAD = "# Glossary in tab-separated format -*- coding: utf-8 -*-"


def comment(found: Rendering, options: Options) -> str:
    """What a translator wants to know beside the two names: pinyin, kind, note.

    >>> from glossary.model import Entry, Term
    >>> from glossary.model import Kind
    >>> place = Entry("e1", Kind.PLACE, (), note="the capital")
    >>> comment(Rendering(Term("Taipei", "en"), Term("臺北", "zh-Hant"), place), Options())
    'place; the capital'
    """
    entry = found.entry
    said = next(
        (term.reading for term in (found.target, found.source) if term.reading), columns.reading(entry, options.lang)
    )
    return "; ".join(filter(None, (said.pinyin if said else "", columns.kind(entry), entry.note)))


def _row(found: Rendering, options: Options) -> tuple[str, str, str]:
    return found.source.text, found.target.text, comment(found, options)


def _refused(cells: list[str]) -> str:
    return "a name that begins with # would be a comment; omegat-csv has a place for it" if cells[0][0] == "#" else ""


write = partial(
    write_pairs, layout=Layout(_row, TABS, head=lambda _: (f"{HEAD}\n".encode(),), refused=_refused, fit=BREAKS)
)
write_csv = partial(write_pairs, layout=Layout(_row, Dialect(quoting=csv.QUOTE_ALL), fit=BREAKS))


def read(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Row | SyntaxFault]:
    """A row for each line of the text with tabs; its comment is what :func:`comment` wrote, or a note.

    A line without a tab gives its fault.
    """
    for number, line in lines(stream, where=where, options=options):
        if line.startswith("#"):
            continue
        source, *rest = line.split("\t")
        if not rest or not source.strip():
            yield fault("has no tab between two names", where=f"{where}:{number}")
            continue
        about = rest[1].strip() if len(rest) > 1 else ""
        said = remark(about)
        yield Row(pair([source], [rest[0]]), said.kind, said.note, pinyin=said.pinyin, place=f"{where}:{number}")
