"""How a Chinese name is said in Cantonese: Jyutping with tones, for names from Hong Kong and Macau.

Words that are known are read as such (委員會 wai2 jyun4 wui2), but not in persons' names; other characters one by one:
their usual reading, a surname's own, or the one that the English name spells (區 is Au in Au Nok-hin).
"""

from __future__ import annotations

import re
from functools import cache

from glossary.lang import romanization
from glossary.lang.mixed import interleaved, kept
from glossary.lang.persons import is_foreign
from glossary.lang.script import HAN, fold
from glossary.model import Kind
from glossary.tables import rows

__all__ = ["jyutping"]

_HAN_RUN = re.compile(f"[{HAN}]+")
_PERSON = range(2, 5)  # characters of a person's name
_LONGEST_WORD = 4
_NO_SYLLABLE = re.compile("^([gk])wu")  # how English spells gu and ku (Kwu Tung), which the table has beside them


def jyutping(text: str, *, kind: Kind, english: str = "") -> str:
    """The Jyutping of ``text``, a space between syllables; what has none stays. Empty without Chinese characters.

    >>> jyutping("李家超", kind=Kind.PERSON), jyutping("曾俊華", kind=Kind.PERSON)
    ('lei5 gaa1 ciu1', 'zang1 zeon3 waa4')
    >>> jyutping("選舉委員會", kind=Kind.ORGANIZATION), jyutping("TSMC", kind=Kind.ORGANIZATION)
    ('syun2 geoi2 wai2 jyun4 wui2', '')
    >>> jyutping("T恤", kind=Kind.TERM)
    'T seot1'
    """
    name = "".join(_HAN_RUN.findall(text))
    if kind is Kind.PERSON:
        said, surname = _one_by_one(name), _surname(name)
        said[: len(surname)] = surname
    else:
        said = _in_words(name)
    for place, reading in _heard(name, english, said).items():
        said[place] = reading
    return " ".join(interleaved(said, kept(text))) if name else ""


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """The readings of each character, the usual one first."""
    return {char: tuple(readings.split(" ")) for char, readings in rows("jyutping")}


def _one_by_one(name: str) -> list[str]:
    """The usual reading of each character."""
    return [_readings().get(char, (char,))[0] for char in name]


@cache
def _words() -> dict[str, list[str]]:
    """Words (simplified) whose reading is not that of their characters."""
    return {word: reading.split(" ") for name in ("jyutping_words", "jyutping_places") for word, reading in rows(name)}


def _in_words(name: str) -> list[str]:
    """The reading of each character, in the longest words that are known, from the left."""
    said, simple, start = _one_by_one(name), fold(name), 0
    while len(simple) == len(name) and start < len(name):
        sizes = (size for size in range(_LONGEST_WORD, 1, -1) if simple[start : start + size] in _words())
        size = next(sizes, 1)
        if size > 1:
            said[start : start + size] = _words()[simple[start : start + size]]
        start += size
    return said


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    """Surnames whose reading is their own."""
    return {surname: tuple(reading.split(" ")) for surname, reading in rows("jyutping_surnames")}


def _surname(name: str) -> tuple[str, ...]:
    """The reading of the surname that a person's name begins with, where it is not the usual one."""
    if len(name) not in _PERSON or is_foreign(name):
        return ()
    return _surnames().get(name[:2]) or _surnames().get(name[:1]) or ()


@cache
def _spellings() -> dict[str, frozenset[str]]:
    """The spellings of a syllable without its tone in Hong Kong."""
    return {
        syllable: frozenset(f"{main} {loose}".split()) for syllable, main, loose, *_ in rows("romanization_cantonese")
    }


def _heard(name: str, english: str, said: list[str]) -> dict[int, str]:
    """The readings that the English spells, by the place of the character, where it has several and spells not ours."""
    if not english or not name:
        return {}
    found: dict[int, str] = {}
    for chars, letters in romanization.fit(english, name).syllables:
        place = name.find(chars)
        options = _readings().get(chars, ())
        spelt = [one for one in options if _is_spelt(one, letters)]
        if spelt and _is_spelt(said[place], letters):
            continue
        own = _surnames().get(chars) if place == 0 else None
        if len(options) > 1 and spelt:
            found[place] = _NO_SYLLABLE.sub(r"\1u", own[0] if own and own[0] in spelt else spelt[0])
    return found


def _is_spelt(reading: str, letters: str) -> bool:
    return letters in _spellings().get(reading.rstrip("123456"), ())
