"""Taking a glossary that somebody has: which format a file is in, and entries of what it says.

A row of a file states a pair, as a row of a table in a text does: it becomes a mention of the form ``table`` in the
file, which is one document, or one for each script of Chinese that its rows name. So an import merges by the rules of
``collect``, and the same file taken again changes nothing; nor does a table that we exported, taken back as it was.
What a text cannot state (a name not to be used, another name in the other script, a reading of the user's own) becomes
an edited term.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import PurePath
from types import MappingProxyType
from typing import BinaryIO

from glossary.entries import build, terms
from glossary.errors import FormatError, SyntaxFault, UnreadableError
from glossary.files import printable
from glossary.formats import columns, returning
from glossary.formats.format import Format, ReadOptions
from glossary.formats.pinyin import reading_of
from glossary.formats.registry import FORMATS, find
from glossary.formats.rows import Row
from glossary.lang import kinds, readings, script
from glossary.lang.hygiene import plain
from glossary.model import (
    Entry,
    Form,
    Kind,
    Mention,
    Origin,
    Pair,
    Reason,
    Source,
    Span,
    Term,
    TermStatus,
    changed,
)

__all__ = ["LANGS", "detected", "document_id", "each", "entry", "read"]

_SUFFIXES = {
    ".jsonl": "jsonl", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".xlsx": "xlsx", ".tbx": "tbx", ".tmx": "tmx",
    ".utx": "utx", ".u8": "cedict", ".xml": "tbx",
}  # fmt: skip
# How a file begins that is not told by its name.
_BEGINNINGS = (
    (b"{", "jsonl"),
    (b"#UTX", "utx"),
    (b"#separator", "anki"),
    (b"#html", "anki"),
    (b"#notetype", "anki"),
    (b"# Glossary in tab-separated format", "omegat"),
    (b"# CC-CEDICT", "cedict"),
)
# What begins like a dictionary in a ZIP and is something else: what stands at its beginning, what it is, what to do.
_PACKAGES = (
    (b"collection.anki", "an Anki package, which is only written", "In Anki: File, Export, Notes in Plain Text"),
    (b"index.json", "a Yomitan dictionary, which is only written", "Import the table that it was made of"),
    (b"word/", "a Word document", ""),
)
_COLLECT = "Take the names that it states with: glossary collect"
_LISTS = frozenset({".txt", ".text", ".md", ".markdown"})  # texts, which may be lists of terms all the same
LANGS = ("", "zh-Hant", "zh-Hans")  # of the Chinese in a document: its script, or none that is named
_NO_IDS: Mapping[str, str] = MappingProxyType({})
_SURE = Reason("imported", 7.0)
_PROBABILITY = 1 / (1 + math.exp(-_SURE.weight))


def detected(path: str, head: bytes) -> Format:
    """The format of a file with this name that begins with these bytes.

    Raises:
        UnreadableError: it is known to be no glossary that can be read.

    >>> detected("terms.TBX", b"").name, detected("-", b"#UTX 1.20; en/zh").name
    ('tbx', 'utx')
    """
    suffix = PurePath(path).suffix.lower()
    if suffix in _SUFFIXES:
        return find(_SUFFIXES[suffix])
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    _refuse_other(path, suffix, start)
    name = next((name for beginning, name in _BEGINNINGS if start.startswith(beginning)), "")
    return find(name or _container(start))


def _refuse_other(path: str, suffix: str, start: bytes) -> None:
    """Refuse packages of other programs and documents."""
    from glossary.documents import readers

    if start.startswith(b"PK"):
        for part, kind, hint in _PACKAGES:
            if part in start:
                raise UnreadableError(f"is {kind}", where=path, hint=hint or _COLLECT)
    document = next((reader for reader in readers.READERS if suffix in reader.suffixes), None)
    if document is not None and suffix not in _LISTS:
        raise UnreadableError(f"is a document ({document.name}), no glossary", where=path, hint=_COLLECT)


def _container(start: bytes) -> str:
    """The format of what begins with no words of its own."""
    if start.startswith(b"<"):
        return "tmx" if b"<tmx" in start else "tbx"
    if start.startswith((b"PK", b"\x1f\x8b", b"BZh")):
        return "xlsx" if b"xl/" in start or b"[Content_Types]" in start else "stardict"
    first = start.split(b"\n", 1)[0].lower()
    named = any(word in first for word in (b"english", b"chinese", b"source", b"src"))
    return ("tsv" if b"\t" in first else "csv") if named or b"\t" not in first else "omegat"


def read(stream: BinaryIO, chosen: Format, *, where: str, options: ReadOptions) -> Iterator[Entry]:
    """The entries of the stream; ``where`` is its path, which becomes their origin.

    Raises:
        FormatError: the format cannot be read.
        InputError: the file is not of the format, or a part of it is wrong.
    """
    for found in each(stream, chosen, where=where, options=options):
        if isinstance(found, SyntaxFault):
            raise found
        yield found


def each(
    stream: BinaryIO,
    chosen: Format,
    *,
    where: str,
    options: ReadOptions,
    ids: Mapping[str, str] = _NO_IDS,
    held: Callable[[str], Entry | None] = lambda _: None,
) -> Iterator[Entry | SyntaxFault]:
    """The same, with the faults in their places; after some nothing comes.

    ``ids``: of the document for each script of Chinese; by default the name of the file tells it. ``held``: the entry
    that a glossary has under an id; what it says already a row of our own export does not say anew.
    """
    if chosen.read is None:
        readable = ", ".join(one.name for one in FORMATS if one.reads)
        raise FormatError(f"{chosen.name} can be written but not read", hint=f"Readable formats: {readable}")
    try:
        for found in chosen.read(stream, where=where, options=options):
            yield _new(found, where=where, ids=ids, held=held) if isinstance(found, Row) else found
    except SyntaxFault as fault:
        yield fault


def _new(row: Row, *, where: str, ids: Mapping[str, str], held: Callable[[str], Entry | None]) -> Entry:
    made, ours = entry(row, where=where, ids=ids), held(row.id) if row.id else None
    return returning.unsaid(made, row, ours) if ours else made


def document_id(content: bytes, lang: str) -> str:
    """The id of the document that the rows of a file make whose Chinese is of this script; ``content`` tells the file.

    >>> document_id(b"a.csv", "zh-Hant")
    '064c4f35522f05a168be5a4a'
    """
    return blake2b(b"\0".join((content, lang.encode())), digest_size=12).hexdigest()


def entry(row: Row, *, where: str, ids: Mapping[str, str] = _NO_IDS) -> Entry:
    """The entry that a row makes; ``ids`` as :func:`each` takes them.

    >>> found = entry(Row((Term("Lin Jian", "en"), Term("林劍", "zh"))), where="names.csv")
    >>> [(term.text, term.lang) for term in found.terms], found.sources[0].path
    ([('Lin Jian', 'en'), ('林劍', 'zh-Hant'), ('林剑', 'zh-Hans-CN')], 'names.csv')
    """
    row = replace(row, terms=tuple(replace(t, text=_tidy(t.text)) for t in row.terms if _tidy(t.text)))
    english, chinese = _names(row, "en"), _names(row, "zh")
    first = Pair(english[0] if english else "", chinese[0] if chinese else "", row.kind)
    if first.kind is Kind.OTHER and first.chinese:
        first = changed(first, kind=kinds.classify(first.english, first.chinese))
    lang = next((term.lang for term in row.terms if term.text == first.chinese and term.lang != "zh"), "")
    made_of_it = terms.chinese(first, lang=lang)
    elsewhere = list(_elsewhere(row, made_of_it, first))
    known = {term.text for term in (*made_of_it, *elsewhere)}
    aliases = tuple(text for text in (*english[1:], *chinese[1:]) if text not in known)
    path = printable(where)
    name = PurePath(path).name
    document = ids.get(lang[:7]) or document_id(name.encode(), lang[:7])
    source = Source(document, path, title=name if where != "-" else "", lang=lang[:7])
    mention = _stated(changed(first, aliases=aliases), row, document=document, where=where)
    (made,) = build.entries((mention,), (source,))
    edited = [*elsewhere, *_unused(row), *_reread(made, row)]
    return replace(
        made,
        id=row.id or made.id,
        terms=terms.unite(made.terms, edited) if edited else made.terms,
        review=row.review,
        note=row.note,
    )


def _elsewhere(row: Row, made: Sequence[Term], pair: Pair) -> Iterator[Term]:
    """The first name in the other script as an edited term, where it is no form of the first name: 計程車, 出租车.

    A text states one pair in one script; only a termbase says what a thing is called in each.
    """
    own = made[0].lang[:7] if made else ""
    other = next((t for t in row.terms if t.is_chinese and not t.lang.startswith(own or "-")), None)
    if made and other is not None and other.status.in_use and other.text not in {term.text for term in made}:
        said = readings.read(other.text, kind=pair.kind, english=pair.english)
        yield replace(other, status=TermStatus.PREFERRED, origin=Origin.EDITED, reading=said)


def _tidy(text: str) -> str:
    """The name as it would be taken from a document: NFC, with plain spaces, and none at its ends."""
    return plain(unicodedata.normalize("NFC", text).strip())


def _names(row: Row, side: str) -> list[str]:
    return list(dict.fromkeys(t.text for t in row.terms if t.lang.startswith(side) and t.status.in_use))


def _stated(pair: Pair, row: Row, *, document: str, where: str) -> Mention:
    """The row as a mention; its names stand where they do in a line that is the two with a tab between them."""
    english = Span(0, len(pair.english))
    chinese = Span(english.end + 1, english.end + 1 + len(pair.chinese))
    line = row.place.removeprefix(f"{where}:")
    at = f"line {line}" if line.isdecimal() else ""
    return Mention(pair, document, Form.TABLE, english, chinese, chinese, _PROBABILITY, row.context, (_SURE,), where=at)


def _unused(row: Row) -> Iterable[Term]:
    """The names not to be used, each with the script that it shows."""
    for term in row.terms:
        if not term.status.in_use:
            yield replace(term, lang=_told(term), origin=Origin.EDITED)


def _told(term: Term) -> str:
    if term.lang != "zh":
        return term.lang
    return script.script_of(term.text).tag or "zh-Hant"


def _reread(made: Entry, row: Row) -> Iterable[Term]:
    """The Chinese names as edited terms with the reading of the file, where it is another than ours."""
    for term in made.terms:
        if row.pinyin and term.status is TermStatus.PREFERRED:
            said = reading_of(row.pinyin, term, kind=made.kind, english=columns.english(made))
            if said is not None:
                yield replace(term, reading=said, origin=Origin.EDITED)
