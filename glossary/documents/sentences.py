"""The sentence around a name, for showing it in context."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache

from glossary.documents.wrapping import IN_WORD
from glossary.model import Span
from glossary.tables import rows

__all__ = ["around", "sentence"]

LONGEST = 300  # code points of a sentence shown as context
REACH = 400  # code points looked at on either side: more than the longest, to see brackets that open further off
BRACKETS = {")": "(", "）": "(", "]": "[", "】": "【", "〕": "〔"}
OPENING = {"(": "(", "（": "(", "[": "[", "【": "【", "〔": "〔"}
BRACKET = re.compile(r"[()（）\[\]【】〔〕]")
_REST = r"(?:(?<=[。！？…])[。！？…]*[」』”’）》】\"')\]]*|(?<=[.!?])[.!?]*[」』”’）》】\"')\]]*(?=\s|$))"
_MARK = "[。！？….!?]"
# Begin with one class of characters, which a search looks for ten times as fast as for a choice of two, and looking
# from the right twice as fast as for what is not before it.
MARK = re.compile(_MARK)
STOP = re.compile(_MARK + _REST)
LAST_STOP = re.compile(rf"(?s:.*){_MARK}(?<!{_MARK}{{2}})(?P<rest>{_REST})")
_WESTERN = frozenset(".!?")
_LONGEST_ABBREVIATION = 20
WORD_START = re.compile(r"[\s(（\[「『《“\"]")
INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]|[A-Z]")  # before the last full stop: C.C., U.S., p.m., J.


def sentence(text: str, span: Span) -> Span:
    """The sentence around ``span``, without white space at its ends, in at most 300 code points.

    A longer one is cut around the span, at borders of words. Looks at 400 code points to either side.

    >>> text = "It rained. C.C. Wei (魏哲家) of TSMC Co. spoke. They left."
    >>> sentence(text, Span(17, 20)).of(text)
    'C.C. Wei (魏哲家) of TSMC Co. spoke.'
    """
    stretch = (span.start, span.end)
    return Span(*_cut(text, _whole(text, stretch, _window(text, *stretch)), stretch))


def around(text: str, stretches: Iterable[tuple[int, int]]) -> list[str]:
    """The :func:`sentence` around each of the stretches, which are in the order of the text.

    It is looked for once where the next stretch stands in it, too, and no mark that could end it stands before that.

    >>> around("It rained. They left (soon) for Paris. All did.", [(11, 20), (32, 37)])
    ['They left (soon) for Paris.', 'They left (soon) for Paris.']
    """
    found: list[str] = []
    window = whole = (0, 0)
    last = 0
    for stretch in stretches:
        here = _window(text, *stretch)
        known = here == window and whole[0] <= stretch[0] and last <= stretch[1] <= whole[1]
        if not known or MARK.search(text, whole[0], stretch[1]):
            whole = _whole(text, stretch, here)
        start, end = _cut(text, whole, stretch)
        found.append(text[start:end].replace(IN_WORD, ""))
        window, last = here, stretch[1]
    return found


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """What is looked at around the stretch: its line, at most 400 code points to either side."""
    floor = start - REACH if start > REACH else 0
    high = text.find("\n", end, end + REACH)
    return text.rfind("\n", floor, start) + 1 or floor, high if high >= 0 else min(len(text), end + REACH)


def _whole(text: str, stretch: tuple[int, int], window: tuple[int, int]) -> tuple[int, int]:
    """Where the sentence around the stretch begins and ends in the window, however long, with white space around."""
    return _start(text, window, stretch[0]), _end(text, window, stretch[1])


def _start(text: str, window: tuple[int, int], place: int) -> int:
    """Where the last sentence before the place ends, in the window."""
    low = window[0]
    last = LAST_STOP.match(text, low, place + 1)  # a character more, for what must follow a stop
    while last is not None:
        stop, end = last.start("rest") - 1, last.end()
        if end <= place and _is_end(text, (stop, end), window):
            return end
        last = LAST_STOP.match(text, low, stop)
    return low


def _end(text: str, window: tuple[int, int], place: int) -> int:
    """Where the sentence around the place ends, in the window."""
    high = window[1]
    stop = STOP.search(text, place, high)
    while stop is not None:
        found = stop.span()
        if _is_end(text, found, window):
            return found[1]
        stop = STOP.search(text, found[1], high)
    return high


def _is_end(text: str, stop: tuple[int, int], window: tuple[int, int]) -> bool:
    """Whether a sentence ends at the stop: no abbreviation, and no bracket is open there that closes after it."""
    if text[stop[0]] in _WESTERN and not _ends_sentence(text, stop, window[1]):
        return False
    return _all_closed(text[window[0] : stop[0]]) or not _in_brackets(text, stop, window)


def _in_brackets(text: str, stop: tuple[int, int], window: tuple[int, int]) -> bool:
    """Whether a bracket opens before the stop and closes after it."""
    pairs = _bracket_pairs(text[slice(*window)])
    offset = stop[1] - window[0]
    place = bisect_left(pairs, (offset,))  # how many pairs open before it; they are in order
    return place > 0 and pairs[place - 1][1] >= offset


def _all_closed(part: str) -> bool:
    """Whether there are no brackets, or round ones only of which as many close as open, a closing one last: nearly
    always. Looked for at the speed of memory, where a search steps from character to character.
    """
    if not part.isascii():
        if "【" in part or "〔" in part:
            return False
        if "（" in part:
            part = part.replace("（", "(").replace("）", ")")
    opened = part.count("(")
    if opened != part.count(")") or "[" in part:
        return False
    return not opened or part.rfind("(") < part.rfind(")")


@lru_cache(4)  # asked for several stops of one window
def _bracket_pairs(window: str) -> list[tuple[int, int]]:
    """The outermost pairs of brackets, as offsets of the two; a single bracket counts for nothing."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for match in BRACKET.finditer(window):
        offset, character = match.start(), match[0]
        if character in OPENING:
            waiting.append((OPENING[character], offset))
        elif character in BRACKETS and waiting and waiting[-1][0] == BRACKETS[character]:
            opened = waiting.pop()[1]
            while pairs and pairs[-1][0] > opened:
                pairs.pop()
            pairs.append((opened, offset))
    return pairs


