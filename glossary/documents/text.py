"""Plain text, in whatever encoding; the lines of the text are those of the file."""

from __future__ import annotations

from glossary.documents.encodings import decode
from glossary.documents.options import Options
from glossary.documents.pieces import Content, Piece

__all__ = ["read"]


def read(data: bytes, *, path: str, options: Options) -> Content:
    """The text as it is.

    Raises:
        InputError: it is no text, or not in the encoding named or found.
    """
    return Content([Piece(decode(data, path=path, encoding=options.encoding), "")])
