"""The parts of a gloss that are names, and what of each is compared."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from glossary.lang import script, titles
from glossary.lang.generics import is_generic
from glossary.lang.hygiene import plain
from glossary.lang.script import HAN
from glossary.model import Candidate, Reason, Rejection, Slot, SlotKind, Span
from glossary.pairs.acronyms import spells_acronym
from glossary.pairs.edges import Edge
from glossary.pairs.marks import WRAPPING

__all__ = [
    "LONGEST_CHINESE", "beside_names", "comparable", "first", "is_list", "others_of", "placed", "refuse",
    "script_part", "spelt_out", "undated", "untitled", "unwrap", "with_latin", "without_latin",
]  # fmt: skip

# The longest Chinese gloss of a name had 21 characters in 1,400 labelled pairs; longer ones are sentences and slogans.
LONGEST_CHINESE = 24
_MORE = frozenset((SlotKind.ACRONYM, SlotKind.ROMANIZATION))  # these say more of a name beside them
_BESIDE = _MORE | {SlotKind.LATIN}
_LATIN_WORDS = re.compile(rf"(?:[A-Za-z][\w.'’-]*\s+)*[a-z]+\s+(?=[《「]?[{HAN}])")
_FOREIGN = re.compile(rf"[^{HAN}0-9·・‧•．—–－─：:]")
_DATED = re.compile(r"([A-Z][^\d]*[A-Za-z]),? (?:1[5-9]|20)\d\d")
_NUMBERED = re.compile(rf"(?=[{HAN}0-9·]*[0-9〇一二三四五六七八九十])[{HAN}0-9·]+[^{HAN}0-9]*$")
_ONLY_HAN = re.compile(rf"[{HAN}]+").fullmatch
_INTRODUCED = 5  # characters between two parts of a gloss: words that introduce the second, which is no new pair


def first(candidate: Candidate, *wanted: SlotKind) -> Slot | None:
    """The first slot of the first of these kinds that the gloss has."""
    slots = candidate.slots
    if len(slots) == 1:
        return slots[0] if slots[0].kind in wanted else None
    return next((slot for kind in wanted for slot in slots if slot.kind is kind), None)


def unwrap(slot: Slot) -> Span:
    """The slot without quotation marks, 《》 and emphasis around it."""
    text = slot.text
    if text[:1] not in WRAPPING and text[-1:] not in WRAPPING:
        return slot.span
    left = len(text) - len(text.lstrip(WRAPPING))
    return Span(slot.span.start + left, slot.span.start + len(text.rstrip(WRAPPING)))


def others_of(candidate: Candidate, slot: Slot) -> tuple[Slot, ...]:
    """The other slots of the gloss."""
    return tuple([other for other in candidate.slots if other is not slot]) if len(candidate.slots) > 1 else ()


def beside_names(others: tuple[Slot, ...]) -> tuple[str, ...]:
    """The Latin names in the other slots."""
    return tuple([other.text for other in others if other.kind in _BESIDE]) if others else ()


def spelt_out(acronym: Span, others: tuple[Slot, ...], text: str) -> tuple[Span, tuple[Slot, ...]]:
    """The long form in the gloss of an acronym, which is the name: ICC (International Criminal Court, 國際刑事法院).

    With it the parts of the gloss besides the names, the acronym among them; the same where there is no long form.
    """
    for slot in others:
        if slot.kind is SlotKind.LATIN and spells_acronym(slot.text.split(), acronym.of(text)):
            rest = tuple([other for other in others if other is not slot])
            return unwrap(slot), (Slot(SlotKind.ACRONYM, acronym.of(text), acronym), *rest)
    return acronym, others


@lru_cache(8192)
def comparable(chinese: str) -> tuple[str, str]:
    """The Chinese name for comparing with a spelling, and why it is none, or nothing.

    >>> comparable("T-security擎雷"), comparable("Nike")
    (('擎雷', ''), ('Nike', 'no-han'))
    """
    name = script_part(chinese)
    if len(name) > LONGEST_CHINESE:
        return name, "too-long"
    return name, "" if script.has_han(name) else "no-han"


def script_part(chinese: str) -> str:
    """The name without the Latin letters and most signs that stand in it, for comparing with a spelling.

    >>> script_part("T-security擎雷"), script_part("史蒂夫·賈伯斯"), script_part("99式坦克")
    ('擎雷', '史蒂夫·賈伯斯', '99式坦克')
    """
    chinese = plain(chinese)
    return chinese if _ONLY_HAN(chinese) else _FOREIGN.sub("", chinese) or chinese


def without_latin(name: Span, text: str) -> Span:
    """The Chinese name without the English words before it: the word | 安 (peace), but Google 台灣.

    >>> [without_latin(Span(0, len(text)), text).of(text) for text in ("the word 安", "Google 台灣")]
    ['安', 'Google 台灣']
    """
    words = _LATIN_WORDS.match(text, name.start, name.end)
    return Span(words.end(), name.end) if words else name


def with_latin(names: tuple[Span, Span], others: tuple[Slot, ...], text: str) -> tuple[Span, tuple[Slot, ...]]:
    """The Chinese name with the word of the English that both begin with, and the other slots without it.

    ``CCC Creator's Collection (CCC 創作集)``, but ``Taiwan Semiconductor (TSMC 台積電)``.
    """
    english, chinese = names
    word, _, more = english.of(text).partition(" ")
    for other in others:
        if more and other.text == word and not text[other.span.end : chinese.start].strip():
            return Span(other.span.start, chinese.end), tuple(one for one in others if one is not other)
    return chinese, others


def untitled(name: Span, text: str) -> Span:
    """The English name without the title before it.

    >>> untitled(Span(1, 18), "（Prof. Charles Kao）").of("（Prof. Charles Kao）")
    'Charles Kao'
    """
    bare = titles.stripped(name.of(text))
    start = text.find(bare, name.start, name.end) if bare else name.start
    return Span(start, start + len(bare)) if bare and start >= 0 else name


def undated(name: Span, text: str, before: Span) -> Span:
    """The English name without the year that only says when the law or the event was: Land Administration Law 1986.

    ``before``: the text before the gloss; a year that the Chinese name has belongs to the English one.

    >>> text = "土地管理法 (Land Administration Law 1986)"
    >>> undated(Span(7, 35), text, Span(0, 6)).of(text)
    'Land Administration Law'
    """
    dated = _DATED.fullmatch(text, name.start, name.end) if text[name.end - 1].isdigit() else None
    if not dated or not is_generic(dated[1].rpartition(" ")[2]) or _NUMBERED.search(before.of(text)):
        return name
    return Span(name.start, dated.end(1))


def is_list(slots: tuple[Slot, ...]) -> bool:
    """Whether the gloss holds pairs of its own: several Chinese names with a Latin one between each two."""
    if len(slots) < 4:
        return False
    near = [slot for last, slot in pairwise((slots[0], *slots)) if slot.span.start - last.span.end < _INTRODUCED]
    kinds = [slot.kind for slot in near if slot.kind not in _MORE]
    names = {script.fold(slot.text) for slot in near if slot.kind is SlotKind.HAN}
    return len(names) > 1 and not any(one is other is SlotKind.HAN for one, other in pairwise(kinds))


def placed(edge: Edge, candidate: Candidate) -> Span:
    """Where the first name stands in the document."""
    return Span(candidate.before.start + edge.start, candidate.before.start + edge.end)


def refuse(candidate: Candidate, name: str, detail: str = "") -> Rejection:
    """The rejection of the candidate for a reason of this name."""
    return Rejection(candidate, (Reason(name, -10.0, detail),))
