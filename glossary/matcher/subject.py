"""Which everyday words are terms in a text: those of its subject, as the other terms in it tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from glossary.matcher.everyday import SUBJECT
from glossary.matcher.occurrences import Occurrence
from glossary.model import Entry, Kind

__all__ = ["of_subject"]

_TERMS = frozenset({Kind.TERM})  # those who are named in an article do not tell of what subject a word is
_ROOM = 500  # characters in which a text of a subject names another thing of it
_OFTEN, _VERY_OFTEN = 4, 6  # times that a text has a word that it goes on about, beside another name or alone
_LITTLE = 150  # characters in which it then has the word once
_TELLING = frozenset({Kind.TERM, Kind.PERSON})


def of_subject(found: list[Occurrence], named: AbstractSet[str], *, size: int) -> list[Occurrence]:
    """The occurrences without everyday words that are no terms here.

    They are where the text has the term in both languages, or other terms that the same document states: *train* is
    訓練 beside *neural network* and *backpropagation*, not in a guide for travellers. A person of whom the glossary has
    the surname only is this one where the text has it in both languages, names others of the same document, or has the
    given name, too: the entries ``named``. A word with a few senses (*canopy*, 天篷) needs one name beside it, but in a
    text of a few sentences, whose ``size`` in characters leaves no room for one.
    """
    least = 0 if size >= _ROOM else 1
    if not any(one.name.needs > least for one in found):
        return found
    documents = {True: _documents(found, _TELLING), False: _documents(found, _TERMS)}
    beside = _stated(found)
    repeated = set(_repeated(found, beside, size))
    sure = _both(found) | named | repeated
    documents[False] |= {
        mention.document for one in found if one.entry.id in repeated for mention in one.entry.mentions
    }
    return [
        one
        for one in found
        if one.name.needs <= least
        or one.entry.id in sure
        or any(
            mention.document in documents[one.entry.kind is Kind.PERSON]
            if one.name.everyday
            else len(beside[mention.document] | {one.entry.id}) > one.name.needs
            for mention in one.entry.mentions
        )
    ]


def _repeated(found: Iterable[Occurrence], beside: Mapping[str, set[str]], size: int) -> Iterator[str]:
    """The terms that a text of this size goes on about: it repeats the word, often or beside a name of its document."""
    times = Counter((one.entry.id, one.name.chinese) for one in found if one.entry.kind is Kind.TERM)
    for one in found:
        often = times[one.entry.id, one.name.chinese]
        if often < _OFTEN or often * _ROOM < size:
            continue
        others = (beside[mention.document] - {one.entry.id} for mention in one.entry.mentions)
        if any(others) or (often >= _VERY_OFTEN and often * _LITTLE >= size):
            yield one.entry.id


def _stated(found: Iterable[Occurrence]) -> Mapping[str, set[str]]:
    """The entries that are named and that each document states, without everyday words."""
    stated: defaultdict[str, set[str]] = defaultdict(set)
    for one in found:
        if not one.name.everyday:
            for mention in one.entry.mentions:
                stated[mention.document].add(one.entry.id)
    return stated


def _documents(found: Sequence[Occurrence], telling_kinds: frozenset[Kind]) -> set[str]:
    """The documents of whose subject the text is, as its names of these kinds tell.

    Documents that state a term of the text in common have one subject.
    """
    subjects = _subjects(one.entry for one in found if one.entry.kind is Kind.TERM)
    telling: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.entry.kind in telling_kinds and not one.name.everyday:
            for mention in one.entry.mentions:
                telling[subjects.get(mention.document, mention.document)].add(one.entry.id)
    known = {subject for subject, stated in telling.items() if len(stated) >= SUBJECT}
    return known | {document for document, subject in subjects.items() if subject in known}


def _subjects(terms: Iterable[Entry]) -> dict[str, str]:
    """The subject of each document that states a term, called by one of its documents."""
    subject: dict[str, str] = {}

    def head(document: str) -> str:
        while subject.setdefault(document, document) != document:
            document = subject[document]
        return document

    for entry in {entry.id: entry for entry in terms}.values():
        first, *others = sorted({mention.document for mention in entry.mentions}) or [""]
        for other in others:
            subject[head(other)] = head(first)
    return {document: head(document) for document in list(subject)}


def _both(found: Sequence[Occurrence]) -> set[str]:
    """The entries whose names of both languages stand in the text."""
    sides: dict[bool, set[str]] = {True: set(), False: set()}
    for one in found:
        sides[one.name.chinese].add(one.entry.id)
    return sides[True] & sides[False]
