"""Whether a string in a text stands there as the name, or is a part of something else.

``EDGE_RULES``, ``WORD_RULES`` and ``CHINESE_RULES`` are the tables: each rule sees one place and says whether the name
may stand there.
All texts here are folded (see :mod:`glossary.matcher.folding`), so that there is one hyphen and one apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf

from glossary import tables
from glossary.lang.frequencies import NO_WORD, lexicon, part, usage
from glossary.lang.surnames import opens_with_surname
from glossary.lang.titles import nature
from glossary.lang.transliteration import likeness
from glossary.matcher.english import is_word
from glossary.matcher.folding import PARAGRAPH
from glossary.matcher.names import Name, Use, ends_in_legal_form
from glossary.model import Kind

__all__ = ["Place", "opens_sentence", "stands", "sure", "word_after", "word_before"]

_CJK = "\u2e80"  # from here on letters are not Latin, Greek or Cyrillic
_LAST_WORD = re.compile(r"[^\W\d_\u2e80-\U0010ffff][^\s\u2e80-\U0010ffff(\[\x22]*$")
_WORD_AFTER = re.compile(r"[ ]([^\W\d_][\w'-]*)")
_HYPHENED_AFTER = re.compile(r"-([^\W_]+)")
_HYPHENED_BEFORE = re.compile(r"([^\W_][\w.]*)-$")
_POSSESSIVE = re.compile(r"'[sS]?(?!\w)")
_OPENING = "\"'“‘([*_《〈「『"
_SENTENCE_ENDS = frozenset(".!?:。！？：…•|>#*=-" + PARAGRAPH)
_NEAR = 12
_APART = frozenset(' ,.;:!?()[]"，。、；：！？（）「」『』《》“”' + PARAGRAPH)
_CONTEXT = 60  # characters before a place that are looked at
_SHORT_CHINESE = 3  # characters of a Chinese name that may be an accident of two words
_AROUND = 4  # characters beside it that may belong to such a word
_TITLE_MARKS = {"《": "》", "〈": "〉", "「": "」", "『": "』", '"': '"', "*": "*", "_": "_"}
_PREFIXES = {Kind.PLACE: "prefix", Kind.OTHER: "prefix", Kind.ORGANIZATION: "organization"}
_JOINING = frozenset({"of", "and", "&"})
_USUAL = 500  # uses in 60 million words from which a title may be a word (自然, 大地; 围城 has fewer)
_SOUNDS = 1.0  # likeness to characters of foreign names from which a character counts as one
_LOUD = 3.5  # such a character is hardly ever a word by itself: 斯, 克
_NAMING = re.compile("(?:叫|名为|称为|取名|命名为)(.)$")
_IN_NAMES = frozenset("naxzj")  # the parts of speech of characters that names are made of
_GIVEN = 1.5  # log-odds from which a character is one of given names
_OFTEN = 60_000  # uses in 60 million words from which it is rather a word
_NAME_SURPRISE = 9.0  # nats: a name of the glossary counts as a word as common as 經貿 or 茶館


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a folded text."""

    text: str
    start: int
    end: int

    @property
    def before(self) -> str:
        """The character before it, a space at the beginning."""
        return self.text[self.start - 1] if self.start else " "

    @property
    def after(self) -> str:
        """The character after it, a space at the end."""
        return self.text[self.end] if self.end < len(self.text) else " "

    @property
    def context(self) -> str:
        """What stands before it, as much as a rule looks at."""
        return self.text[max(0, self.start - _CONTEXT) : self.start]


def _runs_on(one: str, other: str) -> bool:
    """Whether two neighbouring characters belong to one word of Latin letters.

    >>> _runs_on("k", "s"), _runs_on("台", "T"), _runs_on("_", "T"), _runs_on(" ", "T")
    (True, False, True, False)
    """
    return (one.isalnum() or one == "_") and (other.isalnum() or other == "_") and one < _CJK and other < _CJK


