"""What kind of thing a pair of names names, as far as the names themselves tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from glossary import tables
from glossary.lang import romanization, script
from glossary.model import Kind

__all__ = ["classify", "generic"]

_WORD = re.compile(r"[^\W\d_]+")
_TITLED = re.compile(r"^[《〈].*[》〉]$")
_DOT = re.compile("[·・‧•．]")
_LONGEST = 6


@cache
def _endings(side: str) -> Mapping[str, Kind]:
    return {text: Kind(kind) for where, _, text, kind in tables.rows("kinds") if where == side}


def generic(chinese: str) -> Kind | None:
    """The kind that the end of a Chinese name tells, by the longest generic word that fits and leaves something over.

    >>> generic("屏東縣"), generic("台灣大學"), generic("何立峰")
    (<Kind.PLACE: 'place'>, <Kind.ORGANIZATION: 'organization'>, None)
    """
    endings = _endings("zh")
    for length in range(min(_LONGEST, len(chinese) - 1), 0, -1):
        kind = endings.get(chinese[-length:])
        if kind is not None:
            return kind
    return None


def classify(english: str, chinese: str, *, titled: bool = False) -> Kind:
    """The likeliest kind of the thing that these two names name.

    ``titled`` tells that a person's title or office stood before the name. Evidence in the order of its strength:
    book-title marks, a Chinese person name spelt out, generics at the end of either name, a title before it, dots
    between the parts of a foreign name, lower case for terms.

    >>> classify("He Lifeng", "何立峰").value, classify("ByteDance Ltd", "字節跳動").value
    ('person', 'organization')
    >>> classify("Pingtung County", "屏東縣").value, classify("inflation", "通貨膨脹").value
    ('place', 'term')
    """
    if _TITLED.match(chinese):
        return Kind.WORK
    words = _WORD.findall(english)
    ending = _endings("en").get(words[-1].casefold()) if len(words) > 1 else None
    said = generic(chinese)
    if is_spelt_person(english, chinese, generic_end=ending or said):
        return Kind.PERSON
    if ending or said:
        return _settle(ending, said)
    if titled or (_DOT.search(chinese) and len(words) > 1):
        return Kind.PERSON
    return Kind.OTHER if english[:1] == "" or any(char.isupper() for char in english) else Kind.TERM


def is_spelt_person(english: str, chinese: str, *, generic_end: Kind | None = None) -> bool:
    """Whether the English is a person's name whose surname spells that of the Chinese.

    A name that ends in a generic word (李山 is a person and a hill) has to be spelt out in full.

    >>> is_spelt_person("Jensen Huang", "黃仁勳"), is_spelt_person("Taipei", "台北")
    (True, False)
    """
    if not 2 <= len(chinese) <= 4 or len(english.replace("-", " ").split()) < 2 or not _opens_with_surname(chinese):
        return False
    found = romanization.fit(english, chinese)
    if found.level is romanization.Level.FULL:
        return True
    return generic_end is None and found.level in {romanization.Level.SURNAME, romanization.Level.INITIALS}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(script.fold(name) for name in tables.words("surnames"))


def _opens_with_surname(chinese: str) -> bool:
    folded = script.fold(chinese)
    return folded[:1] in _surnames() or folded[:2] in _surnames()


def _settle(english: Kind | None, chinese: Kind | None) -> Kind:
    """The English generic wins, but a Chinese organization is not made a place by its last English word."""
    if chinese is Kind.ORGANIZATION and english is Kind.PLACE:
        return Kind.ORGANIZATION
    return english or chinese or Kind.OTHER
