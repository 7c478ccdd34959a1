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

__all__ = ["Generic", "exonym", "generics", "is_generic", "without_chinese", "without_english"]

_LONGEST_GENERIC = 4  # characters; and words


class Generic(NamedTuple):
    """A spelling without its generic word: words ``start`` to ``end`` are left, and the first ``kept`` characters."""

    start: int
    end: int
    kept: int
    english: str


@cache
def _exonyms() -> frozenset[tuple[str, str]]:
    """Letters and folded characters of places with an English name of their own."""
    return frozenset(("".join(syllables(english.replace(" ", ""))), fold(chinese)) for english, chinese in _named())


def _named() -> Iterator[tuple[str, str]]:
    """The rows of the table of exonyms."""
    return ((row[0], row[1]) for row in rows("exonyms"))


@cache
def _exonym_characters() -> frozenset[str]:
    """The characters that have an exonym."""
    return frozenset(chinese for _, chinese in _exonyms())


def exonym(parts: Sequence[str], characters: str) -> bool:
    """Whether ``parts`` are an English name of ``characters`` that no system gives.

    >>> exonym(("keelung",), "基隆"), exonym(("jilong",), "基隆")
    (True, False)
    """
    folded = fold(characters)
    return folded in _exonym_characters() and ("".join(parts).replace("-", ""), folded) in _exonyms()


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


def generics(words: Sequence[str], characters: str) -> Iterator[Generic]:
    """What is left of lower-case ``words`` and ``characters`` without generics that translate one another.

    The longest Chinese generic first; the English one may stand at the end or at the beginning (Lake, Mount).

    >>> list(generics(("pingtung", "county"), "屏東縣"))
    [Generic(start=0, end=1, kept=2, english='county')]
    """
    for size in range(min(_LONGEST_GENERIC, len(characters) - 1), 0, -1):
        for english in _translations().get(fold(characters[-size:]), ()):
            yield from _peeled(words, english, len(characters) - size)


def _peeled(words: Sequence[str], english: tuple[str, ...], kept: int) -> Iterator[Generic]:
    """``words`` without ``english`` at either end, where something is left."""
    size, count = len(english), len(words)
    if size >= count:
        return
    if tuple(words[-size:]) == english:
        yield Generic(0, count - size, kept, " ".join(english))
    if tuple(words[:size]) == english:
        yield Generic(size, count, kept, " ".join(english))


def without_english(words: Sequence[str], characters: str) -> Iterator[Generic]:
    """What is left of ``words`` without an English generic that the Chinese name does not have."""
    for size in range(min(_LONGEST_GENERIC, len(words) - 1), 0, -1):
        for english in {tuple(words[-size:]), tuple(words[:size])} & _english():
            yield from _peeled(words, english, len(characters))


def without_chinese(words: Sequence[str], characters: str) -> Iterator[Generic]:
    """What is left of ``characters`` without a generic that the English name does not have."""
    for size in range(min(_LONGEST_GENERIC, len(characters) - 2), 0, -1):
        if fold(characters[-size:]) in _translations():
            yield Generic(0, len(words), len(characters) - size, "")
