"""What is known of an entry before it is read whole, and how one is found by a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from glossary.keys import Family
from glossary.model import Kind, Review

__all__ = ["Found", "Head"]


@dataclass(frozen=True, slots=True)
class Head:
    """What ranks an entry among others; ``mentions`` is the number of them."""

    kind: Kind
    review: Review
    mentions: int


class Found(NamedTuple):
    """An entry that a key was found for: the best family of such a key, the id, and what ranks it."""

    family: Family
    id: str
    head: Head
