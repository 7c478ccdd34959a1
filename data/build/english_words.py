"""Rebuild glossary/tables/english_words.tsv: English words that everybody uses.

usage: python data/build/english_words.py  (seconds; needs the extra "build")

From wordfreq (data CC BY-SA 4.0): words of at least three letters a-z that stand at least ten times in a million.
"""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from wordfreq import iter_wordlist, word_frequency

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "english_words.tsv"
WORD = re.compile("[a-z]{3,}")
LEAST = 10e-6  # share of running words
HEADER = """\
# English words that everybody uses, at least ten times in a million words; a row for each first letter.
# source: wordfreq 3.1.1 (https://github.com/rspeer/wordfreq), which see for the corpora it was counted in
# licence: CC BY-SA 4.0
# rebuild: data/build/english_words.py
first	words
"""


def words() -> list[str]:
    """The words in the order of the alphabet; the list has the commonest first."""
    found = []
    for word in iter_wordlist("en"):
        if word_frequency(word, "en") < LEAST:
            break
        if WORD.fullmatch(word):
            found.append(word)
    return sorted(found)


def main() -> None:
    """Write the table."""
    lines = [f"{first}\t{' '.join(group)}\n" for first, group in groupby(words(), key=lambda word: word[0])]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(len(lines), "rows,", TABLE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
