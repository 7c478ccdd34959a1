"""The types that flow through the pipe, from a document to an entry.

All are frozen: every step returns new values. Those that are made by the dozen for each bracket are msgspec's structs,
the others dataclasses: a frozen dataclass takes several times as long to make, and the garbage collector looks at it.
A :class:`Mention` says where a text states a pair, and never more than the text says; an :class:`Entry` is built from
mentions and can be built again from them.

Words and values follow ISO 30042 (TBX): entry = conceptEntry, term = termSec. Languages are BCP 47 tags: ``en``,
``zh-Hant`` or ``zh-Hans`` for what a text states, with a region (``zh-Hant-TW``, ``zh-Hans-CN``) for what we derive
for it; never bare ``zh``. Offsets are half-open and count code points of the document's NFC text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from operator import itemgetter
from typing import TypeVar

import msgspec

__all__ = [
    "Candidate", "Certainty", "Decision", "Derivation", "Document", "Entry", "Form", "Given", "Kind", "Mention",
    "Origin", "Pair", "Reading", "Reason", "Rejection", "Review", "Slot", "SlotKind", "Source", "Span", "Term",
    "TermStatus", "TermType", "Verb", "changed", "in_order",
]  # fmt: skip


class Kind(StrEnum):
    """What sort of thing an entry names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    WORK = "work"
    PRODUCT = "product"
    EVENT = "event"
    LAW = "law"
    TERM = "term"
    OTHER = "other"


class Form(StrEnum):
    """How a text puts the two names side by side."""

    EN_BRACKET = "en-bracket"  # He Lifeng (何立峰)
    ZH_BRACKET = "zh-bracket"  # 貝森特（Scott Bessent）
    INLINE = "inline"  # Yu Yue 俞樾
    TABLE = "table"
    LIST = "list"
    SLASH = "slash"
    COMMA = "comma"


class SlotKind(StrEnum):
    """What one part of a gloss is."""

    HAN = "han"  # 何立峰
    LATIN = "latin"  # Scott Bessent
    ACRONYM = "acronym"  # TSMC
    ROMANIZATION = "romanization"  # Hé Lìfēng; pinyin: He Lifeng
    REMARK = "remark"  # born 1955; 以下簡稱


class TermType(StrEnum):
    """The part a term plays among the terms of its language (TBX termType)."""

    FULL_FORM = "fullForm"
    SHORT_FORM = "shortForm"
    ACRONYM = "acronym"
    ABBREVIATION = "abbreviation"
    VARIANT = "variant"


class TermStatus(StrEnum):
    """Whether a term should be used (TBX administrativeStatus)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"

    @property
    def in_use(self) -> bool:
        """Whether the term may be written.

        >>> [status.value for status in TermStatus if not status.in_use]
        ['deprecated', 'superseded']
        """
        return self is TermStatus.PREFERRED or self is TermStatus.ADMITTED


class Origin(StrEnum):
    """Who says so: a text, this program, or a person who edited the glossary."""

    STATED = "stated"
    DERIVED = "derived"
    EDITED = "edited"


class Derivation(StrEnum):
    """How surely a form in the other script was derived."""

    STATED = "stated"  # not derived: a text has it
    EXACT = "exact"  # every character has one counterpart
    DICTIONARY = "dictionary"  # the whole name or word is known
    PRIOR = "prior"  # the likeliest choice; see the alternatives


class Certainty(StrEnum):
    """How surely a reading is right."""

    CERTAIN = "certain"  # no other reading is in use (3 % of names and words), or the English confirms it
    LIKELY = "likely"  # a dictionary, the surname table or usage in names decides
    AMBIGUOUS = "ambiguous"  # see the alternatives


class Review(StrEnum):
    """What a person decided about an entry."""

    UNREVIEWED = "unreviewed"
    APPROVED = "approved"
    REJECTED = "rejected"


class Verb(StrEnum):
    """What a person decided to do with an entry; :class:`Decision` says what the other fields mean for each."""

    APPROVE = "approve"
    REJECT = "reject"
    REOPEN = "reopen"  # neither approved nor rejected any more
    KIND = "kind"
    NOTE = "note"
    NAME = "name"
    ADD = "add"
    WRITE = "write"
    PREFER = "prefer"
    FORBID = "forbid"
    READING = "reading"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


_Struct = TypeVar("_Struct", bound=msgspec.Struct)


class Span(msgspec.Struct, frozen=True, gc=False):
    """A half-open stretch of a document's NFC text, in code points.

    >>> Span(3, 6).of("He Lifeng")
    'Lif'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch itself."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from.

    ``id`` is the document's; ``date`` is ISO 8601 (may be a prefix: 2026-07); ``lang`` is the script of the Chinese in
    it, ``zh-Hant`` or ``zh-Hans``, and empty where it shows neither.
    """

    id: str
    path: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    date: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text to search. ``id`` is a hash of ``text``, ``text`` is NFC, ``source.path`` is the path as it was given.

    ``places`` says where in the file the text stands: sorted offsets, and the name of the place that begins there
    (``page 3``, ``slide 2``). It is empty where a line of the text is a line of the file. ``headings`` are the
    stretches that the file marks as headings or titles by a style or an element.
    """

    id: str
    text: str
    source: Source
    places: tuple[tuple[int, str], ...] = ()
    headings: tuple[Span, ...] = ()


