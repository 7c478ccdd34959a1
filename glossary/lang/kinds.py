"""What kind of thing a pair of names names, as far as the names and the words before them tell.

Each piece of evidence in :data:`EVIDENCE` votes for kinds with weights; the kind with the highest sum wins, and
``other`` wins where no sum reaches 1. To teach a kind, add a row to the table ``kinds`` or one function here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from glossary import tables
from glossary.lang import romanization, script, transliteration
from glossary.lang.latin import is_acronym, is_toned
from glossary.lang.surnames import opens_with_surname
from glossary.lang.titles import nature
from glossary.model import Kind

__all__ = ["EVIDENCE", "PERSON_NAMED", "Names", "classify", "generic", "is_generic"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
_WRAPPED = re.compile(r"[《〈].*[》〉]")
PERSON_NAMED = "pen name"  # given for the word before where a person's name is announced
_DOT = re.compile("[·・‧•．]")
_LONGEST_ENDING = 6
_LONGEST_PERSON = 4
_USUAL_PERSON = 3
_PLACE_BEFORE = frozenset((*"在於于到往自赴抵至", "in", "at", "near", "from", "around", "outside", "across"))
_SOUNDS_LIKE = 4.0  # log-likelihood ratio from which a word counts as the source of a transliteration


@dataclass(frozen=True, slots=True)
class Names:
    """What the evidence looks at.

    ``before`` is the word before an English name, or the characters before a Chinese one; ``marked``: quotation or
    emphasis marks enclose a name; ``spelt``: the English is known to spell the Chinese; ``ending`` and ``said``: the
    kinds that the generics at the ends of the English and the Chinese name tell.
    """

    english: str
    chinese: str
    before: str
    marked: bool
    spelt: bool
    words: tuple[str, ...]
    ending: Kind | None
    said: Kind | None


Votes = Iterator[tuple[Kind, float]]


@cache
def _endings(side: str, place: str = "suffix") -> Mapping[str, Kind]:
    return {text: Kind(kind) for where, at, text, kind in tables.rows("kinds") if (where, at) == (side, place)}


def generic(chinese: str) -> Kind | None:
    """The kind that the end of a Chinese name tells, by the longest generic word that fits and leaves something over.

    >>> generic("屏東縣"), generic("台灣大學"), generic("林劍")
    (<Kind.PLACE: 'place'>, <Kind.ORGANIZATION: 'organization'>, None)
    """
    endings = _endings("zh")
    for length in range(min(_LONGEST_ENDING, len(chinese) - 1), 0, -1):
        kind = endings.get(chinese[-length:])
        if kind is not None:
            return kind
    return None


def _english_generic(words: tuple[str, ...], said: Kind | None) -> Kind | None:
    """The kind that a generic word tells: before "of" (Bank of Taiwan), last (Yongfeng Bank), first (Mount Jade).

    A number may follow the last (Highway No. 8). Where two of them tell, what the Chinese says decides.
    """
    if len(words) < 2:
        return None
    head = _endings("en", "head").get(words[words.index("of", 1) - 1]) if "of" in words[1:-1] else None
    last = _endings("en").get(words[-2] if words[-1] == "no" else words[-1])
    first = _endings("en", "prefix").get(words[0])
    return said if said and said in {head, last, first} else head or last or first


def is_generic(word: str) -> bool:
    """Whether an English word only says what kind of thing a name names.

    >>> is_generic("Temple"), is_generic("Formosa")
    (True, False)
    """
    return word.casefold().rstrip(".") in _endings("en")


@lru_cache(8192)
def classify(english: str, chinese: str, *, before: str = "", marked: bool = False, spelt: bool = False) -> Kind:
    """The likeliest kind of the thing that these two names name. ``spelt``: the English is known to spell the Chinese.

    >>> [classify(*names).value for names in (("He Lifeng", "何立峰"), ("Jensen Huang", "黃仁勳"), ("TSMC", "台積電"))]
    ['person', 'person', 'organization']
    >>> classify("Pingtung County", "屏東縣").value, classify("inflation", "通貨膨脹").value
    ('place', 'term')
    >>> classify("Macron", "馬克宏", before="President").value, classify("Marker", "里程碑", marked=True).value
    ('person', 'work')
    """
    words = tuple(_WORD.findall(english))
    if spelt and len(words) > 1 and _is_person(chinese) and not is_generic(words[-1]):
        return Kind.PLACE if len(chinese) == 2 and _is_place(english, chinese, before) else Kind.PERSON
    said = generic(chinese)
    ending = _english_generic(tuple(word.casefold().rstrip(".") for word in words), said)
    names = Names(english, chinese, before, marked, spelt, words, ending, said)
    votes: dict[Kind, float] = {Kind.OTHER: 1.0}
    for evidence in EVIDENCE:
        for kind, weight in evidence(names):
            votes[kind] = votes.get(kind, 0.0) + weight
    return max(votes, key=lambda kind: votes[kind])


def _is_person(chinese: str) -> bool:
    """Whether the Chinese is as long as a Chinese person's name and begins with a surname."""
    return 1 < len(chinese) <= _LONGEST_PERSON and opens_with_surname(script.fold(chinese))


def _is_place(english: str, chinese: str, before: str) -> bool:
    """Whether a name that could be a person's is a place's: Sha Tin (沙田)."""
    known = english.casefold() in tables.words("places")
    return known or generic(chinese) is Kind.PLACE or before.casefold() in _PLACE_BEFORE


