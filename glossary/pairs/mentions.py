"""Mentions made of what a judgement found: the two names where they stand, with their kind and the sentence."""

from __future__ import annotations

from glossary.documents import sentence
from glossary.lang import kinds
from glossary.lang.hygiene import plain
from glossary.model import Candidate, Document, Kind, Mention, Pair, Reason, Span
from glossary.pairs.edges import probability

__all__ = ["WRAPPING", "mention"]

WRAPPING = "《》〈〉「」『』“”‘’\"'*_`[]［］ \t\u3000"  # what stands around a name and is no part of it
_AROUND = 24  # characters on either side that may tell the kind


def mention(
    candidate: Candidate,
    document: Document,
    *,
    names: tuple[Span, Span],
    reasons: tuple[Reason, ...],
    aliases: tuple[str, ...] = (),
) -> Mention:
    """The mention of the English and the Chinese name that stand at ``names``."""
    english, chinese = names
    text = document.text
    kind = _kind(names, candidate, text, marked=reasons[0].name == "mark")
    return Mention(
        pair=Pair(plain(english.of(text)), plain(chinese.of(text)), kind=kind, aliases=aliases),
        document=document.id,
        form=candidate.form,
        english=english,
        chinese=chinese,
        gloss=candidate.gloss,
        probability=probability(reasons),
        context=sentence(text, Span(min(english.start, chinese.start), candidate.gloss.end)).of(text),
        reasons=reasons,
    )


def _kind(names: tuple[Span, Span], candidate: Candidate, text: str, *, marked: bool) -> Kind:
    """The kind that the names, the marks around them and the text around them tell."""
    english, chinese, before, after = _about(names, candidate.gloss, text)
    return kinds.classify(english, chinese, before=before, after=after, marked=marked)


def _about(names: tuple[Span, Span], gloss: Span, text: str) -> tuple[str, str, str, str]:
    """The names, the Chinese one with its 《》, and the text before the first of them and after the gloss."""
    english, chinese = names
    first = min(english.start, chinese.start)
    titled = text[chinese.start - 1 : chinese.start] in {"《", "〈"}
    shown = f"《{chinese.of(text)}》" if titled else chinese.of(text)
    before = text[max(0, text.rfind("\n", 0, first) + 1, first - _AROUND) : first]
    return plain(english.of(text)), plain(shown), before, text[gloss.end : gloss.end + _AROUND]


def signs(found: Mention, text: str) -> tuple[str, ...]:
    """The signs of the kind of a mention in its document's text, for training."""
    english, chinese, before, after = _about((found.english, found.chinese), found.gloss, text)
    marked = found.reasons[0].name == "mark"
    return (*kinds.name_signs(english, chinese, marked=marked), *kinds.context_signs(before, after))
