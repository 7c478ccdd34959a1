"""TBX 2, the termbase that OmegaT, Weblate and Pootle read.

Spec: ISO 30042:2008 (``martif``) as OmegaT and translate-toolkit read it: ``tig`` only, no DOCTYPE. One Chinese a file
(``--lang``), whose code is zh-TW, zh-CN or zh-HK, or the one of ``--code``: Weblate wants that of its component
(``zh_Hant``). Only names not to be used have a status, as OmegaT shows it beside the name.

Limits: control characters that XML cannot hold are replaced; entries without a name of either side are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats import columns
from glossary.formats.fitting import XML, whole
from glossary.formats.format import Audience, Options
from glossary.formats.losses import Report
from glossary.formats.markup import element, identifier, open_tag
from glossary.formats.renderings import names, settled
from glossary.formats.tags import english, tag
from glossary.model import Entry, Term

__all__ = ["write"]

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><sourceDesc>{about}</sourceDesc></fileDesc>
<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>
<text><body>
"""
_TAIL = "</body></text>\n</martif>\n"
_STATUS = element("termNote", "deprecatedTerm-admn-sts", type="administrativeStatus")


def _notes(entry: Entry, options: Options) -> str:
    """What is said of the Chinese name: its pinyin and the note."""
    pinyin = columns.pinyin(entry, options.lang)
    return element("note", pinyin, **{"from": "translator"}) + element("note", entry.note)


def _term(term: Term, notes: str) -> str:
    status = _STATUS if not term.status.in_use else ""
    return f"<tig>{element('term', term.text)}{status}{notes}</tig>"


def _lines(entry: Entry, options: Options) -> Iterator[str]:
    """The lines of one termEntry."""
    yield open_tag("termEntry", id=identifier(entry.id)) + element("descrip", columns.kind(entry), type="subjectField")
    unused = [term for term in entry.terms if not term.status.in_use and term.text.strip()]
    codes = (english("region"), tag("region", options))
    sides = names(entry, options, audience=options.audience or Audience.PEOPLE)
    for code, side, lang, notes in zip(
        codes, sides, ("en", options.chinese[:7]), ("", _notes(entry, options)), strict=True
    ):
        terms = (*side, *(term for term in unused if term.lang.startswith(lang)))
        yield open_tag("langSet", xml_lang=code) + "".join(_term(term, notes) for term in terms) + "</langSet>"
    yield "</termEntry>"


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that have both sides and returns their number."""
    stream.write(_HEAD.format(about=element("p", options.title)).encode())
    count = 0
    for entry, _ in settled(entries, options, audience=Audience.PEOPLE, report=report):
        count += 1
        fit = whole(entry, XML, report=report)
        stream.writelines(f"{line}\n".encode() for line in _lines(fit, options))
    stream.write(_TAIL.encode())
    return count
