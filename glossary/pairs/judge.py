"""The judgement of a candidate: a mention of a pair, or a rejection; either way with the reasons.

First *triage*: does the gloss hold a name at all? Then *edges*: where does the name before it begin? Nothing is thrown
away: a rejection keeps its candidate and says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from glossary.documents import sentence
from glossary.lang import kinds, script
from glossary.lang.script import HAN
from glossary.model import Candidate, Document, Form, Kind, Mention, Pair, Reason, Rejection, Slot, SlotKind, Span
from glossary.pairs import chinese_first, english_first, joint
from glossary.pairs.edges import Edge, probability

__all__ = ["judge"]

# The longest Chinese gloss of a name had 21 characters in 1,400 labelled pairs; longer ones are sentences and slogans.
LONGEST_CHINESE = 24
_WRAPPING = "《》〈〉「」『』“”‘’\"'*_`[]［］ \t\u3000"
_BEFORE_CHINESE = 4  # characters: the longest office in the table has 3
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]")
_NOT_HAN = re.compile(rf"[^{HAN}]")


def judge(candidate: Candidate, document: Document) -> tuple[Mention | Rejection, ...]:
    """The mentions that the candidate states in the document, in the order of the text, or its rejection."""
    if candidate.form in _JOINT:
        shared = _joint(candidate, document)
        if shared:
            return shared
    return (_JUDGES[candidate.form](candidate, document),)


def _joint(candidate: Candidate, document: Document) -> tuple[Mention, ...]:
    """The mentions of names that share a bracket: ``Duan Zhongtan and Duan Zhongyi (段鍾潭、段鍾沂)``."""
    slots = tuple(slot for slot in candidate.slots if slot.kind is SlotKind.HAN)
    if len(slots) < 2:
        return ()
    names = tuple(_unwrap(slot) for slot in slots)
    found = joint.edges(candidate.before.of(document.text), tuple(name.of(document.text) for name in names))
    return tuple(
        _mention(candidate, document, edge=edge, second=name, aliases=())
        for edge, name in zip(found, names, strict=False)
    )


def _english_first(candidate: Candidate, document: Document) -> Mention | Rejection:
    """``Name (中文)``: the Han slot is the Chinese name, the English name ends at the bracket."""
    slot = _first(candidate, SlotKind.HAN)
    if slot is None:
        return _refuse(candidate, "no-chinese-name")
    chinese = _unwrap(slot)
    length = len(_NOT_HAN.sub("", chinese.of(document.text)))
    if not 1 <= length <= LONGEST_CHINESE:
        return _refuse(candidate, "too-long" if length else "no-han", detail=slot.text)
    others = tuple(other for other in candidate.slots if other is not slot)
    acronyms = tuple(other.text for other in others if other.kind is SlotKind.ACRONYM)
    found = english_first.edges(
        candidate.before.of(document.text), script_part(chinese.of(document.text)), acronyms=acronyms
    )
    if not found:
        return _refuse(candidate, "no-english-name")
    edge = _with_prior(found[0], candidate.form)
    return _mention(candidate, document, edge=edge, second=chinese, aliases=_aliases(others))


def _with_prior(edge: Edge, form: Form) -> Edge:
    """The edge with what the form alone says: names without brackets stand side by side by chance, too.

    Chinese-first edges are too modest: of those at 0.25 more than half are right, hence a prior above 0.
    """
    prior = _PRIORS.get(form)
    return replace(edge, reasons=(*edge.reasons, Reason(f"form-{form}", prior))) if prior else edge


def _chinese_first(candidate: Candidate, document: Document) -> Mention | Rejection:
    """``中文（Name）``: the Latin slot is the English name, the Chinese name ends at the bracket."""
    slot = _first(candidate, SlotKind.LATIN, SlotKind.ACRONYM, SlotKind.ROMANIZATION)
    if slot is None:
        return _refuse(candidate, "no-english-name")
    english = _unwrap(slot)
    text = english.of(document.text)
    if not _LATIN_WORD.search(text):
        return _refuse(candidate, "no-letters", detail=text)
    found = chinese_first.edges(candidate.before.of(document.text), text, acronym=slot.kind is SlotKind.ACRONYM)
    if not found:
        return _refuse(candidate, "no-chinese-name")
    others = tuple(other for other in candidate.slots if other is not slot)
    edge = _with_prior(found[0], candidate.form)
    return _mention(candidate, document, edge=edge, second=english, aliases=_aliases(others))


_JUDGES: Mapping[Form, Callable[[Candidate, Document], Mention | Rejection]] = {
    Form.EN_BRACKET: _english_first,
    Form.ZH_BRACKET: _chinese_first,
    Form.INLINE: _english_first,
    Form.SLASH: _english_first,
}
_JOINT = frozenset((Form.EN_BRACKET, Form.SLASH))
_PRIORS: Mapping[Form, float] = {Form.INLINE: -2.5, Form.SLASH: -2.0, Form.ZH_BRACKET: 1.1}


def _mention(
    candidate: Candidate, document: Document, *, edge: Edge, second: Span, aliases: tuple[str, ...]
) -> Mention:
    """The mention with the first name cut at ``edge`` and the second at ``second``."""
    first = Span(candidate.before.start + edge.start, candidate.before.start + edge.end)
    english, chinese = (second, first) if candidate.form is Form.ZH_BRACKET else (first, second)
    kind = _kind((english, chinese), candidate, document.text, marked=edge.reasons[0].name == "mark")
    return Mention(
        pair=Pair(english.of(document.text), chinese.of(document.text), kind=kind, aliases=aliases),
        document=document.id,
        form=candidate.form,
        english=english,
        chinese=chinese,
        gloss=candidate.gloss,
        probability=probability(edge.reasons),
        context=sentence(document.text, Span(first.start, candidate.gloss.end)).of(document.text),
        reasons=edge.reasons,
    )


def _kind(names: tuple[Span, Span], candidate: Candidate, text: str, *, marked: bool) -> Kind:
    """The kind that the names, the marks around them and what stands before the first of them tell."""
    english, chinese = names
    first = min(english.start, chinese.start)
    before = text[candidate.before.start : first].rstrip(_WRAPPING)
    word = before[-_BEFORE_CHINESE:] if candidate.form is Form.ZH_BRACKET else before[before.rfind(" ") + 1 :]
    titled = text[chinese.start - 1 : chinese.start] in {"《", "〈"}
    shown = f"《{chinese.of(text)}》" if titled else chinese.of(text)
    return kinds.classify(english.of(text), shown, before=word, marked=marked)


def _first(candidate: Candidate, *wanted: SlotKind) -> Slot | None:
    """The first slot of the first of these kinds that the gloss has."""
    return next((slot for kind in wanted for slot in candidate.slots if slot.kind is kind), None)


def _aliases(slots: tuple[Slot, ...]) -> tuple[str, ...]:
    texts = (slot.text.strip(_WRAPPING) for slot in slots if slot.kind is not SlotKind.REMARK)
    return tuple(dict.fromkeys(text for text in texts if text))


def _unwrap(slot: Slot) -> Span:
    """The slot without quotation marks, 《》 and emphasis around it."""
    text = slot.text
    left = len(text) - len(text.lstrip(_WRAPPING))
    return Span(slot.span.start + left, slot.span.start + len(text.rstrip(_WRAPPING)))


def script_part(chinese: str) -> str:
    """The name without the Latin letters and signs that stand in it, for comparing with a spelling.

    >>> script_part("T-security擎雷"), script_part("史蒂夫·賈伯斯"), script_part("99式坦克")
    ('擎雷', '史蒂夫·賈伯斯', '99式坦克')
    """
    return "".join(char for char in chinese if script.is_han(char) or char.isdigit() or char in "·・‧•．") or chinese


def _refuse(candidate: Candidate, name: str, *, detail: str = "") -> Rejection:
    return Rejection(candidate, (Reason(name, -10.0, detail),))
