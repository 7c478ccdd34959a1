"""Whether characters in a text stand there as a Chinese name: Chinese has no spaces, so words and names run on.

``RULES`` is the table: the rules for each kind of name. A rule sees one place of a folded text and says whether the
name may stand there. ``_WHERE`` says of most rules at which places they are asked at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TypeAlias

from glossary import tables
from glossary.lang import glosses
from glossary.lang.frequencies import division, lexicon, part, tag, usage
from glossary.lang.generics import generic, last_characters
from glossary.lang.glosses import family, meanings, stem
from glossary.lang.headwords import is_headword
from glossary.lang.known_names import signs
from glossary.lang.surnames import opens_with_surname
from glossary.lang.transliteration import likeness
from glossary.matcher.division import is_divided_so, surprise_of
from glossary.matcher.english import is_romanized
from glossary.matcher.folding import fold
from glossary.matcher.names import Name
from glossary.matcher.offices import is_at_home
from glossary.matcher.place import ENDS, Place, neighbours
from glossary.matcher.renown import is_called_so
from glossary.matcher.sorts import NAMED_AFTER, is_no_craft, is_no_title, is_whole_sort
from glossary.model import Entry, Kind

__all__ = ["RULES", "begins_place", "means_other", "rules", "runs_on"]

Rule: TypeAlias = Callable[[Place, Name], bool]

_SHORT_CHINESE = 3  # characters of a Chinese name that may be an accident of two words
_AROUND = 4  # characters beside it that may belong to such a word
_TITLE_MARKS = {"《": "》", "〈": "〉", "「": "」", "『": "』", '"': '"', "*": "*", "_": "_"}
_USUAL = 500  # uses in 60 million words from which a title may be a word (自然, 大地; 围城 has fewer)
_NOT_RARE = 300  # the same for one that is called by what the word means
_MADE = "化"  # what makes something like what is named before it
_CJK = "\u2e80"  # from here on letters are not Latin, Greek or Cyrillic
_SOUNDS = 1.0  # likeness to characters of foreign names from which a character counts as one
_LOUD = 3.5  # such a character is hardly ever a word by itself: 斯, 克
_NAMING = re.compile("(?:叫|名为|称为|取名|命名为)(.)$")
_NAMING_ENDS = frozenset("叫为名")
_IN_NAMES = frozenset("naxzj")  # the parts of speech of characters that names are made of
_FUNCTIONS = frozenset("cdpru")  # those of small words
_KEPT_APART = frozenset({Kind.PLACE, Kind.TERM})
_GIVEN = 1.5  # log-odds from which a character is one of given names
_OFTEN = 60_000  # uses in 60 million words from which it is rather a word
_HEAD_SURPRISE = 4.5  # nats: how unlikely a body's name is to go on to the title of its head
_BEYOND = 4  # characters of what a place is, and of what else its name has
_AHEAD = 6  # characters after a name by which it is told
_TITLE = 8  # characters of a title before a name or after it


def _belonging(place: Place, _: Name) -> bool:
    """No other place or organization: 故宮 is not in 國立故宮."""
    return place.text[max(0, place.start - 2) : place.start] not in neighbours("organization")


def _in_title(place: Place, _: Name) -> bool:
    """No part of a title or an award that many know: 旺角 is not in 《旺角卡門》, 金鐘 not in 金鐘獎."""
    text, start = place.text, place.text.rfind("《", max(0, place.start - _TITLE), place.start) + 1
    if place.after == "奖":
        return not is_headword(text[place.start : place.end + 1])
    end = text.find("》", place.end, place.end + _TITLE) if start else -1
    return end < 0 or (start, end) == (place.start, place.end) or not is_headword(text[start:end])


def _initial(place: Place, _: Name) -> bool:
    """No other person: 朗拿度 is not in C朗拿度, nor 湯瑪斯 in 湯瑪斯·碧陽; but 蔡依林 in Jolin蔡依林."""
    if place.after == "·":
        return False
    if not (place.before.isascii() and place.before.isalpha()):
        return True
    return place.before.islower() and opens_with_surname(place.text[place.start : place.end])


def _word_beyond(place: Place, name: Name) -> bool:
    """No word begins with the name that says something else: 羅馬 is not in 羅馬字, but in 羅馬人 and 羅馬大學."""
    text, start, end = place.text, place.start, place.end
    if place.after == _MADE and text[end : end + 2] not in lexicon(_MADE):
        return False
    for stop in (end + 1, end + 2):
        if glosses.is_word(text[start:stop]) and stop <= len(text) and text[end:stop] not in neighbours("suffix"):
            word, rest = text[start:stop], text[end:stop]
            if stop == end + 1 and tag(text[end : end + 2]).startswith("n"):  # 立法會|議員
                continue
            other = stop == end + 1 and _is_other(word, name)
            return (
                (generic(word) is not None and not other) or _is_compound(word, rest, name) or _is_made_by(word, name)
            )
    return True


def _is_other(longer: str, name: Name) -> bool:
    """Whether a name with one character more is another thing's in the dictionary: 凤凰城 is Phoenix; 反渗透法."""
    return name.entry.kind in _KEPT_APART and means_other(longer, name.entry)


