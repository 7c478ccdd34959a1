"""Whether an English institution's name is a part of another one's: Bank of China in Agricultural Bank of China."""

from __future__ import annotations

from functools import cache, lru_cache

from glossary import tables
from glossary.lang import known_names
from glossary.lang.generics import is_generic
from glossary.lang.titles import nature
from glossary.lang.transliteration import letters
from glossary.matcher.english import is_word
from glossary.matcher.place import Place, opens_sentence, word_before
from glossary.model import Kind

__all__ = ["is_of_other", "is_place"]

_BODIES = frozenset({Kind.ORGANIZATION, Kind.OTHER})
_OFFICES = frozenset({"honorific", "title", "role", "relation", "time"})


def is_of_other(place: Place, name: str, kind: Kind) -> bool:
    """Whether a word before the name of an institution makes another's of it: Land Bank of Taiwan.

    Only of a name all of whose words many have: a word before TSMC says something of TSMC.

    >>> def asked(word, name="Bank of China"):
    ...     place = Place(f"{word} {name}", len(word) + 1, len(word) + 1 + len(name))
    ...     return is_of_other(place, name, Kind.ORGANIZATION)
    >>> [asked(word) for word in ("Agricultural", "The", "Taiwan's", "Chairman", "US")]
    [True, False, False, False, False]
    """
    if kind not in _BODIES or not _is_usual(name):
        return False
    word = word_before(place)
    if not word[:1].isupper() or word.isupper() or not word[-1].isalnum():
        return False
    first = name.split(maxsplit=1)[0]
    if any(is_place(f"{word}{first}{end}") for end in ("", "city")):
        return True  # New Taipei City Government
    said = nature(word)
    if said.possessive:
        return _is_common(word.rstrip("'s"))
    if said.small or said.origin or said.verb or said.title in _OFFICES:
        return False
    if said.title == "nationality" or _is_owner(word):
        return first in tables.words("name_neighbours", "many")  # Chinese University of Hong Kong
    if said.title == "qualifier" and not is_generic(word):  # Former, Then
        return not opens_sentence(Place(place.text, place.start - len(word) - 1, place.end))
    return True


@lru_cache(1024)
def _is_usual(name: str) -> bool:
    """Whether all words of a name are generic ones, places or words, and one of them says what it names."""
    words = [word for word in name.split() if not nature(word).small]
    told = [word for word in words if is_generic(word)]
    own = [word for word in words if word not in told and not (is_word(word) or nature(word).title)]
    return len(words) > 1 and bool(told) and (not own or is_place("".join(own)) or all(map(is_place, own)))


def _is_owner(word: str) -> bool:
    """Whether a word is a place or a country that many know, whose a body may be: Taiwan Coast Guard Administration."""
    return "en-known-place" in known_names.signs(word, "") or "known-country" in known_names.in_words((word,))


def _is_common(word: str) -> bool:
    """Whether those whose a body is are many, and no place or person: People's Bank."""
    return is_word(word) and not (is_place(word) or nature(word).title or nature(word).given)


@cache
def _places() -> frozenset[str]:
    return frozenset().union(*tables.lists("places").values())


def is_place(name: str) -> bool:
    """Whether a country or a city of the world is called so.

    >>> is_place("Hong Kong"), is_place("Acer")
    (True, False)
    """
    return letters(name) in _places()
