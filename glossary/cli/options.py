"""The options that several subcommands share."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from glossary.errors import GlossaryError
from glossary.search import Layered, completions
from glossary.store import Store, default_path, default_paths

__all__ = [
    "STRICTNESS",
    "Database",
    "Databases",
    "Encoding",
    "Files",
    "Json",
    "Meant",
    "Reason",
    "Table",
    "names",
    "to_change",
    "to_read",
]

Files: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE", help="Text files, folders with text files, or - for standard input.", show_default=False
    ),
]
Encoding: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--encoding", "-e", metavar="NAME", help="Read the files in this encoding; by default it is detected."
    ),
]
# Not an alias: the type lives in the pipeline, which a look-up need not import.
STRICTNESS = typer.Option("--strictness", "-s", help="How sure a pair has to be.", case_sensitive=False)
Table: TypeAlias = Annotated[bool, typer.Option("--table", "-t", help="Print a table for people.")]
Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Database: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="The glossary file; by default GLOSSARY_DB, else a file in the user's data folder.",
        show_default=False,
    ),
]
Databases: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="The glossary file; may be repeated, what an earlier one says of an entry stands. "
        "By default GLOSSARY_DB, else a file in the user's data folder.",
        show_default=False,
    ),
]
Reason: TypeAlias = Annotated[str, typer.Option("--reason", "-r", metavar="TEXT", help="Why; kept with the decision.")]


def to_read(databases: list[Path] | None) -> Layered:
    """The glossaries to look into, in the order of their authority."""
    return Layered.open(databases or default_paths())


def to_change(database: Path | None) -> Store:
    """The glossary to write decisions to; it must be there."""
    return Store(database or default_path(), write=True)


def names(incomplete: str) -> list[str]:
    """The names in the glossary that the shell may complete ``incomplete`` to; none where that cannot be known."""
    with suppress(GlossaryError), to_read(None) as stores:
        return list(completions(stores, incomplete))
    return []


Meant: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="ENTRY",
        help="A name that only this entry has, its id, or the beginning of its id.",
        show_default=False,
        autocompletion=names,
    ),
]
