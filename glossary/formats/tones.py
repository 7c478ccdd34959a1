"""Pinyin syllable by syllable, as its two notations together tell it: for colours and for dictionaries."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from html import escape

from glossary.lang.syllables import is_syllable
from glossary.model import Reading

__all__ = ["Syllable", "coloured", "syllables"]

_TONE_MARKS = frozenset("\u0300\u0301\u0304\u030c")  # grave, acute, macron, caron


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable of a reading: what stands before it, how it is written (Lǚ), its letters (lü) and tone (3).

    What the name has in other letters and digits stands as a syllable without a tone.
    """

    before: str
    said: str
    letters: str
    tone: str


def syllables(reading: Reading) -> list[Syllable]:
    """The syllables in order; empty where the two notations do not agree. What follows the last one is dropped.

    >>> from glossary.model import Certainty, Reading
    >>> said = Reading("Lǚ Bù", "lü3 bu4", "", "", "", Certainty.CERTAIN)
    >>> [(one.before, one.said, one.tone) for one in syllables(said)]
    [('', 'Lǚ', '3'), (' ', 'Bù', '4')]
    """
    rest = reading.pinyin
    found = []
    for numbered in reading.pinyin_numbers.split():
        letters, tone = (numbered[:-1], numbered[-1]) if is_syllable(numbered) else (numbered, "")
        between, said, rest = _first(rest, len(letters))
        if _toneless(said) != letters.casefold():
            return []
        found.append(Syllable(between, said, letters, tone))
    return found


def coloured(reading: Reading) -> str:
    """The pinyin as HTML, each syllable in a span of its tone; plain where its two notations do not agree.

    >>> from glossary.model import Certainty, Reading
    >>> coloured(Reading("Lǚ Bù", "lü3 bu4", "Lü Bu", "", "", Certainty.CERTAIN))
    '<span class="tone3">Lǚ</span> <span class="tone4">Bù</span>'
    """
    found = syllables(reading)
    spans = "".join(escape(one.before, quote=False) + _span(one) for one in found)
    shown = sum(len(one.before) + len(one.said) for one in found)
    return spans + escape(reading.pinyin[shown:], quote=False)


def _span(one: Syllable) -> str:
    text = escape(one.said, quote=False)
    return f'<span class="tone{one.tone}">{text}</span>' if one.tone else text


def _first(text: str, count: int) -> tuple[str, str, str]:
    """The text before its next letter, its next ``count`` characters with the marks on them, and what follows."""
    start = next((place for place, char in enumerate(text) if char.isalnum()), len(text))
    end = min(start + count, len(text))
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return text[:start], text[start:end], text[end:]


def _toneless(said: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFD", said) if char not in _TONE_MARKS)
    return unicodedata.normalize("NFC", bare).casefold()
