"""The segments of bilingual files: TMX, XLIFF 1.2 and 2, PO, and tables with a column for each language.

A segment is a pair: what has no translation yet, and what is marked as no longer used, is left out. Codes inside a
segment (tags, placeholders) are left out too, so that a name that is partly bold is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from glossary.documents import gettext, tables, tmx, xliff
from glossary.documents.segment import Segment
from glossary.errors import UnreadableError
from glossary.files import load

__all__ = ["SUFFIXES", "Reader", "Segment", "read"]

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


def read(path: str, *, encoding: str | None = None) -> Iterator[Segment]:
    """The segments of the file, in its order; of standard input for ``-``, which says itself what it is.

    ``encoding`` overrides what PO files and tables look like.

    Raises:
        InputError: the file cannot be read, is malformed, or is of none of these kinds.
    """
    data = load(path)
    yield from _reader(data, path=path)(data, path=path, encoding=encoding)


def _reader(data: bytes, *, path: str) -> Reader:
    """The reader by suffix, else by how the data begins."""
    named = _READERS.get(PurePath(path).suffix.lower())
    if named is not None:
        return named
    head = data[:2000]
    for sign, suffix in ((b"<tmx", ".tmx"), (b"<xliff", ".xlf"), (b'msgid "', ".po"), (b"\t", ".tsv")):
        if sign in head:
            return _READERS[suffix]
    kinds = " ".join(sorted(_READERS))
    raise UnreadableError("is no bilingual file that we know", where=path, hint=f"Give one of {kinds}")
