"""How else a name is written, whatever it names: Tang Dynasty, Rolling Stones, Health & Welfare, 史考特貝森特.

``_WAYS`` is the table: what a name may have, what others write for it, and for which kinds of things they do. All texts
here are folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.lang.generics import is_generic
from glossary.lang.titles import nature
from glossary.matcher import initials
from glossary.matcher.english import is_syllable
from glossary.model import Entry, Kind

__all__ = ["is_respelt", "joined", "respelt", "steady", "without_sort"]

_THINGS = frozenset(Kind) - {Kind.PERSON}
_BODIES = frozenset({Kind.ORGANIZATION, Kind.EVENT, Kind.LAW, Kind.PLACE})
_WAYS: tuple[tuple[str, str, frozenset[Kind]], ...] = (
    (r"\AThe (?=\w+ \w)", "", _THINGS),  # Rolling Stones
    (r" and ", " & ", _THINGS),
    (r" & ", " and ", _THINGS),
    (r"' ", " ", _THINGS),  # St Giles Cathedral
    (r"(?<=\w)-(?=\w)", " ", _THINGS - {Kind.TERM}),  # Mid Autumn Festival
    (r"\bSt\.? (?=[A-Z])", "St. ", _THINGS),
    (r"\bSt\.? (?=[A-Z])", "St ", _THINGS),
    (r"\bMount (?=[A-Z])", "Mt. ", _THINGS),
    (r"\bMount (?=[A-Z])", "Mt ", _THINGS),
    (r"\bMt\.? (?=[A-Z])", "Mount ", _THINGS),
    (r"\bHarbour\b", "Harbor", _BODIES),  # but the Labor Party is not the Labour Party
    (r"\bHarbor\b", "Harbour", _BODIES),
    (r"\b(Cent|Theat)re\b", r"\1er", _BODIES),
    (r"\b(Cent|Theat)er\b", r"\1re", _BODIES),
    (r"\bDefence\b", "Defense", _BODIES),
    (r"\bDefense\b", "Defence", _BODIES),
    (r"\bOrganisation\b", "Organization", _BODIES),
    (r"\bOrganization\b", "Organisation", _BODIES),
)
_MAY_BE = re.compile(
    r"\AThe |[&·‧•・．]| and |['’] |\b(?:St|Mt|Mount)\b|\bHarbou?r\b|(?:Cent|Theat)(?:re|er)\b"
    r"|Defen[cs]e|Organi[sz]ation|(?<=[a-z] )[A-Z]\. "
)
_SMALL = re.compile(" [a-z]")
_WORD = re.compile(r"[^\W\d_]+")
_UNSTEADY = frozenset({"The", "and", "Saint", "Mount"})
_SORT = re.compile(r"(?<=\w) (?:City|County|Province|Prefecture)$|(?<=..)[市省縣县]$")
_DOT = "·"


def respelt(text: str, entry: Entry) -> Iterator[str]:
    """A folded name in other spellings.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Pair
    >>> pairs = (Pair("The Rolling Stones", "滾石樂團", Kind.ORGANIZATION), Pair("Tang dynasty", "唐朝", Kind.OTHER))
    >>> [next(respelt(pair.english, from_pair(pair))) for pair in pairs]
    ['Rolling Stones', 'Tang Dynasty']
    >>> list(respelt("史考特·贝森特", from_pair(Pair("Scott Bessent", "史考特·貝森特", Kind.PERSON))))
    ['史考特贝森特', '史考特.贝森特', '史考特-贝森特']
    """
    if _DOT in text:
        yield from (text.replace(_DOT, other) for other in ("", ".", "-"))
    if text.isascii():
        yield from _in_english(text, entry)


def _in_english(text: str, entry: Entry) -> Iterator[str]:
    if entry.kind is not Kind.PERSON:
        yield from _of_thing(text, entry.kind) if text[:1].isupper() else ()
    elif "." in text or text[1:2].isupper():
        yield from initials.respelt(text, entry)


def _of_thing(text: str, kind: Kind) -> Iterator[str]:
    if "-" in text or _MAY_BE.search(text):
        for pattern, other, kinds in _WAYS:
            if kind in kinds and (written := re.sub(pattern, other, text)) != text:
                yield written
    if _SMALL.search(text):
        yield " ".join(word if nature(word).small else word[:1].upper() + word[1:] for word in text.split(" "))
    if kind is Kind.EVENT and text.endswith("s") and is_generic(text[:-1].rpartition(" ")[2]):
        yield text[:-1]  # Golden Horse Award
    if kind is Kind.PLACE and (one := joined(text)):
        yield one


def joined(name: str) -> str:
    """A name of two syllables as one word, as some write a place's; empty for others.

    >>> joined("Mong Kok"), joined("New York")
    ('Mongkok', '')
    """
    first, last = name.rpartition(" ")[::2]
    return first + last.lower() if first.istitle() and is_syllable(first) and is_syllable(last) else ""


def without_sort(name: str) -> str:
    """A place's name without the word at its end that says what sort of place it is; empty for others.

    >>> without_sort("Taipei City"), without_sort("台北市"), without_sort("Taipei")
    ('Taipei', '台北', '')
    """
    found = _SORT.search(name)
    return name[: found.start()] if found else ""


def is_respelt(name: str) -> bool:
    """Whether letters of a name may be missing in one of its other spellings, or others be there.

    >>> [is_respelt(name) for name in ("The Rolling Stones", "Roger Y. Tsien", "He Lifeng")]
    [True, True, False]
    """
    return _MAY_BE.search(name) is not None


def steady(name: str) -> str:
    """The longest word of a name whose beginning stays in all its spellings.

    >>> steady("Mount Fuji"), steady("Victoria Harbour")
    ('Fuji', 'Victoria')
    """
    return max((word for word in _WORD.findall(name) if word not in _UNSTEADY), key=len, default=name)
