"""The spelling under which text and names are compared: the same number of characters, one for each.

Chinese characters are folded to one script and shape, full-width letters and accents to plain ones, and every kind of
hyphen, apostrophe, quotation mark, dot and space to one. Case is kept: it tells a name from a word.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from glossary.lang import script

__all__ = ["PARAGRAPH", "Squeezed", "fold", "squeeze"]

PARAGRAPH = "\u2029"  # what an empty line becomes: no name goes over it
_LIKE = {
    "-": "\u2010\u2011\u2012\u2013\u2212\ufe63",
    "'": "\u2018\u2019\u02bc\u02bb\u2032\uff07",
    '"': "\u201c\u201d\u201e\uff02",
    " ": "\t\n\r\x0b\x0c\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u2028\u3000",
}
# The first character stands alone in these patterns: so the search for it is ten times as fast.
_SPACES = re.compile(r"[^\S\u2029][^\S\u2029]+")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SPACES_AND_UNSEEN = re.compile(rf"[^\S\u2029][^\S\u2029]+|[{_UNSEEN}]+")
_OTHER = re.compile(r"[^ -~][^ -~]*")


class _Table(dict[int, int]):
    """A table for ``str.translate`` that works a character out when it is first met."""

    def __missing__(self, code: int) -> int:
        self[code] = found = _folded(code)
        return found


def _folded(code: int) -> int:
    char = chr(code)
    if script.is_han(char) or script.fold(char) == "·":
        plain = script.fold(char)
    else:
        plain = unicodedata.normalize("NFKC", char)
        apart = unicodedata.normalize("NFKD", plain)
        if len(apart) > 1 and all(map(unicodedata.combining, apart[1:])):
            plain = apart[0]
    return ord(plain) if len(plain) == 1 else code


_TABLE = _Table({ord(char): ord(plain) for plain, chars in _LIKE.items() for char in chars})


def fold(text: str) -> str:
    """The text as it is compared, of the same length.

    >>> fold("臺積電 Ｔｓａｉ Ing‑wen’s Lǚ"), fold("史蒂夫‧賈伯斯")
    ("台积电 Tsai Ing-wen's Lu", '史蒂夫·贾伯斯')
    """
    return _OTHER.sub(_translated, text)


def _translated(run: re.Match[str]) -> str:
    return run[0].translate(_TABLE)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text with one space for every run of them, and the way back: each cut in ``text``, and what was lost so far."""

    text: str
    cuts: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()

    def place(self, offset: int) -> int:
        """The offset in the text as it was."""
        found = bisect_right(self.cuts, offset) if self.cuts else 0
        return offset + self.lost[found - 1] if found else offset


def squeeze(text: str) -> Squeezed:
    r"""The text with runs of spaces as one, an empty line as :data:`PARAGRAPH`, and without what cannot be seen.

    >>> squeeze("He\r\n  Lifeng").text, squeeze("He\n\nLifeng").text
    ('He Lifeng', 'He\u2029Lifeng')
    >>> squeeze("He\r\n  Lifeng").place(3)
    6
    """
    pieces, cuts, lost = [], [], []
    done = gone = length = 0
    unseen = not text.isascii() and any(char in text for char in _UNSEEN)
    for run in (_SPACES_AND_UNSEEN if unseen else _SPACES).finditer(text):
        kept = _kept(run[0])
        pieces += [text[done : run.start()], kept]
        length += run.start() - done + len(kept)
        gone += len(run[0]) - len(kept)
        done = run.end()
        cuts.append(length)
        lost.append(gone)
    if not cuts:
        return Squeezed(text)
    return Squeezed("".join((*pieces, text[done:])), tuple(cuts), tuple(lost))


def _kept(run: str) -> str:
    """What is left of a run of spaces."""
    if not run[0].isspace():
        return ""
    return PARAGRAPH if run.replace("\r\n", "\n").count("\n") > 1 else " "
