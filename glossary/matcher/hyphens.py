"""Whether a name stands beside a hyphen, or is a part of the word that it joins: Lin in Lin-led, not in Lin-Manuel."""

from __future__ import annotations

import re

from glossary.lang.latin import is_usual
from glossary.lang.titles import nature
from glossary.matcher.english import is_syllable
from glossary.matcher.names import Name, ends_in_legal_form
from glossary.matcher.place import Place, neighbours, word_after
from glossary.model import Kind

__all__ = ["stands_by_hyphen"]

_HYPHENED_AFTER = re.compile(r"-([^\W_]+)")
_HYPHENED_BEFORE = re.compile(r"([^\W_\u2e80-\U0010ffff](?:[^\W\u2e80-\U0010ffff]|\.)*)-$")


def stands_by_hyphen(place: Place, name: Name) -> bool:
    """No part of a word with a hyphen: Lin is not in Lin-Manuel or Ya-lin, but in Lin-led; places stand in US-China."""
    if "-" not in {place.before, place.after} or name.chinese:
        return True
    if " " in name.text:
        if place.after == "-" and ends_in_legal_form(name.text):  # Sharp Wing Co-op
            return False
        return not (_goes_on(place, name) or _goes_before(place, name))
    after = _HYPHENED_AFTER.match(place.text, place.end)
    if after and after[1].lower() not in neighbours("ending") and not _may_join(after[1], name):
        return False
    before = _HYPHENED_BEFORE.search(place.context) if place.before == "-" else None
    if before is None or before[1].islower():
        return True
    return len(before[1]) > 1 and _may_join(before[1], name)  # CNN is not in R-CNN


def _goes_on(place: Place, name: Name) -> bool:
    """Whether a name of several words goes on after a hyphen: Chen Yi in Chen Yi-chun, not in Chen Yi-led.

    A syllable goes on after one: any name that is spelt in Chinese syllables may have another one. After other persons'
    names only an English word is none of theirs.
    """
    found = _HYPHENED_AFTER.match(place.text, place.end) if place.after == "-" else None
    if found is None:
        return False
    last, other, person = name.text.split()[-1], found[1], name.entry.kind is Kind.PERSON
    if is_syllable(last) and is_syllable(other) and (person or name.entry.kind is not Kind.PLACE or other.islower()):
        return person or other not in neighbours("ending")
    if not person or "-" in last or other.lower() in neighbours("ending"):
        return False
    return not (is_usual(other) if other.islower() else _begins_person(place, found.end()))


def _begins_person(place: Place, end: int) -> bool:
    """Whether a word with a capital follows what ends there: the two parts of Trump-Xi Jinping are two persons."""
    return word_after(Place(place.text, place.start, end))[:1].isupper()


def _goes_before(place: Place, name: Name) -> bool:
    """Whether a person's name of several words begins before a hyphen: Paul Smith in Jean-Paul Smith."""
    if name.entry.kind is not Kind.PERSON or place.before != "-":
        return False
    before = _HYPHENED_BEFORE.search(place.context)
    return before is not None and (nature(before[1]).given or (before[1][0].isupper() and is_syllable(before[1])))


def _may_join(other: str, name: Name) -> bool:
    """Whether a hyphen may join the name to another one (US-China) or to a word (TSMC-designed)."""
    if name.entry.kind is Kind.PERSON:
        return False
    return name.entry.kind is Kind.PLACE or name.text.isupper() or (other[0].islower() and len(other) > 2)
