"""Another person in the place of the one that the source names: somebody else whom the glossary has, or a misspelling.

The one named may be rendered elsewhere in the same passage, so that nothing is missing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from glossary import keys
from glossary.checks.english_parts import initialled
from glossary.checks.findings import Fix, Problem, Severity
from glossary.checks.names import both, is_whole
from glossary.checks.settings import Settings
from glossary.checks.slips import WORD, near
from glossary.checks.spellings import fits, is_nick
from glossary.checks.strangers import is_longer
from glossary.checks.works import Passage, Text, Work
from glossary.formats.columns import in_use
from glossary.lang import romanization
from glossary.lang.script import HAN
from glossary.lang.surnames import opens_with_surname
from glossary.matcher import Occurrence
from glossary.matcher.folding import fold
from glossary.matcher.stretches import Stretches
from glossary.model import Entry, Kind, Span

__all__ = ["instead", "slips", "strangers", "unlike"]

_LONGEST = 2000  # characters of a passage that is searched for each of its persons
_SIZES = (2, 3, 4)  # characters of a Chinese person's name


def strangers(work: Work) -> tuple[Occurrence, ...]:
    """The persons of the translation whom the source names nowhere, where they stand in full."""
    known = {one.entry.id for one in work.source.found} if work.source else set()
    persons = (one for one in work.text.found if one.entry.kind is Kind.PERSON and is_whole(one))
    return tuple(one for one in persons if one.entry.id not in known)


def instead(one: Occurrence, passage: Passage, work: Work, *, unnamed: tuple[Occurrence, ...]) -> Iterator[Problem]:
    """Where the translation of a passage misspells a person of its source, or has somebody else of the same surname.

    ``unnamed``: the persons whom the source names nowhere.
    """
    if work.source is None or one.entry.kind is not Kind.PERSON or _is_long(passage):
        return
    if not work.text.chinese:
        wanted, source = in_use(one.entry, "en"), passage.source.of(work.source.text)
        for span in _misspelt(one, work.text, passage.target, chinese=source):
            text = f"“{span.of(work.text.text)}” for {both(one.entry)}; the glossary has “{wanted[0].text}”"
            yield Problem(span, text, one.entry, Fix(span, wanted[0].text, safe=False), Severity.WARNING)
    others = [other for other in _within(unnamed, passage.target) if _are_related(one.entry, other.entry)]
    if others and _count(one, work.text.within(passage.target)) < _count(one, work.source.within(passage.source)):
        for other in others:
            text = f"“{other.text}” is {both(other.entry)}, whom the source does not name; it has {both(one.entry)}"
            yield Problem(other.span, text, one.entry, severity=Severity.WARNING)


def unlike(work: Work, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001 - all rules look the same
    """A person of the translation whose name the source only has misspelt, or who is not its own: Li Keqing, 李克強."""
    if work.source is None or work.text.chinese is work.source.chinese:
        return
    unnamed = strangers(work)
    for passage in work.passages if unnamed else ():
        target = passage.target.of(work.text.text)
        for one in () if _is_long(passage) else _within(unnamed, passage.target):
            if work.text.chinese:
                span = next(_misspelt(one, work.source, passage.source, chinese=target), None)
            else:
                span = next(_longer(one, work.source, passage.source), None)
            if span is not None:
                text = f"“{one.text}” is {both(one.entry)}; the source has “{span.of(work.source.text)}”"
                yield Problem(one.span, text, one.entry)


def _within(found: Sequence[Occurrence], span: Span) -> Sequence[Occurrence]:
    first = bisect_left(found, span.start, key=lambda one: one.span.start)
    return found[first : bisect_left(found, span.end, key=lambda one: one.span.start)]


def _count(one: Occurrence, found: Iterable[Occurrence]) -> int:
    return sum(other.entry.id == one.entry.id for other in found)


def _is_long(passage: Passage) -> bool:
    return max(passage.target.end - passage.target.start, passage.source.end - passage.source.start) > _LONGEST


def _misspelt(one: Occurrence, english: Text, place: Span, *, chinese: str) -> Iterator[Span]:
    """Where an English passage has a name with a slip in one of its words, that nothing in the Chinese one explains.

    Another romanization of the characters is no slip, nor is another form of the given name.
    """
    found, counts = english.within(place), _words(place.of(english.text))
    wanted, own = ([term.text for term in in_use(one.entry, lang)] for lang in ("en", "zh"))
    words = {word for name in wanted for word in name.split()}
    if any(initialled(name, place.of(english.text)) for name in wanted):
        return
    if not words or max(counts[word] for word in words) <= _count(one, found):
        return  # each of its words is of the name as it should be
    known = Stretches((other.span.start, other.span.end) for other in found)
    for span in slips(english, place, wanted):
        text = span.of(english.text)
        if known.overlap(span.start, span.end) or not _shares(text, wanted):
            continue
        right = any(_is_spelt(text, name) or is_nick(text, other, name) for name in own for other in wanted)
        if not (right or _explains(chinese, text, own)):
            yield span


def _longer(one: Occurrence, chinese: Text, place: Span) -> Iterator[Span]:
    """Where a Chinese passage has another person's name, with a character between those of the one's: 李克強, 李強."""
    folded = fold(place.of(chinese.text))
    own = [fold(term.text) for term in in_use(one.entry, "zh")]
    if len(folded) != place.end - place.start or any(name in folded for name in own):
        return
    english = [term.text for term in in_use(one.entry, "en")]
    known = Stretches((other.span.start, other.span.end) for other in chinese.within(place))
    for name in own:
        for found in re.finditer(f"{name[0]}[{HAN}]{name[1]}", folded) if len(name) == _SIZES[0] else ():
            span = Span(place.start + found.start(), place.start + found.end())
            if not known.overlap(span.start, span.end) and is_longer(found[0], name, english):
                yield span


@lru_cache(16)  # asked for each person of a passage
def _words(text: str) -> Counter[str]:
    return Counter(word.removesuffix("'s") for word in WORD.findall(text))


def _shares(text: str, wanted: Iterable[str]) -> bool:
    """Whether a name of several words has one of those of a name as it is: Xi of Xi Jingping."""
    own = set(map(keys.latin, text.split()))
    return len(own) > 1 and any(not own.isdisjoint(map(keys.latin, name.split())) for name in wanted)


def _explains(source: str, text: str, own: Iterable[str]) -> bool:
    """Whether the source has the name as it is, or another one that is spelt so: 李克清 for Li Keqing."""
    runs = {source[at : at + size] for size in _SIZES for at in range(len(source) - size + 1)}.difference(own)
    return text in source or any(opens_with_surname(fold(run)) and fits(text, run) for run in runs)


def _is_spelt(english: str, chinese: str) -> bool:
    """Whether an English name is spelt after one system; Xi Jingping would be a mixture."""
    return fits(english, chinese) and romanization.fit(english, chinese).system != "mandarin"


def slips(text: Text, place: Span, wanted: Iterable[str]) -> Iterator[Span]:
    """Where a passage of a text has one of the names with a slip, and not the name of somebody known."""
    known = {other.span for other in text.within(place)}
    for name in wanted:
        spans = {Span(place.start + span.start, place.start + span.end) for span in near(place.of(text.text), name)}
        yield from sorted(spans - known, key=attrgetter("start"))


def _are_related(one: Entry, other: Entry) -> bool:
    """Whether two persons have Chinese names of one surname."""
    first, second = ({fold(term.text) for term in in_use(entry, "zh")} for entry in (one, other))
    return any(opens_with_surname(name) and name[0] in {own[0] for own in first} for name in second - first)
