"""The short names that papers make of a Chinese body's name, and whether one of them stands in a text: 公平會, 竹科.

A short name is made of the name's own characters, in order: it begins with one of its first word and ends with one of
the word that says what it is. A name that holds other characters besides is another body's: 香港中文大學 is not
香港大學. All texts here are folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations

from glossary import tables
from glossary.lang import glosses
from glossary.lang.frequencies import division, part, tag, usage
from glossary.lang.generics import generic as kind_of
from glossary.lang.known_names import is_country
from glossary.matcher.folding import fold
from glossary.model import Kind

__all__ = [
    "begins", "ends_no_name", "goes_on", "is_alone", "is_apart", "is_own", "is_short_of", "parted", "stands",
    "stands_apart", "without_owner",
]  # fmt: skip

_COMMON = 5000  # uses in 60 million words from which a short form is another word: 大會
_BESIDE = 3  # characters beside it that may make a longer word
_OWNERS = ("中央", "联邦", "台湾", "中国", "香港")  # folded; what a short form leaves out at the head
_OTHERS = (*_OWNERS, "国际", "国家", "全国", "世界", "联合国")  # what a body of another has at the head
_LONGEST_REST = 6  # characters after the distinctive part of a name that may make another's of it: 牛津|布魯克斯|大學
_NOUNS = frozenset({"n", "j", "", "b", "a"})  # parts of speech that names are made of; empty for foreign sounds
_SOCIETIES = frozenset({"协会", "学会", "公会", "商会"})  # to which a character is put: 海协会
_MANY = frozenset({"大学", "学院", "银行"})  # of which a place has many
_BEGINNING = (3, 4)  # characters of a firm's name without the last: 中華電, 富邦金
_BEFORE = frozenset({"p", "c", "u", "d", "v", "t"})  # parts of speech that end no name
_ALONE = 4  # characters of a name that is called by a character of each of its first words: 新竹科學園區


def is_short_of(short: str, name: str) -> bool:
    """Whether all characters of the one are in the other, in order.

    >>> is_short_of("公平會", "公平交易委員會"), is_short_of("香港中文大學", "香港大學")
    (True, False)
    """
    rest = iter(name)
    return all(char in rest for char in short)


def parted(own: str, generic: str) -> tuple[str, str]:
    """A name and the word at its end that says what it is; where no table knows that word, its last one.

    >>> parted("台北市政府", ""), parted("公平交易", "委员会")
    (('台北市', '政府'), ('公平交易', '委员会'))
    >>> parted("三军总", "医院")
    ('三军', '总医院')
    """
    if generic:
        return (own[:-1], "总" + generic) if own.endswith("总") and len(own) > 2 else (own, generic)
    last = next(iter(division(own).values()))
    return (own[: -len(last)], last) if 1 < len(last) < len(own) - 1 else (own, "")


def stands(own: str, generic: str, folded: str) -> bool:
    """Whether a short form of the name stands in a text, and is no part of another word there.

    >>> [stands("公平交易", "委员会", text) for text in ("公平会说", "委员会说", "大会说")]
    [True, False, False]
    >>> stands("台北市", "政府", "北市府说"), stands("万海", "航运", "阳明海运说")
    (True, False)
    >>> [stands("行政", "院", text) for text in ("政院说", "批评政院", "民政院说")]
    [True, True, False]
    """
    if len(generic) == 1 and _ends(own[-1] + generic, folded):
        return True
    found = _any_of(own, generic).finditer(folded)
    return any(
        stands_apart(folded, *place.span()) and (generic in _MANY or _is_meant(place[0], own)) for place in found
    )


def _ends(short: str, folded: str) -> bool:
    """Whether the last two characters of a name stand alone in a text, as no word: 政院 for 行政院, but not 法院."""
    if _is_word(short):
        return False
    places = (place.start() for place in re.finditer(re.escape(short), folded))
    return any(ends_no_name(folded[max(0, at - 2) : at]) for at in places)


def ends_no_name(folded: str) -> bool:
    """Whether the last word before a place is one that no name ends in: 批評|政院, but not 民|政院.

    >>> ends_no_name("他批评"), ends_no_name("人民")
    (True, False)
    """
    if not folded[-1:].isalpha():
        return True
    word = next((folded[-size:] for size in (2, 1) if part(folded[-size:])), "")
    return part(word) in _BEFORE


@lru_cache(512)
def _any_of(own: str, generic: str) -> re.Pattern[str]:
    """The short forms that a name may have; not where the name itself begins or goes on: 北銀 is not in 台北銀行."""
    whole = own + generic
    others = {short for short in _made(own, generic) if not (whole.startswith(short) or whole.endswith(short))}
    kept = sorted((short for short in others if usage(short) < _COMMON), key=lambda short: (-len(short), short))
    return re.compile(rf"(?<!{own[0]})(?:{'|'.join(kept) or '(?!)'})(?!{generic[1:2] or '(?!)'})")


def _made(own: str, generic: str) -> Iterator[str]:
    """One to three characters of the name, and one or two of its generic word: 陸委會, 公平會, 金管會, 國安局."""
    ends = {generic[0], generic[-1]} | ({generic[0] + generic[-1]} if len(generic) > 2 else set())
    for head in _heads(own, alone=generic not in _MANY):
        yield from (head + end for end in (ends | {generic} if len(head) > 1 else ends))
    if generic in _SOCIETIES and len(own) >= _ALONE:
        yield own[0] + generic
    if len(generic) > 2:
        yield own + generic[0] + generic[-1]
    if len(own) == _ALONE:
        yield from (own[0] + own[2], own[1] + own[2])


def _heads(own: str, *, alone: bool) -> Iterator[str]:
    """What a short form begins with: of the whole name, and of it without its first word (行政院|環境保護).

    ``alone``: a character of the place may be all that is left of several words: 北院, but 台大 is not 台灣師範大學.
    """
    words = [word for _, word in sorted(division(own).items())]
    placed = not alone and len(words) > 1 and _is_place(words[0])
    for rest in {own, own[len(words[0]) :]} - {""}:
        if not (placed and rest == own):
            yield from rest[:2]
            yield from [rest[:2]] * (len(rest) >= _ALONE)
        if len(rest) > 2:
            yield from map("".join, ((rest[0], other) for other in rest[2:]))
            yield from map("".join, ((rest[1], other) for other in rest[2:]))
    yield from map("".join, combinations([word[0] for word in words], 3))


def _is_place(word: str) -> bool:
    return tag(word) == "ns" or is_country(word)


def stands_apart(folded: str, start: int, end: int) -> bool:
    """Whether no word that the dictionary knows goes on over the left end of a stretch, or around it.

    >>> stands_apart("新北市府", 1, 4), stands_apart("他说北市府", 2, 5)
    (False, True)
    """
    last = min(len(folded), end + _BESIDE)
    longer = [(start, stop) for stop in range(end + 1, last + 1)]
    longer += [(begin, stop) for begin in range(max(0, start - _BESIDE), start) for stop in range(start + 1, last + 1)]
    return not any(_is_word(folded[begin:stop]) for begin, stop in longer)


def is_apart(folded: str, start: int, end: int) -> bool:
    """The same, and whether no word goes on over the right end either: 何导 in 如何导致, 王导 in 王导致.

    >>> [is_apart(text, 1, 3) for text in ("如何导致", "和何导说", "和王导致")]
    [False, True, False]
    """
    last = min(len(folded), end + _BESIDE)
    longer = (folded[begin:stop] for begin in range(start + 1, end) for stop in range(end + 1, last + 1))
    return stands_apart(folded, start, end) and not any(map(_is_word, longer))


def _is_word(text: str) -> bool:
    return glosses.is_word(text)


def _is_meant(short: str, own: str) -> bool:
    """Whether a short form that begins inside the first word is no word, or one that means it: 央行, but not 海運."""
    said = glosses.meanings(short)
    if not said or short[0] == own[0]:
        return True
    meant = (glosses.meanings(word) for word in division(own).values() if len(word) > 1)
    return not all(map(said.isdisjoint, meant))


def is_alone(own: str, folded: str) -> bool:
    """Whether a text has the distinctive part of an institution's name, and not in another one's.

    >>> is_alone("牛津", "他念牛津"), is_alone("牛津", "牛津布鲁克斯大学"), is_alone("东海", "东海开了实验室")
    (True, False, True)
    """
    return any(not goes_on(folded, place.end()) for place in re.finditer(re.escape(own), folded))


def goes_on(folded: str, at: int) -> bool:
    """Whether the name of a body goes on there: further names or nouns up to a word that says what it is.

    >>> goes_on("牛津布鲁克斯大学", 2), goes_on("牛津很老", 2)
    (True, False)
    """
    found = _rest_of_body().match(folded, at)
    return found is not None and all(part(word) in _NOUNS for word in division(found[1]).values())


@cache
def _rest_of_body() -> re.Pattern[str]:
    """The rest of an institution's name, up to a word of two characters or more that says what it is."""
    rows = tables.rows("kinds")
    ends = {fold(text) for side, _, text, kind in rows if side == "zh" and kind == Kind.ORGANIZATION and len(text) > 1}
    return re.compile(rf"(\w{{0,{_LONGEST_REST}}}?)(?:{'|'.join(map(re.escape, sorted(ends)))})")


