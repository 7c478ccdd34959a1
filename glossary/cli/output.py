"""Printing: JSON lines and tables to standard output, messages to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from glossary.errors import GlossaryError
from glossary.files import printable, writing

__all__ = [
    "bold",
    "complain",
    "counted",
    "flush",
    "json_lines",
    "line",
    "note",
    "on_terminal",
    "print_json",
    "print_table",
    "print_text",
    "printing",
    "put",
    "spare",
]

_WORD = 20  # columns of a terminal: a shorter word is never cut


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


def spare(
    to: Path | None, *, texts: Iterable[str] = (), stores: Iterable[str | Path] = (), hint: str = "Give another name"
) -> None:
    """Refuse to write over what the command reads: a text that was given, or a glossary with the files beside it."""
    if to is None:
        return
    belonging = {
        os.path.realpath(f"{store}{ending}") for store in stores for ending in ("", "-wal", "-shm", "-journal")
    }
    for found, what in ((belonging, "the glossary itself"), (texts, "the text itself, which this would overwrite")):
        if any(_is_one(to, one) for one in found):
            raise GlossaryError(f"is {what}", where=str(to), hint=hint)


def _is_one(to: Path, other: str) -> bool:
    """Whether two paths lead to one file, or would."""
    with suppress(OSError, ValueError):  # one of them is not there, or no system takes such a name
        return os.path.realpath(to) == os.path.realpath(other) or to.samefile(other)
    return False


def flush() -> None:
    """Hand over what was printed."""
    if sys.stdout is not None:
        with printing():
            sys.stdout.flush()


def json_lines(values: Iterable[Any]) -> bytes:
    r"""The values as lines of JSON in UTF-8.

    >>> json_lines([{"path": "a.txt"}])
    b'{"path":"a.txt"}\n'
    """
    return b"".join(_json(value) + b"\n" for value in values)


def _json(value: Any) -> bytes:  # noqa: ANN401
    """The value as JSON, whatever the names of files in it are."""
    import msgspec

    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        from json import dumps

        return printable(dumps(msgspec.to_builtins(value), ensure_ascii=False)).encode()


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever msgspec can encode
    """Print the value as one line of JSON in UTF-8."""
    with printing() as stream:
        stream.write(json_lines([value]))


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
    """Print a table: tab-separated with a header line, on a terminal drawn for people, without what is empty.

    Cells are folded between words; on a terminal too narrow for that, each cell has a line.
    """
    if sys.stdout is None or not on_terminal():
        for row in (header, *rows):
            print_text("\t".join(line(cell) for cell in row))
        return
    found = [[line(cell) for cell in row] for row in rows]
    shown = [at for at in range(len(header)) if not found or any(row[at] for row in found)]
    _draw([header[at] for at in shown], [[row[at] for at in shown] for row in found])


def _draw(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print the table as wide as the terminal, or a line for each cell where words would be cut."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    widths = _widths([header, *rows], console.width - 2 * len(header))
    if not widths:
        cells = ([f"{name}: {cell}" for name, cell in zip(header, row, strict=True) if cell] for row in rows)
        print_text("\n\n".join(map("\n".join, cells)))
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for name, width in zip(header, widths, strict=True):
        table.add_column(name, width=width, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    with printing():
        console.print(table)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column of the rows is, in columns of the terminal; nothing where words would have to be cut.

    The widest give way first. What is longer than words are is cut all the same: an address, a path.
    """
    from rich.cells import cell_len

    columns = list(zip(*rows, strict=True))
    widths = [max(map(cell_len, cells)) for cells in columns]
    least = [max(min(cell_len(word), _WORD) for cell in cells for word in cell.split() or [""]) for cells in columns]
    if sum(least) > room:
        return []
    while sum(widths) > room:
        widest = max((at for at, width in enumerate(widths) if width > least[at]), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def counted(number: int, one: str, several: str = "") -> str:
    """So many of something, in words.

    >>> counted(1, "entry", "entries"), counted(12_000, "text")
    ('1 entry', '12,000 texts')
    """
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


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
