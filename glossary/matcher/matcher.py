"""The matcher: every place of a text where a name of the glossary stands."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import TypeAlias

from glossary.lang.known_names import is_just_place
from glossary.lang.titles import nature
from glossary.matcher import later
from glossary.matcher.acronyms import is_shouted, undefined
from glossary.matcher.automaton import Automaton, Hit
from glossary.matcher.english import is_romanized, is_word
from glossary.matcher.folding import PARAGRAPH, fold, squeeze
from glossary.matcher.names import Name, Use, of_entry, spelt, takes_legal_form, with_legal_form
from glossary.matcher.occurrences import Occurrence
from glossary.matcher.others import of_others
from glossary.matcher.otherwise import (
    glossed_as_itself,
    glossed_otherwise,
    is_named_in_full,
    is_near_bracket,
    likeliest,
    part_of_gloss,
)
from glossary.matcher.place import Place
from glossary.matcher.protected import Protected
from glossary.matcher.standing import stands, sure
from glossary.matcher.subject import of_subject
from glossary.matcher.support import supported
from glossary.matcher.things import is_thing
from glossary.model import Entry, Kind, Review, Span

__all__ = ["Matcher", "Occurrence"]

_RECALLED = frozenset({Kind.PERSON, Kind.ORGANIZATION})  # what is called by a short name after the full one
_BRACKETS = ("(", "（")
_CELL = re.compile(r"(?<=\S)\t")  # what parts the cells of a line
_PART = re.compile("[ ·]")
_NOTHING = "\n"  # which no folded text has
_GLOSS_AFTER = 4  # characters after a name in which the bracket of its gloss opens
_BRACKETED = re.compile("(?:['’]s?)? ?[(（]")
Rule: TypeAlias = Callable[[Place, Name], bool]


class Matcher:
    """Finds the names of entries in texts; made once, used for any number of texts.

    Of names that overlap the one that begins first counts, of those that begin together the longest that may stand
    there. Rejected entries are left out.

    >>> from glossary.model import Kind, Term
    >>> york = Entry("e1", Kind.PLACE, (Term("York", "en"), Term("約克", "zh-Hant")))
    >>> lin = Entry("e2", Kind.PERSON, (Term("Lin Jian", "en"), Term("林劍", "zh-Hant")))
    >>> matcher = Matcher([york, lin])
    >>> [found.text for found in matcher.find("Lin Jian (林剑) saw New York and York's walls, Lin said.")]
    ['Lin Jian', '林剑', 'York', 'Lin']
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        kept = (entry for entry in entries if entry.review is not Review.REJECTED)
        self._names = Automaton(spelt(name for entry in kept for name in of_entry(entry)))
        self._shorts: dict[str, tuple[tuple[str, Name], ...]] = {}

    def find(self, text: str, *, lines: bool = False) -> tuple[Occurrence, ...]:
        r"""The names in the text, in its order; none overlaps another.

        What may be something else is left out, and gives way to a shorter name that stands in its place. ``lines``:
        each line is a paragraph, as in the text of a document, and no name goes on in the next one.

        >>> from glossary.entries.build import from_pair
        >>> from glossary.model import Kind, Pair
        >>> matcher = Matcher([from_pair(Pair("Lin Jian", "林劍", Kind.PERSON))])
        >>> text = "Lin\nJian met Lin Jian\nGuests"
        >>> [(found.span.start, found.sure) for lines in (False, True) for found in matcher.find(text, lines=lines)]
        [(0, True), (13, False), (13, True)]
        """
        text = text.replace("\n", PARAGRAPH) if lines else text
        text = _CELL.sub(PARAGRAPH, text) if "\t" in text else text
        searched = _Searched(text)
        hits = self._names.hits(searched.folded)
        searched.others = of_others(searched.folded, self._names, hits)
        found = list(searched.settled(self._names, hits))
        while len(certain := _certain(searched, found)) < len(found):
            searched.barred |= {one.span for one in found} - {one.span for one in certain}
            found = list(searched.settled(self._names, hits))
        shorts = Automaton(self._shorts_of(found))
        if shorts:
            found = sorted((*found, *_again(searched, shorts, found)), key=lambda one: one.span.start)
        return tuple(likeliest(text, found))

    def _shorts_of(self, found: Iterable[Occurrence]) -> Iterator[tuple[str, Name]]:
        """The short names of the persons and organizations that were found, each under its spellings."""
        named = {name.entry.id: name.entry for one in found for name in one.names if name.entry.kind in _RECALLED}
        return (short for entry in named.values() for short in self._short_names(entry))

    def places(self, text: str) -> tuple[Occurrence, ...]:
        """Every place where a name may stand by the words around it, whatever else the text says."""
        searched = _Searched(text)
        return tuple(searched.settled(self._names, self._names.hits(searched.folded)))

    def hits(self, folded: str) -> list[Hit]:
        """Every place of a folded text where a name's spelling is, whether the name may stand there or not."""
        return self._names.hits(folded)

    def _short_names(self, entry: Entry) -> tuple[tuple[str, Name], ...]:
        if entry.id not in self._shorts:
            names = (short for name in of_entry(entry) for short in later.short_names(name))
            self._shorts[entry.id] = tuple(spelt(names))
        return self._shorts[entry.id]


