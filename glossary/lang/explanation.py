"""Why a name is read and written as it is, in words for people: one line for each character and each other form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.lang import persons, readings, variants
from glossary.lang.mixed import kept
from glossary.lang.script import HAN
from glossary.lang.syllables import marked
from glossary.model import Derivation, Kind, Term, TermType

__all__ = ["forms", "reading"]

_HAN_RUN = re.compile(f"[{HAN}]+")
_READ = {
    "only": "it has no other reading in use",
    "english": "the English name spells it so",
    "name": "a dictionary has the whole name",
    "word": "a dictionary has the word it stands in",
    "surname": "it is a surname here",
    "usage": "proper names mostly have it so",
    "ordinary": "its usual reading, as names do not tell",
    "taiwan": "Taiwan says it so",
    "unknown": "no dictionary reads it",
}
_WRITTEN = {
    "name": "a dictionary has the whole name",
    "surname": "the surname is written so",
    "given": "given names and foreign names mostly have it so",
    "place": "place names mostly have it so",
    "organization": "organizations mostly write it so",
    "phrase": "a phrase table has the word it stands in",
    "ordinary": "its usual counterpart",
}
_FORM = {
    Derivation.EXACT: "every character has one counterpart",
    Derivation.DICTIONARY: "a dictionary has the name or its words",
    Derivation.PRIOR: "the likeliest choice",
    Derivation.STATED: "as given",
}
_REGIONS = {"CN": "the Mainland", "TW": "Taiwan", "HK": "Hong Kong"}


def reading(text: str, *, kind: Kind, english: str = "", region: str = "CN") -> tuple[str, ...]:
    """A line for each Chinese character: how it is read, what decided that, and what else it could be.

    Before them what a person's name is divided into, after them what is kept as it is.

    >>> for line in reading("單田芳", kind=Kind.PERSON): print(line)
    單 + 田芳: surname and given name
    單 shàn: it is a surname here; it could also be dān
    田 tián: it has no other reading in use
    芳 fāng: it has no other reading in use
    """
    traced = readings.trace(text, kind=kind, english=english, region=region)
    lines = (
        _line(f"{one.char} {marked(one.reading)}", _READ[one.source], tuple(map(marked, one.alternatives)))
        for one in traced
    )
    runs = _HAN_RUN.findall(text)
    divided = _division(runs[0], english) if kind is Kind.PERSON and len(runs) == 1 else ()
    return (*divided, *lines, *(f"{one.text}: no Chinese character, kept as it is" for one in kept(text)))


def _division(name: str, english: str) -> tuple[str, ...]:
    """A line on what a person's name is divided into."""
    surname, double, sure = persons.shape(name, english)
    if not surname:
        doubt = "" if sure else "; it could also be surname and given name"
        return (f"{name}: one word, not a surname and a given name{doubt}",)
    parts = [*name[:surname]] if double else [name[:surname]]
    doubt = "" if sure else "; it could also be one foreign name"
    return (f"{' + '.join([*parts, name[surname:]])}: {'two surnames' if double else 'surname'} and given name{doubt}",)


def forms(terms: Sequence[Term], *, kind: Kind) -> tuple[str, ...]:
    """A line for each form of a name, and one for each character of it that could have become another.

    ``terms``: the stated one first, as :func:`glossary.entries.terms.chinese` gives them.

    >>> for line in forms(variants.derive("范伟明", kind=Kind.PERSON), kind=Kind.PERSON): print(line)
    范伟明 (zh-Hans): as given
    范偉明 (zh-Hant-TW): the likeliest choice
      范 → 范: the surname is written so; it could also be 範
    """
    lines = []
    for term in terms:
        if term.type is TermType.VARIANT:
            region = _REGIONS.get(term.lang.rpartition("-")[2], term.lang)
            lines.append(f"{term.text} ({term.lang}): another name, which {region} gives the same thing")
            continue
        lines.append(f"{term.text} ({term.lang}): {_FORM[term.derivation]}")
        if term is not terms[0]:
            open_ = (one for one in variants.choices(terms[0].text, term, kind=kind) if one.source != "only")
            lines.extend("  " + _line(f"{one.char} → {one.chosen}", _WRITTEN[one.source], one.others) for one in open_)
    return tuple(lines)


def _line(what: str, why: str, others: tuple[str, ...]) -> str:
    return f"{what}: {why}" + (f"; it could also be {', '.join(others)}" if others else "")
