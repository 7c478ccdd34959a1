"""Names in a list or a table vouch for one another: where many lines of it state a pair, the others do too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeGuard

from glossary.model import Form, Mention, Reason, Rejection, Span
from glossary.pairs.edges import probability

__all__ = ["together"]

_LINES = frozenset((Form.LIST, Form.TABLE))
_LEAST = 3  # lines that state a pair by themselves
_SHARE = 3  # one in so many of all lines must be so: chance makes a translation of hardly any
_STATED = 0.5  # probability from which a line counts as one of them
_LISTED = Reason("list-of-names", 3.0)


def together(judged: Iterable[Mention | Rejection]) -> Iterator[Mention | Rejection]:
    """The same in the same order; in a run of lines of which many state a pair, all are likelier."""
    for form, run in groupby(judged, key=_form):
        if form not in _LINES:
            yield from run
            continue
        lines = list(run)
        sure = sum(map(_is_stated, lines))
        listed = sure >= _LEAST and sure * _SHARE >= len(lines)
        named = {span for one in lines if _is_stated(one) for span in (one.english, one.chinese)} if listed else set()
        yield from (_vouched(one, named) if listed and isinstance(one, Mention) else one for one in lines)


def _form(judged: Mention | Rejection) -> Form:
    return judged.form if isinstance(judged, Mention) else judged.candidate.form


def _is_stated(one: Mention | Rejection) -> TypeGuard[Mention]:
    return isinstance(one, Mention) and one.probability >= _STATED


def _vouched(mention: Mention, named: set[Span]) -> Mention:
    """The mention made likelier, unless one of its names already has its other name, in another cell of the row."""
    if mention.probability < _STATED and not named.isdisjoint((mention.english, mention.chinese)):
        return mention
    reasons = (*mention.reasons, _LISTED)
    return replace(mention, reasons=reasons, probability=probability(reasons))
