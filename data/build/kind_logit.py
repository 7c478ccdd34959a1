"""A logit over the parts of names: what each part says of the kind, for name_characters.py and name_letters.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from optimum import lowest
from scipy.sparse import csr_matrix
from scipy.special import log_softmax

from glossary.model import Kind

__all__ = ["Counts", "Vector", "fit"]

Counts = Mapping[str, Mapping[Kind, float]]  # how much each name counts for each kind
Vector = NDArray[np.float64]


def fit(
    known: Counts, parts: Callable[[str], set[str]], *, kinds: Sequence[Kind], fewest: int, pull: float
) -> dict[str, Vector]:
    """The weight of each part for each kind.

    ``parts``: those of a name; ``fewest``: the names that a part has to stand in; ``pull``: how strongly weights are
    kept small.
    """
    names = sorted(known)  # in one order: sums of the same numbers differ in their last digits by the order
    stands = Counter(part for name in names for part in parts(name))
    place = {part: i for i, part in enumerate(sorted(part for part, n in stands.items() if n >= fewest or not part))}
    cells = [(i, at) for i, name in enumerate(names) for at in sorted(place[p] for p in parts(name) if p in place)]
    rows, columns = zip(*cells, strict=True)
    table = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(names), len(place)))
    count = np.array([[known[name].get(kind, 0.0) for kind in kinds] for name in names])
    count *= (count.sum(0).max() / count.sum(0)) ** 0.5  # kinds with few names count more

    def loss(flat: Vector) -> tuple[float, Vector]:
        """How unlikely the kinds are, and in which direction that grows."""
        weights = flat.reshape(len(place), len(kinds))
        chances = log_softmax(table @ weights, axis=1)
        away = count.sum(1, keepdims=True) * np.exp(chances) - count
        unlikely = -(count * chances).sum() + pull / 2 * (weights**2).sum()
        return float(unlikely), (table.T @ away + pull * weights).ravel()

    found = lowest(loss, np.zeros(len(place) * len(kinds))).reshape(-1, len(kinds))
    return {part: found[i] for part, i in place.items()}
