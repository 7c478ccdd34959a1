"""Tables for the termbases of memoQ and Trados (MultiTerm, Glossary Converter): a row for each entry.

``memoq``: CSV for *Import terms from table*: a header, a column a language, other names of a language behind ``|`` (say
so under "split alternatives by"). ``multiterm``: text with tabs for Glossary Converter and MultiTerm Convert: a header
of language names, other names behind ``|``, the fields Kind, Pinyin and Note. UTF-8, LF. Without ``--lang`` there are
columns for traditional and for simplified characters.

Limits: a name that holds ``|`` is left out, as it would be taken for two; a line break or tab becomes a space.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from glossary.formats import columns
from glossary.formats.fitting import BREAKS, fitted
from glossary.formats.format import Audience, Options
from glossary.formats.losses import Report
from glossary.formats.renderings import names
from glossary.formats.tabular import TABS, Dialect, line
from glossary.model import Entry, Term

__all__ = ["FIELDS", "LACK", "about", "languages", "sides", "write_memoq", "write_multiterm"]

_CALLED = {
    "memoq": {
        "en": "English", "zh-Hant": "Chinese (Taiwan)", "zh-Hant-TW": "Chinese (Taiwan)",
        "zh-Hant-HK": "Chinese (Hong Kong S.A.R.)", "zh-Hans": "Chinese (PRC)", "zh-Hans-CN": "Chinese (PRC)",
    },
    "multiterm": {
        "en": "English", "zh-Hant": "Chinese (Traditional, Taiwan)", "zh-Hant-TW": "Chinese (Traditional, Taiwan)",
        "zh-Hant-HK": "Chinese (Traditional, Hong Kong SAR)", "zh-Hans": "Chinese (Simplified, China)",
        "zh-Hans-CN": "Chinese (Simplified, China)",
    },
}  # fmt: skip
FIELDS = {"memoq": ("Entry_Subject", "Entry_Note"), "multiterm": ("Kind", "Pinyin", "Note")}
_DIALECTS = {"memoq": Dialect(), "multiterm": TABS}
_BETWEEN = "|"
LACK = "it has no name in the languages chosen"


def languages(options: Options) -> tuple[str, ...]:
    """The languages of the columns of Chinese names.

    >>> languages(Options()), languages(Options(lang="zh-Hant-HK"))
    (('zh-Hant', 'zh-Hans'), ('zh-Hant-HK',))
    """
    return (options.lang,) if options.lang else ("zh-Hant", "zh-Hans")


def sides(entry: Entry, options: Options) -> list[list[Term]]:
    """The names in use for each column, the preferred one first: English, then each Chinese.

    >>> from glossary.model import Kind
    >>> [[term.text for term in side] for side in sides(Entry("e1", Kind.PLACE, (Term("Taipei", "en"),)), Options())]
    [['Taipei'], [], []]
    """
    audience = options.audience or Audience.PEOPLE
    each = [names(entry, replace(options, lang=lang, source=None), audience=audience) for lang in languages(options)]
    return [each[0][0], *(chinese for _, chinese in each)]


def about(entry: Entry, options: Options) -> dict[str, str]:
    """What is said of the entry, by field."""
    kind, pinyin = columns.kind(entry), columns.pinyin(entry, options.lang)
    both = "; ".join(filter(None, (pinyin, entry.note)))
    return {"Kind": kind, "Pinyin": pinyin, "Note": entry.note, "Entry_Subject": kind, "Entry_Note": both}


def _cell(terms: list[Term], *, entry: Entry, report: Report) -> str:
    """The names of one language in one cell."""
    whole = [term.text for term in terms if _BETWEEN not in term.text]
    if len(whole) < len(terms):
        report.leave_out(entry, f"a name with {_BETWEEN} would be taken for two")
    return _BETWEEN.join(whole)


def _write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report, program: str) -> int:
    called, fields, dialect = _CALLED[program], FIELDS[program], _DIALECTS[program]
    stream.write(line((called["en"], *(called[lang] for lang in languages(options)), *fields), dialect))
    count = 0
    for entry in entries:
        cells = [_cell(terms, entry=entry, report=report) for terms in sides(entry, options)]
        if not any(cells):
            report.leave_out(entry, LACK)
            continue
        said = about(entry, options)
        row = fitted((*cells, *(said[field] for field in fields)), BREAKS, entry=entry, report=report)
        stream.write(line(row, dialect))
        count += 1
    return count


write_memoq = partial(_write, program="memoq")
write_multiterm = partial(_write, program="multiterm")
