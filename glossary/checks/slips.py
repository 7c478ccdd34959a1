"""Names that are nearly another one: He Lifang, 何力峰."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from glossary import keys
from glossary.lang.script import has_han
from glossary.matcher.english import is_word
from glossary.matcher.folding import fold
from glossary.model import Span

__all__ = ["WORD", "is_plain_slip", "is_respelt", "is_slip", "near", "one_apart"]

WORD = re.compile(r"(?<![^\W\d_]['’])[^\W\d_]+(?:(?!['’]s\b)[-'’.][^\W\d_]+)*")
_SHORTEST = 5  # letters of a name of one word in which a slip is seen
_NEARLY = 0.85  # ratio from which two words are one with a slip
_INFLECTED = re.compile(r"s|n|an|ian|ese|ish|er|ers|i|ic")
_ALIKE = 0.5  # ratio of two words, one of which is the other with a slip: Hee, He
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
        and _ratio(own, wanted) >= _LIKE
        and all(map(_are_alike, _in_pairs(text, name)))
    )


def _are_alike(pair: tuple[str, str]) -> bool:
    """Whether two words may be one with a slip; one that a hyphen makes longer is another: Yi, Yi-chun."""
    short, long = sorted(pair, key=len)
    return not long.startswith(f"{short}-") and _ratio(*map(keys.latin, pair)) >= _ALIKE


def is_plain_slip(text: str, name: str) -> bool:
    """Whether a slip is so plain that it can be put right: word for word, none with another first letter.

    >>> [is_plain_slip(text, "Kim Jong-un") for text in ("Kim Jung-un", "Kim Jong-il", "Gim Jong-un")]
    [True, False, False]
    """
    pairs = _in_pairs(text.replace("-", " "), name.replace("-", " "))
    return all(a[0].casefold() == b[0].casefold() and _are_alike((a, b)) for a, b in pairs)


def _in_pairs(text: str, name: str) -> list[tuple[str, str]]:
    """The words of two names of as many words, one beside the other; none where they have not."""
    one, other = text.split(), name.split()
    return list(zip(one, other, strict=True)) if len(one) == len(other) else []


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


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
    alone = name.rsplit(maxsplit=1)[-1]
    yield from (Span(*found.span()) for found in words if is_respelt(found[0], alone))


def is_respelt(word: str, name: str, *, least: float = _NEARLY) -> bool:
    """Whether a word is nearly a long one-word name: Zelensky for Zelenskyy; a people, a plural or an adjective is not.

    >>> is_respelt("Zelensky", "Zelenskyy"), is_respelt("Davoss", "Davos"), is_respelt("Taiwanese", "Taiwan")
    (True, True, False)
    """
    own, wanted = keys.latin(word), keys.latin(name)
    if own == wanted or own[:1] != wanted[:1] or min(len(own), len(wanted)) < _SHORTEST or is_word(word):
        return False
    inflected = own.startswith(wanted) and _INFLECTED.fullmatch(own[len(wanted) :]) and own != wanted + wanted[-1]
    return not inflected and _ratio(own, wanted) >= least
