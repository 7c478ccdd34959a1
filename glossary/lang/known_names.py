"""What is known of a name as a whole: the kind that a dictionary tells, and whether it is a company's or a brand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from glossary import tables
from glossary.lang import headwords, script, well_known
from glossary.lang.latin import is_usual
from glossary.lang.titles import nature
from glossary.lang.transliteration import letters
from glossary.model import Kind

__all__ = [
    "bears_brand", "famous", "in_words", "is_brand", "is_country", "is_just_place", "is_known_place", "signs", "titled",
]  # fmt: skip

_LONGEST_TITLED = 6
_ARTICLES = ("the", "le", "la", "les")


def signs(english: str, chinese: str) -> Iterator[str]:
    """The kinds that the names are known for, as signs; ``maybe`` where one name is known for several.

    >>> list(signs("Aachen", "亞琛"))
    ['en-known-place', 'zh-known-place', 'zh-known-city']
    >>> list(signs("Home Depot", "家得寶")), list(signs("He Lifeng", "何立峰"))
    (['brand-2'], [])
    >>> list(signs("Gabon", "加蓬"))
    ['zh-known-country']
    """
    first, _, rest = english.partition(" ")
    bare = rest if rest and first.casefold() in _ARTICLES else english
    names = {"en": letters(bare), "zh": script.fold(chinese)}
    for side, name in names.items():
        told = _kinds(side).get(name, ())
        for kind in told:
            yield f"{side}-known-{kind}" if len(told) == 1 else f"{side}-maybe-{kind}"
    yield from (f"zh-known-{sort}" for sort, known in tables.lists("chinese_places").items() if names["zh"] in known)
    if any(name in tables.lists("brands")[side] for side, name in names.items()):
        yield f"brand-{min(bare.count(' ') + 1, 2)}"


def famous(english: str, chinese: str) -> Iterator[str]:
    """The kind of what a famous name names, as a sign: of both names together, or else of either.

    >>> list(famous("Silicon Valley", "矽谷")), list(famous("Einstein", "某人"))
    (['famous-place'], ['en-famous-1-person'])
    """
    own, other = well_known.of(script.fold(chinese)), well_known.of_english(english)
    both = [kind for kind in own.kinds if kind in other.kinds and script.fold(chinese) in other.others]
    if len(both) == 1:
        yield f"famous-{both[0]}"
        return
    if len(own.kinds) == 1:
        yield f"zh-famous-{own.kinds[0]}"
    if len(other.kinds) != 1:
        return
    if " " in english:
        yield f"en-famous-2-{other.kinds[0]}"
    elif other.kinds[0] is not Kind.PLACE and not is_usual(english):  # a town alone may be its club, the sun no paper
        yield f"en-famous-1-{other.kinds[0]}"


def titled(chinese: str) -> Iterator[str]:
    """What other titles of the encyclopedia begin with a Chinese name, as signs: a place has a station, a district.

    >>> list(titled("紅磡")), list(titled("雷軍"))
    (['titled-3-place'], [])
    """
    name = script.fold(chinese)
    if 2 <= len(name) <= _LONGEST_TITLED:
        for kind, tails in tables.lists("title_tails").items():
            if found := headwords.continued(name, tails):
                yield f"titled-{min(len(found), 3)}-{kind}"


def in_words(words: tuple[str, ...]) -> Iterator[str]:
    """Words that are known to begin persons' names or to be places, as signs.

    >>> list(in_words(("le", "Gabon"))), list(in_words(("Jensen", "Huang")))
    (['known-country'], ['given-name'])
    """
    own = words[1:] if len(words) > 1 and words[0].casefold() in _ARTICLES else words
    if len(own) > 1 and nature(own[0]).given:
        yield "given-name"
    if place := _place(letters("".join(own))):
        yield place
    elif len(own) > 1 and (place := _place(letters(own[-1]))):
        yield f"last-{place}"
    elif len(own) == 1 and own[0].casefold() in tables.words("given_names"):
        yield "given-name-alone"


def is_just_place(name: str) -> bool:
    """Whether a place that many people know is called so, and hardly a person or a firm; or a country.

    >>> [is_just_place(name) for name in ("Leipzig", "China", "Phoenix", "Lincoln")]
    [True, True, False, False]
    """
    return _place(name.casefold()) == "known-country" or list(signs(name, "")) == ["en-known-place"]


def is_known_place(name: str) -> bool:
    """Whether a place that many people know is called so.

    >>> is_known_place("Kaohsiung"), is_known_place("Starry")
    (True, False)
    """
    return bool(_place(name.casefold()))


@lru_cache(4096)
def is_brand(chinese: str) -> bool:
    """Whether a Chinese name is a company's or a brand's.

    >>> is_brand("強生"), is_brand("川普")
    (True, False)
    """
    return script.fold(chinese) in tables.lists("brands")["zh"]


@lru_cache(4096)
def bears_brand(name: str) -> bool:
    """Whether a name in either language begins with a brand, or is one.

    >>> bears_brand("Nike"), bears_brand("強生"), bears_brand("Lin Jian")
    (True, True, False)
    """
    return any(sign.startswith("brand") for sign in signs(name, name))


def is_country(chinese: str) -> bool:
    """Whether a Chinese name is a country's.

    >>> is_country("美國"), is_country("高雄")
    (True, False)
    """
    return script.fold(chinese) in tables.lists("chinese_places")["country"]


def _place(name: str) -> str:
    """``known-country`` or ``known-place`` for the letters of such a name; else empty."""
    return next((f"known-{sort}" for sort, names in tables.lists("places").items() if name in names), "")


@cache
def _kinds(side: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for where, kind, names in tables.rows("cedict_kinds"):
        own = dict.fromkeys(names.split() if where == side else (), (kind,))
        several = {name: (*found[name], kind) for name in found.keys() & own}
        found |= own | several
    return found
