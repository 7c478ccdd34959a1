"""What an export loses: the loss report.

Two things are told apart. What a format has no place for is a property of the format (``Format.holds``) and is counted
over the entries. What it would not take as it is, is a :class:`Loss` of one entry, left out or changed, with the
reason; the writer of the format says so at the moment it happens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from glossary.model import Entry, Origin, Review, Term

__all__ = ["EVERYTHING", "Loss", "Part", "Report", "brief", "named", "parts"]


class Part(StrEnum):
    """What an entry may hold beside one English and one Chinese name; the value says it to people."""

    ALIASES = "other names"
    SCRIPTS = "the other script"
    FORBIDDEN = "names not to be used"
    READING = "readings"
    KIND = "kinds"
    NOTE = "notes"
    CONTEXT = "sentences"
    SOURCE = "sources"
    REVIEW = "reviews"
    MENTIONS = "mentions and reasons"
    ALTERNATIVES = "alternatives"


EVERYTHING = frozenset(Part)


def _others(terms: Iterable[Term]) -> bool:
    """Whether a language or script has a further name that somebody stated or edited."""
    langs = Counter(term.lang[:7] for term in terms if term.status.in_use and term.origin is not Origin.DERIVED)
    return any(count > 1 for count in langs.values())


def parts(entry: Entry) -> frozenset[Part]:
    """What the entry holds beside its two names.

    >>> from glossary.model import Kind, Term
    >>> sorted(parts(Entry("e1", Kind.PLACE, (Term("Taipei", "en"), Term("臺北", "zh-Hant")), note="capital")))
    [<Part.KIND: 'kinds'>, <Part.NOTE: 'notes'>]
    """
    terms = entry.terms
    found = {
        Part.ALIASES: _others(terms),
        Part.SCRIPTS: len({term.text for term in terms if term.is_chinese}) > 1,
        Part.FORBIDDEN: any(not term.status.in_use for term in terms),
        Part.READING: any(term.reading for term in terms),
        Part.KIND: entry.kind.value != "other",
        Part.NOTE: bool(entry.note),
        Part.CONTEXT: any(mention.context for mention in entry.mentions),
        Part.SOURCE: bool(entry.sources),
        Part.REVIEW: entry.review is not Review.UNREVIEWED,
        Part.MENTIONS: bool(entry.mentions),
        Part.ALTERNATIVES: any(term.alternatives for term in terms),
    }
    return frozenset(part for part, there in found.items() if there)


@dataclass(frozen=True, slots=True)
class Loss:
    """An entry that a format could not take as it is: left out, or changed; ``why`` says it to people."""

    entry: str
    name: str
    left_out: bool
    why: str


def named(entry: Entry) -> str:
    """The first two names of the entry, for people.

    >>> from glossary.model import Kind, Term
    >>> named(Entry("e1", Kind.PLACE, (Term("Taipei", "en"), Term("臺北", "zh-Hant"), Term("Taihoku", "en"))))
    'Taipei 臺北'
    """
    english = next((term.text for term in entry.terms if term.lang.startswith("en")), "")
    chinese = next((term.text for term in entry.terms if term.is_chinese), "")
    return " ".join(filter(None, (english, chinese)))


def brief(entry: Entry) -> Entry:
    """The entry with no more than its id and the names by which a report knows it, to be kept in their thousands.

    >>> from glossary.model import Kind, Term
    >>> brief(Entry("e1", Kind.PLACE, (Term("Taipei", "en"), Term("Taihoku", "en")), note="capital")).terms
    (Term(text='Taipei', lang='en', ...),)
    """
    firsts = (next((term for term in entry.terms if term.lang.startswith(side)), None) for side in ("en", "zh-Han"))
    return Entry(entry.id, entry.kind, tuple(Term(term.text, term.lang) for term in firsts if term))


class Report:
    """Counts what an export loses, and hands on each loss as it happens, so that its memory does not grow.

    >>> from glossary.model import Kind
    >>> found: list[Loss] = []
    >>> report = Report(found.append)
    >>> report.leave_out(Entry("e1", Kind.OTHER, ()), "no Chinese name")
    >>> report.left_out, report.changed, found[0].why
    (1, 0, 'no Chinese name')
    """

    def __init__(self, say: Callable[[Loss], object] | None = None) -> None:
        self.left_out = 0
        self.changed = 0
        self.entries = 0
        self.unheld: Counter[Part] = Counter()
        self._say = say
        self._last = Loss("", "", left_out=False, why="")

    @property
    def wanted(self) -> bool:
        """Whether anybody listens: then what the format has no place for is counted too."""
        return self._say is not None

    def leave_out(self, entry: Entry, why: str) -> None:
        """Say that the entry, or one name of it, is not in the file."""
        self.left_out += 1
        self._tell(entry, why, left_out=True)

    def change(self, entry: Entry, why: str) -> None:
        """Say that a text of the entry is not in the file as it is; once for each reason and entry."""
        if (self._last.entry, self._last.why) != (entry.id, why):
            self.changed += 1
            self._tell(entry, why, left_out=False)

    def count(self, entry: Entry, holds: frozenset[Part]) -> None:
        """Count what the entry has and the format has no place for."""
        self.entries += 1
        self.unheld.update(parts(entry) - holds)

    def _tell(self, entry: Entry, why: str, *, left_out: bool) -> None:
        self._last = Loss(entry.id, named(entry), left_out, why)
        if self._say is not None:
            self._say(self._last)
