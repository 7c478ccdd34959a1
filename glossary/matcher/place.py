"""A place in a folded text, and the words that may stand beside a name."""

from __future__ import annotations

from functools import cache

from glossary import tables

__all__ = ["CONTEXT", "ENDS", "Place", "neighbours"]

ENDS = frozenset(" ,.;:!?()[]\"'，。、；：！？（）「」『』《》“”·")  # over which no Chinese word goes
CONTEXT = 60  # characters before a place that are looked at


class Place:
    """A place in a folded text, with the characters before and after it: spaces at the ends of the text.

    >>> place = Place("in York", 3, 7)
    >>> place.before, place.after, place.context
    (' ', ' ', 'in ')
    """

    __slots__ = ("after", "before", "end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.before = text[start - 1] if start > 0 else " "
        self.after = text[end] if end < len(text) else " "

    @property
    def context(self) -> str:
        """What stands before it, as much as a rule looks at."""
        return self.text[max(0, self.start - CONTEXT) : self.start]


@cache
def neighbours(group: str) -> frozenset[str]:
    """The words of a class of the table ``name_neighbours``."""
    return frozenset(word for word, kind in tables.rows("name_neighbours") if kind == group)
