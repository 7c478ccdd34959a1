"""What the text around a name shows of its kind: an office before it, a verb of saying after it, a generic word near.

The words are in the tables ``before_words`` and ``after_words``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import takewhile

from glossary import tables
from glossary.lang import generics, script
from glossary.lang.titles import OFFICES, nature
from glossary.model import Kind

__all__ = ["signs"]

_PASSED = frozenset(("of", "the", "in"))  # between an office and a name: mayor of the
_PUNCTUATION = "\"'“”‘’*_`()[]—–-&/|"
_FIRST_WORD = re.compile(r"\W{0,3}([A-Za-z]+)")
_WORD_OR_STOP = re.compile(r"[A-Za-z'’-]+|[,.;:()]")
_STOPS = frozenset(",.;:()")
_NEAR = 5  # words and commas on either side among which a generic word speaks
_LONGEST_AFTER = 3  # characters


def signs(before: str, after: str) -> list[str]:
    """What the text around the names shows.

    >>> signs("French President ", " said"), signs("他住在", "。")
    (['before-role', 'after-saying'], ['before-preposition'])
    """
    found = ["before-personal-name"] if "name" in before and _announced().search(before) else []
    if sign := _before(before.rstrip("《〈「『“‘\"'*_` \t")):
        found.append(sign)
    word = _FIRST_WORD.match(after)
    if sign := tables.mapping("after_words").get(word[1].casefold(), "") if word else _after(after[:_LONGEST_AFTER]):
        found.append(f"after-{sign}")
    found.extend(_nearby(before, after))
    return found


@cache
def _announced() -> re.Pattern[str]:
    """What says that a person's name follows: courtesy name, whose surname is."""
    sorts = tables.alternatives("naming", "personal-sort")
    return re.compile(rf"(?:\b(?:{sorts})[ -]?names?|\bsurnames?)(?: was| were| is| to| of|,|:)?\W*$")


def _nearby(before: str, after: str) -> Iterator[str]:
    """The kind of an English generic word close by: a hospital called X; X, a city in Spain; X modeling agency."""
    if after[:1].isascii() and (words := _WORD_OR_STOP.findall(after)):
        apposed = words[0] == ","
        if kind := _first_said(words[apposed:_NEAR]):
            yield f"{'apposed' if apposed else 'behind'}-{kind}"
    words = _WORD_OR_STOP.findall(before) if before[-1:].isascii() else []
    if words and words[-1] not in _STOPS and (kind := _first_said(words[-2 : -_NEAR - 1 : -1])):
        yield f"ahead-{kind}"


def _first_said(words: Iterable[str]) -> Kind | None:
    """The kind that the first generic word of a phrase tells."""
    phrase = takewhile(lambda word: word not in _STOPS, words)
    return next(filter(None, map(generics.of_word, phrase)), None)


@lru_cache(1 << 12)
def _after(after: str) -> str:
    """The class of the Chinese word that begins the text after a gloss."""
    starts = (script.fold(after[:size]) for size in range(_LONGEST_AFTER, 0, -1))
    return next((found for start in starts if (found := tables.mapping("after_words").get(start, ""))), "")


def _before(before: str) -> str:
    """The class of the word that ends the text before a name: an office, a preposition, a generic word."""
    if before and before[-1].isascii():
        return _english_before(before) if before[-1] not in ".,;:!?)" else ""
    if _is_role(before[-3:]):
        return "before-role"
    if script.fold(before[-1:]) in tables.lists("edge_characters")["toward"]:
        return "before-preposition"
    kind = generics.generic(f"某{before[-generics.LONGEST :]}") if before else None
    return f"before-{kind}" if kind else ""


def _english_before(before: str) -> str:
    """As :func:`_before`, for English; "of", "the" and "in" are passed over."""
    words = before.split()
    if sort := tables.mapping("before_words").get(" ".join(words[-2:]).casefold().strip(_PUNCTUATION)):
        return f"before-{sort}"
    if words and words[-1].casefold() in tables.words("function_words", "place"):
        return "before-preposition"
    linked = False
    while words and words[-1] in _PASSED:
        linked |= words.pop() != "the"
    sign = _word_before(words[-1]) if words else ""
    return "before-role-of" if linked and sign == "before-role" else sign  # the mayor of what?


@lru_cache(8192)
def _word_before(word: str) -> str:
    """As :func:`_before`, for a word."""
    word = word.strip(_PUNCTUATION)
    title = nature(word).title if word else ""
    if title in OFFICES:
        return "before-role"
    sort = tables.mapping("before_words").get(word.casefold()) or (generics.of_word(word) if word else None)
    return f"before-{sort}" if sort else "before-nationality" if title == "nationality" else ""


@lru_cache(1 << 12)
def _is_role(before: str) -> bool:
    """Whether the three characters of Chinese before the name end in an office or a job: 財政部長, 導演."""
    folded, roles = script.fold(before), tables.words("left_context", "role")
    return any(folded[-length:] in roles for length in (3, 2, 1))
