"""Print how well and how fast spellings are matched with characters.

    python benchmarks/romanization.py [NAMES.tsv] [DIRECTORY_OF_GOLD ...] [--errors] [--full]

``NAMES.tsv`` has the columns english and traditional and a third one with the kind; without it the persons of the
repository's own ``names.tsv`` are measured. Gold labels have english, chinese and kind in columns 2 to 4. Names are
parted by a hash into a half whose errors ``--errors`` prints, and an unseen one. A name is *fully romanized* when it
has a hyphen and, hyphens opened, at least as many words as characters: so every character has letters of its own.
*Purely* so when it has no more words than that, and thus no English given name. A name with an English given name and
a surname only (Morris Chang) is neither. ``--full`` says that every name of the list is fully romanized
(``romanized.tsv``, whose names of Singapore have no hyphens). For false matches the Chinese names are shuffled, over
all persons and within a surname.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
import zlib
from collections import Counter, defaultdict
from itertools import pairwise, product
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.lang.romanization import Fit, Level, fit, suffix
from glossary.lang.script import is_han

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Pairs = list[tuple[str, str]]
ROUNDS = 20
OWN = Path(__file__).parent / "names.tsv"


def table(path: Path) -> list[list[str]]:
    """The rows of a TSV file without its header."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def own_names() -> list[list[str]]:
    """The persons of the repository's own list whose spelling is their own."""
    return [[english, hant, "person"] for _, hant, _, english, _ in table(OWN) if hant]


def gold_persons(folders: Iterable[Path]) -> Pairs:
    """Distinct persons in labels whose Chinese name has two to four characters."""
    labels = [row for folder in folders for path in sorted(folder.rglob("*.tsv")) for row in table(path)]
    persons = [row for row in labels if len(row) > 3 and row[3] == "person"]
    pairs = dict.fromkeys((row[1].split(" | ")[0], row[2].split(" | ")[0]) for row in persons)
    return [pair for pair in pairs if 2 <= len(pair[1]) <= 4 and all(map(is_han, pair[1]))]


def romanized(english: str, chinese: str) -> bool:
    """Whether every character of the name has letters of its own: a hyphen, and as many words as characters."""
    words = english.replace("-", " ").split()
    return len(words) >= len(chinese) and "-" in english


def purely(english: str, chinese: str) -> bool:
    """Whether the name is romanized and nothing else."""
    return romanized(english, chinese) and len(english.replace("-", " ").split()) == len(chinese)


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


def report_half(name: str, rows: list[list[str]], *, errors: bool, every: bool) -> None:
    """Print the figures of a half of the names, and its errors when asked; ``every`` one of them is romanized."""
    pairs = [(row[0], row[1]) for row in rows]
    print(f"{name}: all: {levels(pairs)}")
    for label, rule in (("fully romanized", romanized), ("purely", purely)):
        found = [fit(*pair) for pair in pairs if every or rule(*pair)]
        full = sum(one.level is Level.FULL for one in found)
        print(f"{name}: full on {label}, exact: {share(sum(map(exact, found)), len(found))}")
        print(f"{name}: full on {label}, one letter wrong or systems mixed allowed: {share(full, len(found))}")
    for pair in pairs if errors else ():
        if not exact(fit(*pair)):
            print("   ", *pair, fit(*pair))


def report_speed(persons: Pairs) -> None:
    """Print times of calls on persons' names, and on names put beside the next person's characters."""
    words = [(("Vice", "Premier", *english.split()), chinese) for english, chinese in persons]
    others = [(one, two) for (one, _), (_, two) in pairwise(words)]
    for label, sample in (("right", words), ("wrong", others)):
        spent = microseconds(lambda sample=sample: [suffix(*pair) for pair in sample], len(sample))
        print(f"suffix after two words, {label} pairs, warm: {spent:.1f} µs")
    wrong = [(one, two) for (one, _), (_, two) in pairwise(persons)]
    for label, pairs in (("right", persons), ("wrong", wrong)):
        spent = microseconds(lambda pairs=pairs: [fit.__wrapped__(*pair) for pair in pairs], len(pairs))
        print(f"fit, {label} pairs, warm: {spent:.1f} µs")
    print("cold:", cold())


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", type=Path, nargs="?")
    options.add_argument("gold", type=Path, nargs="*")
    options.add_argument("--errors", action="store_true")
    options.add_argument("--full", action="store_true", help="every name of the list is fully romanized")
    given = options.parse_args()
    rows = table(given.names) if given.names else own_names()
    for half, part in (("seen half", 0), ("unseen half", 1)):
        chosen = [row for row in rows if zlib.crc32(row[1].encode()) % 2 == part]
        report_half(half, chosen, errors=given.errors and not part, every=given.full)
    persons = [(row[0], row[1]) for row in rows if row[2] == "person"]
    print("persons:", levels(persons))
    some = sum(fit(*pair).level is not Level.NONE for pair in persons)
    print("some evidence on persons:", share(some, len(persons)))
    gold = gold_persons(given.gold)
    print("gold persons of 2-4 characters:", levels(gold))
    everyone = list(dict.fromkeys([*persons, *(pair for pair in gold if fit(*pair).level is not Level.NONE)]))
    print("false full, shuffled:", false_full(everyone, same_surname=False))
    print("false full, same surname:", false_full(everyone, same_surname=True))
    report_speed(everyone)


if __name__ == "__main__":
    main()
