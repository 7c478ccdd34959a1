"""How a Chinese name is said: its pinyin in five notations, with a certainty and the other possible readings.

The only home of ``pypinyin``, whose tables are read and never changed. What it does not know comes from our own
tables: surnames, and from CC-CEDICT the readings that characters have inside names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from glossary.lang import romanization
from glossary.lang import syllables as notations
from glossary.lang.orthography import (
    division,
    giles_word,
    is_double,
    is_particle,
    is_transliteration,
    pinyin_word,
    surname_length,
)
from glossary.lang.pronunciation import Knowledge, Syllable, Usage, attested, choose, foreign_places, heard, lookup
from glossary.lang.script import HAN, fold
from glossary.lang.spelling import Fit, fit
from glossary.lang.syllables import bare, from_marks, marked, wade_giles, zhuyin
from glossary.lang.transliteration import sound
from glossary.model import Certainty, Kind, Reading
from glossary.tables import rows

__all__ = ["Syllable", "read", "said", "tongyong", "trace"]

_HAN_RUN = re.compile(f"[{HAN}]+")
_MOST_ALTERNATIVES = 6
_MOST_WORDS = 12  # of the English that are looked at
_SOUNDS_LIKE = 4.0  # log-likelihood ratio from which characters write the sound of an English word
_SURE = 0.85  # share in names from which a reading is likely and not ambiguous
_DECIDED = frozenset({"only", "english", "name", "word", "surname", "taiwan"})


def read(text: str, *, kind: Kind, english: str = "", region: str = "CN") -> Reading | None:
    """How ``text`` is said; nothing when it has no Chinese character.

    ``english`` is the name beside it, taken as evidence; ``region`` "TW" takes Taiwan's readings where they differ.
    Only the Chinese characters are read.

    >>> reading = read("何立峰", kind=Kind.PERSON)
    >>> reading.pinyin, reading.pinyin_numbers, reading.zhuyin, reading.wade_giles
    ('Hé Lìfēng', 'he2 li4 feng1', 'ㄏㄜˊ ㄌㄧˋ ㄈㄥ', 'Ho² Li⁴-fêng¹')
    >>> read("單田芳", kind=Kind.PERSON, english="Shan Tianfang").toneless
    'Shan Tianfang'
    """
    syllables = trace(text, kind=kind, english=english, region=region)
    if not syllables:
        return None
    words = _words(text, syllables, kind=kind, english=english)
    said = [syllable.reading for syllable in syllables]
    return Reading(
        pinyin=_spelt([marked(one) for one in said], pinyin_word, words=words),
        pinyin_numbers=" ".join(said),
        toneless=_spelt([bare(one) for one in said], pinyin_word, words=words),
        zhuyin=" ".join(map(zhuyin, said)),
        wade_giles=_spelt([wade_giles(one) for one in said], giles_word, words=words),
        certainty=_certainty(syllables),
        alternatives=_alternatives(syllables),
    )


def said(text: str, syllables: Sequence[str], *, kind: Kind, english: str = "") -> Reading | None:
    """The reading of ``text`` that somebody gives by its syllables (``li4``); nothing where their number is another.

    >>> said("何立峰", ("he4", "li4", "feng1"), kind=Kind.PERSON).pinyin
    'Hè Lìfēng'
    >>> said("何立峰", ("he4",), kind=Kind.PERSON) is None
    True
    """
    read_by_program = trace(text, kind=kind, english=english)
    if len(read_by_program) != len(syllables):
        return None
    words = _words(text, read_by_program, kind=kind, english=english)
    return Reading(
        pinyin=_spelt([marked(one) for one in syllables], pinyin_word, words=words),
        pinyin_numbers=" ".join(syllables),
        toneless=_spelt([bare(one) for one in syllables], pinyin_word, words=words),
        zhuyin=" ".join(map(zhuyin, syllables)),
        wade_giles=_spelt([wade_giles(one) for one in syllables], giles_word, words=words),
        certainty=Certainty.CERTAIN,
    )


def tongyong(text: str, *, kind: Kind, english: str = "") -> str:
    """How ``text`` is spelt in Tongyong Pinyin, with Taiwan's readings; empty when it has no Chinese character.

    Given names have a hyphen, as in Taiwan's passports.

    >>> tongyong("何立峰", kind=Kind.PERSON), tongyong("新北市", kind=Kind.PLACE)
    ('He Li-fong', 'Sinbei Shih')
    """
    said = trace(text, kind=kind, english=english, region="TW")
    words = _words(text, said, kind=kind, english=english)
    join = giles_word if kind is Kind.PERSON else pinyin_word
    return _spelt([notations.tongyong(one.reading) for one in said], join, words=words)


def trace(text: str, *, kind: Kind, english: str = "", region: str = "CN") -> tuple[Syllable, ...]:
    """The reading of each Chinese character of ``text`` and what decided it.

    >>> [(syllable.reading, syllable.source) for syllable in trace("單田芳", kind=Kind.PERSON)]
    [('shan4', 'surname'), ('tian2', 'only'), ('fang1', 'only')]
    """
    runs = [_plain(run) for run in _HAN_RUN.findall(text)]
    if not runs:
        return ()
    surname = _surname(runs[0], english) if kind is Kind.PERSON and len(runs) == 1 else 0
    found = [one for run in runs for one in _chosen(run, surname)]
    if english and len(runs) == 1:
        lone = kind is Kind.PERSON or (kind is Kind.PLACE and len(found) == 2)
        found = _heard(found, english, _known(), lone=lone)
    return tuple(_as_in_taiwan(found) if region == "TW" else found)


# --- what is known -----------------------------------------------------------------------------------------------


@cache
def _known() -> Knowledge:
    """Everything the reader knows."""
    usage = {char: Usage(*map(_counts, cells)) for char, *cells in rows("cedict_characters")}
    pairs = {(pair, int(place)): said for pair, place, said in rows("cedict_pairs")}
    return replace(untaught(), word=_word, usage=usage, pairs=pairs)


def untaught() -> Knowledge:
    """What the reader knows without CC-CEDICT; the build script and the benchmark start from it."""
    return Knowledge(word=phrase, heteronyms=_heteronyms, usage={}, surnames=_surnames())


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    """How surnames are said, in either script."""
    return {surname: tuple(reading.split(" ")) for surname, reading in rows("surnames")}


def _counts(cell: str) -> tuple[tuple[str, int], ...]:
    """``"shan4:12 chan2:3"`` as pairs."""
    pairs = (pair.split(":") for pair in cell.split(" ") if pair)
    return tuple((said, int(count)) for said, count in pairs)


@cache
def _dictionary() -> dict[str, tuple[str, ...]]:
    """Words and names whose reading CC-CEDICT gives and the rules would miss."""
    return {text: tuple(reading.split(" ")) for text, reading in rows("cedict_words")}


def _word(text: str) -> tuple[str, ...] | None:
    """The syllables of a word in CC-CEDICT's exceptions or pypinyin's phrases."""
    return lookup(text, (_dictionary().get, phrase_as_written))


def phrase(text: str) -> tuple[str, ...] | None:
    """The syllables that pypinyin's phrases give ``text``, in either script."""
    return lookup(text, (phrase_as_written,))


