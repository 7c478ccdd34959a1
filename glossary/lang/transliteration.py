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

from functools import cache, lru_cache
from typing import NamedTuple

from glossary.lang.latin import unaccented
from glossary.tables import mapping, rows

__all__ = ["LONGEST_CHUNK", "endings", "heard", "letters", "likeness", "sound", "sounds_like"]

LONGEST_CHUNK = 5
NEVER = float("-inf")
_SILENT = -2.5  # a letter that no character stands for: 尼科威 for Lefkowitz
_CUT_OFF = 3  # letters that may be left out at the end: 钦那瓦 for Shinawatra
_UNHEARD = -6.5  # a character of the kind that spells names, for letters it was never seen with: 川普 for Trump
_UNHEARD_MOST = -2.5
_UNHEARD_LETTERS = 4
_GUESSING = 4.0  # how far below what was heard a guess may be
_CANTONESE = -1.5  # one text in so many spells by the sound of Cantonese: 奇雲史柏斯 for Kevin Spacey
_LEAST_GAIN = -5.0  # letters that fit a character less are not heard in it
_UNLIKE = -4.0
_HOPELESS = -9.0  # a partial score below this is given up: in ordinary text nearly all are, after a character or two
_BEAM = 14.0  # a partial score this much below the best one is given up, too
_SOUNDS_LIKE = 4.0  # log-likelihood ratio from which characters count as the sound of a word
_LONGEST_WORD = 24  # letters; what is longer is not one word of a name


class _Character(NamedTuple):
    """What a character may stand for: its score for each stretch of letters, and for letters it was never seen with."""

    gains: dict[str, float]
    unheard: float
    silent: float


_NOBODY = _Character({}, NEVER, NEVER)


@lru_cache(4096)
def letters(word: str) -> str:
    """The letters a–z of ``word``, lower case, without accents.

    >>> letters("Guaidó"), letters("O’Brien"), letters("Gdańsk")
    ('guaido', 'obrien', 'gdansk')
    """
    if word.isascii() and word.isalpha():
        return word.lower()
    return "".join([character for character in unaccented(word) if "a" <= character <= "z"])


@lru_cache(8192)  # the edge of a name and its kind ask for the same
def sound(word: str, characters: str) -> float:
    """The log-likelihood ratio that ``characters`` (simplified) spell the whole of ``word``, against ordinary text.

    >>> sound("Kraków", "克拉科夫") > 8, sound("Kraków", "经济发展")
    (True, -inf)
    """
    return endings(letters(word), characters)[-1] if characters else NEVER


def sounds_like(word: str, characters: str) -> bool:
    """Whether ``characters`` (simplified) write the sound of the whole of ``word``: 雷根 for Reagan.

    >>> sounds_like("Reagan", "雷根"), sounds_like("Reagan", "总统")
    (True, False)
    """
    return sound(word, characters) >= _SOUNDS_LIKE


@lru_cache(1 << 14)  # the matcher asks for both neighbours of each name
def likeness(character: str) -> float:
    """How much more often ``character`` (simplified) is used in foreign names than elsewhere; -4 when it is not.

    >>> likeness("斯") > 1 > likeness("的")
    True
    """
    return _likenesses().get(character, _UNLIKE)


def endings(word: str, characters: str) -> tuple[float, ...]:
    """For each length from 1 the score of the last so many ``characters`` as all of ``word`` (letters a–z).

    >>> scores = endings("bessent", "部长贝森特")
    >>> scores.index(max(scores)) + 1
    3
    """
    found = heard(word, characters)
    return (*found, *[NEVER] * (len(characters) - len(found)))


def heard(word: str, characters: str) -> list[float]:
    """As :func:`endings`, without the lengths after which nothing can be heard any more; not cached.

    >>> len(heard("bessent", "国家经济")) < 4
    True
    """
    word = word[-_LONGEST_WORD:]
    if not word or not characters:
        return []
    known = _characters()
    first = known.get(characters[-1]) or _load(characters[-1])
    if first.unheard == NEVER and first.silent == NEVER and first.gains.keys().isdisjoint(_last_letters(word)):
        return [NEVER]  # most stretches of text end here
    pieces, size = _pieces(word), len(word)
    out = []
    states = {left: _SILENT * (size - left) for left in range(max(1, size - _CUT_OFF), size + 1)}
    before = 0.0
    for character in reversed(characters):
        what = known.get(character) or _load(character)
        eaten = _eat(what.gains, states, pieces)
        best = max(eaten.values()) if eaten else _HOPELESS
        if before + what.unheard > best - _GUESSING:
            _guess(what.unheard, states, eaten)
        out.append(max(eaten.get(0, NEVER), eaten.get(1, NEVER) + _SILENT, eaten.get(2, NEVER) + 2 * _SILENT))
        if what.silent > NEVER:
            eaten = _with_idle(what.silent, eaten, states)
        if not eaten:
            break
        before = max(eaten.values())
        if len(eaten) > 1:
            eaten = {left: score for left, score in eaten.items() if score > before - _BEAM}
        states = eaten
    return out


