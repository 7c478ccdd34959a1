"""Which everyday words are terms in a text: those of its subject, as its words and the other terms in it tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from glossary.lang.frequencies import usage
from glossary.lang.subjects import telling
from glossary.matcher.everyday import SUBJECT
from glossary.matcher.folding import fold
from glossary.matcher.occurrences import Occurrence
from glossary.model import Entry, Kind

__all__ = ["of_subject"]

_ROOM = 500  # characters in which a text of a subject names another thing of it
_PART = 400  # characters of a text; in a part and those beside it other words tell of the subject of one
_WORDS = 4  # words of its subject there, or of its document's terms, from which one is a term; of the latter fewer do
_FEW = 2  # the same for a word with a few senses
_EVERYWHERE = 10_000  # uses in 60 million words from which a Chinese word is in any text of its subject, too: 目标
_OFTEN, _VERY_OFTEN = 4, 6  # times that a text has a word that it goes on about, beside another name or alone
_LITTLE = 150  # characters in which it then has the word once


def of_subject(text: str, found: list[Occurrence], named: AbstractSet[str]) -> list[Occurrence]:
    """The occurrences without everyday words that are no terms here.

    They are where the text has the term in both languages or goes on about it, or is of its subject: *train* is 訓練
    beside *neural network* and *backpropagation*, not in a guide for travellers. What else is called by a word, or by a
    surname only, is this thing where the text has it in both languages or has the given name, too: the entries
    ``named``. A word with a few senses (*canopy*, 天篷) needs one name beside it, but in a text of a few sentences,
    which has no room for one.
    """
    least = 0 if len(text) >= _ROOM else 1
    doubted: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for one in found:
        if one.name.needs > least:
            doubted[one.entry.id].append(one)
    if not doubted:
        return found
    beside = _beside(found)
    sure = _both(found) | named | set(_repeated(found, beside, len(text)))
    terms = _beside(one for one in found if one.entry.kind is Kind.TERM)
    parts = _Parts(text)
    for entry, same in doubted.items():
        if entry not in sure and _are_of_subject(parts, same, terms if same[0].name.everyday else beside):
            sure.add(entry)
    return [one for one in found if one.name.needs <= least or one.entry.id in sure]


class _Parts:
    """A text by parts, each of which may be of a subject."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._told: dict[int, Mapping[str, frozenset[str]]] = {}

    def told(self, place: int) -> Mapping[str, frozenset[str]]:
        """The words around a place that tell of subjects."""
        part = place // _PART
        if part not in self._told:
            start = (part - 1) * _PART
            self._told[part] = telling(fold(self._text[max(0, start) : start + 3 * _PART]))
        return self._told[part]


def _are_of_subject(parts: _Parts, same: list[Occurrence], beside: Mapping[str, set[str]]) -> bool:
    """Whether a text is of an entry's subject, as other names of its documents and words around one place tell."""
    entry, everyday = same[0].entry, same[0].name.everyday
    names = max((len(beside[mention.document] - {entry.id}) for mention in entry.mentions), default=0)
    if not everyday and names:
        return True
    if everyday and (entry.kind is not Kind.TERM or usage(fold(same[0].text)) >= _EVERYWHERE):
        return False
    if names >= SUBJECT:
        return True
    least = _WORDS - names if everyday else _FEW
    own = {fold(term.text).lower() for term in entry.terms}
    subjects = _subjects(entry, own)
    return any(
        len(parts.told(one.span.start).get(subject, frozenset()) - own) >= least for one in same for subject in subjects
    )


def _subjects(entry: Entry, own: AbstractSet[str]) -> list[str]:
    """The subjects of which the sentences are that state an entry, but for what its ``own`` names tell."""
    stated = telling(fold("\n".join(mention.context for mention in entry.mentions)))
    counts = {subject: len(words - own) for subject, words in stated.items()}
    most = max(counts.values(), default=0)
    return [subject for subject, count in counts.items() if count == most > 0]


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


def _beside(found: Iterable[Occurrence]) -> Mapping[str, set[str]]:
    """The entries that are named and that each document states, without everyday words."""
    stated: defaultdict[str, set[str]] = defaultdict(set)
    for one in found:
        if not one.name.everyday:
            for mention in one.entry.mentions:
                stated[mention.document].add(one.entry.id)
    return stated


def _both(found: Sequence[Occurrence]) -> set[str]:
    """The entries whose names of both languages stand in the text."""
    sides: dict[bool, set[str]] = {True: set(), False: set()}
    for one in found:
        sides[one.name.chinese].add(one.entry.id)
    return sides[True] & sides[False]
