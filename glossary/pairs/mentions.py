"""Mentions made of what a judgement found: the two names where they stand, with their kind and the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp, log
from typing import NamedTuple, TypeAlias

import msgspec

from glossary.documents.sentences import around
from glossary.lang import kind_context, kind_words, kinds
from glossary.lang.hygiene import plain
from glossary.model import Candidate, Document, Kind, Mention, Pair, Reason, Span
from glossary.pairs.edges import probability

__all__ = ["Found", "Place", "mentions", "signs"]

_STRESS = frozenset("*_`")
_TITLE_MARKS = ("《", "〈")
_AROUND = 24  # characters on either side that may tell the kind
_OTHERS = 0.2  # how much the other names of a series say of a name's kind
_NEARBY = 0.5  # how much the kinds of the names nearby say, as against those that names are usually of
_REACH = 1000  # characters: at this distance a name says a third
_USUAL = 2.0  # as many names of the usual kinds are thought of beside those nearby
_LONGEST_SEPARATOR = 12
_SEPARATOR = re.compile(  # a comma, "and" or the like; in a list the next line with its bullet or number
    r"[*_\"”’》」』]*\s*(?:[、,，;；/]|and|or|&|和|與|与|及|以及|或|跟|\s)*"
    r"(?:(?<=\n)(?:[-*•]|\d{1,3}[.)])\s+)?(?:the )?[*_\"“‘《「『]*"
)


Place: TypeAlias = tuple[int, int]


class Found(msgspec.Struct, frozen=True, gc=False):
    """A pair that was found: where the English and the Chinese name stand, why, and the further names."""

    candidate: Candidate
    names: tuple[Span, Span]
    reasons: tuple[Reason, ...]
    aliases: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """From where the first of the two names begins to the end of the gloss."""
        english, chinese = self.names
        return min(english.start, chinese.start), self.candidate.gloss.end


class _Told(NamedTuple):
    """What is known of a kind: what is said for each, their chances, the likeliest kind and the chance of that."""

    sums: kinds.Sums
    chances: kinds.Sums
    kind: Kind
    sure: float


def mentions(found: Sequence[Found], places: Sequence[Place], document: Document, *, shown: str) -> list[Mention]:
    """The mentions of the pairs, which are in the order of the text, at their places.

    ``shown``: the document's text with its markup, which their sentences are taken from.

    Names in a series (Kennet (…), West Wiltshire (…) and Salisbury (…)) are mostly of one kind, and say so together;
    names nearby often are: what a text on football leaves open is a club.
    A loop for each step is a quarter faster than one for all, as it stays in the processor's caches.
    """
    if not found:
        return []
    text = document.text
    names = [_names(one.names, text) for one in found]
    likely = [probability(one.reasons) for one in found]
    told = [
        _told(*_about(names_, one.names[1], place, text=text), _mark(one, text))
        for one, names_, place in zip(found, names, places, strict=True)
    ]
    sorts = _kinds(told, places, text, likely=likely)
    return [_mention(*one, document.id) for one in zip(found, names, sorts, likely, around(shown, places), strict=True)]


@lru_cache(4096)
def _told(names: tuple[str, str], beside: tuple[str, str], mark: str) -> _Told:
    """What the names, the text before and after them and marks around them tell of their kind."""
    before, after = beside
    return _judged(kinds.sums(*names, before=before, after=after, mark=mark))


def _mark(found: Found, text: str) -> str:
    """How marks set off the first name, as :func:`kinds.classify` has it; empty where none do."""
    return _mark_before(found.names, text) if found.reasons[0].name == "mark" else ""


def _mark_before(names: tuple[Span, Span], text: str) -> str:
    english, chinese = names
    if text[max(0, min(english.start, chinese.start) - 1)] in _STRESS:
        return "stressed"
    return "quoted" if english.start < chinese.start else "cornered"


def _judged(said: kinds.Sums) -> _Told:
    """What is known of a kind after what is said for each."""
    chances = kinds.chances(said)
    return _Told(said, chances, kinds.likeliest(said), max(chances))


def _in_series(told: Sequence[_Told], places: Sequence[Place], text: str) -> list[_Told]:
    """What is told of the kinds, of the pairs that only separators stand between together."""
    out = list(told)
    first = 0
    for last in range(1, len(told) + 1):
        if last < len(told) and _is_next(places[last - 1][1], places[last][0], text):
            continue
        if last - first > 1:
            out[first:last] = _together(told[first:last])
        first = last
    return out


def _is_next(end: int, start: int, text: str) -> bool:
    """Whether only a separator stands between the end of a gloss and the start of the next pair."""
    return 0 < start - end <= _LONGEST_SEPARATOR and _SEPARATOR.fullmatch(text, end, start) is not None


def _together(series: Sequence[_Told]) -> list[_Told]:
    """What is told of each name's kind with some of what is said of the others of its series on average."""
    share = _OTHERS / (len(series) - 1)
    every = list(map(sum, zip(*[one.sums for one in series], strict=True)))
    return [
        _judged(tuple([said * (1 - share) + share * all_ for said, all_ in zip(own.sums, every, strict=True)]))
        for own in series
    ]


