"""What glossing puts into a text, and how it is taken away again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from glossary.formats import columns
from glossary.glossing.glossed import begins_glossed, brackets, enclosed, glossed, in_rows, place, shared
from glossary.glossing.styles import Style
from glossary.lang.script import document_script
from glossary.matcher import Matcher, Occurrence, Use
from glossary.matcher.belief import may_be_written
from glossary.matcher.chinese import runs_on
from glossary.matcher.folding import fold
from glossary.matcher.spoken import spoken
from glossary.matcher.stretches import Stretches
from glossary.model import Entry, Kind, Span

__all__ = ["Insertion", "Options", "Scope", "applied", "insertions", "of_names", "removed", "waiting"]

_AFTER = 3  # characters after a Chinese name by which a word is told that has its end
_HEADING = re.compile(
    r"""
      # what a file says of itself: title: …
      \A (?:---|\+\+\+) [ \t]*\n (?=[\w-]+[ ]?[:=]) (?:.*\n){1,99}? (?:---|\+\+\+|\.\.\.) [ \t]*$
      # the first line of a text, which ends as no sentence does, and an empty one
    | \A (?![-*+>|]|\d+[.)]) .{0,99} [^\s.!?:;,。！？：；，、…] [ \t\r]*$ (?=\n[ \t\r]*\n\s*[^\s(（\[])
    | ^[ ]{0,3} (?:(?:>|[-*+]|\d{1,3}[.)])[ ]+)* \#{1,6}[ ].*$
    | ^.+\n[ ]{0,3}(?:=+|-+)[ ]*$
    | ^(?:Chapter|CHAPTER|Part|PART)[ ](?:\d+|[IVXLC]+|[A-Z][A-Za-z]+)\b(?:\.?|.{0,80}[^.!?\s])[ ]*$
    | ^第.{1,4}[章節节回][^，。]{0,40}$
    """,
    re.MULTILINE | re.VERBOSE,
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


def insertions(
    text: str, matcher: Matcher, options: Options, *, headings: Iterable[Span] = ()
) -> tuple[Insertion, ...]:
    """The glosses to put into the text: one for each entry at its first mention, where none of its mentions has one.

    Only what is sure is put in. Passed over are names whose pair nobody reviewed and no text states all but surely,
    everyday words, short names of persons, names that may be a part of longer ones or of a word, and names that two
    entries have; so are headings (those that look so and the ones given), names beside the other one in a table's
    row, and those in brackets with other words.
    """
    return of_names(text, matcher.find(text), options, headings=headings)


def of_names(
    text: str, names: Sequence[Occurrence], options: Options, *, headings: Iterable[Span] = ()
) -> tuple[Insertion, ...]:
    """The same for the names of the text where they are found already."""
    return tuple(one for one in _possible(text, names, options, marked=headings) if may_be_written(one.entry))


def waiting(
    text: str, names: Sequence[Occurrence], options: Options, *, headings: Iterable[Span] = ()
) -> tuple[Entry, ...]:
    """The entries that are not glossed only because their pair is not sure enough until somebody reviews it."""
    return tuple(one.entry for one in _possible(text, names, options, marked=headings) if not may_be_written(one.entry))


def _possible(
    text: str, names: Sequence[Occurrence], options: Options, *, marked: Iterable[Span]
) -> Iterator[Insertion]:
    """The insertions, whether the pair is sure enough or not."""
    found = list(glossed(text, names))
    looking = (match.span() for match in _HEADING.finditer(text))
    headings = sorted({*looking, *((span.start, span.end) for span in marked)})
    section = _sections(headings, options.scope)
    done = {(section(one), name.entry.id) for one, has in found if has for name in one.names}
    in_heading = Stretches(headings).overlap
    rows = set(in_rows(text, names))
    lang = options.lang or document_script(text).tag
    for one, has in found:
        key = (section(one), one.entry.id)
        if has or key in done or one.span in rows or not _takes(text, one, options):
            continue
        if in_heading(one.span.start, one.span.start + 1):
            continue
        offset, gloss = _gloss(text, one, options.style, parts=_parts(one, lang))
        if gloss:
            done.add(key)
            yield Insertion(offset, gloss, one.entry, one.span)


def _takes(text: str, one: Occurrence, options: Options) -> bool:
    """Whether a name is to have a gloss in this style."""
    if not (one.sure and _is_of_one(text, one) and _may_have(one, options)) or one.name.everyday:
        return False
    if begins_glossed(text, one):
        return False
    return not one.name.chinese or not runs_on(fold(one.text), fold(text[one.span.end : one.span.end + _AFTER]))


def _is_of_one(text: str, one: Occurrence) -> bool:
    """Whether a name is one thing's: no other entry has it but as a further name of this very one, as pen names are.

    Not where such another name stands in brackets behind it, which is glossed itself.
    """
    if len(one.names) == 1:
        return True
    content, own, first = brackets(text, one), _names(one.entry), _first_names(one.entry)
    beside = content.of(text) if content else ""
    others = [(_names(name.entry), _first_names(name.entry)) for name in one.names[1:]]
    return all(first <= names and firsts <= own and beside not in firsts for names, firsts in others)


def _first_names(entry: Entry) -> set[str]:
    return {columns.english(entry), columns.chinese(entry)}


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
    """Where the gloss of a name goes, and the gloss.

    Brackets that an acronym has after the name, or that a name has around it, are shared: (TSMC, 台積電). In brackets
    with other words there is none, as it would need brackets within brackets.
    """
    gloss = style.gloss(parts)
    second = f"{_comma(style)}{_inside(gloss, style)}" if gloss else ""
    span = brackets(text, one)
    if second and span is not None and not one.name.chinese and span.of(text) in _names(one.entry):
        return span.end, second
    if not enclosed(text, one, style.before.strip()):
        return place(text, one), gloss
    around = shared(text, one)
    return one.span.end, second if around is not None and not around.of(text) else ""


def _comma(style: Style) -> str:
    return "，" if style.before.strip() == "（" else ", "


def _inside(gloss: str, style: Style) -> str:
    """A gloss without its brackets."""
    return gloss.removeprefix(style.before).removesuffix(style.after)


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
    style, span, around = options.style, brackets(text, one), shared(text, one)
    for lang in dict.fromkeys((options.lang, "zh-Hant", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK")):
        gloss = style.gloss(_parts(one, lang))
        inner = _inside(gloss, style)
        seconds = [f"{comma}{inner}" for comma in (", ", "，") if inner]
        if around is not None and around.of(text) in seconds:
            return around.start, around.of(text)
        if span is None:
            continue
        start = span.start - len(style.before)
        if gloss and text.startswith(gloss, start) and span.end == span.start + len(inner):
            return start, gloss
        second = next((second for second in seconds if span.of(text).endswith(second)), "")
        if second and span.of(text).removesuffix(second) in _names(one.entry):
            return span.end - len(second), second
    return 0, ""
