"""Documents from files, folders, standard input and strings."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import BinaryIO

from glossary.documents import readers
from glossary.documents.normal import unify
from glossary.documents.options import Options
from glossary.documents.pieces import About, Content, Piece
from glossary.errors import EncodingError, UnreadableError
from glossary.files import load, printable, unreadable
from glossary.model import Document, Source, Span
from glossary.web.addresses import is_address

__all__ = ["from_text", "read", "walk"]

_DEFAULT = Options()
_HERE = f".{os.sep}"


def from_text(text: str, *, path: str = "-") -> Document:
    r"""The document of a text: NFC, every newline as ``\n``, without a byte order mark.

    Raises:
        EncodingError: the text holds half a surrogate pair.

    >>> from_text("He Lifeng\r\n何立峰").text
    'He Lifeng\n何立峰'
    """
    return _document(unify(text.removeprefix("\ufeff")), path=path)


def read(
    path: str, *, encoding: str | None = None, stdin: BinaryIO | None = None, options: Options = _DEFAULT
) -> Document:
    """The document in the file ``path``, on standard input for ``-``, or at an address of the web.

    What the file is, its bytes say or else its suffix; the kinds are those of :data:`glossary.documents.READERS`.

    Args:
        path: kept as it is in the document's source.
        encoding: overrides what the bytes of a text look like, and ``options.encoding``.
        stdin: stands in for the process's standard input.
        options: what to read, and the limits.

    Raises:
        UnreadableError: missing, no permission, a folder, empty, not text, encrypted, damaged, or over a limit.
        EncodingError: bytes that are not text in the encoding named or found.
        SyntaxFault: malformed inside.
    """
    if encoding is not None:
        options = replace(options, encoding=encoding)
    content = _fetched(path, options) if is_address(path) else _content(load(path, stdin), path, options=options)
    text, places, headings = _joined(content.pieces)
    if not text or text.isspace():
        raise _empty(path)
    return replace(_document(text, path=path, places=places, about=content.about), headings=headings)


def _content(data: bytes, path: str, *, options: Options, suffix: str = "") -> Content:
    if not data.strip():
        raise _empty(path)
    return readers.find(data, path=path, suffix=suffix).read(data, path=path, options=options)


def _empty(path: str) -> UnreadableError:
    return UnreadableError("is empty", where=path, hint="Give a file that holds text")


def _fetched(url: str, options: Options) -> Content:
    """What is at an address, read as what the server calls it; with the address as its own unless it states one."""
    import mimetypes
    from urllib.parse import urlsplit

    from glossary.web.fetch import fetch

    limits = options.limits
    found = fetch(url, megabytes=limits.download, seconds=limits.seconds, allow_private=options.allow_private)
    if options.encoding is None and found.charset and found.media != "text/html":  # a page says so itself
        options = replace(options, encoding=found.charset)
    suffix = PurePath(urlsplit(found.url).path).suffix.lower()
    if suffix not in readers.SUFFIXES or found.media == "text/html":
        suffix = mimetypes.guess_extension(found.media) or ".html"
    content = _content(found.data, url, options=options, suffix=suffix)
    stated = content.about.url if content.about.url != url else ""
    return replace(content, about=replace(content.about, url=stated or found.url))


def _joined(pieces: Iterable[Piece]) -> tuple[str, tuple[tuple[int, str], ...], tuple[Span, ...]]:
    """The text of the pieces in normal form, and the places and headings in it."""
    texts: list[str] = []
    places: list[tuple[int, str]] = []
    headings: list[Span] = []
    length = 0
    for piece in pieces:
        text = unify(piece.text if piece.place else piece.text.removeprefix("\ufeff"))
        if text and texts and unicodedata.combining(text[0]) and not texts[-1][-1:].isspace():  # no part of a letter
            text = f" {text}"
        if piece.place and (not places or places[-1][1] != piece.place):
            places.append((length, piece.place))
        if piece.heading:
            headings.append(Span(length, length + len(text)))
        texts.append(text)
        length += len(text)
    return "".join(texts), tuple(places), tuple(headings)


def _document(
    text: str,
    *,
    path: str,
    places: tuple[tuple[int, str], ...] = (),
    about: About = About(),  # noqa: B008 - frozen
) -> Document:
    """The document of a text in normal form."""
    try:
        digest = blake2b(text.encode("utf-8"), digest_size=12).hexdigest()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise EncodingError(
            "half a surrogate pair, which is no character",
            where=f"{path}:{line}",
            hint="Save the text as UTF-8",
        ) from error
    source = Source(
        digest, printable(path), title=about.title, publisher=about.publisher, url=about.url, date=about.date
    )
    return Document(digest, text, source, places)


def walk(paths: Iterable[str]) -> Iterator[str]:
    """The files under ``paths``: a file as it is given, a folder's files of known kinds sorted by their path.

    Hidden files and folders are left out, and links to folders are not followed. A file in the folder ``.`` has the
    path that it has alone, so that it is one text however it is named.

    Raises:
        UnreadableError: a folder that cannot be listed or holds no text file.
    """
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - a name with a NUL is for read() to refuse
            yield path
            continue
        found = False
        for file in _text_files(path):
            found = True
            yield file.removeprefix(_HERE)
        if not found:
            kinds = " ".join(sorted(readers.SUFFIXES))
            raise UnreadableError("holds no text file", where=path, hint=f"Name files, or a folder with {kinds} files")


def _text_files(folder: str) -> Iterator[str]:
    """The files of known kinds under a folder, sorted by path component."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and not os.path.isdir(path):  # noqa: PTH112
            yield path
            continue
        try:
            with os.scandir(path) as entries:
                inside = [entry.path for entry in entries if _wanted(entry)]
        except OSError as error:
            raise unreadable(path, error) from error
        waiting.extend(sorted(inside, reverse=True))


def _wanted(entry: os.DirEntry[str]) -> bool:
    """Whether a folder's entry is a folder to go into or a file to read."""
    if entry.name.startswith("."):
        return False
    if entry.is_dir(follow_symlinks=False):
        return True
    return Path(entry.name).suffix.lower() in readers.SUFFIXES and entry.is_file()
