"""Write ``glossary/tables/romanization_hakka.tsv``: Hakka syllables, their spellings and the characters read so.

Run with the project's Python and the packages of the extra ``build``. There is no free list of Hakka readings, but
Hakka developed from the language of the Guangyun (1008) by rules with few exceptions: the readings are made from the
place of each character there, by the tables of initials and finals beside this script. They are good enough to tell
whether a spelling may be one of a character, not to read aloud. The Guangyun comes from qieyun (CC0-1.0).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from build import Readings, Spellings, keyed, rules, unique, with_simplified, write

from glossary.tables import rows

PLACE = re.compile(r"(?P<initial>.)(?P<round>[開合]?)(?P<grade>[一二三四]?)[ABC]?(?P<rhyme>.)(?P<tone>[平上去入])")
STOPS = str.maketrans({"m": "p", "n": "t"})
KEPT_M = frozenset("東尤鍾")  # rhymes before which m did not become v
WITHOUT_MEDIAL = frozenset("知徹澄莊初崇生俟章昌船書常")  # after these a medial i is lost


def places() -> Iterator[tuple[str, re.Match[str]]]:
    """Each character with its place in the Guangyun, as often as it is there."""
    with Path(str(distribution("qieyun").locate_file("Qieyun/rhyme_book.csv"))).open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            place = PLACE.fullmatch(row["最簡描述"])
            if row["資料名稱"] == "廣韻" and place:
                yield row["字頭"] or row["字頭覈校前"], place


@cache
def tables() -> tuple[dict[str, list[list[str]]], dict[str, list[list[str]]]]:
    """The rules of initials and finals."""
    return keyed("hakka_initials"), keyed("hakka_finals")


def syllables(place: re.Match[str]) -> tuple[list[str], list[str], list[str]]:
    """The usual initials of a place, other ones, and the finals; the usual one first."""
    initials, finals = tables()
    tails, labial, rounded = finals[place["rhyme"] + place["round"] + place["grade"]]
    usual, loose, before_round = initials[place["initial"]]
    heads = before_round if rounded[0] else usual
    if labial[0] and place["initial"] in "幫滂並":
        heads, loose = labial, []
    elif labial[0] and place["initial"] == "明":
        heads, loose = (["m"] if place["rhyme"] in KEPT_M else ["v", "w", "m"]), []
    if place["initial"] in WITHOUT_MEDIAL or heads[0] in {"f", "v"}:
        tails = unique(re.sub("^i(?=[aou])", "", re.sub("^ie", "a", tail)) for tail in tails)
    if place["tone"] == "入":
        tails = [re.sub("ng$", "k", tail) if tail.endswith("ng") else tail.translate(STOPS) for tail in tails]
    return heads or [""], loose, tails


def joined(head: str, tail: str) -> str:
    """A syllable, its i written y after none."""
    if head in {"", "y"} and tail.startswith("i"):
        return "y" + (tail[1:] if tail[1:2] in {"a", "o", "u", "e"} else tail)
    return head + tail


def spelt(head: str, tail: str) -> list[str]:
    """The spellings of a syllable, the main one first."""
    tails = [tail]
    for (pattern,), replacements in rules("hakka_spellings"):
        tails += [re.sub(pattern, new, tail) for new in replacements if re.search(pattern, tail)]
    return unique(joined(head, one).replace("yy", "y") for one in tails)


def hakka() -> tuple[Spellings, Readings]:
    """The syllables with their spellings, and those of each character that is in use.

    What has several finals is one syllable here, named after all of them: a rule, not a reading, chose them.
    """
    common = {char for row in rows("common_characters") for char in row[0]}
    spellings: Spellings = {}
    readings: dict[str, list[str]] = defaultdict(list)
    for char, place in places():
        if char in common:
            heads, loose, tails = syllables(place)
            name = "/".join(joined(head, tail) for tail in tails for head in heads)
            every = (way for tail in tails for head in (*heads, *loose) for way in spelt(head, tail))
            known = spellings.setdefault(name, {"pfs": unique(joined(heads[0], tail) for tail in tails), "loose": []})
            known["loose"] = unique([*known["loose"], *every])
            readings[char] = unique([*readings[char], name])
    return spellings, with_simplified(dict(readings))


def main() -> None:
    """Write the table."""
    spellings, readings = hakka()
    source = "the Guangyun through qieyun, CC0-1.0 (characters)"
    write("hakka", spellings, readings=readings, comments=(source, "MIT"), script="hakka.py")


if __name__ == "__main__":
    main()
