"""Line breaks that only wrap a paragraph of plain text, as in mail, READMEs and reStructuredText.

A paragraph is wrapped where all its lines but the last are nearly as long as the longest, and the first word of the
next one would not have found room. Lines of lists, tables and headings stay apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

__all__ = ["unwrapped"]

_NARROWEST, _WIDEST = 50, 120  # characters of a line
_RAGGED = 25  # characters that may be missing at its end
_FEWEST = 3  # lines that show how wide a text is wrapped
_ENDS = re.compile(r"[A-Za-zÀ-ɏ0-9,'’\"”*_-]$")
_BEGINS = re.compile(r" {0,8}[A-Za-zÀ-ɏ\"“‘'*_(（\u3400-\u9fff]")  # no bullet, number, heading or bar
_MAY_GO_ON = re.compile(r"\n(?<=[A-Za-zÀ-ɏ0-9,'’\"”*_-]\n) {0,8}[A-Za-zÀ-ɏ\"“‘'*_(（\u3400-\u9fff]")
_ITEM = re.compile(r"\s*(?:[*_+-]\s|\d{1,3}[.)]\s)")
_WORD = re.compile(r"\s*(\S+)")


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
    groups = [*_groups(lines)]
    widths = Counter(max(map(len, lines[slice(*group)])) for group in groups if _is_full(lines[slice(*group)]))
    if not widths:
        return text
    usual = widths.most_common(1)[0][0]
    soft = {place for group in groups for place in _soft(lines, group, usual)}
    ends = (" " if place in soft else "\n" for place in range(len(lines) - 1))
    return "".join(part for pair in zip(lines, ends) for part in pair) + lines[-1]  # noqa: B905 - the last has no end


def _groups(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From where to where lines stand together, no one of them empty or too long, two at least."""
    start = 0
    for place, line in enumerate((*lines, "")):
        if not line or len(line) > _WIDEST:
            if place - start > 1:
                yield start, place
            start = place + 1


def _soft(lines: Sequence[str], group: tuple[int, int], usual: int) -> Iterator[int]:
    """The lines of a group that go on in the next one."""
    together = lines[slice(*group)]
    width = max(map(len, together)) if _is_full(together) else usual
    for place in range(group[0], group[1] - 1):
        if _goes_on(lines[place], lines[place + 1], width):
            yield place


def _is_full(group: Sequence[str]) -> bool:
    """Whether all lines but the last are nearly as long as the longest, and are no items."""
    width = max(map(len, group))
    if len(group) < _FEWEST or width < _NARROWEST or any(_ITEM.match(line) or "|" in line for line in group[1:]):
        return False
    return all(len(line) >= width - _RAGGED for line in group[:-1])


def _goes_on(line: str, after: str, width: int) -> bool:
    """Whether a line goes on in the next: it is nearly full, and that one's first word has no room in it."""
    if not width - _RAGGED <= len(line) <= width or len(after) > width:
        return False
    if _ENDS.search(line) is None or _BEGINS.match(after) is None or _ITEM.match(after):
        return False
    word = _WORD.match(after)
    return word is not None and len(line) + 1 + len(word[1]) > width
