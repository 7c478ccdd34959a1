"""``glossary export`` and ``glossary formats``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from glossary import verbs
from glossary.cli.options import Database
from glossary.cli.output import note, print_table
from glossary.errors import FormatError
from glossary.formats.export import export as write
from glossary.formats.format import Options
from glossary.formats.registry import FORMATS, find
from glossary.store import Store

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the subcommands."""
    app.command("export")(export)
    app.command("formats")(formats)


def export(
    format_name: Annotated[
        str, typer.Argument(metavar="FORMAT", help="One of those that glossary formats lists.", show_default=False)
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write; by default to standard output.", show_default=False
        ),
    ] = None,
    lang: Annotated[
        str, typer.Option("--lang", "-l", metavar="TAG", help="Only these Chinese names, e.g. zh-Hant-TW or zh-Hans.")
    ] = "",
    excel: Annotated[bool, typer.Option("--excel", help="csv, tsv: made for a double click in Excel.")] = False,
    database: Database = None,
) -> None:
    """Write the glossary in a format that other programs read; a file is written whole or not at all."""
    chosen = find(format_name)
    options = Options(lang=lang, excel=excel)
    if output is None and chosen.binary and sys.stdout.isatty():
        raise FormatError(f"{chosen.name} is not for a terminal", hint=f"Name a file: -o glossary{chosen.suffix}")
    with Store(database or verbs.default_store(), create=False) as store:
        count = write(store.entries(), chosen.name, to=output or sys.stdout.buffer, options=options)
    note(f"{count} {'entry' if count == 1 else 'entries'} written" + (f" to {output}" if output else ""))


def formats() -> None:
    """List the formats: their names, file suffixes, what they are, and what they cannot hold."""
    rows = [
        (found.name, found.suffix, found.title, _direction(found.reads), found.loses or "nothing") for found in FORMATS
    ]
    print_table(("name", "suffix", "format", "use", "cannot hold"), rows)


def _direction(reads: bool) -> str:  # noqa: FBT001 - a property of the format
    return "export, import" if reads else "export"