def without_owner(own: str) -> str:
    """A name without the country or the body at its head whose it is.

    >>> without_owner("内政部警政署"), without_owner("欧盟执委"), without_owner("经济部")
    ('警政署', '执委', '经济部')
    """
    size = next((size for size in (3, 2) if own[:size] in _OWNERS or is_country(own[:size])), 0)
    first = division(own).get(0, "")
    if not size and len(first) < len(own) and kind_of(first) is Kind.ORGANIZATION:
        size = len(first)
    return own[size:]


def begins(name: str, folded: str) -> bool:
    """Whether a firm's name stands in a text without its last character, which no other word has there.

    >>> [begins("中华电信", text) for text in ("中华电成长", "中华电视成长", "中华成长")]
    [True, False, False]
    """
    short = name[:-1]
    if len(short) not in _BEGINNING or kind_of(short) is Kind.PLACE:
        return False
    found = (place.end() for place in re.finditer(re.escape(short), folded))
    return any(not any(_is_word(folded[at - size : at + 1]) for size in (1, 2)) for at in found)


def is_own(name: str, folded: str) -> bool:
    """Whether a name stands in a text without another owner before it: 農民銀行, but not 中國農民銀行."""
    return any(not _owner_before(folded, place.start()) for place in re.finditer(re.escape(name), folded))


def _owner_before(folded: str, at: int) -> bool:
    """Whether a place ends there, whose a body is: 亞洲|水泥."""
    return folded.endswith(_OTHERS, 0, at) or any(tag(folded[max(0, at - size) : at]) == "ns" for size in (2, 3))
