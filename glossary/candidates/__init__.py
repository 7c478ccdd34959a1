"""Finding the places that may state a pair.

Each rule is a function from a text to the candidates it sees there; :data:`RULES` is the table of them. A rule finds
generously and cheaply; whether a candidate is a pair, and where its first name begins, is judged in
:mod:`glossary.pairs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import merge
from typing import TypeAlias

from glossary.candidates import brackets, inline, lines
from glossary.model import Candidate

__all__ = ["RULES", "find"]

Rule: TypeAlias = Callable[[str], Iterator[Candidate]]

RULES: tuple[Rule, ...] = (brackets.find, inline.find, lines.find)


def find(text: str) -> Iterator[Candidate]:
    """The candidates in ``text`` (NFC), in the order of their glosses.

    >>> [candidate.gloss.of("He Lifeng (何立峰) spoke") for candidate in find("He Lifeng (何立峰) spoke")]
    ['(何立峰)']
    """
    if text.isascii():  # no Han anywhere: nothing to look for, and this test is free
        return
    yield from merge(*(rule(text) for rule in RULES), key=_place)


def _place(candidate: Candidate) -> int:
    return candidate.gloss.start
