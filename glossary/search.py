"""Looking names up in a store: by English, acronym, either script, pinyin or another romanization."""

from __future__ import annotations

from dataclasses import dataclass

from glossary import keys
from glossary.keys import Family
from glossary.model import Entry
from glossary.store import Store

__all__ = ["Hit", "lookup"]

# From this length on the beginning of a key is enough; shorter beginnings find too much.
_SHORTEST_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, and how: the family of the key, and whether the query is only its beginning."""

    entry: Entry
    family: Family
    beginning: bool = False

    @property
    def matched_by(self) -> str:
        """The same in words: ``acronym``, ``beginning of english``."""
        return f"beginning of {self.family}" if self.beginning else str(self.family)


def lookup(store: Store, query: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """The entries that the query finds, best first; empty when it finds none.

    A key that equals the query comes before one that begins with it, a name before a part of a name, an entry with many
    mentions before one with few.
    """
    found: dict[str, tuple[Family, bool]] = {}
    for beginning in (False, True):
        for key in keys.of_query(query):
            if beginning and len(key) < _SHORTEST_BEGINNING and key.isascii():
                continue
            for family, name in store.find(key, prefix=beginning, limit=limit):
                found.setdefault(name, (family, beginning))
        if found:
            break
    hits = [Hit(entry, *how) for name, how in found.items() if (entry := store.get(name)) is not None]
    return tuple(sorted(hits, key=_rank)[:limit])


_ORDER = {family: place for place, family in enumerate(Family)}


def _rank(hit: Hit) -> tuple[int, int, str]:
    return (_ORDER[hit.family], -len(hit.entry.mentions), hit.entry.id)
