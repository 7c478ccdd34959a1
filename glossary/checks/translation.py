"""Rules for a translation beside its source: a name that is missing, and one name for two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from glossary import tables
from glossary.checks.findings import Problem
from glossary.checks.names import both, in_use, is_short
from glossary.checks.settings import Settings
from glossary.checks.works import Passage, Text, Work
from glossary.lang.script import has_han
from glossary.lang.surnames import surnames
from glossary.lang.titles import nature
from glossary.matcher import Name, Occurrence, Use
from glossary.matcher.folding import fold
from glossary.matcher.names import of_entry, unused
from glossary.model import Entry, Kind, Span

__all__ = ["missing", "one_for_two"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_LONGEST_REST = 6  # characters after a Chinese name that may make a longer name of it: 中國|工商銀行
# A word that stands for a name in a translation: the name itself need not be repeated.
_STANDS_IN = re.compile(
    r"[他她它牠祂該该其此彼]|本[報报人身]|[兩两二]人|前者|後者|后者|[公司球該该]隊|公司|"
    r"\b(?:he|him|his|she|hers?|it|its|they|them|their|this|that|these|those|the latter|the former|who|which|"
    r"the (?:company|firm|group|bank|city|country|island|nation|ministry|president|minister|agency|team|paper))\b",
    re.IGNORECASE,
)
# 美 for 美國 beside another such character, or before a word that countries have.
_COUNTRY = re.compile("[中美日韓韩俄英法德印台臺港澳歐欧陸陆越泰菲星馬马加澳紐纽意西葡荷波烏乌以伊朝蘇苏]")
_OF_COUNTRY = re.compile("[方國国軍军媒股商企資资債债府籍裔式語语文貨货僑侨團团艦舰機机]")


def missing(work: Work, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001 - all rules look the same
    """A name of the source that the translation of its passage does not render.

    Only names that stand there alone and whole count. After its first mention a name may be rendered by a word that
    stands for it.
    """
    if work.source is None:
        return
    told: set[str] = set()
    for passage in work.passages:
        for one in work.source.within(passage.source):
            if one.entry.id in told or not _counts(one, work.source) or _rendered(one, passage, work):
                continue
            again = _was_rendered(one, passage, work)
            if again and _STANDS_IN.search(passage.target.of(work.text.text)):
                continue
            told.add(one.entry.id)
            yield _told(one, passage, work)


def _told(one: Occurrence, passage: Passage, work: Work) -> Problem:
    left = any(other.entry.id == one.entry.id for other in work.text.within(passage.target))
    text = f"{both(one.entry)} is left as in the source" if left else f"no rendering of “{one.text}”"
    wanted = "en" if one.name.chinese else "zh-Hans" if work.text.script == "hans" else "zh-Hant"
    names = [term.text for term in in_use(one.entry, wanted)][:1]
    return Problem(passage.target, text + "".join(f"; the glossary has “{name}”" for name in names), one.entry)


def _counts(one: Occurrence, source: Text) -> bool:
    """Whether a name of the source is one that must be rendered."""
    if not one.sure or one.name.use is Use.LATER or one.name.chinese != source.chinese:
        return False
    if not any(in_use(name.entry, "en" if one.name.chinese else "zh") for name in one.names):
        return False
    return not (one.name.chinese and _runs_on(source.text, one))


def _runs_on(text: str, one: Occurrence) -> bool:
    """Whether a Chinese place begins an organization's name: 中國 in 中國工商銀行."""
    return one.entry.kind in {Kind.PLACE, Kind.OTHER} and _organization().match(text, one.span.end) is not None


@cache
def _organization() -> re.Pattern[str]:
    """The rest of an organization's name, up to a word of two characters or more that says what it is."""
    rows = tables.rows("kinds")
    endings = [text for side, _, text, kind in rows if side == "zh" and kind == Kind.ORGANIZATION and len(text) > 1]
    return re.compile(rf"\w{{0,{_LONGEST_REST}}}?(?:{'|'.join(map(re.escape, endings))})")


def _rendered(one: Occurrence, passage: Passage, work: Work) -> bool:
    """Whether the passage of the translation has a name of the entry, whole or in part."""
    wanted = {name.entry.id for name in one.names}
    for other in work.text.within(passage.target):
        if wanted & {name.entry.id for name in other.names} and _is_rendering(one, other):
            return True
    target = passage.target.of(work.text.text)
    return any(_in_part(name.entry, target, chinese=not one.name.chinese) for name in one.names)


