"""An entry that was found, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from glossary.errors import StoreError
from glossary.keys import Family
from glossary.model import Entry

if TYPE_CHECKING:
    from glossary.store import Store
    from glossary.store.heads import Head

__all__ = ["Hit", "Manner", "Match", "Shelf"]


class Manner(StrEnum):
    """How the query and the key compare: the order is that of trust, best first."""

    WHOLE = "{}"
    OTHERWISE = "{}, in other words or order"
    SURNAME = "surname"
    BEGINNING = "beginning of {}"
    INSIDE = "inside of {}"
    LIKE = "similar {}"
    SOUND = "said like {}"


@dataclass(frozen=True, slots=True)
class Match:
    """The id of an entry that was found, and how; ``distance`` is the number of letters that differ.

    ``head`` is what ranks it in that store, where finding it told.
    """

    entry: str
    family: Family
    manner: Manner = Manner.WHOLE
    distance: int = 0
    head: Head | None = None


class Shelf:
    """Entries of one open store, read together when the first of them is looked at."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._wanted: list[str] = []
        self._read: dict[str, Entry] = {}

    def want(self, name: str) -> None:
        """The entry with this id will be looked at, too."""
        self._wanted.append(name)

    def __getitem__(self, name: str) -> Entry:
        if name not in self._read:
            self._read |= self.store.several([*self._wanted, name])
            self._wanted.clear()
        try:
            return self._read[name]
        except KeyError:
            raise StoreError(f"entry {name} was removed meanwhile", where=self.store.path) from None


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, and how; what ranks it is known at once.

    The entry itself is read when it is first looked at, from the store, which must be open until then.
    """

    match: Match
    head: Head
    shelf: Shelf

    @property
    def id(self) -> str:
        """The id of the entry."""
        return self.match.entry

    @property
    def entry(self) -> Entry:
        """The whole entry.

        Raises:
            StoreError: it cannot be read, or is not there any more.
        """
        return self.shelf[self.match.entry]

    @property
    def family(self) -> Family:
        """The family of the key that was found."""
        return self.match.family

    @property
    def manner(self) -> Manner:
        """How the query compares with the key."""
        return self.match.manner

    @property
    def store(self) -> str:
        """The path of the store that the entry is read from."""
        return self.shelf.store.path

    @property
    def beginning(self) -> bool:
        """Whether the query is only the beginning of the key."""
        return self.manner is Manner.BEGINNING

    @property
    def matched_by(self) -> str:
        """The same in words: ``acronym``, ``beginning of english``."""
        return str(self.manner).format(self.family)
