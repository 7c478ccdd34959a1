"""Rebuild glossary/tables/remark_weights.tsv: what tells a remark in Han characters from a name.

usage: python data/build/remark_weights.py  (half a minute; needs the extra "build")

A logit over the signs of lang/remark_words.py, trained on names and remarks behind Latin names that were written for it
(remark_examples.tsv; names there are such as look like remarks) and on the names marked in our other sentences. The
pieces of those sentences that hold no name count as remarks, a little. The examples at the end of the file, written
apart and of other subjects, are kept aside first to see how far it carries.
"""

from __future__ import annotations

import csv
import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import sentences
from numpy.typing import NDArray
from optimum import lowest
from scipy.sparse import csr_matrix

from glossary.lang.remark_words import signs
from glossary.lang.script import HAN, fold, has_han

HERE = Path(__file__).parent
TABLE = HERE.parents[1] / "glossary" / "tables" / "remark_weights.tsv"
EXAMPLES, ASIDE = "remark_examples.tsv", 450
MARKED = ("edge_sentences.txt", "english_sentences.txt", "kind_sentences.txt")
ORDINARY = 0.3  # how much a marked name counts: so that one in ten examples is a remark, less for those that are alike
LONGEST = 16
PIECE, PIECES, ALIKE = range(3, 13), 8000, 0.02  # characters of a piece, how many are taken, and what one counts
PULL, FEWEST, LEAST = 1.0, 3, 0.1
BRACKET, HAN_RUN = re.compile(r"[（(][^）)]*[)）]"), re.compile(f"[{HAN}]+")
HEADER = """\
# How much each sign (see lang/remark_words.py) says that Han characters in a bracket are a remark, in log-odds.
# source: trained on names and remarks of this project (data/build/remark_examples.tsv and sentences there)
# licence: MIT
# rebuild: data/build/remark_weights.py
sign	weight
"""

Example = tuple[str, bool, float]  # the characters, whether they are a remark, how much it counts
Vector = NDArray[np.float64]


def examples() -> list[Example]:
    """Those that were written for this."""
    with (HERE / EXAMPLES).open(encoding="utf-8") as stream:
        rows = csv.reader((line for line in stream if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(chinese, sort == "remark", 1.0) for _, chinese, sort in rows]


def marked(known: set[str]) -> list[Example]:
    """The names marked in our sentences, each once."""
    names = (name.span.of(text) for file in MARKED for text, found in sentences.read(file) for name in found)
    own = {fold(name): name for name in names if has_han(name) and len(name) <= LONGEST}
    return [(own[key], False, ORDINARY) for key in sorted(own.keys() - known)]


def pieces() -> list[Example]:
    """Stretches of running text between names, brackets and other marks, each once."""
    found: set[str] = set()
    for text, names in sentences.read(MARKED[0]):
        edges = [0, *(place for name in names for place in (name.span.start, name.span.end)), len(text)]
        between = (BRACKET.sub(",", text[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True))
        found.update(piece for part in between for piece in HAN_RUN.findall(part) if len(piece) in PIECE)
    return [(piece, True, ALIKE) for piece in random.Random(1).sample(sorted(found), PIECES)]


def fit(taught: Sequence[Example]) -> dict[str, float]:
    """The weight of each sign."""
    found = [sorted(set(signs(chinese))) for chinese, _, _ in taught]
    stands = Counter(sign for some in found for sign in some)
    place = {sign: at for at, sign in enumerate(sorted(sign for sign, number in stands.items() if number >= FEWEST))}
    cells = [(row, place[sign]) for row, some in enumerate(found) for sign in some if sign in place]
    rows, columns = zip(*cells, strict=True)
    table = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(taught), len(place)))
    truth, counts = (np.array([float(one[column]) for one in taught]) for column in (1, 2))

    def loss(weights: Vector) -> tuple[float, Vector]:
        """How unlikely the truth is, and in which direction that grows."""
        odds = table @ weights
        unlikely = counts @ (np.logaddexp(0, odds) - truth * odds) + PULL / 2 * (weights @ weights)
        return float(unlikely), table.T @ (counts * (1 / (1 + np.exp(-odds)) - truth)) + PULL * weights

    return dict(zip(place, lowest(loss, np.zeros(len(place))).tolist(), strict=True))


def print_carried(weights: dict[str, float], aside: Sequence[Example]) -> None:
    """How many of the examples kept aside are on the right side."""
    for remark in (True, False):
        odds = [sum(weights.get(sign, 0.0) for sign in signs(one)) for one, sort, _ in aside if sort is remark]
        right = sum((odd > 0) is remark for odd in odds)
        print(f"kept aside: {right} of {len(odds)} {'remarks' if remark else 'names'} right")


def main() -> None:
    """Train and write the table."""
    every = examples()
    ordinary = [*marked({fold(chinese) for chinese, _, _ in every}), *pieces()]
    print_carried(fit([*every[:-ASIDE], *ordinary]), every[-ASIDE:])
    weights = fit([*every, *ordinary])
    rows = [f"{sign}\t{weight:.2f}\n" for sign, weight in weights.items() if abs(weight) >= LEAST]
    TABLE.write_text(HEADER + "".join(rows), encoding="utf-8")
    print(TABLE.name, len(rows), "weights from", len(every) + len(ordinary), "names and remarks")


if __name__ == "__main__":
    main()
