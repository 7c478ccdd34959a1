"""Printing: JSON lines and tables to standard output, messages to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from glossary.errors import GlossaryError

__all__ = ["complain", "note", "print_json", "print_table", "print_text", "write"]


def write(data: bytes) -> None:
    """Write bytes to standard output."""
    sys.stdout.buffer.write(data)


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever msgspec can encode
    """Print the value as one line of JSON in UTF-8."""
    write(msgspec.json.encode(value) + b"\n")


def print_text(text: str) -> None:
    """Print a line of text; what cannot be encoded is shown as an escape."""
    write(text.encode("utf-8", "backslashreplace") + b"\n")


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "") -> None:
    """Print a table: drawn for people on a terminal, tab-separated with a header line elsewhere."""
    if not sys.stdout.isatty():
        for row in (header, *rows):
            print_text("\t".join(" ".join(cell.split()) for cell in row))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*header, title=title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    Console().print(table)


def note(message: str) -> None:
    """Print a message for people to standard error."""
    sys.stderr.buffer.write(message.encode("utf-8", "backslashreplace") + b"\n")
    sys.stderr.flush()


def complain(error: GlossaryError) -> None:
    """Print an error as one line to standard error."""
    note(f"glossary: {error}")