# Evidence: each looks at the names and votes.


def _by_marks(names: Names) -> Votes:
    """《》 enclose titles of works; other marks mostly do in English."""
    if _WRAPPED.fullmatch(names.chinese):
        yield Kind.WORK, 8.0
    elif names.marked and is_toned(names.english):
        yield Kind.TERM, 1.2
    elif names.marked and not names.english.islower():
        yield Kind.WORK, 2.5 if len(names.words) > 1 else 1.2


def _by_case(names: Names) -> Votes:
    """Common nouns are written small; a name in capitals only is mostly an organization's."""
    if names.english and not any(char.isupper() for char in names.english):
        yield Kind.TERM, 6.0
    elif is_acronym(names.english):
        yield Kind.ORGANIZATION, 1.2


def _by_generics(names: Names) -> Votes:
    """A generic word at the end: County, 大學. Of the Chinese ones a single character says less than a word."""
    if names.ending:
        yield names.ending, 3.0
    if names.said:
        yield names.said, 2.0 if len(names.chinese) > 3 else 1.5


def _by_spelling(names: Names) -> Votes:
    """The English spells the Chinese: a person when there is a surname and more than one word, else mostly a place."""
    if names.ending or not names.words or not 1 < len(names.chinese) <= _LONGEST_PERSON:
        return
    level = romanization.Level.FULL if names.spelt else romanization.fit(names.english, names.chinese).level
    surname = opens_with_surname(script.fold(names.chinese))
    if len(names.words) == 1:
        if level is romanization.Level.FULL and not is_toned(names.english):
            yield (Kind.PERSON if "-" in names.english and not names.said else Kind.PLACE), 1.5
    elif names.said is Kind.PLACE and len(names.chinese) == 2:  # Sha Tin (沙田)
        yield Kind.PLACE, 1.5
    elif surname and level is romanization.Level.FULL:
        yield Kind.PERSON, 4.0
    elif surname and level in {romanization.Level.SURNAME, romanization.Level.INITIALS} and not names.said:
        yield Kind.PERSON, 3.0
    elif level is romanization.Level.PARTIAL and "-" in names.words[-1] and len(names.chinese) == _USUAL_PERSON:
        yield Kind.PERSON, 1.5  # a given name after a surname that is written in an unusual way


def _by_sound(names: Names) -> Votes:
    """The last of several words sounds like the Chinese: a foreign person, less often a place."""
    if names.ending or names.said or names.spelt or len(names.words) < 2:
        return
    last = _DOT.split(script.fold(names.chinese))[-1]
    if len(last) <= 6 and any(
        transliteration.sound(word, last) >= _SOUNDS_LIKE for word in (names.words[-1], "".join(names.words[-2:]))
    ):
        yield Kind.PERSON, 1.5


def _by_place(names: Names) -> Votes:
    """A country or a city is called so."""
    if names.english.casefold() in tables.words("places"):
        yield Kind.PLACE, 2.0


def _by_surname(names: Names) -> Votes:
    """A Chinese surname alone, or with two characters beside two to four English words: Matteo Ricci (利瑪竇)."""
    if names.said or names.ending or not opens_with_surname(script.fold(names.chinese)):
        return
    if len(names.chinese) == 1 and names.spelt and names.english.isascii():
        yield Kind.PERSON, 1.6
    elif len(names.chinese) == _USUAL_PERSON and 1 <= len(names.words) <= 4 and not is_acronym(names.english):
        yield Kind.PERSON, 1.3 if len(names.words) > 1 else 1.1


def _by_given_name(names: Names) -> Votes:
    """The first of several words is an English given name, or the Chinese has the dot of foreign names."""
    if len(names.words) > 1 and not names.ending:
        if nature(names.words[0]).given:
            yield Kind.PERSON, 2.0
        if _DOT.search(names.chinese):
            yield Kind.PERSON, 2.0


def _by_words_before(names: Names) -> Votes:
    """A title before a person, a preposition of place before a place."""
    if names.before == PERSON_NAMED:
        yield Kind.PERSON, 3.0
    elif nature(names.before).title in {"honorific", "title", "role"} or _role_before(names.before):
        yield Kind.PERSON, 2.5
    elif names.before.casefold() in _PLACE_BEFORE or names.before[-1:] in _PLACE_BEFORE:
        yield Kind.PLACE, 1.2
    elif kind := _endings("en", "before").get(names.before) or _endings("en").get(names.before):
        yield kind, 1.5  # the band Sodagreen
    elif script.has_han(names.before) and generic("某" + names.before) is Kind.PLACE:
        yield Kind.PLACE, 1.5


EVIDENCE: tuple[Callable[[Names], Votes], ...] = (
    _by_marks,
    _by_case,
    _by_generics,
    _by_spelling,
    _by_sound,
    _by_place,
    _by_surname,
    _by_given_name,
    _by_words_before,
)


@cache
def _roles() -> frozenset[str]:
    return frozenset(row[0] for row in tables.rows("left_context") if row[1] == "role")


def _role_before(before: str) -> bool:
    """Whether the Chinese before the name ends in an office or a job: 財政部長, 導演."""
    folded = script.fold(before)
    return any(folded[-length:] in _roles() for length in (3, 2, 1) if len(folded) >= length)
