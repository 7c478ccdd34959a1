"""Rebuild glossary/tables/term_weights.tsv: what speaks for the edge of an English term in small letters, and how much.

usage: python data/build/term_weights.py  (half a minute; needs the extra "build")

A conditional logit as in edge_weights.py, trained on the brackets after small letters in sentences of our own
(english_sentences.txt, term_sentences.txt) and in data/gold/dev. The weights of the evidence are kept near 1, those of
words near 0. One passage in five is kept aside to see how well the probabilities hold.

The terms of our own passages are such as dictionaries have, more often than those of real texts: with the glosses of
the larger one at hand, what is in no dictionary would be held against a term too much. So they are hidden here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import sentences
from edge_weights import DEV, UNSCORED, Choice, Features, fit, print_reliability, write
from labelled import texts
from scoring import fold_chinese, fold_english

from glossary import candidates, documents
from glossary.documents import from_text
from glossary.lang import glosses
from glossary.model import Candidate, Form, Reason, SlotKind
from glossary.pairs import english_first, parts, term_edges
from glossary.pairs.facts import Cut
from glossary.pairs.marks import WRAPPING

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "term_weights.tsv"
SENTENCES = ("english_sentences.txt", "term_sentences.txt")
PULL, ASIDE, FEWEST, LEAST = 1.0, 5, 2, 0.05
HEADER = """\
# What the evidence (a factor) and each word around the edge (log-odds) weigh for an English term in small letters.
# source: trained on passages of this project (data/build/english_sentences.txt, term_sentences.txt, data/gold/dev)
# licence: MIT
# rebuild: data/build/term_weights.py
feature	weight
"""


def brackets(text: str) -> Iterator[tuple[Candidate, str, list[tuple[str, Features]]]]:
    """Each bracket after small letters: its Chinese, and the terms that may end there with their features."""
    text = documents.blank(text)
    for one in candidates.find(text):
        han = next((slot.text for slot in one.slots if slot.kind is SlotKind.HAN), "").strip(WRAPPING)
        if one.form is not Form.EN_BRACKET or not 0 < len(han) <= parts.LONGEST_CHINESE:
            continue
        before = one.before.of(text)
        beside = tuple(slot.text for slot in one.slots if slot.kind not in {SlotKind.HAN, SlotKind.REMARK})
        last = text[one.gloss.end : one.gloss.end + 1] in {"", "\n"}
        found = english_first.term_cuts(before, parts.script_part(han), beside=beside, last=last)
        if found:
            yield one, han, [(before[edge.start : edge.end], weighed(cut, reasons)) for edge, cut, reasons in found]


def weighed(cut: Cut, reasons: Iterable[Reason]) -> Features:
    """The features of a cut: the evidence with its weight, and the words around it."""
    return {reason.name: reason.weight for reason in reasons} | dict(term_edges.features(cut))


def choice(found: list[tuple[str, Features]], right: set[str]) -> Iterator[Choice]:
    """One choice; none where the right term is not among those that may end there."""
    readings = [(fold_english(name) in right, features) for name, features in found]
    if not right or any(good for good, _ in readings):
        yield Choice(readings, 1.0)


def in_sentences(lines: Iterable[tuple[str, list[sentences.Name]]]) -> Iterator[Choice]:
    """The choices in our own passages."""
    for text, marked in lines:
        for one, _, found in brackets(from_text(text).text):
            end = len(text[: one.gloss.start].rstrip(WRAPPING))
            right = {fold_english(name.span.of(text)) for name in marked if end <= name.span.end <= one.gloss.start}
            yield from choice(found, right)


def in_documents() -> Iterator[Choice]:
    """The choices in the labelled documents to tune on."""
    for text in texts(DEV):
        for _, han, found in brackets(text.document.text):
            rows = [row for row in text.labels if fold_chinese(han) in {*row.chinese, *row.aliases}]
            if not any(row.kind in UNSCORED for row in rows):
                stated = (row for row in rows if row.group)
                yield from choice(found, {name for row in stated for name in (*row.english, *row.aliases)})


def evidence(choices: Iterable[Choice]) -> dict[str, float]:
    """What is given before anything is learnt: the evidence counts as much as it says."""
    return {name: 1.0 for one in choices for _, found in one.readings for name in found if ":" not in name}


def main() -> None:
    """Train and write the table."""
    glosses._TABLES = ("glosses",)  # without those of ECDICT
    lines, documents_ = [line for name in SENTENCES for line in sentences.read(name)], list(in_documents())
    aside = [*in_sentences(line for i, line in enumerate(lines) if i % ASIDE), *documents_]
    print("one passage in five kept aside: share, number, right")
    print_reliability(
        fit(aside, evidence(aside), pull=PULL, hold=PULL, fewest=FEWEST), list(in_sentences(lines[::ASIDE]))
    )
    choices = [*in_sentences(lines), *documents_]
    write(TABLE, HEADER, fit(choices, evidence(choices), pull=PULL, hold=PULL, fewest=FEWEST), least=LEAST)
    print("from", len(choices), "brackets")


if __name__ == "__main__":
    main()
