"""What says where a Chinese name begins, besides the words around the place: an item that it fills, a known name."""

from __future__ import annotations

from typing import TypeAlias

from glossary.lang import well_known
from glossary.lang.script import fold
from glossary.pairs import list_items
from glossary.pairs.marks import CLOSING, EMPHASIS

__all__ = ["NONE", "Hints", "hints"]

Hints: TypeAlias = tuple[tuple[int, str], ...]  # where in the text the name may begin, and what says so
NONE: Hints = ()
_JOINED = frozenset("·-－")  # a given name goes before: 热奈-笛卡尔


def hints(before: str, after: str, english: str) -> Hints:
    """The hints in a text ``before`` the gloss that is the ``english`` name, and in the text ``after`` it.

    >>> hints("- 鼻道橫向隔膜 ", "", "nasal septum"), hints("他去過矽谷", "，也", "Silicon Valley")
    (((2, 'item'),), ((3, 'well-known'),))
    """
    item = list_items.start(before, after, english=english)
    found = [(item, "item")] if item != list_items.NOWHERE else []
    if names := well_known.of_english(english).others:
        end = len(before.rstrip(EMPHASIS + CLOSING))
        starts = (end - len(name) for name in names if len(name) <= end and fold(before[end - len(name) : end]) == name)
        found += [(start, "well-known") for start in starts if fold(before[start - 1 : start]) not in _JOINED]
    return tuple(found)
