"""Mentions made of what a judgement found: the two names where they stand, with their kind and the sentence."""

from __future__ import annotations

from glossary.documents import sentence
from glossary.lang import kinds
from glossary.lang.hygiene import plain
from glossary.model import Candidate, Document, Kind, Mention, Pair, Reason, Span
from glossary.pairs.edges import probability

__all__ = ["WRAPPING", "mention"]

WRAPPING = "《》〈〉「」『』“”‘’\"'*_`[]［］ \t\u3000"  # what stands around a name and is no part of it
_BEFORE_CHINESE = 4  # characters: the longest office in the table has 3


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
    kind = _kind(names, candidate, text, reasons=reasons)
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


def _kind(names: tuple[Span, Span], candidate: Candidate, text: str, *, reasons: tuple[Reason, ...]) -> Kind:
    """The kind that the names, the marks around them and what stands before the first of them tell."""
    english, chinese = names
    first = min(english.start, chinese.start)
    before = text[candidate.before.start : first].rstrip(WRAPPING)
    word = before[-_BEFORE_CHINESE:] if chinese.start < english.start else before[before.rfind(" ") + 1 :]
    titled = text[chinese.start - 1 : chinese.start] in {"《", "〈"}
    shown = f"《{chinese.of(text)}》" if titled else chinese.of(text)
    return kinds.classify(
        plain(english.of(text)),
        plain(shown),
        before=word,
        marked=reasons[0].name == "mark",
        spelt=any([reason.name == "spelt" for reason in reasons]),
    )
