"""Write ``glossary/tables/jyutping_words.tsv``: words whose Cantonese reading is not that of their characters.

Words are those of jieba's dictionary (MIT), their readings those of ToJyutping (BSD-2-Clause) for the traditional form
that OpenCC gives for Hong Kong; a word is kept where one of its characters is said otherwise than usual (會 in 委員會).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import ToJyutping
from opencc import OpenCC

from glossary.tables import rows

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "jyutping_words.tsv"
HEADER = """\
# Words (simplified) whose Cantonese reading in Jyutping is not the usual one of their characters.
# source: ToJyutping 3.2 (BSD-2-Clause) for words of jieba's dictionary (MIT)
# licence: BSD-2-Clause
# rebuild: data/build/jyutping_words.py
word\treading
"""
LONGEST = 4


def words() -> Iterator[str]:
    """The words of jieba's dictionary that have two to four characters."""
    for first, cells in rows("frequencies"):
        rests = (cell.partition(":")[0] for cell in cells.split())
        yield from (first + rest for rest in rests if 0 < len(rest) < LONGEST)


def main() -> None:
    """Write the table."""
    usual = {char: readings.split(" ")[0] for char, readings in rows("jyutping")}
    hong_kong = OpenCC("s2hk").convert
    body = []
    for word in words():
        form = hong_kong(word)
        said = [reading for _, reading in ToJyutping.get_jyutping_list(form)]
        whole = len(form) == len(word) and all(reading and " " not in reading for reading in said)
        if whole and said != [usual.get(char) for char in form]:
            body.append(f"{word}\t{' '.join(map(str, said))}\n")
    TABLE.write_text(HEADER + "".join(sorted(body)), encoding="utf-8")


if __name__ == "__main__":
    main()
