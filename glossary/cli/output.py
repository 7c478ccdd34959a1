"""Printing: JSON lines and tables to standard output, messages to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from glossary.errors import GlossaryError
from glossary.files import writing

__all__ = [
    "bold",
    "complain",
    "flush",
    "line",
    "note",
    "on_terminal",
    "print_json",
    "print_table",
    "print_text",
    "printing",
    "put",
]


@contextmanager
def printing() -> Iterator[BinaryIO]:
    """Standard output for bytes. A reader that went away (``| head``) ends the command quietly, as if all were read."""
    if sys.stdout is None:  # closed by the caller: >&-
        raise GlossaryError("is closed", where="standard output", hint="Give it a place to write to")
    try:
        yield sys.stdout.buffer
    except BrokenPipeError:
        _let_go()
        raise SystemExit(0) from None
    except OSError as fault:
        _let_go()
        problem = f"cannot be written ({fault.strerror})"
        raise GlossaryError(problem, where="standard output", hint="Make room, or write elsewhere") from fault


def _let_go() -> None:
    """Point standard output to nowhere, or Python would complain again when it flushes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def put(data: bytes, to: str | Path | None) -> None:
    """Write the bytes to a file, whole or not at all, or to standard output where none is named."""
    with printing() if to is None else writing(to) as stream:
        stream.write(data)
        stream.flush()


def flush() -> None:
    """Hand over what was printed."""
    if sys.stdout is not None:
        with printing():
            sys.stdout.flush()


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever msgspec can encode
    """Print the value as one line of JSON in UTF-8."""
    import msgspec

    with printing() as stream:
        stream.write(msgspec.json.encode(value) + b"\n")


def print_text(text: str) -> None:
    """Print a line of text; what cannot be encoded is shown as an escape."""
    with printing() as stream:
        stream.write(text.encode("utf-8", "backslashreplace") + b"\n")


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def bold(text: str) -> str:
    """The text in bold on a terminal that may have it (``NO_COLOR``, ``TERM=dumb``), else as it is."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not on_terminal()
    return text if plain else f"\x1b[1m{text}\x1b[0m"


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table: drawn for people on a terminal, tab-separated with a header line elsewhere."""
    if sys.stdout is None or not on_terminal():
        for row in (header, *rows):
            print_text("\t".join(line(cell) for cell in row))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*header, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(line(cell)) for cell in row))
    with printing():
        Console(highlight=False).print(table)


def line(text: str) -> str:
    r"""The text on one line, without what a terminal would take for a command.

    >>> line("two\n lines\x1b[2J")
    'two lines[2J'
    """
    return "".join(filter(str.isprintable, " ".join(text.split())))


def note(message: str) -> None:
    """Print a message for people to standard error, if anybody reads it."""
    with suppress(OSError, AttributeError):  # the reader went away, or it is closed: 2>&-
        sys.stderr.buffer.write(message.encode("utf-8", "backslashreplace") + b"\n")
        sys.stderr.flush()


def complain(error: GlossaryError) -> None:
    """Print an error as one line to standard error."""
    note(f"glossary: {error}")
