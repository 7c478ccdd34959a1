"""How well characters spell the sound of a foreign word: 貝森特 for Bessent.

Every character eats up to five letters, and the table says for each stretch of letters how much more often each
character, or each sound, stands for it than it occurs in ordinary text. A word is read from its right end, because the
right edge of a name is known and its left edge is sought: one pass gives the score of every length.

>>> sound("Bessent", "贝森特") > 5
True
>>> sound("Bessent", "长贝森特") < sound("Bessent", "贝森特")
True
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.tables import rows

__all__ = ["LONGEST_CHUNK", "endings", "letters", "likeness", "sound"]

LONGEST_CHUNK = 5
NEVER = float("-inf")
_SILENT = -2.5  # a letter that no character stands for: 尼科威 for Lefkowitz
_CUT_OFF = 3  # letters that may be left out at the end: 钦那瓦 for Shinawatra
_UNHEARD = -6.5  # a character of the kind that spells names, for letters it was never seen with: 川普 for Trump
_UNHEARD_MOST = -2.5
_UNHEARD_LETTERS = 4
_UNLIKE = -4.0
_HOPELESS = -9.0  # a partial score below this is given up: in ordinary text nearly all are, after a character or two
_LONGEST_WORD = 24  # letters; what is longer is not one word of a name
_LIKE = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


class _Chunk(NamedTuple):
    """What a stretch of letters may stand for, with scores."""

    characters: dict[str, float]
    sounds: dict[str, float]
    known: dict[str, float]  # gains asked for before, by character


class _Character(NamedTuple):
    sound: str
    weight: float
    likeness: float


class _Piece(NamedTuple):
    """A stretch of a word's letters: where it begins, what it stands for, and what is lost on silent letters."""

    begin: int
    chunk: _Chunk
    lost: float


_Pieces = tuple[tuple[_Piece, ...], ...]
_NOBODY = _Character("", 0.0, _UNLIKE)


@lru_cache(4096)
def letters(word: str) -> str:
    """The letters a–z of ``word``, lower case, without accents.

    >>> letters("Guaidó"), letters("O’Brien"), letters("Gdańsk")
    ('guaido', 'obrien', 'gdansk')
    """
    bare = unicodedata.normalize("NFKD", word.lower().translate(_LIKE))
    return "".join(character for character in bare if "a" <= character <= "z")


def sound(word: str, characters: str) -> float:
    """The log-likelihood ratio that ``characters`` (simplified) spell the whole of ``word``, against ordinary text.

    >>> sound("Kraków", "克拉科夫") > 8, sound("Kraków", "经济发展")
    (True, -inf)
    """
    return endings(letters(word), characters)[-1] if characters else NEVER


def likeness(character: str) -> float:
    """How much more often ``character`` (simplified) is used in foreign names than elsewhere; -4 when it is not.

    >>> likeness("斯") > 1 > likeness("的")
    True
    """
    return _characters().get(character, _NOBODY).likeness


@lru_cache(16384)
def endings(word: str, characters: str) -> tuple[float, ...]:
    """For each length from 1 the score of the last so many ``characters`` as all of ``word`` (letters a–z).

    >>> scores = endings("bessent", "部长贝森特")
    >>> scores.index(max(scores)) + 1
    3
    """
    pieces = _pieces(word[-_LONGEST_WORD:])
    size = len(pieces) - 1
    out = []
    states = {left: _SILENT * (size - left) for left in range(max(1, size - _CUT_OFF), size + 1)}
    for character in reversed(characters):
        eaten = _eat(character, states, pieces)
        out.append(max((score + _SILENT * left for left, score in eaten.items()), default=NEVER))
        states = _with_idle(character, eaten, states)
        if not states:
            break
    return (*out, *[NEVER] * (len(characters) - len(out)))


def _eat(character: str, states: dict[int, float], pieces: _Pieces) -> dict[int, float]:
    """The letters left, with scores, once ``character`` has eaten some."""
    eaten: dict[int, float] = {}
    if character not in _characters():
        return eaten
    unheard = min(likeness(character) + _UNHEARD, _UNHEARD_MOST)
    for position, before in states.items():
        guess = before + unheard
        for left in range(max(0, position - _UNHEARD_LETTERS), position) if guess > _HOPELESS else ():
            eaten[left] = max(guess, eaten.get(left, NEVER))
        for left, chunk, lost in pieces[position]:
            gain = chunk.known.get(character)
            score = before + lost + (_gain(chunk, character) if gain is None else gain)
            if score > _HOPELESS and score > eaten.get(left, _HOPELESS):
                eaten[left] = score
    return eaten


def _gain(chunk: _Chunk, character: str) -> float:
    """The score of ``character`` for a stretch of letters: as seen, else by its sound."""
    gain = chunk.characters.get(character)
    if gain is None:
        heard, weight, _ = _characters()[character]
        gain = chunk.sounds.get(heard, NEVER) + weight
    chunk.known[character] = gain
    return gain


def _with_idle(character: str, eaten: dict[int, float], states: dict[int, float]) -> dict[int, float]:
    """``eaten``, with the states in which the character ate nothing, as the leftmost one may not."""
    silent = _chunk("").characters.get(character)
    if silent is None:
        return eaten
    out = dict(eaten)
    for position, before in states.items():
        if (score := before + silent) > out.get(position, _HOPELESS):
            out[position] = score
    return out


@lru_cache(8192)
def _pieces(word: str) -> _Pieces:
    """For each position in ``word``, the stretches of letters that end there."""
    out = []
    for end in range(len(word) + 1):
        begins = range(max(0, end - LONGEST_CHUNK), end)
        whole = [_Piece(begin, _chunk(word[begin:end]), 0.0) for begin in begins]
        silent = [_Piece(begin, _chunk(word[begin : end - 1]), _SILENT) for begin in begins if begin < end - 1]
        out.append(tuple(piece for piece in whole + silent if piece.chunk.sounds))
    return tuple(out)


@cache
def _chunk(chunk: str) -> _Chunk:
    """What the letters ``chunk`` stand for."""
    characters, sounds = _table().get(chunk, ("", ""))
    seen: dict[str, float] = {}
    for group in characters.split():
        score, _, those = group.partition(":")
        seen.update(dict.fromkeys(those, float(score)))
    heard: dict[str, float] = {}
    for group in sounds.split():
        score, _, syllables = group.partition(":")
        heard.update(dict.fromkeys(syllables.split(","), float(score)))
    return _Chunk(seen, heard, {})


@cache
def _table() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in rows("transliteration")}


@cache
def _characters() -> dict[str, _Character]:
    return {
        row[0]: _Character(row[1], float(row[2]), float(row[3] or _UNLIKE))
        for row in rows("transliteration_characters")
    }
