"""The further names that stand right behind a gloss or right before a pair, without a bracket of their own.

``(世界氣象組織), or WMO,`` · ``（Quicksort），簡稱「快排」`` · ``WMO: World Meteorological Organization (…)``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial

from glossary import tables
from glossary.lang import script
from glossary.lang.hygiene import plain
from glossary.lang.latin import is_acronym, is_toned
from glossary.lang.script import HAN
from glossary.model import Span
from glossary.pairs import english_first
from glossary.pairs.acronyms import spells_acronym
from glossary.pairs.chinese_first import strip_title
from glossary.pairs.likeness import resembles, says, spells
from glossary.pairs.marks import WRAPPING
from glossary.pairs.segments import is_abbreviation

__all__ = ["before", "behind", "in_row", "is_followed", "is_led"]

_LONGEST_AFTER = 90  # characters behind a gloss that are looked at
_LONGEST_BEFORE = 80
_NEAR = 16
_MOST_CALLED = 4  # names that follow one another
_LIKE = 4.5  # log-odds from which a name that "or" or a mark joins to another counts as its equal
_Pair = tuple[str, str]

_CLOSED = r"[*_”\"’'」』]{0,3}"
_OPENED = r"[*_“\"‘'「『]{0,3}"
_QUOTED = r"[\"“‘'*_]{1,2}(?:the )?(?P<name>[^\"“”‘’*_()\n]{2,60}?)[,.]?[\"”’'*_]"
# Right behind: "("all things")" after a name without brackets; literally "Great White"; also known as Foshan …
_ALL_THINGS = re.compile(rf" ?[(（]{_QUOTED}")
_MEANS = r"literally(?: meaning)?|lit\.?|(?:which |that )?(?:literally )?means?|meaning(?: literally)?"
_LITERALLY = re.compile(rf"[,;]? ?\(?(?:{_MEANS}),? {_QUOTED}")
# Without quotation marks a name in capitals, where the English only spells the Chinese: meaning Yellow Mountain.
_NAME = r"[A-ZÀ-Þ][\w.’'&-]*(?: (?:of|the|and|for|[A-ZÀ-Þ0-9][\w.’'&-]*))*"
_MEANING = re.compile(rf",? \(?(?:{_MEANS}|i\.e\.),? (?:the )?(?P<name>{_NAME})(?=[.,;:)—]| [—–]|$)")
_NAMES = rf"{_NAME}(?:(?:,|,? or) {_NAME})*"
_BETWEEN = re.compile(r",? or |, ")
_ENDS = rf"{_CLOSED}(?= ?[.,;:—–)）]|$)"
# A further name that must be like the pair: , or WMO, · (WMO) · [History of China]
_OR = re.compile(
    rf"{_CLOSED}, or (?:simply |just )?(?:the )?{_OPENED}(?P<name>[^\W_][\w.’'& -]{{1,60}}?){_ENDS}", re.MULTILINE
)
_SECOND = re.compile(
    rf"{_CLOSED},? ?[(（\[［](?:[^()（）\n:：]{{1,12}}[:：] ?)?{_OPENED}"
    rf"(?P<name>[^()（）\[\]［］\n]{{2,60}}?){_CLOSED}[)）\]］]"
)
# Behind a romanization alone: 鸞堂 (luántáng) — "phoenix halls", and nothing else goes before the mark;
# or a name: 九天玄女 (Jiǔtiān Xuánnǚ) — the Dark Lady of the Nine Heavens.
_TRANSLATED = re.compile(rf"(?:,? [—–-] ?|(?P<comma>, ))(?=[\"“‘']){_QUOTED}(?! ?[(（])")
_NAMED = re.compile(
    rf"(?:,? [—–-] ?(?:the |a )?|, the )(?P<name>[A-Z][\w'’-]*(?: (?:of|the|and|for|[A-Z][\w'’-]*))+){_ENDS}"
)

# Behind a bracket in Chinese: 又称 RO、反渗透
_CHINESE_NAME = (
    rf"[*《「『“\"]{{0,2}}(?P<name>[{HAN}·A-Za-z0-9 -]{{2,12}}?)[*》」』”\"]{{0,2}}(?=[，。；、或,;（()）\[［]|$)"
)
_SHORTLY = "又也亦或簡简俗舊旧別别原常全台港人古"
_VERB = (
    rf"(?:以下)?(?:(?:[{HAN}]{{1,3}}[文語语]|[{_SHORTLY}])(?:[稱称叫名譯译]|作|[寫写]作?)|(?:英[文語语])?[縮缩簡简][寫写稱称]"
    r"|[漢汉本]名|中文名|全[稱称名]|自[號号]|[筆笔藝艺化]名)[為为作是]? ?"
)
_CALLED = re.compile(rf"(?:[，,、]? ?|\n{{1,2}}|[（(]){_VERB}[：:]? ?(?![過过了着著有到]){_CHINESE_NAME}", re.MULTILINE)
_OR_CALLED = re.compile(rf"[、或] ?{_CHINESE_NAME}", re.MULTILINE)
_OWN_GLOSS = re.compile(r"[（(][^（）()\n]{1,60}[)）]")

# Before: WMO: | World Meteorological Organization, and with the key of a record between: "WMO", def: "…
_SHORT = re.compile(
    r"(?<![A-Za-z0-9])(?P<name>[A-Z][A-Za-z0-9&/+.-]{1,9})[*_”\"’'`)]*"
    r"(?:[ \t]*(?:[:：=→|]|[—–-]{1,2})|,[ \t]*[\"'“]?[\w ]{1,14}[\"'”]?[ \t]*:"
    r"|,? (?:stands for|short for|means)|,(?= the))[ \t]*[*_“\"‘'`]*(?:the )?$"
)
_COMMA = re.compile(r"[*_”\"’']*, (?:the |an? )?[*_“\"‘']*$")
_CELLS = re.compile(r"[|\t]")
_LONGEST_ROW = 300
_JOIN_LONGEST = 40
# 氣象組織，全名 | 世界氣象組織（…）
_SUBJECT = re.compile(
    rf"(?:^|[。！？；])[*「『“#\s]{{0,6}}(?P<name>[{HAN}·A-Za-z]{{2,14}}?)[*」』”]{{0,3}}(?:[（(][^（）()\n]{{0,60}}[)）][，,]?|[，,])"
    rf"(?:[^，。\n]{{0,24}}[，,])?{_VERB}[*「『“]{{0,3}}$",
    re.MULTILINE,
)
_JOINING = "(（/:：=→|—–-"
_VERB_ENDINGS = tuple("稱称叫名譯译寫写號号作為为是/／")
_SLASHED = re.compile(rf"(?<![{HAN}·])(?P<name>[{HAN}·]{{2,10}})[*」』]*[/／][*「『]*$")  # 川普／ | 特朗普（…）
_MARKS = " \t*_“\"‘'`「『"
_OFTEN = ("adverb", "former", "adverb-outside")
_words = partial(tables.alternatives, "naming")


@cache
def _said() -> str:
    """How English says that another name follows: also known in Taiwan as, shortened to, known by its acronym."""
    often = rf"(?:{_words(*_OFTEN)}) "
    return (
        rf"(?:(?:{often})?known in [A-Z][a-z]+|{often}(?:{_words('verb')})|(?:{often})?(?:{_words('shortened')})"
        rf"|a\.?k\.?a\.?|known (?:{_words('manner')})|nicknamed|whose name is (?:spelled|spelt|written)"
        rf"|(?:{often})?known by (?:its|his|her|their|the) (?:{_words('form')}|(?:\w+ |nick)?name))"
        r"(?: in [A-Z][a-z]+)?(?: (?:simply |just |merely )?(?:as|to))?[:,]? "
    )


@cache
def _known() -> re.Pattern[str]:
    """The names behind what says that they follow, or behind "formerly"."""
    former = rf"(?:(?:{_words('former')}) (?=(?:the )?[A-Z]))"
    return re.compile(
        rf"{_CLOSED},? \(?(?:which is |who is )?(?:{_said()}|{former})(?:the )?{_OPENED}(?P<names>{_NAMES})"
    )


@cache
def _join() -> re.Pattern[str]:
    """What joins another name to the English one: a bracket, a slash, "or", or words for it."""
    return re.compile(
        r"[*_”\"’']*(?: [(（](?:or |also )?| ?/ ?|,? or |,? [(（]?(?:an? (?:[\w-]+ ){1,5})?"
        rf"(?P<known>{_said()}))(?:the |an? )?[*_“\"‘']*$"
    )


@cache
def _followed() -> re.Pattern[str]:
    """How all begins that may stand behind a gloss and name the thing; behind most stands nothing of the kind."""
    words = rf"lit|which|who|that|mean|known|nick|i\.e|aka|a\.k|abbr|short|{_words(*_OFTEN)}"
    return re.compile(
        rf"{_CLOSED}(?:[,;]? ?[(（\[［]|[,;]? \(?(?:{words})"
        rf"|, (?:or|the) |,? ?[—–-]|, [\"“‘'])|[，,、]? ?[{_SHORTLY}縮缩漢汉中英以本自筆笔藝艺化]|\n{{1,2}}[{_SHORTLY}]"
        rf"|[，,、]? ?[{HAN}]{{1,3}}[文語语][稱称叫名縮缩譯译]"
    )


@cache
def _endings(after: str = "") -> tuple[str, ...]:
    """How all ends that may join a name to the next one, with what may stand behind it: a mark, or words."""
    words = (f" {word}" for word, group in tables.rows("naming") if group == "joining")
    return tuple(ending + after for ending in (*_JOINING, *words))


@cache
def _by_last() -> Mapping[str, tuple[str, ...]]:
    """The same endings by their last character, so that few have to be compared."""
    return {last: tuple(one for one in _endings() if one[-1] == last) for last in {one[-1] for one in _endings()}}


def is_followed(end: int, text: str) -> bool:
    """Whether what stands behind a gloss that ends there may be a further name: quick.

    >>> is_followed(21, "The World Bank (世界銀行), or WB, met."), is_followed(21, "The World Bank (世界銀行) met.")
    (True, False)
    """
    return _followed().match(text, end) is not None


def behind(end: int, text: str, *, pair: _Pair, alone: bool) -> list[str]:
    """The names that are said right behind the gloss that ends there and is followed.

    ``alone``: the gloss holds nothing else. Where the English spells the Chinese, the meaning may follow.

    >>> behind(21, "The World Bank (世界銀行), or WB, met.", pair=("World Bank", "世界銀行"), alone=True)
    ['WB']
    """
    if called := list(_called(text, end)):
        return called
    bracketed = text[end - 1] in ")）]］"
    found = _meant(end, text, pair=pair, alone=alone, bracketed=bracketed) or _like(end, text, pair=pair)
    if found:
        return [plain(found.strip())]
    known = _known().match(text, end, end + 2 * _LONGEST_AFTER) if bracketed else None
    return [plain(_unstopped(name)) for name in _BETWEEN.split(known["names"])] if known else []


def _unstopped(name: str) -> str:
    """The name without the full stop of the sentence."""
    return name.removesuffix(".") if name.endswith(".") and not is_abbreviation(name.rsplit(None, 1)[-1]) else name


def _called(text: str, end: int) -> Iterator[str]:
    """The names that Chinese verbs introduce, one after the other, each with a gloss of its own or without."""
    for place in range(_MOST_CALLED):
        called = _CALLED.match(text, end) or (_OR_CALLED.match(text, end) if place else None)
        if called is None:
            return
        yield plain(called["name"].strip())
        own = _OWN_GLOSS.match(text, called.end())
        end = own.end() if own else called.end()


def _meant(end: int, text: str, *, pair: _Pair, alone: bool, bracketed: bool) -> str:
    """What is said in quotation marks to be the meaning, or follows a gloss that only says how the Chinese is read."""
    limit = end + _LONGEST_AFTER
    for pattern in (_LITERALLY,) if bracketed else (_ALL_THINGS, _LITERALLY):
        if said := pattern.match(text, end, limit):
            return said["name"]
    if not alone or not bracketed:
        return ""
    if (meant := _MEANING.match(text, end, limit)) and spells(*pair):
        return meant["name"]
    said = _TRANSLATED.match(text, end, limit)
    sure = said and (not said["comma"] or is_toned(pair[0]))
    said = said or _NAMED.match(text, end, limit)
    return said["name"] if said and spells(*pair) and (sure or says(said["name"], pair[1])) else ""


def _like(end: int, text: str, *, pair: _Pair) -> str:
    """What stands in a second bracket or after "or", if it is an acronym of the English or says the same."""
    for pattern in (_OR, _SECOND):
        if said := pattern.match(text, end, end + _LONGEST_AFTER):
            name = said["name"].strip(WRAPPING)
            return name if _is_like(name, pair) else ""
    return ""


def _is_like(name: str, pair: _Pair) -> bool:
    """Whether the name is an acronym of the English one, or says what the Chinese says and is no part of the English.

    Taipei City or New Taipei City (新北市) are two places.
    """
    if is_acronym(name):
        return spells_acronym(pair[0].split(), name)
    if is_acronym(pair[0]) and spells_acronym(name.split(), pair[0]):
        return True
    words, others = {*name.casefold().split()}, {*pair[0].casefold().split()}
    if not name[:1].isalpha() or words <= others or words >= others:
        return False
    return says(name, pair[1], least=_LIKE)


def before(text: str, names: tuple[Span, Span]) -> list[str]:
    """The names right before a pair that is led: an acronym of the English, a second name, or a shorter Chinese one.

    >>> before("WB: World Bank (世界銀行)", (Span(4, 14), Span(16, 20)))
    ['WB']
    """
    english, chinese = names
    first = min(english.start, chinese.start)
    start = max(0, first - _LONGEST_BEFORE)
    start = text.rfind("\n", start, first) + 1 or start
    if first == chinese.start:
        said = _SUBJECT.search(text, start, first) or _SLASHED.search(text, start, first)
        return [plain(said["name"])] if said and resembles(said["name"], chinese.of(text)) else []
    return [*_acronym(text, Span(start, first), english.of(text)), *_joined(text, start, names)]


def is_led(text: str, names: tuple[Span, Span]) -> bool:
    """Whether what stands before the names may join another to them; a comma before an article or a romanization.

    >>> names = (Span(4, 14), Span(16, 20))
    >>> is_led("WB: World Bank (世界銀行)", names), is_led("The World Bank (世界銀行)", names)
    (True, False)
    """
    english, chinese = names
    if chinese.start < english.start:
        return text[max(0, chinese.start - _NEAR) : chinese.start].rstrip(_MARKS).endswith(_VERB_ENDINGS)
    left = text[max(0, english.start - _NEAR) : english.start].rstrip(_MARKS)
    if left.endswith(" the"):
        return left.endswith((", the", *_endings(" the")))
    if left.endswith(",") and ((name := english.of(text)).islower() or not name.isascii()):
        return True
    return left.endswith(_by_last().get(left[-1:], ()))


def in_row(text: str, names: tuple[Span, Span]) -> list[str]:
    """The names in the other cells of the row of a table: an acronym, a romanization, the other script.

    >>> row = "| WMO | World Meteorological Organization | 世界氣象組織 | 世界气象组织 |"
    >>> in_row(row, (Span(8, 41), Span(44, 50)))
    ['WMO', '世界气象组织']
    """
    start = text.rfind("\n", 0, min(names[0].start, names[1].start)) + 1
    end = text.find("\n", max(names[0].end, names[1].end))
    line = text[start : end if end >= 0 else len(text)]
    if not _CELLS.search(line) or len(line) > _LONGEST_ROW:
        return []
    pair = names[0].of(text), names[1].of(text)
    cells = (cell.strip(WRAPPING) for cell in _CELLS.split(line))
    return [cell for cell in cells if cell and cell not in pair and _is_same(cell, pair)]


def _is_same(cell: str, pair: _Pair) -> bool:
    """Whether a cell holds the acronym of the English name, or the Chinese one's spelling or other script."""
    if is_acronym(cell):
        return spells_acronym(pair[0].split(), cell)
    return spells(cell, pair[1]) or script.fold(cell) == script.fold(pair[1])


def _acronym(text: str, left: Span, english: str) -> Iterator[str]:
    """The acronym at the end of the stretch, if the English name spells it out: WMO: …"""
    said = _SHORT.search(text, left.start, left.end)
    if said and is_acronym(said["name"]) and spells_acronym(english.split(), said["name"]):
        yield said["name"]


def _joined(text: str, start: int, names: tuple[Span, Span]) -> Iterator[str]:
    """The name before the English one that words join to it, or a mark, if it too says what the Chinese says."""
    english, chinese = names
    near = max(start, english.start - _JOIN_LONGEST)
    join = known = _join().search(text, near, english.start)
    if join is None and (english.of(text).islower() or not english.of(text).isascii()):
        join = _COMMA.search(text, near, english.start)
    if join is None or text[join.start() - 1] in ")）":
        return
    pair = english.of(text), chinese.of(text)
    found = english_first.best(text[start : join.start()] + " ", pair[1])
    name = strip_title(text[start + found.start : start + found.end]) if found else ""
    said = known and known["known"] and name[:1].isupper() and english.of(text)[0].isupper()
    if name != pair[0] and (said or _is_like(name, pair)):
        yield plain(name)
