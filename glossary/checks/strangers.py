"""A rule about glosses: beside a known name one that cannot be its, though the glossary does not know whose it is.

Only of persons, places and brands whose own other name fits by its sound or meaning, and only where what stands there
looks like another of the same kind. Titles, remarks, nicknames, older names and places where something is are no such
names, and neither is one of several in one pair of brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from glossary import tables
from glossary.checks.names import is_said
from glossary.checks.works import Text, Work
from glossary.formats.columns import in_use
from glossary.glossing.glossed import brackets
from glossary.lang import glosses, known_names, romanization
from glossary.lang.frequencies import tag, usage
from glossary.lang.generics import generic, is_generic
from glossary.lang.name_parts import CHARACTERS
from glossary.lang.name_parts import english as english_signs
from glossary.lang.persons import is_double
from glossary.lang.romanization import Level
from glossary.lang.script import HAN
from glossary.lang.surnames import opens_with_surname
from glossary.lang.titles import nature
from glossary.lang.transliteration import endings, letters
from glossary.matcher import Occurrence, Use
from glossary.matcher.folding import fold
from glossary.matcher.otherwise import is_like
from glossary.model import Entry, Kind, Span

__all__ = ["ending", "is_longer", "sounds", "strangers", "titles"]

_HAN_ONLY = re.compile(f"[{HAN}·]{{2,8}}")
_GLOSS = re.compile(f"(?<=[{HAN}])[ \u3000]?[(（](?P<name>[A-Z][A-Za-z.'’ -]+)[)）]")
_AROUND = 20  # characters before brackets in which the name that they gloss is
_LEVELS = (Level.NONE, Level.PARTIAL, Level.SURNAME, Level.INITIALS, Level.FULL)
_HEARD, _UNHEARD = 2.0, -2.0  # from which a word sounds like characters, and up to which it does not
_COMMON = 300  # uses in 60 million words from which a noun after a surname is no given name
_SHORTEST = 2  # characters of a city's name
_PERSON = (3, 4)  # characters of a Chinese person's name that is surely one


def strangers(work: Work) -> Iterator[tuple[Span, str, Entry]]:
    """Where a gloss is a stranger's: the place of the gloss, the name beside it, and that name's entry."""
    text = work.text
    for one in text.found:
        if (
            not one.name.chinese
            and (span := _chinese_gloss(text, one)) is not None
            and _is_stranger(text.text, span, one)
        ):
            yield span, one.text, one.entry
    for found in _GLOSS.finditer(text.text):
        span = Span(*found.span("name"))
        beside = _before(work, found.start())
        if beside is not None and not is_said(text.text, span) and _is_other_english(found["name"], beside):
            yield span, beside.text, beside.entry
        known = next((one for one in text.within(span) if one.span == span), None) if beside is None else None
        if known is not None and (other := _longer_before(text.text, found.start(), known)) is not None:
            yield other, known.text, known.entry


def _chinese_gloss(text: Text, one: Occurrence) -> Span | None:
    """The Chinese name that is all that stands in the brackets after a name."""
    if one.name.use is Use.LATER or len(one.names) > 1:
        return None
    span = brackets(text.text, one)
    return span if span is not None and _HAN_ONLY.fullmatch(span.of(text.text)) else None


def ending(work: Work, end: int) -> list[Occurrence]:
    """The Chinese names that end before a gloss; they are looked for anew, as their gloss says that they are others."""
    before = work.text.text[max(0, end - _AROUND) : end]
    found = work.matcher.places(before) if work.matcher is not None else ()
    return [one for one in found if one.name.chinese and one.span.end == len(before)]


def _before(work: Work, end: int) -> Occurrence | None:
    """The one whole name that ends before a gloss."""
    own = [one for one in ending(work, end) if one.name.use is Use.FULL]
    return own[-1] if own and len(own[-1].names) == 1 else None


def _longer_before(text: str, end: int, one: Occurrence) -> Span | None:
    """Another person's Chinese name that ends before a known English one in brackets: 李克強（Li Qiang）."""
    span = Span(max(0, end - _PERSON[0]), end)
    whole = len(one.names) == 1 and one.name.use is Use.FULL and one.entry.kind is Kind.PERSON
    return span if whole and _is_longer(span.of(text), one.entry) else None


def _is_longer(chinese: str, entry: Entry) -> bool:
    own, english = ([term.text for term in in_use(entry, lang)] for lang in ("zh", "en"))
    return any(is_longer(chinese, name, english) for name in own)


def is_longer(chinese: str, own: str, english: Iterable[str]) -> bool:
    """Whether a name with a character between those of a person's is somebody else's whom the dictionary knows.

    Who is not known may be the same: a poet's courtesy name is such a one.

    >>> is_longer("李克強", "李強", ["Li Qiang"]), is_longer("李太白", "李白", ["Li Bai"])
    (True, False)
    """
    chinese, own = fold(chinese), fold(own)
    if len(own) != len(chinese) - 1 or chinese[:1] + chinese[-1:] != own or not _is_person(chinese):
        return False
    words = {glosses.stem(letters(word)) for name in english for word in name.split()}
    return not glosses.meanings(chinese) <= words


def _is_stranger(text: str, span: Span, one: Occurrence) -> bool:
    """Whether Chinese characters beside an English name are another's."""
    gloss = fold(span.of(text))
    own = [fold(term.text) for term in one.entry.terms if term.is_chinese]
    if is_said(text, one.span) or any(gloss in name or name in gloss for name in own):
        return False
    english = [term.text for term in one.entry.terms if not term.is_chinese]
    if is_like(gloss, one):
        return one.entry.kind is Kind.PERSON and _is_longer(gloss, one.entry)
    looks = _LOOKS.get(one.entry.kind)
    if looks is None or not looks(gloss) or any(_fits(name, gloss) for name in english if not _spells(name, own[0])):
        return False
    return any(_is_closer(name, own[0], gloss) for name in english)


