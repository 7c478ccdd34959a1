"""Paragraphs made of the lines of printed pages.

Two lines are of one paragraph if the first word of the second would not have found room on the first: only then was
there a reason to begin a new line. Running heads are left out but for the first of each.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from glossary.documents import typography
from glossary.documents.lines import Line
from glossary.documents.pieces import Piece
from glossary.lang.script import is_han

__all__ = ["joined"]

_BULLET = re.compile(r"[•●▪■◦‣·∙◆◇○※–—*-]\s|[(（]?\d{1,3}[.)、）]\s|[一二三四五六七八九十]{1,3}、")
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_OPEN = re.compile(r"[(（\[【「『《〈“][^)）\]】」』》〉”]{0,80}$")
_CLOSING = re.compile(r"[^(（\[【「『《〈“]{0,80}[)）\]】」』》〉”]")
_REACH = 81  # code points: a bracket and what it holds
_BRACKETS = frozenset("(（[【")
_ENDS = frozenset(".!?。！？…:：")
_LONGEST = 7  # figures of a number from which it counts nothing
_REPEATED = 3  # pages on which a line has to stand to be a running head
_COLUMN = 36.0  # points by which lines of one column may be indented
_USUAL = 0.9  # share of the lines of a column that end before its edge; a heading may go beyond
_NARROW = 8.0  # heights of a letter: what is narrower is a list, not a column
_ROOM = 0.25  # heights of a letter: a space
_HAN_ROOM = 2.2  # characters: a stop may not begin a line, and takes the character before it along
_GAP = 1.35  # times the usual distance of two lines: a new paragraph
_SIZES = 1.6  # times as high: a heading; letters of one size are up to 1.3 times as high as others
_CELLS = 1.0  # heights of a letter between two cells of a table
_SAME_LINE = 0.5  # heights of a letter


def joined(pages: Sequence[Sequence[Line]]) -> Iterator[Piece]:
    r"""The text of the pages, a paragraph a line, in pieces that each lie on one page.

    >>> lines = [Line("He Lifeng (何立", 50, 200, 90, 10, 11), Line("峰) spoke.", 50, 99, 78, 10, 10)]
    >>> "".join(piece.text for piece in joined([lines]))
    'He Lifeng (何立峰) spoke.\n'
    """
    heads, bodies = _without_running_heads([[typography.plain(line) for line in page] for page in pages])
    yield from heads
    words = typography.vocabulary(line.text for page in bodies for line in page)
    edges = [_edges(page) for page in bodies]
    gaps = [_usual_gap(page) for page in bodies]
    placed = [(number, place) for number, page in enumerate(bodies) for place in range(len(page))]
    for (number, place), (turned, beneath) in pairwise(placed):
        line, after = bodies[number][place], bodies[turned][beneath]
        parted = _separator(line, after, edge=edges[number][place], gap=gaps[number], turned=turned != number)
        text = typography.ended(line.text) + parted if parted else typography.run_on(line.text, after.text, words)
        yield Piece(text, f"page {number + 1}")
    if placed:
        number, place = placed[-1]
        yield Piece(f"{typography.ended(bodies[number][place].text)}\n", f"page {number + 1}")


def _separator(line: Line, after: Line, *, edge: float, gap: float, turned: bool) -> str:
    """What parts two lines: a newline, a tab between cells of a table, or nothing where the text runs on.

    ``edge`` is where the column of the first line ends, ``gap`` the usual distance of lines; ``turned`` says that the
    second is on another page.
    """
    if not line.height or not after.height:  # nothing is known but the words
        return "\n" if line.text[-1] in _ENDS or _BULLET.match(after.text) else ""
    down = line.bottom - after.bottom
    if not turned and abs(down) < _SAME_LINE * line.height:
        return "\t" if after.left > line.right + _CELLS * line.height else ""
    if _is_cut_off(line, after):
        return ""
    jumps = turned or down < 0
    if (jumps and line.text[-1] in _ENDS) or (not jumps and down > _GAP * gap):
        return "\n"
    return "" if _runs_on(line, after, edge=edge) else "\n"


def _is_cut_off(line: Line, after: Line) -> bool:
    """Whether the line breaks off inside a word, before a bracket, or in brackets that the next one closes."""
    if typography.is_divided(line.text):
        return after.text[:1].isalpha()
    if after.text[0] in _BRACKETS and line.text[-1] not in _ENDS and not _BULLET.match(after.text):
        return True
    return _OPEN.search(line.text[-_REACH:]) is not None and _CLOSING.match(after.text) is not None


def _runs_on(line: Line, after: Line, *, edge: float) -> bool:
    """Whether the second line is there because its first word had no room on the first."""
    if _BULLET.match(after.text) or edge - line.left < _NARROW * line.height:
        return False
    han = is_han(after.text[0])
    if is_han(line.text[0]) == han and not 1 / _SIZES < line.height / after.height < _SIZES:
        return False
    wanted = after.first * _HAN_ROOM if han else after.first + _ROOM * line.height
    return edge - line.right < wanted


def _edges(page: Sequence[Line]) -> list[float]:
    """For each line the right edge of its column, as most of its lines show it."""
    columns: dict[int, list[float]] = defaultdict(list)
    for line in page:
        column = int(line.left // _COLUMN)
        for near in (column - 1, column, column + 1):
            columns[near].append(line.right)
    edges = {column: sorted(rights)[round(_USUAL * (len(rights) - 1))] for column, rights in columns.items()}
    return [edges[int(line.left // _COLUMN)] for line in page]


def _usual_gap(page: Sequence[Line]) -> float:
    """The distance from one line down to the next on this page."""
    from statistics import median

    gaps = [above.bottom - below.bottom for above, below in pairwise(page)]
    down = [gap for gap, line in zip(gaps, page, strict=False) if gap > _SAME_LINE * line.height]
    return median(down) if down else 0.0


def _without_running_heads(pages: list[list[Line]]) -> tuple[list[Piece], list[list[Line]]]:
    """The running heads and feet, each once, and the pages without them and without their numbers."""
    heads: dict[str, Piece] = {}
    for edge in (0, -1, 0, -1):  # they may be of two lines
        texts = [page[edge].text if page else "" for page in pages]
        marks = [_mark(text) for text in texts]
        counts = [_counts(text) for text in texts]
        repeated = [number for number in range(len(marks)) if marks[number] and _stands_near(marks, counts, number)]
        counted = Counter(marks[number] for number in repeated)
        repeated = [number for number in repeated if counted[marks[number]] >= _REPEATED]
        for number in repeated:
            head = Piece(f"{pages[number].pop(edge).text}\n", f"page {number + 1}")
            if any(map(str.isalpha, marks[number])):
                heads.setdefault(marks[number], head)
    return list(heads.values()), pages


def _stands_near(marks: list[str], counts: list[list[int]], number: int) -> bool:
    """Whether the line stands on a page near by too; left and right pages may have heads of their own.

    Its numbers are those of pages or chapters and grow with the pages: *no. 892* and *no. 907* stand in the text.
    """
    near = (page for page in range(max(0, number - 2), min(len(marks), number + 3)) if page != number)
    return any(
        marks[page] == marks[number]
        and all(abs(one - own) <= abs(page - number) for one, own in zip(counts[page], counts[number], strict=False))
        for page in near
    )


def _counts(text: str) -> list[int]:
    """The numbers in figures of a line, those that are no more than pages have."""
    return [int(found) if len(found) < _LONGEST else 0 for found in re.findall(r"\d+", text)]


def _mark(text: str) -> str:
    """The line without its numbers, which change from page to page."""
    return _NUMBER.sub("#", text.lower())
