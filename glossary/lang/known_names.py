"""What is known of a name as a whole: the kind that a dictionary tells, and whether it is a company's or a brand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from glossary import tables
from glossary.lang import script
from glossary.lang.transliteration import letters

__all__ = ["signs"]

_ARTICLES = ("The ", "the ")


def signs(english: str, chinese: str) -> Iterator[str]:
    """The kinds that the names are known for, as signs; ``maybe`` where one name is known for several.

    >>> list(signs("Aachen", "亞琛")), list(signs("Mach", "馬赫"))
    (['en-known-place', 'zh-known-place'], ['en-known-person', 'zh-known-person'])
    >>> list(signs("Home Depot", "家得寶")), list(signs("He Lifeng", "何立峰"))
    (['brand-2'], [])
    """
    bare = english[4:] if english.startswith(_ARTICLES) else english
    names = {"en": letters(bare), "zh": script.fold(chinese)}
    for side, name in names.items():
        told = _kinds(side).get(name, ())
        for kind in told:
            yield f"{side}-known-{kind}" if len(told) == 1 else f"{side}-maybe-{kind}"
    if any(name in _brands()[side] for side, name in names.items()):
        yield f"brand-{min(bare.count(' ') + 1, 2)}"


@cache
def _kinds(side: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for where, kind, names in tables.rows("cedict_kinds"):
        for name in names.split() if where == side else ():
            found[name] = (*found.get(name, ()), kind)
    return found


@cache
def _brands() -> Mapping[str, frozenset[str]]:
    return {side: frozenset(names.split()) for side, names in tables.rows("brands")}
