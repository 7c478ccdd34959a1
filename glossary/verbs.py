"""The verbs of the command as functions: what the command line does, without parsing and printing.

Work on many files goes on when one of them fails: each file has its own :class:`Outcome`, with the error where there
was one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from glossary import documents, pipeline
from glossary.curation import revisions
from glossary.curation.settling import Settle
from glossary.documents import Options
from glossary.errors import GlossaryError, SyntaxFault, UnreadableError
from glossary.formats import jsonl, pairs, registry
from glossary.formats.format import Reader
from glossary.model import Document, Entry, Mention, Rejection
from glossary.pipeline import Enriched, Strictness
from glossary.store import Merged, Store

__all__ = ["Outcome", "collect", "enrich_stream", "entries_of", "import_file", "inspect", "paths", "read"]


_NOTHING = Merged()
_OPTIONS = Options()
_IN_MEMORY = 1 << 24  # bytes of standard input that are kept in memory to be read twice; more go to a temporary file


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: the document and the entries it makes, or the error."""

    path: str
    document: Document | None = None
    entries: tuple[Entry, ...] = ()
    merged: Merged = _NOTHING
    error: GlossaryError | None = None
    replaced: int = 0  # earlier versions of the text whose mentions went


def paths(given: Iterable[str]) -> Iterator[str | GlossaryError]:
    """The files to read: those given as they are, of folders the texts, and an error for a folder without any."""
    for path in given:
        try:
            yield from documents.walk([path])
        except GlossaryError as error:
            yield error


def read(given: Iterable[str], *, options: Options = _OPTIONS) -> Iterator[Outcome]:
    """The document of each file, or its error; an outcome for each, in order."""
    for path in paths(given):
        if isinstance(path, GlossaryError):
            yield Outcome(path.where, error=path)
            continue
        try:
            yield Outcome(path, documents.read(path, options=options))
        except GlossaryError as error:
            yield Outcome(path, error=error)


def inspect(document: Document, *, strictness: Strictness) -> Iterator[tuple[Mention | Rejection, bool]]:
    """Everything judged in the document, and whether it counts as a pair at this strictness."""
    floor = pipeline.THRESHOLD[strictness]
    for judged in pipeline.inspect(document):
        yield judged, isinstance(judged, Mention) and judged.probability >= floor


def collect(
    given: Iterable[str],
    store: Store,
    *,
    options: Options = _OPTIONS,
    strictness: Strictness = Strictness.BALANCED,
    every_version: bool = False,
) -> Iterator[Outcome]:
    """The outcome for each file after its pairs were merged into the store, one transaction a file.

    A file that was corrected since it was collected takes the place of what it stated before, unless ``every_version``
    of it is to count as a text of its own. An error of the store itself is raised, as no further file could be kept.
    """
    for outcome in read(given, options=options):
        if outcome.document is None:
            yield outcome
            continue
        entries = pipeline.collect(outcome.document, strictness=strictness)
        earlier = () if every_version else revisions.earlier(store, outcome.document)
        merged = store.merge(entries, replacing=earlier) if entries or earlier else Merged()
        yield Outcome(outcome.path, outcome.document, entries, merged, replaced=len(earlier))


def enrich_stream(path: str, *, lang: str = "") -> Iterator[Enriched | SyntaxFault]:
    """The pairs of a file (``-``: standard input) with readings and variants, in their order; for a bad line its fault.

    ``lang``: as :func:`glossary.pipeline.enrich` takes it.

    Raises:
        InputError: the file cannot be read or has no pairs.
    """
    with _opened(path) as stream:
        for found in pairs.read(stream, where=path):
            yield found if isinstance(found, SyntaxFault) else pipeline.enrich(found, lang=lang)


def import_file(
    path: str,
    store: Store,
    *,
    format_name: str = "jsonl",
    keep_going: bool = False,
    settle: Settle | None = None,
    report: Callable[[SyntaxFault], object] | None = None,
) -> Merged:
    """How many entries of the file were new and changed in the store: all of the file or, on an error, nothing.

    The file is read twice, so that a fault in its last line is known before anything is written. ``report`` is told of
    each faulty line where there are several; ``keep_going`` takes the good ones nevertheless. ``settle`` decides
    where the store and the file differ.

    Raises:
        SyntaxFault: a line is no entry.
    """
    with _opened(path) as opened, _readable_twice(opened) as stream:
        if not keep_going:
            _refuse_faults(_each(stream, format_name, where=path), where=path, report=report)
            stream.seek(0)
        return store.merge(_good(_each(stream, format_name, where=path), report), settle=settle)


def _refuse_faults(
    found: Iterable[Entry | SyntaxFault], *, where: str, report: Callable[[SyntaxFault], object] | None
) -> None:
    """Raise the one fault there is; of several report each and raise their number."""
    faults = (one for one in found if isinstance(one, SyntaxFault))
    first = next(faults, None)
    second = next(faults, None)
    if first is None:
        return
    if second is None or report is None:
        raise first
    count = 0
    for count, fault in enumerate(chain((first, second), faults), start=1):  # noqa: B007 - counted
        report(fault)
    hint = "Put them right, or take the others with --keep-going"
    raise SyntaxFault(f"{count:,} lines are no entries; nothing was taken", where=where, hint=hint)


def _good(found: Iterable[Entry | SyntaxFault], report: Callable[[SyntaxFault], object] | None) -> Iterator[Entry]:
    """The entries; the faults are reported."""
    for one in found:
        if isinstance(one, Entry):
            yield one
        elif report is not None:
            report(one)


def _each(stream: BinaryIO, format_name: str, *, where: str) -> Iterator[Entry | SyntaxFault]:
    """The entries with the faults between them; a format that cannot go on after a fault ends there."""
    reader = _reader(format_name)
    if reader is jsonl.read:
        yield from jsonl.each(stream, where=where)
        return
    try:
        yield from reader(stream, where=where)
    except SyntaxFault as fault:
        yield fault


def _reader(format_name: str) -> Reader:
    return registry.find(format_name).read or jsonl.read


@contextmanager
def _readable_twice(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself, or a copy where it cannot be read again."""
    if stream.seekable():
        yield stream
        return
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        copyfileobj(stream, copy)
        copy.seek(0)
        yield cast("BinaryIO", copy)


def entries_of(path: str, *, format_name: str = "jsonl") -> Iterator[Entry]:
    """The entries of an exported file (``-``: standard input), in its order.

    Raises:
        InputError: the file cannot be read, or a line is no entry.
    """
    with _opened(path) as stream:
        yield from _reader(format_name)(stream, where=path)


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
