"""Candidates that fill a line or two cells of it: list items, glossary lines, rows of tables.

``- He Lifeng 何立峰`` · ``何立峰: He Lifeng`` · ``| Tainan | 台南 |``, cells with tabs or commas between them · Chinese
right under English. Whether the two sides name one thing is judged by the names themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from glossary.lang.script import HAN
from glossary.model import Candidate, Form, Slot, SlotKind, Span

__all__ = ["find"]

LONGEST_LINE = 160
_WIDE = re.compile("[\u2e80-\U0003fffd]")
_LATIN = r"[A-Za-zÀ-ɏ“\"'‘][A-Za-z0-9À-ɏ .,&'’“”\"‘/-]*[A-Za-z0-9À-ɏ.’'”\"]|[A-Z]"
_HANS = rf"[《「]?[{HAN}][{HAN}·・‧0-9A-Za-z]{{0,23}}[》」]?"
_BULLET = r"\s*(?:[-*•+‣]\s+|\d{1,3}[.)、]\s*)?[*_`“\"]*"
_BETWEEN = r"[*_`”\"]*(?P<between>\s*[-–—:：=,，]\s*|\s+)[*_`“\"]*"
_ITEM = re.compile(
    rf"{_BULLET}(?:(?P<en>{_LATIN}){_BETWEEN}(?P<zh>{_HANS})|(?P<zh2>{_HANS}){_BETWEEN.replace('between', 'between2')}"
    rf"(?P<en2>{_LATIN}))[*_`”\"]*[.,;，。；]?\s*"
)
_CELL = re.compile(r"[^|\t]+")
_COMMA_CELL = re.compile(r"[^,]+")
_COMMAS = re.compile(rf"[A-Za-z],[{HAN}]|[{HAN}],[A-Za-z]")
_NAME_LINE = re.compile(rf"\s*{_HANS}\s*")
_ENGLISH_CELL = re.compile(rf"\s*[*_`“\"]*({_LATIN})[*_`”\"]*\s*")
_CHINESE_CELL = re.compile(rf"\s*[*_`“\"]*({_HANS})[*_`”\"]*\s*")


def find(text: str) -> Iterator[Candidate]:
    r"""The candidates that fill a line or two neighbouring cells, in the order of the text.

    >>> text = "- He Lifeng 何立峰\n|Tainan|台南|\nTaipei is big"
    >>> [(candidate.form.value, [slot.text for slot in candidate.slots]) for candidate in find(text)]
    [('list', ['He Lifeng', '何立峰']), ('table', ['Tainan', '台南'])]
    """
    place = 0
    while (wide := _WIDE.search(text, place)) is not None:
        start = text.rfind("\n", place, wide.start()) + 1 or place
        end = text.find("\n", wide.end())
        end = len(text) if end < 0 else end
        if end - start <= LONGEST_LINE:
            yield from _in_line(text, start, end)
        place = end + 1


def _in_line(text: str, start: int, end: int) -> Iterator[Candidate]:
    line = text[start:end]
    if "|" in line or "\t" in line or _COMMAS.search(line):
        yield from _cells(text, start, end)
    elif _NAME_LINE.fullmatch(line):
        yield from _under(text, start, end)
    elif found := _ITEM.fullmatch(text, start, end):
        english = "en" if found["en"] else "en2"
        chinese = "zh" if found["zh"] else "zh2"
        yield _candidate(text, (Span(*found.span(english)), Span(*found.span(chinese))), form=Form.LIST)


def _under(text: str, start: int, end: int) -> Iterator[Candidate]:
    """A candidate for a Chinese line right under an English one."""
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    english = _ENGLISH_CELL.fullmatch(text, above, max(0, start - 1))
    chinese = _CHINESE_CELL.fullmatch(text, start, end)
    if english and chinese:
        yield _candidate(text, (Span(*english.span(1)), Span(*chinese.span(1))), form=Form.LIST)


def _cells(text: str, start: int, end: int) -> Iterator[Candidate]:
    """A candidate for each two neighbouring cells of which one is English and one Chinese."""
    cut = _CELL if "|" in text[start:end] or "\t" in text[start:end] else _COMMA_CELL
    cells = [found.span() for found in cut.finditer(text, start, end)]
    for one, other in pairwise(cells):
        for english, chinese in ((one, other), (other, one)):
            latin = _ENGLISH_CELL.fullmatch(text, *english)
            han = _CHINESE_CELL.fullmatch(text, *chinese)
            if latin and han:
                yield _candidate(text, (Span(*latin.span(1)), Span(*han.span(1))), form=Form.TABLE)


def _candidate(text: str, names: tuple[Span, Span], *, form: Form) -> Candidate:
    english, chinese = names
    slots = (Slot(SlotKind.LATIN, english.of(text), english), Slot(SlotKind.HAN, chinese.of(text), chinese))
    first, second = sorted(names, key=lambda span: span.start)
    return Candidate(form=form, before=first, gloss=second, slots=slots)
