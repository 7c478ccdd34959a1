"""Rebuild glossary/tables/edge_weights.tsv: what each sign of a name's left edge weighs.

usage: python data/build/edge_weights.py  (two minutes; needs the extra "build")

A conditional logit: of all readings of the places where the name before a bracket may start, and "nowhere", the right
ones should have the highest share. It is trained on sentences of our own (edge_sentences.txt), on data/gold/dev, and,
with a tenth of the weight, on made-up ones (edge_examples.py). How names recur cannot be learnt from single sentences,
so the weights of those signs stay near what they are given here. One sentence in ten is kept aside to see how well the
probabilities hold.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import sentences
from edge_examples import Maker
from numpy.typing import NDArray
from optimum import lowest
from scipy.sparse import csr_matrix

from glossary import candidates, documents
from glossary.documents import from_text
from glossary.lang import glosses
from glossary.lang.latin import is_acronym
from glossary.model import Document, Form, Rejection, Span
from glossary.pairs import before_gloss, chinese_first, marks, recurrence
from glossary.pairs.left import is_person

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from labelled import texts  # noqa: E402 - a sibling of the package, not of this folder
from scoring import fold_chinese, fold_english  # noqa: E402

TABLE = ROOT / "glossary" / "tables" / "edge_weights.tsv"
SENTENCES = "edge_sentences.txt"
DEV = ROOT / "data" / "gold" / "dev"
MADE, SHARE, PULL = 4_000, 0.03, 1.5  # made-up sentences, what one counts, and how strongly weights are kept small
HOLD = 100.0  # how strongly those are kept that are given
LEAST = 0.1  # log-odds: words that weigh less are not kept
BANDS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)
GIVEN = {
    "recurs": 0.5,
    "recurs-short": 0.3,
    "recurs-longer": -0.3,
    "recurs-shared": -5.0,
    "recurs-beyond": 1.0,
    "item": 3.5,
    "well-known": 4.0,
    "mark-open": 2.5,
    "mark-tail": 2.0,
    "inside:、": -3.0,
}
UNSCORED = {"phrase", "foreign", "unsure"}
HEADER = """\
# What each sign of a name's left edge weighs (log-odds).
# source: trained on sentences of this project (data/build/edge_sentences.txt, data/gold/dev), and on made-up ones with
#   names from CC-CEDICT and GeoNames (data/build/edge_examples.py)
# licence: MIT
# rebuild: data/build/edge_weights.py
feature	weight
"""

Features = dict[str, float]
Vector = NDArray[np.float64]


class Choice(NamedTuple):
    """The readings of all possible starts before one bracket; when none is right, "nowhere" is."""

    readings: list[tuple[bool, Features]]
    weight: float


def made_up() -> Iterator[Choice]:
    """The choices in made-up sentences; the dictionary's own entry for a name is hidden from the program."""
    for example in Maker(1).examples(MADE):
        known = glosses._beginning(example.hidden[:2])
        hidden = known.pop(example.hidden, None)
        glosses.lexicon.cache_clear()
        found = chinese_first.possible(example.segment, example.english, acronym=is_acronym(example.english))
        if hidden is not None:
            known[example.hidden] = hidden
        yield from _choice(example.segment, found, right=example.right, weight=SHARE * example.weight)


def _choice(
    segment: str, found: Iterable[chinese_first.Possible], *, right: frozenset[str], weight: float
) -> Iterator[Choice]:
    """One choice; none where the right start is not among the possible ones, or there are none."""
    readings = [(fold_chinese(segment[one.start : one.end]) in right, dict(one.features)) for one in found]
    if readings and (not right or any(good for good, _ in readings)):
        yield Choice(readings, weight)


def in_sentences(lines: Iterable[tuple[str, list[sentences.Name]]]) -> Iterator[Choice]:
    """The choices in our own sentences."""
    for text, marked in lines:
        names = {name.span.end: name.span.of(text) for name in marked}
        for gloss, _, found in brackets(from_text(text)):
            before = text[: gloss.start].rstrip(marks.WRAPPING)
            right = {fold_chinese(name) for end, name in names.items() if len(before) <= end <= gloss.start}
            yield from _choice(text, found, right=frozenset(right), weight=1.0)


def in_documents() -> Iterator[Choice]:
    """The choices in the labelled documents to tune on."""
    for text in texts(DEV):
        for _, english, found in brackets(text.document):
            rows = [row for row in text.labels if fold_english(english) in {*row.english, *row.aliases}]
            if not any(row.kind in UNSCORED for row in rows):
                right = frozenset(chinese for row in rows if row.group for chinese in row.chinese)
                yield from _choice(text.document.text, found, right=right, weight=1.0)


