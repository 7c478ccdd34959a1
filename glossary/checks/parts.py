"""Whether a translation names an entry by a part of its name, or in words that the glossary does not have.

A surname, *Taiwanese* for Taiwan, 美 beside another country, *the transport ministry*, 勞委會 for 勞動事務委員會: good
translators write all of these, so none of them is a name that is missing. Each function of the tables ``ENGLISH`` and
``CHINESE`` knows one way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from glossary import tables
from glossary.formats.columns import in_use
from glossary.lang import kinds
from glossary.lang.frequencies import usage
from glossary.lang.surnames import surnames
from glossary.lang.titles import nature
from glossary.lang.transliteration import letters
from glossary.matcher.english import is_word, stands_for
from glossary.matcher.folding import fold
from glossary.matcher.names import without_legal_form
from glossary.matcher.shortened import divided
from glossary.matcher.standing import Place, opens_sentence, word_after, word_before
from glossary.model import Entry, Kind

__all__ = ["in_part", "plain"]

Way = Callable[[str, Kind, str], bool]  # a name of the entry, its kind, the folded translation

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_WORDS = re.compile(r"[^\W_]+")
_CAPITALS = re.compile(r"\b[A-Z][A-Za-z]{0,4}[A-Z]\b")  # TSMC, BoE
_PEOPLE = re.compile(r"(?:n?ese|i?ans?|is?|ish|e?rs?|s)$")
_PLACES = frozenset({Kind.PLACE, Kind.OTHER})
_FILLERS = frozenset({"affair", "national"})  # 外交部 is the foreign ministry, too
_DOTS = re.compile("[·‧・• ]")
# 美 for 美國 beside another such character, or before a word that countries have.
_COUNTRY = re.compile("[中美日韓韩俄英法德印台臺港澳歐欧陸陆越泰菲星馬马加澳紐纽意西葡荷波烏乌以伊朝蘇苏]")
_OF_COUNTRY = re.compile("[方國国軍军媒股商企資资債债府籍裔式語语文貨货僑侨團团艦舰機机元幣币警]")
_OF_CITY = "市府警"
_USUAL = 1000  # uses in 60 million words from which what is left of a Chinese name is a word or a place: 北京|大學
_COMMON = 5000  # from here on an abbreviation is another word: 大會
_INSTITUTIONS = "学校院馆社会团"  # the end of what says that a name is an institution's: 大學, 醫院, not 電子
_OWNERS = ("中央", "台湾", "中国", "香港")  # folded; what a short form leaves out at the head
_LONGEST = 4  # characters of a generic word


def in_part(entry: Entry, target: str, *, chinese: bool) -> bool:
    """Whether a translation (into Chinese or English) names the entry by less than one of its names.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Pair
    >>> ministry = from_pair(Pair("Ministry of Transport", "交通部", Kind.ORGANIZATION))
    >>> in_part(ministry, "The transport ministry said so.", chinese=False)
    True
    >>> in_part(ministry, "The ministry said so.", chinese=False)
    False
    """
    folded = fold(target)
    ways, names = (CHINESE, in_use(entry, "zh")) if chinese else (ENGLISH, in_use(entry, "en"))
    return any(way(fold(term.text), entry.kind, folded) for term in names for way in ways)


@lru_cache(1024)
def plain(text: str) -> str:
    """English words as they are compared: small letters, no hyphens, no article, no plural, a space at both ends.

    >>> plain("The dragon-boat festivals of R&D"), plain("Batteries")
    (' dragon boat festival of r and d ', ' battery ')
    """
    words = _WORDS.findall(text.lower().replace("&", " and ").replace("'s ", " "))
    return f" {' '.join(map(_singular, words[words[:1] == ['the'] :]))} "


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _as_it_is(name: str, kind: Kind, folded: str) -> bool:  # noqa: ARG001 - all ways look the same
    """The name itself, where the matcher takes it for something else: Nature at the start of a sentence."""
    return (
        re.search(rf"(?<![\w.@/-]){re.escape(name)}(?![\w@/-])" if name.isascii() else re.escape(name), folded)
        is not None
    )


def _other_letters(name: str, kind: Kind, folded: str) -> bool:
    """The name with other capitals, hyphens or in the plural; one word only where it is no proper name."""
    return (" " in name or kind is Kind.TERM) and plain(name) in plain(folded)


def _one_of_person(name: str, kind: Kind, folded: str) -> bool:
    """A person's surname or given name, where no other name stands beside it."""
    if kind is not Kind.PERSON:
        return False
    parts = {part for part in name.split() if len(part) > 1 and not nature(part).small}
    found = (place for place in _WORD.finditer(folded) if place[0].removesuffix("'s") in parts)
    return any(not _of_another(Place(folded, *place.span()), parts) for place in found)


