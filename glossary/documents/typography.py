"""What fonts and printers did to the words, put right.

Ligatures; radicals drawn as the characters that they look like; letters spaced out; words divided at the end of a
line.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from glossary.documents.lines import Line
from glossary.lang.hygiene import written_out
from glossary.lang.script import HAN
from glossary.tables import rows
from glossary.tables import words as table_words

__all__ = ["ended", "is_divided", "plain", "run_on", "vocabulary"]

_HYPHEN = "\ufffe"  # as PDFium gives it at the end of a line
_HYPHENS = frozenset(f"{_HYPHEN}‐-")
_TAIL = 80  # code points at the end of a line that hold its last two words
_DIVIDED = re.compile(r"(?:([^\W\d_]+)\s+)?\b([^\W\d_]+)[\ufffe‐-]$")
_HALF = re.compile(r"[^\W\d_]+[\ufffe‐-]$")
_NEXT = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_SPACED = re.compile(rf"(?<![{HAN}])[{HAN}](?: [{HAN}]){{2,}}(?![{HAN}])")
_SIGNS = "\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff60"
_LOOSE = re.compile(  # spaces of a line drawn out to the margin
    rf"(?<=[(\[]) (?=[{HAN}])|(?<=[{HAN}]) (?=[)\]])|(?<=[{_SIGNS}]) | (?=[{_SIGNS}])"
)
_LETTER = re.compile(rf"(?<=[{HAN}]) ([A-Z0-9]{{1,2}}) (?=[{HAN}])")  # set apart by programs: 阿 Q 正傳
_WIDE_SIGN = re.compile("[\u3000-\u303f\uff01-\uff60]")
_HAN = re.compile(f"[{HAN}]")
_SYMBOLS = {0xAD: None, 0xF0B7: "•", 0xF0A7: "▪", 0xF076: "◆"}  # soft hyphens; bullets of the font Symbol
_OPENS = frozenset("(（[【「『《〈“‘/")
_CLOSES = frozenset(")）]】」』》〉”’/,.;:!?，。、；：！？")


def plain(line: Line) -> Line:
    r"""The line in ordinary characters.

    >>> plain(Line("( 何 ⽴ 峰 ) met oﬃcials of ⻄安")).text
    '(何立峰) met officials of 西安'
    """
    text = line.text
    if text.isascii():
        return line
    text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), written_out(text))
    text = text.translate(_SYMBOLS)
    text = _SPACED.sub(lambda found: found[0].replace(" ", ""), text)
    text = _LETTER.sub(r"\1", _LOOSE.sub("", text))
    return line if text == line.text else replace(line, text=text)


def is_divided(text: str) -> bool:
    """Whether the text breaks off with a hyphen behind a word.

    >>> is_divided("Semi-"), is_divided("so -")
    (True, False)
    """
    return text[-1:] in _HYPHENS and _DIVIDED.search(text[-_TAIL:]) is not None


def ended(text: str) -> str:
    """The text of a line behind which nothing runs on."""
    return text.replace(_HYPHEN, "-")


def vocabulary(lines: Iterable[str]) -> Counter[str]:
    """How often each word stands whole in the lines, in small letters; words with hyphens count as such.

    >>> sorted(vocabulary(["Tsai Ing-wen of Tai-", "wan in Taiwan"]).items())[:3]
    [('in', 1), ('ing-wen', 1), ('of', 1)]
    """
    counted: Counter[str] = Counter()
    for line in lines:
        whole = line if line[-1:] not in _HYPHENS else _HALF.sub("", line)
        counted.update(_WORD.findall(whole.lower()))
    return counted


def run_on(text: str, after: str, words: Mapping[str, int]) -> str:
    """The text of a line with what stands between it and the next, which carries it on.

    ``words`` are those of the whole document: they tell whether a hyphen belongs to the word that is divided.

    >>> run_on("Taiwan Semi-", "conductor", {}), run_on("Tsai Ing-", "wen", {}), run_on("He Lifeng", "(何立", {})
    ('Taiwan Semi', 'Tsai Ing-', 'He Lifeng ')
    >>> run_on("何立", "峰）", {}), run_on("(TSMC,", "台積電)", {}), run_on("昨天，", "Scott", {})
    ('何立', '(TSMC, ', '昨天，')
    """
    divided = _DIVIDED.search(text[-_TAIL:]) if text[-1:] in _HYPHENS else None
    following = _NEXT.match(after)
    if divided and following:
        kept = _keeps_hyphen(divided[2], following[0], words, surname=divided[1] or "")
        return text[:-1] + ("-" if kept else "")
    text = ended(text)
    last, first = text[-1:], after[:1]
    if last in _OPENS or first in _CLOSES or _WIDE_SIGN.match(last) or _WIDE_SIGN.match(first):
        return text
    return text if _HAN.match(last) and _HAN.match(first) else f"{text} "


def _keeps_hyphen(left: str, right: str, words: Mapping[str, int], *, surname: str) -> bool:
    """Whether two halves of a word have a hyphen between them where they stand on one line.

    ``surname``: the word before them, which may be one.
    """
    with_hyphen, without = (words.get(f"{left}{sign}{right}".lower(), 0) for sign in ("-", ""))
    if with_hyphen != without:
        return with_hyphen > without
    if right[0].isupper():  # Anglo-American
        return True
    name = (surname, left, right)
    return (
        surname.lower() not in table_words("function_words")
        and all(part.lower() in _syllables() for part in name)
        and surname[0].isupper()
        and left[0].isupper()
    )


@cache
def _syllables() -> frozenset[str]:
    """Every syllable of a Chinese name in any romanization: Ing, wen."""
    from glossary.lang.romanization.spellings import FAMILIES

    tables = (rows(f"romanization_{family}") for family in FAMILIES)
    return frozenset(word for table in tables for row in table for cell in row[1:-2] for word in cell.split())