def _is_compound(word: str, rest: str, name: Name) -> bool:
    """Whether a longer word of the dictionary is a term and another word, and means what they do: 原始数据, 训练过."""
    if name.entry.kind is not Kind.TERM or meanings(word).isdisjoint(meanings(fold(name.text))):
        return False
    means_both = len(rest) == 1 and not meanings(word).isdisjoint(meanings(rest))  # 输入层, input layer
    return means_both or (part(rest) in _FUNCTIONS if len(rest) == 1 else glosses.is_word(rest))


def _is_made_by(word: str, name: Name) -> bool:
    """Whether a longer word of the dictionary is a thing of the firm, as its English name in it says: 苹果手机."""
    return name.entry.kind is Kind.ORGANIZATION and not means_other(word, name.entry) and bool(meanings(word))


def begins_place(place: Place) -> bool:
    """Whether a place's name that many know begins with the name: 亚马逊雨林, 中央山脉.

    >>> begins_place(Place("在亚马逊雨林里", 1, 4)), begins_place(Place("在亚马逊上班", 1, 4))
    (True, False)
    """
    if place.after in ENDS:
        return False
    text, end = place.text, place.end
    after = text[end : end + _BEYOND]
    if last_characters(Kind.PLACE).isdisjoint(after) or text[end : end + 2] in neighbours("building"):
        return False
    return _begins_place(text[place.start : end], after)


@lru_cache(65536)
def _begins_place(name: str, after: str) -> bool:
    longer = (name + after[:more] for more in range(1, len(after) + 1))
    return any(generic(text) is Kind.PLACE and is_headword(text) for text in longer)


def _beyond(place: Place, name: Name) -> bool:
    """No place is called after it: 北大 is not in 北大武山, but 立法会 in 立法会大楼."""
    return name.entry.kind is Kind.PLACE or not begins_place(place)


def _within_place(place: Place, _: Name) -> bool:
    """No place that many know begins before it and goes over its end: 大武 is not in 北大武山."""
    text, start, end = place.text, place.start, place.end
    if place.before in ENDS or place.after in ENDS or end - start > _SHORT_CHINESE:
        return True
    small = not _FUNCTIONS.isdisjoint((part(place.before), part(place.after)))  # 在白宫与
    return small or not is_headword(text[start - 1 : end + 1])


def _two_places(place: Place, _: Name) -> bool:
    """No two places that are named beside each other: 西湖 is not in 江西湖口."""
    text, start, end = place.text, place.start, place.end
    if end - start != 2 or place.before in ENDS or place.after in ENDS:
        return True
    return not (tag(text[start - 1 : start + 1]) == "ns" and tag(text[start + 1 : end + 1]) == "ns")


def _land(place: Place, _: Name) -> bool:
    """No land is called after the two characters: 盘古 is not in 盘古大陆, but 孫中山 in 孫中山故居."""
    return place.end - place.start > 2 or not begins_place(place)


