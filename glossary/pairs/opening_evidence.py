"""The evidence of what an English name begins with: articles, titles, owners, numbers, commands, people somewhere.

Each look is a function from a cut to a reason or nothing; the first of :data:`_LOOKS` that says something decides, and
behind them of :data:`_UNLESS_COVERED`, where the Chinese does not translate the word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from glossary.lang.latin import is_usual
from glossary.lang.titles import is_plural
from glossary.model import Reason
from glossary.pairs.facts import Cut
from glossary.pairs.placing import NUMERAL, begins_sentence, is_address, is_command, is_day, owns, shouted
from glossary.pairs.segments import Word
from glossary.pairs.segments import word as word_of

__all__ = ["NUMBER", "opening"]

NUMBER = re.compile(r"['’]?\d{2,4}(?:['’]?s)?|\d{1,3}(?:,\d{3})+")
_OF = word_of("of")
_INSIDE_NAMES = frozenset(("and", "the", "of"))
_ARTICLES = frozenset(("A", "An", "The"))
_NEVER = frozenset(("nationality", "honorific", "relation", "time"))  # titles that begin no name
_Look: TypeAlias = "Callable[[Cut], Reason | None]"  # quoted: a benchmark puts a function in the place of Reason


def opening(cut: Cut) -> Reason | None:
    """The first word is one that rarely begins a name.

    >>> from glossary.pairs.facts import cut_at, gather
    >>> from glossary.pairs.segments import INITIAL
    >>> words = ("Researchers", "at", "the", "Institute")
    >>> opening(cut_at(gather(words, "研究所", around=INITIAL), 0)).name
    'opens-with-people'
    """
    if len(cut.name) == 1 or len(cut.name) == cut.facts.spelt:
        return None
    said = _first(cut, _LOOKS)
    if said or (cut.facts.covered[cut.first] and not owns(cut, cut.first)):
        return said
    return _first(cut, _UNLESS_COVERED)


def _first(cut: Cut, looks: Iterable[_Look]) -> Reason | None:
    return next((said for look in looks if (said := look(cut))), None)


def _somewhere(cut: Cut) -> Reason | None:
    """Who or what is where at the start of a sentence: Researchers at the | Institute of Botany."""
    text, found = cut.name[0].text, cut.name[0].nature
    if not begins_sentence(cut, cut.first) or not _is_preposition(cut.name[1]):
        return None
    people = found.title == "role" and is_plural(text)
    things = text.endswith("s") and is_usual(text) and not cut.facts.covered[cut.first]
    return Reason("opens-with-people", -4.0, text) if people or things else None


def _is_preposition(word: Word) -> bool:
    """Whether it is a small word that is no article or conjunction of a name."""
    return word.nature.connector and word.text.islower() and word.text not in _INSIDE_NAMES


def _place(cut: Cut) -> Reason | None:
    """A part of a thing, with its number: Article 3 of the | Civil Code."""
    numbered = cut.name[0].nature.locator and cut.name[1].text.isalnum() and _OF in cut.name
    return Reason("opens-with-place", -4.0, cut.name[0].text) if numbered and not _has_number(cut) else None


def _has_number(cut: Cut) -> bool:
    return NUMERAL.search(cut.facts.chinese) is not None


def _address(cut: Cut) -> Reason | None:
    """Mr. and the like."""
    return Reason("opens-with-honorific", -3.0, cut.name[0].text) if is_address(cut.name[0]) else None


def _container(cut: Cut) -> Reason | None:
    """A kind or a set of things: series of."""
    holds = cut.name[0].nature.container and cut.name[1].text.casefold() == "of"
    return Reason("opens-with-container", -1.5, cut.name[0].text) if holds else None


def _small(cut: Cut) -> Reason | None:
    """An article or a preposition. With a capital in the middle of a sentence it is meant: The Butcher's Wife."""
    text, found = cut.name[0].text, cut.name[0].nature
    if not found.small:
        return None
    if found.capital and not shouted(cut) and (not begins_sentence(cut, cut.first) or _is_title(cut)):
        return Reason("opens-with-capital", 0.5, text)
    return Reason("opens-with-function-word", -4.0, text)


def _is_title(cut: Cut) -> bool:
    """Whether the name is all of a line, in capitals, of which the Chinese says more than what follows: On the Beat."""
    facts, rest = cut.facts, cut.name[1:]
    if not facts.around.alone or cut.first or facts.spelt or cut.name[0].text in _ARTICLES:
        return False
    capital = all(word.nature.capital or word.nature.connector for word in rest)
    return capital and not all(facts.covered[1:])


def _command(cut: Cut) -> Reason | None:
    """A verb that begins the sentence: Climb | Lion Rock."""
    return Reason("opens-with-verb", -3.0, cut.name[0].text) if is_command(cut, cut.first) else None


def _owner(cut: Cut) -> Reason | None:
    """Whose the thing is, unless the Chinese says it, too: Chan's Roast Goose (陳記燒鵝)."""
    own = cut.name[0].nature.possessive and not (cut.facts.begins(cut.first) or cut.facts.owned(cut.first))
    return Reason("opens-with-possessive", -3.0, cut.name[0].text) if own else None


def _number(cut: Cut) -> Reason | None:
    """A number that the Chinese lacks."""
    odd = NUMBER.fullmatch(cut.name[0].text) and not _has_number(cut)
    return Reason("opens-with-number", -3.0, cut.name[0].text) if odd else None


def _titled(cut: Cut) -> Reason | None:
    """A title or a nationality, unless it is part of the name: Prince of Gaoping, or all that a line names."""
    text, title = cut.name[0].text, cut.name[0].nature.title
    if not title or is_day(cut, cut.first) or cut.facts.owned(cut.first) or cut.is_known:
        return None
    if (title in {"title", "role"} and cut.name[1].text.casefold() == "of") or (
        title == "nationality" and cut.facts.around.alone
    ):
        return None
    apart = title in _NEVER or (cut.facts.person and not cut.facts.spelt)
    return Reason(f"opens-with-{title}", -2.0, text) if apart else None


_LOOKS: tuple[_Look, ...] = (_somewhere, _place, _address)
_UNLESS_COVERED: tuple[_Look, ...] = (_container, _small, _command, _owner, _number, _titled)
