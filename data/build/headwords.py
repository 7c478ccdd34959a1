"""Rebuild glossary/tables/headwords.tsv: the titles of the Chinese Wikipedia, as a Bloom filter.

usage: python data/build/headwords.py FILE VERSION  (a minute; needs nothing but the package)

FILE is zhwiki.dict.yaml of rime-pinyin-zhwiki (Debian: apt-get download rime-pinyin-zhwiki; dpkg-deb -x … FOLDER; it
is in FOLDER/usr/share/rime-data). That package is made from the dumps of Wikimedia, in simplified characters and
without what stands in brackets behind a title. Titles of 2 to 12 characters, two of them Han, are taken.
"""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from glossary.lang import headwords
from glossary.lang.script import HAN, fold

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "headwords.tsv"
TITLE = re.compile(rf"[{HAN}A-Za-z0-9·-]{{{headwords.SHORTEST},{headwords.LONGEST}}}")
CHINESE = re.compile(f"[{HAN}].*[{HAN}]")
BYTES_A_LINE = 90
HEADER = """\
# Titles of the Chinese Wikipedia in simplified characters, as the bits of a Bloom filter (glossary/lang/headwords.py).
# source: Wikipedia contributors (https://zh.wikipedia.org), through rime-pinyin-zhwiki {version} (Unlicense)
# licence: CC BY-SA 4.0
# rebuild: data/build/headwords.py
bits
"""


def titles(file: Path) -> Iterator[str]:
    """The titles in the dictionary, folded."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            title = line.rstrip("\n").partition("\t")[0]
            if TITLE.fullmatch(title) and CHINESE.search(title):
                yield fold(title)


def main() -> None:
    """Write the table."""
    file, version = Path(sys.argv[1]), sys.argv[2]
    found = {title for title in titles(file) if headwords.SHORTEST <= len(title) <= headwords.LONGEST}
    bits = bytearray(len(found) * headwords.BITS_EACH // 8)
    for place in headwords.places(found, 8 * len(bits)):
        bits[place >> 3] |= 1 << (place & 7)
    lines = (b64encode(bits[at : at + BYTES_A_LINE]).decode() + "\n" for at in range(0, len(bits), BYTES_A_LINE))
    TABLE.write_text(HEADER.format(version=version) + "".join(lines), encoding="utf-8")
    print(TABLE.name, len(found), "titles", TABLE.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
