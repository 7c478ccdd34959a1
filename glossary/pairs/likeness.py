"""Whether a name in Latin letters says what a Chinese one says: it spells or translates it."""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.lang import script
from glossary.lang.script import HAN
from glossary.pairs import english_first, facts
from glossary.pairs.edges import log_odds

__all__ = ["resembles", "says", "spells"]

_NO_HAN = re.compile(rf"[^{HAN}]")


def spells(latin: str, chinese: str) -> bool:
    """Whether the words spell all the characters and nothing else, in any romanization.

    >>> spells("sao mu", "掃墓"), spells("Sǎomù", "掃墓"), spells("Sweeping Tombs", "掃墓")
    (True, True, False)
    """
    words = tuple(latin.split())
    return bool(words) and facts.spelling_words(words, _NO_HAN.sub("", chinese)) == len(words)


@lru_cache(4096)
def says(english: str, chinese: str, *, least: float = 3.0) -> bool:
    """Whether the words translate or spell enough of the Chinese: the log-odds reach ``least`` (2.0: nothing is known).

    >>> says("Temple of Literature", "文廟"), says("Nanking Road", "南京路"), says("Taipei", "基隆")
    (True, True, False)
    """
    return log_odds(english_first.whole(english, _NO_HAN.sub("", chinese))) >= least


def resembles(one: str, other: str) -> bool:
    """Whether two Chinese names are one in two scripts, or half of the characters of the shorter are in the other.

    >>> resembles("臺灣", "台湾"), resembles("國銀", "國家銀行"), resembles("匈牙利人", "拉斯洛")
    (True, True, False)
    """
    short, long = sorted((script.fold(one), script.fold(other)), key=len)
    return 2 * sum(character in long for character in short) >= len(short)
