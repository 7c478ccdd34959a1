"""Stretches of a text, and whether something stands in one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

__all__ = ["Stretches"]


class Stretches:
    """Stretches of a text, given in any order; asking takes no longer where there are many."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def overlap(self, start: int, end: int) -> bool:
        """Whether one of them has a character of the place.

        >>> stretches = Stretches([(5, 9), (2, 6)])
        >>> [stretches.overlap(*place) for place in ((0, 2), (0, 3), (8, 12), (9, 12))]
        [False, True, True, False]
        """
        found = bisect_right(self._starts, end - 1)
        return found > 0 and self._ends[found - 1] > start
