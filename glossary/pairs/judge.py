"""The judgement of a candidate: a mention of a pair, or a rejection; either way with the reasons.

First *triage*: does the gloss hold a name at all? Then *edges*: where does the name before it begin? Nothing is thrown
away: a rejection keeps its candidate and says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from glossary import tables
from glossary.lang import glosses, script, transliteration
from glossary.lang.generics import generic
from glossary.lang.latin import is_acronym
from glossary.lang.surnames import opens_with_surname
from glossary.lang.titles import nature
from glossary.model import Candidate, Document, Form, Mention, Reason, Rejection, Slot, SlotKind, Span
from glossary.pairs import (
    aliases,
    chinese_first,
    english_first,
    facts,
    hints,
    joint,
    marks,
    recurrence,
    segments,
    triage,
)
from glossary.pairs.acronyms import spells_acronym
from glossary.pairs.edges import Edge, log_odds
from glossary.pairs.form_evidence import WITHOUT_BRACKET, before_english, behind_english, beside_each_other
from glossary.pairs.left import is_loose, is_person
from glossary.pairs.links import linked
from glossary.pairs.marks import WRAPPING
from glossary.pairs.mentions import Found, mentions
from glossary.pairs.parts import (
    beside_names,
    comparable,
    first,
    is_list,
    others_of,
    script_part,
    spelt_out,
    undated,
    untitled,
    unwrap,
    without_latin,
)
from glossary.pairs.remark_evidence import doubted

__all__ = ["considered", "english_name", "judge", "judge_all"]

_ASIDE = Reason("aside", -1.0)  # a gloss in small letters that says something about a Chinese word in English text
_PERSONS = (2, 3)  # characters of Chinese persons' names
_NEIGHBOURS = 64  # candidates that say of each other what kind of thing they name
_TITLE_MARKS = "《〈"
_LONGEST_SPELT = 4  # characters
_LINE_ENDS = ("", "\n")
_SEVERAL = 3  # names in a gloss, which are no single name's
_NEAR = 8  # characters behind a gloss, which show whether its item goes on
_SURE = 4.0  # log-odds from which nothing more is asked
_Placed = tuple[Span, tuple[Reason, ...]]  # where a name stands, and why


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
        return (_refuse(candidate, "list-of-pairs"),)
    if form in _JOINT and (several or _joins(candidate)) and (shared := _joint(candidate, document)):
        return shared
    look = _JUDGES[form]
    if form in _EITHER and slots[0].kind is not SlotKind.HAN:
        look = _side_by_side if several else _chinese_first
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
    before = [_placed(edge, candidate) for edge in edges]
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


def _placed(edge: Edge, candidate: Candidate) -> Span:
    """Where the first name stands in the document."""
    return Span(candidate.before.start + edge.start, candidate.before.start + edge.end)


def _english_first(candidate: Candidate, document: Document) -> Found | Rejection:
    """``Name (中文)``: the Han slot is the Chinese name, the English name ends at the bracket."""
    slot = first(candidate, SlotKind.HAN)
    if slot is None:
        return _refuse(candidate, "no-chinese-name")
    chinese, text, before = unwrap(slot), document.text, candidate.before
    if triage.is_described(candidate, slot, text):
        return _refuse(candidate, "phrase", slot.text)
    name, fault = comparable(text[chinese.start : chinese.end])
    if fault:
        return _refuse(candidate, fault, slot.text)
    others = others_of(candidate, slot)
    found = english_first.best(text[before.start : before.end], name, beside_names(others), _is_last(candidate, text))
    if found is None:
        return _refuse(candidate, "no-english-name")
    english = Span(before.start + found.start, before.start + found.end)
    reasons = found.reasons
    if reasons[0].name == "mark" and segments.is_code(english.of(text)):
        return _refuse(candidate, "code", english.of(text))
    if is_acronym(english.of(text)) and len(_han_names(candidate)) >= _SEVERAL:
        return _refuse(candidate, "list", slot.text)  # ESG（環境、社會、治理）
    if candidate.form in WITHOUT_BRACKET:
        reasons = behind_english(candidate, reasons, text)
    reasons = doubted(reasons, name)
    if others and is_acronym(english.of(text)):
        english, others = spelt_out(english, others, text)
    names = (english, chinese)
    return Found(candidate, names, reasons, aliases.stated(others, candidate, text, names=names))


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
        told = _hints(candidate, document.text, latin.text)
        found = chinese_first.edges(before, latin.text, acronym=latin.kind is SlotKind.ACRONYM, hints=told)
    offset = candidate.before.start
    return tuple(Edge(offset + edge.start, offset + edge.end, edge.reasons) for edge in found)


def english_name(candidate: Candidate, text: str) -> tuple[Slot, Span] | Rejection:
    """The part of a gloss after Chinese that is the English name, and where the name stands; or why there is none."""
    slot = triage.english_slot(candidate, text)
    if slot is None:
        return _refuse(candidate, "no-english-name")
    english = undated(untitled(unwrap(slot), text), text, candidate.before)
    name = english.of(text)
    quoted = name.startswith("the ") and candidate.before.of(text).rstrip().endswith(tuple(marks.CLOSING))
    if fault := triage.no_name(name, quoted=quoted) or triage.fault(candidate, slot, text):
        return _refuse(candidate, fault, name)
    return slot, english


def _chinese_first(candidate: Candidate, document: Document) -> Found | Rejection:
    """``中文（Name）``: the Latin slot is the English name, the Chinese name ends at the bracket."""
    named = english_name(candidate, document.text)
    if isinstance(named, Rejection):
        return named
    others, english = _joined(candidate, named[0], document, english=named[1])
    found = _spelt_in_gloss(candidate, document) or _before_gloss(
        candidate, document, name=english.of(document.text), acronym=named[0].kind is SlotKind.ACRONYM
    )
    if isinstance(found, Rejection):
        return found
    chinese, reasons = found
    names = (_spelt_alone(english, document.text, chinese.of(document.text)), chinese)
    return Found(candidate, names, reasons, aliases.stated(others, candidate, document.text, names=names))


def _before_gloss(candidate: Candidate, document: Document, *, name: str, acronym: bool) -> _Placed | Rejection:
    """The Chinese name before a gloss that is the English ``name``; or why there is none."""
    edge = _chinese_edge(candidate, document, name=name, acronym=acronym)
    if edge is None:
        return _refuse(candidate, "no-chinese-name")
    place = without_latin(_placed(edge, candidate), document.text)
    chinese = place.of(document.text)
    if candidate.form in WITHOUT_BRACKET and _is_particle(chinese):
        return _refuse(candidate, "no-chinese-name")
    if (said := _says_who(name)) and _is_person(chinese, name):
        return _refuse(candidate, said, name)
    reasons = before_english(candidate, edge.reasons, document.text, chinese=chinese)
    if name.islower() and _is_aside(place, reasons, document.text):
        reasons = (*reasons, _ASIDE)
    return place, reasons


def _says_who(english: str) -> str:
    """What a gloss says of a person instead of the name: which people somebody is of, 浦忠成 (Tsou), or the office:
    王毅（Foreign Minister）, but not 畢夏普（John Bishop）.
    """
    if english[:1].isupper() and "-" not in english and nature(english).title == "nationality":
        return "people"
    *words, last = english.split()
    if nature(last).title != "role":
        return ""
    told = words and all(is_acronym(word) or glosses.shortened(glosses.stem(word)) for word in words)
    named = any(nature(word).given and not is_acronym(word) for word in words)
    return "office" if told and not named else ""


def _is_person(chinese: str, english: str) -> bool:
    """Whether the Chinese can be a Chinese person's name, means none of the words and does not sound like the last."""
    folded, last = script.fold(chinese), english.rpartition(" ")[2]
    if not opens_with_surname(folded) or len(folded) not in _PERSONS or generic(folded):
        return False
    return not any(facts.covered(english.split(), chinese)) and not transliteration.sounds_like(last, folded)


