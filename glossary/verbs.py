"""The verbs of the command as functions: what the command line does, without parsing and printing.

Work on many files goes on when one of them fails: each file has its own :class:`Outcome`, with the error where there
was one.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import file_digest
from io import BufferedReader
from itertools import chain
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast

from glossary import documents, pipeline
from glossary.curation import revisions
from glossary.curation.settling import Settle
from glossary.documents import Options
from glossary.errors import GlossaryError, SyntaxFault
from glossary.files import opening
from glossary.formats import importing, jsonl, pairs, registry
from glossary.formats import prompt as formatted
from glossary.formats.format import Format, ReadOptions
from glossary.formats.format import Options as ExportOptions
from glossary.formats.losses import Report
from glossary.formats.occurring import occurring
from glossary.model import Document, Entry, Pair
from glossary.pipeline import Enriched, Strictness
from glossary.search import Layered, present
from glossary.store import Merged, Store

__all__ = ["Outcome", "collect", "enrich_stream", "entries_of", "forget", "import_file", "paths", "prompt", "read"]


_NOTHING = Merged()
_OPTIONS = Options()
_AS_IT_IS = ReadOptions()
_HEAD = 4096  # bytes by which a format is told
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
    What is new is added in the order of the texts, and of one call at one moment, so that it is reviewed in that order.
    """
    moment = store.moment()
    for outcome in read(given, options=options):
        if outcome.document is None:
            yield outcome
            continue
        entries = tuple(sorted(pipeline.collect(outcome.document, strictness=strictness), key=_first))
        earlier = () if every_version else revisions.earlier(store, outcome.document)
        merged = store.merge(entries, replacing=earlier, now=moment) if entries or earlier else Merged()
        yield Outcome(outcome.path, outcome.document, entries, merged, replaced=len(earlier))


def _first(entry: Entry) -> int:
    """Where in its text an entry is first stated."""
    return min(mention.gloss.start for mention in entry.mentions)


def forget(path: str, store: Store) -> int:
    """How many texts were collected from the path, whose mentions are gone now."""
    held = [source.id for source in store.sources(path)]
    if held:
        store.merge((), replacing=held)
    return len(held)


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
    format_name: str = "",
    options: ReadOptions = _AS_IT_IS,
    keep_going: bool = False,
    settle: Settle | None = None,
    report: Callable[[SyntaxFault], object] | None = None,
) -> Merged:
    """How many entries of the file were new and changed in the store: all of the file or, on an error, nothing.

    ``format_name``: empty where the name and the beginning of the file tell it. The file is read twice, so that a
    fault in its last line is known before anything is written. ``report`` is told of each faulty line where there are
    several; ``keep_going`` takes the good ones nevertheless. ``settle`` decides where the store and the file differ.
    A file that was imported before takes the place of what it stated then.

    Raises:
        SyntaxFault: a line is no entry.
    """
    with _opened(path) as opened, _readable_twice(opened) as stream:
        chosen = _told(stream, path, format_name)
        each = partial(_each, stream, chosen, where=path, options=options)
        stated: dict[tuple[Pair, str], str] = {}
        found = each() if chosen.lossless else _noting(each(), stated)
        if not keep_going:
            _refuse_faults(found, where=path, report=report)
        deque(found, maxlen=0)
        earlier = revisions.of_rows(store, path, {pair for pair, _ in stated})
        ids = _ids(stream) | {source.lang: source.id for source in earlier}
        good = _good(each(ids=ids, held=store.get), report)
        return store.merge(good, replacing=[source.id for source in earlier], still=stated, settle=settle)


def _noting(found: Iterable[Entry | SyntaxFault], stated: dict[tuple[Pair, str], str]) -> Iterator[Entry | SyntaxFault]:
    """The same, of which each pair is noted with its sentence, and where it stands: of two places as the store does."""
    for one in found:
        for mention in one.mentions if isinstance(one, Entry) else ():
            key = (mention.pair, mention.context)
            stated[key] = max(stated.get(key, ""), mention.where)
        yield one


def _ids(stream: BinaryIO) -> dict[str, str]:
    """The ids of the documents that a file makes, by the script of its Chinese; the stream is at its beginning then."""
    stream.seek(0)
    content = file_digest(cast("BufferedReader", stream), "blake2b").digest()
    stream.seek(0)
    return {lang: importing.document_id(content, lang) for lang in importing.LANGS}


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


def _each(
    stream: BinaryIO,
    chosen: Format,
    *,
    where: str,
    options: ReadOptions,
    **given: Any,  # noqa: ANN401 - what importing.each takes besides
) -> Iterator[Entry | SyntaxFault]:
    """The entries with the faults between them; a format that cannot go on after a fault ends there."""
    if chosen.name == "jsonl":
        return jsonl.each(stream, where=where)
    return importing.each(stream, chosen, where=where, options=options, **given)


def _told(stream: BinaryIO, path: str, name: str) -> Format:
    """The format of the name, or of the file where there is none."""
    if name:
        return registry.find(name)
    head = stream.read(_HEAD)
    stream.seek(0)
    return importing.detected(path, head)


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


def entries_of(path: str, *, format_name: str = "") -> Iterator[Entry]:
    """The entries of a glossary in a file (``-``: standard input), in its order.

    Raises:
        InputError: the file cannot be read, or a line is no entry.
    """
    with _opened(path) as opened, _readable_twice(opened) as stream:
        yield from importing.read(stream, _told(stream, path, format_name), where=path, options=_AS_IT_IS)


def prompt(texts: Sequence[str], store: Store | Layered, *, options: ExportOptions) -> str:
    """The block for a language model of the names that occur in the texts; empty where none does."""
    found = occurring(present.matcher(store, texts), texts, options=options)
    return formatted.block(found, options, report=Report())


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """The bytes of a file or of standard input."""
    with ExitStack() as kept:
        with opening(path):
            stream = sys.stdin.buffer if path == "-" else kept.enter_context(Path(path).open("rb"))
        yield stream
