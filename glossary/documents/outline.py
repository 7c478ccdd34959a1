"""Which paragraphs of a Word document are headings: by a level of the outline, or a style that has one or is a title.

The names of Word's own styles are the same in every language, their ids are not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from glossary.documents import xml
from glossary.documents.package import Package
from glossary.errors import InputError

__all__ = ["LEVELS", "headings", "is_heading"]

LEVELS = frozenset({"w:pStyle", "w:outlineLvl"})  # the properties of a paragraph that tell
_DEEPEST = 9  # the level of text that is no heading
_TITLES = re.compile(r"(?i:heading \d|title|subtitle)")


@dataclass(slots=True)
class _Style:
    """A style: the one that it is based on, and whether it is that of headings; None where the other one says it."""

    base: str = ""
    heading: bool | None = None


def headings(package: Package, main: str, *, namespaces: Mapping[str, str]) -> frozenset[str]:
    """The ids of the styles of headings and titles in the document whose main part this is."""
    styles: dict[str, _Style] = {}
    last = _Style()

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal last
        value = attributes.get("w:val", "")
        if name == "w:style":
            last = styles[attributes.get("w:styleId", "")] = _Style()
        elif name == "w:name":
            last.heading = True if _TITLES.fullmatch(value) else None
        elif name == "w:basedOn":
            last.base = value
        elif name == "w:outlineLvl":
            last.heading = is_heading(name, attributes, frozenset())

    for kind, part, _ in package.relations(main):
        if kind == "styles" and part in package.names():
            where = f"{package.where} ({part})"
            with suppress(InputError):  # the text can be read without them
                xml.scan(package.read(part), lambda _: xml.Handlers(start), where=where, namespaces=namespaces)
    return frozenset(name for name in styles if _inherited(styles, name))


def _inherited(styles: Mapping[str, _Style], name: str) -> bool:
    """Whether a style is that of headings, or the first one below it that tells is; a circle tells nothing."""
    seen: set[str] = set()
    while name in styles and name not in seen:
        if (heading := styles[name].heading) is not None:
            return heading
        seen.add(name)
        name = styles[name].base
    return False


def is_heading(name: str, attributes: Mapping[str, str], styles: frozenset[str]) -> bool:
    """Whether a property makes a paragraph a heading: one of these styles, or a level of the outline.

    >>> is_heading("w:outlineLvl", {"w:val": "0"}, frozenset()), is_heading("w:outlineLvl", {"w:val": "9"}, frozenset())
    (True, False)
    """
    value = attributes.get("w:val", "")
    return value in styles if name == "w:pStyle" else value.isdecimal() and int(value) < _DEEPEST
