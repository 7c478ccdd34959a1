"""How characters are spelt in Latin letters: the tables of the families, opened up a character at a time.

The systems in which a spelling is found are the bits of an ``int``: one bit for each system, and one for its family
that loose spellings carry alone. So ``&`` over the syllables of a name leaves the systems that explain all of them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product
from math import prod
from typing import TYPE_CHECKING

from glossary.lang.latin import unaccented
from glossary.lang.script import fold
from glossary.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = [
    "FAMILIES",
    "GIVEN",
    "keys",
    "letters",
    "spellings",
    "surname_letters",
    "syllables",
    "system_of",
    "systematic",
]

# The columns of each family's table; the last, loose spellings, counts as the family itself.
FAMILIES = {
    "mandarin": ("hanyu", "wade-giles", "tongyong", "yale", "mps2", "postal", "gwoyeu", "mandarin"),
    "cantonese": ("hong-kong", "cantonese"),
    "hokkien": ("poj", "tailo", "hokkien"),
    "hakka": ("pfs", "hakka"),
}
# From the most telling to the least: a name is ascribed to the first that explains every syllable.
_SYSTEMS = (
    "hanyu", "wade-giles", "tongyong", "yale", "mps2", "gwoyeu", "hong-kong", "poj", "tailo", "postal",
    "pfs", "mandarin", "cantonese", "hokkien", "hakka", "surname",
)  # fmt: skip
_BIT = {system: 1 << place for place, system in enumerate(_SYSTEMS)}
GIVEN = _BIT["surname"] - 1  # every system but the habits of surnames

_Tables = dict[str, tuple[tuple[tuple[str, ...], ...], dict[str, tuple[int, ...]]]]


@cache
def _tables() -> _Tables:
    """For each family its rows and, for each character, the numbers of the rows it is read by, the usual one first."""
    return {family: _indexed(rows(f"romanization_{family}")) for family in FAMILIES}


def _indexed(table: tuple[tuple[str, ...], ...]) -> tuple[tuple[tuple[str, ...], ...], dict[str, tuple[int, ...]]]:
    """``table`` with an index of the characters in its last two columns."""
    index: dict[str, tuple[int, ...]] = {}
    for number, row in enumerate(table):
        index.update(dict.fromkeys(row[-2], (number,)))
    for number, row in enumerate(table):
        for char in row[-1]:
            index[char] = index.get(char, ()) + (number,)  # noqa: RUF005 - twice as fast for so few
    return table, index


def _readings(family: str, character: str) -> Iterator[tuple[str, ...]]:
    """The rows of the syllables that ``character`` may be read as, the usual one first."""
    table, index = _tables()[family]
    return (table[number] for number in index.get(character, ()))


def _bits(family: str, system: str) -> int:
    """The bits of a spelling found in the column ``system``; the postal system is a family of its own."""
    return _BIT[system] if system == "postal" else _BIT[system] | _BIT[family]


@cache
def letters(character: str) -> Mapping[str, int]:
    """The spellings of ``character``, each with the systems it belongs to as bits."""
    found: dict[str, int] = {}
    for bits, cell in _cells(character):
        for spelling in cell.split():
            found[spelling] = found.get(spelling, 0) | bits
    return found


def _cells(character: str) -> Iterator[tuple[int, str]]:
    """The cells of spellings of ``character``, each with its bits."""
    for family, systems in FAMILIES.items():
        bits = [_bits(family, system) for system in systems]
        for row in _readings(family, character):
            yield from zip(bits, row[1:], strict=False)


@cache
def _surname_table() -> dict[str, frozenset[str]]:
    """The habitual spellings of surnames, by folded surname."""
    return {fold(row[0]): frozenset(row[1].split()) for row in rows("surname_spellings")}


@cache
def surname_letters(surname: str) -> Mapping[str, int]:
    """The spellings of a surname: those of :func:`letters` when it is one character, and the habitual ones."""
    found = dict(letters(surname)) if len(surname) == 1 else {}
    for spelling in _surname_table().get(fold(surname), ()):
        found[spelling] = found.get(spelling, 0) | _BIT["surname"]
    return found


def system_of(bits: int) -> str:
    """The name of the most telling system in ``bits``.

    >>> system_of(letters("何")["ho"] & letters("峰")["feng"])
    'wade-giles'
    """
    return _SYSTEMS[(bits & -bits).bit_length() - 1] if bits > 0 else ""


def spellings(character: str) -> Mapping[str, frozenset[str]]:
    """The spellings of ``character``, each with the systems and families it belongs to.

    A family name alone ("mandarin") marks a spelling met in names that no system prescribes, "surname" a habitual
    spelling of a surname. Anything but one known character has none.

    >>> sorted(spellings("峰")["feng"] & {"hanyu", "wade-giles", "tongyong"})
    ['hanyu', 'wade-giles']
    >>> dict(spellings("x"))
    {}
    """
    found = surname_letters(character) if len(character) == 1 else {}
    return {
        spelling: frozenset(system for system, bit in _BIT.items() if bits & bit) for spelling, bits in found.items()
    }


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> tuple[str, ...]:
    """The stretches of letters in ``word`` that a syllable may not leave, in plain lower-case letters.

    Tone marks, diacritics and apostrophes are dropped; hyphens and other signs part. A word with digits, or letters
    that are not Latin, has none.

    >>> syllables("Ka-chiu"), syllables("T’ai-nan"), syllables("Lǚ"), syllables("Ｌｉｎ"), syllables("5G")
    (('ka', 'chiu'), ('tai', 'nan'), ('lu',), ('lin',), ())
    >>> syllables("Łódź")
    ('lodz',)
    """
    if word.isascii() and word.isalpha():
        return (word.lower(),)
    plain = _DROPPED.sub("", unaccented(word))
    if _FOREIGN.search(plain):
        return ()
    return tuple(_LETTERS.findall(plain))


_DROPPED = re.compile(r"['\u2019]s\b|['\u2019\u2018\u02bc\u02bb`\u00b4\u02b9]")
_FOREIGN = re.compile(r"[^\W_a-z]")
_LETTERS = re.compile(r"[a-z]+")


@cache
def systematic() -> frozenset[str]:
    """Every syllable of Hanyu Pinyin, Wade–Giles, Tongyong and Hong Kong: what looks like a Chinese syllable."""
    mandarin = (cell for row in _tables()["mandarin"][0] for cell in row[1:4])
    cantonese = (row[1] for row in _tables()["cantonese"][0])
    return frozenset(word for cells in (mandarin, cantonese) for cell in cells for word in cell.split())


# The systems of search keys, the most usual first: family, column.
_KEY_SYSTEMS = (("mandarin", 1), ("mandarin", 2), ("mandarin", 3), ("cantonese", 1), ("hokkien", 1))
_PERSON = range(2, 5)  # characters of a name that may begin with a surname


def keys(chinese: str, *, limit: int = 16) -> tuple[str, ...]:
    """Letter strings under which a name may be looked up: the whole name in the main systems, the most usual first.

    With usual readings in Hanyu Pinyin, Wade–Giles, Tongyong, Hong Kong Cantonese and Pe̍h-ōe-jī; where the name may
    begin with a surname that has a reading of its own, with that first; then with the other readings. Signs between
    characters are passed over; a name with a character that no table reads has no keys.

    >>> keys("何立峰", limit=4)
    ('helifeng', 'holifeng', 'helifong', 'holapfung')
    >>> keys("單田芳", limit=2)
    ('shantianfang', 'shantienfang')
    """
    characters = [char for char in chinese if _is_known(char)]
    if not characters or len(characters) > _LONGEST:
        return ()
    surnames = (key for system in _KEY_SYSTEMS for key in _spelt(system, characters, readings=1, surname=True))
    usual = filter(None, (_usual(system, characters) for system in _KEY_SYSTEMS))
    other = (key for system in _KEY_SYSTEMS for key in _spelt(system, characters, readings=3))
    found: dict[str, None] = {}
    for key in (*(surnames if _own_reading(characters) else ()), *usual, *other):
        if len(found) >= limit:
            break
        found.setdefault(key)
    return tuple(found)


def _usual(system: tuple[str, int], characters: list[str]) -> str:
    """The name in one system with the usual reading of each character; empty where one has none."""
    cells = [_first_cells(system, character, 1) for character in characters]
    return "".join([cell[0] for cell in cells]) if all(cells) else ""


_SURNAMES = {"mandarin": "surnames", "cantonese": "jyutping_surnames"}


@cache
def _surname_syllables(family: str) -> dict[str, tuple[str, ...]]:
    """The syllables of surnames in a family of systems, as its table of syllables writes them."""
    table = rows(_SURNAMES[family]) if family in _SURNAMES else ()
    return {
        surname: tuple(said.rstrip("123456").replace("ü", "v") for said in reading.split(" "))
        for surname, reading in table
    }


def _own_reading(characters: list[str], family: str = "mandarin") -> tuple[str, ...]:
    """The syllables of the surname that a name of a person's length begins with; empty where it begins with none."""
    if len(characters) not in _PERSON:
        return ()
    known = _surname_syllables(family)
    return known.get("".join(characters[:2])) or known.get(characters[0]) or ()


