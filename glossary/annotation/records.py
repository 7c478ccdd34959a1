"""JSON, one object for each mark and line."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from glossary.annotation.cards import Card, cards, key
from glossary.annotation.marks import Mark
from glossary.annotation.pages import Page
from glossary.documents.places import named
from glossary.files import printable

__all__ = ["write"]


def write(page: Page, marks: Sequence[Mark]) -> str:
    """The marks as JSON Lines: path, line, start and end (code points of the text), what stands there, the entry.

    Of a document also the place: its page, paragraph or segment.
    """
    ends = list(accumulate(len(line) + 1 for line in page.text.split("\n")))
    said = cards(mark.occurrence for mark in marks)
    place = named(page.places)
    records = (
        {
            "path": page.path,
            "line": bisect_left(ends, mark.occurrence.span.start + 1) + 1,
            **({"place": place(mark.occurrence.span.start)} if page.places else {}),
            **_record(mark, said[key(mark.occurrence)]),
        }
        for mark in marks
    )
    return "".join(printable(json.dumps(record, ensure_ascii=False)) + "\n" for record in records)


def _record(mark: Mark, said: Card) -> dict[str, object]:
    one = mark.occurrence
    return {
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "entry": one.entry.id,
        "others": [name.entry.id for name in one.names[1:]],
        "term": one.name.term.text,
        "lang": one.name.term.lang,
        "use": one.name.use,
        "sure": one.sure,
        "first": mark.first,
        "review": said.unsure,
        "kind": said.kind,
        "english": said.english,
        "chinese": said.forms,
        "pinyin": said.pinyin,
    }
