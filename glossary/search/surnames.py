"""Persons by their surname alone, in characters or in any romanization: He, Ho, 何."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from glossary import keys
from glossary.keys import Family
from glossary.lang import surnames
from glossary.model import Kind
from glossary.search.hits import Manner, Match

if TYPE_CHECKING:
    from glossary.store import Store

__all__ = ["find", "spelt"]

_LONGEST = 10  # letters of a spelling: Shangkuan, Ou-yang
_MOST = 8  # surnames asked for one spelling; "li" may be a dozen


def find(store: Store, query: str, *, limit: int) -> Iterator[Match]:
    """Persons whose surname the query spells; about so many, evenly of each surname."""
    word = query.strip().rstrip("12345")
    if not 1 < len(word) <= _LONGEST or any(not (char.isalpha() or char in "-'") for char in word):
        return
    asked = spelt(keys.latin(word))[:_MOST]
    share = max(3, limit // max(1, len(asked)))
    for surname in asked:
        for family, name, head in store.find(surname, prefix=True, limit=share):
            if family is Family.CHINESE and head.kind is Kind.PERSON:
                yield Match(name, family, Manner.SURNAME, head=head)


def spelt(letters: str) -> tuple[str, ...]:
    """The surnames, folded, that are spelt so in some system, in the order of the table.

    >>> "何" in spelt("ho"), "贺" in spelt("ho"), spelt("ouyang"), spelt("bessent")
    (True, True, ('欧阳',), ())
    """
    return _by_spelling().get(letters, ())


@cache
def _by_spelling() -> dict[str, tuple[str, ...]]:
    from glossary.lang.romanization.spellings import surname_letters  # its tables are for this step only

    found: dict[str, list[str]] = {}
    for surname in sorted(surnames.surnames()):
        for letters in surname_letters(surname):
            found.setdefault(letters, []).append(surname)
    return {letters: tuple(names) for letters, names in found.items()}
