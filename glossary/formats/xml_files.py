"""Reading XML of unknown origin, one element after the other, without ever expanding an entity or fetching a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from glossary.errors import SyntaxFault, UnreadableError
from glossary.formats.format import ReadOptions
from glossary.formats.texts import fault

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["attribute", "elements", "local", "text_in"]

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def elements(
    stream: BinaryIO, wanted: frozenset[str], *, roots: frozenset[str], where: str, options: ReadOptions
) -> Iterator[etree._Element]:
    """Each element with one of the local names, whole; it is emptied once the next one is asked for.

    Raises:
        SyntaxFault: at ``where:line``, no XML, or another root than those wanted.
        UnreadableError: it declares entities.
    """
    from lxml import etree

    found = etree.iterparse(
        stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, encoding=options.encoding or None, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    rooted = False
    try:
        for event, element in found:
            if not rooted:
                _check_root(element, roots, where=where)
                rooted = True
            if event == "end" and local(element) in wanted:
                yield element
                _empty(element)
    except etree.XMLSyntaxError as problem:
        raise _fault(problem, where=where) from problem
    except LookupError as problem:
        raise fault(f"unknown encoding {options.encoding!r}", where=where, hint="Name one like utf-8") from problem


def _fault(problem: etree.XMLSyntaxError, *, where: str) -> SyntaxFault | UnreadableError:
    said = (problem.msg or "").split(", line")[0] or "no XML"
    place = f"{where}:{problem.lineno}" if problem.lineno else where
    if said in {"no XML", "Document is empty", "no element found"}:
        return UnreadableError("is empty, or no XML", where=where, hint="Give a whole file")
    return fault(f"is no whole XML ({said})", where=place, hint="Export it again, or put that line right")


def _check_root(element: etree._Element, roots: frozenset[str], *, where: str) -> None:
    declared = element.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise UnreadableError("declares XML entities, which may be a trap", where=where, hint="Take the DOCTYPE out")
    if local(element) not in roots:
        expected = " or ".join(f"<{root}>" for root in sorted(roots))
        raise fault(
            f"begins with <{local(element)}>, not with {expected}",
            where=f"{where}:{element.sourceline}",
            hint="Say its format with --format",
        )


def _empty(element: etree._Element) -> None:
    """Let go of what was read, so that the memory does not grow."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local(element: etree._Element) -> str:
    """The name of the element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_in(element: etree._Element) -> str:
    """All text in the element, the markup of inline elements taken off."""
    return "".join(map(str, element.itertext())).strip()


def attribute(element: etree._Element, name: str) -> str:
    """The attribute, ``lang`` with or without ``xml:``; empty where it is missing."""
    return element.get(name) or (element.get(_XML_LANG) if name == "lang" else None) or ""
