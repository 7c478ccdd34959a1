"""Whether a translation names an entry by a part of its name, or in words that the glossary does not have.

A surname, *Taiwanese* for Taiwan, 美 beside another country, *the transport ministry*, 勞委會 for 勞動事務委員會: good
translators write all of these, so none of them is a name that is missing. Each function of ``english_parts`` and
``chinese_parts`` knows one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from glossary.checks.bodies import is_of_other
from glossary.checks.chinese_parts import CHINESE
from glossary.checks.english_parts import ENGLISH
from glossary.checks.shorts import is_alone, is_short_of, stands_apart
from glossary.formats.columns import in_use
from glossary.matcher import shortened
from glossary.matcher.folding import fold
from glossary.matcher.place import Place
from glossary.model import Entry, Kind

__all__ = ["in_part"]


def in_part(entry: Entry, target: str, *, chinese: bool, others: Iterable[str] = ()) -> bool:
    """Whether a translation (into Chinese or English) names the entry by less than one of its names.

    ``others``: names of other entries that stand in it; an institution is not named by a part of another one's name.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Pair
    >>> ministry = from_pair(Pair("Ministry of Transport", "交通部", Kind.ORGANIZATION))
    >>> in_part(ministry, "The transport ministry said so.", chinese=False)
    True
    >>> in_part(ministry, "The ministry said so.", chinese=False)
    False
    """
    folded = fold(target)
    ways, names = (CHINESE, in_use(entry, "zh")) if chinese else (ENGLISH, in_use(entry, "en"))
    for name in (fold(term.text) for term in names):
        if _as_it_is(name, entry.kind, folded):
            return True
        left = _without(folded, others, name) if entry.kind is Kind.ORGANIZATION else folded
        if any(way(name, entry.kind, left) for way in ways):
            return True
        if chinese and entry.kind is Kind.ORGANIZATION and _usual_short(name, entry, left):
            return True
    return False


def _usual_short(name: str, entry: Entry, folded: str) -> bool:
    """A short name of an organization by which a text may call it again: 故宮, 央行."""
    made = shortened.chinese(name, [term.text for term in in_use(entry, "en")])
    shorts = (short for short in made if len(short) > 2 or not name.endswith(short))  # 水泥 is no 台灣水泥
    found = (place for short in shorts for place in re.finditer(re.escape(short), folded))
    return any(stands_apart(folded, *place.span()) and is_alone(place[0], folded) for place in found)


def _without(folded: str, others: Iterable[str], name: str) -> str:
    """A text without the names of others, but those that are short for this one or the longer form of it."""
    for other in sorted(map(fold, others), key=len, reverse=True):
        if not (is_short_of(other, name) or is_short_of(name, other)):
            folded = folded.replace(other, "\n" * len(other))
    return folded


def _as_it_is(name: str, kind: Kind, folded: str) -> bool:
    """The name itself, where the matcher takes it for something else: Nature at the start of a sentence."""
    if not name.isascii():
        return name in folded
    found = re.finditer(rf"(?<![\w.@/-]){re.escape(name)}(?![\w@/-])", folded)
    return any(not is_of_other(Place(folded, *place.span()), name, kind) for place in found)
