"""Texts that a person works on: read as they are, and written back with nothing changed that was not meant to change.

A :class:`~glossary.model.Document` is normalized so that names can be found and compared; a draft keeps its newlines,
its byte order mark and its encoding.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from glossary import documents
from glossary.documents import Options, readers
from glossary.documents.encodings import decode
from glossary.errors import EncodingError, FormatError, UnreadableError
from glossary.files import load
from glossary.model import Span

__all__ = ["WORD", "Draft", "encoded", "is_encoding", "is_text", "not_written_back", "of_bytes", "read", "read_text"]

_AS_TEXT = frozenset({*readers.TEXT.suffixes, ".srt", ".vtt"})  # kinds of documents that are text to be written back
WORD = frozenset({".docx", ".docm", ".dotx"})  # written back by documents.docx
_DEFAULT = Options()
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp950", "big5hkscs", "gb18030", "cp1252")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with the path as it was given, and the encoding of its file; the latter empty where it is no text file.

    ``headings`` are those that a document marks as such; what a heading of a text looks like, glossing knows.
    ``places`` are the pages, paragraphs or segments of a document, each with the offset where it begins.
    """

    path: str
    text: str
    encoding: str = ""
    headings: tuple[Span, ...] = ()
    places: tuple[tuple[int, str], ...] = ()

    @property
    def lines(self) -> bool:
        """Whether each line is a paragraph, as in the text of a document."""
        return not self.encoding


def is_text(path: str) -> bool:
    """Whether the path is that of a text file or standard input, and not of a document of another kind.

    >>> is_text("a.md"), is_text("-"), is_text("a.docx"), is_text("https://example.org/a")
    (True, True, False, False)
    """
    suffix = Path(path).suffix.lower()
    return "://" not in path and (suffix in _AS_TEXT or suffix not in {*documents.SUFFIXES, ".pot"})


def not_written_back(path: str, *, use: str) -> FormatError:
    """The error for a document that can be read and not be written back; ``use`` is what to do with a Word document.

    >>> not_written_back("a.odt", use="gloss IN.docx -o OUT").hint
    'Save it as .docx: gloss IN.docx -o OUT; or see with --json what goes where'
    """
    suffix = "web page" if "://" in path else f"{Path(path).suffix.lower()} file"
    if Path(path).suffix.lower() in WORD:
        return FormatError("a Word document is written to another file", where=path, hint=f"Use: {use}")
    hint = f"Save it as .docx: {use}; or see with --json what goes where"
    return FormatError(f"a {suffix} cannot be written back, only texts and Word documents", where=path, hint=hint)


def read(path: str, *, options: Options = _DEFAULT) -> Draft:
    """The draft in a file or on standard input (``-``); of a document of another kind its text.

    Raises:
        InputError: the file cannot be taken.
    """
    if not is_text(path):
        document = documents.read(path, options=options)
        return Draft(path, document.text, headings=document.headings, places=document.places)
    return read_text(path, encoding=options.encoding)


def read_text(path: str, *, encoding: str | None = None) -> Draft:
    """The draft in a file, which is taken for text whatever its name, or on standard input.

    Raises:
        InputError: the file cannot be taken.
    """
    return of_bytes(load(path), path=path, encoding=encoding)


def of_bytes(data: bytes, *, path: str, encoding: str | None = None) -> Draft:
    """The draft of what was read from the path, as :func:`read_text`."""
    readers.refuse(data, path=path)
    text = decode(data, path=path, encoding=encoding)
    if not text or text.isspace():
        raise UnreadableError("is empty", where=path, hint="Give a file that holds text")
    return Draft(path, text, _encoding(data, text, encoding))


def _encoding(data: bytes, text: str, named: str | None) -> str:
    """The encoding in which the text is these bytes; utf-8 where there is none (it cannot be written back then)."""
    for name in (named or "utf-8", *_ENCODINGS):
        with suppress(UnicodeError, LookupError):
            if text.encode(name) == data:
                return name
    return "utf-8"


def is_encoding(name: str) -> bool:
    """Whether texts in this encoding can be read and written back."""
    return name in _ENCODINGS


def encoded(draft: Draft, text: str) -> bytes:
    """The bytes of a changed text in the draft's encoding.

    Raises:
        EncodingError: the text has characters that the encoding does not have.
    """
    try:
        return text.encode(draft.encoding or "utf-8")
    except UnicodeEncodeError as fault:
        missing = fault.object[fault.start : fault.end][:8]
        line = fault.object.count("\n", 0, fault.start) + 1
        held = line <= draft.text.count("\n") + 1  # else it is in what was added behind the text
        raise EncodingError(
            f"{missing!r} cannot be written in {draft.encoding}",
            where=f"{draft.path}:{line}" if held else draft.path,
            hint="Save the file as UTF-8 first",
        ) from fault