def _one_more(place: Place, _: Name) -> bool:
    """No title that many know has one character more: 黑金 is not in 黑金屬."""
    return place.end == len(place.text) or not is_headword(place.text[place.start : place.end + 1])


def _eponym(place: Place, _: Name) -> bool:
    """Nothing that is called after a person of the name: 特斯拉 is not in 特斯拉線圈."""
    after = place.text[place.end : place.end + _AROUND]
    return neighbours("eponym").isdisjoint((after[:2], after[:3], after))


def runs_on(name: str, after: str) -> bool:
    """Whether a name and what comes after it may share a word, in which no gloss can stand: 法国 in 法国人; 高雄市民.

    >>> [runs_on(*texts) for texts in (("法国", "人说"), ("高雄市", "民说"), ("高雄市", "的茶"), ("何立峰", "说"))]
    [True, True, False, False]
    """
    if not after or part(after[0]) in _FUNCTIONS:
        return False
    word = name + after[0]
    if word in lexicon(word[0]) or glosses.is_word(word) or is_headword(word):
        return True
    return len(division(name[-1] + after)[0]) > 1


def _word_before(place: Place, name: Name) -> bool:
    """No word that begins before the name ends with it: 算法 is not in 演算法; but 国民党 is in 中国国民党."""
    if place.end - place.start > _SHORT_CHINESE:
        return True
    words = list(_words_before(place))
    if name.entry.kind is Kind.TERM:
        return all(_is_compound(word, rest, name) for word, rest in words)
    return not any(means_other(word, name.entry) for word, _ in words)


def _words_before(place: Place) -> Iterator[tuple[str, str]]:
    """The words of the dictionary that begin before a name and end with it, and what of each is before it."""
    text, start, end = place.text, place.start, place.end
    longer = ((text[start - size : end], text[start - size : start]) for size in (1, 2) if size <= start)
    return ((word, rest) for word, rest in longer if glosses.is_word(word))


def _divided(place: Place, name: Name) -> bool:
    """As :func:`is_divided_so`; a term is also in a word of two that means what they do: 原始数据."""
    return is_divided_so(place, name) or any(_is_compound(*found, name) for found in _words_before(place))


def _head(place: Place, _: Name) -> bool:
    """No title of a body's head: 行政院 is not in 行政院長說, but in 行政院長期."""
    text, end = place.text, place.end
    if text[end - 1 : end + 1] not in lexicon(text[end - 1]):
        return True
    return _begins_word(text[end : end + _AHEAD])


@lru_cache(4096)
def _begins_word(text: str) -> bool:
    """Whether the first character after a name rather begins a word than ends the title of a head."""
    known, title = lexicon(text[0]), _HEAD_SURPRISE + surprise_of(text[1:])
    found = [(text[size:], known.get(text[:size])) for size in range(2, _AROUND + 1)]
    likely = any(word is not None and word.surprise + surprise_of(rest) < title for rest, word in found)
    return likely or (text[:2] not in known and glosses.is_word(text[:2]))


def _named(place: Place, _: Name) -> bool:
    """A name begins right after a verb of naming: 超微 is not in 公司叫美超微."""
    if place.text[place.start - 2 : place.start - 1] not in _NAMING_ENDS:
        return True
    found = _NAMING.search(place.context)
    return found is None or part(found[1]) not in _IN_NAMES


def _small(place: Place, name: Name) -> bool:
    """A small one is another one: 巨蛋 is not in 小巨蛋, a term not in 超參數, but in 國小巨蛋 and 賣超鴻海."""
    word = place.text[max(0, place.start - 2) : place.start]
    return (len(word) > 1 and word in lexicon(word)) or (place.before == "超" and name.entry.kind is not Kind.TERM)


def _counter(place: Place, _: Name) -> bool:
    """A word right behind a number counts something: 1番地."""
    return not place.before.isdigit()


