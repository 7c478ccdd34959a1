"""PowerPoint presentations: the slides in their order, each followed by its notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from glossary.documents import properties, xml
from glossary.documents.options import Options
from glossary.documents.package import Package
from glossary.documents.pieces import Content, Piece
from glossary.documents.rich import Rules, paragraphs
from glossary.errors import UnreadableError

__all__ = ["read"]

_DRAWING = {
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://purl.oclc.org/ooxml/presentationml/main": "p",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_TITLES = frozenset({"title", "ctrTitle", "subTitle"})  # kinds of places on a slide


def _headings() -> Callable[[str, Mapping[str, str]], bool | None]:
    """Tells the text of a place for a title; a shape that has no such place is none."""

    def says(name: str, attributes: Mapping[str, str]) -> bool | None:
        if name == "p:ph":
            return attributes.get("type") in _TITLES
        return False if name in {"p:sp", "p:graphicFrame"} else None

    return says


_RULES = Rules(
    namespaces=_DRAWING,
    paragraphs=frozenset({"a:p"}),
    texts=frozenset({"a:t"}),
    signs={"a:br": "\n", "a:tab": "\t"},
    skipped=frozenset({"mc:Fallback", "a:fld", "a:pPr"}),  # a field is the number of the slide, or the date
    row="a:tr",
    cell="a:tc",
    headings=_headings,
)


def read(data: bytes, *, path: str, options: Options) -> Content:
    """The text of the slides, with their numbers as places.

    Raises:
        InputError: no presentation, damaged, encrypted, or over a limit.
    """
    package = Package(data, where=path, limit=options.limits.unpacked)
    return Content(list(_pieces(package)), properties.of_office(package))


def _pieces(package: Package) -> Iterator[Piece]:
    for number, name in enumerate(_slides(package), start=1):
        yield from _part(package, name, place=f"slide {number}")
        for kind, notes, _ in package.relations(name):
            if kind == "notesSlide":
                yield from _part(package, notes, place=f"notes of slide {number}")


def _part(package: Package, name: str, *, place: str) -> Iterator[Piece]:
    for paragraph in paragraphs(package.read(name), _RULES, where=f"{package.where} ({name})"):
        yield Piece(paragraph.text, place, paragraph.heading)


def _slides(package: Package) -> list[str]:
    """The names of the parts with the slides, as they are shown."""
    main = [target for kind, target, _ in package.relations("") if kind == "officeDocument"]
    if not main:
        raise UnreadableError("is no presentation", where=package.where, hint="Save it as pptx")
    ids: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "p:sldId":
            ids.append(attributes.get("r:id", ""))

    where = f"{package.where} ({main[0]})"
    xml.scan(package.read(main[0]), lambda _: xml.Handlers(start), where=where, namespaces=_DRAWING)
    targets = {found: target for kind, target, found in package.relations(main[0]) if kind == "slide"}
    return [targets[found] for found in ids if found in targets]
