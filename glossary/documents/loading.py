"""The bytes of files and of standard input, with a clear error where there are none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from glossary.errors import UnreadableError

__all__ = ["load", "opening", "unreadable"]


def load(path: str, stdin: BinaryIO | None = None) -> bytes:
    """The bytes of the file ``path``, or of standard input (or what stands in for it) for ``-``.

    Raises:
        UnreadableError: missing, no permission, a folder.
    """
    with opening(path):
        return (stdin or sys.stdin.buffer).read() if path == "-" else Path(path).read_bytes()
    raise AssertionError


@contextmanager
def opening(path: str) -> Iterator[None]:
    """Turn what opening a file, or standard input, raises into one clear error; nothing else belongs within."""
    try:
        yield
    except OSError as error:
        raise unreadable(path, error) from error
    except (ValueError, AttributeError) as error:  # NUL or half a surrogate in the name; a closed standard input
        raise UnreadableError("cannot be opened", where=path, hint="Check the path") from error


def unreadable(path: str, error: OSError) -> UnreadableError:
    """The clear form of a fault of the file system."""
    known: dict[type[OSError], tuple[str, str]] = {
        FileNotFoundError: ("no such file", "Check the path"),
        NotADirectoryError: ("no such file", "Check the path"),
        PermissionError: ("no permission to read it", "Check its owner and mode"),
        IsADirectoryError: ("is a folder where a file is wanted", "Name the files in it"),
    }
    problem, hint = known.get(type(error), (f"cannot be read ({error.strerror or error})", "Check the file"))
    return UnreadableError(problem, where=path, hint=hint)
