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
import html
import re
from io import StringIO
from typing import TYPE_CHECKING, BinaryIO

from glossary.documents import cells
from glossary.formats import cards
from glossary.formats.rows import Row, kind, pair
from glossary.formats.texts import fault, text_of
from glossary.lang.script import has_han
from glossary.model import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.format import Options, ReadOptions
    from glossary.formats.losses import Report
    from glossary.model import Entry

__all__ = ["read", "write"]

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


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that make a card and returns their number."""
    stream.write(_HEADER.encode())
    count = 0
    for entry in cards.studied(entries, options=options, report=report):
        line = StringIO()
        # The cells hold no CR (cards.fields), so csv quotes all it must with LF as the line end.
        csv.writer(line, delimiter="\t", lineterminator="\n").writerow(_row(entry, lang=options.lang))
        stream.write(line.getvalue().encode())
        count += 1
    return count


_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "colon": ":", "pipe": "|", "space": " "}


_KEYS = ("guid column", "notetype column", "deck column", "tags column")


def read(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Row]:
    """A row for each note of a file that we wrote, or that Anki did: the two fields after its keys are the names.

    Raises:
        SyntaxFault: a line with no two fields, or a quoted one that never ends.
    """
    text = text_of(stream, where=where, options=options)
    said, skipped = _metadata(text)
    body = text.split("\n", skipped)[-1]
    delimiter = _delimiter(said, where=where)
    keys = {int(column) - 1 for name in _KEYS if (column := said.get(name, "")).isdecimal()}
    ours = len(_EXTRA) + 4
    for number, row in cells.cells(cells.lines(body), separator=delimiter, where=where):
        fields = [cell for place, cell in enumerate(row) if place not in keys]
        place = f"{where}:{number + skipped}"
        if len(fields) < 2:
            raise fault("has no two fields", where=place)
        plain = [_plain(field) if said.get("html", "").lower() == "true" else field for field in fields]
        yield _own(plain, place) if len(row) == ours else _note(plain, place)


def _metadata(text: str) -> tuple[dict[str, str], int]:
    """What the lines at the top say, and how many they are."""
    said: dict[str, str] = {}
    count = 0
    for line in text.split("\n"):
        if not line.startswith("#"):
            break
        name, _, value = line[1:].partition(":")
        said[name.strip().lower()] = value.strip() or value[:1]
        count += 1
    return said, count


def _delimiter(said: dict[str, str], *, where: str) -> str:
    """The character between the fields: Anki knows those of the table, by name or as they are."""
    named = said.get("separator", "tab")
    found = _SEPARATORS.get(named.lower(), named)
    if found not in _SEPARATORS.values():
        line = 1 + [*said].index("separator")
        hint = f"Write one of {', '.join(_SEPARATORS)} in that line"
        raise fault(f"{named!r} is no separator", where=f"{where}:{line}", hint=hint)
    return found


def _plain(field: str) -> str:
    lines = re.sub(r"(?i)<(?:br|/div|/p|/li)\b[^>]*>", "\n", field)
    return html.unescape(re.sub(r"<[^>]*>", "", lines)).strip()


def _own(fields: list[str], place: str) -> Row:
    """The row of a note that :func:`write` wrote."""
    shown = dict(zip(("English", "Back", *_EXTRA), fields, strict=True))
    names = (("English", "en"), ("Traditional", "zh-Hant"), ("Simplified", "zh-Hans"))
    terms = [Term(shown[name], lang) for name, lang in names if shown[name].strip()]
    terms += [Term(name, "zh" if has_han(name) else "en") for name in shown["Aliases"].split("; ") if name]
    return Row(tuple(terms), kind(shown["Kind"]), shown["Note"], shown["Context"], pinyin=shown["Pinyin"], place=place)


def _note(fields: list[str], place: str) -> Row:
    """The row of any note: its front and back, of which the first lines are names."""
    sides = [next((line.strip() for line in field.splitlines() if line.strip()), "") for field in fields[:2]]
    if not all(sides):
        raise fault("has an empty field where a name should be", where=place)
    return Row(pair([sides[0]], [sides[1]]), place=place)
