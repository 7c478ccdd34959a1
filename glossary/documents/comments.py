"""The parts of a Word document that hold its comments: the comments, and where they are made known."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from html import escape

from glossary.documents import xml
from glossary.documents.package import Package
from glossary.documents.word import NAMESPACES

__all__ = ["added", "next_id"]

_AUTHOR, _INITIALS = "glossary", "g"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_COMMENTS = _HEAD + '<w:comments xmlns:w="{}"></w:comments>'
_NO_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def next_id(package: Package, main: str) -> int:
    """The first number that no comment of the document has."""
    name = _existing(package, main)
    if name is None:
        return 0
    used = [-1]

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "w:comment" and (number := attributes.get("w:id", "")).isdecimal():
            used.append(int(number))

    where = f"{package.where} ({name})"
    xml.scan(package.read(name), lambda _: xml.Handlers(start), where=where, namespaces=NAMESPACES)
    return max(used) + 1


def added(package: Package, main: str, notes: Sequence[str], *, first: int) -> dict[str, bytes]:
    """The parts that change, by name, when comments with these texts and numbers from ``first`` are added."""
    existing = _existing(package, main)
    name = existing or posixpath.join(posixpath.dirname(main), "comments.xml")
    strict = _STRICT in package.read(main)
    space = _STRICT.decode() if strict else _NAMESPACE
    written = "".join(_comment(note, number, space=space) for number, note in enumerate(notes, start=first))
    data = package.read(existing) if existing else _NO_COMMENTS.format(space).encode()
    changed = {name: _appended(data, written, where=f"{package.where} ({name})")}
    if existing is None:
        changed |= _made_known(package, main, name=name, strict=strict)
    return changed


def _existing(package: Package, main: str) -> str | None:
    """The name of the part with the comments, if there is one."""
    return next((target for kind, target, _ in package.relations(main) if kind == "comments"), None)


def _made_known(package: Package, main: str, *, name: str, strict: bool) -> dict[str, bytes]:
    """The list of content types and the relations of the body with the new part in them."""
    folder, file = posixpath.split(main)
    path = posixpath.join(folder, "_rels", f"{file}.rels")
    ids = {found for _, _, found in package.relations(main)}
    own = next(f"rIdGlossary{number}" for number in range(1, len(ids) + 2) if f"rIdGlossary{number}" not in ids)
    kind = f"{_STRICT_RELATIONS if strict else _RELATIONS}/comments"
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    relation = f'<Relationship {space} Id="{own}" Type="{kind}" Target="{posixpath.basename(name)}"/>'
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
    override = f'<Override {space} PartName="/{name}" ContentType="{_TYPE}"/>'
    known = package.read(path) if path in package.names() else _NO_RELATIONS.encode()
    return {
        path: _appended(known, relation, where=f"{package.where} ({path})"),
        _TYPES: _appended(package.read(_TYPES), override, where=f"{package.where} ({_TYPES})"),
    }


def _comment(text: str, number: int, *, space: str) -> str:
    """A comment with a paragraph for each line of the text."""
    printable = "".join(character for character in text if character >= " " or character in "\t\n")
    texts = (escape(line, quote=False) for line in printable.split("\n"))
    lines = "".join(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in texts)
    named = f'xmlns:w="{space}" w:id="{number}" w:author="{_AUTHOR}" w:initials="{_INITIALS}"'
    return f"<w:comment {named}>{lines}</w:comment>"


def _appended(data: bytes, fragment: str, *, where: str) -> bytes:
    """The XML with a fragment, which declares its own namespace, as the last child of the root."""
    ends: list[tuple[int, str]] = []

    def handlers(position: xml.Position) -> xml.Handlers:
        return xml.Handlers(end=lambda _: ends.append((position.byte, position.qualified)))

    xml.scan(data, handlers, where=where, namespaces=NAMESPACES)
    place, root = ends[-1]
    if data.startswith(f"</{root}".encode(), place):
        return data[:place] + fragment.encode() + data[place:]
    opened = data[:place].rstrip().removesuffix(b"/>")  # an empty root: <w:comments/>
    return opened + f">{fragment}</{root}>".encode() + data[place:]
