"""How exact the extraction is, beside baselines, by form, kind, language and source; strictness and calibration.

    python benchmarks/accuracy.py [FOLDER …] [--part PART …] [--faults] [--half 0|1]

Without a folder: the sample articles, our own gold, and the shared gold where it stands beside the project. A folder
holds texts NAME.txt with labels NAME.tsv, or texts with one pairs.tsv. docs/accuracy.md says how to read the tables.
``--faults`` also prints what was missed and what is wrong (of gold/test and gold/fresh only if they are named),
``--half`` takes only one half of the documents, by a hash.
"""

from __future__ import annotations

import argparse
import functools
from collections.abc import Callable, Container, Sequence
from pathlib import Path

import calibration
import figures
import finders
import labelled
from figures import Scored, Tally
from tables import share, show

from glossary.pipeline import Strictness

Collections = dict[str, list[labelled.Text]]
ONLY_MEASURE = frozenset(("gold/test", "gold/fresh"))  # their errors are not to be tuned on
PAIRS = ("names n", "P", "R", "F1", "95 %", "terms n", "P", "R", "F1", "95 %")


def figures_of(by_text: dict[int, Tally], texts: int) -> tuple[str, ...]:
    """The cells of a group of pairs; a dash where there is nothing to say."""
    tally = figures.total(by_text)
    given, none = tally.right + tally.wrong, "–"
    return (
        str(tally.asked) if tally.asked or given else none,
        f"{tally.precision:.3f}" if given else none,
        f"{tally.recall:.3f}" if tally.asked else none,
        f"{tally.f1:.3f}" if tally.asked else none,
        _spread(by_text, texts) if tally.asked else none,
    )


def _spread(by_text: dict[int, Tally], texts: int) -> str:
    if len(by_text) < figures.FEWEST_TEXTS:
        return "few texts"
    spread = figures.interval(by_text, texts)
    return f"{spread.low:.3f}–{spread.high:.3f}"


def print_rivals(collections: Collections) -> None:
    """Print names and terms of each collection, by us and by the baselines."""
    rows = []
    for title, texts in collections.items():
        for name, finder in finders.FINDERS.items():
            scored = figures.run(texts, finder)
            cells = _both(figures.tallies(scored, lambda *_: ""), "", len(texts))
            rows.append((f"{title}, {name}", *cells, _per_document(figures.hard_wrong(scored))))
    show(
        ("collection, program", *PAIRS, "hard"),
        rows,
        title="Exact pairs, beside baselines (hard: wrong pairs a document in documents of look-alikes)",
    )


def _per_document(counts: figures.Share) -> str:
    wrong, documents = counts
    return f"{wrong / documents:.2f} ({wrong}/{documents})" if documents else "–"


def print_groups(collections: Collections) -> None:
    """Print our figures by language, source, form and kind, own and shared texts apart."""
    for pool, scored in _pools(collections).items():
        for title, key in figures.GROUPINGS.items():
            found = figures.tallies(scored, key)
            values = sorted({value for value, _ in found})
            rows = [(value or "?", *_both(found, value, len(scored))) for value in values]
            show((title, *PAIRS), rows, title=f"{pool}, by {title}")


def _both(found: dict[tuple[str, str], dict[int, Tally]], value: str, texts: int) -> list[str]:
    """The cells of names and of terms."""
    return [cell for group in ("name", "term") for cell in figures_of(found.get((value, group), {}), texts)]


def _pools(collections: Collections) -> dict[str, list[Scored]]:
    """Our outcomes of own and of shared texts."""
    pools: dict[str, list[Scored]] = {}
    for title, texts in collections.items():
        pool = "shared gold" if title.startswith("shared/") else "own gold and articles"
        pools.setdefault(pool, []).extend(figures.run(texts, finders.ours))
    return pools


def print_details(collections: Collections) -> None:
    """Print aliases, kinds, and what the three strictnesses keep."""
    rows, levels = [], []
    for title, texts in collections.items():
        scored = figures.run(texts, finders.ours)
        rows.append((title, share(figures.alias_recall(scored)), share(figures.kind_accuracy(scored))))
        levels += _levels(title, texts)
    said = ("collection", "aliases of names found", "kind right: person, organization, place")
    show(said, rows, title="What else is said")
    header = ("collection, strictness", "given", "precision", "recall", "pairs kept of balanced")
    show(header, levels, title="Strictness, names and terms together")


def _levels(title: str, texts: list[labelled.Text]) -> list[tuple[str, ...]]:
    sums = {}
    for strictness in Strictness:
        scored = figures.run(texts, functools.partial(finders.ours, strictness=strictness))
        sums[strictness] = sum((figures.total(group) for group in figures.overall(scored).values()), Tally())
    kept = max(1, sums[Strictness.BALANCED].right)
    return [
        (
            f"{title}, {strictness}",
            str(tally.right + tally.wrong),
            f"{tally.precision:.3f}",
            f"{tally.recall:.3f}",
            f"{tally.right / kept:.3f}",
        )
        for strictness, tally in sums.items()
    ]


def print_calibration(collections: Collections) -> None:
    """Print how often pairs are right that are said to be so with a probability in a band."""
    for pool, scored in calibration.pools(collections).items():
        calibration.report(pool, scored)


PARTS: dict[str, Callable[[Collections], None]] = {
    "rivals": print_rivals,
    "groups": print_groups,
    "details": print_details,
    "calibration": print_calibration,
}


def print_faults(collections: Collections, *, named: Container[str]) -> None:
    """Print what was missed and what is wrong; of texts that only measure, only where they were named."""
    for title, texts in collections.items():
        if title in named or title not in ONLY_MEASURE:
            print(*figures.faults(figures.run(texts, finders.ours)), sep="\n")


def read_collections(folders: Sequence[Path], half: int | None = None) -> Collections:
    """The labelled texts of the folders, by the folders' titles."""
    found = {labelled.title(folder): labelled.texts(folder) for folder in folders}
    if half is None:
        return found
    halves = {title: [text for text in texts if text.half == half] for title, texts in found.items()}
    return {title: texts for title, texts in halves.items() if texts or not found[title]}


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--part", action="append", choices=PARTS, help="which tables; all without it")
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args()
    collections = read_collections(options.folders or (*labelled.OWN, *labelled.shared()), options.half)
    if empty := [title for title, texts in collections.items() if not texts]:
        parser.error(f"no labelled texts in {', '.join(empty)}")
    if options.faults:
        print_faults(collections, named={labelled.title(folder) for folder in options.folders})
    for part in options.part or PARTS:
        PARTS[part](collections)


if __name__ == "__main__":
    main()
