"""Several names that share a bracket: ``Yonghe and Jhonghe (永和、中和)``, ``華生與克里克（Watson、Crick）``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from glossary.lang import script, well_known
from glossary.lang.generics import is_generic
from glossary.lang.titles import nature
from glossary.pairs import chinese_first, english_first
from glossary.pairs.edges import Edge, log_odds

__all__ = ["chinese_edges", "edges", "names"]

_AND = re.compile(r"\s+(?:and|&)\s+")
_JOINERS = "、和與与及"
_CHINESE_JOINER = re.compile(rf"[{_JOINERS}]\s*$")
_HEARD = frozenset(("sound", "romanization", "surname-spelt-2", "surname-spelt-3"))
_TITLE = re.compile(r"(\S+) $")
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
    return _joined(before, chinese, joiner=_JOINER, cut=english_first.best)


def chinese_edges(before: str, english: tuple[str, ...]) -> tuple[Edge, ...]:
    """The same for Chinese names before a bracket with English ones, of which one must be heard.

    >>> before = "生物學家華生與克里克"
    >>> [before[edge.start : edge.end] for edge in chinese_edges(before, ("James Watson", "Francis Crick"))]
    ['華生', '克里克']
    >>> chinese_edges("科學與技術", ("Science", "Technology"))
    ()
    """
    found = _joined(before, english, joiner=_CHINESE_JOINER, cut=_behind_joiner)
    heard = any(_HEARD.intersection(reason.name for reason in edge.reasons) for edge in found)
    return found if heard else ()


def _behind_joiner(before: str, english: str) -> Edge | None:
    """The edge of a Chinese name that another one is joined to: it begins with no joiner."""
    found = chinese_first.best(before, english)
    if found is None or before[found.start] not in _JOINERS:
        return found
    begin = found.start + 1
    rest = chinese_first.best(before[begin:], english)
    return rest and rest._replace(start=rest.start + begin, end=rest.end + begin)


@lru_cache(4096)
def names(english: str) -> tuple[tuple[str, int], ...]:
    """The names that *and* joins in a gloss, each with where it begins there; one where both name one thing of a kind,
    or one that is well known.

    >>> names("Peter and Trudy Johnson-Lenz"), names("Victoria and Albert Museum")
    ((('Peter', 0), ('Trudy Johnson-Lenz', 10)), (('Victoria and Albert Museum', 0),))
    >>> names("Trinidad and Tobago")
    (('Trinidad and Tobago', 0),)
    """
    cuts = [found.span() for found in _AND.finditer(english)]
    if cuts and (_is_of_a_kind(english, cuts[-1][0]) or well_known.of_english(english).others):
        cuts = []
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(english)]
    return tuple((english[start:end], start) for start, end in zip(starts, ends, strict=True))


def _is_of_a_kind(english: str, joined: int) -> bool:
    """Whether the last word alone, and not the one before "and", says what kind of thing is named."""
    return is_generic(english.rsplit(maxsplit=1)[-1]) and not is_generic(english[:joined].rsplit(maxsplit=1)[-1])


def _joined(
    before: str, others: tuple[str, ...], *, joiner: re.Pattern[str], cut: Callable[[str, str], Edge | None]
) -> tuple[Edge, ...]:
    """The cuts from the last name to the first; empty where one is unlikely or not joined to the next."""
    found: list[Edge] = []
    end = len(before)
    for name in reversed(others):
        if found:
            joined = joiner.search(before, 0, _without_title(before, found[-1].start))
            if joined is None:
                return ()
            end = joined.start()
        edge = cut(before[:end], name)
        if edge is None or log_odds(edge.reasons) <= 0:
            return ()
        found.append(edge)
    return tuple(reversed(found))


def _without_title(before: str, end: int) -> int:
    """Where the titles in small letters begin that stand before ``end``: captain Su Li-tsung and | inspector Hsu."""
    while (word := _TITLE.search(before, 0, end)) and word[1].islower() and nature(word[1]).title:
        end = word.start()
    return end
