"""What is checked: a draft alone, or a translation with its source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from glossary.lang.script import HAN, Script, script_of
from glossary.matcher import Matcher, Occurrence
from glossary.model import Span

__all__ = ["Passage", "Text", "Work", "of_draft", "of_segments", "of_texts"]

_HAN, _WORDS = re.compile(f"[{HAN}]"), re.compile(r"[A-Za-z]+")
_DECIDED = 3  # characters or names of one script for each of the other that make a text one of that script
_BETWEEN = "\n\n"  # between the segments of a bilingual file: no name goes over it


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its names. ``starts`` and ``lines`` tell where each part of it begins, and in which line of the file.

    ``script`` is that of the Chinese in it, ``chinese`` whether it is a Chinese text and not an English one.
    ``segmented``: the parts are segments of a bilingual file, and places are counted in each of them. ``headings``:
    what its document marks as headings.
    """

    path: str
    text: str
    found: tuple[Occurrence, ...]
    script: Script
    chinese: bool
    starts: tuple[int, ...]
    lines: tuple[int, ...]
    segmented: bool = False
    headings: tuple[Span, ...] = ()

    def line(self, offset: int) -> int:
        """The line of the file in which a place of the text is."""
        return self.lines[self._part(offset)]

    def column(self, offset: int) -> int:
        """The place in its line, from 1; 0 in a bilingual file, where it is not known."""
        return 0 if self.segmented else offset - self.starts[self._part(offset)] + 1

    def place(self, offset: int) -> int:
        """The offset in the file's text, or in the segment."""
        return offset - self.starts[self._part(offset)] if self.segmented else offset

    def _part(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def within(self, span: Span) -> tuple[Occurrence, ...]:
        """The names in a stretch of the text."""
        first = bisect_right(self.found, span.start - 1, key=lambda one: one.span.start)
        last = bisect_right(self.found, span.end - 1, key=lambda one: one.span.start)
        return self.found[first:last]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the source and the stretch of the translation that renders it."""

    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Work:
    """A text to check, and for a translation its source and which passage renders which.

    ``matcher``: what a rule asks about a stretch in which the text itself says that something else is meant.
    """

    text: Text
    source: Text | None = None
    passages: tuple[Passage, ...] = ()
    matcher: Matcher | None = None


def of_draft(path: str, text: str, matcher: Matcher, *, headings: tuple[Span, ...] = (), lines: bool = False) -> Work:
    """A draft alone; ``headings`` are those that its document marks as such, ``lines`` is as in finding names."""
    return Work(replace(_text(path, text, matcher, lines=lines), headings=headings), matcher=matcher)


def of_texts(
    source: tuple[str, str], target: tuple[str, str], matcher: Matcher, *, lines: tuple[bool, bool] = (False, False)
) -> Work:
    """A translation with its source, each as (path, text); ``lines`` of both is as in finding names.

    Where both have the same number of lines that are not empty, line renders line; else the whole renders the whole.
    """
    one, other = _text(*source, matcher, lines=lines[0]), _text(*target, matcher, lines=lines[1])
    pairs = (list(_filled(one.text)), list(_filled(other.text)))
    if len(pairs[0]) != len(pairs[1]):
        pairs = ([Span(0, len(one.text))], [Span(0, len(other.text))])
    return Work(other, one, tuple(Passage(*spans) for spans in zip(*pairs, strict=True)))


def of_segments(path: str, segments: Iterable[tuple[str, str, int]], matcher: Matcher) -> Work:
    """A bilingual file of segments, each as (source, target, line); the target is what is checked."""
    rows = [row for row in segments if row[0].strip() and row[1].strip()]
    lines = tuple(row[2] for row in rows) or (1,)
    source, target = [row[0] for row in rows], [row[1] for row in rows]
    spans = zip(_spans(source), _spans(target), strict=True)
    return Work(
        _joined(path, target, matcher, lines=lines),
        _joined(path, source, matcher, lines=lines),
        tuple(Passage(*pair) for pair in spans),
    )


def _joined(path: str, parts: Sequence[str], matcher: Matcher, *, lines: tuple[int, ...]) -> Text:
    text = _BETWEEN.join(parts)
    starts = tuple(span.start for span in _spans(parts)) or (0,)
    return _made(path, text, matcher.find(text), places=(starts, lines), segmented=True)


def _spans(parts: Sequence[str]) -> list[Span]:
    ends = accumulate(len(part) + len(_BETWEEN) for part in parts)
    return [Span(end - len(_BETWEEN) - len(part), end - len(_BETWEEN)) for part, end in zip(parts, ends, strict=True)]


def _text(path: str, text: str, matcher: Matcher, *, lines: bool) -> Text:
    starts = tuple(span.start for span in _lines(text))
    found = matcher.find(text, lines=lines)
    return _made(path, text, found, places=(starts, tuple(range(1, len(starts) + 1))), segmented=False)


def _made(
    path: str,
    text: str,
    found: tuple[Occurrence, ...],
    *,
    places: tuple[tuple[int, ...], tuple[int, ...]],
    segmented: bool,
) -> Text:
    return Text(path, text, found, _script(text, found), is_chinese(text), *places, segmented)


def _script(text: str, found: Sequence[Occurrence]) -> Script:
    """The script that a text is clearly in, by what stands between its names, which may be what is wrong.

    Else by its names, and ``both`` where neither script clearly prevails.
    """
    pieces, done = [], 0
    for one in found:
        pieces.append(text[done : one.span.start])
        done = one.span.end
    between = Counter("".join((*pieces, text[done:])))
    names = Counter(one.text for one in found if one.name.chinese)
    return _prevailing(between) or _prevailing(names) or Script.BOTH


def _prevailing(counted: Counter[str]) -> Script | None:
    """The script in which far more of these characters or names are, None where there is no such one."""
    votes: Counter[Script] = Counter()
    for text, count in counted.items():
        votes[script_of(text)] += count
    hant, hans = votes[Script.HANT], votes[Script.HANS]
    if hant > _DECIDED * hans:
        return Script.HANT
    return Script.HANS if hans > _DECIDED * hant else None


def is_chinese(text: str) -> bool:
    """Whether a text is a Chinese one: it has more Han characters than words in Latin letters.

    >>> is_chinese("台積電（TSMC）漲了"), is_chinese("He Lifeng (何立峰) spoke")
    (True, False)
    """
    return len(_HAN.findall(text)) > 2 * len(_WORDS.findall(text))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _filled(text: str) -> Iterator[Span]:
    return (span for span in _lines(text) if span.of(text).strip())