def _ends_sentence(text: str, stop: tuple[int, int], end: int) -> bool:
    """Whether a Western stop ends a sentence rather than an abbreviation or a name (Yahoo! Taiwan is beyond it)."""
    start, after = stop
    following = text[after + 1] if after + 1 < end else ""
    if following.isspace():
        following = text[after : min(end, after + 20)].lstrip()[:1]
    if following in OPENING or following.islower():
        return False
    if text[start] != "." or text[start + 1 : start + 2] == ".":
        return True
    floor = start - _LONGEST_ABBREVIATION if start > _LONGEST_ABBREVIATION else 0
    kind = _abbreviation(text[(text.rfind(" ", floor, start) + 1 or floor) : start])
    return not kind or (kind == "reference" and not following.isdigit())


@lru_cache(4096)
def _abbreviation(word: str) -> str:
    """The kind of abbreviation or initial that the full stop after the word belongs to; empty where it is none."""
    if not word.isalpha():
        word = WORD_START.split(word)[-1]
    return "initials" if INITIALS.fullmatch(word) else _abbreviations().get(word, "")


@cache
def _abbreviations() -> dict[str, str]:
    """The kind of each abbreviation, without its last full stop."""
    return {row[0].removesuffix("."): row[1] for row in rows("abbreviations") if row[0].endswith(".")}


def _trim(text: str, whole: tuple[int, int], within: tuple[int, int]) -> tuple[int, int]:
    """The bounds of the sentence without white space at its ends, but never less than what is ``within``."""
    start, end = whole
    first, last = within
    while start < first and text[start].isspace():
        start += 1
    while end > last and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, whole: tuple[int, int], within: tuple[int, int]) -> tuple[int, int]:
    """At most 300 code points of the ``whole`` around what is ``within``, cut between words; no white space around."""
    whole = _trim(text, whole, within)
    if whole[1] - whole[0] <= LONGEST:
        return whole
    if within[1] - within[0] >= LONGEST:
        return within[0], within[0] + LONGEST
    room = LONGEST - (within[1] - within[0])
    left = min(within[0] - whole[0], room // 2)
    right = min(whole[1] - within[1], room - left)
    left = min(within[0] - whole[0], room - right)
    start, end = within[0] - left, within[1] + right
    while start < within[0] and _within_word(text, start, whole[0]):
        start += 1
    while end > within[1] and _within_word(text, end, whole[1]):
        end -= 1
    return _trim(text, (start, end), within)


def _within_word(text: str, offset: int, border: int) -> bool:
    """Whether a cut at this offset would split a word; Han text may be cut anywhere."""
    if offset == border:
        return False
    left, right = text[offset - 1], text[offset]
    return left.isalnum() and right.isalnum() and max(left, right) < "⺀"
