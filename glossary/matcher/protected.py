"""Where nothing is a name: addresses, e-mail, file names, code, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from glossary.matcher.stretches import Stretches

__all__ = ["Protected"]

_TITLE = r"""(?:\s+(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'))?"""  # of a link
_PATTERNS = (  # what must be in a text for the pattern to be worth a search, and the pattern; each is bounded
    ("```", re.compile(r"^ {0,3}(`{3,}).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)),
    ("~~~", re.compile(r"^ {0,3}(~{3,}).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)),
    ("`", re.compile(r"(?<!`)(`+)(?!`)(?:[^\n]|\n(?!\s*\n)){1,300}?(?<!`)\1(?!`)")),
    ("`", re.compile(r"(?<!\w):[\w+-]{2,30}:(?=`)")),  # the role of marked text: :label:`fig_one`
    ("<", re.compile(r"</?[A-Za-z][^<>\n]{0,500}>|<!DOCTYPE[^<>]{0,500}>")),
    ("](", re.compile(rf"\]\([^()\s]{{1,500}}(?:\([^()\s]{{0,100}}\)[^()\s]{{0,300}}){{0,3}}{_TITLE}\)")),
    ("[^", re.compile(r"\[\^[^\]\s]{1,80}\]")),
    ("]:", re.compile(r"^ {0,3}\[[^\]\n]{1,80}\]:\s*\S+", re.MULTILINE)),
    ("WEBVTT", re.compile(r"^(?:NOTE|STYLE|REGION)\b[^\n]{0,2000}(?:\n[^\n]{1,2000}){0,99}", re.MULTILINE)),
    ("$$", re.compile(r"\$\$.{1,2000}?\$\$", re.DOTALL)),
)
_ELEMENT = re.compile(r"<(?:(script|style|code|pre|kbd|samp|var)\b[^<>]{0,300}>|!--)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s\u2029\u3000-\u303f\uff00-\uffef\u2e80-\u2fff\u3400-\u9fff\"“”‘’<>]+")
_ADDRESS = re.compile(  # a run of letters is tried from its beginning only: long tokens take no more a letter
    r"[a-z][a-z0-9+.-]{1,15}://|(?:www\.|mailto:|doi:)\S|(?<![\w.+-])[\w.+-]++@[\w-]++\.\w|"
    r"(?<![\w-])[\w-]++\.(?:com|org|net|gov|edu|io|info|co|tw|cn|hk|uk|us|jp|de|fr|eu|me|tv|ai|app|dev)(?![\w-])|"
    r"(?<![\w/\\-])[\w/\\-]++\."
    r"(?:pdf|docx?|xlsx?|pptx?|txt|md|html?|csv|tsv|json|xml|ya?ml|png|jpe?g|gif|svg|zip|gz|py|js|css|epub)"
    r"(?![\w-])|(?:~|\.{0,2})/[\w.-]+/|[A-Z]:\\|\w\(\)|::|&#?\w+;$"
)
_SIGNS = frozenset(":.@/\\&")
_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_LONGEST_TOKEN = 2000
_IN_ADDRESSES = frozenset("/\\.:@?=&#%_-~+,;()!$*")


class Protected:
    """The protected stretches of one text: blocks are found at once, addresses when a name stands in one."""

    def __init__(self, text: str) -> None:
        self._text = text
        # A single character is looked for many times as fast as several.
        hinted = (pattern for hint, pattern in _PATTERNS if hint[0] in text and hint in text)
        spans = [found.span() for pattern in hinted for found in pattern.finditer(text)]
        spans += _elements(text)
        self._blocks = Stretches(spans)
        self._token = (0, 0, inf)  # the one looked at last, for the other names in it

    def holds(self, start: int, end: int) -> bool:
        """Whether any of the stretch is protected.

        >>> text = "see `TSMC` on tsmc.com/TSMC or TSMC"
        >>> [Protected(text).holds(at, at + 4) for at in (5, 23, 31)]
        [True, True, False]
        """
        if self._blocks.overlap(start, end):
            return True
        text = self._text
        if (start and text[start - 1] in _IN_ADDRESSES) or text[end : end + 1] in _IN_ADDRESSES:
            return self._in_address(start, end)
        return False

    def _in_address(self, start: int, end: int) -> bool:
        """Whether the run of characters around the place, without spaces, is an address or a file name.

        Not of what stands before the address: (TSMC,https://…).
        """
        if not (self._token[0] <= start and end <= self._token[1]):
            self._token = self._token_of(start, end)
        return self._token[2] <= start

    def _token_of(self, start: int, end: int) -> tuple[int, int, float]:
        """The run of characters around the place: its start and end, and where an address in it begins.

        Where the place is in none: an empty one, at the end of the last run before it.
        """
        text = self._text
        last = self._token[1] if self._token[1] <= start else 0  # names mostly come in order
        farthest = max(last, start - _LONGEST_TOKEN)
        left = max(farthest, *(text.rfind(space, farthest, start) + 1 for space in " \n\u2029"))
        for token in _TOKEN.finditer(text, left, min(len(text), end + _LONGEST_TOKEN)):
            if token.start() > start:
                break
            if token.end() >= end:
                found = _ADDRESS.search(token[0]) if _may_hold_address(token[0]) else None
                return *token.span(), token.start() + found.start() if found else inf
            if token.end() <= start:
                last = token.end()
        return last, last, inf


def _may_hold_address(token: str) -> bool:
    """Whether a run of characters has a sign that every address has, but for what ends a sentence.

    >>> [_may_hold_address(token) for token in ("(TSMC),", "TSMC.", "tsmc.com,", "main()")]
    [False, False, True, True]
    """
    return not _SIGNS.isdisjoint(token.rstrip(".,!?)")) or "()" in token


def _elements(text: str) -> Iterator[tuple[int, int]]:
    """The comments and the elements of HTML whose content is code or no text.

    In time linear in the text: a closing tag that is missing is looked for once.
    """
    lower, done, missing = "", 0, set[str]()
    for found in _ELEMENT.finditer(text) if "<" in text else ():
        closing = f"</{found[1].lower()}" if found[1] else "-->"
        if found.start() < done or closing in missing:
            continue
        lower = lower or _lower(text)
        end = lower.find(closing, found.end())
        if end < 0:
            missing.add(closing)
        else:
            done = end + len(closing)
            yield found.start(), done


def _lower(text: str) -> str:
    """The text with small ASCII letters, of the same length."""
    return text.translate(_SMALL)
