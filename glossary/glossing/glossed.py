"""Which names of a text have a gloss already: ours or another's, in whatever brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from glossary.documents.markup import TARGET
from glossary.lang.script import HAN, has_han
from glossary.matcher import Occurrence
from glossary.model import Span

__all__ = ["begins_glossed", "brackets", "enclosed", "glossed", "in_rows", "place", "shared"]

# What may stand between a name and its gloss: a possessive, quotation marks, marks of Markdown, the rest of a link,
# tags of HTML, and a space or the end of a line.
_CLOSED = r"</(?:a|b|i|u|em|strong|cite|dfn|mark|span)>"
_LINK = rf"\](?:\((?:{TARGET})?\)|\[[^\[\]\n]*\])"
_GLOSS = re.compile(
    rf"(?:['’]s?|[\"”’」』》*_.]|{_LINK}|\[\^\w+\]|{_CLOSED})*"
    r"(?:[ \t]*\r?\n)?[ \t\u3000]*[(（\[［【〔]((?:[^()（）\[\]［］【】〔〕\n]|\n(?![ \t\r]*\n)){1,80})[)）\]］】〕]"
)
_LONGER = re.compile(  # the rest of a longer name, and its gloss: City (台北市)
    rf"(?:(?: [A-Z][\w'’.-]*){{1,4}}|[{HAN}]{{1,6}}) ?[(（\[［]([^()（）\[\]［］\n]{{1,60}})[)）\]］]"
)
_POSSESSIVE = re.compile(r"['’][sS]?(?!\w)")
_LINK_END = re.compile(rf"[^\[\]\n]*{_LINK}")
_TAGS = re.compile(rf"(?:{_CLOSED})+", re.IGNORECASE)
_MARKS = (
    ("**", "**"),
    ("__", "__"),
    ("*", "*"),
    ("_", "_"),
    ('"', '"'),
    ("“", "”"),
    ("「", "」"),
    ("『", "』"),
    ("《", "》"),
)
_OPENING, _CLOSING = "(（[［【〔", ")）]］】〕"
_ALIKE = {"（": "(", "）": ")", "［": "[", "］": "]"}
_FARTHEST = 300  # characters before a name in which a bracket opens that has it, and after it in which that closes
_SHARED = re.compile(r"(?<=[(（\[［【〔])(?:[Tt]he )?$")
_REST = re.compile(r"[^()（）\[\]［］【】〔〕\n]{0,80}(?=[)）\]］】〕])")
_SECOND = re.compile(r"[ \u3000]?[,，、;；:：][ \u3000]?\S")
_WORD = re.compile(r"[A-Za-z]{2}")
_CELLS = re.compile("[ \u3000]*[\t|][ \u3000]*")


def brackets(text: str, one: Occurrence) -> Span | None:
    """What stands in the brackets right after a name; None where there are none.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.matcher import Matcher
    >>> from glossary.model import Kind, Pair
    >>> text = "He Lifeng’s (何立峰) aides"
    >>> one = Matcher([from_pair(Pair("He Lifeng", "何立峰", Kind.PERSON))]).find(text)[0]
    >>> brackets(text, one).of(text)
    '何立峰'
    """
    found = _GLOSS.match(text, one.span.end) or _GLOSS.match(text, place(text, one))
    return Span(*found.span(1)) if found else None


def place(text: str, one: Occurrence) -> int:
    """The end of a name with its possessive, outside the quotation marks, emphasis or link that it stands in."""
    possessive = None if one.name.chinese else _POSSESSIVE.match(text, one.span.end)
    end = possessive.end() if possessive else one.span.end
    before, after = text[max(0, one.span.start - 2) : one.span.start], text[end : end + 2]
    if before.endswith("[") and (link := _LINK_END.match(text, end)):
        return link.end()
    if before.endswith(">") and (tags := _TAGS.match(text, end)):
        return tags.end()
    return end + next((len(right) for left, right in _MARKS if before.endswith(left) and after.startswith(right)), 0)


def glossed(text: str, found: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, bool]]:
    """Each name, and whether a name in the other language stands in brackets after it.

    What stands in such brackets is a gloss and is left out.
    """
    end = 0
    for one, following in zip_longest(found, found[1:]):
        if one.span.start < end:
            continue
        span = brackets(text, one) or _second(text, one)
        has = span is not None and _is_gloss(span.of(text), one)
        if (
            span is not None
            and has
            and not (following and _is_of(text, following, span) and not _is_one(one, following))
        ):
            end = span.end
            yield one, True
        else:
            yield one, False


def begins_glossed(text: str, one: Occurrence) -> bool:
    """Whether a longer name begins with the name, and has a gloss with the entry's other name: Taipei City (台北市)."""
    found = _LONGER.match(text, one.span.end)
    others = (term.text for term in one.entry.terms if term.is_chinese is not one.name.chinese)
    return found is not None and any(other in found[1] for other in others)


