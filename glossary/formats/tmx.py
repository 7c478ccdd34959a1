"""TMX 1.4b, the translation memory, with a unit for every pair of names.

Spec: LISA TMX 1.4b: UTF-8, ``segtype="phrase"``. A unit has one English and one Chinese variant, the preferred ones
first; kind, pinyin, entry and note are ``prop`` and ``note``. The code of the Chinese is zh-TW, zh-CN or zh-HK, or the
one of ``--code``; with ``--from zh`` it is the source language.

Limits: control characters that XML cannot hold are replaced; names not to be used have no place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.documents.headings import language
from glossary.formats import columns
from glossary.formats.fitting import XML, whole
from glossary.formats.format import Audience, Options, ReadOptions
from glossary.formats.losses import Report
from glossary.formats.markup import element, open_tag
from glossary.formats.renderings import Rendering, renderings, settled
from glossary.formats.rows import Row, kind
from glossary.formats.tags import english, tag
from glossary.formats.xml_files import attribute, elements, local, text_in
from glossary.model import Entry, Term
from glossary.version import __version__

__all__ = ["read", "write"]

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
{header}</header>
<body>
"""
_TAIL = "</body>\n</tmx>\n"


def _header(source: str) -> str:
    return open_tag(
        "header", creationtool="glossary", creationtoolversion=__version__, segtype="phrase", **{"o-tmf": "glossary"},
        adminlang="en", srclang=source, datatype="plaintext",
    )  # fmt: skip


def _unit(pair: Rendering, options: Options, *, codes: tuple[str, str]) -> str:
    entry = pair.entry
    props = {"x-kind": columns.kind(entry), "x-pinyin": columns.pinyin(entry, options.lang), "x-entry": XML(entry.id)}
    about = element("note", entry.note) + "".join(element("prop", text, type=name) for name, text in props.items())
    variants = "".join(
        f"{open_tag('tuv', xml_lang=code)}{element('seg', term.text)}</tuv>"
        for code, term in zip(codes, (pair.source, pair.target), strict=True)
    )
    return f"<tu>{about}{variants}</tu>\n"


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that have both sides and returns their number."""
    codes = (english("region"), tag("region", options))
    codes = codes[::-1] if options.from_chinese else codes
    stream.write(_HEAD.format(header=_header(codes[0])).encode())
    count = 0
    for entry, _ in settled(entries, options, audience=Audience.PEOPLE, report=report):
        count += 1
        fit = whole(entry, XML, report=report)
        pairs = renderings(fit, options, audience=Audience.PEOPLE)
        stream.writelines(_unit(pair, options, codes=codes).encode() for pair in pairs)
    stream.write(_TAIL.encode())
    return count


def read(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Row]:
    """A row for each unit that has an English or a Chinese variant; the others are passed over.

    Raises:
        InputError: no TMX, damaged, or dangerous XML.
    """
    for unit in elements(stream, frozenset({"tu"}), roots=frozenset({"tmx"}), where=where, options=options):
        terms = []
        for variant in unit:
            lang = language(attribute(variant, "lang")) if local(variant) == "tuv" else ""
            text = next((text_in(seg) for seg in variant if local(seg) == "seg"), "")
            if lang and text:
                terms.append(Term(text, lang))
        about = {attribute(part, "type"): text_in(part) for part in unit if local(part) == "prop"}
        note = "\n".join(text_in(part) for part in unit if local(part) == "note")
        if terms:
            place = f"{where}:{unit.sourceline}"
            yield Row(tuple(terms), kind(about.get("x-kind", "")), note, pinyin=about.get("x-pinyin", ""), place=place)
