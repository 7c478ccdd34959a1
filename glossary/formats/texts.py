"""The text and the lines of a file that is imported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from glossary.documents import encodings
from glossary.errors import SyntaxFault, UnreadableError
from glossary.formats.format import ReadOptions

__all__ = ["decoded", "fault", "lines", "text_of", "whole_of"]

_MOST = 1 << 30  # bytes of a file that is read whole


def whole_of(stream: BinaryIO, *, where: str) -> bytes:
    """The bytes of the stream, of which there are some, and not too many."""
    data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        raise UnreadableError("is larger than 1 GB", where=where, hint="Divide it")
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise UnreadableError("is empty", where=where, hint="Give a file with entries")
    return data


def text_of(stream: BinaryIO, *, where: str, options: ReadOptions) -> str:
    """The text of the stream, without a byte order mark, in the encoding named or found.

    Raises:
        UnreadableError: empty, or no text.
        EncodingError: at ``where:line``, what is in no encoding or in another one than the rest.
    """
    return decoded(whole_of(stream, where=where), where=where, options=options)


def decoded(data: bytes, *, where: str, options: ReadOptions) -> str:
    """The text of the bytes, as :func:`text_of`."""
    return encodings.decode(data, path=where, encoding=options.encoding or None).removeprefix("\ufeff")


def lines(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[tuple[int, str]]:
    """The number and the text of each line that is not blank, its end taken off."""
    text = text_of(stream, where=where, options=options)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.removesuffix("\r")


def fault(problem: str, *, where: str, hint: str = "Put that line right") -> SyntaxFault:
    """The fault of a line, where a file is not what it should be."""
    return SyntaxFault(problem, where=where, hint=hint)
