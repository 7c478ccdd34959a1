"""Ways in which a Chinese translation names an entry by less than its name: 美 beside another country, 勞委會.

Each takes a name of the entry, its kind and the folded translation.
"""

from __future__ import annotations

import re
from functools import cache

from glossary import tables
from glossary.checks import firms
from glossary.checks.contractions import stands_contracted
from glossary.checks.shorts import (
    begins,
    is_alone,
    is_apart,
    is_own,
    parted,
    stands,
    stands_apart,
    without_owner,
)
from glossary.lang import generics, glosses, known_names
from glossary.lang.frequencies import usage
from glossary.lang.surnames import surnames
from glossary.matcher.folding import fold
from glossary.matcher.shortened import divided
from glossary.model import Kind

__all__ = ["CHINESE"]

_PLACES = frozenset({Kind.PLACE, Kind.OTHER})
_DOTS = re.compile("[·‧・• ]")
# 美 for 美國 beside another such character, or before a word that countries have.
_COUNTRY = re.compile("[中美日韓韩俄英法德印台臺港澳歐欧陸陆越泰菲星馬马加澳紐纽意西葡荷波烏乌以伊朝蘇苏]")
_OF_COUNTRY = re.compile("[方國国軍军媒股商企資资債债府籍裔式語语文貨货僑侨團团艦舰機机元幣币警]")
_OF_CITY = "市府警"
_USUAL = 1000  # uses in 60 million words from which what is left of a Chinese name is a word or a place: 北京|大學
_FIRMS = frozenset({"", "控", "信"})  # the end of what says that a name is a firm's: 金控, 電信
_CARRIERS = "运空"  # 航運, 航空; folded
_RARE = 300  # uses from which a firm's name is a word, too
_INSTITUTIONS = "学校院馆社会团"  # the end of what says that a name is an institution's: 大學, 醫院, not 電子
_LONGEST = 4  # characters of a generic word
_LONG = 6  # characters of a place that is called by a few of them: 新竹科學園區
_COMMON = 5000  # uses from which what is left of a name is a word
_LIKE_COUNTRIES = frozenset({"香港", "澳门", "苏联"})  # folded
_UNITS = frozenset("国州省市县区乡镇村里城府道郡邦岛港")  # the end of what a place is that may be left off
_COUNTY_OR_CITY = "县市"


def _without_dots(name: str, kind: Kind, folded: str) -> bool:  # noqa: ARG001 - all ways look the same
    """The name without dots and spaces: 史蒂芬史匹柏."""
    bare = _DOTS.sub("", name)
    return bare != name and bare in _DOTS.sub("", folded)


def _part_of_person(name: str, kind: Kind, folded: str) -> bool:
    """The last part of a foreign person's name, a Chinese one's given name, or the surname with a title."""
    if kind is not Kind.PERSON:
        return False
    *firsts, last = [part for part in _DOTS.split(name) if len(part) > 1] or [""]
    given = name[1:] if "·" not in name and len(name) == 3 else ""
    alone = any(re.search(rf"(?<!·){part}(?!·)", folded) for part in firsts)  # 迭戈 may be another Diego's
    if alone or (last != "" and last in folded) or (given != "" and _stands_alone(given, folded)):
        return True
    titled = re.finditer(f"{re.escape(name[:1])}(?:{_titles()})", folded)
    return "·" not in name and any(is_apart(folded, *place.span()) for place in titled)


def _stands_alone(given: str, folded: str) -> bool:
    """Whether a given name stands in a text without another surname before it."""
    at = folded.find(given)
    return at >= 0 and folded[max(0, at - 1) : at] not in surnames()


@cache
def _titles() -> str:
    """What may follow a Chinese surname that stands for the person, as a pattern: 總統, 副總統, 前總統."""
    titles = sorted(map(fold, _classed("title")), key=len, reverse=True)
    return f"(?:{'|'.join(map(fold, _classed('rank')))})?(?:{'|'.join(titles)})"


def _country(name: str, kind: Kind, folded: str) -> bool:
    """One character for a country: 中美, 美方, 土國; for a city one of its own: 竹市, 高市."""
    if kind not in _PLACES or len(name) > 6:
        return False
    if not _is_country(name):  # 台 is no 台南
        shorts = (char + rest for char in name for rest in _OF_CITY if len(name) == 2)
        cities = (re.finditer(re.escape(short), folded) for short in shorts)
        return any(stands_apart(folded, *place.span()) for found in cities for place in found)
    if len(name) > 2 and name[-1] not in "国州省市县" and f"{name[0]}国" in folded:
        return True
    short = _COUNTRY.match(name) or (_COUNTRY.match(name, 1) if len(name) == 2 else None)
    if short is None:
        return False
    return _is_beside(short[0], folded, f"{_COUNTRY.pattern}|{_OF_COUNTRY.pattern}")


