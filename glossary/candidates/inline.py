"""Candidates without a bracket in English text: ``Yu Yue 俞樾``, ``*Title* 中文``, ``Taoyuan/桃園``, ``Kuai Kuai, 乖乖,``.

A run of Han that stands alone among Latin words is the gloss; what English name it glosses, if any, has to be shown by
stronger evidence than a bracket needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.lang.script import HAN
from glossary.model import Candidate, Form, Slot, SlotKind, Span

__all__ = ["find"]

LONGEST_BEFORE = 120

# Runs of anything East Asian: one plain range, which the scan passes English text with at hundreds of MB a second.
_RUNS = re.compile("[\u2e80-\U0003fffd·‧]+")
# Han alone: after a Latin word, its marks and a space or slash; before white space, the end, or Western punctuation.
_BEFORE = re.compile(r"[A-Za-zÀ-ɏ.,’'*_”\"][ /]")
_ALONE = re.compile(rf"[《「]?[{HAN}·‧]{{1,16}}[》」]?(?=[\s.,;:!?\])’”\"*_]|$)")
_FORMS = {" ": Form.INLINE, "/": Form.SLASH, ", ": Form.COMMA, ",/": Form.SLASH}


def find(text: str) -> Iterator[Candidate]:
    """The candidates of Han that stands alone in English, in the order of the text.

    >>> [candidate.form.value for candidate in find("the scholar Yu Yue 俞樾 and Taoyuan/桃園 (桃園)")]
    ['inline', 'slash']
    """
    for run in _RUNS.finditer(text):
        start = run.start()
        if start < 2 or not _BEFORE.match(text, start - 2):
            continue
        found = _ALONE.match(text, start)
        if found is None or found.end() < run.end():
            continue
        floor = max(0, start - LONGEST_BEFORE)
        if text[start - 2] == "," and text.rfind("(", floor, start) > text.rfind(")", floor, start):
            continue  # in a bracket, which is a candidate itself: (TSMC, 台積電)
        gap = text[start - 2 : start] if text[start - 2] == "," else text[start - 1]
        yield Candidate(
            form=_FORMS[gap],
            before=Span(max(floor, text.rfind("\n", floor, start) + 1), start - len(gap)),
            gloss=Span(start, found.end()),
            slots=(Slot(SlotKind.HAN, found.group(), Span(start, found.end())),),
        )
