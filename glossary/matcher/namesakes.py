"""Who else of a text bears a name of the glossary: Mao Zedong beside Mao Ning, Nikola Tesla beside the firm."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from glossary import tables
from glossary.lang import glosses, romanization
from glossary.lang.known_names import is_known_place
from glossary.lang.latin import is_usual
from glossary.lang.name_parts import is_borne
from glossary.lang.romanization import Level
from glossary.lang.romanization.spellings import systematic
from glossary.lang.titles import nature
from glossary.matcher.english import is_word
from glossary.matcher.folding import fold
from glossary.matcher.names import Name
from glossary.matcher.place import Place, word_before
from glossary.model import Kind

__all__ = ["is_chinese_given", "is_given", "is_known_by", "is_of_another", "is_own_given"]

_GIVEN_AFTER = re.compile(r" ([A-Z][a-z]+(?:-[A-Za-z][a-z]+)?)(?![\w-])")
_BORN = re.compile(r"\b(?:born|nee?) (?:as )?$|\($")  # one's own other name
_BEFORE_DOT = re.compile(r"(\w{1,12})·$")
_MODALS = frozenset({"Will", "May"})  # Will Tesla grow?
_ALIKE = 2  # letters that a given name and its short form have in common: Joe, Joseph


@lru_cache(8192)
def is_given(word: str) -> bool:
    """Whether a word before a name may be a given name, and is no other word, place, job or form of address.

    Nor one that ends a sentence.

    >>> [is_given(word) for word in ("Nikola", "Hillary", "J.", "Berlin", "President", "Summer", "Mary.", "Will")]
    [True, True, True, False, False, False, False, False]
    """
    said = nature(word)
    ends = not word[-1:].isalnum() and not (word.endswith(".") and word.isupper())
    if ends or not word[:1].isupper() or said.title or said.small or word in _MODALS:
        return False
    return said.given or (is_borne(word) and not is_known_place(word) and not (is_usual(word) and is_word(word)))


def is_known_by(given: str, name: Name) -> bool:
    """Whether the dictionary knows the bearer of a surname by this given name: Isaac, 牛頓.

    >>> from glossary.model import Entry, Term
    >>> newton = Name("Newton", Term("Newton", "en"), Entry("e1", Kind.PERSON, (Term("牛頓", "zh-Hant"),)))
    >>> is_known_by("Isaac", newton), is_known_by("Helmut", newton)
    (True, False)
    """
    chinese = (fold(term.text) for term in name.entry.terms if term.is_chinese)
    return any(glosses.stem(given) in glosses.meanings(one) for one in chinese)


def is_of_another(place: Place, name: Name) -> bool:
    """Whether a surname stands there in somebody else's full name: Li Hui-lin or Li Keqiang beside Li Shizhen.

    >>> from glossary.model import Entry, Term
    >>> from glossary.matcher.names import Use
    >>> terms = (Term("Li Shizhen", "en"), Term("李時珍", "zh-Hant"))
    >>> name = Name("Li", terms[0], Entry("e1", Kind.PERSON, terms), Use.LATER)
    >>> texts = ("by Li Hui-lin", "by Li Keqiang", "by Li Shih-chen", "by Li River", "by Li said")
    >>> [is_of_another(Place(text, 3, 5), name) for text in texts]
    [True, True, False, False, False]
    """
    if name.entry.kind is not Kind.PERSON:
        return False
    if name.chinese:
        return place.before == "·" and not _follows_own(place, name)
    return _has_other_given_after(place, name) or _has_other_given_before(place, name)


def _follows_own(place: Place, name: Name) -> bool:
    """Whether what stands before the dot begins as the person's own Chinese name does: 史考特·, 史考·."""
    before = _BEFORE_DOT.search(place.context)
    return before is not None and fold(name.term.text)[:1] in before[1]


def _has_other_given_after(place: Place, name: Name) -> bool:
    """Whether a Chinese given name comes after it that is not the person's, in whatever romanization."""
    found = None if _BORN.search(place.context) else _GIVEN_AFTER.match(place.text, place.end)
    if (
        found is None
        or not ("-" in found[1] or is_chinese_given(found[1]))
        or _plain(found[1]) in _plain(name.term.text)
    ):
        return False
    full = f"{name.text} {found[1]}"
    chinese = (term.text for term in name.entry.terms if term.is_chinese)
    return not any(romanization.fit(full, text).level is Level.FULL for text in chinese)


@lru_cache(4096)
def is_chinese_given(word: str) -> bool:
    """Whether the letters of a word are one Chinese syllable or two, and it is no English word.

    >>> [is_chinese_given(word) for word in ("Keqiang", "Yatsen", "Long", "Nikola")]
    [True, True, False, False]
    """
    letters, known = word.lower(), systematic()
    spelt = letters in known or any(letters[:at] in known and letters[at:] in known for at in range(1, len(letters)))
    return spelt and not is_usual(word)


def _plain(text: str) -> str:
    """Its letters, small."""
    return "".join(filter(str.isalpha, text)).lower()


def _has_other_given_before(place: Place, name: Name) -> bool:
    """Whether a given name stands before it that is not the person's, nor short for it, nor a second one of it."""
    before = word_before(place)
    if not before or not is_given(before):
        return False
    second = word_before(Place(place.text, place.start - len(before) - 1, place.end))
    return not any(_is_own(word, name) for word in (before, second) if word)


def _is_own(word: str, name: Name) -> bool:
    return any(_may_be_one(word, given) for given in fold(name.term.text).split())


def is_own_given(word: str, name: Name) -> bool:
    """Whether a word is short for the given name of a person, or is it: Chris for Christopher Nolan.

    >>> from glossary.model import Entry, Term
    >>> name = Name("Nolan", Term("Christopher Nolan", "en"), Entry("e1", Kind.PERSON, ()))
    >>> [is_own_given(word, name) for word in ("Chris", "Jonathan")]
    [True, False]
    """
    return is_given(word) and _is_own(word, name)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two given names may be one person's: Jim, J. and James."""
    if one[0] == other[0] and (one[:_ALIKE] == other[:_ALIKE] or len(one.rstrip(".")) == 1):
        return True
    return not _families().get(one.lower(), frozenset()).isdisjoint(_families().get(other.lower(), ()))


@cache
def _families() -> dict[str, frozenset[int]]:
    """The numbers of the rows of nicknames in which a given name is."""
    found: dict[str, frozenset[int]] = {}
    for number, (row, *_) in enumerate(tables.rows("nicknames")):
        for word in row.split():
            found[word] = found.get(word, frozenset()) | {number}
    return found
