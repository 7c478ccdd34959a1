"""Where in its file a stretch of a document's text stands, for people: ``a.txt:3``, ``a.pdf, page 3``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from glossary.model import Document

__all__ = ["locator", "place"]

_NEWLINE = re.compile("\n")


def place(document: Document, offset: int) -> str:
    r"""The place of one offset of the text, with the path.

    >>> from glossary.documents.files import from_text
    >>> place(from_text("a\nb", path="a.txt"), 2)
    'a.txt:2'
    """
    return locator(document)(offset)


def locator(document: Document) -> Callable[[int], str]:
    """What gives the place of an offset of this document; asked often, it is quick."""
    path = document.source.path
    if not document.places:
        newlines = [found.start() for found in _NEWLINE.finditer(document.text)]
        return lambda offset: f"{path}:{bisect_right(newlines, offset - 1) + 1}"
    starts = [start for start, _ in document.places]

    def named(offset: int) -> str:
        return f"{path}, {document.places[max(0, bisect_right(starts, offset) - 1)][1]}"

    return named
