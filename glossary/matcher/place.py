"""A place in a folded text, and the words that may stand beside a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from glossary import tables

__all__ = ["CONTEXT", "Place", "neighbours"]

CONTEXT = 60  # characters before a place that are looked at


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a folded text."""

    text: str
    start: int
    end: int

    @property
    def before(self) -> str:
        """The character before it, a space at the beginning."""
        return self.text[self.start - 1] if self.start else " "

    @property
    def after(self) -> str:
        """The character after it, a space at the end."""
        return self.text[self.end] if self.end < len(self.text) else " "

    @property
    def context(self) -> str:
        """What stands before it, as much as a rule looks at."""
        return self.text[max(0, self.start - CONTEXT) : self.start]


@cache
def neighbours(group: str) -> frozenset[str]:
    """The words of a class of the table ``name_neighbours``."""
    return frozenset(word for word, kind in tables.rows("name_neighbours") if kind == group)
