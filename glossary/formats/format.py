"""What a format is, and what a user may choose about an export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

from glossary.errors import FormatError
from glossary.formats.columns import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.model import Entry

__all__ = ["Format", "Options", "Reader", "Writer"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may choose about an export. A format passes over what has no meaning for it.

    ``lang``: the one script or region whose Chinese names are shown (``zh-Hant-TW``, ``zh-Hans`` …); empty shows both
    scripts where the format has room for both, and the traditional one where it has not.
    ``excel``: a table made for a double click in Excel (byte order mark, CRLF, no cell that becomes a formula).

    >>> Options(lang="zh-Hant-TW").excel
    False
    """

    lang: str = ""
    excel: bool = False

    def __post_init__(self) -> None:
        if self.lang and self.lang not in LANGUAGES:
            raise FormatError(
                f"no Chinese names can be chosen by the language {self.lang!r}",
                hint=f"Known: {', '.join(LANGUAGES)}.",
            )


class Writer(Protocol):
    """How entries are written: the same bytes for the same entries, in whatever order they come."""

    def __call__(self, entries: Iterable[Entry], stream: BinaryIO, *, options: Options) -> int:
        """The number of entries written to the stream."""
        ...


class Reader(Protocol):
    """How entries are read; ``where`` names the stream in the message of a SyntaxFault."""

    def __call__(self, stream: BinaryIO, *, where: str) -> Iterator[Entry]:
        """The entries of the stream, as they stand there."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table of formats.

    ``suffix`` with its dot. ``binary``: not for a terminal. ``lossless``: what it writes, it reads back unchanged,
    rejected entries too. ``loses``: what it cannot hold, for people; empty where it is lossless.
    """

    name: str
    suffix: str
    title: str
    write: Writer
    read: Reader | None = None
    binary: bool = False
    lossless: bool = False
    loses: str = ""

    @property
    def reads(self) -> bool:
        """Whether entries can be read from it."""
        return self.read is not None
