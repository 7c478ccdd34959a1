"""The further names that stand right behind a gloss, without its bracket, or in the other cells of a row.

``(世界氣象組織), or WMO,`` · ``（Quicksort），簡稱「快排」`` · ``_mǐ_ 米 "rice"``
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

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
_NAMED_IN_BRACKET = re.compile(rf" ?[(（]the (?P<name>{_NAME})[)）]")  # Peng Shan 蓬山 (the Peng Mound)
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
        rf"|, (?:or|the|{words('language')}) |,? ?[—–-]|,? [\"“‘'])|(?:[，,、]? ?|\n{{1,2}})(?=[{HAN}]){VERB}"
    )


class _Gloss(NamedTuple):
    """A gloss of a pair, which ends at that place of the text."""

    text: str
    end: int
    pair: Names

    @property
    def bracketed(self) -> bool:
        """Whether it is a bracket."""
        return self.text[self.end - 1] in ")）]］"

    def followed_by(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What stands right behind it, if that is of the pattern."""
        return pattern.match(self.text, self.end, self.end + _LONGEST_AFTER)


def is_followed(text: str, end: int) -> bool:
    """Whether what stands behind a gloss that ends there may be a further name: quick.

    >>> is_followed("The World Bank (世界銀行), or WB, met.", 21), is_followed("The World Bank (世界銀行) met.", 21)
    (True, False)
    """
    return _followed().match(text, end) is not None


def behind(text: str, end: int, *, pair: Names, alone: bool) -> list[str]:
    """The names that are said right behind the gloss that ends there and is followed.

    ``alone``: the gloss holds nothing else. Where the English spells the Chinese, the meaning may follow.

    >>> behind("The World Bank (世界銀行), or WB, met.", 21, pair=("World Bank", "世界銀行"), alone=True)
    ['WB']
    """
    if called := list(_called(text, end)):
        return called
    gloss = _Gloss(text, end, pair)
    if found := list(_meant(gloss, alone=alone)) or _like(gloss):
        return [plain(name.strip()) for name in found]
    return list(_known_as(text, end)) if gloss.bracketed else []


def _known_as(text: str, end: int) -> Iterator[str]:
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


def _meant(gloss: _Gloss, *, alone: bool) -> Iterator[str]:
    """What is said in quotation marks to be the meaning, or follows a gloss that only says how the Chinese is read."""
    said = None if gloss.bracketed else gloss.followed_by(_ALL_THINGS)
    if said := said or gloss.followed_by(_literally()):
        yield from _meanings(said)
    elif alone and spells(*gloss.pair):
        yield from _explained(gloss) if gloss.bracketed else _glossed(gloss)


def _glossed(gloss: _Gloss) -> Iterator[str]:
    """The meaning behind what is only spelt: of a word in quotation marks, of a name behind an article in a bracket."""
    if is_word(gloss.pair[0]) and (said := gloss.followed_by(_GLOSSED)):
        yield from _meanings(said)
    elif said := gloss.followed_by(_NAMED_IN_BRACKET):
        yield said["name"]


def _explained(gloss: _Gloss) -> Iterator[str]:
    """What follows a bracket that only says how the Chinese is read: its meaning, or a name that says the same."""
    english, chinese = gloss.pair
    if said := gloss.followed_by(_MEANING):
        yield said["name"]
        return
    said = gloss.followed_by(_TRANSLATED)
    sure = said and (not said["comma"] or is_word(english))
    said = said or gloss.followed_by(_NAMED)
    if said and (sure or says(said["name"], chinese)):
        yield said["name"]


def _meanings(said: re.Match[str]) -> Iterator[str]:
    """The meanings in the quotation marks, and in those that follow: "plead for; beg" or "ask"."""
    found: re.Match[str] | None = said
    while found:
        yield from found["name"].split("; ")
        found = _AND_MEANS.match(said.string, found.end())


def _like(gloss: _Gloss) -> list[str]:
    """What stands in a second bracket or after "or", if it is an acronym of the English or says the same."""
    said = gloss.followed_by(_OR) or gloss.followed_by(_SECOND)
    name = said["name"].strip(WRAPPING) if said else ""
    return [name] if name and is_like(name, gloss.pair) else []


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
