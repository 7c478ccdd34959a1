"""Reading TBX: version 3 in both styles (DCA with types as attributes, DCT with types as elements), and version 2.

What has no place in an entry (parts of speech, transactions, images) is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from glossary.documents.headings import language
from glossary.errors import SyntaxFault
from glossary.formats.format import ReadOptions
from glossary.formats.rows import Row, kind
from glossary.formats.texts import fault
from glossary.formats.xml_files import attribute, elements, local, text_in
from glossary.lang.latin import is_toned
from glossary.model import Kind, Term, TermStatus, TermType

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["read"]

_CONCEPTS = frozenset({"conceptEntry", "termEntry"})
_LANGUAGES = frozenset({"langSec", "langSet"})
_NAMES = frozenset({"termSec", "tig", "ntig"})
_TYPES = {found.value: found for found in TermType}
_TEXTS = frozenset({"note", "definition"})


def read(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Row | SyntaxFault]:
    """A row for each concept that has an English or a Chinese name.

    Raises:
        InputError: no TBX, damaged, or dangerous XML.
    """
    roots = frozenset({"tbx", "martif"})
    for concept in elements(stream, _CONCEPTS, roots=roots, where=where, options=options):
        place = f"{where}:{concept.sourceline}"
        if not any(local(part) == "term" for part in concept.iter("{*}*")):
            yield fault(f"<{local(concept)}> has no <term>", where=place)
            continue
        row = _row(concept, place)
        if row.terms:
            yield row


def _type(element: etree._Element) -> str:
    """What an element is about: its type, or its own name in the style DCT."""
    return attribute(element, "type") or local(element)


def _row(concept: etree._Element, place: str) -> Row:
    said = [(_type(part), text_in(part)) for part in concept.iter("{*}*") if len(part) == 0 and text_in(part)]
    notes = [text for name, text in said if name in _TEXTS or name == "translator"]
    pinyin = next((_pinyin(text) for text in notes if _pinyin(text)), "")
    kept = [text for text in notes if not _pinyin(text) and not text.startswith("zhuyin: ")]
    return Row(
        tuple(_terms(concept)),
        next((kind(text) for name, text in said if name == "subjectField"), Kind.OTHER),
        "\n".join(dict.fromkeys(kept)),
        next((text for name, text in said if name == "context"), ""),
        pinyin=pinyin,
        place=place,
    )


def _pinyin(text: str) -> str:
    """The pinyin of a note that holds nothing else."""
    if text.startswith("pinyin: "):
        return text.removeprefix("pinyin: ")
    return text if is_toned(text) else ""


def _terms(concept: etree._Element) -> Iterator[Term]:
    """The English and Chinese names; in each language the preferred ones first."""
    for section in concept:
        lang = language(attribute(section, "lang")) if local(section) in _LANGUAGES else ""
        if lang:
            found = [_term(name, lang) for name in section if local(name) in _NAMES]
            yield from sorted(
                (term for term in found if term.text), key=lambda term: term.status is not TermStatus.PREFERRED
            )


def _term(name: etree._Element, lang: str) -> Term:
    parts = {_type(part): text_in(part) for part in reversed(list(name.iter("{*}*")))}
    return Term(
        parts.get("term", ""),
        lang,
        type=_TYPES.get(parts.get("termType", ""), TermType.FULL_FORM),
        status=_status(parts.get("administrativeStatus", "")),
    )


def _status(text: str) -> TermStatus:
    """The status that any spelling of it says: ``deprecatedTerm-admn-sts``, ``deprecated``, ``forbidden`` …"""
    word = text.strip().lower()
    if word.startswith(("deprecated", "forbidden", "obsolete", "notrecommended")):
        return TermStatus.DEPRECATED
    if word.startswith("superseded"):
        return TermStatus.SUPERSEDED
    return TermStatus.PREFERRED if word.startswith("preferred") else TermStatus.ADMITTED
