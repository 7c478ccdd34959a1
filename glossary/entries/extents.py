"""Whether a person only moved the ends of a name that was read out of a text: blamed profit-taking, profit-taking.

Such a name was never one that should not be used; it was no name at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from glossary.lang.script import fold, has_han
from glossary.model import Span

__all__ = ["is_moved", "is_stretch"]

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")


def is_moved(old: str, new: str, contexts: Iterable[str]) -> bool:
    """Whether the new name is a stretch of the old one, or stands over it in a sentence that states the pair.

    >>> is_moved("Taichung's Xitun District", "Xitun District", ()), is_moved("表示獲利了結", "獲利了結", ())
    (True, True)
    >>> is_moved("Swaziland", "Eswatini", ()), is_moved("He Lifen", "He Lifeng", ())
    (False, False)
    >>> [is_moved("林劍", "林劍明", [context]) for context in ("Lin Jian (林劍) spoke", "Lin Jian (林劍明) spoke")]
    [False, True]
    """
    return _within(new, old) or any(_overlap(old, new, context) for context in contexts)


def is_stretch(one: str, other: str) -> bool:
    """Whether one of two names is a stretch of the other.

    >>> is_stretch("taking", "profit-taking"), is_stretch("Quemoy", "Kinmen")
    (True, False)
    """
    return _within(one, other) or _within(other, one)


def _within(short: str, long: str) -> bool:
    """Whether a name is a stretch of whole words, or of characters, of another one."""
    if has_han(short):
        return fold(short) != fold(long) and fold(short) in fold(long)
    one, other = _words(short), _words(long)
    starts = range(len(other) - len(one) + 1)
    return bool(one) and one != other and any(other[at : at + len(one)] == one for at in starts)


def _words(name: str) -> list[str]:
    return _WORD.findall(_POSSESSIVE.sub("", name).casefold())


def _overlap(old: str, new: str, context: str) -> bool:
    """Whether both stand in a sentence at places that have something in common, and neither is there alone."""
    return any(
        one.start < other.end and other.start < one.end
        for one in _places(old, context)
        for other in _places(new, context)
    )


def _places(name: str, context: str) -> Iterator[Span]:
    at = context.find(name) if name else -1
    while at >= 0:
        yield Span(at, at + len(name))
        at = context.find(name, at + 1)
