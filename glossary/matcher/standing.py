"""Whether a string in a text stands there as the name, or is a part of something else.

``EDGE_RULES`` and ``WORD_RULES`` are the tables: each rule sees one place and says whether the name may stand there.
All texts here are folded (see :mod:`glossary.matcher.folding`), so that there is one hyphen and one apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from glossary import tables
from glossary.lang import romanization
from glossary.lang.frequencies import division, usage
from glossary.lang.latin import is_usual
from glossary.lang.romanization import Level
from glossary.lang.script import is_han
from glossary.lang.titles import nature
from glossary.matcher import chinese
from glossary.matcher.belief import is_vouched_for
from glossary.matcher.english import is_romanized, is_syllable, is_word
from glossary.matcher.everyday import is_translated
from glossary.matcher.folding import PARAGRAPH, fold
from glossary.matcher.hyphens import stands_by_hyphen
from glossary.matcher.languages import is_as_language
from glossary.matcher.names import Name, Use
from glossary.matcher.place import Place, neighbours, opens_sentence, word_after, word_before
from glossary.matcher.respelling import without_sort
from glossary.matcher.sorts import is_station, is_whole_sort
from glossary.model import Kind

__all__ = ["stands", "sure"]

Rule: TypeAlias = Callable[[Place, Name], bool]

_CJK = "\u2e80"  # from here on letters are not Latin, Greek or Cyrillic
_HYPHENED = re.compile(r"[A-Z][a-z]+-[A-Za-z][a-z]+")
_POSSESSIVE = re.compile(r"'[sS]?(?!\w)")
_GENERATION = re.compile(r",? (?:Jr|Sr|II|III|IV)(?!\w)")
_OPTION = re.compile(r"(?<![\w-])--$")
_TITLE_MARKS = frozenset("(（*_\"'“”‘’《》〈〉「」『』")
_HAN_GLOSS = re.compile("[*_\"'”’]*[ ]?[(（]?[\u4e00-\u9fff]")
_INITIAL = re.compile(r"[A-Z]\.")
_APART = frozenset(' ,.;:!?()[]"，。、；：！？（）「」『』《》“”' + PARAGRAPH)
_LONGEST_SHORT = 4  # characters of a word that is shortened with a full stop: Mt., Fort is none
_HEADING = 80  # the longest one
_LEAST_HEADING = 3  # its long words
_LONG = 4  # letters of a word that has a capital in a heading
_MUCH = 300  # uses of a place's Chinese name in 60 million words from which its English one is hardly taken for a word
_JOINING = frozenset({"of", "and", "&"})
_CONNECTORS = _JOINING | {"for"}
_DOING = frozenset({"saying", "company"})
_TITLES = frozenset({"honorific", "title"})


def _runs_on(one: str, other: str) -> bool:
    """Whether two neighbouring characters belong to one word of Latin letters.

    >>> _runs_on("k", "s"), _runs_on("台", "T"), _runs_on("_", "T"), _runs_on(" ", "T")
    (True, False, True, False)
    """
    return (one.isalnum() or one == "_") and (other.isalnum() or other == "_") and one < _CJK and other < _CJK


def _whole(place: Place, _: Name) -> bool:
    """No letter runs on at either end: York is not in Yorkshire, U.S. not in U.S.C."""
    text, start, end = place.text, place.start, place.end
    before, after = place.before, place.after
    if before == "_" and not (start > 1 and text[start - 2].isalnum()):
        before = " "  # _York_ is York in italics
    if after == "_" and not text[end + 1 : end + 2].isalnum():
        after = " "
    last = "a" if text[end - 1] == "." else text[end - 1]
    return not (_runs_on(before, text[start]) or _runs_on(last, after))


def _marked(place: Place, name: Name) -> bool:
    """No handle, tag, variable, option or currency: @TSMC, #TSMC, $TSMC, --output, US$5."""
    if place.before == "-" and _OPTION.search(place.context):
        return False
    return (place.before not in "@#$%\\" and place.after != "$") or name.chinese


def _apostrophe(place: Place, _: Name) -> bool:
    """No part of a word with an apostrophe: Xi is not in Xi'an, Brien not in O'Brien; a possessive is fine."""
    text = place.text
    if place.after == "'" and place.end + 1 < len(text) and _runs_on("a", text[place.end + 1]):
        return _POSSESSIVE.match(text, place.end) is not None
    return not (place.before == "'" and place.start > 1 and _runs_on(text[place.start - 2], "a"))


