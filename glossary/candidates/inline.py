"""Candidates without a bracket: ``Yu Yue 俞樾``, ``Taoyuan/桃園``, ``Kuai Kuai, 乖乖``, ``耐吉 Nike``.

A run of Han that stands alone among Latin words is the gloss, or a Latin name right after Han; what name it glosses, if
any, has to be shown by stronger evidence than a bracket needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.candidates.wide import WIDE, Line
from glossary.lang.script import HAN
from glossary.model import Candidate, Form, Slot, SlotKind, Span

__all__ = ["find"]

LONGEST_BEFORE = 120

_RUN = re.compile("[\u2e80-\U0003fffd·‧]+")
# Han alone: after a Latin word, its marks and a space or slash; before white space, the end, or Western punctuation.
_BEFORE = re.compile(r"[A-Za-zÀ-ɏ.,’'*_”\"][ /]")
_ALONE = re.compile(rf"[《「]?[{HAN}·‧]{{1,16}}[》」]?(?=[\s.,;:!?\])’”\"*_]|$)")
# A Latin name after Han and a space or slash, before white space, punctuation or Han.
_AFTER = re.compile(
    rf"(?P<gap> |/)(?P<name>[A-Z][A-Za-zÀ-ɏ0-9.'’&-]*(?: (?:[A-Z]|de |van |von |of )[A-Za-zÀ-ɏ0-9.'’&-]*){{0,4}})"
    rf"(?=[\s，。、；：,;）)」』—–/]|[{HAN}]|$)"
)
_HAN = re.compile(f"[{HAN}]")
_GAPS = (" ", "/")
_FORMS = {" ": Form.INLINE, "/": Form.SLASH, ", ": Form.COMMA, ",/": Form.SLASH}


def find(text: str, line: Line) -> Iterator[Candidate]:
    """The candidates of Han that stands alone in English and of Latin that follows Han, in the order of the line.

    >>> text = "the scholar Yu Yue 俞樾 and Taoyuan/桃園 (桃園)"
    >>> [candidate.form.value for candidate in find(text, Line(0, 0, 19, len(text)))]
    ['inline', 'slash']
    >>> text = "鞋有耐吉 Nike，錶有浪琴 Longines。"
    >>> [candidate.slots[0].text for candidate in find(text, Line(0, 0, 0, len(text)))]
    ['Nike', 'Longines']
    """
    first = line.first
    while first >= 0:
        run_end = _run_end(text, first)
        if first > 1 and text[first - 1] in _GAPS and _BEFORE.match(text, first - 2):
            yield from _in_english(text, first, run_end=run_end)
        found = _AFTER.match(text, run_end) if text[run_end : run_end + 1] in _GAPS else None
        if found and _HAN.match(text, run_end - 1):
            yield _in_chinese(text, found)
        following = WIDE.search(text, run_end, line.end)
        first = following.start() if following else -1


def _run_end(text: str, start: int) -> int:
    run = _RUN.match(text, start)
    assert run is not None
    return run.end()


def _in_english(text: str, start: int, *, run_end: int) -> Iterator[Candidate]:
    """The candidate of Han alone; none where the run goes on, or in a bracket, which is a candidate itself."""
    found = _ALONE.match(text, start)
    if not found:
        return
    end = found.end()
    gap = text[start - 2 : start] if text[start - 2] == "," else text[start - 1]
    floor = max(0, start - LONGEST_BEFORE)
    if end < run_end or (gap[0] == "," and text.rfind("(", floor, start) > text.rfind(")", floor, start)):
        return
    slot = Slot(SlotKind.HAN, found.group(), Span(start, end))
    yield Candidate(form=_FORMS[gap], before=_before(text, start - len(gap)), gloss=slot.span, slots=(slot,))


def _in_chinese(text: str, found: re.Match[str]) -> Candidate:
    """The candidate of a Latin name after Han: 耐吉 Nike, 星巴克/Starbucks."""
    span = Span(*found.span("name"))
    kind = SlotKind.ACRONYM if found["name"].isupper() else SlotKind.LATIN
    slot = Slot(kind, found["name"], span)
    return Candidate(form=_FORMS[found["gap"]], before=_before(text, found.start()), gloss=span, slots=(slot,))


def _before(text: str, end: int) -> Span:
    floor = max(0, end - LONGEST_BEFORE)
    return Span(max(floor, text.rfind("\n", floor, end) + 1), end)
