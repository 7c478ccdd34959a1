"""Whether a name begins like a Chinese person's."""

from __future__ import annotations

from functools import cache

from glossary.lang.script import fold
from glossary.tables import words

__all__ = ["LONGEST_PERSON", "is_like_person", "opens_with_surname", "surnames"]

LONGEST_PERSON = 4  # characters of a person's name: a surname of two, and a given name of two


def opens_with_surname(folded: str) -> bool:
    """Whether a folded name begins with a Chinese surname of one character or two.

    >>> opens_with_surname("欧阳修"), opens_with_surname("的人")
    (True, False)
    """
    return folded[:1] in surnames() or folded[:2] in surnames()


def is_like_person(folded: str) -> bool:
    """Whether a folded name is as long as a Chinese person's and begins with a surname.

    >>> is_like_person("欧阳修"), is_like_person("欧"), is_like_person("欧洲议会主席")
    (True, False, False)
    """
    return 2 <= len(folded) <= LONGEST_PERSON and opens_with_surname(folded)


@cache
def surnames() -> frozenset[str]:
    """The surnames, folded.

    >>> "欧阳" in surnames(), "歐陽" in surnames()
    (True, False)
    """
    return frozenset(map(fold, words("surnames")))
