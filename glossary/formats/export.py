"""Writing a glossary to a file or stream, whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from glossary.errors import FormatError
from glossary.files import writing
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.formats.registry import find
from glossary.formats.selection import ordered, selected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.format import Format
    from glossary.model import Entry

__all__ = ["export"]

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
            hint="Correct that entry",
        ) from fault
