"""Which names of the glossary a text has as parts of others' names only: Tesla in a text about Thomas Tesla."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from glossary.matcher.automaton import Automaton, Hit
from glossary.matcher.chinese import begins_place
from glossary.matcher.names import Name, Use
from glossary.matcher.namesakes import is_given
from glossary.matcher.place import Place
from glossary.matcher.standing import word_before
from glossary.model import Kind

__all__ = ["of_others"]

_LIFE = re.compile(r" \((?:born )?1\d{3}(?: ?- ?\d{4})?\)|,? (?:who )?(?:was )?born (?:in|on) (?:[\w,]+ ){0,4}1\d{3}")
_MOSTLY = 3  # one place in so many says that a name is a place's; the others go on in other words (亚马逊丛林)


def of_others(folded: str, automaton: Automaton, hits: Iterable[Hit]) -> frozenset[int]:
    """The numbers of the names that are others' in a folded text.

    A person bears the name (尼古拉·特斯拉, Nikola Tesla), or it is often a place's (亚马逊雨林).
    """
    places: defaultdict[int, list[Place]] = defaultdict(list)
    for number, start, end in hits:
        places[number].append(Place(folded, start, end))
    others = set()
    for number, found in places.items():
        names = automaton.names_of(number, "")
        if names and _is_of_other(found, names[0]):
            others.add(number)
    return frozenset(others)


def _is_of_other(places: list[Place], name: Name) -> bool:
    """Whether a person bears the name at one of the places, or it is a place's at many of them."""
    if name.entry.kind is Kind.PLACE or " " in name.text or "·" in name.text or name.use is not Use.FULL:
        return False
    if not name.chinese:
        return not name.text.isupper() and any(map(_follows_given, places))
    if name.entry.kind is Kind.PERSON:
        return False
    return any(place.before == "·" for place in places) or _MOSTLY * sum(map(begins_place, places)) >= len(places)


def _follows_given(place: Place) -> bool:
    """Whether a given name stands before it, or a life or a birth after it."""
    return is_given(word_before(place)) or _LIFE.match(place.text, place.end) is not None
