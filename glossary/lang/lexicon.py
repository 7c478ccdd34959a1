"""Tables of words, each row those that begin with one character, which is read when the character is first met."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from glossary import tables

__all__ = ["Lexicon"]

_Said = TypeVar("_Said")
_CELL = re.compile("([^ :]*):([^ ]*)")  # the rest of a word, and what is said of it


class Lexicon(Generic[_Said]):
    """What the tables say of words; ``read`` makes it of a word and what stands behind the word's colon.

    What several tables say of one word is joined by a comma.

    >>> Lexicon("glosses", read=lambda word, said: said.split(",")).of("大学")["大学"][:1]
    ['colleg']
    """

    def __init__(self, *names: str, read: Callable[[str, str], _Said]) -> None:
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
            for rest, said in _CELL.findall(tables.found(name, first)):
                found[rest] = f"{found[rest]},{said}" if rest in found else said
        read = self._read
        self._words.update([(word := first + rest, read(word, said)) for rest, said in found.items()])
