"""Which reading each character of a Chinese name has, and what decided it.

Sources in order of trust: whole names and words of a dictionary, the surname table (persons), the reading a character
mostly has inside proper names, its ordinary reading. What is known comes in as a
:class:`~glossary.lang.knowledge.Knowledge`. The English spelling, which outweighs them all, is heard in ``readings``.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import chain

from glossary.lang.knowledge import END, START, Knowledge, Syllable
from glossary.lang.script import fold
from glossary.lang.transliteration import likeness

__all__ = ["choose", "foreign_places"]

_LONGEST = 8  # characters of the longest word looked up
_LONGEST_SURE = 3  # characters of a person's name that begins with a surname and is surely no foreign one
_UNCHANGED = {"一": "yi1", "不": "bu4"}  # GB/T 16159 writes no tone sandhi; a phrase table may
_BESIDE = 0.8  # share of a reading beside a certain neighbour from which it is taken
_NEAR = 2  # characters on either side that tell whether a character writes a foreign sound
_FOREIGN = 1.0  # their mean likeness (log ratio) from which it does


def choose(text: str, known: Knowledge, *, surname: int = 0) -> tuple[Syllable, ...]:
    """A syllable for each character of ``text``, which is Han only; the first ``surname`` characters are a surname."""
    found: list[Syllable] = []
    foreign = foreign_places(text) if not surname or len(text) > _LONGEST_SURE else frozenset()
    for word, syllables in _division(text, known):
        if not syllables:
            found.append(_beside(text, len(found), known, foreign=len(found) in foreign))
        else:
            source = "name" if len(word) == len(text) else "word"
            for char, said in zip(word, syllables, strict=True):
                sounds = source == "word" and len(found) in foreign
                found.append(_of_word(char, said, known, source=source, foreign=sounds))
    own = _surname_reading(text[:surname], known)
    if own and not (found[0].source == "name" or len(text) == surname):
        found[: len(own)] = map(_as_surname, found, own)
    return tuple(_repeated(found))


@lru_cache(maxsize=8192)
def foreign_places(text: str) -> frozenset[int]:
    """The places in ``text`` where a character stands among characters that write foreign sounds.

    >>> sorted(foreign_places("巴尔的摩")), sorted(foreign_places("司法部长"))
    ([2], [])
    """
    simple = fold(text)
    likely = list(map(likeness, simple if len(simple) == len(text) else map(fold, text)))
    return frozenset(place for place in range(len(text)) if _around(likely, place) >= _FOREIGN)


def _around(likely: list[float], place: int) -> float:
    """The mean of what stands around ``place``."""
    near = [*likely[max(place - _NEAR, 0) : place], *likely[place + 1 : place + 1 + _NEAR]]
    return sum(near) / len(near) if near else float("-inf")


_Word = tuple[str, tuple[str, ...]]  # a stretch of the name, and its syllables where it is a known word


def _division(text: str, known: Knowledge) -> list[_Word]:
    """``text`` cut so that known words cover it best: the sum of squared word lengths is greatest.

    A word is known as it is written or in simplified characters.
    """
    simple = fold(text)
    simple = simple if len(simple) == len(text) else text
    size = len(text)
    best: list[tuple[int, _Word]] = [(0, ("", ()))] * (size + 1)
    for start in range(size - 1, -1, -1):
        best[start] = (best[start + 1][0], (text[start], ()))
        if not (known.begins(text[start : start + 2]) or known.begins(simple[start : start + 2])):
            continue
        for end in range(start + 2, min(size, start + _LONGEST) + 1):
            score = (end - start) ** 2 - 1 + best[end][0]
            if score < best[start][0]:
                continue
            if syllables := known.word(text[start:end]) or known.word(simple[start:end]):
                best[start] = (score, (text[start:end], syllables))
    words, start = [], 0
    while start < len(text):
        words.append(best[start][1])
        start += len(words[-1][0])
    return words


def _of_word(char: str, said: str, known: Knowledge, *, source: str, foreign: bool) -> Syllable:
    """The syllable a word gives, unless the character does not have it (a word found through its simplified form).

    Nor where the character writes a ``foreign`` sound, and foreign names agree on another reading.
    """
    character = known.of(char)
    said = _UNCHANGED.get(char, said)
    if foreign and character.settled not in {"", said}:
        return character.foreign
    if said.endswith("5") or said in character.attested:
        rest = tuple(other for other in character.plausible if other != said)
        return Syllable(char, said, source if rest else "only", rest)
    return character.native


def _beside(text: str, place: int, known: Knowledge, *, foreign: bool) -> Syllable:
    """The reading of a character that no word decides: that of names with the same neighbour, else its own."""
    char, padded = text[place], START + text + END
    alone = known.of(char).foreign if foreign else known.of(char).native
    pair, before = padded[place + 1 : place + 3], padded[place : place + 2]
    said = known.pairs.get((before, 1)) if pair[1] == END else None
    said = said or known.pairs.get((pair, 0)) or known.pairs.get((before, 1))
    if not said or said == alone.reading or alone.source == "only":
        return alone
    others = (alone.reading, *(other for other in alone.alternatives if other != said))
    return Syllable(char, said, "usage", others, _BESIDE)


def _surname_reading(surname: str, known: Knowledge) -> tuple[str, ...]:
    """How a surname is said, and each of two that are borne together; nothing where it is not known (高橋)."""
    whole = _as_listed(surname, known)
    parts = [whole] if whole else [_as_listed(char, known) for char in surname]
    return tuple(chain.from_iterable(parts)) if all(parts) else ()


def _as_listed(surname: str, known: Knowledge) -> tuple[str, ...]:
    """What the list of surnames says of one, in any script and shape."""
    return known.surnames.get(surname) or known.surnames.get(fold(surname)) or ()


def _as_surname(old: Syllable, reading: str) -> Syllable:
    """The syllable of a character that stands in a surname said so."""
    others = tuple(other for other in (old.reading, *old.alternatives) if other != reading)
    return Syllable(old.char, reading, "surname" if others else "only", others)


def _repeated(found: list[Syllable]) -> list[Syllable]:
    """The mark 々 read as the character before it."""
    for place, syllable in enumerate(found):
        if syllable.char == "々" and place:
            found[place] = replace(found[place - 1], char="々")
    return found
