"""What a format is, and what a user may choose about an export and an import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO, Protocol

from glossary.configuration import LANGUAGES
from glossary.errors import FormatError
from glossary.formats.losses import EVERYTHING, Part, Report
from glossary.model import Entry, Kind, Review

if TYPE_CHECKING:
    from glossary.errors import SyntaxFault
    from glossary.formats.rows import Row

__all__ = ["Audience", "Format", "Options", "Order", "ReadOptions", "Reader", "Side", "Writer"]


class Audience(StrEnum):
    """Who reads a glossary of pairs: people want every name, engines the preferred one only."""

    PEOPLE = "people"
    ENGINES = "engines"


class Side(StrEnum):
    """The language that is translated from."""

    ENGLISH = "en"
    CHINESE = "zh"


class Order(StrEnum):
    """In which order entries are written."""

    NAME = "name"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may choose about an export. A format passes over what has no meaning for it.

    ``lang``: the one script or region whose Chinese names are shown (``zh-Hant-TW``, ``zh-Hans`` …); empty shows both
    scripts where the format has room for both, and the traditional one where it has not.
    ``source``: the side that is translated or looked up from; None is what the format is made for.
    ``audience``: all names for people, or one preferred name for engines; None is what the format is made for.
    ``kinds`` and ``reviews``: only these entries; empty is all kinds, and all but rejected ones.
    ``code``: how the Chinese is called in the file, where it is not what the program expects (``zh_Hant``).
    ``title``: what the glossary is called where a format has a name for the whole.
    ``excel``: a table made for a double click in Excel (byte order mark, CRLF, no cell that becomes a formula).

    >>> Options(lang="zh-Hant-TW").chinese, Options().chinese
    ('zh-Hant-TW', 'zh-Hant')
    """

    lang: str = ""
    excel: bool = False
    source: Side | None = None
    audience: Audience | None = None
    kinds: frozenset[Kind] = frozenset()
    reviews: frozenset[Review] = frozenset()
    code: str = ""
    title: str = "Glossary"

    def __post_init__(self) -> None:
        if self.lang and self.lang not in LANGUAGES:
            raise FormatError(
                f"no Chinese names can be chosen by the language {self.lang!r}",
                hint=f"Known: {', '.join(LANGUAGES)}",
            )
        if any(char in self.code for char in "\t\r\n\"'<>&,;"):
            raise FormatError(f"{self.code!r} is no language code", hint="Give one like zh_Hant")
        if not self.title.strip() or not self.title.isprintable():
            raise FormatError("the title is empty or has characters that cannot be shown", hint="Give a plain one")

    @property
    def chinese(self) -> str:
        """The language of the Chinese names where a format has room for one."""
        return self.lang or "zh-Hant"

    @property
    def from_chinese(self) -> bool:
        """Whether a list of pairs has the Chinese names as its source."""
        return self.source == Side.CHINESE


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a user may say about a file to be read. A format passes over what has no meaning for it.

    ``columns``: which column of a table is what, by the name in its header or by its number, from 1 on, where the table
    has no header (``{"english": "Term", "zh-Hant": "3"}``). ``encoding``: of a text; empty: to be found.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""


class Writer(Protocol):
    """How entries are written: the same bytes for the same entries, which come in the order of the format."""

    def __call__(self, entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
        """The number of entries written to the stream; ``report`` hears of those that were left out or changed."""
        ...


class Reader(Protocol):
    """How a file is read; ``where`` names it in a fault."""

    def __call__(self, stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Entry | Row | SyntaxFault]:
        """The entries of the stream, or its rows, as they stand there; a faulty one after which it goes on, its fault.

        A fault that nothing can be read after is raised.
        """
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table of formats.

    ``suffix`` with its dot. ``binary``: not for a terminal. ``holds``: the parts of an entry that it has a place for;
    one that holds everything reads back unchanged what it writes, rejected entries too, so it writes them unless told
    otherwise. ``limits``: what else it cannot hold, for people. ``order``: in which order it wants the entries.
    """

    name: str
    suffix: str
    title: str
    write: Writer
    read: Reader | None = None
    binary: bool = False
    holds: frozenset[Part] = field(default=frozenset())
    limits: str = ""
    order: Order = Order.NAME

    @property
    def reads(self) -> bool:
        """Whether entries can be read from it."""
        return self.read is not None

    @property
    def lossless(self) -> bool:
        """Whether it reads back unchanged what it writes."""
        return self.holds == EVERYTHING

    @property
    def loses(self) -> str:
        """What it cannot hold, for people; empty where it is lossless."""
        unheld = ", ".join(part for part in Part if part not in self.holds) if self.holds else "all but two names"
        return "; ".join(filter(None, (unheld, self.limits)))
