"""What place names add: generic words that are translated (屏東縣, Pingtung County), and English names of their own."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from glossary.lang.romanization.spellings import syllables
from glossary.lang.script import fold
from glossary.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Generic", "exonyms", "generics", "is_generic", "without_chinese", "without_english"]

_LONGEST_GENERIC = 4  # characters; and words


class Generic(NamedTuple):
    """A spelling without its generic word: words ``start`` to ``end`` are left, and the first ``kept`` characters."""

    start: int
    end: int
    kept: int
    english: str


@cache
def _exonyms() -> dict[str, frozenset[str]]:
    """The letters of English names of their own by folded characters."""
    found: dict[str, set[str]] = defaultdict(set)
    for english, chinese in ((row[0], row[1]) for row in rows("exonyms")):
        found[fold(chinese)].add("".join(syllables(english.replace(" ", "-"))))
    return {chinese: frozenset(names) for chinese, names in found.items()}


def exonyms(folded: str) -> frozenset[str]:
    """The English names that no system gives of folded characters, as letters.

    >>> exonyms("基隆")
    frozenset({'keelung'})
    """
    return _exonyms().get(folded, frozenset())


@cache
def _translations() -> dict[str, frozenset[tuple[str, ...]]]:
    """English generic words by the folded Chinese generic they translate."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for english, chinese in ((row[0], row[1]) for row in rows("generics")):
        for generic in chinese.split():
            found[fold(generic)].add(tuple(english.split()))
    return {generic: frozenset(words) for generic, words in found.items()}


@cache
def _english() -> frozenset[tuple[str, ...]]:
    """Every English generic."""
    return frozenset(words for found in _translations().values() for words in found)


def is_generic(word: str) -> bool:
    """Whether ``word``, in small letters, is an English generic."""
    return (word,) in _english()


def generics(words: Sequence[str], folded: str) -> Iterator[Generic]:
    """What is left of lower-case ``words`` and folded characters without generics that translate one another.

    The longest Chinese generic first; the English one may stand at the end or at the beginning (Lake, Mount).

    >>> list(generics(("pingtung", "county"), "屏东县"))
    [Generic(start=0, end=1, kept=2, english='county')]
    """
    translations = _translations()
    for size in range(min(_LONGEST_GENERIC, len(folded) - 1), 0, -1):
        for english in translations.get(folded[-size:], ()):
            yield from _peeled(words, english, len(folded) - size)


def _peeled(words: Sequence[str], english: tuple[str, ...], kept: int) -> Iterator[Generic]:
    """``words`` without ``english`` at either end, where something is left."""
    size, count = len(english), len(words)
    if size >= count:
        return
    if tuple(words[-size:]) == english:
        yield Generic(0, count - size, kept, " ".join(english))
    if tuple(words[:size]) == english:
        yield Generic(size, count, kept, " ".join(english))


def without_english(words: Sequence[str], folded: str) -> Iterator[Generic]:
    """What is left of ``words`` without an English generic that the Chinese name does not have."""
    known = _english()
    for size in range(min(_LONGEST_GENERIC, len(words) - 1), 0, -1):
        for english in {tuple(words[-size:]), tuple(words[:size])} & known:
            yield from _peeled(words, english, len(folded))


def without_chinese(words: Sequence[str], folded: str) -> Iterator[Generic]:
    """What is left of the characters without a generic that the English name does not have."""
    translations = _translations()
    for size in range(min(_LONGEST_GENERIC, len(folded) - 2), 0, -1):
        if folded[-size:] in translations:
            yield Generic(0, len(words), len(folded) - size, "")
