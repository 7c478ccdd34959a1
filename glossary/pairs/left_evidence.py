"""The evidence of what stands before an English name: a boundary, a title, a word of the sentence or of the name."""

from __future__ import annotations

from glossary import tables
from glossary.lang.generics import is_generic
from glossary.lang.latin import is_acronym
from glossary.lang.titles import nature
from glossary.model import Reason
from glossary.pairs.acronyms import spells_acronym
from glossary.pairs.facts import DIRECTION, Cut
from glossary.pairs.opening_evidence import NUMBER
from glossary.pairs.person_evidence import begins_with_given, ends_office
from glossary.pairs.placing import begins_sentence, is_command, is_day, owns, shouted
from glossary.pairs.segments import Word
from glossary.pairs.term_evidence import left_of_term

__all__ = ["is_purpose", "left", "may_be_small"]

_OF_PURPOSE = frozenset(("for", "on", "against"))
_NEW_PHRASE = frozenset(("and", "with", "from", "by"))  # before "the" they begin another phrase
_APART = frozenset(("nationality", "relation", "time"))  # titles that belong to no name


def left(cut: Cut) -> Reason | None:
    """What stands before the name: a boundary speaks for the cut, a capitalised word that is no title against it."""
    word = cut.left
    if word is None:
        return Reason("left-opened", 3.0) if cut.facts.around.opened else Reason("left-boundary", 1.0)
    found = word.nature
    term = not cut.name[-1].nature.capital
    if _in_clause(cut, word):
        return Reason("left-clause", -2.5, word.text)
    if found.capital and not found.small and not (term and begins_sentence(cut, cut.first - 1)):
        return _left_capital(cut, word.text)
    if term:
        return Reason(*left_of_term(cut, word), word.text)
    return _left_small(cut, word)


def _left_small(cut: Cut, word: Word) -> Reason:
    """A word of running text speaks for the cut, a connector behind a capitalised word against it."""
    if DIRECTION.match(word.text) and cut.facts.covered[cut.first - 1]:
        return Reason("left-covered", -2.5, word.text)  # northern | Shaanxi, 陝北
    if word.text == "the" and cut.first > 1 and cut.facts.words[cut.first - 2].text in _NEW_PHRASE:
        return Reason("left-lower", 1.0, word.text)
    before = _before_connectors(cut) if word.nature.connector else None
    if before is not None and before.nature.capital and not before.nature.title and not _is_place(cut, before):
        if word.nature.link and not cut.facts.chinese_link and not is_purpose(before, word):
            return Reason("left-link", 0.3, word.text)
        return Reason("left-connector", -0.5 if may_be_small(cut) and before is cut.facts.words[0] else -2.0, word.text)
    return Reason("left-lower", 1.0, word.text)


def _in_clause(cut: Cut, word: Word) -> bool:
    """Whether the word, with a capital in running text, makes a clause of the name: We Are | Team Taiwan."""
    if word.text.casefold() not in tables.words("function_words", "clause") or not word.nature.capital or shouted(cut):
        return False
    return not begins_sentence(cut, cut.first - 1)


def _is_place(cut: Cut, number: Word) -> bool:
    """Whether the word is a number that says where in the thing named: Article 5 of the | Local Government Act."""
    place = cut.facts.words.index(number)
    return place > 0 and cut.facts.words[place - 1].nature.locator and number.text.isalnum()


def is_purpose(before: Word, link: Word) -> bool:
    """Whether the link says what the thing named before it is for: Center *for* Disease Control, Convention *on* …"""
    return link.text in _OF_PURPOSE and is_generic(before.text)


def may_be_small(cut: Cut) -> bool:
    """Whether the first word of all begins the sentence and the Chinese does not translate it; "of" follows, or "the"
    after a participle (Citing the).
    """
    facts = cut.facts
    if not facts.around.initial or len(facts.words) < 2 or facts.covered[0] or facts.spelt:
        return False
    first, second = facts.words[0].text, facts.words[1].text
    return (second == "of" and not is_generic(first)) or (second == "the" and first.endswith("ing"))


def _before_connectors(cut: Cut) -> Word | None:
    """The word left of the connectors left of the name (Journey *to the* | West), unless it only begins a sentence."""
    for index in range(cut.first - 1, -1, -1):
        word = cut.facts.words[index]
        if not word.nature.connector or (word.nature.capital and not begins_sentence(cut, index)):
            return None if word.nature.small and begins_sentence(cut, index) else word
    return None


def _left_capital(cut: Cut, text: str) -> Reason:
    """A capitalised word left out: right for titles, nationalities and possessives, wrong for a part of the name."""
    if is_acronym(text) and spells_acronym([word.text for word in cut.name], text):
        return Reason("left-acronym", 3.0, text)  # DHS - | Department of Harbour Safety
    found, covered = nature(text), cut.facts.covered[cut.first - 1]
    if found.title == "title" and covered and not cut.facts.spelt:
        return Reason("left-covered", -2.5, text)  # Duke | Xian, 獻公
    if found.title == "honorific" or found.origin or (found.title and cut.facts.person):
        return Reason("left-title", 1.0, text)
    return _left_verb(cut, text) or _left_part(cut, text, covered=covered)


def _left_verb(cut: Cut, text: str) -> Reason | None:
    """A verb that begins the sentence, or what an office is for."""
    if is_command(cut, cut.first - 1):
        return Reason("left-verb", 1.0, text)  # Visit | Longshan Temple
    if _begins_person(cut) and not nature(text).given:
        return Reason("left-title", 0.3, text)  # Minister of Economic Affairs | Cynthia Kiang
    return None


def _left_part(cut: Cut, text: str, *, covered: bool) -> Reason:
    """A part of the name, unless it says whose or when the thing is."""
    found = nature(text)
    if is_day(cut, cut.first - 1):
        return Reason("left-day", -4.0, text)
    if (covered and not owns(cut, cut.first - 1)) or (found.possessive and _spelt_before(cut)):
        return Reason("left-covered", -2.5, text)
    if found.title in _APART or found.possessive or NUMBER.fullmatch(text):
        return Reason("left-title", 0.5, text)
    return Reason("left-capital", -2.5, text)


def _begins_person(cut: Cut) -> bool:
    """Whether a person's name begins, with a given name or behind an office and what that is for."""
    if begins_with_given(cut):
        return True
    return cut.facts.person and len(cut.name) > 1 and ends_office(cut.facts.words[: cut.first])


def _spelt_before(cut: Cut) -> bool:
    """Whether the one to three words left of the name spell the beginning of the Chinese: Wang Anshi's | Reforms."""
    begins = cut.facts.begins
    return cut.facts.owned(cut.first - 1) or any(
        begins(start) == cut.first - start for start in range(max(0, cut.first - 3), cut.first)
    )
