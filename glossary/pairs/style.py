"""The style of a document as evidence: where most brackets hold no name, the next one hardly does.

A grammar, a price list or a page of code is full of brackets that look like glosses. How many of the brackets around
state a pair is estimated from all of them together, with a prior from ordinary text; if they are fewer than usual, each
pair becomes less likely by as much. Where they are more than usual nothing changes: usual is already most.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from glossary.model import Form, Mention, Reason, Rejection
from glossary.pairs import labels
from glossary.pairs.edges import RIVALS, log_odds, with_reason

__all__ = ["settled"]

_TOGETHER = 256  # judgements looked at together: the memory does not grow with the document
_USUAL = math.log(0.8 / 0.2)  # of the brackets with both scripts in ordinary labelled texts 8 in 10 state a pair
_SPREAD = 2.0  # how far documents differ from that, as the standard deviation in log-odds
_MOST = 6.0  # log-odds by which a style counts at most
_HIGHEST = 30.0
_ROUNDED = 0.0001  # by which a probability may be too high
_STEPS = 12  # halvings of that: finer than any threshold
_BRACKETS = frozenset((Form.EN_BRACKET, Form.ZH_BRACKET))
_SERIES = "series"  # of names without brackets (:mod:`series`)
_NO_VOTE = "list-of-pairs"  # such a bracket is full of names


def settled(judged: Iterable[Mention | Rejection]) -> Iterator[Mention | Rejection]:
    """The same in the same order; pairs are less likely among many brackets that state none."""
    rest = iter(judged)
    while some := labels.weighed(list(islice(rest, _TOGETHER))):
        style = Style.of(some)
        yield from (_shifted(one, style) if isinstance(one, Mention) else one for one in some) if style else some


@dataclass(frozen=True, slots=True)
class Style:
    """How brackets are used in a stretch of text: ``shift`` is by how much the log-odds of a pair are lower than usual.

    It is the likeliest value, 0 or less. ``bend`` is the second derivative of its likelihood there, without the prior.
    """

    shift: float
    bend: float

    @classmethod
    def of(cls, some: list[Mention | Rejection]) -> Style | None:
        """The style of the stretch in which these were judged; None where it is as usual."""
        pairs = [one for one in some if isinstance(one, Mention) and one.form in _BRACKETS]
        refused = sum(_votes(one) for one in some if isinstance(one, Rejection))
        if not pairs or _are_usual(pairs, refused):
            return None
        stated = list(map(_stated, pairs))
        if _slope(0.0, stated, refused) >= 0:
            return None
        low, high = -_MOST, 0.0
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if _slope(middle, stated, refused) > 0 else (low, middle)
        return cls(high, sum(_bend(odds + high) for odds in stated) - (len(stated) + refused) * _bend(_USUAL + high))

    def beside(self, odds: float) -> float:
        """The shift that all brackets but one give, which has these log-odds of a pair: none vouches for itself."""
        there, expected = _share(odds + self.shift), _share(_USUAL + self.shift)
        bend = self.bend - _bend(odds + self.shift) + _bend(_USUAL + self.shift) - 1 / _SPREAD**2
        return min(0.0, self.shift - (expected - there) / min(bend, -1 / _SPREAD**2))


def _are_usual(pairs: list[Mention], refused: int) -> bool:
    """Whether pairs are not fewer than usual even if a bracket states none where its edge is wrong: quick."""
    there = sum(one.probability for one in pairs) - _ROUNDED * len(pairs)
    return there >= (len(pairs) + refused) * _share(_USUAL)


def _slope(shift: float, stated: list[float], refused: int) -> float:
    """The derivative of the likelihood of the shift, with its prior: pairs there are less pairs expected."""
    there = sum(_share(odds + shift) for odds in stated)
    return there - (len(stated) + refused) * _share(_USUAL + shift) - shift / _SPREAD**2


def _share(odds: float) -> float:
    """The probability of these log-odds."""
    return 1 / (1 + math.exp(-odds))


def _bend(odds: float) -> float:
    """The derivative of that probability."""
    share = _share(odds)
    return share * (1 - share)


def _votes(rejection: Rejection) -> bool:
    """Whether the rejection says of a bracket that it states no pair."""
    return rejection.candidate.form in _BRACKETS and rejection.reasons[0].name != _NO_VOTE


def _stated(mention: Mention) -> float:
    """The log-odds that the bracket states a pair at all, be it this one or a rival with another edge."""
    rivals = _rivals(mention)
    odds = min(_HIGHEST, log_odds(mention.reasons) + rivals)
    return max(-_HIGHEST, math.log(math.exp(odds) + math.exp(rivals) - 1.0) if rivals else odds)


def _rivals(mention: Mention) -> float:
    """What the other edges and "no pair" take from the log-odds; 0 where none were weighed."""
    return -log_odds(tuple([reason for reason in mention.reasons if reason.name == RIVALS]))


def _shifted(mention: Mention, style: Style) -> Mention:
    """The mention when the odds of any pair against none change; which of several edges is right does not change."""
    if any(reason.name == _SERIES for reason in mention.reasons):
        return mention  # it has others of its make beside it, whatever the brackets hold
    shift = style.beside(_stated(mention)) if mention.form in _BRACKETS else style.shift
    rivals = _rivals(mention)
    weight = round(shift + rivals - math.log(1.0 + (math.exp(rivals) - 1.0) * math.exp(shift)), 3)
    return with_reason(mention, Reason("style", weight)) if weight else mention