def _kinds(told: Sequence[_Told], places: Sequence[Place], text: str, *, likely: Sequence[float]) -> list[Kind]:
    """The kind of each pair, after what is told of it, and what the names of its series and those nearby are."""
    fades = [exp(-abs(next_ - end) / _REACH) for (_, end), (_, next_) in pairwise(places)]
    said = [(weight, own.chances) for weight, own in zip(likely, told, strict=True)]
    earlier, later = _fading(said, fades), _fading(said[::-1], fades[::-1])[::-1]
    most = _most_said(len(told))
    sure = 1 / (1 + exp(-most))  # 0.98 for 64: four names of five are as sure, and need not be compared
    return [
        own.kind if own.sure > sure else _nearby(own.sums, before, after, most=most)
        for own, before, after in zip(_in_series(told, places, text), earlier, later, strict=True)
    ]


def _fading(said: Iterable[tuple[float, kinds.Sums]], fades: Iterable[float]) -> list[list[float]]:
    """For each name the kinds of those that come earlier, by their weight, summed up.

    ``fades``: how much less they count from one name to the next.
    """
    total = [0.0] * len(kinds.usual())
    out = [total]
    for (weight, own), fade in zip(said, fades):  # noqa: B905 - between two names each
        total = [(sum_ + weight * chance) * fade for sum_, chance in zip(total, own)]  # noqa: B905 - saying so is slow
        out.append(total)
    return out


def _nearby(own: kinds.Sums, earlier: Sequence[float], later: Sequence[float], *, most: float) -> Kind:
    """The kind after what is said for each, and the names seen before and after, which say as much at ``most``."""
    seen, least = zip(own, earlier, later, kinds.usual(), strict=True), max(own) - most
    return kinds.likeliest(
        tuple(
            [
                said + _NEARBY * log(_USUAL + (before + after) / share) if said >= least else said
                for said, before, after, share in seen
            ]
        )
    )


def _most_said(names: int) -> float:
    """What so many names, all of the rarest kind, say for it more than for another, in log-odds."""
    return _NEARBY * log(1 + max(0, names - 1) / (_USUAL * min(kinds.usual())))


def _mention(found: Found, names: tuple[str, str], kind: Kind, likely: float, context: str, document: str) -> Mention:  # noqa: PLR0917
    """The mention of what was found; given by their places the arguments are zipped together."""
    candidate, spans = found.candidate, found.names
    pair = Pair(*names, kind, found.aliases)
    return Mention(pair, document, candidate.form, *spans, candidate.gloss, likely, context, found.reasons)


def _names(spans: tuple[Span, Span], text: str) -> tuple[str, str]:
    """The two names as they are written when nothing is wrong with them."""
    english, chinese = spans
    return plain(text[english.start : english.end]), plain(text[chinese.start : chinese.end])


def _about(names: tuple[str, str], chinese: Span, place: Place, *, text: str) -> tuple[tuple[str, str], ...]:
    """The names, the Chinese one with its 《》, and the text before the first of them and after the gloss."""
    if text[chinese.start - 1 : chinese.start] in _TITLE_MARKS:
        names = (names[0], plain(f"《{chinese.of(text)}》"))
    start, end = place
    before = text[start - _AROUND if start > _AROUND else 0 : start]
    if "\n" in before:
        before = before[before.rindex("\n") + 1 :]
    return names, (before, text[end : end + _AROUND])


def signs(found: Mention, text: str) -> tuple[str, ...]:
    """The signs of the kind of a mention in its document's text, for training."""
    spans = (found.english, found.chinese)
    place = (min(found.english.start, found.chinese.start), found.gloss.end)
    names, (before, after) = _about(_names(spans, text), found.chinese, place, text=text)
    mark = _mark_before(spans, text) if found.reasons[0].name == "mark" else ""
    near = (*kind_context.signs(before, after), *kind_words.around(before, after))
    return (*kinds.name_signs(*names, mark=mark), *near)
