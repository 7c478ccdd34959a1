"""Rebuild glossary/tables/foreign_names.tsv: given names and surnames that people bear in the world.

usage: python data/build/foreign_names.py  (seconds; needs the extra "build")
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from faker.providers import person

from glossary.lang.transliteration import letters

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "foreign_names.tsv"
HEADER = """\
# Given names and surnames of some forty countries, as letters a-z, a row for each sort.
# source: Faker (https://github.com/joke2k/faker), the lists of its providers of persons
# licence: MIT
# rebuild: data/build/foreign_names.py
sort	names
"""
LISTS = {"given": "first_name", "surname": "last_name"}  # what the names of Faker's lists hold
LATIN = re.compile(r"[A-Z\u00c0-\u017f][a-zA-Z\u00c0-\u024f'’-]+(?: [A-Z][a-z]+)?")
SHORTEST = 3


def borne(sort: str) -> Iterator[str]:
    """The given names or the surnames, as they are written."""
    for module in pkgutil.iter_modules(person.__path__):
        provider = import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in filter(lambda name: LISTS[sort] in name, sorted(dir(provider))):
            names = getattr(provider, attribute)
            if isinstance(names, Iterable | Mapping) and not isinstance(names, str):
                yield from (name for name in names if isinstance(name, str) and LATIN.fullmatch(name))


def main() -> None:
    """Write the table."""
    sorts = {sort: {name for name in map(letters, borne(sort)) if len(name) >= SHORTEST} for sort in LISTS}
    lines = [f"{sort}\t{' '.join(sorted(names))}\n" for sort, names in sorts.items()]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(TABLE.name, {sort: len(names) for sort, names in sorts.items()}, TABLE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
