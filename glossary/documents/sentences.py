"""The sentence around a name, for showing it in context."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

from glossary.model import Span
from glossary.tables import rows

__all__ = ["sentence"]

LONGEST = 300  # code points of a sentence shown as context
REACH = 400  # code points looked at on either side: more than the longest, to see brackets that open further off
BRACKETS = {")": "(", "）": "(", "]": "[", "】": "【", "〕": "〔"}
OPENING = {"(": "(", "（": "(", "[": "[", "【": "【", "〔": "〔"}
BRACKET = re.compile(r"[()（）\[\]【】〔〕]")
OTHER = re.compile(r"[（\[【〔]")
_REST = r"(?:(?<=[。！？…])[。！？…]*[」』”’）》】\"')\]]*|(?<=[.!?])[.!?]*[」』”’）》】\"')\]]*(?=\s|$))"
_MARK = "[。！？….!?]"
# Begin with one class of characters, which a search looks for ten times as fast as for a choice of two, and looking
# from the right twice as fast as for what is not before it.
STOP = re.compile(_MARK + _REST)
LAST_STOP = re.compile(rf"(?s:.*){_MARK}(?<!{_MARK}{{2}})(?P<rest>{_REST})")
_LONG_WORD = 7  # small letters at the end of a word that make it no abbreviation
WORD_START = re.compile(r"[\s(（\[「『《“\"]")
INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]\.|[A-Z]\.")  # C.C., U.S., p.m., J.


def sentence(text: str, span: Span) -> Span:
    """The sentence around ``span``, without white space at its ends, in at most 300 code points.

    A longer one is cut around the span, at borders of words. Looks at 400 code points to either side.

    >>> text = "It rained. C.C. Wei (魏哲家) of TSMC Co. spoke. They left."
    >>> sentence(text, Span(17, 20)).of(text)
    'C.C. Wei (魏哲家) of TSMC Co. spoke.'
    """
    if span.end - span.start >= LONGEST:
        return Span(span.start, span.start + LONGEST)
    low = text.rfind("\n", max(0, span.start - REACH), span.start) + 1 or max(0, span.start - REACH)
    high = text.find("\n", span.end, span.end + REACH)
    high = high if high >= 0 else min(len(text), span.end + REACH)
    window = (low, high)
    start, end = _trim(text, (_start(text, window, span.start), _end(text, window, span.end)), span)
    return _cut(text, Span(start, end), span) if end - start > LONGEST else Span(start, end)


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
    for stop in STOP.finditer(text, place, high):
        if _is_end(text, stop.span(), window):
            return stop.end()
    return high


def _is_end(text: str, stop: tuple[int, int], window: tuple[int, int]) -> bool:
    """Whether a sentence ends at the stop: no abbreviation, and no bracket is open there that closes after it."""
    return _ends_sentence(text, stop, end=window[1]) and not _in_brackets(text, stop, window)


def _in_brackets(text: str, stop: tuple[int, int], window: tuple[int, int]) -> bool:
    """Whether a bracket opens before the stop and closes after it."""
    if _all_closed(text, window[0], stop[0]):
        return False
    pairs = _bracket_pairs(text[slice(*window)])
    offset = stop[1] - window[0]
    place = bisect_left(pairs, (offset,))  # how many pairs open before it; they are in order
    return place > 0 and pairs[place - 1][1] >= offset


def _all_closed(text: str, start: int, end: int) -> bool:
    """Whether as many round brackets close as open, a closing one last, and there are no others: nearly always."""
    opened = text.count("(", start, end)
    if opened != text.count(")", start, end) or OTHER.search(text, start, end):
        return False
    return not opened or text.rfind("(", start, end) < text.rfind(")", start, end)


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


def _ends_sentence(text: str, stop: tuple[int, int], *, end: int) -> bool:
    """Whether a stop ends a sentence rather than an abbreviation or a name (Yahoo! Taiwan is beyond it)."""
    start, after = stop
    if text[start] not in ".!?":
        return True
    following = text[after + 1 : after + 2] if after + 1 < end else ""
    if following.isspace():
        following = text[after : min(end, after + 20)].lstrip()[:1]
    if following in OPENING or following.islower():
        return False
    if text[start] != "." or text.startswith("..", start):
        return True
    return not _is_abbreviation(text, start, numbered=following.isdigit())


def _is_abbreviation(text: str, stop: int, *, numbered: bool) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial; ``numbered``: a number follows it."""
    end = text[max(0, stop - _LONG_WORD) : stop]
    if len(end) == _LONG_WORD and end.islower() and end.isalpha():
        return False
    tail = text[max(0, stop - 20) : stop]
    word = tail[tail.rfind(" ") + 1 :]
    if not word.isalpha():
        word = WORD_START.split(word)[-1]
    word += "."
    if INITIALS.fullmatch(word):
        return True
    kind = _abbreviations().get(word)
    return kind is not None and (kind != "reference" or numbered)


@cache
def _abbreviations() -> dict[str, str]:
    """The kind of each abbreviation, its full stop included."""
    return {row[0]: row[1] for row in rows("abbreviations")}


def _trim(text: str, bounds: tuple[int, int], span: Span) -> tuple[int, int]:
    """The bounds of the sentence without white space at its ends, but never less than ``span``."""
    start, end = bounds
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, whole: Span, span: Span) -> Span:
    """At most 300 code points of ``whole`` around ``span``, cut between words."""
    room = LONGEST - (span.end - span.start)
    left = min(span.start - whole.start, room // 2)
    right = min(whole.end - span.end, room - left)
    left = min(span.start - whole.start, room - right)
    start, end = span.start - left, span.end + right
    while start < span.start and _within_word(text, start, whole.start):
        start += 1
    while end > span.end and _within_word(text, end, whole.end):
        end -= 1
    return Span(*_trim(text, (start, end), span))


def _within_word(text: str, offset: int, border: int) -> bool:
    """Whether a cut at this offset would split a word; Han text may be cut anywhere."""
    if offset == border:
        return False
    left, right = text[offset - 1], text[offset]
    return left.isalnum() and right.isalnum() and max(left, right) < "⺀"
