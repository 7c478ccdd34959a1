"""What glossing puts into a text, and how it is taken away again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from glossary.formats import columns
from glossary.glossing.glossed import brackets, glossed, in_rows, place
from glossary.glossing.styles import Style
from glossary.lang.script import document_script
from glossary.matcher import Matcher, Occurrence, Use
from glossary.matcher.spoken import spoken
from glossary.matcher.stretches import Stretches
from glossary.model import Entry, Kind, Span

__all__ = ["Insertion", "Options", "Scope", "applied", "insertions", "of_names", "removed"]

_HEADING = re.compile(
    r"^ {0,3}#{1,6} .*$|^.+\n {0,3}(?:=+|-+) *$|^(?:Chapter|Part) \S+.*$|^第.{1,4}[章節节]", re.MULTILINE
)


class Scope(StrEnum):
    """How often a name is glossed: once in the document, or once in each section that a heading begins."""

    DOCUMENT = "document"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Options:
    """How a draft is glossed.

    ``lang``: which Chinese names to put in (``zh-Hant-TW``); where empty, those of the script that the draft has.
    ``kinds``: gloss only these kinds of names; where empty, all.
    """

    style: Style
    scope: Scope = Scope.DOCUMENT
    lang: str = ""
    kinds: frozenset[Kind] = frozenset()


@dataclass(frozen=True, slots=True)
class Insertion:
    """A gloss to be put in at ``offset`` (code points of the text) for the name of ``entry`` at ``name``."""

    offset: int
    text: str
    entry: Entry
    name: Span


def insertions(text: str, matcher: Matcher, options: Options) -> tuple[Insertion, ...]:
    """The glosses to put into the text: one for each entry at its first mention, where none of its mentions has one.

    Headings are passed over, as are names beside the other one in a table's row, short names of persons, names that may
    be a part of longer ones, and names that two entries have.
    """
    return of_names(text, matcher.find(text), options)


def of_names(text: str, names: Sequence[Occurrence], options: Options) -> tuple[Insertion, ...]:
    """The same for the names of the text where they are found already."""
    found = list(glossed(text, names))
    headings = [match.span() for match in _HEADING.finditer(text)]
    section = _sections(headings, options.scope)
    done = {(section(one), name.entry.id) for one, has in found if has for name in one.names}
    in_heading = Stretches(headings).overlap
    rows = set(in_rows(text, names))
    lang = options.lang or document_script(text).tag
    made = []
    for one, has in found:
        key = (section(one), one.entry.id)
        if has or key in done or one.span in rows or not _takes(one, options):
            continue
        if in_heading(one.span.start, one.span.start + 1):
            continue
        offset, gloss = _gloss(text, one, options.style, parts=_parts(one, lang))
        if gloss:
            done.add(key)
            made.append(Insertion(offset, gloss, one.entry, one.span))
    return tuple(made)


def _takes(one: Occurrence, options: Options) -> bool:
    """Whether a name is to have a gloss in this style."""
    return one.sure and len(one.names) == 1 and _may_have(one, options)


def _may_have(one: Occurrence, options: Options) -> bool:
    """Whether a name can have a gloss of ours, put in when more of the text could be told than now, perhaps."""
    if one.name.use is Use.LATER or one.name.chinese != (options.style.first == "zh"):
        return False
    return not options.kinds or one.entry.kind in options.kinds


def _sections(headings: Iterable[tuple[int, int]], scope: Scope) -> Callable[[Occurrence], int]:
    """The function that tells the number of the section in which a name stands."""
    begins = [start for start, _ in headings] if scope is Scope.SECTION else []
    return lambda one: bisect_right(begins, one.span.start)


def _parts(one: Occurrence, lang: str) -> dict[str, str]:
    """The parts of a name's gloss: the names, and the reading of the Chinese one that will stand there."""
    entry = one.entry
    return {
        "en": columns.english(entry),
        "zh": columns.chinese(entry, lang) or columns.chinese(entry),
        "pinyin": spoken(one) if one.name.chinese else columns.pinyin(entry, lang) or columns.pinyin(entry),
    }


def _gloss(text: str, one: Occurrence, style: Style, *, parts: dict[str, str]) -> tuple[int, str]:
    """Where the gloss of a name goes, and the gloss; an acronym in brackets after it shares them: (TSMC, 台積電)."""
    gloss = style.gloss(parts)
    span = brackets(text, one)
    if gloss and span is not None and not one.name.chinese and span.of(text) in _names(one.entry):
        comma = "，" if style.before.strip() == "（" else ", "
        return span.end, comma + gloss.removeprefix(style.before).removesuffix(style.after)
    return place(text, one), gloss


def _names(entry: Entry) -> set[str]:
    return {term.text for term in entry.terms}


def applied(text: str, found: Iterable[Insertion]) -> str:
    """The text with the insertions."""
    pieces, done = [], 0
    for one in sorted(found, key=lambda one: one.offset):
        pieces += [text[done : one.offset], one.text]
        done = one.offset
    return "".join((*pieces, text[done:]))


def removed(text: str, matcher: Matcher, options: Options) -> str:
    """The text without the glosses of names of the glossary that have this style.

    A gloss that somebody else wrote in the same style for the same name goes, too: nothing tells it from ours.
    """
    pieces, done = [], 0
    for one, has in glossed(text, matcher.find(text)):
        if not has or not _may_have(one, options):
            continue
        offset, gloss = _found_gloss(text, one, options)
        if gloss:
            pieces.append(text[done:offset])
            done = offset + len(gloss)
    return "".join((*pieces, text[done:]))


def _found_gloss(text: str, one: Occurrence, options: Options) -> tuple[int, str]:
    """Where in the text a gloss of ours stands after a name, and the gloss; an empty one where there is none."""
    span = brackets(text, one)
    if span is None:
        return 0, ""
    style = options.style
    for lang in dict.fromkeys((options.lang, "zh-Hant", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK")):
        gloss = style.gloss(_parts(one, lang))
        inner = gloss.removeprefix(style.before).removesuffix(style.after)
        start = span.start - len(style.before)
        if gloss and text.startswith(gloss, start) and span.end == span.start + len(inner):
            return start, gloss
        shared = [f"{comma}{inner}" for comma in (", ", "，") if inner and span.of(text).endswith(f"{comma}{inner}")]
        if shared and span.of(text).removesuffix(shared[0]) in _names(one.entry):
            return span.end - len(shared[0]), shared[0]
    return 0, ""
