"""Whether a translation names an entry by a part of its name, or in words that the glossary does not have.

A surname, *Taiwanese* for Taiwan, 美 beside another country, *the transport ministry*, 勞委會 for 勞動事務委員會: good
translators write all of these, so none of them is a name that is missing. Each function of the tables ``ENGLISH`` and
``CHINESE`` knows one way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from glossary import tables
from glossary.checks import firms
from glossary.checks.bodies import is_of_other, is_place
from glossary.checks.contractions import stands_contracted
from glossary.checks.shorts import (
    begins,
    is_alone,
    is_apart,
    is_own,
    is_short_of,
    parted,
    stands,
    stands_apart,
    without_owner,
)
from glossary.formats.columns import in_use
from glossary.lang import glosses, kinds, known_names
from glossary.lang.frequencies import usage
from glossary.lang.surnames import surnames
from glossary.lang.titles import nature
from glossary.matcher import shortened
from glossary.matcher.english import is_word, stands_for
from glossary.matcher.folding import fold
from glossary.matcher.names import without_legal_form
from glossary.matcher.place import Place, opens_sentence, word_after, word_before
from glossary.matcher.shortened import divided
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
_STOP = re.compile(r"[.;:!?。！？；：\n]")


def in_part(entry: Entry, target: str, *, chinese: bool, others: Iterable[str] = ()) -> bool:
    """Whether a translation (into Chinese or English) names the entry by less than one of its names.

    ``others``: names of other entries that stand in it; an institution is not named by a part of another one's name.

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
    for name in (fold(term.text) for term in names):
        if _as_it_is(name, entry.kind, folded):
            return True
        left = _without(folded, others, name) if entry.kind is Kind.ORGANIZATION else folded
        if any(way(name, entry.kind, left) for way in ways):
            return True
        if chinese and entry.kind is Kind.ORGANIZATION and _usual_short(name, entry, left):
            return True
    return False


def _usual_short(name: str, entry: Entry, folded: str) -> bool:
    """A short name of an organization by which a text may call it again: 故宮, 央行."""
    made = shortened.chinese(name, [term.text for term in in_use(entry, "en")])
    shorts = (short for short in made if len(short) > 2 or not name.endswith(short))  # 水泥 is no 台灣水泥
    found = (place for short in shorts for place in re.finditer(re.escape(short), folded))
    return any(stands_apart(folded, *place.span()) and is_alone(place[0], folded) for place in found)


def _without(folded: str, others: Iterable[str], name: str) -> str:
    """A text without the names of others, but those that are short for this one or the longer form of it."""
    for other in sorted(map(fold, others), key=len, reverse=True):
        if not (is_short_of(other, name) or is_short_of(name, other)):
            folded = folded.replace(other, "\n" * len(other))
    return folded


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


def _as_it_is(name: str, kind: Kind, folded: str) -> bool:
    """The name itself, where the matcher takes it for something else: Nature at the start of a sentence."""
    if not name.isascii():
        return name in folded
    found = re.finditer(rf"(?<![\w.@/-]){re.escape(name)}(?![\w@/-])", folded)
    return any(not is_of_other(Place(folded, *place.span()), name, kind) for place in found)


def _other_letters(name: str, kind: Kind, folded: str) -> bool:
    """The name with other capitals, hyphens or in the plural; one word only where it is no proper name."""
    if " " not in name and kind is not Kind.TERM:
        return False
    return plain(name) in plain(folded) and any(_phrases(name, kind, folded))


def _phrases(name: str, kind: Kind, folded: str) -> Iterator[Place]:
    """Where all words of a name stand together, in whatever order, and small words among them; no other's name."""
    content = {word for word in plain(name).split() if not nature(word).small} - _FILLERS
    words = [(plain(place[0]).strip(), place) for place in _WORDS.finditer(folded)]
    at = 0
    while at < len(words):
        stop = at
        while stop < len(words) and _goes_on(folded, words, stop, first=at) and _may_be_in(words[stop][0], content):
            stop += 1
        if stop > at and content <= {word for word, _ in words[at:stop]}:
            own = [place for word, place in words[at:stop] if word in content]
            found = Place(folded, own[0].start(), own[-1].end())
            if not is_of_other(found, name, kind):
                yield found
        at = max(stop, at + 1)


def _goes_on(folded: str, words: list[tuple[str, re.Match[str]]], at: int, *, first: int) -> bool:
    """Whether no sentence ends between a word and the one before it in a phrase."""
    return at == first or _STOP.search(folded, words[at - 1][1].end(), words[at][1].start()) is None


def _may_be_in(word: str, content: set[str]) -> bool:
    return word in content or word in _FILLERS or word == "s" or word.isdigit() or nature(word).small


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
    found = re.finditer(rf"(?<![\w-]){re.escape(left)}(?![\w])", folded)
    return any(not _is_other_sort(word_after(Place(folded, *place.span())), name) for place in found)


def _is_other_sort(word: str, name: str) -> bool:
    """Whether the word behind the distinctive ones says that they name another thing: Tunghai Hospital."""
    return word[:1].isupper() and kinds.is_generic(word) and plain(word).strip() not in plain(name).split()


def _names_nothing(words: list[str], kind: Kind) -> bool:
    """Whether words are a generic one or, for a firm, a country or place: China in China Steel."""
    first = words[0]
    if kinds.is_generic(first) or any(map(str.islower, words)):
        return True
    if len(words) > 1:
        return kind is not Kind.EVENT and all(map(is_word, words))
    return is_word(first) or (kind is not Kind.PLACE and (is_place(first) or nature(first).title != ""))


def _all_words(name: str, kind: Kind, folded: str) -> bool:
    """All words of an organization's or an event's name, in whatever order: the transport ministry."""
    if kind not in {Kind.ORGANIZATION, Kind.EVENT, Kind.LAW, Kind.PLACE, Kind.OTHER}:
        return False
    content = {word for word in plain(name).split() if not nature(word).small} - _FILLERS
    return len(content) > 1 and content <= set(plain(folded).split()) and any(_phrases(name, kind, folded))


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
    if len(generic) < 2 or own[-1] == "立" or (len(own) > 2 and kinds.generic(own) is Kind.PLACE):
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


ENGLISH: Iterable[Way] = (_other_letters, _one_of_person, _people, _distinctive, _all_words, _initials)
CHINESE: Iterable[Way] = (
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
