"""Entries from mentions, and one entry from two: a pure function of the set of mentions, whatever their order.

Nothing is dropped in a merge: mentions and sources are united, and terms that no mention states (imported or edited
ones) are kept beside those that the mentions make.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple, replace
from itertools import chain

from glossary.entries import terms
from glossary.entries.identity import entry_id
from glossary.model import Entry, Kind, Mention, Origin, Pair, Review, Source, Term

__all__ = ["entries", "from_pair", "merge", "same_content"]

_REVIEWS = (Review.UNREVIEWED, Review.REJECTED, Review.APPROVED)


def entries(mentions: Iterable[Mention], sources: Iterable[Source]) -> tuple[Entry, ...]:
    """The entries that the mentions make, sorted by id; ``sources`` are those of their documents."""
    groups: dict[str, set[Mention]] = defaultdict(set)
    for mention in mentions:
        groups[entry_id(mention.pair)].add(mention)
    known = tuple(sources)
    return tuple(_build(name, groups[name], known) for name in sorted(groups))


def from_pair(pair: Pair, *, lang: str = "") -> Entry:
    """The entry of a pair that a user gives and no text states.

    >>> entry = from_pair(Pair("He Lifeng", "何立峰", Kind.PERSON))
    >>> [(term.text, term.lang) for term in entry.terms]
    [('He Lifeng', 'en'), ('何立峰', 'zh-Hant'), ('何立峰', 'zh-Hans-CN')]
    """
    english = (Term(pair.english, "en", origin=Origin.EDITED),) if pair.english else ()
    given = tuple(
        replace(term, origin=Origin.EDITED) if term.origin is Origin.STATED else term
        for term in terms.chinese(pair, lang=lang)
    )
    return Entry(entry_id(pair), pair.kind, terms.settle(english + given))


def merge(one: Entry, other: Entry) -> Entry:
    """The entry that holds all that either holds; the ids must be equal.

    Idempotent, and independent of the order: ``merge(a, b) == merge(b, a)``, ``merge(a, a) == a``. A person's
    approval outweighs a rejection, and either outweighs no review.
    """
    assert one.id == other.id, (one.id, other.id)
    if _holds(one, other):
        return replace(one, modified=max(one.modified, other.modified))
    if _holds(other, one):
        return replace(other, modified=max(one.modified, other.modified))
    return replace(
        _build(one.id, {*one.mentions, *other.mentions}, _united(one.sources, other.sources), merged=(one, other)),
        review=max(one.review, other.review, key=_REVIEWS.index),
        note="\n".join(sorted({line for note in (one.note, other.note) for line in note.splitlines() if line.strip()})),
        modified=max(one.modified, other.modified),
    )


def _holds(one: Entry, other: Entry) -> bool:
    """Whether the other says nothing that the one does not: the usual case when a text is collected again."""
    mentions = frozenset(one.mentions)
    return (
        one.kind is other.kind
        and one.review is other.review
        and one.note == other.note
        and mentions.issuperset(other.mentions)
        and frozenset(one.sources).issuperset(other.sources)
        and frozenset(one.terms).issuperset(_kept((other,), one.mentions))
    )


def same_content(one: Entry, other: Entry) -> bool:
    """Whether two entries say the same, whenever they were modified."""
    return replace(one, modified=0) == replace(other, modified=0)


def _build(name: str, mentions: set[Mention], sources: Iterable[Source], *, merged: tuple[Entry, ...] = ()) -> Entry:
    """The entry of these mentions; the ``merged`` entries give the terms and the kind that no mention states."""
    ordered = tuple(sorted(mentions, key=_place))
    documents = {mention.document for mention in ordered}
    held = tuple(sorted((source for source in sources if source.id in documents), key=lambda source: source.id))
    kept = _kept(merged, ordered)
    pair = Pair(_name(ordered) or _english(kept), "", _kind(ordered, merged))
    made = terms.of_mentions(ordered, held, pair)
    forms = (terms.chinese(replace(pair, chinese=term.text), lang=term.lang[:7])[1:] for term in kept)
    return Entry(name, pair.kind, terms.settle(chain(terms.unite(made, kept), *forms)), ordered, held)


def _kept(merged: tuple[Entry, ...], mentions: tuple[Mention, ...]) -> list[Term]:
    """The terms of the entries that are edited, or stated but not by these mentions; sorted."""
    stated = {text for found in mentions for text in (found.pair.english, found.pair.chinese, *found.pair.aliases)}
    kept = {
        term
        for entry in merged
        for term in entry.terms
        if term.origin is Origin.EDITED or (term.origin is Origin.STATED and term.text not in stated)
    }
    return sorted(kept, key=lambda term: (term.lang, term.text, repr(term)))


def _english(kept: list[Term]) -> str:
    """The English name among the terms that is preferred."""
    united = terms.unite((), kept)
    return united[0].text if united and united[0].lang == "en" else ""


def _place(mention: Mention) -> tuple[object, ...]:
    return (
        mention.document,
        mention.gloss.start,
        mention.gloss.end,
        mention.pair.english,
        mention.pair.chinese,
        repr(mention),
    )


def _united(one: Iterable[Source], other: Iterable[Source]) -> tuple[Source, ...]:
    """One source for each document; where two tell of it differently, the first in order, standard input last."""
    known: dict[str, Source] = {}
    for source in sorted({*one, *other}, key=lambda source: (source.path == "-", astuple(source))):
        known.setdefault(source.id, source)
    return tuple(known.values())


def _kind(mentions: tuple[Mention, ...], merged: tuple[Entry, ...]) -> Kind:
    """The kind that most of the mentions speak for; where they know none, that of the merged entries.

    ``other`` only where nothing else is said, so that the kind of the union does not depend on the order of merging.
    """
    votes: dict[Kind, float] = defaultdict(float)
    for mention in mentions:
        votes[mention.pair.kind] += mention.probability
    votes.pop(Kind.OTHER, None)
    if votes:
        return max(sorted(votes), key=lambda kind: round(votes[kind], 6))
    return min((entry.kind for entry in merged if entry.kind is not Kind.OTHER), default=Kind.OTHER)


def _name(mentions: tuple[Mention, ...]) -> str:
    """The English name stated most often, the longest and then the first in the alphabet of several."""
    counts: dict[str, int] = defaultdict(int)
    for mention in mentions:
        counts[mention.pair.english] += 1
    return min(counts, key=lambda text: (-counts[text], -len(text), text), default="")
