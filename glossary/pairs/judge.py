"""The judgement of a candidate: a mention of a pair, or a rejection; either way with the reasons.

First *triage*: does the gloss hold a name at all? Then *edges*: where does the name before it begin? Nothing is thrown
away: a rejection keeps its candidate and says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from glossary import tables
from glossary.candidates.statements import is_stated
from glossary.lang import glosses, script
from glossary.lang.latin import is_acronym
from glossary.lang.titles import nature
from glossary.model import Candidate, Document, Form, Mention, Rejection, Slot, SlotKind, Span
from glossary.pairs import (
    aliases,
    before_gloss,
    chinese_first,
    english_first,
    joint,
    segments,
    triage,
)
from glossary.pairs.edges import Edge
from glossary.pairs.form_evidence import WITHOUT_BRACKET, behind_english, beside_each_other
from glossary.pairs.links import linked
from glossary.pairs.mentions import Found, mentions
from glossary.pairs.parts import (
    beside_names,
    comparable,
    first,
    is_list,
    others_of,
    placed,
    refuse,
    script_part,
    spelt_out,
    unwrap,
    with_latin,
)
from glossary.pairs.remark_evidence import doubted

__all__ = ["considered", "judge", "judge_all"]

_NEIGHBOURS = 64  # candidates that say of each other what kind of thing they name
_LINE_ENDS = ("", "\n")
_SEVERAL = 3  # names in a gloss, which are no single name's


def judge(candidate: Candidate, document: Document) -> tuple[Mention | Rejection, ...]:
    """The mentions that the candidate states in the document, in the order of the text, or its rejection."""
    return tuple(judge_all((candidate,), document, shown=document.text)[0])


def judge_all(
    candidates: Sequence[Candidate], document: Document, *, shown: str
) -> tuple[list[Mention | Rejection], list[int]]:
    """What :func:`judge` gives of all candidates, which are in the order of the text, and how much it is of each.

    Neighbours say together what kind of thing they are. Some hundreds at a time are a quarter faster: each of the two
    steps then stays in the processor's caches. ``shown``: the document's text with its markup.
    """
    decided = [_decide(candidate, document) for candidate in candidates]
    judged: list[Mention | Rejection] = []
    for place in range(0, len(decided), _NEIGHBOURS):
        found = list(chain.from_iterable(decided[place : place + _NEIGHBOURS]))
        pairs = [one for one in found if isinstance(one, Found)]
        places = [one.place for one in pairs]
        made = iter(mentions(linked(pairs, places, document.text), places, document, shown=shown))
        judged += [next(made) if isinstance(one, Found) else one for one in found]
    return judged, list(map(len, decided))


def _decide(candidate: Candidate, document: Document) -> tuple[Found | Rejection, ...]:
    """What is found at the candidate, or why nothing is: by the rule for its form, unless several names share it."""
    form, slots = candidate.form, candidate.slots
    several = len(slots) > 1
    if several and is_list(slots):
        return (refuse(candidate, "list-of-pairs"),)
    if form in _JOINT and (several or _joins(candidate)) and (shared := _joint(candidate, document)):
        return shared
    look = _JUDGES[form]
    if form in _EITHER and slots[0].kind is not SlotKind.HAN:
        look = _side_by_side if several else before_gloss.look
    return (look(candidate, document),)


def _joins(candidate: Candidate) -> bool:
    """Whether the one part of the gloss joins several names."""
    return candidate.form is Form.ZH_BRACKET and len(joint.names(candidate.slots[0].text)) > 1


def _joint(candidate: Candidate, document: Document) -> tuple[Found, ...]:
    """The mentions of names that share a bracket, none where it holds but one.

    ``Duan Zhongtan and Duan Zhongyi (段鍾潭、段鍾沂)`` · ``華生與克里克（James Watson、Francis Crick）``
    """
    text, chinese_before = document.text, candidate.form is Form.ZH_BRACKET
    inside = _latin_names(candidate) if chinese_before else _han_names(candidate)
    if len(inside) < 2:
        return ()
    look = joint.chinese_edges if chinese_before else joint.edges
    edges = look(candidate.before.of(text), tuple(name.of(text) for name in inside))
    before = [placed(edge, candidate) for edge in edges]
    pairs = zip(inside, before, strict=False) if chinese_before else zip(before, inside, strict=False)
    return tuple(Found(candidate, names, edge.reasons) for names, edge in zip(pairs, edges, strict=True))


def _han_names(candidate: Candidate) -> list[Span]:
    """Where the Chinese names in a gloss stand."""
    return [unwrap(slot) for slot in candidate.slots if slot.kind is SlotKind.HAN]


def _latin_names(candidate: Candidate) -> list[Span]:
    """Where the Latin names in a gloss stand, also those that "and" joins."""
    return [
        Span(slot.span.start + start, slot.span.start + start + len(name))
        for slot in candidate.slots
        if slot.kind is SlotKind.LATIN
        for name, start in joint.names(slot.text)
    ]


def _english_first(candidate: Candidate, document: Document) -> Found | Rejection:
    """``Name (中文)``: the Han slot is the Chinese name, the English name ends at the bracket."""
    slot = first(candidate, SlotKind.HAN)
    if slot is None:
        return refuse(candidate, "no-chinese-name")
    chinese, text, before = unwrap(slot), document.text, candidate.before
    if triage.is_described(candidate, slot, text):
        return refuse(candidate, "phrase", slot.text)
    name, fault = comparable(text[chinese.start : chinese.end])
    if fault:
        return refuse(candidate, fault, slot.text)
    others = others_of(candidate, slot)
    found = english_first.best(text[before.start : before.end], name, beside_names(others), _is_last(candidate, text))
    if found is None:
        return refuse(candidate, "no-english-name")
    english = Span(before.start + found.start, before.start + found.end)
    reasons = found.reasons
    if fault := _fault(candidate, english.of(text), text, marked=reasons[0].name == "mark"):
        return refuse(candidate, fault, english.of(text))
    if candidate.form in WITHOUT_BRACKET:
        reasons = behind_english(candidate, reasons, text)
    reasons = doubted(reasons, name)
    names = (english, chinese)
    if others:
        names, others = _with_others(names, others, text)
    return Found(candidate, names, reasons, aliases.stated(others, candidate, text, names=names))


def _with_others(
    names: tuple[Span, Span], others: tuple[Slot, ...], text: str
) -> tuple[tuple[Span, Span], tuple[Slot, ...]]:
    """The two names with what belongs to them of the other slots, and the slots that do not."""
    english, chinese = names
    chinese, others = with_latin(names, others, text)
    if is_acronym(english.of(text)):
        english, others = spelt_out(english, others, text)
    return (english, chinese), others


def _fault(candidate: Candidate, english: str, text: str, *, marked: bool) -> str:
    """Why the text before the gloss is no English name; empty where it may be one: `f()`; ESG（環境、社會、治理）."""
    if (marked and segments.is_code(english)) or triage.is_call(candidate, english, text):
        return "code"
    if triage.is_unit(english):
        return "unit"
    if not marked and triage.is_cut_off(english, subject=is_stated(candidate)):
        return "phrase"
    if len(candidate.slots) == 1:
        return ""  # as most
    if triage.gives_examples(candidate):
        return "examples"
    if triage.is_sentence(candidate):
        return "phrase"
    return "list" if is_acronym(english) and len(_han_names(candidate)) >= _SEVERAL else ""


def _is_last(candidate: Candidate, text: str) -> bool:
    """Whether the line ends with the gloss."""
    return text[candidate.gloss.end : candidate.gloss.end + 1] in _LINE_ENDS


def considered(candidate: Candidate, document: Document) -> tuple[Edge, ...]:
    """Every name that was weighed for the candidate, as edges in the document, the likeliest first.

    None where both names are whole, or the gloss holds no name.
    """
    before = candidate.before.of(document.text)
    latin = first(candidate, SlotKind.LATIN, SlotKind.ACRONYM, SlotKind.ROMANIZATION)
    han = first(candidate, SlotKind.HAN)
    found: tuple[Edge, ...] = ()
    if _JUDGES[candidate.form] is _english_first and han is not None:
        name = script_part(unwrap(han).of(document.text))
        others = others_of(candidate, han)
        found = english_first.edges(before, name, beside=beside_names(others), last=_is_last(candidate, document.text))
    elif _JUDGES[candidate.form] is not _side_by_side and latin is not None:
        told = before_gloss.hints_at(candidate, document.text, latin.text)
        found = chinese_first.edges(before, latin.text, acronym=latin.kind is SlotKind.ACRONYM, hints=told)
    offset = candidate.before.start
    return tuple(Edge(offset + edge.start, offset + edge.end, edge.reasons) for edge in found)


def _side_by_side(candidate: Candidate, document: Document) -> Found | Rejection:
    """Two names that are both whole, as in two cells: the question is only whether they belong together."""
    english, chinese = (unwrap(slot) for slot in candidate.slots[:2])
    english = _bare(english, document.text, chinese.of(document.text))
    if chinese.of(document.text) in tables.words("labels"):
        return refuse(candidate, "label")
    others = candidate.slots[2:]
    name = script_part(chinese.of(document.text))
    reasons = english_first.whole(english.of(document.text), name, beside=beside_names(others))
    if not reasons:
        return refuse(candidate, "no-english-name")
    reasons = doubted(beside_each_other(candidate, reasons, document.text), name)
    names = (english, chinese)
    return Found(candidate, names, reasons, aliases.stated(others, candidate, document.text, names=names))


def _bare(name: Span, text: str, chinese: str) -> Span:
    """The name without the words before it that begin none and are not translated: By | Chen Yu."""
    name = before_gloss.spelt_alone(name, text, chinese)
    words, meant = name.of(text).split(" "), glosses.within(script.fold(chinese))
    while len(words) > 1 and nature(words[0]).small and not nature(words[0]).connector:
        if not meant.isdisjoint(glosses.family(glosses.stem(words[0]))):
            break
        words = words[1:]
    return Span(name.end - len(" ".join(words)), name.end)


_JUDGES: Mapping[Form, Callable[[Candidate, Document], Found | Rejection]] = {
    Form.EN_BRACKET: _english_first,
    Form.ZH_BRACKET: before_gloss.look,
    Form.INLINE: _english_first,
    Form.SLASH: _english_first,
    Form.COMMA: _english_first,
    Form.LIST: _side_by_side,
    Form.TABLE: _side_by_side,
}
_EITHER = frozenset((Form.INLINE, Form.SLASH))  # the first name may be of either language
_JOINT = frozenset((Form.EN_BRACKET, Form.ZH_BRACKET, Form.SLASH))
