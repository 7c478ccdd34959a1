"""How the end of a stretch of Chinese recurs in its document: evidence for where a name begins.

What stands before a name changes from place to place, the name does not: if 通譯必麒麟 stands here and 然而必麒麟
there, 必麒麟 is the name. This needs no knowledge of the name and works best where nothing else does.

What recurs before the gloss of a sister is no whole name, though: 樟葉西番蓮（Passiflora laurifolia） and 蘋果西番蓮
（Passiflora maliformis） share 西番蓮 as they share Passiflora.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from glossary.model import Span

__all__ = ["stops"]

_REACH = 6_000  # code points looked at on either side: the time for a bracket does not grow with the document
_LONGEST = 24  # of a name with what may stand before it
_MOST = 40  # places looked at
_TAIL = 2  # characters that must recur
_GLOSS = re.compile(r"[”』」》*_\s]*[（(\[]\W*([A-Za-zÀ-ɏ][^（()）\[\]，,;；]{2,60})[，,;；）)\]]")
_WORD = re.compile(r"[^\W\d_]+")


def stops(text: str, stretch: Span, english: str = "") -> Mapping[int, int]:
    """At how many other places the last so many characters of the stretch, but no more of them, stand.

    ``english``: the gloss of the stretch. A size below 0 says of how many characters at the end a sister has, too:
    one whose gloss shares some words with it, and has others.

    >>> text = "李仙得帶著通譯必麒麟（Pickering）上岸，後來必麒麟寫了一本書，書裡的必麒麟很勇敢。"
    >>> stops(text, Span(0, 10))
    {3: 2}
    >>> text = "英國的樟樹西番蓮（Passiflora prima）和大西番蓮（Passiflora magna）"
    >>> stops(text, Span(0, 8), "Passiflora prima")
    {-3: 1}
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
            size = _common(text, end, stretch) if text[place - 1 : place] == before else _TAIL
            found[-size if _is_before_sister(text, end, english) else size] += 1
        place = end
    return dict(found)


def _is_before_sister(text: str, end: int, english: str) -> bool:
    """Whether a gloss stands at ``end`` that shares some words with the English name, while either has others."""
    gloss = _GLOSS.match(text, end) if english else None
    if gloss is None:
        return False
    own, other = _words(english), _words(gloss[1])
    return bool(own & other and own - other and other - own)


@lru_cache(4096)
def _words(english: str) -> frozenset[str]:
    return frozenset(_WORD.findall(english.casefold()))


def _common(text: str, end: int, stretch: Span) -> int:
    """How many characters before ``end`` are those at the end of the stretch."""
    longest = min(_LONGEST, stretch.end - stretch.start, end)
    size = _TAIL
    while size < longest and text[end - size - 1] == text[stretch.end - size - 1]:
        size += 1
    return size
