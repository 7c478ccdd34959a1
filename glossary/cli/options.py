"""The options that several subcommands share."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, TypeAlias, get_type_hints

import typer

from glossary import configuration
from glossary.errors import GlossaryError
from glossary.search import Layered, completions
from glossary.store import Store, default_path, default_paths
from glossary.store.opening import present

__all__ = [
    "STRICTNESS",
    "Database",
    "Databases",
    "Encoding",
    "Files",
    "Json",
    "Lang",
    "Meant",
    "Output",
    "Reason",
    "Table",
    "names",
    "reading",
    "to_change",
    "to_read",
    "wanted_lang",
]

Files: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Documents, folders with documents, addresses of web pages, or - for standard input.",
        show_default=False,
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
    str | None,
    typer.Option(
        "--lang",
        "-l",
        metavar="TAG",
        help="Only these Chinese names, e.g. zh-Hant-TW or zh-Hans; by default what the settings say, else all.",
        show_default=False,
    ),
]
Database: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="The glossary file; by default that of GLOSSARY_DB or the settings, else one in the user's data folder.",
        show_default=False,
    ),
]
WholePage: TypeAlias = Annotated[
    bool, typer.Option("--whole-page", help="Read all text of web pages, menus too, and not the article alone.")
]
Field: TypeAlias = Annotated[
    str, typer.Option("--field", metavar="NAME", help="The field of JSON Lines that holds the text.")
]
Limit: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        help="Change a limit: download (MB of an address, 50), unpacked (MB of a packed document, 500), "
        "pages (of a PDF, 5000), seconds (to fetch an address, 30). May be given again.",
        show_default=False,
    ),
]
AllowPrivate: TypeAlias = Annotated[
    bool, typer.Option("--allow-private", help="Fetch addresses of this machine and of private networks too.")
]


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options that say how documents are read; it gets them as one ``options``."""
    own, added = inspect.signature(command), inspect.signature(_options).parameters

    @wraps(command)
    def run(*arguments: object, **given: object) -> None:
        said = {name: given.pop(name) for name in added}
        command(*arguments, **given, options=_options(**said))  # type: ignore[arg-type]

    hints = get_type_hints(command, include_extras=True) | get_type_hints(_options, include_extras=True)
    shown = [*(found for found in own.parameters.values() if found.name != "options"), *added.values()]
    run.__annotations__ = {found.name: hints[found.name] for found in shown}
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [found.replace(annotation=hints[found.name]) for found in shown]
    )
    return run


def _options(
    *,
    encoding: Encoding = None,
    whole_page: WholePage = False,
    field: Field = "text",
    limit: Limit = None,
    allow_private: AllowPrivate = False,
) -> Any:  # noqa: ANN401 - the type lives in the documents, which a look-up need not import
    from glossary.documents import Limits, Options

    limits = Limits().with_(tuple(limit or ()))
    return Options(encoding, whole_page, field, allow_private, limits)


Databases: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="The glossary file; may be repeated, what an earlier one says of an entry stands. "
        "By default those of GLOSSARY_DB or the settings, else a file in the user's data folder.",
        show_default=False,
    ),
]
Reason: TypeAlias = Annotated[str, typer.Option("--reason", "-r", metavar="TEXT", help="Why; kept with the decision.")]


def wanted_lang(given: str | None) -> str:
    """The Chinese that is wanted: of the option, else of the settings; empty for all."""
    if given and given not in configuration.LANGUAGES:
        raise GlossaryError(
            f"no Chinese names can be chosen by the language {given!r}",
            hint=f"Known: {', '.join(configuration.LANGUAGES)}",
        )
    return configuration.settings().text("lang") if given is None else given


def to_read(databases: list[Path] | None) -> Layered:
    """The glossaries to look into, in the order of their authority; of those that are only set, the ones there are."""
    return Layered.open(databases or [path for path in default_paths() if present(str(path))] or default_paths())


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


def _place(given: Path | None) -> Path | None:
    """Where to write; none for standard output, which ``-`` means, as everywhere."""
    return None if given is not None and str(given) == "-" else given


Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write; by default, and for -, to standard output.",
        callback=_place,
        show_default=False,
    ),
]
