"""Decisions from what somebody wants changed: only what differs from the entry as it is."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from glossary.curation.choosing import title
from glossary.entries import deciding, homonyms, routing
from glossary.entries.identity import entry_id
from glossary.errors import EntryError
from glossary.files import printable
from glossary.formats import columns
from glossary.lang import pinyin, script
from glossary.lang.syllables import is_syllable
from glossary.model import Decision, Entry, Kind, Pair, Verb

__all__ = ["Wanted", "by", "decision", "edit", "latest", "merge", "split", "undo"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an entry is to be; None where it stays as it is. ``reading`` is pinyin with tone marks or numbers."""

    english: str | None = None
    chinese: str | None = None
    traditional: str | None = None
    simplified: str | None = None
    kind: Kind | None = None
    reading: str | None = None
    note: str | None = None


def by() -> str:
    """Who decides: the name in ``GLOSSARY_USER``, else nobody in particular."""
    return os.environ.get("GLOSSARY_USER", "")


def decision(entry: Entry, verb: Verb, text: str = "", *, reason: str = "", lang: str = "", old: str = "") -> Decision:
    """A decision about the entry, to be written down by the store."""
    return Decision("", entry.id, verb, 0, text.strip(), lang, old, reason.strip(), by())


def edit(entry: Entry, wanted: Wanted) -> tuple[Decision, ...]:
    """The decisions that make the entry what is wanted; none where it is that already.

    Raises:
        EntryError: a name without letters, or a reading that does not fit the characters.
    """
    return tuple(
        made
        for change in (_english, _chinese, _traditional, _simplified, _kind, _note, _reading)
        for made in change(entry, wanted)
    )


def _english(entry: Entry, wanted: Wanted) -> Iterator[Decision]:
    old = columns.english(entry)
    if wanted.english is None or wanted.english.strip() == old:
        return
    if not wanted.english.strip() or script.has_han(wanted.english):
        raise EntryError(f"{wanted.english!r} is no English name", where=title(entry), hint="Give a name in letters")
    yield decision(entry, Verb.NAME, wanted.english, lang="en", old=old)


def _chinese(entry: Entry, wanted: Wanted) -> Iterator[Decision]:
    """A new Chinese name. What is stated under it from now on, or was already, belongs to the entry too."""
    old = columns.chinese(entry)
    if wanted.chinese is None or wanted.chinese.strip() == old:
        return
    yield decision(entry, Verb.NAME, _han(entry, wanted.chinese), old=old)
    there = entry_id(Pair("", wanted.chinese))
    if there != entry.id:
        yield decision(entry, Verb.MERGE, there, reason="its Chinese name was corrected")


def _traditional(entry: Entry, wanted: Wanted) -> Iterator[Decision]:
    if wanted.traditional is not None and wanted.traditional.strip() != columns.traditional(entry):
        yield decision(entry, Verb.WRITE, _han(entry, wanted.traditional), lang="zh-Hant")


def _simplified(entry: Entry, wanted: Wanted) -> Iterator[Decision]:
    if wanted.simplified is not None and wanted.simplified.strip() != columns.simplified(entry):
        yield decision(entry, Verb.WRITE, _han(entry, wanted.simplified), lang="zh-Hans")


def _han(entry: Entry, text: str) -> str:
    if not script.has_han(text):
        hint = "Give a name with Chinese characters"
        raise EntryError(f"{text!r} is no Chinese name", where=title(entry), hint=hint)
    return text


def _kind(entry: Entry, wanted: Wanted) -> Iterator[Decision]:
    if wanted.kind is not None and wanted.kind is not entry.kind:
        yield decision(entry, Verb.KIND, wanted.kind)


def _note(entry: Entry, wanted: Wanted) -> Iterator[Decision]:
    if wanted.note is not None and wanted.note.strip() != entry.note:
        yield decision(entry, Verb.NOTE, wanted.note)


