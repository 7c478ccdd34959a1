"""How well characters spell the sound of a foreign word: 貝森特 for Bessent.

Every character eats up to five letters, and the table says for each stretch of letters how much more often each
character stands for it than it occurs in ordinary text. A word is read from its right end, because the right edge of a
name is known and its left edge is sought: one pass gives the score of every length.

>>> sound("Bessent", "贝森特") > 5
True
>>> sound("Bessent", "长贝森特") < sound("Bessent", "贝森特")
True
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from glossary.tables import rows

__all__ = ["LONGEST_CHUNK", "endings", "letters", "likeness", "sound"]

LONGEST_CHUNK = 5
NEVER = float("-inf")
_SILENT = -2.5  # a letter that no character stands for: 尼科威 for Lefkowitz
_UNHEARD = -5.0  # a character of the kind that spells names, for letters it was never seen with: 川普 for Trump
_UNHEARD_LETTERS = 4
_UNLIKE = -4.0
_HOPELESS = -7.0  # a partial score below this is given up: in ordinary text nearly all are, after a character or two
_CUT_OFF = 3  # letters that may be left out at the end: 钦那瓦 for Shinawatra
_LONGEST_WORD = 24  # letters; what is longer is not one word of a name
_LIKE = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


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
        eaten, idle = _eat(character, states, pieces)
        out.append(_rest(eaten))
        for position, score in idle.items():
            if score > eaten.get(position, _HOPELESS):
                eaten[position] = score
        states = eaten
        if not states:
            break
    return (*out, *[NEVER] * (len(characters) - len(out)))


def _eat(
    character: str, states: dict[int, float], pieces: tuple[tuple[tuple[int, dict[str, float]], ...], ...]
) -> tuple[dict[int, float], dict[int, float]]:
    """Where one more character to the left can lead: having eaten letters, or none (not allowed at the left end)."""
    eaten: dict[int, float] = {}
    idle: dict[int, float] = {}
    silent = _chunk("").get(character)
    unheard = _chunk("*").get(character, NEVER) + _UNHEARD
    for position, before in states.items():
        if (score := before + unheard) > _HOPELESS:
            for left in range(max(0, position - _UNHEARD_LETTERS), position):
                eaten[left] = max(score, eaten.get(left, NEVER))
        for left, scores in pieces[position]:
            if (gain := scores.get(character)) is not None:
                score = before + gain
                if score > eaten.get(left, _HOPELESS):
                    eaten[left] = score
        if silent is not None and before + silent > _HOPELESS:
            idle[position] = before + silent
    return eaten, idle


def _rest(states: dict[int, float]) -> float:
    """The best score once the letters still left are silent."""
    return max((score + _SILENT * left for left, score in states.items()), default=NEVER)


@lru_cache(8192)
def _pieces(word: str) -> tuple[tuple[tuple[int, dict[str, float]], ...], ...]:
    """For each position, the stretches of letters that end there: where they begin, and their characters."""
    out = []
    for end in range(len(word) + 1):
        begins = range(max(0, end - LONGEST_CHUNK), end)
        known = [(begin, _chunk(word[begin:end])) for begin in begins]
        skipped = [
            (begin, {character: score + _SILENT for character, score in _chunk(word[begin : end - 1]).items()})
            for begin in range(max(0, end - LONGEST_CHUNK), end - 1)
        ]
        out.append(tuple((begin, scores) for begin, scores in known + skipped if scores))
    return tuple(out)


def likeness(character: str) -> float:
    """How much more often ``character`` (simplified) is used in foreign names than elsewhere; -4 when it is not.

    >>> likeness("斯") > 1 > likeness("的")
    True
    """
    return _chunk("*").get(character, _UNLIKE)


@cache
def _chunk(chunk: str) -> dict[str, float]:
    """The characters that stand for the letters ``chunk``."""
    scores: dict[str, float] = {}
    for group in _table().get(chunk, "").split(" "):
        score, _, characters = group.partition(":")
        scores.update(dict.fromkeys(characters, float(score or 0)))
    return scores


@cache
def _table() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("transliteration")}
