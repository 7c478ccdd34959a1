"""Whether a name begins like a Chinese person's."""

from __future__ import annotations

from functools import cache

from glossary.lang.script import fold
from glossary.tables import words

__all__ = ["opens_with_surname", "surnames"]


def opens_with_surname(folded: str) -> bool:
    """Whether a folded name begins with a Chinese surname of one character or two.

    >>> opens_with_surname("欧阳修"), opens_with_surname("的人")
    (True, False)
    """
    return folded[:1] in surnames() or folded[:2] in surnames()


@cache
def surnames() -> frozenset[str]:
    """The surnames, folded.

    >>> "欧阳" in surnames(), "歐陽" in surnames()
    (True, False)
    """
    return frozenset(map(fold, words("surnames")))
