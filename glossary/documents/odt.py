"""OpenDocument texts and presentations of LibreOffice, as packages and as single XML files."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from glossary.documents.options import Options
from glossary.documents.package import Package
from glossary.documents.pieces import Content, Piece
from glossary.documents.properties import dublin_core
from glossary.documents.rich import Rules, paragraphs
from glossary.errors import UnreadableError

__all__ = ["read", "read_flat"]

_TITLES = ("Title", "Subtitle")  # the names of these styles are the same in every language


def _headings() -> Callable[[str, Mapping[str, str]], bool | None]:
    """Tells headings, and paragraphs in the style of a title, in one made of it, or in its frame on a slide."""
    titles = set(_TITLES)
    framed = False

    def says(name: str, attributes: Mapping[str, str]) -> bool | None:
        nonlocal framed
        if name == "style:style" and attributes.get("style:parent-style-name") in titles:
            titles.add(attributes.get("style:name", ""))
        elif name == "draw:frame":
            framed = attributes.get("presentation:class", "").capitalize() in _TITLES
        elif name == "text:p":
            return framed or attributes.get("text:style-name") in titles
        return name == "text:h" or None

    return says


_RULES = Rules(
    namespaces={
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
        "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
        "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0": "presentation",
    },
    paragraphs=frozenset({"text:p", "text:h"}),
    signs={"text:tab": "\t", "text:line-break": "\n", "text:soft-page-break": ""},
    skipped=frozenset({
        "office:annotation", "office:meta", "office:styles", "office:automatic-styles", "office:master-styles",
        "text:tracked-changes", "text:ruby-text", "text:note-citation", "text:table-of-content",
        "text:alphabetical-index", "text:page-number",
    }),
    row="table:table-row",
    cell="table:table-cell",
    slide="draw:page",
    notes="presentation:notes",
    spaces=("text:s", "text:c"),
    headings=_headings,
)  # fmt: skip


def read(data: bytes, *, path: str, options: Options) -> Content:
    """The paragraphs, with their numbers or slides as places; a note follows the paragraph that calls it.

    Raises:
        InputError: damaged, encrypted, or over a limit.
    """
    package = Package(data, where=path, limit=options.limits.unpacked)
    if b"manifest:encryption-data" in package.read("META-INF/manifest.xml"):
        raise UnreadableError("is encrypted", where=path, hint="Save it without a password")
    found = dublin_core(package.read("meta.xml"), where=path) if "meta.xml" in package.names() else None
    pieces = _pieces(package.read("content.xml"), where=f"{path} (content.xml)")
    return Content(pieces) if found is None else Content(pieces, found)


def read_flat(data: bytes, *, path: str, options: Options) -> Content:
    """The same of a single XML file (``.fodt``)."""
    del options  # nothing is packed
    return Content(_pieces(data, where=path), dublin_core(data, where=path))


def _pieces(data: bytes, *, where: str) -> list[Piece]:
    found = paragraphs(data, _RULES, where=where)
    return [Piece(one.text, one.place or f"paragraph {one.number}", one.heading) for one in found]
