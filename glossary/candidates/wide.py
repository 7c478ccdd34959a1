"""The lines of a text that hold East Asian characters: the only ones where a name without a bracket is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Line", "lines"]

# A single character of one plain range: regular expressions pass over English text with it at 500 MB a second, four
# times as fast as with a repetition.
_WIDE = re.compile("[\u2e80-\U0003fffd]")


class Line(NamedTuple):
    """Where a line begins, where its first wide character stands, and where it ends, without its line break.

    ``since`` is where the wide line before it ends: what stands between the two has no wide character.
    """

    since: int
    start: int
    first: int
    end: int


def lines(text: str) -> Iterator[Line]:
    r"""The lines with a character from U+2E80 on, in order.

    >>> list(lines("He said “no”.\nTSMC 台積電\nthen"))
    [Line(since=0, start=14, first=19, end=22)]
    """
    place = 0
    while (wide := _WIDE.search(text, place)) is not None:
        first = wide.start()
        start = text.rfind("\n", place, first) + 1 or place
        end = text.find("\n", first)
        end = len(text) if end < 0 else end
        yield Line(place, start, first, end)
        place = min(end + 1, len(text))
