"""TMX 1.4: translation memories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from glossary.documents import xml
from glossary.documents.normal import unify
from glossary.documents.segment import Segment

__all__ = ["segments"]

_NAMESPACES = {"http://www.lisa.org/tmx14": "", "http://www.lisa.org/tmx": ""}
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})  # native codes, but for sub-flows in them: footnotes, titles


@dataclass(slots=True)
class _Unit:
    """A unit being read: its texts by language, in order."""

    id: str
    line: int
    source: str
    texts: list[tuple[str, str]] = field(default_factory=list)


def segments(data: bytes, *, path: str, encoding: str | None = None) -> Iterator[Segment]:
    """A segment for each translation of each unit.

    The source is the text in the language that the file calls so, or else the first; of the others, Chinese ones are
    taken for an English source and English ones for a Chinese source, where there are such.
    """
    del encoding  # XML says itself
    for number, unit in enumerate(_units(data, where=path), start=1):
        yield from _pairs(unit, number=number)


def _pairs(unit: _Unit, *, number: int) -> Iterator[Segment]:
    texts = [(lang, unify(text)) for lang, text in unit.texts if text.strip()]
    sources = [pair for pair in texts if pair[0] == unit.source] or texts[:1]
    if not sources:
        return
    source = sources[0]
    others = [pair for pair in texts if pair is not source]
    wanted = {"en": "zh", "zh": "en"}.get(_bare(source[0]), "")
    name = unit.id or str(number)
    for _, target in [pair for pair in others if _bare(pair[0]) == wanted] or others:
        yield Segment(source[1], target, f"segment {name}", unit.line, name)


def _bare(lang: str) -> str:
    return lang.partition("-")[0]


def _units(data: bytes, *, where: str) -> list[_Unit]:
    """The units of a memory with what they say in each language."""
    return xml.scan(data, _Walk, where=where, namespaces=_NAMESPACES).units


class _Walk:
    """The state of reading a memory."""

    def __init__(self, position: xml.Position) -> None:
        self.units: list[_Unit] = []
        self._position = position
        self._source = ""
        self._lang = ""
        self._parts: list[str] | None = None
        self._codes = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "header":
            self._source = attributes.get("srclang", "").lower()
        elif name == "tu":
            source = attributes.get("srclang", self._source).lower()
            self.units.append(_Unit(attributes.get("tuid", ""), self._position.line, source.replace("_", "-")))
        elif name == "tuv":
            self._lang = (attributes.get("xml:lang") or attributes.get("lang") or "").lower().replace("_", "-")
        elif name == "seg":
            self._parts = []
        elif name in _CODES:
            self._codes += 1

    def text(self, text: str) -> None:
        if self._parts is not None and not self._codes:
            self._parts.append(text)

    def end(self, name: str) -> None:
        if name == "seg" and self._parts is not None:
            if self.units:
                self.units[-1].texts.append((self._lang, "".join(self._parts)))
            self._parts = None
        elif name in _CODES:
            self._codes -= 1
