"""The table of readers. A new kind of file is one small file beside this one, and one row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from glossary.documents import bilingual, docx, epub, html, jsonl, odt, pdf, slides, subtitles, text, xliff
from glossary.documents.encodings import beginning
from glossary.documents.options import Options
from glossary.documents.pieces import Content
from glossary.errors import UnreadableError

__all__ = ["READERS", "SUFFIXES", "Reader", "find", "refuse"]

_ZIP = b"PK\x03\x04"
_HEAD = 1024  # bytes in which a file says what it is
_DIRECTORY = 1 << 20  # bytes at the end of a zip file that name its members


class Read(Protocol):
    """Reads the bytes of a file; ``path`` is for messages."""

    def __call__(self, data: bytes, *, path: str, options: Options) -> Content: ...


@dataclass(frozen=True, slots=True)
class Reader:
    """How one kind of file is read.

    ``holds`` says of the bytes whether they are surely of this kind, ``guess`` whether they may be, where no suffix
    says what they are. ``part``: what the name of a member of a zip package of this kind has, or its type.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read
    holds: Callable[[bytes], bool] | None = None
    guess: Callable[[bytes], bool] | None = None
    part: bytes = b""

    def is_sure(self, data: bytes) -> bool:
        """Whether the bytes are of this kind, whatever they are called."""
        if self.part:
            return data.startswith(_ZIP) and (self.part in data[:_HEAD] or self.part in data[-_DIRECTORY:])
        return self.holds is not None and self.holds(data)


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    """Whether a text, in small letters, begins with one of these."""
    return lambda head: head.startswith(starts)


def _root(*names: bytes) -> Callable[[bytes], bool]:
    """Whether an XML text has one of these as its root."""
    return lambda head: head.startswith(b"<") and any(b"<" + name in head for name in names)


_OPENDOCUMENT = b"application/vnd.oasis.opendocument."
TEXT = Reader("plain text", (".txt", ".text", ".md", ".markdown"), text.read)
READERS: tuple[Reader, ...] = (
    TEXT,
    Reader("PDF", (".pdf",), pdf.read, holds=lambda data: b"%PDF-" in data[:_HEAD]),
    Reader("Word document", (".docx", ".docm", ".dotx"), docx.read, part=b"word/document"),
    Reader("PowerPoint presentation", (".pptx", ".pptm", ".ppsx"), slides.read, part=b"ppt/presentation"),
    Reader("OpenDocument text or presentation", (".odt", ".ott", ".odp"), odt.read, part=_OPENDOCUMENT),
    Reader("flat OpenDocument text", (".fodt", ".fodp"), odt.read_flat, guess=_root(b"office:document")),
    Reader("EPUB book", (".epub",), epub.read, part=b"application/epub+zip"),
    Reader("translation memory (TMX)", (".tmx",), bilingual.read_tmx, guess=_root(b"tmx")),
    Reader("XLIFF", xliff.SUFFIXES, bilingual.read_xliff, guess=_root(b"xliff")),
    Reader("gettext messages (PO)", (".po",), bilingual.read_po),
    Reader("subtitles", (".srt", ".vtt"), subtitles.read, guess=_begins(b"webvtt")),
    Reader("JSON Lines", (".jsonl", ".ndjson"), jsonl.read),
    Reader("web page", (".html", ".htm", ".xhtml"), html.read, guess=_root(b"!doctype html", b"html", b"body")),
)
SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)
_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}

# What people try to have read, and what they can do instead.
_NOT_TEXT = (
    (_ZIP, "a zip file", "Unpack it first"),
    (b"PK\x05\x06", "an empty zip file", "Give a file that holds text"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", "Run character recognition on it first"),
    (b"\xff\xd8\xff", "a JPEG picture", "Run character recognition on it first"),
    (b"\x1f\x8b", "a gzip file", "Unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office document", "Save it as docx or pptx, without a password"),
    (b"{\\rtf", "an RTF document", "Save it as docx"),
    (b"\x28\xb5\x2f\xfd", "a zstd file", "Unpack it first"),
    (b"SQLite format 3\0", "an SQLite database", "Export its text first"),
)


def refuse(data: bytes, *, path: str) -> None:
    """Say what bytes are that are known to be no text.

    Raises:
        UnreadableError: they are.
    """
    for magic, name, hint in _NOT_TEXT:
        if data.startswith(magic):
            raise UnreadableError(f"is {name}, not text", where=path, hint=hint)


def find(data: bytes, *, path: str, suffix: str = "") -> Reader:
    """The reader for bytes from ``path``: by what they surely are, else by the suffix, else by how they begin.

    Raises:
        UnreadableError: they are known to be no text.

    >>> find(b"He Lifeng", path="a.txt").name
    'plain text'
    """
    for reader in READERS:
        if reader.is_sure(data):
            return reader
    named = _BY_SUFFIX.get(suffix or PurePath(path).suffix.lower())
    if not (named is not None and named.part and data.startswith(_ZIP)):  # a package that is cut off says so itself
        refuse(data, path=path)
    if named is not None:
        return named
    start = beginning(data)
    return next((reader for reader in READERS if reader.guess is not None and reader.guess(start)), TEXT)
