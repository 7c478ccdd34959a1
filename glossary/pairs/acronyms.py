"""Whether words spell an acronym."""

from __future__ import annotations

import re

from glossary.lang.titles import nature

__all__ = ["spells_acronym"]


def spells_acronym(words: list[str], short: str) -> bool:
    """Whether the letters of the acronym occur in the words in order, the first of them beginning the first word.

    Each letter begins a word or follows the letter found before it inside one (CdTe, PMMoV); every capitalised word
    but a company suffix has to give a letter.

    >>> spells_acronym("Taiwan Semiconductor Manufacturing Co".split(), "TSMC")
    True
    >>> spells_acronym("Chinese Ministry of Defense".split(), "MOD")
    False
    """
    if not words:
        return False
    initials = "".join(part[0] for word in words for part in re.split(r"[-‐]", word) if part and nature(part).capital)
    letters = "".join(char for char in short if char.isalnum()).upper().removesuffix("S" if short.endswith("s") else "")
    first = words[0][:1].upper()
    if not letters or first != letters[0]:
        return False
    full = "".join(word[0] for word in words if word).upper()
    return (
        initials.upper() in {letters, letters + "C", letters + "I", letters + "L"}
        or full == letters
        or (
            len(letters) >= 3
            and _is_subsequence(letters, " ".join(words).upper())
            and _is_subsequence(initials.upper(), letters)
        )
    )


def _is_subsequence(short: str, long: str) -> bool:
    """Whether the letters of the one stand in the other in their order."""
    position = 0
    for char in short:
        position = long.find(char, position) + 1
        if not position:
            return False
    return True
