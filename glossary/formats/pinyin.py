"""The reading that a file gives in pinyin, in whatever notation, as a reading of ours."""

from __future__ import annotations

from glossary.lang import pinyin, readings
from glossary.model import Kind, Reading, Term

__all__ = ["reading_of"]


def reading_of(cell: str, term: Term, *, kind: Kind, english: str = "") -> Reading | None:
    """The reading that ``cell`` gives a term; None where it is the term's own, or none of so many syllables.

    >>> own = readings.read("重慶", kind=Kind.PLACE)
    >>> found = reading_of("Zhong4 qing4", Term("重慶", "zh-Hant", reading=own), kind=Kind.PLACE)
    >>> found.pinyin, found.zhuyin, reading_of("chóng qìng", Term("重慶", "zh-Hant", reading=own), kind=Kind.PLACE)
    ('Zhòngqìng', 'ㄓㄨㄥˋ ㄑㄧㄥˋ', None)
    """
    if term.reading is None:
        return None
    said = pinyin.of_name(cell, term.text)
    found = readings.said(term.text, said, kind=kind, english=english) if said else None
    return found if found and found.pinyin_numbers != term.reading.pinyin_numbers else None