class Reason(msgspec.Struct, frozen=True, gc=False):
    """One piece of evidence. ``weight`` is in log-odds (nats): above 0 speaks for the pair, below 0 against it."""

    name: str
    weight: float
    detail: str = ""


class Slot(msgspec.Struct, frozen=True, gc=False):
    """One typed part of a gloss; ``span`` without its separators and spaces."""

    kind: SlotKind
    text: str
    span: Span


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A place that may state a pair, not yet judged.

    ``before`` is the stretch that may hold the first name: it ends where the gloss begins, and its left edge is only a
    limit. ``gloss`` is the second name with its brackets; ``slots`` are the gloss's typed parts, in order.
    """

    form: Form
    before: Span
    gloss: Span
    slots: tuple[Slot, ...]


class Pair(msgspec.Struct, frozen=True, gc=False):
    """Two names of one thing, as stated; either may be empty where a user gives only the other one.

    ``aliases``: further names of it stated in the same place (an acronym, a romanisation, the other script).
    """

    english: str
    chinese: str
    kind: Kind = Kind.OTHER
    aliases: tuple[str, ...] = ()


class Mention(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A place where a text states a pair.

    ``document`` is the id of the document and of its source. ``english``, ``chinese`` and ``gloss`` are where the two
    names and the gloss with its brackets stand. ``probability`` (0–1) that the pair is right on both sides is the
    logistic function of the sum of the weights of ``reasons``. ``context`` is the sentence around it. ``where`` is the
    place of the gloss in its file for people (``line 3``, ``page 12``), empty where it is not known.
    """

    pair: Pair
    document: str
    form: Form
    english: Span
    chinese: Span
    gloss: Span
    probability: float
    context: str
    reasons: tuple[Reason, ...]
    where: str = ""

    @property
    def place(self) -> tuple[object, ...]:
        """Where it is: what the mentions of an entry are sorted by."""
        return (self.document, self.gloss.start, self.gloss.end, self.pair.english, self.pair.chinese)


