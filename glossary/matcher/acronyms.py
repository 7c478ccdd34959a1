"""Which acronyms mean something else in a text than in the glossary: the text defines them, or only shouts a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from glossary import tables
from glossary.lang.script import HAN
from glossary.matcher.english import stands_for
from glossary.matcher.everyday import is_everyday
from glossary.matcher.folding import fold
from glossary.matcher.occurrences import Occurrence
from glossary.matcher.otherwise import is_like
from glossary.model import Kind

__all__ = ["is_shouted", "undefined"]

_DEFINITION = 80  # characters before an acronym in brackets in which its words stand
_CHINESE_BEFORE = re.compile(f"([{HAN}]{{2,}}) ?[(（]$")
_NEAR = 24
_CAPITALS_BEFORE = re.compile(r"((?:[A-Z]{2,}[ -])+)$")
_CAPITALS_AFTER = re.compile(r"((?:[ -][A-Z]{2,})+)(?![a-z])")
_WORDS_OF_SUBJECT = 2  # words of another sense of an acronym from which a text is of its subject
_LATIN_WORD = re.compile("[a-z]+")
_SHOUTED = 5  # letters from which a word in capitals is no acronym
_LEAST = 3  # letters of an acronym that is looked for as words of a text


def undefined(text: str, found: list[Occurrence]) -> list[Occurrence]:
    """The occurrences without acronyms that the text defines as something else: Communist Party of China (CPC)."""
    acronyms = [one for one in found if one.text.isupper() and one.text.isascii()]
    if not acronyms:
        return found
    named = {name.entry.id for one in found if not one.text.isupper() for name in one.names}
    lower = text.casefold()
    own = {one.text for one in {one.text: one for one in acronyms}.values() if _is_in_full(lower, one)}
    acronyms = [one for one in acronyms if one.text not in own]
    full = {one.span.end: _ids(one) for one in found}
    defined = {one.text for one in acronyms if _is_defined(text, one) and not _is_itself(one, full)}
    unnamed = {one.text for one in acronyms if _ids(one).isdisjoint(named)}  # each is looked for once
    defined |= {acronym for acronym in unnamed if _is_spelt_out(text, acronym)}
    defined |= set(_in_other_sense(text, {one.text for one in acronyms if one.entry.kind is not Kind.TERM} & unnamed))
    return [one for one in found if one.text not in defined or not one.text.isascii()]


def _is_in_full(lower: str, one: Occurrence) -> bool:
    """Whether a text, in small letters, has an acronym's own name: traditional Chinese medicine (TCM)."""
    terms = (term.text.casefold() for name in one.names for term in name.entry.terms if " " in term.text)
    return any(term in lower for term in terms)


def _is_itself(one: Occurrence, full: dict[int, set[str]]) -> bool:
    """Whether the words before the bracket in which an acronym stands are the entry's own name."""
    return any(not _ids(one).isdisjoint(full.get(one.span.start - size, ())) for size in (1, 2))


def _ids(one: Occurrence) -> set[str]:
    return {name.entry.id for name in one.names}


def _is_defined(text: str, one: Occurrence) -> bool:
    """Whether an acronym stands in brackets after words that it stands for, or after another name in Chinese."""
    place = one.span.start
    if text[place - 2 : place] == " (" and stands_for(one.text, text[max(0, place - _DEFINITION) : place - 2]):
        return True
    before = _CHINESE_BEFORE.search(text, max(0, place - _NEAR), place)
    return before is not None and not is_like(before[1], one)


def _is_spelt_out(text: str, acronym: str) -> bool:
    """Whether words of the text, before a bracket or a comma, begin with the letters of the acronym."""
    return len(acronym) >= _LEAST and acronym.isalpha() and _words(acronym).search(text) is not None


def _in_other_sense(text: str, acronyms: set[str]) -> Iterator[str]:
    """The acronyms of bodies that are something else in the text, as two words of another subject tell.

    >>> list(_in_other_sense("卷积层的权重；CNN", {"CNN", "CIA"}))
    ['CNN']
    """
    known = acronyms & tables.mapping("acronym_senses").keys()
    folded = fold(text).lower() if known else ""
    words = frozenset(_LATIN_WORD.findall(folded))
    for acronym in known:
        telling = tables.mapping("acronym_senses")[acronym].split()
        if sum(word in (words if word.isascii() else folded) for word in telling) >= _WORDS_OF_SUBJECT:
            yield acronym


@lru_cache(512)
def _words(acronym: str) -> re.Pattern[str]:
    """What finds words of four letters or more that begin with the letters, and after them a bracket or a comma.

    >>> [_words("CNN").search(text) is not None for text in ("convolutional neural network (CNN)", "can not know, CNN")]
    [True, False]
    """
    words = "[ -]".join(f"(?i:{letter})[a-z]{{3,}}" for letter in acronym)
    return re.compile(rf"\b{words} ?[(（)），,]")


@lru_cache(1024)
def _may_be_word(acronym: str) -> bool:
    """Whether an acronym is spelt like an English word or a Chinese syllable."""
    return is_everyday(acronym.lower(), ()) or acronym.lower() in tables.words("romanization_mandarin")


def is_shouted(text: str, one: Occurrence) -> bool:
    """Whether capitals that may be a word stand among words in capitals: TAO in TAO TE CHING, not EU in EU PLANS."""
    if not one.text.isascii() or one.entry.kind is Kind.PERSON or not _may_be_word(one.text):
        return False
    start, end = one.span.start, one.span.end
    if not (text[end : end + 2].isupper() or text[max(0, start - 2) : start].isupper()):
        return False
    before = _CAPITALS_BEFORE.search(text, max(0, start - _DEFINITION), start)
    after = _CAPITALS_AFTER.match(text, end)
    words = f"{before[1] if before else ''} {after[1] if after else ''}".replace("-", " ").split()
    return any(len(word) >= _SHOUTED for word in words)
