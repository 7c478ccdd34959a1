"""How the characters before a gloss are explained by its English words, from the bracket leftwards.

A state is a place in the text and the set of English words used so far. From each, a word may be heard (sound), be
translated (gloss) or stand there as it is; a dot, a kind of thing that English leaves out (公司) or one unexplained
word may come between. Scores are log-likelihood ratios against ordinary text, so all that lies left of an edge cancels.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from glossary.lang import frequencies, glosses, transliteration
from glossary.pairs.hearing import LONGEST_SOUND, Hearing, spelt_sizes, surprise_apart
from glossary.pairs.name_words import NameWord, is_link, name_words, numeral
from glossary.tables import lists, mapping

__all__ = ["DOTS", "Cover", "cover"]

DOTS = "·-－ "
_LONGEST_COMPOUND = 4
_LONGEST_GLOSS = 10
_BEAM = 4.5  # a state this much below the best one at its place or further right is dropped
_MOST_FILLER = 5
# The ratios count too much, as neighbouring characters and words go together: what training makes of them.
_GLOSS, _SPELT = 0.6, 0.5
_SPELT_COST = -2.5  # for each character: readings and systems are many
_LONGEST_SPELT = 4
_FOUND = -2.0  # log-probability that the dictionary's word is the one used, for words of two characters and more
_FOUND_ONE = -4.0  # the same for single characters, which have many meanings each
_SHORTENED = -7.0  # the same for a character that shortens a word
_MOST_GLOSS = 9.0
_INITIAL = 3.0  # a word's first letter is one of those that an abbreviation has: about one in ten
_LONGEST_BEGUN = 4
_SAME = 8.0  # the same Latin letters or digits on both sides
_IN_ORDER, _OUT_OF_ORDER = 0.3, -0.7
_GENERIC = -0.5
_DOT = 0.4
_LOOSE_PARTS = frozenset("purdc")  # particles, prepositions, pronouns, adverbs, conjunctions
_LOOSE = -2.2
_LONGEST_USUAL = 3  # characters; longer words are rare, whatever their uses
_USUAL = 100  # uses of a word that may stand unexplained in a name
_FILLER, _FILLER_CHARACTER = -0.9, -0.65
_FURTHER = 2
_SMELL = 1.0  # likeness of a character that may belong to a foreign name
_CLEAR = 3.4  # a name heard this well needs no further explanation


class Cover(NamedTuple):
    """How well the characters from ``start`` to the bracket are explained, and by what kind of evidence."""

    start: int
    score: float
    sound: float
    gloss: float
    spelt: float
    skipped: float  # what the English words not explained cost
    words: int  # English words explained
    filler: int  # characters not explained
    missing: int  # English words that want to be explained and are not
    names: int  # those among them that are names


# A step leftwards: characters, the English words that it explains (a bit each), what it gains by sound, gloss (to be
# limited and scaled), romanization and otherwise, and how many characters stay unexplained.
_Move = tuple[int, int, float, float, float, float, int]
_Reached = tuple[float, float, float, int]  # score, sound, what was skipped, words heard
_State = tuple[float, float, float, float, int, int]  # score, sound, gloss, spelt, filler, the word explained last


def cover(text: str, english: str, *, reach: int = 40) -> list[Cover]:
    """Every start among the last ``reach`` characters from which ``text`` may be explained to its end.

    ``text`` is simplified, its dots are ·. A name that is clear by its sound alone is not looked at any further.

    >>> best = max(cover("总部设在日内瓦的世界卫生组织", "World Health Organization"), key=lambda found: found.score)
    >>> best.start
    8
    """
    words = name_words(english)
    if not words or not text:
        return []
    heard = Hearing(text)
    found = _by_sound(heard, words)
    best = max(found, key=lambda one: one.score, default=None)
    if best and best.score > _CLEAR and _is_whole(text, best, words):
        return [*found, *_further(text, best)]
    return _Search(heard, words, reach).run()


def _by_sound(hearing: Hearing, words: tuple[NameWord, ...]) -> list[Cover]:
    """The covers in which words are heard in their order or left out, from the last one, which must be heard."""
    text = hearing.text
    last = len(words) - 1
    while last and words[last].skip > -1.0:
        last -= 1
    endings = mapping("name_endings")
    if not words[last].heard or text[-1].isascii() or any(text[-size:] in endings for size in (1, 2, 3)):
        return []
    reached: dict[int, _Reached] = {len(text): (0.0, 0.0, 0.0, 0)}
    for i in range(last, -1, -1):
        after = _hear_next(hearing, words[i].letters, reached) if words[i].heard else {}
        if i < last:
            _skip_next(words[i].skip, reached, after)
        reached = after
    trailing = sum(word.skip for word in words[last + 1 :])
    return [
        Cover(start, score + trailing, sound, 0.0, 0.0, skipped + trailing, count, 0, 0, 0)
        for start, (score, sound, skipped, count) in reached.items()
    ]


def _hear_next(hearing: Hearing, letters: str, reached: dict[int, _Reached]) -> dict[int, _Reached]:
    """The starts reached when one more word is heard, over a dot if one stands there."""
    after: dict[int, _Reached] = {}
    for end, (score, sound, skipped, count) in reached.items():
        dotted = end > 1 and hearing.text[end - 1] == "·"
        bonus = _IN_ORDER + (_DOT if dotted else 0.0)
        for start, gain in hearing.of(letters, end - dotted):
            if start not in after or after[start][0] < score + gain + bonus:
                after[start] = (score + gain + bonus, sound + gain, skipped, count + 1)
    return after


def _skip_next(cost: float, reached: dict[int, _Reached], after: dict[int, _Reached]) -> None:
    """Add the starts reached when a word is left out."""
    for end, (score, sound, skipped, count) in reached.items():
        if end not in after or after[end][0] < score + cost:
            after[end] = (score + cost, sound, skipped + cost, count)


def _is_whole(text: str, best: Cover, words: tuple[NameWord, ...]) -> bool:
    """Whether nothing before the characters that were heard may belong to the name."""
    if best.start == 0:
        return True
    before = text[best.start - 1]
    if before in DOTS:
        return False
    content = [word for word in words if word.skip < -1.0]
    if best.words >= len(content):
        return True
    if before in lists("edge_characters")["joining"] or transliteration.likeness(before) > _SMELL:
        return False
    return not any(word.dictionary for word in content)


def _further(text: str, best: Cover) -> Iterator[Cover]:
    """The next starts further left, if the characters there belong to the name although they are not heard."""
    cost = 0.0
    for size in range(1, min(_FURTHER, best.start) + 1):
        start = best.start - size
        if text[start] in DOTS or text[start].isascii():
            return
        cost += _alone(text[start]) - (_FILLER if size > 1 else 0.0)
        yield best._replace(start=start, score=best.score + cost, filler=size)


def _alone(character: str) -> float:
    """The cost of one unexplained character: less when it smells of a name."""
    if frequencies.part(character) in _LOOSE_PARTS:
        return _LOOSE
    return _FILLER + _FILLER_CHARACTER + min(0.7, max(0.0, 0.2 * transliteration.likeness(character)))


@lru_cache(4096)
def _stems(words: tuple[NameWord, ...]) -> dict[str, int]:
    """The stems of the words and of their families, each with the words' bits; a word's own stem goes first."""
    content = [(word.stem, 1 << i) for i, word in enumerate(words) if not is_link(word.text)]
    out: dict[str, int] = {}
    for stem, bit in content:
        for other in glosses.family(stem):
            out[other] = out.get(other, 0) | bit
    return out | dict(content)


class _Search:
    """The states reached so far, by place (characters from the right) and by the words used (a bit each)."""

    __slots__ = (
        "abbreviated",
        "best",
        "composed",
        "content",
        "dotted",
        "hearing",
        "known",
        "lexicon",
        "names",
        "numerals",
        "reach",
        "states",
        "stems",
        "text",
        "words",
    )

    def __init__(self, hearing: Hearing, words: tuple[NameWord, ...], reach: int) -> None:
        self.hearing, self.text, self.words = hearing, hearing.text, words
        text = self.text
        self.reach = min(reach, len(text))
        self.stems = _stems(words)
        self.numerals = {value: 1 << i for i, word in enumerate(words) if (value := numeral(word.text))}
        self.states: list[dict[int, _State]] = [{} for _ in range(self.reach + LONGEST_SOUND + 1)]
        self.states[0][0] = (0.0, 0.0, 0.0, 0.0, 0, len(words))
        self.best = 0.0
        self.composed = [(i, word) for i, word in enumerate(words) if word.parts or word.short]
        self.abbreviated = [(1 << i, word.initials) for i, word in enumerate(words) if word.initials]
        self.content = sum(1 << i for i, word in enumerate(words) if word.skip < -1.0)
        self.names = sum(1 << i for i, word in enumerate(words) if word.skip < -1.0 and word.named)
        self.dotted = text.rfind("·")
        self.known = frequencies.lexicon(text)
        self.lexicon = glosses.lexicon(text)

    def run(self) -> list[Cover]:
        """All covers."""
        out = []
        for place, here in enumerate(self.states[: self.reach + 1]):
            if place and (found := self._finish(place, here)):
                out.append(found)
            least = self.best - _BEAM
            alive = [(used, state) for used, state in here.items() if state[0] > least and state[4] <= _MOST_FILLER]
            if alive and place < len(self.text):
                self._extend(place, alive)
        return out

    def _finish(self, place: int, here: dict[int, _State]) -> Cover | None:
        """The best state at a place once the words not used are paid for."""
        best = None
        for used, state in here.items():
            if used:
                skipped = sum(word.skip for i, word in enumerate(self.words) if not used >> i & 1)
                score = state[0] + skipped
                if best is None or score > best.score:
                    start = len(self.text) - place
                    missing = ((words & ~used).bit_count() for words in (self.content, self.names))
                    best = Cover(start, score, *state[1:4], skipped, used.bit_count(), state[4], *missing)
        return best

    def _extend(self, place: int, alive: list[tuple[int, _State]]) -> None:
        """Make all moves from the states at one place."""
        end = len(self.text) - place
        needed = ~alive[0][0]
        for used, _ in alive:
            needed |= ~used
        moves = self._glosses(end)
        for size, bits, *_ in moves:  # what is translated here need not be heard
            needed &= ~bits if size > 1 else -1
        moves = [*moves, *self._sounds(end, needed), *self._passes(end)]
        for used, state in alive:
            for move in moves:
                if not move[1] or move[1] & ~used:
                    self._step(place, (used, state), move)

    def _step(self, place: int, came: tuple[int, _State], move: _Move) -> None:
        """Make one move from a state."""
        used, (score, sound, gloss, spelt, filler, last) = came
        size, bits, heard, glossed, read, cost, passed = move
        fresh = bits & ~used
        scaled = 0.0
        if glossed:
            most = _MOST_GLOSS + 4.0 * (fresh.bit_count() - 1) + max(0, size - 2)
            scaled = min(glossed, most) * _GLOSS
        new = score + cost + heard + read + scaled
        at = fresh.bit_length() - 1 if fresh else last
        if fresh and new > score:
            new += _IN_ORDER if at < last else _OUT_OF_ORDER
        there = self.states[place + size]
        known = there.get(used | fresh)
        if known is None or new > known[0]:
            there[used | fresh] = (new, sound + heard, gloss + scaled, spelt + read, filler + passed, at)
            self.best = max(self.best, new)

    def _sounds(self, end: int, needed: int) -> list[_Move]:
        """The words heard in the characters before ``end``, and those that stand there as they are."""
        out = []
        text = self.text[max(0, end - LONGEST_SOUND) : end]
        latin = text[-1].isascii()
        for i, word in enumerate(self.words):
            if not needed >> i & 1:
                continue
            if latin:
                if self.text.endswith(word.text, 0, end):
                    out.append((len(word.text), 1 << i, 0.0, _SAME, 0.0, 0.0, 0))
            elif word.heard:
                for start, gain in self.hearing.of(word.letters, end):
                    out.append((end - start, 1 << i, gain, 0.0, 0.0, 0.0, 0))
                for size in spelt_sizes(word.letters, text[-_LONGEST_SPELT:]):
                    gain = surprise_apart(text[-size:]) + _SPELT_COST * size
                    out.append((size, 1 << i, 0.0, 0.0, gain * _SPELT, 0.0, 0))
        return out

    def _glosses(self, end: int) -> list[_Move]:
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
                out.append((size, bits, 0.0, gain, 0.0, 0.0, 0))
        character = self.text[end - 1]
        for i, word in self.composed:
            if word.parts and end > 1:
                out.extend(_compounds(self.text[max(0, end - _LONGEST_COMPOUND) : end], word, 1 << i))
            if character in word.short:
                gain = self.known.get(character, frequencies.NO_WORD).surprise + _SHORTENED
                out.append((1, 1 << i, 0.0, gain, 0.0, 0.0, 0))
        return [*out, *self._abbreviations(end)] if self.abbreviated else out

    def _abbreviations(self, end: int) -> Iterator[_Move]:
        """The abbreviations whose letters the words before ``end`` begin with."""
        for bit, letters in self.abbreviated:
            for start in self._begun(end, letters):
                yield end - start, bit, 0.0, _INITIAL * len(letters), 0.0, 0.0, 0

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

    def _passes(self, end: int) -> list[_Move]:
        """Going on over a dot, a kind of thing without English, or one unexplained word."""
        before = self.text[end - 1]
        if before in DOTS or before == "、":
            return [(1, 0, 0.0, 0.0, 0.0, _DOT if before in DOTS else _LOOSE, 0)] if end < len(self.text) else []
        out: list[_Move] = []
        endings = mapping("name_endings")
        for size in range(1, min(4, end) + 1):
            piece = self.text[end - size : end]
            if not "\u4e00" <= piece[0] <= "\u9fff":
                break
            if piece in endings:
                cost = _GENERIC
            elif size == 1:
                cost = _alone(before) / (2 if self.dotted >= end else 1)
            elif self._is_word(piece):
                cost = _FILLER + _FILLER_CHARACTER * size
            else:
                continue
            out.append((size, 0, 0.0, 0.0, 0.0, cost, size))
        return out

    def _is_word(self, piece: str) -> bool:
        """Whether it is a usual word, or a long one of the dictionary."""
        word = self.known.get(piece)
        return (word is not None and word.uses >= _USUAL) or (len(piece) > _LONGEST_USUAL and piece in self.lexicon)


def _number(piece: str) -> str:
    """The numeral without what Chinese has behind that of a king or a model: 十二世, XII."""
    return piece.rstrip("".join(lists("edge_characters")["numbering"]))


def _compounds(text: str, word: NameWord, bit: int) -> Iterator[_Move]:
    """The two words of a compound translated side by side: 橋水 for Bridgewater."""
    for size in range(2, len(text) + 1):
        for cut in range(max(1, size - 2), min(2, size - 1) + 1):
            one, two = text[-size : len(text) - size + cut], text[len(text) - size + cut :]
            if any(_means(one, first) and _means(two, second) for first, second in word.parts):
                gain = frequencies.surprise(one) + frequencies.surprise(two) + 2 * _FOUND_ONE
                yield size, bit, 0.0, gain, 0.0, 0.0, 0


def _means(piece: str, stem: str) -> bool:
    return stem in glosses.meanings(piece) or (len(piece) == 1 and piece in glosses.shortened(stem))
