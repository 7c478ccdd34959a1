"""Figures from outcomes: precision, recall and F1 by group, with intervals by resampling documents."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from finders import Finder
from labelled import Text
from scoring import Found, Label, Outcome, fold_aliases, match

RESAMPLES, SEED = 1000, 20
FEWEST_TEXTS = 5  # with fewer an interval says nothing
SURE_KINDS = frozenset(("person", "organization", "place"))
Share = tuple[int, int]  # how many of how many


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled text and what a program made of it."""

    text: Text
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of pairs; they add up."""

    asked: int = 0
    right: int = 0
    wrong: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.asked + other.asked, self.right + other.right, self.wrong + other.wrong)

    @property
    def precision(self) -> float:
        """Right among those given."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Right among those asked for."""
        return self.right / max(1, self.asked)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, self.asked + self.right + self.wrong)


@dataclass(frozen=True, slots=True)
class Interval:
    """Where 95 % of the F1 of resampled collections lie."""

    low: float
    high: float


Key = Callable[[Scored, Label | Found], str]
GROUPINGS: dict[str, Key] = {
    "language of the text": lambda scored, pair: scored.text.language,  # noqa: ARG005
    "source": lambda scored, pair: scored.text.source,  # noqa: ARG005
    "form": lambda scored, pair: pair.form,  # noqa: ARG005
    "kind": lambda scored, pair: pair.kind,  # noqa: ARG005
}


def run(texts: Iterable[Text], finder: Finder) -> list[Scored]:
    """What a program makes of the texts."""
    return [Scored(text, match(text.labels, finder(text.document))) for text in texts]


def tallies(scored: Sequence[Scored], key: Key) -> dict[tuple[str, str], dict[int, Tally]]:
    """For each value of the key and name or term: the tallies of the texts, by their place, that have any."""
    found: defaultdict[tuple[str, str], defaultdict[int, Tally]] = defaultdict(lambda: defaultdict(Tally))
    for place, one in enumerate(scored):
        for label, hit in one.outcome.asked:
            found[key(one, label), label.group][place] += Tally(asked=1, right=hit is not None)
        for pair in one.outcome.wrong:
            found[key(one, pair), pair.group][place] += Tally(wrong=1)
    return {group: dict(by_text) for group, by_text in found.items()}


def total(by_text: dict[int, Tally]) -> Tally:
    """The sum over texts."""
    return sum(by_text.values(), Tally())


def overall(scored: Sequence[Scored]) -> dict[str, dict[int, Tally]]:
    """The tallies of names and of terms."""
    found = tallies(scored, lambda *_: "")
    return {group: found.get(("", group), {}) for group in ("name", "term")}


def interval(by_text: dict[int, Tally], texts: int) -> Interval:
    """The 95 % interval of the F1 when the ``texts`` documents are drawn again with replacement (1,000 times)."""
    rows = [(place, tally.asked, tally.right, tally.wrong) for place, tally in by_text.items()]
    drawn = sorted(_drawn_f1(rows, times) for times in _samples(texts))
    return Interval(drawn[int(0.025 * RESAMPLES)], drawn[int(0.975 * RESAMPLES)])


def _drawn_f1(rows: list[tuple[int, int, int, int]], times: Sequence[int]) -> float:
    asked = right = wrong = 0
    for place, *counts in rows:
        asked += times[place] * counts[0]
        right += times[place] * counts[1]
        wrong += times[place] * counts[2]
    return Tally(asked, right, wrong).f1


@cache
def _samples(texts: int) -> list[list[int]]:
    """How often each text is drawn, for each resample."""
    random_ = random.Random(SEED)
    samples = []
    for _ in range(RESAMPLES):
        times = [0] * texts
        for place in random_.choices(range(texts), k=texts):
            times[place] += 1
        samples.append(times)
    return samples


def alias_recall(scored: Iterable[Scored]) -> Share:
    """Labelled aliases of the names found that are found too."""
    right = asked = 0
    for one in scored:
        for label, hit in one.outcome.asked:
            if hit and label.group == "name":
                right += len(label.aliases & fold_aliases(hit.aliases))
                asked += len(label.aliases)
    return right, asked


def kind_accuracy(scored: Iterable[Scored]) -> Share:
    """Persons, organizations and places among the names found whose kind is right."""
    hits = [(label, hit) for one in scored for label, hit in one.outcome.asked if hit and label.kind in SURE_KINDS]
    return sum(label.kind == hit.kind for label, hit in hits), len(hits)


def hard_wrong(scored: Iterable[Scored]) -> Share:
    """Wrong pairs in documents made of look-alikes, and how many documents that are."""
    hard = [one for one in scored if one.text.hard]
    return sum(len(one.outcome.wrong) for one in hard), len(hard)


def faults(scored: Iterable[Scored]) -> list[str]:
    """Each missed label and each wrong pair, on a line of its own."""
    lines = []
    for one in scored:
        missed = [f"missed\t{label.shown}\t{label.form}" for label, hit in one.outcome.asked if not hit]
        wrong = [
            f"wrong\t{pair.english} = {pair.chinese}\t{pair.form}\t{pair.probability:.2f}" for pair in one.outcome.wrong
        ]
        lines += [f"{one.text.source}/{one.text.path.stem}\t{fault}" for fault in (*missed, *wrong)]
    return lines
