"""How often the left edge of a Chinese name before a Latin gloss is right.

usage: python benchmarks/chinese_first.py GOLD_DIR [--errors]

GOLD_DIR holds documents NNN.txt with labels NNN.tsv (line, english, chinese, kind, aliases, form, note); only rows of
the form zh-bracket count. The documents are divided in two halves by a hash of their path: rules are made with the
errors of half 0 in sight (``--errors`` prints those only), and half 1 tells how well they carry over.
"""

from __future__ import annotations

import hashlib
import math
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from glossary.pairs.chinese_first import edges
from glossary.pairs.edges import Edge

UNSCORED = {"reject", "phrase", "foreign", "unsure"}
MARKUP = re.compile(r'[\s*_`《》〈〉「」『』“”"\[\]]')
OPENING = re.compile(r"[（(［\[〔]")
ACRONYM = re.compile(r"[A-Z][A-Z0-9.&/]{1,7}s?")
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)


class Example(NamedTuple):
    """A labelled bracket: the text before it, the name in it, and what may be right."""

    half: int
    kind: str  # name or term
    segment: str
    english: str
    chinese: frozenset[str]

    @property
    def acronym(self) -> bool:
        """Whether the name is written in capitals only."""
        return bool(ACRONYM.fullmatch(self.english))


class Outcome(NamedTuple):
    """What the program made of an example, and whether that is right."""

    example: Example
    edge: Edge | None
    right: bool
    probability: float


def bare(text: str) -> str:
    """``text`` without white space and marks."""
    return MARKUP.sub("", text)


def latin(text: str) -> str:
    """The letters and digits of ``text``, lower case."""
    return re.sub(r"[^0-9a-zà-ɏ]", "", text.casefold())


def half_of(path: Path) -> int:
    """0 or 1, by a hash of the path."""
    return hashlib.md5("/".join(path.with_suffix("").parts[-2:]).encode()).digest()[0] % 2


def examples(gold: Path) -> Iterator[Example]:
    """Every labelled bracket that can be found in its text."""
    for path in sorted(gold.rglob("*.tsv")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            cells = [*line.split("\t"), *[""] * 7][:7]
            if cells[5] != "zh-bracket" or cells[3] in UNSCORED:
                continue
            english = cells[1].split(" | ")
            chinese = frozenset(bare(name) for name in cells[2].split(" | "))
            segment = before_bracket(text, english, chinese)
            if segment is not None:
                yield Example(half_of(path), "term" if cells[3] == "term" else "name", segment, english[0], chinese)


def before_bracket(text: str, english: list[str], chinese: frozenset[str]) -> str | None:
    """The end of the line before the first bracket that holds the English after the Chinese."""
    for match in OPENING.finditer(text):
        inside = latin(text[match.end() : match.end() + 120])
        if any(latin(name) in inside for name in english):
            begin = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 60)
            segment = text[begin : match.start()]
            if any(bare(segment).endswith(name) for name in chinese):
                return segment
    return None


def judge(example: Example) -> Outcome:
    """What the program makes of an example."""
    found = edges(example.segment, example.english, acronym=example.acronym)
    if not found:
        return Outcome(example, edge=None, right=False, probability=0.0)
    best = found[0]
    right = bare(example.segment[best.start : best.end]) in example.chinese
    return Outcome(example, best, right, 1 / (1 + math.exp(-sum(reason.weight for reason in best.reasons))))


def print_accuracy(outcomes: list[Outcome]) -> None:
    """Print how many edges are right, by half and kind."""
    groups: defaultdict[tuple[int, str], list[bool]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.example.half, outcome.example.kind].append(outcome.right)
    for (half, kind), rights in sorted(groups.items()):
        print(f"half {half} {kind}: {sum(rights)}/{len(rights)} = {sum(rights) / len(rights):.3f}")


def print_reliability(outcomes: list[Outcome]) -> None:
    """Print how often edges are right that are said to be so with a probability in a band."""
    print("said\tin half\tcount\tmean\tright")
    for half in (0, 1):
        for low, high in pairwise(BANDS):
            band = [out for out in outcomes if out.example.half == half and low <= out.probability < high]
            if band:
                mean = sum(out.probability for out in band) / len(band)
                right = sum(out.right for out in band) / len(band)
                print(f"{low:.2f}–{min(high, 1):.2f}\t{half}\t{len(band)}\t{mean:.3f}\t{right:.3f}")


def main() -> None:
    """Measure and print."""
    known = list(examples(Path(sys.argv[1])))
    middle = len(known) // 2
    outcomes = [judge(example) for example in known[:middle]]  # loads the tables
    begin = time.perf_counter()
    outcomes += [judge(example) for example in known[middle:]]
    new = (time.perf_counter() - begin) / (len(known) - middle)
    begin = time.perf_counter()
    for example in known[middle:]:
        judge(example)
    again = (time.perf_counter() - begin) / (len(known) - middle)
    for outcome in outcomes if "--errors" in sys.argv else ():
        if not outcome.right and outcome.example.half == 0 and outcome.edge:
            got = outcome.example.segment[outcome.edge.start : outcome.edge.end]
            print(outcome.example.segment, outcome.example.english, *outcome.example.chinese, got, sep="\t")
    print_accuracy(outcomes)
    print_reliability([outcome for outcome in outcomes if outcome.example.kind == "name"])
    print(f"{new * 1e6:.0f} µs a new bracket once the tables are loaded, {again * 1e6:.0f} µs the same bracket again")


if __name__ == "__main__":
    main()
