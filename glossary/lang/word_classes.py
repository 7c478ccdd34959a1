"""What sort of thing a Chinese word means: 教母 is a person, 電影 a communication (table ``word_classes``).

The classes are those of WordNet's lexicographer files; "verb" is one, too. Who writes 搖滾天后桃莉巴頓 puts a person
before the name, whichever of thousands of words it is.

All functions take simplified characters.
"""

from __future__ import annotations

from functools import cache

from glossary.tables import rows

__all__ = ["LONGEST", "NONE", "at", "before", "known"]

LONGEST = 4  # characters of the longest word
NONE = "-"  # no word of the table


@cache
def known() -> dict[str, str]:
    """The class of each word.

    >>> known()["教母"], known()["公司"], known().get("吃")
    ('person', 'group', 'verb')
    """
    found: dict[str, str] = {}
    for name, words in rows("word_classes"):
        found |= dict.fromkeys(words.split(), name)
    return found


def before(text: str, end: int) -> tuple[str, int]:
    """The class of the longest word that ends at ``end``, and where that word begins; a character is one at least.

    >>> before("自己的教母桃莉", 5), before("自己的教母桃莉", 0)
    (('person', 3), ('-', 0))
    """
    classes = known()
    for start in range(max(0, end - LONGEST), end):
        if found := classes.get(text[start:end]):
            return found, start
    return NONE, max(0, end - 1)


def at(text: str, start: int) -> str:
    """The class of the longest word that begins at ``start``.

    >>> at("教母桃莉", 0), at("教母", 2)
    ('person', '-')
    """
    classes = known()
    found = (classes.get(text[start : start + size]) for size in range(LONGEST, 0, -1))
    return next(filter(None, found), NONE)
