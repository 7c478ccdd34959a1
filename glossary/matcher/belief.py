"""Which names of an entry are believed that nobody has looked at: texts are read wrong, and words have many senses.

What a person approved, changed or imported is believed as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from glossary import tables
from glossary.lang import glosses, known_names
from glossary.lang.frequencies import tag, usage
from glossary.lang.headwords import is_headword
from glossary.lang.latin import is_acronym, is_usual
from glossary.lang.script import has_han
from glossary.lang.titles import nature
from glossary.matcher.english import is_romanized, is_word, stands_for
from glossary.matcher.everyday import DOTS, SHORT, english_names, means_other_word
from glossary.matcher.folding import fold
from glossary.model import Entry, Kind, Review, Term

__all__ = ["believed", "is_unsure", "is_vouched_for", "may_be_written"]

_SURE = 0.95  # probability from which a text surely states that a name is this thing's
_ALMOST = 0.9  # the same from which it may be written into somebody's text
_KNOWN = 200  # uses in 60 million words from which Chinese is a word at all
_BEARERS = frozenset({Kind.PERSON, Kind.PLACE})  # are called by no word in small letters
_NO_PLACES = frozenset({Kind.TERM, Kind.WORK, Kind.PRODUCT, Kind.EVENT, Kind.LAW})
_LANGUAGES = tuple("语文话族人")  # folded
_ADDRESS = re.compile(r"\d[号楼室]$")
_DIRECTIONS = {"东": "east", "西": "west", "南": "south", "北": "north"}  # folded
_DIRECTION = re.compile("east|west|south|north", re.IGNORECASE)
_NEW = 10  # uses in 60 million words, some years old, of a name that is younger
_REGIONS = frozenset({"Taiwan"})  # where a word is used, as the dictionary notes beside what it means
_PRICE = re.compile(r"[$€£¥] ?\d")


def is_vouched_for(entry: Entry) -> bool:
    """Whether a person stands behind the entry: it was approved, changed or imported, or no text stated it."""
    if entry.review is Review.APPROVED or entry.decisions or not entry.mentions:
        return True
    return any(mention.reasons and mention.reasons[0].name == "imported" for mention in entry.mentions)


def is_unsure(entry: Entry) -> bool:
    """Whether the entry waits for a person's review: no text states the pair for sure."""
    return not is_vouched_for(entry) and max(mention.probability for mention in entry.mentions) < _SURE


def may_be_written(entry: Entry) -> bool:
    """Whether the pair may be put into a text: a person stands behind it, or a text states it all but surely."""
    return is_vouched_for(entry) or max(mention.probability for mention in entry.mentions) >= _ALMOST


def believed(entry: Entry) -> Iterator[Term]:
    """The terms of an entry that may be names of it; none where the pairs themselves are none.

    >>> from glossary.model import Pair
    >>> from glossary.entries.build import from_pair
    >>> [term.text for term in believed(from_pair(Pair("He Lifeng", "何立峰")))]
    ['He Lifeng', '何立峰', '何立峰']
    """
    if is_vouched_for(entry):
        yield from entry.terms
        return
    if _is_office_of_one(entry):
        return
    stated = {mention.pair.english for mention in entry.mentions}
    others = [term for term in entry.terms if _is_something_else(term, entry)]
    if stated <= {term.text for term in others} or any(map(_ADDRESS.search, _chinese(entry))):
        return
    yield from (term for term in entry.terms if term not in others)


def _is_office_of_one(entry: Entry) -> bool:
    """Whether the English is an office and the Chinese says of which body: CEO (推特執行長)."""
    english = english_names(entry)
    if entry.kind is Kind.PERSON or not all(nature(word).title == "role" for name in english for word in name.split()):
        return False
    return any(
        _is_bearer(name[:size]) and bool(glosses.meanings(name[size:]))
        for name in _chinese(entry)
        for size in range(2, len(name) - 1)
    )


def _is_bearer(text: str) -> bool:
    """Whether it is a country's name, or one that many know now and hardly anybody knew: 推特."""
    return known_names.is_country(text) or (is_headword(text) and usage(text) < _NEW)


def _chinese(entry: Entry) -> list[str]:
    return [fold(term.text) for term in entry.terms if has_han(term.text)]


def _is_something_else(term: Term, entry: Entry) -> bool:
    """Whether everybody knows a name for something else, and the text only seemed to give it to this thing.

    Japan in *Butoh (舞踏, Japan)* and 英國 in 富時100（FTSE 100，英國） say where it is; *Prime Minister* is no name of
    諸葛亮.
    """
    text = " ".join(term.text.split())
    return _is_other_in_chinese(text, entry) if has_han(text) else _is_other_in_english(text, entry)


def _is_other_in_chinese(text: str, entry: Entry) -> bool:
    """The same for a Chinese name."""
    if len(text) <= SHORT and not may_be_written(entry) and means_other_word(text, entry):
        return True
    own = any(fold(mention.pair.chinese) == fold(text) for mention in entry.mentions)
    known = tag(fold(text)) == "ns" or usage(fold(text)) >= _KNOWN
    return not own and known and not _means_any(text, entry)