def _is_of(text: str, following: Occurrence, span: Span) -> bool:
    """Whether brackets behind a name hold the next name with its own gloss: Taipei (KMT, 國民黨)."""
    second = _second(text, following) if span.start <= following.span.start < span.end else None
    others = (term.text for term in following.entry.terms if term.is_chinese is not following.name.chinese)
    return second is not None and second.of(text).startswith(tuple(others))


def _is_one(one: Occurrence, other: Occurrence) -> bool:
    return not {name.entry.id for name in one.names}.isdisjoint(name.entry.id for name in other.names)


def shared(text: str, one: Occurrence) -> Span | None:
    """What stands behind a name in brackets that begin with it, empty where it is alone; None if it is in none so.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.matcher import Matcher
    >>> from glossary.model import Kind, Pair
    >>> matcher = Matcher([from_pair(Pair("KMT", "國民黨", Kind.ORGANIZATION))])
    >>> texts = ("the party (KMT) won", "the party (KMT, 國民黨)", "the party (see KMT)")
    >>> [span and span.of(text) for text in texts for span in [shared(text, matcher.find(text)[0])]]
    ['', ', 國民黨', None]
    """
    before = _SHARED.search(text, max(0, one.span.start - 5), one.span.start)
    rest = _REST.match(text, one.span.end) if before else None
    return Span(*rest.span()) if rest else None


def _second(text: str, one: Occurrence) -> Span | None:
    """The name after a comma behind a name, in brackets that begin with it; None where there is none."""
    rest = shared(text, one)
    found = _SECOND.match(text, rest.start, rest.end) if rest else None
    if rest is None or found is None or has_han(found[0][-1]) is one.name.chinese:
        return None
    return Span(found.end() - 1, rest.end)


def enclosed(text: str, one: Occurrence, bracket: str) -> bool:
    """Whether a name stands in brackets of this shape, whatever their width: TSMC in (see TSMC) for （."""
    opening = _ALIKE.get(bracket, bracket)
    closing = _CLOSING[_OPENING.index(opening)] if opening in _OPENING else opening
    before = text[max(0, one.span.start - _FARTHEST) : one.span.start].rpartition("\n\n")[2]
    depth = 0
    for char in before:
        shape = _ALIKE.get(char, char)
        depth = depth + 1 if shape == opening else max(0, depth - 1) if shape == closing else depth
    after = text[one.span.end : one.span.end + _FARTHEST].partition("\n\n")[0]
    return depth > 0 and any(_ALIKE.get(char, char) == closing for char in after)


def in_rows(text: str, found: Sequence[Occurrence]) -> Iterator[Span]:
    """The names that have the other one in the next cell of a table's row; both of them."""
    for one, other in pairwise(found):
        beside = one.name.chinese != other.name.chinese and _CELLS.fullmatch(text, one.span.end, other.span.start)
        if beside and _is_one(one, other):
            yield from (one.span, other.span)


def _is_gloss(content: str, one: Occurrence) -> bool:
    """Whether brackets hold a name in the other language: any Chinese, or any Latin word."""
    return _WORD.search(content) is not None if one.name.chinese else has_han(content)
