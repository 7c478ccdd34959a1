"""The command ``glossary`` with its subcommands, and what all of them share."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from glossary.cli import output
from glossary.errors import GlossaryError, GlossaryWarning
from glossary.version import __version__

__all__ = ["COMMANDS", "app", "main"]

# The subcommands in the order of the help: the module and the function, of which only what is called is imported, so
# that a look-up need not wait for what extraction needs; and what the help of the whole program says of each, short
# enough for 80 columns.
COMMANDS = {
    "extract": ("extract:extract", "Print the pairs that texts state; keeps nothing."),
    "enrich": ("enrich:enrich", "Add readings and the other script to pairs that you have."),
    "collect": ("collect:collect", "Collect the pairs that texts state into the glossary."),
    "watch": ("watch:watch", "Collect documents again as they change."),
    "forget": ("collect:forget", "Take away what a text stated."),
    "lookup": ("lookup:lookup", "Find entries by any of their names."),
    "export": ("export:export", "Write the glossary for other programs."),
    "import": ("importing:import_", "Merge glossaries that you have into this one."),
    "prompt": ("prompt:prompt", "Print the names of a text for a language model."),
    "formats": ("export:formats", "List the formats of export and import."),
    "show": ("show:show", "Show everything about one entry."),
    "review": ("review:review", "Approve, correct or reject entries one by one."),
    "approve": ("decide:approve", "Say that entries are right."),
    "reject": ("decide:reject", "Say that entries are wrong, for good."),
    "reopen": ("decide:reopen", "Take approval or rejection back."),
    "edit": ("decide:edit", "Correct names, reading, kind or note of an entry."),
    "add": ("decide:add", "Add a further name to an entry."),
    "prefer": ("decide:prefer", "Make a name the preferred one."),
    "forbid": ("decide:forbid", "Say that a name is not to be used."),
    "merge": ("decide:merge", "Make two entries one."),
    "split": ("decide:split", "Make an entry two, as for people of one name."),
    "undo": ("decide:undo", "Take decisions back."),
    "decisions": ("decide:decisions", "List what was decided."),
    "conflicts": ("reports:conflicts", "Report names with two renderings."),
    "stale": ("reports:stale", "Report texts with names that are no longer used."),
    "diff": ("reports:diff", "Compare two glossaries."),
    "stats": ("reports:stats", "Count entries by kind, source and month."),
    "info": ("care:info", "Say where the glossary is and what it holds."),
    "verify": ("care:verify", "Check that the glossary is whole."),
    "backup": ("care:backup", "Copy the glossary while it is in use."),
    "compact": ("care:compact", "Make the glossary's file small and its keys new."),
    "annotate": ("annotate:annotate", "Mark the names of the glossary in a text."),
    "gloss": ("gloss:gloss", "Put the other name beside names in a draft."),
    "check": ("check:check", "Check the names in a draft or a translation."),
}
_OBJECTS = 50_000  # new objects before the garbage is looked for: 700, the default, is reached often while importing
_INTERRUPTED = 130  # as a shell reports a command that Ctrl-C ended
_WrongCall: Any = typer.BadParameter.__mro__[1]  # click's UsageError, wherever this typer keeps its click


def app(names: Iterable[str] = COMMANDS, *, bare: bool = False) -> typer.Typer:
    """The application with the subcommands of these names, by default with all of them.

    ``bare``: with nothing but their names, for the help of the whole program.
    """
    made = typer.Typer(
        name="glossary",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="Collect the English–Chinese name pairs that texts state, look them up, and export them as a glossary.",
        epilog="Exit codes: 0 done or found, 1 nothing found, 2 error. "
        "The glossary is the file of --db, of GLOSSARY_DB or the settings, or one in the user's data folder.",
    )
    made.callback()(_common)
    for name in names:
        place, summary = COMMANDS[name]
        made.command(name, short_help=summary)(_nothing if bare else _function(place))
    return made


def _function(place: str) -> Callable[..., None]:
    module, function = place.split(":")
    found: Callable[..., None] = getattr(import_module(f"glossary.cli.{module}"), function)
    return found


def _nothing() -> None:
    """A subcommand of which only the name is needed."""


def _run(made: typer.Typer) -> None:
    """Run the application; a wrong call ends with what is wrong in it, and without words of typer's own types."""
    group: Any = typer.main.get_command(made)
    for argument in (one for command in group.commands.values() for one in command.params):
        if argument.param_type_name == "argument" and hasattr(argument, "display_type_rich"):
            argument.display_type_rich = lambda ctx: ""  # noqa: ARG005 - FILE <list[str]>, says typer from 0.26 on
    try:
        status = group.main(prog_name="glossary", standalone_mode=False)
    except _WrongCall as fault:
        fault.message = fault.message.removeprefix("Value error, ")  # as pydantic begins it
        fault.show()
        raise SystemExit(fault.exit_code) from fault
    raise SystemExit(status)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"glossary {__version__}")
        raise typer.Exit


def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command; never show a traceback for a user's mistake, a closed pipe or Ctrl-C."""
    gc.set_threshold(_OBJECTS)
    warnings.simplefilter("always", GlossaryWarning)
    warnings.showwarning = _warn
    words = sys.argv[1:] or _completing()
    called = [name for name in words[:1] if name in COMMANDS]
    bare = not any(word in COMMANDS for word in words)
    plain = _plain(sys.argv[2:]) if called == ["lookup"] else None
    status = _status(lambda: _look_up(plain) if plain else _run(app(called or COMMANDS, bare=bare)))
    sys.exit(_status(output.flush) or status)


def _warn(message: Warning | str, category: type[Warning], *_: Any, **__: Any) -> None:  # noqa: ANN401
    """Print what the program warns of; what a library warns of is nothing to the user."""
    if issubclass(category, GlossaryWarning):
        output.note(f"glossary: {message}")


def _completing() -> list[str]:
    """The words after ``glossary`` that a shell asks to complete; none where it does not ask."""
    asked = os.environ.get("_TYPER_COMPLETE_ARGS") or os.environ.get("COMP_WORDS", "")
    return asked.split()[1:] if "_GLOSSARY_COMPLETE" in os.environ else []


@dataclass(slots=True)
class _Lookup:
    """A look-up with the words of its query, and no options but the two that programs give."""

    words: list[str] = field(default_factory=list)
    databases: list[Path] = field(default_factory=list)
    json: bool = False


def _plain(words: list[str]) -> _Lookup | None:
    """What is to be looked up, where there is hardly anything to parse."""
    found, rest = _Lookup(), iter(words)
    for word in rest:
        if word == "--db":
            found.databases.append(Path(next(rest, "-")))
        elif word == "--json":
            found.json = True
        else:
            found.words.append(word)
    dashed = any(str(word).startswith("-") for word in (*found.words, *found.databases))
    return found if found.words and not dashed else None


def _look_up(plain: _Lookup) -> None:
    """Look the words up at once: what typer parses options with takes as long to load as all else."""
    from glossary.cli.lookup import lookup

    try:
        lookup(plain.words, database=plain.databases or None, json=plain.json)
    except typer.Exit as end:
        raise SystemExit(end.exit_code) from end


def _status(run: Callable[[], object]) -> int:
    """The exit code of what is run."""
    try:
        run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except GlossaryError as error:
        output.complain(error)
        return 2
    except KeyboardInterrupt:
        return _INTERRUPTED
    return 0
