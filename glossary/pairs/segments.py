"""The English words before a gloss, back to where a name can no longer begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from glossary import tables
from glossary.lang import companies
from glossary.lang.hygiene import plain
from glossary.lang.script import HAN
from glossary.lang.titles import Nature, nature, owner

__all__ = [
    "CLOSED", "INITIAL", "NOTHING", "OPENED", "Around", "Segment", "Word", "is_abbreviation", "is_code", "read",
    "word", "words",
]  # fmt: skip

# More words than any name has; the longest of 2,000 labelled names had 13.
_MOST_WORDS = 14

# Words; a dash, a bar, and a slash between two names (Yonghe/Jhonghe, but not TCP/IP) are words of their own.
_TOKEN = re.compile(r"(?:[^\s—|｜/]|(?<![a-z]{2})/|/(?![A-Z][a-z]))+|[—|｜/]")
_PERSONS_TAILS = ("Jr", "Sr", "Jr.", "Sr.")
_TO_TAIL = re.compile(r"[^()（）]*[)）](?: \S+){1,2}\s*$")
_BEFORE_TAIL = ",)）"  # GF Securities (Hong Kong) Ltd
_CLOSERS = {
    "”": "“",
    "’": "‘",
    '"': '"',
    "'": "'",
    "*": "*",
    "_": "_",
    "`": "`",
    "」": "「",
    "』": "『",
    "》": "《",
    "〉": "〈",
}
_OPENING = re.compile(r"^[(（﹙\[［〔【]*([“\"‘「『《〈*_`]+|'(?=\w))")
# What a quoted value is the value of, in the source of a page or in data: title="Beitou, {"name":"Beitou.
_ATTRIBUTE = re.compile(r"[{\[,]*[\"']?[A-Za-z][\w.:-]*[\"']?[=:](?=[\"'])")
_NUMBERED = re.compile(r"\W*\d{1,3}[.)]")  # the number of an item at the start of its line
_HARD_END = re.compile(r"^/$|[,;:!?…|｜)）\]—–]+[”\"’'*_]*$|[”\"]$|[。，、；：！？]$")
_HAN = re.compile(f"[{HAN}，。、；：「」（）《》]")
_LETTER = re.compile(r"[^\W\d_]")
_INITIALS = re.compile(r"(?:[A-Z]\.)+$|^[A-Z]\.$")
# What is no word of a name: calls, keys, prices, times, operators, tags, numbers of records, file names.
_CODE = re.compile(
    r"\(\)|\w_\w|/[a-z]$|\d{5}|[=<>{}\\$°#~^]|\+(?!$)|\d:\d|\.(?:md|txt|py|js|ts|json|html?|css|csv|pdf|png|jpe?g|svg|xml|ya?ml|sh|c|h|cpp)$"
)
_MEASURE = re.compile(
    r"\d+(?:\.\d+)?(?:[GMKTgmkt]i?[Bb]|[GMk]?[Hh]z|[nmck]?m|[mk]?g|m?[AW]h|fps|[kM]?[WV]|px|dpi|rpm)"
).fullmatch
_LEFT_MARKS = "“”\"‘’'*_`「」『』《》〈〉([{（［〔【﹙<"
_RIGHT_MARKS = '“”"‘*_`「」『』《》〈〉,;:!?)]}）］〕】﹚>'
_BLANK = frozenset(("", *"—–-"))  # tokens that hold no word
_BRACKETS = ("(", "[", "（", "［", "〔", "【", "﹙")
_QUOTES = frozenset("'’")
_LONGEST_MARKED = 90


class Word(NamedTuple):
    """One word, without the punctuation around it, and what kind of word it is."""

    text: str
    nature: Nature


@dataclass(frozen=True, slots=True)
class _Token:
    """What a token is wherever it stands.

    ``text`` is the word in it, which begins ``shift`` characters after the token and has ``size`` characters there.
    ``ends``: a name cannot go on to the left across it; ``opens``: a mark opens before the word; ``running``: it does
    not belong to a name that goes on to its right with a capital; ``bounds``: no name goes on to the left of it, as it
    has Chinese before the word or begins with a bracket; ``special``: it ends, opens, bounds or is ``code``.
    """

    text: str
    shift: int
    size: int
    nature: Nature
    running: bool
    letters: bool = True
    ends: bool = False
    opens: bool = False
    bounds: bool = False
    code: bool = False
    special: bool = False


class Around(NamedTuple):
    """What stands around the words of a segment.

    ``closed``: quotation or emphasis marks enclose exactly these words. ``opened``: a mark opens before the first.
    ``bounded``: punctuation, the other script or the start of the line stands before the first word; ``initial``: a
    sentence begins with it; ``alone``: it is a line's first word (and, once that is known, the gloss its last).
    """

    closed: bool = False
    opened: bool = False
    bounded: bool = False
    initial: bool = False
    alone: bool = False


class Segment(NamedTuple):
    """The words that may belong to the name, in order; where each begins and ends; what is around them."""

    texts: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    around: Around


_OPEN = Around()
OPENED = Around(opened=True, bounded=True)
_BOUNDED = Around(bounded=True)
INITIAL = Around(bounded=True, initial=True)
_LINE = Around(bounded=True, initial=True, alone=True)
CLOSED = Around(closed=True, opened=True, bounded=True)
NOTHING = Segment((), (), _OPEN)


def read(before: str, *, across: str = "") -> Segment:
    """The segment at the end of ``before``; without words where no word of a name stands there.

    ``across``: the marks that a name may go on across, as its Chinese has them, too.

    >>> read("In Beijing, Vice Premier He Lifeng ").texts
    ('Vice', 'Premier', 'He', 'Lifeng')
    >>> read("In 1902, Yehliu: Forsaken Paradise ", across=":").texts
    ('Yehliu', 'Forsaken', 'Paradise')
    >>> read("the novel *Dream of the Red Chamber* ").around.closed
    True
    """
    rest = before.rstrip()
    end = len(rest)
    if end and before[end - 1] in _CLOSERS and (marked := _marked(before, end)) is not None:
        return words(before, *marked, around=CLOSED)
    return _open_segment(rest, across=across)


def is_code(text: str) -> bool:
    """Whether the text ends in what is no word of a name: a call, a key, a price, a time, a file.

    >>> is_code("press Ctrl+S"), is_code("`f.close()`"), is_code("Yahoo! Taiwan")
    (True, True, False)
    """
    last = text.rsplit(None, 1)[-1:]
    return bool(last) and _token(last[0]).code


def _marked(before: str, end: int) -> tuple[int, int] | None:
    """The stretch that marks closed at ``end`` enclose, or None."""
    stretch: tuple[int, int] | None = None
    floor = max(0, end - _LONGEST_MARKED)
    while end > floor and before[end - 1] in _CLOSERS:
        closer = before[end - 1]
        opener = before.rfind(_CLOSERS[closer], floor, end - 1)
        if opener < 0 or (closer in "'’" and opener > 0 and not before[opener - 1].isspace()):
            break
        stretch = (opener + 1, end - 1)
        floor, end = opener + 1, end - 1
        if before[opener + 1 : opener + 2] != before[end - 1 : end]:  # not a doubled mark
            break
    return stretch if stretch and before[slice(*stretch)].strip(" *_") else None


def words(before: str, start: int, end: int, *, around: Around) -> Segment:
    """The words of the stretch, without the punctuation around each.

    >>> words("“A Tale of Two Cities”", 1, 21, around=CLOSED).texts
    ('A', 'Tale', 'of', 'Two', 'Cities')
    """
    texts: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(before, start, end):
        token = _token(match.group())
        place = match.start() + token.shift
        if token.text not in _BLANK:
            texts.append(token.text)
            spans.append((place, place + token.size))
    return Segment(tuple(texts), tuple(spans), around)


@lru_cache(1 << 14)
def word(text: str) -> Word:
    """The word, with its nature.

    >>> word("Premier").nature.title
    'role'
    """
    return Word(text, nature(text))


@lru_cache(1 << 14)
def _token(whole: str) -> _Token:
    """The word in a token, without brackets, quotes, emphasis, commas; a full stop of an abbreviation stays."""
    if whole.isascii() and whole.isalpha():  # most words: nothing to take off
        kind = nature(whole)
        return _Token(whole, 0, len(whole), kind, running=_is_running(kind))
    attribute = _ATTRIBUTE.match(whole)
    raw = whole[attribute.end() :] if attribute else whole
    han = 0 if raw.isascii() else max((match.end() for match in _HAN.finditer(raw)), default=0)
    left = len(raw) - len(raw[han:].lstrip(_LEFT_MARKS + _RIGHT_MARKS if han else _LEFT_MARKS))
    bare = _without_right_marks(raw[left:])
    text = plain(bare)
    kind = nature(text)
    ends = _HARD_END.search(raw) is not None or (raw.endswith(".") and not is_abbreviation(raw))
    opens = _OPENING.match(raw) is not None
    bounds = han > 0 or raw[:1] in _BRACKETS
    code = _CODE.search(raw.strip("*_`”’\"',.")) is not None or _MEASURE(text) is not None
    return _Token(
        text, left + len(whole) - len(raw), len(bare), kind,
        running=text not in _BLANK and _is_running(kind), letters=_LETTER.search(text) is not None,
        ends=ends, opens=opens, bounds=bounds, code=code, special=ends or opens or bounds or code,
    )  # fmt: skip


def _without_right_marks(text: str) -> str:
    """The word without the marks behind it; an apostrophe of a possessive is none."""
    bare = text.rstrip(_RIGHT_MARKS)
    if bare.endswith(".") and not is_abbreviation(bare):
        bare = bare.rstrip(".")
    if bare[-1:] in _QUOTES and bare[-2:-1] != "s":
        bare = bare[:-1].rstrip("*_")
    return bare


def _is_running(kind: Nature) -> bool:
    """Whether a word of this nature belongs to running text before a name."""
    return not kind.capital and not kind.connector


def _tokens(rest: str) -> list[str]:
    """The last tokens of the text, from the last to the first: all of them, or as many as a name has words."""
    if "/" in rest or "—" in rest or "|" in rest or "｜" in rest:
        found = _TOKEN.findall(rest)
    else:
        found = rest.rsplit(None, _MOST_WORDS)
    return found[: -_MOST_WORDS - 1 : -1]


def _open_segment(before: str, *, across: str) -> Segment:
    """The words back to the last hard boundary or opening mark, or to one word of running text before a name."""
    tokens = _tokens(before)
    last = _token(tokens[0] if tokens else "")
    if last.code or not (last.letters or last.text.replace(".", "").isdigit()):
        return NOTHING
    around = _OPEN if len(tokens) == _MOST_WORDS else _LINE
    texts: list[str] = []
    spans: list[tuple[int, int]] = []
    headed = False
    end = len(before)
    for raw in tokens:
        token = _token(raw)
        end = before.rfind(raw, 0, end)
        if token.special and texts and (bound := _boundary(raw, token, texts=texts, across=across)):
            around = _LINE if _NUMBERED.fullmatch(before, 0, end + len(raw)) else bound
            break
        start = end + token.shift
        texts.append(token.text)
        spans.append((start, start + token.size))
        if token.special and not _within(before, start) and (bound := _ending(token)):
            around = bound
            break
        if token.running and last.nature.capital:
            if headed or texts[-2:-1] != ["of"]:
                around = _OPEN
                break
            headed = True  # Tainan branch of the Taiwan High Court
    return _segment(texts, spans, around)


def _boundary(raw: str, token: _Token, *, texts: list[str], across: str) -> Around | None:
    """What bounds the words found so far if the name cannot go on across this token."""
    if token.code:
        return INITIAL
    if token.ends and raw[-1] not in across and not (raw[-1] in _BEFORE_TAIL and _is_tail(texts)):
        return Around(bounded=True, initial=raw[-1] in ".!?")
    return None


def _is_tail(texts: list[str]) -> bool:
    """Whether the word found last only says what kind of company a name names, or which of two men of one name."""
    text = owner(texts[0]) if len(texts) == 1 else texts[-1]
    return companies.is_tail(text) or text in _PERSONS_TAILS


def _within(before: str, place: int) -> bool:
    """Whether a word stands in a bracket inside the name: the one that opens right before it closes before the tail."""
    return before[place - 1 : place] in _BRACKETS and _TO_TAIL.match(before, place) is not None


def _ending(token: _Token) -> Around | None:
    """What stands around the words if this token was the last: an opening mark, or Chinese before it."""
    if token.text and token.opens:
        return OPENED
    return _BOUNDED if token.bounds else None


def _segment(texts: list[str], spans: list[tuple[int, int]], around: Around) -> Segment:
    """The segment of what was found from right to left, without dashes and what is left of Chinese tokens."""
    bare = owner(texts[0])
    if bare != texts[0]:
        texts[0], spans[0] = bare, (spans[0][0], spans[0][0] + len(bare))
    if not _BLANK.isdisjoint(texts):
        kept = [(text, span) for text, span in zip(texts, spans, strict=True) if text not in _BLANK]
        texts, spans = [text for text, _ in kept], [span for _, span in kept]
    return Segment(tuple(texts[::-1]), tuple(spans[::-1]), around)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.casefold() for word in tables.words("abbreviations"))


def is_abbreviation(token: str) -> bool:
    """Whether the full stop at the end of the token belongs to an abbreviation or an initial.

    >>> is_abbreviation("C.C."), is_abbreviation("Mr."), is_abbreviation("yesterday.")
    (True, True, False)
    """
    bare = token.lstrip("(“\"‘'")
    return bool(_INITIALS.search(bare)) or bare.casefold() in _abbreviations()
