"""The verbs of the command as functions: what the command line does, without parsing and printing.

Work on many files goes on when one of them fails: each file has its own :class:`Outcome`, with the error where there
was one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from glossary import documents, pipeline
from glossary.errors import GlossaryError, UnreadableError
from glossary.formats import jsonl, pairs, registry
from glossary.model import Document, Entry, Mention, Rejection
from glossary.pipeline import Enriched, Strictness
from glossary.store import Merged, Store

__all__ = ["Outcome", "collect", "default_store", "enrich_stream", "import_file", "inspect", "paths", "read"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: the document and the entries it makes, or the error."""

    path: str
    document: Document | None = None
    entries: tuple[Entry, ...] = ()
    merged: Merged = Merged()
    error: GlossaryError | None = None


def default_store() -> Path:
    """Where the store is when nobody says otherwise: ``GLOSSARY_DB``, else a file in the user's data folder."""
    named = os.environ.get("GLOSSARY_DB")
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("glossary", appauthor=False) / "glossary.db"


def paths(given: Iterable[str]) -> Iterator[str | GlossaryError]:
    """The files to read for what a user gave: files as they are, folders by their texts, an error for what is missing."""
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


def inspect(document: Document, *, strictness: Strictness) -> Iterator[tuple[Mention | Rejection, bool]]:
    """Everything judged in the document, and whether it counts as a pair at this strictness."""
    floor = pipeline.THRESHOLD[strictness]
    for judged in pipeline.inspect(document):
        yield judged, isinstance(judged, Mention) and judged.probability >= floor


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


def enrich_stream(path: str) -> Iterator[Enriched]:
    """The pairs of a file (``-``: standard input) with readings and variants, in their order."""
    with _opened(path) as stream:
        for _, pair in pairs.read(stream, where=path):
            yield pipeline.enrich(pair)


def import_file(path: str, store: Store, *, format_name: str = "jsonl") -> Merged:
    """How many entries of the file were new and changed in the store: all of the file or, on an error, nothing."""
    reader = registry.find(format_name).read or jsonl.read
    with _opened(path) as stream:
        return store.merge(reader(stream, where=path))


def _opened(path: str) -> BinaryIO:
    if path == "-":
        return open(sys.stdin.fileno(), "rb", closefd=False)  # noqa: PTH123 - a descriptor has no path
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as fault:
        raise UnreadableError(
            f"cannot be read ({getattr(fault, 'strerror', None) or fault})", where=path, hint="Check the path"
        ) from fault
