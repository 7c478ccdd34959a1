"""The pipe: text in, mentions out, mentions to entries.

Each function is one step and can be used alone; :func:`collect` is all of them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, islice

from glossary import candidates, documents
from glossary.entries import build, terms
from glossary.lang import explanation, jyutping, kinds, readings, script
from glossary.model import (
    Candidate,
    Document,
    Entry,
    Kind,
    Mention,
    Pair,
    Reading,
    Reason,
    Rejection,
    Span,
    Term,
    changed,
)
from glossary.pairs import judge, lists, style

__all__ = [
    "SURE",
    "Considered",
    "Enriched",
    "Notation",
    "Strictness",
    "collect",
    "considered",
    "enrich",
    "explain",
    "extract",
    "inspect",
    "written",
]


class Strictness(StrEnum):
    """How sure a pair has to be."""

    STRICT = "strict"
    BALANCED = "balanced"
    BROAD = "broad"


class Notation(StrEnum):
    """Notations of a reading that are made when they are asked for."""

    TONGYONG = "tongyong"
    JYUTPING = "jyutping"


_BATCH = 256  # candidates judged at a time
_STRETCH = 2_000  # characters; a bracket with what stands before it has no more, even where much of it was blanked
SURE = 0.945  # a mention below this is for review: of those above, 99 in 100 were right on the labelled texts
THRESHOLD = {Strictness.STRICT: SURE, Strictness.BALANCED: 0.5, Strictness.BROAD: 0.1}


@dataclass(frozen=True, slots=True)
class Considered:
    """A place that was looked at: what was judged, and each name weighed there with the reasons, likeliest first."""

    candidate: Candidate
    judged: tuple[Mention | Rejection, ...]
    names: tuple[tuple[str, tuple[Reason, ...]], ...]


@dataclass(frozen=True, slots=True)
class Enriched:
    """A pair with the reading of its Chinese name and that name's forms in both scripts, the stated one first."""

    english: str
    chinese: str
    kind: Kind
    reading: Reading | None
    variants: tuple[Term, ...]


def inspect(document: Document) -> Iterator[Mention | Rejection]:
    """Everything that was looked at in the document, judged, in the order of the text; each pair in its place once."""
    bare = _bare(document)
    shown = bare.text if bare.text == document.text else documents.unwrapped(document.text)
    judged = (judged for _, judged, _ in _judged(bare, shown=shown))
    return _once(_settled(chain.from_iterable(judged)))


def _bare(document: Document) -> Document:
    """The document as long, without markup and without the line breaks that only wrap its paragraphs."""
    return replace(document, text=documents.unwrapped(documents.blank(document.text)))


def _judged(
    document: Document, *, shown: str
) -> Iterator[tuple[tuple[Candidate, ...], list[Mention | Rejection], list[int]]]:
    """Some hundreds at a time what was looked at, what was judged, and how much of that is of each: one or more.

    ``shown``: the text with its markup, which the sentences around the names are taken from.
    """
    found = candidates.find(document.text)
    while some := tuple(islice(found, _BATCH)):
        yield some, *judge.judge_all(some, document, shown=shown)


def _settled(judged: Iterable[Mention | Rejection]) -> Iterator[Mention | Rejection]:
    """The same in the same order, once the neighbours of each have spoken."""
    return style.settled(lists.together(judged))


def _once(judged: Iterable[Mention | Rejection]) -> Iterator[Mention | Rejection]:
    """The same without the mentions of a pair in a place where one was before.

    Both come from glosses that lie near each other, so that two sets of places are enough, of the stretch of text that
    glosses are met in now and of the one before it: the memory does not grow with the text.
    """
    before: set[tuple[int, int, int, int]] = set()
    here: set[tuple[int, int, int, int]] = set()
    end = 0
    for one in judged:
        if isinstance(one, Mention):
            if one.gloss.start > end:
                before, here, end = here, set(), one.gloss.start + _STRETCH
            place = (one.english.start, one.english.end, one.chinese.start, one.chinese.end)
            if place in here or place in before:
                continue
            here.add(place)
        yield one


