"""``glossary collect`` and ``glossary import``: put entries into the store."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from glossary import verbs
from glossary.cli.options import Database, Encoding, Files, StrictnessOption
from glossary.cli.output import complain, note, print_json, print_table
from glossary.formats import columns
from glossary.model import Entry
from glossary.pipeline import Strictness
from glossary.store import Merged, Store
from glossary.verbs import Outcome

__all__ = ["register"]

_SHOWN = 30  # rows of the table of entries on a terminal


def register(app: typer.Typer) -> None:
    """Add the subcommands."""
    app.command("collect")(collect)
    app.command("import")(import_)


def collect(
    files: Files,
    *,
    database: Database = None,
    strictness: StrictnessOption = Strictness.BALANCED,
    encoding: Encoding = None,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Collect the pairs that texts state into the glossary, with pinyin and both scripts.

    Collecting the same text twice changes nothing.
    """
    total = Merged()
    texts = mentions = failures = 0
    seen: dict[str, Entry] = {}
    with Store(database or verbs.default_store()) as store:
        for outcome in _with_progress(verbs.collect(files, store, encoding=encoding, strictness=strictness)):
            if outcome.error is not None:
                complain(outcome.error)
                failures += 1
                continue
            texts += 1
            mentions += sum(len(entry.mentions) for entry in outcome.entries)
            total += outcome.merged
            seen |= {entry.id: entry for entry in outcome.entries}
        where = store.path
    _summarize(texts, mentions, total, where=where, seen=seen.values(), json=json)
    if failures:
        raise typer.Exit(2)


def _summarize(texts: int, mentions: int, total: Merged, *, where: str, seen: Iterable[Entry], json: bool) -> None:
    """Print the entries met on a terminal, and the counts."""
    counts = {
        "texts": texts, "mentions": mentions, "new": total.added, "changed": total.changed,
        "unchanged": total.unchanged,
    }  # fmt: skip
    if json:
        print_json(counts | {"db": where})
        return
    if sys.stdout.isatty():
        _show(columns.listed(seen))
    print_table(tuple(counts), [tuple(map(str, counts.values()))])
    note(f"Glossary: {where}")


def _show(entries: list[Entry]) -> None:
    header = ("English", "Chinese", "Pinyin", "Kind")
    print_table(header, [_row(entry) for entry in entries[:_SHOWN]])
    if len(entries) > _SHOWN:
        note(f"… and {len(entries) - _SHOWN} more. See them all with: glossary export tsv")


def _row(entry: Entry) -> tuple[str, ...]:
    reading = columns.reading(entry)
    return (columns.english(entry), columns.chinese(entry), reading.pinyin if reading else "", entry.kind)


@contextmanager
def _bar() -> Iterator[object]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    shown = (SpinnerColumn(), TextColumn("{task.completed} files"), BarColumn(), TextColumn("{task.description}"))
    with Progress(*shown, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as progress:
        yield progress


def _with_progress(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes, with a progress bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.progress import Progress

    with _bar() as progress:
        assert isinstance(progress, Progress)
        task = progress.add_task("", total=None)
        for outcome in outcomes:
            progress.update(task, advance=1, description=outcome.path)
            yield outcome


def import_(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="JSON Lines written by: glossary export jsonl; - for standard input."),
    ],
    *,
    database: Database = None,
) -> None:
    """Merge exported glossaries into this one; a file is taken whole or, if a line is wrong, not at all."""
    total, failures = Merged(), 0
    with Store(database or verbs.default_store()) as store:
        for path in files:
            try:
                total += verbs.import_file(path, store)
            except verbs.GlossaryError as error:
                complain(error)
                failures += 1
    print_table(("new", "changed", "unchanged"), [(str(total.added), str(total.changed), str(total.unchanged))])
    if failures:
        raise typer.Exit(2)
