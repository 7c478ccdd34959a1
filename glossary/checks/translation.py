"""Rules for a translation beside its source: a name that is missing, and one name for two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache

from glossary import tables
from glossary.checks.bodies import is_of_other
from glossary.checks.findings import Problem, Severity
from glossary.checks.names import both, is_short, is_whole
from glossary.checks.parts import in_part
from glossary.checks.settings import Settings
from glossary.checks.taken import instead, slips, strangers
from glossary.checks.works import Passage, Text, Work
from glossary.formats.columns import in_use
from glossary.lang import glosses
from glossary.lang.generics import is_generic
from glossary.lang.script import has_han
from glossary.lang.titles import nature
from glossary.matcher import Occurrence, Use
from glossary.matcher.belief import is_vouched_for
from glossary.matcher.folding import fold
from glossary.matcher.place import Place
from glossary.model import Entry, Kind, Span

__all__ = ["missing", "one_for_two"]

_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(\w+) of (?:the )?$")
_CASE = re.compile(r"\bvs?\. ?$")  # a party of a case at law, which keeps its title: Grace v. Sessions
_CONTEXT = 40  # characters before a place in which an institution's first words are
_NEAR = 3  # passages back to where a Chinese text may leave a name out that was said
_ALIKE = 0.5  # ratio from which two Chinese names are two renderings of one: 史丹佛大學, 史丹福大學
_LONGEST_REST = 6  # characters after a Chinese name that may make a longer name of it: 中國|工商銀行
# A word that stands for a name in a translation: the name itself need not be repeated.
_STANDS_IN = re.compile(
    r"[他她它牠祂該该其此彼]|本[報报人身]|[兩两二]人|前者|後者|后者|[公司球該该]隊|公司|"
    r"\b(?:he|him|his|she|hers?|it|its|they|them|their|this|that|these|those|the latter|the former|who|which|"
    r"the (?:[\w.-]+ ){0,2}"
    r"(?:company|firm|group|bank|city|country|island|nation|ministry|president|minister|agency|team|paper))\b",
    re.IGNORECASE,
)


def missing(work: Work, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001 - all rules look the same
    """A name of the source that the translation of its passage does not render.

    Only names that stand there alone and whole count. After its first mention a name may be rendered by a word that
    stands for it.
    """
    told: set[str] = set()
    unnamed = strangers(work)
    last: dict[str, int] = {}  # the passage that rendered an entry last
    for number, one in _asked(work):
        passage = work.passages[number]
        if one.entry.id in told:
            continue
        if _rendered(one, passage, work) or _understood(one, last.get(one.entry.id), number, work=work):
            last[one.entry.id] = number
            yield from instead(one, passage, work, unnamed=unnamed)
        elif not _moved(one, number, work):
            told.add(one.entry.id)
            yield _told(one, passage, work)


def _asked(work: Work) -> Iterator[tuple[int, Occurrence]]:
    """The names that must be rendered, with the numbers of their passages; each once in a passage: it may be long."""
    if work.source is None:
        return
    for number, passage in enumerate(work.passages):
        seen: set[tuple[str, str]] = set()
        for one in work.source.within(passage.source):
            wanted = (one.entry.id, one.text)
            if wanted not in seen and _counts(one, work.source) and not _belongs(one, work.source):
                seen.add(wanted)
                yield number, one


def _is_taken(one: Occurrence, passage: Passage, work: Work) -> bool:
    """Whether the translation of a passage has another person in the place of the one that its source names.

    Where a pronoun stands on either side, the other person may be what it means.
    """
    if work.source is None or one.entry.kind is not Kind.PERSON:
        return False
    if any(map(_STANDS_IN.search, (passage.source.of(work.source.text), passage.target.of(work.text.text)))):
        return False
    named = work.source.within(passage.source)
    others = [other for other in work.text.within(passage.target) if other.entry.kind is Kind.PERSON]
    alone = all(other.entry.id == one.entry.id for other in named if other.entry.kind is Kind.PERSON)
    return alone and any(is_whole(other) and not _names(other, named) for other in others)


def _understood(one: Occurrence, last: int | None, number: int, *, work: Work) -> bool:
    """Whether a name that a passage before rendered need not be said again: in Chinese soon after, or by a pronoun."""
    if last is None or _is_taken(one, work.passages[number], work):
        return False
    near = work.text.chinese and number - last <= _NEAR
    return near or _STANDS_IN.search(work.passages[number].target.of(work.text.text)) is not None


def _moved(one: Occurrence, number: int, work: Work) -> bool:
    """Whether a passage beside it renders the name, though its own source has it not: clauses change places."""
    passage = work.passages[number]
    if work.source is None or _is_left(one, passage, work) or _is_taken(one, passage, work):
        return False
    beside = [work.passages[place] for place in (number - 1, number + 1) if 0 <= place < len(work.passages)]
    return any(_rendered(one, other, work) and not _names(one, work.source.within(other.source)) for other in beside)


def _names(one: Occurrence, found: Iterable[Occurrence]) -> bool:
    return any(other.entry.id == one.entry.id for other in found)


def _is_left(one: Occurrence, passage: Passage, work: Work) -> bool:
    """Whether the translation has the name as it is."""
    return _names(one, work.text.within(passage.target))


def _told(one: Occurrence, passage: Passage, work: Work) -> Problem:
    left = _is_left(one, passage, work)
    text = f"{both(one.entry)} is left as in the source" if left else f"no rendering of “{one.text}”"
    wanted = "en" if one.name.chinese else work.text.script.tag or "zh-Hant"
    own = [term.text for term in in_use(one.entry, wanted)][:1]
    slip = next(slips(work.text, passage.target, own), None) if one.entry.kind is Kind.PERSON else None
    text += f"; “{slip.of(work.text.text)}” may be meant" if slip else ""
    text += "".join(f"; the glossary has “{name}”" for name in own)
    respelt = Severity.WARNING if slip and wanted == "en" else None  # Zelensky for Zelenskyy
    return Problem(slip or passage.target, text, one.entry, severity=respelt)


def _counts(one: Occurrence, source: Text) -> bool:
    """Whether a name of the source is one that must be rendered."""
    if not one.sure or one.name.use is Use.LATER or one.name.chinese != source.chinese:
        return False
    if not any(in_use(name.entry, "en" if one.name.chinese else "zh") for name in one.names):
        return False
    if _CASE.search(source.text, max(0, one.span.start - _CONTEXT), one.span.start):
        return False
    return not (_runs_on if one.name.chinese else _is_inside)(source.text, one)


def _belongs(one: Occurrence, source: Text) -> bool:
    """Whether a place only says where what follows it is: Taiwan's Academia Sinica."""
    place = one.entry.kind in {Kind.PLACE, Kind.OTHER} and source.text[one.span.end : one.span.end + 1] in {"'", "’"}
    after = source.within(Span(one.span.end, one.span.end + 4)) if place else ()
    return any(other.entry.kind is Kind.ORGANIZATION for other in after)


