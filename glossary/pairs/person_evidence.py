"""Evidence from how Chinese names are spelt and persons are named: given names before surnames, Chinese or foreign."""

from __future__ import annotations

from glossary.lang import romanization, script
from glossary.lang.generics import is_generic
from glossary.lang.known_names import is_known_place
from glossary.lang.latin import has_ending, is_usual
from glossary.lang.name_parts import is_borne
from glossary.lang.surnames import opens_with_surname
from glossary.model import Reason
from glossary.pairs.facts import Cut, Facts
from glossary.pairs.segments import Word

__all__ = ["begins_with_given", "ends_office", "may_be_given", "spelt", "surname"]

_FULL_NAME = 3  # words: an English given name, the surname, the Chinese given name
_SHORT_NAME = 2  # words
_FAR = Reason("surname-far", -2.0)


def spelt(cut: Cut) -> Reason | None:
    """The words spell the Chinese characters, all of them and nothing else but given names: Starry Lee Wai-king."""
    if not cut.facts.spelt:
        return None
    extra = len(cut.name) - cut.facts.spelt
    if extra == 0:
        behind = cut.first > 0 and may_be_given(cut.facts, cut.first - 1)
        return Reason("spelt-behind-name", 4.0) if behind else Reason("spelt", 5.0)
    if 0 < extra <= 2 and all(word.nature.given for word in cut.name[:extra]):
        return Reason("spelt-after-given-name", 5.5)
    return (
        Reason("spelt-after-name", 4.5)
        if extra == 1 and may_be_given(cut.facts, cut.first)
        else Reason("spelt-otherwise", -4.0)
    )


def may_be_given(known: Facts, index: int) -> bool:
    """Whether the word before a Chinese person's name may be a given name.

    It need not be in a list (Hong Kong has Starry and Kingsley), unless the sentence begins with it, as with a job that
    no list has: Agronomist Yuan Longping.
    """
    word, found = known.words[index]
    if found.given:
        return True
    person = known.spelt > 1 or (known.given and index == len(known.words) - _FULL_NAME)
    if not person or not opens_with_surname(script.fold(known.chinese)) or found.title:
        return False
    if is_borne(word):
        return True
    if (
        known.covered[index]
        or not (found.capital and word.isalpha())
        or word.isupper()
        or found.small
        or has_ending(word, "job", "field")
    ):
        return False
    begins = index == 0 and known.around.initial
    return not (begins or is_usual(word) or is_generic(word) or is_known_place(word))


def surname(cut: Cut) -> Reason | None:
    """The last word spells the surname, the words before it are given names: Jensen Huang, C.C. Wei, Young Liu."""
    if cut.facts.given and not cut.facts.family:
        more = len(cut.name) == _FULL_NAME and may_be_given(cut.facts, cut.first)
        return Reason("given-name", 4.0 if more else 3.0) if more or len(cut.name) == _FULL_NAME - 1 else _FAR
    if cut.facts.spelt or not cut.facts.person:
        return None
    if cut.facts.family:  # surname first, the given name spelt in an unusual way: Hu Hsien-hsu
        extra = cut.name[:-2]
        if extra and not all(word.nature.given for word in extra):
            return _FAR
        return Reason("surname", 3.5 if extra else 3.0) if len(cut.name) > 1 else _FAR
    if any(word.nature.small for word in cut.name):
        return None
    given = [word.nature.title for word in cut.name[:-1]]
    if given == ["qualifier"]:  # Young and Little are given names when no other is left
        return Reason("surname", 1.5)
    if any(given) or len(given) > 3 or _begins_before_given(cut) or _begins_in_office(cut):
        return _FAR
    return Reason("surname", 3.0) if given else Reason("surname-alone", -0.5)


def _begins_in_office(cut: Cut) -> bool:
    """Whether what an office is for stands before the person's name: Minister of | Foreign Affairs François Wu."""
    return len(cut.name) > _SHORT_NAME and not cut.name[0].nature.given and ends_office(cut.facts.words[: cut.first])


def ends_office(words: tuple[Word, ...]) -> bool:
    """Whether the words end with an office and what it is for, or with the "of" before that: Minister of Health."""
    for place in range(len(words) - 1, 0, -1):
        if words[place].text == "of":
            return words[place - 1].nature.title == "role"
        if not (words[place].nature.capital or words[place].nature.connector):
            return False
    return False


def _begins_before_given(cut: Cut) -> bool:
    """Whether a known given name stands behind a first word that is none: Economic Affairs | Cynthia Kiang."""
    inside = not cut.name[0].nature.given and any(word.nature.given for word in cut.name[1:-1])
    return inside and _ends_in_surname(cut)


def begins_with_given(cut: Cut) -> bool:
    """Whether the name is a known given name and what spells the Chinese surname, or sounds like the Chinese."""
    given = len(cut.name) > 1 and cut.name[0].nature.given and not cut.facts.spelt
    return given and _ends_in_surname(cut)


def _ends_in_surname(cut: Cut) -> bool:
    """Whether the last word sounds like the Chinese or spells its surname."""
    return cut.facts.heard or romanization.surname(cut.name[-1].text, cut.facts.chinese)
