"""What a judgement says: how much of a Chinese name a spelling accounts for, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

__all__ = ["NOTHING", "NO_WORDS", "Fit", "Level", "Order", "Words"]

Order = Literal["surname-first", "surname-last"]


class Level(StrEnum):
    """How much of the Chinese name a spelling accounts for."""

    FULL = "full"  # every letter of the used words belongs to a character, and every character is spelt
    INITIALS = "initials"  # the surname, and initials that fit the given name
    SURNAME = "surname"  # the surname only
    PARTIAL = "partial"  # a part of the characters, or all of them by a part of the words
    NONE = "none"  # no phonetic evidence


class Words(NamedTuple):
    """Which words of a spelling are used, half-open."""

    start: int
    end: int


NO_WORDS = Words(0, 0)


@dataclass(frozen=True, slots=True)
class Fit:
    """How a spelling fits. The empty fit (``Level.NONE``) means that there is no phonetic evidence, not a fault.

    ``system``: hanyu, wade-giles, tongyong, yale, mps2, gwoyeu, hong-kong, poj, tailo, postal, pfs (Hakka); mandarin,
    cantonese, hokkien or hakka for a mixture of systems or a spelling of none; mixed for syllables of several families;
    surname for habitual spellings; exonym; or empty.
    ``words``: the used words of the spelling, as split at spaces. ``syllables``: each character, in the order of the
    Chinese, with its letters; a generic as a whole with the English that translates it (縣, county), an exonym as a
    whole, and the second character of a surname spelt as a whole with none. ``slack``: 1 when one syllable is not
    quite right or families are mixed;
    at the level SURNAME, 1 when the other words spell a Chinese given name that these characters are not.
    """

    level: Level
    system: str = ""
    words: Words = NO_WORDS
    order: Order = "surname-first"
    syllables: tuple[tuple[str, str], ...] = ()
    slack: int = 0


NOTHING = Fit(Level.NONE)
