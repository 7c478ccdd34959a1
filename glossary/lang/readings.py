"""How a Chinese name is said: its pinyin in five notations, with a certainty and the other possible readings.

``dictionary`` knows, ``pronunciation`` chooses, ``spelling`` hears the English, ``persons`` and ``division`` say where
words end; here they are put together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from glossary.lang import dictionary
from glossary.lang import syllables as notations
from glossary.lang.knowledge import Syllable
from glossary.lang.mixed import Kept, interleaved, kept
from glossary.lang.orthography import Run, Word, giles_word, pinyin_word, words_of
from glossary.lang.persons import NO_PERSON, Shape, shape
from glossary.lang.pronunciation import choose, foreign_places
from glossary.lang.romanization.places import generics
from glossary.lang.script import HAN, fold
from glossary.lang.spelling import Fit, english_words, fit
from glossary.lang.syllables import bare, marked, wade_giles, zhuyin
from glossary.model import Certainty, Kind, Reading
from glossary.tables import lists, rows

__all__ = ["read", "said", "tongyong", "trace"]

_HAN_RUN = re.compile(f"[{HAN}]+")
_MOST_ALTERNATIVES = 6
_SURE = 0.85  # share in names from which a reading is likely and not ambiguous
_DECIDED = frozenset({"only", "english", "name", "word", "surname", "taiwan"})
_ONE_AND_GENERIC = 2  # characters of a place whose own name has one: 泰山, 單縣
_APART = tuple(lists("pinyin_words")["apart"])  # words of their own, however English writes them
_TELLING = 3  # characters of a foreign name whose strict pinyin is no chance


def read(text: str, *, kind: Kind, english: str = "", region: str = "CN") -> Reading | None:
    """How ``text`` is said; nothing when it has no Chinese character.

    ``english`` is the name beside it, taken as evidence; ``region`` "TW" takes Taiwan's readings where they differ.
    Digits and letters in it are kept as they stand, words of their own.

    >>> reading = read("何立峰", kind=Kind.PERSON)
    >>> reading.pinyin, reading.pinyin_numbers, reading.zhuyin, reading.wade_giles
    ('Hé Lìfēng', 'he2 li4 feng1', 'ㄏㄜˊ ㄌㄧˋ ㄈㄥ', 'Ho² Li⁴-fêng¹')
    >>> read("單田芳", kind=Kind.PERSON, english="Shan Tianfang").toneless
    'Shan Tianfang'
    >>> read("5G網絡", kind=Kind.TERM).pinyin, read("2024年大選", kind=Kind.TERM).pinyin_numbers
    ('5G wǎngluò', '2024 nian2 da4 xuan3')
    """
    runs = _runs(text)
    if not runs:
        return None
    person = _shape(runs, kind, english)
    syllables = _syllables(runs, person, kind=kind, english=english, region=region)
    said, certainty = [syllable.reading for syllable in syllables], _certainty(syllables, person)
    spelling = _Spelling.of(text, runs, said, person=person, kind=kind, english=english)
    others = (" ".join(interleaved(other, spelling.kept)) for other in _alternatives(syllables))
    return _reading(said, spelling, certainty=certainty, alternatives=tuple(others))


def said(text: str, syllables: Sequence[str], *, kind: Kind, english: str = "") -> Reading | None:
    """The reading of ``text`` that somebody gives by its syllables (``li4``); nothing where their number is another.

    >>> said("何立峰", ("he4", "li4", "feng1"), kind=Kind.PERSON).pinyin
    'Hè Lìfēng'
    >>> said("何立峰", ("he4",), kind=Kind.PERSON) is None
    True
    """
    runs = _runs(text)
    if sum(map(len, runs)) != len(syllables):
        return None
    spelling = _Spelling.of(text, runs, syllables, person=_shape(runs, kind, english), kind=kind, english=english)
    return _reading(syllables, spelling, certainty=Certainty.CERTAIN)


class _Spelling(NamedTuple):
    """How the syllables of a name are written together: its words, and what it has in other letters and digits."""

    words: tuple[Word, ...]
    kept: tuple[Kept, ...]

    @classmethod
    def of(
        cls, text: str, runs: Sequence[str], syllables: Sequence[str], *, person: Shape, kind: Kind, english: str
    ) -> _Spelling:
        """That of ``text``, whose Chinese characters are ``runs`` and are said so."""
        if kind is Kind.PLACE and len(runs) == 1:
            if _is_one_and_generic(runs[0], english):
                return cls((Word(1, capital=True), Word(1, capital=True)), kept(text))
            if english_words(english) == ("".join(map(bare, syllables)),) and not fold(runs[0]).endswith(_APART):
                return cls((Word(len(runs[0]), capital=True),), kept(text))  # 什剎海, Shichahai: a lake no longer
        others = kept(text)
        numbers = {one.place for one in others if one.is_number}
        starts = accumulate(map(len, runs), initial=0)
        counted = [Run(run, start in numbers) for run, start in zip(runs, starts, strict=False)]
        return cls(words_of(counted, kind=kind, person=person, dotted="·" in fold(text)), others)

    def spelt(self, syllables: Sequence[str], join: Callable[..., str]) -> str:
        """The syllables in these words, each joined by ``join``."""
        out, start, others = "", 0, list(self.kept)
        for one in self.words:
            out += (
                _beside(others, start) + one.before + join(syllables[start : start + one.length], capital=one.capital)
            )
            start += one.length
        return (out + _beside(others, start))[1:]


def _beside(others: list[Kept], place: int) -> str:
    """What is kept at this place, taken from the list, with what stands before each piece: dì-5."""
    out = ""
    while others and others[0].place <= place:
        one = others.pop(0)
        out += ("-" if one.ordinal else " ") + one.text
    return out


def _reading(
    syllables: Sequence[str], spelling: _Spelling, *, certainty: Certainty, alternatives: tuple[str, ...] = ()
) -> Reading:
    """The reading that the syllables make in all notations."""
    marks, plain, bopomofo, giles = zip(*map(_notations, syllables), strict=True)
    return Reading(
        pinyin=spelling.spelt(marks, pinyin_word),
        pinyin_numbers=" ".join(interleaved(syllables, spelling.kept)),
        toneless=spelling.spelt(plain, pinyin_word),
        zhuyin=" ".join(interleaved(bopomofo, spelling.kept)),
        wade_giles=spelling.spelt(giles, giles_word),
        certainty=certainty,
        alternatives=alternatives,
    )


@lru_cache(maxsize=4096)
def _notations(syllable: str) -> tuple[str, str, str, str]:
    """A syllable with a tone mark, without its tone, in zhuyin and in Wade–Giles."""
    return marked(syllable), bare(syllable), zhuyin(syllable), wade_giles(syllable)


def tongyong(text: str, *, kind: Kind, english: str = "") -> str:
    """How ``text`` is spelt in Tongyong Pinyin, with Taiwan's readings; empty when it has no Chinese character.

    Given names have a hyphen, as in Taiwan's passports.

    >>> tongyong("何立峰", kind=Kind.PERSON), tongyong("新北市", kind=Kind.PLACE)
    ('He Li-fong', 'Sinbei Shih')
    """
    runs = _runs(text)
    person = _shape(runs, kind, english)
    if not runs:
        return ""
    said = _syllables(runs, person, kind=kind, english=english, region="TW")
    join = giles_word if kind is Kind.PERSON else pinyin_word
    readings = [one.reading for one in said]
    spelling = _Spelling.of(text, runs, readings, person=person, kind=kind, english=english)
    return spelling.spelt(list(map(notations.tongyong, readings)), join)


def trace(text: str, *, kind: Kind, english: str = "", region: str = "CN") -> tuple[Syllable, ...]:
    """The reading of each Chinese character of ``text`` and what decided it.

    >>> [(syllable.reading, syllable.source) for syllable in trace("單田芳", kind=Kind.PERSON)]
    [('shan4', 'surname'), ('tian2', 'only'), ('fang1', 'only')]
    """
    runs = _runs(text)
    return _syllables(runs, _shape(runs, kind, english), kind=kind, english=english, region=region)


# --- choosing ----------------------------------------------------------------------------------------------------


def _runs(text: str) -> list[str]:
    """The stretches of Chinese characters in ``text``, radicals and compatibility shapes as what they stand for."""
    return [_OTHER_SHAPES.sub(_plain, run) for run in _HAN_RUN.findall(text)]


_OTHER_SHAPES = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")


def _plain(shape: re.Match[str]) -> str:
    folded = fold(shape[0])
    return folded if len(folded) == 1 else shape[0]


def _shape(runs: Sequence[str], kind: Kind, english: str) -> Shape:
    """The shape of a person's name in one run."""
    return shape(runs[0], english) if kind is Kind.PERSON and len(runs) == 1 else NO_PERSON


