"""Whether a Chinese name that is found is a usual word or another's name: 蘋果, 日出, 復興, 強生."""

from __future__ import annotations

from functools import lru_cache

from glossary.lang import kind_context
from glossary.lang.frequencies import lexicon, tag, usage
from glossary.lang.generics import generic, is_generic
from glossary.lang.glosses import family, meanings, senses, stem
from glossary.lang.known_names import is_brand
from glossary.lang.latin import is_acronym
from glossary.lang.surnames import opens_with_surname
from glossary.matcher.chinese import means_other
from glossary.matcher.english import is_romanized
from glossary.matcher.folding import fold
from glossary.matcher.occurrences import Occurrence
from glossary.matcher.place import neighbours
from glossary.model import Entry, Kind

__all__ = ["is_thing"]

_FIRMS = frozenset({Kind.ORGANIZATION, Kind.PRODUCT, Kind.PLACE})
_USUAL = 1000  # uses in 60 million words from which such a name is also a word: 蘋果, 統一
_USUAL_THING = 200  # the same for a word of which the English name is the translation: 日出
_USUAL_PLACE = 300  # the same for a place: 復興
_BESIDE = 8  # characters beside it in which a word shows that it is a firm
_PERSONAL = frozenset({"before-role", "before-personal-name", "after-saying", "after-acting"})
_OF_PLACE = frozenset({"before-preposition"})
_BRACKETS = ("(", "（")


def is_thing(text: str, one: Occurrence) -> bool:
    """Whether a Chinese name is a usual word or a brand, and no word around it is what its bearer has."""
    if one.name.chinese and one.entry.kind is Kind.PERSON:
        return (is_brand(one.text) or _is_called_by_word(one.text, one.entry)) and not _is_person(text, one)
    if len(one.text) > 2 or not one.name.chinese or one.entry.kind not in _FIRMS:
        return False
    if one.entry.kind is Kind.PLACE:
        return _is_only_word(one) and not _is_place(text, one)
    if not any(_is_usual(one.text, term.text) for term in one.entry.terms if term.lang == "en"):
        return False
    before, after = text[max(0, one.span.start - _BESIDE) : one.span.start], text[one.span.end : one.span.end + _BESIDE]
    telling = set(kind_context.signs(before, after))
    if tag(fold(one.text)) != "ns":  # 在小米收成後; but 在苏联
        telling -= _OF_PLACE
    return not after.startswith(_BRACKETS) and not telling


def _is_called_by_word(text: str, entry: Entry) -> bool:
    """Whether a person's Chinese name is an everyday thing's, too: 热狗 of MC Hotdog; not 冰心, nor one with a surname.

    >>> from glossary.model import Term
    >>> entry = Entry("e1", Kind.PERSON, (Term("MC Hotdog", "en"), Term("热狗", "zh-Hans")))
    >>> _is_called_by_word("热狗", entry), _is_called_by_word("張學友", entry)
    (True, False)
    """
    folded = fold(text)
    meant = meanings(folded)
    if not meant or tag(folded) != "n" or opens_with_surname(text):
        return False
    english = [term.text for term in entry.terms if term.lang == "en"]
    own = {stem(word) for name in english for word in name.split()}
    return bool(meant - own) and not any(is_romanized(name, entry) for name in english)


def _is_person(text: str, one: Occurrence) -> bool:
    """Whether a person is what is said there: 首相強生, 強生說, 強生（Boris Johnson）."""
    before, after = text[max(0, one.span.start - _BESIDE) : one.span.start], text[one.span.end : one.span.end + _BESIDE]
    if after.startswith((*_BRACKETS, *neighbours("title"))):
        return True
    return not _PERSONAL.isdisjoint(kind_context.signs(before, after))


def _is_only_word(one: Occurrence) -> bool:
    """Whether the dictionary knows a place's name as a word and not as a place: 復興, 大同; but 北京."""
    folded = fold(one.text)
    if usage(folded) < _USUAL_PLACE or generic(folded) is Kind.PLACE:
        return False
    return means_other(folded, one.entry)


def _is_place(text: str, one: Occurrence) -> bool:
    """Whether a place is what is said there: 在復興, 復興鄉, 復興（Fuxing）, 山西大同."""
    before, after = text[max(0, one.span.start - 1) : one.span.start], text[one.span.end : one.span.end + 2]
    if generic(fold(one.text + after)) is Kind.ORGANIZATION:  # 鳳凰衛視
        return False
    wider = tag(fold(text[max(0, one.span.start - 2) : one.span.start])) == "ns"
    said = wider or "before-preposition" in kind_context.signs(before, "") or after.lstrip()[:1] in _BRACKETS
    sizes = (2,) if fold(after) in lexicon(fold(after)) else (1, 2)  # 十分关切 is no pass
    return said or Kind.PLACE in {generic(one.text + after[:size]) for size in sizes}


@lru_cache(4096)
def _is_usual(text: str, english: str) -> bool:
    """Whether a firm's Chinese name is a usual word that means something else, or what the English name means."""
    folded = fold(text)
    if is_acronym(english) or usage(folded) < (_USUAL_THING if stem(english) in senses(folded) else _USUAL):
        return False
    own = {stem(word) for word in english.split()}
    meant = {found for found in meanings(folded) if found not in own and not is_generic(found)}
    return bool(meant) or any(len(family(found)) > 1 for found in own & meanings(folded))
