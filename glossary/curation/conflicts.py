"""Names with two renderings, in either direction: what a desk would want to settle.

Not conflicts: the two scripts, the names that regions give a thing (川普 in Taiwan, 特朗普 on the Mainland), acronyms
and short forms beside full names, and people who share a name, as 王偉 and 王薇 are both Wang Wei.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary import keys
from glossary.formats import columns
from glossary.lang import regions, script
from glossary.lang.romanization import Level, fit
from glossary.model import Entry, Kind, Review, Term, TermType
from glossary.search import Layered

__all__ = ["Conflict", "Rendering", "find"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One of the renderings: in how many mentions and texts, and in which entry."""

    text: str
    entry: str
    mentions: int
    texts: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A name with several renderings. ``direction`` en: an English name with several Chinese ones; zh: the reverse."""

    direction: str
    name: str
    renderings: tuple[Rendering, ...]


def find(stores: Layered) -> Iterator[Conflict]:
    """The conflicts: first English names with several Chinese ones, then the reverse, each sorted by name."""
    shared: dict[str, set[str]] = {}
    for store in stores.stores:
        for key, names in store.shared():
            shared.setdefault(key, set()).update(names)
    for key in sorted(shared):
        entries = (stores.get(name) for name in sorted(shared[key]))
        yield from _of_english([one for one in entries if one and one.review is not Review.REJECTED], key)
    several = {name for store in stores.stores for name in store.named_twice()}
    for entry in sorted(filter(None, map(stores.get, several)), key=columns.chinese):
        yield from _of_chinese(entry)


def _of_english(entries: list[Entry], key: str) -> Iterator[Conflict]:
    """One English name of several entries."""
    apart = [one for one in entries if any(_clash(one, other, key) for other in entries if other is not one)]
    if len(apart) > 1:
        name = _name(apart[0], key)
        shown = tuple(_rendering(entry, columns.chinese(entry), key) for entry in apart)
        yield Conflict("en", name, tuple(sorted(shown, key=lambda one: (-one.mentions, one.text))))


def _clash(one: Entry, other: Entry, key: str) -> bool:
    """Whether the two Chinese names are renderings of one thing that a reader of one script would meet."""
    here, there = columns.chinese(one), columns.chinese(other)
    if not here or not there or script.fold(here) == script.fold(there):
        return False
    if not _scripts(one) & _scripts(other) or _regional(here, there, _name(one, key)):
        return False
    return not (_spelt(one, key) and _spelt(other, key))


def _scripts(entry: Entry) -> frozenset[str]:
    """The scripts that the texts state the name in; both where they cannot be told."""
    stated = {source.lang for source in entry.sources}
    return frozenset(stated) if stated and "" not in stated else frozenset({"zh-Hant", "zh-Hans"})


def _regional(here: str, there: str, english: str) -> bool:
    """Whether one is what another region calls the other."""
    folded = {script.fold(here), script.fold(there)}
    known = [{script.fold(term.text) for term in regions.renderings(name, english=english)} for name in (here, there)]
    return any(folded & names for names in known)


def _name(entry: Entry, key: str) -> str:
    """The name of the entry that has the key."""
    return next((term.text for term in entry.terms if keys.latin(term.text) == key), "")


def _spelt(entry: Entry, key: str) -> bool:
    """Whether the English spells the Chinese of a person or place: another one may well be spelt the same."""
    name = _name(entry, key)
    return entry.kind in {Kind.PERSON, Kind.PLACE} and fit(name, columns.chinese(entry)).level is Level.FULL


def _of_chinese(entry: Entry) -> Iterator[Conflict]:
    """Several English names of one entry."""
    if entry.review is Review.REJECTED:
        return
    full = [term for term in entry.terms if term.lang == "en" and term.status.in_use]
    names = [term for term in full if term.type is TermType.FULL_FORM]
    apart = [one for one in names if any(_differ(one, other) for other in names if other is not one)]
    if len(apart) > 1:
        yield Conflict(
            "zh", columns.chinese(entry), tuple(_rendering(entry, t.text, keys.latin(t.text)) for t in apart)
        )


def _differ(one: Term, other: Term) -> bool:
    """Whether two English names are more than a long and a short form of one."""
    here, there = (keys.latin(keys.without_company(term.text)) for term in (one, other))
    if here == there or here in there or there in here:
        return False
    words = [{keys.latin(word) for word in term.text.split()} for term in (one, other)]
    return not (words[0] < words[1] or words[1] < words[0])  # Jun He and He Jun differ: one person, or two


def _rendering(entry: Entry, text: str, key: str) -> Rendering:
    stating = [
        one for one in entry.mentions if key in {keys.latin(one.pair.english), *map(keys.latin, one.pair.aliases)}
    ]
    return Rendering(text, entry.id, len(stating), len({one.document for one in stating}))
