"""What a Chinese name looks like that no English word explains: its length, its words, its first character.

All functions take folded text, as those of :mod:`left`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from glossary.lang import frequencies, glosses
from glossary.lang.surnames import LONGEST_PERSON, is_like_person, opens_with_surname
from glossary.lang.transliteration import likeness
from glossary.pairs.left import Feature, beginning, ends_like, is_loose, is_person, is_thing
from glossary.tables import mapping

__all__ = ["looks"]

_GRAMMAR = frozenset("vdpcurmqy")  # parts of speech of which no name is made alone
_USUAL_NAME, _USUAL_THING = 4, 8  # characters


def looks(text: str, start: int, *, acronym: bool, english: str) -> Iterator[Feature]:
    """What an unexplained name from ``start`` to the end of ``text`` looks like.

    >>> [name for name, _ in looks("外长王毅", 2, acronym=False, english="Wang Yi")]
    ['unexplained', 'surname-2']
    """
    name, thing = text[start:], is_thing(text)
    kind = "acronym" if acronym else "unexplained"
    yield kind, 1.0
    if (longer := len(name) - (_USUAL_THING if acronym else _USUAL_NAME)) > 0:
        yield f"{kind}-length{'-thing' * thing}", longer / 4
    if len(name) == 1:
        yield "single", 1.0
    if name in mapping("name_endings"):
        yield "bare-ending", 1.0
    yield from _usual(text, name, small=not acronym and english[:1].islower())
    yield from beginning(text, start, groups="reach nation" if acronym or thing else "reach")
    yield from _grammar(text, start, kind)
    if not thing:
        yield from _inside(text, start)
    yield from _initials(text, start, english) if acronym else _person(name, given=is_person(english))


def _grammar(text: str, start: int, kind: str) -> Iterator[Feature]:
    """How many words of running text stand in the name, and whether it has no others."""
    inside = [word for at, word in frequencies.division(text).items() if at >= start]
    known = mapping("left_context")
    if loose := sum(is_loose(word) for word in inside if known.get(word) != "and"):
        yield f"{kind}-loose", float(loose)
    if all(frequencies.part(word) in _GRAMMAR for word in inside):
        yield "no-noun", 1.0


def _usual(text: str, name: str, *, small: bool) -> Iterator[Feature]:
    """Whether a name is a usual word, which means something else than the English, or an office."""
    if small:
        if name in glosses.lexicon(text):
            yield "other-meaning", 1.0
        return
    word = frequencies.lexicon(text).get(name)
    if word and len(name) > 1:
        yield "usual-word", max(0.0, math.log(word.uses / 30)) / 4
        if ends_like(name) == "role":
            yield "bare-role", 1.0


def _inside(text: str, start: int) -> Iterator[Feature]:
    """Whether a kind of thing or an office stands in a name with more after it: 大厂辉达, 总统川普."""
    marked = mapping("left_context")
    places = range(start, len(text) - 2)
    classes = {marked.get(text[at : at + size]) for at in places for size in (2, 3) if at + size < len(text)}
    if "kind" in classes:
        yield "kind-inside", 1.0
    if "role" in classes:
        yield "role-inside", 1.0


def _initials(text: str, start: int, acronym: str) -> Iterator[Feature]:
    """How many letters of the acronym begin an English gloss of a word, and how many words have no such gloss."""
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    count = max(2, len(letters))
    sizes = frequencies.division(text)
    extra, at = 0, start
    endings = mapping("name_endings")
    while at < len(text):
        size, letter = _initial(text, at, letters)
        if letter:
            if letter == acronym[0].lower() and at == start:
                yield "first-initial", 1.0
            letters.remove(letter)
        else:
            size = len(sizes.get(at, "?"))
            word = text[at : at + size]
            extra += size > 1 and word not in endings and not (at == start and word in mapping("name_beginnings"))
        at += size
    yield "initials", (count - len(letters)) / count
    yield "initials-extra", float(extra)
    if not letters and not extra:
        yield "initials-all", 1.0


def _initial(text: str, at: int, letters: list[str]) -> tuple[int, str]:
    """The size of the longest word at a place with a gloss that begins with one of the letters, and the letter."""
    known = glosses.lexicon(text)
    for size in range(min(5, len(text) - at), 0, -1):
        stems = known.get(text[at : at + size])
        initials = {stem[0] for stem in stems.split(",")} if stems else set()
        if found := next((letter for letter in letters if letter in initials), ""):
            return size, found
    return 0, ""


def _person(name: str, *, given: bool) -> Iterator[Feature]:
    """Whether the characters are those of foreign names, or the first is a surname.

    ``given``: a given name begins the English.
    """
    bare = name.replace("·", "")
    if len(bare) <= 8 and (smell := sum(map(likeness, bare)) / 4) > 0:
        yield "foreign", min(smell, 2.0)
    if is_like_person(name):
        double = len(name) == LONGEST_PERSON and opens_with_surname(name[1:])
        yield "surname-double" if double else f"surname-{len(name)}", 1.0
        if given:
            yield f"adopted-{len(name)}", 1.0
