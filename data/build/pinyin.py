"""Rebuild glossary/tables/pinyin.tsv: how characters and phrases are read.

usage: python data/build/pinyin.py  (needs the extra "build")

Taken are the dictionaries of pypinyin: every reading of a character, the ordinary one first, and one for each character
of a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

from glossary.lang.syllables import from_marks

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "pinyin.tsv"
HEADER = """\
# How a character may be read, the ordinary reading first, and how each character of a phrase is read.
# source: pypinyin
# licence: MIT
# rebuild: data/build/pinyin.py
text	readings
"""


def readings() -> Iterator[tuple[str, list[str]]]:
    """Characters and phrases with their syllables, with tone numbers."""
    for point, marked in pinyin_dict.items():
        yield chr(point), list(dict.fromkeys(map(from_marks, marked.split(","))))
    for phrase, said in phrases_dict.items():
        yield phrase, [from_marks(options[0]) for options in said]


def main() -> None:
    """Write the table, sorted by code points so that it can be searched by halves."""
    lines = [f"{text}\t{' '.join(said)}\n" for text, said in sorted(readings())]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
