"""An entry that was found, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from glossary.keys import Family
from glossary.model import Entry

__all__ = ["Hit", "Manner", "Match"]


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
    """The id of an entry that was found, and how; ``distance`` is the number of letters that differ."""

    entry: str
    family: Family
    manner: Manner = Manner.WHOLE
    distance: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, the family of the key, how the query compares with it, and in which store it is."""

    entry: Entry
    family: Family
    manner: Manner = Manner.WHOLE
    distance: int = 0
    store: str = ""

    @property
    def beginning(self) -> bool:
        """Whether the query is only the beginning of the key."""
        return self.manner is Manner.BEGINNING

    @property
    def matched_by(self) -> str:
        """The same in words: ``acronym``, ``beginning of english``."""
        return str(self.manner).format(self.family)
