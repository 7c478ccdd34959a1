"""By which short names an organization is called again whose full name stands in the text: Hon Hai, 央行, 故宮."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from glossary import tables
from glossary.lang import glosses, known_names
from glossary.lang.frequencies import division, tag, usage
from glossary.lang.generics import is_generic
from glossary.lang.titles import nature
from glossary.matcher.english import is_word
from glossary.matcher.everyday import is_everyday
from glossary.matcher.folding import fold
from glossary.matcher.names import ends_in_legal_form, without_legal_form
from glossary.model import Kind

__all__ = ["chinese", "divided", "english"]

_LONGEST = 4  # characters of a generic word
_SHORTEST = 4  # letters of an English short name
_LONG = 6  # letters
_WORDS = (2, 3)  # of a name whose first characters make a short one
_SHARED = 2  # words of an English name that a Chinese word has to mean
_PLACES = ("-place", "-city", "-country")
_USUAL = 300  # uses in 60 million words from which characters that are no word are still too many: 大会


def divided(name: str, kind: Kind) -> tuple[str, str]:
    """A folded Chinese name without its owner, and the word at its end that says what it is; the latter empty for none.

    >>> divided("国立成功大学", Kind.ORGANIZATION), divided("字节跳动", Kind.ORGANIZATION)
    (('成功', '大学'), ('字节跳动', ''))
    """
    own = next((name.removeprefix(whose) for whose in _left("owner") if name.startswith(whose)), name) or name
    size = next((size for size in range(min(_LONGEST, len(own) - 1), 0, -1) if own[-size:] in _generics(kind)), 0)
    return own[: len(own) - size], own[len(own) - size :]


@cache
def _left(group: str) -> Mapping[str, str]:
    """The words of a class of the table ``short_names``, and what is left of each in a short name."""
    return {word: left for word, own, left in tables.rows("short_names") if own == group}


@cache
def _generics(kind: Kind) -> frozenset[str]:
    return frozenset(fold(text) for side, _, text, own in tables.rows("kinds") if side == "zh" and own == kind)


def chinese(name: str, english: Iterable[str]) -> Iterator[str]:
    """The short names of an organization in Chinese, folded; those that are words only where they mean it.

    >>> list(chinese("中央銀行", ["Central Bank of the Republic of China"]))
    ['央行']
    >>> next(chinese("國立故宮博物院", ["National Palace Museum"])), list(chinese("勞動部", ["Ministry of Labor"]))
    ('故宫', [])
    >>> list(chinese("民主進步黨", ["DPP"])), list(chinese("世界衛生組織", ["World Health Organization"]))
    (['民进党'], ['世卫'])
    """
    folded = fold(name)
    own, generic = divided(folded, Kind.ORGANIZATION)
    meant = [_content(one) for one in english]
    alone = (short for short in _alone(own + generic) if not _is_place(short))
    shorts = dict.fromkeys((*alone, *_contracted(own, generic)))
    for short in shorts:
        if short != folded and _may_stand_for(short, meant):
            yield short


def _alone(name: str) -> Iterator[str]:
    """The name without what says what it is, or whose it is: 故宮 for 故宮博物院, 國民黨 for 中國國民黨."""
    rest = next((name.removesuffix(word) for word in _left("institution") if name.endswith(word)), "")
    if 1 < len(rest) <= _LONGEST and rest[-1] != "立":
        yield rest
    words = [word for _, word in sorted(division(name).items())]
    rest = name[len(words[0]) :]
    if (
        words[0] in _left("country")
        and rest not in _generics(Kind.ORGANIZATION)
        and len(rest) > len(_generic(rest)) + 1
    ):
        yield rest


def _generic(name: str) -> str:
    return divided(name, Kind.ORGANIZATION)[1]


def _contracted(own: str, generic: str) -> Iterator[str]:
    """A character of each word of the name, and of the word at its end: 民進黨, 央行, 台大, 陸委會."""
    ends = _left("ending")
    end = ends.get(generic, generic[-1:])
    words = [word for _, word in sorted(division(own).items())]
    if generic and len(words) in _WORDS:
        yield "".join(word[0] for word in words) + end
    elif end and len(own) == len(words[0]) == 2 and generic in ends:
        yield from (own[0] + end, own[1] + end)


def _may_stand_for(short: str, meant: list[frozenset[str]]) -> bool:
    """Whether a short name is no word, or one that means all of an English name."""
    said = glosses.meanings(short)
    if not said:
        return usage(short) < _USUAL
    return any(len(words & said) >= min(_SHARED, len(words)) > 0 for words in meant)


def _content(english: str) -> frozenset[str]:
    return frozenset(glosses.stem(word) for word in english.split() if word.casefold() not in _left("unmeant"))


def english(name: str) -> str:
    """What an English firm is called without the words that say what it does; empty where these are all it has.

    >>> [english(name) for name in ("Hon Hai Precision Industry Co", "Taiwan Cement Corp", "Hon Hai Temple")]
    ['Hon Hai', '', '']
    """
    if not ends_in_legal_form(name):
        return ""
    words = without_legal_form(name).split()
    if _is_ordinary(words[0]):
        return ""
    size = next((at for at, word in enumerate(words) if at and _is_common(word)), 0)
    short = " ".join(words[:size])
    return short if len(short) >= _SHORTEST and not _is_other(short) else ""


def _is_other(short: str) -> bool:
    """Whether dictionaries know a short name as a place's or a person's: Yilan."""
    return any(sign.endswith(("place", "person")) for sign in known_names.signs(short, ""))


def _is_place(short: str) -> bool:
    """Whether a short Chinese name is a place's: 香港, 劍橋."""
    return tag(short) == "ns" or any(sign.endswith(_PLACES) for sign in known_names.signs("", short))


def _is_common(word: str) -> bool:
    """Whether a further word of a firm's name says what it does; the stems of short ones tell little."""
    return _is_ordinary(word) or (len(word) > _LONG and is_word(word))


def _is_ordinary(word: str) -> bool:
    """Whether a word of a firm's name may be in any other's."""
    return not word[:1].isupper() or is_generic(word) or is_everyday(word.lower(), ()) or bool(nature(word).title)
