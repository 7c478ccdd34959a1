"""A place in a folded text, and the words that may stand beside a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from glossary import tables
from glossary.matcher.folding import PARAGRAPH

__all__ = ["CONTEXT", "ENDS", "Place", "neighbours", "opens_sentence", "word_after", "word_before"]

ENDS = frozenset(" ,.;:!?()[]\"'，。、；：！？（）「」『』《》“”·")  # over which no Chinese word goes
CONTEXT = 60  # characters before a place that are looked at
_LAST_WORD = re.compile(r"[^\W\d_\u2e80-\U0010ffff][^\s\u2e80-\U0010ffff(\[\x22]*$")
_WORD_AFTER = re.compile(r"[ ]([^\W\d_][\w'-]*)")
_OPENING = "\"'“‘([*_《〈「『"
_SENTENCE_ENDS = frozenset(".!?:。！？：…·|>#*=-" + PARAGRAPH)  # a bullet is folded to a dot
_NEAR = 12


class Place:
    """A place in a folded text, with the characters before and after it: spaces at the ends of the text.

    >>> place = Place("in York", 3, 7)
    >>> place.before, place.after, place.context
    (' ', ' ', 'in ')
    """

    __slots__ = ("after", "before", "end", "start", "text", "word")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.before = text[start - 1] if start > 0 else " "
        self.after = text[end] if end < len(text) else " "
        self.word: str | None = None  # the one before it, once it was asked for

    @property
    def context(self) -> str:
        """What stands before it, as much as a rule looks at."""
        return self.text[max(0, self.start - CONTEXT) : self.start]


@cache
def neighbours(group: str) -> frozenset[str]:
    """The words of a class of the table ``name_neighbours``."""
    return frozenset(word for word, kind in tables.rows("name_neighbours") if kind == group)


def word_before(place: Place) -> str:
    """The word right before the place, empty where there is none.

    >>> word_before(Place("met “Mr. Lin", 9, 12)), word_before(Place("so. Lin", 4, 7))
    ('Mr.', 'so.')
    """
    if place.word is None:
        place.word = _word_before(place.text, place.start) if place.before == " " and place.start > 1 else ""
    return place.word


def _word_before(text: str, start: int) -> str:
    begin, end = start - CONTEXT if start > CONTEXT else 0, start - 1
    run = text[(text.rfind(" ", begin, end) + 1 or begin) : end]
    return _last_word(run.rpartition(PARAGRAPH)[2] if PARAGRAPH in run else run)


@lru_cache(8192)
def _last_word(run: str) -> str:
    """The word at the end of a run of characters without spaces; empty where it ends in none."""
    found = _LAST_WORD.search(run)
    return found[0] if found else ""


def word_after(place: Place) -> str:
    """The word right after the place, empty where there is none."""
    if place.after != " ":
        return ""
    found = _WORD_AFTER.match(place.text, place.end)
    return found[1] if found else ""


def opens_sentence(place: Place) -> bool:
    """Whether a sentence, a heading or a quotation begins at the place.

    >>> [opens_sentence(Place(text, len(text), 99)) for text in ("", "Yes. ", "He said: “", "the ")]
    [True, True, True, False]
    """
    before = place.text[max(0, place.start - _NEAR) : place.start].rstrip(_OPENING + " ")
    return not before or before[-1] in _SENTENCE_ENDS
