"""How else initials are written: C. C. Wei, CC Wei and CC 魏 for C.C. Wei; U.S. for US."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.lang import romanization, well_known
from glossary.matcher.folding import fold
from glossary.model import Entry, Kind

__all__ = ["begins_with_initials", "dotted", "respelt"]

_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?){2,3}(?= ?[A-Z][a-z])|[A-Z]{2,3}(?= [A-Z][a-z])")
_MIDDLE = re.compile(r"([A-Z][\w'-]+) ([A-Z])\. ([A-Z][\w'-]+)")
_LONGEST = 3  # letters of an acronym that is written with dots


def begins_with_initials(text: str) -> bool:
    """Whether a name begins with initials.

    >>> [begins_with_initials(text) for text in ("C.C. Wei", "CC Wei", "C. Wei", "TSMC")]
    [True, True, False, False]
    """
    return _INITIALS.match(text) is not None


def respelt(text: str, entry: Entry) -> Iterator[str]:
    """A person's folded name with its initials as others write them, also before the surname in Chinese.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Pair
    >>> wei = from_pair(Pair("C.C. Wei", "魏哲家", Kind.PERSON))
    >>> list(respelt("C.C. Wei", wei))
    ['C.C. Wei', 'C. C. Wei', 'CC Wei', 'C.C. 魏', 'C.C.魏', 'C. C. 魏', 'C. C.魏', 'CC 魏', 'CC魏']
    """
    if entry.kind is not Kind.PERSON:
        return
    if found := _MIDDLE.fullmatch(text):
        yield from _without_middle(found, entry)
    found = _INITIALS.match(text)
    if found is None:
        return
    letters, rest = [char for char in found[0] if char.isalpha()], text[found.end() :].strip()
    ways = ("".join(f"{letter}." for letter in letters), " ".join(f"{letter}." for letter in letters), "".join(letters))
    yield from (f"{way} {rest}" for way in ways)
    chinese = (fold(term.text) for term in entry.terms if term.is_chinese)
    surnames = dict.fromkeys(other[0] for other in chinese if romanization.surname(rest, other))
    yield from (f"{way}{space}{surname}" for surname in surnames for way in ways for space in (" ", ""))


def _without_middle(found: re.Match[str], entry: Entry) -> Iterator[str]:
    """A name without the full stop of its middle initial, and without the initial where nobody else is called so."""
    first, initial, last = found.groups()
    yield f"{first} {initial} {last}"
    others = well_known.of_english(f"{first} {last}").others
    if not others or any(fold(term.text) in others for term in entry.terms if term.is_chinese):
        yield f"{first} {last}"


def dotted(text: str, entry: Entry) -> Iterator[str]:
    """An acronym of a few letters with a full stop after each, or without.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Pair
    >>> [list(dotted(text, from_pair(Pair(text, "美國", Kind.PLACE)))) for text in ("US", "U.S.")]
    [['U.S.'], ['US']]
    """
    letters = text.replace(".", "")
    if entry.kind is not Kind.PERSON and letters.isascii() and letters.isalpha() and 1 < len(letters) <= _LONGEST:
        with_dots = "".join(f"{letter}." for letter in letters)
        yield letters if text == with_dots else with_dots
