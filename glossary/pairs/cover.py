"""How the characters before a gloss are explained by its English words, from the bracket leftwards.

A state is a place in the text and the set of English words used so far. From each, a word may be heard (sound), be
translated (gloss) or stand there as it is; a dot, a kind of thing that English leaves out (公司) or one unexplained
word may come between. Scores are log-likelihood ratios against ordinary text, so all that lies left of an edge cancels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.lang import frequencies, glosses, transliteration
from glossary.tables import rows

__all__ = ["Cover", "NameWord", "cover", "name_endings", "name_words"]

DOTS = "·-－ "
_MOST_WORDS = 9
_LONGEST_SOUND = 9
_BEAM = 11.0  # a state this much below the best one at its place or further left is dropped
_FAINT = -1.5  # less than this is no evidence for a sound
_FOUND = -2.0  # log-probability that the dictionary's word is the one used, for words of two characters and more
_FOUND_ONE = -4.0  # the same for single characters, which have many meanings each
_SHORTENED = -7.0  # the same for a character that shortens a word
_MOST_GLOSS = 9.0
_SAME = 8.0  # the same Latin letters or digits on both sides
_IN_ORDER, _OUT_OF_ORDER = 0.5, -1.0
_GENERIC = -0.7
_DOT = 0.5
_LOOSE_PARTS = frozenset("purdc")  # particles, prepositions, pronouns, adverbs, conjunctions
_LOOSE = -3.0
_USUAL, _SHARE = 100, 0.6  # a usual word is no evidence of a sound; not in full, since the words include famous names
_FILLER, _FILLER_CHARACTER = -1.2, -0.9
_LINKS = {
    "a", "al", "and", "at", "bin", "d", "da", "das", "de", "dei", "del", "della", "den", "der", "des", "di",
    "do", "dos", "du", "e", "el", "en", "et", "for", "from", "ibn", "in", "la", "las", "le", "les", "los",
    "of", "on", "the", "to", "und", "van", "von", "with", "y", "zu", "jr", "sr",
}  # fmt: skip
_ROMAN = ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"]
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")


class NameWord(NamedTuple):
    """One word of an English name: its letters, its stem, and what it costs to leave it unexplained."""

    letters: str
    stem: str
    text: str
    skip: float


@dataclass(frozen=True, slots=True)
class Cover:
    """How well the characters from ``start`` to the bracket are explained, and by what kind of evidence."""

    start: int
    score: float
    sound: float
    gloss: float
    words: int  # English words explained
    filler: int  # characters not explained


class _State(NamedTuple):
    score: float
    sound: float
    gloss: float
    filler: int
    last: int  # the English word explained last, or the number of words


@lru_cache(4096)
def name_words(english: str) -> tuple[NameWord, ...]:
    """The words of an English name, at most nine, the last ones of a longer name.

    >>> [word.letters for word in name_words("University of São Paulo")]
    ['university', 'of', 'sao', 'paulo']
    """
    found = _WORD.findall(english)[-_MOST_WORDS:]
    content = [word for word in found if not _is_link(word)]
    return tuple(
        NameWord(transliteration.letters(word), glosses.stem(word), word.casefold(), _skip_cost(word, content))
        for word in found
    )


def _is_link(word: str) -> bool:
    return word.lower() in _LINKS or (len(word) == 1 and word.isalpha())


def _skip_cost(word: str, content: list[str]) -> float:
    """Dropping a given name is usual, dropping the last or only word of a name is not."""
    if _is_link(word):
        return -0.2
    if len(content) == 1:
        return -6.0
    return -2.5 if word == content[-1] else -1.5


@cache
def name_endings() -> dict[str, str]:
    """Words that may end a name without an English word of their own, with their class."""
    return {row[0]: row[1] for row in rows("name_endings")}


@lru_cache(2048)
def cover(text: str, english: str) -> tuple[Cover, ...]:
    """Every start from which ``text`` (simplified, dots as ·) may be explained to its end, from right to left."""
    words = name_words(english)
    if not words or not text:
        return ()
    return tuple(_Search(text, words).run())


class _Search:
    """The states reached so far, by place (characters from the right) and by the words used (a bit each)."""

    def __init__(self, text: str, words: tuple[NameWord, ...]) -> None:
        self.text, self.words = text, words
        self.stems = {word.stem: 1 << i for i, word in enumerate(words) if not _is_link(word.text)}
        self.numerals = {numeral(word.text): 1 << i for i, word in enumerate(words) if numeral(word.text)}
        self.states: list[dict[int, _State]] = [{} for _ in range(len(text) + 1)]
        self.states[0][0] = _State(0.0, 0.0, 0.0, 0, len(words))
        self.best = 0.0
        self.short = [glosses.shortened(word.stem) if word.skip < -1.0 and len(words) > 1 else "" for word in words]
        self.dotted = text.rfind("·")
        self.usual = _usual(text)
        self.skips = [word.skip for word in words]

    def run(self) -> Iterator[Cover]:
        for place in range(len(self.text) + 1):
            here = self.states[place]
            if place and (found := self._finish(place, here)):
                yield found
            for used, state in here.items():
                if state.score > self.best - _BEAM:
                    self._extend(place, used, state)

    def _finish(self, place: int, here: dict[int, _State]) -> Cover | None:
        """The best state at a place once the words not used are paid for."""
        ends = [(state.score + self._unused(used), used, state) for used, state in here.items() if used]
        if not ends:
            return None
        score, used, state = max(ends, key=lambda end: end[0])
        return Cover(len(self.text) - place, score, state.sound, state.gloss, used.bit_count(), state.filler)

    def _unused(self, used: int) -> float:
        return sum(cost for i, cost in enumerate(self.skips) if not used >> i & 1)

    def _put(self, place: int, used: int, state: _State) -> None:
        known = self.states[place].get(used)
        if known is None or state.score > known.score:
            self.states[place][used] = state
            self.best = max(self.best, state.score)

    def _extend(self, place: int, used: int, state: _State) -> None:
        end = len(self.text) - place
        if end == 0:
            return
        for i, word in enumerate(self.words):
            if not used >> i & 1:
                self._hear(place, used, (i, word, state))
        self._translate(place, used, state)
        self._pass(place, used, state)

    def _hear(self, place: int, used: int, what: tuple[int, NameWord, _State]) -> None:
        i, word, state = what
        end = len(self.text) - place
        order = self._order(i, state)
        if word.text and self.text.endswith(word.text, 0, end) and (word.text.isascii()):
            new = state._replace(score=state.score + _SAME + order, gloss=state.gloss + _SAME, last=i)
            self._put(place + len(word.text), used | 1 << i, new)
        if len(word.letters) < 2:
            return
        heard = transliteration.endings(word.letters, self.text[max(0, end - _LONGEST_SOUND) : end])
        for size, gain in enumerate(heard, 1):
            if gain > _FAINT and (gain := gain - self._expected(end - size, end)) > _FAINT:
                new = _State(state.score + gain + order, state.sound + gain, state.gloss, state.filler, i)
                self._put(place + size, used | 1 << i, new)

    def _expected(self, begin: int, end: int) -> float:
        """What the usual words in a stretch take from the wonder of finding its characters there."""
        return sum(loss for at, size, loss in self.usual if begin <= at and at + size <= end)

    def _order(self, i: int, state: _State) -> float:
        return _IN_ORDER if i < state.last else _OUT_OF_ORDER

    def _translate(self, place: int, used: int, state: _State) -> None:
        end = len(self.text) - place
        for size in range(1, min(glosses.LONGEST, end) + 1):
            piece = self.text[end - size : end]
            covered = self.numerals.get(piece.rstrip("世号型代"), 0) & ~used
            count = int(covered > 0)
            for stem in glosses.meanings(piece):
                bit = self.stems.get(stem, 0)
                if bit and not used & bit:
                    covered |= bit
                    count += 1
            if covered:
                gain = _gloss_gain(piece, count)
                i = covered.bit_length() - 1
                order = self._order(i, state) if gain > 0 else 0.0
                new = _State(state.score + gain + order, state.sound, state.gloss + gain, state.filler, i)
                self._put(place + size, used | covered, new)
        self._shorten(place, used, state)

    def _shorten(self, place: int, used: int, state: _State) -> None:
        """One character for a word, as in 联准会 for Federal Reserve."""
        character = self.text[len(self.text) - place - 1]
        for i, short in enumerate(self.short):
            if character in short and not used >> i & 1:
                gain = frequencies.surprise(character) + _SHORTENED
                new = _State(state.score + gain, state.sound, state.gloss + gain, state.filler, i)
                self._put(place + 1, used | 1 << i, new)

    def _pass(self, place: int, used: int, state: _State) -> None:
        """Go on over a dot, a kind of thing without English, or one unexplained word."""
        end = len(self.text) - place
        if place and (before := self.text[end - 1]) in DOTS + "、":
            self._put(place + 1, used, state._replace(score=state.score + (_DOT if before in DOTS else _LOOSE)))
        for size in range(1, min(4, end) + 1):
            piece = self.text[end - size : end]
            if piece in name_endings():
                cost = _GENERIC
            elif size == 1:
                cost = self._alone(end)
            elif size <= 3 and frequencies.usage(piece) >= 100:
                cost = _FILLER + _FILLER_CHARACTER * size
            else:
                continue
            if "\u4e00" <= piece[0] <= "\u9fff":
                new = state._replace(score=state.score + cost, filler=state.filler + size)
                self._put(place + size, used, new)

    def _alone(self, end: int) -> float:
        """The cost of one unexplained character: less when it smells of a name, and before a dot."""
        character = self.text[end - 1]
        if frequencies.part(character) in _LOOSE_PARTS:
            return _LOOSE
        cost = _FILLER + _FILLER_CHARACTER + min(1.0, max(0.0, 0.3 * transliteration.likeness(character)))
        return cost / 2 if self.dotted >= end else cost


def _usual(text: str) -> tuple[tuple[int, int, float], ...]:
    """The usual words in ``text``: where, how long, and how much likelier than their characters one by one."""
    out = []
    for at, word in frequencies.division(text).items():
        if len(word) > 1 and frequencies.usage(word) >= _USUAL:
            apart = sum(map(frequencies.surprise, word))
            out.append((at, len(word), _SHARE * (apart - frequencies.surprise(word))))
    return tuple(out)


@lru_cache(1024)
def numeral(word: str) -> str:
    """The Chinese numeral for a Roman one up to 16 or an Arabic one up to 20; empty for other words.

    >>> numeral("iv"), numeral("12"), numeral("victor")
    ('四', '十二', '')
    """
    if word in _ROMAN:
        value = _ROMAN.index(word) + 2
    elif word.isascii() and word.isdigit() and len(word) <= 2 and 0 < int(word) <= 20:
        value = int(word)
    else:
        return ""
    tens, ones = divmod(value, 10)
    return ("", "十", "二十")[tens] + " 一二三四五六七八九"[ones].strip()


def _gloss_gain(piece: str, count: int) -> float:
    found = _FOUND if len(piece) > 1 else _FOUND_ONE
    return min(frequencies.surprise(piece) + found, _MOST_GLOSS + 4.0 * (count - 1))