def _is_rendering(one: Occurrence, other: Occurrence) -> bool:
    """Whether a name in the translation renders one of the source: in the other language, or an acronym kept."""
    return other.name.chinese != one.name.chinese or is_short(other.name.term)


def _in_part(entry: Entry, target: str, *, chinese: bool) -> bool:
    """Whether a translation names the entry by a part of its name."""
    if not chinese:
        short = any(re.search(rf"\b{re.escape(name.text)}\b", target) for name in _english(entry))
        return short or any(_english_part(term.text, entry.kind, target) for term in in_use(entry, "en"))
    return any(_chinese_part(term.text, entry.kind, fold(target)) for term in in_use(entry, "zh"))


def _english(entry: Entry) -> Iterator[Name]:
    """The English names by which a translation may name an entry, a company's without its legal form, too."""
    return (name for name in of_entry(entry) if not name.chinese and not unused(name) and name.use is Use.SHORT)


def _english_part(name: str, kind: Kind, target: str) -> bool:
    """A person's surname or given name; a nationality for a place: Taiwanese for Taiwan."""
    words = {word.removesuffix("'s") for word in _WORD.findall(fold(target))}
    parts = [word for word in fold(name).split() if len(word) > 1 and not nature(word).small]
    if kind is Kind.PERSON:
        return not words.isdisjoint(parts)
    if kind not in {Kind.PLACE, Kind.OTHER}:
        return False
    return any(nature(word).title == "nationality" and word[:2] == name[:2] and word[:1].isupper() for word in words)


def _chinese_part(name: str, kind: Kind, folded: str) -> bool:
    """The last part of a foreign person's name, a Chinese one's given name, or surname with title; 美 for 美國."""
    text = fold(name)
    if kind is Kind.PERSON:
        *firsts, last = [part for part in re.split("[·‧ ]", text) if len(part) > 1] or [""]
        given = text[1:] if "·" not in text and len(text) == 3 else ""
        titled = re.compile(re.escape(text[:1]) + f"(?:{_titles()})")
        alone = any(re.search(rf"(?<!·){part}(?!·)", folded) for part in firsts)  # 迭戈 may be another Diego's
        whole = alone or (last != "" and last in folded) or (given != "" and _stands_alone(given, folded))
        return whole or ("·" not in text and titled.search(folded) is not None)
    if kind in {Kind.PLACE, Kind.OTHER} and len(text) <= 4:
        beside = f"(?:{_COUNTRY.pattern}{text[0]}|{text[0]}(?:{_COUNTRY.pattern}|{_OF_COUNTRY.pattern}))"
        return _COUNTRY.match(text) is not None and re.search(beside, folded) is not None
    return False


def _stands_alone(given: str, folded: str) -> bool:
    """Whether a given name stands in a text without another surname before it."""
    at = folded.find(given)
    return at >= 0 and folded[max(0, at - 1) : at] not in surnames()


@cache
def _titles() -> str:
    """What may follow a Chinese surname that stands for the person, as a pattern."""
    return "|".join(fold(word) for word, group in tables.rows("name_neighbours") if group == "title")


def _was_rendered(one: Occurrence, passage: Passage, work: Work) -> bool:
    """Whether the translation has a name of the entry before this passage."""
    wanted = {name.entry.id for name in one.names}
    before = work.text.within(Span(0, passage.target.start))
    return any(wanted & {name.entry.id for name in other.names} for other in before)


def one_for_two(work: Work, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001 - all rules look the same
    """One name in the translation that stands for two names of the source."""
    if work.source is None:
        return
    named = {
        name.entry.id for one in work.source.found for name in one.names[:1] if one.name.chinese == work.source.chinese
    }
    told: set[frozenset[str]] = set()
    for one in work.text.found:
        if one.name.chinese == work.source.chinese or one.name.use is Use.LATER:
            continue
        entries = {name.entry.id: name.entry for name in one.names if name.entry.id in named}
        if len(entries) < 2 or frozenset(entries) in told or not _differ(entries.values(), chinese=work.source.chinese):
            continue
        told.add(frozenset(entries))
        names = " and ".join(both(entry) for entry in entries.values())
        yield Problem(one.span, f"“{one.text}” stands for {names}", one.entry)


def _differ(entries: Iterable[Entry], *, chinese: bool) -> bool:
    """Whether the entries have no name of the source's language in common, so that two things are named."""
    seen: dict[str, int] = defaultdict(int)
    for entry in entries:
        for text in {fold(term.text) for term in entry.terms if has_han(term.text) == chinese}:
            seen[text] += 1
    return all(count == 1 for count in seen.values())
