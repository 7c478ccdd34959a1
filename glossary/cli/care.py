"""``glossary info``, ``verify``, ``backup`` and ``compact``: look after the glossary's file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glossary import configuration
from glossary.cli.options import Database, Json
from glossary.cli.output import note, print_json, print_table, print_text, spare
from glossary.errors import GlossaryError
from glossary.store import Store, default_path, default_paths, schema

__all__ = ["backup", "compact", "info", "verify"]


def info(*, database: Database = None, json: Json = False) -> None:
    """Say where the glossary is, how large it is and what it holds.

    Above it are glossaries of more authority that the settings name; settings are the files of settings that were read.
    """
    path = Path(database or default_path())
    above = [] if database else list(map(str, default_paths()[:-1]))
    read = list(map(str, configuration.settings().files))
    with Store(path, create=False) as store:
        counts = store.counts()
    if json:
        place = {"db": str(path), "above": above, "settings": read}
        print_json(place | {"bytes": _size(path), "version": schema.VERSION} | counts)
        return
    facts = [("glossary", str(path)), *(("above it", one) for one in above), *(("settings", one) for one in read)]
    facts += [("size", _megabytes(path)), ("version", str(schema.VERSION))]
    print_table(("what", "value"), facts + [(name, f"{count:,}") for name, count in counts.items()])


def _megabytes(path: Path) -> str:
    return f"{_size(path) / 1_000_000:,.1f} MB"


def _size(path: Path) -> int:
    """The bytes of the file and of its log."""
    return sum(part.stat().st_size for part in (path, Path(f"{path}-wal")) if part.exists())


def verify(*, database: Database = None) -> None:
    """Check that the glossary is whole: the file, its rows, its keys and its decisions; exit code 1 if it is not."""
    with Store(database or default_path(), create=False) as store:
        found = 0
        for found, problem in enumerate(store.problems(), start=1):  # noqa: B007 - counted
            print_text(problem)
        path = store.path
    if found:
        note(f"glossary: {path}: {found} problem{'s' * (found != 1)} found. Restore a backup if you have one")
        raise typer.Exit(1)
    note(f"{path}: all is well")


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write the copy.", show_default=False)],
    *,
    database: Database = None,
    force: Annotated[bool, typer.Option("--force", "-f", help="Write over a file that is there.")] = False,
) -> None:
    """Copy the glossary to FILE while others may use it; the copy appears whole or not at all."""
    if str(file) == "-":
        raise GlossaryError("a copy is a file, which standard output is not", where="-", hint="Give the name of one")
    with Store(database or default_path(), create=False) as store:
        spare(file, stores=[store.path])
        if file.exists() and not force:
            raise GlossaryError("is there already", where=str(file), hint="Give another name, or --force")
        store.backup(file)
    note(f"copied to {file}")


def compact(*, database: Database = None) -> None:
    """Write the look-up keys of the glossary again and give back the room that nothing uses."""
    path = Path(database or default_path())
    before = _megabytes(path)
    with Store(path, write=True) as store:
        store.compact()
    note(f"{path}: {before} before, {_megabytes(path)} now")
