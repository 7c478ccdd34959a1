"""By which short names an organization is called again whose full name stands in the text: Hon Hai, 央行, 故宮."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from glossary import tables
from glossary.lang import glosses, known_names
from glossary.lang.frequencies import division, usage
from glossary.lang.kinds import is_generic
from glossary.lang.titles import nature
from glossary.matcher.belief import is_everyday
from glossary.matcher.english import is_word
from glossary.matcher.folding import fold
from glossary.matcher.names import ends_in_legal_form, without_legal_form
from glossary.model import Kind

__all__ = ["chinese", "divided", "english"]

_WHOSE = ("国立", "市立", "县立", "私立", "财团法人", "中华民国")  # folded
_LONGEST = 4  # characters of a generic word
_SHORTEST = 4  # letters of an English short name
_LONG = 6  # letters
_INSTITUTION = re.compile("(?:大学|学院|出版社|(?:博物|美术|图书|纪念)[院馆])$")  # what may be left off
_ENDS = {
    "大学": "大",
    "银行": "行",
    "委员会": "委会",
    "研究院": "研院",
    "组织": "",
}  # what is left of a generic word; else its end
_COUNTRIES = frozenset({"中国", "台湾", "香港", "日本", "美国", "英国", "法国", "德国", "韩国", "俄国", "泰国"})
_WORDS = (2, 3)  # of a name whose first characters make a short one
_SHARED = 2  # words of an English name that a Chinese word has to mean
_USUAL = 300  # uses in 60 million words from which characters that are no word are still too many: 大会
_MEANT = frozenset({"national", "the", "of", "and", "for", "republic", "taiwan", "china"})


def divided(name: str, kind: Kind) -> tuple[str, str]:
    """A folded Chinese name without its owner, and the word at its end that says what it is; the latter empty for none.

    >>> divided("国立成功大学", Kind.ORGANIZATION), divided("字节跳动", Kind.ORGANIZATION)
    (('成功', '大学'), ('字节跳动', ''))
    """
    own = next((name.removeprefix(whose) for whose in _WHOSE if name.startswith(whose)), name)
    size = next((size for size in range(min(_LONGEST, len(own) - 1), 0, -1) if own[-size:] in _generics(kind)), 0)
    return own[: len(own) - size], own[len(own) - size :]


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
    shorts = dict.fromkeys((*_alone(own + generic), *_contracted(own, generic)))
    for short in shorts:
        if short != folded and _may_stand_for(short, meant):
            yield short


def _alone(name: str) -> Iterator[str]:
    """The name without what says what it is, or whose it is: 故宮 for 故宮博物院, 國民黨 for 中國國民黨."""
    found = _INSTITUTION.search(name)
    if found and 1 < found.start() <= _LONGEST and name[found.start() - 1] != "立":
        yield name[: found.start()]
    words = [word for _, word in sorted(division(name).items())]
    rest = name[len(words[0]) :]
    if words[0] in _COUNTRIES and len(rest) > len(_generic(rest)) + 1:
        yield rest


def _generic(name: str) -> str:
    return divided(name, Kind.ORGANIZATION)[1]


def _contracted(own: str, generic: str) -> Iterator[str]:
    """A character of each word of the name, and of the word at its end: 民進黨, 央行, 台大, 陸委會."""
    end = _ENDS.get(generic, generic[-1:])
    words = [word for _, word in sorted(division(own).items())]
    if generic and len(words) in _WORDS:
        yield "".join(word[0] for word in words) + end
    elif end and len(own) == len(words[0]) == 2 and generic in _ENDS:
        yield from (own[0] + end, own[1] + end)


def _may_stand_for(short: str, meant: list[frozenset[str]]) -> bool:
    """Whether a short name is no word, or one that means all of an English name."""
    said = glosses.meanings(short)
    if not said:
        return usage(short) < _USUAL
    return any(len(words & said) >= min(_SHARED, len(words)) > 0 for words in meant)


def _content(english: str) -> frozenset[str]:
    return frozenset(glosses.stem(word) for word in english.split() if word.casefold() not in _MEANT)


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


def _is_common(word: str) -> bool:
    """Whether a further word of a firm's name says what it does; the stems of short ones tell little."""
    return _is_ordinary(word) or (len(word) > _LONG and is_word(word))


def _is_ordinary(word: str) -> bool:
    """Whether a word of a firm's name may be in any other's."""
    return not word[:1].isupper() or is_generic(word) or is_everyday(word.lower(), ()) or bool(nature(word).title)
