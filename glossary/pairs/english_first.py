"""Where an English name begins, when its Chinese name follows: ``Chinese Vice Premier He Lifeng (何立峰)``.

The words before the gloss (:mod:`segments`), with what a mark parts from them (:mod:`rejoining`), are cut where the
name is likeliest to begin (:mod:`cuts`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from glossary import tables
from glossary.model import Reason
from glossary.pairs import cuts, facts, segments
from glossary.pairs.edges import Edge
from glossary.pairs.facts import Cut
from glossary.pairs.rejoining import across, rejoined
from glossary.pairs.segments import Segment
from glossary.pairs.term_edges import Weighed

__all__ = ["best", "edges", "term_cuts", "whole"]

_ENDING = re.compile(r"\.[a-z]")  # of a file: .html
_QUOTES = (("“", "”"), ('"', '"'))
_ASKING = ("?", "!")
_OPENING = tuple(opener for opener, _ in _QUOTES)
# These say that a name may begin further right.
_OF_BEGINNINGS = frozenset(("link-inside", "sentence-start", "opens-with-nationality"))


def edges(before: str, chinese: str, *, beside: tuple[str, ...] = (), last: bool = False) -> tuple[Edge, ...]:
    """The ways to cut the English name out of the end of ``before``, likeliest first; none where no word stands there.

    ``beside``: the acronyms and other Latin names in the gloss; ``last``: the line ends with it.

    >>> before = "led by Chinese Vice Premier He Lifeng "
    >>> [before[edge.start : edge.end] for edge in edges(before, "何立峰")][0]
    'He Lifeng'
    >>> before = "lift their competitiveness Taiwan Semiconductor Manufacturing Co "
    >>> best = edges(before, "台積電", beside=("TSMC",))[0]
    >>> before[best.start : best.end], [reason.name for reason in best.reasons]
    ('Taiwan Semiconductor Manufacturing Co', ['gloss', 'well-known', 'acronym', 'left-lower'])
    """
    segment = _segment(before, chinese, last=last)
    if not segment.texts:
        return ()
    known = facts.gather(segment.texts, chinese, around=segment.around, beside=beside)
    return tuple(_edge(before, segment, one) for one in cuts.ranked(known))


@lru_cache(4096)
def best(before: str, chinese: str, beside: tuple[str, ...] = (), last: bool = False) -> Edge | None:  # noqa: FBT001, FBT002, PLR0917
    """The first of :func:`edges`, if there is any; the others are not looked at where a spelling is sure.

    Given by their places the arguments are found in the cache three times as fast as by their names.

    >>> before = "led by Chinese Vice Premier He Lifeng "
    >>> best(before, "何立峰") == edges(before, "何立峰")[0]
    True
    """
    segment = _segment(before, chinese, last=last)
    found = cuts.best(segment.texts, chinese, segment.around, beside) if segment.texts else None
    return _edge(before, segment, found) if found else None


def _segment(before: str, chinese: str, *, last: bool) -> Segment:
    """The words before the gloss. A name that ends in a number has it in Chinese, too: Highway No. 8 (台8線)."""
    before = _in_language().sub("", before)
    segment = segments.read(before, across=across(chinese))
    if not segment.texts or _ENDING.match(segment.texts[0]):
        return segments.NOTHING
    if segment.around.alone:
        return segment if last else Segment(segment.texts, segment.spans, segments.INITIAL)
    return rejoined(segment, before, chinese) if segment.around.bounded else segment


@cache
def _in_language() -> re.Pattern[str]:
    """What the text says of a name in front of its gloss: which language that is in."""
    return re.compile(rf",? in (?:{tables.alternatives('naming', 'language')})\s*$")


def _edge(before: str, segment: Segment, weighed: Weighed) -> Edge:
    """The edge of the name from its first word on; with the mark of a quotation that holds only a part of the name."""
    first, reasons = weighed
    start, end = segment.spans[first][0], segment.spans[-1][1]
    end -= before.endswith("\\", start, end)  # of a quotation mark in a string of code
    if before[start - 1] in _OPENING:
        for opener, closer in _QUOTES:
            start -= before.startswith(opener, start - 1) and closer in before[start:end]
    if segment.around.closed and before[end : end + 1] in _ASKING:  # a title that asks
        end += 1
    return Edge(start, end, reasons)


def term_cuts(
    before: str, chinese: str, *, beside: tuple[str, ...] = (), last: bool = False
) -> list[tuple[Edge, Cut, tuple[Reason, ...]]]:
    """The ways to cut a term in small letters, with the evidence for each before it is weighed, for training.

    >>> [edge.start for edge, _, _ in term_cuts("walls of old coral limestone ", "咾咕石")]
    [19, 13, 9, 0]
    """
    segment = _segment(before, chinese, last=last)
    known = facts.gather(segment.texts, chinese, around=segment.around, beside=beside) if segment.texts else None
    if known is None or not cuts.is_term(known):
        return []
    return [(_edge(before, segment, (cut.first, reasons)), cut, reasons) for cut, reasons in cuts.cuts(known)]


def whole(english: str, chinese: str, *, beside: tuple[str, ...] = ()) -> tuple[Reason, ...]:
    """The reasons for and against that these two whole names name one thing; none where there is no English word.

    ``beside``: the acronyms and other Latin names that stand with them.

    >>> sum(reason.weight for reason in whole("He Lifeng", "何立峰")) > 5 > sum(
    ...     reason.weight for reason in whole("Photo", "法新社"))
    True
    """
    segment = segments.words(english, 0, len(english), around=segments.INITIAL)
    if not segment.texts or segments.is_code(english):
        return ()
    known = facts.gather(segment.texts, chinese, around=segment.around, beside=beside)
    reasons = cuts.reasons_for(facts.cut_at(known, 0))
    return tuple([reason for reason in reasons if reason.name not in _OF_BEGINNINGS])
