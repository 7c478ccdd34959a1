"""Mentions made of what a judgement found: the two names where they stand, with their kind and the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.documents import sentence
from glossary.lang import kinds
from glossary.lang.hygiene import plain
from glossary.model import Candidate, Document, Kind, Mention, Pair, Reason, Span
from glossary.pairs.edges import probability

__all__ = ["WRAPPING", "Found", "mention", "signs"]

WRAPPING = "《》〈〉「」『』“”‘’\"'*_`[]［］ \t\u3000"  # what stands around a name and is no part of it
_TITLE_MARKS = ("《", "〈")
_AROUND = 24  # characters on either side that may tell the kind


@dataclass(frozen=True, slots=True)
class Found:
    """A pair that was found: where the English and the Chinese name stand, why, and the further names."""

    candidate: Candidate
    names: tuple[Span, Span]
    reasons: tuple[Reason, ...]
    aliases: tuple[str, ...] = ()


def mention(found: Found, document: Document) -> Mention:
    """The mention of the pair."""
    english, chinese = found.names
    text = document.text
    shown = (plain(english.of(text)), plain(chinese.of(text)))
    gloss = found.candidate.gloss
    return Mention(
        pair=Pair(*shown, kind=_kind(found, text), aliases=found.aliases),
        document=document.id,
        form=found.candidate.form,
        english=english,
        chinese=chinese,
        gloss=gloss,
        probability=probability(found.reasons),
        context=sentence(text, Span(min(english.start, chinese.start), gloss.end)).of(text),
        reasons=found.reasons,
    )


def _kind(found: Found, text: str) -> Kind:
    """The kind that the names, the marks around them and the text around them tell."""
    english, chinese, before, after = _about(found.names, found.candidate.gloss, text)
    return kinds.classify(english, chinese, before=before, after=after, marked=found.reasons[0].name == "mark")


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
