"""The options that several subcommands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from glossary.pipeline import Strictness

__all__ = ["Database", "Encoding", "Files", "StrictnessOption"]

Files: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...", help="Text files, folders with text files, or - for standard input.", show_default=False
    ),
]
Encoding: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--encoding", "-e", metavar="NAME", help="Read the files in this encoding; by default it is detected."
    ),
]
StrictnessOption: TypeAlias = Annotated[
    Strictness, typer.Option("--strictness", "-s", help="How sure a pair has to be.", case_sensitive=False)
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
