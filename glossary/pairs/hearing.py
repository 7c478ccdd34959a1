"""Where the words of an English name are heard or spelt in characters, against what ordinary text makes of these."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from glossary.lang import frequencies, transliteration
from glossary.lang.romanization.spellings import letters as readings
from glossary.lang.romanization.spellings import surname_letters

__all__ = ["LONGEST_SOUND", "Hearing", "spelt_sizes", "surprise_apart"]

LONGEST_SOUND = 9  # characters
_LONGEST_SYLLABLE = 7  # letters
_FAINT = -1.5  # less than this is no evidence for a sound
_SOUND = 0.4  # the ratios count too much, as neighbouring characters go together: what training makes of them
_USUAL, _SHARE = 100, 0.6  # a usual word is no evidence of a sound; not in full, since the words include famous names


class Hearing:
    """Where words may be heard in a text."""

    __slots__ = ("known", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: dict[tuple[str, int], list[tuple[int, float]]] = {}

    def of(self, letters: str, end: int) -> list[tuple[int, float]]:
        """From where to ``end`` a word of these letters may be heard, with what that gains."""
        found = self.known.get((letters, end))
        if found is None:
            found = self.known[letters, end] = list(self._heard_in(letters, end))
        return found

    def _heard_in(self, letters: str, end: int) -> Iterator[tuple[int, float]]:
        """As :meth:`of`, found out."""
        text = self.text
        for size, gain in enumerate(transliteration.heard(letters, text[max(0, end - LONGEST_SOUND) : end]), 1):
            if gain > _FAINT and (gain := gain - _expected(text, end - size, end)) > _FAINT:
                yield end - size, gain * _SOUND


def _expected(text: str, begin: int, end: int) -> float:
    """What the usual words in a stretch take from the wonder of finding its characters there."""
    return sum(loss for at, stop, loss in _usual(text) if begin <= at and stop <= end)


def spelt_sizes(word: str, text: str) -> list[int]:
    """How many last characters of ``text`` the letters of ``word`` spell, in some system of romanization.

    >>> spelt_sizes("lifeng", "何立峰"), spelt_sizes("premier", "何立峰")
    ([2], [])
    """
    if not _last_syllables(word).isdisjoint(readings(text[-1])):
        return _spelt_further(word, text)
    return [1] if len(word) <= _LONGEST_SYLLABLE and word in surname_letters(text[-1]) else []


def _spelt_further(word: str, text: str) -> list[int]:
    """The same where the last character is spelt by the last letters: state by state, the letters that are left."""
    out = []
    states = {len(word): -1}
    for size, character in enumerate(reversed(text), 1):
        after = _read(word, character, states)
        if after.pop(0, 0):
            out.append(size)
        if not after:
            break
        states = after
    return out


def _read(word: str, character: str, states: dict[int, int]) -> dict[int, int]:
    """Where the letters left may end, with the systems, once a character has been read."""
    table = readings(character)
    after: dict[int, int] = {}
    for end, systems in states.items():
        for begin in range(max(0, end - _LONGEST_SYLLABLE), end):
            if both := table.get(word[begin:end], 0) & systems:
                after[begin] = after.get(begin, 0) | both
        if end <= _LONGEST_SYLLABLE and word[:end] in surname_letters(character):
            after[0] = after.get(0, 0) | 1
    return after


def surprise_apart(characters: str) -> float:
    """How unlikely the characters are in ordinary text, one by one, in nats.

    >>> surprise_apart("贝森特") > surprise_apart("的时候") > 0
    True
    """
    known = frequencies.lexicon(characters)
    return sum(known.get(character, frequencies.NO_WORD).surprise for character in characters)


@lru_cache(4096)
def _last_syllables(word: str) -> frozenset[str]:
    """All that may be the last syllable of the word."""
    return frozenset(word[begin:] for begin in range(max(0, len(word) - _LONGEST_SYLLABLE), len(word)))


@lru_cache(256)
def _usual(text: str) -> list[tuple[int, int, float]]:
    """The usual words in ``text``: from where to where, and how much likelier than their characters one by one."""
    out = []
    known = frequencies.lexicon(text)
    for at, word in frequencies.division(text).items():
        if len(word) > 1 and known[word].uses >= _USUAL:
            out.append((at, at + len(word), _SHARE * (surprise_apart(word) - known[word].surprise)))
    return out
