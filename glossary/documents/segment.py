"""A segment of a bilingual file."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Segment"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A text and its translation, each in normal form.

    ``place`` says for people where it stands in its file (``segment 12``), ``line`` where it begins, from 1; ``id`` is
    the one the file gives it, or else its number from 1.
    """

    source: str
    target: str
    place: str
    line: int
    id: str