def _is_particle(chinese: str) -> bool:
    """Whether a single character belongs to the running text: 从 Brank 的."""
    return len(chinese) == 1 and is_loose(script.fold(chinese))


def _joined(candidate: Candidate, slot: Slot, document: Document, *, english: Span) -> tuple[tuple[Slot, ...], Span]:
    """The slots besides the English name, and the name with what a comma parts from it but the Chinese says, too.

    劍橋大學國王學院（King's College, Cambridge）, but not 波士頓（Boston, Massachusetts）.
    """
    others = others_of(candidate, slot)
    for other in others:
        between = document.text[english.end : other.span.start]
        if between != ", " or other.kind is SlotKind.REMARK or SlotKind.LATIN not in {slot.kind, other.kind}:
            break
        if other.kind is SlotKind.ACRONYM and spells_acronym(english.of(document.text).split(), other.text):
            break
        before, whole = candidate.before.of(document.text), Span(english.start, other.span.end)
        known, more = (chinese_first.explained(before, name.of(document.text)) for name in (english, whole))
        if more <= known and not _goes_on(before, english.of(document.text), other.text):
            break
        english, others = whole, others[1:]
    return others, english


def _goes_on(before: str, title: str, after: str) -> bool:
    """Whether a title in marks goes on behind a comma: 《色，戒》（Lust, Caution）, but no author does."""
    held = marks.marked(before)
    if held is None or before[held.start - 1] not in _TITLE_MARKS or is_person(after):
        return False
    if after[:1].islower():  # The Good, | the Bad and the Ugly
        return title[:1].isupper() and nature(after.split(maxsplit=1)[0]).determiner
    chinese = before[held.start : held.end]
    return chinese.count("，") > title.count(", ") or any(facts.covered(tuple(after.split()), chinese))


