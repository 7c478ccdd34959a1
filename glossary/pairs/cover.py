"""How the characters before a gloss are explained by its English words, from the bracket leftwards.

A state is a place in the text and the set of English words used so far; moves (:mod:`moves`) lead from it further left.
Scores are log-likelihood ratios against ordinary text, so all that lies left of an edge cancels.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from glossary.lang import transliteration
from glossary.pairs.hearing import Hearing
from glossary.pairs.left import DOTS
from glossary.pairs.moves import DOT, FILLER, Move, Moves, unexplained
from glossary.pairs.name_words import NameWord, name_words
from glossary.tables import lists, mapping

__all__ = ["Cover", "cover"]

_BEAM = 4.5  # a state this much below the best one at its place or further right is dropped
_MOST_FILLER = 5
_GLOSS = 0.6  # the ratios count too much, as neighbouring words go together: what training makes of them
_MOST_GLOSS = 9.0
_IN_ORDER, _OUT_OF_ORDER = 0.3, -0.7
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
        bonus = _IN_ORDER + (DOT if dotted else 0.0)
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
        cost += unexplained(text[start]) - (FILLER if size > 1 else 0.0)
        yield best._replace(start=start, score=best.score + cost, filler=size)


class _Search:
    """The states reached so far, by place (characters from the right) and by the words used (a bit each)."""

    __slots__ = ("best", "content", "moves", "names", "size", "states", "words")

    def __init__(self, hearing: Hearing, words: tuple[NameWord, ...], reach: int) -> None:
        self.moves, self.words, self.size = Moves(hearing, words), words, len(hearing.text)
        self.states: list[dict[int, _State]] = [{} for _ in range(min(reach, self.size) + 1)]
        self.states[0][0] = (0.0, 0.0, 0.0, 0.0, 0, len(words))
        self.best = 0.0
        self.content = sum(1 << i for i, word in enumerate(words) if word.skip < -1.0)
        self.names = sum(1 << i for i, word in enumerate(words) if word.skip < -1.0 and word.named)

    def run(self) -> list[Cover]:
        """All covers."""
        out = []
        for place, here in enumerate(self.states):
            if place and (found := self._finish(place, here)):
                out.append(found)
            least = self.best - _BEAM
            alive = [(used, state) for used, state in here.items() if state[0] > least and state[4] <= _MOST_FILLER]
            if alive and place < self.size:
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
                    start = self.size - place
                    missing = ((words & ~used).bit_count() for words in (self.content, self.names))
                    best = Cover(start, score, *state[1:4], skipped, used.bit_count(), state[4], *missing)
        return best

    def _extend(self, place: int, alive: list[tuple[int, _State]]) -> None:
        """Make all moves from the states at one place."""
        needed = ~alive[0][0]
        for used, _ in alive:
            needed |= ~used
        furthest = len(self.states) - 1 - place
        moves = [move for move in self.moves.before(self.size - place, needed) if move[0] <= furthest]
        for used, state in alive:
            for move in moves:
                if not move[1] or move[1] & ~used:
                    self._step(place, (used, state), move)

    def _step(self, place: int, came: tuple[int, _State], move: Move) -> None:
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
