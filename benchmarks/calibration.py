"""Whether a pair said to be right with a probability of 0.9 is so nine times of ten.

Every pair that was considered counts once a document, however unlikely it was thought; pairs that the labels leave
open do not count. The expected calibration error weighs the distances of the bands; the Brier score is the mean square
of probability minus outcome (0.25 for a program that always says 0.5), and the share of a base rate is beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import figures
import finders
from figures import Scored
from labelled import Text
from tables import show

BANDS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0)
Judged = tuple[float, bool]  # probability, and whether it was right


def pools(collections: dict[str, list[Text]]) -> dict[str, list[Judged]]:
    """What was judged in all texts and in those of each language."""
    scored = [one for texts in collections.values() for one in figures.run(texts, finders.everything)]
    languages = sorted({one.text.language for one in scored})
    by_language = {f"{lang} texts": _judged([one for one in scored if one.text.language == lang]) for lang in languages}
    return {"all texts": _judged(scored), **by_language}


def _judged(scored: Sequence[Scored]) -> list[Judged]:
    right = [(hit.probability, True) for one in scored for _, hit in one.outcome.asked if hit]
    return right + [(pair.probability, False) for one in scored for pair in one.outcome.wrong]


def bands(judged: Sequence[Judged]) -> list[tuple[str, list[Judged]]]:
    """The judgements of each band that has any; the last band includes 1."""
    found = []
    for low, high in pairwise(BANDS):
        inside = [one for one in judged if low <= one[0] < high or one[0] == high == BANDS[-1]]
        if inside:
            found.append((f"{low:.2f}–{high:.2f}", inside))
    return found


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / max(1, len(values))


def expected_error(judged: Sequence[Judged]) -> float:
    """The expected calibration error over the bands."""
    distances = [
        len(inside) * abs(mean([said for said, _ in inside]) - mean([right for _, right in inside]))
        for _, inside in bands(judged)
    ]
    return sum(distances) / max(1, len(judged))


def brier(judged: Sequence[Judged]) -> float:
    """The Brier score."""
    return mean([(said - right) ** 2 for said, right in judged])


def report(title: str, judged: Sequence[Judged]) -> None:
    """Print the reliability table of a pool."""
    rows = [
        (band, str(len(inside)), f"{mean([said for said, _ in inside]):.3f}", f"{mean([r for _, r in inside]):.3f}")
        for band, inside in bands(judged)
    ]
    base = mean([right for _, right in judged])
    show(("said", "n", "mean said", "right"), rows, title=f"Calibration, {title}")
    print(
        f"  expected calibration error {expected_error(judged):.3f}, Brier {brier(judged):.3f} "
        f"(always saying {base:.2f}: {base * (1 - base):.3f})"
    )
