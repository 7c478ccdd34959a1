"""Where nothing is a name: addresses, e-mail, file names, code, tags."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

__all__ = ["Protected"]

_PATTERNS = (  # what must be in a text for the pattern to be worth a search, and the pattern; each is bounded
    ("```", re.compile(r"^ {0,3}(`{3,}).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)),
    ("~~~", re.compile(r"^ {0,3}(~{3,}).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)),
    ("`", re.compile(r"(?<!`)(`+)(?!`)(?:[^\n]|\n(?!\s*\n)){1,300}?(?<!`)\1(?!`)")),
    ("`", re.compile(r"(?<!\w):[\w+-]{2,30}:(?=`)")),  # the role of marked text: :label:`fig_one`
    ("<", re.compile(r"</?[A-Za-z][^<>\n]{0,500}>|<!DOCTYPE[^<>]{0,500}>")),
    ("](", re.compile(r"\]\([^()\s]{1,500}(?:\s\"[^\"\n]{0,200}\")?\)")),
    ("[^", re.compile(r"\[\^[^\]\s]{1,80}\]")),
    ("]:", re.compile(r"^ {0,3}\[[^\]\n]{1,80}\]:\s*\S+", re.MULTILINE)),
    ("$$", re.compile(r"\$\$.{1,2000}?\$\$", re.DOTALL)),
)
_ELEMENT = re.compile(r"<(?:(script|style|code|pre|kbd|samp|var)\b[^<>]{0,300}>|!--)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s\u2029\u3000-\u303f\uff00-\uffef\u2e80-\u2fff\u3400-\u9fff\"“”‘’<>]+")
_ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]{1,15}://|(?:www\.|mailto:|doi:)\S|[\w.+-]+@[\w-]+\.\w|[\w-]+\.(?:com|org|net|gov|edu|io|info|"
    r"co|tw|cn|hk|uk|us|jp|de|fr|eu|me|tv|ai|app|dev)(?![\w-])|"
    r"[\w/\\-]+\.(?:pdf|docx?|xlsx?|pptx?|txt|md|html?|csv|tsv|json|xml|ya?ml|png|jpe?g|gif|svg|zip|gz|py|js|css|epub)"
    r"(?![\w-])|(?:~|\.{0,2})/[\w.-]+/|[A-Z]:\\|\w\(\)|::|&#?\w+;$"
)
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
        self._starts, self._ends = _joined(spans)

    def holds(self, start: int, end: int) -> bool:
        """Whether any of the stretch is protected.

        >>> text = "see `TSMC` on tsmc.com/TSMC or TSMC"
        >>> [Protected(text).holds(at, at + 4) for at in (5, 23, 31)]
        [True, True, False]
        """
        found = bisect_right(self._starts, end - 1) if self._starts else 0
        if found and self._ends[found - 1] > start:
            return True
        text = self._text
        if (start and text[start - 1] in _IN_ADDRESSES) or text[end : end + 1] in _IN_ADDRESSES:
            return self._in_address(start, end)
        return False

    def _in_address(self, start: int, end: int) -> bool:
        """Whether the run of characters around the place, without spaces, is an address or a file name."""
        text = self._text
        farthest = max(0, start - _LONGEST_TOKEN)
        left = max(farthest, *(text.rfind(space, farthest, start) + 1 for space in " \n\u2029"))
        for token in _TOKEN.finditer(text, left, min(len(text), end + _LONGEST_TOKEN)):
            if token.start() > start:
                return False
            if token.end() >= end:
                found = _ADDRESS.search(token[0])
                return found is not None and _covers(token, found, start)
        return False


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


def _covers(token: re.Match[str], address: re.Match[str], start: int) -> bool:
    """Whether the place lies in the address and not in what stands before it: (TSMC,https://…)."""
    begin = token.start() + address.start()
    return start >= begin


def _joined(spans: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """The starts and the ends of the spans after those that overlap were joined."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends
