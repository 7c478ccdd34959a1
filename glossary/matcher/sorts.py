"""Names that only say what sort of thing something is: Library and 圖書館 are parts of the names of all libraries."""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.lang.frequencies import division, lexicon, part, tag
from glossary.lang.generics import is_generic, words
from glossary.lang.known_names import is_known_place
from glossary.lang.titles import nature
from glossary.lang.transliteration import likeness
from glossary.matcher.names import Name, Use
from glossary.matcher.namesakes import is_chinese_given
from glossary.matcher.place import ENDS, Place, neighbours, opens_sentence, word_after, word_before

__all__ = ["NAMED_AFTER", "is_called_after", "is_no_craft", "is_no_title", "is_station", "is_whole_sort"]

_STREET = re.compile("(?:[东西南北中][一二三]?)?(?:[路街道巷](?:[一二三四五]段)?|大道|大街|胡同)|湖")
_SORTS = frozenset("市省县")
_NUMBER = re.compile(r"\d+号")
_SOUNDS = 1.0  # likeness to characters of foreign names from which a character counts as one
_BEFORE = 4  # characters in which the word before a Chinese name is
_NAMING = frozenset("nzxj")  # the parts of speech of words that begin a name: 中央圖書館


def is_called_after(place: Place, name: Name) -> bool:
    """Whether no street or lake elsewhere is called after a Chinese place: 廣東道, 昆明湖; but 廣東道路 is in 廣東.

    >>> from glossary.model import Entry, Kind, Term
    >>> name = Name("廣東", Term("廣東", "zh-Hant"), Entry("e1", Kind.PLACE, ()))
    >>> [is_called_after(Place(text, 0, 2), name) for text in ("广东道的店", "广东道路上", "广东东路", "广东东部")]
    [False, True, False, True]
    """
    if name.use is Use.SHORT and place.after in _SORTS:
        return False  # where 台北市 does not stand
    found = _STREET.match(place.text, place.end)
    if found is None:
        return True
    beyond = place.text[found.end() - 1 : found.end() + 1]
    return tag(beyond) == "ns" or (len(beyond) > 1 and beyond[0] != "湖" and beyond in lexicon(beyond[0]))


def is_no_craft(place: Place, _: Name) -> bool:
    """Whether a name has no number behind it, as that of a craft: 阿波羅11號.

    >>> from glossary.model import Entry, Kind, Term
    >>> name = Name("阿波羅", Term("阿波羅", "zh-Hant"), Entry("e1", Kind.PERSON, ()))
    >>> is_no_craft(Place("阿波罗11号", 0, 3), name), is_no_craft(Place("阿波罗11岁", 0, 3), name)
    (False, True)
    """
    return _NUMBER.match(place.text, place.end) is None


def is_no_title(place: Place, name: Name) -> bool:
    """Whether a term is no title behind a foreign name, as 爵士 is that of knights; not where it means the title.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Kind, Pair
    >>> jazz, sir = (from_pair(Pair(english, "爵士", Kind.TERM)) for english in ("jazz", "Sir"))
    >>> [is_no_title(Place("戴维斯爵士", 3, 5), Name("爵士", entry.terms[1], entry)) for entry in (jazz, sir)]
    [False, True]
    """
    if likeness(place.before) < _SOUNDS or place.text[place.start : place.end] not in neighbours("title"):
        return True
    return any(nature(term.text).title for term in name.entry.terms if term.lang == "en")


def is_station(place: Place, _: Name) -> bool:
    """Whether an English name of a place is no second part of another's: Fuxing in Zhongxiao Fuxing Station.

    >>> from glossary.model import Entry, Kind, Term
    >>> name = Name("Fuxing", Term("Fuxing", "en"), Entry("e1", Kind.PLACE, ()))
    >>> texts = ("Zhongxiao Fuxing Station", "Taoyuan's Fuxing Station")
    >>> [is_station(Place(text, 10, 16), name) for text in texts]
    [False, True]
    """
    before, after = word_before(place), word_after(place)
    if not (before[:1].isupper() and after[:1].isupper() and is_generic(after)):
        return True
    return not is_chinese_given(before) or is_known_place(before)


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


NAMED_AFTER = (is_whole_sort, is_called_after)  # the rules for a Chinese place