def _eat(gains: dict[str, float], states: dict[int, float], pieces: _Pieces) -> dict[int, float]:
    """The letters left, with scores, once a character has eaten some."""
    eaten: dict[int, float] = {}
    for position, before in states.items():
        chunks = pieces[position] or _pieces_at(position, pieces)
        if gains.keys().isdisjoint(chunks):  # more often than not
            continue
        whole = min(position, LONGEST_CHUNK)
        for left, chunk in enumerate(chunks, position - whole):
            if chunk not in gains:
                continue
            begin, start = (left, before) if left < position else (left - whole, before + _SILENT)
            if (score := start + gains[chunk]) > eaten.get(begin, _HOPELESS):
                eaten[begin] = score
    return eaten


def _guess(unheard: float, states: dict[int, float], eaten: dict[int, float]) -> None:
    """Add to ``eaten`` that a character of foreign names stands for letters it was never seen with."""
    before, position = max((score, position) for position, score in states.items())
    score = before + unheard
    if score > _HOPELESS:
        for left in range(max(0, position - _UNHEARD_LETTERS), position):
            if left not in eaten or score > eaten[left]:
                eaten[left] = score


def _with_idle(silent: float, eaten: dict[int, float], states: dict[int, float]) -> dict[int, float]:
    """``eaten``, with the states in which the character ate nothing, as the leftmost one may not."""
    out = dict(eaten)
    for position, before in states.items():
        if (score := before + silent) > out.get(position, _HOPELESS):
            out[position] = score
    return out


class _Pieces(list[list[str]]):
    """For each position in a word the stretches of letters that end there, found out when first needed."""

    def __init__(self, word: str) -> None:
        super().__init__([[]] * (len(word) + 1))
        self.word = word


@lru_cache(8192)
def _pieces(word: str) -> _Pieces:
    return _Pieces(word)


def _pieces_at(end: int, pieces: _Pieces) -> list[str]:
    """The stretches of letters that end at ``end``, the longest first, and then those without a silent last letter."""
    word, longest = pieces.word, max(0, end - LONGEST_CHUNK)
    found = [word[begin:end] for begin in range(longest, end)]
    found += [word[begin : end - 1] for begin in range(longest, end - 1)]
    pieces[end] = found
    return found


@lru_cache(8192)
def _last_letters(word: str) -> frozenset[str]:
    """The stretches of letters that the last character may stand for."""
    size = len(word)
    ends = range(max(1, size - _CUT_OFF - 1), size + 1)
    return frozenset(word[begin:end] for end in ends for begin in range(max(0, end - LONGEST_CHUNK), end))


def _load(character: str) -> _Character:
    """What is known of a character, from now on in memory."""
    row = _rows().get(character)
    if row is None:
        return _NOBODY
    _, sound_of, weight, smell, letters_seen, cantonese, its_weight = row
    gains = _gains(sound_of, float(weight))
    for chunk, score in _gains(cantonese, float(its_weight or 0) + _CANTONESE).items():
        if score > gains.get(chunk, _LEAST_GAIN):
            gains[chunk] = score
    seen = _scores(letters_seen)
    silent = seen.pop("_", NEVER)
    gains.pop("_", None)
    gains.update(seen)
    unheard = min(float(smell) + _UNHEARD, _UNHEARD_MOST) if smell else NEVER
    found = _Character(gains, unheard, silent)
    _characters()[character] = found
    return found


def _gains(sound_of: str, added: float) -> dict[str, float]:
    """What a character gains by each stretch of letters that its sound may stand for."""
    return {chunk: score + added for chunk, score in _by_sound(sound_of).items() if score + added > _LEAST_GAIN}


@cache
def _by_sound(sound_of: str) -> dict[str, float]:
    return _scores(mapping("transliteration").get(sound_of, ""))


def _scores(cell: str) -> dict[str, float]:
    """``5.5:be,ber 4:b`` as a dictionary."""
    groups = (group.partition(":") for group in cell.split())
    return {chunk: float(score) for score, _, chunks in groups for chunk in chunks.split(",")}


@cache
def _rows() -> dict[str, tuple[str, ...]]:
    return {row[0]: row for row in rows("transliteration_characters")}


@cache
def _likenesses() -> dict[str, float]:
    """How foreign each character is, apart from its letters, which take longer to read."""
    return {row[0]: float(row[3]) for row in rows("transliteration_characters") if row[3]}


@cache
def _characters() -> dict[str, _Character]:
    """The characters met so far, filled by :func:`_load`."""
    return {}