def _of_another(place: Place, parts: set[str]) -> bool:
    """Whether a part of a person's name stands there beside a name that the person does not have."""
    before, after = word_before(place), word_after(place)
    start = place.start - len(before) - 1
    other = _is_name(before, parts) and not opens_sentence(Place(place.text, start, place.end))
    return other or nature(before).given or (_is_name(after, parts) and not place.text[: place.end].endswith("'s"))


def _is_name(word: str, parts: set[str]) -> bool:
    said = nature(word)
    bare = word.removesuffix("'s")
    return word[:1].isupper() and bare not in parts and not (said.title or said.small or word.endswith((".", "'s")))


def _people(name: str, kind: Kind, folded: str) -> bool:
    """A people or its language for a place: Taiwanese for Taiwan, Ghanaians for Ghana."""
    if kind not in _PLACES:
        return False
    words = [word.removesuffix("'s") for word in _WORD.findall(folded) if word[0].isupper()]
    last = name.rsplit(maxsplit=1)[-1]
    national = any(nature(word).title == "nationality" and word[:2] in {name[:2], last[:2]} for word in words)
    if national or any(name in _countries().get(word.removesuffix("s"), ()) for word in words):
        return True
    least = max(4, len(last) - 2)
    return any(word[:least] == last[:least] and _PEOPLE.search(word) for word in words)


@cache
def _countries() -> dict[str, frozenset[str]]:
    """The names of its country for a people that has another word."""
    return {people: frozenset(countries.split("|")) for people, countries in tables.rows("peoples")}


def _distinctive(name: str, kind: Kind, folded: str) -> bool:
    """The words that tell it from others of its kind: Tunghai for Tunghai University, the Lanyang for Lanyang River."""
    if kind in {Kind.PERSON, Kind.TERM, Kind.WORK}:
        return False
    words = without_legal_form(name).removeprefix("The ").split()
    while len(words) > 1 and (
        kinds.is_generic(words[-1]) or (is_word(words[-1]) and (len(words) > 2 or not is_word(words[0])))
    ):
        words.pop()
    left = " ".join(words)
    if left == name or _names_nothing(words, kind):
        return False
    return re.search(rf"(?<![\w-]){re.escape(left)}(?![\w])", folded) is not None


def _names_nothing(words: list[str], kind: Kind) -> bool:
    """Whether words are a generic one or, for a firm, a country or place: China in China Steel."""
    first = words[0]
    if kinds.is_generic(first) or any(map(str.islower, words)):
        return True
    if len(words) > 1:
        return kind is not Kind.EVENT and all(map(is_word, words))
    return is_word(first) or (kind is not Kind.PLACE and (_is_place(first) or nature(first).title != ""))


@cache
def _places() -> frozenset[str]:
    return frozenset(name for _, names in tables.rows("places") for name in names.split())


def _is_place(word: str) -> bool:
    return letters(word) in _places()


def _all_words(name: str, kind: Kind, folded: str) -> bool:
    """All words of an organization's or an event's name, in whatever order: the transport ministry."""
    if kind not in {Kind.ORGANIZATION, Kind.EVENT, Kind.LAW, Kind.PLACE, Kind.OTHER}:
        return False
    content = {word for word in plain(name).split() if not nature(word).small} - _FILLERS
    return len(content) > 1 and content <= set(plain(folded).split())


def _initials(name: str, kind: Kind, folded: str) -> bool:
    """An acronym of the name that the glossary does not have."""
    if kind in {Kind.PERSON, Kind.PLACE} or " " not in name:
        return False
    content = [word for word in name.split() if not nature(word).small]
    words = (re.sub("[a-z]", "", word) for word in _CAPITALS.findall(folded))
    found = (word for word in words if len(word) >= len(content) and word[0] == name[0])
    return any(stands_for(word, name) for word in found)


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
    titled = re.compile(re.escape(name[:1]) + f"(?:{_titles()})")
    return "·" not in name and titled.search(folded) is not None


