"""Write docs/cli.md from the program: its commands, and what the examples in docs/examples print.

usage: python docs/generate_cli.py [--check]

With ``--check``, exits 1 with a diff where the page is not current. Nothing depends on the terminal, the user's
folders, or the version of typer. To add an example, add a line to docs/examples/commands.txt.
"""

from __future__ import annotations

import inspect
import os
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from enum import Enum
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, get_args, get_origin

import generated
import typer
from typer.core import TyperArgument

import glossary.cli
from glossary.cli.app import app

HERE = Path(__file__).parent
PAGE = HERE / "cli.md"
EXAMPLES = HERE / "examples"
WIDTH = 100

HEAD = """\
# The command line

<!-- Written by docs/generate_cli.py. Do not edit: run `make docs`. -->

{about}

The glossary is one SQLite file: the one that `--db` names, else the one in the environment variable
`GLOSSARY_DB` or in the [settings](configuration.md), else `glossary.db` in the user's data folder.
`extract`, `enrich` and `formats` need none.

The examples are run when this page is written, one after the other, with this file as `trade.txt`:

```text
{trade}```

this one as `pairs.csv`:

```text
{pairs}```

and this one as `draft.txt`:

```text
{draft}```

Long lines of output are cut at `…`, tabs are shown as spaces, and exit codes other than 0 are
noted. On a terminal, tables are drawn with columns; elsewhere their cells are separated by tabs.
"""

fill = partial(textwrap.fill, width=WIDTH, break_long_words=False, break_on_hyphens=False)


def main() -> int:
    """The exit code, after the page was written or compared."""
    root = typer.main.get_command(app())
    examples = run_examples()
    commands: dict[str, Any] = root.commands  # type: ignore[attr-defined]
    head = HEAD.format(
        about=paragraphs(root.help, inspect.getdoc(glossary.cli).partition("\n\n")[2]),  # type: ignore[union-attr]
        trade=(EXAMPLES / "trade.txt").read_text(encoding="utf-8"),
        pairs=(EXAMPLES / "pairs.csv").read_text(encoding="utf-8"),
        draft=(EXAMPLES / "draft.txt").read_text(encoding="utf-8"),
    )
    overview = "\n".join(f"- [`{name}`](#glossary-{name})" for name in commands)
    parts = [head, overview + "\n", "## glossary\n", *described("glossary", root)]
    for name, command in commands.items():
        parts += [f"## glossary {name}\n", *described(f"glossary {name}", command), *examples.pop(name, ())]
    assert not examples, f"examples of unknown commands: {', '.join(examples)}"
    return generated.keep(PAGE, "\n".join(parts))


def described(name: str, command: Any) -> Iterator[str]:  # noqa: ANN401 - click's command, or the one in typer
    """The paragraphs on one command: usage, help, arguments, options."""
    parameters = [found for found in command.params if not getattr(found, "hidden", False)]
    arguments = [found for found in parameters if isinstance(found, TyperArgument)]
    options = [found for found in parameters if not isinstance(found, TyperArgument)]
    shown = [found.metavar if found.required else f"[{found.metavar}]" for found in arguments]
    given = " ".join((name, *["[OPTIONS]"][: len(options)], *shown, *["COMMAND"][: hasattr(command, "commands")]))
    yield f"```text\n{given}\n```\n"
    if name != "glossary":
        yield paragraphs(command.help) + "\n"
    hints = types(command.callback)
    for title, found in (("Arguments", arguments), ("Options", options)):
        if found:
            yield f"{title}:\n"
            yield "\n".join(row(parameter, hints.get(parameter.name)) for parameter in found) + "\n"


def types(callback: Any) -> dict[str, object]:  # noqa: ANN401
    """What each parameter is by its annotation.

    Of the signature, as what typer copies of a function's annotations is not the same on every Python.
    """
    found = inspect.signature(callback, eval_str=True).parameters
    hints = {name: parameter.annotation for name, parameter in found.items()}
    return {name: get_args(hint)[0] if get_origin(hint) is Annotated else hint for name, hint in hints.items()}


def paragraphs(*texts: str) -> str:
    """The paragraphs of the texts, each filled to the width of the page."""
    found = (paragraph for text in texts for paragraph in text.split("\n\n"))
    return "\n\n".join(fill(" ".join(paragraph.split())) for paragraph in found)


def row(parameter: Any, hint: object) -> str:  # noqa: ANN401
    """One argument or option as a list row: how it is written, what it does, its default, its environment variable."""
    if isinstance(parameter, TyperArgument):
        names = f"`{parameter.metavar}`"
    else:
        names = ", ".join(f"`{name}`" for name in sorted(parameter.opts, key=len))
        value = "" if parameter.is_flag else f" {taken(parameter, hint)}"
        names = f"{names[:-1]}{value}`"
    notes = [parameter.help]
    if (default := standard(parameter)) is not None:
        notes.append(f"Default: `{default}`.")
    if parameter.envvar:
        notes.append(f"Environment variable: `{parameter.envvar}`.")
    return fill(f"- {names}: {' '.join(notes)}", subsequent_indent="  ")


def taken(parameter: Any, hint: object) -> str:  # noqa: ANN401
    """What an option takes: its choices, or the name of its value."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "|".join(str(choice.value) for choice in hint)
    return parameter.metavar or {int: "NUMBER"}.get(hint, "TEXT")  # type: ignore[call-overload, no-any-return]


def standard(parameter: Any) -> object | None:  # noqa: ANN401
    """The default to show, None where there is none worth showing."""
    default = parameter.default
    if isinstance(default, Enum):
        return default.value
    return default if isinstance(default, str | int) and default not in {"", False, True} else None


def run_examples() -> dict[str, list[str]]:
    """For each command the blocks with its examples and what they print."""
    found: dict[str, list[str]] = {}
    with TemporaryDirectory() as folder:
        shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
        for line in (EXAMPLES / "commands.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                found.setdefault(shlex.split(line)[1], []).append(run(line, Path(folder)))
    return found


def run(line: str, folder: Path) -> str:
    """The block of one example."""
    command = [sys.executable, "-m", "glossary", *shlex.split(line)[1:]]
    settings = os.environ | {"GLOSSARY_DB": "glossary.db", "PYTHONUTF8": "1", "PYTHONSAFEPATH": "1"}
    settings |= {"SOURCE_DATE_EPOCH": "1780000000", "GLOSSARY_USER": "ann"}
    done = subprocess.run(command, cwd=folder, env=settings, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own examples
    assert "Traceback" not in done.stderr, done.stderr
    code = f"\n(exit code {done.returncode})" if done.returncode else ""
    printed = "\n".join(map(cut, (done.stdout + done.stderr).splitlines()))
    return f"```console\n$ {line}\n{printed}{code}\n```\n"


def cut(line: str) -> str:
    """The line, at most as wide as the page."""
    spaced = line.replace("\t", "    ")
    return spaced if len(spaced) <= WIDTH else f"{spaced[: WIDTH - 2]} …"


if __name__ == "__main__":
    raise SystemExit(main())
