"""The verbs of the command as functions: what the command line does, without parsing and printing.

Work on many files goes on when one of them fails: each file has its own :class:`Outcome`, with the error where there
was one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from glossary import documents, pipeline
from glossary.errors import GlossaryError, SyntaxFault, UnreadableError
from glossary.formats import jsonl, pairs, registry
from glossary.model import Document, Entry
from glossary.pipeline import Enriched, Strictness
from glossary.store import Merged, Store

__all__ = ["Outcome", "collect", "enrich_stream", "import_file", "paths", "read"]


_NOTHING = Merged()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: the document and the entries it makes, or the error."""

    path: str
    document: Document | None = None
    entries: tuple[Entry, ...] = ()
    merged: Merged = _NOTHING
    error: GlossaryError | None = None


def paths(given: Iterable[str]) -> Iterator[str | GlossaryError]:
    """The files to read: those given as they are, of folders the texts, and an error for a folder without any."""
    for path in given:
        try:
            yield from documents.walk([path])
        except GlossaryError as error:
            yield error


def read(given: Iterable[str], *, encoding: str | None = None) -> Iterator[Outcome]:
    """The document of each file, or its error; an outcome for each, in order."""
    for path in paths(given):
        if isinstance(path, GlossaryError):
            yield Outcome(path.where, error=path)
            continue
        try:
            yield Outcome(path, documents.read(path, encoding=encoding))
        except GlossaryError as error:
            yield Outcome(path, error=error)


def collect(
    given: Iterable[str], store: Store, *, encoding: str | None = None, strictness: Strictness = Strictness.BALANCED
) -> Iterator[Outcome]:
    """The outcome for each file after its pairs were merged into the store, one transaction a file.

    An error of the store itself is raised, as no further file could be kept.
    """
    for outcome in read(given, encoding=encoding):
        if outcome.document is None:
            yield outcome
            continue
        entries = pipeline.collect(outcome.document, strictness=strictness)
        yield Outcome(outcome.path, outcome.document, entries, store.merge(entries) if entries else Merged())


def enrich_stream(path: str, *, lang: str = "") -> Iterator[Enriched | SyntaxFault]:
    """The pairs of a file (``-``: standard input) with readings and variants, in their order; for a bad line its fault.

    ``lang``: as :func:`glossary.pipeline.enrich` takes it.

    Raises:
        InputError: the file cannot be read or has no pairs.
    """
    with _opened(path) as stream:
        for found in pairs.read(stream, where=path):
            yield found if isinstance(found, SyntaxFault) else pipeline.enrich(found, lang=lang)


def import_file(path: str, store: Store, *, format_name: str = "jsonl") -> Merged:
    """How many entries of the file were new and changed in the store: all of the file or, on an error, nothing."""
    reader = registry.find(format_name).read or jsonl.read
    with _opened(path) as stream:
        return store.merge(reader(stream, where=path))


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """The bytes of a file or of standard input."""
    try:
        if path == "-":
            yield sys.stdin.buffer
            return
        with Path(path).open("rb") as stream:
            yield stream
    except (OSError, ValueError, AttributeError) as fault:  # ValueError: a NUL in the name; AttributeError: no stdin
        reason = getattr(fault, "strerror", None) or fault
        raise UnreadableError(f"cannot be read ({reason})", where=path, hint="Check the path") from fault
