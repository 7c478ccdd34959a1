"""The command ``glossary`` with its subcommands, and what all of them share."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from glossary.cli import collect, enrich, export, extract, lookup
from glossary.cli.output import complain
from glossary.errors import GlossaryError
from glossary.version import __version__

__all__ = ["app", "main"]

app = typer.Typer(
    name="glossary",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Collect the English–Chinese name pairs that texts state, look them up, and export them as a glossary.",
    epilog="Exit codes: 0 done or found, 1 nothing found, 2 error. The store: --db, GLOSSARY_DB, or the user's data folder.",
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"glossary {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


for register in (extract.register, enrich.register, collect.register, lookup.register, export.register):
    register(app)


def main() -> None:
    """Run the command; never show a traceback for a user's mistake or a closed pipe."""
    try:
        app()
    except GlossaryError as error:
        complain(error)
        raise SystemExit(2) from None
    except BrokenPipeError:
        # The reader of our output (head, less) went away: not an error. Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
