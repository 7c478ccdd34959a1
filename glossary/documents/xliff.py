"""XLIFF 1.2 and 2: what translators get from a project and hand back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary.documents import xml
from glossary.documents.normal import unify
from glossary.documents.segment import Segment
from glossary.errors import SyntaxFault

__all__ = ["SUFFIXES", "segments"]

SUFFIXES = (".xlf", ".xliff", ".sdlxliff", ".mxliff", ".mqxliff")
_NAMESPACES = {
    "urn:oasis:names:tc:xliff:document:1.1": "",
    "urn:oasis:names:tc:xliff:document:1.2": "",
    **{f"urn:oasis:names:tc:xliff:document:2.{minor}": "" for minor in (0, 1, 2)},
}
# Elements whose content is a native code; a placeholder of version 2 shows nothing either way.
_CODES = frozenset({"bpt", "ept", "ph", "it", "originalData", "skeleton", "internal-file"})
_ASIDE = frozenset({"alt-trans", "note", "matches", "?:matches", "glossary", "?:glossary", "ignorable"})


@dataclass(slots=True)
class _Unit:
    """What is being read: a ``trans-unit``, or a ``segment`` in a ``unit``."""

    id: str
    line: int
    source: str = ""
    target: str = ""


def segments(data: bytes, *, path: str, encoding: str | None = None) -> Iterator[Segment]:
    """The translated segments."""
    del encoding  # XML says itself
    for unit in _units(data, where=path):
        if unit.source.strip() and unit.target.strip():
            yield Segment(unify(unit.source), unify(unit.target), f"segment {unit.id}", unit.line, unit.id)


def _units(data: bytes, *, where: str) -> list[_Unit]:
    walk = xml.scan(data, _Walk, where=where, namespaces=_NAMESPACES)
    if not walk.is_xliff:
        raise SyntaxFault("holds no <xliff> element", where=f"{where}:1", hint="Export it as XLIFF 1.2 or 2")
    return walk.units


class _Walk:
    """The state of reading a file."""

    def __init__(self, position: xml.Position) -> None:
        self.units: list[_Unit] = []
        self.is_xliff = False
        self._position = position
        self._outer = ""  # the id of the unit that holds the segment
        self._numbered = 0  # segments of this unit so far
        self._parts: list[str] | None = None
        self._unread = 0  # depth inside codes and asides

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._unread or name in _CODES or name in _ASIDE:
            self._unread += 1
        elif name == "xliff":
            self.is_xliff = True
        elif name == "unit":
            self._outer, self._numbered = attributes.get("id", ""), 0
        elif name in {"segment", "trans-unit"}:
            self.units.append(_Unit(self._named(name, attributes), self._position.line))
        elif name in {"source", "target"}:
            self._parts = []
        elif name == "cp" and self._parts is not None:  # a character that XML cannot hold
            self._parts.append("\ufffd")

    def _named(self, name: str, attributes: dict[str, str]) -> str:
        """The id of a unit, or of a segment with its unit's; else its number."""
        own = attributes.get("id", "")
        if name == "trans-unit":
            return own or str(len(self.units) + 1)
        self._numbered += 1
        if not own and self._numbered > 1:
            own = str(self._numbered)
        return "/".join(part for part in (self._outer, own) if part) or str(len(self.units) + 1)

    def text(self, text: str) -> None:
        if self._parts is not None and not self._unread:
            self._parts.append(text)

    def end(self, name: str) -> None:
        if self._unread:
            self._unread -= 1
        elif self._parts is not None and self.units and name in {"source", "target"}:
            setattr(self.units[-1], name, getattr(self.units[-1], name) + "".join(self._parts))
            self._parts = None
