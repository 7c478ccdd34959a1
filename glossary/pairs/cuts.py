"""The words of a segment at which an English name may begin: each is a cut, which the evidence weighs.

Each piece of evidence looks at a cut and gives a weight in log-odds, or nothing; the cut with the highest sum wins, and
its reasons say why. Those of a term in small letters are weighed otherwise (:mod:`term_edges`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from glossary.model import Reason
from glossary.pairs import evidence, facts, term_edges, term_evidence
from glossary.pairs.edges import log_odds
from glossary.pairs.facts import DIRECTION, Cut, Facts
from glossary.pairs.person_evidence import may_be_given
from glossary.pairs.segments import Around, Word
from glossary.pairs.term_edges import Weighed

__all__ = ["best", "cuts", "is_term", "ranked", "reasons_for"]

_MARK = Reason("mark", 3.0)
_LONGEST_TERM = 7  # words of a lower-case term


@lru_cache(1 << 14)
def best(texts: tuple[str, ...], chinese: str, around: Around, beside: tuple[str, ...] = ()) -> Weighed | None:  # noqa: PLR0917
    """The first of :func:`ranked`, if there is any; the others are not looked at where a spelling is sure.

    >>> best(("Premier", "He", "Lifeng"), "何立峰", Around())[0]
    1
    """
    known = facts.gather(texts, chinese, around=around, beside=beside)
    return next(iter(ranked(known, every=False)), None)


def ranked(known: Facts, *, every: bool = True) -> list[Weighed]:
    """The words that may be the first of the name, each with its reasons, the likeliest first.

    ``every``: also where one is sure.

    >>> known = facts.gather(("Premier", "He", "Lifeng"), "何立峰", around=Around())
    >>> [first for first, _ in ranked(known)]
    [1, 0, 2]
    """
    found = cuts(known, every=every)
    if is_term(known):
        return term_edges.ranked(found)
    return sorted(((cut.first, reasons) for cut, reasons in found), key=_rank)


def cuts(known: Facts, *, every: bool = True) -> list[tuple[Cut, tuple[Reason, ...]]]:
    """The ways to cut the name, each with the evidence for it; ``every``: also where one is sure.

    >>> known = facts.gather(("Premier", "He", "Lifeng"), "何立峰", around=Around())
    >>> [cut.first for cut, _ in cuts(known)], [cut.first for cut, _ in cuts(known, every=False)]
    ([2, 1, 0], [1])
    """
    if known.around.closed:
        starts: Iterable[int] = (_without_article(tuple([word.text for word in known.words])),)
    else:
        starts = (() if every else _sure(known)) or _starts(known)
    return [(cut, reasons_for(cut)) for cut in (facts.cut_at(known, first) for first in starts)]


def is_term(known: Facts) -> bool:
    """Whether the name is in small letters, without marks around it, and not a spelling of the Chinese.

    >>> [is_term(facts.gather(texts, "稻", around=Around())) for texts in (("hybrid", "rice"), ("Rice",))]
    [True, False]
    """
    return not (known.words[-1].nature.capital or known.around.closed or known.spelt or known.binomial)


def reasons_for(cut: Cut) -> tuple[Reason, ...]:
    """The evidence for the cut, what marks around the name say first.

    >>> cut = facts.cut_at(facts.gather(("Premier", "He", "Lifeng"), "何立峰", around=Around()), 1)
    >>> [reason.name for reason in reasons_for(cut)]
    ['gloss', 'spelt', 'well-known', 'left-title']
    """
    found = [reason for look in evidence.EVIDENCE if (reason := look(cut)) is not None]
    return (_MARK, *found) if cut.facts.around.closed else tuple(found)


def _rank(weighed: Weighed) -> tuple[float, int]:
    """By which the likeliest comes first, and of equals the longest name."""
    return -log_odds(weighed[1]), weighed[0]


def _sure(known: Facts) -> tuple[int, ...]:
    """The one start of a name of several words that spell the Chinese, if no given name goes before; of a species."""
    first = len(known.words) - known.spelt
    if known.spelt > 1 and not (first and may_be_given(known, first - 1)):
        return (first,)
    return (len(known.words) - 2,) if known.binomial else ()


def _without_article(texts: tuple[str, ...]) -> int:
    """The first word behind the article of a quoted term; that of a title belongs to it: A Brighter Summer Day."""
    titled = texts[0][0].isupper() and len(texts) > 2 and texts[1][0].isupper()
    return int(len(texts) > 1 and texts[0].casefold() in {"a", "an"} and not titled)


def _starts(known: Facts) -> Iterator[int]:
    """The indices where a name may begin, from the right."""
    words = known.words
    last = len(words) - 1
    if not words[last].nature.capital:
        yield from _term_starts(words)
        return
    for index in range(last, -1, -1):
        found = words[index].nature
        if found.capital:
            yield index
        elif not found.connector:
            yield from _heads(known, index)
            return


def _heads(known: Facts, index: int) -> Iterator[int]:
    """The small word that ends the words of a name, and the one before it, where the Chinese has both.

    principle of Heaven (天理), northern Shaanxi (陝北), Tainan branch of the High Court (高等法院台南分院)
    """
    words = known.words
    opens = words[index + 1].text == "of" or DIRECTION.match(words[index].text)
    if opens and known.covered[index]:
        yield index
        if index and known.covered[index - 1] and words[index - 1].nature.capital:
            yield index - 1


def _term_starts(words: tuple[Word, ...]) -> Iterator[int]:
    """The same for a name that ends in a lower-case word: a term, or a name with its generic in lower case."""
    last = len(words) - 1
    for index in range(last, max(-1, last - _LONGEST_TERM), -1):
        text = words[index].text
        if text in term_evidence.TERM_CONNECTORS:
            continue
        if words[index].nature.small:
            return
        yield index
