"""What every reader gives: the pieces of a text with their places, and what the file says about itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["About", "Content", "Piece"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one place. It ends with the white space that parts it from the next.

    ``heading``: the file says that it is a heading or a title, by a style or an element.
    """

    text: str
    place: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a file says about itself, as in :class:`glossary.model.Source`; each may be empty."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """The pieces of a document in their order, and what it says about itself."""

    pieces: Iterable[Piece]
    about: About = About()