def changed(one: _Struct, **changes: object) -> _Struct:
    """A structure (a pair, a mention) with other values in some of its fields.

    >>> changed(Pair("He Lifeng", "何立峰"), kind=Kind.PERSON).kind.value
    'person'
    """
    return msgspec.structs.replace(one, **changes)


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions as an entry holds them: by their place, and where that is the same in an order that is always it."""
    placed = sorted(((mention.place, mention) for mention in mentions), key=itemgetter(0))
    if any(one == other for (one, _), (other, _) in pairwise(placed)):
        placed.sort(key=lambda found: (found[0], repr(found[1])))
    return tuple(mention for _, mention in placed)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that states no pair, and why."""

    candidate: Candidate
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a Chinese name is said in Mandarin, in five notations, spelt after GB/T 28039 and GB/T 16159.

    ``pinyin`` Hé Lìfēng · ``pinyin_numbers`` he2 li4 feng1 (a space between syllables, ü as ü, neutral tone 5) ·
    ``toneless`` He Lifeng · ``zhuyin`` ㄏㄜˊ ㄌㄧˋ ㄈㄥ · ``wade_giles`` Ho² Li⁴-fêng¹.
    Digits and letters that the name has stand in each as they are: 2024 nian2 da4 xuan3.
    ``alternatives`` are other possible readings of the whole name, likeliest first, as ``pinyin_numbers``.
    """

    pinyin: str
    pinyin_numbers: str
    toneless: str
    zhuyin: str
    wade_giles: str
    certainty: Certainty
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One name of an entry in one language.

    ``derivation`` says how a derived form was found, ``alternatives`` which other forms it could have had;
    ``reading`` is there for Chinese terms only. ``note`` says why a deprecated term should not be used.
    """

    text: str
    lang: str
    type: TermType = TermType.FULL_FORM
    status: TermStatus = TermStatus.ADMITTED
    origin: Origin = Origin.STATED
    derivation: Derivation = Derivation.STATED
    alternatives: tuple[str, ...] = ()
    reading: Reading | None = None
    note: str = ""

    @property
    def is_chinese(self) -> bool:
        """Whether it is written in Chinese characters, in either script; a romanized name is not.

        >>> [Term("", lang).is_chinese for lang in ("zh-Hans", "zh-Hant-TW", "zh-Latn-pinyin", "en")]
        [True, True, False, False]
        """
        return "-Han" in self.lang


@dataclass(frozen=True, slots=True)
class Given:
    """What an entry says for itself, apart from its mentions and from what was decided: what an import brought.

    ``terms`` are those that no mention states and nothing derives.
    """

    kind: Kind
    terms: tuple[Term, ...] = ()
    review: Review = Review.UNREVIEWED
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about an entry. Decisions are only ever added; ``undo`` takes one back.

    ``entry`` is the id and ``english`` the English name that the entry had then; ``time`` is in microseconds since 1970
    (UTC); ``by`` is who decided; ``reason`` is free text. What ``text`` is depends on ``verb``: the kind, the note, a
    name (``name``: a new one that takes the place of ``old``, if given; ``add``: a further one; ``write``: the form in
    the script ``lang``; ``prefer``; ``forbid``), a reading as pinyin with numbers (``reading``, of the term ``old`` or
    of every one), the id of an entry (``merge``: that is taken in, with what was ``given`` for it; ``split``: that the
    mentions chosen by ``old`` go to), the id of a decision (``undo``).
    """

    id: str
    entry: str
    verb: Verb
    time: int
    text: str = ""
    lang: str = ""
    old: str = ""
    reason: str = ""
    by: str = ""
    english: str = ""
    given: Given | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing and its names.

    ``terms``: for each language the first is preferred. ``mentions`` and ``sources`` are sorted and hold no doubles;
    ``sources`` are those of the mentions. ``modified`` is when the content last changed, in seconds since 1970 (UTC).
    ``decisions`` are sorted by time and stay when they are undone; ``given`` is what the entry would say without them,
    and None where nobody decided anything. ``added`` is when the entry first came into a glossary, in seconds since
    1970 (UTC), 0 where that is not known.
    """

    id: str
    kind: Kind
    terms: tuple[Term, ...]
    mentions: tuple[Mention, ...] = ()
    sources: tuple[Source, ...] = ()
    review: Review = Review.UNREVIEWED
    note: str = ""
    modified: int = 0
    decisions: tuple[Decision, ...] = ()
    given: Given | None = None
    added: int = 0
