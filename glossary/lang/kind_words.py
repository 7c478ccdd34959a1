"""The very words in and around a pair of names, each as a sign of their kind, called by its place: ``end:銀行``.

The classes of :mod:`kinds` say what is known of the language; what these say was learnt, one by one, from sentences.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import lru_cache

from glossary.lang import script

__all__ = ["around", "inside"]

_LETTERS = string.ascii_letters
_FIRST_WORD = re.compile(r"[\"'”’*_]?(,?) ?([A-Za-z][a-z]*)")
_MARKS = "《〈「『“‘\"'*_` \t"
_CLOSING = "》〉」』”’\"'*_` \t"
_NO_SECOND = frozenset("，。、；：，.,;:)）")  # the character after one of these says nothing
_fold = lru_cache(1 << 12)(script.fold)  # of one or two characters, which are the same ones again and again


def inside(english: str, chinese: str) -> Iterator[str]:
    """The last characters of the Chinese name, and the first and the last word of the English one.

    >>> sorted(inside("Bank of Taiwan", "臺灣銀行"))
    ['end:行', 'end:银行', 'first:bank', 'last:taiwan']
    """
    folded = script.fold(chinese.rstrip(_CLOSING))
    yield f"end:{folded[-1:]}"
    if len(folded) > 2:
        yield f"end:{folded[-2:]}"
    words = english.split()
    if words:
        yield f"last:{words[-1].casefold()}"
        if len(words) > 1:
            yield f"first:{words[0].casefold()}"


def around(before: str, after: str) -> list[str]:
    """The words or characters next to the names.

    >>> around("said French President ", " on Monday"), around("他住在", "，")
    (['before:president', 'after:on'], ['before:在', 'before:住在', 'after:,'])
    """
    found: list[str] = []
    left = before.rstrip(_MARKS)
    if word := left[len(left.rstrip(_LETTERS)) :]:
        found.append(f"before:{word.casefold()}")
    elif left:
        folded = _fold(left[-2:])
        found.append(f"before:{folded[-1:]}")
        if len(folded) > 1:
            found.append(f"before:{folded}")
    if first := _FIRST_WORD.match(after):
        found.append(f"after:{first[1]}{first[2].casefold()}")
    elif right := after.lstrip(_CLOSING):
        folded = _fold(right[:2])
        found.append(f"after:{folded[:1]}")
        if len(folded) > 1 and folded[0] not in _NO_SECOND:
            found.append(f"after:{folded}")
    return found
