"""Print how well and how fast spellings are matched with characters.

    python benchmarks/romanization.py NAMES.tsv [DIRECTORY_OF_GOLD ...] [--errors odd|even]

``NAMES.tsv`` has the columns english and traditional and a third one with the kind; gold labels have english, chinese
and kind in columns 2 to 4. The rows of ``NAMES.tsv`` are reported in two halves, even and odd rows: errors are looked
at in one half only. For false matches the Chinese names are shuffled, over all persons and within a surname.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import product
from pathlib import Path

from glossary.lang.romanization import Fit, Level, fit, suffix, surname
from glossary.lang.script import is_han

Pairs = list[tuple[str, str]]
ROUNDS = 20


def table(path: Path) -> list[list[str]]:
    """The rows of a TSV file without its header."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def gold_persons(folders: Iterable[Path]) -> Pairs:
    """Distinct persons in labels whose Chinese name has two to four characters."""
    found: dict[tuple[str, str], None] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.tsv")):
            for row in table(path):
                if len(row) > 3 and row[3] == "person":
                    found.setdefault((row[1].split(" | ")[0], row[2].split(" | ")[0]))
    return [pair for pair in found if 2 <= len(pair[1]) <= 4 and all(map(is_han, pair[1]))]


def romanized(english: str, chinese: str) -> bool:
    """Whether ``english`` looks like a name romanized as a whole: a hyphen, or as many short words as characters."""
    words = english.replace("-", " ").split()
    return len(words) >= len(chinese) and "-" in english


def exact(found: Fit) -> bool:
    """Whether it is a full fit without a wrong letter."""
    return found.level is Level.FULL and not found.slack


def levels(pairs: Pairs) -> str:
    """The levels of ``pairs``, counted."""
    counts = Counter(f"{found.level.value}{'~' * found.slack}" for found in (fit(*pair) for pair in pairs))
    return ", ".join(f"{level} {count}" for level, count in counts.most_common())


def share(hits: int, total: int) -> str:
    """A share in per cent with its counts."""
    return f"{100 * hits / max(1, total):.2f} % ({hits} of {total})"


def false_full(pairs: Pairs, *, same_surname: bool) -> str:
    """How often another person's spelling fits in full: shuffled, or among those with the same first character."""
    rng = random.Random(7)
    groups: dict[str, Pairs] = defaultdict(list)
    for pair in pairs:
        groups[pair[1][0] if same_surname else ""].append(pair)
    hits: Counter[str] = Counter()
    for group in groups.values():
        tries = list(product(group, group))
        if len(tries) > 40_000:
            tries = rng.sample(tries, 40_000)
        for (english, own), (_, other) in tries:
            if own != other:
                found = fit(english, other)
                hits["tries"] += 1
                hits["exact"] += exact(found)
                hits["any"] += found.level is Level.FULL
                hits["some"] += found.level is not Level.NONE
    return (
        f"{share(hits['exact'], hits['tries'])}; with one letter wrong {share(hits['any'], hits['tries'])}; "
        f"any evidence {share(hits['some'], hits['tries'])}"
    )


def microseconds(action: Callable[[], object], calls: int) -> float:
    """The best time of a few rounds of ``action``, per call."""
    best = 1e9
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - start)
    return 1e6 * best / calls


def cold() -> str:
    """Milliseconds of import and of the first match in a new process."""
    code = (
        "import time; a = time.perf_counter(); from glossary.lang.romanization import suffix; "
        "b = time.perf_counter(); suffix(['He', 'Lifeng'], '何立峰'); c = time.perf_counter(); "
        "print(f'import {1e3 * (b - a):.0f} ms, first match {1e3 * (c - b):.0f} ms')"
    )
    times = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in "123"]
    return min(done.stdout.strip() for done in times)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", type=Path)
    options.add_argument("gold", type=Path, nargs="*")
    options.add_argument("--errors", choices=("odd", "even"))
    given = options.parse_args()
    persons: Pairs = []
    for half, offset in (("odd", 0), ("even", 1)):
        rows = table(given.names)[offset::2]
        pairs = [(row[0], row[1]) for row in rows]
        persons += [(row[0], row[1]) for row in rows if row[2] == "person"]
        hyphened = [pair for pair in pairs if romanized(*pair)]
        print(f"{half}: all: {levels(pairs)}")
        print(f"{half}: full on romanized: {share(sum(exact(fit(*pair)) for pair in hyphened), len(hyphened))}")
        if given.errors == half:
            for pair in pairs:
                if not exact(fit(*pair)):
                    print("   ", *pair, fit(*pair))
    print("persons:", levels(persons))
    some = sum(fit(*pair).level is not Level.NONE for pair in persons)
    print("some evidence on persons:", share(some, len(persons)))
    gold = gold_persons(given.gold)
    chinese = [pair for pair in gold if surname(pair[0].split()[0], pair[1]) or surname(pair[0].split()[-1], pair[1])]
    print("gold persons of 2-4 characters:", levels(gold))
    everyone = list(dict.fromkeys([*persons, *chinese]))
    print("false full, shuffled:", false_full(everyone, same_surname=False))
    print("false full, same surname:", false_full(everyone, same_surname=True))
    words = [(("Vice", "Premier", *english.split()), zh) for english, zh in everyone]
    others = [(one, two) for (one, _), (_, two) in zip(words, words[1:], strict=False)]
    for label, sample in (("right", words), ("wrong", others)):
        spent = microseconds(lambda sample=sample: [suffix(*pair) for pair in sample], len(sample))
        print(f"suffix, {label} pairs, warm: {spent:.1f} µs")
    for label, sample in (("right", everyone), ("wrong", [(" ".join(en), zh) for en, zh in others])):
        spent = microseconds(lambda sample=sample: [fit(*pair) for pair in sample], len(sample))
        print(f"fit, {label} pairs, warm: {spent:.1f} µs")
    print("cold:", cold())


if __name__ == "__main__":
    main()
