"""The segments of bilingual files: TMX, XLIFF 1.2 and 2, PO, and tables with a column for each language.

A segment is a pair: what has no translation yet, and what is marked as no longer used, is left out. Codes inside a
segment (tags, placeholders) are left out too, so that a name that is partly bold is whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath

from glossary.documents import gettext, tables, tmx, xliff
from glossary.documents.encodings import beginning
from glossary.documents.segment import Segment
from glossary.errors import UnreadableError
from glossary.files import load

__all__ = ["SUFFIXES", "Reader", "Segment", "is_bilingual", "of_bytes", "read"]

Reader = Callable[..., Iterator[Segment]]  # (data, *, path, encoding)
_READERS: dict[str, Reader] = {
    ".tmx": tmx.segments,
    **dict.fromkeys(xliff.SUFFIXES, xliff.segments),
    ".po": gettext.segments,
    ".tsv": tables.segments,
    ".tab": tables.segments,
    ".csv": tables.segments,
}
SUFFIXES = frozenset(_READERS)
_MESSAGE = re.compile(rb'^msgid "', re.MULTILINE)


def read(path: str, *, encoding: str | None = None) -> Iterator[Segment]:
    """The segments of the file, in its order; of standard input for ``-``, which says itself what it is.

    ``encoding`` overrides what PO files and tables look like.

    Raises:
        InputError: the file cannot be read, is malformed, or is of none of these kinds.
    """
    yield from of_bytes(load(path), path=path, encoding=encoding)


def of_bytes(data: bytes, *, path: str, encoding: str | None = None) -> Iterator[Segment]:
    """The segments of what was read from the path, as :func:`read`."""
    suffix = PurePath(path).suffix.lower()
    reader = _READERS.get(suffix if suffix in _READERS else _kind(data) or (".tsv" if b"\t" in beginning(data) else ""))
    if reader is None:
        kinds = " ".join(sorted(_READERS))
        raise UnreadableError("is no bilingual file that we know", where=path, hint=f"Give one of {kinds}")
    return reader(data, path=path, encoding=encoding)


def is_bilingual(data: bytes) -> bool:
    r"""Whether bytes say themselves that they are a TMX, XLIFF or PO file; a table does not.

    >>> is_bilingual(b'<?xml version="1.0"?><tmx version="1.4">'), is_bilingual(b"english\\tchinese")
    (True, False)
    """
    return _kind(data) != ""


def _kind(data: bytes) -> str:
    """The suffix of the kind that bytes say they are; empty where they say nothing."""
    head = beginning(data)
    if head.startswith(b"<"):
        return ".tmx" if b"<tmx" in head else ".xlf" if b"<xliff" in head else ""
    return ".po" if _MESSAGE.search(head) else ""
