"""Candidates of the forms ``Name (中文)`` and ``中文（Name）``: a bracket with a name of the other script before it.

Brackets of every width are taken, and pairs of mixed width, because newspapers mix them. The scan jumps from bracket
to bracket, looks at one character before and at a bounded stretch after each, and so stays linear on any input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.candidates import slots
from glossary.candidates.wide import Line
from glossary.lang import script
from glossary.model import Candidate, Form, Slot, Span

__all__ = ["LONGEST_BEFORE", "LONGEST_GLOSS", "find"]

_CLOSER = {"(": ")", "（": "）", "[": "]", "［": "］", "〔": "〕", "【": "】", "﹙": "﹚", "<": ">"}
_OTHER_WIDTH = {")": "）", "）": ")", "]": "］", "］": "]", "〕": "］", "】": "］"}

# Longer brackets hold sentences. The longest gloss of a name in 7,000 counted had 148 characters (a Wikipedia lead
# with both scripts, pinyin and Wade–Giles).
LONGEST_GLOSS = 240

# How far left of a bracket a name may begin: no English name in the same count had more than 110 characters.
LONGEST_BEFORE = 160

# What was markup is blank: the address of a link in a bracket or before it makes the stretch longer.
_BLANKED = " " * 12
_LONGEST_BLANK = 800

# What may stand between a name and its bracket: spaces, and marks closed around the name.
_BETWEEN = " \t\u00a0\u3000\"'”’‘*_`》」』〉]】~"
# A title that asks, with the marks around it: 《誰殺了她？》.
_ASKING = re.compile(rf"[{script.HAN}][？！?!]+[》〉」』]+\s*$")

# An ASCII bracket with this much ASCII before it has no Han on either side: marks between them are few.
_NEAR = 10
_QUOTES = frozenset("\"'“‘")
_EN_BRACKET, _ZH_BRACKET = Form.EN_BRACKET, Form.ZH_BRACKET  # a member of an enumeration is found slowly in it
# A bracket opens, and holds nothing but a Han name: nine glosses in ten, whose end need not be looked for. One class of
# characters comes first, which a search looks for four times as fast as for a choice of two.
_OPENING = re.compile(
    rf"[(（﹙\[［〔【<](?:(?<=\()[{script.HAN}]{{1,12}}\)|(?<!<)|(?<= <)(?=[{script.HAN}]))"
)  # <溏心風暴>, but no tag
# A bracket right before, in Latin letters, that says more of the same name: Co (TSMC) (台積電).
_CLOSERS = ")）"
_LATIN_GLOSS = re.compile(r"[\s*_`\"'”’]*[(（]([^()（）\n\u3000-\U0003ffff]{1,60})[)）]$")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]").search
# A Chinese name ends in digits or letters, and the gloss has the same: 標普 500（S&P 500）, 米格-21（MiG-21）;
# or in one capital: 維生素C（ascorbic acid）.
_MIXED_TAIL = re.compile(rf"[{script.HAN}]([- ]?)([A-Za-z0-9]{{1,6}})$")
_CAPITAL_TAIL = re.compile(r"[A-Z]\d{0,2}").fullmatch
_LONGEST_TAIL = 7
# An acronym behind a Chinese name, and the long form in the bracket: 大型語言模型 LLM（Large Language Model）.
_ACRONYM_TAIL = re.compile(rf"[{script.HAN}」』》] ?([A-Z]{{2,6}})s?$")
_WORD = re.compile(r"[A-Za-z]+")
_NAMED = re.compile(r"[A-Z][\w'’-]+,$")  # Chan Kong-sang, (陳港生)
# A Chinese name in quotation marks that ends in Latin letters: 「老式 AI」（GOFAI）.
_QUOTED = re.compile(rf"[「『《“]([^「『《“」』》”\n]*[{script.HAN}][^「『《“」』》”\n]*)[」』》”]$")


def find(text: str, line: Line) -> Iterator[Candidate]:
    """The bracket candidates in a line, or from the lines before it into it, in order.

    >>> text = "TSMC (台積電) and 貝森特（Scott Bessent） met (twice)."
    >>> [c.form.value for c in find(text, Line(0, 0, 6, len(text)))]
    ['en-bracket', 'zh-bracket']
    """
    for found in _OPENING.finditer(text, max(line.since, line.first - LONGEST_GLOSS), line.end):
        opening, end = found.span()
        simple = end > opening + 1
        closing = end - 1 if simple else _closing(text, opening)
        if simple or (closing > opening + 1 and not text[_near(text, opening) : closing].isascii()):
            candidate = _candidate(text, opening, closing)
            if candidate is not None:
                yield candidate


def _near(text: str, opening: int) -> int:
    """Where the last characters before a bracket begin, and before the blank where markup stood."""
    if text.startswith("  ", opening - 2):
        floor = max(0, opening - LONGEST_BEFORE)
        opening = floor + len(text[floor:opening].rstrip())
    return max(0, opening - _NEAR)


def _closing(text: str, opening: int) -> int:
    """The index of the bracket that closes the one at ``opening``, or -1 where none does within the limit."""
    limit = opening + LONGEST_GLOSS
    if text.find(_BLANKED, opening, limit) >= 0:
        limit += _LONGEST_BLANK
    opener = text[opening]
    closer = _CLOSER[opener]
    end = text.find(closer, opening + 1, limit)
    if end < 0 or not text[opening + 1 : end].isascii():  # a closer of the other width stands nearer, perhaps
        other = text.find(_OTHER_WIDTH.get(closer, closer), opening + 1, limit if end < 0 else end)
        end = other if other >= 0 else end
    inner = text.find(opener, opening + 1, end) if end > 0 else -1
    return end if inner < 0 else _balanced(text, opening, limit)


def _balanced(text: str, opening: int, limit: int) -> int:
    """As :func:`_closing` for a bracket that holds others: counts depth, at most to ``limit``."""
    openers, closers = _family(text[opening])
    depth = 0
    for index in range(opening, min(limit, len(text))):
        char = text[index]
        if char in openers:
            depth += 1
        elif char in closers:
            depth -= 1
            if depth == 0:
                return index
        elif char == "\n":
            break
    return -1


def _family(opener: str) -> tuple[str, str]:
    """The brackets of the same shape, of all widths: those that open and those that close."""
    if opener == "<":
        return "<", ">"
    return ("(（﹙", ")）﹚") if opener in "(（﹙" else ("[［〔【", "]］〕】")


def _candidate(text: str, opening: int, closing: int) -> Candidate | None:
    """The candidate of this bracket, or nothing where the scripts on its two sides do not differ."""
    edge = opening
    least = opening - _LONGEST_BLANK if opening > _LONGEST_BLANK else 0
    while edge > least and text[edge - 1] in _BETWEEN:
        edge -= 1
    floor = edge - LONGEST_BEFORE if edge > LONGEST_BEFORE else 0
    if edge == floor or (text[opening - 1] in _QUOTES and text[opening - 2 : opening - 1].isspace()):
        return None  # the latter begins a quotation: 譫妄 "(medical) delirium"
    inside = text[opening + 1 : closing]
    further: tuple[Slot, ...] = ()
    last = text[edge - 1]
    if last in _CLOSERS or (last.isascii() and inside[0].isascii()):
        further, edge, opening = _further(text, floor, edge, opening=opening, inside=inside)
        if edge == floor:
            return None
        last = text[edge - 1]
    han_before = not last.isascii() and script.is_han(last)
    if not han_before and last in "？！":
        han_before = _ASKING.search(text, floor, opening) is not None
    if not han_before and inside[:1].isascii() and last.isalnum():  # a gloss that begins in Chinese has no such letters
        han_before = _is_mixed(text, floor, edge, inside=inside) or _is_quoted(text, floor, opening)
    if not (_LATIN(inside) if han_before else _ends_word(text, floor, edge) and script.has_han(inside)):
        return None
    before = Span(text.rfind("\n", floor, edge) + 1 or floor, opening)
    found = further + slots.split(inside, closing - len(inside))
    form = _ZH_BRACKET if han_before else _EN_BRACKET
    return Candidate(form, before, Span(opening, closing + 1), found) if found else None


def _further(text: str, floor: int, edge: int, *, opening: int, inside: str) -> tuple[tuple[Slot, ...], int, int]:
    """What stands between a name and its bracket and says more of it; where that name ends, and the gloss begins."""
    place = None
    if text[edge - 1] in _CLOSERS:
        place = _LATIN_GLOSS.search(text, floor, edge) if script.has_han(inside) else None
        start = place.start() if place else 0
    else:
        place = _acronym(text, floor, edge, inside=inside)
        start = place.start(1) if place else 0
    if place is None:
        return (), edge, opening
    further = slots.split(place[1], place.start(1))
    opening = start if start == place.start(1) else place.start(1) - 1
    while start > floor and text[start - 1] in _BETWEEN:
        start -= 1
    return further, start, opening


def _acronym(text: str, floor: int, edge: int, *, inside: str) -> re.Match[str] | None:
    """The acronym that ends at ``edge`` behind Han, if the bracket begins with words that it is the initials of."""
    place = _ACRONYM_TAIL.search(text, max(floor, edge - _LONGEST_TAIL - 2), edge)
    initials = "".join([word[0] for word in _WORD.findall(inside)]).upper() if place else ""
    return place if place and initials.startswith(place[1]) else None


def _is_mixed(text: str, floor: int, edge: int, *, inside: str) -> bool:
    """Whether a Chinese name ends at ``edge`` with a capital, or with letters or digits that its gloss has, too."""
    tail = _MIXED_TAIL.search(text, max(floor, edge - _LONGEST_TAIL), edge)
    if tail is None:
        return False
    if tail[1] != " " and _CAPITAL_TAIL(tail[2]):
        return True
    return re.search(rf"(?<![A-Za-z]){tail[2]}\b", inside) is not None


def _ends_word(text: str, floor: int, edge: int) -> bool:
    """Whether a word ends at ``edge``, or a name and its comma."""
    last = text[edge - 1]
    return last.isalnum() or last in "_.!?+" or (last == "," and _NAMED.search(text, floor, edge) is not None)


def _is_quoted(text: str, floor: int, opening: int) -> bool:
    """Whether a Chinese name in quotation marks ends at the bracket, whatever its last letter."""
    return text[opening - 1] in _BETWEEN and _QUOTED.search(text, floor, opening) is not None
