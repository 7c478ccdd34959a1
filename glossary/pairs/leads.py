"""The further names that stand right before a pair.

``WMO: World Meteorological Organization (…)`` · ``the Chinese lute, known as the pipa (…)`` · ``川普／特朗普（…）``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from glossary import tables
from glossary.lang import titles
from glossary.lang.hygiene import plain
from glossary.lang.latin import has_ending, is_acronym
from glossary.lang.script import HAN
from glossary.model import Span
from glossary.pairs import english_first
from glossary.pairs.acronyms import spells_acronym
from glossary.pairs.edges import Edge, log_odds
from glossary.pairs.likeness import resembles, spells
from glossary.pairs.naming import MEANS, VERB, VERB_ENDINGS, Names, is_like, is_word, known_as, words

__all__ = ["before", "is_led"]

_LONGEST_BEFORE = 80
_LONGEST_JOIN = 48
_NEAR = 16
_TRANSLATES = 2.0  # log-odds from which a term translates what is called by a word that spells the Chinese

# Before: WMO: | World Meteorological Organization, and with the key of a record between: "WMO", def: "…
_SHORT = re.compile(
    r"(?<![A-Za-z0-9])(?P<name>[A-Z][A-Za-z0-9&/+.-]{1,9})[*_”\"’'`)]*"
    r"(?:[ \t]*(?:[:：=→|]|[—–-]{1,2})|,[ \t]*[\"'“]?[\w ]{1,14}[\"'”]?[ \t]*:"
    r"|,? (?:stands for|short for|means)|,(?= the))[ \t]*[*_“\"‘'`]*(?:the )?$"
)
_COMMA = re.compile(r"[*_”\"’']*, (?:the |an? )?[*_“\"‘']*$")
# A name that a slash ends, from the beginning of a line or a cell: ## Cinnamon / | Rou Gui (肉桂)
_ITEM = re.compile(
    r"\W{0,8}(?:\d{1,3}[.)] )?\W{0,4}(?P<name>[A-ZÀ-Þ][\w.'’&-]*(?: [A-ZÀ-Þ0-9][\w.'’&-]*){0,4})[*_]{0,3} / [*_]{0,3}"
)
_INDEFINITE = re.compile(r"\b(?:an?|some|any) $", re.IGNORECASE)
_OPENS = re.compile(r"(?:.*[.!?:]['\"”’]?\s+)?['\"“‘*_#]*(?:The |An? )?", re.DOTALL)  # a sentence
# 氣象組織，全名 | 世界氣象組織（…）
_SUBJECT = re.compile(
    rf"(?:^|[。！？；])[*「『“#\s]{{0,6}}(?P<name>[{HAN}·A-Za-z]{{2,14}}?)[*」』”]{{0,3}}(?:[（(][^（）()\n]{{0,60}}[)）][，,]?|[，,])"
    rf"(?:[^，。\n]{{0,24}}[，,])?{VERB}[*「『“]{{0,3}}$",
    re.MULTILINE,
)
_JOINING = "(（/:：=→|—–-"
_SAID_OR_SLASHED = (*VERB_ENDINGS, "/", "／")
_SLASHED = re.compile(rf"(?<![{HAN}·])(?P<name>[{HAN}·]{{2,10}})[*」』]*[/／][*「『]*$")  # 川普／ | 特朗普（…）
_MARKS = " \t*_“\"‘'`「『"


@cache
def _join() -> re.Pattern[str]:
    """What joins another name to the English one: a bracket, a slash, "or", or words for it.

    ``apart``: what keeps such words apart from the name before them, as in a clause of their own.
    """
    verb, language = words("verb"), words("language")
    known = rf"{known_as()}|(?:{verb})(?: as)? |in (?:{language}),? |(?:{MEANS}),? "
    apart = r", an? (?:[\w-]+ ){1,5}|,? [(（]?(?:(?:which|who|that) )?(?:is|are|was|were) |, | [(（]"
    return re.compile(
        rf"[*_”\"’']*(?: [(（](?:or |also )?| ?/ ?|(?P<either>,? or )|(?:(?P<apart>{apart})| )(?P<known>{known}))"
        r"(?:the |an? )?[*_“\"‘']*$"
    )


@cache
def _endings(after: str = "") -> tuple[str, ...]:
    """How all ends that may join a name to the next one, with what may stand behind it: a mark, or words."""
    left = {"joining": " ", "language": " in "}  # of such a word
    said = (left[group] + word for word, group in tables.rows("naming") if group in left)
    return tuple(ending + after for ending in (*_JOINING, *said))


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
        return text[max(0, chinese.start - _NEAR) : chinese.start].rstrip(_MARKS).endswith(_SAID_OR_SLASHED)
    left = text[max(0, english.start - _NEAR) : english.start].rstrip(_MARKS)
    endings = _by_last().get(left[-1:])
    if endings is None:
        return False  # as most
    if left.endswith(" the"):
        return left.endswith((", the", *_endings(" the")))
    return left.endswith(endings) or (left.endswith(",") and _takes_comma(english.of(text)))


def _takes_comma(english: str) -> bool:
    """Whether a comma alone may join a name to it: the Chinese lute, pipa; not: in Taipei, Tainan."""
    return english.islower() or not english.isascii()


@cache
def _by_last() -> Mapping[str, tuple[str, ...]]:
    """The endings by their last character, so that few have to be compared; those of an article and a comma too."""
    every = ("the", ",", *_endings())
    return {last: tuple(one for one in every[2:] if one[-1] == last) for last in {one[-1] for one in every}}


def _acronym(text: str, left: Span, english: str) -> Iterator[str]:
    """The acronym at the end of the stretch, if the English name spells it out: WMO: …"""
    said = _SHORT.search(text, left.start, left.end)
    if said and is_acronym(said["name"]) and spells_acronym(english.split(), said["name"]):
        yield said["name"]


def _joined(text: str, start: int, names: tuple[Span, Span]) -> Iterator[str]:
    """The name before the English one that words join to it, or a mark, if it too says what the Chinese says."""
    pair, end = (names[0].of(text), names[1].of(text)), names[0].start
    near = max(start, end - _LONGEST_JOIN)
    said = _join().search(text, near, end)
    join = said or (_COMMA.search(text, near, end) if _takes_comma(pair[0]) else None)
    item = _ITEM.fullmatch(text, max(start, text.rfind("|", start, end) + 1), end)
    if item and _names_thing(item["name"]):
        yield plain(item["name"])
        return
    if join is None or text[join.start() - 1] in ")）":
        return
    left = text[start : join.start()] + " "
    found = english_first.best(left, pair[1])
    name = titles.stripped(left[found.start : found.end]) if found else ""
    if found is None or name == pair[0] or name.casefold() in tables.words("function_words"):
        return
    if is_like(name, pair) or (said and _is_said(said, found, left, name=name, pair=pair)):
        yield plain(name)


def _names_thing(name: str) -> bool:
    """Whether a name in capitals begins with no small word and is no job: Producer / | Wang Wei (王偉)."""
    first, last = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
    return not (titles.nature(first).small or titles.nature(last).title or has_ending(last, "job"))


def _is_said(join: re.Match[str], edge: Edge, left: str, *, name: str, pair: Names) -> bool:
    """Whether words alone make the name, at this edge of the text to the ``left``, another of the English one.

    Both are in capitals; or it begins the sentence before "or", or it may translate what the English one only spells:
    the Chinese lute, known as the pipa, but not: a dish known as.
    """
    if join["known"] and name[:1].isupper() and (pair[0][0].isupper() or spells(name, pair[1])):
        return True
    if join["either"]:
        return " " in name and _OPENS.fullmatch(left, 0, edge.start) is not None and spells(*pair)
    if not join["apart"] or _INDEFINITE.search(left, 0, edge.start):
        return False
    return log_odds(edge.reasons) >= _TRANSLATES and is_word(pair[0]) and spells(*pair)
