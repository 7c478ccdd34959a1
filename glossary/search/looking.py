"""Look-up in steps: the whole name first, then its parts, then what only resembles the query.

A step is asked only where those before it found nothing that is sure, so that a good answer is not drowned in guesses,
and a chance likeness (jinong is inside of Chung Tung-jin Ong) does not hide a name with a letter missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from glossary import keys
from glossary.keys import Family
from glossary.lang import script
from glossary.lang.syllables import untoned
from glossary.model import Entry, Kind, Review
from glossary.search.hits import Hit, Manner, Match, Shelf
from glossary.search.several import Layered

if TYPE_CHECKING:
    from glossary.store import Store
    from glossary.store.heads import Head

__all__ = ["completions", "lookup"]

# From this length on the beginning of a key is enough; shorter beginnings find too much.
_SHORTEST_BEGINNING = 3
_MORE = 5  # times as many are looked at where only some kinds are wanted


class Step(Protocol):
    """One way to find entries for a query."""

    def __call__(self, store: Store, query: str, *, limit: int) -> Iterable[Match]:
        """What it finds, in no order, perhaps an entry several times."""
        ...


def lookup(
    store: Store | Layered,
    query: str,
    *,
    limit: int = 20,
    kind: Kind | None = None,
    accept: Callable[[Entry], bool] | None = None,
) -> tuple[Hit, ...]:
    """The entries that the query finds, best first; empty when it finds none.

    A key that equals the query comes before one that begins with it, a name before a part of a name, an entry with many
    mentions before one with few; rejected entries come last. ``kind`` and ``accept`` say which entries are wanted. The
    entry of a hit is read when it is looked at, so the store has to be open until then.
    """
    several = limit * _MORE if kind or accept else limit
    unsure: tuple[Hit, ...] = ()
    for step in STEPS:
        if unsure and step in _GUESSES:
            break
        found = [hit for hit in _hits(store, query, step=step, limit=several) if kind in {None, hit.head.kind}]
        hits = tuple(hit for hit in _wanted(found) if accept(hit.entry)) if accept else tuple(found)
        unsure = _best((*unsure, *hits))
        if any(not _doubt(hit.match) for hit in hits):
            break
    return _wanted(unsure[:limit])


def _best(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits, best first, each entry once."""
    best: dict[str, Hit] = {}
    for hit in sorted(hits, key=_rank):
        best.setdefault(hit.id, hit)
    return tuple(best.values())


def completions(store: Store | Layered, start: str, *, limit: int = 20) -> tuple[str, ...]:
    """The names in the store that begin so, whatever their case and script; first those of entries met most often."""
    sought = keys.of_query(start)
    hits = _hits(store, start, step=_beginning, limit=limit) if sought else ()
    found = (
        term.text
        for hit in _wanted(sorted(hits, key=_rank))
        for term in hit.entry.terms
        if any(key.text.startswith(sought) for key in keys.of_term(term) if key.family in _NAMES)
    )
    return tuple(dict.fromkeys(islice(found, limit)))


_NAMES = frozenset({Family.CHINESE, Family.ENGLISH, Family.ACRONYM, Family.FOREIGN})


def _hits(store: Store | Layered, query: str, *, step: Step, limit: int) -> Iterator[Hit]:
    """What one step finds in each store, each entry once; one that a store of more authority has too is taken there."""
    stores = store.stores if isinstance(store, Layered) else (store,)
    shelves = tuple(map(Shelf, stores))
    seen: set[str] = set()
    for own in shelves:
        best: dict[str, Match] = {}
        for match in step(own.store, query, limit=limit):
            held = best.get(match.entry)
            if held is None or _trust(match) < _trust(held):
                best[match.entry] = match
        new = {name: match for name, match in best.items() if name not in seen}
        yield from (Hit(new[name], head, shelf) for name, (head, shelf) in _headed(shelves, new, own).items())
        seen |= best.keys()


def _headed(shelves: Sequence[Shelf], matches: dict[str, Match], own: Shelf) -> dict[str, tuple[Head, Shelf]]:
    """What ranks the entries that were found in one store, each as the first store that has it says."""
    found: dict[str, tuple[Head, Shelf]] = {}
    for shelf in shelves:
        wanted = {name: match.head for name, match in matches.items() if name not in found}
        known = {name: head for name, head in wanted.items() if head and shelf is own}
        asked = [name for name in wanted if name not in known]
        found |= {name: (head, shelf) for name, head in (known | (shelf.store.heads(asked) if asked else {})).items()}
    return found