def _prefix(place: Place, name: Name) -> bool:
    """No other place: York is not in New York, nor Taipei City in New Taipei City; but Chinese is in Old Chinese."""
    if " " in name.text and not without_sort(name.text):
        return True
    return not _follows(place, "prefix") or nature(name.text).title == "nationality"


def _prefix_of_body(place: Place, _: Name) -> bool:
    """No other organization: Palace Museum is not in National Palace Museum."""
    return not _follows(place, "organization")


def _follows(place: Place, group: str) -> bool:
    """Whether a word of the class stands before it with a capital."""
    before = word_before(place)
    if before.endswith(".") and len(before) > _LONGEST_SHORT:
        return False  # the sentence before ends in it
    return before[:1].isupper() and before.rstrip(".").lower() in neighbours(group)


def _word(place: Place, name: Name) -> bool:
    """A word in small letters stands with a capital only where any word does: march, at the start of a sentence.

    But a Chinese word in Latin letters is no other word (the 2013 Gaokao), nor is a word between Chinese ones; and a
    syllable beside another capital is a part of a name (Qi Gong).
    """
    if not place.text[place.start].isupper() or _is_embedded(place):
        return True
    first = opens_sentence(place)
    if is_syllable(name.text) and (word_after(place)[:1].isupper() or (word_before(place)[:1].isupper() and not first)):
        return False
    return first or is_romanized(name.text, name.entry)


def _is_embedded(place: Place) -> bool:
    """Whether a Chinese character stands beside it: 其他 Transaction 模型."""
    beside = place.text[max(0, place.start - 2) : place.start] + place.text[place.end : place.end + 2]
    return any(map(is_han, beside))


def _generation(place: Place, name: Name) -> bool:
    """No other person of the same name: Donald Trump is not in Donald Trump Jr., unless the glossary means that one."""
    if _GENERATION.match(place.text, place.end) is None:
        return True
    return any(_GENERATION.search(term.text) for term in name.entry.terms)


def _given_after(place: Place, name: Name) -> bool:
    """No person whose name goes on: Chen Yi is not in Chen Yi Chun, Tony Leung (梁朝偉) not in Tony Leung Ka-fai."""
    if not place.text[place.end + 1 : place.end + 2].isupper():
        return True
    after = word_after(place)
    if not after or nature(after).small:
        return True
    last = name.text.split()[-1]
    if is_syllable(last) and is_syllable(after) and not is_usual(after):
        return False
    if _HYPHENED.fullmatch(after) is None:
        return True
    chinese = [term.text for term in name.entry.terms if term.is_chinese]
    fits = (romanization.fit(f"{last} {after}", text).level is Level.FULL for text in chinese)
    return not any(romanization.surname(last, text) for text in chinese) or any(fits)


def _mere_word(place: Place, name: Name) -> bool:
    """No mere word, where a place is called by one: Central is not in Central Asian, nor in *Central banks grew*."""
    if not _is_place_word(name):
        return True
    after = word_after(place)
    if nature(after).title == "nationality":
        return False
    return not (after.islower() and not nature(after).small and opens_sentence(place))


def _is_place_word(name: Name) -> bool:
    """Whether a place is called by a word that everybody uses, and is not itself much spoken of: Central, Bath."""
    if not (is_word(name.text) and is_usual(name.text)):
        return False
    chinese = [fold(term.text) for term in name.entry.terms if term.is_chinese]
    often = (usage(word) for text in chinese for word in division(text).values() if len(word) > 1)
    return not is_romanized(name.text, name.entry) and all(uses < _MUCH for uses in often)


def _eponym(place: Place, _: Name) -> bool:
    """Nothing that is called after a person of the name: Tesla is not in *Tesla coil*."""
    return word_after(place) not in neighbours("eponym")


def _title_of_person(place: Place, name: Name) -> bool:
    """No person's title, where a body is called by one: the Queen, Queen Mother, Queen of Heaven, Heavenly Queen."""
    if " " in name.text or nature(name.text).title not in _TITLES:
        return True
    before, after = word_before(place), word_after(place)
    if after == "of" or _is_part_of_name(after):
        return False
    if after != "in" and after in neighbours("work"):
        return True  # a Queen album
    said = nature(before)
    if said.determiner or said.possessive or said.title == "qualifier":  # the, her, the late
        return False
    return not _is_part_of_name(before.rstrip(",;:"))


