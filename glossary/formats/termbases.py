"""Tables for the termbases of memoQ, Trados (MultiTerm, Glossary Converter) and Phrase: a row for each entry.

``memoq``: CSV for *Import terms from table*: a header, a column a language, other names of a language behind ``|`` (say
so under "split alternatives by"). ``multiterm``: text with tabs for Glossary Converter and MultiTerm Convert: a header
of language names, other names behind ``|``, the fields Kind, Pinyin and Note. ``phrase``: workbook for Phrase TMS: a
row for each name, kept together by ``CID``, with the status of the name. UTF-8. Without ``--lang`` there are columns
for traditional and for simplified characters.

Limits: a name that holds ``|`` is left out where it would be taken for two; a line break or tab becomes a space.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import BinaryIO

from glossary.formats import columns, xlsx
from glossary.formats.fitting import BREAKS, fitted
from glossary.formats.format import Audience, Options
from glossary.formats.losses import UNUSED, Report
from glossary.formats.renderings import names
from glossary.formats.tabular import TABS, Dialect, line
from glossary.model import Entry, Kind, Term

__all__ = ["FIELDS", "write_memoq", "write_multiterm", "write_phrase"]

_LANGUAGES = {
    "memoq": {
        "en": "English", "zh-Hant": "Chinese (Taiwan)", "zh-Hant-TW": "Chinese (Taiwan)",
        "zh-Hant-HK": "Chinese (Hong Kong S.A.R.)", "zh-Hans": "Chinese (PRC)", "zh-Hans-CN": "Chinese (PRC)",
    },
    "multiterm": {
        "en": "English", "zh-Hant": "Chinese (Traditional, Taiwan)", "zh-Hant-TW": "Chinese (Traditional, Taiwan)",
        "zh-Hant-HK": "Chinese (Traditional, Hong Kong SAR)", "zh-Hans": "Chinese (Simplified, China)",
        "zh-Hans-CN": "Chinese (Simplified, China)",
    },
    "phrase": {
        "en": "en", "zh-Hant": "zh_tw", "zh-Hant-TW": "zh_tw", "zh-Hant-HK": "zh_hk", "zh-Hans": "zh_cn",
        "zh-Hans-CN": "zh_cn",
    },
}  # fmt: skip
FIELDS = {"memoq": ("Entry_Subject", "Entry_Note"), "multiterm": ("Kind", "Pinyin", "Note")}
_BETWEEN = "|"
_LACK = "it has no name in the languages chosen"


def _languages(options: Options) -> tuple[str, ...]:
    return (options.lang,) if options.lang else ("zh-Hant", "zh-Hans")


def _names(entry: Entry, options: Options) -> list[list[Term]]:
    """The names in use for each column: English, then each Chinese."""
    found = []
    for lang in _languages(options):
        english, chinese = names(
            entry, replace(options, lang=lang, source=None), audience=options.audience or Audience.PEOPLE
        )
        found.append(chinese)
    return [english, *found]


def _cell(terms: list[Term], *, entry: Entry, report: Report) -> str:
    whole = [term.text for term in terms if _BETWEEN not in term.text]
    if len(whole) < len(terms):
        report.leave_out(entry, f"a name with {_BETWEEN} would be taken for two")
    return _BETWEEN.join(whole)


def _about(entry: Entry, options: Options) -> dict[str, str]:
    said = columns.reading(entry, options.lang)
    kind = "" if entry.kind is Kind.OTHER else entry.kind.value
    pinyin = said.pinyin if said else ""
    return {
        "Kind": kind,
        "Pinyin": pinyin,
        "Note": entry.note,
        "Entry_Subject": kind,
        "Entry_Note": "; ".join(filter(None, (pinyin, entry.note))),
    }


def _write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report, program: str) -> int:
    dialect = Dialect() if program == "memoq" else TABS
    called = _LANGUAGES[program]
    header = (called["en"], *(called[lang] for lang in _languages(options)), *FIELDS[program])
    stream.write(line(header, dialect))
    count = 0
    for entry in entries:
        cells = [_cell(terms, entry=entry, report=report) for terms in _names(entry, options)]
        about = _about(entry, options)
        if any(cells):
            count += 1
            stream.write(
                line(
                    fitted((*cells, *(about[name] for name in FIELDS[program])), BREAKS, entry=entry, report=report),
                    dialect,
                )
            )
        else:
            report.leave_out(entry, _LACK)
    return count


write_memoq = partial(_write, program="memoq")
write_multiterm = partial(_write, program="multiterm")


_PHRASE_ABOUT = (
    ("CID", "The rows of one number are one entry."),
    ("en, zh_tw, zh_cn …", "The names."),
    ("preferred, forbidden", "Whether the names of the row are those to use, or not to be used."),
)


def _phrase_rows(entries: Iterable[Entry], options: Options, report: Report) -> Iterator[tuple[Entry, Iterable[str]]]:
    for entry in entries:
        sides = _names(entry, options)
        unused = [
            [t for t in entry.terms if t.status in UNUSED and t.lang.startswith(side)]
            for side in ("en", *(lang[:7] for lang in _languages(options)))
        ]
        rows = [*zip_longest(*sides), *zip_longest(*unused)]
        about = _about(entry, options)
        if not any(sides):
            report.leave_out(entry, _LACK)
            continue
        for number, terms in enumerate(rows):
            forbidden = any(term is not None and term.status in UNUSED for term in terms)
            status = (str(number == 0).upper(), str(forbidden).upper())
            yield (
                entry,
                (
                    entry.id,
                    *(term.text if term else "" for term in terms),
                    *status,
                    about["Kind"],
                    about["Pinyin"],
                    entry.note,
                ),
            )


def write_phrase(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that have a name and returns their number."""
    called = _LANGUAGES["phrase"]
    header = (
        "CID",
        called["en"],
        *(called[lang] for lang in _languages(options)),
        "preferred",
        "forbidden",
        "kind",
        "pinyin",
        "note",
    )
    return xlsx.write_rows(stream, header, _phrase_rows(entries, options, report), report=report, about=_PHRASE_ABOUT)
