"""TBX-Basic 3, the standard for termbases.

Spec: ISO 30042:2019, dialect TBX-Basic in the style DCA, its RELAX NG and its Schematron. Every name has its language
(BCP 47), status and type; kind is ``subjectField``; pinyin and zhuyin are notes of the name; the first sentence that
states the pair is a ``context`` with its ``source``; the note of the entry is a note.

Neither OmegaT nor Weblate reads TBX 3: for them there is ``tbx2``.

Limits: control characters that XML cannot hold are replaced. A review, counts and derivations have no place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats import columns
from glossary.formats.fitting import XML, whole
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.formats.markup import element, identifier, open_tag
from glossary.model import Entry, Reading, Term, TermType

__all__ = ["write"]

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/DCA/TBXcoreStructV03.rng" \
type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
<?xml-model href="https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/DCA/TBX-Basic_DCA.sch" \
type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc>{about}</sourceDesc></fileDesc></tbxHeader>
<text><body>
"""
_TAIL = "</body></text>\n</tbx>\n"


def _shown(entry: Entry, options: Options) -> list[Term]:
    """The terms to write, by language; with a language asked for, Chinese ones of its script, the best first."""
    if not options.lang:
        return [term for term in entry.terms if term.text.strip()]
    best = columns.chinese_term(entry, options.lang[:7], options.lang)
    english_terms = [term for term in entry.terms if term.lang.startswith("en")]
    rest = [term for term in entry.terms if term.lang.startswith(options.lang[:7]) and term is not best]
    return [term for term in (*english_terms, *([best] if best else []), *rest) if term.text.strip()]


def _readings(said: Reading | None) -> str:
    if said is None:
        return ""
    notations = {"pinyin": said.pinyin, "zhuyin": said.zhuyin}
    return "".join(element("note", f"{name}: {text}") for name, text in notations.items() if text)


def _context(entry: Entry) -> str:
    sentence, source = columns.context(entry), columns.source(entry)
    if not sentence:
        return element("admin", source, type="source")
    inner = element("descrip", sentence, type="context") + element("admin", source, type="source")
    return f"<descripGrp>{inner}</descripGrp>"


def _term_sec(term: Term, *, context: str = "") -> str:
    kind = "" if term.type is TermType.FULL_FORM else term.type.value
    notes = element("termNote", f"{term.status.value}Term-admn-sts", type="administrativeStatus")
    notes += element("termNote", kind, type="termType")
    return f"<termSec>{element('term', term.text)}{notes}{_readings(term.reading)}{context}</termSec>\n"


def _subject(entry: Entry) -> str:
    return element("descrip", columns.kind(entry), type="subjectField")


def _concept(entry: Entry, options: Options) -> Iterator[str]:
    """The lines of one conceptEntry; none where it has no name."""
    terms = _shown(entry, options)
    if not terms:
        return
    yield open_tag("conceptEntry", id=identifier(entry.id)) + _subject(entry) + element("note", entry.note) + "\n"
    sections: dict[str, list[Term]] = {}
    for term in terms:
        sections.setdefault(_tagged(term, options), []).append(term)
    for lang, section in sections.items():
        yield open_tag("langSec", xml_lang=lang) + "\n"
        yield from (_term_sec(term, context=_context(entry) if term is terms[0] else "") for term in section)
        yield "</langSec>\n"
    yield "</conceptEntry>\n"


def _tagged(term: Term, options: Options) -> str:
    return options.lang if options.lang and term.lang.startswith(options.lang[:7]) else term.lang


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that have a name and returns their number."""
    stream.write(_HEAD.format(about=element("p", options.title)).encode())
    count = 0
    for entry in entries:
        concept = "".join(_concept(whole(entry, XML, report=report), options))
        if concept:
            count += 1
            stream.write(concept.encode())
        else:
            report.leave_out(entry, "it has no name")
    stream.write(_TAIL.encode())
    return count
