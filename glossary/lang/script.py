"""Chinese characters and their two scripts: which characters are Han, how names compare, which script a text is in.

Look-up uses this at start-up, so it imports nothing from outside and its table is read on first use.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from enum import StrEnum
from functools import cache

from glossary.tables import rows

__all__ = [
    "DOTS",
    "HAN",
    "Script",
    "counts",
    "document_script",
    "fold",
    "foreign",
    "has_han",
    "in_both",
    "is_han",
    "script_of",
]

# Radicals, 々 and 〇, the unified blocks, compatibility ideographs, and the two supplementary planes.
HAN = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_KANA = re.compile(r"[\u3041-\u30fa\u30fd-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]*")
DOTS = "·・‧．•･∙⋅●‧᛫"
_DROPPED = "《》〈〉「」『』﹁﹂﹃﹄"
_OWN = 20.0  # times in a million characters of traditional text from which a character is one of it
_SAMPLE = 20_000  # characters: enough to know the script of any text, and quick on a book


class Script(StrEnum):
    """Which Chinese script a text is in, as far as its characters show."""

    HANT = "hant"
    HANS = "hans"
    BOTH = "both"  # Han characters that both scripts share
    NONE = "none"  # no Han characters

    @property
    def tag(self) -> str:
        """The language tag of a script; empty for both and none.

        >>> Script.HANS.tag, Script.BOTH.tag
        ('zh-Hans', '')
        """
        return _TAGS.get(self, "")

    @classmethod
    def tagged(cls, lang: str) -> Script | None:
        """The script that a language tag names, None where it names none.

        >>> Script.tagged("zh-Hant-TW"), Script.tagged("en") is None
        (<Script.HANT: 'hant'>, True)
        """
        return _TAGGED.get(lang[:7])


_TAGS = {Script.HANT: "zh-Hant", Script.HANS: "zh-Hans"}
_TAGGED = {tag: script for script, tag in _TAGS.items()}


def is_han(char: str) -> bool:
    """Whether ``char`` is a Chinese character (kana and punctuation are not).

    >>> is_han("峰"), is_han("〇"), is_han("の"), is_han("·")
    (True, True, False, False)
    """
    return bool(_HAN.fullmatch(char))


def has_han(text: str) -> bool:
    """Whether ``text`` holds a Chinese character.

    >>> has_han("TSMC台積電"), has_han("TSMC")
    (True, False)
    """
    return _HAN.search(text) is not None


def foreign(text: str) -> str:
    """The language whose own letters ``text`` holds, Japanese or Korean; empty where it holds none.

    >>> foreign("トヨタ自動車"), foreign("한글"), foreign("史蒂夫・賈伯斯")
    ('ja', 'ko', '')
    """
    return "ja" if _KANA.search(text) else "ko" if _HANGUL.search(text) else ""


@cache
def _tables() -> tuple[dict[int, str | None], frozenset[str], frozenset[str]]:
    """The fold as a ``str.translate`` table, and the characters of one script only (hant, hans)."""
    fold_to: dict[int, str | None] = dict.fromkeys(map(ord, _DROPPED))
    fold_to.update(dict.fromkeys(map(ord, DOTS), "·"))
    hant: set[str] = set()
    hans: set[str] = set()
    for base, base_script, traditional, other in rows("folding"):
        for char in traditional + other:
            fold_to[ord(char)] = base
        hant.update(traditional)
        if base_script:
            hans.add(base)
    return fold_to, frozenset(hant), frozenset(hans)


def counts(text: str) -> tuple[int, int]:
    """How many Latin letters and how many Chinese characters the text has.

    >>> counts("TSMC, 台積電")
    (4, 3)
    """
    return len(_LATIN.findall(text)), len(_HAN.findall(text))


def fold(text: str) -> str:
    """The key under which Chinese strings compare: one script, one shape of each character, one kind of dot.

    White space and 《》「」 go, Latin letters lose their case. Not for display: 后 and 後 have one key.

    >>> fold("臺積電") == fold("台积电")
    True
    >>> fold("史蒂夫‧賈伯斯")
    '史蒂夫·贾伯斯'
    >>> fold("《魔戒》 TSMC")
    '魔戒tsmc'
    """
    table = _tables()[0]
    if _IDEOGRAPHS.fullmatch(text):  # nearly all names: no letters, signs or compatibility shapes
        return text.translate(table)
    # Casefolding may leave NFKC, and dropping a space may bring a letter and an accent together.
    normal = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text.translate(table)).casefold())
    return unicodedata.normalize("NFKC", "".join(normal.translate(table).split()))


def script_of(text: str) -> Script:
    """The script that the characters of ``text`` show; ``both`` where they could be either.

    A text with characters of either script goes with the more frequent one.

    >>> [str(script_of(name)) for name in ("林劍", "林剑", "林文", "Lin")]
    ['hant', 'hans', 'both', 'none']
    """
    _, hant, hans = _tables()
    traditional = 0 if hant.isdisjoint(text) else sum(char in hant for char in text)
    simplified = 0 if hans.isdisjoint(text) else sum(char in hans for char in text)
    if traditional == simplified:
        return Script.BOTH if has_han(text) else Script.NONE
    return Script.HANT if traditional > simplified else Script.HANS


@cache
def in_both() -> frozenset[str]:
    """Characters that stand for others in simplified text and for themselves in traditional text: 舍, 涂 as a surname.

    >>> [char in in_both() for char in "舍涂剑"]
    [True, True, False]
    """
    usual = {char for char, _, often in rows("common_characters") if float(often) > _OWN}
    return frozenset(usual | {row[0] for row in rows("hant_names") if row[0] in row[1:]})


def document_script(text: str) -> Script:
    """The script of a document, by vote of the characters that only one script has.

    Reads a sample of a long text: its beginning, middle and end.

    >>> str(document_script("中国人民银行行长潘功胜说"))
    'hans'
    >>> str(document_script("Lao She (老舍) wrote it."))
    'both'
    """
    if len(text) > _SAMPLE:
        part = _SAMPLE // 3
        middle = (len(text) - part) // 2
        text = text[:part] + text[middle : middle + part] + text[-part:]
    _, hant, hans = _tables()
    counted = Counter(text)
    traditional = sum(counted[char] for char in counted.keys() & hant)
    simplified = sum(counted[char] for char in counted.keys() & hans if char not in in_both())
    if traditional == simplified:
        return Script.BOTH if has_han(text) else Script.NONE
    return Script.HANT if traditional > simplified else Script.HANS
