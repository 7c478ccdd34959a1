"""Columns of text that goes from top to bottom, of which PDFium may make a line of each character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from glossary.documents.lines import Line
from glossary.lang.script import HAN

__all__ = ["columns"]

_FEWEST = 3  # lines under each other that make a column
_LONGEST = 12  # letters of a word that is turned on its side
_WORD = re.compile(rf"[^{HAN}]{{1,{_LONGEST}}}|[^{HAN}]?[{HAN}][^{HAN}]?").fullmatch


def columns(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with those that stand under each other in one column as one line.

    >>> column = [Line(text, 100.0, 110.0, 200.0 - 10 * at, 10.0) for at, text in enumerate("何立峰")]
    >>> [line.text for line in columns([*column, Line("He Lifeng", 50.0, 90.0, 100.0, 10.0)])]
    ['何立峰', 'He Lifeng']
    """
    run: list[Line] = []
    for line in lines:
        if run and not _goes_on(run, line):
            yield from _joined(run)
            run = []
        run.append(line)
    yield from _joined(run)


def _goes_on(run: list[Line], line: Line) -> bool:
    """Whether the line stands under the last one of the run, where that is as narrow as a character."""
    first, last = run[0], run[-1]
    if not (_WORD(last.text) and _WORD(line.text)) or not 0 < first.right - first.left < 2 * first.height:
        return False
    middle = (line.left + line.right) / 2
    return first.left < middle < first.right and 0 < last.bottom - line.bottom < (1 + len(line.text)) * first.height


def _joined(run: list[Line]) -> Iterator[Line]:
    """The lines as one, if they are enough and Chinese."""
    text = "".join([line.text for line in run])
    if len(run) < _FEWEST or not re.search(f"[{HAN}]{{2}}", text):
        yield from run
        return
    yield replace(run[0], text=text, bottom=run[-1].bottom)