def _state(place: Place, name: Name) -> bool:
    """No other state of the name: the Republic of China is Taiwan's."""
    other = name.text == "China" and place.context.endswith("Republic of ")
    return not other or place.context.endswith("People's Republic of ")


def _one_word_title(place: Place, name: Name) -> bool:
    """A title of one usual word stands as one in marks, beside a gloss or after *in*: _Nature_, not Sun fled.

    Of a less usual word, the first of a sentence is none. But one that a person stands behind is one wherever it has a
    capital.
    """
    if is_vouched_for(name.entry):
        return True
    usual = is_usual(name.text)
    heading = (usual or is_word(name.text)) and _in_heading(place)
    is_usual_word = _is_usual_word(name.text) or is_translated(name.text, name.entry)
    if not (is_usual_word or heading or (usual and opens_sentence(place))):
        return True
    if place.before in _TITLE_MARKS or place.after in _TITLE_MARKS:
        return True
    if word_before(place).rstrip(",:").lower() in neighbours("work"):
        return True
    if name.text.startswith("The ") and place.text.startswith("The ", place.start) and not opens_sentence(place):
        return True
    return place.before < _CJK and place.after in " [" and _HAN_GLOSS.match(place.text, place.end) is not None


def _in_heading(place: Place) -> bool:
    """Whether the paragraph is a heading, in which every long word has a capital."""
    start = place.text.rfind(PARAGRAPH, max(0, place.start - _HEADING), place.start) + 1
    end = place.text.find(PARAGRAPH, place.end)
    line = place.text[start : len(place.text) if end < 0 else end] if start or place.start < _HEADING else ""
    words = [word for word in line.split() if len(word) >= _LONG and word.isalpha()]
    return len(line) <= _HEADING and len(words) >= _LEAST_HEADING and all(map(str.istitle, words))


@lru_cache(4096)
def _is_usual_word(text: str) -> bool:
    """Whether it is one word, with an article or without, that everybody uses."""
    word = text.removeprefix("The ").removeprefix("A ")
    return " " not in word and not word.isupper() and is_word(word) and is_usual(word)


# Rules that look at the characters beside the place only; passed where both of them keep words apart.
EDGE_RULES = (_whole, _marked, _apostrophe, stands_by_hyphen)
# For English names of each kind, which the rules rely on; those for Chinese ones are in chinese.RULES.
_FOR_FIRMS = (_word, _eponym, _title_of_person)
WORD_RULES: dict[Kind, tuple[Rule, ...]] = {
    **dict.fromkeys(Kind, (_word,)),
    Kind.PRODUCT: _FOR_FIRMS,
    Kind.ORGANIZATION: (_prefix_of_body, is_whole_sort, *_FOR_FIRMS),
    Kind.OTHER: (_prefix, *_FOR_FIRMS, is_as_language),
    Kind.PERSON: (_prefix, _word, _generation, _given_after),
    Kind.PLACE: (_prefix, _word, _mere_word, _state, is_whole_sort, is_station),
    Kind.WORK: (_word, _one_word_title),
    Kind.TERM: (_word, is_as_language),
}
# Where a rule has something to say: whether the name is one word, begins small, and the characters beside it.
_WHERE: dict[Rule, Callable[[bool, bool, str, str], bool]] = {
    _prefix_of_body: lambda _, __, before, ___: before == " ",
    _prefix: lambda _, __, before, ___: before == " ",
    _word: lambda one, small, _, __: one and small,
    _eponym: lambda _, __, ___, after: after == " ",
    _generation: lambda _, __, ___, after: after in ", ",
    _given_after: lambda one, _, __, after: not one and after == " ",
    _title_of_person: lambda one, _, __, ___: one,
    _mere_word: lambda one, _, __, ___: one,
    is_station: lambda one, _, before, after: one and before == after == " ",
    is_whole_sort: lambda one, _, before, after: one and " " in {before, after},
    _state: lambda one, _, __, ___: one,
}


@lru_cache(8192)
def _rules(kind: Kind, name: tuple[bool, bool], beside: str) -> tuple[Rule, ...]:
    """The rules that have something to say of an English name: of one word? small? between which two characters?"""
    before, after = beside[0], beside[1]
    return tuple(rule for rule in WORD_RULES[kind] if rule not in _WHERE or _WHERE[rule](*name, before, after))


