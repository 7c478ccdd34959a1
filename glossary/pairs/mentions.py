"""Mentions made of what a judgement found: the two names where they stand, with their kind and the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from glossary.documents import sentence
from glossary.lang import kinds
from glossary.lang.hygiene import plain
from glossary.model import Candidate, Document, Kind, Mention, Pair, Reason, Span
from glossary.pairs.edges import probability

__all__ = ["WRAPPING", "Found", "mentions", "signs"]

WRAPPING = "《》〈〉「」『』“”‘’\"'*_`[]［］ \t\u3000"  # what stands around a name and is no part of it
_TITLE_MARKS = ("《", "〈")
_AROUND = 24  # characters on either side that may tell the kind
_OTHERS = 0.4  # how much the other names of a series say of a name's kind
_LONGEST_SEPARATOR = 12
_SEPARATOR = re.compile(
    r"[*_\"”’》」』]*\s*(?:[、,，;；/]|and|or|&|和|與|与|及|以及|或|跟|\s)*\s*(?:the )?[*_\"“‘《「『]*"
)


class Found(NamedTuple):
    """A pair that was found: where the English and the Chinese name stand, why, and the further names."""

    candidate: Candidate
    names: tuple[Span, Span]
    reasons: tuple[Reason, ...]
    aliases: tuple[str, ...] = ()


def mentions(found: Sequence[Found], document: Document, shown: str) -> list[Mention]:
    """The mentions of the pairs, which are in the order of the text; their sentences are taken from ``shown``.

    Names in a series (Kennet (…), West Wiltshire (…) and Salisbury (…)) are mostly of one kind, and say so together.
    """
    out: list[Mention] = []
    for series in _series(found, document.text):
        said = [_sums(one, document.text) for one in series]
        for one, own in zip(series, said, strict=True):
            kind = kinds.likeliest(_together(own, said) if len(series) > 1 else own)
            out.append(_mention(one, kind, document, shown=shown))
    return out


def _series(found: Sequence[Found], text: str) -> Iterator[list[Found]]:
    """The pairs, those together that only separators stand between."""
    series: list[Found] = []
    for one in found:
        if series and not _is_next(series[-1], one, text):
            yield series
            series = []
        series.append(one)
    if series:
        yield series


def _is_next(one: Found, other: Found, text: str) -> bool:
    english, chinese = other.names
    end, start = one.candidate.gloss.end, min(english.start, chinese.start)
    return 0 < start - end <= _LONGEST_SEPARATOR and _SEPARATOR.fullmatch(text, end, start) is not None


def _together(own: kinds.Sums, said: Sequence[kinds.Sums]) -> kinds.Sums:
    """What a name says of its kind with some of what the others of its series say on average."""
    share = _OTHERS / (len(said) - 1)
    return tuple([sum_ * (1 - share) + share * sum(every) for sum_, *every in zip(own, *said, strict=True)])


def _mention(found: Found, kind: Kind, document: Document, *, shown: str) -> Mention:
    english, chinese = found.names
    text = document.text
    gloss = found.candidate.gloss
    return Mention(
        pair=Pair(plain(english.of(text)), plain(chinese.of(text)), kind, found.aliases),
        document=document.id,
        form=found.candidate.form,
        english=english,
        chinese=chinese,
        gloss=gloss,
        probability=probability(found.reasons),
        context=sentence(shown, Span(min(english.start, chinese.start), gloss.end)).of(shown),
        reasons=found.reasons,
    )


def _sums(found: Found, text: str) -> kinds.Sums:
    """What the names, the marks around them and the text around them say for each kind."""
    english, chinese, before, after = _about(found.names, found.candidate.gloss, text)
    return kinds.sums(english, chinese, before=before, after=after, marked=found.reasons[0].name == "mark")


def _about(names: tuple[Span, Span], gloss: Span, text: str) -> tuple[str, str, str, str]:
    """The names, the Chinese one with its 《》, and the text before the first of them and after the gloss."""
    english, chinese = names
    first = min(english.start, chinese.start)
    titled = text[chinese.start - 1 : chinese.start] in _TITLE_MARKS
    shown = f"《{chinese.of(text)}》" if titled else chinese.of(text)
    before = text[max(0, first - _AROUND) : first].rpartition("\n")[2]
    return plain(english.of(text)), plain(shown), before, text[gloss.end : gloss.end + _AROUND]


def signs(found: Mention, text: str) -> tuple[str, ...]:
    """The signs of the kind of a mention in its document's text, for training."""
    english, chinese, before, after = _about((found.english, found.chinese), found.gloss, text)
    marked = found.reasons[0].name == "mark"
    return (*kinds.name_signs(english, chinese, marked=marked), *kinds.context_signs(before, after))
