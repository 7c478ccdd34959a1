"""Where mentions go after people merged entries and split others: for good, whatever is collected later.

A *route* leads from the id of an entry to another one: ``merge`` sends everything there, ``split`` the mentions that a
selector chooses. A selector is ``en:`` and the folded English name, or ``source:`` and the id of a document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from glossary import keys
from glossary.entries import build, deciding
from glossary.entries.identity import entry_id
from glossary.model import Decision, Entry, Given, Kind, Mention, Source, Term, Verb

__all__ = ["Routes", "by_english", "by_source", "regrouped", "routes", "selectors", "whole_given"]


_LEADING = frozenset({Verb.MERGE, Verb.SPLIT, Verb.UNDO})


@dataclass(frozen=True, slots=True)
class Routes:
    """``merged``: the entry that took each one in. ``split``: for each entry the selectors and where they lead.

    ``known`` are the ids that any route ever began or ended at, those that were undone too.
    """

    merged: Mapping[str, str] = field(default_factory=dict)
    split: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    def concern(self, entry: Entry) -> bool:
        """Whether something of the entry belongs elsewhere."""
        return entry.id in self.merged or entry.id in self.split


def routes(decisions: Iterable[Decision]) -> Routes:
    """The routes that the decisions make; of two merges of one entry the later one counts."""
    every = tuple(decisions)
    merged: dict[str, str] = {}
    split: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for decision in deciding.live(every):
        if decision.verb is Verb.MERGE:
            merged[decision.text] = decision.entry
        elif decision.verb is Verb.SPLIT:
            split[decision.entry].append((decision.old, decision.text))
    ends = (end for found in every if found.verb in {Verb.MERGE, Verb.SPLIT} for end in (found.entry, found.text))
    return Routes(merged, {name: tuple(found) for name, found in split.items()}, frozenset(ends))


def by_english(name: str) -> str:
    """The selector of mentions with this English name.

    >>> by_english("Jun He")
    'en:junhe'
    """
    return f"en:{keys.latin(name)}"


def by_source(document: str) -> str:
    """The selector of mentions in this document."""
    return f"source:{document}"


def regrouped(entries: Iterable[Entry], ways: Routes) -> tuple[Entry, ...]:
    """The entries with every mention, decision and given term where the routes lead it; sorted by id.

    An entry that nothing is left of is left out.
    """
    pools: dict[str, _Pool] = defaultdict(_Pool)
    for entry in entries:
        for mention in entry.mentions:
            pool = pools[_led(_home(mention, entry, ways), selectors(mention), ways)]
            pool.mentions.add(mention)
        for decision in entry.decisions:
            pools[_led(decision.entry, _anchor(decision), ways)].decisions.add(decision)
        for place, given in _given(entry, ways):
            pools[place].given.add(given)
    sources = tuple(source for entry in entries for source in entry.sources)
    return tuple(pools[name].entry(name, sources) for name in sorted(pools) if not pools[name].empty)


@dataclass(slots=True)
class _Pool:
    """What comes together in one entry."""

    mentions: set[Mention] = field(default_factory=set)
    decisions: set[Decision] = field(default_factory=set)
    given: set[Given] = field(default_factory=set)

    @property
    def empty(self) -> bool:
        return not (self.mentions or self.decisions or any(one != Given(one.kind) for one in self.given))

    def entry(self, name: str, sources: tuple[Source, ...]) -> Entry:
        decisions = tuple(sorted(self.decisions, key=lambda found: (found.time, found.id)))
        return build.made(name, self.mentions, build.united(sources), given=self.given, decisions=decisions)


def _home(mention: Mention, entry: Entry, ways: Routes) -> str:
    """The id that the mention itself gives its entry, if a route begins or ends there, else the entry's."""
    natural = entry_id(mention.pair)
    return natural if natural in ways.known else entry.id


def _anchor(decision: Decision) -> set[str]:
    """What moves a decision along with the mentions it was about; one that leads them stays where it leads from."""
    return set() if decision.verb in _LEADING else {by_english(decision.english)}


def selectors(mention: Mention) -> set[str]:
    """All selectors that choose the mention."""
    names = (mention.pair.english, *mention.pair.aliases)
    return {by_source(mention.document), *map(by_english, names)} - {"en:"}


def _led(name: str, selectors: set[str], ways: Routes) -> str:
    """Where the routes lead from ``name``; a circle is left where it closes."""
    seen = {name}
    while True:
        chosen = next((to for selector, to in ways.split.get(name, ()) if selector in selectors), None)
        following = chosen or ways.merged.get(name)
        if following is None or following in seen:
            return name
        seen.add(following)
        name = following


def _given(entry: Entry, ways: Routes) -> Iterable[tuple[str, Given]]:
    """What the entry says for itself, in parts with the ids where they belong."""
    own = build.given_of(entry)
    for english in [term for term in own.terms if term.lang == "en"]:
        place = _led(entry.id, {by_english(english.text)}, ways)
        if place != _led(entry.id, set(), ways):
            yield place, replace(own, terms=tuple(term for term in own.terms if _beside(term, english)))
            own = replace(own, terms=tuple(term for term in own.terms if term != english))
    yield _led(entry.id, set(), ways), own
    for decision in entry.decisions:  # what was taken in goes back where the merge was undone
        if decision.verb is Verb.MERGE and decision.given and decision.text not in ways.merged:
            yield _led(decision.text, set(), ways), decision.given


def _beside(term: Term, english: Term) -> bool:
    """Whether the term goes with this English name when it leaves: itself, and the Chinese ones."""
    return term == english or term.lang != "en"


def whole_given(entry: Entry) -> Given | None:
    """What a merge has to keep of the entry that is taken in; None where its mentions say all."""
    own = build.given_of(entry)
    return None if own == Given(own.kind) and (entry.mentions or own.kind is Kind.OTHER) else own
