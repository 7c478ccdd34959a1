"""The best-known names of the world: what kind of thing they name, and how they are called in the other language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from glossary.lang.latin import unaccented
from glossary.lang.script import fold
from glossary.model import Kind
from glossary.tables import found

__all__ = ["Known", "are_one", "key", "of", "of_english"]

_ARTICLE = "The "
_OTHER = re.compile("[^0-9a-z]+")


class Known(NamedTuple):
    """The kinds of what a name names, one unless several things have it, and the names in the other language."""

    kinds: tuple[Kind, ...]
    others: frozenset[str]


_NOTHING = Known((), frozenset())


def key(english: str) -> str:
    """The English name as the table has it: letters a–z and digits.

    >>> key("United Nations"), key("São Paulo"), key("France 24")
    ('unitednations', 'saopaulo', 'france24')
    """
    plain = unaccented(english)
    return plain if plain.isascii() and plain.isalnum() else _OTHER.sub("", plain)


@lru_cache(4096)
def of(name: str) -> Known:
    """What is known of a Chinese name, folded, or of the :func:`key` of an English one.

    >>> [kind.value for kind in of("联合国").kinds], "unitednations" in of("联合国").others, of("何某某").kinds
    (['organization'], True, ())
    """
    told = found("well_known", name) if name else ""
    if not told:
        return _NOTHING
    kinds, _, others = told.partition(" = ")
    return Known(tuple(map(Kind, kinds.split())), frozenset(others.split()))


def of_english(english: str) -> Known:
    """What is known of an English name, with its article or without.

    >>> [kind.value for kind in of_english("The Beatles").kinds]
    ['organization']
    """
    known = of(key(english))
    return known if known.kinds or not english.startswith(_ARTICLE) else of(key(english.removeprefix(_ARTICLE)))


def are_one(english: str, chinese: str) -> bool:
    """Whether the two are known to name one thing.

    >>> are_one("Silicon Valley", "硅谷"), are_one("Silicon Valley", "谷歌")
    (True, False)
    """
    return key(english) in of(fold(chinese)).others
