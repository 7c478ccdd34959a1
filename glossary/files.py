"""Files: the bytes of one or a clear error, and new content that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from glossary.errors import GlossaryError, UnreadableError

__all__ = ["load", "opening", "printable", "replacing", "unreadable", "writing"]


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


def printable(path: str) -> str:
    r"""A path, or a text with one, that can be encoded: bytes of a name in another encoding than the system's escaped.

    >>> printable("\udcff.txt")
    '\\udcff.txt'
    """
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


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


@contextmanager
def writing(to: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A stream whose bytes are at the path ``to`` after a whole write, and nowhere after a broken one.

    A device or pipe is written to directly.

    Raises:
        GlossaryError: the file cannot be written.
    """
    path = Path(to)
    with _faults(path):
        mode = _mode(path)
        if mode is None or stat.S_ISREG(mode):
            with replacing(path) as new, new.open("wb") as stream:
                yield stream
        else:
            with path.open("wb") as device:
                yield device


@contextmanager
def replacing(to: str | os.PathLike[str]) -> Iterator[Path]:
    """An empty file to write to, which is at the path ``to`` after a whole write, and nowhere after a broken one.

    It has the permissions of the file that was there; a link stays a link.

    Raises:
        GlossaryError: the file cannot be written, or is a device or pipe.
    """
    path = Path(to)
    with _faults(path):
        mode = _mode(path)
        if mode is not None and not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "a device or pipe is no file")
        place = Path(os.path.realpath(path))
        new = place.with_name(f".glossary-{os.urandom(8).hex()}.part")
        try:
            new.touch(exist_ok=False)
            if mode is not None:
                new.chmod(stat.S_IMODE(mode))
            yield new
            with new.open("rb+") as written:
                os.fsync(written.fileno())
            new.replace(place)
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    """The mode of what is at ``path``, None where nothing is; raises the error that opening it would raise."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    except ValueError as fault:  # a NUL, or half a character
        raise OSError(errno.EINVAL, "no system takes such a name") from fault
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not os.access(path, os.W_OK):
        raise PermissionError
    return mode


@contextmanager
def _faults(path: Path) -> Iterator[None]:
    """Makes of an error of the system one line that says what to do."""
    where = str(path)
    try:
        yield
    except IsADirectoryError as fault:
        raise GlossaryError("is a folder", where=where, hint="Give the name of a file in it") from fault
    except FileNotFoundError as fault:
        hint = f"Make the folder {str(path.parent)!r} first, or give another place"
        raise GlossaryError("there is no such folder", where=where, hint=hint) from fault
    except NotADirectoryError as fault:
        hint = "A part of the path is a file. Give another place"
        raise GlossaryError("there is no such folder", where=where, hint=hint) from fault
    except PermissionError as fault:
        hint = "Give another place, or change the permissions there"
        raise GlossaryError("no permission to write here", where=where, hint=hint) from fault
    except OSError as fault:
        raise GlossaryError(f"cannot be written ({fault.strerror})", where=where, hint="Give another place") from fault
