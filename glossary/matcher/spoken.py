"""How a Chinese name is said as it stands in a text: 特朗普 is not said as 川普, nor 貝森特 as 史考特·貝森特."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.lang.script import is_han
from glossary.matcher.folding import fold
from glossary.matcher.occurrences import Occurrence

__all__ = ["spoken"]


def spoken(one: Occurrence) -> str:
    """The pinyin of the Chinese name that stands there; empty where its term has no reading.

    >>> from glossary.matcher import Matcher
    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Kind, Pair
    >>> matcher = Matcher([from_pair(Pair("Scott Bessent", "史考特·貝森特", Kind.PERSON))])
    >>> [spoken(one) for one in matcher.find("史考特·貝森特說，貝森特來了。")]
    ['Shǐkǎotè Bèisēntè', 'Bèisēntè']
    """
    term = one.name.term
    if term.reading is None or fold(one.text) == fold(term.text):
        return term.reading.pinyin if term.reading else ""
    syllables = _part(fold(term.text), fold(one.text), term.reading.pinyin_numbers.split())
    return _spelt(one, syllables) if all(syllables) else ""


def _spelt(one: Occurrence, syllables: Sequence[str]) -> str:
    from glossary.lang import readings  # its dictionaries take a while to load

    english = next((other.text for other in one.entry.terms if other.lang == "en"), "")
    said = readings.said(one.text, syllables, kind=one.entry.kind, english=english)
    return said.pinyin if said else ""


def _part(whole: str, part: str, syllables: Sequence[str]) -> list[str]:
    """The syllables of a name's part, whose characters the name has in this order; "" for one that it has not.

    >>> _part("中央银行", "央行", ["zhong1", "yang1", "yin2", "hang2"])
    ['yang1', 'hang2']
    """
    if part in whole:
        first = sum(map(is_han, whole[: whole.index(part)]))
        return list(syllables[first : first + sum(map(is_han, part))])
    rest = iter(zip(filter(is_han, whole), syllables, strict=False))
    return [next((said for own, said in rest if own == char), "") for char in part if is_han(char)]
