"""Which English names are words, too: Apple, Target and Reading are, Nvidia and Tunghai are not."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from glossary import tables
from glossary.lang.glosses import stem

__all__ = ["is_word"]

_OFTEN = 4  # Chinese words that the dictionary glosses with an English one; with a name one or two


@lru_cache(4096)
def is_word(text: str) -> bool:
    """Whether one English word with a capital is also an ordinary word.

    >>> [is_word(text) for text in ("Target", "Oranges", "Nvidia", "Foxconn")]
    [True, True, False, False]
    """
    found = re.finditer(rf"[:,]{re.escape(stem(text))}(?![^, ])", _glosses())
    return sum(1 for _ in zip(range(_OFTEN), found, strict=False)) == _OFTEN


@cache
def _glosses() -> str:
    """The stems of the dictionary's English words: a word's after a colon, with commas between them."""
    return " ".join(row[1] for row in tables.rows("glosses"))
