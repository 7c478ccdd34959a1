"""Names in a list or a table vouch for one another: where many lines of it state a pair, the others do too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from typing import TypeGuard

from glossary.model import Form, Mention, Reason, Rejection, Span
from glossary.pairs.edges import with_reason

__all__ = ["together"]

_LINES = frozenset((Form.LIST, Form.TABLE))
_IN_LINES = _LINES | {Form.INLINE}  # what fills a line is also a name beside a name
_TOGETHER = 4096  # lines of a run looked at together: the memory does not grow with a table of any length
_LEAST = 3  # lines that state a pair by themselves
_LABEL = "label"  # of a language, at the head of a column: 中文
_SHARE = 3  # one in so many of all lines must be so, half as many under a head: chance makes a translation of few
_STATED = 0.5  # probability from which a line counts as one of them
_LISTED = Reason("list-of-names", 3.0)


def together(judged: Iterable[Mention | Rejection]) -> Iterator[Mention | Rejection]:
    """The same in the same order; in a run of lines of which many state a pair, all are likelier."""
    for lined, run in groupby(judged, key=_is_in_lines):
        if not lined:
            yield from run
            continue
        listed: frozenset[Form] = frozenset()
        while lines := list(islice(run, _TOGETHER)):  # what was a list so far goes on as one
            listed |= {form for form in _LINES if _is_list([one for one in lines if _form(one) is form])}
            yield from _listed(lines, listed) if listed else lines


def _listed(lines: list[Mention | Rejection], listed: frozenset[Form]) -> Iterator[Mention | Rejection]:
    """The lines, those likelier that have a form of lists and their English name on the side where most have it."""
    stated = list(filter(_is_stated, lines))
    named = {one.english: one.chinese for one in stated} | {one.chinese: one.english for one in stated}
    usual = Counter(map(_is_english_first, stated)).most_common(1)
    for one in lines:
        if isinstance(one, Mention) and one.form in listed and usual and _is_english_first(one) == usual[0][0]:
            yield _vouched(one, named)
        else:
            yield one


def _is_list(lines: list[Mention | Rejection]) -> bool:
    """Whether enough of the lines state a pair by themselves; fewer do where a language stands at the head."""
    headed = any(isinstance(one, Rejection) and one.reasons[0].name == _LABEL for one in lines)
    least, share = (1, 2 * _SHARE) if headed else (_LEAST, _SHARE)
    rows = len({one.chinese if isinstance(one, Mention) else one.candidate.gloss for one in lines})
    sure = sum(map(_is_stated, lines))
    return sure >= least and sure * share >= rows


def _is_english_first(mention: Mention) -> bool:
    """On which side of the Chinese name the English one stands: beyond it there may be a town or a maker."""
    return mention.english.start < mention.chinese.start


def _is_in_lines(judged: Mention | Rejection) -> bool:
    return (judged.form if isinstance(judged, Mention) else judged.candidate.form) in _IN_LINES  # asked of each


def _form(judged: Mention | Rejection) -> Form:
    return judged.form if isinstance(judged, Mention) else judged.candidate.form


def _is_stated(one: Mention | Rejection) -> TypeGuard[Mention]:
    return isinstance(one, Mention) and one.probability >= _STATED


def _vouched(mention: Mention, named: Mapping[Span, Span]) -> Mention:
    """The mention made likelier, unless one of its names already has another name, in another cell of the row.

    ``named``: the other name of each that has one.
    """
    english, chinese = mention.english, mention.chinese
    elsewhere = named.get(english, chinese) != chinese or named.get(chinese, english) != english
    if mention.probability < _STATED and elsewhere:
        return mention
    return with_reason(mention, _LISTED)
