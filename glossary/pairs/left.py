"""What stands on the left of a possible edge, and what an unexplained name looks like.

All functions take folded text (simplified, dots as ·, as long as the original) and give features: a name and a
size each. What a feature weighs is in the table ``edge_weights``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache, lru_cache

from glossary.lang import frequencies
from glossary.lang.transliteration import likeness
from glossary.pairs.cover import DOTS
from glossary.tables import rows, words

__all__ = ["Feature", "beginnings", "context", "looks", "pieces"]

Feature = tuple[str, float]
BREAKS = ' \t\u3000\xa0*_`、“”"「」《》‘’'
_VOWELS = "阿伊艾埃奥亚欧爱"
_LOOSE_PARTS = frozenset("purdcyqt")
_MANY = 2.0  # likeness above which a character smells of a foreign name


@lru_cache(4096)
def pieces(text: str) -> tuple[str, ...]:
    """The likeliest division of a text into words.

    >>> pieces("美国财政部长")
    ('美国', '财政部长')
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        options = [(best[end - 1][0] + frequencies.surprise(text[end - 1]), 1)]
        for size in range(2, min(4, end) + 1):
            word = text[end - size : end]
            if frequencies.usage(word):
                options.append((best[end - size][0] + frequencies.surprise(word), size))
        best.append(min(options))
    out, end = [], len(text)
    while end:
        out.append(text[end - best[end][1] : end])
        end -= best[end][1]
    return tuple(reversed(out))


@lru_cache(4096)
def beginnings(text: str) -> dict[int, str]:
    """Where the words of a text begin: index -> word."""
    found, at = {}, 0
    for piece in pieces(text):
        found[at] = piece
        at += len(piece)
    return found


@cache
def _left_words() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("left_context")}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(words("compound_surnames") | {row[0] for row in rows("surname_spellings")})


def is_loose(word: str) -> bool:
    """Whether a word belongs to the running text rather than to a name."""
    return _left_words().get(word) == "link" or frequencies.part(word) in _LOOSE_PARTS


def context(text: str, start: int) -> Iterator[Feature]:
    """What stands on the left of ``start``; ``text`` begins after the last hard punctuation."""
    before = text[start - 1] if start else ""
    if start == 0:
        yield "clause-start", 1.0
    elif before in BREAKS:
        yield "break-left", 1.0
    elif before in DOTS:
        yield "dot-left", 1.0
    elif before.isascii():
        yield "latin-left", 1.0
    else:
        yield from _word_on_left(text, start)
        yield from _cut(text, start)


def _word_on_left(text: str, start: int) -> Iterator[Feature]:
    for size in (3, 2, 1):
        word = text[max(0, start - size) : start]
        if len(word) == size and (kind := _left_words().get(word)):
            yield f"{kind}-left", 1.0
            return
    before = text[start - 1]
    if before in _VOWELS:
        yield "vowel-left", 1.0
    if likeness(before) > _MANY:
        yield "sound-left", 1.0
    word = next((text[start - size : start] for size in (3, 2, 1) if frequencies.usage(text[start - size : start])), "")
    yield {"v": "verb-left", "n": "noun-left"}.get(frequencies.part(word), "other-left"), 1.0


def _cut(text: str, start: int) -> Iterator[Feature]:
    """Cutting through a usual word."""
    worst = 0.0
    for begin in range(max(0, start - 3), start):
        for end in range(start + 1, min(len(text), start + 3) + 1):
            if (count := frequencies.usage(text[begin:end])) >= 60:
                worst = max(worst, math.log(count / 30))
    if worst:
        yield "split-word", min(worst, 5.0)


def looks(text: str, start: int, *, acronym: bool) -> Iterator[Feature]:
    """What an unexplained name from ``start`` to the end of ``text`` looks like."""
    name = text[start:]
    kind = "acronym" if acronym else "unexplained"
    yield kind, 1.0
    yield f"{kind}-length", max(0, len(name) - (8 if acronym else 4)) / 4
    if len(name) == 1:
        yield "single", 1.0
    inside = [word for at, word in beginnings(text).items() if at >= start]
    yield f"{kind}-loose", float(sum(map(is_loose, inside)))
    if not acronym:
        yield from _person(text, start, name)


def _person(text: str, start: int, name: str) -> Iterator[Feature]:
    bare = name.replace("·", "")
    if len(bare) <= 8 and (smell := sum(map(likeness, bare)) / 4) > 0:
        yield "foreign", min(smell, 2.0)
    if 2 <= len(name) <= 4 and (name[0] in _surnames() or name[:2] in _surnames()):
        yield f"surname-{len(name)}", 1.0
    if any(_left_words().get(text[at - 1]) == "role" for at in beginnings(text) if start + 2 <= at <= len(text) - 2):
        yield "role-inside", 1.0