@lru_cache(maxsize=65536)
def phrase_as_written(text: str) -> tuple[str, ...] | None:
    """The syllables that pypinyin's phrases give exactly this string."""
    from pypinyin.phrases_dict import phrases_dict

    said = phrases_dict.get(text)
    return tuple(from_marks(options[0]) for options in said) if said and len(said) == len(text) else None


@lru_cache(maxsize=16384)
def _heteronyms(char: str) -> tuple[str, ...]:
    """Every reading of a character that pypinyin has, its ordinary one first."""
    from pypinyin.pinyin_dict import pinyin_dict

    found = pinyin_dict.get(ord(char)) or pinyin_dict.get(ord(fold(char)[:1] or char))
    return tuple(dict.fromkeys(from_marks(one) for one in found.split(","))) if found else ()


@cache
def _taiwan() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """What is said otherwise in Taiwan: for a character or word, the reading here and there."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for text, here, there in rows("cedict_taiwan"):
        found.setdefault(text, []).append((tuple(here.split(" ")), tuple(there.split(" "))))
    return found


# --- choosing ----------------------------------------------------------------------------------------------------


def _plain(run: str) -> str:
    """The run with radicals and compatibility shapes as the characters they stand for."""
    return "".join(
        plain
        if ("\u2e80" <= char <= "\u2fd5" or "\uf900" <= char <= "\ufaff") and len(plain := fold(char)) == 1
        else char
        for char in run
    )


@lru_cache(maxsize=16384)
def _chosen(run: str, surname: int) -> tuple[Syllable, ...]:
    return choose(run, _known(), surname=surname)


def _heard(found: list[Syllable], english: str, known: Knowledge, *, lone: bool) -> list[Syllable]:
    """The syllables after the English spelling has been heard."""
    abroad = foreign_places("".join(one.char for one in found))
    options = [_options(one, heard(one.char, known, foreign=place in abroad)) for place, one in enumerate(found)]
    strict = [] if abroad else [_options(one, attested(one.char, known)) for one in found]
    if all(len(readings) == 1 for readings in (*options, *strict)):
        return found
    evidence = fit(english, options, lone=lone, strict=() if strict == options else strict)
    return _confirmed(found, evidence) if evidence else found


def _options(one: Syllable, others: tuple[str, ...]) -> tuple[str, ...]:
    """The reading found, then ``others``."""
    return tuple(dict.fromkeys((one.reading, *others)))


def _confirmed(found: list[Syllable], evidence: Fit) -> list[Syllable]:
    """The syllables with those readings that the English spells."""
    confirmed = list(found)
    for place, fitting in zip(range(evidence.start, evidence.end), evidence.choices, strict=True):
        old = found[place]
        others = tuple(one for one in fitting if one in old.alternatives)
        if old.reading not in fitting:
            confirmed[place] = Syllable(
                old.char, fitting[0], "english", tuple(one for one in others if one != fitting[0])
            )
        elif old.source != "only":
            sure = Syllable(old.char, old.reading, "english")
            confirmed[place] = replace(old, alternatives=others) if others else sure
    return confirmed


def _as_in_taiwan(found: list[Syllable]) -> list[Syllable]:
    """The syllables with Taiwan's readings, words before single characters."""
    table, there = _taiwan(), list(found)
    text = "".join(one.char for one in found)
    for length in (4, 3, 2, 1):
        for start in range(len(text) - length + 1):
            part = found[start : start + length]
            if there[start : start + length] == part:
                there[start : start + length] = _said_there(part, table.get(text[start : start + length], []))
    return there


