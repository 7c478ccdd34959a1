"""Whether the name of a language stands for the language: *in Chinese*, but not *Chinese culture*.

English has one word for a language, those who speak it and what is theirs; Chinese has three (漢語, 中國人, 中國的).
"""

from __future__ import annotations

import re

from glossary.lang.script import HAN
from glossary.lang.titles import nature
from glossary.matcher.names import Name
from glossary.matcher.place import Place, neighbours, word_after, word_before

__all__ = ["is_as_language"]

_ENDINGS = frozenset("語语文話话")
_SINGULAR = frozenset({"is", "was", "has"})  # Chinese is a language, the Chinese are a people
_JOINED = re.compile(r"-(?:language|speaking|speakers?|medium)\b")
_GLOSS = re.compile(f"[ ]?[(（]?[{HAN}]|:|[ ]?[(（][A-Za-z ]{{0,24}}: ?[{HAN}]")
_AND = re.compile(r",? (?:and|or) [A-Z]\w* ([a-z]+)")
_LINKS = frozenset({"of", "and", "or"})


def is_as_language(place: Place, name: Name) -> bool:
    """Whether the word stands for a language, where it is one that also says of what people somebody is.

    Words before and after it tell: *speak*, *Old*; *characters*, *dialect*.

    >>> from glossary.model import Entry, Kind, Term
    >>> terms = (Term("Chinese", "en"), Term("漢語", "zh-Hant"))
    >>> name = Name("Chinese", terms[0], Entry("e1", Kind.TERM, terms))
    >>> texts = "in Chinese.", "Chinese characters", "in English and Chinese.", "the Chinese", "in Chinese art"
    >>> [is_as_language(Place(text, text.index("C"), text.index("C") + 7), name) for text in texts]
    [True, True, True, False, False]
    """
    if nature(name.text).title != "nationality" or not _is_language(name):
        return True
    after = word_after(place)
    if after.lower() in neighbours("of-language") or _JOINED.match(place.text, place.end):
        return True
    if (after and not nature(after).small) or _is_one_of_two(place):
        return False
    return _follows(place) or _GLOSS.match(place.text, place.end) is not None or _is_subject(place, after)


def _is_language(name: Name) -> bool:
    return any(term.text[-1:] in _ENDINGS for term in name.entry.terms if term.is_chinese)


def _is_one_of_two(place: Place) -> bool:
    """Whether it goes on to a noun after another word: Chinese and Western *medicine*, but Chinese and English."""
    found = _AND.match(place.text, place.end)
    return found is not None and not nature(found[1]).small and found[1].lower() not in neighbours("of-language")


def _is_subject(place: Place, after: str) -> bool:
    """Whether something is said of one thing: Chinese *is* a language, the Chinese are a people."""
    return after in _SINGULAR and word_before(place).lower() != "the"


def _follows(place: Place) -> bool:
    """Whether the words before it say that a language comes: *speak*, *in*, *varieties of*, *in English and*."""
    before = word_before(place)
    if before.lower() in neighbours("language"):
        return True
    if before not in _LINKS:
        return False
    earlier = Place(place.text, place.start - len(before) - 1, place.end)
    second = word_before(earlier)
    if before == "of":
        return second.lower() in neighbours("of-language")
    other = second.rstrip(",")
    if nature(other).title != "nationality" and other.lower() not in neighbours("language"):
        return False
    return _follows(Place(place.text, earlier.start - len(second) - 1, place.end))
