"""How fast pairs are found: news with about one gloss a kilobyte, Chinese-first text, and text without glosses.

The text is made of the sample articles: every paragraph with a gloss is followed by enough paragraphs without one. The
two naive regular expressions run on the same text in the same process, in turn.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from accuracy import ARTICLES, NAIVE

from glossary import candidates
from glossary.documents import from_text, read
from glossary.pipeline import extract

RUNS = 5
FILLER = (
    "Officials said the plan would be reviewed again before the end of the year, as several points were still open. "
    "The committee heard from residents, shop owners and teachers, most of whom asked for more time to read. "
    "“We will listen to everyone first,” the chair told reporters (some had waited since morning), adding that no "
    "date was set. "
)


def english_news(*, size: int) -> str:
    """About ``size`` characters of English news with one gloss per thousand characters."""
    glossed = [
        line
        for path in sorted(ARTICLES.glob("0[1-4]*.txt"))
        for line in read(str(path)).text.split("\n")
        if line.strip()
    ]
    parts: list[str] = []
    length = place = 0
    while length < size:
        line = glossed[place % len(glossed)]
        glosses = max(1, line.count("(") + line.count("["))
        part = line + "\n" + FILLER * max(0, (1000 * glosses - len(line)) // len(FILLER)) + "\n"
        parts.append(part)
        length, place = length + len(part), place + 1
    return "".join(parts)


def chinese_news(*, size: int) -> str:
    """About ``size`` characters of the Chinese sample articles, over and over."""
    text = "\n".join(read(str(path)).text for path in sorted(ARTICLES.glob("0[5-8]*.txt")))
    return text * (size // len(text) + 1)


WORST = {
    "opening brackets": "(",
    "glosses never closed": "Lin (林",
    "nested five deep": "（（（（（Name（何立峰））））） ",
    "no space": "x",
    "Han without end": "何",
    "names side by side": "林 Lin ",
    "dictionary entries": '林 _lín_ "wood"; ',
    "marks": "*_“",
}


def linear(piece: str) -> tuple[float, float]:
    """Seconds for a quarter of a million characters of a piece, and how much longer twice as many take (2: linear)."""
    short = piece * (250_000 // len(piece))
    once = min(timed(ours, short) for _ in range(2))
    return once, min(timed(ours, short * 2) for _ in range(2)) / once


def naive(text: str) -> int:
    """How many pairs the two naive regular expressions find."""
    return sum(len(pattern.findall(text)) for pattern in NAIVE)


def ours(text: str) -> int:
    """How many mentions the program finds."""
    return sum(1 for _ in extract(from_text(text)))


def scan(text: str) -> int:
    """How many candidates the scan finds."""
    return sum(1 for _ in candidates.find(text))


def timed(work: Callable[[str], int], text: str) -> float:
    """Seconds of one run."""
    began = time.perf_counter()
    work(text)
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    texts = {
        "English news, a gloss per KB": english_news(size=3_000_000),
        "Chinese news": chinese_news(size=600_000),
        "English without glosses": FILLER * 20_000,
    }
    for title, text in texts.items():
        megabytes = len(text.encode()) / 1e6
        brackets = scan(text)
        times = {"two naive regexes": naive, "scan for candidates": scan, "extract": ours}
        spent: dict[str, list[float]] = {name: [] for name in times}
        cold = timed(ours, text[: len(text) // 10]) if title.startswith("English news") else None
        for _ in range(RUNS):
            for name, work in times.items():
                spent[name].append(timed(work, text))
        print(
            f"{title}: {megabytes:.1f} MB, {brackets} candidates"
            + (f" (first tenth {cold:.2f} s cold)" if cold else "")
        )
        base = median(spent["two naive regexes"])
        for name, runs in spent.items():
            each = f", {1e6 * median(runs) / brackets:6.1f} µs a candidate" if name == "extract" and brackets else ""
            print(f"  {name:22} {megabytes / median(runs):8.1f} MB/s   {base / median(runs):6.2f} x naive{each}")
    for title, piece in WORST.items():
        seconds, growth = linear(piece)
        print(f"worst case, {title}: {seconds:.2f} s for 0.25 M characters, {growth:.1f} x for twice as many")


if __name__ == "__main__":
    main()
