"""Tables of words, each row those that begin with one character, which is read when the character is first met."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from glossary import tables

__all__ = ["Lexicon"]

_Said = TypeVar("_Said")


class Lexicon(Generic[_Said]):
    """What the tables say of words; ``read`` makes it of some words and of what stands behind the colon of each.

    What several tables say of one word is joined by a comma.

    >>> Lexicon("glosses", read=lambda words, said: [one.split(",") for one in said]).of("大学")["大学"][:1]
    ['colleg']
    """

    def __init__(self, *names: str, read: Callable[[Iterable[str], Iterable[str]], Iterable[_Said]]) -> None:
        self._names = names
        self._read = read
        self._loaded: set[str] = set()
        self._words: dict[str, _Said] = {}

    def of(self, text: str) -> dict[str, _Said]:
        """The words read so far, among them all that begin with a character of ``text``; not to be changed."""
        if not self._loaded.issuperset(text):
            for first in set(text) - self._loaded:
                self._load(first)
        return self._words

    def _load(self, first: str) -> None:
        self._loaded.add(first)
        found: dict[str, str] = {}
        for name in self._names:
            row = tables.found(name, first)
            for cell in row.split(" ") if row else ():
                word, _, said = (first + cell).partition(":")
                found[word] = f"{found[word]},{said}" if word in found else said
        self._words.update(zip(found, self._read(found, found.values()), strict=True))
