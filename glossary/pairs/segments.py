"""The English words before a gloss, back to where a name can no longer begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from glossary import tables
from glossary.lang.hygiene import plain
from glossary.lang.script import HAN
from glossary.lang.titles import Nature, nature

__all__ = ["Segment", "Word", "is_code", "read", "words"]

# More words than any name has; the longest of 2,000 labelled names had 13.
MOST_WORDS = 14

# Words; a dash, a bar, and a slash between two names (Yonghe/Jhonghe, but not TCP/IP) are words of their own.
_TOKEN = re.compile(r"(?:[^\s—|/]|(?<![a-z]{2})/|/(?![A-Z][a-z]))+|[—|/]")
_COMPANY_TAIL = re.compile(r"(?:Inc|Ltd|LLC|PLC|Jr|Sr|Co|Corp|Limited)\b\.?")
_CLOSERS = {"”": "“", "’": "‘", '"': '"', "'": "'", "*": "*", "_": "_", "`": "`", "」": "「", "』": "『", "》": "《"}
_OPENING = re.compile(r"^[(（\[]*([“\"‘「『《*_`]+|'(?=\w))")
_HARD_END = re.compile(r"^/$|[,;:!?…|)）\]—–]+[”\"’']*$|[”\"]$|[。，、；：！？]$")
_HAN = re.compile(f"[{HAN}，。、；：「」（）《》]")
_INITIALS = re.compile(r"(?:[A-Z]\.)+$|^[A-Z]\.$")
_POSSESSIVE = re.compile(r"['’‘`´]s?$")
# What is no word of a name: calls, keys, prices, times, operators, file names.
_CODE = re.compile(
    r"\(\)|[=<>{}\\$+°#~^]|\d:\d|\.(?:md|txt|py|js|ts|json|html?|css|csv|pdf|png|jpe?g|svg|xml|ya?ml|sh|c|h|cpp)$"
)
_QUOTES = frozenset("'’")
_LONGEST_MARKED = 90


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the segment and where it stands there, without the punctuation around it."""

    text: str
    start: int
    end: int

    @property
    def nature(self) -> Nature:
        """What kind of word it is."""
        return nature(self.text)


@dataclass(frozen=True, slots=True)
class Segment:
    """The words that may belong to the name, in order.

    ``closed``: quotation or emphasis marks enclose exactly these words. ``opened``: a mark opens before the first.
    ``bounded``: punctuation, the other script or the start of the line stands before the first word; ``initial``: a
    sentence begins with it.
    """

    words: tuple[Word, ...]
    closed: bool
    opened: bool
    bounded: bool
    initial: bool = False


def read(before: str) -> Segment:
    """The segment at the end of ``before``.

    >>> [word.text for word in read("In Beijing, Vice Premier He Lifeng ").words]
    ['Vice', 'Premier', 'He', 'Lifeng']
    >>> read("the novel *Dream of the Red Chamber* ").closed
    True
    """
    end = len(before.rstrip())
    if is_code(before[max(0, end - _LONGEST_MARKED) : end]):
        return Segment((), closed=False, opened=False, bounded=False)
    marked = _marked(before, end)
    if marked is not None:
        start, stop = marked
        return Segment(words(before, start, stop), closed=True, opened=True, bounded=True)
    return _open_segment(before, end)


def is_code(text: str) -> bool:
    """Whether the text ends in what is no word of a name: a call, a key, a price, a time, a file.

    >>> is_code("press Ctrl+S"), is_code("`f.close()`"), is_code("Yahoo! Taiwan")
    (True, True, False)
    """
    last = text.rsplit(None, 1)[-1:]
    return bool(last) and _CODE.search(last[0].strip("*_`”’\"',.")) is not None


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


def words(before: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of the stretch."""
    found = [_bare(match.group(), match.start()) for match in _TOKEN.finditer(before, start, end)]
    return tuple(word for word in found if word.text)


def _bare(token: str, start: int) -> Word:
    """The word in a token, without brackets, quotes, emphasis, commas; a full stop of an abbreviation stays."""
    left = len(token) - len(token.lstrip("“”\"‘’'*_`「」『』《》([{（<"))
    text = token[left:].rstrip('“”"‘*_`「」『』》,;:!?)]}）>')
    if text.endswith(".") and not is_abbreviation(text):
        text = text[:-1]
    if text[-1:] in _QUOTES and text[-2:-1] != "s":
        text = text[:-1].rstrip("*_")
    if not text.isascii():
        return Word(plain(text), start + left, start + left + len(text))
    return Word(text, start + left, start + left + len(text))


def _open_segment(before: str, end: int) -> Segment:
    """The words back to the last hard boundary or opening mark, or to one word of running text before a name."""
    floor = 0 if before.isascii() else max((match.end() for match in _HAN.finditer(before, 0, end)), default=0)
    found: list[Word] = []
    opened = bounded = initial = False
    for start, token in _tokens(before, floor, end):
        if found and _ends(token) and not (token.endswith(",") and _COMPANY_TAIL.fullmatch(found[-1].text)):
            bounded, initial = True, token[-1] in ".!?"
            break
        word = _bare(token, start)
        if not found:
            word = _without_possessive(word)
        if word.text:
            found.append(word)
            opened = _OPENING.match(token) is not None
            if opened or _running_text(found) or len(found) == MOST_WORDS:
                break
    else:
        bounded, initial = True, floor == 0
    return Segment(tuple(reversed(found)), closed=False, opened=opened, bounded=bounded or opened, initial=initial)


def _tokens(before: str, floor: int, end: int) -> Iterator[tuple[int, str]]:
    """The tokens between the two places with where they start, from the last to the first."""
    stretch = before[floor:end]
    if any(mark in stretch for mark in "—|/"):
        yield from ((match.start(), match.group()) for match in reversed(list(_TOKEN.finditer(before, floor, end))))
        return
    place = end
    for token in reversed(stretch.split()):
        place = before.rfind(token, floor, place)
        yield place, token


def _running_text(words: list[Word]) -> bool:
    """Whether the word found last, the leftmost, cannot belong to the name that begins with a capital at the right."""
    found = words[-1].nature
    return words[0].nature.capital and not found.capital and not found.connector


def _without_possessive(word: Word) -> Word:
    text = _POSSESSIVE.sub("", word.text)
    return Word(text, word.start, word.start + len(text)) if text else word


def _ends(token: str) -> bool:
    """Whether a name can no longer go on to the left across this token."""
    if _HARD_END.search(token):
        return True
    return token.endswith(".") and not is_abbreviation(token)


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
