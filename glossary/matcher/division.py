"""Whether the likeliest division of a Chinese text into words has a name where its characters stand.

A short name may be an accident of two words (何军 in 任何军事), or a word may begin in it and go over its end (李强 in
李强调); a long one may begin or end within a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import inf

from glossary.lang.frequencies import NO_WORD, beginnings, division, lexicon, surprise, tag
from glossary.lang.generics import generic
from glossary.lang.headwords import is_headword
from glossary.matcher.names import Name, Use
from glossary.matcher.place import ENDS, Place, neighbours
from glossary.model import Kind

__all__ = ["is_divided_so", "surprise_of"]

_SHORT_CHINESE = 3  # characters of a Chinese name that may be an accident of two words
_AROUND = 4  # characters beside it that may belong to such a word
_TAIL = 3  # characters at the end of a long name in which a word may begin that goes over it
_NAME_SURPRISE = 9.0  # nats: a name of the glossary counts as a word as common as 經貿 or 茶館
_RUNS_ON = 1.0  # nats: how much less a short name is expected where a word begins in it and goes over its end
_SURELY = 2.0  # nats by which a word that goes over the end of a long name has to be likelier than the name


def surprise_of(text: str) -> float:
    """How unlikely a text is in its likeliest division into words, in nats.

    >>> surprise_of("强调经济") < surprise_of("强调经贝")
    True
    """
    return sum(map(surprise, division(text).values()))


def is_divided_so(place: Place, name: Name) -> bool:
    """Whether a name is no accident of two words, as 何軍 in 任何軍事; a long one neither begins nor ends in a word."""
    text, begin, stop = place.text, place.start, place.end
    if stop - begin > _SHORT_CHINESE:
        within = _is_within_word(text[max(0, begin - 2) : begin], text[begin : begin + 2])
        return not within and (
            place.after in ENDS or not _goes_on(text[stop - _TAIL : stop], text[stop : stop + _AROUND])
        )
    first, last = max(0, begin - _AROUND), min(len(text), stop + _AROUND)
    around, at = text[first:last], (begin - first, stop - first)
    rivals = _rivals(around, *at, kind=name.entry.kind)
    if not rivals or name.entry.kind is Kind.PLACE:  # much spoken of: 上海|南站, 中国|大陆
        return not rivals or _is_word_here(around, at, rivals)
    short_of_it = name.entry.kind is Kind.ORGANIZATION and name.use is Use.LATER  # 台大|学生
    less = _RUNS_ON * (not short_of_it and any(at[0] < first < at[1] < stop for first, stop in rivals))
    return _is_word_here(around, at, rivals, less=less) and not _is_in_title(around, at, rivals)


@lru_cache(65536)
def _goes_on(tail: str, after: str) -> bool:
    """Whether a word that begins in the end of a long name likelier goes over it: 大学生 behind 香港, not 大学|生物.

    Not one whose rest is a word by itself (电子产品), nor one that says what a thing is (日报社).
    """
    if after[0] in neighbours("head") or after[0] in neighbours("suffix"):
        return False
    text, end = tail + after, len(tail)
    known, apart = lexicon(text), surprise_of(tail) + surprise_of(after) - _SURELY
    for first in range(end):
        for stop in range(max(end + 1, first + 3), min(end + 2, len(text)) + 1):
            word = text[first:stop]
            if word not in known or (stop > end + 1 and text[end:stop] in known) or generic(word) is not None:
                continue
            if surprise_of(text[:first]) + known[word].surprise + surprise_of(text[stop:]) < apart:
                return True
    return False


def _is_in_title(text: str, place: tuple[int, int], rivals: Iterable[tuple[int, int]]) -> bool:
    """Whether a word that begins in a short name and goes over its end begins a title that many know: 云端服务."""
    begun = ((first, stop) for first, stop in rivals if place[0] < first and stop > place[1])
    longer = (text[first : stop + more] for first, stop in begun for more in (1, 2) if stop + more <= len(text))
    known = lexicon(text)  # of whose words the likeliest division is made
    return any(title not in known and is_headword(title) for title in longer)


@lru_cache(65536)
def _is_within_word(before: str, name: str) -> bool:
    """Whether a word that begins before a long name holds its first two characters: 科學博物館 in 自然科學博物館.

    Not where it is a place and the beginning of the name: 北京|故宫博物院.
    """
    known = lexicon(before)
    return bool(before) and tag(before) != "ns" and (before + name in known or before[-1:] + name in known)


def _rivals(text: str, start: int, end: int, *, kind: Kind) -> tuple[tuple[int, int], ...]:
    """Where known words are that share a part of the place with what stands beside it.

    A word that is the name with an ending is none (法国人 names 法国; but 西门子 is not 西门), but for persons. Nor is
    one that is the name with what it is: 路透社.
    """
    floor = max(0, start - _AROUND + 1)
    known, begun = lexicon(text[floor:end]), beginnings()
    found = []
    for first in range(floor, end):
        if text[first : first + 2] not in begun:
            continue
        least = start + 1 if first < start else end + 1
        for stop in range(max(least, first + 2), min(len(text), first + _AROUND) + 1):
            word = text[first:stop]
            if word in known and (first != start or not _names_same(word, text[end:stop], kind)):
                found.append((first, stop))
    return tuple(found)


def _names_same(longer: str, rest: str, kind: Kind) -> bool:
    """Whether a name with a rest behind it is still the thing's."""
    if kind is Kind.PERSON:
        return False
    return rest in neighbours("suffix") or (len(rest) == 1 and generic(longer) is kind)


@lru_cache(65536)
def _is_word_here(text: str, place: tuple[int, int], rivals: tuple[tuple[int, int], ...], *, less: float = 0.0) -> bool:
    """Whether the likeliest division of ``text`` into words has a name at the place and none of the rivals.

    ``less``: how much less, in nats, the name is expected there than names are elsewhere.
    """
    known = lexicon(text)
    best: list[tuple[float, bool]] = [(0.0, False)] + [(inf, False)] * len(text)
    for first in range(len(text)):
        score, named = best[first]
        for stop in range(first + 1, min(len(text), first + _AROUND) + 1):
            word = known.get(text[first:stop], NO_WORD if stop == first + 1 else None)
            surprise = word.surprise if word is not None else inf
            names = first == place[0] and stop >= place[1] and (first, stop) not in rivals
            if (first, stop) == place:
                surprise = _NAME_SURPRISE + less
            if surprise < inf:
                best[stop] = min(best[stop], (score + surprise, names or (named and (first, stop) not in rivals)))
    return best[-1][1]
