"""Names that only say what sort of thing something is: Library and 圖書館 are parts of the names of all libraries."""

from __future__ import annotations

from functools import lru_cache

from glossary.lang.frequencies import division, part
from glossary.lang.generics import is_generic, words
from glossary.lang.titles import nature
from glossary.matcher.names import Name
from glossary.matcher.place import ENDS, Place, opens_sentence, word_after, word_before

__all__ = ["is_whole_sort"]

_BEFORE = 4  # characters in which the word before a Chinese name is
_NAMING = frozenset("nzxj")  # the parts of speech of words that begin a name: 中央圖書館


def is_whole_sort(place: Place, name: Name) -> bool:
    """Whether a name that only says a sort of thing is no part of another's: British Library, 中央圖書館.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Kind, Pair
    >>> entry = from_pair(Pair("Library", "圖書館", Kind.PLACE))
    >>> english, chinese = (Name(term.text, term, entry) for term in entry.terms[:2])
    >>> [is_whole_sort(Place(text, 4, 11), english) for text in ("the Library is", "The Library is", "New Library")]
    [True, True, False]
    >>> [is_whole_sort(Place(text, 2, 5), chinese) for text in ("去了图书馆", "中央图书馆")]
    [True, False]
    """
    if not (_is_sort(name.text) if name.chinese else " " not in name.text and is_generic(name.text)):
        return True
    if name.chinese:
        return place.before in ENDS or not _names(place.text[max(0, place.start - _BEFORE) : place.start])
    before, after = word_before(place), word_after(place)
    goes_on = after[:1].isupper() and not nature(after).small
    begins = before[:1].isupper() and not nature(before).small and before[-1:].isalnum()
    return not (goes_on or (begins and not opens_sentence(place)))


@lru_cache(1024)
def _is_sort(text: str) -> bool:
    return len(text) > 1 and text in words("zh")


@lru_cache(4096)
def _names(before: str) -> bool:
    """Whether the characters before a Chinese name end in a word that may begin a name."""
    found = division(before)
    last = found[max(found)] if found else ""
    return part(last) in _NAMING
