"""The reading that a file gives in pinyin, in whatever notation, as a reading of ours."""

from __future__ import annotations

import re
import unicodedata

from glossary.lang import syllables
from glossary.model import Certainty, Reading

__all__ = ["reading_of"]

_NUMBERED = re.compile(r"[A-Za-züÜêÊ:]+[1-5]")


def _numbers(pinyin: str) -> list[str]:
    """The syllables with numbers; empty where the text does not divide them."""
    text = unicodedata.normalize("NFC", pinyin).replace("u:", "ü").replace("U:", "Ü").replace("v", "ü").lower()
    if _NUMBERED.search(text):
        found = _NUMBERED.findall(text)
        return found if "".join(found) == re.sub(r"[\s·'’-]", "", text) else []
    return [syllables.from_marks(one) for one in re.split(r"[\s·'’-]+", text) if one]


def _plain(pinyin: str) -> str:
    """The letters with their marks alone, to compare two spellings."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFC", pinyin).lower()))


def _is_syllable(numbered: str) -> bool:
    """Whether zhuyin has letters for all of it."""
    return not re.search("[a-zü]", syllables.zhuyin(numbered))


def reading_of(pinyin: str, *, ours: Reading) -> Reading | None:
    """The reading that ``pinyin`` gives; None where it is ours, or no reading of so many syllables.

    >>> ours = Reading("Zhòngqìng", "zhong4 qing4", "Zhongqing", "", "", Certainty.LIKELY)
    >>> found = reading_of("Chong2 qing4", ours=ours)
    >>> found.pinyin, found.zhuyin, reading_of("zhòng qìng", ours=ours)
    ('Chóng qìng', 'ㄔㄨㄥˊ ㄑㄧㄥˋ', None)
    """
    numbers = _numbers(pinyin)
    known = set(ours.pinyin_numbers.split()) | {one for found in ours.alternatives for one in found.split()}
    count = len(ours.pinyin_numbers.split())
    if _plain(pinyin) == _plain(ours.pinyin) or " ".join(numbers) == ours.pinyin_numbers.lower():
        return None
    if len(numbers) != count or not all(one in known or _is_syllable(one) for one in numbers):
        return None
    capital = pinyin[:1].isupper()
    marked = " ".join(map(syllables.marked, numbers))
    giles = "-".join(map(syllables.wade_giles, numbers))
    toneless = " ".join(one[:-1] for one in numbers)
    return Reading(
        marked[:1].upper() + marked[1:] if capital else marked,
        " ".join(numbers),
        toneless.capitalize() if capital else toneless,
        " ".join(map(syllables.zhuyin, numbers)),
        giles.capitalize() if capital else giles,
        Certainty.CERTAIN,
    )
