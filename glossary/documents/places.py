"""Where in its file a stretch of a document's text stands, for people: ``a.txt:3``, ``a.pdf, page 3``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from glossary.model import Document

__all__ = ["labels", "locator", "named", "place"]

_NEWLINE = re.compile("\n")


def place(document: Document, offset: int) -> str:
    r"""The place of one offset of the text, with the path.

    >>> from glossary.documents.files import from_text
    >>> place(from_text("a\nb", path="a.txt"), 2)
    'a.txt:2'
    """
    return locator(document)(offset)


def locator(document: Document) -> Callable[[int], str]:
    """What gives the place of an offset of this document, with the path; asked often, it is quick."""
    label, path = labels(document), document.source.path
    if document.places:
        return lambda offset: f"{path}, {label(offset)}"
    return lambda offset: f"{path}:{label(offset).removeprefix('line ')}"


def labels(document: Document) -> Callable[[int], str]:
    r"""What gives the place of an offset inside this document: ``page 3``, ``line 12``.

    >>> from glossary.documents.files import from_text
    >>> labels(from_text("a\nb"))(2)
    'line 2'
    """
    if not document.places:
        newlines = [found.start() for found in _NEWLINE.finditer(document.text)]
        return lambda offset: f"line {bisect_right(newlines, offset - 1) + 1}"
    return named(document.places)


def named(places: Sequence[tuple[int, str]]) -> Callable[[int], str]:
    """What gives the name of the place of an offset, where each place begins at an offset; empty where there is none.

    >>> [named([(0, "page 1"), (9, "page 2")])(offset) for offset in (8, 9)], named([])(8)
    (['page 1', 'page 2'], '')
    """
    starts = [start for start, _ in places]
    return lambda offset: places[max(0, bisect_right(starts, offset) - 1)][1] if places else ""
