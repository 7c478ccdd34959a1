"""Where a Chinese name begins that is followed by a gloss in Latin letters: 財政部長貝森特（Scott Bessent）.

A mark closed at the bracket gives the name. Otherwise every place back to the last hard punctuation is a possible edge;
its score says how well the English words explain what lies between it and the bracket, and what stands on its left.
The probability of an edge is its share among all of them and "no name ends here", whose score is 0.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.lang import companies, frequencies, titles
from glossary.lang.glosses import gloss
from glossary.lang.script import HAN, fold
from glossary.lang.surnames import LONGEST_PERSON
from glossary.model import Reason
from glossary.pairs import wording
from glossary.pairs.cover import Cover, cover
from glossary.pairs.edges import Edge, of_words, rivals
from glossary.pairs.hints import NONE, Hints
from glossary.pairs.left import (
    BREAKS,
    DOTS,
    Feature,
    after_clause,
    beginning,
    context,
    ending,
    english_looks,
    is_person,
    is_thing,
    recurs,
    spelt_surname,
)
from glossary.pairs.looks import looks
from glossary.pairs.marks import CLOSING, EMPHASIS, HARD, LONGEST_QUOTE, OPENING, between, marked
from glossary.pairs.name_words import NameWord, name_words
from glossary.tables import mapping, weights

__all__ = ["Possible", "best", "edges", "explained", "possible"]

_HARD = HARD | {"*"}  # emphasis that begins in the segment and is not closed before its end
_HARD_OR_DASH = _HARD | frozenset("－–─―")
_SLASHES = frozenset("/／")
_ITEM = re.compile(r"\s*(?:\d{1,3}[.)．]|[-+*•])[ \t]+")  # what a line of a list begins with
_PARTED = re.compile(r"\w[\s–-]+\w")
_LATIN = re.compile(r"[A-Za-z0-9]")
_LOST_DOT = re.compile(rf"[{HAN}]\?[{HAN}]")  # 基尔?斯塔默: what a wrong encoding makes of the dot
_BRANCH = re.compile(rf"{companies.BRANCH}$")
_CLOSED = (")", "）")
_NO_STOPS: Mapping[int, int] = {}
_LONGEST_SEGMENT = 40
_LONGEST_ENGLISH = 300
_LONGEST_TAIL = 4
_LONGEST_REST = 4
_LEAST_REACH = 9
_CUES = ("role-left", "link-left", "kind-left", "and-left", "act-left", "body-left")
_PLAIN = 6.0  # a name explained this well needs no guess from the Chinese alone
_FAR = 5.0  # edges explained so much worse than the best are not weighed
_MOST = 6  # edges that are explained
_REMOTE = 30.0  # a runner-up this much worse is none
_MOST_SCORE = 80.0
_Stops = tuple[tuple[int, int], ...]
_Start = tuple[int, tuple[Feature, ...]]


class Possible(NamedTuple):
    """A possible edge, with its features and their weighted sum."""

    start: int
    end: int
    features: tuple[Feature, ...]
    score: float


def edges(
    segment: str, english: str, *, acronym: bool = False, stops: _Stops = (), hints: Hints = NONE
) -> tuple[Edge, ...]:
    """The name that ends with ``segment``, the text before a gloss, and its runner-up; empty when there is none.

    ``stops``: how the end of the segment recurs in its document, as pairs of :func:`recurrence.stops`; ``hints``:
    what else says where in it the name begins.

    >>> segment = "美國財政部長貝森特"
    >>> best = edges(segment, "Scott Bessent")[0]
    >>> segment[best.start : best.end]
    '貝森特'
    >>> edges("", "Scott Bessent")
    ()
    """
    if found := marked(segment):
        return (found,)
    return _ranked(possible(segment, english, acronym=acronym, stops=dict(stops), hints=hints), most=2)


@lru_cache(4096)
def best(  # noqa: PLR0917
    segment: str,
    english: str,
    acronym: bool = False,  # noqa: FBT001, FBT002
    stops: _Stops = (),
    hints: Hints = NONE,
) -> Edge | None:
    """The first of :func:`edges`, if there is any; the reasons of the other are not asked for.

    Given by their places the arguments are found in the cache three times as fast as by their names.

    >>> best("美國財政部長貝森特", "Scott Bessent") == edges("美國財政部長貝森特", "Scott Bessent")[0]
    True
    """
    if found := marked(segment):
        return found
    weighed = possible(segment, english, acronym=acronym, stops=dict(stops), hints=hints)
    return next(iter(_ranked(weighed, most=1)), None)


def explained(segment: str, english: str) -> int:
    """How many characters at the end of the segment the English name explains.

    >>> [explained("他在剑桥大学国王学院", name) for name in ("King's College", "King's College, Cambridge")]
    [4, 8]
    >>> explained("他住在波士顿", "Boston"), explained("他住在波士顿", "Boston, Massachusetts")
    (3, 3)
    """
    end = len(segment.rstrip(EMPHASIS + CLOSING))
    folded = segment[max(0, end - _LONGEST_SEGMENT) : end].translate(_folding())
    best = max(cover(folded, english), key=lambda found: found.score, default=None)
    return len(folded) - best.start - best.filler if best else 0


def possible(
    segment: str, english: str, *, acronym: bool = False, stops: Mapping[int, int] = _NO_STOPS, hints: Hints = NONE
) -> list[Possible]:
    """All possible edges of a name without marks that are worth weighing.

    ``stops``: at how many other places of the document the last so many characters recur (:mod:`recurrence`).
    ``hints``: as of :func:`edges`.

    >>> [segment[found.start :] for segment in ["總統川普"] for found in possible(segment, "Donald Trump")][:1]
    ['川普']
    """
    settled, recurring = _alone(segment, english, acronym, tuple([start for start, _ in hints]))
    if not stops and not hints:
        return [*settled, *recurring]
    return [*settled, *(_placed(one, stops, hints) for one in recurring)]


@lru_cache(4)  # asked for again once it is known where the name recurs
def _alone(  # noqa: PLR0917
    segment: str,
    english: str,
    acronym: bool,  # noqa: FBT001
    sure: tuple[int, ...],
) -> tuple[list[Possible], list[Possible]]:
    """The possible edges by themselves: those for which it says nothing what recurs in the document, and the others.

    ``sure``: places that are among them.
    """
    end = len(segment.rstrip(EMPHASIS + CLOSING))
    name = titles.stripped(english[:_LONGEST_ENGLISH])
    window = _window(segment, end, hard=_hard(name))
    folded = segment[window:end].translate(_folding())
    stop = 0 if acronym else _before_title(folded, name)
    folded = folded[:stop] if stop else folded
    if not folded:
        return [], []
    looks = (*english_looks(name, acronym=acronym, chinese=folded), *wording.gloss(name, folded[-1]))
    shared = (*looks, *ending(folded, name))
    skipped = max(0, len(folded) - (22 if acronym else _reach(name)))
    marked = [_weighed(span, (feature, *looks)) for span, feature in _by_marks(segment, window, len(folded))]
    plain = [
        _weighed((window + start, window + len(folded)), (*own, *shared))
        for start, own in _features(
            folded, name, skipped=skipped, acronym=acronym, sure={place - window for place in sure}
        )
    ]
    return ([*marked, *plain], []) if stop else (marked, plain)


def _hard(english: str) -> frozenset[str]:
    """The punctuation over which no Chinese name goes on, beside this English one: a dash or slash joins only parts
    that the English parts, too.
    """
    hard = _HARD if _PARTED.search(english) else _HARD_OR_DASH
    return hard - _SLASHES if not _SLASHES.isdisjoint(english) else hard


def _weighed(span: tuple[int, int], features: tuple[Feature, ...]) -> Possible:
    return Possible(*span, features, _score(features))


def _placed(found: Possible, stops: Mapping[int, int], hints: Hints) -> Possible:
    """The edge with what its other places in the document say, and the hints."""
    told = [(hint, 1.0) for start, hint in hints if start == found.start]
    more = (*recurs(stops, found.end - found.start), *told)
    return found._replace(features=found.features + more, score=_score(more, found.score)) if more else found


def _by_marks(segment: str, window: int, size: int) -> Iterator[tuple[tuple[int, int], Feature]]:
    """The span of a name in marks followed by a word for what it is (“创意云”套件), or in marks that stay open before
    the bracket (「死亡與少女 (Death and the Maid)」).
    """
    before = segment[window - 1] if window else ""
    if before in CLOSING and 0 < size <= _LONGEST_TAIL and (found := between(segment, window, LONGEST_QUOTE // 2)):
        yield found, ("mark-tail", 1.0)
    elif before and before in OPENING and size <= LONGEST_QUOTE // 2:
        inside = segment[window : window + size]
        if bare := inside.strip(EMPHASIS):
            start = window + inside.index(bare)
            yield (start, start + len(bare)), ("mark-open", 1.0)


@cache
def _folding() -> dict[int, str]:
    """What folds a segment by ``str.translate``: simplified, dots as ·, as long as the original."""
    return _Folding({ord(dot): "·" for dot in ".．・•‧?"} | {ord("–"): "-"})


class _Folding(dict[int, str]):
    """Each character's simplified form, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


