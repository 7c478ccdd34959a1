"""Print how well names are read: proper nouns of CC-CEDICT held out fold by fold, and lists given as files.

``python benchmarks/names.py [FOLDS]`` needs the packages of the extra ``build``. A list given with ``--hard FILE``
is a TSV with the columns traditional, simplified, pinyin_expected, english, kind; one given with ``--scripts FILE``
has set, kind, traditional, simplified. Nothing of a held-out name is in what the reader then knows.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import time
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "data" / "build"))

from cedict import Line, fold_of, lines
from cedict_readings import learn, reading_of, same

from glossary.lang import readings
from glossary.lang.pronunciation import Knowledge, lookup
from glossary.lang.script import Script
from glossary.lang.variants import derive
from glossary.model import Kind

Said = tuple[str, ...]
KINDS = {"org": Kind.ORGANIZATION, "surname": Kind.PERSON}


def taught(entries: list[Line], untaught: Knowledge) -> Knowledge:
    """What the reader knows after learning from ``entries`` only."""
    known, words = learn(entries, untaught)

    def word(text: str) -> Said | None:
        return lookup(text, (words.get, readings.phrase_as_written))

    return replace(known, word=word)


def with_knowledge(known: Knowledge) -> None:
    """Make the reader use ``known``."""
    readings._known = lambda: known
    readings._chosen.cache_clear()


def said(text: str, kind: Kind, english: str) -> Said:
    """The reading of ``text``."""
    return tuple(one.reading for one in readings.trace(text, kind=kind, english=english))


def english_of(gloss: str) -> str:
    """The name that a gloss begins with."""
    head = re.split(r"[/(,;:]", gloss)[0]
    return head if head[:1].isupper() else ""


def kind_of(line: Line) -> Kind:
    """The kind that a gloss shows."""
    return Kind(line.kind)


def bare(said_: Said) -> Said:
    """Without tones."""
    return tuple(one[:-1] for one in said_)


def held_out(folds: int, show: int) -> None:
    """Measure on every proper noun, each read by a reader that never saw it."""
    entries = [line for line in lines() if line.aligned]
    names = [line for line in entries if line.proper and line.kind != "surname"]
    accepted: dict[str, set[Said]] = defaultdict(set)
    for line in names:
        accepted[line.hant].add(reading_of(line))
        accepted[line.hans].add(reading_of(line))
    right: Counter[str] = Counter()
    wrong: Counter[tuple[str, ...]] = Counter()
    start = readings.untaught()
    for fold in range(folds):
        with_knowledge(taught([line for line in entries if not line.proper or fold_of(line, folds) != fold], start))
        for line in names:
            if fold_of(line, folds) == fold:
                measure(line, accepted, right=right, wrong=wrong)
    total = len(names)
    print(f"CC-CEDICT proper nouns held out, {folds} folds, {total} names")
    for key in sorted(right):
        whole = total if key.startswith("ALL") else right[f"{key.split()[0]} n"]
        if not key.endswith(" n"):
            print(f"  {key:32} {100 * right[key] / whole:6.2f}")
    for example, _ in wrong.most_common(show):
        print("  ", *example)


def measure(
    line: Line, accepted: dict[str, set[Said]], *, right: Counter[str], wrong: Counter[tuple[str, ...]]
) -> None:
    """Count one name in both scripts, with and without its English."""
    english, kind = english_of(line.gloss), kind_of(line)
    for group in ("ALL", kind.value):
        right[f"{group} n"] += group != "ALL"
        for script, text in (("hant", line.hant), ("hans", line.hans)):
            ways = accepted[text]
            alone, heard = said(text, kind, ""), said(text, kind, english)
            exact = any(same(alone, way) for way in ways)
            right[f"{group} {script} exact"] += exact
            right[f"{group} {script} exact, English"] += any(same(heard, way) for way in ways)
            right[f"{group} {script} toneless"] += any(bare(alone) == bare(way) for way in ways)
            toneless = any(bare(heard) == bare(way) for way in ways)
            right[f"{group} {script} toneless, English"] += toneless
            if group == "ALL" and not (toneless and exact):
                mark = "TONELESS" if not toneless else "tone"
                wrong[mark, text, " ".join(heard), " ".join(reading_of(line)), kind.value, english] += 1


def hard(path: Path, *, without: bool) -> None:
    """Measure on a list of hard names, with or without their entries in what the reader learnt."""
    with path.open(encoding="utf-8") as file:
        table = list(csv.DictReader(file, delimiter="\t"))
    if without:
        listed = {row["traditional"] for row in table} | {row["simplified"] for row in table}
        kept = [line for line in lines() if line.aligned and not listed & {line.hant, line.hans}]
        with_knowledge(taught(kept, readings.untaught()))
    for column, given in product(("traditional", "simplified"), (False, True)):
        wrong = [line for row in table if (line := fault(row, column, given=given))]
        share = 100 * (1 - len(wrong) / len(table))
        note = f"{'entries removed' if without else 'all entries'}, {column}, {'with' if given else 'no'} English"
        print(f"hard names, {note}: {share:.1f} of {len(table)}", *wrong[:12], sep="; ")


def fault(row: dict[str, str], column: str, *, given: bool) -> str:
    """What is wrong with the reading of one hard name; empty when it is right."""
    want = tuple(row["pinyin_expected"].lower().split())
    kind = KINDS.get(row["kind"]) or Kind(row["kind"])
    got = said(row[column], kind, row["english"] if given else "")
    return "" if same(got, want) else f"{row[column]} {' '.join(got)} for {' '.join(want)}"


def scripts(path: Path) -> None:
    """Measure both directions between the scripts."""
    count: Counter[tuple[str, str]] = Counter()
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            kind = KINDS.get(row["kind"]) or Kind(row["kind"])
            name, hant, hans = row["set"], row["traditional"], row["simplified"]
            there = derive(hans, kind=kind, script=Script.HANS)
            if there[0].lang == "zh-Hans":
                count[name, "n"] += 1
                count[name, "hans to hant, Taiwan"] += there[1].text == hant
                count[name, "hans to hant, Hong Kong"] += there[-1].text == hant
                count[name, "hans to hant, alternatives"] += hant in {there[1].text, *there[1].alternatives}
            back = derive(hant, kind=kind)
            if back[0].lang == "zh-Hant":
                count[name, "n back"] += 1
                count[name, "hant to hans"] += back[1].text == hans
    for (name, what), number in sorted(count.items()):
        whole = count[name, "n back" if what == "hant to hans" else "n"]
        if not what.startswith("n"):
            print(f"{name:24} {what:28} {100 * number / whole:6.2f} of {whole}")


def speed() -> None:
    """Names read and derived in a second, after the first."""
    names = [line.hant for line in lines() if line.proper][:6000]
    for name in names[:50]:
        readings.read(name, kind=Kind.PERSON)
    for kind in (Kind.PERSON, Kind.ORGANIZATION):
        begun = time.perf_counter()
        for name in names:
            readings.read(name, kind=kind, english="Wang Lin")
            derive(name, kind=kind)
        print(f"{kind.value}: {len(names) / (time.perf_counter() - begun):.0f} names a second, read and derived")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folds", nargs="?", type=int, default=0)
    parser.add_argument("--hard", type=Path)
    parser.add_argument("--scripts", type=Path)
    parser.add_argument("--show", type=int, default=0, help="wrong examples to print")
    asked = parser.parse_args()
    speed()
    if asked.scripts:
        scripts(asked.scripts)
    if asked.hard:
        hard(asked.hard, without=False)
        hard(asked.hard, without=True)
    if asked.folds:
        held_out(asked.folds, asked.show)


if __name__ == "__main__":
    main()