def _given(place: Place, _: Name) -> bool:
    """A person's name of two characters does not go on: 湯偉 is not in 湯偉杰來了, but in 湯偉強調."""
    known = lexicon(place.after)
    if not opens_with_surname(place.text[place.start : place.end]):
        return True
    return any(place.text[place.end : place.end + size] in known for size in range(2, _AROUND + 1))


def _may_be_given(char: str) -> bool:
    """Whether a character rather ends a Chinese name than a foreign one, and is no word that everybody uses."""
    return _last_of_names().get(char, 0.0) >= _GIVEN and part(char) in _IN_NAMES and usage(char) <= _OFTEN


@cache
def _last_of_names() -> dict[str, float]:
    return {char: float(last) for char, _, _, last in tables.rows("person_characters")}


def _title(place: Place, name: Name) -> bool:
    """A title that is a usual word in Chinese stands as one in marks or before a gloss: 《自然》, 自然（Nature）."""
    text = place.text[place.start : place.end]
    if name.entry.kind is Kind.PERSON and is_called_so(text, name.entry):  # but the monk 一行
        return True
    short = len(text) <= _SHORT_CHINESE and not _is_foreign(text)
    if usage(text) < _USUAL and not (short and (means_other(text, name.entry) or _is_word_as_title(text, name.entry))):
        return True
    if place.before in "(（" and place.text[place.start - 2 : place.start - 1] < _CJK:
        return True
    if place.after in "(（" and place.text[place.end + 1 : place.end + 2] < _CJK:
        return True
    return _TITLE_MARKS.get(place.before) == place.after


def _is_word_as_title(text: str, entry: Entry) -> bool:
    """Whether a work is called by a word that is not rare, and by what it means: 童年, Childhood; not 围城.

    Or by one that is rare, but all of which the English name translates: 青花瓷, Blue and White Porcelain.
    """
    meant = meanings(text)
    if entry.kind is not Kind.WORK or not meant or tag(text) == "nz" or "zh-known-work" in signs("", text):
        return False
    english = [term.text for term in entry.terms if term.lang == "en" and not is_romanized(term.text, entry)]
    words = (re.findall("[a-z]{4,}", name.lower()) for name in english)
    return usage(text) >= _NOT_RARE or any(own and all(stem(word) in meant for word in own) for own in words)


def means_other(folded: str, entry: Entry) -> bool:
    """Whether the dictionary has a Chinese name as a word, and not for what its English name says: 熱狗 of MC Hotdog.

    >>> from glossary.model import Term
    >>> [means_other("复兴", Entry("e1", Kind.PLACE, (Term(name, "en"),))) for name in ("Fuxing", "Revival")]
    [True, False]
    """
    names = (term.text for term in entry.terms if term.lang == "en")
    bears = entry.kind in {
        Kind.PERSON,
        Kind.PLACE,
    }  # a word in small letters is what it means: 平安, Heian, peace
    words = (word for name in names if not (bears and name.islower()) for word in name.split())
    own = frozenset(related for word in words for related in family(stem(word)))  # Rome, of 希腊罗马, Greco-Roman
    meant = meanings(folded)
    return bool(meant and own) and own.isdisjoint(meant)


def _sounds(place: Place, name: Name) -> bool:
    """A foreign name in Chinese is no part of a longer one: 克拉克 is not in 戴克拉克, 马蒂 not in 马蒂斯."""
    before, after = likeness(place.before), likeness(place.after)
    text, start, end = place.text, place.start, place.end
    foreign = _is_foreign(text[start:end]) and not _is_chinese_person(name)
    known = lexicon(text[max(0, start - 3) : end + 1])
    if before >= (_SOUNDS if foreign else _LOUD) and not any(_ends_word(text[start - size : start]) for size in (2, 3)):
        return False
    return not foreign or after < _SOUNDS or any(text[end : end + size] in known for size in (2, 3))


@lru_cache(4096)
def _ends_word(text: str) -> bool:
    """Whether characters before a name are a word; two foreign sounds only where it is a usual one: 伦敦, not 斯特."""
    return usage(text) >= (_USUAL if len(text) == 2 and _is_foreign(text) else 1)


