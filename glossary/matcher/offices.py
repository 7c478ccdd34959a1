"""Whose a ministry, a local body or an office is: 財政部 in a Chinese text may be any country's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from glossary.lang.known_names import is_country, signs
from glossary.lang.titles import nature
from glossary.lang.transliteration import likeness
from glossary.matcher.folding import fold
from glossary.matcher.names import Name
from glossary.matcher.place import Place
from glossary.model import Kind

__all__ = ["has_foreign_head", "is_abroad", "is_at_home"]

_BODIES = frozenset("部院厅署局府")  # what bodies of a state end in
_LOCAL = frozenset("所台")  # what those of a town or a country end in
_OWN = frozenset({"中国", "台湾"})  # whose offices have Chinese names; folded
_JOINING = frozenset("和与及、")
_SOUNDS = 1.0  # likeness to characters of foreign names from which a character counts as one


def is_at_home(place: Place, name: Name) -> bool:
    """Whether it is no other country's ministry or head, unless a text that states it has the other.

    >>> from glossary.model import Entry, Term
    >>> name = Name("財政部", Term("財政部", "zh-Hant"), Entry("e1", Kind.ORGANIZATION, ()))
    >>> is_at_home(Place("美国财政部", 2, 5), name), is_at_home(Place("昨天财政部", 2, 5), name)
    (False, True)
    """
    last, office = place.text[place.end - 1], _is_office(name)
    if not (office or last in _BODIES or last in _LOCAL):
        return True
    if place.context.endswith("共和国") and not place.context.endswith("中华人民共和国"):
        return False
    owner = _owner(place, _is_town if last in _LOCAL else is_country)
    if not owner or (office and owner in _OWN):
        return True
    return any(owner in fold(mention.context) for mention in name.entry.mentions)


def has_foreign_head(place: Place, name: Name) -> bool:
    """Whether a body's head has a foreign name, and no country is told: 財政部 of 财政部长贝森特 is not Taiwan's.

    >>> from glossary.model import Entry, Term
    >>> name = Name("財政部", Term("財政部", "zh-Hant"), Entry("e1", Kind.ORGANIZATION, ()))
    >>> [has_foreign_head(Place(text, 0, 3), name) for text in ("财政部长贝森特", "财政部长庄翠云", "财政部长期")]
    [True, False, False]
    """
    if name.entry.kind is not Kind.ORGANIZATION or place.after != "长" or place.text[place.end - 1] not in _BODIES:
        return False
    return _is_foreign(place) and not _owner(place, is_country)


def _is_foreign(place: Place) -> bool:
    """Whether a foreign name stands behind the title of a body's head."""
    bearer = place.text[place.end + 1 : place.end + 3]
    return len(bearer) > 1 and all(likeness(char) >= _SOUNDS for char in bearer)


def is_abroad(places: Sequence[Place], name: Name) -> bool:
    """Whether a body is first another country's, and no place tells it from that one: 財政部 after 美國財政部長貝森特.

    >>> from glossary.model import Entry, Term
    >>> name = Name("財政部", Term("財政部", "zh-Hant"), Entry("e1", Kind.ORGANIZATION, ()))
    >>> texts = ("美国财政部说，财政部很忙", "美国财政部说，财政部长庄翠云很忙", "美国财政部和财政部")
    >>> places = ([Place(text, at, at + 3) for at in (2, text.rfind("财政部"))] for text in texts)
    >>> [is_abroad(two, name) for two in places]
    [True, False, False]
    """
    if name.entry.kind is not Kind.ORGANIZATION or is_at_home(places[0], name):
        return False
    return not any(one.before in _JOINING or (one.after == "长" and not _is_foreign(one)) for one in places[1:])


def _owner(place: Place, is_known: Callable[[str], bool]) -> str:
    """The country or town that is named right before the place; empty where none is."""
    before = (place.text[place.start - size : place.start] for size in (3, 2) if size <= place.start)
    return next(filter(is_known, before), "")


def _is_office(name: Name) -> bool:
    """Whether the name is a head's title: 總理, Premier."""
    if name.entry.kind is not Kind.OTHER:
        return False
    return any(nature(term.text).title == "role" for term in name.entry.terms if term.lang == "en")


@lru_cache(4096)
def _is_town(folded: str) -> bool:
    """Whether a Chinese name is a town's or a country's."""
    return any(sign in {"zh-known-city", "zh-known-country"} for sign in signs("", folded))
