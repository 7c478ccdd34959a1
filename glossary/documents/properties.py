"""What a package says about itself in Dublin Core: core properties of Office, ``meta.xml`` of ODF, the OPF of EPUB."""

from __future__ import annotations

import re
from collections import defaultdict

from glossary.documents import xml
from glossary.documents.package import Package
from glossary.documents.pieces import About

__all__ = ["dublin_core", "of_office", "text_of"]

_NAMESPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
}
_DATE = re.compile(r"[12]\d{3}(?:-[01]\d(?:-[0-3]\d)?)?")


def of_office(package: Package) -> About:
    """The core properties of an Office package, as far as it has them."""
    parts = [target for kind, target, _ in package.relations("") if kind == "core-properties"]
    return (
        dublin_core(package.read(parts[0]), where=package.where) if parts and parts[0] in package.names() else About()
    )


def dublin_core(data: bytes, *, where: str) -> About:
    """Title, publisher and date that the XML states: the last change of the text, or else when it was made.

    >>> dublin_core(b'<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> A </dc:title></p>', where="-").title
    'A'
    """
    found = text_of(data, where=where, namespaces=_NAMESPACES)
    dates = [
        date
        for name in ("dcterms:modified", "dc:date", "dcterms:created", "meta:creation-date")
        for date in found[name]
    ]
    days = [match[0] for date in dates if (match := _DATE.match(date))]
    title, publisher = (" ".join(found[name][:1]) for name in ("dc:title", "dc:publisher"))
    url = next(
        (name for name in found["dc:source"] + found["dc:identifier"] if name.startswith(("http://", "https://"))), ""
    )
    return About(title, publisher, url=url, date=days[0] if days else "")


def text_of(data: bytes, *, where: str, namespaces: dict[str, str]) -> dict[str, list[str]]:
    """The text of the elements that hold some, by name, with white space made single."""
    found: dict[str, list[str]] = defaultdict(list)
    parts: list[str] = []

    def start(_name: str, _attributes: dict[str, str]) -> None:
        parts.clear()

    def end(name: str) -> None:
        if text := " ".join("".join(parts).split()):
            found[name].append(text)
        parts.clear()

    xml.scan(data, lambda _: xml.Handlers(start, end, parts.append), where=where, namespaces=namespaces)
    return found
