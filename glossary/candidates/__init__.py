"""Finding the places that may state a pair.

A rule finds generously and cheaply; whether a candidate is a pair, and where its first name begins, is judged in
:mod:`glossary.pairs`. A rule is a function from a text and one of its lines to the candidates whose glosses stand
there, in order; only lines with wide characters are looked at, as there is no pair without Han. :data:`RULES` is the
table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import chain, groupby
from operator import attrgetter
from typing import TypeAlias

from glossary.candidates import brackets, inline, lines, records, series, statements, wide
from glossary.model import Candidate

__all__ = ["RULES", "find"]

Rule: TypeAlias = Callable[[str, wide.Line], Iterator[Candidate]]

RULES: tuple[Rule, ...] = (brackets.find, lines.find, records.find, inline.find, series.find, statements.find)
_OF_BRACKETS = RULES[:1]  # the others find nothing that stands in a bracket alone

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
            yield from _undisputed(merge(*(rule(text, line) for rule in RULES), key=_place))
        else:
            rules = RULES if wide.in_the_open(text, line) else _OF_BRACKETS
            several = [found for rule in rules if (found := list(rule(text, line)))]
            every = sorted(chain.from_iterable(several), key=_place) if len(several) > 1 else ()
            yield from _undisputed(every) if every else chain.from_iterable(several)


def _undisputed(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates in their order; where words state one, no other has its gloss."""
    for _, same in groupby(found, key=_place):
        together = list(same)
        yield from [one for one in together if statements.is_stated(one)] or together
