"""Yomitan dictionary: names under the cursor in a browser, Chinese ones by default, English ones with ``--from en``.

Spec: Yomitan's dictionary format 3 and its JSON schemas: a ZIP with ``index.json``, ``term_bank_N.json`` (10,000 rows
each) and ``tag_bank_1.json``. Every form of a name, in both scripts and as other regions have it, has a row with the
pinyin and the ``sequence`` of its entry; the definition is structured content with the names, kind, note, sentence and
source.

Limits: one sentence for each entry. ``revision`` is the time of the newest change, in seconds since 1970.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO, TypeAlias

from glossary.formats import columns
from glossary.formats.archive import archive, part
from glossary.formats.article import chinese_terms
from glossary.formats.format import Options, Side
from glossary.formats.losses import Report
from glossary.model import Entry, Kind

__all__ = ["write"]

_BANK = 10_000  # rows of a file
_Content: TypeAlias = dict[str, Any]


def _div(text: str, *, lang: str, size: str = "1em") -> _Content:
    return {"tag": "div", "lang": lang, "content": text, "style": {"fontSize": size}}


def _definition(entry: Entry, options: Options) -> _Content:
    """The article of an entry as structured content."""
    said = columns.reading(entry, options.lang)
    rows = (
        (columns.english(entry), "en", "1.2em"),
        (columns.traditional(entry, options.lang), "zh-Hant", "1.2em"),
        (columns.simplified(entry, options.lang), "zh-Hans", "1.2em"),
        ("  ".join(filter(None, (said.pinyin, said.zhuyin))) if said else "", "zh-Latn", "1em"),
        ("; ".join(columns.aliases(entry, options.lang)), "en", "1em"),
        (_not_used(entry, options), "en", "1em"),
        (entry.note, "en", "1em"),
        (columns.context(entry), "en", "0.9em"),
        (columns.source(entry), "en", "0.8em"),
    )
    return {
        "type": "structured-content",
        "content": [_div(text, lang=lang, size=size) for text, lang, size in rows if text],
    }


def _not_used(entry: Entry, options: Options) -> str:
    names = columns.unused(entry, options.lang)
    return f"not: {'; '.join(names)}" if names else ""


def _rows(entry: Entry, options: Options, *, sequence: int) -> Iterator[list[Any]]:
    """A row of the term bank for every form of the source side's names."""
    tags = columns.kind(entry)
    score = len(entry.mentions)
    definition = [_definition(entry, options)]
    if options.source == Side.ENGLISH:
        words = [(term.text, "") for term in columns.in_use(entry, "en")]
    else:
        fallback = columns.reading(entry, options.lang)
        words = [
            (term.text, said.pinyin if (said := term.reading or fallback) else "")
            for term in chinese_terms(entry, options)
        ]
    for word, reading in dict(words).items():
        if word.strip():
            yield [word, reading, tags, "", score, definition, sequence, ""]


def _index(options: Options, *, newest: int) -> _Content:
    source, target = ("en", "zh") if options.source == Side.ENGLISH else ("zh", "en")
    return {
        "title": options.title,
        "format": 3,
        "revision": str(newest),
        "sequenced": True,
        "author": "glossary",
        "sourceLanguage": source,
        "targetLanguage": target,
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that have a name of the source side and returns their number."""
    count = newest = 0

    def found() -> Iterator[list[Any]]:
        nonlocal count, newest
        for sequence, entry in enumerate(entries, start=1):
            rows = list(_rows(entry, options, sequence=sequence))
            if not rows:
                report.leave_out(entry, "it has no name that could be looked up")
            count += bool(rows)
            newest = max(newest, entry.modified)
            yield from rows

    rows = found()
    with archive(stream) as made:
        for number in range(1, 1_000_000):
            bank = list(islice(rows, _BANK))
            if not bank and number > 1:
                break
            with part(made, f"term_bank_{number}.json") as file:
                file.write(_json(bank))
        with part(made, "tag_bank_1.json") as file:
            file.write(_json([[kind.value, "name", 0, kind.value, 0] for kind in Kind if kind is not Kind.OTHER]))
        with part(made, "index.json") as file:
            file.write(_json(_index(options, newest=newest)))
    return count
