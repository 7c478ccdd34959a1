"""Which short names stand for a person or an organization once a text gave the full one.

Bessent for Scott Bessent, 貝森特 likewise; Hon Hai for Hon Hai Precision Industry Co, 央行 for 中央銀行.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary.lang import romanization
from glossary.lang.script import HAN
from glossary.lang.titles import nature
from glossary.matcher import shortened
from glossary.matcher.automaton import Automaton, Hit
from glossary.matcher.folding import fold
from glossary.matcher.names import Name, Use
from glossary.matcher.namesakes import is_of_another, is_own_given
from glossary.matcher.place import Place, word_after, word_before
from glossary.matcher.standing import sure
from glossary.model import Kind

__all__ = ["may_stand", "of_one", "short_names"]

_OF_FAMILY = re.compile(rf" ?[(（][{HAN}][)）]")
_YEAR = re.compile(r",? \(?[12]\d{3}\b")
_GENERATION = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_OFTEN = 3  # times that a text calls somebody by the surname before that is taken for him
_PERSONAL = frozenset({"honorific", "title", "role", "qualifier"})
_LAST = re.compile(r"[·‧・• ]([^·‧・• ]{2,})$")


def short_names(name: Name) -> Iterator[Name]:
    """The short names by which a person or an organization is called again whose full name stands in the text.

    >>> from glossary.model import Entry, Term
    >>> terms = (Term("He Lifeng", "en"), Term("何立峰", "zh-Hant"))
    >>> [short.text for short in short_names(Name("He Lifeng", terms[0], Entry("e1", Kind.PERSON, terms)))]
    ['He']
    >>> terms = (Term("Scott Bessent", "en"), Term("史考特·貝森特", "zh-Hant"))
    >>> [short.text for term in terms for short in short_names(Name(term.text, term, Entry("e1", Kind.PERSON, terms)))]
    ['Bessent', '貝森特']
    """
    if name.use is not Use.FULL:
        return
    if name.entry.kind is Kind.ORGANIZATION:
        yield from _of_organization(name)
    if name.entry.kind is not Kind.PERSON:
        return
    if name.chinese:
        found = _LAST.search(name.text)
        short = found[1] if found and "·" in name.text.translate(_DOTS) else ""
    else:
        short = _surname(_GENERATION.sub("", name.text), name)
    if len(short) > 1 and short != name.text:
        yield Name(short, name.term, name.entry, Use.LATER)


_DOTS = str.maketrans("‧・•", "···")


def _of_organization(name: Name) -> Iterator[Name]:
    if name.chinese:
        english = [term.text for term in name.entry.terms if term.lang == "en"]
        shorts = shortened.chinese(name.text, english)
    else:
        shorts = filter(None, (shortened.english(name.text),))
    own = {fold(term.text) for term in name.entry.terms}
    yield from (Name(short, name.term, name.entry, Use.LATER) for short in shorts if short not in own)


def _surname(text: str, name: Name) -> str:
    """The surname in a person's English name: the word that spells the Chinese one, else the last; empty if alone."""
    words = text.split()
    if len(words) < 2:
        return ""
    chinese = [term.text for term in name.entry.terms if term.is_chinese]
    ends = ((word, text) for text in chinese for word in (words[0], words[-1], *words[1:-1]))
    spelt = next((word for word, text in ends if romanization.surname(word, text)), words[-1])
    return spelt if spelt[:1].isupper() else ""


def may_stand(place: Place, name: Name) -> bool:
    """Whether a short name stands for its bearer here: alone or after a title, and no word of the language.

    ``He`` and ``An`` need a title before them; ``Jane Bessent`` and ``Bessent Street`` are somebody and something else.
    """
    if name.chinese:
        return place.before != "·" and place.after != "·"
    if name.entry.kind is Kind.ORGANIZATION:
        return sure(place, name)
    before = word_before(place)
    if before.lower() == "the" or word_after(place) == "of":
        return False  # the Li family; Emperor Wu of Han
    if _YEAR.match(place.text, place.end) or _OF_FAMILY.match(place.text, place.end):
        return False  # (tr. Li 1977); the Li (李)
    titled = before[:1].isupper() and nature(before).title in _PERSONAL
    if nature(name.text).small or nature(name.text).title:
        return titled and not word_after(place)[:1].isupper()
    return sure(place, name) or (is_own_given(before, name) and not word_after(place)[:1].isupper())


def of_one(folded: str, shorts: Automaton, hits: Iterable[Hit], *, named: Mapping[str, Sequence[int]]) -> list[Hit]:
    """The hits without those of a surname that may be somebody else's, whom the glossary does not know.

    They are his since his full name, until the person is called in full again (``named``: where, for each entry). But
    whom the text called by the surname a few times before is the one of whom it goes on to speak.
    """
    others: dict[int, int] = {}  # where the number's last other bearer was named
    calls: Counter[int] = Counter()
    kept = []
    for hit in hits:
        number, start, end = hit
        names = shorts.names_of(number, "")
        if any(is_of_another(Place(folded, start, end), name) for name in names):
            others[number] = start
            continue
        other = others.get(number)
        again = (place for name in names for place in named.get(name.entry.id, ()))
        if other is None or calls[number] >= _OFTEN or any(other < place < start for place in again):
            calls[number] += 1
            kept.append(hit)
    return kept
