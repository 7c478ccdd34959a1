"""Entries from mentions, and one entry from two: a pure function of the set of mentions, whatever their order.

Nothing is dropped in a merge: mentions and sources are united, and terms that no mention states (imported or edited
ones) are kept beside those that the mentions make.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple, replace
from itertools import chain

from glossary.entries import deciding, terms
from glossary.entries.identity import entry_id
from glossary.model import (
    Decision,
    Entry,
    Given,
    Kind,
    Mention,
    Origin,
    Pair,
    Review,
    Source,
    Term,
    Verb,
    changed,
    in_order,
)

__all__ = ["decided", "entries", "from_pair", "given_of", "made", "merge", "same_content", "stated", "united"]

_REVIEWS = (Review.UNREVIEWED, Review.REJECTED, Review.APPROVED)


def entries(mentions: Iterable[Mention], sources: Iterable[Source]) -> tuple[Entry, ...]:
    """The entries that the mentions make, sorted by id; ``sources`` are those of their documents."""
    groups: dict[str, set[Mention]] = defaultdict(set)
    for mention in mentions:
        groups[entry_id(mention.pair)].add(mention)
    known = tuple(sources)
    return tuple(_build(identity, groups[identity], known) for identity in sorted(groups))


def from_pair(pair: Pair, *, lang: str = "") -> Entry:
    """The entry of a pair that a user gives and no text states.

    >>> entry = from_pair(Pair("He Lifeng", "何立峰", Kind.PERSON))
    >>> [(term.text, term.lang) for term in entry.terms]
    [('He Lifeng', 'en'), ('何立峰', 'zh-Hant'), ('何立峰', 'zh-Hans-CN')]
    """
    english = (Term(pair.english, "en", origin=Origin.EDITED),) if pair.english else ()
    chinese = tuple(
        replace(term, origin=Origin.EDITED) if term.origin is Origin.STATED else term
        for term in terms.chinese(pair, lang=lang)
    )
    return Entry(entry_id(pair), pair.kind, terms.settle(english + chinese))


def merge(one: Entry, other: Entry) -> Entry:
    """The entry that holds all that either holds; the ids must be equal.

    Idempotent, and independent of the order: ``merge(a, b) == merge(b, a)``, ``merge(a, a) == a``. Decisions are united
    and applied by their time. Of what nobody decided here but an import says, an approval outweighs a rejection, and
    either outweighs no review.
    """
    assert one.id == other.id, (one.id, other.id)
    modified, added = max(one.modified, other.modified), _earliest(one.added, other.added)
    if _holds(one, other):
        return replace(one, modified=modified, added=added)
    if _holds(other, one):
        return replace(other, modified=modified, added=added)
    mentions, both = (*one.mentions, *other.mentions), (given_of(one), given_of(other))
    decisions = tuple(sorted({*one.decisions, *other.decisions}, key=lambda found: (found.time, found.id)))
    sources = united((*one.sources, *other.sources))
    whole = made(one.id, mentions, sources, given=both, decisions=decisions)
    return replace(whole, modified=modified, added=added)


def made(
    identity: str,
    mentions: Iterable[Mention],
    sources: Iterable[Source],
    *,
    given: Iterable[Given] = (),
    decisions: tuple[Decision, ...] = (),
) -> Entry:
    """The entry with this id of these mentions, of what is given besides, and of what was decided about it."""
    taken = (found.given for found in deciding.live(decisions) if found.verb is Verb.MERGE and found.given)
    said = tuple({*given, *taken})
    every = tuple(dict.fromkeys(mentions))  # in their order, as what is nearly sorted is quickly sorted
    plain = _build(identity, every, sources, said=said)
    if not decisions:
        return plain
    before = replace(plain, decisions=decisions, given=_without(plain, tuple({*given})))
    kind = deciding.kind(before)
    if kind is not None:
        rebuilt = _build(identity, every, sources, said=said, kind=kind)
        before = replace(rebuilt, decisions=decisions, given=before.given)
    return deciding.applied(before)


def decided(entry: Entry, *decisions: Decision) -> Entry:
    """The entry after these decisions too."""
    every = tuple(sorted({*entry.decisions, *decisions}, key=lambda found: (found.time, found.id)))
    whole = made(entry.id, entry.mentions, entry.sources, given=(given_of(entry),), decisions=every)
    return replace(whole, modified=entry.modified, added=entry.added)


def given_of(entry: Entry) -> Given:
    """What the entry says for itself, without its decisions and apart from its mentions.

    >>> given_of(from_pair(Pair("He Lifeng", "何立峰", Kind.PERSON))).kind
    <Kind.PERSON: 'person'>
    """
    if entry.given is not None:
        return entry.given
    return Given(entry.kind, tuple(_kept([entry.terms], entry.mentions)), entry.review, entry.note)


def stated(entry: Entry) -> tuple[Term, ...]:
    """The terms that nothing derives, as they are to be kept where no mention states them any more."""
    return tuple(_kept([entry.terms], ()))


def _without(plain: Entry, said: tuple[Given, ...]) -> Given:
    """What is to be kept as given for an entry that has decisions."""
    return Given(_kind((), said), tuple(_kept([one.terms for one in said], plain.mentions)), _review(said), _note(said))


def _earliest(one: int, other: int) -> int:
    return min(filter(None, (one, other)), default=0)


def _holds(one: Entry, other: Entry) -> bool:
    """Whether the other says nothing that the one does not: the usual case when a text is collected again."""
    mentions = frozenset(one.mentions)
    return (
        one.kind is other.kind
        and one.review is other.review
        and one.note == other.note
        and other.given in {None, one.given}
        and other.decisions in {(), one.decisions}
        and mentions.issuperset(other.mentions)
        and frozenset(one.sources).issuperset(other.sources)
        and frozenset(one.terms).issuperset(_kept([other.terms], one.mentions))
    )


def same_content(one: Entry, other: Entry) -> bool:
    """Whether two entries say the same, whenever they were added and modified."""
    return replace(one, modified=0, added=0) == replace(other, modified=0, added=0)


def _build(
    identity: str,
    mentions: Iterable[Mention],
    sources: Iterable[Source],
    *,
    said: tuple[Given, ...] = (),
    kind: Kind | None = None,
) -> Entry:
    """The entry of these mentions; what is ``said`` besides gives the terms and the kind that no mention states."""
    ordered = in_order(_distinct(mentions))
    documents = {mention.document for mention in ordered}
    held = tuple(sorted((source for source in sources if source.id in documents), key=lambda source: source.id))
    kept = _kept([one.terms for one in said], ordered)
    pair = Pair(_stated_english(ordered) or _preferred_english(kept), "", kind or _kind(ordered, said))
    stated = terms.of_mentions(ordered, held, pair)
    forms = (terms.chinese(changed(pair, chinese=term.text), lang=term.lang[:7])[1:] for term in kept)
    settled = terms.settle(chain(terms.unite(stated, kept), *forms))
    return Entry(identity, pair.kind, settled, ordered, held, _review(said), _note(said))


def _distinct(mentions: Iterable[Mention]) -> Iterable[Mention]:
    """The mentions, one for each place: of two that another version of this program judged otherwise the surer one."""
    best: dict[tuple[object, ...], Mention] = {}
    for mention in mentions:
        pair = mention.pair
        place = (mention.document, mention.english, mention.chinese, pair.english, pair.chinese, pair.aliases)
        held = best.get(place)
        if held is None or (held.probability, repr(held)) < (mention.probability, repr(mention)):
            best[place] = mention
    return best.values()


def _review(said: tuple[Given, ...]) -> Review:
    return max((one.review for one in said), key=_REVIEWS.index, default=Review.UNREVIEWED)


def _note(said: tuple[Given, ...]) -> str:
    return "\n".join(sorted({line for one in said for line in one.note.splitlines() if line.strip()}))


def _kept(found: Iterable[tuple[Term, ...]], mentions: tuple[Mention, ...]) -> list[Term]:
    """The terms that are edited, or stated but not by these mentions; sorted."""
    stated = {text for said in mentions for text in (said.pair.english, said.pair.chinese, *said.pair.aliases)}
    kept = {
        term
        for terms_ in found
        for term in terms_
        if term.origin is Origin.EDITED or (term.origin is Origin.STATED and term.text not in stated)
    }
    return sorted(kept, key=lambda term: (term.lang, term.text, repr(term)))


def _preferred_english(kept: list[Term]) -> str:
    """The English name among the terms that is preferred."""
    chosen = terms.unite((), kept)
    return chosen[0].text if chosen and chosen[0].lang == "en" else ""


def united(sources: Iterable[Source]) -> tuple[Source, ...]:
    """One source for each document; where two tell of it differently, the first in order, standard input last."""
    known: dict[str, Source] = {}
    for source in sources:
        held = known.setdefault(source.id, source)
        if held is not source:
            known[source.id] = min(held, source, key=_told)
    return tuple(known.values())


def _told(source: Source) -> tuple[bool, tuple[str, ...]]:
    return source.path == "-", astuple(source)


def _kind(mentions: tuple[Mention, ...], said: tuple[Given, ...]) -> Kind:
    """The kind that most of the mentions speak for; where they know none, the one that is said besides.

    ``other`` only where nothing else is said, so that the kind of the union does not depend on the order of merging.
    """
    votes: dict[Kind, float] = defaultdict(float)
    for mention in mentions:
        votes[mention.pair.kind] += mention.probability
    votes.pop(Kind.OTHER, None)
    if votes:
        return max(sorted(votes), key=lambda kind: round(votes[kind], 6))
    return min((one.kind for one in said if one.kind is not Kind.OTHER), default=Kind.OTHER)


def _stated_english(mentions: tuple[Mention, ...]) -> str:
    """The English name stated most often, the longest and then the first in the alphabet of several."""
    counts: dict[str, int] = defaultdict(int)
    for mention in mentions:
        counts[mention.pair.english] += 1
    return min(counts, key=lambda text: (-counts[text], -len(text), text), default="")
