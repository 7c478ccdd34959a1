"""Seconds and peak memory of an export of many entries in every format.

usage: python benchmarks/formats.py [--entries 100000] [--format NAME …]

Each format runs in a process of its own, which makes the entries as they are asked for, so the peak is that of the
exporter. Two lines above the formats say what the entries alone cost: made, and made and sorted by name.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from glossary.formats.export import export
from glossary.formats.format import Order
from glossary.formats.registry import FORMATS
from glossary.formats.selection import ordered
from glossary.model import (
    Certainty,
    Derivation,
    Entry,
    Form,
    Kind,
    Mention,
    Origin,
    Pair,
    Reading,
    Reason,
    Source,
    Span,
    Term,
    TermStatus,
    TermType,
)

BARE = ("(entries)", "(sorted)")
SYLLABLES = (
    ("林", "Lín", "lin2"),
    ("何", "Hé", "he2"),
    ("立", "Lì", "li4"),
    ("峰", "Fēng", "feng1"),
    ("劍", "Jiàn", "jian4"),
)


def entries(count: int) -> Iterator[Entry]:
    """Entries as an extraction makes them: a person each, with both scripts, pinyin, an acronym and a mention."""
    source = Source("d1", "news/trade.txt", "Trade talks resume", "The Example", date="2026-07")
    for number in range(count):
        picked = [SYLLABLES[number // 5**place % 5] for place in range(9)]
        han = "".join(one[0] for one in picked)
        said = Reading(
            " ".join(one[1] for one in picked), " ".join(one[2] for one in picked), "", "ㄌ", "", Certainty.LIKELY
        )
        english = f"Name {number * 7919 % count} of {number}"
        where = Span(0, len(english))
        context = f"{english} ({han}), who was there, said that the talks would go on for as long as it takes."
        pair = Pair(english, han, Kind.PERSON)
        reasons = (Reason("gloss", 4.0), Reason("pinyin", 3.0))
        mention = Mention(pair, "d1", Form.EN_BRACKET, where, where, where, 0.99, context, reasons)
        terms = (
            Term(english, "en", status=TermStatus.PREFERRED),
            Term(f"N{number}", "en", TermType.ACRONYM),
            Term(han, "zh-Hant", status=TermStatus.PREFERRED, reading=said),
            Term(
                han,
                "zh-Hans-CN",
                status=TermStatus.PREFERRED,
                origin=Origin.DERIVED,
                derivation=Derivation.EXACT,
                reading=said,
            ),
        )
        bad = (Term(f"{han}X", "zh-Hant", status=TermStatus.DEPRECATED),) if number % 10 == 0 else ()
        yield Entry(f"e{number:016x}", Kind.PERSON, (*terms, *bad), (mention,), (source,), modified=1_790_000_000)


def measure(name: str, count: int) -> None:
    """Print what one export costs: seconds, those of the processor, peak memory and size of the file, in MB."""
    began = time.perf_counter()
    size = 0
    if name in BARE:
        made = entries(count)
        deque(made if name == BARE[0] else ordered(made, Order.NAME), maxlen=0)
    else:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "out")
            export(entries(count), name, to=path)
            size = path.stat().st_size
    seconds, used = time.perf_counter() - began, time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seconds:.1f}\t{used:.1f}\t{peak:.0f}\t{size / 1e6:.1f}")


def main() -> int:
    """The exit code, after a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--format", action="append", choices=[found.name for found in FORMATS])
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        measure(given.measure, given.entries)
        return 0
    print(f"{given.entries:,} entries\tseconds\tof the processor\tpeak MB\tfile MB")
    for name in given.format or [*BARE, *(found.name for found in FORMATS)]:
        command = [sys.executable, __file__, "--entries", str(given.entries), "--measure", name]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ)
        print(f"{name}\t{done.stdout.strip()}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
