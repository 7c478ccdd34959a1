"""How exact the extraction is: names and terms on labelled documents.

    python benchmarks/accuracy.py [FOLDER …] [--faults] [--gate]

Without a folder: the sample articles and our own gold cases (dev: errors are looked at; test: never). A folder holds
texts NNN.txt with labels NNN.tsv, or texts with one pairs.tsv. ``--gate`` exits 1 where a figure is below its floor in
benchmarks/floors.json, or where the labelled texts are not those that the floors were set on.
"""

from __future__ import annotations

import argparse
import json
import re
from hashlib import sha256
from pathlib import Path

from scoring import Label, Score, read_labels, score

from glossary.documents import read
from glossary.pipeline import extract

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"
ARTICLES = DATA / "articles"
FOLDERS = (ARTICLES, DATA / "gold" / "dev", DATA / "gold" / "test")
FLOORS = HERE / "floors.json"
HAN, LATIN = "[\u3400-\u9fff·]", "[A-Za-z][A-Za-z0-9.'&-]*"
NAIVE = (
    re.compile(rf"((?:[A-Z][\w.'-]*\s)+)[(（]({HAN}+)[)）]"),
    re.compile(rf"({HAN}+)[(（]({LATIN}(?:\s{LATIN})*)[)）]"),
)


def texts(folder: Path) -> list[tuple[Path, list[Label]]]:
    """The labelled texts of a folder, each with its labels; names of documents are their paths below the folder."""
    if (folder / "pairs.tsv").exists():
        labels = read_labels(folder / "pairs.tsv")
        return [(p, [label for label in labels if label.document == p.stem]) for p in sorted(folder.glob("*.txt"))]
    found = sorted(path for path in folder.rglob("*.txt") if path.with_suffix(".tsv").exists())
    return [(path, read_labels(path.with_suffix(".tsv"), document=str(path))) for path in found]


def ours(path: Path) -> list[tuple[str, str]]:
    """The pairs that the program finds."""
    return [(mention.pair.english, mention.pair.chinese) for mention in extract(read(str(path)))]


def naive(path: Path) -> list[tuple[str, str]]:
    """The pairs that two regular expressions find: ten minutes' work, the baseline."""
    text = read(str(path)).text
    english_first = [(m[1].strip(), m[2]) for m in NAIVE[0].finditer(text)]
    return english_first + [(m[2], m[1]) for m in NAIVE[1].finditer(text)]


def measure(folder: Path, finder) -> dict[str, Score]:  # noqa: ANN001 - ours or naive
    """The scores of a finder on a folder."""
    labelled = texts(folder)
    pairs = [(labels[0].document, *pair) for path, labels in labelled if labels for pair in finder(path)]
    return score([label for _, labels in labelled for label in labels], pairs)


def title_of(folder: Path) -> str:
    """The folder as floors and tables name it."""
    full = folder.resolve()
    return str(full.relative_to(DATA)) if full.is_relative_to(DATA) else str(folder)


def fingerprint(folder: Path) -> str:
    """A hash of the labelled texts, so that a floor belongs to what it was measured on."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".tsv"})
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:16]


def report(folder: Path, *, faults: bool) -> dict[str, float]:
    """Print the figures of a folder; returns our F1 by group."""
    figures: dict[str, float] = {}
    for title, finder in (("glossary", ours), ("two naive regexes", naive)):
        for group, counts in measure(folder, finder).items():
            print(
                f"{title_of(folder):16} {title:18} {group:5} n={counts.asked:<5} P {counts.precision:.3f}  "
                f"R {counts.recall:.3f}  F1 {counts.f1:.3f}"
            )
            if title == "glossary":
                figures[group] = round(counts.f1, 4)
                print(
                    *(f"    {fault}" for fault in (counts.faults if faults else [])),
                    sep="\n",
                    end="\n" if faults else "",
                )
    return figures


def gate(folder: Path, figures: dict[str, float]) -> list[str]:
    """What is below its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))[title_of(folder)]
    if floors["fingerprint"] != fingerprint(folder):
        return [
            f"{folder}: the labelled texts changed (now {fingerprint(folder)}); measure again and set the floors anew"
        ]
    return [
        f"{title_of(folder)} {group}: F1 {figures[group]:.4f} is below the floor {floor:.4f}"
        for group, floor in floors["f1"].items()
        if figures[group] < floor
    ]


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=list(FOLDERS))
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--gate", action="store_true")
    options = parser.parse_args()
    problems: list[str] = []
    for folder in options.folders:
        figures = report(folder, faults=options.faults)
        if options.gate:
            problems += gate(folder, figures)
    if problems:
        raise SystemExit("\n".join(problems))


if __name__ == "__main__":
    main()
