"""Which names of the glossary a text has as parts of others' names only: Tesla in a text about Thomas Tesla."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection
from functools import lru_cache

from glossary import tables
from glossary.lang.generics import generic
from glossary.lang.headwords import is_headword
from glossary.lang.name_parts import CHARACTERS
from glossary.lang.titles import nature
from glossary.matcher.automaton import Automaton, Hit
from glossary.matcher.chinese import begins_place
from glossary.matcher.english import is_syllable
from glossary.matcher.names import Name, Use
from glossary.matcher.namesakes import is_chinese_given, is_given, is_known_by
from glossary.matcher.offices import has_foreign_head, is_abroad
from glossary.matcher.place import Place, neighbours, word_after, word_before
from glossary.model import Kind

__all__ = ["of_others"]

_LIFE = re.compile(r" \((?:born )?1\d{3}(?: ?- ?\d{4})?\)|,? (?:who )?(?:was )?born (?:in|on) (?:[\w,]+ ){0,4}1\d{3}")
_GOD = re.compile(r",? (?:is |was |or |also )*(?:an?|the) (?:[\w-]+ ){0,2}(?:god|goddess|deity)\b", re.IGNORECASE)
_APPOSED = re.compile(r", (?:an? |the )?([A-Z][\w-]+) ([a-z]+)\b")
_SURNAME = 2  # characters of a Japanese surname that is also a firm's name
_GIVEN = (2, 3)  # characters of the given name behind it
_LIKELY = -0.4  # log-probability that a name of these characters is a person's
_NAMED_SO = frozenset({Kind.PERSON, Kind.PLACE})  # Nikola Tesla is no firm
_MOSTLY = 3  # one place in so many says that a name is a place's; the others go on in other words (亚马逊丛林)


def of_others(folded: str, automaton: Automaton, hits: Collection[Hit]) -> frozenset[int]:
    """The numbers of the names that are others' in a folded text.

    A person bears the name (尼古拉·特斯拉, Nikola Tesla), or it is often a place's (亚马逊雨林).
    """
    found: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        found[hit[0]].append(hit)
    others = set()
    for number, same in found.items():
        names = automaton.names_of(number, "")
        is_other = _rule(names[0]) if names else None
        if is_other is not None and is_other([Place(folded, start, end) for _, start, end in same], names[0]):
            others.add(number)
    return frozenset(others)


def _rule(name: Name) -> Callable[[list[Place], Name], bool] | None:
    """What says whether a name is another's; None where it can be a part of no other name."""
    if " " in name.text or "·" in name.text or name.use is not Use.FULL:
        return None
    if name.entry.kind is Kind.PLACE:
        return None if name.chinese else _is_bearer
    small = name.text[:1].islower()  # every AI model, built by: no surname
    may_be = name.entry.kind is not Kind.PERSON if name.chinese else not (small or name.text.isupper())
    return _is_of_other if may_be else None


def _is_bearer(places: list[Place], name: Name) -> bool:
    """Whether a place's English name is a god's or a person's here, and nothing is in it anywhere."""
    told = any(_is_named_otherwise(one, name) or _is_told(one) for one in places)
    return told and all(word_before(one).lower() not in neighbours("locator") for one in places)


def _is_told(place: Place) -> bool:
    """Whether what follows is said of a person or a god: Dali died; Dali, Spanish painter; Matsu, the goddess of."""
    if tables.mapping("after_words").get(word_after(place)) == "acting" or _GOD.match(place.text, place.end):
        return True
    found = _APPOSED.match(place.text, place.end)
    return found is not None and nature(found[1]).title == "nationality" and nature(found[2]).title == "role"


def _is_of_other(places: list[Place], name: Name) -> bool:
    """Whether a person bears the name at one of the places, or it is a place's at many of them."""
    if not name.chinese:
        return any(_follows_given(one, name) for one in places) or _is_chinese_surname(name, places)
    if any(place.before == "·" or has_foreign_head(place, name) for place in places) or is_abroad(places, name):
        return True
    if places[0].end - places[0].start == _SURNAME and any(map(_begins_person, places)):
        return True
    return _MOSTLY * sum(map(begins_place, places)) >= len(places)


def _is_chinese_surname(name: Name, places: list[Place]) -> bool:
    """Whether a Chinese given name stands behind the name somewhere, as its surname: Sun Zhongshan, Sun Yat-sen."""
    if name.entry.kind is Kind.PERSON or not is_syllable(name.text):
        return False
    return any(after[:1].isupper() and is_chinese_given(after.replace("-", "")) for after in map(word_after, places))


def _begins_person(place: Place) -> bool:
    """Whether a person whom many know is called so, with the name as the surname: 本田宗一郎."""
    return any(_is_known_person(place.text[place.start : place.end + more]) for more in _GIVEN)


@lru_cache(4096)
def _is_known_person(folded: str) -> bool:
    return is_headword(folded) and generic(folded) is None and CHARACTERS.chances(folded)[0] > _LIKELY


def _follows_given(place: Place, name: Name) -> bool:
    """Whether another's given name stands before it, or a life or a birth after it."""
    if name.entry.kind is not Kind.PERSON and _LIFE.match(place.text, place.end) is not None:
        return True
    return place.before == " " and _is_named_otherwise(place, name)


def _is_named_otherwise(place: Place, name: Name) -> bool:
    """Whether a given name stands before it by which the dictionary does not know him: Isaac Newton is 牛頓."""
    word = word_before(place)
    return is_given(word) and not (name.entry.kind in _NAMED_SO and is_known_by(word, name))
