"""Mentions made of what a judgement found: the two names where they stand, with their kind and the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import exp, log
from typing import NamedTuple

from glossary.documents.sentences import around
from glossary.lang import kind_words, kinds
from glossary.lang.hygiene import plain
from glossary.model import Candidate, Document, Kind, Mention, Pair, Reason, Span
from glossary.pairs.edges import probability

__all__ = ["WRAPPING", "Found", "mentions", "signs"]

WRAPPING = "《》〈〉「」『』“”‘’\"'*_`[]［］ \t\u3000"  # what stands around a name and is no part of it
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


class Found(NamedTuple):
    """A pair that was found: where the English and the Chinese name stand, why, and the further names."""

    candidate: Candidate
    names: tuple[Span, Span]
    reasons: tuple[Reason, ...]
    aliases: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where the first of the two names begins."""
        english, chinese = self.names
        return min(english.start, chinese.start)


def mentions(found: Sequence[Found], document: Document, shown: str) -> list[Mention]:
    """The mentions of the pairs, which are in the order of the text; their sentences are taken from ``shown``.

    Names in a series (Kennet (…), West Wiltshire (…) and Salisbury (…)) are mostly of one kind, and say so together;
    names nearby often are: what a text on football leaves open is a club.
    A loop for each step is a quarter faster than one for all, as it stays in the processor's caches.
    """
    text = document.text
    likely = [probability(one.reasons) for one in found]
    about = [_about(one.names, one.candidate.gloss, text) for one in found]
    said = [_sums(*one) for one in zip(found, about, strict=True)]
    sorts = _kinds(found, said, text, likely=likely)
    sentences = around(shown, [(one.start, one.candidate.gloss.end) for one in found])
    return [
        _mention(one, document, kind=kind, likely=weight, context=context)
        for one, kind, weight, context in zip(found, sorts, likely, sentences, strict=True)
    ]


def _in_series(found: Sequence[Found], said: Sequence[kinds.Sums], text: str) -> list[kinds.Sums]:
    """What is said for the kinds, of the pairs that only separators stand between together."""
    out: list[kinds.Sums] = []
    first = 0
    for last in range(1, len(found) + 1):
        if last == len(found) or not _is_next(found[last - 1], found[last], text):
            series = said[first:last]
            out += [_together(own, series) for own in series] if len(series) > 1 else series
            first = last
    return out


def _is_next(one: Found, other: Found, text: str) -> bool:
    end, start = one.candidate.gloss.end, other.start
    return 0 < start - end <= _LONGEST_SEPARATOR and _SEPARATOR.fullmatch(text, end, start) is not None


def _together(own: kinds.Sums, said: Sequence[kinds.Sums]) -> kinds.Sums:
    """What a name says of its kind with some of what the others of its series say on average."""
    share = _OTHERS / (len(said) - 1)
    return tuple([sum_ * (1 - share) + share * sum(every) for sum_, *every in zip(own, *said, strict=True)])


def _kinds(found: Sequence[Found], said: Sequence[kinds.Sums], text: str, *, likely: Sequence[float]) -> list[Kind]:
    """The kind of each pair, after what is said of it, and what the names of its series and those nearby are."""
    names = [
        (one.candidate.gloss.end, weight, kinds.chances(own))
        for one, weight, own in zip(found, likely, said, strict=True)
    ]
    earlier, later = _fading(names), _fading(names[::-1])[::-1]
    sure = _sure(len(found))
    own = _in_series(found, said, text)
    return [_kind(*one, sure=sure) for one in zip(own, earlier, later, strict=True)]


def _fading(names: Iterable[tuple[int, float, kinds.Sums]]) -> list[list[float]]:
    """For each name the kinds of those that come earlier, summed up; the further away, the less."""
    last, weight, own = 0, 0.0, kinds.usual()
    total = [0.0] * len(own)
    out = []
    for place, its_weight, its_own in names:
        fade = exp(-abs(place - last) / _REACH)
        total = [(sum_ + weight * chance) * fade for sum_, chance in zip(total, own, strict=False)]  # strict is slow
        out.append(total)
        last, weight, own = place, its_weight, its_own
    return out


def _kind(own: kinds.Sums, earlier: Sequence[float], later: Sequence[float], *, sure: float) -> Kind:
    """The kind after what is said for each, and the names seen before and after."""
    if max(kinds.chances(own)) > sure:
        return kinds.likeliest(own)
    seen = zip(own, earlier, later, kinds.usual(), strict=True)
    return kinds.likeliest(
        tuple([said + _NEARBY * log(_USUAL + (before + after) / share) for said, before, after, share in seen])
    )


def _sure(names: int) -> float:
    """The chance of a kind from which so many names, all of the rarest kind, would not change it: 0.98 for 64.

    Four names of five are as sure, and need not be compared with those nearby.
    """
    odds: float = (1 + (names - 1) / (_USUAL * min(kinds.usual()))) ** _NEARBY
    return odds / (1 + odds)


def _mention(found: Found, document: Document, *, kind: Kind, likely: float, context: str) -> Mention:
    candidate, (english, chinese), reasons, further = found
    text = document.text
    pair = Pair(plain(text[english.start : english.end]), plain(text[chinese.start : chinese.end]), kind, further)
    return Mention(pair, document.id, candidate.form, english, chinese, candidate.gloss, likely, context, reasons)


def _sums(found: Found, about: tuple[str, str, str, str]) -> kinds.Sums:
    """What the names, the marks around them and the text around them say for each kind."""
    english, chinese, before, after = about
    return kinds.sums(english, chinese, before=before, after=after, marked=found.reasons[0].name == "mark")


def _about(names: tuple[Span, Span], gloss: Span, text: str) -> tuple[str, str, str, str]:
    """The names, the Chinese one with its 《》, and the text before the first of them and after the gloss."""
    english, chinese = names
    shown = text[chinese.start : chinese.end]
    if text[chinese.start - 1 : chinese.start] in _TITLE_MARKS:
        shown = f"《{shown}》"
    first = min(english.start, chinese.start)
    before = text[first - _AROUND if first > _AROUND else 0 : first]
    if "\n" in before:
        before = before[before.rindex("\n") + 1 :]
    after = text[gloss.end : gloss.end + _AROUND]
    return plain(text[english.start : english.end]), plain(shown), before, after


def signs(found: Mention, text: str) -> tuple[str, ...]:
    """The signs of the kind of a mention in its document's text, for training."""
    english, chinese, before, after = _about((found.english, found.chinese), found.gloss, text)
    marked = found.reasons[0].name == "mark"
    around = (*kinds.context_signs(before, after), *kind_words.around(before, after))
    return (*kinds.name_signs(english, chinese, marked=marked), *around)
