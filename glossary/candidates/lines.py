"""Candidates that fill a line or two cells of it: list items, glossary lines, rows of tables.

``- He Lifeng 何立峰`` · ``何立峰: He Lifeng`` · ``| Tainan | 台南 |``, cells with tabs or commas between them, or dots
(``禮 · Lǐ · propriety``) · Chinese right under English. Whether the two sides name one thing is judged by the names
themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from glossary.candidates.wide import Line
from glossary.lang.latin import is_acronym, is_toned
from glossary.lang.romanization.spellings import syllables, systematic
from glossary.lang.script import HAN
from glossary.model import Candidate, Form, Slot, SlotKind, Span

__all__ = ["BULLET", "LONGEST_LINE", "SHORT", "find", "of_names"]

LONGEST_LINE = 160
# Marks before a name are never given back, so that a line of marks alone is not tried with the name at each of them.
_MARKS = r"[*_`“\"]*+"
_Pair: TypeAlias = tuple[re.Match[str], re.Match[str]]  # an English and a Chinese name
_LATIN = r"[A-Za-zÀ-ɏ'‘][A-Za-z0-9À-ɏ .,&'’“”\"‘/-]*[A-Za-z0-9À-ɏ.’'”\"]|[A-Z]"
# The same without what a dash parts from it, a remark: 陳大文 Chan Tai-man - goalkeeper - Eastern.
_UNDIVIDED = r"[A-Za-zÀ-ɏ'‘](?:(?! [-–—] )[A-Za-z0-9À-ɏ .,&'’“”\"‘/-])*[A-Za-z0-9À-ɏ.’'”\"]|[A-Z]"
_HANS = rf"[《「]?[{HAN}][{HAN}·・‧0-9A-Za-z]{{0,23}}[》」]?"
_WITH_TOWN = rf"{_HANS}(?:-[{HAN}]{{2,12}})?"  # 觀音亭-檳城
SHORT = r"(?: ?[(（](?P<short>[A-Z][A-Z0-9&-]{1,9})[)）])?"  # World Meteorological Organization (WMO)
_CLOSED = r"[*_`”\"]*"
_HEADING = r"#{1,6}\s+"
_NUMBER = r"\d{1,3}[.．)）、]\s*|[(（]\d{1,2}[)）]\s*|[一二三四五六七八九十]{1,3}、"
BULLET = rf"\s*(?:[-*+]\s+|[•‣●▪■◦○◆◇►▶➤※]\s*|{_NUMBER}|{_HEADING})?{_MARKS}"
_BETWEEN = rf"{_CLOSED}(?:\s*[-–—:：=,，｜/／→]\s*|\s+|(?=[《「])){_MARKS}"
_ITEM = re.compile(
    rf"{BULLET}(?:(?P<en>{_LATIN}){SHORT}{_BETWEEN}(?P<zh>{_WITH_TOWN})(?: ?[(（](?P<said>{_LATIN})[)）])?"
    rf"|(?P<zh2>{_WITH_TOWN}){_BETWEEN}(?P<en2>{_UNDIVIDED})(?: [-–—] .*)?){_CLOSED}[.,;，。；]?\s*"
)
_SLASH, _STOPS = re.compile("[/／]"), (".", "。")
_CELL = re.compile(r"[^|\t]+")
_COMMA_CELL = re.compile(r"[^,]+")
_DOT = re.compile(r"\s[·•]\s")
_DOT_CELL = re.compile(r"(?:\s[·•])?((?:(?!\s[·•]\s).)+)")
_COMMAS = re.compile(rf"[A-Za-z],[{HAN}]|[{HAN}],[A-Za-z]")
_ENGLISH = rf"{_MARKS}({_LATIN}){SHORT}{_CLOSED}"
_CHINESE = rf"{_MARKS}({_HANS}){_CLOSED}"
_MIXED = rf"(?:[A-Za-z0-9]{{1,4}}(?=[{HAN}]{{2}}))?{_WITH_TOWN}"  # f小調音樂瞬間: a cell is a name whole
_ENGLISH_CELL = re.compile(rf"{BULLET}({_LATIN}){SHORT}{_CLOSED}\s*")
_CHINESE_CELL = re.compile(rf"{BULLET}({_MIXED}){_CLOSED}\s*")
# A whole line, or the only cell of one, which MediaWiki and HTML put on lines of their own.
_ENGLISH_LINE = re.compile(rf"[|\s]*{_ENGLISH}[|\s]*")
_CHINESE_LINE = re.compile(rf"[|\s]*{_CHINESE}[|\s]*")


def find(text: str, line: Line) -> Iterator[Candidate]:
    """The candidates that fill the line between the two places, or two neighbouring cells of it, in its order.

    >>> [(c.form.value, [slot.text for slot in c.slots]) for c in find("- He Lifeng 何立峰", Line(0, 0, 12, 15))]
    [('list', ['He Lifeng', '何立峰'])]
    >>> [[slot.text for slot in c.slots] for c in find("|Tainan|台南|", Line(0, 0, 8, 11))]
    [['Tainan', '台南']]
    """
    start, end = line.start, line.end
    if end - start > LONGEST_LINE:
        return
    shown = text[start:end]
    if cut := _cut(shown):
        yield from _cells(text, [found.span(cut.groups) for found in cut.finditer(text, start, end)])
    if chinese := _CHINESE_LINE.fullmatch(text, start, end):
        yield from _under(text, start, chinese)
    elif found := _ITEM.fullmatch(text, start, end):
        english, han = ("en", "zh") if found["en"] else ("en2", "zh2")
        if shown.rstrip().endswith(_STOPS) and _SLASH.search(text, start, end):
            return  # a sentence with a slash between its names
        names = (Span(*found.span(english)), Span(*found.span(han)))
        said = (Slot(SlotKind.ROMANIZATION, found["said"], Span(*found.span("said"))),) if found["said"] else ()
        yield of_names(text, names, form=Form.LIST, short=found.span("short"), beside=said)


def _under(text: str, start: int, chinese: re.Match[str]) -> Iterator[Candidate]:
    """A candidate for a Chinese line right under an English one, or under the pinyin between the two."""
    stop = max(0, start - 1)
    above = text.rfind("\n", 0, stop) + 1
    if above > 1 and stop - above <= LONGEST_LINE and is_toned(text[above:stop]):
        stop = above - 1
        above = text.rfind("\n", 0, stop) + 1
    english = _ENGLISH_LINE.fullmatch(text, above, stop) if stop - above <= LONGEST_LINE else None
    if english:
        yield of_names(text, _names(english, chinese), form=Form.LIST, short=english.span("short"))


def _cut(line: str) -> re.Pattern[str] | None:
    """What a cell of the line is; None where it has no cells."""
    if "|" in line or "\t" in line:
        return _CELL
    if "," in line and _COMMAS.search(line):
        return _COMMA_CELL
    return _DOT_CELL if _DOT.search(line) else None


def _cells(text: str, cells: list[tuple[int, int]]) -> Iterator[Candidate]:
    """A candidate for each two neighbouring cells of which one is English and one Chinese.

    Cells are neighbours across one with an acronym or pinyin, too, which then is a further name.
    """
    said: set[tuple[int, int]] = set()
    pairs: list[tuple[_Pair, tuple[Slot, ...]]] = []
    for one, between, other in zip(cells, cells[1:], cells[2:], strict=False):
        if (short := _short(text, *between)) and (found := _across(text, one, other)):
            pairs.append((found, (short,)))
            said.add(between)
    pairs += [
        (found, ())
        for one, other in pairwise(cells)
        if said.isdisjoint((one, other)) and (found := _across(text, one, other))
    ]
    for (latin, han), beside in sorted(pairs, key=lambda pair: max(name.start() for name in pair[0])):
        yield of_names(text, _names(latin, han), form=Form.TABLE, short=latin.span("short"), beside=beside)


def _short(text: str, start: int, end: int) -> Slot | None:
    """The acronym or the pinyin that the cell holds, if that is all."""
    shown = text[start:end].strip(' *_`“”"')
    kind = SlotKind.ACRONYM if is_acronym(shown) else SlotKind.ROMANIZATION if _is_pinyin(shown) else None
    place = text.index(shown, start)
    return Slot(kind, shown, Span(place, place + len(shown))) if kind else None


def _is_pinyin(shown: str) -> bool:
    """Whether the text has the tone marks of pinyin, or is single syllables with accents: rén."""
    parts = () if shown.isascii() else syllables(shown)
    return is_toned(shown) or (bool(parts) and systematic().issuperset(parts))


def _across(text: str, one: tuple[int, int], other: tuple[int, int]) -> _Pair | None:
    """The English and the Chinese name of two cells, in either order."""
    for english, chinese in ((one, other), (other, one)):
        latin = _ENGLISH_CELL.fullmatch(text, *english)
        han = _CHINESE_CELL.fullmatch(text, *chinese)
        if latin and han:
            return latin, han
    return None


def _names(english: re.Match[str], chinese: re.Match[str]) -> tuple[Span, Span]:
    """Where the two names stand in their cells."""
    return Span(*english.span(1)), Span(*chinese.span(1))


def of_names(
    text: str, names: tuple[Span, Span], *, form: Form, short: tuple[int, int] = (-1, -1), beside: tuple[Slot, ...] = ()
) -> Candidate:
    """A candidate of two whole names; ``short``: where an acronym in brackets stands behind the English, if any;
    ``beside``: further names that stand with them.

    >>> of_names("俞樾: Yu Yue", (Span(4, 10), Span(0, 2)), form=Form.LIST).gloss
    Span(start=4, end=10)
    """
    english, chinese = names
    slots = [Slot(SlotKind.LATIN, english.of(text), english), Slot(SlotKind.HAN, chinese.of(text), chinese)]
    if short[0] >= 0:
        slots.append(Slot(SlotKind.ACRONYM, text[slice(*short)], Span(*short)))
    first, second = sorted(names, key=lambda span: span.start)
    return Candidate(form=form, before=first, gloss=second, slots=(*slots, *beside))
