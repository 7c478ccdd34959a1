"""Judging a whole spelling against Chinese characters: the levels of fit, and the order in which they are tried."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from glossary.lang.romanization.fits import NO_WORDS, NOTHING, Fit, Level, Order, Words
from glossary.lang.romanization.matching import Alignment, Name, align, given_of, name_of, near
from glossary.lang.romanization.places import (
    generics,
    is_generic,
    without_chinese,
    without_english,
)
from glossary.lang.romanization.spellings import syllables, system_of, systematic
from glossary.tables import words as table_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["fit", "suffix", "surname"]

_Parts = tuple[tuple[str, ...], ...]  # for each word its stretches of letters

_MOST_WORDS = 40  # of a spelling that are looked at
_SUFFIX_WORDS = 4  # a name of up to four characters has no more words; longer ones may have six
_LONG_SUFFIX_WORDS = 6
_PERSON = range(2, 5)  # characters of a Chinese person's name
_MOST_DROPPED = 3  # words before a name: Dr Mary Anne CHAN Tai-man
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3},?")
_SURNAME_WORDS = 2  # at the end of a name: of a surname of two characters
_LEAST_LETTERS = 4  # of a part of a name that is told from chance


@lru_cache(maxsize=1 << 13)  # the kind, the surname and the reading of a pair all ask
def fit(english: str, chinese: str) -> Fit:
    """How the whole spelling ``english`` fits the characters in ``chinese`` (other signs are passed over).

    Given names of English origin before or after a Chinese name are left out of the words used, unless they could be
    syllables of the name themselves.

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
    case = _Case(words, parts, name, _all_characters(parts, name))
    return next((found for judge in _JUDGES if (found := judge(case)) is not None), NOTHING)


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
    offset = len(words) - len(recent)
    for start in range(len(recent)):
        found = _spelt(recent[start:], name)
        if found is not None:
            return _full(found, name, Words(offset + start, len(words)))
    return None


def surname(word: str, chinese: str) -> bool:
    """Whether ``word`` spells the surname of ``chinese``: its first character, or its surname of two.

    >>> surname("Huang", "黃仁勳"), surname("Ouyang", "歐陽修"), surname("Jensen", "黃仁勳")
    (True, True, False)
    """
    name = name_of(chinese)
    return name is not None and _surname(syllables(word), name) is not None


# ---- spelling all characters


class _Spelt(NamedTuple):
    """A fit of all characters: the alignment, the order, and the system when the alignment does not tell it."""

    alignment: Alignment
    order: Order
    system: str = ""


def _spelt(parts: Sequence[tuple[str, ...]], name: Name) -> _Spelt | None:
    """How the words of ``parts``, all of them, spell all of ``name`` in either order."""
    if not all(parts):
        return None
    if len(parts) <= len(name.tables):
        for order, ordered in _orders(parts, name):
            found = align(_flat(ordered), name)
            if found is not None:
                return _Spelt(found, order)
    if name.english and (letters := "".join(_flat(parts))) in name.english:
        return _Spelt(Alignment((letters,), 0), "surname-first", "exonym")
    return None


def _orders(parts: Sequence[tuple[str, ...]], name: Name) -> Iterator[tuple[Order, Sequence[tuple[str, ...]]]]:
    """``parts`` with the surname first: as they are, and with the last word, or two, put first."""
    if parts[0][0][0] in name.initials:
        yield "surname-first", parts
    for moved in range(1, min(len(parts), name.surname + 1)):
        if parts[-moved][0][0] in name.initials:
            yield "surname-last", (*parts[-moved:], *parts[:-moved])


