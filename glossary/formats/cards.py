"""What a flashcard shows of an entry; shared by the Anki formats."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from glossary.formats import columns
from glossary.formats.fitting import PICTURES, whole
from glossary.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.format import Options
    from glossary.formats.losses import Report
    from glossary.model import Entry

__all__ = ["DECK", "fields", "guid", "studied", "tags"]

DECK = "Glossary"


def studied(entries: Iterable[Entry], *, options: Options, report: Report) -> Iterator[Entry]:
    """The entries that make a card: those that show both an English and a Chinese name.

    Anki separates the fields of a note by U+001F and its cards are HTML, which has no control characters: they are
    shown by their pictures (U+2400 …). The tab and the line feed stay.
    """
    for entry in entries:
        if columns.english(entry).strip() and columns.chinese(entry, options.lang).strip():
            yield whole(entry, PICTURES, report=report)
        else:
            report.leave_out(entry, "a card needs an English and a Chinese name")


def fields(entry: Entry, *, lang: str = "") -> dict[str, str]:
    """The contents of a note as plain text, by field; line breaks are line feeds.

    ``Key`` tells notes apart in Anki's lists; ``Differs`` is "1" where both scripts are there and not the same.

    >>> from glossary.model import Entry, Kind, Term
    >>> note = fields(Entry("e1", Kind.PERSON, (Term("He Lifeng", "en"), Term("何立峰", "zh-Hant"))))
    >>> note["Key"], note["Kind"], note["Simplified"], note["Differs"]
    ('He Lifeng 何立峰', 'person', '', '')
    """
    hant, hans = columns.traditional(entry, lang), columns.simplified(entry, lang)
    said = columns.reading(entry, lang)
    return {
        "Key": f"{columns.english(entry)} {hant or hans}",
        "English": columns.english(entry),
        "Traditional": hant,
        "Simplified": hans,
        "Pinyin": columns.pinyin(entry, lang),
        "Zhuyin": said.zhuyin if said else "",
        "Aliases": "; ".join(columns.aliases(entry, lang)),
        "Kind": columns.kind(entry),
        "Context": columns.context(entry),
        "Source": columns.source(entry),
        "Note": entry.note,
        "Differs": "1" if hant and hans and hant != hans else "",
    }


def tags(entry: Entry, *, lang: str = "") -> list[str]:
    """The tags of a note, without spaces: kind, review, and whether its reading is in doubt.

    >>> from glossary.model import Entry
    >>> from glossary.model import Kind
    >>> tags(Entry("e1", Kind.PERSON, ()))
    ['kind::person', 'review::unreviewed']
    """
    said = columns.reading(entry, lang)
    doubt = ["pinyin::ambiguous"] if said and said.certainty is Certainty.AMBIGUOUS else []
    return [f"kind::{entry.kind.value}", f"review::{entry.review.value}", *doubt]


def guid(entry_id: str, *, scheme: str) -> str:
    """The key by which Anki finds a note again: from the id alone, so that a correction updates the note.

    ``scheme`` keeps the notes of two formats apart. Hexadecimal: it can begin neither a comment nor a quotation.

    >>> guid("e1", scheme="apkg") == guid("e1", scheme="apkg") != guid("e1", scheme="text")
    True
    """
    return hashlib.sha256(f"glossary {scheme} {entry_id}".encode()).hexdigest()[:20]
