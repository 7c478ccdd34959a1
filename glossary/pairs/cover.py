"""How the characters before a gloss are explained by its English words, from the bracket leftwards.

A state is a place in the text and the set of English words used so far. From each, a word may be heard (sound), be
translated (gloss) or stand there as it is; a dot, a kind of thing that English leaves out (公司) or one unexplained
word may come between. Scores are log-likelihood ratios against ordinary text, so all that lies left of an edge cancels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.lang import frequencies, glosses, transliteration
from glossary.lang.romanization.spellings import letters as readings
from glossary.lang.romanization.spellings import surname_letters
from glossary.tables import rows

__all__ = ["DOTS", "Cover", "NameWord", "cover", "name_endings", "name_words"]

DOTS = "·-－ "
_MOST_WORDS = 9
_LONGEST_SOUND = 9
_LONGEST_GLOSS = 8
_BEAM = 5.5  # a state this much below the best one at its place or further right is dropped
_MOST_FILLER = 5
# The ratios count too much, as neighbouring characters and words go together: what training makes of them.
_SOUND, _GLOSS, _SPELT = 0.4, 0.6, 0.5
_SPELT_COST = -2.5  # for each character: readings and systems are many
_LONGEST_SYLLABLE = 7
_LONGEST_SPELT = 4
_FAINT = -1.5  # less than this is no evidence for a sound
_FOUND = -2.0  # log-probability that the dictionary's word is the one used, for words of two characters and more
_FOUND_ONE = -4.0  # the same for single characters, which have many meanings each
_SHORTENED = -7.0  # the same for a character that shortens a word
_MOST_GLOSS = 9.0
_SAME = 8.0  # the same Latin letters or digits on both sides
_IN_ORDER, _OUT_OF_ORDER = 0.3, -0.7
_GENERIC = -0.5
_DOT = 0.4
_LOOSE_PARTS = frozenset("purdc")  # particles, prepositions, pronouns, adverbs, conjunctions
_LOOSE = -2.2
_USUAL, _SHARE = 100, 0.6  # a usual word is no evidence of a sound; not in full, since the words include famous names
_FILLER, _FILLER_CHARACTER = -0.9, -0.65
_FURTHER = 2
_SMELL = 1.0  # likeness of a character that may belong to a foreign name
_CLEAR = 4.0  # a name heard this well needs no further explanation
_FEW_WORDS = 3  # in longer names words of the dictionary are translated, not spelt by sound
_LINKS = {
    "a", "al", "and", "at", "bin", "d", "da", "das", "de", "dei", "del", "della", "den", "der", "des", "di",
    "do", "dos", "du", "e", "el", "en", "et", "for", "from", "ibn", "in", "la", "las", "le", "les", "los",
    "of", "on", "the", "to", "und", "van", "von", "with", "y", "zu", "jr", "sr",
}  # fmt: skip
_HEARD_LINKS = {"al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le", "van", "von"}
_ROMAN = ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"]
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")


class NameWord(NamedTuple):
    """One word of an English name: its letters, its stem, and what it costs to leave it unexplained."""

    letters: str
    stem: str
    text: str
    skip: float
    heard: bool
    dictionary: bool  # a word of the language, not only a name
    short: str  # characters that may stand for it in a shortened name


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
    content: int  # English words that want to be explained


# A step leftwards: characters, the English words that it explains (a bit each), what it gains by sound, gloss (to be
# limited and scaled), romanization and otherwise, and how many characters stay unexplained.
_Move = tuple[int, int, float, float, float, float, int]
_State = tuple[float, float, float, float, int, int]  # score, sound, gloss, spelt, filler, the word explained last


@lru_cache(4096)
def name_words(english: str) -> tuple[NameWord, ...]:
    """The words of an English name, at most nine, the last ones of a longer name.

    >>> [word.letters for word in name_words("University of São Paulo")]
    ['university', 'of', 'sao', 'paulo']
    """
    found = _WORD.findall(english)[-_MOST_WORDS:]
    content = [word for word in found if not _is_link(word)]
    return tuple(_name_word(word, content) for word in found)


def _name_word(word: str, content: list[str]) -> NameWord:
    letters, stem, skip = transliteration.letters(word), glosses.stem(word), _skip_cost(word, content)
    short = glosses.shortened(stem)
    heard = len(letters) > 1 and (not _is_link(word) or word.lower() in _HEARD_LINKS) and (len(content) <= _FEW_WORDS or not short)
    return NameWord(letters, stem, word.casefold(), skip, heard, bool(short), short if len(content) > 1 else "")


def _is_link(word: str) -> bool:
    return word.lower() in _LINKS or (len(word) == 1 and word.isalpha())


def _skip_cost(word: str, content: list[str]) -> float:
    """Dropping a given name is usual, dropping the last or only word of a name is not."""
    if _is_link(word):
        return -0.15
    if len(content) == 1:
        return -4.5
    return -1.9 if word == content[-1] else -1.1


@cache
def name_endings() -> dict[str, str]:
    """Words that may end a name without an English word of their own, with their class."""
    return {row[0]: row[1] for row in rows("name_endings")}


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
    found = _by_sound(text, words)
    best = max(found, key=lambda one: one.score, default=None)
    if best and best.score > _CLEAR and _is_whole(text, best, words):
        return [*found, *_further(text, best)]
    return _Search(text, words, reach).run()


def _by_sound(text: str, words: tuple[NameWord, ...]) -> list[Cover]:
    """The covers in which words are heard in their order or left out, from the last one, which must be heard."""
    last = len(words) - 1
    while last and words[last].skip > -1.0:
        last -= 1
    if not words[last].heard or text[-1].isascii() or any(text[-size:] in name_endings() for size in (1, 2, 3)):
        return []
    reached = {len(text): (0.0, 0.0, 0.0, 0)}
    for i in range(last, -1, -1):
        word = words[i]
        after = {}
        for end, (score, sound, skipped, count) in reached.items() if word.heard else ():
            stop = end - 1 if end > 1 and text[end - 1] == "·" else end
            bonus = _IN_ORDER + (_DOT if stop < end else 0.0)
            for start, gain in _heard(word, text, stop):
                if start not in after or after[start][0] < score + gain + bonus:
                    after[start] = (score + gain + bonus, sound + gain, skipped, count + 1)
        if i < last:
            for end, (score, sound, skipped, count) in reached.items():
                if end not in after or after[end][0] < score + word.skip:
                    after[end] = (score + word.skip, sound, skipped + word.skip, count)
        reached = after
    trailing = sum([word.skip for word in words[last + 1 :]])
    return [
        Cover(start, score + trailing, sound, 0.0, 0.0, skipped + trailing, count, 0, 0)
        for start, (score, sound, skipped, count) in reached.items()
    ]


def _is_whole(text: str, best: Cover, words: tuple[NameWord, ...]) -> bool:
    """Whether nothing before the characters that were heard may belong to the name."""
    content = [word for word in words if word.skip < -1.0]
    if best.words >= len(content) or best.start == 0:
        return True
    before = text[best.start - 1]
    if before in DOTS or transliteration.likeness(before) > _SMELL:
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


def _heard(word: NameWord, text: str, end: int) -> list[tuple[int, float]]:
    """From where to ``end`` a word may be heard, with what that gains."""
    out = []
    for size, gain in enumerate(transliteration.heard(word.letters, text[max(0, end - _LONGEST_SOUND) : end]), 1):
        if gain > _FAINT and (gain := gain - _expected(text, end - size, end)) > _FAINT:
            out.append((end - size, gain * _SOUND))
    return out


def _expected(text: str, begin: int, end: int) -> float:
    """What the usual words in a stretch take from the wonder of finding its characters there."""
    return sum([loss for at, stop, loss in _usual(text) if begin <= at and stop <= end])


class _Search:
    """The states reached so far, by place (characters from the right) and by the words used (a bit each)."""

    __slots__ = ("best", "content", "dotted", "known", "lexicon", "numerals", "reach", "states", "stems", "text", "words")

    def __init__(self, text: str, words: tuple[NameWord, ...], reach: int) -> None:
        self.text, self.words = text, words
        self.reach = min(reach, len(text))
        self.stems = {word.stem: 1 << i for i, word in enumerate(words) if not _is_link(word.text)}
        self.numerals = {value: 1 << i for i, word in enumerate(words) if (value := numeral(word.text))}
        self.states: list[dict[int, _State]] = [{} for _ in range(self.reach + _LONGEST_SOUND + 1)]
        self.states[0][0] = (0.0, 0.0, 0.0, 0.0, 0, len(words))
        self.best = 0.0
        self.content = sum(word.skip < -1.0 for word in words)
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
                skipped = sum([word.skip for i, word in enumerate(self.words) if not used >> i & 1])
                score = state[0] + skipped
                if best is None or score > best.score:
                    start = len(self.text) - place
                    best = Cover(start, score, *state[1:4], skipped, used.bit_count(), state[4], self.content)
        return best

    def _extend(self, place: int, alive: list[tuple[int, _State]]) -> None:
        """Make all moves from the states at one place."""
        end = len(self.text) - place
        needed = ~alive[0][0]
        for used, _ in alive:
            needed |= ~used
        moves = [*self._glosses(end), *self._sounds(end, needed), *self._passes(end)]
        for used, (score, sound, gloss, spelt, filler, last) in alive:
            for size, bits, heard, glossed, read, cost, passed in moves:
                fresh = bits & ~used
                if bits and not fresh:
                    continue
                gain = cost + heard + read
                if bits:
                    at = fresh.bit_length() - 1
                    if glossed:
                        glossed = min(glossed, _MOST_GLOSS + 4.0 * (fresh.bit_count() - 1)) * _GLOSS
                        gain += glossed
                    if gain > 0:
                        gain += _IN_ORDER if at < last else _OUT_OF_ORDER
                else:
                    at = last
                new = score + gain
                there = self.states[place + size]
                known = there.get(used | fresh)
                if known is None or new > known[0]:
                    there[used | fresh] = (
                        new,
                        sound + heard,
                        gloss + glossed,
                        spelt + read,
                        filler + passed,
                        at,
                    )
                    if new > self.best:
                        self.best = new

    def _sounds(self, end: int, needed: int) -> list[_Move]:
        """The words heard in the characters before ``end``, and those that stand there as they are."""
        out = []
        text = self.text[max(0, end - _LONGEST_SOUND) : end]
        latin = text[-1].isascii()
        for i, word in enumerate(self.words):
            if not needed >> i & 1:
                continue
            if latin:
                if self.text.endswith(word.text, 0, end):
                    out.append((len(word.text), 1 << i, 0.0, _SAME, 0.0, 0.0, 0))
            elif word.heard:
                for start, gain in _heard(word, self.text, end):
                    out.append((end - start, 1 << i, gain, 0.0, 0.0, 0.0, 0))
                for size in _spelt(word.letters, text[-_LONGEST_SPELT:]):
                    gain = _surprise_apart(text[-size:]) + _SPELT_COST * size
                    out.append((size, 1 << i, 0.0, 0.0, gain * _SPELT, 0.0, 0))
        return out

    def _glosses(self, end: int) -> list[_Move]:
        """The words translated by the characters before ``end``; one may do for a word, as in 联准会, Federal Reserve."""
        out = []
        for size in range(1, min(_LONGEST_GLOSS, end) + 1):
            piece = self.text[end - size : end]
            bits = self.numerals.get(piece.rstrip("世号型代"), 0) if self.numerals else 0
            if stems := self.lexicon.get(piece):
                for stem in stems.split(","):
                    bits |= self.stems.get(stem, 0)
            if bits:
                gain = frequencies.surprise(piece) + (_FOUND if size > 1 else _FOUND_ONE)
                out.append((size, bits, 0.0, gain, 0.0, 0.0, 0))
        character = self.text[end - 1]
        for i, word in enumerate(self.words):
            if character in word.short:
                gain = self.known.get(character, frequencies.NO_WORD).surprise + _SHORTENED
                out.append((1, 1 << i, 0.0, gain, 0.0, 0.0, 0))
        return out

    def _passes(self, end: int) -> list[_Move]:
        """Going on over a dot, a kind of thing without English, or one unexplained word."""
        before = self.text[end - 1]
        if before in DOTS or before == "、":
            return [(1, 0, 0.0, 0.0, 0.0, _DOT if before in DOTS else _LOOSE, 0)] if end < len(self.text) else []
        out: list[_Move] = []
        endings = name_endings()
        for size in range(1, min(4, end) + 1):
            piece = self.text[end - size : end]
            if not "\u4e00" <= piece[0] <= "\u9fff":
                break
            if piece in endings:
                cost = _GENERIC
            elif size == 1:
                cost = _alone(before) / (2 if self.dotted >= end else 1)
            elif size <= 3 and (word := self.known.get(piece)) and word.uses >= _USUAL:
                cost = _FILLER + _FILLER_CHARACTER * size
            else:
                continue
            out.append((size, 0, 0.0, 0.0, 0.0, cost, size))
        return out


def _spelt(word: str, text: str) -> list[int]:
    """How many last characters of ``text`` the letters of ``word`` spell, in some system of romanization."""
    if not _last_syllables(word).isdisjoint(readings(text[-1])):
        return _spelt_further(word, text)
    return [1] if len(word) <= _LONGEST_SYLLABLE and word in surname_letters(text[-1]) else []


def _spelt_further(word: str, text: str) -> list[int]:
    out = []
    states = {len(word): -1}
    for size, character in enumerate(reversed(text), 1):
        table = readings(character)
        after: dict[int, int] = {}
        for end, systems in states.items():
            for begin in range(max(0, end - _LONGEST_SYLLABLE), end):
                if both := table.get(word[begin:end], 0) & systems:
                    after[begin] = after.get(begin, 0) | both
            if end <= _LONGEST_SYLLABLE and word[:end] in surname_letters(character):
                after[0] = after.get(0, 0) | 1
        if after.pop(0, 0):
            out.append(size)
        if not after:
            break
        states = after
    return out


def _surprise_apart(characters: str) -> float:
    known = frequencies.lexicon(characters)
    return sum([known.get(character, frequencies.NO_WORD).surprise for character in characters])


@lru_cache(4096)
def _last_syllables(word: str) -> frozenset[str]:
    return frozenset(word[begin:] for begin in range(max(0, len(word) - _LONGEST_SYLLABLE), len(word)))


@lru_cache(256)
def _usual(text: str) -> list[tuple[int, int, float]]:
    """The usual words in ``text``: from where to where, and how much likelier than their characters one by one."""
    out = []
    known = frequencies.lexicon(text)
    for at, word in frequencies.division(text).items():
        if len(word) > 1 and known[word].uses >= _USUAL:
            out.append((at, at + len(word), _SHARE * (_surprise_apart(word) - known[word].surprise)))
    return out


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