class _Searched:
    """A text that is searched: as it is, as it is compared, and where nothing in it is a name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.squeezed = squeeze(text)
        self.folded = self.squeezed.text
        self.protected = Protected(text)
        self.barred: set[Span] = set()
        self.others: frozenset[int] = frozenset()  # the numbers of names that are others' here
        self.places: dict[int, tuple[int, int]] = {}  # where in the folded text the name is that begins there
        self._seen: dict[int, Occurrence | None] = {}  # what is at which hit of the glossary's names
        self._said: dict[Span, _Said | None] = {}  # of which occurrence of them the text says what

    def said(self, found: Iterable[Occurrence]) -> list[_Said | None]:
        """What the text right around each of the occurrences says of it; it is asked once."""
        known, text = self._said, self.text
        for one in found:
            if one.span not in known:
                known[one.span] = _said(text, one)
        return [known[one.span] for one in found]

    def settled(self, automaton: Automaton, hits: Iterable[Hit], *, also: Rule | None = None) -> Iterator[Occurrence]:
        """The names that stand in the text (and pass the rule ``also``), by the rule for those that overlap."""
        done, barred = 0, self.barred
        seen = self._seen if also is None else {}
        for number, hit in enumerate(hits):
            if hit[1] < done or (also is None and hit[0] in self.others):
                continue
            if number not in seen:
                seen[number] = self._occurrence(automaton, hit, also)
            found = seen[number]
            if found is None or (barred and found.span in barred):
                continue
            yield found
            done = hit[2]

    def _occurrence(self, automaton: Automaton, hit: Hit, also: Rule | None) -> Occurrence | None:
        """The names that stand at a hit with their legal form, or None where none does or it is protected."""
        number, begin, stop = hit
        place = Place(self.folded, begin, stop)
        start, end = self.squeezed.stretch(begin, stop)
        text = self.text[start:end]
        names = _standing(automaton.names_of(number, text), place, also)
        if not names or (not (names[0].chinese or text.isascii()) and _is_other_letters(text, names[0].text)):
            return None
        longer = with_legal_form(self.folded, stop, names[0])
        if longer > stop:
            if not takes_legal_form(names[0]):
                return None
            place, (start, end) = Place(self.folded, begin, longer), self.squeezed.stretch(begin, longer)
            text = self.text[start:end]
        if self.protected.holds(start, end):
            return None
        self.places[start] = (begin, longer)
        return Occurrence(Span(start, end), text, names, sure(place, names[0]))


def _standing(names: tuple[Name, ...], place: Place, also: Rule | None) -> tuple[Name, ...]:
    """The names that may stand at a place; of names that are spelt alike and of one kind, all or none."""
    if len(names) == 1:
        return names if stands(place, names[0]) and (also is None or also(place, names[0])) else ()
    verdicts: dict[tuple[str, Kind], bool] = {}
    found = []
    for name in names:
        key = (name.text, name.entry.kind)
        if key not in verdicts:
            verdicts[key] = stands(place, name)
        if verdicts[key] and (also is None or also(place, name)):
            found.append(name)
    return tuple(found)


def _is_other_letters(text: str, name: str) -> bool:
    """Whether an acronym is written with accents that it has not: AI is not ÁI."""
    return name.isupper() and text != name and any(map(unicodedata.combining, unicodedata.normalize("NFD", text)))


def _certain(searched: _Searched, found: list[Occurrence]) -> list[Occurrence]:
    """The occurrences without those that may be something else."""
    kept = undefined(searched.text, found)
    said = searched.said(kept)
    text = searched.text
    named = {one.entry.id for one in kept if one.name.everyday and not one.sure and is_named_in_full(text, one)}
    meant = supported(text, _meant(text, kept, said)) if any(said) else kept
    return of_subject(text, meant, named)


class _Said(Enum):
    """What the text right around an occurrence says of it."""

    OTHERWISE = "a gloss that it is something else"
    PART = "that it is a part of a name"
    DOUBTFUL = "that it may be something else"


def _said(text: str, one: Occurrence) -> _Said | None:
    if is_near_bracket(text, one):
        after = text[one.span.end : one.span.end + _GLOSS_AFTER]
        if ("(" in after or "（" in after or "[" in after) and glossed_otherwise(text, one):
            return _Said.OTHERWISE
        if part_of_gloss(text, one):
            return _Said.PART
    name = one.names[0]
    plain = one.sure and (name.chinese or " " in one.text)  # as most are
    if not plain and _doubtful(one) and not (glossed_as_itself(text, one) or is_named_in_full(text, one)):
        return _Said.DOUBTFUL
    thing = name.chinese and is_thing(text, one)
    return _Said.DOUBTFUL if thing or (one.text.isupper() and is_shouted(text, one)) else None


def _meant(text: str, found: list[Occurrence], said: Iterable[_Said | None]) -> Iterator[tuple[Occurrence, bool]]:
    """The occurrences that no gloss says to be something else, and whether they are doubtful.

    A person is somebody else until a gloss says otherwise.
    """
    others: set[str] = set()
    for one, what in zip(found, said, strict=True):
        if what is _Said.OTHERWISE:
            if one.entry.kind is Kind.PERSON:
                others.add(one.text)
            continue
        if one.text in others and _BRACKETED.match(text, one.span.end):
            others.discard(one.text)
        if what is not _Said.PART and one.text not in others:
            yield one, what is _Said.DOUBTFUL


def _doubtful(one: Occurrence) -> bool:
    """Whether an occurrence may be something else.

    A part of a name in Chinese (戈登·布朗) or of an organization's (Land Bank of Taiwan), or one English word that
    stands beside others with a capital or is perhaps a mere word.
    """
    if one.sure or one.name.chinese or " " in one.text:
        return not one.sure and (one.name.chinese or one.entry.kind is Kind.ORGANIZATION)
    in_capitals = one.text.isupper() and one.name.text[1:].islower() and is_word(one.name.text)
    if not (one.text[1:].islower() or in_capitals):  # ByteDance and TSMC are no other words
        return False
    if one.name.text.isupper() and one.name.text != one.text and not is_word(one.text):  # Unesco for UNESCO
        return False
    if one.name.use is Use.SHORT or nature(one.text).given:  # Julian Schwinger
        return True
    if one.entry.kind is Kind.PLACE and is_just_place(one.text):  # Leipzig Gewandhausorchester
        return False
    return not any(is_romanized(one.text, name.entry) for name in one.names)


def _again(searched: _Searched, shorts: Automaton, found: list[Occurrence]) -> Iterator[Occurrence]:
    """The later mentions of persons and organizations by a short name that only one named so far can have."""
    if not shorts.may_be_in(searched.folded):
        return
    taken = [searched.places[one.span.start] for one in found]
    hits = shorts.hits(_outside(searched.folded, taken))
    named: defaultdict[str, list[int]] = defaultdict(list)
    for one, (start, _) in zip(found, taken, strict=True) if hits else ():
        for name in one.names:
            named[name.entry.id].append(start)
    free = later.of_one(searched.folded, shorts, hits, named=named)
    firsts = {name.entry.id: one.span for one in reversed(found) for name in one.names} if free else {}
    searched.barred = set()  # what cannot be one person may be another
    text = searched.text
    for one in searched.settled(shorts, free, also=later.may_stand):
        if glossed_otherwise(text, one) or part_of_gloss(text, one):
            continue
        names = tuple(name for name in one.names if _is_introduced(text, one, firsts[name.entry.id]))
        if names and len({_ends(name) for name in names}) == 1 and _are_one(names):
            yield Occurrence(one.span, one.text, names, one.sure)


def _ends(name: Name) -> tuple[str, str]:
    """The first and the last part of a folded name: Alan Mathison Turing may be Alan Turing."""
    parts = _PART.split(fold(name.term.text))
    return parts[0], parts[-1]


def _are_one(names: tuple[Name, ...]) -> bool:
    """Whether the names are one person's: one entry's, or of two whose Chinese names have characters in common.

    A name that spells no Chinese one is a foreign person's, and two of them are rarely named in one glossary.
    """
    if not any(is_romanized(name.term.text, name.entry) for name in names):
        return True
    chinese = ({fold(term.text) for term in name.entry.terms if term.is_chinese} for name in names)
    first, *others = ({char for text in texts for char in text} for texts in chinese)
    return all(len(first & other) > 1 for other in others)


def _is_introduced(text: str, one: Occurrence, first: Span) -> bool:
    """Whether the full name stands before a short one, or as its gloss right after it: 川普（Donald Trump）."""
    return first.end <= one.span.start or text[one.span.end : first.start].strip() in _BRACKETS


def _outside(folded: str, taken: Iterable[tuple[int, int]]) -> str:
    r"""The text with nothing in place of the stretches that are taken; they are in its order.

    >>> _outside("He Lifeng said", [(0, 9)])
    '\n\n\n\n\n\n\n\n\n said'
    """
    pieces, done = [], 0
    for start, end in taken:
        pieces.append(folded[done:start])
        pieces.append(_NOTHING * (end - max(start, done)))
        done = max(end, done)
    return "".join((*pieces, folded[done:]))
