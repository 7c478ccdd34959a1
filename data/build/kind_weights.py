"""Rebuild glossary/tables/kind_weights.tsv: how much each sign of a name speaks for each kind of thing.

usage: python data/build/kind_weights.py  (half a minute; needs the extra "build")

A multinomial logit, trained on the pairs of our own sentences, of the sample articles and of data/gold/dev with their
context, and on names of persons (CC-CEDICT), places (GeoNames) and things (CC-CEDICT) without any.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import edge_examples
import sentences
from pypinyin import lazy_pinyin

from glossary import pipeline
from glossary.documents import from_text
from glossary.lang.kinds import name_signs
from glossary.lang.transliteration import letters
from glossary.model import Kind, Mention
from glossary.pairs import mentions

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from labelled import texts  # noqa: E402 - a sibling of the package, not of this folder
from scoring import fold_chinese, fold_english  # noqa: E402

TABLE = ROOT / "glossary" / "tables" / "kind_weights.tsv"
SENTENCES = ("edge_sentences.txt", "english_sentences.txt")
FOLDERS = (ROOT / "data" / "articles", ROOT / "data" / "gold" / "dev")
GIVEN = 1.0
CAPITAL = 0.7  # the share of terms written with capitals, as headings and glosses do
NAMES, WEIGHT = 300, 0.15  # names of a kind from the dictionaries, and how much one of them or of the sentences counts
ROUNDS, RATE, PULL, LEAST = 20, 0.2, 0.003, 0.05
HEADER = """\
# How much each sign (see lang/kinds.py) speaks for each kind (log-odds).
# source: trained on this project's labelled texts, and names from CC-CEDICT and GeoNames
# licence: MIT
# rebuild: data/build/kind_weights.py
sign	kind	weight
"""


class Example(NamedTuple):
    """The signs of a pair, its kind, and how much it counts."""

    signs: tuple[str, ...]
    kind: Kind
    weight: float


def labelled() -> Iterator[Example]:
    """The pairs that are found in labelled texts."""
    for text in (text for folder in FOLDERS for text in texts(folder)):
        for found in filter(lambda judged: isinstance(judged, Mention), pipeline.inspect(text.document)):
            pair = fold_english(found.pair.english), fold_chinese(found.pair.chinese)
            kinds = {row.kind for row in text.labels if pair[0] in row.english and pair[1] in row.chinese}
            for kind in kinds & set(Kind):
                yield Example(mentions.signs(found, text.document.text), Kind(kind), 1.0)


def in_sentences() -> Iterator[Example]:
    """The names in our own sentences, as far as the program finds them."""
    for text, names in (pair for name in SENTENCES for pair in sentences.read(name)):
        kinds = {span: kind for span, kind in names}  # noqa: C416 - a list of pairs
        for found in filter(lambda judged: isinstance(judged, Mention), pipeline.inspect(from_text(text))):
            kind = kinds.get(found.chinese) or kinds.get(found.english)
            if kind is not None:
                yield Example(mentions.signs(found, text), kind, WEIGHT)


def in_part(names: list[edge_examples.Name]) -> Iterator[edge_examples.Name]:
    """Chinese persons by their surname alone, or by their given name, spelt as Taiwan does: Chu 朱, Shu-fen 淑芬."""
    for name in names:
        syllables = lazy_pinyin(name.chinese)
        if len(name.chinese) == 3 and "".join(syllables) == letters(name.english):
            yield edge_examples.Name(name.chinese[0], syllables[0].capitalize())
            yield edge_examples.Name(name.chinese[1:], "-".join(syllables[1:]).capitalize())


def named() -> Iterator[Example]:
    """Names of persons and places from the dictionaries."""
    dice = random.Random(2)
    persons = edge_examples.persons()
    for kind, names in (
        (Kind.PERSON, persons), (Kind.PERSON, sorted(in_part(persons))), (Kind.PLACE, edge_examples.places()),
        (Kind.TERM, edge_examples.terms()),
    ):  # fmt: skip
        for name in dice.sample(names, min(NAMES, len(names))):
            english = name.english.title() if kind is Kind.TERM and dice.random() < CAPITAL else name.english
            yield Example(tuple(name_signs(english, name.chinese)), kind, WEIGHT)


def chances(weights: dict[str, dict[Kind, float]], signs: tuple[str, ...]) -> dict[Kind, float]:
    """The probability of each kind."""
    sums = {kind: sum(weights[sign][kind] for sign in ("always", *signs)) for kind in Kind}
    top = max(sums.values())
    odds = {kind: math.exp(value - top) for kind, value in sums.items()}
    return {kind: value / sum(odds.values()) for kind, value in odds.items()}


def given(sign: str, kind: Kind) -> float:
    """What a sign weighs before anything is learnt: one that is named for a kind speaks for it."""
    return GIVEN if sign.endswith(f"-{kind}") else 0.0


def fit(examples: list[Example]) -> dict[str, dict[Kind, float]]:
    """The weights after some rounds of adaptive gradient ascent, pulled to what is given."""
    signs = {"always", *all_signs(), *(sign for example in examples for sign in example.signs)}
    weights = {sign: {kind: given(sign, kind) for kind in Kind} for sign in signs}
    squares = {sign: dict.fromkeys(Kind, 0.1) for sign in signs}
    dice = random.Random(3)
    for _ in range(ROUNDS):
        dice.shuffle(examples)
        for example in examples:
            found = chances(weights, example.signs)
            for sign, kind in product(("always", *example.signs), Kind):
                away = weights[sign][kind] - given(sign, kind)
                slope = example.weight * ((kind is example.kind) - found[kind]) - PULL * away
                squares[sign][kind] += slope * slope
                weights[sign][kind] += RATE * slope / math.sqrt(squares[sign][kind])
    return weights


def all_signs() -> Iterator[str]:
    """The signs that are named for a kind, seen in training or not."""
    for place, kind in product(("en-last", "en-head", "en-first", "zh-last-1", "zh-last-2", "before"), Kind):
        yield f"{place}-{kind}"


def main() -> None:
    """Train and write the table."""
    examples = [*labelled(), *in_sentences(), *named()]
    weights = fit(examples)
    right = sum(
        max(found, key=lambda kind: found[kind]) is one.kind
        for one in examples
        for found in [chances(weights, one.signs)]
    )
    lines = [
        f"{sign}\t{kind}\t{weight:.2f}\n"
        for sign, row in sorted(weights.items())
        for kind, weight in row.items()
        if abs(weight) >= LEAST
    ]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(TABLE.name, len(lines), "rows from", len(examples), "examples,", f"{right / len(examples):.3f} of them right")


if __name__ == "__main__":
    main()
