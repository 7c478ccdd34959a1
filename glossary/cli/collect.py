"""``glossary collect``: put the pairs that texts state into the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

import typer

from glossary import verbs
from glossary.cli.options import STRICTNESS, Database, Files, Json, reading, to_change
from glossary.cli.output import complain, note, on_terminal, print_json, print_table
from glossary.cli.progress import shown
from glossary.documents import Options
from glossary.errors import EntryError
from glossary.formats import columns
from glossary.model import Entry
from glossary.pipeline import Strictness
from glossary.store import Merged, Store, default_path

__all__ = ["collect", "forget"]

_OPTIONS = Options()
_SHOWN = 30  # rows of the table of entries on a terminal


@dataclass(slots=True)
class _Tally:
    """What a call of collect has done so far."""

    texts: int = 0
    mentions: int = 0
    failures: int = 0
    replaced: int = 0
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
        self.replaced += outcome.replaced
        self.entries |= {entry.id: entry for entry in outcome.entries}

    def counts(self) -> dict[str, int]:
        """The columns of the summary."""
        new, changed, unchanged = self.merged.added, self.merged.changed, self.merged.unchanged
        return {
            "texts": self.texts, "mentions": self.mentions, "new": new, "changed": changed, "unchanged": unchanged,
        }  # fmt: skip


@reading
def collect(
    files: Files,
    *,
    database: Database = None,
    strictness: Annotated[Strictness, STRICTNESS] = Strictness.BALANCED,
    every_version: Annotated[
        bool, typer.Option("--every-version", help="Count a corrected file as a further text.")
    ] = False,
    options: Options = _OPTIONS,
    json: Json = False,
) -> None:
    """Collect the pairs that texts state into the glossary, with pinyin and both scripts.

    Each file is kept whole or not at all. Collecting the same text twice changes nothing, and a file that was corrected
    since takes the place of what it stated before.
    """
    tally = _Tally()
    with Store(database or default_path(), late=True) as store:
        found = verbs.collect(files, store, options=options, strictness=strictness, every_version=every_version)
        for outcome in shown(found):
            tally.add(outcome)
    if json:
        print_json(tally.counts() | {"db": store.path})
    else:
        _summarize(tally)
        if tally.replaced:
            note(f"{tally.replaced} of them corrected since they were collected before: the old mentions went")
        note(f"Glossary: {store.path}")
    if tally.failures:
        raise typer.Exit(2)


def forget(
    texts: Annotated[
        list[str],
        typer.Argument(metavar="TEXT", help="Texts or glossaries, as collect or import had them.", show_default=False),
    ],
    *,
    database: Database = None,
) -> None:
    """Take away what only these texts state; entries that people decided about stay."""
    with to_change(database) as store:
        unknown = next((text for text in texts if not store.sources(text)), "")
        if unknown:
            raise EntryError("no such text was collected", where=unknown, hint="See the texts with: glossary stats")
        for text in texts:
            verbs.forget(text, store)
            note(f"forgotten: {text}")


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
    return (columns.english(entry), columns.chinese(entry), columns.pinyin(entry), entry.kind)
