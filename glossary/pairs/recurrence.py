"""How the end of a stretch of Chinese recurs in its document: evidence for where a name begins.

What stands before a name changes from place to place, the name does not: if 通譯必麒麟 stands here and 然而必麒麟
there, 必麒麟 is the name. This needs no knowledge of the name and works best where nothing else does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from glossary.model import Span

__all__ = ["stops"]

_REACH = 6_000  # code points looked at on either side: the time for a bracket does not grow with the document
_LONGEST = 24  # of a name with what may stand before it
_MOST = 40  # places looked at
_TAIL = 2  # characters that must recur


def stops(text: str, stretch: Span) -> Mapping[int, int]:
    """At how many other places the last so many characters of the stretch, but no more of them, stand.

    >>> text = "李仙得帶著通譯必麒麟（Pickering）上岸，後來必麒麟寫了一本書，書裡的必麒麟很勇敢。"
    >>> stops(text, Span(0, 10))
    {3: 2}
    """
    tail = text[max(stretch.start, stretch.end - _TAIL) : stretch.end]
    if len(tail) < _TAIL:
        return {}
    found: Counter[int] = Counter()
    before = text[max(stretch.start, stretch.end - _TAIL - 1) : stretch.end - _TAIL]  # in most places another character
    place, limit = max(0, stretch.end - _REACH), stretch.end + _REACH
    for _ in range(_MOST):
        place = text.find(tail, place, limit)
        if place < 0:
            break
        end = place + _TAIL
        if end != stretch.end:
            found[_common(text, end, stretch) if text[place - 1 : place] == before else _TAIL] += 1
        place = end
    return dict(found)


def _common(text: str, end: int, stretch: Span) -> int:
    """How many characters before ``end`` are those at the end of the stretch."""
    longest = min(_LONGEST, stretch.end - stretch.start, end)
    size = _TAIL
    while size < longest and text[end - size - 1] == text[stretch.end - size - 1]:
        size += 1
    return size
