"""Bilingual files as documents: each segment with its translation under it."""

from __future__ import annotations

from glossary.documents import gettext, tmx, xliff
from glossary.documents.options import Options
from glossary.documents.pieces import Content, Piece
from glossary.documents.segments import Reader

__all__ = ["read_po", "read_tmx", "read_xliff"]


def read_tmx(data: bytes, *, path: str, options: Options) -> Content:
    """The segments of a translation memory."""
    return _content(tmx.segments, data, path=path, options=options)


def read_xliff(data: bytes, *, path: str, options: Options) -> Content:
    """The translated segments of an XLIFF file."""
    return _content(xliff.segments, data, path=path, options=options)


def read_po(data: bytes, *, path: str, options: Options) -> Content:
    """The translated messages of a PO file."""
    return _content(gettext.segments, data, path=path, options=options)


def _content(reader: Reader, data: bytes, *, path: str, options: Options) -> Content:
    segments = reader(data, path=path, encoding=options.encoding)
    return Content([Piece(f"{found.source}\n{found.target}\n\n", found.place) for found in segments])