def considered(document: Document) -> Iterator[Considered]:
    """Each candidate of the document with what was judged of it, and the names that were weighed, likeliest first.

    Those whose judgement waits for their neighbours are kept, and no others.
    """
    bare = _bare(document)
    waiting: deque[tuple[Candidate, int]] = deque()
    judged = _settled(_looked(bare, waiting))
    for first in judged:
        candidate, size = waiting.popleft()
        weighed = judge.considered(candidate, bare)
        names = tuple((Span(edge.start, edge.end).of(bare.text), edge.reasons) for edge in weighed)
        yield Considered(candidate, (first, *islice(judged, size - 1)), names)


def _looked(document: Document, waiting: deque[tuple[Candidate, int]]) -> Iterator[Mention | Rejection]:
    """What was judged; each candidate and how much is judged of it are added to those ``waiting``, before."""
    for some, judged, sizes in _judged(document, shown=document.text):
        waiting.extend(zip(some, sizes, strict=True))
        yield from judged


def extract(document: Document, *, strictness: Strictness = Strictness.BALANCED) -> Iterator[Mention]:
    """The mentions of pairs in the document that are at least as sure as asked, in the order of the text.

    >>> from glossary.documents import from_text
    >>> document = from_text("Chinese Vice Premier He Lifeng (何立峰) said so.")
    >>> [(mention.pair.english, mention.pair.chinese) for mention in extract(document)]
    [('He Lifeng', '何立峰')]
    """
    floor = THRESHOLD[strictness]
    for judged in inspect(document):
        if isinstance(judged, Mention) and judged.probability >= floor:
            yield judged


def enrich(pair: Pair, *, lang: str = "") -> Enriched:
    """The pair with the reading and the variants of its Chinese name.

    ``lang`` (``zh-Hant``, ``zh-Hans``) decides for names that look the same in both scripts; ``zh-Hant-TW`` also takes
    Taiwan's readings.

    >>> found = enrich(Pair("He Lifeng", "何立峰"))
    >>> found.reading.pinyin, [variant.lang for variant in found.variants]
    ('Hé Lìfēng', ['zh-Hant', 'zh-Hans-CN'])
    """
    kind = pair.kind
    if kind is Kind.OTHER and pair.chinese:
        kind = kinds.classify(pair.english, pair.chinese)
    found = terms.chinese(pair if kind is pair.kind else changed(pair, kind=kind), lang=lang)
    return Enriched(pair.english, pair.chinese, kind, found[0].reading if found else None, found)


def explain(found: Enriched, *, lang: str = "") -> tuple[str, ...]:
    """Lines for people that say why each character is read and each form is written as it is.

    ``lang`` is the one that :func:`enrich` was given.

    >>> explain(enrich(Pair("Obama", "歐巴馬", Kind.PERSON)))[-2]
    '奥巴马 (zh-Hans-CN): another name, which the Mainland gives the same thing'
    """
    region = "TW" if lang == "zh-Hant-TW" else "CN"
    said = explanation.reading(found.chinese, kind=found.kind, english=found.english, region=region)
    return (*said, *explanation.forms(found.variants, kind=found.kind))


def written(found: Enriched, notation: Notation) -> str:
    """The reading of the pair's Chinese name in another notation; empty where there is no Han.

    >>> written(enrich(Pair("John Lee", "李家超", Kind.PERSON)), Notation.JYUTPING)
    'lei5 gaa1 ciu1'
    """
    read = readings.tongyong if notation is Notation.TONGYONG else jyutping.jyutping
    return read(found.chinese, kind=found.kind, english=found.english)


def collect(document: Document, *, strictness: Strictness = Strictness.BALANCED) -> tuple[Entry, ...]:
    """The entries that the document's mentions make, sorted by id."""
    label = documents.labels(document)
    found = extract(document, strictness=strictness)
    mentions = tuple(changed(mention, where=label(mention.gloss.start)) for mention in found)
    if not mentions:
        return ()
    source = replace(document.source, lang=_lang(mentions))
    return build.entries(mentions, (source,))


def _lang(mentions: Iterable[Mention]) -> str:
    """The script of the Chinese of one document, from its names and the sentences around them."""
    return script.document_script("".join(mention.pair.chinese + mention.context for mention in mentions)).tag