def brackets(document: Document) -> Iterator[tuple[Span, str, list[chinese_first.Possible]]]:
    """Each gloss after Chinese that is left by triage and marks, its English name, and where the name may start."""
    text = documents.blank(document.text)
    for one in candidates.find(text):
        named = before_gloss.english_name(one, text) if one.form is Form.ZH_BRACKET else None
        if named is None or isinstance(named, Rejection):
            continue
        segment, english = one.before.of(text), named[1].of(text)
        if marks.marked(segment):
            continue
        end = one.before.start + len(segment.rstrip(marks.WRAPPING))
        stops = recurrence.stops(text, Span(one.before.start, end), "" if is_person(english) else english)
        found = chinese_first.possible(segment, english, acronym=is_acronym(english), stops=stops)
        shifted = [c._replace(start=c.start + one.before.start, end=c.end + one.before.start) for c in found]
        yield one.gloss, english, shifted


class Table:
    """The choices as a matrix of readings and features."""

    def __init__(self, choices: list[Choice], names: list[str]) -> None:
        place = {name: i for i, name in enumerate(names)}
        readings = [(i, good, found) for i, choice in enumerate(choices) for good, found in choice.readings]
        cells = [
            (row, place[name], size)
            for row, (_, _, found) in enumerate(readings)
            for name, size in found.items()
            if name in place
        ]
        rows, columns, sizes = zip(*cells, strict=True)
        self.features = csr_matrix((sizes, (rows, columns)), shape=(len(readings), len(names)))
        self.choice = np.array([i for i, _, _ in readings])
        self.right = np.array([good for _, good, _ in readings])
        self.weight = np.array([choice.weight for choice in choices])
        self.stated = np.array([any(good for good, _ in choice.readings) for choice in choices])

    def shares(self, weights: Vector) -> tuple[Vector, Vector]:
        """The share of each reading, and of "nowhere" for each choice."""
        scores = self.features @ weights
        top = np.zeros(len(self.weight))
        np.maximum.at(top, self.choice, scores)
        odds, nowhere = np.exp(scores - top[self.choice]), np.exp(-top)
        everything = nowhere.copy()
        np.add.at(everything, self.choice, odds)
        return odds / everything[self.choice], nowhere / everything

    def loss(self, weights: Vector, given: Vector, pull: Vector) -> tuple[float, Vector]:
        """How unlikely the right readings are, and in which direction that grows."""
        share, nowhere = self.shares(weights)
        correct = np.where(self.stated, 0.0, nowhere)
        np.add.at(correct, self.choice, share * self.right)
        correct = np.maximum(correct, 1e-12)
        away_from = self.weight[self.choice] * (share - share * self.right / correct[self.choice])
        away = weights - given
        return float(
            -(self.weight * np.log(correct)).sum() + (pull * away) @ away / 2
        ), self.features.T @ away_from + pull * away


def fit(
    choices: list[Choice], prior: Mapping[str, float], *, pull: float = PULL, hold: float = PULL, fewest: int = 1
) -> Features:
    """The weights that make the right readings likeliest, pulled to what is given before, else to 0.

    ``hold``: how strongly what is given is kept. ``fewest``: the brackets that a word or character has to stand in.
    """
    stands = Counter(name for choice in choices for name in {name for _, found in choice.readings for name in found})
    names = sorted({name for name, count in stands.items() if ":" not in name or count >= fewest} | set(prior))
    given = np.array([prior.get(name, 0.0) for name in names])
    pulls = np.array([hold if name in prior else pull for name in names])
    table = Table(choices, names)
    found = lowest(lambda weights: table.loss(weights, given, pulls), given)
    return dict(zip(names, found.tolist(), strict=True))


def print_reliability(weights: Features, choices: list[Choice]) -> None:
    """Print how often the likeliest reading is right, by its share."""
    names = sorted({name for choice in choices for _, found in choice.readings for name in found})
    table = Table(choices, names)
    share, _ = table.shares(np.array([weights.get(name, 0.0) for name in names]))
    best = [max(np.flatnonzero(table.choice == i), key=share.__getitem__) for i in range(len(choices))]
    for low, high in pairwise(BANDS):
        band = [bool(table.right[i]) for i in best if low <= share[i] < high]
        if band:
            print(f"{low:.2f}–{min(high, 1.0):.2f}\t{len(band)}\t{sum(band) / len(band):.3f}")


def main() -> None:
    """Train and write the table."""
    lines = list(sentences.read(SENTENCES))
    rest = [*in_documents(), *made_up()]
    print("one sentence in ten kept aside: share, number, right")
    aside = fit([*in_sentences(line for i, line in enumerate(lines) if i % 10), *rest], GIVEN, hold=HOLD)
    print_reliability(aside, list(in_sentences(lines[::10])))
    choices = [*in_sentences(lines), *rest]
    weights = fit(choices, GIVEN, hold=HOLD)
    write(TABLE, HEADER, weights)
    print("from", len(choices), "brackets")


def write(table: Path, header: str, weights: Features, *, least: float = LEAST) -> None:
    """Write a table of weights, without the words that weigh next to nothing: less than ``least``."""
    rows = [f"{name}\t{weight:.2f}\n" for name, weight in weights.items() if ":" not in name or abs(weight) >= least]
    table.write_text(header + "".join(rows), encoding="utf-8")
    print(table.name, len(rows), "weights")


if __name__ == "__main__":
    main()