_LONGEST = 12  # characters: no romanized name is longer


@lru_cache(maxsize=1 << 16)
def _is_known(character: str) -> bool:
    """Whether some table reads ``character``."""
    return any(character in index for _, index in _tables().values())


def _spelt(system: tuple[str, int], characters: list[str], *, readings: int, surname: bool = False) -> Iterable[str]:
    """The name in one system with up to so many readings of each character; at most 64.

    ``surname``: the characters of a surname are read as one.
    """
    family, column = system
    own = _own_reading(characters, family) if surname else ()
    choices = []
    for place, character in enumerate(characters):
        if place < len(own):
            row = _row(family, own[place])
            choices.append([row[column].split()[0]] if row and row[column] else [])
        else:
            choices.append(list(_first_cells(system, character, readings)))
    if not all(choices):
        return ()
    while prod(map(len, choices)) > 64:
        longest = max(choices, key=len)
        longest.pop()
    return map("".join, product(*choices))


@lru_cache(maxsize=1 << 16)
def _first_cells(system: tuple[str, int], character: str, readings: int) -> tuple[str, ...]:
    """How one system first spells each of so many readings of a character, the usual one first."""
    family, column = system
    found = islice(_readings(family, character), readings)
    return tuple(dict.fromkeys(row[column].split()[0] for row in found if row[column]))


@cache
def _by_syllable(family: str) -> dict[str, tuple[str, ...]]:
    """The rows of the table of a family by syllable."""
    return {row[0]: row for row in _tables()[family][0]}


def _row(family: str, syllable: str) -> tuple[str, ...]:
    """The row of a syllable; empty where there is none."""
    return _by_syllable(family).get(syllable, ())
