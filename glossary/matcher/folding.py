"""The spelling under which text and names are compared: the same number of characters, one for each.

Chinese characters are folded to one script and shape, full-width letters and accents to plain ones, and every kind of
hyphen, apostrophe, quotation mark, dot, space and unseen character to one. Case is kept: it tells a name from a word.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from glossary.lang import script

__all__ = ["PARAGRAPH", "Squeezed", "fold", "is_mostly_chinese", "squeeze"]

PARAGRAPH = "\u2029"  # what an empty line becomes: no name goes over it
_LIKE = {
    "-": "\u2010\u2011\u2012\u2013\u2212\ufe63",
    "'": "\u2018\u2019\u02bc\u02bb\u2032\uff07",
    '"': "\u201c\u201d\u201e\uff02",
    "\u200b": "\u00ad\u200c\u200d\u2060\ufeff",  # what is not seen
    "·": script.DOTS,
    " ": "\t\n\r\x0b\x0c\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u2028\u3000",
}
_EMPTY_LINE = PARAGRAPH * 2
_RAGGED = re.compile(r"\n\n(?:(?=\s)|(?<=\s\n\n))")  # an empty line is part of a longer run of spaces
_UNSEEN = "\u200b"
# Of a folded text. It begins with plain characters, which are searched for ten times as fast as a class of them.
_SPACES = re.compile(r"  +")
_SPACES_AND_UNSEEN = re.compile(rf"  +|{_UNSEEN}+")
_SAMPLE = 4096  # characters by which a text is known to be mostly Chinese
_OTHER = re.compile(r"[^ -~][^ -~]*")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")  # the first plane
_MUCH = 500_000  # characters of Chinese texts from which the quicker tables are worth their making
_PIECE = 8192  # characters that are folded at once with them
_FEW = 24  # different ones that folding changes, in the first of a piece
_FIRST = 256


class _Table(dict[int, int]):
    """A table for ``str.translate`` that works a character out when it is first met."""

    used = 0  # characters of Chinese texts that were folded with it

    def __missing__(self, code: int) -> int:
        self[code] = found = _folded(code)
        return found


def _folded(code: int) -> int:
    char = chr(code)
    if script.is_han(char):
        plain = script.fold(char)
    elif unicodedata.is_normalized("NFKD", char):
        return code
    else:
        plain = unicodedata.normalize("NFKC", char)
        apart = unicodedata.normalize("NFKD", plain)
        if len(apart) > 1 and all(map(unicodedata.combining, apart[1:])):
            plain = apart[0]
    if len(plain) != 1 or plain == char:
        return code
    return _TABLE[ord(plain)]  # ㊖, 財, 财


_TABLE = _Table({ord(char): ord(plain) for plain, chars in _LIKE.items() for char in chars})


@cache
def _plane() -> list[int]:
    """The table for the first plane of Unicode as a list, in which a character is found faster."""
    table = list(range(0x10000))
    for code in (*range(0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0x10000)):
        table[code] = _TABLE[code]
    table[0x3400:0xA000] = map(ord, script.fold("".join(map(chr, table[0x3400:0xA000]))))
    return table


@cache
def _changing() -> re.Pattern[str]:
    """What finds a character of the first plane that folding changes."""
    changed = (chr(code) for code, plain in enumerate(_plane()) if code != plain)
    return re.compile(f"[{re.escape(''.join(changed))}]")


def is_mostly_chinese(text: str) -> bool:
    """Whether most characters are, as far as the beginning of the text shows.

    >>> is_mostly_chinese("台積電今天上漲"), is_mostly_chinese("TSMC (台積電) rose")
    (True, False)
    """
    sample = text[:_SAMPLE]
    return len(sample.encode("utf-8", "replace")) > 2 * len(sample)


def fold(text: str) -> str:
    """The text as it is compared, of the same length.

    >>> fold("臺積電 Ｔｓａｉ Ing‑wen’s Lǚ"), fold("史蒂夫‧賈伯斯")
    ("台积电 Tsai Ing-wen's Lu", '史蒂夫·贾伯斯')
    """
    if text.isascii() and text.isprintable():  # as most English names are
        return text
    if not is_mostly_chinese(text):
        return _OTHER.sub(_translated, text)
    if len(text) <= _FIRST or _TABLE.used + len(text) < _MUCH:
        _TABLE.used += len(text)
        return text.translate(_TABLE)
    return "".join(_piece(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE))


def _piece(text: str) -> str:
    """A piece of a Chinese text, folded.

    Simplified text has few different characters that change (its punctuation): to find and replace one after the other
    takes a third of the time in which all characters are translated.
    """
    if len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text):
        text = _BEYOND.sub(_translated, text)
    search, done = _changing().search, 0
    for _ in range(2 * _FEW if len(set(_changing().findall(text, 0, _FIRST))) <= _FEW else 0):
        found = search(text, done)
        if found is None:
            return text
        done = found.end()
        text = text.replace(found[0], chr(_TABLE[ord(found[0])]))
    return text.translate(_plane())


def _translated(run: re.Match[str]) -> str:
    return _translate(run[0])


@lru_cache(4096)
def _translate(run: str) -> str:
    return run.translate(_TABLE)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A folded text with one space for every run of them, and the way back: each cut, and what was lost so far."""

    text: str
    cuts: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()

    def place(self, offset: int) -> int:
        """The offset in the text as it was."""
        found = bisect_right(self.cuts, offset) if self.cuts else 0
        return offset + self.lost[found - 1] if found else offset

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of at least one character begins and ends in the text as it was."""
        cuts = self.cuts
        if not cuts:
            return start, end
        found = bisect_right(cuts, start)
        lost = self.lost[found - 1] if found else 0
        if found == len(cuts) or cuts[found] >= end:
            return start + lost, end + lost
        return start + lost, self.place(end - 1) + 1


def squeeze(text: str) -> Squeezed:
    r"""The text folded, with runs of spaces as one, an empty line as :data:`PARAGRAPH`, and without what is not seen.

    Where no empty line is a part of a longer run they keep their length: most texts then need no way back.

    >>> squeeze("He\r\n  Lifeng").text, squeeze("He\n\n\nLìfēng").text, squeeze("He\n\nLìfēng").text
    ('He Lifeng', 'He\u2029Lifeng', 'He\u2029\u2029Lifeng')
    >>> squeeze("He\r\n  Lifeng").place(3)
    6
    """
    empty = "\n" in text and "\n\n" in text  # one character is found ten times as fast as two
    ragged = text[:1].isspace() or text[-1:].isspace() or (empty and _RAGGED.search(text))
    folded = fold(text.replace("\n\n", _EMPTY_LINE) if empty and not ragged else text)
    if "  " not in folded and _UNSEEN not in folded:
        return Squeezed(folded)
    pieces, cuts, lost = [], [], []
    done = gone = 0
    for run in (_SPACES_AND_UNSEEN if _UNSEEN in folded else _SPACES).finditer(folded):
        start, end = run.span()
        kept = "" if run[0][0] == _UNSEEN else _kept(text[start:end])
        pieces.append(folded[done:start])
        pieces.append(kept)
        gone += end - start - len(kept)
        done = end
        cuts.append(end - gone)
        lost.append(gone)
    return Squeezed("".join((*pieces, folded[done:])), tuple(cuts), tuple(lost))


@lru_cache(256)
def _kept(run: str) -> str:
    """What is left of a run of spaces."""
    return PARAGRAPH if run.replace("\r\n", "\n").count("\n") > 1 else " "
