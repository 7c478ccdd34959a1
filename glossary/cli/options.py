"""The options that several subcommands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

__all__ = ["STRICTNESS", "Database", "Encoding", "Files", "Json", "Lang", "Table"]

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
Lang: TypeAlias = Annotated[
    str, typer.Option("--lang", "-l", metavar="TAG", help="Only these Chinese names, e.g. zh-Hant-TW or zh-Hans.")
]
Database: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="The glossary file; by default GLOSSARY_DB, else a file in the user's data folder.",
        show_default=False,
    ),
]
