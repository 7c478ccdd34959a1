"""Where a name lies in the text before its gloss, and why we think so."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from glossary.model import Mention, Reason, changed

__all__ = ["RIVALS", "TELLING", "Edge", "log_odds", "of_words", "probability", "rivals", "with_reason"]

# The reasons by which words before a gloss in Han tie the two names to one thing.
TELLING = frozenset(
    (
        "acronym", "begins-spelt", "cover", "given-name", "sound", "sounded", "spelt", "spelt-after-given-name",
        "spelt-behind-name", "surname", "translation", "well-known",
    )
)  # fmt: skip
RIVALS = "rivals"  # the reason that says what the other edges and "no name" take from an edge


class Edge(NamedTuple):
    """One reading of the text before a gloss.

    ``start`` and ``end`` (exclusive) are indices in that text; quotes, 《》, emphasis marks and white space are
    outside. The sum of the weights of ``reasons`` is the log-odds that both are right.
    """

    start: int
    end: int
    reasons: tuple[Reason, ...]


def log_odds(reasons: tuple[Reason, ...]) -> float:
    """The sum of the weights.

    >>> log_odds((Reason("mark", 4.0), Reason("title", -1.5)))
    2.5
    """
    total = 0.0
    for reason in reasons:  # twice as fast as sum() over so few
        total += reason.weight
    return total


def probability(reasons: tuple[Reason, ...]) -> float:
    """The logistic function of the sum of the weights, rounded to four decimals.

    >>> probability((Reason("mark", 4.0), Reason("title", -1.5)))
    0.9241
    """
    return _logistic(log_odds(reasons))


def of_words(weighed: Iterable[tuple[str, float]]) -> Iterator[Reason]:
    """One reason for all words of a place, from features that are called by their place (``left:called``) and weights.

    >>> found = of_words([("left:called", 1.0), ("last:rice", 2.0), ("left:~a", 0.5)])
    >>> [(reason.name, reason.weight) for reason in found]
    [('words-left', 1.5), ('words-last', 2.0)]
    """
    said: defaultdict[str, float] = defaultdict(float)
    for name, weight in weighed:
        said[name.partition(":")[0]] += weight
    return (Reason(f"words-{place}", round(weight, 3)) for place, weight in said.items() if weight)


def rivals(score: float, everything: float) -> Reason:
    """What the other edges and "no name" take from the log-odds of an edge; ``everything``: the odds of all of them.

    >>> rivals(2.0, 1.0 + math.exp(2.0) + math.exp(1.0)).weight
    -1.313
    """
    return Reason(RIVALS, -round(math.log(max(1.0, everything - math.exp(score))), 3))


def with_reason(mention: Mention, reason: Reason) -> Mention:
    """The mention with one reason more, and the probability that it then has.

    >>> from glossary.documents import from_text
    >>> from glossary.pipeline import extract
    >>> (found,) = extract(from_text("Vice Premier He Lifeng (何立峰) spoke"))
    >>> less = with_reason(found, Reason("doubt", -20.0))
    >>> found.probability > 0.9 > 0.1 > less.probability, less.reasons[-1].name
    (True, 'doubt')
    """
    reasons = (*mention.reasons, reason)
    return changed(mention, reasons=reasons, probability=probability(reasons))


@lru_cache(1 << 12)
def _logistic(total: float) -> float:
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 4)
