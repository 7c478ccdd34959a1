"""Mentions made of what a judgement found: the two names where they stand, with their kind and the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from glossary.documents import sentence
from glossary.lang import kinds
from glossary.lang.hygiene import plain
from glossary.model import Candidate, Document, Kind, Mention, Pair, Reason, Span
from glossary.pairs.edges import probability

__all__ = ["WRAPPING", "Found", "mention"]

WRAPPING = "《》〈〉「」『』“”‘’\"'*_`[]［］ \t\u3000"  # what stands around a name and is no part of it
_NAMED = ("name", "name,", "name was", "name is")
_ANNOUNCED = re.compile(r"\b(?:courtesy|given|pen|art|style|stage|birth|real|dharma|temple|posthumous|nick)[ -]?name\b")
_TITLE_MARKS = ("《", "〈")
_LONGEST_BEFORE = 40
_BEFORE_CHINESE = 4  # characters: the longest office in the table has 3


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
        pair=Pair(*shown, kind=_kind(shown, found.names, text, reasons=found.reasons), aliases=found.aliases),
        document=document.id,
        form=found.candidate.form,
        english=english,
        chinese=chinese,
        gloss=gloss,
        probability=probability(found.reasons),
        context=sentence(text, Span(min(english.start, chinese.start), gloss.end)).of(text),
        reasons=found.reasons,
    )


def _kind(shown: tuple[str, str], names: tuple[Span, Span], text: str, *, reasons: tuple[Reason, ...]) -> Kind:
    """The kind that the names, the marks around them and what stands before the first of them tell."""
    english, chinese = names
    if chinese.start < english.start:
        before = _before(text, chinese.start)[-_BEFORE_CHINESE:]
    else:
        before = _before(text, english.start)
        named = before.endswith(_NAMED) or " name " in before[-20:]
        before = kinds.PERSON_NAMED if named and _ANNOUNCED.search(before) else before[before.rfind(" ") + 1 :]
    titled = text[chinese.start - 1 : chinese.start] in _TITLE_MARKS
    return kinds.classify(
        shown[0],
        f"《{shown[1]}》" if titled else shown[1],
        before=before,
        marked=reasons[0].name == "mark",
        spelt="spelt" in [reason.name for reason in reasons],
    )


def _before(text: str, place: int) -> str:
    """What stands before the place in its line, as much as matters."""
    return text[max(0, place - _LONGEST_BEFORE) : place].rpartition("\n")[2].rstrip(WRAPPING)
