"""``glossary import``: merge glossaries that somebody has into the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Annotated, TypeAlias

import typer

from glossary import verbs
from glossary.cli import keyboard
from glossary.cli.options import Database, Encoding, Json
from glossary.cli.output import complain, line, note, print_json, print_table
from glossary.curation.choosing import title
from glossary.curation.settling import Difference, Policy, settling
from glossary.errors import FormatError, GlossaryError, InputError, SyntaxFault
from glossary.formats import registry
from glossary.formats.format import ReadOptions
from glossary.store import Merged, Store, default_path

__all__ = ["import_"]

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


Whose: TypeAlias = Annotated[
    Policy, typer.Option("--policy", help="Whose word counts where both decided and differ.", case_sensitive=False)
]
KeepGoing: TypeAlias = Annotated[
    bool, typer.Option("--keep-going", help="Take the good lines of a file that has bad ones.")
]
Glossaries: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Glossaries in a format that glossary formats marks with import, or - for standard input.",
        show_default=False,
    ),
]


def import_(
    files: Glossaries,
    *,
    format_name: FormatName = "",
    column: Columns = None,
    encoding: Encoding = None,
    database: Database = None,
    policy: Whose = Policy.NEWER,
    keep_going: KeepGoing = False,
    json: Json = False,
) -> None:
    """Merge glossaries that you have into this one; a file is taken whole or, if a part of it is wrong, not at all.

    It merges by the rules of collect, and the file is kept as the source of its entries; one that was corrected since
    takes the place of what it stated before. Decisions of both are kept, and of two about one thing the later one
    counts, unless another policy is asked for.
    """
    if format_name:
        registry.find(format_name)
    options = ReadOptions(_columns(column or []), encoding or "")
    faults: list[GlossaryError] = []
    take = partial(
        verbs.import_file, format_name=format_name, options=options, keep_going=keep_going,
        settle=settling(policy, ask=_ask), report=_reporting(faults),
    )  # fmt: skip
    total = Merged()
    with Store(database or default_path(), late=True) as store:
        for path in files:
            with _complaining(faults):
                total += take(path, store)
    counts = {"new": total.added, "changed": total.changed, "unchanged": total.unchanged}
    if json:
        print_json(counts | {"db": store.path})
    else:
        print_table(tuple(counts), [tuple(map(str, counts.values()))])
        note(f"Glossary: {store.path}")
    if faults:
        raise typer.Exit(2)


def _columns(given: list[str]) -> dict[str, str]:
    """What the user says of columns: what each is, and its name or number."""
    parted = [text.partition("=") for text in given]
    for what, equals, name in parted:
        if not (what.strip() and equals and name.strip()):
            raise FormatError(f"--column {what}{equals}{name} says nothing", hint="Write it as --column english=NAME")
    return {what: name for what, _, name in parted}


@contextmanager
def _complaining(faults: list[GlossaryError]) -> Iterator[None]:
    """Says what is wrong with a file, and goes on; a fault of the store ends the command."""
    try:
        yield
    except InputError as error:
        complain(error)
        faults.append(error)


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
