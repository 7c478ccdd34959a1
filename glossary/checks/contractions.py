"""Short names of a Chinese name in which each of its words has a character or more, in order: 台海, 發改委, 世衛大會.

As no word is passed over, such a short name is hardly another's: 台灣銀行 has nothing of the 土地 in 台灣土地銀行. What
says only what kind of body it is may be left off at the end: 曼聯, not only 曼聯足球俱樂部. All texts here are folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from glossary import tables
from glossary.checks.shorts import ends_no_name, goes_on, stands_apart, without_owner
from glossary.lang import glosses
from glossary.lang.frequencies import division, tag, usage
from glossary.lang.generics import generic
from glossary.matcher.shortened import divided
from glossary.model import Kind

__all__ = ["stands_contracted"]

_SMALL = frozenset("和与及暨")
_WORDS = range(2, 8)  # of a name that is contracted
_LONGEST = 4  # characters of a word of which the last one may be left: 委员会
_SHORTEST = {Kind.ORGANIZATION: 4, Kind.PLACE: 4, Kind.EVENT: 4}  # characters of a name that is contracted
_COMMON = 1000  # uses in 60 million words from which two characters are a word: 高中
_AROUND = 12  # characters beside a place that tell how it is divided into words
_COUNTRIES = frozenset("中美日韩英法德俄印台港澳欧")  # two of them are two countries


def stands_contracted(name: str, kind: Kind, folded: str) -> bool:
    """Whether such a short name stands in a text, and is no part of another word there.

    >>> stands_contracted("台湾海峡", Kind.PLACE, "台海紧张"), stands_contracted("台湾海峡", Kind.PLACE, "台湾紧张")
    (True, False)
    >>> board = "证券交易委员会"
    >>> [stands_contracted(board, Kind.ORGANIZATION, text) for text in ("证交委员会说", "证券委员会说")]
    [True, False]
    """
    wholes = [whole for whole in {name, without_owner(name)} if len(whole) >= _SHORTEST.get(kind, len(whole) + 1)]
    return any(
        _may_stand_for(place[0], whole) and _stands(place)
        for whole in wholes
        for words in _kept(whole, kind)
        for place in _contracted(words).finditer(folded)
    )


def _kept(name: str, kind: Kind) -> Iterator[tuple[str, ...]]:
    """The words of a name that a short one has something of: all, or those before what says what it is."""
    words = _words(name, kind)
    if len(words) in _WORDS:
        yield tuple(words)
    if kind is Kind.ORGANIZATION and generic(words[-1]) is Kind.ORGANIZATION:
        words.pop()
        if words and words[-1] in _sports():
            words.pop()
        if len(words) in _WORDS:
            yield tuple(words)


def _words(name: str, kind: Kind) -> list[str]:
    """The words of a name without its owner; of one that is a word itself, what says what it is, too: 台灣|海峽."""
    own, told = divided(name, kind)
    words = [word for _, word in sorted(division(own + told).items())]
    return words if len(words) > 1 or not told else [own, told]


def _sports() -> frozenset[str]:
    return frozenset(word for word, group, _ in tables.rows("short_names") if group == "sport")


@lru_cache(512)
def _contracted(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words in order, each in full or with some of its characters, the first one among them."""
    first, *others = words
    either = len(first) == 2 and tag(first) == "ns"  # 北 and 高 for 台北 and 高雄
    parts = [_some(first) if not either else f"(?:{first}|{first[0]}|{first[1]})"]
    parts += [f"{word}?" if word in _SMALL else _some(word) for word in others]
    if generic(others[-1]) and 1 < len(others[-1]) < _LONGEST:
        parts[-1] = f"(?:{parts[-1]}|{others[-1][-1]})"
    return re.compile("".join(parts))


def _some(word: str) -> str:
    return word[0] + "".join(f"{char}?" for char in word[1:])


def _may_stand_for(short: str, name: str) -> bool:
    """Whether characters are another name than the whole one, and no word that means something else."""
    if len(short) == len(name):
        return False
    meant = glosses.meanings(short)
    if meant:
        return any(not meant.isdisjoint(glosses.meanings(word)) for word in division(name).values())
    return len(short) > 2 or (usage(short) < _COMMON and not _COUNTRIES.issuperset(short))


def _stands(place: re.Match[str]) -> bool:
    """Whether a short name has a place of its own in its text, and does not begin a longer body's name."""
    start, end = place.span()
    if not stands_apart(place.string, start, end) or goes_on(place.string, end):
        return False
    if len(place[0]) > 2:
        return True
    known = usage(place[0]) > 0 or glosses.is_word(place[0])
    return _is_divided_so(place) and (known or ends_no_name(place.string[max(0, start - 2) : start]))


def _is_divided_so(place: re.Match[str]) -> bool:
    """Whether words end and begin at both ends of a place, as far as the text around it tells."""
    begin = max(0, place.start() - _AROUND)
    words = division(place.string[begin : place.end() + _AROUND])
    edges = {start + size for start, word in words.items() for size in (0, len(word))}
    return {place.start() - begin, place.end() - begin} <= {0, *edges}
