"""What the matcher gives back."""

from __future__ import annotations

from typing import NamedTuple

from glossary.matcher.names import Name
from glossary.model import Entry, Span

__all__ = ["Occurrence"]


class Occurrence(NamedTuple):
    """A name of the glossary in a text.

    ``span`` is in code points of the text that was searched, ``text`` what stands there, with a company's legal form.
    ``names`` are the names it may be, the likeliest first; two of them only where two entries have the same name.
    ``sure``: it is the name alone, and not perhaps a part of a longer one that the glossary does not have.
    """

    span: Span
    text: str
    names: tuple[Name, ...]
    sure: bool

    @property
    def name(self) -> Name:
        """The likeliest name."""
        return self.names[0]

    @property
    def entry(self) -> Entry:
        """The likeliest entry."""
        return self.names[0].entry
