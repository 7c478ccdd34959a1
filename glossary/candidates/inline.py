"""Candidates without a bracket: ``Yu Yue 俞樾``, ``*Title* 中文``, ``Taoyuan/桃園`` in English text.

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

# Han alone: after a Latin word, its marks and a space or slash; before white space, the end, or Western punctuation.
_ALONE = re.compile(
    rf"(?<=[A-Za-zÀ-ɏ.’'*_”\"])(?P<gap> |/)(?P<han>[《「]?[{HAN}·‧]{{1,16}}[》」]?)(?=[\s.,;:!?\])’”\"*_]|$)"
)
_FORMS = {" ": Form.INLINE, "/": Form.SLASH}


def find(text: str) -> Iterator[Candidate]:
    """The candidates of Han that stands alone in English, in the order of the text.

    >>> [candidate.form.value for candidate in find("the scholar Yu Yue 俞樾 and Taoyuan/桃園 (桃園)")]
    ['inline', 'slash']
    """
    for found in _ALONE.finditer(text):
        start, end = found.span("han")
        floor = max(0, start - LONGEST_BEFORE)
        yield Candidate(
            form=_FORMS[found["gap"]],
            before=Span(max(floor, text.rfind("\n", floor, start) + 1), found.start()),
            gloss=Span(start, end),
            slots=(Slot(SlotKind.HAN, found["han"], Span(start, end)),),
        )
