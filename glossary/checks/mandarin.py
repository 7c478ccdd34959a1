"""Whether the pinyin of a Chinese person's name has one syllable that is not its characters'."""

from __future__ import annotations

import re
from functools import cache

from glossary.lang.romanization import spellings
from glossary.lang.surnames import opens_with_surname
from glossary.matcher.folding import fold
from glossary.tables import rows

__all__ = ["is_misspelt"]

_CHARACTERS = range(2, 5)  # of a name
_WORDS = 2  # surname and given name
_HYPHENS = re.compile("[-'’]")


def is_misspelt(english: str, chinese: str) -> bool:
    """Whether all syllables of a name but one, and one of the given name among them, are those of its characters.

    A name of which more is other may be another of the same person: Sun Zhongshan (孫逸仙).

    >>> [is_misspelt(name, "李克強") for name in ("Li Keqing", "Li Keqiang", "Li Qiang", "Li Zongren")]
    [True, False, False, False]
    """
    words = _HYPHENS.sub("", english).lower().split()
    if len(words) != _WORDS or len(chinese) not in _CHARACTERS or not opens_with_surname(fold(chinese)):
        return False
    surname, given = (chinese[:1], chinese[1:]) if len(chinese) < _CHARACTERS[-1] else (chinese[:2], chinese[2:])
    cuts = _cut(words[1], len(given)) if _spells(words[0], surname) else []
    wrong = [sum(not _is_read(one, char) for one, char in zip(cut, given, strict=True)) for cut in cuts]
    return bool(wrong) and min(wrong) == 1 < len(given)


def _spells(word: str, characters: str) -> bool:
    return any(all(map(_is_read, cut, characters)) for cut in _cut(word, len(characters)))


def _is_read(syllable: str, character: str) -> bool:
    return "hanyu" in spellings(character).get(syllable, ())


def _cut(word: str, count: int) -> list[tuple[str, ...]]:
    """The ways to cut a word into so many syllables of pinyin."""
    if count == 0:
        return [()] if not word else []
    heads = (size for size in range(1, len(word) + 1) if word[:size] in _syllables())
    return [(word[:size], *rest) for size in heads for rest in _cut(word[size:], count - 1)]


@cache
def _syllables() -> frozenset[str]:
    """The syllables of Hanyu Pinyin."""
    return frozenset(syllable for row in rows("romanization_mandarin") for syllable in row[1].split(" ") if syllable)
