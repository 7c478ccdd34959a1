"""The further names that stand right behind a gloss, without its bracket, or in the other cells of a row.

``(世界氣象組織), or WMO,`` · ``（Quicksort），簡稱「快排」`` · ``_mǐ_ 米 "rice"``
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from glossary.lang import script
from glossary.lang.hygiene import plain
from glossary.lang.latin import is_acronym
from glossary.lang.script import HAN
from glossary.model import Span
from glossary.pairs.acronyms import spells_acronym
from glossary.pairs.likeness import says, spells
from glossary.pairs.marks import WRAPPING
from glossary.pairs.naming import MEANS, OFTEN, VERB, Names, is_like, is_word, known_as, words
from glossary.pairs.segments import is_abbreviation

__all__ = ["behind", "in_row", "is_followed"]

_LONGEST_AFTER = 90  # characters behind a gloss that are looked at
_MOST_CALLED = 4  # names that follow one another

_CLOSED = r"[*_”\"’'」』]{0,3}"
_OPENED = r"[*_“\"‘'「『]{0,3}"
_QUOTED = r"[\"“‘'*_]{1,2}(?:the )?(?P<name>[^\"“”‘’*_()\n]{2,60}?)[,.]?[\"”’'*_]"
# Right behind: "("all things")" after a name without brackets; literally "Great White"; also known as Foshan …
_ALL_THINGS = re.compile(rf" ?[(（]{_QUOTED}")
_AND_MEANS = re.compile(rf"(?:,|,? or|,? and) {_QUOTED}(?! ?[(（])")
# A word that is only spelt, and right behind it what it means: _mǐ_ 米 "rice".
_GLOSSED = re.compile(rf"{_CLOSED} (?=[\"“‘']){_QUOTED}")
# Without quotation marks a name in capitals, where the English only spells the Chinese: meaning Yellow Mountain.
_NAME = r"[A-ZÀ-Þ][\w.’'&-]*(?: (?:of|the|and|for|[A-ZÀ-Þ0-9][\w.’'&-]*))*"
_MEANING = re.compile(rf",? \(?(?:{MEANS}|i\.e\.),? (?:the )?(?P<name>{_NAME})(?=[.,;:)—]| [—–]|$)")
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
_CALLED = re.compile(rf"(?:[，,、]? ?|\n{{1,2}}|[（(]){VERB}[：:]? ?(?![過过了着著有到]){_CHINESE_NAME}", re.MULTILINE)
_OR_CALLED = re.compile(rf"[、或] ?{_CHINESE_NAME}", re.MULTILINE)
_OWN_GLOSS = re.compile(r"[（(][^（）()\n]{1,60}[)）]")

_CELLS = re.compile(r"[|\t]")
_LONGEST_ROW = 300


@cache
def _literally() -> re.Pattern[str]:
    """What is said to be the meaning: literally "Great White"; , Hokkien for "rice cake"."""
    return re.compile(rf"{_CLOSED}[,;]? ?\(?(?:{MEANS}|(?:{words('language')}) for),? {_QUOTED}")


@cache
def _known() -> re.Pattern[str]:
    """The names behind what says that they follow, or behind "formerly"."""
    former = rf"(?:(?:{words('former')}) (?=(?:the )?[A-Z]))"
    return re.compile(
        rf"{_CLOSED},? \(?(?:which is |who is )?(?:{known_as()}|{former})(?:the )?{_OPENED}(?P<names>{_NAMES})"
    )


@cache
def _followed() -> re.Pattern[str]:
    """How all begins that may stand behind a gloss and name the thing; behind most stands nothing of the kind."""
    opening = rf"lit|which|who|that|mean|known|nick|i\.e|aka|a\.k|abbr|short|{words(*OFTEN)}"
    return re.compile(
        rf"{_CLOSED}(?:[,;]? ?[(（\[［]|[,;]? \(?(?:{opening})"
        rf"|, (?:or|the|{words('language')}) |,? ?[—–-]|,? [\"“‘'])|(?:[，,、]? ?|\n{{1,2}}){VERB}"
    )


def is_followed(end: int, text: str) -> bool:
    """Whether what stands behind a gloss that ends there may be a further name: quick.

    >>> is_followed(21, "The World Bank (世界銀行), or WB, met."), is_followed(21, "The World Bank (世界銀行) met.")
    (True, False)
    """
    return _followed().match(text, end) is not None


def behind(end: int, text: str, *, pair: Names, alone: bool) -> list[str]:
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
        return [plain(name.strip()) for name in found]
    return list(_known_as(end, text)) if bracketed else []


def _known_as(end: int, text: str) -> Iterator[str]:
    """The names that words introduce, one after the other: , abbreviated WMO, also known as the Weather Bureau."""
    while known := _known().match(text, end, end + 2 * _LONGEST_AFTER):
        yield from (plain(_unstopped(name)) for name in _BETWEEN.split(known["names"]))
        end = known.end()


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


def _meant(end: int, text: str, *, pair: Names, alone: bool, bracketed: bool) -> list[str]:
    """What is said in quotation marks to be the meaning, or follows a gloss that only says how the Chinese is read."""
    limit = end + _LONGEST_AFTER
    for pattern in (_literally(),) if bracketed else (_ALL_THINGS, _literally()):
        if said := pattern.match(text, end, limit):
            return list(_meanings(said, text))
    return list(_explained(end, text, pair=pair, bracketed=bracketed)) if alone and spells(*pair) else []


def _explained(end: int, text: str, *, pair: Names, bracketed: bool) -> Iterator[str]:
    """What follows a gloss that only says how the Chinese is read: its meaning, or a name that says the same."""
    limit = end + _LONGEST_AFTER
    if not bracketed:
        said = _GLOSSED.match(text, end, limit) if is_word(pair[0]) else None
        yield from _meanings(said, text) if said else ()
    elif said := _MEANING.match(text, end, limit):
        yield said["name"]
    else:
        said = _TRANSLATED.match(text, end, limit)
        sure = said and (not said["comma"] or is_word(pair[0]))
        said = said or _NAMED.match(text, end, limit)
        if said and (sure or says(said["name"], pair[1])):
            yield said["name"]


def _meanings(said: re.Match[str], text: str) -> Iterator[str]:
    """The meanings in the quotation marks, and in those that follow: "plead for; beg" or "ask"."""
    found: re.Match[str] | None = said
    while found:
        yield from found["name"].split("; ")
        found = _AND_MEANS.match(text, found.end())


def _like(end: int, text: str, *, pair: Names) -> list[str]:
    """What stands in a second bracket or after "or", if it is an acronym of the English or says the same."""
    for pattern in (_OR, _SECOND):
        if said := pattern.match(text, end, end + _LONGEST_AFTER):
            name = said["name"].strip(WRAPPING)
            return [name] if is_like(name, pair) else []
    return []


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


def _is_same(cell: str, pair: Names) -> bool:
    """Whether a cell holds the acronym of the English name, or the Chinese one's spelling or other script."""
    if is_acronym(cell):
        return spells_acronym(pair[0].split(), cell)
    return spells(cell, pair[1]) or script.fold(cell) == script.fold(pair[1])
