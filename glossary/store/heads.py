"""What is known of an entry before it is read whole."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.model import Kind, Review

__all__ = ["Head"]


@dataclass(frozen=True, slots=True)
class Head:
    """What ranks an entry among others; ``mentions`` is the number of them."""

    kind: Kind
    review: Review
    mentions: int
