"""Finding the places that may state a pair.

Each rule is a function from a text to the candidates it sees there; :data:`RULES` is the table of them. A rule finds
generously and cheaply; whether a candidate is a pair, and where its first name begins, is judged in
:mod:`glossary.pairs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from glossary.candidates import brackets, inline, lines
from glossary.model import Candidate

__all__ = ["RULES", "find"]

Rule: TypeAlias = Callable[[str], Iterator[Candidate]]

RULES: tuple[Rule, ...] = (brackets.find, inline.find, lines.find)


def find(text: str) -> Iterator[Candidate]:
    """The candidates in ``text`` (NFC), rule by rule, each rule's in the order of the text.

    >>> [candidate.gloss.of("He Lifeng (何立峰) spoke") for candidate in find("He Lifeng (何立峰) spoke")]
    ['(何立峰)']
    """
    if text.isascii():  # no Han anywhere: nothing to look for, and this test is free
        return
    for rule in RULES:
        yield from rule(text)
