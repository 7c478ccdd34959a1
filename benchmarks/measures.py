"""The figures that have a goal and a floor, as one table: what each is, and what it should reach.

A measure looks at what the program made of a collection at strictness ``balanced`` and at ``strict``. It is None where
the collection has nothing to measure it on.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import figures
import finders
from figures import Scored, Share, Tally
from labelled import Text

from glossary.pipeline import Strictness

FEWEST = 10  # a figure of fewer labels than these says too little for a floor


@dataclass(frozen=True, slots=True)
class Measured:
    """A collection as the program sees it."""

    balanced: list[Scored]
    strict: list[Scored]


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure. ``goal`` is what issue and design ask for; ``least`` says that less is better.

    ``margin`` is the room that a floor leaves: a pair or two.
    """

    name: str
    of: Callable[[Measured], float | None]
    goal: str
    least: bool = False
    margin: float = 0.01

    def worse(self, value: float, than: float) -> bool:
        """Whether the value is on the wrong side of another."""
        return value > than if self.least else value < than

    def floor(self, value: float) -> float:
        """The floor that a measured value gives: the margin below it, for what is best small above it."""
        return round(value + self.margin, 3) if self.least else round(max(0.0, value - self.margin), 3)


def measure(texts: Sequence[Text]) -> Measured:
    """Run the program over a collection."""
    strict = functools.partial(finders.ours, strictness=Strictness.STRICT)
    return Measured(figures.run(texts, finders.ours), figures.run(texts, strict))


def _f1(group: str, *, language: str = "", form: str = "") -> Callable[[Measured], float | None]:
    """The F1 of names or terms, of texts in a language or pairs of a form if one is given."""

    def of(measured: Measured) -> float | None:
        scored = [one for one in measured.balanced if not language or one.text.language == language]
        found = figures.tallies(scored, lambda _, pair: pair.form if form else "")
        tally = figures.total(found.get((form, group), {}))
        return tally.f1 if tally.asked >= FEWEST else None

    return of


def _share(count: Callable[[list[Scored]], Share], *, fewest: int = FEWEST) -> Callable[[Measured], float | None]:
    """A share as a number."""

    def of(measured: Measured) -> float | None:
        part, whole = count(measured.balanced)
        return part / whole if whole >= fewest else None

    return of


def _pairs(scored: Sequence[Scored]) -> Tally:
    return sum((figures.total(group) for group in figures.overall(scored).values()), Tally())


def _strict_precision(measured: Measured) -> float | None:
    tally = _pairs(measured.strict)
    return tally.precision if tally.right + tally.wrong else None


def _strict_kept(measured: Measured) -> float | None:
    balanced = _pairs(measured.balanced).right
    return _pairs(measured.strict).right / balanced if balanced else None


MEASURES = (
    Measure("names F1", _f1("name"), "≥ .90, news ≥ .98"),
    Measure("names F1, English texts", _f1("name", language="en"), "≥ .90, news ≥ .98"),
    Measure("names F1, Chinese texts", _f1("name", language="zh"), "≥ .95"),
    Measure("names F1, en-bracket", _f1("name", form="en-bracket"), "≥ .95, news ≥ .98"),
    Measure("names F1, zh-bracket", _f1("name", form="zh-bracket"), "≥ .95"),
    Measure("terms F1", _f1("term"), "≥ .85", margin=0.02),
    Measure("terms F1, English texts", _f1("term", language="en"), "≥ .85", margin=0.02),
    Measure("terms F1, Chinese texts", _f1("term", language="zh"), "≥ .85", margin=0.02),
    Measure("aliases found", _share(figures.alias_recall), "≥ .90", margin=0.02),
    Measure("kinds right", _share(figures.kind_accuracy), "≥ .95"),
    Measure("wrong pairs a hard document", _share(figures.hard_wrong, fewest=1), "< .10", least=True, margin=0.25),
    Measure("precision at strict", _strict_precision, "≥ .99"),
    Measure("pairs kept at strict", _strict_kept, "≥ .80"),
)
