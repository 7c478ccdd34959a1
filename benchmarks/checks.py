"""How well the checks find planted faults and leave clean sentences alone: python benchmarks/checks.py

The sentences are those of data/checks (see its README). Rules may be written with a look at the odd ids of p and d
(``seen``); the even ones (``unseen``) were looked at once, and the ids of q and e (``fresh``) were written after that.
Those of data/checks/blind (``--part blind``) have a glossary of their own and are measured only: nobody looks at a
single error of them, so ``--errors`` shows none.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from glossary import checks  # noqa: E402
from glossary.matcher import Matcher  # noqa: E402
from tests.glossaries import made  # noqa: E402

DATA = ROOT / "data/checks"
BLIND = DATA / "blind"


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the rule that must find something in it; empty for a clean one."""

    name: str
    settings: checks.Settings
    source: str
    text: str
    rule: str


def rows(name: str, folder: Path = DATA) -> list[list[str]]:
    """The rows of one of the tables."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n").split("\t") for line in lines if line and not line.startswith("#")][1:]


def cases(folder: Path = DATA) -> Iterator[Case]:
    """Clean sentences, then those with a planted fault."""
    clean = {row[0]: row for row in rows("clean.tsv", folder)}
    for name, options, source, text in clean.values():
        yield Case(name, settings(options), source, text, "")
    for number, (name, old, new, rule) in enumerate(rows("planted.tsv", folder)):
        _, options, source, text = clean[name]
        assert old in text, (name, old)
        yield Case(f"{name}-{number}", settings(options), source, text.replace(old, new, 1), rule)


def settings(options: str) -> checks.Settings:
    """The settings that a row asks for: ``lang=zh-Hant-TW`` or ``style=EN (中文)``."""
    key, _, value = options.partition("=")
    return checks.Settings(**{key: value}) if key else checks.Settings()


def glossary(folder: Path = DATA, name: str = "glossary.txt") -> Matcher:
    """The glossary of the sentences."""
    return Matcher(made((folder / name).read_text(encoding="utf-8").replace("\n", ";")))


def found(case: Case, matcher: Matcher) -> tuple[checks.Finding, ...]:
    """What the checks find in a case."""
    if case.source:
        work = checks.of_texts(("source", case.source), ("text", case.text), matcher)
    else:
        work = checks.of_draft("text", case.text, matcher)
    return checks.run(work, case.settings)


def part(case: Case) -> str:
    """The part of the set that a case belongs to: seen, unseen or fresh."""
    if case.name[0] in "qe":
        return "fresh"
    return "seen" if int(case.name[1:4]) % 2 else "unseen"


def measure(which: str, *, show: bool = False) -> dict[str, float]:
    """Precision and recall over a part of the cases: seen, unseen, fresh or all of these, or blind."""
    folder = BLIND if which == "blind" else DATA
    matcher = glossary(folder)
    counts: Counter[str] = Counter()
    for case in cases(folder):
        if which not in {"all", "blind", part(case)}:
            continue
        findings = found(case, matcher)
        wanted = case.rule.split("|")  # several where either of them says what is wrong
        hits = [one for one in findings if one.rule in wanted]
        wrong = [one for one in findings if one.rule not in wanted]
        counts["planted" if case.rule else "clean"] += 1
        counts["found"] += bool(hits)
        counts["missed"] += bool(case.rule) and not hits
        counts["false"] += len(wrong)
        if show and (wrong or (case.rule and not hits)):
            print(f"{case.name}: {case.source} | {case.text}")
            print(f"    wanted {case.rule or 'nothing'}; found {[(one.rule, one.message) for one in findings]}")
    precision = counts["found"] / max(1, counts["found"] + counts["false"])
    recall = counts["found"] / max(1, counts["found"] + counts["missed"])
    return {**counts, "precision": round(precision, 4), "recall": round(recall, 4)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("seen", "unseen", "fresh", "all", "blind"), default="all")
    parser.add_argument("--errors", action="store_true", help="show what went wrong")
    options = parser.parse_args()
    print(options.part, measure(options.part, show=options.errors and options.part != "blind"))


if __name__ == "__main__":
    main()