def _stands_alone(given: str, folded: str) -> bool:
    """Whether a given name stands in a text without another surname before it."""
    at = folded.find(given)
    return at >= 0 and folded[max(0, at - 1) : at] not in surnames()


@cache
def _titles() -> str:
    """What may follow a Chinese surname that stands for the person, as a pattern."""
    return "|".join(map(fold, _classed("title")))


def _country(name: str, kind: Kind, folded: str) -> bool:
    """One character for a country: 中美, 美方, 土國."""
    if kind not in _PLACES or len(name) > 6:
        return False
    if len(name) > 2 and name[-1] not in "国州省市县" and f"{name[0]}国" in folded:
        return True
    if len(name) == 2 and any(f"{name[1]}{rest}" in folded for rest in _OF_CITY):
        return True  # 竹市 for 新竹
    short = _COUNTRY.match(name) or (_COUNTRY.match(name, 1) if len(name) == 2 else None)
    if short is None:
        return False
    beside = f"(?:{_COUNTRY.pattern}{short[0]}|{short[0]}(?:{_COUNTRY.pattern}|{_OF_COUNTRY.pattern}))"
    return re.search(beside, folded) is not None


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
    return any(re.search(f"{_COUNTRY.pattern}{short}|{short}(?:{_COUNTRY.pattern}|方)", folded) for short in shorts)


def _without_generic(name: str, kind: Kind, folded: str) -> bool:
    """A place or an institution without the word that says what it is: 新竹 for 新竹縣, 東海 for 東海大學."""
    own, generic = divided(name, kind)
    if kind not in {Kind.PLACE, Kind.ORGANIZATION, Kind.EVENT} or not generic or len(own) < 2:
        return False
    told = len(generic) > 2 or (len(generic) > 1 and usage(own) < _USUAL)  # 故宮|博物院, but not 北京|大學
    return (kind is not Kind.ORGANIZATION or (told and generic[-1] in _INSTITUTIONS)) and own in folded


def _abbreviated(name: str, kind: Kind, folded: str) -> bool:
    """An organization by a few of its characters, in order: 勞委會 for 勞動事務委員會, 成大 for 國立成功大學."""
    own, generic = divided(name, kind)
    if kind is not Kind.ORGANIZATION:
        return False
    bare = next((own.removeprefix(owner) for owner in _OWNERS if own.startswith(owner)), own)
    if 1 < len(bare) < len(own) and bare + generic in folded:
        return True
    if not generic and len(own) == _LONGEST and usage(own[:2]) < _USUAL:
        return own[:2] in folded  # 字節 for 字節跳動
    return bool(generic) and any(_abbreviation(one, generic).search(folded) for one in {own, bare} if one)


@lru_cache(512)
def _abbreviation(own: str, generic: str) -> re.Pattern[str]:
    """The short forms that a name may have: one or two of its characters, and one or two of its generic word.

    Not where a form is another word, or the name goes on: 北銀 is not in 台北銀行.

    >>> [_abbreviation("大陆", "委员会").search(text) is not None for text in ("陆委会说", "大会", "委员会")]
    [True, False, False]
    """
    ends = {generic[0], generic[-1]} | ({generic[0] + generic[-1]} if len(generic) > 2 else set())
    pairs = {own[first] + own[second] for first in range(2) for second in range(first + 2, min(4, len(own)))}
    shorts = {first + end for first in (*own[:2], *pairs) for end in ends}
    shorts |= {own[0] + own[2]} if len(own) == 4 else set()
    whole = own + generic
    others = (short for short in shorts if not (whole.startswith(short) or whole.endswith(short)))
    kept = sorted(short for short in others if usage(short) < _COMMON)
    return re.compile(rf"(?<!{own[0]})(?:{'|'.join(kept) or '(?!)'})(?!{generic[1:2] or '(?!)'})")


ENGLISH: Iterable[Way] = (_as_it_is, _other_letters, _one_of_person, _people, _distinctive, _all_words, _initials)
CHINESE: Iterable[Way] = (
    _as_it_is,
    _without_dots,
    _part_of_person,
    _country,
    _also,
    _capital,
    _without_generic,
    _abbreviated,
)
