"""A candidate whose Chinese name stands first, ``中文（Name）``: the name in its gloss and the one before it."""

from __future__ import annotations

import re

from glossary.lang import glosses, script, transliteration, well_known
from glossary.lang.generics import generic
from glossary.lang.latin import is_acronym
from glossary.lang.surnames import opens_with_surname
from glossary.lang.titles import nature
from glossary.model import Candidate, Document, Form, Reason, Rejection, Slot, SlotKind, Span
from glossary.pairs import aliases, chinese_first, english_first, facts, hints, marks, recurrence, triage
from glossary.pairs.acronyms import spells_acronym
from glossary.pairs.edges import Edge, log_odds
from glossary.pairs.form_evidence import WITHOUT_BRACKET, before_english
from glossary.pairs.left import is_loose, is_person
from glossary.pairs.marks import WRAPPING
from glossary.pairs.mentions import Found
from glossary.pairs.parts import first, others_of, placed, refuse, undated, untitled, unwrap, without_latin

__all__ = ["english_name", "hints_at", "look", "spelt_alone"]

_ASIDE = Reason("aside", -1.0)  # a gloss in small letters that says something about a Chinese word in English text
_PERSONS = (2, 3)  # characters of Chinese persons' names
_TITLE_MARKS = "《〈"
_TITLE_ENDS = ("》", "〉")  # 《美國隊長》（Captain America）: no title of a person
_LONGEST_SPELT = 4  # characters
_NEAR = 8  # characters behind a gloss, which show whether its item goes on
_LINK = re.compile(" (?:of|for|the) ")
_SURE = 4.0  # log-odds from which nothing more is asked
_Placed = tuple[Span, tuple[Reason, ...]]  # where a name stands, and why


def english_name(candidate: Candidate, text: str) -> tuple[Slot, Span] | Rejection:
    """The part of a gloss after Chinese that is the English name, and where the name stands; or why there is none."""
    slot = triage.english_slot(candidate, text)
    if slot is None:
        return refuse(candidate, "no-english-name")
    before, whole = candidate.before.of(text).rstrip(), unwrap(slot)
    titled = before.endswith(_TITLE_ENDS) or well_known.of_english(whole.of(text)).others
    english = undated(whole if titled else untitled(whole, text), text, candidate.before)
    name = english.of(text)
    quoted = name.startswith("the ") and before.endswith(tuple(marks.CLOSING))
    if fault := triage.no_name(name, quoted=quoted) or triage.fault(candidate, slot, text):
        return refuse(candidate, fault, name)
    return slot, english


def look(candidate: Candidate, document: Document) -> Found | Rejection:
    """``中文（Name）``: the Latin slot is the English name, the Chinese name ends at the bracket."""
    named = english_name(candidate, document.text)
    if isinstance(named, Rejection):
        return named
    others, english = _joined(candidate, named[0], document, english=named[1])
    if candidate.form is Form.INLINE:
        english = _spelt_before_link(english, candidate.before.of(document.text), document.text)
    found = _spelt_in_gloss(candidate, document) or _before_gloss(
        candidate, document, name=english.of(document.text), acronym=named[0].kind is SlotKind.ACRONYM
    )
    if isinstance(found, Rejection):
        return found
    chinese, reasons = found
    names = (spelt_alone(english, document.text, chinese.of(document.text)), chinese)
    return Found(candidate, names, reasons, aliases.stated(others, candidate, document.text, names=names))


def _spelt_before_link(name: Span, before: str, text: str) -> Span:
    """The name as far as it spells the Chinese before it, where a small word follows: 太祖 Taizu | of Song."""
    found = _LINK.search(text, name.start, name.end)
    if found is None:
        return name
    words = tuple(text[name.start : found.start()].split(" "))
    spelt = facts.spelling_words(words, before.rstrip().rpartition(" ")[2]) == len(words)
    return Span(name.start, found.start()) if spelt else name


def _before_gloss(candidate: Candidate, document: Document, *, name: str, acronym: bool) -> _Placed | Rejection:
    """The Chinese name before a gloss that is the English ``name``; or why there is none."""
    edge = _chinese_edge(candidate, document, name=name, acronym=acronym)
    if edge is None:
        return refuse(candidate, "no-chinese-name")
    place = without_latin(placed(edge, candidate), document.text)
    chinese = place.of(document.text)
    if candidate.form in WITHOUT_BRACKET and _is_particle(chinese):
        return refuse(candidate, "no-chinese-name")
    if (said := _says_who(name)) and _is_person(chinese, name):
        return refuse(candidate, said, name)
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
    told = hints_at(candidate, document.text, name)
    found = chinese_first.best(before, name, acronym, (), told)
    if found is None or log_odds(found.reasons) > _SURE:
        return found
    end = candidate.before.start + len(before.rstrip(WRAPPING))
    stops = recurrence.stops(document.text, Span(candidate.before.start, end), "" if is_person(name) else name)
    return chinese_first.best(before, name, acronym, tuple(sorted(stops.items())), told) if stops else found


def hints_at(candidate: Candidate, text: str, english: str) -> hints.Hints:
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


def spelt_alone(name: Span, text: str, chinese: str) -> Span:
    """The name without capitals behind words that spell the Chinese: Pan Wei Lun | RHP."""
    *words, last = name.of(text).split(" ")
    if len(words) < 2 or not is_acronym(last) or facts.spelling_words(tuple(words), chinese) < len(words):
        return name
    return Span(name.start, name.end - len(last) - 1)
