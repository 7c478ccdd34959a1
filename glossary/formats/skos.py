"""SKOS in Turtle, for the web of data: a concept for every entry.

Spec: W3C SKOS Reference and RDF 1.1 Turtle; UTF-8. In each language the preferred name is ``skos:prefLabel`` (one a
language), others are ``skos:altLabel``, names not to be used ``skos:hiddenLabel``; the pinyin is a prefLabel of
``zh-Latn-pinyin``. Kind is ``dct:type``, the sentence ``skos:example``, its source ``dct:source``, the note
``skos:note``, the id ``dct:identifier``. Concepts are ``urn:glossary:`` and the id.

Limits: which sentence and which source belong to which name has no place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO
from urllib.parse import quote

from glossary.formats import columns
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.model import Entry, Term

__all__ = ["literal", "write"]

_HEAD = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .

<urn:glossary> a skos:ConceptScheme ; dct:title {title} .
"""
_ESCAPES = {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)} | {
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"
}  # fmt: skip
_TABLE = str.maketrans(_ESCAPES)


def literal(text: str, lang: str = "") -> str:
    r"""The text as a literal of Turtle.

    >>> literal('say "hi"', "en")
    '"say \\"hi\\""@en'
    """
    return f'"{text.translate(_TABLE)}"' + (f"@{lang}" if lang else "")


def _labels(entry: Entry, options: Options) -> Iterator[tuple[str, str]]:
    """The labels: property and literal. The first name in use of a language tag is its preferred one."""
    wanted = ("en", options.lang[:7] or "zh")
    taken: set[str] = set()
    for term in sorted(_first(entry, options), key=lambda term: term.lang):
        if not term.lang.startswith(wanted) or not term.text:
            continue
        lang = term.lang
        unused = not term.status.in_use
        name = "skos:hiddenLabel" if unused else "skos:altLabel" if lang in taken else "skos:prefLabel"
        taken |= set() if unused else {lang}
        yield name, literal(term.text, lang)
    if pinyin := columns.pinyin(entry, options.lang):
        yield "skos:altLabel" if "zh-Latn-pinyin" in taken else "skos:prefLabel", literal(pinyin, "zh-Latn-pinyin")


def _first(entry: Entry, options: Options) -> list[Term]:
    """The terms, those that the other formats show too before all others."""
    shown = [
        columns.english_term(entry),
        *(columns.chinese_term(entry, script, options.lang) for script in ("zh-Hant", "zh-Hans")),
    ]
    return [*filter(None, shown), *(term for term in entry.terms if term not in shown)]


def _concept(entry: Entry, options: Options) -> str:
    about = (
        ("dct:type", columns.kind(entry)),
        ("skos:example", columns.context(entry)),
        ("dct:source", columns.source(entry)),
        ("skos:note", entry.note),
        ("dct:identifier", entry.id),
    )
    said = [*_labels(entry, options), *((name, literal(text)) for name, text in about if text)]
    lines = [f"<urn:glossary:{quote(entry.id, safe='')}> a skos:Concept", "skos:inScheme <urn:glossary>"]
    lines += [f"{name} {value}" for name, value in dict.fromkeys(said)]
    return "\n" + " ;\n  ".join(lines) + " .\n"


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:  # noqa: ARG001 - no loss
    """Writes the entries and returns their number."""
    stream.write(_HEAD.format(title=literal(options.title)).encode())
    count = 0
    for entry in entries:
        count += 1
        stream.write(_concept(entry, options).encode())
    return count
