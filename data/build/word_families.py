"""Rebuild glossary/tables/word_families.tsv: which English words are made from one another though their stems differ.

usage: python data/build/word_families.py [FOLDER]

FOLDER holds the files data.noun, data.adj … of WordNet 3.0 (Debian: package wordnet-base, /usr/share/wordnet). Taken
are its pointers between words: "pertains to" (papal: pope) and "derivationally related" (linguistic: language).
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from glossary.lang.glosses import stem

FOLDER = Path("/usr/share/wordnet")
TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "word_families.tsv"
FILES = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
POINTERS = {"\\", "+"}
SHORTEST = 3
HEADER = """\
# Stems of English words, each with the stems of the words that are made from it or that it is made from.
# source: WordNet 3.0, Princeton University (pointers "pertains to" and "derivationally related form")
# licence: WordNet 3.0 licence (see NOTICE)
# rebuild: data/build/word_families.py
stem	family
"""


class Synset(NamedTuple):
    """The words of one meaning, and its pointers: symbol, file and offset of the other, numbers of the words."""

    words: list[str]
    pointers: list[tuple[str, str, str, int, int]]


def synsets(folder: Path) -> dict[tuple[str, str], Synset]:
    """The meanings by file and offset (wndb(5WN))."""
    return {
        (name, line[:8]): synset(line.partition("|")[0].split())
        for name in dict.fromkeys(FILES.values())
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines()
        if not line.startswith("  ")
    }


def synset(fields: list[str]) -> Synset:
    """One line of a data file."""
    after = 4 + 2 * int(fields[3], 16)
    words = [re.sub(r"\(.*", "", word).lower() for word in fields[4:after:2]]
    found = [fields[at : at + 4] for at in range(after + 1, after + 1 + 4 * int(fields[after]), 4)]
    return Synset(
        words,
        [(symbol, FILES[part], offset, number(ends[:2]), number(ends[2:])) for symbol, offset, part, ends in found],
    )


def number(digits: str) -> int:
    """A hexadecimal number of the files."""
    return int(digits, 16)


def related(known: dict[tuple[str, str], Synset]) -> Iterator[tuple[str, str]]:
    """The stems of two words of which one is made from the other."""
    pointers = ((here, *pointer) for here in known.values() for pointer in here.pointers)
    for here, symbol, name, offset, one, other in pointers:
        if symbol in POINTERS and one and other:
            pair = here.words[one - 1], known[name, offset].words[other - 1]
            if all(word.isalpha() for word in pair):
                yield stem(pair[0]), stem(pair[1])


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    family: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in related(synsets(folder)):
        if one != other and min(len(one), len(other)) >= SHORTEST:
            family[one].add(other)
            family[other].add(one)
    lines = [f"{word}\t{','.join(sorted(others))}\n" for word, others in sorted(family.items())]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(TABLE.name, len(lines), "rows,", TABLE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
