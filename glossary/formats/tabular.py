"""Writing rows of cells, and writing a glossary as a list of pairs; shared by all formats that are tables of text."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import BinaryIO, NamedTuple

from glossary.formats.fitting import BREAKS, Fit, fitted
from glossary.formats.format import Audience, Options
from glossary.formats.losses import Report, brief
from glossary.formats.renderings import Rendering, rank, settled
from glossary.model import Entry

__all__ = ["TABS", "Dialect", "Layout", "line", "write_pairs"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells stand in a line: RFC 4180 with ``quoting`` (one of csv's), or bare where it is None."""

    delimiter: str = ","
    end: str = "\n"
    quoting: int | None = csv.QUOTE_MINIMAL


TABS = Dialect("\t", quoting=None)


def line(cells: Iterable[str], dialect: Dialect) -> bytes:
    r"""The cells as one line of the dialect.

    >>> line(["a, b", "c"], Dialect()), line(["a", "c"], Dialect("\t", quoting=None))
    (b'"a, b",c\n', b'a\tc\n')
    """
    if dialect.quoting is None:
        return (dialect.delimiter.join(cells) + dialect.end).encode()
    text = StringIO()
    # csv.writer quotes a lone CR on every Python only where CRLF is its own line end, so that is what it is given.
    csv.writer(text, delimiter=dialect.delimiter, quoting=dialect.quoting, lineterminator="\r\n").writerow(cells)  # type: ignore[arg-type]
    return (text.getvalue().removesuffix("\r\n") + dialect.end).encode()


def _accepted(cells: list[str]) -> str:
    return "" if all(cells[:2]) else "nothing is left of a name"


@dataclass(frozen=True, slots=True)
class Layout:
    """A list of pairs as one program wants it.

    ``row`` are the cells of a pair, source and target first; ``head`` the lines before the rows. ``fit`` is what a text
    must look like. ``refused`` says why a row cannot be written, or nothing. ``once``: sources that
    it makes the same stand once, and the best of their entries is chosen (this holds the pairs in memory).
    """

    row: Callable[[Rendering, Options], Iterable[str]]
    dialect: Dialect = TABS
    head: Callable[[Options], Iterable[bytes]] = lambda options: ()  # noqa: ARG005
    fit: Fit = BREAKS
    refused: Callable[[list[str]], str] = _accepted
    once: Callable[[str], str] | None = None
    audience: Audience = Audience.PEOPLE


def write_pairs(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report, layout: Layout) -> int:
    """Writes the pairs of the entries in the layout and returns the number of entries that have one there."""
    stream.writelines(layout.head(options))
    found = _rows(entries, options=options, report=report, layout=layout)
    count, last = 0, ""
    for row in _best(found, layout.once, report=report) if layout.once else found:
        stream.write(line(row.cells, layout.dialect))
        count += row.entry.id != last
        last = row.entry.id
    return count


class _Row(NamedTuple):
    """The cells of a pair, what tells how good it is, and its entry, in brief where rows are kept."""

    rank: tuple[bool, bool, int, str]
    cells: list[str]
    entry: Entry


def _rows(entries: Iterable[Entry], *, options: Options, report: Report, layout: Layout) -> Iterator[_Row]:
    """The row of each pair that can be written."""
    for entry, pairs in settled(entries, options, audience=layout.audience, report=report):
        for pair in pairs:
            cells = fitted(layout.row(pair, options), layout.fit, entry=entry, report=report)
            if why := _accepted(cells) or layout.refused(cells):
                report.leave_out(entry, why)
            else:
                yield _Row(rank(pair), cells, brief(entry) if layout.once else entry)


def _best(rows: Iterable[_Row], same: Callable[[str], str], *, report: Report) -> list[_Row]:
    """Of the rows with the same source the best one, in the order in which the sources came."""
    kept: dict[str, _Row] = {}
    lost: list[tuple[str, Entry]] = []
    for row in rows:
        key = same(row.cells[0])
        held = kept.setdefault(key, row)
        if held is not row:
            kept[key], worse = (held, row) if held.rank <= row.rank else (row, held)
            lost.append((key, worse.entry))
    for key, entry in lost:
        source, target = kept[key].cells[:2]
        report.leave_out(entry, f"{source!r} stands for {target!r}, whose entry is as well or better attested")
    return list(kept.values())
