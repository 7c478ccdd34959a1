"""Ways in which an English translation names an entry by less than its name: *Taiwanese*, *the transport ministry*.

Each takes a name of the entry, its kind and the folded translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from glossary import tables
from glossary.checks.bodies import is_of_other, is_place
from glossary.lang import generics
from glossary.lang.titles import nature
from glossary.matcher.english import is_word, stands_for
from glossary.matcher.names import without_legal_form
from glossary.matcher.place import Place, opens_sentence, word_after, word_before
from glossary.model import Kind

__all__ = ["ENGLISH", "initialled", "plain"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_WORDS = re.compile(r"[^\W_]+")
_CAPITALS = re.compile(r"\b[A-Z][A-Za-z]{0,4}[A-Z]\b")  # TSMC, BoE
_PEOPLE = re.compile(r"(?:n?ese|i?ans?|is?|ish|e?rs?|s)$")
_PLACES = frozenset({Kind.PLACE, Kind.OTHER})
_FILLERS = frozenset({"affair", "national"})  # 外交部 is the foreign ministry, too
_INITIALS = re.compile(r"((?:[A-Z]\.?[ -]?){1,4}[ .])(\S{2}.*)")
_STOP = re.compile(r"[.;:!?。！？；：\n]")


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


def _with_initials(name: str, kind: Kind, folded: str) -> bool:
    return kind is Kind.PERSON and initialled(name, folded)


def initialled(name: str, text: str) -> bool:
    """Whether a text has a person's name whose initials have other full stops and spaces there.

    >>> initialled("C.C. Wei", "CC Wei spoke"), initialled("CC Wei", "by C. C. Wei"), initialled("C.C. Wei", "CY Wei")
    (True, True, False)
    """
    found = _INITIALS.match(name)
    if found is None:
        return False
    letters = "[. -]*".join(filter(str.isalpha, found[1]))
    return re.search(rf"(?<![\w.-]){letters}\.? ?{re.escape(found[2])}(?![\w-])", text) is not None


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
        generics.is_generic(words[-1]) or (is_word(words[-1]) and (len(words) > 2 or not is_word(words[0])))
    ):
        words.pop()
    left = " ".join(words)
    if left == name or _names_nothing(words, kind):
        return False
    found = re.finditer(rf"(?<![\w-]){re.escape(left)}(?![\w])", folded)
    return any(not _is_other_sort(word_after(Place(folded, *place.span())), name) for place in found)


def _is_other_sort(word: str, name: str) -> bool:
    """Whether the word behind the distinctive ones says that they name another thing: Tunghai Hospital."""
    return word[:1].isupper() and generics.is_generic(word) and plain(word).strip() not in plain(name).split()


def _names_nothing(words: list[str], kind: Kind) -> bool:
    """Whether words are a generic one or, for a firm, a country or place: China in China Steel."""
    first = words[0]
    if generics.is_generic(first) or any(map(str.islower, words)):
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


ENGLISH = (_other_letters, _one_of_person, _with_initials, _people, _distinctive, _all_words, _initials)
