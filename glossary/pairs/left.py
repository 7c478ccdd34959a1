"""What stands on the left of a possible edge, and what begins and ends there.

All functions take folded text (simplified, dots as ·, as long as the original) and give features: a name and a
size each. What a feature weighs is in the table ``edge_weights``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from glossary import tables
from glossary.lang import frequencies
from glossary.lang.generics import is_generic
from glossary.lang.latin import has_ending
from glossary.lang.romanization.spellings import surname_letters
from glossary.lang.surnames import is_like_person, surnames
from glossary.lang.titles import nature
from glossary.lang.transliteration import likeness

__all__ = [
    "BREAKS", "DOTS", "Feature", "after_clause", "beginning", "context", "ending", "ends_like", "english_looks",
    "is_loose", "is_person", "is_thing", "recurs", "spelt_surname",
]  # fmt: skip

Feature = tuple[str, float]
DOTS = "·-－ "
BREAKS = ' \t\u3000\xa0*_`、“”"「」《》‘’'
_LOOSE_PARTS = frozenset("purdcyqt")
_PARTS_LEFT = {"v": "verb-left", "n": "noun-left", "m": "number-left", "q": "number-left", "t": "number-left"}
_SETTLED = ("role", "link", "kind", "and", "body")  # what already says that a name may begin
_LISTED = 1000  # a word of the list counts as this usual
_NUMBER = re.compile(r"(?<![A-Za-z\d])\d+(?![A-Za-z\d])")
_SMELL = 0.5  # likeness above which a character may be one of a foreign name
_MANY = 2.0  # likeness above which a character smells of a foreign name


def _characters(group: str) -> frozenset[str]:
    """The characters of a class of the table ``edge_characters``."""
    return tables.lists("edge_characters")[group]


@lru_cache(8192)
def is_loose(word: str) -> bool:
    """Whether a word belongs to the running text rather than to a name.

    >>> is_loose("从"), is_loose("经济")
    (True, False)
    """
    if word in _characters("place"):
        return False
    if tables.mapping("left_context").get(word) in {"link", "and"}:
        return True
    part = frequencies.part(word)
    return part in _LOOSE_PARTS or (part == "m" and len(word) > 1)


@lru_cache(8192)
def ends_like(word: str) -> str:
    """The class of what a word ends with: role, kind, link, other or empty.

    >>> ends_like("操盘手"), ends_like("经济")
    ('role', '')
    """
    known = tables.mapping("left_context")
    kinds = (known.get(word[-size:]) for size in (3, 2, 1) if size <= len(word))
    return next((kind for kind in kinds if kind), "")


def context(text: str, start: int, *, sort: str = "") -> list[Feature]:
    """What stands on the left of ``start``; ``text`` begins after the last hard punctuation.

    ``sort``: what the name is the name of, where it is a guess: ``thing`` (other things may stand on the left) or
    ``person``.

    >>> context("财政部长贝森特", 4)
    [('role-left', 1.0)]
    """
    before = text[start - 1] if start else ""
    out: list[Feature] = []
    if start == 0:
        left = "clause-start"
    elif before in BREAKS:
        left = "break-left"
    elif before in DOTS:
        left = "dot-left"
    elif before.isascii():
        left = "latin-left"
    else:
        left = _word_on_left(text, start)
        out.extend(_smell_on_left(text, start))
        settled = left.startswith(_SETTLED)
        alone = settled and not _known_left(text, start)
        out.extend(_cut(text, start, "split-alone" if alone else "split-settled" if settled else "split-word"))
    return [(f"{sort}-{left}" if sort else left, 1.0), *out]


@lru_cache(1024)
def is_person(english: str) -> bool:
    """Whether an English name begins with a given name, or initials, and goes on.

    >>> is_person("Jonathan Spence"), is_person("Jonathan"), is_person("Book Prize")
    (True, False, False)
    """
    words = english.split()
    return len(words) > 1 and nature(words[0]).given and not is_generic(words[-1])


@lru_cache(1024)
def is_thing(text: str) -> bool:
    """Whether a text ends with the name of a kind of thing: 研究所.

    >>> is_thing("国际事务研究所"), is_thing("马克宏")
    (True, False)
    """
    endings = tables.mapping("name_endings")
    return any(text[-size:] in endings for size in (4, 3, 2, 1))


def _known_left(text: str, start: int) -> str:
    """The class of a known word of two or three characters on the left: it ends there, whatever follows."""
    known = tables.mapping("left_context")
    kind = known.get(text[max(0, start - 3) : start]) or known.get(text[max(0, start - 2) : start], "")
    return "" if kind == "other" else kind


def _word_on_left(text: str, start: int) -> str:
    """The class of the word on the left."""
    if kind := _known_left(text, start):
        return f"{kind}-left"
    size = frequencies.last_sizes(text)[start]
    word = text[start - size : start]
    kind = tables.mapping("left_context").get(word) or ends_like(word)
    if kind in {"role", "kind"} and size == 1 and not _is_suffix(text, start - 1, kind):
        return "one-role-left"
    if size == 1 and word in _characters("body") and kind in {"", "link"} and _is_suffix(text, start - 1, "kind"):
        return "body-left"
    if size > 1 and word[-1] in _characters("body") and kind not in {"role", "kind"}:
        return "body-left"
    if kind == "link" and size == 1 and _is_no_link(text, start - 1):
        return "other-left"
    if kind in {"role", "kind"} or (kind in {"link", "and"} and size == 1):
        return f"{kind}-left"
    side = _PARTS_LEFT.get(frequencies.part(word), "other-left")
    return side if size > 1 or side == "other-left" else f"one-{side}"


def _is_no_link(text: str, at: int) -> bool:
    """Whether a particle is part of a foreign name (亚利桑那), or a measure word without its number (宗座)."""
    before = text[at - 1] if at else ""
    if text[at] in _characters("measure"):
        return before not in _characters("counted")
    return bool(before) and likeness(text[at]) > _SMELL and likeness(before) > _SMELL


def _is_suffix(text: str, at: int, kind: str) -> bool:
    """Whether the character at ``at`` may end a longer word, as 商 in 设备商, and not stand alone, as 席 after 演员."""
    if at == 0:
        return False
    word = text[at - frequencies.last_sizes(text)[at] : at]
    return len(word) > 1 and (kind == "kind" or tables.mapping("left_context").get(word, "") in {"", "other", "act"})


def _smell_on_left(text: str, start: int) -> Iterator[Feature]:
    """Whether the character on the left is one that foreign names are written with."""
    before = text[start - 1]
    if before in _characters("vowel"):
        yield "vowel-left", 1.0
    if likeness(before) > _MANY and frequencies.last_sizes(text)[start] == 1:
        yield "sound-left", 1.0


def _cut(text: str, start: int, name: str) -> Iterator[Feature]:
    """Cutting through a usual word."""
    worst = 0
    known, marked = frequencies.lexicon(text), tables.mapping("left_context")
    for begin in range(max(0, start - 3), start):
        for end in range(start + 1, min(len(text), start + 3) + 1):
            word = text[begin:end]
            if word in known and known[word].uses > worst:
                worst = known[word].uses
            if worst < _LISTED and word in marked:
                worst = _LISTED
    if worst >= 60:
        yield name, min(math.log(worst / 30), 5.0) / 2


def after_clause(text: str) -> int:
    """Where the text goes on after its last particle that stands in no word: no guess begins before it.

    >>> after_clause("发布照片的司法部"), after_clause("的"), after_clause("大都会博物馆")
    (5, 0, 0)
    """
    last = len(text) - 1
    clause = _characters("clause")
    return next((at + 1 for at, word in frequencies.division(text).items() if at < last and word in clause), 0)


def beginning(text: str, start: int, *, groups: str) -> Iterator[Feature]:
    """Whether the word at ``start`` is one of the ``groups`` that names begin with, or one that they do not begin with.

    >>> list(beginning("他拜访东协", 1, groups="")), list(beginning("国际红十字会", 0, groups="reach nation"))
    ([('begins-verb', 1.0)], [('begins-reach', 1.0)])
    """
    word = _word_at(text, start)
    group = tables.mapping("name_beginnings").get(word, "") if start + len(word) < len(text) else ""
    if group and group in groups:
        yield f"begins-{group}", 1.0
    elif is_loose(word):
        yield "begins-loose", 1.0
    elif len(word) > 1 and (frequencies.part(word) == "v" or tables.mapping("left_context").get(word) == "act"):
        yield "begins-verb", 1.0


def _word_at(text: str, start: int) -> str:
    """The longest usual word from ``start`` on."""
    known = frequencies.lexicon(text)
    for size in (4, 3, 2):
        word = text[start : start + size]
        if len(word) == size and (found := known.get(word)) and found.uses >= 60:
            return word
    return text[start]


def ending(text: str, english: str = "") -> Iterator[Feature]:
    """Whether ``text`` ends as names do not: with a particle, a conjunction or a verb.

    A verb may well end the name of an action: 文本标注 (text tagging).

    >>> list(ending("他派出")), list(ending("说的")), list(ending("贝森特"))
    ([('ends-verb', 1.0)], [('ends-loose', 1.0)], [])
    >>> list(ending("过度拟合", "overfitting"))
    [('ends-action', 1.0)]
    """
    known = frequencies.lexicon(text)
    last = text[-1]
    size = frequencies.last_sizes(text)[-1]
    word = text[-size:]
    found = known.get(word)
    if size == 1 and (last in _characters("loose") or (found and found.part in "purc" and likeness(last) < 0)):
        yield "ends-loose", 1.0
    elif size > 1 and found and found.part == "v" and word not in tables.mapping("name_endings"):
        yield ("ends-action" if _is_action(english) else "ends-verb"), 1.0
    elif size > 1 and found and found.part in _LOOSE_PARTS:
        yield "ends-loose", 1.0


def _is_action(english: str) -> bool:
    """Whether English ends in a noun, or its plural, for what is done."""
    return any(has_ending(noun, "action", "deed") for noun in (english, english.removesuffix("s")))


def english_looks(english: str, *, acronym: bool, chinese: str = "") -> Iterator[Feature]:
    """Whether the Latin gloss looks like something else than a name.

    >>> [name for name, _ in english_looks("see the table below", acronym=False)]
    ['english-lower', 'english-sentence']
    >>> [name for name, _ in english_looks("S&P 500", acronym=False, chinese="标普500")]
    ['same-number']
    """
    words = english.split()
    if not words:
        return
    if words[0][:1].islower():
        yield "english-lower", 1.0
    if not tables.words("sentence_words").isdisjoint(words):
        yield "english-sentence", 1.0
    if len(words) > 6:
        yield "english-long", min(len(words) - 6, 6) / 3
    if len(english) == 1:
        yield "english-letter", 1.0
    if numbers := _NUMBER.findall(english):
        yield ("same-number" if all(number in chinese for number in numbers) else "english-number"), 1.0
    if acronym:
        yield "english-acronym", 1.0


def recurs(stops: Mapping[int, int], size: int) -> Iterator[Feature]:
    """Whether the last ``size`` characters stand elsewhere in the document with something else before them.

    >>> list(recurs({3: 2}, 3)), list(recurs({3: 2}, 2)), list(recurs({}, 2))
    ([('recurs', 1.0)], [('recurs-longer', 1.0)], [])
    >>> list(recurs({3: 2, -3: 1}, 3)), list(recurs({-3: 1}, 4))
    ([('recurs-shared', 1.0)], [('recurs-beyond', 1.0)])
    """
    if stops and (shared := -min(stops)) > 0:
        yield ("recurs-shared" if size <= shared else "recurs-beyond"), 1.0
    elif count := stops.get(size, 0):
        yield ("recurs" if size > 2 else "recurs-short"), min(count, 4) / 2
    elif stops and size < max(stops):
        yield "recurs-longer", 1.0


def spelt_surname(folded: str, words: tuple[str, ...]) -> tuple[Feature, ...]:
    """Whether one of the English words (letters a–z) is the Chinese surname that a name (folded) begins with.

    >>> spelt_surname("黄仁勋", ("jensen", "huang")), spelt_surname("贝森特", ("scott", "bessent"))
    ((('surname-spelt-3', 1.0),), ())
    """
    if not is_like_person(folded):
        return ()
    known = surname_letters(folded[0])
    found = any(word in known for word in words)
    if not found and folded[:2] in surnames():
        compound = surname_letters(folded[:2])
        found = any(word in compound for word in words)
    return ((f"surname-spelt-{len(folded)}", 1.0),) if found else ()