def _whole(place: Place, _: Name) -> bool:
    """No letter runs on at either end: York is not in Yorkshire."""
    text, start, end = place.text, place.start, place.end
    before, after = place.before, place.after
    if before == "_" and not (start > 1 and text[start - 2].isalnum()):
        before = " "  # _York_ is York in italics
    if after == "_" and not text[end + 1 : end + 2].isalnum():
        after = " "
    return not (_runs_on(before, text[start]) or _runs_on(text[end - 1], after))


def _marked(place: Place, name: Name) -> bool:
    """No handle, tag or variable: @TSMC, #TSMC, $TSMC."""
    return place.before not in "@#$%\\" or name.chinese


def _apostrophe(place: Place, _: Name) -> bool:
    """No part of a word with an apostrophe: Xi is not in Xi'an, Brien not in O'Brien; a possessive is fine."""
    text = place.text
    if place.after == "'" and place.end + 1 < len(text) and _runs_on("a", text[place.end + 1]):
        return _POSSESSIVE.match(text, place.end) is not None
    return not (place.before == "'" and place.start > 1 and _runs_on(text[place.start - 2], "a"))


def _hyphen(place: Place, name: Name) -> bool:
    """No part of a word with a hyphen: Lin is not in Lin-Manuel or Ya-lin, but in Lin-led; places stand in US-China."""
    if "-" not in {place.before, place.after} or name.chinese:
        return True
    if " " in name.text:
        return not (place.after == "-" and ends_in_legal_form(name.text))  # Sharp Wing Co-op
    after = _HYPHENED_AFTER.match(place.text, place.end)
    if after and after[1].lower() not in _neighbours("ending") and not _may_join(after[1], name):
        return False
    before = _HYPHENED_BEFORE.search(place.context) if place.before == "-" else None
    return before is None or before[1].islower() or _may_join(before[1], name)


def _may_join(other: str, name: Name) -> bool:
    """Whether a hyphen may join the name to another one (US-China) or to a word (TSMC-designed)."""
    if name.entry.kind is Kind.PERSON:
        return False
    return name.entry.kind is Kind.PLACE or name.text.isupper() or (other[0].islower() and len(other) > 2)


def _prefix(place: Place, name: Name) -> bool:
    """No other place or organization: York is not in New York, Palace Museum not in National Palace Museum."""
    group = _PREFIXES.get(name.entry.kind)
    if group is None:
        return True
    if name.chinese:
        return place.text[max(0, place.start - 2) : place.start] not in _neighbours("organization")
    if " " in name.text and group == "prefix":
        return True
    before = word_before(place)
    return not (before[:1].isupper() and before.rstrip(".").lower() in _neighbours(group))


def _initial(place: Place, name: Name) -> bool:
    """No other person: 朗拿度 is not in C朗拿度."""
    return name.entry.kind is not Kind.PERSON or not (place.before.isascii() and place.before.isalpha())


def _word(place: Place, name: Name) -> bool:
    """A word in small letters stands with a capital only where any word does: march, at the start of a sentence."""
    if not name.text[0].islower() or " " in name.text or not place.text[place.start].isupper():
        return True
    return opens_sentence(place)


def _named(place: Place, name: Name) -> bool:
    """A name begins right after a verb of naming: 超微 is not in 公司叫美超微."""
    found = _NAMING.search(place.context)
    return found is None or name.entry.kind is Kind.PERSON or part(found[1]) not in _IN_NAMES


def _small(place: Place, name: Name) -> bool:
    """A small one is another one: 巨蛋 is not in 小巨蛋, but in 國小巨蛋."""
    if place.before != "小" or name.entry.kind is Kind.PERSON:
        return True
    word = place.text[max(0, place.start - 2) : place.start]
    return len(word) > 1 and word in lexicon(word)


def _given(place: Place, name: Name) -> bool:
    """A person's name of two characters does not go on: 湯偉 is not in 湯偉杰來了, but in 湯偉強調."""
    after = place.after
    if place.end - place.start != 2 or name.entry.kind is not Kind.PERSON or _as_given_name(after) < _GIVEN:
        return True
    if (
        part(after) not in _IN_NAMES
        or usage(after) > _OFTEN
        or not opens_with_surname(place.text[place.start : place.end])
    ):
        return True
    known = lexicon(after)
    return any(place.text[place.end : place.end + size] in known for size in range(2, _AROUND + 1))