def stands(place: Place, name: Name) -> bool:
    """Whether the name stands at the place.

    >>> from glossary.model import Entry, Term
    >>> york = Name("York", Term("York", "en"), Entry("e1", Kind.PLACE, ()))
    >>> stands(Place("in York today", 3, 7), york), stands(Place("in New York", 7, 11), york)
    (True, False)
    """
    text, start, end = place.text, place.start, place.end
    apart = place.before in _APART and place.after in _APART
    han = text[start] > _CJK and text[end - 1] > _CJK  # Chinese has no spaces
    if not (apart or han) and not all(rule(place, name) for rule in EDGE_RULES):
        return False
    kind, beside = name.entry.kind, place.before + place.after
    if name.chinese:
        rules = chinese.rules(kind, end - start, beside)
    else:
        rules = _rules(kind, (" " not in name.text, name.text[0].islower()), beside)
    for rule in rules:  # noqa: SIM110 - all() takes longer
        if not rule(place, name):
            return False
    return True


def sure(place: Place, name: Name) -> bool:
    """Whether it is the name alone and not a part of a longer one: not Trump in Ivanka Trump or in Trump Tower."""
    if name.chinese:
        return place.before != "·" and place.after != "·"
    after = word_after(place)
    if after in _JOINING and " " not in name.text and _begins_other(place, name, after):
        return False  # Nature of the Firm, Science and Technology, Queen of Heaven Palace
    if _is_part_of_name(after) and not (name.entry.kind is Kind.PLACE and after.lower() in neighbours("event")):
        return False
    if " " in name.text and name.entry.kind is not Kind.ORGANIZATION:
        return True
    return _is_alone(place, name)


def _is_alone(place: Place, name: Name) -> bool:
    """Whether no word of a longer name stands before it: Target at the start of a sentence may be a word."""
    word = _may_be_word(name) and is_word(name.text) and not _is_embedded(place)
    if opens_sentence(place):
        if place.text.startswith(". ", place.start - 2) and name.use is not Use.LATER and _follows_initial(place):
            return False  # Jeffrey A. Wilson
        return " " in name.text or not word or _acts(place)
    before = word_before(place)
    if name.entry.kind is Kind.WORK and before in _CONNECTORS and word and _ends_other(place, before):
        return False  # World Wide Fund for Nature
    possessive = before.endswith(("'s", "s'"))
    if name.entry.kind is not Kind.PERSON and before[:1].isupper() and before.lower() in neighbours("family"):
        return False  # Mother Nature
    if possessive and name.entry.kind is Kind.WORK:
        return False  # Island's Sunrise
    if possessive or not _is_part_of_name(before) or before.endswith((",", ";", ":", ")", "]")):
        return True
    first = opens_sentence(Place(place.text, place.start - len(before) - 1, place.end))
    return first and name.use is not Use.LATER and not word


def _acts(place: Place) -> bool:
    """Whether what follows a name at the start of a sentence is what a body says or does: Apple said."""
    return tables.mapping("after_words").get(word_after(place)) in _DOING


def _follows_initial(place: Place) -> bool:
    """Whether a single capital with a full stop stands before it."""
    at = place.start - 3
    return at >= 0 and place.text[at].isupper() and _INITIAL.fullmatch(word_before(place)) is not None


def _ends_other(place: Place, joining: str) -> bool:
    """Whether a word with a capital stands before a joining word: the name may be the end of a longer one."""
    return word_before(Place(place.text, place.start - len(joining) - 1, place.end))[:1].isupper()


def _begins_other(place: Place, name: Name, joining: str) -> bool:
    """Whether a word with *of* or *and* behind it begins a longer name."""
    if name.entry.kind is Kind.WORK:
        return True
    at = place.end + len(joining) + 2
    follows = place.text[at : at + 1]
    return name.entry.kind is Kind.ORGANIZATION and joining == "of" and follows.isupper() and is_word(name.text)


def _may_be_word(name: Name) -> bool:
    """Whether a name that opens a sentence counts as a word where there is such a word: not a place or a person."""
    if name.entry.kind is Kind.OTHER:
        return nature(name.text).verb
    if name.entry.kind is Kind.PLACE:
        return False
    return name.use is Use.SHORT or name.entry.kind in {Kind.ORGANIZATION, Kind.PRODUCT, Kind.WORK}


def _is_part_of_name(word: str) -> bool:
    """Whether a word beside a name may belong to it: it has a capital and is no title or small word."""
    return word[:1].isupper() and not nature(word).title and not nature(word).small