def _is_beside(short: str, folded: str, words: str) -> bool:
    """Whether a country's character stands beside another's or before such a word; 台中 is a city."""
    found = re.finditer(f"{_COUNTRY.pattern}{short}|{short}(?:{words})", folded)
    return any(not _is_chinese_place(place[0]) for place in found)


def _is_country(name: str) -> bool:
    """Whether a place is a country, a continent or a territory that papers name by one character as they do these."""
    return known_names.is_country(name) or name[-1] in "国洲" or name in _LIKE_COUNTRIES


def _also(name: str, kind: Kind, folded: str) -> bool:  # noqa: ARG001 - all ways look the same
    """Another word for the thing that every reader knows."""
    return any(word in folded for word, own in tables.rows("bynames") if own == name)


@cache
def _classed(group: str) -> tuple[str, ...]:
    """The words of a class of the table ``name_neighbours``."""
    return tuple(word for word, own in tables.rows("name_neighbours") if own == group)


def _capital(name: str, kind: Kind, folded: str) -> bool:
    """A capital's country beside another one or in 美方, for its government: 日韓 for Tokyo and Seoul."""
    if kind not in _PLACES:
        return False
    shorts = (short for capital, short in tables.rows("capitals") if capital == name)
    return any(_is_beside(short, folded, f"{_COUNTRY.pattern}|方") for short in shorts)


def _without_generic(name: str, kind: Kind, folded: str) -> bool:
    """A place or an institution without the word that says what it is: 新竹 for 新竹縣, 東海 for 東海大學."""
    own, generic = divided(name, kind)
    if kind not in {Kind.PLACE, Kind.ORGANIZATION, Kind.EVENT} or not generic or len(own) < 2:
        return False
    if kind is Kind.PLACE and generic[-1] not in _UNITS and _is_chinese_place(own):
        return False  # 台灣|海峽, 東京|灣
    if kind is not Kind.ORGANIZATION:
        other = _COUNTY_OR_CITY.replace(generic, "") if generic in _COUNTY_OR_CITY else ""
        return re.search(f"{re.escape(own)}(?!{other or '(?!)'})", folded) is not None  # 新竹市 is not 新竹縣
    # 故宮|博物院, but neither 北京|大學 nor 上海|博物館
    if len(generic) < 2 or own[-1] == "立" or (len(own) > 2 and generics.generic(own) is Kind.PLACE):
        return False  # nor 高雄市|議會
    if generic[-1] in _CARRIERS:
        return usage(own) < _RARE and not glosses.meanings(own) and firms.is_called(own, generic, folded)
    told = usage(own) < _USUAL or (len(generic) > 2 and not _is_chinese_place(own))
    return told and generic[-1] in _INSTITUTIONS and is_alone(own, folded)


def _is_chinese_place(name: str) -> bool:
    return any(sign.endswith(("city", "country")) for sign in known_names.signs("", name))


def _abbreviated(name: str, kind: Kind, folded: str) -> bool:
    """An organization by a few of its characters, in order: 勞委會 for 勞動事務委員會, 成大 for 國立成功大學."""
    if kind is not Kind.ORGANIZATION and (kind is not Kind.PLACE or len(name) < _LONG):
        return False
    own, told = divided(name, kind)
    if not told and len(own) == _LONGEST and usage(own[:2]) < _USUAL and _is_firm(own, folded):
        return True  # 字節 for 字節跳動
    if told[-1:] in _FIRMS and begins(name, folded):
        return True  # 中華電, 富邦金
    own, generic = parted(own, told)
    bare = without_owner(own)
    if 1 < len(bare) < len(own) and (usage(bare) < _COMMON or len(generic) > 2) and is_own(bare + generic, folded):
        return True
    if own + generic != name and is_own(own + generic, folded):
        return True  # 台灣大學 for 國立台灣大學
    return bool(generic) and any(stands(one, generic, folded) for one in {own, bare} if one)


def _is_firm(name: str, folded: str) -> bool:
    """Whether the first two characters of a name of four stand in a text, and begin no other's name."""
    return is_alone(name[:2], folded) and firms.is_called(name[:2], name[2:], folded)


CHINESE = (
    _without_dots,
    _part_of_person,
    _country,
    _also,
    _capital,
    _without_generic,
    _abbreviated,
    stands_contracted,
    firms.stands_alone,
)
