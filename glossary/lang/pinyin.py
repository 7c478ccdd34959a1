"""Pinyin as people type it, cut into syllables with tone numbers."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from glossary.lang.mixed import read_part
from glossary.lang.script import is_han
from glossary.lang.syllables import bare, from_marks
from glossary.tables import rows

__all__ = ["of_name", "syllables"]

_NUMBERED = re.compile(r"[a-zü]+[1-5]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 6  # letters: zhuang


def syllables(text: str, count: int) -> tuple[str, ...]:
    """The ``count`` syllables of a reading with marks or numbers; none where it cannot be cut so or has no tone.

    Apostrophes, hyphens, dots and capitals may be there or not; v and u: are ü. Where an apostrophe is missing, each
    syllable must have its tone (xīān, but not tián).

    >>> syllables("Hé Lìfēng", 3), syllables("he2li4feng1", 3), syllables("Xī'ān", 2), syllables("xian1", 2)
    (('he2', 'li4', 'feng1'), ('he2', 'li4', 'feng1'), ('xi1', 'an1'), ())
    >>> syllables("fǎngǎn", 2), syllables("fǎng'ǎn", 2), syllables("He Lifeng", 3)
    (('fan3', 'gan3'), ('fang3', 'an3'), ())
    >>> syllables("xīān", 2), syllables("tián", 2)
    (('xi1', 'an1'), ())
    >>> syllables("lv3 xiu4 lian2", 3), syllables("Lǚ Xiùlián", 3)
    (('lü3', 'xiu4', 'lian2'), ('lü3', 'xiu4', 'lian2'))
    """
    plain = unicodedata.normalize("NFC", text.casefold()).replace("u:", "ü").replace("v", "ü")
    if any(char.isdigit() for char in plain):
        found = tuple(_NUMBERED.findall(plain))
        rest = re.sub(r"[\s'’·-]", "", _NUMBERED.sub("", plain))
        good = not rest and len(found) == count and all(bare(one) in _inventory() for one in found)
        return found if good else ()
    words = _LETTERS.findall(plain)
    strict = _cut(words, count, strict=True)
    found = strict or _cut(words, count, strict=False) or ()
    toned = [not one.endswith("5") for one in found]
    return found if (any(toned) if strict else all(toned)) else ()


def of_name(reading: str, name: str) -> tuple[str, ...]:
    """The syllables that a reading, as :func:`syllables` takes it, gives the Chinese characters of a name.

    >>> of_name("2024 nián dàxuǎn", "2024年大選"), of_name("2024 nián", "2024年大選")
    (('nian2', 'da4', 'xuan3'), ())
    """
    return syllables(read_part(reading, name), sum(map(is_han, name)))


def _cut(words: list[str], count: int, *, strict: bool) -> tuple[str, ...] | None:
    """The words as so many syllables: long ones are tried first, none goes over the end of a word.

    ``strict``: none begins with a, e or o inside a word, as an apostrophe would stand there.
    """
    if not words:
        return () if count == 0 else None
    word, rest = words[0], words[1:]
    for end in range(min(len(word), _LONGEST), 0, -1):
        said = from_marks(word[:end])
        if bare(said) not in _inventory() or count == 0 or (strict and _is_open(word[end:])):
            continue
        following = _cut(([word[end:]] if word[end:] else []) + rest, count - 1, strict=strict)
        if following is not None:
            return (said, *following)
    return None


def _is_open(rest: str) -> bool:
    return from_marks(rest[:1])[0] in "aeo"


@cache
def _inventory() -> frozenset[str]:
    """Every syllable of Mandarin without its tone."""
    spelt = {row[1] for row in rows("romanization_mandarin")} | {row[0] for row in rows("romanization_mandarin")}
    return frozenset(one.replace("v", "ü") for cell in spelt for one in cell.split())
