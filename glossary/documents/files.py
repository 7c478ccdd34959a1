"""Documents from files, folders, standard input and strings."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from glossary.documents.encodings import decode
from glossary.errors import EncodingError, UnreadableError
from glossary.model import Document, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["from_text", "read", "walk"]

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip file, perhaps a docx, pptx or epub"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"SQLite format 3\0", "an SQLite database"),
)
LONG_RUN = re.compile(r"[^\w\s]{100,}")  # perhaps combining marks


def from_text(text: str, *, path: str = "-") -> Document:
    r"""The document of a text: NFC, every newline as ``\n``, without a byte order mark.

    Raises:
        EncodingError: the text holds half a surrogate pair.

    >>> from_text("He Lifeng\r\n何立峰").text
    'He Lifeng\n何立峰'
    """
    plain = _unify(text)
    try:
        digest = blake2b(plain.encode("utf-8"), digest_size=12).hexdigest()
    except UnicodeEncodeError as error:
        line = plain.count("\n", 0, error.start) + 1
        raise EncodingError(
            "half a surrogate pair, which is no character",
            where=f"{path}:{line}",
            hint="Save the text as UTF-8",
        ) from error
    return Document(id=digest, text=plain, source=Source(id=digest, path=path))


def read(path: str, *, encoding: str | None = None, stdin: BinaryIO | None = None) -> Document:
    """The document in the file ``path``, or on standard input for ``-``.

    Args:
        path: kept as it is in the document's source.
        encoding: overrides what the bytes look like.
        stdin: stands in for the process's standard input.

    Raises:
        UnreadableError: missing, no permission, a folder, empty, or not text.
        EncodingError: bytes that are not text in the encoding named or found.
    """
    data = _load(path, stdin)
    for magic, name in MAGIC:
        if data.startswith(magic):
            raise UnreadableError(f"is {name}, not text", where=path, hint="Convert it to text first")
    document = from_text(decode(data, path=path, encoding=encoding), path=path)
    if not document.text or document.text.isspace():
        raise UnreadableError("is empty", where=path, hint="Give a file that holds text")
    return document


def walk(paths: Iterable[str]) -> Iterator[str]:
    """The files under ``paths``: a file as it is given, a folder's text files sorted by their path.

    Hidden files and folders are left out, and links to folders are not followed.

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
            yield file
        if not found:
            kinds = " ".join(sorted(SUFFIXES))
            raise UnreadableError("holds no text file", where=path, hint=f"Name files, or a folder with {kinds} files")


def _text_files(folder: str) -> Iterator[str]:
    """The text files under a folder, sorted by path component."""
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
            raise _unreadable(path, error) from error
        waiting.extend(sorted(inside, reverse=True))


def _wanted(entry: os.DirEntry[str]) -> bool:
    """Whether a folder's entry is a folder to go into or a text file to read."""
    if entry.name.startswith("."):
        return False
    if entry.is_dir(follow_symlinks=False):
        return True
    return Path(entry.name).suffix.lower() in SUFFIXES and entry.is_file()


def _load(path: str, stdin: BinaryIO | None) -> bytes:
    """The bytes of a file or of standard input."""
    try:
        if path == "-":
            return (stdin or sys.stdin.buffer).read()
        return Path(path).read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    except (
        ValueError,
        AttributeError,
    ) as error:  # NUL or half a surrogate in the name; a closed standard input
        raise UnreadableError("cannot be opened", where=path, hint="Check the path") from error


def _unreadable(path: str, error: OSError) -> UnreadableError:
    """The clear form of a fault of the file system."""
    known: dict[type[OSError], tuple[str, str]] = {
        FileNotFoundError: ("no such file", "Check the path"),
        NotADirectoryError: ("no such file", "Check the path"),
        PermissionError: ("no permission to read it", "Check its owner and mode"),
        IsADirectoryError: ("is a folder where a file is wanted", "Name the files in it"),
    }
    problem, hint = known.get(type(error), (f"cannot be read ({error.strerror or error})", "Check the file"))
    return UnreadableError(problem, where=path, hint=hint)


def _unify(text: str) -> str:
    r"""The text without a byte order mark, with ``\n`` for every newline, in NFC."""
    plain = text.removeprefix("\ufeff")
    if "\r" in plain:  # one character is found ten times as fast as two
        plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    for newline in ("\x85", "\u2028", "\u2029"):
        plain = plain.replace(newline, "\n")
    if plain.isascii() or unicodedata.is_normalized("NFC", plain):
        return plain
    return unicodedata.normalize("NFC", LONG_RUN.sub(_ordered, plain))


def _ordered(run: re.Match[str]) -> str:
    """The run with its combining marks in canonical order; normalizing long unordered ones takes quadratic time."""
    stretches = groupby(run[0], lambda character: unicodedata.combining(character) > 0)
    return "".join("".join(sorted(s, key=unicodedata.combining) if marks else s) for marks, s in stretches)
