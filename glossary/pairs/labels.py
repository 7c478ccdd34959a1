"""A bracket that says the same of several names is a label of theirs, and no name of any.

Members and their peoples, players and their teams, actors and their jobs: 張麗盆 (Papora), 潘明燈 (Papora). Two names
that have nothing in common are one thing's names only where the words themselves say so (Peking 北京, Beijing 北京).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable

from glossary.lang import script
from glossary.model import Form, Mention, Reason, Rejection
from glossary.pairs.edges import TELLING, with_reason

__all__ = ["weighed"]

_SHARED = Reason("shared", -4.0)
_TAG, _RUN = Reason("tagged-words", -2.0), 3
_TELLING = {
    Form.EN_BRACKET: TELLING | {"mark"},
    Form.ZH_BRACKET: frozenset(("gloss", "initials", "mark", "romanization", "sound", "spelt", "well-known")),
}
_TOLD = 0.5  # log-odds of these together from which the words themselves tie the names
_Side = tuple[Form, str]


def weighed(judged: list[Mention | Rejection]) -> list[Mention | Rejection]:
    """The same, pairs that nothing ties less likely where another such pair gives the name a quite different one.

    >>> from glossary.documents import from_text
    >>> from glossary.pipeline import extract
    >>> for text in ("林山魚 (Paro); 潘明燈 (Paro).", "林山魚 (Paro); 潘明燈 (Talo)."):
    ...     print([found.pair.chinese for found in extract(from_text(text))])
    []
    ['林山魚', '潘明燈']
    """
    judged = _tagged(judged)
    loose = [one for one in judged if isinstance(one, Mention) and one.form in _TELLING and not _told(one)]
    shared = _shared((one.form, one.pair.chinese, one.pair.english) for one in loose)
    shared |= _shared((one.form, one.pair.english, one.pair.chinese) for one in loose)
    doubted = {id(one) for one in loose if _sides(one) & shared}
    if not doubted:
        return judged
    return [with_reason(one, _SHARED) if isinstance(one, Mention) and id(one) in doubted else one for one in judged]


def _tagged(judged: list[Mention | Rejection]) -> list[Mention | Rejection]:
    """The same, less likely those that stand word to word, as tags of an example do: 我（PN）愛（VV）你（PN）."""
    runs: list[list[Mention]] = []
    end = -1
    for one in judged:
        if isinstance(one, Mention) and one.form in _TELLING:
            if min(one.english.start, one.chinese.start) != end:
                runs.append([])
            runs[-1].append(one)
            end = one.gloss.end
    tagged = {id(one) for run in runs if len(run) >= _RUN for one in run}
    if not tagged:
        return judged
    return [with_reason(one, _TAG) if isinstance(one, Mention) and id(one) in tagged else one for one in judged]


def _told(mention: Mention) -> bool:
    """Whether the names' own words tie them."""
    telling, told = _TELLING[mention.form], 0.0
    for reason in mention.reasons:  # twice as fast as sum() over so few
        if reason.name in telling:
            told += reason.weight
    return told >= _TOLD


def _sides(mention: Mention) -> set[_Side]:
    """The two names, each with the form."""
    return {(mention.form, mention.pair.chinese), (mention.form, mention.pair.english)}


def _shared(named: Iterable[tuple[Form, str, str]]) -> set[_Side]:
    """The names, each with its form, that stand with two others which have hardly a word or character in common."""
    others: defaultdict[_Side, set[str]] = defaultdict(set)
    for form, name, other in named:
        others[form, name].add(other)
    return {side for side, names in others.items() if len(names) > 1 and _disjoint([_parts(name) for name in names])}


def _disjoint(parts: list[set[Hashable]]) -> bool:
    """Whether two of the names share less than half of the shorter: 外交部 and 國防部, but not 川普 and 特朗普."""
    return any(2 * len(one & other) < min(len(one), len(other)) for at, one in enumerate(parts) for other in parts[:at])


def _parts(name: str) -> set[Hashable]:
    """The words of a Latin name, the characters of a Chinese one."""
    return set(script.fold(name) if script.has_han(name) else name.casefold().split())