def _is_other_in_english(text: str, entry: Entry) -> bool:
    """The same for an English name."""
    best, chinese = _best(text, entry), _chinese(entry)
    if _is_common_noun(text, entry.kind) or _is_of_place(text, entry) or _is_whole(text, chinese):
        return True
    if entry.kind is Kind.PERSON and best and _is_no_person(text, chinese):
        return True
    if best >= _SURE or not chinese or _is_in_other(text, entry):
        return False
    return _is_word_for_other(text, entry, best)


def _is_common_noun(text: str, kind: Kind) -> bool:
    """Whether a word in small letters is given as the name of a person, a place or a body."""
    return text.islower() and (kind in _BEARERS or (kind is Kind.ORGANIZATION and all(map(_is_known, text.split()))))


def _is_whole(text: str, chinese: list[str]) -> bool:
    """Whether the Chinese names are of a part of what the English names: Song dynasty (北宋)."""
    if not chinese or is_acronym(text) or _DIRECTION.search(text):
        return False
    return all(map(_has_direction, chinese))


def _has_direction(chinese: str) -> bool:
    """Whether the dictionary says that a Chinese name is a part of something: 北宋, of the Song dynasty."""
    direction = _DIRECTIONS.get(chinese[:1])
    return direction is not None and any(stem.startswith(direction) for stem in glosses.meanings(chinese))


def _is_word_for_other(text: str, entry: Entry, best: float) -> bool:
    """The same for an English name that no text states for sure."""
    if is_acronym(text):
        return best > 0 and _has_better(text, entry)
    if is_romanized(text, entry):
        return False
    used_there = text in _REGIONS and entry.kind is not Kind.PLACE
    if not used_there and any(_glosses(text, other) for other in _chinese(entry)):
        return False
    if best and " " not in text:
        return _is_known_place(text) or _is_label(text)
    if best and not _has_better(text, entry):
        return False
    return all(map(_is_known, text.split())) or _PRICE.search(text) is not None


def _best(text: str, entry: Entry) -> float:
    """How surely a text states the English name as the one beside the Chinese; 0 for an alias."""
    return max((mention.probability for mention in entry.mentions if mention.pair.english == text), default=0.0)


def _has_better(text: str, entry: Entry) -> bool:
    """Whether a text surely states another English name, and the two have nothing in common: ROC in 外交部."""
    own = set(text.casefold().split())
    others = {mention.pair.english for mention in entry.mentions if mention.probability >= _SURE}
    return any(not _abbreviates(text, other) and own.isdisjoint(other.casefold().split()) for other in others)


def _abbreviates(text: str, other: str) -> bool:
    """Whether a text stands for a name, with its legal form or without: AMD, Advanced Micro Devices Inc."""
    words = other.split()
    return any(stands_for(text, " ".join(words[: len(words) - less])) for less in range(3))


def _is_in_other(text: str, entry: Entry) -> bool:
    """Whether the name is a part of another English one: Meta of Meta Platforms Inc."""
    return any(text in other and text != other for other in english_names(entry))


def _is_no_person(text: str, chinese: Iterable[str]) -> bool:
    """Whether an English name is an office, or a given name beside a Chinese name of several parts."""
    words = text.split()
    if all(nature(word).title for word in words):
        return not any(_glosses(text, name) for name in chinese)
    return len(words) == 1 and nature(text).given and all(not DOTS.isdisjoint(name) for name in chinese)


def _is_of_place(text: str, entry: Entry) -> bool:
    """Whether one word says where a thing is from that is no language: Sichuan (川菜), Cantonese (粵菜)."""
    if entry.kind not in _NO_PLACES or " " in text or is_acronym(text):
        return False
    known = _is_known_place(text) or nature(text).title == "nationality"
    return known and not any(name.endswith(_LANGUAGES) for name in _chinese(entry))


def _is_known(word: str) -> bool:
    return is_word(word) or is_usual(word) or _is_known_place(word) or nature(word).small


def _is_label(text: str) -> bool:
    """Whether it is the name of a language or a script, as before a colon in a gloss: English, Chinese."""
    return text.casefold() in tables.words("labels")


def _is_known_place(text: str) -> bool:
    return "en-known-place" in known_names.signs(text, "")


def _glosses(text: str, chinese: str) -> bool:
    """Whether a word of the English text is what a stretch of the Chinese one means."""
    return _is_among(text, glosses.within(chinese))


def _is_among(text: str, meant: frozenset[str]) -> bool:
    """Whether a word of the English text is among the stems."""
    return any(not meant.isdisjoint(glosses.family(glosses.stem(word))) for word in text.split())


def _means_any(text: str, entry: Entry) -> bool:
    """Whether a Chinese name means what one of the entry's English ones says, or is one with another Chinese one."""
    return any(_glosses(name, fold(text)) or is_romanized(name, entry) for name in english_names(entry))
