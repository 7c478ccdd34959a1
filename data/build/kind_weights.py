"""Rebuild glossary/tables/kind_weights.tsv: how much each sign of a name speaks for each kind of thing.

usage: python data/build/kind_weights.py  (half a minute; needs the extra "build")

A multinomial logit, trained on the pairs of our own sentences, of the sample articles and of data/gold/dev with their
context, and on names of persons (CC-CEDICT), places (GeoNames) and things (CC-CEDICT) without any.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from math import log
from pathlib import Path
from typing import NamedTuple

import edge_examples
import numpy as np
import sentences
from numpy.typing import NDArray
from optimum import lowest
from pypinyin import lazy_pinyin
from scipy.sparse import csr_matrix
from scipy.special import softmax

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
SENTENCES = ("edge_sentences.txt", "english_sentences.txt", "kind_sentences.txt")
FOLDERS = (ROOT / "data" / "articles", ROOT / "data" / "gold" / "dev")
GIVEN, FAMOUS = 1.0, 3.0
CAPITAL = 0.7  # the share of terms written with capitals, as headings and glosses do
NAMES, WEIGHT = 300, 0.1  # names of a kind from the dictionaries, and how much one of them counts
NAMED = (
    "en-last", "en-head", "en-first", "zh-last-1", "zh-last-2", "before", "famous", "zh-famous", "en-famous-1",
    "en-famous-2",
)  # fmt: skip
FEWEST = 2  # examples that a word has to stand in
PULL, PULL_WORD, LEAST = 2.0, 1.0, 0.05  # words are many and rare, the other signs few and often together
HEADER = """\
# How much each sign (see lang/kinds.py) speaks for each kind (log-odds).
# source: trained on this project's labelled texts, and names from CC-CEDICT and GeoNames
# licence: MIT
# rebuild: data/build/kind_weights.py
sign	weights
"""


Weights = dict[str, dict[Kind, float]]
Vector = NDArray[np.float64]


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
                yield Example(mentions.signs(found, text), kind, 1.0)


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


def given(sign: str, kind: Kind) -> float:
    """What a sign weighs before anything is learnt: one that is named for a kind speaks for it."""
    if not sign.endswith(f"-{kind}"):
        return 0.0
    return FAMOUS if sign.startswith("famous") else GIVEN


def fit(examples: list[Example]) -> Weights:
    """The weights that make the kinds likeliest, pulled to what is given."""
    stands = Counter(sign for example in examples for sign in set(example.signs))
    signs = sorted({"always", *all_signs(), *(sign for sign, n in stands.items() if ":" not in sign or n >= FEWEST)})
    place = {sign: i for i, sign in enumerate(signs)}
    known = (sorted({"always", *one.signs} & place.keys()) for one in examples)
    cells = [(i, place[sign]) for i, told in enumerate(known) for sign in told]
    rows, columns = zip(*cells, strict=True)
    table = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(examples), len(signs)))
    kinds = np.array([[example.kind is kind for kind in Kind] for example in examples], dtype=float)
    count = np.array([[example.weight] for example in examples])
    start = np.array([[given(sign, kind) for kind in Kind] for sign in signs])
    pull = np.array([[PULL_WORD if ":" in sign else PULL] for sign in signs])

    def loss(flat: Vector) -> tuple[float, Vector]:
        """How unlikely the kinds are, and in which direction that grows."""
        weights = flat.reshape(start.shape)
        chances = softmax(table @ weights, axis=1)
        away = weights - start
        unlikely = -(count * kinds * np.log(chances + 1e-12)).sum() + (pull * away**2).sum() / 2
        return float(unlikely), (table.T @ (count * (chances - kinds)) + pull * away).ravel()

    found = lowest(loss, start.ravel()).reshape(start.shape)
    return {sign: dict(zip(Kind, row, strict=True)) for sign, row in zip(signs, found.tolist(), strict=True)}


def all_signs() -> Iterator[str]:
    """The signs that are named for a kind, seen in training or not."""
    for place, kind in product(NAMED, Kind):
        yield f"{place}-{kind}"


def shares(examples: Iterable[Example]) -> dict[Kind, float]:
    """The logarithm of each kind's share among the names of texts."""
    seen = Counter(example.kind for example in examples)
    return {kind: log((seen[kind] + 1) / (seen.total() + len(Kind))) for kind in Kind}


def likeliest(weights: Weights, signs: tuple[str, ...]) -> Kind:
    """The kind with the highest sum."""
    rows = [weights[sign] for sign in ("always", *signs) if sign in weights]
    return max(Kind, key=lambda kind: sum(row[kind] for row in rows))


def main() -> None:
    """Train and write the table."""
    in_texts = list(labelled())
    examples = [*in_texts, *in_sentences(), *named()]
    weights = fit(examples)
    weights["usual"] = shares(in_texts)
    right = sum(likeliest(weights, one.signs) is one.kind for one in examples)
    cells = {
        sign: " ".join(f"{kind}:{weight:.2f}" for kind, weight in row.items() if abs(weight) >= LEAST)
        for sign, row in sorted(weights.items())
    }
    lines = [f"{sign}\t{cell}\n" for sign, cell in cells.items() if cell]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(TABLE.name, len(lines), "rows from", len(examples), "examples,", f"{right / len(examples):.3f} of them right")


if __name__ == "__main__":
    main()