def _spells(english: str, chinese: str) -> bool:
    return _level(english, chinese) > _LEVELS.index(Level.PARTIAL)


def _level(english: str, chinese: str) -> int:
    return _LEVELS.index(romanization.fit(english, chinese).level)


def _is_closer(english: str, own: str, gloss: str) -> bool:
    """Whether an English name spells, sounds like or means its own Chinese name, and not the other one."""
    if _means(english, gloss) or sounds(english, gloss):
        return False
    level = _level(english, own)
    if level > _LEVELS.index(Level.PARTIAL):
        return _level(english, gloss) < level
    return _level(english, gloss) == 0 and (_heard(english, own) >= _HEARD or _means(english, own))


def _fits(english: str, chinese: str) -> bool:
    return _level(english, chinese) > 0 or sounds(english, chinese) or _means(english, chinese)


def _means(english: str, chinese: str) -> bool:
    """Whether the dictionary says that one of the characters' words means one of the English words."""
    words = (word for word in english.split() if not nature(word).small and not is_generic(word))
    meant = glosses.within(chinese)
    return any(not meant.isdisjoint(glosses.family(glosses.stem(word))) for word in words)


def sounds(english: str, chinese: str) -> bool:
    """Whether a folded Chinese name sounds like one of the English words.

    >>> sounds("Donald Trump", "川普"), sounds("Donald Trump", "特朗普"), sounds("Donald Trump", "拜登")
    (True, True, False)
    """
    return _heard(english, chinese) > _UNHEARD


def _heard(english: str, chinese: str) -> float:
    """How much the last characters of a name sound like one of the English words."""
    last = chinese.rsplit("·", maxsplit=1)[-1]
    found = (endings(letters(word), last)[1:] for word in english.split() if len(letters(word)) > 1)
    return max((score for scores in found for score in scores), default=float("-inf"))


def _is_person(gloss: str) -> bool:
    """Whether characters are a Chinese person's name: a surname, and neither a word nor a body's name."""
    if len(gloss) not in _PERSON or not opens_with_surname(gloss) or gloss.endswith(titles()):
        return False
    if len(gloss) > _PERSON[0] and not is_double(gloss):
        return False
    if tag(gloss[1:]) == "n" and usage(gloss[1:]) > _COMMON:
        return False  # 馬總統
    person, place, organization, _, term = CHARACTERS.chances(gloss)
    least = max(organization, term, place if generic(gloss) is Kind.PLACE else organization)
    known = not glosses.meanings(gloss) or "zh-known-person" in known_names.signs("", gloss)
    return known and generic(gloss) is not Kind.ORGANIZATION and person >= least


@cache
def titles() -> tuple[str, ...]:
    """What may follow a Chinese surname that stands for the person."""
    return tuple(map(fold, tables.words("name_neighbours", "title")))


def _is_city(gloss: str) -> bool:
    """Whether characters are a city's name, and not one with 市 or 縣, which may say where a place is."""
    if len(gloss) > _SHORTEST and generic(gloss) is Kind.PLACE:
        return False
    return "zh-known-city" in known_names.signs("", gloss) and not known_names.is_country(gloss)


def _is_brand(gloss: str) -> bool:
    """Whether characters are a brand's, or a foreign name that firms may have."""
    signs = set(known_names.signs("", gloss))
    return any(sign.startswith("brand") for sign in signs) or ("zh-known-person" in signs and len(gloss) < _PERSON[0])


_LOOKS = {Kind.PERSON: _is_person, Kind.PLACE: _is_city, Kind.ORGANIZATION: _is_brand}


def _is_other_english(gloss: str, one: Occurrence) -> bool:
    """Whether an English name beside a Chinese one is another's."""
    english = [term.text for term in in_use(one.entry, "en")]
    chinese, words = fold(one.text), gloss.split()
    own = {letters(word) for name in english for word in name.split()}
    if not english or own & set(map(letters, words)) or _fits(gloss, chinese):
        return False
    if one.entry.kind is Kind.PERSON:
        return len(chinese) in _PERSON and _is_english_person(words) and any(_spells(name, chinese) for name in english)
    if one.entry.kind is Kind.PLACE:
        return known_names.is_known_place(gloss) and any(_fits(name, chinese) for name in english)
    if one.entry.kind is Kind.ORGANIZATION:
        brand = any(sign.startswith("brand") for sign in known_names.signs(gloss, ""))
        return brand and any(_fits(name, chinese) for name in english)
    return False


def _is_english_person(words: list[str]) -> bool:
    """Whether words are a person's name: such as somewhere in the world people bear."""
    if len(words) < 2 or any(is_generic(word) or nature(word).title or nature(word).small for word in words):
        return False
    return any(sign.startswith("world-") for sign in english_signs(words)) or all(map(_is_spelt, words))


def _is_spelt(word: str) -> bool:
    """Whether a word is made of Chinese syllables, in whatever system."""
    return _syllables().fullmatch(letters(word)) is not None


@cache
def _syllables() -> re.Pattern[str]:
    spelt = {part for row in tables.rows("romanization_mandarin") for cell in row for part in cell.split(" ")}
    return re.compile(f"(?:{'|'.join(sorted(filter(str.isalpha, map(letters, spelt))))})+")