def _window(segment: str, end: int, *, hard: frozenset[str]) -> int:
    """Where the stretch begins that may hold the name: after the last hard punctuation or mark."""
    begin = _after_hard(segment, end, hard)
    branch = _BRANCH.search(segment, 0, begin) if segment[begin - 1 : begin] in _CLOSED else None
    if branch and companies.is_ending(segment[begin:end].translate(_folding())):
        begin = _after_hard(segment, branch.start(), hard)
    item = _ITEM.match(segment, 0, end) if begin == 0 else None
    begin = item.end() if item else begin
    return begin + len(segment[begin:end]) - len(segment[begin:end].lstrip())


def _after_hard(segment: str, end: int, hard: frozenset[str]) -> int:
    """The place after the last hard punctuation, or where the stretch before ``end`` is long enough."""
    begin = end
    least = max(0, end - _LONGEST_SEGMENT)
    while begin > least and (segment[begin - 1] not in hard or _LOST_DOT.fullmatch(segment, begin - 2, begin + 1)):
        begin -= 1
    return begin


def _before_title(folded: str, english: str) -> int:
    """Where a form of address after the name begins (伍德华教授), if one stands there; 0 if none."""
    for size in (2, 3):
        ending = folded[-size:]
        if mapping("name_endings").get(ending) == "title" and len(folded) >= size + 2:
            words = name_words(english)
            named = any(gloss(word.text, ending) for word in words)
            return 0 if named or not _may_be_called(folded[:-size], english, words) else len(folded) - size
    return 0


