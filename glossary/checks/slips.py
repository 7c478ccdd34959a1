"""Names that are nearly another one: He Lifang, 何力峰."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from glossary import keys
from glossary.lang.script import has_han
from glossary.matcher.folding import fold
from glossary.model import Span

__all__ = ["WORD", "is_slip", "near", "one_apart"]

WORD = re.compile(r"[^\W\d_]+(?:(?!['’]s\b)[-'’.][^\W\d_]+)*")
_LIKE = 0.74  # ratio from which two spellings are one with a slip: Lifeng, Lifang


def is_slip(text: str, name: str) -> bool:
    """Whether a spelling is the name with a slip, and not a part of it or another name.

    >>> is_slip("Jun Hee", "Jun He"), is_slip("Jun", "Jun He"), is_slip("Ken Wu", "Jun He")
    (True, False, False)
    """
    own, wanted = keys.latin(text), keys.latin(name)
    words = {frozenset(map(keys.latin, one.split())) for one in (text, name)}
    part = len(words) == 1 or any(one < other for one in words for other in words)
    return (
        own[:1] == wanted[:1]
        and own != wanted
        and not part
        and SequenceMatcher(None, own, wanted, autojunk=False).ratio() >= _LIKE
    )


def one_apart(one: str, other: str) -> bool:
    """Whether two names of three characters or more differ in one.

    >>> one_apart("何立峰", "何力峰"), one_apart("林剑", "林建")
    (True, False)
    """
    return len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def near(text: str, name: str) -> Iterator[Span]:
    """Where a text has a name with a slip: one character of three or more, or another spelling of as many words.

    >>> [span.of("外長林家龍說") for span in near("外長林家龍說", "林佳龍")]
    ['林家龍']
    """
    if has_han(name):
        folded, wanted = (fold(one) for one in (text, name))
        places = (Span(at, at + len(wanted)) for at in range(len(folded) - len(wanted) + 1))
        yield from (span for span in places if len(folded) == len(text) and one_apart(span.of(folded), wanted))
        return
    words, size = list(WORD.finditer(text)), len(name.split())
    for first, last in zip(words, words[size - 1 :], strict=False):
        span = Span(first.start(), last.end())
        if size > 1 and first[0][0] == name[0] and is_slip(span.of(text), name):
            yield span
