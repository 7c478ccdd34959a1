"""What each piece of evidence is worth: the F1 of names and terms when it is switched off.

    python benchmarks/ablation.py [FAMILY …]

A piece of evidence is a family of reasons, as ``glossary extract --explain`` prints them (see ``family``). Each is
switched off in a process of its own, before the judges are imported: a reason of the family is made with weight 0, and
the rows of the family are left out of tables of weights. The package has no hook for this, and evidence that joins it
is found by itself, in the reasons of the mentions.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import labelled
from tables import show

from glossary import model, tables

GROUPS = ("en name", "en term", "zh name", "zh term")
NO_EVIDENCE = frozenset(("rivals",))  # the share of the other edges, no evidence of its own
Measured = dict[str, float]


def family(name: str) -> str:
    """The family of a reason: the first word of its name, and ``left`` for all that looks left of the name.

    >>> family("opens-with-title"), family("thing-role-left"), family("form-inline")
    ('opens', 'left', 'form')
    """
    words = [word for word in re.split("[-:]", name) if word != "thing"]
    return "left" if "left" in words else words[0]


def switch_off(families: frozenset[str]) -> None:
    """Make reasons of the families weigh nothing, from here on in this process."""
    make, read, look = model.Reason, tables.rows, tables.found

    def weightless(name: str, weight: float, detail: str = "") -> model.Reason:
        return make(name, 0.0 if family(name) in families else weight, detail)

    def without(name: str) -> tuple[tuple[str, ...], ...]:
        return tuple(row for row in read(name) if not off(name, row[0]))

    def found(name: str, first: str) -> str:
        return "" if off(name, first) else look(name, first)

    def off(name: str, first: str) -> bool:
        return name.endswith("_weights") and family(first) in families

    model.Reason = weightless  # what is imported from now on makes its reasons with this
    tables.rows, tables.found = without, found


def labelled_texts() -> list[labelled.Text]:
    """Our texts, and the shared ones if they are there."""
    return [text for folder in (*labelled.OWN, *labelled.shared()) for text in labelled.texts(folder)]


def measure_here() -> Measured:
    """F1 by language of the text and group, with what is switched off in this process."""
    import figures
    import finders  # imports the judges, which must see what is switched off

    found = figures.tallies(figures.run(labelled_texts(), finders.ours), lambda scored, _: scored.text.language)
    return {" ".join(group): figures.total(by_text).f1 for group, by_text in found.items()}


def measure_without(name: str) -> Measured:
    """The same in a process of its own, with a family switched off."""
    command = [sys.executable, __file__, "--here", name]
    return json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)


def known_families() -> list[str]:
    """The families of the reasons of all mentions in the texts."""
    from glossary.pipeline import inspect

    judged = (one for text in labelled_texts() for one in inspect(text.document) if isinstance(one, model.Mention))
    found = dict.fromkeys(family(reason.name) for one in judged for reason in one.reasons)
    return [name for name in found if name not in NO_EVIDENCE]


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("families", nargs="*")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        switch_off(frozenset(options.families))
        print(json.dumps(measure_here()))
        return
    base, known = measure_here(), known_families()
    if unknown := set(options.families) - set(known):
        parser.error(f"no such family: {', '.join(sorted(unknown))}. There are: {', '.join(sorted(known))}")
    families = options.families or known
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        lost = dict(zip(families, pool.map(measure_without, families), strict=True))
    print_lost(base, lost)


def print_lost(base: Measured, lost: dict[str, Measured]) -> None:
    """Print what is lost without each family, the greatest losses first."""
    rows = {
        name: [100 * (found.get(group, 0.0) - base.get(group, 0.0)) for group in GROUPS] for name, found in lost.items()
    }
    ranked = sorted(rows, key=lambda name: sum(rows[name]))
    show(
        ("without", *(f"{group}s" for group in GROUPS)),
        [
            ("nothing (F1)", *(f"{base.get(group, 0.0):.4f}" for group in GROUPS)),
            *((name, *(f"{change:+.2f}" if abs(change) >= 0.005 else "·" for change in rows[name])) for name in ranked),
        ],
        title="Without each family of evidence: points of F1 (hundredths) gained or lost, by language of the text",
    )


if __name__ == "__main__":
    main()
