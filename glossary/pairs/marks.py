"""A Chinese name between marks that close at the bracket: 《死亡與少女》(Death and the Maid)."""

from __future__ import annotations

from glossary.lang import frequencies, script
from glossary.model import Reason
from glossary.pairs.edges import Edge
from glossary.pairs.left import is_loose

__all__ = [
    "CLOSING", "EMPHASIS", "HARD", "LONGEST_QUOTE", "OPENING", "WRAPPING", "between", "enclosed", "marked",
]  # fmt: skip

_CLOSED = {"”": "“", "」": "「", "》": "《", "』": "『", "’": "‘", "】": "【", '"': '"', "'": "'", "〉": "〈"}
CLOSING = "".join(_CLOSED)
OPENING = "".join(_CLOSED.values())
WRAPPING = "《》〈〉「」『』“”‘’\"'*_`[]［］ \t\u3000"  # what stands around a name and is no part of it
EMPHASIS = "*_` \t\n\r\u3000\xa0"
HARD = frozenset("，。：；！？,;:!?()[]（）﹙﹚［］｜|\n…—/>#＞='" + OPENING + CLOSING)
_TITLE_MARKS = "《〈『"  # quotation marks hold sentences, too
_STRAIGHT = "\"'"  # what data and code hold in them may begin with a role, as any item of a list
_STARS = "*_`"
LONGEST_QUOTE = 30
_LONGEST_EMPHASIZED = 8  # characters of a name that may hold a particle
_MARK_WEIGHT = 4.0


def marked(segment: str) -> Edge | None:
    """The name between marks that close at the bracket; None where none do.

    >>> segment = "他的書《社會的新哲學》"
    >>> found = marked(segment)
    >>> segment[found.start : found.end], marked("他的書")
    ('社會的新哲學', None)
    """
    end = len(segment.rstrip(EMPHASIS))
    if end == 0:
        return None
    found = between(segment, end, LONGEST_QUOTE) or _emphasized(segment, end)
    return Edge(*found, (Reason("mark", _MARK_WEIGHT),)) if found else None


def enclosed(segment: str, after: str) -> Edge | None:
    """The name in marks that hold its gloss as well, as ``after`` it stands the mark that closes: 《死亡與少女（…）》.

    >>> segment = "他的書《社會的新哲學"
    >>> segment[enclosed(segment, "》").start :], enclosed(segment, "出"), enclosed("他說「我喜歡蘋果", "」")
    ('社會的新哲學', None, None)
    """
    opening = _CLOSED.get(after, "") if after not in _STRAIGHT else ""
    begin = segment.rfind(opening) + 1 if opening else 0
    inside = segment[begin:].rstrip(EMPHASIS)
    if not begin or not inside or HARD.intersection(inside) or len(inside) > LONGEST_QUOTE:
        return None
    if opening not in _TITLE_MARKS and _is_running(inside):
        return None
    start = begin + len(inside) - len(inside.lstrip(EMPHASIS))
    return Edge(start, begin + len(inside), (Reason("mark", _MARK_WEIGHT),))


def _emphasized(segment: str, end: int) -> tuple[int, int] | None:
    """The span of a name in emphasis marks that close at ``end``: *文本標註*, `__自注意力__`."""
    mark = segment[end : end + 1]
    if mark not in _STARS or not mark:
        return None
    start = segment.rfind(mark, max(0, end - LONGEST_QUOTE), end) + 1
    inside = segment[start:end]
    if not start or not inside or HARD.intersection(inside) or inside[0].isspace() or _is_clause(inside):
        return None
    return start, end


def _is_clause(text: str) -> bool:
    """Whether an emphasized text is too long for a name and has words of running text in it."""
    return len(text) > _LONGEST_EMPHASIZED and _is_running(text)


def _is_running(text: str) -> bool:
    """Whether it has words of running text."""
    return any(is_loose(word) for word in frequencies.division(script.fold(text)).values())


def between(segment: str, end: int, longest: int) -> tuple[int, int] | None:
    """The span between marks that close before ``end``, without further marks and white space around it.

    None where they hold nothing, or more than ``longest`` characters.

    >>> between("用“ 创意云”套件", 7, 30), between("用“创意云”套件", 6, 2)
    ((3, 6), None)
    """
    opening = _CLOSED.get(segment[end - 1])
    if opening is None:
        return None
    begin = segment.rfind(opening, 0, end - 1)
    if begin < 0 or not 0 < end - begin - 2 <= longest:
        return None
    inside = segment[begin + 1 : end - 1]
    start = begin + 1 + len(inside) - len(inside.lstrip(EMPHASIS + OPENING))
    stop = end - 1 - (len(inside) - len(inside.rstrip(EMPHASIS + CLOSING)))
    return (start, stop) if stop > start else None
