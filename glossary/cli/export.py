"""``glossary export`` and ``glossary formats``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from glossary.cli.options import Database
from glossary.cli.output import note, on_terminal, print_table, printing
from glossary.errors import FormatError, GlossaryError
from glossary.formats.export import export as write
from glossary.formats.format import Options
from glossary.formats.registry import FORMATS, find
from glossary.store import Store, default_path

__all__ = ["export", "formats"]


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
    if output is None and chosen.binary and on_terminal():
        raise FormatError(f"{chosen.name} is not for a terminal", hint=f"Name a file: -o glossary{chosen.suffix}")
    with Store(database or default_path(), create=False) as store:
        if output is None:
            with printing() as stream:
                count = write(store.entries(), chosen.name, to=stream, options=options)
                stream.flush()
        else:
            _refuse_the_store(output, Path(store.path))
            count = write(store.entries(), chosen.name, to=output, options=options)
    note(f"{count} {'entry' if count == 1 else 'entries'} written" + (f" to {output}" if output else ""))


def _refuse_the_store(output: Path, store: Path) -> None:
    """An export in the place of the glossary, or of a file that belongs to it, would destroy it."""
    place = os.path.realpath(output)
    own = {os.path.realpath(store) + ending for ending in ("", "-wal", "-shm", "-journal")}
    if place in own or (output.exists() and output.samefile(store)):
        raise GlossaryError("is the glossary itself", where=str(output), hint="Give another name to -o")


def formats() -> None:
    """List the formats: their names, file suffixes, what they are, and what they cannot hold."""
    uses = {True: "export, import", False: "export"}
    rows = [(one.name, one.suffix, one.title, uses[one.reads], one.loses or "nothing") for one in FORMATS]
    print_table(("name", "suffix", "format", "use", "cannot hold"), rows)
