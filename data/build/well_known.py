"""Rebuild glossary/tables/well_known.tsv: what the best-known names of the world name, and what they are called.

usage: python data/build/well_known.py  (seconds)

From our own list (well_known_names.tsv), which has for each thing its kind and its usual names in both languages.
Names are kept as look-ups compare them: Chinese ones simplified, English ones as letters a–z and digits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from glossary.lang.latin import is_usual
from glossary.lang.script import fold
from glossary.lang.well_known import key

HERE = Path(__file__).parent
NAMES, TABLE = HERE / "well_known_names.tsv", HERE.parents[1] / "glossary" / "tables" / "well_known.tsv"
SHORTEST = 2  # letters
ARTICLE = "The "
HEADER = """\
# The best-known names, as letters a-z or simplified: the kinds of what they name, and the names on the other side.
# source: own list (data/build/well_known_names.tsv), from general knowledge
# licence: MIT
# rebuild: data/build/well_known.py
name	told
"""


def things() -> Iterator[tuple[str, list[str], list[str]]]:
    """The kind, the Chinese and the English names of each thing."""
    for line in NAMES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, chinese, english = line.split("\t")
            names = (form for name in english.split("; ") for form in (name, *without_article(name)))
            yield kind, [fold(name) for name in chinese.split("、")], list(map(key, names))


def without_article(name: str) -> Iterator[str]:
    """The name as texts have it behind an article: Beatles, but not Times, which is a word."""
    bare = name.removeprefix(ARTICLE)
    if bare != name and not all(map(is_usual, bare.split())):
        yield bare


def main() -> None:
    """Write the table."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    others: defaultdict[str, set[str]] = defaultdict(set)
    for kind, chinese, english in things():
        latin = {name for name in english if len(name) >= SHORTEST}
        for names, other in ((set(chinese), latin), (latin, set(chinese))):
            for name in names:
                kinds[name].add(kind)
                others[name] |= other
    rows = [f"{name}\t{' '.join((*sorted(kinds[name]), '=', *sorted(others[name])))}\n" for name in sorted(kinds)]
    TABLE.write_text(HEADER + "".join(rows), encoding="utf-8")
    print(TABLE.name, len(rows), "names")


if __name__ == "__main__":
    main()