@lru_cache(4096)
def _as_given_name(char: str) -> float:
    """How much likelier a character ends a Chinese name than a foreign one, as a logarithm; 0 if not known."""
    return _last_of_names().get(char, 0.0)


@cache
def _last_of_names() -> dict[str, float]:
    return {char: float(last) for char, _, _, last in tables.rows("person_characters")}


def _title(place: Place, name: Name) -> bool:
    """A title that is a usual word in Chinese stands as one in marks or before a gloss: 《自然》, 自然（Nature）."""
    text = place.text[place.start : place.end]
    nameless = name.entry.kind is Kind.PERSON and not opens_with_surname(text)  # the monk 一行
    if not (nameless or name.entry.kind is Kind.WORK) or usage(text) < _USUAL:
        return True
    return _TITLE_MARKS.get(place.before) == place.after or place.after in "(（"


def _division(place: Place, name: Name) -> bool:
    """A short Chinese name is no accident of two words: 何軍 is not in 任何軍事."""
    if place.end - place.start > _SHORT_CHINESE:
        return True
    start, end = max(0, place.start - _AROUND), min(len(place.text), place.end + _AROUND)
    text, begin, stop = place.text[start:end], place.start - start, place.end - start
    rivals = frozenset(_rivals(text, begin, stop, person=name.entry.kind is Kind.PERSON))
    return not rivals or _is_word_here(text, (begin, stop), rivals)


def _rivals(text: str, start: int, end: int, *, person: bool) -> Iterator[tuple[int, int]]:
    """Where known words are that share a part of the place with what stands beside it.

    A word that is the name with an ending is none (法国人 names 法国; but 西门子 is not 西门), but for persons.
    """
    known = lexicon(text)
    for first in range(max(0, start - _AROUND + 1), end):
        least = start + 1 if first < start else end + 1
        for stop in range(max(least, first + 2), min(len(text), first + _AROUND) + 1):
            derived = first == start and not person and text[end:stop] in _neighbours("suffix")
            if not derived and text[first:stop] in known:
                yield first, stop


@lru_cache(65536)
def _is_word_here(text: str, place: tuple[int, int], rivals: frozenset[tuple[int, int]]) -> bool:
    """Whether the likeliest division of ``text`` into words has a name at the place and none of the rivals."""
    known = lexicon(text)
    best: list[tuple[float, bool]] = [(0.0, False)] + [(inf, False)] * len(text)
    for first in range(len(text)):
        score, named = best[first]
        for stop in range(first + 1, min(len(text), first + _AROUND) + 1):
            word = known.get(text[first:stop], NO_WORD if stop == first + 1 else None)
            surprise = word.surprise if word is not None else inf
            names = first == place[0] and stop >= place[1] and (first, stop) not in rivals
            if (first, stop) == place:
                surprise = _NAME_SURPRISE
            if surprise < inf:
                best[stop] = min(best[stop], (score + surprise, names or (named and (first, stop) not in rivals)))
    return best[-1][1]


def _sounds(place: Place, name: Name) -> bool:
    """A foreign name in Chinese is no part of a longer one: 克拉克 is not in 戴克拉克, 马蒂 not in 马蒂斯."""
    before, after = likeness(place.before), likeness(place.after)
    if (before < _SOUNDS and after < _SOUNDS) or name.entry.kind is Kind.TERM:
        return True
    text, start, end = place.text, place.start, place.end
    foreign = _is_foreign(text[start:end])
    known = lexicon(text[max(0, start - 3) : end + 1])
    if before >= (_SOUNDS if foreign else _LOUD) and not any(text[start - size : start] in known for size in (2, 3)):
        return False
    return not foreign or after < _SOUNDS or any(text[end : end + size] in known for size in (2, 3))


