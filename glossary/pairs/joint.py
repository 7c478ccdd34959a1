"""Several names that share a bracket: ``Yonghe and Jhonghe (永和、中和)``."""

from __future__ import annotations

import re

from glossary.lang import script
from glossary.pairs import english_first
from glossary.pairs.edges import Edge, log_odds

__all__ = ["edges"]

_JOINER = re.compile(r"(?:\s*,\s*(?:and|or|&)?|\s+(?:and|or|&)|\s*/)\s*$")


def edges(before: str, chinese: tuple[str, ...]) -> tuple[Edge, ...]:
    """The cut of each English name, in the order of the Chinese ones; empty where they are not as many, or not joined.

    Works from the last name to the first: each name must be likely by itself and be joined to the one after it.

    >>> before = "the brothers Duan Zhongtan and Duan Zhongyi "
    >>> [before[edge.start : edge.end] for edge in edges(before, ("段鍾潭", "段鍾沂"))]
    ['Duan Zhongtan', 'Duan Zhongyi']
    >>> edges("Sima Qian ", ("司馬遷", "司马迁"))
    ()
    """
    if len({script.fold(name) for name in chinese}) < len(chinese):  # one name in both scripts
        return ()
    found: list[Edge] = []
    end = len(before)
    for name in reversed(chinese):
        if found:
            joiner = _JOINER.search(before, 0, found[-1].start)
            if joiner is None:
                return ()
            end = joiner.start()
        cut = english_first.best(before[:end], name)
        if cut is None or log_odds(cut.reasons) <= 0:
            return ()
        found.append(cut)
    return tuple(reversed(found))
