"""Where an English name begins, when its Chinese name follows: ``Chinese Vice Premier He Lifeng (何立峰)``.

Every place where the name may begin is a cut. Each piece of evidence looks at a cut and gives a weight in log-odds, or
nothing; the cut with the highest sum wins, and its reasons say why.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.model import Reason
from glossary.pairs import evidence, facts, segments
from glossary.pairs.edges import Edge, log_odds
from glossary.pairs.facts import Cut, Facts
from glossary.pairs.segments import Word

__all__ = ["edges", "whole"]

_LONGEST_TERM = 5  # words of a lower-case term


def edges(before: str, chinese: str, *, acronyms: tuple[str, ...] = ()) -> tuple[Edge, ...]:
    """The ways to cut the English name out of the end of ``before``, likeliest first; none where no word stands there.

    >>> before = "led by Chinese Vice Premier He Lifeng "
    >>> [before[edge.start : edge.end] for edge in edges(before, "何立峰")][0]
    'He Lifeng'
    >>> before = "lift their competitiveness Taiwan Semiconductor Manufacturing Co "
    >>> best = edges(before, "台積電", acronyms=("TSMC",))[0]
    >>> before[best.start : best.end], [reason.name for reason in best.reasons]
    ('Taiwan Semiconductor Manufacturing Co', ['gloss', 'acronym', 'left-lower'])
    """
    segment = segments.read(before)
    if not segment.words:
        return ()
    known = facts.gather(segment, chinese, acronyms=acronyms)
    starts = (_without_article(segment.words),) if segment.closed else _sure(known) or tuple(_starts(segment.words))
    found = [_edge(facts.cut_at(known, first), closed=segment.closed) for first in starts]
    return tuple(sorted(found, key=_rank)) if len(found) > 1 else tuple(found)


def _rank(edge: Edge) -> tuple[float, int]:
    return -log_odds(edge.reasons), edge.start


def whole(english: str, chinese: str) -> tuple[Reason, ...]:
    """The reasons for and against that these two whole names name one thing; none where there is no English word.

    >>> sum(reason.weight for reason in whole("He Lifeng", "何立峰")) > 5 > sum(
    ...     reason.weight for reason in whole("Photo", "法新社"))
    True
    """
    words = segments.words(english, 0, len(english))
    if not words or segments.is_code(english):
        return ()
    known = facts.gather(segments.Segment(words, closed=False, opened=False, bounded=True), chinese)
    return _edge(facts.cut_at(known, 0), closed=False).reasons


def _sure(known: Facts) -> tuple[int, ...]:
    """The one start of a name whose words spell the Chinese and that cannot go on to the left; else nothing."""
    first = len(known.words) - known.spelt
    if known.spelt < 2:
        return ()
    before = known.words[first - 1].nature if first else None
    return (first,) if before is None or before.title or not (before.capital or before.connector) else ()


def _without_article(words: tuple[Word, ...]) -> int:
    return int(len(words) > 1 and words[0].text.casefold() in {"a", "an"})


def _edge(cut: Cut, *, closed: bool) -> Edge:
    given = [Reason("mark", 3.0)] if closed else []
    reasons = tuple(given + [reason for look in evidence.EVIDENCE if (reason := look(cut)) is not None])
    return Edge(cut.name[0].start, cut.name[-1].end, reasons)


def _starts(words: tuple[Word, ...]) -> Iterator[int]:
    """The indices where a name may begin, from the right."""
    last = len(words) - 1
    if not words[last].nature.capital:
        yield from _term_starts(words)
        return
    for index in range(last, -1, -1):
        found = words[index].nature
        if found.capital:
            yield index
        elif not found.connector:
            return


def _term_starts(words: tuple[Word, ...]) -> Iterator[int]:
    """The same for a name that ends in a lower-case word: a term, or a name with its generic in lower case."""
    last = len(words) - 1
    for index in range(last, max(-1, last - _LONGEST_TERM), -1):
        text = words[index].text
        if text in evidence.TERM_CONNECTORS:
            continue
        if words[index].nature.small:
            return
        yield index
