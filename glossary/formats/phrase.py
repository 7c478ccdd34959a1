"""Phrase TMS term base: a workbook with a row for each name, the rows of an entry kept together by ``CID``.

Spec: Phrase help, "Term bases", import of XLSX: a header with ``CID``, a column for each language under its code
(``en``, ``zh_tw``, ``zh_cn``), and the status of the names of the row, TRUE or FALSE. Without ``--lang`` there are
columns for traditional and for simplified characters.

Limits: as xlsx for the length of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import BinaryIO

from glossary.formats import xlsx
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.formats.termbases import LACK, about, languages, sides
from glossary.model import Entry, Term

__all__ = ["write"]

_CODES = {"zh-Hant": "zh_tw", "zh-Hant-TW": "zh_tw", "zh-Hant-HK": "zh_hk", "zh-Hans": "zh_cn", "zh-Hans-CN": "zh_cn"}
_STATUS = ("preferred", "forbidden")
_FIELDS = ("Kind", "Pinyin", "Note")
_ABOUT = (
    ("CID", "The rows of one number are one entry."),
    ("en, zh_tw, zh_cn …", "The names."),
    ("preferred, forbidden", "Whether the names of the row are those to use, or not to be used."),
)


def _unused(entry: Entry, options: Options) -> list[list[Term]]:
    """The names that are not to be used, for each column."""
    prefixes = ("en", *(lang[:7] for lang in languages(options)))
    return [[t for t in entry.terms if not t.status.in_use and t.lang.startswith(prefix)] for prefix in prefixes]


def _rows_of(entry: Entry, options: Options) -> Iterator[tuple[str, ...]]:
    """The rows of an entry: first the preferred names, last those not to be used."""
    used = list(zip_longest(*sides(entry, options)))
    said = about(entry, options)
    for number, terms in enumerate([*used, *zip_longest(*_unused(entry, options))]):
        texts = (term.text if term else "" for term in terms)
        status = (number == 0, number >= len(used))
        yield entry.id, *texts, *(str(one).upper() for one in status), *(said[field] for field in _FIELDS)


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that have a name and returns their number."""

    def rows() -> Iterator[tuple[Entry, tuple[str, ...]]]:
        for entry in entries:
            if any(sides(entry, options)):
                yield from ((entry, row) for row in _rows_of(entry, options))
            else:
                report.leave_out(entry, LACK)

    header = ("CID", "en", *(_CODES[lang] for lang in languages(options)), *_STATUS, *map(str.lower, _FIELDS))
    return xlsx.write_rows(stream, header, rows(), report=report, about=_ABOUT)