def _flat(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The stretches of letters of all words in a row."""
    return tuple(chain.from_iterable(parts))


def _full(spelt: _Spelt, name: Name, words: Words, *, level: Level = Level.FULL, slack: int = 0) -> Fit:
    """The fit that ``spelt`` stands for."""
    letters, bits = spelt.alignment
    if spelt.system:
        pairs: tuple[tuple[str, str], ...] = ((name.characters, letters[0]),)
    else:
        pairs = tuple(zip(name.characters, letters, strict=True))
    return Fit(level, spelt.system or system_of(bits) or "mixed", words, spelt.order, pairs, slack)


# ---- the levels, from the strongest to the weakest; each judge gives a fit or None


class _Case(NamedTuple):
    """What is judged: the words, their letters, the name, and the stretches of words that spell all of it."""

    words: tuple[str, ...]
    parts: _Parts
    name: Name
    spelt: list[tuple[Words, _Spelt]]


def _all_characters(parts: _Parts, name: Name) -> list[tuple[Words, _Spelt]]:
    """The stretches of words that spell all characters of ``name``: longer ones first, then later ones."""
    found = ((span, _spelt(parts[span.start : span.end], name)) for span in _windows(parts, name))
    return [(span, spelt) for span, spelt in found if spelt is not None]


def _windows(parts: _Parts, name: Name) -> Iterator[Words]:
    """The stretches of words that may spell a name so long: longer ones first, then later ones.

    Its first letter begins the first word, or one of the last words, unless a name of its own is known (Keelung).
    """
    most = max(len(name.tables), 3 if name.english else 0)
    begins = [bool(part) and part[0][0] in name.initials for part in parts]
    if not name.english and not any(begins):
        return
    for size in range(min(len(parts), most), 0, -1):
        for start in range(len(parts) - size, -1, -1):
            end = start + size
            if name.english or begins[start] or any(begins[max(start, end - _SURNAME_WORDS) : end]):
                yield Words(start, end)


def _whole(case: _Case) -> Fit | None:
    """A full fit of all words but English given names before it, or one after it."""
    for span, spelt in case.spelt:
        if span == (0, len(case.words)) or _only_given(case.words, span, case.name):
            return _full(spelt, case.name, span)
    return None


def _only_given(words: Sequence[str], span: Words, name: Name) -> bool:
    """Whether what is left around ``span`` can be given names of English origin beside a Chinese person's name."""
    before, after = words[: span.start], words[span.end :]
    if len(name.characters) not in _PERSON or len(before) > _MOST_DROPPED or len(after) > 1:
        return False
    if sum(len(syllables(word)) for word in words[span.start : span.end]) < 2:
        return False
    return all(map(_english_given, (*before, *after)))


@cache
def _short_given() -> frozenset[str]:
    """English given names that look like syllables, in small letters."""
    return frozenset(map(str.lower, table_words("given_names_short")))


def _english_given(word: str) -> bool:
    """Whether ``word`` may be an English given name, a title or initials, and is no syllable of a Chinese name."""
    if not word[:1].isupper() or is_generic(word.lower()):
        return False
    parts = syllables(word)
    return len(parts) != 1 or parts[0] not in systematic() or parts[0] in _short_given()


def _with_generic(case: _Case) -> Fit | None:
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
        spelt = _spelt(tuple(map(syllables, left)), kept)
        inner = _full(spelt, kept, NO_WORDS) if spelt else _generic_fit(left, kept)
        if inner is not None:
            pairs = (*inner.syllables, (name.characters[generic.kept :], generic.english))
            return Fit(Level.FULL, inner.system, Words(0, len(words)), inner.order, pairs)
    return None


def _one_generic(case: _Case) -> Fit | None:
    """A partial fit where only one side has a generic word."""
    words, name = case.words, case.name
    plain = _plain(words)
    for generic in chain(without_english(plain, name.folded), without_chinese(plain, name.folded)):
        kept = name_of(name.characters[: generic.kept])
        spelt = kept and _spelt(case.parts[generic.start : generic.end], kept)
        if kept and spelt:
            return _full(spelt, kept, Words(generic.start, generic.end), level=Level.PARTIAL)
    return None


def _embedded(case: _Case) -> Fit | None:
    """A partial fit: some of the words spell all characters."""
    if not case.spelt or len(case.name.tables) == 1:
        return None
    span, spelt = case.spelt[0]
    return _full(spelt, case.name, span, level=Level.PARTIAL)


def _nearly(case: _Case) -> Fit | None:
    """A full fit with one letter wrong, or with syllables of several families."""
    words, parts, name = case.words, case.parts, case.name
    for span in _windows(parts, name):
        found = _near(parts[span.start : span.end], name)
        if found is not None and (span == (0, len(words)) or _only_given(words, span, name)):
            return _full(found, name, span, slack=1)
    return None


def _near(parts: _Parts, name: Name) -> _Spelt | None:
    """How ``parts``, one for each character, spell ``name`` with one letter wrong."""
    if sum(map(len, parts)) != len(name.tables) or not all(parts):
        return None
    for order, moved in _orders(parts, name):
        found = near(_flat(moved), name)
        if found is not None:
            return _Spelt(found, order)
    return None


def _surname(parts: tuple[str, ...], name: Name) -> int | None:
    """The systems in which ``parts`` spell the surname of ``name``, or None."""
    if len(parts) == 1 and len(parts[0]) > 1:
        bits = name.tables[0].get(parts[0]) or name.joined.get(parts[0])
        if bits:
            return bits
    if name.compound and parts:
        found = align(parts, Name(name.characters[:2], name.folded[:2], name.tables[:2]))
        return found.bits if found else None
    return None


def _surname_places(words: Sequence[str], parts: _Parts, name: Name) -> Iterator[tuple[Words, int]]:
    """Where a surname may stand in ``words`` and spells that of ``name``: at the end, at the start, between."""
    if len(name.characters) not in _PERSON:
        return
    last = len(words) - 1
    for place in dict.fromkeys((last, 0, *range(1, last))):
        if words[place][:1].islower() and len(words) > 1:
            continue
        bits = _surname(parts[place], name)
        if bits:
            yield Words(place, place + 1), bits
        elif name.compound and place and (bits := _surname((*parts[place - 1], *parts[place]), name)):
            yield Words(place - 1, place + 1), bits


def _with_initials(case: _Case) -> Fit | None:
    """The surname with initials of the given name, and English given names at most (James C. F. Huang)."""
    words, parts, name, _ = case
    if not any(map(_INITIALS.fullmatch, words)):
        return None
    for span, bits in _surname_places(words, parts, name):
        others = (*words[: span.start], *words[span.end :])
        initials = [word for word in others if _INITIALS.fullmatch(word)]
        rest = [word for word in others if not _INITIALS.fullmatch(word)]
        letters = [letter.lower() for word in initials for letter in word if letter.isalpha()]
        if all(map(_english_given, rest)) and _initials_fit(letters, name):
            return _surname_fit(Level.INITIALS, span, bits, words=words, name=name)
    return None


def _initials_fit(letters: Sequence[str], name: Name) -> bool:
    """Whether ``letters`` begin the syllables of the given name, from the first."""
    given = name.tables[name.surname :]
    if not 0 < len(letters) <= len(given):
        return False
    return all(any(spelling[0] == letter for spelling in table) for letter, table in zip(letters, given, strict=False))


def _surname_only(case: _Case) -> Fit | None:
    """The surname, beside whatever else."""
    words, parts, name, _ = case
    for span, bits in _surname_places(words, parts, name):
        rest = _flat((*parts[: span.start], *parts[span.end :]))
        other = len(rest) == len(name.characters) - 1 and systematic().issuperset(rest)
        return _surname_fit(Level.SURNAME, span, bits, words=words, name=name, slack=int(other))
    return None


def _surname_fit(level: Level, span: Words, bits: int, *, words: Sequence[str], name: Name, slack: int = 0) -> Fit:
    """A fit of the surname at ``span``; initials use all words."""
    letters = "".join(chain.from_iterable(map(syllables, words[span.start : span.end])))
    joined = name.compound and letters not in name.tables[0]
    order: Order = "surname-last" if span.start and span.end == len(words) else "surname-first"
    used = Words(0, len(words)) if level is Level.INITIALS else span
    characters = name.characters[: 2 if joined else 1]
    return Fit(level, system_of(bits), used, order, ((characters, letters),), slack)


def _part(case: _Case) -> Fit | None:
    """Some words spell the beginning of the characters, or the given name."""
    words, parts, name, _ = case
    count = len(name.characters)
    pieces = [name_of(name.characters[:kept]) for kept in range(count - 1, 1, -1)]
    if count in _PERSON and count - name.surname > 1:
        pieces.append(given_of(name))
    for piece in filter(None, pieces):
        for span in _windows(parts[:_MOST_DROPPED], piece):
            chosen = parts[span.start : span.end]
            if sum(map(len, _flat(chosen))) < _LEAST_LETTERS or words[span.start][0].islower():
                continue
            found = _spelt(chosen, piece)
            if found is not None:
                return _full(found, piece, span, level=Level.PARTIAL)
    return None


_JUDGES = (_whole, _with_generic, _one_generic, _embedded, _nearly, _with_initials, _surname_only, _part)