def _wanted(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits, whose entries will be looked at."""
    for hit in hits:
        hit.shelf.want(hit.id)
    return tuple(hits)


_ORDER = {family: place for place, family in enumerate(Family)}
_MANNERS = {manner: place for place, manner in enumerate(Manner)}


def _trust(match: Match) -> tuple[int, int, int]:
    return (_doubt(match), _MANNERS[match.manner], _ORDER[match.family])


_WHOLE_NAMES = _NAMES | {Family.PINYIN_TONES, Family.PINYIN}
_SPELT = frozenset({Family.PINYIN, Family.ROMANIZATION})
_UNSTATED = frozenset({Family.ROMANIZATION, Family.INITIALS, Family.ACROSTIC})


def _doubt(match: Match) -> int:
    """How easily it is by chance: 0 hardly, 1 as what another system spells so, 2 as a name with one mistake,

    3 as a stretch within a name or the beginning of a spelling that nobody stated.
    """
    if match.manner is Manner.LIKE:
        return 2 * match.distance + 2 * (match.family not in _WHOLE_NAMES)
    if match.manner is Manner.OTHERWISE:
        return int(match.family in _SPELT)
    chance = {Manner.INSIDE: match.family is Family.ENGLISH, Manner.BEGINNING: match.family in _UNSTATED}
    return 3 * chance.get(match.manner, False)


def _rank(hit: Hit) -> tuple[object, ...]:
    return (hit.head.review is Review.REJECTED, *_trust(hit.match), -hit.head.mentions, hit.id)


def _whole(store: Store, query: str, *, limit: int) -> Iterator[Match]:
    for key in keys.of_query(query):
        yield from (Match(name, family, head=head) for family, name, head in store.find(key, limit=limit))


def _otherwise(store: Store, query: str, *, limit: int) -> Iterator[Match]:
    """Without suffix and article, with the words in another order, or as a surname."""
    from glossary.search import surnames

    for key in keys.of_query_otherwise(query):
        found = store.find(key, limit=limit)
        yield from (Match(name, family, Manner.OTHERWISE, head=head) for family, name, head in found)
    yield from surnames.find(store, query, limit=limit)


def _beginning(store: Store, query: str, *, limit: int) -> Iterator[Match]:
    for key in keys.of_query(query):
        if len(key) >= _SHORTEST_BEGINNING or not key.isascii():
            found = store.find(key, prefix=True, limit=limit)
            yield from (Match(name, family, _manner(family), head=head) for family, name, head in found)


def _manner(family: Family) -> Manner:
    """The beginning of an end of a name is somewhere inside the name."""
    return Manner.INSIDE if family is Family.PART else Manner.BEGINNING


def _romanized(store: Store, query: str, *, limit: int) -> Iterator[Match]:
    """Names that the query spells in some system of romanization, whichever way round."""
    if script.has_han(query):
        return
    from glossary.search import romanized  # its tables are for this step only

    for key, family, name in store.among(romanized.keys(query), limit=limit):
        if family in {Family.PINYIN, Family.ROMANIZATION}:
            yield Match(name, family, Manner.WHOLE if key in keys.of_query(query) else Manner.OTHERWISE)


def _inside(store: Store, query: str, *, limit: int) -> Iterator[Match]:
    if script.has_han(query):
        return  # the beginnings of the ends of names were asked already
    for key in dict.fromkeys((*keys.of_query(query)[-1:], *keys.of_query_otherwise(query)[:1])):
        if len(key) >= _SHORTEST_BEGINNING:
            yield from (Match(name, Family.ENGLISH, Manner.INSIDE) for name in store.containing(key, limit=limit))


def _near(store: Store, query: str, *, limit: int) -> Iterable[Match]:
    from glossary.search import near

    return near.once(store, query, limit=limit)


def _further(store: Store, query: str, *, limit: int) -> Iterable[Match]:
    from glossary.search import near

    return near.twice(store, query, limit=limit)


def _sound(store: Store, query: str, *, limit: int) -> Iterable[Match]:
    """Chinese names that are said like the query: 何利峰 for 何立峰."""
    if not script.has_han(query):
        return
    from glossary.lang import readings  # its dictionaries take a while to load

    reading = readings.read(query, kind=Kind.PERSON)
    for said in (reading.pinyin_numbers, *reading.alternatives) if reading else ():
        plain = keys.latin("".join(untoned(said.split())))
        for family, name, head in store.find(plain, limit=limit):
            if family in {Family.PINYIN, Family.PINYIN_TONES}:
                yield Match(name, family, Manner.SOUND, head=head)


STEPS: tuple[Step, ...] = (_whole, _beginning, _otherwise, _romanized, _inside, _near, _further, _sound)
_GUESSES = frozenset({_further, _sound})  # asked only where nothing at all was found
