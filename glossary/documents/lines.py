"""A line of a printed page."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Line"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is printed, in points from the lower left corner of the page.

    ``height`` is that of its letters, ``first`` the width of its first word or Chinese character; both are 0 where
    nothing is known of its place. U+FFFE at the end of ``text`` is a hyphen.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    height: float = 0.0
    first: float = 0.0
