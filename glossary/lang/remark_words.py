"""Whether Han characters in a bracket are a name, or say something about the name before it: 已經下檔, 總部位於加州.

Learnt from names and from remarks of our own (table ``remark_weights``). Titles and terms may have verbs and particles
as remarks do (來自星星的你, 以物易物): what an encyclopedia or a dictionary has speaks for a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from glossary.lang import frequencies, glosses, headwords, name_parts, script
from glossary.tables import weights

__all__ = ["log_odds", "signs"]

_MOST = 10  # characters
_STEPS = (-4, -2, -1, -0.3)  # of the log-probability


@lru_cache(4096)
def log_odds(chinese: str) -> float:
    """The log-odds that the characters are a remark, where a tenth of what stands in brackets is one.

    >>> log_odds("很受歡迎") > 2 > 0 > log_odds("台積電")
    True
    """
    weigh = weights("remark_weights").get
    return sum(weigh(sign, 0.0) for sign in signs(chinese))


def signs(chinese: str) -> Iterator[str]:
    """What the characters show: their words, how many they are, which kind of name they look like, what is known.

    >>> sorted(sign for sign in signs("已經下檔") if sign[:5] in {"first", "last:", "size:"})
    ['first:已经', 'last:档', 'size:4']
    """
    folded = script.fold(chinese)
    yield "always"
    yield f"size:{min(len(folded), _MOST)}"
    words = list(frequencies.division(folded).values())
    if words:
        yield f"first:{words[-1]}"
        yield f"last:{words[0]}"
    yield from (f"word:{word}" for word in dict.fromkeys(words))
    if headwords.SHORTEST <= len(folded) <= headwords.LONGEST and headwords.is_headword(folded):
        yield f"title:{min(len(folded), 5)}"
    if glosses.meanings(folded):
        yield f"meant:{min(len(folded), 4)}"
    for kind, chance in zip(name_parts.CHARACTERS.kinds, name_parts.CHARACTERS.chances(folded), strict=True):
        yield f"looks-{kind}~{bisect_left(_STEPS, chance)}"
