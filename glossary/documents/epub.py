"""EPUB books: the parts of the spine in their order."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from glossary.documents import html, xml
from glossary.documents.options import Options
from glossary.documents.package import Package
from glossary.documents.pieces import Content, Piece
from glossary.documents.properties import dublin_core
from glossary.errors import UnreadableError

__all__ = ["read"]

_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"
_NAMESPACES = {
    "urn:oasis:names:tc:opendocument:xmlns:container": "",
    "http://www.idpf.org/2007/opf": "",
    "http://www.w3.org/2001/04/xmlenc#": "",
}
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})


def read(data: bytes, *, path: str, options: Options) -> Content:
    """The lines of the book's parts, with the numbers of the parts as places.

    Raises:
        InputError: no book, damaged, locked, or over a limit.
    """
    package = Package(data, where=path, limit=options.limits.unpacked)
    roots = [found["full-path"] for found in _elements(package, _CONTAINER, "rootfile") if "full-path" in found]
    if not roots:
        raise UnreadableError("names no book inside", where=path, hint="Export it again")
    return Content(list(_pieces(package, roots[0])), dublin_core(package.read(roots[0]), where=path))


def _pieces(package: Package, root: str) -> Iterator[Piece]:
    parts = _spine(package, root)
    locked = {found.get("URI") for found in _elements(package, _LOCKED, "CipherReference")}
    if locked & set(parts):
        hint = "Only programs of its seller open it"
        raise UnreadableError("is locked against copying (DRM)", where=package.where, hint=hint)
    for number, part in enumerate(parts, start=1):
        for line in html.lines(package.read(part), path=f"{package.where} ({part})"):
            yield Piece(f"{line.text}\n", f"part {number}", line.heading)


def _spine(package: Package, root: str) -> list[str]:
    """The names of the parts in the order in which they are read."""
    folder = posixpath.dirname(root)
    items = {found.get("id"): found for found in _elements(package, root, "item")}
    order = [items.get(found.get("idref")) for found in _elements(package, root, "itemref")]
    pages = [item.get("href", "") for item in order if item is not None and item.get("media-type") in _PAGES]
    names = [posixpath.normpath(posixpath.join(folder, unquote(page.partition("#")[0]))) for page in pages]
    return [name for name in names if name in set(package.names())]


def _elements(package: Package, part: str, wanted: str) -> list[dict[str, str]]:
    """The attributes of the elements of this name in a part; none if the package does not have it."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == wanted:
            found.append(attributes)

    if part in package.names():
        where = f"{package.where} ({part})"
        xml.scan(package.read(part), lambda _: xml.Handlers(start), where=where, namespaces=_NAMESPACES)
    return found
