"""The English words before a gloss, back to where a name can no longer begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

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
_LETTER = re.compile(r"[^\W\d_]")
_INITIALS = re.compile(r"(?:[A-Z]\.)+$|^[A-Z]\.$")
_POSSESSIVE = re.compile(r"['’‘`´]s?$")
# What is no word of a name: calls, keys, prices, times, operators, file names.
_CODE = re.compile(
    r"\(\)|[=<>{}\\$+°#~^]|\d:\d|\.(?:md|txt|py|js|ts|json|html?|css|csv|pdf|png|jpe?g|svg|xml|ya?ml|sh|c|h|cpp)$"
)
_LEFT_MARKS = "“”\"‘’'*_`「」『』《》([{（<"
_RIGHT_MARKS = '“”"‘*_`「」『』《》,;:!?)]}）>'
_QUOTES = frozenset("'’")
_LONGEST_MARKED = 90


class Word(NamedTuple):
    """One word of the segment, without the punctuation around it, where it stands there, and what kind of word it is."""

    text: str
    start: int
    end: int
    nature: Nature


class _Token(NamedTuple):
    """What a token is wherever it stands.

    ``text`` is the word in it, which begins ``shift`` characters after the token and has ``size`` characters there.
    ``ends``: a name cannot go on to the left across it; ``opens``: a mark opens before the word; ``han``: how many
    characters there are up to the last that is Chinese.
    """

    text: str
    shift: int
    size: int
    nature: Nature
    ends: bool
    opens: bool
    letters: bool
    code: bool
    han: int


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


_NOTHING = Segment((), closed=False, opened=False, bounded=False)


def read(before: str) -> Segment:
    """The segment at the end of ``before``; without words where no word of a name stands there.

    >>> [word.text for word in read("In Beijing, Vice Premier He Lifeng ").words]
    ['Vice', 'Premier', 'He', 'Lifeng']
    >>> read("the novel *Dream of the Red Chamber* ").closed
    True
    """
    end = len(before.rstrip())
    if end and before[end - 1] in _CLOSERS and (marked := _marked(before, end)) is not None:
        return Segment(words(before, *marked), closed=True, opened=True, bounded=True)
    tokens = _split(before, end)
    last = _token(tokens[-1]) if tokens else None
    if last is None or last.code or not last.letters:
        return _NOTHING
    return _open_segment(before, tokens, end=end)


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


def words(before: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of the stretch."""
    found = [_word(_token(match.group()), match.start()) for match in _TOKEN.finditer(before, start, end)]
    return tuple(word for word in found if word.text)


def _word(token: _Token, start: int) -> Word:
    return Word(token.text, start + token.shift, start + token.shift + token.size, token.nature)


@lru_cache(1 << 14)
def _token(raw: str) -> _Token:
    """The word in a token, without brackets, quotes, emphasis, commas; a full stop of an abbreviation stays."""
    left = len(raw) - len(raw.lstrip(_LEFT_MARKS))
    bare = raw[left:].rstrip(_RIGHT_MARKS)
    if bare.endswith(".") and not is_abbreviation(bare):
        bare = bare[:-1]
    if bare[-1:] in _QUOTES and bare[-2:-1] != "s":
        bare = bare[:-1].rstrip("*_")
    text = plain(bare)
    return _Token(
        text=text,
        shift=left,
        size=len(bare),
        nature=nature(text),
        ends=_HARD_END.search(raw) is not None or (raw.endswith(".") and not is_abbreviation(raw)),
        opens=_OPENING.match(raw) is not None,
        letters=_LETTER.search(text) is not None,
        code=_CODE.search(raw.strip("*_`”’\"',.")) is not None,
        han=0 if raw.isascii() else max((match.end() for match in _HAN.finditer(raw)), default=0),
    )


def _split(before: str, end: int) -> list[str]:
    """The tokens of the text up to ``end``."""
    stretch = before[:end]
    if "/" in stretch or "—" in stretch or "|" in stretch:
        return _TOKEN.findall(stretch)
    return stretch.split()


def _open_segment(before: str, tokens: list[str], *, end: int) -> Segment:
    """The words back to the last hard boundary or opening mark, or to one word of running text before a name."""
    found: list[Word] = []
    for raw in reversed(tokens):
        end = before.rfind(raw, 0, end)
        token = _token(raw)
        if found and token.ends and not (raw[-1] == "," and _COMPANY_TAIL.fullmatch(found[-1].text)):
            return _segment(found, bounded=True, initial=raw[-1] in ".!?")
        if token.han:
            rest = _word(_token(raw[token.han :]), end + token.han)
            return _segment([*found, rest] if rest.text else found, bounded=True)
        if not token.text:
            continue
        found.append(_word(token, end) if found else _without_possessive(_word(token, end)))
        if token.opens:
            return _segment(found, bounded=True, opened=True)
        if _running_text(found) or len(found) == MOST_WORDS:
            return _segment(found)
    return _segment(found, bounded=True, initial=True)


def _segment(found: list[Word], *, opened: bool = False, bounded: bool = False, initial: bool = False) -> Segment:
    return Segment(tuple(reversed(found)), closed=False, opened=opened, bounded=bounded, initial=initial)


def _running_text(found: list[Word]) -> bool:
    """Whether the word found last, the leftmost, cannot belong to the name that begins with a capital at the right."""
    leftmost = found[-1].nature
    return found[0].nature.capital and not leftmost.capital and not leftmost.connector


def _without_possessive(word: Word) -> Word:
    text = _POSSESSIVE.sub("", word.text)
    if not text or text == word.text:
        return word
    return Word(text, word.start, word.start + len(text), nature(text))


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
