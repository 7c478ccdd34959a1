"""Anki text import (File > Import): a text file for the note type Basic, or for a note type of the user's own.

Spec: Anki manual, "Text files", and the metadata keys of Anki's importer (25 and later); UTF-8, LF, header lines first,
cells separated by tabs, quoted as in RFC 4180 where they must be. HTML is off: Anki escapes ``<``, ``>`` and ``&``.

Columns: 1 guid; 2 English and 3 Chinese with its pinyin, which Anki puts on the front and the back of the note type
Basic; then, to be mapped by hand to a note type of one's own, 4 traditional, 5 simplified, 6 pinyin, 7 zhuyin,
8 aliases, 9 kind, 10 context, 11 source, 12 note; 13 tags. They are not named in the file: with names, Anki maps by
name only, and fills the wrong fields where a note type has others. Each row begins with its guid, so no name can make
it a comment.

Limits: entries that lack an English or a Chinese name and rejected ones are left out; control characters become their
pictures (U+2400 …). A second import updates the notes by their guids, but has no dates: it overwrites what the
user changed in the two fields. The package (apkg) has its own note type, keeps the user's changes and has both cards.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, BinaryIO

from glossary.formats import cards

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.formats.format import Options
    from glossary.model import Entry

__all__ = ["write"]

_EXTRA = ("Traditional", "Simplified", "Pinyin", "Zhuyin", "Aliases", "Kind", "Context", "Source", "Note")
# The separator must come before anything that is split by it.
_HEADER = f"""\
#separator:Tab
#html:false
#notetype:Basic
#deck:{cards.DECK}
#guid column:1
#tags column:{len(_EXTRA) + 4}
#if matches:update current
"""


def _row(entry: Entry, *, lang: str) -> list[str]:
    shown = cards.fields(entry, lang=lang)
    names = (shown["Traditional"], shown["Simplified"] if shown["Differs"] or not shown["Traditional"] else "")
    back = "\n".join(filter(None, (*names, shown["Pinyin"])))
    key = cards.guid(entry.id, scheme="text")
    tags = " ".join(cards.tags(entry, lang=lang))
    return [key, shown["English"], back, *(shown[name] for name in _EXTRA), tags]


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options) -> int:
    """Writes the entries that make a card and returns their number."""
    stream.write(_HEADER.encode())
    count = 0
    for entry in cards.studied(entries, options=options):
        line = StringIO()
        # The cells hold no CR (cards.fields), so csv quotes all it must with LF as the line end.
        csv.writer(line, delimiter="\t", lineterminator="\n").writerow(_row(entry, lang=options.lang))
        stream.write(line.getvalue().encode())
        count += 1
    return count
