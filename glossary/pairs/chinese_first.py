"""Where a Chinese name begins that is followed by a gloss in Latin letters: 財政部長貝森特（Scott Bessent）.

A mark closed at the bracket gives the name. Otherwise every place back to the last hard punctuation is a candidate; its
score says how well the English words explain what lies between it and the bracket, and what stands on its left.
The probability of an edge is its share among all candidates and "no name ends here", whose score is 0.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.lang import frequencies
from glossary.lang.glosses import gloss
from glossary.lang.romanization import Level, fit
from glossary.lang.script import fold
from glossary.lang.titles import title_class
from glossary.model import Reason
from glossary.pairs.cover import DOTS, Cover, cover, name_endings, name_words
from glossary.pairs.edges import Edge
from glossary.pairs.left import BREAKS, Feature, context, has_surname, is_thing, looks
from glossary.tables import rows

__all__ = ["candidates", "edges", "strip_title"]

_CLOSED = {"”": "“", "」": "「", "》": "《", "』": "『", "’": "‘", "】": "【", '"': '"', "〉": "〈"}
_CLOSING = "".join(_CLOSED)
_OPENING = "".join(_CLOSED.values())
_EMPHASIS = "*_` \t\u3000\xa0"
_HARD = re.compile(r"[，。：；！？,;:!?()\[\]（）［］｜|\n…—/>#＞=]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_TITLES = {"honorific", "title", "role"}
_LONGEST_QUOTE = 30
_LONGEST_SEGMENT = 60
_LONGEST_ENGLISH = 300
_MARK_WEIGHT = 4.0
_CUES = ("role-left", "link-left", "kind-left", "and-left")
_PLAIN = 14.0  # a name explained this well needs no guess from the Chinese alone
_FAR = 12.0  # candidates explained so much worse than the best are not weighed


class Candidate(NamedTuple):
    """A possible edge, with its features and their weighted sum."""

    start: int
    end: int
    features: tuple[Feature, ...]
    score: float


@lru_cache(4096)
def edges(segment: str, english: str, *, acronym: bool = False) -> tuple[Edge, ...]:
    """The name that ends with ``segment``, the text before a gloss, and its runner-up; empty when there is none.

    >>> segment = "美國財政部長貝森特"
    >>> best = edges(segment, "Scott Bessent")[0]
    >>> segment[best.start : best.end]
    '貝森特'
    >>> edges("", "Scott Bessent")
    ()
    """
    end = len(segment.rstrip(_EMPHASIS))
    if end == 0:
        return ()
    if found := _marked(segment, end):
        return (found,)
    return _ranked(candidates(segment, english, acronym=acronym))


def strip_title(english: str) -> str:
    """The name without the titles before it.

    >>> strip_title("Prof. James Woodward Jr."), strip_title("Prince"), strip_title("Doctor of Letters")
    ('James Woodward Jr.', 'Prince', 'Doctor of Letters')
    """
    words = english.split()
    while len(words) > 1 and words[1] != "of" and title_class(words[0]) in _TITLES:
        del words[0]
    return " ".join(words)


def _marked(segment: str, end: int) -> Edge | None:
    """The name between marks that close at the bracket."""
    opening = _CLOSED.get(segment[end - 1])
    if opening is None:
        return None
    begin = segment.rfind(opening, 0, end - 1)
    if begin < 0 or not 0 < end - begin - 2 <= _LONGEST_QUOTE:
        return None
    inside = segment[begin + 1 : end - 1]
    start = begin + 1 + len(inside) - len(inside.lstrip(_EMPHASIS + _OPENING))
    stop = end - 1 - (len(inside) - len(inside.rstrip(_EMPHASIS + _CLOSING)))
    return Edge(start, stop, (Reason("mark", _MARK_WEIGHT),)) if stop > start else None


def candidates(segment: str, english: str, *, acronym: bool = False) -> list[Candidate]:
    """All possible edges of a name without marks."""
    end = len(segment.rstrip(_EMPHASIS + _CLOSING))
    window = max(_window(segment, end), end - _LONGEST_SEGMENT)
    folded = _fold_each(segment[window:end])
    name = strip_title(english[:_LONGEST_ENGLISH])
    if stop := _before_title(folded, name):
        folded = folded[:stop]
    skipped = max(0, len(folded) - (22 if acronym else _reach(name)))
    found = list(_features(folded, skipped, (name, acronym)))
    if not any(dict(features).get("sound", 0.0) > _PLAIN / 10 for _, features in found):
        chinese = segment[window : window + len(folded)]
        found = [(start, (*features, *_spelt(chinese[start:], name))) for start, features in found]
    if window > 0 and segment[window - 1] in _OPENING:
        found = [(start, (*features, ("opened", 1.0)) if start == 0 else features) for start, features in found]
    return [Candidate(window + start, window + len(folded), features, _score(features)) for start, features in found]


@lru_cache(8192)
def _spelt(chinese: str, english: str) -> tuple[Feature, ...]:
    """Whether the English is a spelling of a Chinese name, or of its surname."""
    if not 2 <= len(chinese) <= 6:
        return ()
    level = fit(english, chinese).level
    if level is Level.FULL:
        return (("romanization", 1.0),)
    if level in {Level.SURNAME, Level.INITIALS} and len(chinese) <= 4 and has_surname(_fold_each(chinese)):
        return ((f"surname-spelt-{len(chinese)}", 1.0),)
    return ()


def _window(segment: str, end: int) -> int:
    """Where the stretch begins that may hold the name: after the last hard punctuation or mark."""
    begin = max((match.end() for match in _HARD.finditer(segment, 0, end)), default=0)
    marked = max((segment.rfind(mark, begin, end) for mark in _OPENING + _CLOSING), default=-1)
    return max(begin, marked + 1)


@cache
def _fold_one(character: str) -> str:
    if character in ".．":
        return "·"
    folded = fold(character)
    return folded if len(folded) == 1 else character


def _fold_each(text: str) -> str:
    """``text`` in simplified characters, as long as it was."""
    return "".join(map(_fold_one, text))


def _before_title(folded: str, english: str) -> int:
    """Where a form of address after the name begins (伍德华教授), if one stands there; 0 if none."""
    for size in (2, 3):
        ending = folded[-size:]
        if name_endings().get(ending) == "title" and len(folded) >= size + 2:
            named = any(gloss(word, ending) for word in english.split())
            return 0 if named else len(folded) - size
    return 0


def _reach(english: str) -> int:
    """How many characters a name of so many letters and words may have."""
    words = name_words(english)
    size = sum(len(word.letters) or 1 for word in words)
    return min(30, 5 + max(size * 3 // 4, 3 * len(words)))


def _features(folded: str, skipped: int, name: tuple[str, bool]) -> Iterator[tuple[int, tuple[Feature, ...]]]:
    """Each place where the name may start, with the features of either reading: explained, and as a mere chunk."""
    english, acronym = name
    text = folded[skipped:]
    words = frequencies.division(folded)
    thing = acronym or is_thing(folded)
    covers = {found.start + skipped: found for found in cover(text, english)}
    best = max((found.score for found in covers.values()), default=0.0)
    for start in range(skipped, len(folded)):
        found = covers.get(start)
        if best > _PLAIN and (found is None or found.score < best - _FAR):
            continue
        if _may_start(folded, start):
            left = tuple(context(folded, start, thing=False))
            if found:
                yield start, (*_explained(found), *left)
            if best <= _PLAIN and (start in words or left[-1][0].endswith(_CUES)):
                left = tuple(context(folded, start, thing=thing))
                yield start, (*looks(folded, start, acronym=acronym, english=english), *left)


def _may_start(folded: str, start: int) -> bool:
    first = folded[start]
    if first in DOTS or first in BREAKS:
        return False
    return not (start and _LATIN.match(first) and _LATIN.match(folded[start - 1]))


def _explained(found: Cover) -> Iterator[Feature]:
    yield "explained", 1.0
    if found.sound:
        yield "sound", found.sound / 10
    if found.gloss:
        yield "gloss", found.gloss / 10
    yield "rest", (found.score - found.sound - found.gloss) / 10


@cache
def weights() -> dict[str, float]:
    """What each feature weighs, in log-odds."""
    return {row[0]: float(row[1]) for row in rows("edge_weights")}


def _score(features: tuple[Feature, ...]) -> float:
    return sum(weights().get(name, 0.0) * size for name, size in features)


def _ranked(found: list[Candidate]) -> tuple[Edge, ...]:
    """The best two, with what the rivals take from their odds."""
    best: dict[int, Candidate] = {}
    for candidate in found:
        known = best.get(candidate.start)
        if known is None or candidate.score > known.score:
            best[candidate.start] = candidate
    ranked = sorted(best.values(), key=lambda candidate: (-candidate.score, candidate.start))
    return tuple(_edge(candidate, ranked) for candidate in ranked[:2])


def _edge(candidate: Candidate, ranked: list[Candidate]) -> Edge:
    """An edge whose reasons sum to the log-odds of the candidate against all others and against none."""
    others = math.log(1.0 + sum(math.exp(min(80.0, other.score)) for other in ranked if other is not candidate))
    reasons = [Reason(name, round(weights().get(name, 0.0) * size, 3)) for name, size in candidate.features]
    told = tuple(reason for reason in reasons if reason.weight)
    return Edge(candidate.start, candidate.end, (*told, Reason("rivals", -round(others, 3))))
