"""Rebuild glossary/tables/brands.tsv: names of companies and brands, to tell organizations from persons and places.

usage: python data/build/brands.py FOLDER  (seconds; needs the extra "build")

FOLDER is where the npm package name-suggestion-index was unpacked (npm pack name-suggestion-index; tar xf …). Companies
of stock indices come from pytickersymbols, those on Taiwan's exchanges from twstock.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path

from pytickersymbols import PyTickerSymbols

from glossary.lang import generics, script
from glossary.lang.transliteration import letters
from glossary.model import Kind

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "brands.tsv"
HEADER = """\
# Names of companies and brands: Chinese ones in simplified characters, English ones as letters a-z, both without the
# legal form.
# source: name-suggestion-index of OpenStreetMap (BSD-3-Clause), brands only; pytickersymbols (MIT), twstock (MIT)
# licence: BSD-3-Clause
# rebuild: data/build/brands.py
side	names
"""
LATIN = re.compile(r"[A-Za-zÀ-ž0-9'’&. -]+")
HAN = re.compile(r"[A-Za-z0-9]*[\u3400-\u9fff][\u3400-\u9fff·]+")
TAG = re.compile(r"(?:name|brand|short_name|official_name)(?::(?:en|zh|zh-Hans|zh-Hant))?")
FORM = re.compile(r",? (?:inc|corp|corporation|co|company|ltd|limited|plc|ag|se|sa|nv|group|holdings?|spa|kgaa)\.?$")
SHORT = re.compile(r"[-*].*$")  # what follows a short name on the exchange: the kind of share


def suggested(folder: Path) -> Iterator[str]:
    """The brands of the index, in all the languages that it has for them."""
    index = json.loads((folder / "dist" / "json" / "nsi.min.json").read_text(encoding="utf-8"))["nsi"]
    for category, found in index.items():
        for item in found.get("items", ()) if category.startswith("brands/") else ():
            for tag, text in item["tags"].items():
                yield from text.split(";") if TAG.fullmatch(tag) else ()


def listed() -> Iterator[str]:
    """The companies of stock indices and of Taiwan's exchanges."""
    yield from (stock["name"] for stock in PyTickerSymbols().get_all_stocks())
    for market in ("twse", "tpex"):
        with (files("twstock") / "codes" / f"{market}_equities.csv").open(encoding="utf-8") as rows:
            yield from (SHORT.sub("", row["name"]) for row in csv.DictReader(rows) if row["type"] == "股票")


def bare(name: str) -> str:
    """An English name without its article and its legal form."""
    name = re.sub(r"^the |\(.*\)|\.com\b", "", name.casefold()).strip()
    while shorter := FORM.sub("", name):
        if shorter == name:
            break
        name = shorter
    return name


def main(folder: Path) -> None:
    """Write the table."""
    names: dict[str, set[str]] = {"en": set(), "zh": set()}
    for name in map(str.strip, chain(suggested(folder), listed())):
        if HAN.fullmatch(name) and generics.generic(name) is not Kind.ORGANIZATION:
            names["zh"].add(script.fold(name))
        elif LATIN.fullmatch(name) and len(letters(bare(name))) > 2:
            names["en"].add(letters(bare(name)))
    lines = [f"{side}\t{' '.join(sorted(found))}\n" for side, found in names.items()]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(TABLE.name, {side: len(found) for side, found in names.items()}, TABLE.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
