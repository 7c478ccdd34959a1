"""Candidates that words state, without a bracket: ``Gulangyu, known in Chinese as 鼓浪嶼`` · ``輝達的英文名是 NVIDIA``.

What says so has to name the language. The name before it ends where these words begin; where it begins is judged. The
words are in the table ``statements``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from glossary import tables
from glossary.candidates.wide import Line
from glossary.lang.script import HAN
from glossary.model import Candidate, Form, Slot, SlotKind, Span

__all__ = ["find", "in_english", "is_stated"]

_LONGEST_BEFORE = 160
_LONGEST_GAP, _LONGEST_BEHIND = 80, 30  # characters of what is said before and behind the second name
_LONGEST_WORD, _MARKS = 24, " *_“\"‘'「『《:,"
_ENGLISH = ("英文", "英語", "英语", "原文")
_LEAST_GAP = 4  # characters between the names: less are a mark and spaces
_OPENED, _CLOSED = r"[*_“\"‘'「『《]{0,3}", r"[*_”\"’'」』》]{0,3}"
_HANS = rf"(?P<name>[{HAN}·‧]{{1,16}})(?![{HAN}])"
_LATIN = r"(?P<name>[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9 .'’&-]{1,60}?)(?=\s*[，。、；,;:：()（）」』》”\"*_]|\. |\.?\s*$)"
_COMMA = r"(?:,| [—–-])?"


def find(text: str, line: Line) -> Iterator[Candidate]:
    """The candidates that Chinese words of the line state, in order.

    >>> text = "輝達的英文名是 NVIDIA。"
    >>> [(c.before.of(text), c.gloss.of(text)) for c in find(text, Line(0, 0, 0, len(text)))]
    [('輝達', 'NVIDIA')]
    """
    begin, end = line.first, line.end
    if text.find("英", begin, end) < 0 and text.find("原文", begin, end) < 0:  # one search less for most
        return
    if any(text.find(language, begin, end) >= 0 for language in _ENGLISH):
        for found in _in_chinese().finditer(text, line.start, line.end):
            yield from _candidate(line.start, found, SlotKind.LATIN)


def in_english(text: str, floor: int, run: Span) -> Iterator[Candidate]:
    """The candidate that English words before a run of Han state, or behind it; nothing before ``floor`` is looked at.

    >>> text = "Gulangyu, known in Chinese as 鼓浪嶼, is an island."
    >>> [(c.before.of(text), c.gloss.of(text)) for c in in_english(text, 0, Span(30, 33))]
    [('Gulangyu', '鼓浪嶼')]
    """
    floor, ceiling = max(floor, run.start - _LONGEST_BEFORE), run.end + _LONGEST_BEHIND
    if not text[max(0, run.start - _LONGEST_WORD) : run.start].rstrip(_MARKS).endswith(_endings()):
        return  # as most
    for found in _in_english().finditer(text, max(floor, run.start - _LONGEST_GAP), ceiling):
        said = found["said"] or found["behind"] or _before_all().search(text, floor, found.start())
        if said and run.start <= found.start("name") < run.end:
            yield from _candidate(floor, found, SlotKind.HAN)


def is_stated(candidate: Candidate) -> bool:
    """Whether words stand between the two names.

    >>> from glossary import candidates
    >>> texts = ("輝達的英文名是 NVIDIA。", "他穿耐吉 Nike，很輕。")
    >>> [is_stated(found) for text in texts for found in candidates.find(text)]
    [True, False]
    """
    return candidate.form is Form.INLINE and candidate.gloss.start - candidate.before.end >= _LEAST_GAP


def _candidate(floor: int, found: re.Match[str], kind: SlotKind) -> Iterator[Candidate]:
    """The candidate of a statement, if a name may stand before it."""
    before = Span(max(floor, found.start() - _LONGEST_BEFORE), found.start())
    if before.of(found.string).strip():
        span = Span(*found.span("name"))
        kind = SlotKind.ACRONYM if kind is SlotKind.LATIN and found["name"].isupper() else kind
        yield Candidate(Form.INLINE, before, span, (Slot(kind, found["name"], span),))


def _words(group: str) -> str:
    return tables.alternatives("statements", group)


@cache
def _endings() -> tuple[str, ...]:
    """What may stand right before Han that words state."""
    return tuple(
        f" {word}" for word in ("as", "or", "is", "was", *tables.words("statements", "verb", "language", "noun"))
    )


@cache
def _in_english() -> re.Pattern[str]:
    """, known in Chinese as 鼓浪嶼 · is called 長城 in Chinese · , or 奶茶 in Chinese · , whose Chinese name is 張曼玉.

    Where it names no language, one must be named before: In Chinese, the lychee | is called 荔枝.
    """
    language, noun = rf"(?:{_words('language')})", rf"(?:{_words('noun')})"
    be = rf"(?:(?:which|who|that) )?(?:(?:is|are|was|were) )?(?:(?:{_words('adverb')}) )*"
    said = (
        rf"{be}(?:{_words('verb')}) (?:in {language}(?: as)?|(?:as|by) (?:its|his|her|their|the) {language} {noun},?)"
        rf"|(?:whose|(?<=\w)[’']s) {language} {noun} (?:is|was)"
    )
    unsaid = rf"or|(?:is|was)|{be}(?:{_words('verb')})(?: as)?"
    return re.compile(
        rf"{_COMMA} ?(?:(?P<said>{said})|(?:{unsaid})):? {_OPENED}{_HANS}{_CLOSED}(?P<behind> in {language})?"
    )


@cache
def _before_all() -> re.Pattern[str]:
    """What names the language before the name: In Chinese, … · the Chinese name of …"""
    language, noun = rf"(?:{_words('language')})", rf"(?:{_words('noun')})"
    return re.compile(rf"(?:\b[Ii]n {language},? |{language} {noun} (?:of|for) )[^.;:]*$")


@cache
def _in_chinese() -> re.Pattern[str]:
    """的英文名是 NVIDIA · ，英文稱 semiconductor · 在英文裡叫 Taipei · ，也就是英文的 deep learning."""
    language, noun, be = rf"(?:{'|'.join(_ENGLISH)})", rf"(?:{_words('noun-chinese')})", rf"(?:{_words('be-chinese')})"
    named = rf"[，,]?(?:的|其|在)?{language}[裡里中]?(?:的?{noun})?{be}"
    meant = rf"[，,](?:也就是|也即|即){language}(?:的|{noun})"
    return re.compile(rf"{_CLOSED}(?<!改)(?:{named}|{meant})[：: ]?{_OPENED}{_LATIN}")
