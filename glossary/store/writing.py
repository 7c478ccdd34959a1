"""Merging entries into a store, and writing down decisions; the caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import count
from types import MappingProxyType

from glossary.entries import build, deciding, homonyms, routing
from glossary.model import Decision, Entry, Form, Given, Mention, Pair, Source, Verb, changed, in_order
from glossary.store import indexing, reading, rows
from glossary.store.merged import Merged

__all__ = ["decide", "forget", "merge"]

_ADD = (
    "INSERT INTO entries (kind, review, note, modified, given, added, mentioned, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
    "RETURNING number"
)
_CHANGE = (
    "UPDATE entries SET (kind, review, note, modified, given, added, mentioned) = (?, ?, ?, ?, ?, ?, ?) WHERE id = ? "
    "RETURNING number"
)
_TERM = "INSERT INTO terms VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# Two that tell of one document differently: the first in order stays, as in build.merge, whichever came first.
_SOURCE = (
    "INSERT INTO sources (id, path, title, publisher, url, date, lang) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE "
    "SET (path, title, publisher, url, date, lang) = "
    "(excluded.path, excluded.title, excluded.publisher, excluded.url, excluded.date, excluded.lang) "
    "WHERE (excluded.path = '-', excluded.path, excluded.title, excluded.publisher, excluded.url, excluded.date, "
    "excluded.lang) < (path = '-', path, title, publisher, url, date, lang)"
)
_MENTION = "INSERT INTO mentions VALUES (?, ?, (SELECT number FROM sources WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_NONE: Mapping[tuple[Pair, str], str] = MappingProxyType({})
# A decision stands with one entry; merging and splitting entries carries it along, nothing else about it changes.
_DECISION = (
    "INSERT INTO decisions (entry, id, verb, time, said) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET entry = excluded.entry"
)
_HERE = "UPDATE decisions SET here = 1 WHERE id = ?"
_SOURCES_KNOWN = 10_000
_LEADING = frozenset({Verb.MERGE, Verb.SPLIT, Verb.UNDO})


class _Writer:
    """A store being written to: what leads mentions elsewhere is read once and again when it changes."""

    def __init__(self, connection: sqlite3.Connection, *, now: int) -> None:
        self.connection = connection
        self.now = now
        self.index = indexing.Index(connection)
        self.sources: set[Source] = set()  # some of those that were written
        self.leading: dict[str, Decision] = {found.id: found for found in reading.leading(connection)}
        self.ways = routing.routes(self.leading.values())

    def take(self, entry: Entry) -> Merged:
        """Merge one entry into the store."""
        entry = _complete(entry)
        if entry.decisions and entry.given is None:  # from another program: what it says is taken as given
            entry = build.decided(entry)
        led = any(decision.verb in _LEADING and decision.id not in self.leading for decision in entry.decisions)
        if led:
            self.leading |= {found.id: found for found in entry.decisions if found.verb in _LEADING}
            self.ways = routing.routes(self.leading.values())
        if self.ways.concern(entry):
            self._tell_apart(entry)
        parts = routing.regrouped([entry], self.ways) if self.ways.concern(entry) else (entry,)
        merged = sum((self._merge(part) for part in parts), Merged())
        if led:
            self._regroup({end for found in entry.decisions for end in (found.entry, found.text)} | {entry.id})
        return merged

    def _merge(self, entry: Entry) -> Merged:
        held = reading.get(self.connection, entry.id)
        whole = build.merge(held[1], entry) if held else entry
        apart = homonyms.told_apart(whole)
        if apart:
            whole = build.decided(whole, *apart)
        changed = held is None or not build.same_content(whole, held[1])
        if changed:
            self._write(whole, held)
        if apart:
            self._separate(entry.id, apart)
        return Merged(added=held is None, changed=changed and held is not None, unchanged=not changed)

    def _tell_apart(self, entry: Entry) -> None:
        """Conclude from what is held and what comes, before its names lead it elsewhere, where each name belongs."""
        held = reading.get(self.connection, entry.id)
        apart = homonyms.told_apart(build.merge(held[1], entry)) if held else ()
        if held and apart:
            self._write(build.decided(held[1], *apart), held)
            self._separate(entry.id, apart)

    def _separate(self, name: str, apart: Iterable[Decision]) -> None:
        """Do what was concluded about an entry."""
        self._lead(apart)
        undone = (self.leading.get(decision.text) for decision in apart)
        self._regroup({name, *(decision.text for decision in undone if decision)})

    def decide_all(self, decisions: Iterable[Decision], *, now: int) -> tuple[Decision, ...]:
        """The decisions after they were written down, one microsecond after the other; at least two after the last.

        So decisions that were made in one act can be told from those of another.
        """
        latest = self.connection.execute("SELECT max(time) FROM decisions").fetchone()[0] or 0
        moments = count(max(now, latest + 2))
        return tuple(self.decide(replace(decision, time=next(moments))) for decision in decisions)

    def decide(self, decision: Decision) -> Decision:
        """The decision as it was written down with the entry that it is about, after doing what it says."""
        held = reading.get(self.connection, decision.entry)
        if held is None:
            raise KeyError(decision.entry)
        entry = held[1]
        english = next((term.text for term in entry.terms if term.lang == "en"), "")
        decision = deciding.identified(replace(decision, english=english, given=self._taken(decision)))
        self._write(build.decided(entry, decision), held)
        self.connection.execute(_HERE, (decision.id,))
        if decision.verb in _LEADING:
            self._lead([decision])
            undone = self.leading.get(decision.text)
            ends = {decision.entry, decision.text, *((undone.entry, undone.text) if undone else ())}
            self._regroup(ends)
        return decision

    def _taken(self, decision: Decision) -> Given | None:
        """What a merge keeps of the entry that it takes in, so that it can be undone."""
        found = reading.get(self.connection, decision.text) if decision.verb is Verb.MERGE else None
        return routing.whole_given(found[1]) if found else decision.given

    def forget(self, document: str, *, still: Mapping[tuple[Pair, str], str] = _NONE) -> None:
        """Take away the mentions of a document: a later version of it no longer states them, or states them again.

        ``still``: pairs with their sentences that stay, and where in the document they stand now. What a row of a table
        gave beside its pair (a reading, a name not to be used) goes with the entry that nothing else states.
        """
        for name in reading.of_source(self.connection, document):
            held = reading.get(self.connection, name)
            assert held is not None
            number, entry = held
            others = [mention for mention in entry.mentions if mention.document != document]
            kept = [found for found in entry.mentions if found.document == document and _said(found) in still]
            rest = in_order((*others, *(changed(mention, where=still[_said(mention)]) for mention in kept)))
            if rest == entry.mentions:
                continue
            gone = [mention for mention in entry.mentions if mention.document == document]
            beside = [] if all(found.form is Form.TABLE for found in gone) else build.given_of(entry).terms
            if rest or entry.decisions or beside:
                self._write(_without(entry, rest), held)
            else:
                self._remove(number, entry)

    def _lead(self, decisions: Iterable[Decision]) -> None:
        self.leading |= {found.id: found for found in decisions}
        self.ways = routing.routes(self.leading.values())

    def _regroup(self, names: set[str]) -> None:
        """Bring everything in these entries, and where they lead to, to where it belongs."""
        reached = {*names, *(self.ways.merged.get(name, name) for name in names)}
        reached |= {to for name in names for _, to in self.ways.split.get(name, ())}
        held = {name: found for name in reached if (found := reading.get(self.connection, name))}
        after = {entry.id: entry for entry in routing.regrouped([entry for _, entry in held.values()], self.ways)}
        for name in sorted(after.keys() - held.keys()):
            found = reading.get(self.connection, name)  # a chain of merges may end elsewhere
            if found:
                after[name] = build.merge(found[1], after[name])
                held[name] = found
        added = min((entry.added for _, entry in held.values() if entry.added), default=self.now)
        for name, entry in after.items():
            before = held.get(name)
            self._write(replace(entry, added=before[1].added if before else added), before)
        for name in held.keys() - after.keys():
            self._remove(*held[name])

    def _write(self, entry: Entry, held: tuple[int, Entry] | None) -> None:
        """Write what differs from what is held."""
        if held is None:
            whole = replace(entry, modified=entry.modified or self.now, added=entry.added or self.now)
            number = self.connection.execute(_ADD, _columns(whole)).fetchone()[0]
            before = Entry(entry.id, entry.kind, ())
        else:
            number, before = held
            if build.same_content(entry, before):
                return
            whole = replace(entry, modified=max(entry.modified, self.now))
            self.connection.execute(_CHANGE, _columns(whole)).fetchone()
        self._write_parts(number, whole, before)

    def _write_parts(self, number: int, entry: Entry, before: Entry) -> None:
        if entry.terms != before.terms:
            if before.terms:
                self.connection.execute("DELETE FROM terms WHERE entry = ?", (number,))
                self.index.erase(number, before.terms)
            places = enumerate(rows.term_rows(entry.terms))
            self.connection.executemany(_TERM, [(number, place, *row) for place, row in places])
            self.index.write(number, entry.terms)
        if entry.mentions != before.mentions or entry.sources != before.sources:
            self._write_mentions(number, entry, before)
        new = set(entry.decisions) - set(before.decisions)
        said = [(number, *rows.decision_row(found)) for found in entry.decisions if found in new]
        self.connection.executemany(_DECISION, said)

    def _write_mentions(self, number: int, entry: Entry, before: Entry) -> None:
        """Write the new ones only, after those that are there; the entry itself was read and made anew for that."""
        held_already = frozenset(before.sources)
        self._write_sources(source for source in entry.sources if source not in held_already)
        new, old = set(entry.mentions), set(before.mentions)
        place = 0
        if old and old <= new:
            last = self.connection.execute("SELECT max(place) FROM mentions WHERE entry = ?", (number,)).fetchone()[0]
            place = 0 if last is None else last + 1
            new -= old
        elif old:
            self.connection.execute("DELETE FROM mentions WHERE entry = ?", (number,))
        added = [found for found in entry.mentions if found in new]
        held = [(number, at, found.document, *rows.mention_row(found)) for at, found in enumerate(added, start=place)]
        self.connection.executemany(_MENTION, held)

    def _write_sources(self, sources: Iterable[Source]) -> None:
        """Each once, as a text mentions many entries."""
        new = [source for source in sources if source not in self.sources]
        self.connection.executemany(_SOURCE, map(rows.source_row, new))
        if len(self.sources) > _SOURCES_KNOWN:
            self.sources.clear()
        self.sources.update(new)

    def _remove(self, number: int, entry: Entry) -> None:
        """Remove an entry of which nothing is left; its decisions went elsewhere before."""
        self.index.erase(number, entry.terms)
        self.connection.execute("DELETE FROM entries WHERE number = ?", (number,))


def merge(
    connection: sqlite3.Connection,
    entries: Iterable[Entry],
    *,
    now: int,
    settle: Callable[[Entry | None, Entry, Entry], Iterable[Decision]] | None = None,
) -> Merged:
    """How many entries were added and changed by merging these into the store.

    ``settle`` is given what was held, what comes and what both make, and gives what to decide about it.
    """
    writer = _Writer(connection, now=now)
    merged = Merged()
    for entry in entries:
        held = reading.get(connection, entry.id) if settle else None
        merged += writer.take(entry)
        found = reading.get(connection, entry.id) if settle and held else None
        if settle and held and found:
            writer.decide_all(settle(held[1], entry, found[1]), now=now * 1_000_000)
    writer.index.flush()
    return merged


def decide(connection: sqlite3.Connection, decisions: Iterable[Decision], *, now: int) -> tuple[Decision, ...]:
    """The decisions with id and time (``now``, in microseconds, or later) after they were written down and done.

    Raises:
        KeyError: there is no entry with the id that one is about.
    """
    writer = _Writer(connection, now=now // 1_000_000)
    decided = writer.decide_all(decisions, now=now)
    writer.index.flush()
    return decided


def forget(
    connection: sqlite3.Connection, document: str, *, now: int, still: Mapping[tuple[Pair, str], str] = _NONE
) -> None:
    """Take away what a document states: entries that nothing else states go, those that people decided about stay.

    ``still``: what of it is stated still, pairs with their sentences, and where in the document.
    """
    writer = _Writer(connection, now=now)
    writer.forget(document, still=still)
    writer.index.flush()
    connection.execute("DELETE FROM sources WHERE id = ? AND number NOT IN (SELECT source FROM mentions)", (document,))


def _said(mention: Mention) -> tuple[Pair, str]:
    return (mention.pair, mention.context)


def _without(entry: Entry, rest: tuple[Mention, ...]) -> Entry:
    """The entry with the rest of its mentions. Where none is left, one that people decided about keeps its names."""
    given = build.given_of(entry)
    if not rest:
        given = replace(given, kind=entry.kind, terms=build.stated(entry))
    whole = build.made(entry.id, rest, entry.sources, given=(given,), decisions=entry.decisions)
    return replace(whole, added=entry.added)


def _complete(entry: Entry) -> Entry:
    """The entry with a source for every document that a mention names; one that nobody describes has no path."""
    known = {source.id for source in entry.sources}
    named = {mention.document for mention in entry.mentions}
    if known == named:
        return entry
    sources = (
        *(source for source in entry.sources if source.id in named),
        *(Source(name, "") for name in named - known),
    )
    return replace(entry, sources=tuple(sorted(sources, key=lambda source: source.id)))


def _columns(entry: Entry) -> tuple[object, ...]:
    return (
        entry.kind, entry.review, entry.note, entry.modified, rows.given_cell(entry.given), entry.added,
        len(entry.mentions), entry.id,
    )  # fmt: skip
