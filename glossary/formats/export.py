"""Writing a glossary to a file or stream, whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from glossary.errors import FormatError, GlossaryError
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.formats.registry import find
from glossary.formats.selection import ordered, selected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.format import Format
    from glossary.model import Entry

__all__ = ["export", "writing"]

_DEFAULTS = Options()


def export(
    entries: Iterable[Entry],
    name: str,
    *,
    to: str | os.PathLike[str] | BinaryIO,
    options: Options = _DEFAULTS,
    report: Report | None = None,
) -> int:
    """The number of entries written in the format ``name`` to the path or binary stream ``to``.

    ``report`` hears what was left out or changed on the way.

    A file appears whole or not at all: it is written beside its place and then moved there, whatever happens
    meanwhile; one that was there keeps its permissions. A device or pipe is written to directly.

    Raises:
        FormatError: there is no such format, or a name holds what UTF-8 cannot (half a surrogate pair).
        GlossaryError: the file cannot be written.
    """
    chosen, report = find(name), report or Report()
    wanted = _counted(selected(entries, chosen, options=options), chosen, report)
    in_order = ordered(wanted, chosen.order)
    if not isinstance(to, str | os.PathLike):
        return _written(chosen, in_order, to, options=options, report=report)
    with writing(to) as stream:
        return _written(chosen, in_order, stream, options=options, report=report)


@contextmanager
def writing(to: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A stream whose bytes are at the path ``to`` after a whole write, and nowhere after a broken one.

    Raises:
        GlossaryError: the file cannot be written.
    """
    path = Path(to)
    with _faults(path), _target(path) as stream:
        yield stream


def _counted(entries: Iterable[Entry], chosen: Format, report: Report) -> Iterator[Entry]:
    """The entries, of which the report has counted what the format has no place for, if anybody wants to know."""
    for entry in entries:
        if report.wanted:
            report.count(entry, chosen.holds)
        yield entry


def _written(chosen: Format, entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    try:
        return chosen.write(entries, stream, options=options, report=report)
    except UnicodeEncodeError as fault:
        broken = ascii(fault.object[fault.start : fault.end])
        raise FormatError(
            f"a text of the glossary holds {broken}, half a character, which cannot be written as UTF-8",
            hint="Correct that entry.",
        ) from fault


@contextmanager
def _target(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes are at ``path`` after a whole write, and nowhere after a broken one."""
    mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        with path.open("wb") as device:
            yield device
        return
    place = Path(os.path.realpath(path))  # a link stays a link
    beside = place.with_name(f".glossary-{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


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
        raise GlossaryError("is a folder", where=where, hint="Give the name of a file in it.") from fault
    except FileNotFoundError as fault:
        hint = f"Make the folder {str(path.parent)!r} first, or give another place."
        raise GlossaryError("there is no such folder", where=where, hint=hint) from fault
    except NotADirectoryError as fault:
        hint = "A part of the path is a file. Give another place."
        raise GlossaryError("there is no such folder", where=where, hint=hint) from fault
    except PermissionError as fault:
        hint = "Give another place, or change the permissions there."
        raise GlossaryError("no permission to write here", where=where, hint=hint) from fault
    except OSError as fault:
        raise GlossaryError(f"cannot be written ({fault.strerror})", where=where, hint="Give another place.") from fault
