"""What a Chinese name has in other letters and digits: the T of T恤, the 2024 of 2024年大選.

Readings keep it as it stands, a word of its own: GB/T 16159-2012 leaves Arabic numerals as they are (635 fēnjī), and
dictionaries do so with letters (A gǔ).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from glossary.lang.script import HAN

__all__ = ["Kept", "interleaved", "kept", "read_part"]

# Kana, bopomofo and hangul are letters as well, but none that a reader of pinyin expects in it.
_LETTER = f"(?![{HAN}\u3040-\u30ff\u3100-\u318f\u31a0-\u31ff\uac00-\ud7af])[^\\W_]"
_ANY = re.compile(_LETTER)
_PIECE = re.compile(rf"(?P<kept>(?:{_LETTER})+(?:[-–'’.·&/+:](?:{_LETTER})+)*[+#%]*)|[{HAN}]")


class Kept(NamedTuple):
    """Letters and digits of a name, and how many Chinese characters stand before them; ``ordinal``: one is 第."""

    place: int
    text: str
    ordinal: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it ends in a digit, so that a measure word may follow."""
        return self.text[-1].isdecimal()


def kept(name: str) -> tuple[Kept, ...]:
    """What of the name is in other letters and digits, in order, full-width forms as plain ones; few have any.

    >>> kept("第5屆AKB48總選舉"), kept("何立峰")
    ((Kept(place=1, text='5', ordinal=True), Kept(place=2, text='AKB48', ordinal=False)), ())
    """
    if not _ANY.search(name):
        return ()
    found, place, before = [], 0, ""
    for piece in _PIECE.finditer(name):
        if piece["kept"]:
            found.append(Kept(place, unicodedata.normalize("NFKC", piece["kept"]), before == "第"))
        else:
            place += 1
        before = piece[0]
    return tuple(found)


def interleaved(said: Sequence[str], others: Sequence[Kept]) -> Sequence[str]:
    """What is said for each Chinese character, with what was kept in its place.

    >>> interleaved(("nian2", "da4", "xuan3"), kept("2024年大選"))
    ['2024', 'nian2', 'da4', 'xuan3']
    """
    if not others:
        return said
    found, start = [], 0
    for one in others:
        found += [*said[start : one.place], one.text]
        start = one.place
    return [*found, *said[start:]]


def read_part(reading: str, name: str) -> str:
    """The reading, as somebody writes it, without what the name has in other letters and digits.

    >>> read_part("2024 nián dàxuǎn", "2024年大選").strip(), read_part("ka3 la1 O K", "卡拉OK").strip()
    ('nián dàxuǎn', 'ka3 la1')
    """
    for one in kept(name):
        spelt = r"\W*".join(map(re.escape, filter(str.isalnum, one.text)))
        reading = re.sub(rf"(?<![^\W_]){spelt}(?![^\W_])", " ", reading, count=1, flags=re.IGNORECASE)
    return reading