def _may_be_called(text: str, english: str, words: tuple[NameWord, ...]) -> bool:
    """Whether the English calls a person whom ``text`` may end with: by a given name, or heard or spelt there."""
    letters = tuple(word.letters for word in words)
    if is_person(english) or any(spelt_surname(text[-size:], letters) for size in range(1, LONGEST_PERSON + 1)):
        return True
    return any(found.sound + found.spelt > 0 for found in cover(text, english))


def _reach(english: str) -> int:
    """How many characters a name of so many letters and words may have."""
    words = name_words(english)
    size = sum(len(word.letters) or 1 for word in words)
    return min(30, _LEAST_REACH + max(size * 3 // 4, 3 * len(words)))


def _features(folded: str, english: str, *, skipped: int, acronym: bool, sure: set[int]) -> Iterator[_Start]:
    """Each place where the name may start, with the features of either reading: explained, and as a mere chunk.

    ``sure``: places that are looked at in any case.
    """
    names = tuple(word.letters for word in name_words(english))
    last = (len(folded) if english.islower() else companies.own_name(folded)) - 1
    covers = [
        found
        for found in cover(folded, english, reach=len(folded) - skipped)
        if found.start <= last and _may_start(folded, found.start)
    ]
    best = max((found.score for found in covers), default=0.0)
    named = is_person(english)
    near = [found for found in covers if found.score > best - _FAR]
    for found in sorted(near, key=lambda found: -found.score)[:_MOST]:
        words = wording.around(folded, found.start, english)
        explained = (*_explained(found, folded, named=named), *context(folded, found.start), *words)
        yield found.start, (*explained, *spelt_surname(folded[found.start :], names))
    within = range(max(skipped, after_clause(folded)) if best <= _PLAIN else last + 1, last + 1)
    places = sorted({*within, *(place for place in sure if 0 <= place <= last)})
    yield from _guesses(folded, english, names, places=places, sure=sure, acronym=acronym)


def _guesses(
    folded: str, english: str, names: tuple[str, ...], *, places: Sequence[int], sure: set[int], acronym: bool
) -> Iterator[_Start]:
    """Each of the places where the name may start although no word of the English explains it."""
    division = frequencies.division(folded)
    sort = "thing" if acronym or is_thing(folded) else "person" if is_person(english) else ""
    for start in places:
        if not _may_start(folded, start):
            continue
        left = context(folded, start, sort=sort)
        if start in division or start in sure or left[0][0].endswith(_CUES):
            look = looks(folded, start, acronym=acronym, english=english)
            yield start, (*look, *left, *wording.around(folded, start, english), *spelt_surname(folded[start:], names))


def _may_start(folded: str, start: int) -> bool:
    """Whether a name may begin there: not with a mark, in a Latin word, or as a number alone."""
    first = folded[start]
    if first in DOTS or first in BREAKS or folded[start:].isdecimal():
        return False
    return not (start and _LATIN.match(first) and _LATIN.match(folded[start - 1]))


def _explained(found: Cover, folded: str, *, named: bool) -> Iterator[Feature]:
    """How well the English words explain the characters; a name that is translated is seldom translated in part.

    ``named``: it is a person's, of whom the dictionary may know a part (Will Smith 史密斯).
    """
    sort = "-thing" if found.gloss > found.sound + found.spelt and not named else ""
    yield f"explained{sort}", 1.0
    sizes = {
        "sound": found.sound / 4,
        "gloss": found.gloss / 4,
        "romanization": found.spelt / 4,
        f"filler{sort}": found.filler / 2,
        f"skipped{sort}": found.skipped / 2,
        "rest": (found.score - found.sound - found.gloss - found.spelt - found.skipped) / 2,
    }
    yield from ((name, size) for name, size in sizes.items() if size)
    if found.missing and sort:
        yield "partly", found.missing / (found.missing + found.words)
        if found.names:  # what is not explained may be the name's: 成田 国际机场, Narita International Airport
            yield ("partly-filled" if 1 < found.filler <= _LONGEST_REST else "partly-bare"), 1.0
        if folded[found.start :] in mapping("name_endings"):
            yield "bare-ending", 1.0
    yield from beginning(folded, found.start, groups="" if found.filler else "reach")


def _score(features: tuple[Feature, ...], total: float = 0.0) -> float:
    """The sum of what the features weigh in log-odds, added to ``total``."""
    known = weights("edge_weights")
    for name, size in features:
        if name in known:  # most words of a place are not
            total += known[name] * size
    return total


def _ranked(found: list[Possible], *, most: int) -> tuple[Edge, ...]:
    """The best, at ``most`` so many, with what the rivals take from their odds; the runner-up where it is near."""
    best: dict[int, Possible] = {}
    for one in found:
        known = best.get(one.start)
        if known is None or one.score > known.score:
            best[one.start] = one
    ranked = sorted(best.values(), key=lambda one: (-one.score, one.start))
    everything = 1.0 + sum(math.exp(min(_MOST_SCORE, one.score)) for one in ranked)
    told = [one for one in ranked[:most] if one.score > ranked[0].score - _REMOTE]
    return tuple([_edge(one, everything) for one in told])


def _edge(one: Possible, everything: float) -> Edge:
    """The edge with reasons that sum to its log-odds against all others and against none."""
    return Edge(one.start, one.end, (*_reasons(one.features), rivals(min(_MOST_SCORE, one.score), everything)))


def _reasons(features: tuple[Feature, ...]) -> Iterator[Reason]:
    """A reason for each feature that weighs something; one for all words of a place (:mod:`wording`)."""
    known = weights("edge_weights")
    weighed = [(name, known[name] * size) for name, size in features if name in known]
    yield from (Reason(name, round(weight, 3)) for name, weight in weighed if ":" not in name)
    yield from of_words((name, weight) for name, weight in weighed if ":" in name)
