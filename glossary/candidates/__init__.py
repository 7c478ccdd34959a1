"""Finding the places that may state a pair.

A rule finds generously and cheaply; whether a candidate is a pair, and where its first name begins, is judged in
:mod:`glossary.pairs`. A rule is a function from a text and one of its lines to the candidates whose glosses stand
there, in order; only lines with wide characters are looked at, as there is no pair without Han. :data:`RULES` is the
table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import merge
from itertools import chain
from operator import attrgetter
from typing import TypeAlias

from glossary.candidates import brackets, inline, lines, records, series, statements, wide
from glossary.model import Candidate

__all__ = ["RULES", "find"]

Rule: TypeAlias = Callable[[str, wide.Line], Iterator[Candidate]]

RULES: tuple[Rule, ...] = (brackets.find, lines.find, records.find, inline.find, series.find, statements.find)

_place = attrgetter("gloss.start")
_LONG_LINE = 10_000  # a text may be one line of many megabytes, whose candidates need not all be there at once


def find(text: str) -> Iterator[Candidate]:
    """The candidates in ``text`` (NFC), in the order of their glosses.

    >>> [candidate.gloss.of("He Lifeng (何立峰) spoke") for candidate in find("He Lifeng (何立峰) spoke")]
    ['(何立峰)']
    """
    if text.isascii():  # no Han anywhere: nothing to look for, and this test is free
        return
    for line in wide.lines(text):
        if line.end - line.start > _LONG_LINE:
            yield from merge(*(rule(text, line) for rule in RULES), key=_place)
        else:
            several = [found for rule in RULES if (found := list(rule(text, line)))]
            yield from several[0] if len(several) == 1 else _together(several)


def _together(several: list[list[Candidate]]) -> list[Candidate]:
    """The candidates of several rules in order; where words state one, no other has its gloss."""
    found = sorted(chain.from_iterable(several), key=_place)
    stated = {one.gloss for one in found if statements.is_stated(one)}
    return [one for one in found if one.gloss not in stated or statements.is_stated(one)] if stated else found
