"""What a merge did."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Merged"]


@dataclass(frozen=True, slots=True)
class Merged:
    """How many entries a merge added, changed, and found as they were.

    >>> Merged(added=1) + Merged(unchanged=2)
    Merged(added=1, changed=0, unchanged=2)
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: Merged) -> Merged:
        return Merged(self.added + other.added, self.changed + other.changed, self.unchanged + other.unchanged)
