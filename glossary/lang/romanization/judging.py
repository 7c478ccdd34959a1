"""Judging a whole spelling against Chinese characters: the levels of fit, and the order in which they are tried."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from glossary.lang.romanization.bearers import surname_bits, surname_only, with_initials
from glossary.lang.romanization.fits import NO_WORDS, NOTHING, Fit, Level, Words
from glossary.lang.romanization.matching import Name, given_of, name_of
from glossary.lang.romanization.places import exonyms, generics, without_chinese, without_english
from glossary.lang.romanization.spelling_out import (
    MOST_DROPPED,
    PERSON,
    SURNAME_WORDS,
    Case,
    Spelt,
    begin_alike,
    flat,
    full,
    only_given,
    spell,
    spell_nearly,
    stretches_spelt,
    windows,
)
from glossary.lang.romanization.spellings import syllables

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["fit", "may_begin", "spells", "suffix", "surname"]


_MOST_WORDS = 40  # of a spelling that are looked at
_SUFFIX_WORDS = 4  # a name of up to four characters has no more words; longer ones may have six
_LONG_SUFFIX_WORDS = 6
_LEAST_LETTERS = 4  # of a part of a name that is told from chance


@lru_cache(maxsize=1 << 13)  # the kind, the surname and the reading of a pair all ask
def fit(english: str, chinese: str, *, parts_too: bool = True) -> Fit:
    """How the whole spelling ``english`` fits the characters in ``chinese`` (other signs are passed over).

    Given names of English origin before or after a Chinese name are left out of the words used, unless they could be
    syllables of the name themselves. Not ``parts_too``: where only some characters are spelt, which takes as long to
    find out as all the rest, there may be no fit.

    >>> fit("John Lee Ka-chiu", "李家超").words
    Words(start=1, end=3)
    >>> fit("Jensen Huang", "黃仁勳").level, fit("Stan Shih", "嚴長壽").level
    (<Level.SURNAME: 'surname'>, <Level.NONE: 'none'>)
    >>> fit("Pingtung County", "屏東縣").syllables
    (('屏', 'ping'), ('東', 'tung'), ('縣', 'county'))
    """
    name = name_of(chinese)
    words = tuple(english.split(maxsplit=_MOST_WORDS)[:_MOST_WORDS])
    if name is None or not words:
        return NOTHING
    parts = tuple(map(syllables, words))
    spelt: list[tuple[Words, Spelt]] = []
    for span, found in stretches_spelt(parts, name):
        if span == (0, len(words)) or only_given(words, span, name):  # all words but English given names
            return full(found, name, span)
        spelt.append((span, found))
    case = Case(words, parts, name, spelt)
    judges = (*_JUDGES, _part) if parts_too else _JUDGES
    return next((fitting for judge in judges if (fitting := judge(case)) is not None), NOTHING)


def suffix(words: Sequence[str], chinese: str) -> Fit | None:
    """The longest suffix of ``words`` that spells all of ``chinese``, or None. Indices in it are those of ``words``.

    Only exact fits (level FULL, slack 0) of up to four words, six for names of more than four characters.

    >>> suffix("Vice Premier He Lifeng".split(), "何立峰").words
    Words(start=2, end=4)
    >>> suffix(["President", "Jun", "He"], "何軍").order
    'surname-last'
    >>> suffix(["Quemoy"], "金門").system
    'exonym'
    """
    name = name_of(chinese)
    if name is None:
        return None
    most = _SUFFIX_WORDS if len(name.characters) <= _SUFFIX_WORDS else _LONG_SUFFIX_WORDS
    recent = [syllables(word) for word in words[-most:]]
    offset, begins = len(words) - len(recent), begin_alike(recent, name)
    if not any(begins):  # most words before a gloss
        return None
    for start in range(len(recent)):
        found = spell(recent[start:], name) if begins[start] or any(begins[-SURNAME_WORDS:]) else None
        if found is not None:
            return full(found, name, Words(offset + start, len(words)))
    return None


def spells(words: Sequence[str], chinese: str) -> bool:
    """Whether the words spell all of ``chinese``, as :func:`suffix`, and none is left.

    >>> spells(["He", "Lifeng"], "何立峰"), spells(["Premier", "He", "Lifeng"], "何立峰")
    (True, False)
    """
    name = name_of(chinese)
    return name is not None and spell([syllables(word) for word in words], name) is not None


def may_begin(words: Sequence[str], chinese: str) -> list[bool]:
    """For each word whether it may begin a spelling of ``chinese``, or of its beginning: a quick look at its letter.

    >>> may_begin(["Vice", "Premier", "He", "Lifeng"], "何立峰副總理")
    [False, False, True, False]
    """
    name = name_of(chinese[: PERSON[-1]])
    if name is None:
        return [False] * len(words)
    if any(exonyms(name.folded[:end]) for end in range(1, len(name.folded) + 1)):
        return [True] * len(words)
    return begin_alike([syllables(word) for word in words], name)


def surname(word: str, chinese: str) -> bool:
    """Whether ``word`` spells the surname of ``chinese``: its first character, or its surname of two.

    >>> surname("Huang", "黃仁勳"), surname("Ouyang", "歐陽修"), surname("Jensen", "黃仁勳")
    (True, True, False)
    """
    name = name_of(chinese)
    return name is not None and surname_bits(syllables(word), name) is not None


# ---- the levels below a full fit of the words themselves, from the strongest on; each judge gives a fit or None


def _with_generic(case: Case) -> Fit | None:
    """A full fit of what is left when generics that translate one another are taken off (once or twice)."""
    return _generic_fit(case.words, case.name)


def _plain(words: Sequence[str]) -> tuple[str, ...]:
    """``words`` as the table of generics has them."""
    return tuple(word.lower().strip(".,") for word in words)


def _generic_fit(words: Sequence[str], name: Name) -> Fit | None:
    """A full fit of ``words`` with one or two generics translated."""
    for generic in generics(_plain(words), name.folded):
        kept = name_of(name.characters[: generic.kept])
        left = words[generic.start : generic.end]
        if kept is None:
            continue
        spelt = spell(tuple(map(syllables, left)), kept)
        inner = full(spelt, kept, NO_WORDS) if spelt else _generic_fit(left, kept)
        if inner is not None:
            pairs = (*inner.syllables, (name.characters[generic.kept :], generic.english))
            return Fit(Level.FULL, inner.system, Words(0, len(words)), inner.order, pairs)
    return None


def _one_generic(case: Case) -> Fit | None:
    """A partial fit where only one side has a generic word."""
    words, name = case.words, case.name
    plain = _plain(words)
    for generic in chain(without_english(plain, name.folded), without_chinese(plain, name.folded)):
        kept = name_of(name.characters[: generic.kept])
        spelt = kept and spell(case.parts[generic.start : generic.end], kept)
        if kept and spelt:
            return full(spelt, kept, Words(generic.start, generic.end), level=Level.PARTIAL)
    return None


def _embedded(case: Case) -> Fit | None:
    """A partial fit: some of the words spell all characters."""
    if not case.spelt or len(case.name.characters) == 1:
        return None
    span, spelt = case.spelt[0]
    return full(spelt, case.name, span, level=Level.PARTIAL)


def _nearly(case: Case) -> Fit | None:
    """A full fit with one syllable not quite right, or with syllables of several families."""
    words, parts, name, _ = case
    for span in windows(parts, name):
        found = spell_nearly(parts[span.start : span.end], name)
        if found is not None and (span == (0, len(words)) or only_given(words, span, name)):
            return full(found, name, span, slack=1)
    return None


def _part(case: Case) -> Fit | None:
    """Some words spell the beginning of the characters, or the given name."""
    words, parts, name, _ = case
    count = len(name.characters)
    alike = any(begin_alike(parts[:MOST_DROPPED], name))
    beginnings = [kept for kept in range(count - 1, 1, -1) if alike or exonyms(name.folded[:kept])]
    pieces = [name_of(name.characters[:kept]) for kept in beginnings]
    if count in PERSON and count - name.surname > 1:
        pieces.append(given_of(name))
    for piece in filter(None, pieces):
        for span in windows(parts[:MOST_DROPPED], piece):
            chosen = parts[span.start : span.end]
            if sum(map(len, flat(chosen))) < _LEAST_LETTERS or words[span.start][0].islower():
                continue
            found = spell(chosen, piece)
            if found is not None:
                return full(found, piece, span, level=Level.PARTIAL)
    return None


_JUDGES = (_with_generic, _one_generic, _embedded, _nearly, with_initials, surname_only)  # and _part