def _said_there(part: list[Syllable], notes: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> list[Syllable]:
    """A word's syllables as the note that fits its Mainland reading says them for Taiwan."""
    here = tuple(one.reading for one in part)
    there = next((taiwan for mainland, taiwan in notes if mainland == here), here)
    return [_with_reading(one, said) for one, said in zip(part, there, strict=True)]


def _with_reading(one: Syllable, said: str) -> Syllable:
    """The syllable as Taiwan says it."""
    if said == one.reading:
        return one
    others = tuple(other for other in one.alternatives if other != said)
    return replace(one, reading=said, source="taiwan", alternatives=others)


# --- saying so ---------------------------------------------------------------------------------------------------


class _Word(NamedTuple):
    """How a word of pinyin is written: how many syllables, whether with a capital, and what stands before it."""

    length: int
    capital: bool
    before: str = " "


def _words(text: str, syllables: Sequence[Syllable], *, kind: Kind, english: str) -> tuple[_Word, ...]:
    """The words of every run of Chinese characters in ``text``."""
    runs = [_plain(run) for run in _HAN_RUN.findall(text)]
    if kind is Kind.PERSON and len(runs) == 1:
        surname = _surname(runs[0], english)
        if surname == 2 and _married(runs[0], english):
            return _Word(1, capital=True), _Word(1, capital=True, before="-"), _Word(2, capital=True)
        lengths = list(division(runs[0], kind, surname=surname))
    elif kind is Kind.PERSON or ("·" in fold(text) and len(runs) > 1):
        lengths = [len(run) for run in runs]
    else:
        lengths = [length for run in runs for length in division(run, kind)]
    return tuple(map(_Word, lengths, _capitals(syllables, lengths, kind)))


@lru_cache(maxsize=16384)
def _surname(run: str, english: str) -> int:
    """How many characters of a person's name are the surname; 0 for a foreign name or a name with none."""
    if not 2 <= len(run) <= 4:
        return 0
    length = surname_length(run, _surnames())
    if length and _spells_surname(run, english):
        return length
    foreign = is_transliteration(run, surname=length) or _sounds_like(run, english)
    return 0 if foreign else length


@lru_cache(maxsize=16384)
def _spells_surname(run: str, english: str) -> bool:
    """Whether a word of the English is the surname in a romanization, or all of it the name."""
    if any(romanization.surname(word, run) for word in english.split()[:_MOST_WORDS]):
        return True
    return bool(english) and romanization.fit(english, run).level is romanization.Level.FULL


def _sounds_like(run: str, english: str) -> bool:
    """Whether the characters write the sound of a word of the English: 雷根 for Reagan."""
    simple = fold(run)
    return any(sound(word, simple) >= _SOUNDS_LIKE for word in re.split(r"[\s-]+", english)[:_MOST_WORDS] if word)


def _married(run: str, english: str) -> bool:
    """Whether a person's name begins with two surnames, which pinyin joins with a hyphen."""
    return is_double(run, _surnames()) and (not english or _spells_surname(run, english))


def _capitals(syllables: Sequence[Syllable], lengths: Sequence[int], kind: Kind) -> list[bool]:
    """Which words have a capital: all of a name but its particles (和, 的); none of a term."""
    chars = iter(syllables)
    texts = ["".join(one.char for one in islice(chars, length)) for length in lengths]
    if kind is Kind.PERSON:
        return [True for _ in texts]
    return [kind is not Kind.TERM and (place == 0 or not is_particle(word)) for place, word in enumerate(texts)]


def _spelt(syllables: Sequence[str], word: Callable[..., str], *, words: Sequence[_Word]) -> str:
    """The syllables as ``words``, each joined by ``word``."""
    rest = iter(syllables)
    spelt = ((one.before, word(list(islice(rest, one.length)), capital=one.capital)) for one in words)
    return "".join(before + letters for before, letters in spelt)[1:]


def _certainty(syllables: Sequence[Syllable]) -> Certainty:
    """How sure the least sure syllable is."""
    if all(not one.alternatives and one.source != "unknown" for one in syllables):
        return Certainty.CERTAIN
    if all(one.source in _DECIDED or (one.source == "usage" and one.share >= _SURE) for one in syllables):
        return Certainty.LIKELY
    return Certainty.AMBIGUOUS


def _alternatives(syllables: Sequence[Syllable]) -> tuple[str, ...]:
    """The whole name with one syllable said otherwise, the least certain syllables first."""
    said = [one.reading for one in syllables]
    swaps = sorted(
        (rank, one.share, place, other)
        for place, one in enumerate(syllables)
        for rank, other in enumerate(one.alternatives)
    )
    forms = (" ".join([*said[:place], other, *said[place + 1 :]]) for _, _, place, other in swaps)
    return tuple(islice(forms, _MOST_ALTERNATIVES))
