"""Candidates in a series of names in both languages without a bracket: 宮 gong, 商 shang and 角 jue.

What parts the items tells which two names go together, so that the Latin ones may be words in small letters:
散音 open / 按音 stopped / 泛音 harmonic. The Chinese name stands first in each; where it stands second, as in a cast
(Josh Brolin 佐斯布連、Javier Bardem 查維爾巴頓), the marks between are Chinese ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.candidates.lines import of_names
from glossary.candidates.wide import Line
from glossary.lang.script import HAN
from glossary.model import Candidate, Form, Span

__all__ = ["CLOSED", "NEXT", "OPENED", "find"]

OPENED, CLOSED = r"[*_“\"]*", r"[*_”\"]*"  # marks around a name in a series
_ITEM = rf"[{HAN}·]{{1,8}} {OPENED}[a-zÀ-ɏ][a-zÀ-ɏ'’-]*(?: [a-z][a-z'’-]*){{0,2}}?{CLOSED}"
# How an item goes on behind its Han: begins with one character, which a search looks for at the speed of memory.
_BEGUN = re.compile(rf" (?<=[{HAN}·] ){OPENED}[a-zÀ-ɏ]")
NEXT = " ?[/／,;，、；] ?(?:and |or )?| (?:and|or|&) "  # between two items
_SERIES = re.compile(rf"(?<![{HAN}·]){_ITEM}(?:(?:{NEXT}){_ITEM})+(?= ?[/／,;.，、；。:)）」\n]|$)")
_NAMES = re.compile(rf"(?P<han>[{HAN}·]+) {OPENED}(?P<latin>[a-zÀ-ɏ][a-zÀ-ɏ '’-]*?)(?={CLOSED}(?:{NEXT}|$))")
_NAME = rf"[A-ZÀ-Þ][\w.'’-]*+(?: [A-ZÀ-Þ&][\w.'’-]*+){{0,4}} [{HAN}·]{{2,12}}"
_BEGUN_SECOND = re.compile(rf" (?<=[A-Za-zÀ-ɏ.] )[{HAN}·]{{2,12}}[、，；／]")
_CAST = re.compile(rf"(?<![A-Za-zÀ-ɏ{HAN}] )(?<![\w-]){_NAME}(?:[、，；／] ?{_NAME})+(?![{HAN}A-Za-z])")
_SECOND = re.compile(rf"(?P<latin>[A-ZÀ-Þ][^{HAN}、，；／]*) (?P<han>[{HAN}·]+)")


def find(text: str, line: Line) -> Iterator[Candidate]:
    """The candidates of the items of each series in the line, in order.

    >>> text = "the timbre (散音 open / 按音 stopped / 泛音 harmonic)"
    >>> [[slot.text for slot in found.slots] for found in find(text, Line(0, 0, 12, len(text)))]
    [['open', '散音'], ['stopped', '按音'], ['harmonic', '泛音']]
    """
    for begun, whole, items in _KINDS:
        if not begun.search(text, line.first, line.end):  # as in most lines
            continue
        for series in whole.finditer(text, line.first, line.end):
            for item in items.finditer(text, *series.span()):
                yield of_names(text, (Span(*item.span("latin")), Span(*item.span("han"))), form=Form.LIST)


_KINDS = ((_BEGUN, _SERIES, _NAMES), (_BEGUN_SECOND, _CAST, _SECOND))
