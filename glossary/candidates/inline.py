"""Candidates without a bracket: ``Yu Yue 俞樾``, ``Taoyuan/桃園``, ``Kuai Kuai, 乖乖``, ``耐吉 Nike``.

A run of Han that stands alone among Latin words is the gloss, or a Latin name right after Han; what name it glosses, if
any, has to be shown by stronger evidence than a bracket needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

from glossary.candidates import statements
from glossary.candidates.series import CLOSED, NEXT, OPENED
from glossary.candidates.wide import Line
from glossary.lang import script
from glossary.lang.script import HAN
from glossary.model import Candidate, Form, Slot, SlotKind, Span

__all__ = ["find"]

_LONGEST_BEFORE = 120
_RUN = re.compile("[\u2e80-\U0003fffd][\u2e80-\U0003fffd·‧]*")
# Han alone: after a Latin word or a bracket, its marks and a space or slash; before white space, the end, or Western
# punctuation.
_BEFORE = re.compile(r"[A-Za-zÀ-ɏ.,’'*_”)\"][ /／]")
_MARKED = re.compile(r"[A-Za-zÀ-ɏ][\"”]")  # "Wa"華: no space, but a mark closed
_STRESSED = re.compile(r"[A-Za-zÀ-ɏ.!?][*_]{1,3} {0,9}$")  # _Dream_《梦》, also where the space was a tag
_SOLID = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ’'-]*[a-z]$")  # Li Ko-fei李格非, where the space was lost
_FURTHEST = 20  # characters that these two look at
_FOREIGN = 3  # in English text, so many letters stand for one of Han
_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,3}\b")
_SECOND_NAME = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ.'’ -]{1,60}").fullmatch
_ALONE = re.compile(rf"[《「]?[{HAN}·‧]{{1,16}}+[》」]?+(?=[\s.,;:!?\])’”\"'*_(]|$)")
# A Latin name after Han and a space or slash, before white space, punctuation or Han; of several words also right
# after Han, or after its quotation mark: 莊士敦Alexander Johnston, 「莊士敦道」Johnston Road.
_INSIDE = "(?:of|for) (?:the )?|the |de |van |von "  # small words in a name
_AFTER = re.compile(
    r"(?P<gap> ?[/／] ?| |(?=[A-Z][A-Za-zÀ-ɏ.'’-]* [A-Z]))"
    r"(?P<name>[A-ZÀ-ÞŚŠŻŽḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ0-9.'’&-]*"
    rf"(?: (?:{_INSIDE})?[A-ZÀ-Þ][A-Za-zÀ-ɏḀ-ỿ0-9.'’&-]*){{0,5}}+)"
    rf"(?=[\s，。、；：:,;）)」』—–/<*_]|[{HAN}]|$)"
)
# What Han in English text means, in quotation marks: 開元三大士 ‘three great sages of Kaiyuan’.
_QUOTED = re.compile(
    r" (?:[“\"](?P<double>[A-Za-zÀ-ỿ][^“”\"\n]{1,90})[”\"]|‘(?P<single>[A-Za-zÀ-ỿ][^‘’\n]{1,90})’)(?![A-Za-z])"
)
_SMALL_WORD = re.compile(r"(?:(?<![\w'’.-])[a-z][a-z'’-]* |[,;:–—] |\()$")
_SENTENCE_END = re.compile(r"(?<=\w{4})(?<!Corp)\. ")
_SHORTENED = re.compile(r"(?:\b[A-Z]|Co|Corp|Inc|Ltd|Jr|Sr|St)\.$")
_AFTER_HAN = re.compile(rf"[{HAN}] [A-Z][A-Za-zÀ-ɏ.'’ -]*, $")
_SMALL_AFTER_HAN = re.compile(rf"[{HAN}] {OPENED}[a-zÀ-ɏ][a-zÀ-ɏ'’ -]*{CLOSED}(?:{NEXT})$")
_SMALL_AFTER = re.compile(rf" {OPENED}[a-zÀ-ɏ][a-zÀ-ɏ'’ -]*{CLOSED}(?:{NEXT}|[)）.。])")
_HAN = re.compile(f"[{HAN}]")
_NAME_END = re.compile(f"[{HAN}」』》]")
# Pinyin with tones right after Han, and what it means in quotes: 巫 _wū_ ("shaman"), 撮 _cuō_ means 'eat'.
_TONED = "[a-zü]*+[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]*"
_SPELT = re.compile(
    rf" [*_]{{0,2}}(?P<said>{_TONED}(?:[ -]?{_TONED}){{0,4}})(?: means?)?[*_]{{0,2}}"
    r"(?:(?: means?| meaning|,)? [(（]?(?P<mark>[\"'“‘])(?P<meant>[^\"'“”‘’;,]{1,40})[\"'”’;,])?",
    re.IGNORECASE,
)
_GAPS = (" ", "/", "／")
_OPENED = re.compile("[「『《“][^「『《“」』》”]*$")
_CLOSED, _STRESS = frozenset('"”'), frozenset("*_ ")
_LAST = frozenset((*_GAPS, *_CLOSED, *_STRESS, *ascii_lowercase))  # what may stand before Han that follows Latin
_CLOSED_AT_GLOSS = frozenset(mark + opening for mark in "」』》”" for opening in "(（")
_FORMS = {
    "": Form.INLINE,
    " ": Form.INLINE,
    "/": Form.SLASH,
    " / ": Form.SLASH,
    ", ": Form.COMMA,
    ",/": Form.SLASH,
    "／": Form.SLASH,
}


def find(text: str, line: Line) -> Iterator[Candidate]:
    """The candidates of Han that stands alone in English and of Latin that follows Han, in the order of the line.

    >>> text = "the scholar Yu Yue 俞樾 and Taoyuan/桃園 (桃園)"
    >>> [candidate.form.value for candidate in find(text, Line(0, 0, 19, len(text)))]
    ['inline', 'slash']
    >>> text = "鞋有耐吉 Nike，錶有浪琴 Longines。"
    >>> [candidate.slots[0].text for candidate in find(text, Line(0, 0, 0, len(text)))]
    ['Nike', 'Longines']
    """
    for run in _RUN.finditer(text, line.first, line.end):
        first, end = run.span()
        if text[end - 1] == "／":  # a wide character, but what parts two names
            end -= 1
        if first > 1 and text[first - 1] in _LAST and _is_alone(text, first, end) and _follows_latin(text, first):
            stated = list(statements.in_english(text, line.start, Span(first, end)))
            yield from stated or _in_english(text, first, run_end=end)
        after = text[end : end + 1]
        if (after in _GAPS or "A" <= after <= "Z") and _NAME_END.match(text, end - 1):
            if after == " " and (spelt := _SPELT.match(text, end)) and _HAN.match(text, end - 1):
                yield from _dictionary(text, first, spelt)
            elif (quoted := _QUOTED.match(text, end)) and text[first - 1 : first] == " " and _is_english(text, first):
                yield _meant(first, end, quoted)
            elif (found := _AFTER.match(text, end)) and not _is_one_name(text, (first, end), found.end()):
                yield _in_chinese(text, found, first if _stands_apart(text, first) else -1)


def _is_alone(text: str, first: int, end: int) -> bool:
    """Whether the run is Han and nothing else, and no file of that name."""
    found = _ALONE.match(text, first)
    return found is not None and found.end() >= end and not _FILE.match(text, end)


def _follows_latin(text: str, first: int) -> bool:
    """Whether a Latin name ends before the Han at ``first``, with a space, a slash or a mark between."""
    last = text[first - 1]
    if last in _GAPS:
        place = first - 2 if text[first - 3 : first] == " / " else first
        if _BEFORE.match(text, place - 2):
            return True
    elif last in _CLOSED:
        return _MARKED.match(text, first - 2, first) is not None
    ends = _SOLID if last in ascii_lowercase else _STRESSED if last in _STRESS else None
    found = ends.search(text, max(0, first - _FURTHEST), first) if ends else None
    return found is not None and _is_english(text, first)


def _is_english(text: str, end: int) -> bool:
    """Whether the line is in English before the place."""
    letters, han = script.counts(_before(text, end).of(text))
    return letters >= _FOREIGN * han


def _dictionary(text: str, first: int, spelt: re.Match[str]) -> Iterator[Candidate]:
    """The candidate of an entry like a dictionary's: 巫 _wū_ "shaman". What is meant is a third name.

    None where it glosses a name before a bracket, which is a candidate itself: shaman (巫 _wū_).
    """
    if first and not text[first - 1].isspace():
        return
    han = Slot(SlotKind.HAN, text[first : spelt.start()], Span(first, spelt.start()))
    slots = [Slot(SlotKind.ROMANIZATION, spelt["said"], Span(*spelt.span("said"))), han]
    if spelt["meant"]:
        slots.append(Slot(SlotKind.LATIN, spelt["meant"], Span(*spelt.span("meant"))))
    yield Candidate(form=Form.INLINE, before=han.span, gloss=Span(*spelt.span("said")), slots=tuple(slots))


def _meant(first: int, end: int, quoted: re.Match[str]) -> Candidate:
    """The candidate of Han and what it means, in quotation marks."""
    side = "double" if quoted["double"] else "single"
    name = Slot(SlotKind.LATIN, quoted[side], Span(*quoted.span(side)))
    return Candidate(form=Form.ZH_BRACKET, before=Span(first, end), gloss=name.span, slots=(name,))


def _in_english(text: str, start: int, *, run_end: int) -> Iterator[Candidate]:
    """The candidate of Han alone; none where the run goes on, or in a bracket, which is a candidate itself."""
    gap = _gap(text, start)
    floor = max(0, start - _LONGEST_BEFORE)
    if gap[:1] == "," and (_in_bracket(text, floor, start) or _is_paired(text, floor, (start, run_end))):
        return
    if _SMALL_AFTER.match(text, run_end) and _SMALL_AFTER_HAN.search(text, floor, start):
        return  # in a series of names with words in small letters behind them
    slots = [Slot(SlotKind.HAN, text[start:run_end], Span(start, run_end))]
    end = opening = start - len(gap)
    if text[end - 1] == ")":  # Chiang Zhao-cong (Jiang Zhaocong) 蔣肇聰
        opening = text.rfind("(", floor, end)
        if opening < 0 or not _SECOND_NAME(text, opening + 1, end - 1):
            return
        slots.append(Slot(SlotKind.LATIN, text[opening + 1 : end - 1], Span(opening + 1, end - 1)))
    gloss = Span(opening, run_end) if opening < end else slots[0].span
    yield Candidate(form=_FORMS[gap], before=_before(text, opening), gloss=gloss, slots=tuple(slots))


def _is_one_name(text: str, run: tuple[int, int], end: int) -> bool:
    """Whether marks hold both, and a gloss follows: 「老式 AI」（GOFAI）."""
    return text[end : end + 2] in _CLOSED_AT_GLOSS and _OPENED.search(text, *run) is not None


def _in_bracket(text: str, floor: int, place: int) -> bool:
    """Whether a bracket is open at the place."""
    return text.rfind("(", floor, place) > text.rfind(")", floor, place)


def _is_paired(text: str, floor: int, run: tuple[int, int]) -> bool:
    """Whether both names of a series have the other name on their other side: 唐鳳 Audrey Tang, 周宜蔓 Gisele Chou."""
    start, end = run
    return _AFTER.match(text, end) is not None and _AFTER_HAN.search(text, floor, start) is not None


def _gap(text: str, start: int) -> str:
    """What stands between the Latin name and the Han at ``start``."""
    if text[start - 1] not in _GAPS:
        return ""
    if text[start - 3 : start] == " / ":
        return " / "
    return text[start - 2 : start] if text[start - 2] == "," else text[start - 1]


def _stands_apart(text: str, first: int) -> bool:
    """Whether Han begins at ``first`` behind a small word or punctuation of English text: the 密宗 Esoteric School."""
    return _SMALL_WORD.search(text, max(0, first - _FURTHEST), first) is not None and _is_english(text, first)


def _in_chinese(text: str, found: re.Match[str], first: int) -> Candidate:
    """The candidate of a Latin name after Han: 耐吉 Nike, 星巴克/Starbucks.

    ``first``: where the Han begins if all of it is the Chinese name, as in English text; else -1.
    """
    name = _SENTENCE_END.split(found["name"], maxsplit=1)[0]
    name = name if _SHORTENED.search(name) else name.rstrip(".")
    span = Span(found.start("name"), found.start("name") + len(name))
    slot = Slot(SlotKind.ACRONYM if name.isupper() else SlotKind.LATIN, name, span)
    before = Span(first, found.start()) if first >= 0 else _before(text, found.start())
    return Candidate(form=_FORMS[found["gap"].strip() or " "], before=before, gloss=span, slots=(slot,))


def _before(text: str, end: int) -> Span:
    """The stretch of the line before ``end`` that may hold the first name."""
    floor = max(0, end - _LONGEST_BEFORE)
    return Span(max(floor, text.rfind("\n", floor, end) + 1), end)
