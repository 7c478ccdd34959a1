"""``glossary collect`` and ``glossary import``: put entries into the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated

import typer

from glossary import verbs
from glossary.cli import keyboard
from glossary.cli.options import STRICTNESS, Database, Files, Json, reading
from glossary.cli.output import complain, line, note, on_terminal, print_json, print_table
from glossary.cli.progress import shown
from glossary.curation.choosing import title
from glossary.curation.settling import Difference, Policy, settling
from glossary.documents import Options
from glossary.errors import GlossaryError, InputError, SyntaxFault
from glossary.formats import columns
from glossary.model import Entry
from glossary.pipeline import Strictness
from glossary.store import Merged, Store, default_path

__all__ = ["collect", "import_"]

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


def import_(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="JSON Lines written by glossary export jsonl, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    database: Database = None,
    policy: Annotated[
        Policy, typer.Option("--policy", help="Whose word counts where both decided and differ.", case_sensitive=False)
    ] = Policy.NEWER,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Take the good lines of a file that has bad ones.")
    ] = False,
    json: Json = False,
) -> None:
    """Merge exported glossaries into this one; a file is taken whole or, if a line of it is wrong, not at all.

    Nothing is dropped: decisions of both are kept, and of two about one thing the later one counts, unless another
    policy is asked for.
    """
    with Store(database or default_path(), late=True) as store:
        total, failed = _imported(store, files, policy=policy, keep_going=keep_going)
    counts = {"new": total.added, "changed": total.changed, "unchanged": total.unchanged}
    if json:
        print_json(counts | {"db": store.path})
    else:
        print_table(tuple(counts), [tuple(map(str, counts.values()))])
        note(f"Glossary: {store.path}")
    if failed:
        raise typer.Exit(2)


def _imported(store: Store, files: list[str], *, policy: Policy, keep_going: bool) -> tuple[Merged, bool]:
    """What the files changed, and whether anything could not be taken; a fault of the store ends the command."""
    total, faults = Merged(), list[GlossaryError]()
    settle = settling(policy, ask=_ask)
    for path in files:
        try:
            total += verbs.import_file(path, store, keep_going=keep_going, settle=settle, report=_reporting(faults))
        except InputError as error:
            complain(error)
            faults.append(error)
    return total, bool(faults)


def _reporting(faults: list[GlossaryError]) -> Callable[[SyntaxFault], None]:
    """Prints each fault; only the last is kept, as there may be very many."""

    def report(fault: SyntaxFault) -> None:
        complain(fault)
        faults[:] = [fault]

    return report


def _ask(difference: Difference) -> Policy:
    """Which of two is right, as a person says."""
    note(f"{title(difference.entry)}: {difference.field}")
    note(f"  ours:   {line(difference.ours)}")
    note(f"  theirs: {line(difference.theirs)}")
    chosen = {"o": Policy.OURS, "t": Policy.THEIRS, "n": Policy.NEWER}
    while (pressed := keyboard.key("[o]urs [t]heirs [n]ewer? ")) not in chosen:
        if not pressed:
            raise InputError("the question was not answered", where="standard input", hint="Nothing was taken")
    return chosen[pressed]
