"""Line breaks that only wrap a paragraph of plain text, as in mail, READMEs and reStructuredText.

A paragraph is wrapped where all its lines but the last are nearly as wide as the widest, and the first word of the
next one would not have found room. Lines of lists, tables and headings stay apart. Widths are in columns, of which a
Chinese character has two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

__all__ = ["IN_WORD", "unwrapped"]

_NARROWEST, _WIDEST = 50, 120  # columns of a line
_RAGGED, _RAGGED_WIDE = 25, 14  # columns that may be missing at its end, and at that of a line of Chinese
_FEWEST = 3  # lines that show how wide a text is wrapped
_WIDE = "\u3001-\u3017\u3400-\u9fff\uff01-\uff60"
_ENDING, _BEGINNING = rf"[A-Za-zÀ-ɏ0-9,'’\"”*_{_WIDE}-]", rf" {{0,8}}[A-Za-zÀ-ɏ\"“‘'*_({_WIDE}]"
_MAY_GO_ON = re.compile(rf"\n(?<={_ENDING}\n){_BEGINNING}")
_ENDS, _BEGINS = re.compile(f"{_ENDING}$"), re.compile(_BEGINNING)  # no bullet, number, heading or bar
_SOLID = re.compile(rf"(?:[{_WIDE}]\n|[A-Za-zÀ-ɏ]-\n(?=[A-Za-zÀ-ɏ])|\n(?=[{_WIDE}]))(?![(（])")
IN_WORD, _IN_LINE = "\u2060", " "  # the first shows nowhere
_ITEM = re.compile(r"\s*(?:[*_+-]\s|\d{1,3}[.)]\s)")
_WORD = re.compile(rf"\s*([{_WIDE}]|[^\s{_WIDE}]+)")
_HANGING = 2  # columns of a stop, which begins no line and takes the character before it along


_Measure: TypeAlias = Callable[[str], int]


class _Wrap(NamedTuple):
    """How a text is wrapped."""

    measure: _Measure
    width: int


def unwrapped(text: str) -> str:
    r"""The text of the same length with the line breaks that only wrap its paragraphs as spaces.

    >>> text = (
    ...     "The story was told in ballads, and long afterwards it was made into the film Robin\n"
    ...     "Hood (羅賓漢), which was shot in England by people who had been there before and who\n"
    ...     "liked it."
    ... )
    >>> unwrapped(text).count("\n"), len(unwrapped(text)) == len(text)
    (0, True)
    >>> unwrapped("Robin Hood (羅賓漢)\nMaid Marian (瑪麗安)\n").count("\n")
    2
    """
    if _MAY_GO_ON.search(text) is None:
        return text  # as most; found at the speed of memory
    lines = text.split("\n")
    if all(end - start < _FEWEST for start, end in _groups(lines, len)):
        return text
    soft = _soft(lines, len) | (set() if text.isascii() else _soft(lines, _columns))
    ends = (_joint(*lines[place : place + 2]) if place in soft else "\n" for place in range(len(lines) - 1))
    return "".join(part for pair in zip(lines, ends) for part in pair) + lines[-1]  # noqa: B905 - the last has no end


def _soft(lines: Sequence[str], measure: _Measure) -> set[int]:
    """The lines that go on in the next one, with widths measured so: some programs count characters, some columns."""
    groups = [*_groups(lines, measure)]
    widths = Counter(width for group in groups if (width := _full_width(lines[slice(*group)], measure)))
    if not widths:
        return set()
    usual = widths.most_common(1)[0][0]
    return {place for group in groups for place in _within(lines, group, _Wrap(measure, usual))}


def _groups(lines: Sequence[str], measure: _Measure) -> Iterator[tuple[int, int]]:
    """From where to where lines stand together, no one of them empty or too wide, two at least."""
    start = 0
    for place, line in enumerate((*lines, "")):
        if not line or len(line) > _WIDEST or measure(line) > _WIDEST:
            if place - start > 1:
                yield start, place
            start = place + 1


def _within(lines: Sequence[str], group: tuple[int, int], wrap: _Wrap) -> Iterator[int]:
    """The lines of a group that go on in the next one; ``wrap``: as most of the text is wrapped."""
    wrap = wrap._replace(width=_full_width(lines[slice(*group)], wrap.measure) or wrap.width)
    for place in range(group[0], group[1] - 1):
        if _goes_on(lines[place], lines[place + 1], wrap):
            yield place


def _full_width(group: Sequence[str], measure: _Measure) -> int:
    """The width of the widest line if all but the last are nearly as wide, and are no items; else 0."""
    width = max(map(measure, group))
    if len(group) < _FEWEST or width < _NARROWEST or any(_ITEM.match(line) or "|" in line for line in group[1:]):
        return 0
    return width if all(measure(line) >= width - _ragged(line) for line in group[:-1]) else 0


def _goes_on(line: str, after: str, wrap: _Wrap) -> bool:
    """Whether a line goes on in the next: it is nearly full, and that one's first word has no room in it."""
    size = wrap.measure(line)
    if not wrap.width - _ragged(line) <= size <= wrap.width or wrap.measure(after) > wrap.width:
        return False
    if _ENDS.search(line) is None or _BEGINS.match(after) is None or _ITEM.match(after):
        return False
    word = _WORD.match(after)
    return word is not None and size + 1 + wrap.measure(word[1]) > wrap.width - (_HANGING if word[1] > "\u2e80" else 0)


def _joint(line: str, after: str) -> str:
    """What stands between the two lines in place of a line break."""
    return IN_WORD if _SOLID.search(f"{line[-2:]}\n{after.lstrip()[:1]}") else _IN_LINE


def _ragged(line: str) -> int:
    return _RAGGED_WIDE if _columns(line) > len(line) * 3 / 2 else _RAGGED


def _columns(line: str) -> int:
    """How wide a line is.

    >>> _columns("Robin Hood"), _columns("羅賓漢")
    (10, 6)
    """
    return (len(line) + len(line.encode("utf-8", "surrogatepass"))) // 2  # one byte a column, three bytes two