@lru_cache(4096)
def _is_foreign(folded: str) -> bool:
    """Whether a Chinese name is made of characters that stand for foreign sounds."""
    return sum(map(likeness, folded)) >= _SOUNDS * len(folded)


# Rules that look at the characters beside the place only; passed where both of them keep words apart.
EDGE_RULES = (_whole, _marked, _apostrophe, _hyphen)
WORD_RULES = (_prefix, _word)  # for English names
CHINESE_RULES = (_initial, _prefix, _small, _sounds, _named, _title, _given, _division)


def stands(place: Place, name: Name) -> bool:
    """Whether the name stands at the place.

    >>> from glossary.model import Entry, Term
    >>> york = Name("York", Term("York", "en"), Entry("e1", Kind.PLACE, ()))
    >>> stands(Place("in York today", 3, 7), york), stands(Place("in New York", 7, 11), york)
    (True, False)
    """
    text, start, end = place.text, place.start, place.end
    apart = place.before in _APART and (end == len(text) or text[end] in _APART)
    han = text[start] > _CJK and text[end - 1] > _CJK  # Chinese has no spaces
    if not (apart or han) and not all(rule(place, name) for rule in EDGE_RULES):
        return False
    for rule in CHINESE_RULES if name.chinese else WORD_RULES:  # noqa: SIM110 - all() takes twice as long
        if not rule(place, name):
            return False
    return True


def sure(place: Place, name: Name) -> bool:
    """Whether it is the name alone and not a part of a longer one: not Trump in Ivanka Trump or in Trump Tower."""
    if name.chinese:
        return place.before != "·" and place.after != "·"
    after = word_after(place)
    if after in _JOINING and " " not in name.text and name.entry.kind is Kind.WORK:
        return False  # Nature of the Firm, Science and Technology
    if _is_part_of_name(after):
        return False
    if " " in name.text and name.entry.kind is not Kind.ORGANIZATION:
        return True
    if opens_sentence(place):
        return " " in name.text or not (_may_be_word(name) and is_word(name.text))  # Target may be a word here
    before = word_before(place)
    if not _is_part_of_name(before) or before.endswith(("'s", "s'", ",", ";", ":")):
        return True
    return opens_sentence(Place(place.text, place.start - len(before) - 1, place.end)) and name.use is not Use.LATER


def _may_be_word(name: Name) -> bool:
    """Whether a name that opens a sentence counts as a word where there is such a word: not a place or a person."""
    return name.use is Use.SHORT or name.entry.kind in {Kind.ORGANIZATION, Kind.PRODUCT, Kind.WORK}


def _is_part_of_name(word: str) -> bool:
    """Whether a word beside a name may belong to it: it has a capital and is no title or small word."""
    return word[:1].isupper() and not nature(word).title and not nature(word).small


def word_before(place: Place) -> str:
    """The word right before the place, empty where there is none.

    >>> word_before(Place("met “Mr. Lin", 9, 12)), word_before(Place("so. Lin", 4, 7))
    ('Mr.', 'so.')
    """
    if place.before != " " or place.start < 2:
        return ""
    text = place.text[max(0, place.start - _CONTEXT) : place.start - 1]
    found = _LAST_WORD.search(text[max(text.rfind(" "), text.rfind(PARAGRAPH)) + 1 :])
    return found[0] if found else ""


def word_after(place: Place) -> str:
    """The word right after the place, empty where there is none."""
    if place.after != " ":
        return ""
    found = _WORD_AFTER.match(place.text, place.end)
    return found[1] if found else ""


def opens_sentence(place: Place) -> bool:
    """Whether a sentence, a heading or a quotation begins at the place.

    >>> [opens_sentence(Place(text, len(text), 99)) for text in ("", "Yes. ", "He said: “", "the ")]
    [True, True, True, False]
    """
    before = place.text[max(0, place.start - _NEAR) : place.start].rstrip(_OPENING + " ")
    return not before or before[-1] in _SENTENCE_ENDS


@cache
def _neighbours(group: str) -> frozenset[str]:
    return frozenset(word for word, kind in tables.rows("name_neighbours") if kind == group)
