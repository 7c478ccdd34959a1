"""Rebuild glossary/tables/edge_weights.tsv: what each sign of a name's left edge weighs.

usage: python data/build/edge_weights.py [COUNT]  (two minutes; needs the extra "build")

A conditional logit: of all places where the name before a bracket may start, and "nowhere", the right one should have
the highest sum of weights. It is trained on made-up sentences (edge_examples.py) only, so that labelled documents and
tests/cases/chinese_first.tsv can tell how well it does. One in ten of the examples is kept aside to see how well the
probabilities hold.
"""

from __future__ import annotations

import math
import random
import re
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from edge_examples import Example, Maker

from glossary.lang import glosses
from glossary.pairs.chinese_first import candidates

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "edge_weights.tsv"
ACRONYM = re.compile(r"[A-Z][A-Z0-9.&/]{1,7}s?")
COUNT, ROUNDS, RATE, PULL = 20_000, 8, 0.15, 2e-5
BANDS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)
START = {
    "explained": -0.5, "sound": 4.0, "gloss": 4.0, "romanization": 4.0, "skipped": 2.0, "rest": 2.0, "filler": -0.5,
    "unexplained": -2.0, "acronym": -1.0, "dot-left": -5.0, "clause-start": 1.0, "role-left": 1.0,
    "split-word": -1.5, "split-settled": -1.0,
}  # fmt: skip
HEADER = """\
# What each sign of a name's left edge weighs (log-odds).
# source: trained on made-up sentences (data/build/edge_examples.py) with names from CC-CEDICT and GeoNames
# licence: MIT
# rebuild: data/build/edge_weights.py
feature	weight
"""

Features = dict[str, float]


class Place(NamedTuple):
    """A possible start: whether it is right, and its readings."""

    right: bool
    readings: list[Features]


class Choice(NamedTuple):
    """All possible starts before one bracket; when none is right, "nowhere" is."""

    places: list[Place]
    weight: float


def choice(example: Example) -> Choice | None:
    """The possible starts in an example; nothing when the right one is not among them."""
    known = glosses.lexicon(example.segment)
    hidden = known.pop(example.hidden, None)
    by_span: defaultdict[tuple[int, int], list[Features]] = defaultdict(list)
    for found in candidates(example.segment, example.english, acronym=bool(ACRONYM.fullmatch(example.english))):
        by_span[found.start, found.end].append(dict(found.features))
    if hidden is not None:
        known[example.hidden] = hidden
    places = [Place(example.segment[a:b] in example.right, readings) for (a, b), readings in by_span.items()]
    if example.right and not any(place.right for place in places):
        return None
    return Choice(places, example.weight)


def total(weights: Features, features: Features) -> float:
    """The sum of weights."""
    return sum(weights.get(name, 0.0) * size for name, size in features.items())


def shares(weights: Features, found: Choice) -> list[tuple[bool, float, Features]]:
    """Each start with its probability and its best reading."""
    best = [
        (place.right, max((total(weights, one), i) for i, one in enumerate(place.readings))) for place in found.places
    ]
    top = max(0.0, max((score for _, (score, _) in best), default=0.0))
    odds = [math.exp(score - top) for _, (score, _) in best]
    everything = math.exp(-top) + sum(odds)
    return [
        (right, odd / everything, place.readings[i])
        for (right, (_, i)), odd, place in zip(best, odds, found.places, strict=True)
    ]


def learn(weights: Features, squares: defaultdict[str, float], found: Choice) -> None:
    """One step of adaptive gradient ascent."""
    chances = shares(weights, found)
    positive = any(right for right, _, _ in chances)
    correct = sum(chance for right, chance, _ in chances if right) if positive else 1.0
    slopes: defaultdict[str, float] = defaultdict(float)
    for right, chance, features in chances:
        pull = found.weight * ((chance / max(correct, 1e-9) if right else 0.0) - chance)
        if abs(pull) > 1e-4:
            for name, size in features.items():
                slopes[name] += pull * size
    for name, pulled in slopes.items():
        slope = pulled - PULL * weights.get(name, 0.0)
        squares[name] += slope * slope
        weights[name] = weights.get(name, 0.0) + RATE * slope / math.sqrt(squares[name])


def fit(known: list[Choice]) -> Features:
    """The weights, averaged over the last half of the rounds."""
    weights = dict(START)
    squares: defaultdict[str, float] = defaultdict(lambda: 0.1)
    seen: list[Features] = []
    dice = random.Random(5)
    for turn in range(ROUNDS):
        dice.shuffle(known)
        for i, found in enumerate(known):
            learn(weights, squares, found)
            if turn >= ROUNDS // 2 and i % 500 == 0:
                seen.append(dict(weights))
    return {name: sum(one.get(name, 0.0) for one in seen) / len(seen) for name in sorted(seen[-1])}


def print_reliability(weights: Features, known: list[Choice]) -> None:
    """Print how often the best start is right, by its probability."""
    seen = []
    for found in known:
        best = max(shares(weights, found), key=lambda share: share[1], default=(False, 0.0, {}))
        seen.append((best[1], best[0]))
    for low, high in pairwise(BANDS):
        band = [right for chance, right in seen if low <= chance < high]
        if band:
            print(f"{low:.2f}–{min(high, 1.0):.2f}\t{len(band)}\t{sum(band) / len(band):.3f}")


def main() -> None:
    """Train and write the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    made = [choice(example) for example in Maker(1).examples(count)]
    known = [found for found in made if found]
    aside = known[::10]
    weights = fit([found for i, found in enumerate(known) if i % 10])
    lines = [f"{name}\t{weight:.2f}\n" for name, weight in weights.items()]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(len(lines), "weights from", len(known), "of", count, "examples")
    print_reliability(weights, aside)


if __name__ == "__main__":
    main()
