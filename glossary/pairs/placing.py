"""Where the words of a cut stand and what they say there, for the evidence about English names."""

from __future__ import annotations

import re

from glossary.lang import companies
from glossary.lang.generics import is_generic
from glossary.lang.known_names import is_known_place
from glossary.lang.titles import owner
from glossary.pairs.facts import Cut
from glossary.pairs.segments import Word

__all__ = ["NUMERAL", "begins_sentence", "is_address", "is_command", "is_day", "owns", "shouted"]

NUMERAL = re.compile("[0-9〇零一二三四五六七八九十百千]")


def is_address(word: Word) -> bool:
    """Whether it is a form of address, which no name begins with or holds: Mr."""
    return word.nature.title == "honorific" and word.text.endswith(".")


def is_command(cut: Cut, index: int) -> bool:
    """Whether a verb begins the sentence that the Chinese does not say, a name behind it: Climb | Lion Rock."""
    after = cut.facts.words[index + 1].nature
    return (
        begins_sentence(cut, index)
        and cut.facts.words[index].nature.verb
        and not is_generic(cut.facts.words[index].text)
        and not cut.facts.covered[index]
        and (after.capital or after.determiner)
    )


def begins_sentence(cut: Cut, index: int) -> bool:
    """Whether the word at ``index`` begins a sentence."""
    return index == 0 and cut.facts.around.initial


def shouted(cut: Cut) -> bool:
    """Whether the name is in capitals only, which says nothing of its small words."""
    return all(word.text.isupper() for word in cut.name)


def owns(cut: Cut, place: int) -> bool:
    """Whether the word at ``place`` says only whose or where the thing behind it is, though the dictionary has it.

    Japan's | Nitto Boseki Co is a company's country; Taichung's | Xitun District (西屯區) is spelt from there on.
    """
    word = cut.facts.words[place]
    if not word.nature.possessive or place + 1 == len(cut.facts.words):
        return False
    country = companies.is_suffix(cut.name[-1].text) and is_known_place(owner(word.text))
    return country or bool(cut.facts.begins(place + 1))


def is_day(cut: Cut, place: int) -> bool:
    """Whether a month and its day stand at ``place`` in a name whose Chinese has numbers: the February 28 Incident."""
    words = cut.facts.words[place : place + 2]
    dated = len(words) == 2 and words[0].nature.title == "time" and words[1].text.isdigit()
    return dated and NUMERAL.match(cut.facts.chinese) is not None
