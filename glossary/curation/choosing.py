"""The one entry that somebody means: by its id, the beginning of its id, or a name that only it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.errors import EntryError
from glossary.formats import columns
from glossary.model import Entry
from glossary.search import Layered, lookup
from glossary.search.hits import Hit, Manner

if TYPE_CHECKING:
    from glossary.store import Store

__all__ = ["choose", "title"]

_SHORTEST = 4  # characters of the beginning of an id
_SHOWN = 5
_SURE = frozenset({Manner.WHOLE, Manner.OTHERWISE})


def choose(store: Store | Layered, meant: str) -> Entry:
    """The entry that is meant.

    Raises:
        EntryError: there is none, or there are several; the message names them.
    """
    entry = store.get(meant)
    if entry is not None:
        return entry
    named = store.ids(meant, limit=2) if len(meant) >= _SHORTEST else []
    if len(named) == 1 and (entry := store.get(named[0])):
        return entry
    hits = lookup(store, meant, limit=_SHOWN + 1)
    best = [hit for hit in hits if (hit.family, hit.manner) == (hits[0].family, hits[0].manner)]
    if not hits or hits[0].manner not in _SURE:
        near = f"Did you mean {_list(hits[:3])}? " if hits else ""
        raise EntryError(f"no entry is called {meant!r}", hint=f"{near}Find it with: glossary lookup NAME")
    if len(best) > 1:
        raise EntryError(f"{meant!r} may be {_list(best)}", hint="Give the id of one, or more of its name")
    return best[0].entry


def title(entry: Entry) -> str:
    """The entry in one line for people: its names and its id.

    >>> from glossary.model import Kind, Term
    >>> title(Entry("e1", Kind.OTHER, (Term("TSMC", "en"), Term("台積電", "zh-Hant"))))
    'TSMC 台積電 (e1)'
    """
    names = " ".join(filter(None, (columns.english(entry), columns.chinese(entry)))) or "an entry without names"
    return f"{names} ({entry.id})"


def _list(hits: list[Hit] | tuple[Hit, ...]) -> str:
    shown = [title(hit.entry) for hit in hits[:_SHOWN]]
    return ", ".join(shown) + (" and others" if len(hits) > _SHOWN else "")
