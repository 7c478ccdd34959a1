"""XML, read as a stream of events with the place of each in the bytes.

Nothing outside the bytes is ever fetched, and entities that a file declares are refused: they can name other files,
and a few lines of them can grow to gigabytes. A line saying ``<!DOCTYPE …>`` alone is fine, as TMX files have one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NoReturn, Protocol, TypeVar
from xml.parsers import expat

from glossary.errors import SyntaxFault, UnreadableError

__all__ = ["Handler", "Handlers", "Position", "scan"]

_XML = "http://www.w3.org/XML/1998/namespace"
_SEPARATOR = "\x1f"  # cannot occur in XML

Start = Callable[[str, dict[str, str]], None]
Name = Callable[[str], None]


def _nothing(*_reported: object) -> None: ...


class Handler(Protocol):
    """What is told of elements and text."""

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        """An element begins."""

    def end(self, name: str, /) -> None:
        """An element ends."""

    def text(self, text: str, /) -> None:
        """A stretch of text stands here."""


_Handler = TypeVar("_Handler", bound=Handler)


@dataclass(frozen=True, slots=True)
class Handlers:
    """A handler of functions, for those who want few of them."""

    start: Start = _nothing
    end: Name = _nothing
    text: Name = _nothing


class Position:
    """Where the event stands that is being reported.

    ``byte`` is the offset of its first byte, ``line`` its line from 1, ``qualified`` the name of the element as it is
    written (``w:p``).
    """

    __slots__ = ("_parser", "qualified")

    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        self.qualified = ""

    @property
    def byte(self) -> int:
        """The offset of the event's first byte."""
        return self._parser.CurrentByteIndex

    @property
    def line(self) -> int:
        """The line on which the event begins, from 1."""
        return self._parser.CurrentLineNumber


def scan(data: bytes, made: Callable[[Position], _Handler], *, where: str, namespaces: Mapping[str, str]) -> _Handler:
    """The handler, after it was told of all that the bytes hold, in its order.

    ``made`` makes it, and gets the position that it may ask. ``namespaces`` names the prefix that each
    namespace has in the names reported, whatever the file calls it; an element or attribute of another namespace is
    reported as ``?:name``, of none as ``name``.

    Raises:
        SyntaxFault: not well-formed; ``where`` and the line are in the message.
        UnreadableError: it declares entities.
    """
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.namespace_prefixes = True
    position = Position(parser)
    handler = made(position)
    _connect(parser, handler, position, where=where, namespaces=namespaces)
    try:
        parser.Parse(data, True)  # noqa: FBT003 - takes no keywords
    except expat.ExpatError as error:
        problem = f"is no well-formed XML ({expat.ErrorString(error.code)})"
        raise SyntaxFault(problem, where=f"{where}:{error.lineno}", hint="Save or export it again") from error
    except (ValueError, LookupError) as error:  # an encoding that expat does not know
        raise SyntaxFault("is XML in an unknown encoding", where=where, hint="Save it as UTF-8") from error
    return handler


def _connect(
    parser: expat.XMLParserType, handler: Handler, position: Position, *, where: str, namespaces: Mapping[str, str]
) -> None:
    """Let the parser tell the handler of elements by the names that we give them."""
    known: dict[str, tuple[str, str]] = {}

    def named(name: str) -> tuple[str, str]:
        if name not in known:
            known[name] = _names(name, namespaces)
        return known[name]

    def started(name: str, attributes: dict[str, str]) -> None:
        plain = {named(key)[0]: value for key, value in attributes.items()} if attributes else attributes
        short, position.qualified = named(name)
        handler.start(short, plain)

    def ended(name: str) -> None:
        short, position.qualified = named(name)
        handler.end(short)

    def refuse(*_declared: object) -> NoReturn:
        raise UnreadableError("declares entities, which may hide other files", where=where, hint="Remove its DOCTYPE")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = started, ended, handler.text
    parser.EntityDeclHandler = refuse


def _names(name: str, namespaces: Mapping[str, str]) -> tuple[str, str]:
    """The name of an element or attribute under our prefix, and as the file writes it."""
    parts = name.split(_SEPARATOR)
    if len(parts) == 1:
        return name, name
    prefix = "xml" if parts[0] == _XML else namespaces.get(parts[0], "?")
    return f"{prefix}:{parts[1]}" if prefix else parts[1], f"{parts[2]}:{parts[1]}" if len(parts) > 2 else parts[1]
