"""A matcher for given texts, of a store that may be far larger than what the texts name."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.matcher import Matcher
from glossary.matcher.presence import present
from glossary.search.several import Layered
from glossary.store import Store

__all__ = ["matcher"]

_MUCH = 1_000_000  # characters of texts from which all entries are read at once


def matcher(store: Store | Layered, texts: Sequence[str]) -> Matcher:
    """A matcher that finds in these texts what one of all entries finds; only the entries they may name are read."""
    if sum(map(len, texts)) > _MUCH:
        return Matcher(store.entries())
    return Matcher(store.several(list(present(store.names(), texts))).values())