def _syllables(runs: Sequence[str], person: Shape, *, kind: Kind, english: str, region: str) -> tuple[Syllable, ...]:
    """The reading of each character of ``runs``."""
    found = [one for run in runs for one in _chosen(run, person.surname)]
    if english and len(runs) == 1:
        name = _before_generic(english, runs[0]) if kind is Kind.PLACE else ""
        found = _heard(found, name or english, lone=kind is Kind.PERSON or bool(name))
    return tuple(_as_in_taiwan(found) if region == "TW" else found)


@lru_cache(maxsize=16384)
def _chosen(run: str, surname: int) -> tuple[Syllable, ...]:
    return choose(run, dictionary.learnt(), surname=surname)


def _heard(found: list[Syllable], english: str, *, lone: bool) -> list[Syllable]:
    """The syllables after the English spelling has been heard."""
    known = dictionary.learnt()
    abroad = foreign_places("".join(one.char for one in found))
    characters = [known.of(one.char) for one in found]
    options = [
        _options(one, character.heard_abroad if place in abroad else character.heard)
        for place, (one, character) in enumerate(zip(found, characters, strict=True))
    ]
    strict = [
        _options(one, character.heard if place in abroad else character.attested)
        for place, (one, character) in enumerate(zip(found, characters, strict=True))
    ]
    if abroad and len(found) < _TELLING:
        strict = options
    if all(len(readings) == 1 for readings in (*options, *strict)):
        return found
    evidence = fit(english, options, lone=lone, strict=() if strict == options else strict)
    return _confirmed(found, evidence) if evidence else found


