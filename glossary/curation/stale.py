"""Texts that use what has since been rejected, forbidden or replaced: what to check again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary.entries import deciding
from glossary.formats import columns
from glossary.lang import script
from glossary.model import Entry, Mention, Review, Source, TermStatus
from glossary.search import Layered

__all__ = ["Stale", "find"]


@dataclass(frozen=True, slots=True)
class Stale:
    """A place in a text to look at again. ``use`` is the name to use, empty where the pair was rejected.

    ``where`` is the place for people (``line 3``), empty where it is not known.
    """

    source: Source
    entry: str
    text: str
    use: str
    why: str
    offset: int
    sentence: str
    where: str = ""


def find(stores: Layered) -> Iterator[Stale]:
    """The places, entry by entry; in each as they stand in its texts."""
    seen: set[str] = set()
    for store in stores.stores:
        for name in store.unused():
            entry = stores.get(name) if name not in seen else None
            seen.add(name)
            if entry is not None:
                yield from _of_entry(entry)


def _of_entry(entry: Entry) -> Iterator[Stale]:
    sources = {source.id: source for source in entry.sources}
    unused = {term.text: term for term in entry.terms if not term.status.in_use}
    for mention in entry.mentions:
        source = sources[mention.document]
        if entry.review is Review.REJECTED:
            pair = f"{mention.pair.english} = {mention.pair.chinese}"
            why = ": ".join(filter(None, ("rejected", deciding.reason(entry))))
            yield Stale(source, entry.id, pair, "", why, mention.english.start, mention.context, mention.where)
            continue
        for text in dict.fromkeys((mention.pair.english, mention.pair.chinese, *mention.pair.aliases)):
            if text in unused:
                term = unused[text]
                words = "no longer used" if term.status is TermStatus.SUPERSEDED else "not to be used"
                why = ": ".join(filter(None, (words, term.note)))
                start = _start(mention, text)
                yield Stale(source, entry.id, text, _use(entry, text), why, start, mention.context, mention.where)


def _use(entry: Entry, text: str) -> str:
    """The name to use in its place, in the script of the text."""
    if not script.has_han(text):
        return columns.english(entry)
    hans = script.script_of(text) is script.Script.HANS
    return (columns.simplified(entry) if hans else columns.traditional(entry)) or columns.chinese(entry)


def _start(mention: Mention, text: str) -> int:
    """Where in its text the name stands; for an alias where its gloss begins."""
    starts = {mention.pair.chinese: mention.chinese.start, mention.pair.english: mention.english.start}
    return starts.get(text, mention.gloss.start)