def _is_aside(chinese: Span, reasons: tuple[Reason, ...], text: str) -> bool:
    """Whether the Chinese stands alone in English, and the gloss does not explain it: 人 (two strokes)."""
    start = chinese.start
    while start and script.is_han(text[start - 1]):
        start -= 1
    before = text[max(0, start - 2) : start].strip(WRAPPING)
    return before.isascii() and bool(before) and any(reason.name == "unexplained" for reason in reasons)


def _chinese_edge(candidate: Candidate, document: Document, *, name: str, acronym: bool) -> Edge | None:
    """The edge of the Chinese name; where it leaves a doubt, with the name's other places in the document."""
    before, end = candidate.before.of(document.text), candidate.gloss.end
    if held := marks.enclosed(before, document.text[end : end + 1]):
        return held
    told = _hints(candidate, document.text, name)
    found = chinese_first.best(before, name, acronym, (), told)
    if found is None or log_odds(found.reasons) > _SURE:
        return found
    end = candidate.before.start + len(before.rstrip(WRAPPING))
    stops = recurrence.stops(document.text, Span(candidate.before.start, end))
    return chinese_first.best(before, name, acronym, tuple(sorted(stops.items())), told) if stops else found


def _hints(candidate: Candidate, text: str, english: str) -> hints.Hints:
    """What else says where the Chinese name begins."""
    end = candidate.gloss.end
    return hints.hints(candidate.before.of(text), text[end : end + _NEAR], english)


def _spelt_in_gloss(candidate: Candidate, document: Document) -> _Placed | None:
    """The characters right before the bracket that a romanization in it spells, with the reasons: 睿 (rui: wise)."""
    slot = first(candidate, SlotKind.ROMANIZATION)
    if slot is None:
        return None
    before = candidate.before.of(document.text).rstrip(WRAPPING)
    for length in range(1, _LONGEST_SPELT + 1):
        chinese = before[-length:]
        reasons = english_first.whole(slot.text, chinese) if script.has_han(chinese[:1]) else ()
        if any(reason.name == "spelt" for reason in reasons):
            end = candidate.before.start + len(before)
            return Span(end - length, end), reasons
    return None


def _side_by_side(candidate: Candidate, document: Document) -> Found | Rejection:
    """Two names that are both whole, as in two cells: the question is only whether they belong together."""
    english, chinese = (unwrap(slot) for slot in candidate.slots[:2])
    english = _bare(english, document.text, chinese.of(document.text))
    if chinese.of(document.text) in tables.words("labels"):
        return _refuse(candidate, "label")
    others = candidate.slots[2:]
    name = script_part(chinese.of(document.text))
    reasons = english_first.whole(english.of(document.text), name, beside=beside_names(others))
    if not reasons:
        return _refuse(candidate, "no-english-name")
    reasons = doubted(beside_each_other(candidate, reasons, document.text), name)
    names = (english, chinese)
    return Found(candidate, names, reasons, aliases.stated(others, candidate, document.text, names=names))


def _bare(name: Span, text: str, chinese: str) -> Span:
    """The name without the words before it that begin none and are not translated: By | Chen Yu."""
    name = _spelt_alone(name, text, chinese)
    words, meant = name.of(text).split(" "), glosses.within(script.fold(chinese))
    while len(words) > 1 and nature(words[0]).small and not nature(words[0]).connector:
        if not meant.isdisjoint(glosses.family(glosses.stem(words[0]))):
            break
        words = words[1:]
    return Span(name.end - len(" ".join(words)), name.end)


def _spelt_alone(name: Span, text: str, chinese: str) -> Span:
    """The name without capitals behind words that spell the Chinese: Pan Wei Lun | RHP."""
    *words, last = name.of(text).split(" ")
    if len(words) < 2 or not is_acronym(last) or facts.spelling_words(tuple(words), chinese) < len(words):
        return name
    return Span(name.start, name.end - len(last) - 1)


_JUDGES: Mapping[Form, Callable[[Candidate, Document], Found | Rejection]] = {
    Form.EN_BRACKET: _english_first,
    Form.ZH_BRACKET: _chinese_first,
    Form.INLINE: _english_first,
    Form.SLASH: _english_first,
    Form.COMMA: _english_first,
    Form.LIST: _side_by_side,
    Form.TABLE: _side_by_side,
}
_EITHER = frozenset((Form.INLINE, Form.SLASH))  # the first name may be of either language
_JOINT = frozenset((Form.EN_BRACKET, Form.ZH_BRACKET, Form.SLASH))


def _refuse(candidate: Candidate, name: str, detail: str = "") -> Rejection:
    """The rejection of the candidate for a reason of this name."""
    return Rejection(candidate, (Reason(name, -10.0, detail),))
