"""The very words and characters around a possible edge, each as a feature of its own.

The classes of :mod:`left` say what is known of the language; what these say was learnt, one by one, from sentences:
names seldom begin with 連, often after 收購, and "version" in a gloss is seldom a name. A feature is called by where
it stands and what stands there: ``left:遭``.

All functions take folded text, as those of :mod:`left`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from glossary.lang import frequencies, word_classes
from glossary.pairs import known
from glossary.pairs.left import Feature
from glossary.tables import lists, mapping

__all__ = ["around", "gloss"]

_LATIN_END = re.compile("[A-Za-z0-9]+$")
_LONGEST_SHAPE = 6
_LONGEST_NAME = 12
_MOST_LETTERS, _MOST_WORDS, _LONGEST_PART = 4, 5, 3
_SHAPES = ((re.compile("[0-9]+"), "0"), (re.compile("[a-zß-ÿ]+"), "a"), (re.compile("[A-ZÀ-Þ]+"), "A"))


def around(text: str, start: int, english: str) -> Iterator[Feature]:
    """What stands before ``start``, what the name begins and ends with, how long it is, and links in it.

    >>> [name for name, _ in around("遭英国外交部", 1, "Foreign Office")][:9]
    ['left:遭', 'left:v', 'two:^v1', 'first:英', 'first:英国', 'end:nt', 'first:ns', 'size:5 N2', 'begin:n2 N2']
    >>> [name for name, _ in around("遭英国外交部", 1, "Foreign Office")][9:12]
    ['means-left:verb N2', 'means-two:^ verb N', 'means-first:location N2']
    """
    size, more = frequencies.first_sizes(text)[start], len(text) - start
    first, shape = text[start : start + size], _shape(english)
    if start:
        yield from _left(text, start)
    if size < more:
        yield f"first:{text[start]}", 1.0
        yield f"first:{text[start : start + 2]}", 1.0
        last = text[-frequencies.last_sizes(text)[-1] :]
        if len(last) < more:
            yield f"end:{frequencies.tag(last) or '-'}", 1.0
    yield f"first:{frequencies.tag(first) or '-'}", 1.0
    yield f"size:{min(more, _LONGEST_NAME)} {shape}", 1.0
    yield f"begin:{_part(first)} {shape}", 1.0
    yield from _classes(text, start, shape)
    yield from known.around(text, start, shape)
    yield from _inside(text, start, english)


def _classes(text: str, start: int, shape: str) -> Iterator[Feature]:
    """What sort of thing the words mean before the name, and its first and last, each with the shape of the gloss."""
    left, second = word_classes.before(text, start)
    further, _ = word_classes.before(text, second)
    first, (last, _) = word_classes.at(text, start), word_classes.before(text, len(text))
    left, further = left if start else "^", further if second else "^"
    sort = shape[0]
    yield f"means-left:{left} {shape}", 1.0
    yield f"means-two:{further} {left} {sort}", 1.0
    yield f"means-first:{first} {shape}", 1.0
    yield f"means-within:{first} {last} {sort}", 1.0
    yield f"means-around:{left} {last}", 1.0


def _left(text: str, start: int) -> Iterator[Feature]:
    """The last one and two characters before the name, the kind of the last word, and the parts of the last two."""
    sizes = frequencies.last_sizes(text)
    second = start - sizes[start]
    word = text[second:start]
    yield f"left:{text[start - 1]}", 1.0
    yield f"left:{frequencies.tag(word) or '-'}", 1.0
    if start > 1:
        yield f"left:{text[start - 2 : start]}", 1.0
    before = _part(text[second - sizes[second] : second]) if second else "^"
    yield f"two:{before}{_part(word)}", 1.0


@lru_cache(1024)
def _shape(english: str) -> str:
    """What sort of gloss it is: an acronym of so many letters, small letters or a name, of so many words.

    >>> _shape("WHO"), _shape("deep learning"), _shape("Scott Bessent")
    ('A3', 'l2', 'N2')
    """
    words = english.split()
    if len(words) == 1 and english.isupper():
        return f"A{min(len(english), _LONGEST_SHAPE)}"
    return f"{'l' if english[:1].islower() else 'N'}{min(len(words), _MOST_WORDS)}"


def _inside(text: str, start: int, english: str) -> Iterator[Feature]:
    """Links in the name, how long its first part is that a dot ends, and whether it leaves Latin letters before it that
    the gloss has as well: SK | 海力士.
    """
    inside = text[start + 1 : -1]
    if dot := inside.find("·") + 1:
        yield f"inside:·{min(dot, _LONGEST_PART)}", 1.0
    if any(at > start and len(word) > 1 and _is_link(word) for at, word in frequencies.division(text).items()):
        yield "inside:link", 1.0
    for link in sorted(lists("edge_characters")["inside"].intersection(inside)):
        yield f"inside:{link}", 1.0
    if " " in inside:
        yield "inside: ", 1.0
    latin = _LATIN_END.search(text, 0, start) if start and text[start - 1].isascii() else None
    if latin and latin[0].casefold() in english.casefold().split():
        yield "latin-cut", 1.0


def _is_link(word: str) -> bool:
    return mapping("left_context").get(word) in {"link", "and"}


def _part(word: str) -> str:
    """The part of speech and the length of a word."""
    return f"{frequencies.part(word) or '-'}{min(len(word), _LONGEST_PART)}"


@lru_cache(1024)
def gloss(english: str, last: str) -> tuple[Feature, ...]:
    """What the gloss looks like, its words in small letters, and the last character of the name before it.

    >>> [name for name, _ in gloss("Pro version", "片")]
    ['last:片', 'gloss:~Aa a', 'gloss:#4', 'gloss:##2', 'gloss:version']
    """
    shape = english
    for pattern, sign in _SHAPES:
        shape = pattern.sub(sign, shape)
    words = english.split()
    sizes = (f"#{min(len(english), _MOST_LETTERS)}", f"##{min(len(words), _MOST_WORDS)}")
    small = sorted({word for word in words if word.islower()})
    return (
        (f"last:{last}", 1.0),
        *((f"gloss:{what}", 1.0) for what in (f"~{shape[:_LONGEST_SHAPE]}", *sizes, *small)),
    )