def _reading(entry: Entry, wanted: Wanted) -> Iterator[Decision]:
    held = columns.reading(entry)
    if wanted.reading is None or (held and wanted.reading.strip() in {held.pinyin, held.pinyin_numbers}):
        return
    name = wanted.chinese or columns.chinese(entry)
    said = pinyin.of_name(wanted.reading, name)
    if not said:
        problem = f"{wanted.reading!r} is no reading of {name}"
        hint = "Give a syllable for each character with its tone, such as he2 li4 feng1 or Hé Lìfēng"
        raise EntryError(problem, where=title(entry), hint=hint)
    if held is None or list(said) != [part for part in held.pinyin_numbers.split() if is_syllable(part)]:
        yield decision(entry, Verb.READING, " ".join(said), old=name)


def merge(entry: Entry, other: Entry, *, reason: str = "") -> tuple[Decision, ...]:
    """That the entry takes the other one in, now and whatever is collected later; its names stay the preferred ones.

    Where one was split from the other, that is taken back instead.

    Raises:
        EntryError: they are one entry.
    """
    if entry.id == other.id:
        raise EntryError("both are the same entry", where=title(entry), hint="Give two")
    both = {entry.id, other.id}
    parted = [
        found
        for found in deciding.live({*entry.decisions, *other.decisions})
        if found.verb is Verb.SPLIT and {found.entry, found.text} == both
    ]
    if parted:
        return tuple(map(undo, parted))
    names = (columns.english, columns.traditional, columns.simplified)
    kept = dict.fromkeys(own for name in names if (own := name(entry)) and name(other) not in {own, ""})
    return (
        decision(entry, Verb.MERGE, other.id, reason=reason),
        *(decision(entry, Verb.PREFER, name) for name in kept),
    )


def split(entry: Entry, *, english: Iterable[str] = (), paths: Iterable[str] = (), reason: str = "") -> list[Decision]:
    """That the mentions with these English names, or in the texts at these paths, are of something else.

    Raises:
        EntryError: no mention is so, or all are.
    """
    selectors = [routing.by_english(name) for name in english]
    named = set(map(printable, paths))
    selectors += [routing.by_source(source.id) for source in entry.sources if source.path in named]
    chosen = [found for found in entry.mentions if {*routing.selectors(found)} & {*selectors}]
    given = [term for term in entry.terms if term.lang == "en" and routing.by_english(term.text) in selectors]
    others = [term for term in entry.terms if term.lang == "en" and term not in given]
    if not chosen and not given:
        raise EntryError(
            "none of its mentions is so", where=title(entry), hint=f"See them with: glossary show {entry.id}"
        )
    if len(chosen) == len(entry.mentions) and not (given and others and not entry.mentions):
        raise EntryError(
            "all of its mentions are so, so nothing would be left", where=title(entry), hint="Choose fewer"
        )
    to = homonyms.target(entry.id, deciding.identified(decision(entry, Verb.SPLIT, old=min(selectors))).id[1:7])
    return [decision(entry, Verb.SPLIT, to, old=selector, reason=reason) for selector in selectors]


def undo(undone: Decision) -> Decision:
    """That a decision is taken back."""
    return Decision("", undone.entry, Verb.UNDO, 0, undone.id, by=by())


def latest(decisions: Iterable[Decision], *, here: Container[str]) -> list[Decision]:
    """What was decided last, in one act, of decisions with the latest first: neither undone nor an undo itself.

    The decisions of one act follow one another by a microsecond. ``here``: the ids of those that count; what came with
    somebody's file was decided there.
    """
    every = list(decisions)
    holding = {found.id for found in deciding.live(every)}
    found = [one for one in deciding.by_hand(every) if one.id in holding and one.id in here]
    act = found[:1]
    for later, earlier in pairwise(found):
        if later.time - earlier.time > 1 or later.by != earlier.by:
            break
        act.append(earlier)
    return act
