"""Candidates of records: two fields whose keys say in which languages they name one thing.

``"en": "Tainan", "zh": "台南"`` · ``name_en: Tainan`` over ``name_zh: 台南`` · ``|英文名稱=Tainan``. What is left of
two keys without their languages has to be the same. The word of a language is a row of the table ``record_keys``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from glossary import tables
from glossary.candidates.lines import SHORT, of_names
from glossary.candidates.wide import Line
from glossary.lang.script import HAN
from glossary.model import Candidate, Form, SlotKind, Span

__all__ = ["find"]

_LONGEST_LINE = 400
_REACH = 4  # lines of a record above and below
_QUOTE = r"[\"'`]?"
_LATIN = r"[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ .,&'’/-]{0,80}[A-Za-z0-9À-ɏ.’']"
_HANS = rf"[{HAN}][{HAN}·・0-9A-Za-z]{{0,23}}"
_FIELD = re.compile(
    rf"(?<![\w-]){_QUOTE}(?P<key>[A-Za-z][\w.-]{{0,24}}|[{HAN}]{{1,6}}){_QUOTE}[ \t]*[:=：][ \t]*(?P<mark>[\"'`]?)"
    rf"(?:(?P<english>{_LATIN}){SHORT}|(?P<chinese>{_HANS}))(?:(?P=mark)(?=\s*[,;}}\])|]|\s*$)|(?=\s*\n))",
    re.MULTILINE,
)
_HAN_KEY = re.compile(rf"[{HAN}]{{1,6}}{_QUOTE}[ \t]*[:=：]")
_OPENS = re.compile(r"\s*(?:[-*]\s|\{)")  # a record
_KEY_PARTS = re.compile(rf"[A-Z]?[a-z]+|[A-Z]+|[{HAN}]+|\d+")


class _Field(NamedTuple):
    """A field of a record."""

    stem: tuple[str, ...]  # its key in small letters, without the words for a language
    language: str  # the kind of slot that those words say, or ""
    value: Span
    chinese: bool  # whether the value is
    short: tuple[int, int]  # where an acronym stands behind the value, or (-1, -1)


def find(text: str, line: Line) -> Iterator[Candidate]:
    """The candidates whose Chinese field stands in the line.

    >>> [[slot.text for slot in c.slots] for c in find('{"en": "Tainan", "zh": "台南"}', Line(0, 0, 24, 28))]
    [['Tainan', '台南']]
    """
    if line.end - line.start > _LONGEST_LINE or not _begins_field(text, line):
        return
    own = list(_fields(text, line.start, line.end))
    for field in own:
        if field.chinese and field.language == SlotKind.HAN:
            english = _partner(field, own) or _partner(field, _around(text, line))
            if english:
                yield of_names(text, (english.value, field.value), form=Form.TABLE, short=english.short)


def _begins_field(text: str, line: Line) -> bool:
    """Whether the first Han of the line is the value of a field or a key: quick, as hardly any line of a text is so."""
    before = text[max(line.start, line.first - 4) : line.first].rstrip(" \t\"'`")
    return before.endswith((":", "=")) or _HAN_KEY.match(text, line.first) is not None


def _fields(text: str, start: int, end: int) -> Iterator[_Field]:
    """The fields between the two places, but for those whose keys name two languages."""
    for found in _FIELD.finditer(text, start, end):
        parts = [part.casefold() for part in _KEY_PARTS.findall(found["key"])]
        named = {_languages()[part] for part in parts if part in _languages()}
        if len(named) <= 1:
            stem = tuple(part for part in parts if part not in _languages())
            value = Span(*found.span("english" if found["english"] else "chinese"))
            yield _Field(stem, "".join(named), value, bool(found["chinese"]), found.span("short"))


def _languages() -> Mapping[str, str]:
    """The kind of slot of each word of a key."""
    return tables.mapping("record_keys")


def _partner(chinese: _Field, fields: list[_Field]) -> _Field | None:
    """The field of the same key in English, the nearest above before those below; else one that names no language."""
    own, place = chinese.stem, chinese.value.start
    same = [field for field in fields if field.stem == own and field.language != SlotKind.HAN and not field.chinese]
    near = sorted(same, key=lambda one: (one.language == "", one.value.start > place, abs(one.value.start - place)))
    return near[0] if near else None


def _around(text: str, line: Line) -> list[_Field]:
    """The fields of the lines above and below, to the next empty line, or where another record begins or ends."""
    start, end = line.start, line.end
    for _ in range(_REACH):
        above = text.rfind("\n", 0, max(0, start - 1)) + 1
        if start == 0 or start - above > _LONGEST_LINE or _OPENS.match(text, start) or _ends(text[above:start]):
            break
        start = above
    for _ in range(_REACH):
        below = text.find("\n", end + 1)
        below = len(text) if below < 0 else below
        if end == len(text) or below - end > _LONGEST_LINE or _OPENS.match(text, end + 1) or _ends(text[end:below]):
            break
        end = below
    return list(_fields(text, start, end))


def _ends(line: str) -> bool:
    """Whether the line parts two records."""
    return line.strip(" \t\n,{}[]|-") == ""
