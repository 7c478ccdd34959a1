"""Rebuild glossary/tables/common_characters.tsv from jieba's dictionary.

Run ``python data/build/common_characters.py``. The frequency of a character is the sum over the words that hold
it, per million characters; the traditional column converts each word with OpenCC. Person names (tag nr) count
three times over: a name is what a short text must be told by.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import jieba
import opencc

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "common_characters.tsv"
LEAST = 0.5  # per million: rarer characters are left out
NAME_FACTOR = 3

HEAD = """\
# source: jieba 0.42.1 dict.txt (word frequencies); traditional forms through OpenCC s2t
# licence: MIT (jieba), Apache-2.0 (OpenCC, used to convert)
# rebuild: data/build/common_characters.py
# per million characters of running text; 0 where the script does not have the character
character\thans\thant
"""


def word_frequencies() -> list[tuple[str, int]]:
    """The words of jieba's dictionary with their frequency; person names weigh more."""
    lines = jieba.get_dict_file().read().decode("utf-8").splitlines()
    fields = [line.split() for line in lines if line.strip()]
    return [(word, int(count) * (NAME_FACTOR if tag.startswith("nr") else 1)) for word, count, tag in fields]


def per_million(counts: Counter[str]) -> dict[str, float]:
    """The share of each Han character, per million."""
    han = {character: count for character, count in counts.items() if character.isalpha() and ord(character) > 0x2E7F}
    total = sum(han.values())
    shares = {character: round(count * 1e6 / total, 1) for character, count in han.items()}
    return {character: share for character, share in shares.items() if share >= LEAST}


def count_characters(words: list[tuple[str, int]]) -> Counter[str]:
    """How often each character stands in the words."""
    counts: Counter[str] = Counter()
    for word, frequency in words:
        for character in word:
            counts[character] += frequency
    return counts


def main() -> None:
    """Write the table."""
    words = word_frequencies()
    converted = opencc.OpenCC("s2t").convert("\n".join(word for word, _ in words)).split("\n")
    hans = per_million(count_characters(words))
    hant = per_million(count_characters([(word, count) for word, (_, count) in zip(converted, words, strict=True)]))
    order = sorted(hans.keys() | hant.keys(), key=lambda c: (-max(hans.get(c, 0), hant.get(c, 0)), c))
    lines = [f"{c}\t{hans.get(c, 0):g}\t{hant.get(c, 0):g}\n" for c in order]
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
