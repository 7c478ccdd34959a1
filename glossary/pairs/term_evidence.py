"""The evidence about where a term in small letters begins: what stands before it, how long it is, verbs in it."""

from __future__ import annotations

from glossary.lang.latin import has_ending
from glossary.model import Reason
from glossary.pairs.facts import Cut
from glossary.pairs.segments import Word
from glossary.pairs.segments import word as word_of

__all__ = ["TERM_CONNECTORS", "left_of_term", "length", "verb"]

TERM_CONNECTORS = frozenset(("of", "and", "the", "all"))


def left_of_term(cut: Cut, left: Word) -> tuple[str, float]:
    """What a small word before a term says: an article begins a term, "of" mostly carries it on."""
    found = left.nature
    if found.demonstrative:
        return "left-demonstrative", -1.0  # in this version (鬥天九): a remark
    if found.determiner:
        return "left-article", 1.5
    if left.text == "of":
        return "left-of", -0.5 if cut.first > 1 and _takes_of(cut.facts.words[cut.first - 2]) else 1.0
    if found.small or found.verb:
        return "left-lower", 1.0
    return ("left-participle", 0.6) if _is_participle(left.text) else ("left-word", 0.3)


def _takes_of(head: Word) -> bool:
    """Whether "of" after the word mostly goes on with a name: director of, not discovery of, title of, consists of."""
    found = head.nature
    return not (found.container or found.small or found.verb or has_ending(head.text, "action", "process"))


def _is_participle(text: str) -> bool:
    """Whether the word is a form in -ed or -ing of a known verb."""
    return text.endswith(("ed", "ing")) and (
        word_of(text.removesuffix("ing") + "s").nature.verb
        or word_of(text.removesuffix("d").removesuffix("e") + "s").nature.verb
    )


def length(cut: Cut) -> Reason | None:
    """A term has about one word for two characters (通貨膨脹: price inflation), seldom more than one for each."""
    if cut.name[-1].nature.capital or cut.facts.spelt:
        return None
    words = sum(word.text not in TERM_CONNECTORS for word in cut.name)
    characters = len(cut.facts.chinese)
    excess = max(words - max(2.0, 0.75 * characters), characters / 3 - words, 0.0)
    return Reason("length", round(-0.5 * excess, 2)) if excess >= 0.5 else None


def verb(cut: Cut) -> Reason | None:
    """A term has no verb that the Chinese does not translate: eat | biangbiang noodles, temples lend | blocks."""
    if cut.name[-1].nature.capital or cut.facts.spelt:
        return None
    for place, word in enumerate(cut.name[:-1], start=cut.first):
        before = cut.facts.words[place - 1].nature if place else None
        if word.nature.verb and not cut.facts.covered[place] and not (before and (before.small or before.connector)):
            return Reason("verb", -1.5, word.text)
    first = cut.name[0].text
    if len(cut.name) > 1 and not cut.facts.covered[cut.first] and _is_participle(first):
        return Reason("opens-with-participle", -0.5, first)
    return None
