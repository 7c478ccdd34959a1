"""``glossary collect`` and ``glossary import``: put entries into the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

import typer

from glossary import verbs
from glossary.cli.options import STRICTNESS, Database, Encoding, Files, Json
from glossary.cli.output import complain, note, on_terminal, print_json, print_table
from glossary.cli.progress import shown
from glossary.errors import FormatError, InputError
from glossary.formats import columns, registry
from glossary.formats.format import ReadOptions
from glossary.model import Entry
from glossary.pipeline import Strictness
from glossary.store import Merged, Store, default_path

__all__ = ["collect", "import_"]

_SHOWN = 30  # rows of the table of entries on a terminal


@dataclass(slots=True)
class _Tally:
    """What a call of collect has done so far."""

    texts: int = 0
    mentions: int = 0
    failures: int = 0
    merged: Merged = field(default_factory=Merged)
    entries: dict[str, Entry] = field(default_factory=dict)

    def add(self, outcome: verbs.Outcome) -> None:
        """Count what became of one file, and say so where it is an error."""
        if outcome.error is not None:
            complain(outcome.error)
            self.failures += 1
            return
        self.texts += 1
        self.mentions += sum(len(entry.mentions) for entry in outcome.entries)
        self.merged += outcome.merged
        self.entries |= {entry.id: entry for entry in outcome.entries}

    def counts(self) -> dict[str, int]:
        """The columns of the summary."""
        new, changed, unchanged = self.merged.added, self.merged.changed, self.merged.unchanged
        return {
            "texts": self.texts, "mentions": self.mentions, "new": new, "changed": changed, "unchanged": unchanged,
        }  # fmt: skip


def collect(
    files: Files,
    *,
    database: Database = None,
    strictness: Annotated[Strictness, STRICTNESS] = Strictness.BALANCED,
    encoding: Encoding = None,
    json: Json = False,
) -> None:
    """Collect the pairs that texts state into the glossary, with pinyin and both scripts.

    Each file is kept whole or not at all. Collecting the same text twice changes nothing.
    """
    tally = _Tally()
    with Store(database or default_path()) as store:
        for outcome in shown(verbs.collect(files, store, encoding=encoding, strictness=strictness)):
            tally.add(outcome)
    if json:
        print_json(tally.counts() | {"db": store.path})
    else:
        _summarize(tally)
        note(f"Glossary: {store.path}")
    if tally.failures:
        raise typer.Exit(2)


def _summarize(tally: _Tally) -> None:
    """Print the entries met, on a terminal, and the counts."""
    if on_terminal():
        _show(columns.listed(tally.entries.values()))
    counts = tally.counts()
    print_table(tuple(counts), [tuple(map(str, counts.values()))])


def _show(entries: list[Entry]) -> None:
    if not entries:
        return
    header = ("English", "Chinese", "Pinyin", "Kind")
    print_table(header, [_row(entry) for entry in entries[:_SHOWN]])
    if len(entries) > _SHOWN:
        note(f"… and {len(entries) - _SHOWN} more. See all of the glossary with: glossary export tsv")


def _row(entry: Entry) -> tuple[str, ...]:
    reading = columns.reading(entry)
    return (columns.english(entry), columns.chinese(entry), reading.pinyin if reading else "", entry.kind)


FormatName: TypeAlias = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="The format; by default the name and the beginning of a file tell it.",
        show_default=False,
    ),
]
Columns: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        "-c",
        metavar="WHAT=NAME",
        help="Which column of a table is what: english=Term, zh-Hant-TW=譯名; by number (english=1) where it has no "
        "header. May be repeated.",
        show_default=False,
    ),
]


def import_(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="Glossaries in a format that glossary formats marks with import, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    format_name: FormatName = "",
    column: Columns = None,
    encoding: Encoding = None,
    database: Database = None,
    json: Json = False,
) -> None:
    """Merge glossaries that you have into this one; a file is taken whole or, if a part of it is wrong, not at all.

    An import merges by the rules of collect, and the file is kept as the source of its entries.
    """
    if format_name:
        registry.find(format_name)
    options = ReadOptions(_columns(column or []), encoding or "")
    with Store(database or default_path()) as store:
        outcomes = [_imported(path, store, format_name=format_name, options=options) for path in files]
    total = sum((merged for merged in outcomes if merged is not None), Merged())
    counts = {"new": total.added, "changed": total.changed, "unchanged": total.unchanged}
    if json:
        print_json(counts | {"db": store.path})
    else:
        print_table(tuple(counts), [tuple(map(str, counts.values()))])
        note(f"Glossary: {store.path}")
    if None in outcomes:
        raise typer.Exit(2)


def _columns(given: list[str]) -> dict[str, str]:
    """What the user says of columns: what each is, and its name or number."""
    parted = [text.partition("=") for text in given]
    for what, equals, name in parted:
        if not (what.strip() and equals and name.strip()):
            raise FormatError(f"--column {what}{equals}{name} says nothing", hint="Write it as --column english=NAME")
    return {what: name for what, _, name in parted}


def _imported(path: str, store: Store, *, format_name: str, options: ReadOptions) -> Merged | None:
    """What the file changed, or None where it cannot be taken; a fault of the store ends the command."""
    try:
        return verbs.import_file(path, store, format_name=format_name, options=options)
    except InputError as error:
        complain(error)
        return None
