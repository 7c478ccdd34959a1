"""Rebuild glossary/tables/frequencies.tsv: how often Chinese words are used.

usage: python data/build/frequencies.py  (seconds; needs the extra "build")

From jieba's dictionary (MIT): words of up to four characters that are used at least 5 times among its 60 million,
and longer ones at least 100 times. Single characters carry the frequency of the character in all words.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from pathlib import Path

import jieba

from glossary.lang.script import fold

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "frequencies.tsv"
HAN = re.compile("[\u4e00-\u9fff]+")
HEADER = """\
# How often Chinese words (simplified) are used, in 60 million words; for single characters: in any word. A row for each
# first character, in it what follows the character, the count, and the part of speech.
# part: n noun, v verb, a adjective, d adverb, p preposition, c conjunction, u particle, r pronoun, m number, ...; of
#   nouns ns place, nr and nrt person, nt organization, nz other name, vn of what is done
# source: jieba's dictionary (https://github.com/fxsjy/jieba)
# licence: MIT
# rebuild: data/build/frequencies.py
first	words
"""


def table() -> dict[str, tuple[int, str]]:
    """Each word with its count and part of speech."""
    words: dict[str, tuple[int, str]] = {}
    characters: Counter[str] = Counter()
    parts: dict[str, str] = {}
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, part = line.split(" ")
        word = fold(word)
        if not HAN.fullmatch(word):
            continue
        for character in word:
            characters[character] += int(count)
        if len(word) == 1:
            parts.setdefault(word, part)
        elif int(count) >= (5 if len(word) <= 4 else 100) and int(count) > words.get(word, (0, ""))[0]:
            words[word] = int(count), part
    words.update({character: (n, parts.get(character, "n")) for character, n in characters.items() if n >= 20})
    return words


def main() -> None:
    """Write the table."""
    words = {word: f"{word[1:]}:{count}:{part}" for word, (count, part) in sorted(table().items())}
    by_first = [(first, [*group]) for first, group in groupby(words, key=lambda word: word[0])]
    lines = [f"{first}\t{' '.join(map(words.__getitem__, group))}\n" for first, group in by_first]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(len(lines), "rows,", TABLE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
