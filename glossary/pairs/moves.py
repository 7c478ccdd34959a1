"""The moves leftwards by which English words explain the characters before a gloss.

A word may be heard (sound), be translated (gloss), spelt, or stand there as it is; a dot, a kind of thing that English
leaves out (公司) or one unexplained word may come between. Gains are log-likelihood ratios against ordinary text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from glossary.lang import frequencies, glosses, transliteration
from glossary.pairs.hearing import LONGEST_SOUND, Hearing, spelt_sizes, surprise_apart
from glossary.pairs.left import DOTS
from glossary.pairs.name_words import NameWord, is_link, numeral
from glossary.tables import lists, mapping

__all__ = ["DOT", "FILLER", "Move", "Moves", "unexplained"]

_LONGEST_COMPOUND = 4
_LONGEST_GLOSS = 10
_SPELT = 0.5  # the ratios count too much, as neighbouring characters go together: what training makes of them
_SPELT_COST = -2.5  # for each character: readings and systems are many
_LONGEST_SPELT = 4
_FOUND = -2.0  # log-probability that the dictionary's word is the one used, for words of two characters and more
_FOUND_ONE = -4.0  # the same for single characters, which have many meanings each
_SHORTENED = -7.0  # the same for a character that shortens a word
_INITIAL = 3.0  # a word's first letter is one of those that an abbreviation has: about one in ten
_LONGEST_BEGUN = 4
_SAME = 8.0  # the same Latin letters or digits on both sides
_GENERIC = -0.5
_LOOSE_PARTS = frozenset("purdc")  # particles, prepositions, pronouns, adverbs, conjunctions
_LOOSE = -2.2
_LONGEST_USUAL = 3  # characters; longer words are rare, whatever their uses
_USUAL = 100  # uses of a word that may stand unexplained in a name
DOT = 0.4
FILLER, _FILLER_CHARACTER = -0.9, -0.65

# A step leftwards, as the functions below make it: characters, the English words that it explains (a bit each), what it
# gains by sound, gloss (to be limited and scaled), romanization and otherwise, and how many characters it leaves over.
Move = tuple[int, int, float, float, float, float, int]


def unexplained(character: str) -> float:
    """The cost of one unexplained character: less when it smells of a name.

    >>> unexplained("的") < unexplained("经") < unexplained("斯")
    True
    """
    if frequencies.part(character) in _LOOSE_PARTS:
        return _LOOSE
    return FILLER + _FILLER_CHARACTER + min(0.7, max(0.0, 0.2 * transliteration.likeness(character)))


def _heard(size: int, bits: int, gain: float) -> Move:
    return size, bits, gain, 0.0, 0.0, 0.0, 0


def _translated(size: int, bits: int, gain: float) -> Move:
    return size, bits, 0.0, gain, 0.0, 0.0, 0


def _read(size: int, bits: int, gain: float) -> Move:
    return size, bits, 0.0, 0.0, gain, 0.0, 0


def _passed(size: int, gain: float, *, unexplained: int = 0) -> Move:
    return size, 0, 0.0, 0.0, 0.0, gain, unexplained


@lru_cache(4096)
def _stems(words: tuple[NameWord, ...]) -> dict[str, int]:
    """The stems of the words and of their families, each with the words' bits; a word's own stem goes first."""
    content = [(word.stem, 1 << i) for i, word in enumerate(words) if not is_link(word.text)]
    out: dict[str, int] = {}
    for stem, bit in content:
        for other in glosses.family(stem):
            out[other] = out.get(other, 0) | bit
    return out | dict(content)


class Moves:
    """The moves that the words make possible in the text of a hearing."""

    __slots__ = (
        "abbreviated", "composed", "dotted", "hearing", "known", "lexicon", "numerals", "stems", "text", "words",
    )  # fmt: skip

    def __init__(self, hearing: Hearing, words: tuple[NameWord, ...]) -> None:
        self.hearing, self.text, self.words = hearing, hearing.text, words
        self.stems = _stems(words)
        self.numerals = {value: 1 << i for i, word in enumerate(words) if (value := numeral(word.text))}
        self.composed = [(i, word) for i, word in enumerate(words) if word.parts or word.short]
        self.abbreviated = [(1 << i, word.initials) for i, word in enumerate(words) if word.initials]
        self.dotted = self.text.rfind("·")
        self.known = frequencies.lexicon(self.text)
        self.lexicon = glosses.lexicon(self.text)

    def before(self, end: int, needed: int) -> list[Move]:
        """All moves from ``end`` that explain any of the words which some state still ``needed``, a bit each."""
        translated = self._glosses(end)
        for size, bits, *_ in translated:  # what is translated here need not be heard
            needed &= ~bits if size > 1 else -1
        return [*translated, *self._sounds(end, needed), *self._passes(end)]

    def _sounds(self, end: int, needed: int) -> list[Move]:
        """The words heard in the characters before ``end``, and those that stand there as they are."""
        out = []
        text = self.text[max(0, end - LONGEST_SOUND) : end]
        latin = text[-1].isascii()
        for i, word in enumerate(self.words):
            if not needed >> i & 1:
                continue
            if latin:
                if self.text.endswith(word.text, 0, end):
                    out.append(_translated(len(word.text), 1 << i, _SAME))
            elif word.heard:
                for start, gain in self.hearing.of(word.letters, end):
                    out.append(_heard(end - start, 1 << i, gain))
                for size in spelt_sizes(word.letters, text[-_LONGEST_SPELT:]):
                    gain = surprise_apart(text[-size:]) + _SPELT_COST * size
                    out.append(_read(size, 1 << i, gain * _SPELT))
        return out

    def _glosses(self, end: int) -> list[Move]:
        """The words translated by the characters before ``end``; one may do for a word (联准会, Federal Reserve)."""
        out = []
        for size in range(1, min(_LONGEST_GLOSS, end) + 1):
            piece = self.text[end - size : end]
            bits = self.numerals.get(_number(piece), 0) if self.numerals else 0
            if stems := self.lexicon.get(piece):
                for stem in stems.split(","):
                    bits |= self.stems.get(stem, 0)
            if bits:
                gain = frequencies.surprise(piece) + (_FOUND if size > 1 else _FOUND_ONE)
                out.append(_translated(size, bits, gain))
        character = self.text[end - 1]
        for i, word in self.composed:
            if word.parts and end > 1:
                out.extend(_compounds(self.text[max(0, end - _LONGEST_COMPOUND) : end], word, 1 << i))
            if character in word.short:
                gain = self.known.get(character, frequencies.NO_WORD).surprise + _SHORTENED
                out.append(_translated(1, 1 << i, gain))
        return [*out, *self._abbreviations(end)] if self.abbreviated else out

    def _abbreviations(self, end: int) -> Iterator[Move]:
        """The abbreviations whose letters the words before ``end`` begin with."""
        for bit, letters in self.abbreviated:
            for start in self._begun(end, letters):
                yield _translated(end - start, bit, _INITIAL * len(letters))

    def _begun(self, end: int, letters: str) -> Iterator[int]:
        """Where the words before ``end`` begin that mean some with these first letters, in any order (加州大学, UC)."""
        for size in range(2, min(_LONGEST_BEGUN, end) + 1):
            stems = self.lexicon.get(self.text[end - size : end], "")
            begun = {stem[0] for stem in stems.split(",") if stem}
            for letter in begun.intersection(letters):
                if rest := letters.replace(letter, "", 1):
                    yield from self._begun(end - size, rest)
                else:
                    yield end - size

    def _passes(self, end: int) -> list[Move]:
        """Going on over a dot, a kind of thing without English, or one unexplained word."""
        before = self.text[end - 1]
        if before in DOTS or before == "、":
            return [_passed(1, DOT if before in DOTS else _LOOSE)] if end < len(self.text) else []
        out: list[Move] = []
        endings = mapping("name_endings")
        for size in range(1, min(4, end) + 1):
            piece = self.text[end - size : end]
            if not "\u4e00" <= piece[0] <= "\u9fff":
                break
            if piece in endings:
                cost = _GENERIC
            elif size == 1:
                cost = unexplained(before) / (2 if self.dotted >= end else 1)
            elif self._is_word(piece):
                cost = FILLER + _FILLER_CHARACTER * size
            else:
                continue
            out.append(_passed(size, cost, unexplained=size))
        return out

    def _is_word(self, piece: str) -> bool:
        """Whether it is a usual word, or a long one of the dictionary."""
        word = self.known.get(piece)
        return (word is not None and word.uses >= _USUAL) or (len(piece) > _LONGEST_USUAL and piece in self.lexicon)


def _number(piece: str) -> str:
    """The numeral without what Chinese has behind that of a king or a model: 十二世, XII."""
    return piece.rstrip("".join(lists("edge_characters")["numbering"]))


def _compounds(text: str, word: NameWord, bit: int) -> Iterator[Move]:
    """The two words of a compound translated side by side: 橋水 for Bridgewater."""
    for size in range(2, len(text) + 1):
        for cut in range(max(1, size - 2), min(2, size - 1) + 1):
            one, two = text[-size : len(text) - size + cut], text[len(text) - size + cut :]
            if any(_means(one, first) and _means(two, second) for first, second in word.parts):
                gain = frequencies.surprise(one) + frequencies.surprise(two) + 2 * _FOUND_ONE
                yield _translated(size, bit, gain)


def _means(piece: str, stem: str) -> bool:
    return stem in glosses.meanings(piece) or (len(piece) == 1 and piece in glosses.shortened(stem))
