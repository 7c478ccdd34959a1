"""What makes a part of a gloss a remark: the words that it begins or ends with, figures, kana.

The words are in the table ``remarks``, those that go with figures in ``number_words``. A form of figures is a function
in :func:`_figures`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from glossary import tables
from glossary.lang.script import HAN, foreign

__all__ = ["ending_there", "introduces", "is_reference", "is_remark", "reads_like_remark", "uses_foreign_characters"]

_Look = Callable[[str], object]

# A year of a reign: 明治十年, 嘉靖四十五年.
_REGNAL = re.compile(
    rf"[{HAN}]{{0,4}}[元〇零一二三四五六七八九十百]+年(?:[閏闰]?[正一二三四五六七八九十臘腊]+月.{{0,5}})?"
)
_MONEY = re.compile(r"[A-Z]{0,3}[$€£¥]\s?\d.*")  # NT$50
_FOOTNOTE = re.compile(r"[\^!@#$]|:[a-z]{2,3}:")  # and the name in another Wikipedia, :ja:軍団制
_PATTERN = re.compile(rf"[{HAN}]+[-_]\**")  # the beginning of names of files or ids: 委員會-*
# What has to follow the words that begin a remark, by their place in the table.
_OTHER = r"(?=[\s\dA-Za-z「“\"《])"
_AT_START = {
    "start": "",
    "list": "",
    "before-other": _OTHER,
    "list-before-other": _OTHER,
    "figure": r"(?=[\s.]*(?:[^\w\s]|\d|[IVX]+\b(?!\.)|unknown|about|after|before|in\b|$))",
    "small": "",
    "capital": rf"(?= (?-i:[A-ZÀ-Þ])|\s*[{HAN}])",
}
_SMALL = frozenset(("small", "capital"))


def is_remark(text: str) -> bool:
    """Whether a part without a label is a remark by what it is made of, or begins or ends like one.

    >>> is_remark("born 1955"), is_remark("3 February 1899"), is_remark("トヨタ"), is_remark("何立峰")
    (True, True, True, False)
    """
    return any(look(text) for look in _figures()) or uses_foreign_characters(text) or reads_like_remark(text)


def reads_like_remark(text: str) -> bool:
    """Whether the text begins or ends with the words of a remark.

    >>> reads_like_remark("圖 法新社"), reads_like_remark("王某攝"), reads_like_remark("1955")
    (True, True, False)
    """
    opening = _opening(text[:1].casefold())
    return text.endswith(_endings()) or (opening is not None and opening.match(text) is not None)


def introduces(text: str) -> bool:
    """Whether a remark begins with a word that introduces examples or a reference, whatever follows in the gloss.

    >>> introduces("如 host"), introduces("see Appendix B"), introduces("born 1955")
    (True, True, False)
    """
    return text.casefold().startswith(tuple(tables.words("remarks", "list", "list-before-other")))


def is_reference(text: str) -> bool:
    """Whether the text is a place in the same text or a citation.

    >>> is_reference("附錄一"), is_reference("陳2015"), is_reference("陳水扁")
    (True, True, False)
    """
    return _reference().fullmatch(text) is not None


def uses_foreign_characters(text: str) -> bool:
    """Whether the text holds kana, Hangul, or a character that only Japanese writes so.

    >>> uses_foreign_characters("トヨタ"), uses_foreign_characters("渋谷"), uses_foreign_characters("澀谷")
    (True, True, False)
    """
    return bool(foreign(text)) or not _japanese().isdisjoint(text)


def ending_there(words: str) -> str:
    r"""The words as a regular expression that does not match where a longer Latin word begins so.

    >>> bool(re.match(ending_there("see"), "seen")), bool(re.match(ending_there("p."), "p.5"))
    (False, True)
    """
    return re.escape(words) + (r"(?![\w'’-])" if words.isascii() and words[-1].isalpha() else "")


@cache
def _figures() -> tuple[_Look, ...]:
    """The forms of figures: each says of a whole text whether it has that form."""
    forms = (_number(), _date(), _MONEY, _REGNAL, _PATTERN, _reference(), _share())
    return (*(form.fullmatch for form in forms), _FOOTNOTE.match)


@cache
def _number() -> re.Pattern[str]:
    """A number with what is counted: 307–365, 民國88年, 3樓."""
    units = "".join(tables.words("number_words", "unit"))
    return re.compile(rf"(?:{_words('era')})?[\W\d_]*\d[\W\d_]*(?:[A-Za-z]{{0,2}}|[{units}–—\W\d]*)")


@cache
def _date() -> re.Pattern[str]:
    """Days and years in English: 3 February 1899 – 24 August 1966, 307 to 365."""
    return re.compile(
        r"(?=.*(?:\d{4}|\d\D+\d)|[A-Z][a-z]{2,8}\.? \d{1,2}$)"
        r"(?:(?:(?<!\d)\d{1,4}(?:st|nd|rd|th|s)?\b"
        rf"|(?:{_words('date')})(?:(?<=\.)|\b)|(?:{_words('month')})[a-z]*\b\.?)[\s,?–—-]*)+"
    )


@cache
def _reference() -> re.Pattern[str]:
    """Another place in the text, or a citation: 附錄一, 陳2015."""
    return re.compile(
        rf"(?:{_words('reference')})[一二三四五六七八九十\d]+(?:{_words('part')})?|[{HAN}]等? ?(?:19|20)\d\d[a-z]?"
    )


@cache
def _share() -> re.Pattern[str]:
    """A share with its exchange: TSLA-US, 2330.TW, NASDAQ: TSLA."""
    return re.compile(rf"[A-Z0-9]{{1,6}}[-.](?:{_words('market')})|(?:{_words('exchange')})[:：\s].*")


def _words(group: str) -> str:
    return tables.alternatives("number_words", group)


@cache
def _japanese() -> frozenset[str]:
    return frozenset("".join(tables.words("japanese")))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(tables.words("remarks", "end"))


@lru_cache(1024)  # compiled when a text first begins so
def _opening(first: str) -> re.Pattern[str] | None:
    """What begins a remark, of those with this first letter or character."""
    several = _openings().get(first)
    return re.compile("|".join(several), re.IGNORECASE) if several else None


@cache
def _openings() -> dict[str, list[str]]:
    """What begins a remark, as regular expressions by its first letter or character."""
    patterns: dict[str, list[str]] = {}
    for text, place in tables.rows("remarks"):
        if place in _AT_START:
            words = f"(?-i:{ending_there(text)})" if place in _SMALL else ending_there(text)
            patterns.setdefault(text[0].casefold(), []).append(words + _AT_START[place])
    return patterns
