"""How well names are found in texts with the names of other texts: python benchmarks/marks.py

For each text of data/gold the glossary is made of the labelled names of all other texts, so that every name found
was stated somewhere else. What has to be found, and what was found wrongly when somebody looked, is in
data/checks/marks.tsv; ``--write`` adds what is found and not yet judged, with ``?``, for a person to judge.
``--blind`` measures the sentences of data/checks/blind/marks.tsv, whose names are words as often as names,
``--sentences`` those of data/checks/sentences.tsv, a few for each rule; with ``--errors`` it shows what is wrong.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import checks  # noqa: E402
from glossary import documents  # noqa: E402
from glossary.entries.build import from_pair, merge  # noqa: E402
from glossary.lang.script import script_of  # noqa: E402
from glossary.matcher import Matcher  # noqa: E402
from glossary.model import Document, Entry, Kind, Pair  # noqa: E402

JUDGED = ROOT / "data/checks/marks.tsv"
NAMES = {kind.value for kind in Kind} - {"term"}
HEADER = "document\tline\ttext\tafter\tverdict"
Row = tuple[str, ...]  # document, line, text, what comes before


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the proper names that it states."""

    name: str
    document: Document
    pairs: tuple[Pair, ...]


def labelled() -> Iterator[Labelled]:
    """The texts of data/gold with their labels."""
    for path in sorted((ROOT / "data/gold").glob("*/*/*.txt")):
        with path.with_suffix(".tsv").open(encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
        pairs = (_pair(row) for row in rows if row["kind"] in NAMES and row["english"] != "-")
        yield Labelled(f"{path.parent.parent.name}/{path.stem}", documents.read(str(path)), tuple(pairs))


def _pair(row: dict[str, str]) -> Pair:
    """The better of the labelled forms, without the marks of a title."""
    return Pair(row["english"].split(" | ")[0], row["chinese"].split(" | ")[0].strip("《》「」"), Kind(row["kind"]))


def entries(pairs: Iterable[Pair]) -> Iterable[Entry]:
    """One entry for each Chinese name."""
    found: dict[str, Entry] = {}
    for pair in pairs:
        entry = from_pair(pair, lang="zh-Hans" if script_of(pair.chinese) == "hans" else "zh-Hant")
        found[entry.id] = merge(found[entry.id], entry) if entry.id in found else entry
    return found.values()


def found() -> Iterator[Row]:
    """What the matcher finds in each text with the names of the others."""
    texts = list(labelled())
    for one in texts:
        matcher = Matcher(entries(pair for other in texts if other is not one for pair in other.pairs))
        text = one.document.text
        for name in matcher.find(text):
            line = str(text.count("\n", 0, name.span.start) + 1)
            before = text[max(0, name.span.start - 12) : name.span.start]
            yield one.name, line, " ".join(name.text.split()), " ".join(before.split())


def judged() -> dict[Row, str]:
    """The verdict on each row: right, wrong, or ? where nobody looked yet."""
    lines = JUDGED.read_text(encoding="utf-8").splitlines()[1:] if JUDGED.exists() else []
    return {tuple(row[:-1]): row[-1] for row in (line.split("\t") for line in lines)}


def measure() -> dict[str, float]:
    """Precision and recall against the verdicts; what nobody judged counts as wrong."""
    verdicts = judged()
    counts = Counter(verdicts.get(row, "?") for row in set(found()))
    missed = sum(verdict == "right" for verdict in verdicts.values()) - counts["right"]
    precision = counts["right"] / max(1, sum(counts.values()))
    recall = counts["right"] / max(1, counts["right"] + missed)
    return {**counts, "missed": missed, "precision": round(precision, 4), "recall": round(recall, 4)}


def blind() -> dict[str, float]:
    """Precision and recall on the sentences that nobody looks at while rules are written."""
    return sentences("marks.tsv", checks.glossary(checks.BLIND, "marks_glossary.txt"), folder=checks.BLIND)


def sentences(name: str, matcher: Matcher, *, folder: Path = checks.DATA, show: bool = False) -> dict[str, float]:
    """Precision and recall on sentences with the names that are to be found in each."""
    counts: Counter[str] = Counter()
    for number, text, names in checks.rows(name, folder):
        wanted = Counter(filter(None, names.split("|")))
        marked = Counter(one.text for one in matcher.find(text))
        if show and wanted != marked:
            print(number, "wrong:", *(marked - wanted), "missed:", *(wanted - marked))
        counts["right"] += (wanted & marked).total()
        counts["wrong"] += (marked - wanted).total()
        counts["missed"] += (wanted - marked).total()
    precision = counts["right"] / max(1, counts["right"] + counts["wrong"])
    recall = counts["right"] / max(1, counts["right"] + counts["missed"])
    return {**counts, "precision": round(precision, 4), "recall": round(recall, 4)}


def write() -> None:
    """Add what is found and not yet judged to the table."""
    verdicts = judged()
    for row in found():
        verdicts.setdefault(row, "?")
    lines = ["\t".join((*row, verdict)) for row, verdict in verdicts.items()]
    JUDGED.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="add what is not yet judged to the table")
    parser.add_argument("--blind", action="store_true", help="measure the sentences that nobody looks at")
    parser.add_argument("--sentences", action="store_true", help="measure the sentences written for the rules")
    parser.add_argument("--errors", action="store_true", help="show what is wrong in the sentences for the rules")
    options = parser.parse_args()
    if options.write:
        write()
    if options.sentences:
        matcher = checks.glossary(name="sentences_glossary.txt")
        print(sentences("sentences.tsv", matcher, show=options.errors))
    else:
        print(blind() if options.blind else measure())


if __name__ == "__main__":
    main()
