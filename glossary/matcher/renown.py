"""Whom everybody means by a name: the entry's thing, or one that is better known, as the table of such names tells."""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import Enum

from glossary.lang import well_known
from glossary.lang.frequencies import tag
from glossary.lang.generics import words
from glossary.lang.glosses import is_word
from glossary.lang.known_names import bears_brand
from glossary.lang.script import has_han
from glossary.lang.surnames import opens_with_surname
from glossary.matcher.folding import fold
from glossary.model import Entry, Kind

__all__ = ["Renown", "is_called_so", "renown"]

_ALIKE = 0.6  # ratio from which two English names may be one, written otherwise


class Renown(Enum):
    """Whose a name is to everybody."""

    OWN = "the entry's"
    OTHER = "another's"
    UNKNOWN = "nobody's, or perhaps the entry's"


def renown(text: str, entry: Entry) -> Renown:
    """Whose one of an entry's names is to everybody.

    Another's only where its thing is of another kind or a place, and is not called as the entry in the other language.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Pair
    >>> nolan, cape = Pair("Christopher Nolan", "諾蘭", Kind.PERSON), Pair("Nordkapp", "北角", Kind.PLACE)
    >>> [renown(pair.chinese, from_pair(pair)).name for pair in (Pair("Nolan", "諾蘭"), nolan, cape)]
    ['UNKNOWN', 'OWN', 'OTHER']
    """
    chinese = has_han(text)
    known = well_known.of(fold(text)) if chinese else well_known.of_english(text)
    if not known.kinds:
        return Renown.UNKNOWN
    others = [term.text for term in entry.terms if has_han(term.text) is not chinese]
    own = {well_known.key(other) if chinese else fold(other) for other in others}
    if not own.isdisjoint(known.others):
        return Renown.OWN if entry.kind in known.kinds else Renown.UNKNOWN
    if entry.kind not in known.kinds and _is_called_after(own, known.others):
        return Renown.OTHER
    if not chinese and own and entry.kind is not Kind.PLACE and all(_adds_word(one, known.others) for one in own):
        return Renown.OTHER
    may_be = entry.kind in known.kinds and entry.kind is not Kind.PLACE
    if may_be or not own or bears_brand(text):
        return Renown.UNKNOWN
    alike = _shares_letters if chinese else _shares_characters
    return Renown.UNKNOWN if any(alike(one, other) for one in own for other in known.others) else Renown.OTHER


def is_called_so(text: str, entry: Entry) -> bool:
    """Whether a Chinese name is a person's by its surname, as dictionaries say, or to everybody: no word as 一行 is.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Pair
    >>> pairs = (Pair("Einstein", "愛因斯坦", Kind.PERSON), Pair("Yi Xing", "一行", Kind.PERSON))
    >>> [is_called_so(pair.chinese, from_pair(pair)) for pair in pairs]
    [True, False]
    """
    return opens_with_surname(text) or tag(fold(text)).startswith("nr") or renown(text, entry) is Renown.OWN


def _is_called_after(own: set[str], others: frozenset[str]) -> bool:
    """Whether all of an entry's names are longer than one of the best-known thing: the satellite 墨子號, after 墨子."""
    return bool(own) and all(any(one != other and other in one for other in others) for one in own)


def _adds_word(own: str, others: frozenset[str]) -> bool:
    """Whether a Chinese name is a better known one and another word, which is no firm's sort: 粵語拼音, after 粵語."""
    rests = (own.removeprefix(other) for other in others if own.startswith(other))
    return any(len(rest) > 1 and is_word(rest) and rest not in words("zh") for rest in rests)


def _shares_characters(one: str, other: str) -> bool:
    return not set(one).isdisjoint(other)


def _shares_letters(one: str, other: str) -> bool:
    return one in other or other in one or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
