"""What a name in Latin letters is, by its letters alone: an acronym, pinyin with tone marks."""

from __future__ import annotations

import re

__all__ = ["is_acronym", "is_toned"]

_ACRONYM = re.compile(r"(?=[^a-z]*[A-Z][^a-z]*[A-Z])[A-Z0-9][A-Z0-9&.+/-]{1,9}s?")
# A macron or a caron on a vowel is a tone mark; an acute or a grave alone may be Spanish or French.
_TONES = re.compile("[āēīōūǖǎěǐǒǔǚǘǜ]")


def is_acronym(text: str) -> bool:
    """Whether the text is two to ten capitals, digits and signs, of them two capitals or more; a plural s may follow.

    >>> is_acronym("TSMC"), is_acronym("S&P"), is_acronym("3D"), is_acronym("Nvidia")
    (True, True, False, False)
    """
    return _ACRONYM.fullmatch(text) is not None


def is_toned(text: str) -> bool:
    """Whether the text has tone marks of pinyin that no European language has.

    >>> is_toned("Hé Lìfēng"), is_toned("José")
    (True, False)
    """
    return not text.isascii() and _TONES.search(text) is not None
