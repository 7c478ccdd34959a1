"""Write ``glossary/tables/radicals.tsv``: radicals of the CJK supplement and the characters that they look like.

PDFs hold these signs where the author wrote characters, as fonts draw both alike. NFKC puts the Kangxi radicals right
but almost none of these. Needs ``EquivalentUnifiedIdeograph.txt`` of the Unicode Character Database (Debian package
``unicode-data``): ``python data/build/radicals.py [PATH]``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

SOURCE = Path("/usr/share/unicode/EquivalentUnifiedIdeograph.txt")
TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "radicals.tsv"
HEADER = """\
# Radicals of the CJK supplement (U+2E80–U+2EF3) and the characters that they look like.
# source: EquivalentUnifiedIdeograph.txt of the Unicode Character Database 15.0
# licence: Unicode-3.0
# rebuild: data/build/radicals.py
radical\tcharacter
"""
ROW = re.compile(r"^(2E[89A-F][0-9A-F])(?:\.\.(2E[89A-F][0-9A-F]))?\s*;\s*([0-9A-F]+)", re.MULTILINE)


def main(source: Path) -> None:
    """Write the table."""
    found: list[str] = []
    for first, last, character in ROW.findall(source.read_text(encoding="utf-8")):
        codes = range(int(first, 16), int(last or first, 16) + 1)
        found += [f"{chr(code)}\t{chr(int(character, 16))}" for code in codes]
    TABLE.write_text(HEADER + "\n".join(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE)