def _before_generic(english: str, name: str) -> str:
    """What of ``english`` is a name of one character and its generic (Xun County, in Hebi: 浚縣), or nothing."""
    if len(name) != _ONE_AND_GENERIC:
        return ""
    part = english.partition(",")[0]
    for words in (part.split()[:2], part.split()):
        spelt = [word.lower().strip(".") for word in words]
        if any(found.kept == 1 and found.end - found.start == 1 for found in generics(spelt, fold(name))):
            return " ".join(words)
    return ""


def _is_one_and_generic(name: str, english: str) -> bool:
    """Whether a place is named by one character and what it is: 單縣, and where the English tells it, 泰山 (Mount Tai).

    Of 唐山, a city, only the English tells that it is none.
    """
    return len(name) == _ONE_AND_GENERIC and (fold(name)[1:] == "县" or bool(_before_generic(english, name)))


def _options(one: Syllable, others: tuple[str, ...]) -> tuple[str, ...]:
    """The reading found, then ``others``."""
    if others[:1] == (one.reading,):
        return others
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


# --- Taiwan's readings -------------------------------------------------------------------------------------------


@cache
def _taiwan() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """What is said otherwise in Taiwan: for a character or word, the reading here and there."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for text, here, there in rows("cedict_taiwan"):
        found.setdefault(text, []).append((tuple(here.split(" ")), tuple(there.split(" "))))
    return found


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


def _certainty(syllables: Sequence[Syllable], person: Shape) -> Certainty:
    """How sure the least sure syllable is; where a person's name may be a foreign one, no more than likely."""
    if all(not one.alternatives and one.source != "unknown" for one in syllables):
        return Certainty.CERTAIN if person.sure else Certainty.LIKELY
    if all(one.source in _DECIDED or (one.source == "usage" and one.share >= _SURE) for one in syllables):
        return Certainty.LIKELY
    return Certainty.AMBIGUOUS


def _alternatives(syllables: Sequence[Syllable]) -> tuple[list[str], ...]:
    """The whole name with one syllable said otherwise, the least certain syllables first."""
    if not any(one.alternatives for one in syllables):
        return ()
    said = [one.reading for one in syllables]
    swaps = sorted(
        (rank, one.share, place, other)
        for place, one in enumerate(syllables)
        for rank, other in enumerate(one.alternatives)
    )
    forms = ([*said[:place], other, *said[place + 1 :]] for _, _, place, other in swaps)
    return tuple(islice(forms, _MOST_ALTERNATIVES))
