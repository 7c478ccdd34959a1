"""``glossary conflicts``, ``stale``, ``diff`` and ``stats``: what a glossary tells about itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from glossary.cli.options import Databases, Json, to_read
from glossary.cli.output import counted, line, note, print_json, print_table, print_text, spare
from glossary.curation import conflicts as conflicting
from glossary.curation import difference, plot, statistics
from glossary.curation import stale as staleness
from glossary.curation.choosing import title
from glossary.files import writing
from glossary.model import Entry
from glossary.store import Store
from glossary.verbs import entries_of

__all__ = ["conflicts", "diff", "stale", "stats"]

_SOURCES = 10  # texts that are listed


def conflicts(*, database: Databases = None, json: Json = False) -> None:
    """Report English names with several Chinese ones and the reverse; exit code 1 when there are any.

    Scripts, regional names, short forms and people who share a name are no conflicts.
    """
    found = 0
    with to_read(database) as stores:
        for found, conflict in enumerate(conflicting.find(stores), start=1):  # noqa: B007 - counted
            if json:
                print_json(conflict)
                continue
            print_text(line(f"{conflict.name}: {len(conflict.renderings)} renderings"))
            for one in conflict.renderings:
                times = f"{counted(one.mentions, 'mention')} in {counted(one.texts, 'text')}"
                print_text("  " + line(f"{one.text}: {times} ({one.entry})"))
    if found:
        note("Settle them with: glossary forbid, prefer, merge, split or reject")
        raise typer.Exit(1)


def stale(*, database: Databases = None, json: Json = False) -> None:
    """Report texts that use what has since been rejected, forbidden or replaced; exit code 1 when there are any."""
    with to_read(database) as stores:
        found = list(staleness.find(stores))
    if json:
        for one in found:
            print_json(one)
    elif found:
        header = ("text", "at", "uses", "use", "why", "sentence")
        rows = [(f.source.path, f.where or f"character {f.offset}", f.text, f.use, f.why, f.sentence) for f in found]
        print_table(header, rows)
    if found:
        raise typer.Exit(1)


_EITHER = "A glossary, or JSON Lines that export jsonl wrote."


def diff(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help=_EITHER, show_default=False)],
    after: Annotated[str, typer.Argument(metavar="AFTER", help=_EITHER, show_default=False)],
    *,
    json: Json = False,
) -> None:
    """Compare two glossaries entry by entry; exit code 1 when they differ."""
    found = 0
    with _entries(before) as one, _entries(after) as other:
        for found, change in enumerate(difference.compare(one, other), start=1):  # noqa: B007 - counted
            print_json(change) if json else _print(change)
    if found:
        raise typer.Exit(1)


@contextmanager
def _entries(path: str) -> Iterator[Iterator[Entry]]:
    """The entries of a glossary or of a JSON Lines file, sorted by id."""
    with Path(path).open("rb") if Path(path).is_file() else _nothing() as stream:
        is_store = stream is None or stream.read(16).startswith(b"SQLite format 3")
    if is_store:
        with Store(path, create=False) as store:
            yield store.entries()
    else:
        yield iter(sorted(entries_of(path), key=lambda entry: entry.id))


@contextmanager
def _nothing() -> Iterator[None]:
    yield None


def _print(change: difference.Change) -> None:
    sign = "+" if change.before is None else "-" if change.after is None else "~"
    print_text(line(f"{sign} {title(change.entry)}"))
    for name, before, after in change.fields:
        print_text("    " + line(f"{name}: {before or 'nothing'} → {after or 'nothing'}"))


def stats(
    *,
    database: Databases = None,
    json: Json = False,
    picture: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw how the glossary grew, as SVG.")
    ] = None,
) -> None:
    """Count entries by kind, by the month they were added in, and by text."""
    with to_read(database) as stores:
        spare(picture, stores=stores.paths)
        counts = statistics.count(stores)
    if picture is not None:
        drawn = plot.growth(statistics.months(counts.months), title=f"{counts.entries:,} entries")
        with writing(picture) as stream:
            stream.write(drawn.encode())
        note(f"drawn to {picture}")
    if json:
        sources = [{"source": source, "mentions": many, "entries": named} for source, many, named in counts.sources]
        print_json({"entries": counts.entries, "rejected": counts.rejected, "kinds": counts.kinds,
                    "months": counts.months, "sources": sources})  # fmt: skip
    else:
        _print_counts(counts)


def _print_counts(counts: statistics.Counts) -> None:
    """Print what was counted as a table, with the texts that have most mentions."""
    rows = [("entries", "all", counts.entries), ("entries", "rejected", counts.rejected)]
    rows += [("kind", kind, number) for kind, number in counts.kinds.items()]
    rows += [("month", month, number) for month, number in counts.months.items()]
    texts: Counter[str] = Counter()  # by path: an imported file is a text for each script of its names
    for source, many, _ in counts.sources:
        texts[source.path] += many
    rows += [("mentions in", path, many) for path, many in texts.most_common(_SOURCES)]
    print_table(("what", "which", "number"), [(what, which, str(number)) for what, which, number in rows])
    if len(texts) > _SOURCES:
        note(f"… and {counted(len(texts) - _SOURCES, 'more text')}. See all with: glossary stats --json")