def _is_chinese_person(name: Name) -> bool:
    """Whether a person has a surname and the English spells it: 杜甫 is no foreign name."""
    if name.entry.kind is not Kind.PERSON or not opens_with_surname(name.text):
        return False
    return any(is_romanized(term.text, name.entry) for term in name.entry.terms if term.lang == "en")


@lru_cache(4096)
def _is_foreign(folded: str) -> bool:
    """Whether a Chinese name is made of characters that stand for foreign sounds."""
    return sum(map(likeness, folded)) >= _SOUNDS * len(folded)


@cache
def _characters(group: str, at: int) -> frozenset[str]:
    """The first (0) or the last (-1) characters of the words of a class."""
    return frozenset(word[at] for word in neighbours(group))


_FOR_ALL = (_sounds, is_divided_so, _in_title)
_FOR_THINGS = (_small, *_FOR_ALL, _head, _named, _word_beyond, _word_before, _beyond)
RULES: dict[Kind, tuple[Rule, ...]] = {
    **dict.fromkeys(Kind, _FOR_THINGS),
    **dict.fromkeys((Kind.OTHER, Kind.ORGANIZATION), (_belonging, is_at_home, is_whole_sort, _eponym, *_FOR_THINGS)),
    Kind.PLACE: (_belonging, is_at_home, *NAMED_AFTER, *_FOR_THINGS, _within_place, _two_places),
    Kind.PERSON: (_initial, _title, _given, is_no_craft, *_FOR_ALL, _land),
    Kind.WORK: (_title, *_FOR_THINGS),
    Kind.TERM: (_counter, is_no_title, _small, _divided, _head, _named, _word_beyond, _word_before, _one_more),
}
# Where a rule has something to say: after the length of the name and the characters before and after it.
_WHERE: dict[Rule, Callable[[int, str, str], bool]] = {
    _initial: lambda _, before, after: (before.isascii() and before.isalpha()) or after == "·",
    _belonging: lambda _, before, __: before in _characters("organization", -1),
    _eponym: lambda _, __, after: after in _characters("eponym", 0),
    _small: lambda _, before, __: before in "小超",
    _sounds: lambda _, before, after: max(likeness(before), likeness(after)) >= _SOUNDS,
    is_divided_so: lambda _, before, after: not ENDS.issuperset((before, after)),
    _divided: lambda _, before, after: not ENDS.issuperset((before, after)),
    _two_places: lambda size, before, after: size == 2 and ENDS.isdisjoint((before, after)),
    _counter: lambda _, before, __: before.isdigit(),
    _head: lambda _, __, after: after in neighbours("head"),
    is_no_craft: lambda _, __, after: after.isdigit(),
    is_no_title: lambda size, before, _: size == 2 and likeness(before) >= _SOUNDS,
    _given: lambda size, _, after: size == 2 and _may_be_given(after),
    _land: lambda size, _, after: size == 2 and after not in ENDS,
    _one_more: lambda size, _, after: size == 2 and part(after) not in _FUNCTIONS and after not in neighbours("suffix"),
    _word_beyond: lambda size, _, __: size <= _SHORT_CHINESE,
    _word_before: lambda size, _, __: size <= _SHORT_CHINESE,
    _within_place: lambda size, before, after: size <= _SHORT_CHINESE and ENDS.isdisjoint((before, after)),
    _beyond: lambda _, __, after: after not in ENDS,
}


@lru_cache(65536)
def rules(kind: Kind, size: int, beside: str) -> tuple[Rule, ...]:
    """The rules that have something to say of a name of this kind and size between two characters.

    >>> len(rules(Kind.PERSON, 3, "，，")), len(rules(Kind.PERSON, 2, "小杰")), len(RULES[Kind.PERSON])
    (2, 6, 8)
    """
    before, after = beside[0], beside[1]
    return tuple(rule for rule in RULES[kind] if rule not in _WHERE or _WHERE[rule](size, before, after))