def _is_inside(text: str, one: Occurrence) -> bool:
    """Whether an English place ends an institution's name: Florida in the University of Florida."""
    if one.entry.kind not in {Kind.PLACE, Kind.OTHER}:
        return False
    found = _INSIDE.search(text, max(0, one.span.start - _CONTEXT), one.span.start)
    return found is not None and found[1][0].isupper() and is_generic(found[1])


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
    others = []
    for other in work.text.within(passage.target):
        if not wanted & {name.entry.id for name in other.names}:
            others.append(other)
        elif _is_rendering(one, other) and not _is_of_other(other, work.text.text):
            return True
    target = passage.target.of(work.text.text)
    bodies = {other.text for other in others if other.entry.kind is Kind.ORGANIZATION and is_whole(other)}
    if any(in_part(name.entry, target, chinese=not one.name.chinese, others=bodies) for name in one.names):
        return True
    return not any(is_vouched_for(name.entry) for name in one.names) and _in_words(one, target)


def _is_of_other(one: Occurrence, text: str) -> bool:
    """Whether an English name in the translation is a part of another institution's."""
    if one.name.chinese:
        return False
    start = max(0, one.span.start - _CONTEXT)
    before = fold(text[start : one.span.start])
    place = Place(before + one.text, len(before), len(before) + len(one.text))
    return is_of_other(place, one.text, one.entry.kind)


def _in_words(one: Occurrence, target: str) -> bool:
    """Whether the dictionary translates a name by what stands in the translation: US, 美國.

    The text that named a stimulus of learning so meant another one; who approved an entry means its name and no other.
    Of several words one Chinese word must be the translation, and for a body's or a person's name that of no more:
    台灣人民黨 is not the Taiwan People's Party. Nor does one that is nearly the entry's own count: 史丹福大學.
    """
    if one.name.chinese:
        english = [term.text for name in one.names for term in in_use(name.entry, "en")]
        if one.entry.kind in _NAMED and all(len(_content(text)) > 1 for text in english):
            return False
        return not glosses.meanings(fold(one.text)).isdisjoint(map(glosses.stem, _WORD.findall(target)))
    families = [frozenset(glosses.family(glosses.stem(word))) for word in _content(one.text)]
    if len(families) < 2:
        return bool(families) and not glosses.within(fold(target)).isdisjoint(families[0])
    own = [fold(term.text) for term in in_use(one.entry, "zh")]
    found = (word for word, said in _said(fold(target)) if all(map(said.__and__, families)))
    meant = (word for word in found if all(_similarity(word, name) < _ALIKE for name in own))
    exactly = one.entry.kind in _NAMED
    return any(not exactly or glosses.meanings(word) <= frozenset().union(*families) for word in meant)


def _similarity(one: str, other: str) -> float:
    """How many of their characters two names have in the same order, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


_NAMED = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.LAW, Kind.WORK, Kind.PRODUCT})


def _content(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if not nature(word).small]


@lru_cache(16)  # asked for each name of a passage
def _said(folded: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The Chinese words of two characters or more in a text, and what they mean."""
    sizes = range(2, glosses.LONGEST + 1)
    words = {folded[at : at + size] for at in range(len(folded)) for size in sizes}
    return tuple((word, said) for word in sorted(words) if (said := glosses.meanings(word)))


def _is_rendering(one: Occurrence, other: Occurrence) -> bool:
    """Whether a name in the translation renders one of the source: in the other language, or an acronym kept."""
    return other.name.chinese != one.name.chinese or is_short(other.name.term)


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
        if sum(other.text == one.text for other in work.text.found) < len(entries):
            continue  # the other is named otherwise, or not at all
        told.add(frozenset(entries))
        shown = " and ".join(both(entry) for entry in entries.values())
        yield Problem(one.span, f"“{one.text}” stands for {shown}", one.entry)


def _differ(entries: Iterable[Entry], *, chinese: bool) -> bool:
    """Whether the entries have no name of the source's language in common, so that two things are named."""
    seen: dict[str, int] = defaultdict(int)
    for entry in entries:
        for text in {fold(term.text) for term in entry.terms if has_han(term.text) == chinese}:
            seen[text] += 1
    return all(count == 1 for count in seen.values())
